"""Each weight of both networks is a row once, with its difference."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.nn.architecture import Dense
from core.nn.convolution import Conv2d
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from gui.side.difference_strip import DifferenceStrip
from tests.gui.figures.figure_rows import rows_of
from tests.gui.side.test_difference_marks import of_maps, with_random_weights


@pytest.mark.parametrize(
    "hidden",
    [(), (Dense(5),), (Conv2d(2, 3, padding=1), MaxPool2d(2), LocallyConnected2d(1, 2))],
    ids=["one", "dense", "maps"],
)
def test_the_strips_numbers_are_each_weight_of_both(qtbot: QtBot, hidden: tuple[Any, ...]) -> None:
    a, b = (with_random_weights(of_maps(1, *hidden), seed) for seed in (1, 2))
    b = replace(b, run=1, update=8)
    strip = DifferenceStrip()
    qtbot.addWidget(strip)
    strip.resize(800, 104)
    assert strip.figure() is None
    strip.show_networks(a, b, name_of_b="seed 2")
    figure = strip.figure()
    assert (
        figure is not None
        and (figure.run, figure.update) == (a.run, a.update)
        and "(B: seed 2, update 8)" in figure.what
    )
    rows = np.array(rows_of(figure)[1:])[:, 1:]
    assert len(rows) == sum(W.size for W in a.weights)
    for layer, weights in enumerate(zip(a.weights, b.weights, strict=True)):
        if not weights[0].size:
            continue
        own = rows[rows[:, 0] == str(layer + 1)]
        if weights[0].ndim == 1:
            # Windows that share no weights: no matrix.
            assert set(own[:, 2]) == {""}
            place: tuple[Any, ...] = (own[:, 1].astype(int) - 1,)
            both = [W[place] for W in weights]
        else:
            place = own[:, 1].astype(int) - 1, own[:, 2].astype(int) - 1
            both = [W.reshape(-1, W.shape[-1])[place] for W in weights]
        assert len(set(zip(*(each.tolist() for each in place), strict=True))) == weights[0].size
        for given, values in zip(own[:, 3:5].T, both, strict=True):
            assert np.array_equal(given.astype(values.dtype), values)
        assert np.array_equal(own[:, 5].astype(float), both[1].astype(float) - both[0])
    assert set(rows[:, 6]) == {"seed 2"} and set(rows[:, 7]) == {"8"}


def test_where_there_is_no_difference_to_draw_there_is_nothing_to_save(qtbot: QtBot) -> None:
    strip = DifferenceStrip()
    qtbot.addWidget(strip)
    strip.resize(800, 104)
    strip.show_networks(of_maps(1), of_maps(1, Conv2d(2, 3)))
    assert strip.figure() is None
