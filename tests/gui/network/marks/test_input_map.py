"""The map of a function of one or two inputs: every place has the colour or height that the engine computed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.function_grid import REACH
from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.trainer import TrainingConfig
from gui.network.geometry.layout import input_shape, make_layout
from gui.network.marks.input_map import SUREST, map_marks, paint_map
from gui.theme.class_marks import class_token
from gui.theme.tokens import make_theme
from tests.core.small_snapshots import with_trace

THEME = make_theme("light")


def snapshot_of(choice: DatasetSpec, updates: int = 30, **architecture: str) -> Snapshot:
    dataset = choice.load()
    loss = "squared_error" if dataset.is_regression else "cross_entropy"
    config = TrainingConfig(batch_size=10, learning_rate=0.05, loss=loss)
    run = Run(0, Origin(Architecture.dense((8,), "tanh", 2, **architecture), config, choice), dataset)
    for _ in range(updates):
        run.trainer.step()
    return run.snapshot()


def layout_of(snapshot: Snapshot):
    return make_layout(snapshot.sizes, 800, 506, THEME, inputs=input_shape(snapshot))


def answer(snapshot: Snapshot, x: np.ndarray) -> np.ndarray:
    """(k, n_in) to (k, n_out), from the snapshot's own parameters."""
    (W1, W2), (b1, b2) = snapshot.weights, snapshot.biases
    z = np.tanh(x @ W1 + b1) @ W2 + b2
    if snapshot.output == "identity":
        return z
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)


