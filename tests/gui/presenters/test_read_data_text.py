"""What is said of examples that were read holds their numbers."""

from __future__ import annotations

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import DataLoaded
from gui.presenters.read_data_text import read_data_text


def test_classes_are_counted_and_numbers_have_none() -> None:
    classes = read_data_text(DataLoaded(DatasetSpec(), 256, 60_000, 10_000, 10, 1))
    assert classes == (
        "A new network on 60,000 examples, 10,000 more for the test; inputs: 256, classes: 10."
    )
    numbers = read_data_text(DataLoaded(DatasetSpec(), 2, 500, 100, 0, 1))
    assert numbers == "A new network on 500 examples, 100 more for the test; inputs: 2."


def test_pictures_without_ink_are_counted() -> None:
    text = read_data_text(DataLoaded(DatasetSpec(), 256, 1_000, 10, 10, 1, blank_count=7))
    assert "No ink was found in 7 of the 1,000 pictures" in text
