"""Why fewer connections stand out than a neuron has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.marks.blank_inputs import blank_words

WORDS = "none from pixels without ink"


def test_what_comes_from_pixels_without_ink_is_left_out(make_snapshot) -> None:
    snapshot = make_snapshot((4, 3, 2), x=np.array([0.0, 1.0, 0.0, 0.5]))
    assert blank_words(snapshot, [(0, 1)]) == blank_words(snapshot, [(1, 0), (0, 1)]) == WORDS
    assert blank_words(snapshot, [(1, 0)]) == blank_words(snapshot, []) == ""
    assert blank_words(make_snapshot((4, 3, 2), x=np.ones(4)), [(0, 1)]) == ""


def test_of_inputs_that_are_no_pixels_it_says_so(make_snapshot) -> None:
    snapshot = make_snapshot((4, 3, 2), x=np.array([0.0, 1.0, 0.0, 0.5]))
    snapshot = replace(snapshot, data=replace(snapshot.data, picture=None))
    assert blank_words(snapshot, [(0, 1)]) == "none from inputs of zero"


@pytest.mark.parametrize(("cell", "words"), [((0, 0), ""), ((2, 2), WORDS)])
def test_of_a_cell_only_the_pixels_of_its_window_count(
    snapshot_of_architecture: Any, cell: tuple[int, int], words: str
) -> None:
    layers: tuple[Any, ...] = (Conv2d(1, 2, picture=(4, 4)), Dense(3, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1), n_in=16)
    x = np.ones_like(snapshot.trace.x)
    x[-1] = 0
    snapshot = replace(snapshot, trace=replace(snapshot.trace, x=x))
    assert blank_words(snapshot, [(0, cell[0] * 3 + cell[1])]) == words
