"""Of each exact measurement the matrix is kept, as it was counted; of a future that is gone none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis import confusion_history
from core.analysis.confusion_history import ConfusionHistory
from tests.gui.ledger.answers import ROWS, answers


def at(history: ConfusionHistory, update: int, is_live: bool = True) -> None:
    history.add(replace(answers(), update=update), 3, is_live)


def test_a_matrix_is_counted_by_class_and_answer() -> None:
    history = ConfusionHistory()
    at(history, 7)
    found = history.all(4, "train")
    expected = [
        [sum((label, min(said, 3)) == (i, j) for label, said, *_ in ROWS) for j in range(4)] for i in range(3)
    ]
    assert (found.run, found.split, found.updates.tolist()) == (4, "train", [7])
    assert found.counts.tolist() == [expected]


def test_they_stand_by_their_updates_and_what_was_set_back_is_gone() -> None:
    history = ConfusionHistory()
    for update in (0, 10, 20, 30):
        at(history, update)
    # Looking back adds one, and takes none away.
    at(history, 15, is_live=False)
    assert history.all(0, "test").updates.tolist() == [0, 10, 15, 20, 30]
    at(history, 20)
    assert history.all(0, "test").updates.tolist() == [0, 10, 15, 20]


def test_of_too_many_every_second_one_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confusion_history, "MOST", 5)
    history = ConfusionHistory()
    for update in range(6):
        at(history, update)
    assert history.all(0, "train").updates.tolist() == [0, 2, 4, 5]
    for update in range(6, 400):
        at(history, update)
        updates = history.all(0, "train").updates
        assert len(updates) <= 5 and (updates[0], updates[-1]) == (0, update)


def test_before_any_there_are_none() -> None:
    assert not len(ConfusionHistory().all(0, "train").updates)
    assert np.array_equal(ConfusionHistory().all(0, "train").counts, np.zeros(0))
