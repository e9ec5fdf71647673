"""What C is made of, where it is not −ln y of the right answer alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.ledger.answer_rows import EVERY, ONE


def mapping_words(mapping: str) -> str:
    """One sentence; "" where C = −ln y stands there already."""
    if mapping == ONE:
        return ""
    if mapping == EVERY:
        return QCoreApplication.translate(
            "AnswerWords", "Every bar makes C: −ln y of the right answer, and −ln(1 − y) of each other one."
        )
    return QCoreApplication.translate(
        "AnswerWords", "Every bar makes C: C = ½ Σ (y − ŷ)², with ŷ at the ticks."
    )
