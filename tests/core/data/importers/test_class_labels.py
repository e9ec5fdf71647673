"""Labels as a file has them become classes: whole numbers by size, words by the alphabet."""

import re
from pathlib import Path

import numpy as np
import pytest

from core.data.importers.class_labels import classes
from core.data.refusals import DatasetError

PATH = Path("own.csv")


@pytest.mark.parametrize(
    ("names", "codes", "y", "class_names"),
    [
        (["bee", "ant"], [0, 1, 1, 0], [1, 0, 0, 1], ("ant", "bee")),
        (["10", "2", "-1"], [0, 1, 2, 1], [2, 1, 0, 1], ("-1", "2", "10")),
        # One class however it is written: 1, 1.0, +1 and 01.
        (["1", "1.0", "+1", "01", "2."], [0, 1, 2, 3, 4], [0, 0, 0, 0, 1], ("1", "2")),
        ([" ant ", "ant", "bee"], [0, 1, 2], [0, 0, 1], ("ant", "bee")),
        # A word among numbers makes all of them words: "10" before "2".
        (["2", "10", "two"], [0, 1, 2], [1, 0, 2], ("10", "2", "two")),
        # Words and a measured number are words; only measured numbers alone are no labels.
        (["2.5", "two"], [0, 1], [0, 1], ("2.5", "two")),
    ],
)
def test_each_example_has_the_class_of_its_label(
    names: list[str], codes: list[int], y: list[int], class_names: tuple[str, ...]
) -> None:
    found, found_names = classes(PATH, names, np.array(codes))
    assert (found.tolist(), found_names, found.dtype) == (y, class_names, np.dtype(np.int64))


def test_a_hundred_classes_are_the_most() -> None:
    names = [f"w{i:03}" for i in range(101)]
    assert classes(PATH, names[:100], np.arange(100))[1] == tuple(names[:100])
    with pytest.raises(DatasetError, match="labels of 101 classes: 2 to 100"):
        classes(PATH, names, np.arange(101))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["1", " "], "has an example without a label: each example needs one."),
        (["a", "b" * 101], "has the label 'bbbbbbbbbbbbbbbbbbbb…': a label is 100 signs at most, of text."),
        (
            ["a", "b\nc"],
            "has the label 'b\\nc': a label has no sign that cannot be seen, so leave U+000A out.",
        ),
        (
            ["a", "b\u202ec"],
            "has the label 'b\\u202ec': a label has no sign that cannot be seen, so leave U+202E out.",
        ),
        (
            ["a", "x" * 40 + "\u200b"],
            "has the label 'xxxxxxxxxxxxxxxxxxxx…': a label has no sign that cannot be seen, so leave U+200B out.",
        ),
        (["1", "2,5"], "has the label 2,5: labels are words or whole numbers, one a class."),
        (
            ["1", "18446744073709551615"],
            "has the label 18446744073709551615: a label that is a whole number has 15 digits at most.",
        ),
        (["1", "2.5"], "has the label 2.5: labels are words or whole numbers, one a class."),
        (["1", "1.0"], "has labels of 1 class: 2 to 100 classes are needed."),
    ],
)
def test_what_is_no_label_is_quoted(names: list[str], said: str) -> None:
    with pytest.raises(DatasetError, match=f"^own.csv {re.escape(said)}$"):
        classes(PATH, names, np.arange(2))


def test_a_label_of_a_hundred_signs_is_one() -> None:
    assert classes(PATH, ["a", "b" * 100], np.arange(2))[1] == ("a", "b" * 100)
