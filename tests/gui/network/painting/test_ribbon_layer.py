"""The ribbons' picture: painted again only for other numbers, and faded beside highlighted connections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import ALL_LAYERS, AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.marks.edge_marks import levels_of as levels
from gui.network.marks.ribbon_marks import ribbons_of
from gui.network.marks.scales import Scales
from gui.network.painting import ribbon_layer
from gui.network.painting.render_context import RenderContext
from gui.network.painting.ribbon_layer import RibbonLayer
from gui.theme.tokens import Theme

REST = AnimationState()


def layer_of(snapshot_of_architecture: Any, ratio: float) -> tuple[RibbonLayer, Any]:
    layers: tuple[Any, ...] = (Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 800, 506, Theme(), inputs=(4, 4), topology=snapshot.topology)
    return RibbonLayer(RenderContext(layout, Theme(), ratio, Scales(2, n_layers=2))), snapshot


@pytest.fixture
def shown(snapshot_of_architecture: Any, qapp: Any) -> tuple[RibbonLayer, Any]:
    return layer_of(snapshot_of_architecture, 1.0)


def painted(layer: RibbonLayer, faded: bool = False, straight: bool = False, ratio: float = 1.0) -> QImage:
    image = QImage(round(800 * ratio), round(506 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
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


def levels_of(image: QImage) -> Any:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].astype(np.int64)


def forward_in(gap: int) -> AnimationState:
    """The signal passes this gap."""
    return AnimationState("forward", gap, 0.5, gap, False, ALL_LAYERS)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_picture_drawn_before_it_is_needed_has_all_that_is_drawn_straight_away(
    snapshot_of_architecture: Any, qapp: Any, ratio: float
) -> None:
    layer, snapshot = layer_of(snapshot_of_architecture, ratio)
    layer.prepare(snapshot, REST, "gradient")
    # A step for each group of connections.
    assert len(list(layer.drawing("gradient"))) == 2
    from_pictures, straight = painted(layer, ratio=ratio), painted(layer, straight=True, ratio=ratio)
    assert np.abs(levels_of(from_pictures) - levels_of(straight)).max() <= 3
    assert np.ptp(levels_of(straight)) > 100


def test_where_the_signal_arrives_only_its_group_is_made_and_what_is_ahead_of_it_is_drawn_before(
    shown: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer, snapshot = shown
    made: list[int] = []

    def counted(snapshot: Any, number: int, *rest: Any) -> Any:
        made.append(number)
        return ribbons_of(snapshot, number, *rest)

    monkeypatch.setattr(ribbon_layer, "ribbons_of", counted)
    layer.prepare(snapshot, forward_in(0), "weight")
    (first,) = layer.marks
    assert [own for own in made if own == 0] == [0]
    assert len(list(layer.drawing("weight"))) == 2
    made.clear()
    assert layer.prepare(snapshot, forward_in(1), "weight")
    assert not made and layer.marks[0] is first and [own.group for own in layer.marks] == [0, 1]
    # Another moment has other numbers, whatever was drawn ahead.
    other = replace(snapshot, update=9)
    assert layer.prepare(other, forward_in(1), "weight")
    assert [own for own in made if own in (0, 1)] == [0, 1] and layer.marks[0] is not first


def test_what_is_overtaken_is_drawn_no_further(shown: Any) -> None:
    layer, snapshot = shown
    layer.prepare(snapshot, REST, "weight")
    steps = layer.drawing("weight")
    next(steps)
    layer.prepare(replace(snapshot, update=9), REST, "weight")
    assert not list(steps)


def full_colours(layer: RibbonLayer) -> tuple[list[float], list[float]]:
    """What full colour stands for, of each gap's ribbons, and of the kernels that there are."""
    return [own.scale for own in layer.marks], [own.scale for own in layer.kernels]


def changed(snapshot: Any, times: float) -> Any:
    return replace(snapshot, update=snapshot.update + 1, parameters=snapshot.parameters * np.float32(times))


def test_locked_scales_hold_for_ribbons_and_kernels(shown: Any) -> None:
    layer, snapshot = shown
    scales = layer._context.scales
    layer.prepare(snapshot, REST, "weight")
    before, marks = full_colours(layer), layer.marks[0]
    assert before[0] and before[1]
    scales.locked = True
    half = changed(snapshot, 0.5)
    assert layer.prepare(half, REST, "weight") and full_colours(layer) == before
    # Half as much has half the colour, no longer the full one.
    largest = int(np.argmax(np.abs(marks.net)))
    expected = edge_palette(Theme(), "signal")[levels(layer.marks[0].net, before[0][0]) + LEVELS]
    assert (layer.marks[0].colour == expected).all()
    assert (layer.marks[0].colour[largest] != marks.colour[largest]).any()
    # What was not seen before the lock has the first scale that it gets.
    assert layer.prepare(half, REST, "gradient")
    gradient = full_colours(layer)
    assert gradient != before
    layer.prepare(half, REST, "weight")
    scales.locked = False
    assert layer.prepare(half, REST, "weight")
    for new, old in zip(full_colours(layer), before, strict=True):
        assert new == pytest.approx([scale / 2 for scale in old], rel=1e-5)


def test_one_scale_for_all_gaps_holds_for_ribbons_also_before_the_signal_has_come(shown: Any) -> None:
    layer, snapshot = shown
    layer.prepare(snapshot, REST, "weight")
    (first, second), _ = full_colours(layer)
    assert first != second
    layer._context.scales.same_for_all = True
    assert layer.prepare(snapshot, REST, "weight")
    assert full_colours(layer)[0] == [max(first, second)] * 2
    layer.prepare(snapshot, forward_in(0), "weight")
    assert full_colours(layer)[0] == [max(first, second)]
    layer._context.scales.same_for_all = False
    assert layer.prepare(snapshot, REST, "weight") and full_colours(layer)[0] == [first, second]
