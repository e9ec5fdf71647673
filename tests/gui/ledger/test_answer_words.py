"""Where C is not −ln y of the right answer, what it is made of is said."""

from __future__ import annotations

from gui.ledger.answer_rows import EVERY, ONE, SQUARES
from gui.ledger.answer_words import mapping_words


def test_only_what_c_does_not_say_itself_is_said() -> None:
    assert mapping_words(ONE) == ""
    assert "ln(1 − y)" in mapping_words(EVERY) and "½ Σ (y − ŷ)²" in mapping_words(SQUARES)
