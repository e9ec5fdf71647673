"""What a choice of examples is called: a word or two, with what makes it harder."""

from __future__ import annotations

import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.toy_1d import CURVES
from core.data.toy_2d import PLANE_KINDS
from gui.data_dialog.data_names import content_title, data_title, full_title, set_title, short_dataset_title


@pytest.mark.parametrize(
    ("choice", "title", "short"),
    [
        (DatasetSpec(), "digits", "digits"),
        (DatasetSpec(count=500), "digits", "digits"),
        (DatasetSpec(classes=(1, 3, 8)), "digits 1, 3, 8", "digits"),
        (DatasetSpec(shuffled_labels=0.25), "digits, 25 % of labels shuffled", "digits"),
        (
            DatasetSpec(classes=(0, 1), shuffled_labels=1.0, noise=0.055),
            "digits 0, 1, 100 % of labels shuffled, noise 5.5 %",
            "digits",
        ),
        (DatasetSpec("plane", "circle"), "disc and ring", "disc and ring"),
        (DatasetSpec("plane", "moons", count=90), "moons", "moons"),
        (DatasetSpec("line", "sines"), "sum of sines", "sum of sines"),
        (DatasetSpec("line", "drawn", points=((-1.0, 0.0), (1.0, 0.0))), "drawn by hand", "drawn by hand"),
        (DatasetSpec("own", path="/some/where/own.csv"), "own.csv", "own.csv"),
        (
            DatasetSpec("own", path="/some/where/t10k-images-idx3-ubyte"),
            "t10k-images-idx3-ubyte",
            "t10k-images-id",
        ),
    ],
)
def test_examples_are_called_by_what_they_are(choice: DatasetSpec, title: str, short: str) -> None:
    assert (data_title(choice), short_dataset_title(choice)) == (title, short)
    assert len(short) <= 14 and "…" not in short


@pytest.mark.parametrize("kinds", [PLANE_KINDS, (*CURVES, "drawn")])
def test_no_two_sets_of_one_page_have_the_same_name(kinds: tuple[str, ...]) -> None:
    titles = [set_title(kind) for kind in kinds]
    assert all(titles) and len(set(titles)) == len(titles)


def test_a_users_own_are_called_by_what_they_were_when_they_were_read() -> None:
    own = DatasetSpec("own", path="/some/where/own.csv", content="3fa9c1" + "0" * 58)
    assert (content_title(own), full_title(own)) == ("contents 3fa9c1", "own.csv, contents 3fa9c1")
    assert (content_title(own.unread), full_title(own.unread)) == ("", "own.csv")
    assert (content_title(DatasetSpec()), full_title(DatasetSpec())) == ("", "digits")
