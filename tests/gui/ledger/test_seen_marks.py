"""What the wall shows as last seen, against a replay in float64 of the recorded sequence of batches."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from core.analysis.example_losses import ExampleLosses
from core.engine import commands as c
from core.engine.example_commands import WatchLives
from core.engine.example_messages import ExampleLives
from core.training.config import TrainingConfig
from gui.ledger.seen_marks import last_seen_of
from tests.core.engine.driver import CONFIG, Driver
from tests.gui.ledger.lives import lives

UPDATES = 40
EXACT = ExampleLosses(0, 12, "train", np.full(5, 77.0), np.zeros(5, int), np.array([2, 1, 0, 1, 0]))
Presentation = tuple[int, float, bool]


@cache
def replayed(
    config: TrainingConfig = CONFIG,
) -> tuple[ExampleLives, ExampleLosses, dict[int, list[Presentation]]]:
    """What the engine sends after so many updates, and each example's [(update, C, wrong)] computed without it.

    50 examples in batches of 8: two of each epoch are in no batch.
    """
    driver, again = Driver(config=config), Driver(config=config)
    driver.train(UPDATES)
    driver.send(c.Pause(), WatchLives(True))
    trainer = again.trainer
    X, y = np.asarray(trainer.dataset.X_train, np.float64), trainer.dataset.y_train
    found: dict[int, list[Presentation]] = {}
    for update in range(1, UPDATES + 1):
        weights = [
            (np.array(layer.W, np.float64), np.array(layer.b, np.float64)) for layer in trainer.network.layers
        ]
        trainer.step()
        for row in trainer.batch_rows.tolist():
            (W1, b1), (W2, b2), (W3, b3) = weights
            a = np.maximum(0, np.tanh(X[row] @ W1 + b1) @ W2 + b2) @ W3 + b3
            C = float(np.log(np.exp(a - a.max()).sum()) + a.max() - a[y[row]])
            found.setdefault(row, []).append((update, C, int(a.argmax()) != y[row]))
    exact = ExampleLosses(0, UPDATES, "train", np.full(len(y), 77.0), y, y)
    return driver.last(ExampleLives), exact, found


@pytest.mark.parametrize("past", [None, UPDATES, UPDATES - 1, UPDATES - 3, 12, 0])
def test_it_is_what_each_batch_said_before_its_own_update(past: int | None) -> None:
    sent, exact, presentations = replayed()
    seen = last_seen_of(sent, exact, past)
    last = {row: life[-1] for row, life in presentations.items()}
    # Only the last presentation is kept: where that lies after the update looked back to, nothing is known.
    known = {row: one for row, one in last.items() if past is None or one[0] <= past}
    assert set(np.flatnonzero(seen.seen).tolist()) == set(known)
    for row, (update, C, wrong) in known.items():
        assert seen.updates[row] == update and bool(seen.wrong[row]) == wrong
        assert seen.losses[row] == pytest.approx(C, rel=2e-5, abs=1e-6)
    assert np.isnan(seen.losses[~seen.seen]).all() and not seen.wrong[~seen.seen].any()
    assert seen.later == len(last) - len(known) and (seen.later > 0) == (past not in (None, UPDATES))
    assert (seen.since, seen.update) == (0, UPDATES if past is None else past)
    if known:
        assert seen.mixed_sum == pytest.approx(sum(C for _, C, _ in known.values()), rel=1e-5)
        assert seen.first_and_last == (
            min(one[0] for one in known.values()),
            max(one[0] for one in known.values()),
        )


def test_of_batches_of_the_whole_set_the_sum_is_l_before_the_last_update() -> None:
    sent, exact, presentations = replayed(replace(CONFIG, batch_size=None))
    seen = last_seen_of(sent, exact)
    assert seen.is_of_one_update and seen.first_and_last == (UPDATES, UPDATES)
    before = sum(life[-1][1] for life in presentations.values())
    assert seen.mixed_sum == pytest.approx(before, rel=1e-5)
    assert not last_seen_of(*replayed()[:2]).is_of_one_update


def test_none_of_the_exact_losses_is_used_but_the_labels_are() -> None:
    seen = last_seen_of(lives(with_dropout=True), replace(EXACT, shuffled=EXACT.labels == 1))
    np.testing.assert_array_equal(seen.losses, [0.25, 4.0, 1.5, np.nan, 0.5])
    assert seen.updates.tolist() == [9, 8, 7, 0, 9] and seen.wrong.tolist() == [
        False,
        True,
        True,
        False,
        False,
    ]
    assert seen.labels is EXACT.labels and seen.with_dropout and seen.is_shuffled(1)
    assert (seen.since, seen.update, seen.later, seen.of_other_loss) == (3, 12, 0, 0)


def test_with_another_loss_what_was_seen_before_is_counted_apart() -> None:
    # Presented three times, but C was another loss then.
    sent = lives()
    sent = replace(sent, updates=np.where(np.arange(5) < 2, 0, sent.updates))
    seen = last_seen_of(sent, EXACT)
    assert seen.seen.tolist() == [False, False, True, False, True] and seen.of_other_loss == 2
    assert not seen.wrong[1]
