"""A plot of lines can be kept as it is, with the numbers that it shows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF

from gui.curves.curve_figure import curve_figure, numbers_of
from gui.curves.curve_picture import picture_of
from gui.curves.curve_set import CurveSet, layer_set
from gui.figures.figure_words import file_stem
from gui.theme.tokens import Theme
from tests.gui.curves.drawn import curves_of
from tests.gui.figures.figure_pixels import painted

SIZE, LOOK = (500, 200), Theme()


def test_it_has_every_layers_numbers_and_shares_apart() -> None:
    curves = layer_set("gradient", curves_of(5, 2))
    columns = numbers_of(curves).columns
    assert [column.heading for column in columns] == ["update", "layer 1 (nats)", "output layer (nats)"]
    np.testing.assert_array_equal(np.asarray(columns[1].values), curves.values[:, 0])
    idle = layer_set("idle", curves_of(5, 2))
    columns = numbers_of(idle).columns
    assert [column.heading for column in columns] == [
        "update",
        "layer 1",
        "layer 1: dead",
        "layer 1: saturated",
    ]
    np.testing.assert_array_equal(np.asarray(columns[3].values), idle.parts[1, :, 0])
    noise = layer_set("noise", curves_of(5, 2))
    columns = numbers_of(noise).columns
    assert [column.heading for column in columns[-2:]] == ["noise: first examples", "batch size"]
    np.testing.assert_array_equal(np.asarray(columns[-1].values), noise.samples[:, 1])


def test_it_is_painted_with_the_moment_that_is_looked_back_at(qtbot: object) -> None:
    curves = layer_set("noise", curves_of(20, 3))
    picture = picture_of(curves, SIZE, LOOK, (0.0, 220.0), True, (), 0)
    figure = curve_figure("Noise", SIZE, LOOK, picture, None)
    past = curve_figure("Noise", SIZE, LOOK, picture, 100)
    assert figure is not None and past is not None
    assert (figure.stem, figure.update, figure.size) == ("noise", 200, SIZE)
    different = (painted(figure) != painted(past)).any(axis=-1)
    x = float(picture.geometry.x(100))
    columns = np.flatnonzero(different[: int(picture.geometry.plot.bottom())].any(axis=0))
    assert len(columns) and abs(columns - x).max() <= 2
    assert QRectF(0, 0, *SIZE).contains(picture.geometry.plot)


def test_its_files_name_is_what_is_on_it_and_says_nothing_twice(qtbot: object) -> None:
    for kind, stem in (("update", "update-to-weight"), ("gradient", "gradient")):
        picture = picture_of(layer_set(kind, curves_of(5, 2)), SIZE, LOOK, (0.0, 40.0), True, (), 0)
        figure = curve_figure("", SIZE, LOOK, picture, None)
        assert figure is not None
        assert file_stem(figure, figure.update) == f"backlight-{stem}-update-{figure.update}"


def test_without_numbers_there_is_nothing_to_keep(qtbot: object) -> None:
    empty = picture_of(CurveSet.empty("update"), SIZE, LOOK, (0.0, 100.0), True, (), 0)
    assert curve_figure("", SIZE, LOOK, empty, None) is None
