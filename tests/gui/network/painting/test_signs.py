"""The signs for beyond the full colour and for no finite number: in discs, in cells, and below cells that are small."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.nn.architecture import Architecture
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.scales import Scales
from gui.network.painting.signs import paint_signs
from gui.theme.tokens import make_theme
from tests.core.small_snapshots import with_trace

# Hidden layers: as many as have cells with room for a sign, and as many as have cells without.
ROOMY, SMALL = 30, 80


class Scene:
    """The signs alone, over the canvas, of a deep network some of whose numbers are others."""

    def __init__(
        self, snapshot_of_architecture: Any, layers: int, changed: dict[tuple[int, int], float]
    ) -> None:
        self.theme = make_theme("dark")
        snapshot = snapshot_of_architecture(Architecture.dense((16,) * layers, "tanh", 3))
        layout = make_layout(snapshot.sizes, 800, 506, self.theme)
        scales = Scales(len(snapshot.weights))
        scales.update_from_snapshot(snapshot)
        a = [np.array(of_layer) for of_layer in snapshot.trace.a]
        for (layer, neuron), value in changed.items():
            a[layer][neuron] = value * scales.of("activation")[layer]
        self.marks = neuron_marks(
            with_trace(snapshot, a=tuple(a)), layout, AnimationState(), scales, self.theme
        )
        image = QImage(800, 506, QImage.Format.Format_RGB32)
        image.fill(self.theme.colour("canvas"))
        painter = QPainter(image)
        paint_signs(painter, self.marks, self.theme)
        painter.end()
        self.pixels = np.frombuffer(image.constBits(), np.uint32).reshape(506, 800).copy()

    def places(self, token: str) -> Any:
        """(n, 2) rows and columns of the pixels of this colour."""
        return np.argwhere(self.pixels == np.uint32(self.theme.colour(token).rgb()))

    def foot(self, layer: int) -> float:
        marks = self.marks[layer]
        return float(marks.y[-1] + (marks.y[1] - marks.y[0]) / 2)


def is_at(places: Any, x: float, y: float, reach: float) -> bool:
    return bool(len(places)) and bool((np.abs(places - (y, x)).max(axis=1) <= reach).any())


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_cell_with_room_has_its_sign_in_it(snapshot_of_architecture: Any, qapp: Any, value: float) -> None:
    scene = Scene(snapshot_of_architecture, ROOMY, {(7, 3): value})
    marks = scene.marks[7]
    assert marks.cell is not None and marks.cell[0] >= 6
    assert is_at(scene.places("error"), marks.x[3], marks.y[3], marks.cell[1] / 2)
    assert not is_at(scene.places("error"), marks.x[3], marks.y[5], marks.cell[1] / 2)


def test_signs_in_cells_are_told_apart_by_their_shape(snapshot_of_architecture: Any, qapp: Any) -> None:
    broken = Scene(snapshot_of_architecture, ROOMY, {(7, 3): np.nan}).places("error")
    assert np.ptp(broken[:, 0]) > 2 * np.ptp(broken[:, 1])
    scene = Scene(snapshot_of_architecture, ROOMY, {(7, 3): np.nan, (9, 2): 1.5})
    assert scene.marks[9].beyond.sum() == 1 and not scene.marks[7].beyond.any()


@pytest.mark.parametrize(("value", "token"), [(np.nan, "error"), (np.inf, "error"), (1.5, "text")])
def test_small_cells_have_it_below_their_column_and_no_other_column_has(
    snapshot_of_architecture: Any, qapp: Any, value: float, token: str
) -> None:
    scene = Scene(snapshot_of_architecture, SMALL, {(20, 3): value, (60, 15): value})
    cell = scene.marks[20].cell
    assert cell is not None and cell[0] < 6
    places = scene.places(token)
    for layer, has_it in ((20, True), (60, True), (40, False), (0, False)):
        found = is_at(places, scene.marks[layer].x[0], scene.foot(layer) + 6, 6)
        assert found is has_it, layer
    # Nothing is laid over the cells themselves.
    assert (places[:, 0] >= scene.foot(20)).all()
    other = "text" if token == "error" else "error"
    assert not len(scene.places(other))


def test_columns_side_by_side_each_have_their_line_and_share_the_signs(
    snapshot_of_architecture: Any, qapp: Any
) -> None:
    numbers = {(layer, 2): np.nan for layer in range(20, 41)} | {(41, 5): 1.5}
    scene = Scene(snapshot_of_architecture, SMALL, numbers)
    row = int(scene.foot(20) + 2)
    under = scene.places("error")
    under = under[under[:, 0] == row][:, 1]
    first, last = scene.marks[20], scene.marks[40]
    assert first.cell is not None
    width = last.x[0] - first.x[0] + first.cell[0]
    assert len(under) == pytest.approx(width, abs=2)
    assert under.min() == pytest.approx(first.x[0] - first.cell[0] / 2, abs=1.5)
    # Its own line is of the other kind, and one sign of each stands under them all.
    assert is_at(scene.places("text"), scene.marks[41].x[0], row, 1.5)
    signs = scene.places("error")
    signs = signs[signs[:, 0] > row + 2]
    assert len(signs) and np.ptp(signs[:, 1]) <= 3
    pluses = scene.places("text")
    assert (pluses[:, 0] > row + 2).any()


def test_a_network_in_which_all_is_finite_and_within_its_scale_has_none(
    snapshot_of_architecture: Any, qapp: Any
) -> None:
    for layers in (ROOMY, SMALL):
        scene = Scene(snapshot_of_architecture, layers, {})
        assert (scene.pixels == scene.pixels[0, 0]).all()
