"""What is painted over the picture, and beside it: the cursor's pill, its ring, and the markers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from core.training.config import TrainingConfig
from gui.loss.curve_marks import EditMark, SettingsMark
from gui.loss.loss_plot import LossPlot
from gui.theme.tokens import make_theme
from tests.gui.loss.plotted import make_record, picture, show


def differing(a: QImage, b: QImage) -> np.ndarray:
    """(rows, columns) bool: where two pictures differ."""
    arrays = []
    for image in (a, b):
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        arrays.append(np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()))
    return arrays[0] != arrays[1]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_cursor_is_a_line_at_its_update_with_a_pill_on_the_axis_and_a_ring(
    plot: LossPlot, name: str
) -> None:
    plot.set_theme(make_theme(name))
    show(plot, make_record(500))
    before = plot.grab().toImage()
    plot._read(230)
    changed = differing(before, plot.grab().toImage())
    at = picture(plot).geometry
    x = int(at.x(230))
    assert changed[int(at.plot.top()) + 2 : int(at.plot.bottom()) - 2, x].mean() > 0.8
    # The pill is below the axis, around the line; the ring around the dot of update 200.
    pill = np.flatnonzero(changed[int(at.plot.bottom()) + 8])
    assert pill.min() < x < pill.max() and pill.max() - pill.min() > 20
    ring_x = int(at.x(200))
    rows, columns = np.nonzero(changed[:, ring_x - 8 : ring_x + 9])
    assert columns.min() <= 4 and columns.max() >= 12
    plot._read(None)
    assert not differing(before, plot.grab().toImage()).any()


@pytest.mark.parametrize("update", [0, 1, 250, 499, 500])
def test_the_pill_stays_in_the_picture_and_hides_the_numbers_it_touches(plot: LossPlot, update: int) -> None:
    show(plot, make_record(500))
    before = plot.grab().toImage()
    plot._read(update)
    image = plot.grab().toImage()
    at = picture(plot).geometry
    row = int(at.plot.bottom()) + 6
    white = QColor(make_theme("dark").colours.text)
    # Around the plot is the frame of what has the keyboard.
    pill = [x for x in range(2, image.width() - 2) if image.pixelColor(x, row) == white]
    assert pill and pill[0] > 2 and pill[-1] < image.width() - 1
    # Right beside the pill there is nothing: no half of a number.
    canvas = QColor(make_theme("dark").colours.canvas)
    for x in (*range(pill[0] - 6, pill[0] - 3), *range(pill[-1] + 4, pill[-1] + 7)):
        if 0 <= x < image.width():
            column = [image.pixelColor(x, y) for y in range(row + 2, row + 9)]
            assert all(colour == canvas for colour in column)
    assert differing(before, image).any()


@pytest.mark.parametrize("height", [100, 260])
def test_each_marker_stands_at_its_update(plot: LossPlot, height: int) -> None:
    plot.resize(900, height)
    record = make_record(500)
    show(plot, record)
    before = plot.grab().toImage()
    config = TrainingConfig()
    marks = [
        EditMark(1, 150, "w", 1.0, 2.0),
        SettingsMark(350, config, replace(config, learning_rate=0.01)),
    ]
    show(plot, record, marks)
    changed = differing(before, plot.grab().toImage())
    at = picture(plot).geometry
    for update, least in ((150, 0.25), (350, 0.4)):
        # Dotted and dashed.
        column = changed[int(at.plot.top()) + 2 : int(at.plot.bottom()) - 2, int(at.x(update))]
        assert least < column.mean() < 0.9
    # Words only where there is a strip for them.
    strip = changed[: int(at.plot.top()) - 2, int(at.x(150)) + 12 : int(at.x(350)) - 12]
    assert strip.any() == (height == 260)
