"""Colours and type: every hue on screen means a value; the chrome is grey.

What colours mean is in CONTRIBUTING.md; nothing outside this folder names one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication

from gui.theme.font_families import font_families, style_hint
from gui.theme.type_sizes import type_size


@dataclass(frozen=True)
class Colours:
    """One theme's colour tokens, as ``#RRGGBB``.

    ``plus`` and ``minus`` are the sign of w, a·w, ΔW and of a negative a; ``grad_plus`` and ``grad_minus`` the
    sign of δ, w·δ, ∂C/∂w, of a flipped pixel's ΔC and of nothing else; ``lit`` is ink, activation and confidence;
    ``line`` is for hairlines, never text; ``border`` shows where a field or a button ends.
    """

    canvas: str
    window: str
    panel: str
    line: str
    border: str
    text: str
    dim: str
    plus: str
    minus: str
    grad_plus: str
    grad_minus: str
    lit: str
    node: str
    test: str
    error: str


# How light red, green and blue are seen.
LUMA = np.array([0.299, 0.587, 0.114])

DARK = Colours(
    canvas="#0F131A",
    window="#171C25",
    panel="#1E2530",
    line="#3A4556",
    border="#66738A",
    text="#E8ECF2",
    dim="#A3AEBF",
    plus="#5AA2FF",
    minus="#FF9D42",
    grad_plus="#C9E265",
    grad_minus="#B85CC8",
    lit="#FFF6DC",
    node="#6F7D92",
    test="#4FD1C5",
    error="#FF7A7A",
)
LIGHT = Colours(
    canvas="#FCFCFA",
    window="#F1F2F4",
    panel="#FFFFFF",
    line="#C3C9D2",
    border="#7E8898",
    text="#1B2230",
    dim="#566072",
    plus="#1D62C9",
    minus="#C2570C",
    grad_plus="#5F7A00",
    grad_minus="#5E0A9E",
    lit="#1B2230",
    node="#7A8496",
    test="#0F766E",
    error="#B3261E",
)

# Beyond this scale distances in a narrow column grow no more.
WIDEST_MARGINS = 2.0
# Pixel sizes at 100 %, by what the text is for.
TYPE = {"tick": 11, "caption": 12, "body": 13, "head": 14, "readout": 22}


@dataclass(frozen=True)
class Theme:
    """What a painted widget needs to know of the look.

    Attributes
    ----------
    name : "dark" or "light"
    scale : float
        Size of type and spacing, 0.8 to 3.
    line_scale : float
        Width of lines; 1.5 in the projector layout.
    """

    name: str = "dark"
    scale: float = 1.0
    line_scale: float = 1.0

    @property
    def is_dark(self) -> bool:
        """Whether light marks stand on a dark canvas."""
        return self.name == "dark"

    @property
    def colours(self) -> Colours:
        """Its tokens."""
        return DARK if self.is_dark else LIGHT

    @property
    def edge_power(self) -> float:
        """The exponent from strength to colour: thin lines fade sooner on white."""
        return 2.0 if self.is_dark else 1.6

    def px(self, pixels: float) -> float:
        """A length at this scale."""
        return pixels * self.scale

    def margin(self, pixels: float) -> int:
        """A distance at this scale in a narrow column, at most twice as wide: the room left is for larger type."""
        return round(pixels * min(self.scale, WIDEST_MARGINS))

    def type_size(self, role: str) -> int:
        """How large the type of `role` (a key of TYPE) is, in px."""
        return type_size(TYPE[role] * self.scale)

    def font(self, role: str = "body", bold: bool = False, italic: bool = False) -> QFont:
        """The UI font of system and language with tabular digits, in the pixel size of `role` (a key of TYPE)."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setFamilies(font_families())
        font.setStyleHint(style_hint())
        font.setPixelSize(self.type_size(role))
        font.setBold(bold or role == "head")
        font.setItalic(italic)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, token: str) -> QColor:
        """A token as Qt's colour."""
        return QColor(getattr(self.colours, token))

    def blend(self, token: str, over: str, share: float) -> QColor:
        """`share` of one token over another: shades that are no tokens of their own."""
        mixed = self.rgb(over) + share * (self.rgb(token) - self.rgb(over))
        return QColor(*(round(part) for part in mixed))

    def readable_token(self, colour: NDArray[Any]) -> str:
        """The token of a number that is written on this colour, (3,) from 0 to 255: "text" or "canvas"."""
        is_dark = float(colour @ LUMA) < 128
        return "text" if is_dark == self.is_dark else "canvas"

    def rgb(self, token: str) -> NDArray[np.float64]:
        """A token as (3,) numbers from 0 to 255, for arithmetic on colours."""
        value = getattr(self.colours, token)
        return np.array([int(value[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64)


def system_prefers_dark() -> bool:
    """Whether the desktop asks for a dark look; dark where that is unknown."""
    from PySide6.QtCore import Qt

    return QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light


def make_theme(choice: str, scale: float = 1.0, line_scale: float = 1.0) -> Theme:
    """The theme for `choice`, one of ``system``, ``light`` and ``dark``."""
    dark = system_prefers_dark() if choice == "system" else choice == "dark"
    return Theme("dark" if dark else "light", scale, line_scale)
