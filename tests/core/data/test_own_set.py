"""A test set of one's own keeps each example with its number and its class's name, whatever comes and goes."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.own_set import MOST_EXAMPLES, MOST_NUMBER, OwnSet, takes_drawings

DIGITS = tuple("0123456789")
FOLDER = DatasetSpec("own", path="/nowhere")


def some(numbers: list[int], labels: list[str], seed: int = 0) -> OwnSet:
    """Random ink under these numbers, of these classes."""
    names = tuple(dict.fromkeys(labels))
    pixels = np.random.default_rng(seed).integers(0, 2, (len(numbers), 256)).astype(np.uint8)
    return OwnSet(np.array(numbers, np.int64), pixels, np.array([names.index(n) for n in labels]), names)


def rows(own: OwnSet) -> list[tuple[int, str, bytes]]:
    """Number, class and pixels of each."""
    return [
        (int(n), own.names[int(i)], p.tobytes())
        for n, i, p in zip(own.numbers, own.labels, own.pixels, strict=True)
    ]


def test_what_is_taken_away_and_kept_again_stands_where_it_stood() -> None:
    first, more = some([2, 5, 9], ["7", "cat", "7"]), some([4, 12], ["cat", "0"], 1)
    both = first.with_examples(more)
    assert rows(both) == sorted(rows(first) + rows(more))
    gone = both.of_numbers(np.array([5, 12, 77]))
    assert [row[0] for row in rows(gone)] == [5, 12]
    left = both.without(gone.numbers)
    assert rows(left) == [row for row in rows(both) if row[0] not in (5, 12)]
    # Nobody is called 0 any more.
    assert set(left.names) == {"7", "cat"}
    assert rows(left.with_examples(gone)) == rows(both)
    assert left.with_examples(gone).is_same(both) and not left.is_same(both)
    assert (both.next_number, OwnSet().next_number) == (13, 1)


def test_the_same_picture_may_be_there_twice_and_the_same_number_once() -> None:
    one = some([1], ["3"])
    again = OwnSet(np.array([2]), one.pixels, one.labels, one.names)
    assert len(one.with_examples(again)) == 2
    # A command that is sent a second time changes nothing.
    assert one.with_examples(one).is_same(one)


def test_another_class_for_one_leaves_all_others_as_they_are() -> None:
    own = some([1, 2, 3], ["7", "1", "7"])
    changed = own.labelled(2, "4")
    assert [row[1] for row in rows(changed)] == ["7", "4", "7"]
    assert np.array_equal(changed.pixels, own.pixels)
    assert own.labelled(8, "4").is_same(own) and not changed.is_same(own)


def test_only_what_is_ink_of_a_class_of_the_data_fits_them() -> None:
    own = some([1, 2, 3, 4], ["7", "cat", "1", "7"])
    fits = own.fitting(DatasetSpec(), (16, 16), DIGITS)
    assert (fits.numbers.tolist(), fits.labels.tolist(), fits.names) == ([1, 3, 4], [7, 1, 7], DIGITS)
    assert np.array_equal(fits.pixels, own.pixels[[0, 2, 3]])
    other = own.fitting(FOLDER, (16, 16), ("cat", "7"))
    assert (other.numbers.tolist(), other.labels.tolist()) == ([1, 2, 4], [1, 0, 1])
    for choice, picture in (
        (DatasetSpec("plane"), None),
        (FOLDER, (28, 28)),
        (DatasetSpec("own", path="/nowhere", as_ink=False), (16, 16)),
    ):
        assert not takes_drawings(choice, picture) and not len(own.fitting(choice, picture, DIGITS))
    assert not len(own.fitting(DatasetSpec(), (16, 16), ())) and not len(
        OwnSet().fitting(FOLDER, (16, 16), DIGITS)
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"numbers": [0, 1]}, "rise"),
        ({"numbers": [2, 2]}, "rise"),
        ({"numbers": [1, MOST_NUMBER + 1]}, "rise"),
        ({"numbers": [[1, 2]]}, "shapes|labels"),
        ({"numbers": [1]}, "labels"),
        ({"labels": [0, 2]}, "beyond"),
        ({"labels": [-1, 0]}, "beyond"),
        ({"labels": [0]}, "labels"),
        ({"names": ("a", "a")}, "twice"),
        ({"pixels": np.full((2, 256), 2, np.uint8)}, "ink"),
        ({"pixels": np.zeros((2, 255), np.uint8)}, "pixels"),
        ({"pixels": np.zeros((2, 256), np.int64)}, "int64"),
    ],
)
def test_what_can_be_no_such_set_is_refused(change: dict[str, object], words: str) -> None:
    fields = {
        "numbers": [1, 2],
        "pixels": np.zeros((2, 256), np.uint8),
        "labels": [0, 1],
        "names": ("a", "b"),
    }
    fields |= change
    for name in ("numbers", "labels"):
        fields[name] = np.array(fields[name], np.int64)
    with pytest.raises(ValueError, match=words):
        OwnSet(**fields)  # type: ignore[arg-type]


def test_there_may_be_as_many_as_the_limit_says() -> None:
    def of(count: int) -> OwnSet:
        zeros = np.zeros((count, 256), np.uint8)
        return OwnSet(np.arange(1, count + 1), zeros, np.zeros(count, np.int64), ("5",))

    full = of(MOST_EXAMPLES)
    with pytest.raises(ValueError, match="at most"):
        of(MOST_EXAMPLES + 1)
    with pytest.raises(ValueError, match="at most"):
        full.with_examples(some([MOST_EXAMPLES + 1], ["5"]))
