"""What the network reads of a canvas."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from core.data.ink import ink_from_strokes
from gui.drawing.canvas_ink import ink_on
from gui.drawing.digit_canvas import DigitCanvas
from gui.drawing.drawing_state import ShowStrokes


def test_strokes_become_ink_and_an_image_is_its_own(qtbot: QtBot) -> None:
    canvas = DigitCanvas(QUndoStack(None))
    qtbot.addWidget(canvas)
    canvas.resize(160, 160)
    assert ink_on(canvas) is None
    stroke = np.array([[0.5, 0.2], [0.5, 0.8]])
    canvas.show_drawing(ShowStrokes((stroke,)))
    drawn = ink_on(canvas)
    expected = ink_from_strokes([stroke * canvas.canvas_size], canvas.canvas_size, canvas.pen_width)
    assert drawn is not None and np.array_equal(drawn, expected.ravel()) and drawn.any()
    image = np.zeros((16, 16), np.uint8)
    image[3, 4] = 1
    canvas.show_drawing(ShowStrokes((), image))
    shown = ink_on(canvas)
    assert shown is not None and shown.dtype == np.float32 and np.flatnonzero(shown).tolist() == [52]
    assert canvas.shown == ShowStrokes((), image)
