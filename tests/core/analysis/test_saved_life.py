"""Lives as a value: gone on with as if nothing had been, and refused where they can be none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.life_record import LifeRecord
from core.analysis.presentation_bits import SavedBits
from core.analysis.saved_life import SavedLife, problem_of

COUNT, BATCH = 23, 4


def present(record: LifeRecord, first: int, count: int) -> None:
    """Some updates of one batch each, which are functions of their numbers alone."""
    for update in range(first, first + count):
        epoch, place = divmod(update, COUNT // BATCH)
        rows = np.random.default_rng(epoch).permutation(COUNT)[place * BATCH : (place + 1) * BATCH]
        rng = np.random.default_rng((1, update))
        losses = rng.random(BATCH).astype(np.float32)
        record.take(rows, np.array([epoch]), update, losses, rng.random(BATCH) < 0.6)


def same(one: LifeRecord, other: LifeRecord) -> bool:
    for name, array in vars(one.counts()).items():
        if not np.array_equal(array, getattr(other.counts(), name)):
            return False
    return (
        (one.since, one.update, one.epoch, one.first_epoch, one.with_dropout)
        == (other.since, other.update, other.epoch, other.first_epoch, other.with_dropout)
        and np.array_equal(one.losses, other.losses, equal_nan=True)
        and np.array_equal(one.updates, other.updates)
        and all(
            np.array_equal(mine, yours)
            for row in range(COUNT)
            for mine, yours in zip(one.life_of(row), other.life_of(row), strict=True)
        )
    )


def recorded(updates: int = 42, dropout: float = 0.25) -> LifeRecord:
    record = LifeRecord(COUNT, since=10)
    record.configure("cross_entropy", dropout)
    present(record, 11, updates)
    return record


@pytest.mark.parametrize("updates", [0, 1, 3, 5, 42])
@pytest.mark.parametrize("more", [1, 30])
def test_a_record_that_was_saved_goes_on_as_the_other_one(updates: int, more: int) -> None:
    record = recorded(updates)
    again = LifeRecord.of(record.saved(), COUNT)
    assert same(record, again)
    for one in (record, again):
        one.configure("cross_entropy", 0.0)
        present(one, 11 + updates, more)
    assert same(record, again)


def test_what_was_saved_stays_as_it_was() -> None:
    record = recorded()
    saved = record.saved()
    present(record, 53, 60)
    assert same(LifeRecord.of(saved, COUNT), recorded())


def test_another_loss_is_forgotten_after_opening_as_before() -> None:
    again = LifeRecord.of(recorded().saved(), COUNT)
    again.configure("squared_error", 0.0)
    assert np.isnan(again.losses).all()


def changed(name: str, place: Any, value: float) -> dict[str, Any]:
    array = getattr(recorded().saved(), name).copy()
    array[place] = value
    return {name: array}


@pytest.mark.parametrize(
    "changes",
    [
        {"since": -1},
        {"since": 53},
        {"update": 2**60},
        {"update": 10},
        {"epoch": -1},
        {"epoch": 1},
        {"epoch": 2**60},
        {"first_epoch": -1},
        {"first_epoch": -5},
        {"counts": recorded().saved().counts[:4]},
        {"counts": recorded().saved().counts.astype(np.int64)},
        {"now": recorded().saved().now[:9]},
        {"now": recorded().saved().now.astype(np.int64)},
        {"losses": recorded().saved().losses.astype(np.float64)},
        {"updates": recorded().saved().updates[:, None]},
        changed("counts", (0, 3), 2**30),
        changed("counts", (1, 3), -1),
        changed("counts", (2, 3), 99),
        changed("counts", (3, 3), -2),
        changed("counts", (4, slice(None)), 1000),
        changed("now", 0, 3),
        changed("updates", 0, 53),
        changed("updates", 0, 10),
        changed("updates", 0, -3),
        {"bits": SavedBits(1, np.array([99]), np.zeros((1, 3), np.uint8), np.zeros((0, 3), np.uint8))},
        {"bits": SavedBits(1, np.zeros(0, np.int64), np.zeros((0, 9), np.uint8), np.zeros((0, 9), np.uint8))},
    ],
)
def test_what_can_be_no_lives_is_refused(changes: dict[str, Any]) -> None:
    good: SavedLife = recorded().saved()
    assert problem_of(good, COUNT) == ""
    with pytest.raises(ValueError, match="these are no"):
        LifeRecord.of(replace(good, **changes), COUNT)


def test_it_says_how_many_bytes_it_takes() -> None:
    saved = recorded().saved()
    # Nine whole epochs, and what two examples of 23 that were absent take as much for.
    assert saved.nbytes == COUNT * (5 * 4 + 1 + 4 + 8) + len(saved.bits) * (8 + 3 + 3)
