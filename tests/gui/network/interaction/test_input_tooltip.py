"""An input's tooltip names it, its number and what its colour means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from gui.network.interaction.input_tooltip import input_tooltip
from tests.gui.network.marks.test_input_map import fruit, layout_of, snapshot_of


def test_a_column_of_a_table_is_named_with_its_number_and_its_own_scale(tmp_path) -> None:
    choice = fruit(tmp_path, standardised=False)
    snapshot, data = snapshot_of(choice), choice.load()
    layout = layout_of(snapshot)
    largest = data.X_train.max(axis=0)
    for index, name in enumerate(("weight", "colour")):
        text = input_tooltip(snapshot, layout, layout.pixel_x[index] + 3, layout.pixel_y[index] - 3)
        assert text.startswith(f"{name} = {float(snapshot.trace.x[index]):.2f}.")
        scale = float(text.split(f"|{name}| = ")[1].split(",")[0])
        assert scale == pytest.approx(largest[index], rel=0.05)
        assert "ink" not in text and "standardised" not in text
    standardised = snapshot_of(fruit(tmp_path))
    assert "weight" in input_tooltip(standardised, layout, layout.pixel_x[0], layout.pixel_y[0])
    assert "standardised" in input_tooltip(standardised, layout, layout.pixel_x[0], layout.pixel_y[0])


def test_ink_keeps_its_own_words_and_grey_is_no_ink(make_snapshot) -> None:
    digits = make_snapshot()
    layout = layout_of(digits)
    assert input_tooltip(digits, layout, layout.pixel_x[0], layout.pixel_y[0]) == ""
    grey = replace(digits, data=replace(digits.data, choice=DatasetSpec("own", path="a", as_ink=False)))
    text = input_tooltip(grey, layout, layout.pixel_x[0], layout.pixel_y[0])
    assert "grey" in text and "ink" not in text


def test_a_column_that_is_one_number_throughout_tells_nothing(tmp_path) -> None:
    snapshot = snapshot_of(fruit(tmp_path))
    layout = layout_of(snapshot)
    constant = replace(snapshot, data=replace(snapshot.data, constant=np.array([True, False])))
    texts = [
        input_tooltip(constant, layout, layout.pixel_x[index], layout.pixel_y[index]) for index in (0, 1)
    ]
    assert ["tells nothing" in text for text in texts] == [True, False]
    assert ["standardised" in text for text in texts] == [False, True]
