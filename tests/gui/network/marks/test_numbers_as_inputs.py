"""Inputs that are numbers and no picture, outputs that may be negative: drawn as the engine has them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo, Snapshot
from core.nn.architecture import Architecture
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import fitting_theme, input_shape, make_layout
from gui.network.geometry.text_width import text_width
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.network.marks.neuron_marks import bar_marks, picture_marks
from gui.network.marks.text_marks import bar_text_marks, text_marks
from gui.network.painting.painter import paint_bars
from gui.theme.tokens import Theme, make_theme
from gui.widgets.number_text import value_text
from tests.core.small_snapshots import snapshot_of as take
from tests.core.small_snapshots import with_trace

REST, THEME = AnimationState(), Theme()
POINT = DataInfo(DatasetSpec("plane", "spirals"), ("0", "1", "2"), None, input_scales=np.array([1.25, 2.5]))
CURVE = DataInfo(DatasetSpec("line", "sine"), (), None, output_scale=0.8, input_scales=np.array([1.0]))


def snapshot_of(
    data: DataInfo, x: list[float], answer: int | list[float], output: str, loss: str
) -> Snapshot:
    n_out = 3 if data.class_names else len(answer)  # type: ignore[arg-type]
    network = Architecture.dense((6,), "tanh", 5, output=output).with_outputs(n_out).network((len(x),))
    row = np.array(x, np.float32)
    right = answer if isinstance(answer, int) else np.array(answer, np.float32)
    return take(network, row, right, loss=loss, data=data)


def point() -> Snapshot:
    return snapshot_of(POINT, [0.5, -1.0], 2, "softmax", "cross_entropy")


def curve(target: float = 0.4) -> Snapshot:
    return snapshot_of(CURVE, [-0.25], [target], "identity", "squared_error")


def layout_of(snapshot: Snapshot):
    names = [snapshot.output_name(i) for i in range(snapshot.sizes[-1])]
    return make_layout(snapshot.sizes, 800, 506, THEME, inputs=input_shape(snapshot), names=names)


def said(snapshot: Snapshot) -> list[str]:
    return [mark.text for mark in text_marks(snapshot, layout_of(snapshot), REST, THEME)]


def test_few_numbers_stand_in_a_column_with_their_names_and_values() -> None:
    snapshot = point()
    layout = layout_of(snapshot)
    assert (layout.rows, layout.columns) == (2, 1)
    assert {"x₁ = 0.50", "x₂ = −1.00"} <= set(said(snapshot))
    assert "x = −0.25" in said(curve())


def test_every_input_has_the_colour_of_its_value() -> None:
    snapshot = point()
    marks = picture_marks(snapshot.trace.x, layout_of(snapshot), THEME, snapshot.data.input_scales)
    canvas = THEME.rgb("canvas")
    lit = canvas + 0.5 / 1.25 * (THEME.rgb("lit") - canvas)
    # Each by its own scale: 0.5 of 1.25, and 1.0 of 2.5.
    minus = canvas + 1.0 / 2.5 * (THEME.rgb("minus") - canvas)
    assert np.abs(marks.fill - np.stack([lit, minus])).max() <= 0.51


def test_many_numbers_stand_in_a_square() -> None:
    data = replace(POINT, picture=None, input_scales=np.ones(30))
    snapshot = snapshot_of(data, [0.1] * 30, 1, "softmax", "cross_entropy")
    assert input_shape(snapshot) == (5, 6)


def test_a_picture_keeps_its_own_shape() -> None:
    data = DataInfo(DatasetSpec("own", path="a"), ("cat", "dog", "owl"), (3, 8))
    snapshot = snapshot_of(data, [0.5] * 24, 1, "softmax", "cross_entropy")
    layout = layout_of(snapshot)
    assert (layout.rows, layout.columns) == (3, 8)
    assert layout.picture.width / layout.picture.height == pytest.approx(8 / 3)
    assert neuron_values(snapshot, 0, 1).weights.shape == (3, 8)
    assert np.array_equal(neuron_values(snapshot, 0, 1).weights.ravel(), snapshot.weights[0][:, 1])


def test_outputs_are_called_by_their_classes() -> None:
    data = DataInfo(DatasetSpec("own", path="a"), ("cat", "dog", "owl"), (3, 8))
    snapshot = snapshot_of(data, [0.5] * 24, 1, "softmax", "cross_entropy")
    layout = layout_of(snapshot)
    bars = bar_marks(snapshot, layout, REST)
    assert bars.names == ("cat", "dog", "owl")
    assert [mark.text for mark in bar_text_marks(bars, layout, THEME)][::2] == ["cat", "dog", "owl"]
    assert any(line.startswith("says ") and "dog" in line for line in said(snapshot))
    assert neuron_values(snapshot, 1, 2).name == "owl"
    assert edge_values(snapshot, 1, 0, 2).target_name == "owl"
    assert any(line.startswith("C = −ln yᵣ = ") for line in said(snapshot))


def test_numbers_are_called_x_and_not_pixels() -> None:
    assert edge_values(point(), 0, 1, 3).source_name == "x₂"
    assert edge_values(curve(), 0, 0, 3).source_name == "x"


@pytest.mark.parametrize("target", [0.4, -0.8, 5.0])
def test_a_number_that_may_be_negative_begins_in_the_middle(target: float) -> None:
    snapshot = curve(target)
    layout = layout_of(snapshot)
    bars = bar_marks(snapshot, layout, REST)
    half = layout.bars[0].width / 2
    y = float(snapshot.trace.a[-1][0])
    assert bars.zero == 0.5 and bars.predicted is None and bars.right is None
    assert bars.length[0] == pytest.approx(np.clip(y / 0.8, -1, 1) * half)
    assert bars.target[0] == pytest.approx(np.clip(target / 0.8, -1, 1) * half)
    assert bars.label == (value_text(y),)
    assert f"ŷ = {value_text(target)}" in said(snapshot)


@pytest.mark.parametrize("sign", [1, -1])
def test_the_painted_bar_is_as_long_as_the_number(qapp, sign: int) -> None:
    theme = make_theme("dark")
    snapshot = curve(0.4 * sign)
    trace = snapshot.trace
    snapshot = with_trace(snapshot, a=(*trace.a[:-1], np.array([0.2 * sign])))
    layout = layout_of(snapshot)
    bars = bar_marks(snapshot, layout, REST)
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    paint_bars(painter, layout.bars, bars, theme)
    painter.end()
    track = layout.bars[0]
    row = round(track.y + track.height / 2)
    colour = theme.colour("lit" if sign > 0 else "minus").rgb()
    painted = [x for x in range(800) if image.pixel(x, row) == colour]
    zero, length = track.x + track.width / 2, track.width / 2 * 0.25
    ends = (zero, zero + length) if sign > 0 else (zero - length, zero)
    assert (painted[0], painted[-1] + 1) == (pytest.approx(ends[0], abs=1), pytest.approx(ends[1], abs=1))
    tick = round(zero + sign * track.width / 2 * 0.5)
    above = round(track.y - 2)
    marked = [x for x in range(800) if image.pixelColor(x, above) != theme.colour("canvas")]
    assert marked and all(abs(x - tick) <= 2 for x in marked)


def test_a_bar_that_is_cut_says_so_and_small_numbers_are_not_called_0() -> None:
    snapshot = curve()
    trace = snapshot.trace
    for y, label in ((0.5, "0.50"), (1.77, "1.77 ›"), (-9.0, "‹ −9.00"), (3e7, "3.0·10⁷ ›")):
        changed = with_trace(snapshot, a=(*trace.a[:-1], np.array([y])))
        assert bar_marks(changed, layout_of(changed), REST).label == (label,)
    tiny = with_trace(snapshot, x=np.array([1e-9]))
    # Too wide for one line: the number stands below its input.
    assert {"x", "1.0·10⁻⁹"} <= set(said(tiny))


@pytest.mark.parametrize("size", [(780, 340), (780, 500), (560, 300)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_number_of_any_size_ends_inside_the_picture(size: tuple[int, int], scale: float) -> None:
    theme = fitting_theme(*size, Theme(scale=scale))
    for y in (-1185.06, 99.994, -99.994, 123456.7, -999499.0, -9.95e5, -1.234e12, 5e-5, -5e-5, 1e300):
        snapshot = with_trace(curve(), a=(curve().trace.a[0], np.array([y])))
        layout = make_layout(snapshot.sizes, *size, theme, inputs=(1, 1), names=("y",), are_shares=False)
        (number,) = bar_text_marks(bar_marks(snapshot, layout, REST), layout, theme)[1:]
        end = number.x + text_width(number.text, "caption", theme)
        assert end <= size[0] - 1 and "…" not in number.text


@pytest.mark.parametrize("size", [(780, 340), (780, 500), (1200, 800)])
def test_the_room_of_longer_numbers_does_not_come_from_the_bars(size: tuple[int, int]) -> None:
    shares, others = (
        make_layout((1, 4, 3, 1), *size, THEME, inputs=(1, 1), names=("y",), are_shares=are_shares)
        for are_shares in (True, False)
    )
    assert others.bars[0].width == pytest.approx(shares.bars[0].width)


def test_a_number_over_100_is_rounded_to_three_figures() -> None:
    snapshot = with_trace(curve(), a=(curve().trace.a[0], np.array([-1185.06])))
    assert bar_marks(snapshot, layout_of(snapshot), REST).label == ("‹ −1,190",)


@pytest.mark.parametrize("names", [(), ("length", "width"), ("x", "a name that is far too long")])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_connection_runs_through_an_inputs_name_or_number(names: tuple[str, ...], scale: float) -> None:
    theme = fitting_theme(800, 506, Theme(scale=scale))
    for snapshot in (point(), curve()):
        snapshot = replace(snapshot, data=replace(snapshot.data, input_names=names[: snapshot.sizes[0]]))
        layout = make_layout(snapshot.sizes, 800, 506, theme, inputs=input_shape(snapshot))
        assert layout.map is not None
        about_inputs = [
            mark
            for mark in text_marks(snapshot, layout, REST, theme)
            if mark.align == "right" and mark.role == "body"
        ]
        assert about_inputs
        start = layout.gap_bounds(0)[0]
        for mark in about_inputs:
            # Connections go to the right from where the inputs end.
            assert mark.x <= start + 1e-9
            assert mark.x - text_width(mark.text, "body", theme) > layout.map.x + layout.map.width
