"""The texts around the matrix name its scales."""

from __future__ import annotations

from core.analysis.confusion import confusion_of
from gui.ledger.matrix_marks import matrix_marks
from gui.ledger.matrix_words import matrix_words
from tests.gui.ledger.answers import NAMES, answers


def test_scales_say_where_they_begin_and_end() -> None:
    words = matrix_words(matrix_marks(confusion_of(answers(), 3)), NAMES, "train")
    assert words.off_scale == ("off the diagonal:", "0", "40.0 %")
    assert words.diagonal_scale == ("on it:", "30 %", "100 %") and words.axis == ("30 %", "100 %")
    assert words.shares == ("56 %", "15 %", "29 %") and words.share == "share of L"


def test_what_has_no_number_has_a_dash() -> None:
    losses = answers()
    losses.losses[:] = 0
    words = matrix_words(matrix_marks(confusion_of(losses, 3)), NAMES, "test")
    assert words.shares == ("–",) * 3 and words.share == "share of Σ C"
