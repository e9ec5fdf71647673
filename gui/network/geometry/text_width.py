"""How much room a line of text takes, estimated without a screen."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from gui.theme.tokens import Theme
from gui.widgets.sentence_text import broken_anywhere, is_joined

# Widths in parts of the type's size, after DejaVu Sans, the widest of the usual UI fonts; a Chinese character
# is square.
NARROW = dict.fromkeys("iljI.,:;·'’|! ", 0.32) | dict.fromkeys("()[]ftr-", 0.39)
WIDE = dict.fromkeys("mwMW%=+−→", 0.84)
LETTER = 0.61
SQUARE = 1.0
FIRST_SQUARE = 0x2E80
CLOSING = "，。；：！？、）】》”"
BOLD = 1.1
# From the top of a line to its baseline, in parts of the line's height.
BASELINE = 0.76


def line_height(role: str, theme: Theme) -> float:
    """From one baseline to the next, in px."""
    return 1.4 * theme.type_size(role)


@lru_cache(maxsize=1024)
def text_width(text: str, role: str, theme: Theme, bold: bool = False) -> float:
    """The width of one line in px, rather too wide than too narrow; the same few are asked for in every frame."""
    return _width(text, role, theme, bold)


def _width(text: str, role: str, theme: Theme, bold: bool = False) -> float:
    """The same, not remembered: of a line that is tried only, as of each beginning of a text that is too wide."""
    parts = sum(
        SQUARE if ord(sign) >= FIRST_SQUARE else NARROW.get(sign) or WIDE.get(sign) or LETTER for sign in text
    )
    return parts * (BOLD if bold else 1.0) * theme.type_size(role)


@lru_cache(maxsize=512)
def elide(text: str, max_width: float, role: str, theme: Theme, bold: bool = False) -> str:
    """The text, shortened to end in "…" where it is wider than `max_width` px."""
    if text_width(text, role, theme, bold) <= max_width:
        return text
    # So many of its beginnings fit, from none of its signs on.
    fitting = bisect_right(
        range(len(text)), max_width, key=lambda kept: _width(text[:kept] + "…", role, theme, bold)
    )
    return text[: max(0, fitting - 1)].rstrip() + "…"


@lru_cache(maxsize=512)
def wrap(text: str, max_width: float, role: str, theme: Theme) -> tuple[str, ...]:
    """The text in lines of at most `max_width` px, broken at spaces, or anywhere between Chinese characters.

    One that is `unbroken` is not broken where that keeps it together, and the lines are as before that.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and _width(broken_anywhere(line + piece).rstrip(), role, theme) > max_width:
            lines.append(line.rstrip())
            line = ""
            piece = piece.lstrip()
        line += piece
    if line.strip():
        lines.append(line.rstrip())
    return tuple(broken_anywhere(line) for line in lines)


def _pieces(text: str) -> list[str]:
    """What may not be broken: words with the spaces after them, single Chinese characters."""
    pieces = [""]
    for sign in text:
        last = pieces[-1]
        breakable = (last.endswith(" ") and sign != " ") or ord(sign) >= FIRST_SQUARE
        # A line does not begin with a mark that ends something.
        breakable &= sign not in CLOSING and not is_joined(last)
        if breakable and last:
            pieces.append(sign)
        else:
            pieces[-1] = last + sign
    return pieces


def legend_strip_width(theme: Theme) -> float:
    """The coloured part of the legend, in px."""
    return theme.px(88)


def legend_head_width(theme: Theme) -> float:
    """From the legend's left end to its words: "−", the strip of colours, "+"."""
    return 2 * text_width("+ ", "caption", theme) + legend_strip_width(theme) + theme.px(6)


def legend_width(n_gaps: int, theme: Theme) -> float:
    """What the whole legend of `n_gaps` scales needs in one line, in px, at its widest."""
    words = (
        "full colour at |∂C/∂w| = "
        + "  ".join(["0.25"] * min(n_gaps, 12))
        + (" (gaps 1–3)" if n_gaps > 1 else "")
    )
    return legend_head_width(theme) + text_width(words, "caption", theme)


def coverage_width(total: int, theme: Theme, n_gaps: int = 1) -> float:
    """What the coverage of `total` edges needs in one line, in px, at its widest; it is a mean of so many gaps."""
    words = f"drawn {min(total, 6000):,} of {total:,} · 100 % of this digit’s ∂C/∂w"
    if n_gaps > 1:
        words += f", mean of the {n_gaps} gaps"
    return text_width(words, "caption", theme)
