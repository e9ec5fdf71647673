"""The lives of examples against the definitions, counted one presentation after the other by independent code."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.life_record import ABSENT, NEVER, RIGHT, WRONG, LifeRecord

Sequence = list[tuple[int, bool]]


def counted_by_hand(sequence: Sequence) -> tuple[int, int, int, int, int]:
    """(presented, wrong, forgotten, first right, right since) of one example's [(epoch, right)]: Toneva et al."""
    answers = [right for _, right in sequence]
    forgotten = sum(1 for now, after in zip(answers, answers[1:], strict=False) if now and not after)
    first = next((epoch for epoch, right in sequence if right), NEVER)
    since = NEVER
    for epoch, right in reversed(sequence):
        if not right:
            break
        since = epoch
    return len(answers), answers.count(False), forgotten, first, since


@pytest.mark.parametrize(
    ("count", "batch", "updates_at_once"),
    [(23, 4, 1), (23, 4, 5), (23, 4, 7), (6, 6, 7), (6, 2, 40), (64, 64, 1), (9, 9, 30)],
)
def test_counts_and_lives_are_those_of_the_definition(count: int, batch: int, updates_at_once: int) -> None:
    rng = np.random.default_rng(5)
    record, update = LifeRecord(count, since=3), 3
    lives: list[Sequence] = [[] for _ in range(count)]
    last = {}
    batches = [
        (epoch, order[start : start + batch])
        for epoch in range(2, 15)
        for order in [rng.permutation(count)]
        for start in range(0, count - batch + 1, batch)
    ]
    for start in range(0, len(batches), updates_at_once):
        part = batches[start : start + updates_at_once]
        rows = np.concatenate([rows for _, rows in part])
        right, losses = rng.random(len(rows)) < 0.6, rng.random(len(rows)).astype(np.float32)
        record.take(rows, np.array([epoch for epoch, _ in part]), update + 1, losses, right)
        for i, row in enumerate(rows):
            lives[row].append((part[i // batch][0], bool(right[i])))
            last[int(row)] = float(losses[i]), update + 1 + i // batch
        update += len(part)
        if rng.random() < 0.2:
            # Somebody asks in the middle of it.
            for row, seen in last.items():
                assert (float(record.losses[row]), int(record.updates[row])) == seen
        counts = record.counts()
        for row, life in enumerate(lives):
            found = counts.presented, counts.wrong, counts.forgotten, counts.first_right, counts.right_since
            assert tuple(int(array[row]) for array in found) == counted_by_hand(life)
    assert record.update == update and record.first_epoch == 2 and record.epoch == 14
    for row, life in enumerate(lives):
        epochs, states = record.life_of(row)
        seen = [(int(e), s == RIGHT) for e, s in zip(epochs, states, strict=True) if s != ABSENT]
        assert seen == life
        assert (float(record.losses[row]), int(record.updates[row])) == last[row]


def test_of_nothing_nothing_is_known() -> None:
    record = LifeRecord(3, since=7)
    counts = record.counts()
    assert counts.presented.tolist() == [0, 0, 0] and counts.first_right.tolist() == [NEVER] * 3
    assert np.isnan(record.losses).all() and not record.updates.any() and record.update == 7
    assert [len(part) for part in record.life_of(1)] == [0, 0]


def test_another_loss_forgets_what_was_last_seen_and_not_the_answers() -> None:
    record = LifeRecord(2)
    record.configure("cross_entropy", 0.0)
    record.take(np.array([1]), np.array([0]), 1, np.array([0.5]), np.array([True]))
    record.configure("cross_entropy", 0.5)
    assert record.losses[1] == 0.5 and not record.with_dropout
    record.configure("squared_error", 0.5)
    assert np.isnan(record.losses).all() and not record.updates.any()
    assert record.counts().first_right.tolist() == [NEVER, 0]
    assert record.life_of(1)[1].tolist() == [RIGHT] and WRONG not in record.life_of(1)[1]
