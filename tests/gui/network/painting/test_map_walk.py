"""Maps in a walkthrough, as they are painted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.painting.map_walk import OUTLINED_PX, MapWalk
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme

THEME = Theme()
TIMES = Timeline.walkthrough(3, has_gradient=True)


def state(phase: str, gap: int, progress: float) -> AnimationState:
    own = next(p for p in TIMES.phases if (p.name, p.gap) == (phase, gap))
    return TIMES.state_at(own.start_s + progress * own.duration_s)


@pytest.fixture
def shown(snapshot_of_architecture: Any, qapp: Any) -> tuple[MapWalk, Any, Any]:
    layers: tuple[Any, ...] = (
        Conv2d(2, 3, padding=1, activation="tanh", picture=(4, 4)),
        MaxPool2d(2),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=3))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    scales = Scales(len(snapshot.connections), n_layers=3)
    scales.update_from_snapshot(snapshot)
    return MapWalk(RenderContext(layout, THEME, 1.0, scales)), snapshot, layout


def painted(walk: MapWalk) -> QImage:
    image = QImage(900, 560, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("error"))
    painter = QPainter(image)
    walk.paint(painter)
    painter.end()
    return image


def test_it_is_made_anew_for_another_moment_and_another_snapshot_only(shown: Any) -> None:
    walk, snapshot, _ = shown
    assert not walk.prepare(snapshot, AnimationState())
    assert walk.prepare(snapshot, state("forward", 1, 0.2))
    assert not walk.prepare(snapshot, state("forward", 1, 0.6))
    assert walk.prepare(replace(snapshot, update=9), state("forward", 1, 0.6))
    assert walk.prepare(snapshot, AnimationState()) and not walk.marks.looks
    assert painted(walk).pixelColor(450, 280) == THEME.colour("error")


def test_winners_are_filled_and_losers_are_outlines(shown: Any) -> None:
    walk, snapshot, layout = shown
    walk.prepare(snapshot, state("forward", 1, 0.5))
    (look,) = walk.marks.looks
    assert look.maps.cell >= OUTLINED_PX and 0 < look.hollow.sum() < look.hollow.size
    image, column = painted(walk), layout.layers[0]
    for index in range(column.size):
        x, y, half = column.x[index], column.y[index], look.maps.cell / 2
        middle, line = image.pixelColor(int(x), int(y)), image.pixelColor(int(x), int(y - half + 1))
        if look.hollow[index]:
            assert (middle, line) == (THEME.colour("canvas"), THEME.colour("line"))
        else:
            assert middle == line == QColor(*look.fill[index].tolist())


def test_a_cell_on_the_way_back_has_the_colour_of_its_delta(shown: Any) -> None:
    walk, snapshot, layout = shown
    walk.prepare(snapshot, state("backward", 1, 0.4))
    look = next(own for own in walk.marks.looks if own.layer == 1)
    column, image = layout.layers[1], painted(walk)
    assert len(np.unique(look.fill, axis=0)) > 2
    for index in range(column.size):
        found = image.pixelColor(int(column.x[index]), int(column.y[index]))
        assert found == QColor(*look.fill[index].tolist())


def test_the_window_that_is_visited_is_framed(shown: Any) -> None:
    walk, snapshot, _ = shown
    walk.prepare(snapshot, state("forward", 0, 0.5))
    image = painted(walk)
    for frame in walk.marks.frames:
        assert image.pixelColor(int(frame.x + frame.width / 2), int(frame.y - 2)) == THEME.colour("text")
