"""The card beside what is selected tells of that, and hides none of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.analysis.weight_places import KernelWeight
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect
from gui.network.interaction.callout import Callout
from gui.network.interaction.callout_placing import place_callout
from gui.network.interaction.kernel_weights import weight_rect
from gui.network.interaction.selection import Selection
from gui.network.marks.kernel_marks import kernel_marks
from gui.theme.tokens import Theme

LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, activation="tanh", picture=(6, 6)),
    Dense(4, "softmax"),
)
ROOM = Rect(0, 0, 900, 560)


@pytest.fixture
def scene(snapshot_of_architecture: Any, qtbot: QtBot) -> Iterator[Any]:
    snapshot = snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(6, 6), topology=snapshot.topology)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 560)
    kernels = kernel_marks(snapshot, layout, Theme(), ("signal", ""))

    def placed(selection: Selection, position: QPointF | None = None, drawn: Any = kernels) -> Callout | None:
        callout = Callout(parent, Theme())
        told = place_callout(callout, selection, snapshot, layout, drawn, ROOM, position)
        return callout if told else None

    yield placed, layout, kernels


def test_where_nothing_is_selected_there_is_nothing_to_tell(scene: Any) -> None:
    placed, _, _ = scene
    assert placed(Selection()) is None
    # A pin alone highlights, but is not pointed at.
    assert placed(Selection(pins=((0, 3),))) is None


def test_a_neurons_card_is_off_the_neuron_and_an_edges_at_the_pointer(scene: Any) -> None:
    placed, layout, _ = scene
    card = placed(Selection(hovered=(0, 3)))
    at = QPointF(float(layout.layers[0].x[3]), float(layout.layers[0].y[3]))
    assert "layer 1, map 2" in card.text and not QRectF(card.geometry()).contains(at)
    edge = placed(Selection(hovered=(0, 14), edge=(0, 7, 14)), QPointF(200, 200))
    assert "a·w" in edge.text and not QRectF(edge.geometry()).contains(QPointF(200, 200))
    by_keys = placed(Selection(focused=(0, 14), edge=(0, 7, 14)))
    far = QPointF(float(layout.pixel_x[7]), float(layout.pixel_y[7]))
    assert not QRectF(by_keys.geometry()).contains(far)


def test_a_weights_card_says_of_which_update_it_is_where_a_newer_one_is_drawn(scene: Any) -> None:
    placed, _, kernels = scene
    selection = Selection(weight=KernelWeight(0, 0, 1, 2, 0))
    assert placed(selection)._rows[0].words == "weight, the same at every place"
    newer = tuple(replace(own, value=own.value + 0.01) for own in kernels)
    words = placed(selection, drawn=newer)._rows[0].words
    assert words == "weight after update 3, the same at every place"


def test_a_weights_card_hides_neither_its_kernel_nor_its_map(scene: Any) -> None:
    placed, layout, kernels = scene
    weight = KernelWeight(0, 0, 1, 2, 0)
    card = placed(Selection(weight=weight))
    assert card.text.startswith("kernel 2, weight (3, 1)")
    own = weight_rect(kernels, weight)
    tile = layout.layers[0].maps.tiles[1]
    shown = QRectF(card.geometry())
    assert not shown.intersects(QRectF(own.x, own.y, own.width, own.height))
    assert not shown.intersects(QRectF(tile.x, tile.y, tile.width, tile.height))


def test_a_weight_whose_kernel_has_no_room_has_no_card(scene: Any) -> None:
    placed, _, _ = scene
    assert placed(Selection(weight=KernelWeight(5, 0, 0, 0, 0))) is None
