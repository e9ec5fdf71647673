"""C never stands over what leads to the outputs, at any size of type."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QPainterPath

from core.nn.known_architectures import known_architecture
from core.nn.topology import Topology
from gui.network.geometry.layout import fitting_theme, make_layout
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import text_width
from gui.theme.tokens import Theme

PLACES = [(800, 506), (816, 388), (984, 380), (1920, 1000)]


def layout_of(kind: str, width: int, height: int, theme: Theme) -> Layout:
    if kind == "dense":
        return make_layout((256, 32, 16, 10), width, height, theme)
    topology = Topology(known_architecture(kind, (16, 16)).with_outputs(10).layers, (256,))
    return make_layout(topology.sizes, width, height, theme, topology=topology)


def connections(layout: Layout) -> list[QPainterPath]:
    """As they are painted, from the lowest places of the last hidden layer to each output."""
    before, outputs = layout.layers[-2:]
    starts = [float(before.y.max())]
    if before.maps is not None:
        starts = [tile.y + tile.height for tile in before.maps.tiles]
    paths = []
    for y1 in starts:
        for x2, y2 in zip(outputs.x.tolist(), outputs.y.tolist(), strict=True):
            path, x1, end = QPainterPath(), before.right, x2 - outputs.radius
            path.moveTo(x1, y1)
            if before.maps is None:
                path.lineTo(end, y2)
            else:
                path.cubicTo((x1 + end) / 2, y1, (x1 + end) / 2, y2, end, y2)
            paths.append(path)
    return paths


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("width", "height"), PLACES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("kind", ["dense", "small_cnn", "lenet_1989"])
def test_no_connection_crosses_it(kind: str, scale: float, width: int, height: int) -> None:
    theme = Theme(scale=scale)
    layout = layout_of(kind, width, height, theme)
    rect = layout.loss
    for path in connections(layout):
        for share in np.linspace(0, 1, 60):
            at = path.pointAtPercent(float(share))
            assert not (at.x() > rect.x and rect.y < at.y() < rect.y + rect.height)
    # The shortest thing that is ever said there has room: C and its number.
    assert text_width("C = 0.0012", "head", fitting_theme(width, height, theme), bold=True) <= rect.width


@pytest.mark.usefixtures("qtbot")
def test_where_there_is_room_it_begins_where_the_outputs_end() -> None:
    layout = layout_of("dense", 1920, 1000, Theme())
    assert layout.loss.x == layout.layers[-1].right
