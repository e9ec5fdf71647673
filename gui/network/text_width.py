"""How much room a line of text takes, estimated without a screen."""

from __future__ import annotations

from gui.theme import TYPE, Theme

# A letter of the usual UI fonts is about this wide, in parts of the type's size; a Chinese character is square.
LETTER = 0.54
BOLD_LETTER = 0.59
SQUARE = 1.0
FIRST_WIDE = 0x2E80


def type_size(role: str, theme: Theme) -> float:
    """A role's size in px at the theme's scale."""
    return max(8.0, round(TYPE[role] * theme.scale))


def line_height(role: str, theme: Theme) -> float:
    """From one baseline to the next, in px."""
    return 1.4 * type_size(role, theme)


def text_width(text: str, role: str, theme: Theme, bold: bool = False) -> float:
    """The width of one line in px, rather too wide than too narrow."""
    letter = BOLD_LETTER if bold else LETTER
    return sum(SQUARE if ord(sign) >= FIRST_WIDE else letter for sign in text) * type_size(role, theme)


def elide(text: str, room: float, role: str, theme: Theme, bold: bool = False) -> str:
    """The text, shortened to end in "…" where it is wider than `room` px."""
    if text_width(text, role, theme, bold) <= room:
        return text
    while text and text_width(text + "…", role, theme, bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrap(text: str, room: float, role: str, theme: Theme, bold: bool = False) -> list[str]:
    """The text in lines of at most `room` px, broken at spaces, or anywhere between Chinese characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and text_width((line + piece).rstrip(), role, theme, bold) > room:
            lines.append(line.rstrip())
            line = ""
            piece = piece.lstrip()
        line += piece
    if line.strip():
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """What may not be broken: words with the spaces after them, single Chinese characters."""
    pieces = [""]
    for sign in text:
        last = pieces[-1]
        breakable = (last.endswith(" ") and sign != " ") or ord(sign) >= FIRST_WIDE
        if breakable and last:
            pieces.append(sign)
        else:
            pieces[-1] = last + sign
    return pieces


def legend_swatch_width(theme: Theme) -> float:
    """The coloured part of the legend, in px."""
    return theme.px(112)


def legend_head_width(theme: Theme) -> float:
    """From the legend's left end to its words: symbol, −, swatch, +."""
    head = text_width("∂C/∂w", "caption", theme) + 2 * text_width(" − ", "caption", theme)
    return head + legend_swatch_width(theme) + theme.px(8)


def legend_width(n_gaps: int, theme: Theme) -> float:
    """What the whole legend of `n_gaps` scales needs in one line, in px, at its widest."""
    words = "full colour at |∂C/∂w| = " + "0.000  " * n_gaps + ("(gap 1, 2, 3)" if n_gaps > 1 else "")
    return legend_head_width(theme) + text_width(words, "caption", theme)
