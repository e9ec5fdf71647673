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
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import input_shape, make_layout
from gui.network.marks.input_map import SUREST, map_marks, paint_map
from gui.network.marks.scales import Scales
from gui.network.painting.node_layers import NodeLayers
from gui.network.painting.primitives import painting
from gui.network.painting.render_context import RenderContext
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
    side = len(marks.fill)
    ((low, high), other) = snapshot.data.map_ranges
    assert other == (low, high) == pytest.approx((-high, high))
    # A cell has the colour of the answer at its own centre.
    along = low + (np.arange(side) + 0.5) / side * (high - low)
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
    data, rect = choice.load(), marks.rect
    reach = REACH * float(np.abs(data.X_train).max())
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
    x = ((marks.curve[:, 0] - rect.x) / rect.width * 2 - 1) * REACH
    y = (1 - (marks.curve[:, 1] - rect.y) / rect.height * 2) * height
    assert np.allclose(y, np.clip(answer(snapshot, x[:, None])[:, 0], -height, height), atol=1e-4)
    target = snapshot.example.target
    assert target is not None and marks.target is not None
    assert marks.target[0] == marks.shown[0]
    assert (1 - (marks.target[1] - rect.y) / rect.height * 2) * height == pytest.approx(
        float(target[0]), abs=1e-5
    )


