"""What is said of presentations is what was counted, and from which updates on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine.example_messages import ExampleLife
from gui.ledger.life_words import (
    forgotten_order_words,
    life_words,
    recorded_words,
    row_words,
    wrong_shade_words,
)
from tests.gui.ledger.lives import lives


def test_what_is_recorded_is_said_and_where_nothing_is() -> None:
    assert recorded_words(lives()) == "recorded from update 4 to 12, 3 epochs, whole or in part"
    assert recorded_words(lives(with_dropout=True)).endswith("answers with dropout in force")
    assert recorded_words(lives(epochs=1)) == "recorded from update 4 to 12, 1 epoch, whole or in part"
    dropping = recorded_words(lives(epochs=1, with_dropout=True))
    assert (
        dropping == "recorded from update 4 to 12, 1 epoch, whole or in part; answers with dropout in force"
    )
    for nothing in (None, lives(epochs=0)):
        assert recorded_words(nothing) == "no presentation is recorded yet: train to record them"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            0,
            (
                "right when it was last presented, and each time since epoch 1",
                "wrong in 0 of 3 presentations; times forgotten: 0",
                9,
                "0.25",
            ),
        ),
        (1, ("never right in 3 presentations", 8, "4.00")),
        (
            2,
            (
                "first right in epoch 2, wrong when it was last presented",
                "wrong in 2 of 3 presentations; times forgotten: 1",
                7,
                "1.50",
            ),
        ),
        (
            4,
            (
                "first right in epoch 1, right when it was last presented and each time since epoch 3",
                "wrong in 1 of 3 presentations; times forgotten: 1",
                9,
                "0.50",
            ),
        ),
    ],
)
def test_each_life_in_words(row: int, words: tuple[object, ...]) -> None:
    *said, update, loss = words
    seen = f"as last seen, in the batch of update {update}: C = {loss}"
    assert life_words(lives(), row) == (*said, seen)
    # Where the targets are numbers, nothing is right or wrong.
    assert life_words(lives(), row, has_classes=False) == (seen,)


def test_an_example_in_no_batch_and_a_c_that_is_not_known() -> None:
    assert life_words(lives(), 3) == ("It was in no batch that is recorded.",)
    unknown = replace(lives(), losses=np.full(5, np.nan, np.float32))
    assert life_words(unknown, 1) == ("never right in 3 presentations",)
    once = replace(lives(), presented=np.ones(5, np.int64))
    assert life_words(once, 1)[0] == "not right in its one presentation"
    assert life_words(once, 0)[1] == "presented once; times forgotten: 0"


def test_which_presentations_are_drawn() -> None:
    life = ExampleLife(0, 3, 1, np.arange(20), np.ones(20, np.uint8))
    assert row_words(life, 20) == "epochs 1 to 20: bar right, cross wrong"
    assert row_words(replace(life, spacing=4, epochs=np.arange(20) * 4), 5) == (
        "epochs 61 to 77, one in 4 is kept: bar right, cross wrong"
    )
    # One alone is no span, whether it is the first, or the only one for which there is room.
    assert row_words(replace(life, epochs=np.zeros(1, int)), 1) == "epoch 1: bar right, cross wrong"
    assert row_words(life, 1) == row_words(replace(life, spacing=4), 1) == "epoch 20: bar right, cross wrong"
    assert row_words(replace(life, epochs=np.zeros(0, int)), 0) == ""
    assert forgotten_order_words() and wrong_shade_words()
