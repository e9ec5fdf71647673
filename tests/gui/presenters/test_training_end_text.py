"""What is said where a training has ended by itself names the update, and what helps."""

from __future__ import annotations

import pytest

from core.engine.messages import Diverged, StoppedEarly
from gui.presenters.training_end_text import divergence_text, is_at_start, stopped_early_text


@pytest.mark.parametrize(
    ("update", "cause", "by_hand", "at_start", "part"),
    [
        (1, "loss", False, True, "the initial weights are too large"),
        (1, "loss", True, True, "or one that was set by hand"),
        (1, "parameter", False, False, "Update 1 made a number too large"),
        (
            1_234,
            "loss",
            False,
            False,
            "Update 1,234 made a number too large to write: the learning rate is too high",
        ),
        (1_234, "loss", True, False, "or a weight that was set by hand is too large"),
    ],
)
def test_the_cause_decides_what_helps(
    update: int, cause: str, by_hand: bool, at_start: bool, part: str
) -> None:
    diverged = Diverged(0, update, cause)
    assert is_at_start(diverged) is at_start
    assert part in divergence_text(diverged, by_hand)


def test_an_early_stop_names_its_update_and_the_best_one() -> None:
    text = stopped_early_text(StoppedEarly(0, 5_625, 3_750))
    assert "at update 5,625" in text and "least at update 3,750" in text
