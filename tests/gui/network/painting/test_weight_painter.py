"""A weight that is pointed at: its kernel in full, frames, and hatched cells where it meets the border."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.weight_places import KernelWeight
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect
from gui.network.marks.kernel_marks import kernel_marks
from gui.network.marks.scales import Scales
from gui.network.painting.render_context import RenderContext
from gui.network.painting.weight_painter import paint_border, paint_weight
from gui.theme.tokens import Theme


@pytest.mark.parametrize("name", ["dark", "light"])
def test_frames_kernel_and_border_are_painted(qapp: Any, snapshot_of_architecture: Any, name: str) -> None:
    layers: tuple[Any, ...] = (
        Conv2d(1, 3, padding=1, activation="tanh", picture=(6, 6)),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=5), n_in=36)
    theme = Theme(name)
    layout = make_layout(snapshot.sizes, 900, 560, theme, inputs=(6, 6), topology=snapshot.topology)
    (kernel,) = kernel_marks(snapshot, layout, theme, ("signal", ""))
    context = RenderContext(layout, theme, 1.0, Scales(2, n_layers=2))
    image = QImage(900, 560, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    empty = QImage(image)
    painter = QPainter(image)
    paint_weight(painter, None, (kernel,), context, snapshot)
    painter.end()
    assert image == empty
    painter = QPainter(image)
    paint_weight(painter, KernelWeight(0, 0, 0, 0, 0), (kernel,), context, snapshot)
    painter.end()
    x, y = round(float(kernel.x[0])), round(float(kernel.y[0]))
    middle = x + round(1.5 * kernel.cell), y + round(1.5 * kernel.cell)
    assert image.pixelColor(*middle).getRgb()[:3] == tuple(kernel.colour[0, 1, 1].tolist())
    # The first row and the first column of the map are hatched, the rest is as it was.
    tile = layout.layers[0].maps.tiles[0]  # type: ignore[union-attr]
    cell = tile.width / 6
    shades = {
        image.pixelColor(round(tile.x + dx), round(tile.y + cell / 2)).name()
        for dx in range(4, round(tile.width) - 4)
    }
    assert theme.colour("text").name() in shades and len(shades) >= 2
    inside = image.pixelColor(round(tile.x + 3 * cell), round(tile.y + 3 * cell))
    assert inside == theme.colour("canvas")


def test_no_border_leaves_nothing(qapp: Any) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Theme().colour("canvas"))
    before = QImage(image)
    painter = QPainter(image)
    paint_border(painter, [], Theme())
    painter.end()
    assert image == before
    painter = QPainter(image)
    paint_border(painter, [Rect(2, 2, 10, 10)], Theme())
    painter.end()
    assert image != before
