"""Fonts that are kept for as long as the app runs, so that Qt reads each font's file once."""

from __future__ import annotations

from functools import cache
from itertools import product

from PySide6.QtGui import QFont, QFontMetricsF

from gui.theme.font_families import font_families
from gui.theme.tokens import Theme

# Of each file that the app's texts take letters from: Latin, formulas, Chinese of both kinds.
SAMPLE = "aé∂ⁿᵢ√✓→中體"


def keep_faces() -> None:
    """Keep the fonts of the language in force, upright and italic, plain and bold, before anybody else uses one.

    Qt reads a font's file once for all sizes, and lets go of it once nobody uses it. But Qt 6.11 then forgets the other
    files as well, also those in use: the next font reads them once more, while each label that was laid out keeps what
    was read before. After a thousand changes of the look there were a dozen of one file in memory, 0.2 MB each of a
    Latin one, 1.6 MB of a Chinese one. Where somebody uses every file at any time, that never begins.
    """
    families = tuple(font_families())
    for bold, italic in product((False, True), repeat=2):
        _kept(families, bold, italic)


@cache
def _kept(_families: tuple[str, ...], bold: bool, italic: bool) -> QFont:
    """One of these, for which Qt has looked for all letters of the sample."""
    font = Theme().font("body", bold, italic)
    QFontMetricsF(font).horizontalAdvance(SAMPLE)
    return font
