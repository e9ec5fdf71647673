"""The input as a picture: the example's own ink at its place, and painted again only when it is another one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtGui import QImage, QPainter

from gui.network.geometry.layout import make_layout
from gui.network.marks.neuron_marks import ink_colours
from gui.network.marks.scales import Scales
from gui.network.painting.input_picture import InputPicture, input_bytes
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


def shown(picture: InputPicture, snapshot: Any) -> QImage:
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(Theme().colour("canvas"))
    painter = QPainter(image)
    picture.paint(painter, snapshot)
    painter.end()
    return image


def test_each_pixel_has_its_own_ink_also_when_another_example_comes(qapp: Any, make_snapshot: Any) -> None:
    first = make_snapshot((256, 8, 4), x=np.linspace(0, 1, 256).astype(np.float32))
    second = replace(first, trace=replace(first.trace, x=first.trace.x[::-1].copy()))
    layout = make_layout(first.sizes, 800, 506, Theme())
    picture = InputPicture(RenderContext(layout, Theme(), 1.0, Scales(2)))
    for snapshot in (first, second, first):
        image = shown(picture, snapshot)
        expected = ink_colours(snapshot.trace.x, Theme())
        for pixel in range(0, 256, 7):
            at = int(layout.pixel_x[pixel]), int(layout.pixel_y[pixel])
            assert image.pixelColor(*at).getRgb()[:3] == tuple(expected[pixel].tolist())


def test_inputs_are_the_same_where_their_numbers_are(make_snapshot: Any) -> None:
    snapshot = make_snapshot((256, 8, 4))
    again = replace(snapshot, trace=replace(snapshot.trace, x=snapshot.trace.x.copy()))
    assert input_bytes(snapshot) == input_bytes(again)
    other = snapshot.trace.x.copy()
    other[3] = 1 - other[3]
    assert input_bytes(replace(snapshot, trace=replace(snapshot.trace, x=other))) != input_bytes(snapshot)
