"""Which examples a batch has: always a slice of the epoch's order, with the numbers of exactly these rows."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.batches import Batches

COUNTS = [1, 2, 400, 512, 513, 1024, 1025]


def batches_of(count: int, batch_size: int | None, seed: int = 3) -> Batches:
    X = np.arange(count, dtype=np.float32)[:, np.newaxis] * np.array([1, -1], dtype=np.float32)
    return Batches(X, np.arange(count), batch_size, seed, np.float32)


def numbers_of_open_batch(batches: Batches) -> tuple[np.ndarray, np.ndarray]:
    chunks = [
        tuple(part.copy() for part in batches.chunk(start))
        for start in range(0, batches.batch_size, batches.chunk_rows)
    ]
    return np.concatenate([X for X, _ in chunks]), np.concatenate([y for _, y in chunks])


@pytest.mark.parametrize("count", COUNTS)
def test_the_whole_set_is_a_batch_of_the_rows_that_it_names(count: int) -> None:
    batches = batches_of(count, None)
    for epoch in range(3):
        assert batches.epoch == epoch
        batches.open()
        X, y = numbers_of_open_batch(batches)
        assert sorted(batches.rows) == list(range(count))
        np.testing.assert_array_equal(y, batches.rows)
        np.testing.assert_array_equal(X[:, 0], batches.rows)
        batches.close()


@pytest.mark.parametrize("count", COUNTS)
def test_the_whole_set_has_the_order_of_its_epoch(count: int) -> None:
    whole = batches_of(count, None)
    single = batches_of(count, 1)
    for _ in range(2):
        whole.open()
        for row in whole.rows:
            single.open()
            assert single.rows.tolist() == [row]
            single.close()
        whole.close()


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("sizes", [(7, None), (None, 7), (300, None), (None, 300), (1, 512)])
def test_another_batch_size_in_the_middle_names_its_rows_too(
    count: int, sizes: tuple[int | None, int | None]
) -> None:
    first, second = (None if size is None else min(size, count) for size in sizes)
    batches = batches_of(count, first)
    for size in (first, second, first):
        batches.set_batch_size(size)
        for _ in range(3):
            batches.open()
            X, y = numbers_of_open_batch(batches)
            np.testing.assert_array_equal(y, batches.rows)
            np.testing.assert_array_equal(X[:, 1], -batches.rows.astype(np.float32))
            batches.close()


def test_where_it_goes_to_alone_says_which_rows_come() -> None:
    straight, wandering = batches_of(400, 300), batches_of(400, None)
    for _ in range(2):
        straight.open()
        straight.close()
    wandering.open()
    wandering.set_batch_size(300)
    wandering.go_to(straight.epoch, straight.position)
    straight.open()
    wandering.open()
    np.testing.assert_array_equal(wandering.rows, straight.rows)


def test_a_batch_that_is_opened_and_given_up_uses_nothing() -> None:
    batches, straight = batches_of(50, 20), batches_of(50, 20)
    for both in (batches, straight):
        both.open()
        both.close()
    # No batch of 40 is left in this epoch: it is of the next.
    batches.set_batch_size(40)
    batches.open()
    assert (batches.epoch, batches.position) == (0, 20)
    for both in (batches, straight):
        both.set_batch_size(5)
        both.open()
    np.testing.assert_array_equal(batches.rows, straight.rows)
    np.testing.assert_array_equal(numbers_of_open_batch(batches)[1], straight.rows)
    batches.set_batch_size(40)
    batches.open()
    batches.close()
    assert (batches.epoch, batches.position) == (2, 0)


def test_the_updates_left_in_an_epoch_are_counted_down() -> None:
    batches = batches_of(10, 3)
    left = []
    for _ in range(4):
        left.append(batches.left_in_epoch)
        batches.open()
        batches.close()
    # 10 examples are 3 batches of 3, and one example is left over.
    assert left == [3, 2, 1, 3]
    # 3 are used: no batch of 8 is left among the other 7.
    batches.set_batch_size(8)
    assert batches.left_in_epoch == 0


def test_an_epoch_that_was_given_up_is_no_pass_that_is_finished() -> None:
    """60 examples, 26 of them used by batches of 2 when batches of 50 begin: the next epoch is one such batch."""
    batches = batches_of(60, 2)
    for _ in range(13):
        batches.open()
        batches.close()
    assert (batches.epoch, batches.position, batches.passes) == (0, 26, 0)
    batches.set_batch_size(50)
    batches.open()
    assert (batches.passes, batches.given_up) == (0, [])
    batches.close()
    assert (batches.epoch, batches.position, batches.passes, batches.given_up) == (2, 0, 1, [0])
    batches.go_to(0, 26)
    assert (batches.passes, batches.given_up) == (0, [])
    # The order is that of the epoch's number, as before: what is trained stays the same bits.
    straight = batches_of(60, 50)
    straight.go_to(1, 0)
    for both in (batches, straight):
        both.open()
    np.testing.assert_array_equal(batches.rows, straight.rows)
