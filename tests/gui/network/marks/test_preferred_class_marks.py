from dataclasses import replace

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import fitting_theme, make_layout
from gui.network.geometry.text_width import text_width
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.preferred_class_marks import preferred_class_marks
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme, make_theme

THEME = Theme()


def activity_of(snapshot, *means) -> NeuronStatistics:
    flat = tuple(np.zeros(mean.shape[1]) for mean in means)
    return NeuronStatistics(snapshot.run, 3, 100, ("relu",) * len(means), flat, means)


def marks_of(snapshot, statistics, size=(800, 506)):
    layout = make_layout(snapshot.sizes, *size, THEME)
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return preferred_class_marks(
        snapshot, neuron_marks(snapshot, layout, AnimationState(), scales, THEME), statistics, THEME
    ), layout


def test_each_neuron_has_the_class_of_its_largest_mean(make_snapshot) -> None:
    snapshot = make_snapshot((256, 4, 10))
    means = np.zeros((10, 4))
    means[[7, 2, 9, 0], [0, 1, 2, 3]] = 1.0
    marks, layout = marks_of(snapshot, activity_of(snapshot, means))
    assert [mark.text for mark in marks] == ["7", "2", "9", "0"]
    assert [mark.x for mark in marks] == layout.layers[0].x.tolist()


def test_a_neuron_that_never_fires_prefers_none(make_snapshot) -> None:
    snapshot = make_snapshot((256, 4, 10))
    means = np.zeros((10, 4))
    means[3, 1] = 1.0
    marks, _ = marks_of(snapshot, activity_of(snapshot, means))
    assert [mark.text for mark in marks] == ["3"]


def test_without_classes_or_measurement_nothing_is_written(make_snapshot) -> None:
    snapshot = make_snapshot((256, 4, 10))
    assert marks_of(snapshot, None)[0] == ()
    assert marks_of(snapshot, activity_of(snapshot, np.zeros((0, 4))))[0] == ()
    other = replace(activity_of(snapshot, np.eye(10, 4)), run=99)
    assert marks_of(snapshot, other)[0] == ()


def test_small_neurons_have_it_beside_them_and_crowded_ones_not_at_all(make_snapshot) -> None:
    beside, layout = marks_of(
        make_snapshot((256, 32, 10)), activity_of(make_snapshot(), np.eye(10, 32) + 0.1)
    )
    assert len(beside) == 10  # the other 22 prefer none
    assert all(mark.x > layout.layers[0].x[0] + layout.layers[0].radius for mark in beside)
    crowded, _ = marks_of(make_snapshot((256, 300, 10)), activity_of(make_snapshot(), np.eye(10, 300)))
    assert crowded == ()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("neurons", [16, 32, 40, 64])
def test_no_name_touches_another_one_or_a_neuron(make_snapshot, scale, neurons) -> None:
    snapshot = make_snapshot((256, neurons, 10))
    for height in range(340, 660, 20):
        check_nothing_is_touched(snapshot, (800, height), scale, neurons)


def check_nothing_is_touched(snapshot, size, scale, neurons) -> None:
    theme = make_theme("dark", scale)
    layout = make_layout(snapshot.sizes, *size, theme)
    theme = fitting_theme(*size, theme)
    scales = Scales(2)
    scales.update_from_snapshot(snapshot)
    drawn = neuron_marks(snapshot, layout, AnimationState(), scales, theme)
    means = np.random.default_rng(3).random((10, neurons))
    marks = preferred_class_marks(snapshot, drawn, activity_of(snapshot, means), theme)
    boxes = []
    for mark in marks:
        type_px = round(11 * theme.scale * mark.part)
        width = text_width(mark.text, "tick", replace(theme, scale=theme.scale * mark.part), bold=True)
        left = mark.x - width * {"left": 0, "centre": 0.5, "right": 1}[mark.align]
        boxes.append((left, mark.y - 0.73 * type_px, left + width, mark.y))
    column = layout.layers[0]
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            apart = right <= other[0] or other[2] <= left or bottom + 1 <= other[1] or other[3] + 1 <= top
            assert apart, size
        if marks[i].align != "centre":
            near = np.hypot(
                column.x - np.clip(column.x, left, right), column.y - np.clip(column.y, top, bottom)
            )
            # Half the outline, 1 px of air and the widest ring of 3.2 px are around each.
            assert near.min() >= column.radius + 0.6 + 1 + 3.2, size


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 2.67, 3.2])
@pytest.mark.parametrize("size", [(1060, 450), (1400, 810), (800, 506)])
def test_a_name_in_a_neuron_leaves_its_outline_free_however_large_the_type(
    make_snapshot, scale, size
) -> None:
    sizes = (256, 32, 16, 10)
    snapshot, theme = make_snapshot(sizes), fitting_theme(*size, make_theme("dark", scale))
    layout, scales = make_layout(sizes, *size, theme), Scales(3)
    scales.update_from_snapshot(snapshot)
    drawn = neuron_marks(snapshot, layout, AnimationState(), scales, theme)
    means = np.random.default_rng(3).random((10, 32)), np.random.default_rng(4).random((10, 16))
    marks = preferred_class_marks(snapshot, drawn, activity_of(snapshot, *means), theme)
    # All sixteen have theirs, inside or beside, if need be in smaller type.
    column = layout.layers[1]
    assert sum(0 <= mark.x - column.x[0] < 40 for mark in marks) == 16
    for mark in marks:
        if mark.align != "centre":
            continue
        type_px = 11 * theme.scale * mark.part
        assert type_px >= 11 - 1e-9 and mark.part <= 1
        width = text_width(mark.text, "tick", replace(theme, scale=theme.scale * mark.part), bold=True)
        nearest = min(layout.layers[:2], key=lambda layer: float(np.abs(layer.x - mark.x).min()))
        assert np.hypot(width, 0.73 * type_px) < 2 * nearest.radius


def test_of_two_staggered_columns_each_has_its_names_on_its_own_side(make_snapshot) -> None:
    snapshot = make_snapshot((256, 32, 10))
    marks, layout = marks_of(snapshot, activity_of(snapshot, np.eye(10, 32) + 0.1), (816, 340))
    x = layout.layers[0].x
    assert np.unique(np.round(x, 3)).size == 2 and len(marks) == 10
    assert {mark.align for mark in marks} == {"left", "right"}
    assert all((mark.x < x.min()) == (mark.align == "right") for mark in marks)


@pytest.mark.parametrize("theme", [make_theme("dark"), make_theme("light")])
def test_it_can_be_read_on_every_fill(make_snapshot, theme) -> None:
    snapshot = make_snapshot((256, 4, 10))
    layout = make_layout(snapshot.sizes, 800, 506, theme)
    scales = Scales(2)
    scales.update_from_snapshot(snapshot)
    neurons = neuron_marks(snapshot, layout, AnimationState(), scales, theme)
    for mark in preferred_class_marks(snapshot, neurons, activity_of(snapshot, np.eye(10, 4)), theme):
        place = int(np.argmin(np.abs(neurons[0].x - mark.x) + np.abs(neurons[0].y - mark.y)))
        fill = neurons[0].fill[place].astype(float).mean()
        assert abs(theme.rgb(mark.token).mean() - fill) > 100
