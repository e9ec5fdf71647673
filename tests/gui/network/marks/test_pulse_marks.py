"""What travels, held against a·w and w·δ."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_signal
from gui.network.marks.pulse_marks import MAX_PULSES, gap_reach, pulse_marks
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme


def scene(snapshot, budget=16):
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return choose_by_signal(snapshot, layout, budget), layout, scales


def pulses(snapshot, animation, budget=16):
    choice, layout, scales = scene(snapshot, budget)
    return pulse_marks(snapshot, choice, layout, animation, scales)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), gap=st.integers(0, 2), progress=st.floats(0, 1))
def test_every_disc_is_an_edges_signal(make_snapshot, seed, gap, progress):
    snapshot = make_snapshot((256, 20, 12, 10), seed=seed)
    choice, layout, scales = scene(snapshot)
    marks = pulse_marks(snapshot, choice, layout, AnimationState("forward", gap, progress), scales)
    a = snapshot.trace.x if gap == 0 else snapshot.trace.a[gap - 1]
    signal = a[marks.source] * snapshot.weights[gap][marks.source, marks.target]
    assert marks.kind == "disc"
    assert np.array_equal(marks.value, signal)
    assert np.array_equal(marks.positive, signal > 0)
    assert np.all(signal != 0)
    area = np.minimum(1, np.abs(signal) / scales.of("signal")[gap]) * np.pi * 6.5**2
    assert marks.radius == pytest.approx(np.maximum(1.5, np.sqrt(area / np.pi)), abs=0.25)
    drawn = set(zip(choice.edges[gap].source, choice.edges[gap].target, strict=True))
    assert set(zip(marks.source, marks.target, strict=True)) <= drawn


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), gap=st.integers(1, 2), progress=st.floats(0, 1))
def test_every_dart_is_what_is_handed_back(make_snapshot, seed, gap, progress):
    snapshot = make_snapshot((256, 20, 12, 10), seed=seed)
    choice, layout, scales = scene(snapshot)
    marks = pulse_marks(snapshot, choice, layout, AnimationState("backward", gap, progress), scales)
    back = snapshot.weights[gap][marks.source, marks.target] * snapshot.trace.delta[gap][marks.target]
    assert marks.kind == "dart"
    assert marks.value == pytest.approx(back, rel=1e-12)
    assert np.all(back != 0)
    area = np.minimum(1, np.abs(back) / scales.of("backpropagated")[gap]) * np.pi * 9**2
    assert marks.radius == pytest.approx(np.maximum(2, np.sqrt(area / np.pi)), abs=0.25)


@pytest.mark.parametrize("phase,start,end", [("forward", 0, 1), ("backward", 1, 0)])
def test_a_signal_animation_leaves_at_one_end_and_has_arrived_at_the_other(make_snapshot, phase, start, end):
    snapshot = make_snapshot()
    choice, layout, scales = scene(snapshot)
    for progress, way in ((0.0, start), (1.0, end)):
        marks = pulse_marks(snapshot, choice, layout, AnimationState(phase, 1, progress), scales)
        source_x, source_y = layout.units(1)
        x1, y1 = source_x[marks.source], source_y[marks.source]
        x2, y2 = layout.layers[1].x[marks.target], layout.layers[1].y[marks.target]
        assert marks.x == pytest.approx(x1 + way * (x2 - x1))
        assert marks.y == pytest.approx(y1 + way * (y2 - y1))


def test_on_their_way_pulses_stay_on_their_edges_and_do_not_form_a_string(make_snapshot):
    snapshot = make_snapshot()
    choice, layout, scales = scene(snapshot)
    marks = pulse_marks(snapshot, choice, layout, AnimationState("forward", 1, 0.5), scales)
    source_x, source_y = layout.units(1)
    x1, y1 = source_x[marks.source], source_y[marks.source]
    x2, y2 = layout.layers[1].x[marks.target], layout.layers[1].y[marks.target]
    way = (marks.x - x1) / (x2 - x1)
    assert marks.y == pytest.approx(y1 + way * (y2 - y1))
    assert 0.02 < way.std() < 0.1


def test_a_pulse_has_the_same_delay_in_every_frame(make_snapshot):
    snapshot = make_snapshot()
    choice, layout, scales = scene(snapshot)
    earlier, later = (
        pulse_marks(snapshot, choice, layout, AnimationState("forward", 1, progress), scales)
        for progress in (0.4, 0.5)
    )
    assert np.array_equal(earlier.source, later.source)
    span = layout.layers[1].x[0] - layout.layers[0].x[0]
    assert later.x - earlier.x == pytest.approx(0.1 * 1.14 * span)


def test_only_the_largest_200_travel_and_the_others_are_counted(make_snapshot):
    snapshot = make_snapshot((256, 128, 10))
    choice, layout, scales = scene(snapshot)
    marks = pulse_marks(snapshot, choice, layout, AnimationState("forward", 0, 0.5), scales)
    assert marks.source.size == MAX_PULSES
    assert marks.total == choice.drawn_per_group[0]
    signal = np.abs(snapshot.weights[0][choice.edges[0].source, choice.edges[0].target])
    assert np.abs(marks.value).min() == pytest.approx(np.sort(signal)[-MAX_PULSES])


def test_no_ink_sends_nothing(make_snapshot):
    marks = pulses(make_snapshot(x=np.zeros(256)), AnimationState("forward", 0, 0.5), budget=None)
    assert (marks.source.size, marks.total) == (0, 0)


def test_a_weight_of_0_hands_nothing_back_however_large_its_gradient(make_snapshot):
    weights = [np.ones((2, 2)), np.array([[0.0, 1.0], [1.0, 1.0]])]
    snapshot = make_snapshot((2, 2, 2), x=np.ones(2), weights=weights, biases=[np.zeros(2)] * 2, label=0)
    assert snapshot.trace.dW[1][0, 0] != 0
    marks = pulses(snapshot, AnimationState("backward", 1, 0.5), budget=None)
    assert (0, 0) not in set(zip(marks.source.tolist(), marks.target.tolist(), strict=True))
    assert marks.total == 3


def test_nothing_is_handed_back_to_pixels(make_snapshot):
    assert pulses(make_snapshot(), AnimationState("backward", 0, 0.5)) is None


def test_without_a_right_answer_nothing_travels_back(make_snapshot):
    assert pulses(make_snapshot(label=None), AnimationState("backward", 2, 0.5)) is None


@pytest.mark.parametrize("phase", ["rest", "softmax", "loss", "mean", "change"])
def test_between_the_signal_animations_nothing_moves(make_snapshot, phase):
    assert pulses(make_snapshot(), AnimationState(phase)) is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("gap", [0, 1, 2])
def test_all_that_travels_in_a_gap_stays_within_its_reach(make_snapshot, gap, scale):
    snapshot = make_snapshot((256, 20, 12, 10))
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    left, right = gap_reach(snapshot.connections, layout, gap, scale)
    for progress in (0.0, 0.3, 1.0):
        marks = pulses(snapshot, AnimationState("forward", gap, progress))
        # The largest disc has 6.5 px at 100 %.
        assert left <= marks.x.min() - 6.5 * scale and marks.x.max() + 6.5 * scale <= right
    assert right - left < 0.6 * layout.width
