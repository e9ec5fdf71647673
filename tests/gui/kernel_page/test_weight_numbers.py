"""The numbers on a weight's page: a row for each place, and one for each weight of its kernel."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from gui.kernel_page.weight_numbers import weight_numbers
from gui.kernel_page.weight_scene import make_scene
from gui.theme.tokens import Theme
from gui.widgets.figure import Numbers


def column(numbers: Numbers, name: str) -> np.ndarray:
    return np.asarray(next(each for each in numbers.columns if each.name == name).values)


@pytest.mark.parametrize("kind", ["gradient", "weight"])
def test_they_are_those_of_the_scene(cnn: Snapshot, kind: str) -> None:
    scene = make_scene(cnn, KernelWeight(0, 0, 5, 1, 1), kind, 776, 380, Theme())
    places, kernel = weight_numbers(scene)
    rows, columns = column(places, "row") - 1, column(places, "column") - 1
    assert len(rows) == scene.places.a.size and scene.places.delta is not None
    assert np.array_equal(column(places, "a"), scene.places.a[rows, columns])
    assert np.array_equal(column(places, "a·δ"), (scene.places.a * scene.places.delta)[rows, columns])
    # Its sum is the weight's own gradient.
    own = scene.numbers.gradient[scene.weight.row, scene.weight.column]
    assert column(places, "a·δ").sum() == pytest.approx(own, rel=1e-4)
    at = column(kernel, "row") - 1, column(kernel, "column") - 1
    assert np.array_equal(column(kernel, kind), scene.numbers.values[at], equal_nan=True)
