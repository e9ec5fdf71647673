"""Colours and type: every token is a colour, text can be read on every ground, sizes grow with the scale."""

from __future__ import annotations

import re
from dataclasses import astuple, fields

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.theme.tokens import DARK, LIGHT, TYPE, Colours, Theme, make_theme

THEMES = [make_theme("dark"), make_theme("light")]
GROUNDS = ("canvas", "window", "panel")


def luminance(colour: QColor) -> float:
    """WCAG 2, relative luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_every_token_is_a_colour_in_six_digits(colours: Colours) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in astuple(colours))


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
@pytest.mark.parametrize(
    ("token", "least"),
    # WCAG 2.1: 4.5 for text, 7 for what is read long; 3 for marks.
    [("text", 7.0), ("lit", 7.0), ("dim", 4.5), ("error", 4.5), ("test", 4.5)]
    + [(token, 3.0) for token in ("plus", "minus", "grad_plus", "grad_minus", "node")]
    # What shows where a control is.
    + [("border", 3.0)],
)
def test_every_token_that_is_written_or_drawn_in_stands_out_from_every_ground(
    theme: Theme, token: str, least: float
) -> None:
    for context in GROUNDS:
        one, other = luminance(theme.colour(token)), luminance(theme.colour(context))
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= least, context


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
def test_the_chrome_is_grey(theme: Theme) -> None:
    # A hue means a value: what is left of the chrome's largest part without its grey is less than a fifth.
    for token in (*GROUNDS, "line", "text", "dim", "node"):
        assert theme.colour(token).saturationF() * theme.colour(token).valueF() < 0.2, token
    for token in ("plus", "minus", "grad_plus", "grad_minus", "test", "error"):
        assert theme.colour(token).saturationF() > 0.4, token


def test_a_token_is_qts_colour_and_three_numbers() -> None:
    assert DARK.plus == "#5AA2FF"
    assert make_theme("dark").colour("plus") == QColor(90, 162, 255)
    assert make_theme("dark").rgb("plus").tolist() == [90.0, 162.0, 255.0]
    for token in fields(Colours):
        assert QColor(*map(int, Theme().rgb(token.name))) == Theme().colour(token.name)


def test_a_theme_has_the_colours_of_its_name() -> None:
    assert (make_theme("dark").colours, make_theme("light").colours) == (DARK, LIGHT)


def test_a_blend_of_nothing_and_all_is_one_of_the_two() -> None:
    theme = make_theme("dark")
    assert theme.blend("text", "panel", 0.0) == theme.colour("panel")
    assert theme.blend("text", "panel", 1.0) == theme.colour("text")
    # 90 + 0.25 (15 - 90) = 71.25, 162 - 35.75 = 126.25, 255 - 57.25 = 197.75.
    assert theme.blend("canvas", "plus", 0.25) == QColor(71, 126, 198)


@pytest.mark.parametrize(
    ("scheme", "choice", "name"),
    [
        (Qt.ColorScheme.Light, "system", "light"),
        (Qt.ColorScheme.Dark, "system", "dark"),
        (Qt.ColorScheme.Unknown, "system", "dark"),
        (Qt.ColorScheme.Light, "dark", "dark"),
        (Qt.ColorScheme.Dark, "light", "light"),
    ],
)
def test_the_system_is_followed_only_where_it_is_chosen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, choice: str, name: str
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    theme = make_theme(choice)
    assert (theme.name, theme.is_dark) == (name, name == "dark")


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.25, 2.0, 2.5, 3.0])
def test_lengths_and_type_grow_with_the_scale(qapp: QApplication, scale: float) -> None:
    theme = make_theme("dark", scale)
    assert theme.px(30) == 30 * scale
    sizes = {role: theme.font(role).pixelSize() for role in TYPE}
    rounding = 0.51 if scale != 2.5 else 1.0
    assert sizes == pytest.approx({role: pixels * scale for role, pixels in TYPE.items()}, abs=rounding)
    assert all(sizes[role] == theme.type_size(role) for role in TYPE)
    assert sizes["tick"] >= 8 and sorted(sizes.values()) == list(sizes.values())


def test_a_head_is_bold_and_digits_have_one_width(qapp: QApplication) -> None:
    theme = make_theme("light")
    assert theme.font("head").bold() and not theme.font("body").bold()
    assert theme.font("body", bold=True).bold() and theme.font("body", italic=True).italic()
    assert theme.font("readout").featureValue(QFont.Tag("tnum")) == 1


def test_lines_are_wider_only_where_it_is_said() -> None:
    assert make_theme("dark").line_scale == 1.0 and make_theme("dark", 1.5, 1.5).line_scale == 1.5
    # Thin lines fade sooner on white.
    assert make_theme("light").edge_power < make_theme("dark").edge_power


@pytest.mark.parametrize(
    ("name", "on_black", "on_white"), [("dark", "text", "canvas"), ("light", "canvas", "text")]
)
def test_a_number_is_written_light_on_dark_colours_and_dark_on_light_ones(
    name: str, on_black: str, on_white: str
) -> None:
    theme = make_theme(name)
    # Green is seen as lighter than blue of the same number.
    for colour, token in (([0, 0, 0], on_black), ([255, 255, 255], on_white)):
        assert theme.readable_token(np.array(colour)) == token
    assert theme.readable_token(np.array([0, 255, 0])) == on_white
    assert theme.readable_token(np.array([0, 0, 255])) == on_black


@pytest.mark.parametrize(("scale", "expected"), [(0.8, 10), (1.0, 12), (2.0, 24), (3.0, 24)])
def test_margins_grow_with_the_type_up_to_twice_their_size(scale: float, expected: int) -> None:
    assert make_theme("dark", scale).margin(12) == expected
