"""What was read for a run to be begun on, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.messages import DataLoaded


def read_data_text(data: DataLoaded) -> str:
    """How many examples there are, of what, and what is wrong with some."""
    counts = {
        "train": f"{data.train_count:,}",
        "test": f"{data.test_count:,}",
        "inputs": f"{data.n_in:,}",
        "classes": f"{data.class_count:,}",
    }
    if data.is_regression:
        text = QCoreApplication.translate(
            "RunPresenter", "A new network on {train} examples, {test} more for the test; inputs: {inputs}."
        )
    else:
        text = QCoreApplication.translate(
            "RunPresenter",
            "A new network on {train} examples, {test} more for the test; inputs: {inputs}, classes: {classes}.",
        )
    text = text.format(**counts)
    if data.blank_count:
        blank = QCoreApplication.translate(
            "RunPresenter",
            "No ink was found in {blank} of the {train} pictures: a drawing must be darker, or brighter,"
            " than its edge.",
        )
        text += " " + blank.format(blank=f"{data.blank_count:,}", train=counts["train"])
    return text