def test_a_place_has_the_colour_of_the_larger_logit_where_single_precision_has_1_for_both() -> None:
    choice = DatasetSpec("plane", "spirals", count=90, class_count=3)
    run = Run(
        0,
        Origin(Architecture.dense((8,), "tanh", 2, output="sigmoid"), TrainingConfig(), choice),
        choice.load(),
    )
    last = run.trainer.network.layers[-1]
    last.W[:], last.b[:] = 0, (0.0, 30.0, 40.0)
    marks = map_marks(run.snapshot(), layout_of(run.snapshot()), THEME)
    assert marks is not None and (run.snapshot().trace.a[-1][1:] == 1).all()
    third = np.array(THEME.rgb(class_token(2)), float)
    canvas = np.array(THEME.rgb("canvas"), float)
    full = np.rint(canvas + SUREST * (third - canvas))
    assert (marks.fill == full).all() and (marks.answer == full).all()
    # Where all are the same, none is said.
    last.b[:] = 30.0
    marks = map_marks(run.snapshot(), layout_of(run.snapshot()), THEME)
    assert marks is not None and (marks.fill == canvas).all() and (marks.answer == canvas).all()


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
    assert marks.shown is None and len(marks.curve) == 0
    # Where 0 is, there is nothing but the axis.
    bare = replace(marks, points=np.zeros((0, 2)), labels=np.zeros(0, np.int64))
    assert painted(bare) == painted(replace(bare, target=None))


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
    # Each colour fills the cell whose centre is the place for which it was computed.
    for row, column in ((2, 2), (5, side - 4), (side - 6, 7), (side // 2, side - 1)):
        x = rect.x + (column + 0.5) / side * rect.width
        y = rect.y + (row + 0.5) / side * rect.height
        pixel = image.pixelColor(int(x), int(y))
        painted = np.array([pixel.red(), pixel.green(), pixel.blue()])
        assert np.abs(painted - marks.fill[row, column].astype(int)).max() <= 2


def test_one_input_with_classes_has_stripes(qapp, tmp_path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("".join(f"{i / 10},{'ab'[i % 2]}\n" for i in range(40)), encoding="utf-8")
    snapshot = snapshot_of(DatasetSpec("own", path=str(path), standardised=False))
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None and marks.fill is not None and marks.fill.shape == (1, 201, 3)
    low, high = snapshot.data.map_ranges[0]
    along = low + (np.arange(201) + 0.5) / 201 * (high - low)
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


def fruit(folder, **choice) -> DatasetSpec:
    """A table of two inputs of very different size."""
    path = folder / "fruit.csv"
    lines = [f"{100 + 3 * i},{0.2 + (i % 7) / 20:.3f},{('lemon', 'orange')[i % 2]}" for i in range(30)]
    path.write_text("weight,colour,kind\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return DatasetSpec("own", path=str(path), **choice)


def test_each_axis_of_a_table_has_its_own_scale(tmp_path) -> None:
    choice = fruit(tmp_path, standardised=False)
    snapshot = snapshot_of(choice)
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None
    # The examples fill 1 / 1.25 of either side, whatever they measure.
    for along, (low, size) in ((0, (marks.rect.x, marks.rect.width)), (1, (marks.rect.y, marks.rect.height))):
        shares = (marks.points[:, along] - low) / size
        assert (shares.min(), shares.max()) == (pytest.approx(0.1), pytest.approx(0.9))
    X = choice.load().X_train
    spans = X.max(axis=0) - X.min(axis=0)
    across = (X[:, 0] - X[:, 0].min()) / spans[0] * 0.8 + 0.1
    upward = (X[:, 1] - X[:, 1].min()) / spans[1] * 0.8 + 0.1
    assert np.allclose((marks.points[:, 0] - marks.rect.x) / marks.rect.width, across, atol=1e-5)
    assert np.allclose(1 - (marks.points[:, 1] - marks.rect.y) / marks.rect.height, upward, atol=1e-5)


def test_under_the_ring_is_the_answer_to_the_shown_example(qapp, tmp_path) -> None:
    for updates in (0, 7, 200):
        snapshot = snapshot_of(fruit(tmp_path), updates)
        marks = map_marks(snapshot, layout_of(snapshot), THEME)
        assert marks is not None and marks.shown is not None and marks.answer is not None
        y = answer(snapshot, snapshot.trace.x[None].astype(np.float64))[0]
        canvas, full = THEME.rgb("canvas"), THEME.rgb(class_token(int(y.argmax())))
        expected = canvas + SUREST * (y.max() - 0.5) / 0.5 * (full - canvas)
        assert np.abs(marks.answer.astype(float) - expected).max() <= 1
        image = QImage(800, 506, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_map(painter, marks, THEME)
        painter.end()
        # Between the example's own mark in the middle and the ring.
        pixel = image.pixelColor(round(marks.shown[0] - 3.6), round(marks.shown[1]))
        painted = np.array([pixel.red(), pixel.green(), pixel.blue()])
        assert np.abs(painted - expected).max() <= 40 and np.abs(painted - THEME.rgb("text")).max() > 80


def test_an_answer_that_is_not_finite_has_no_place_on_the_line() -> None:
    snapshot = snapshot_of(DatasetSpec("line", "sine", count=50), output="identity")
    snapshot = with_trace(snapshot, a=(*snapshot.trace.a[:-1], np.array([np.nan], np.float32)))
    marks = map_marks(snapshot, layout_of(snapshot), THEME)
    assert marks is not None and marks.shown is None


def test_places_without_a_finite_answer_keep_the_canvas() -> None:
    snapshot = snapshot_of(DatasetSpec("plane", "moons", count=40), updates=100)
    function_grid = np.array(snapshot.function_grid)
    function_grid[5] = (np.nan, 1.0)
    marks = map_marks(replace(snapshot, function_grid=function_grid), layout_of(snapshot), THEME)
    assert marks is not None and marks.fill is not None
    assert np.array_equal(marks.fill[0, 5], np.rint(THEME.rgb("canvas")))
    assert not np.array_equal(marks.fill[0, 4], np.rint(THEME.rgb("canvas")))


def test_the_axes_stand_at_0_and_only_where_0_is_in_the_map(tmp_path) -> None:
    plane = snapshot_of(DatasetSpec("plane", "moons", count=40))
    marks = map_marks(plane, layout_of(plane), THEME)
    assert marks is not None
    middle = marks.rect.x + marks.rect.width / 2, marks.rect.y + marks.rect.height / 2
    assert marks.zero == (pytest.approx(middle[0]), pytest.approx(middle[1]))
    table = snapshot_of(fruit(tmp_path, standardised=False))
    marks = map_marks(table, layout_of(table), THEME)
    assert marks is not None and marks.zero == (None, None)


@pytest.mark.parametrize("source", ["line", "plane"])
def test_the_answer_to_the_shown_example_comes_with_y_and_not_before(qapp, source: str) -> None:
    line = source == "line"
    choice = DatasetSpec(source, "sine" if line else "moons", count=40)
    snapshot = snapshot_of(choice, **({"output": "identity"} if line else {}))
    y = np.array([0.5], np.float32) if line else np.full(2, 0.5, np.float32)
    other = with_trace(snapshot, a=(*snapshot.trace.a[:-1], y))
    if line:
        target = np.array([-0.5], np.float32)
        other = replace(other, example=replace(other.example, target=target))
    layout = layout_of(snapshot)
    assert layout.map is not None
    context = RenderContext(layout, THEME, 1.0, Scales(len(snapshot.connections)))

    def map_of(shown: Snapshot, revealed: int) -> QImage:
        nodes = NodeLayers(context)
        nodes.refresh(shown, AnimationState("forward", revealed, 0.5, revealed, False, 99), "weight")
        image = QImage(800, 506, QImage.Format.Format_RGB32)
        image.fill(THEME.colour("canvas"))
        with painting(image) as painter:
            nodes.paint_lower(painter)
        rect = layout.map
        return image.copy(int(rect.x), int(rect.y), int(rect.width), int(rect.height))

    for revealed in (0, 1):
        assert map_of(snapshot, revealed) == map_of(other, revealed)
    assert map_of(snapshot, 2) != map_of(other, 2) and map_of(snapshot, 2) != map_of(snapshot, 1)