def test_every_place_of_the_plane_has_the_colour_of_the_answer_there() -> None:
    snapshot = snapshot_of(DatasetSpec("plane", "spirals", count=90, class_count=3))
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None and marks.fill is not None
    side, reach = len(marks.fill), REACH * snapshot.data.input_scale
    along = np.linspace(-reach, reach, side)
    for row, column in ((0, 0), (3, side - 2), (side // 2, side // 3), (side - 1, 5)):
        y = answer(snapshot, np.array([[along[column], along[side - 1 - row]]]))[0]
        said = int(y.argmax())
        canvas, full = THEME.rgb("canvas"), THEME.rgb(class_token(said))
        sure = (y[said] - 1 / 3) / (2 / 3)
        assert np.abs(marks.fill[row, column] - (canvas + SUREST * sure * (full - canvas))).max() <= 1


def test_points_stand_where_they_are() -> None:
    choice = DatasetSpec("plane", "moons", count=40)
    snapshot = snapshot_of(choice)
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None
    data, rect, reach = choice.load(), marks.rect, REACH * snapshot.data.input_scale
    x = (marks.points[:, 0] - rect.x) / rect.width * 2 * reach - reach
    y = reach - (marks.points[:, 1] - rect.y) / rect.height * 2 * reach
    assert np.allclose(np.stack([x, y], axis=1), data.X_train, atol=1e-5)
    assert np.array_equal(marks.labels, data.y_train)
    row = int(snapshot.example.index or 0)
    assert marks.shown == pytest.approx(tuple(marks.points[row]), abs=1e-3)
    assert marks.target is None


def test_the_curve_is_what_the_network_answers() -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None and marks.fill is None
    rect, height = marks.rect, REACH * snapshot.data.output_scale
    x = ((marks.curve[:, 0] - rect.x) / rect.width * 2 - 1) * REACH * snapshot.data.input_scale
    y = (1 - (marks.curve[:, 1] - rect.y) / rect.height * 2) * height
    assert np.allclose(y, np.clip(answer(snapshot, x[:, None])[:, 0], -height, height), atol=1e-4)
    target = snapshot.example.target
    assert target is not None and marks.target is not None
    assert marks.target[0] == marks.shown[0]
    assert (1 - (marks.target[1] - rect.y) / rect.height * 2) * height == pytest.approx(
        float(target[0]), abs=1e-5
    )


def curve_marks(snapshot: Snapshot, function_grid: np.ndarray, y: float = 0.0):
    """The map of a curve with these answers, and y for the displayed sample."""
    snapshot = with_trace(snapshot, a=(*snapshot.trace.a[:-1], np.array([y])))
    marks = map_marks(replace(snapshot, function_grid=function_grid), layout_of(snapshot), THEME)
    assert marks is not None
    return marks


def painted(marks) -> QImage:
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_map(painter, marks, THEME)
    painter.end()
    return image


def test_an_answer_that_is_no_number_has_no_ring(qapp) -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    grid = np.full((len(snapshot.function_grid), 1), np.nan)
    marks = curve_marks(snapshot, grid, np.nan)
    assert marks.shown is None and marks.beyond == (None, None) and len(marks.curve) == 0
    # Where 0 is, there is nothing but the axis.
    bare = replace(marks, points=np.zeros((0, 2)), labels=np.zeros(0, np.int64))
    assert painted(bare) == painted(replace(bare, target=None))


@pytest.mark.parametrize(
    ("answers", "beyond"),
    [
        ((0.0, 0.5), (None, None)),
        ((0.0, 3.5), (3.5, None)),
        ((-7.0, 0.5), (None, -7.0)),
        ((-np.inf, np.inf), (np.inf, -np.inf)),
        ((np.nan, 4.0), (4.0, None)),
    ],
)
def test_answers_beyond_the_map_are_said(qapp, answers, beyond) -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    assert REACH * snapshot.data.output_scale < 3
    grid = np.zeros((len(snapshot.function_grid), 1))
    grid[5], grid[9] = answers
    marks = curve_marks(snapshot, grid)
    assert marks.beyond == beyond
    # A number stands at the edge over which the curve goes, and nowhere else.
    without = painted(replace(marks, beyond=(None, None)))
    assert (painted(marks) != without) is (beyond != (None, None))


@pytest.mark.parametrize("y", [9.0, -9.0])
def test_a_sample_beyond_the_map_is_pointed_at_from_its_edge(qapp, y) -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    marks = curve_marks(snapshot, np.zeros((len(snapshot.function_grid), 1)), y)
    rect = marks.rect
    assert (marks.shown[1] < rect.y) is (y > 0)
    bare = replace(marks, points=np.zeros((0, 2)), labels=np.zeros(0, np.int64), target=None)
    nothing = painted(replace(bare, shown=None))
    image = painted(bare)
    rows = [
        row
        for row in range(image.height())
        for column in range(image.width())
        if image.pixel(column, row) != nothing.pixel(column, row)
    ]
    edge = rect.y if y > 0 else rect.y + rect.height
    assert rows and all(abs(row - edge) <= 14 for row in rows)


def test_the_curve_is_not_drawn_where_there_is_no_answer(qapp) -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    grid = np.full((len(snapshot.function_grid), 1), 0.3)
    whole = curve_marks(snapshot, grid.copy())
    grid[80:120] = np.nan
    gap = curve_marks(snapshot, grid)
    x, y = (int(value) for value in whole.curve[100])
    bare = {"points": np.zeros((0, 2)), "labels": np.zeros(0, np.int64), "target": None, "shown": None}
    assert painted(replace(whole, **bare)).pixelColor(x, y).name() == THEME.colour("minus").name()
    assert painted(replace(gap, **bare)).pixelColor(x, y).name() != THEME.colour("minus").name()


def test_a_curve_that_is_not_finite_has_a_gap() -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    function_grid = np.array(snapshot.function_grid)
    function_grid[3] = np.nan
    marks = map_marks(replace(snapshot, function_grid=function_grid), layout_of(snapshot), THEME)
    assert marks is not None and len(marks.curve) == len(function_grid) - 1


def test_pictures_and_tables_have_no_map(make_snapshot) -> None:
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, THEME, inputs=input_shape(snapshot))
    assert layout.map is None and map_marks(snapshot, layout, THEME) is None


def test_map_and_inputs_do_not_touch() -> None:
    for n_in in (1, 2):
        for width, height in ((480, 300), (800, 506), (1920, 1000)):
            layout = make_layout((n_in, 8, 3), width, height, THEME, inputs=(n_in, 1))
            assert layout.map is not None
            assert layout.map.x + layout.map.width < layout.picture.x
            assert layout.picture.x + layout.picture.width < layout.layers[0].left


def test_the_painted_map_has_the_marks_colours(qapp) -> None:
    snapshot = snapshot_of(DatasetSpec("plane", "xor", count=30), updates=200)
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None and marks.fill is not None
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_map(painter, replace(marks, points=np.zeros((0, 2)), labels=np.zeros(0, np.int64)), THEME)
    painter.end()
    side, rect = len(marks.fill), marks.rect
    # Each colour is around the place for which it was computed; the first and last places are the map's edges.
    for row, column in ((2, 2), (5, side - 4), (side - 6, 7), (side // 2, side - 1)):
        x = rect.x + min(column / (side - 1), 0.999) * rect.width
        y = rect.y + row / (side - 1) * rect.height
        pixel = image.pixelColor(int(x), int(y))
        painted = np.array([pixel.red(), pixel.green(), pixel.blue()])
        assert np.abs(painted - marks.fill[row, column].astype(int)).max() <= 2


def test_one_input_with_classes_has_stripes(qapp, tmp_path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("".join(f"{i / 10},{'ab'[i % 2]}\n" for i in range(40)), encoding="utf-8")
    snapshot = snapshot_of(DatasetSpec("own", path=str(path)))
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None and marks.fill is not None and marks.fill.shape == (1, 201, 3)
    along = np.linspace(-1, 1, 201) * REACH * snapshot.data.input_scale
    for place in (3, 100, 190):
        y = answer(snapshot, np.array([[along[place]]]))[0]
        canvas, full = THEME.rgb("canvas"), THEME.rgb(class_token(int(y.argmax())))
        sure = (y.max() - 0.5) / 0.5
        assert np.abs(marks.fill[0, place] - (canvas + SUREST * sure * (full - canvas))).max() <= 1
    assert len(np.unique(marks.points[:, 1])) == 2
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_map(painter, marks, THEME)
    painter.end()
