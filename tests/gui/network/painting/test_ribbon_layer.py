"""The ribbons' picture: painted again only for other numbers, and faded beside highlighted connections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.painting.render_context import RenderContext
from gui.network.painting.ribbon_layer import RibbonLayer
from gui.theme.tokens import Theme

REST = AnimationState()


@pytest.fixture
def shown(snapshot_of_architecture: Any, qapp: Any) -> tuple[RibbonLayer, Any]:
    layers: tuple[Any, ...] = (Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 800, 506, Theme(), inputs=(4, 4), topology=snapshot.topology)
    return RibbonLayer(RenderContext(layout, Theme(), 1.0, Scales(2, n_layers=2))), snapshot


def painted(layer: RibbonLayer, faded: bool = False, straight: bool = False) -> QImage:
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(Theme().colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    (layer.draw if straight else layer.paint)(painter, faded)
    painter.end()
    return image


def at_ribbon(layer: RibbonLayer, image: QImage) -> QColor:
    """In the middle of the one that lies above."""
    marks = layer.marks[0]
    return image.pixelColor(int((marks.x1[-1] + marks.x2[-1]) / 2), int((marks.y1[-1] + marks.y2[-1]) / 2))


def test_they_are_prepared_again_for_another_snapshot_and_another_number_only(shown: Any) -> None:
    layer, snapshot = shown
    assert layer.prepare(snapshot, REST, "weight") and not layer.prepare(snapshot, REST, "weight")
    # In these pictures ribbons show the same number.
    assert not layer.prepare(snapshot, REST, "signal")
    assert layer.prepare(snapshot, REST, "gradient")
    assert [marks.kind for marks in layer.marks] == ["gradient", "gradient"]
    assert layer.prepare(replace(snapshot, update=9), REST, "gradient")


def test_what_is_painted_and_what_is_drawn_straight_away_are_the_same(shown: Any) -> None:
    layer, snapshot = shown
    layer.prepare(snapshot, REST, "weight")
    colour = QColor(*layer.marks[0].colour[-1].tolist())
    assert at_ribbon(layer, painted(layer)) == colour == at_ribbon(layer, painted(layer, straight=True))


def test_beside_highlighted_connections_a_tenth_of_their_colour_is_left(shown: Any) -> None:
    layer, snapshot = shown
    layer.prepare(snapshot, REST, "weight")
    full, canvas = at_ribbon(layer, painted(layer)), Theme().colour("canvas")
    for straight in (False, True):
        faded = at_ribbon(layer, painted(layer, faded=True, straight=straight))
        for own, whole, ground in zip(
            faded.getRgb()[:3], full.getRgb()[:3], canvas.getRgb()[:3], strict=True
        ):
            assert own == pytest.approx(ground + 0.1 * (whole - ground), abs=2)
