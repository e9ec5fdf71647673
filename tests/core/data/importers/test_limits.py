"""What a user's data may measure: each limit itself is let through, one more is refused in one sentence."""

import re
from pathlib import Path

import pytest

from core.data.importers.limits import check_kept, check_sizes, rows_at_once
from core.data.refusals import DatasetError

PATH = Path("own.npz")


@pytest.mark.parametrize(
    ("count", "shape"),
    [
        (1, (1,)),
        (1_000_000, (784,)),  # as many as there may be, each as large as MNIST's
        (1_000_000, (28, 28)),
        (191_406, (64, 64)),  # 784,000,000 / 4,096 = 191,406.25
        (191_406, (4096,)),
    ],
)
def test_the_largest_data_are_let_through(count: int, shape: tuple[int, ...]) -> None:
    check_sizes(PATH, count, shape)


@pytest.mark.parametrize(
    ("count", "shape", "said"),
    [
        (0, (1,), "is empty: at least two examples are needed, of two classes."),
        (1_000_001, (1,), "holds 1000001 examples: there may be 1000000 at most."),
        (1, (0,), "holds examples of shape (0,): each needs at least one number."),
        (1, (8, 0), "holds examples of shape (8, 0): each needs at least one number."),
        (1, (3, 65), "holds 65 x 3 pixels: an image may be 64 x 64 at most."),
        (1, (65, 3), "holds 3 x 65 pixels: an image may be 64 x 64 at most."),
        (1, (4097,), "has 4097 numbers an example: there may be 4096 at most."),
        (
            191_407,
            (64, 64),
            "holds 784003072 numbers: there may be 784000000 in all, so take fewer examples.",
        ),
    ],
)
def test_one_more_is_refused(count: int, shape: tuple[int, ...], said: str) -> None:
    with pytest.raises(DatasetError, match=f"^own.npz {re.escape(said)}$"):
        check_sizes(PATH, count, shape)


@pytest.mark.parametrize(
    # A mebibyte of float64 is 131,072 numbers; 784 of them are an example at least, for it may become ink.
    ("shape", "rows"),
    [((1,), 167), ((784,), 167), ((28, 28), 167), ((64, 64), 32), ((4096,), 32), ((1 << 20,), 1)],
)
def test_a_chunk_takes_a_mebibyte_and_one_example_at_least(shape: tuple[int, ...], rows: int) -> None:
    assert rows_at_once(shape) == rows


def test_of_numbers_that_are_kept_as_they_are_there_may_be_fewer() -> None:
    # 156,800,000 / 4,096 = 38,281.25
    for count, shape in ((200_000, (28, 28)), (38_281, (4096,)), (1_000_000, (156,))):
        check_kept(PATH, count, shape)
    for count, shape in ((200_001, (784,)), (38_282, (64, 64)), (1_000_000, (157,))):
        with pytest.raises(DatasetError, match="there may be 156800000 in all, so take fewer examples"):
            check_kept(PATH, count, shape)
