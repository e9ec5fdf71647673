"""What the canvas says: what may be drawn, which keys draw, and where the keyboard's pen is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.drawing.drawing_state import Point
from gui.widgets.sentence_text import enumerated, sentences

NAMED_CLASSES = 6  # in the invitation, at most


def invitation(classes: tuple[str, ...]) -> str:
    """What may be drawn: one of these classes, or a digit where there are none."""
    if not classes:
        return QCoreApplication.translate("DigitCanvas", "Draw a digit here.")
    more = ["…"] if len(classes) > NAMED_CLASSES else []
    text = QCoreApplication.translate("DigitCanvas", "Draw one of these here: {classes}")
    return text.format(classes=enumerated([*classes[:NAMED_CLASSES], *more]))


def key_words(is_put_away: bool = False) -> str:
    """How the keyboard draws; first how the pen is taken, where Esc or the mouse has put it away."""
    keys = QCoreApplication.translate(
        "DigitCanvas",
        "By keyboard: arrows move the pen, Space lowers and lifts it, E takes the eraser, Delete clears.",
    )
    taken = QCoreApplication.translate(
        "DigitCanvas", "The keyboard’s pen is put away; an arrow key takes it."
    )
    return sentences([taken, keys]) if is_put_away else keys


def pen_words(at: Point, is_down: bool, is_eraser: bool) -> str:
    """Whether the keyboard's pen or eraser is down, and where, in shares of the canvas from its upper left corner."""
    if is_eraser and is_down:
        words = QCoreApplication.translate(
            "DigitCanvas", "eraser down, {across} % from the left, {down} % from the top"
        )
    elif is_eraser:
        words = QCoreApplication.translate(
            "DigitCanvas", "eraser up, {across} % from the left, {down} % from the top"
        )
    elif is_down:
        words = QCoreApplication.translate(
            "DigitCanvas", "pen down, {across} % from the left, {down} % from the top"
        )
    else:
        words = QCoreApplication.translate(
            "DigitCanvas", "pen up, {across} % from the left, {down} % from the top"
        )
    across, down = (round(100 * float(share)) for share in at)
    return words.format(across=across, down=down)
