"""What is said of a loss that no number could be written for: ∞ alone would say that it is infinite."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import QCoreApplication

from gui.widgets.sentence_text import bracketed


def overflow_text(loss: float, is_short: bool = False) -> str:
    """Why it is ∞: an output on the way to it was too large for a number in single precision; "" of others.

    The formula's own value, of numbers without such a limit, may well be finite.
    """
    if loss != inf:
        return ""
    if is_short:
        return QCoreApplication.translate("Overflow", "too large")
    return QCoreApplication.translate("Overflow", "too large to write")


def with_overflow(text: str, loss: float) -> str:
    """The text that has this loss in it, with the reason after it where it is ∞."""
    reason = overflow_text(loss)
    return bracketed(text, reason) if reason else text
