"""A slice of the training: so many updates, until its end or its time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.engine.time_slice import train_slice
from core.training.divergence import DivergenceError


def batches(pieces: int) -> Iterator[float | None]:
    """Each update takes so many pieces, and its mean C is its number."""
    update = 0
    while True:
        update += 1
        for _ in range(pieces - 1):
            yield None
        yield float(update)


def test_so_many_updates_are_made_and_each_mean_is_kept() -> None:
    losses = [0.5]
    assert train_slice(batches(3).__next__, losses, 2, lambda: False)
    assert losses == [0.5, 1.0, 2.0]


def test_it_is_over_after_the_piece_that_was_begun() -> None:
    losses: list[float] = []
    over = iter([False] * 4 + [True])
    assert not train_slice(batches(3).__next__, losses, 10, lambda: next(over))
    assert losses == [1.0]
    assert train_slice(batches(1).__next__, losses, 1, lambda: True)


def test_at_an_end_it_stops_also_when_there_is_time() -> None:
    losses: list[float] = []
    assert train_slice(batches(2).__next__, losses, 10, lambda: False, lambda: len(losses) == 3)
    assert losses == [1.0, 2.0, 3.0]


def test_nothing_due_is_nothing_made() -> None:
    losses: list[float] = []
    assert train_slice(batches(1).__next__, losses, 0, lambda: False) and losses == []


def test_the_losses_before_a_divergence_are_kept() -> None:
    losses: list[float] = []
    numbers = iter([1.0, 2.0])

    def advance() -> float:
        try:
            return next(numbers)
        except StopIteration:
            raise DivergenceError(3, "loss") from None

    with pytest.raises(DivergenceError):
        train_slice(advance, losses, 10, lambda: False)
    assert losses == [1.0, 2.0]
