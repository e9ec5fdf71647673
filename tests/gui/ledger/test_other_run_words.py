"""Both runs and both updates are named; each reason has its own sentence."""

from __future__ import annotations

import numpy as np

from core.analysis.confusion import confusion_from
from gui.ledger import other_run_words as words
from gui.ledger.class_words import minus_words, then_words
from gui.ledger.gallery_order import Pair
from gui.ledger.subtracted import Subtracted

BEFORE = Subtracted(confusion_from(np.array([[3, 1, 0], [0, 4, 2]])), 1234, "seed 1")


def test_both_updates_are_named(qapp: object) -> None:
    said = words.difference_words(2000, BEFORE)
    assert said == "this run at update 2,000 minus run seed 1 at update 1,234"
    assert minus_words(BEFORE) == "minus those of run seed 1, update 1,234"
    assert then_words(Pair(1, 1), BEFORE) == "Run seed 1, update 1,234: 4 of 6, 66.7 %"


def test_each_reason_has_a_sentence_of_its_own(qapp: object) -> None:
    reasons = "gone", "data", "short", "returning", "trains", "failed"
    said = {words.refused_words(reason, "slow", 40, 30) for reason in reasons}
    assert len(said) == len(reasons) and all("slow" in each and "{" not in each for each in said)
    assert "only 30 updates, not 40" in words.refused_words("short", "slow", 40, 30)
    assert "slow" in words.counting_words("slow") and "slow" in words.left_words("slow")
