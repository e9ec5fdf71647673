"""Scales that move slowly, so that pictures can be compared."""

import numpy as np
import pytest

from gui.network.marks.scales import Scales, SmoothedScale, percentile_of


def test_a_scale_is_the_99th_percentile():
    assert percentile_of(np.arange(1, 101)) == 99


def test_signs_zeros_and_what_is_not_finite_do_not_count():
    values = np.array([np.nan, np.inf, 0, 0, 0, -4, 2])
    assert percentile_of(values) == 4


def test_of_zeros_there_is_no_percentile():
    assert percentile_of(np.zeros((3, 3))) is None


def test_a_large_layers_percentile_is_within_two_percent_of_numpys():
    values = np.random.default_rng(1).standard_normal((500, 500))
    assert percentile_of(values) == pytest.approx(np.percentile(np.abs(values), 99), rel=0.02)


def test_the_first_value_is_taken_at_once_and_later_ones_by_a_tenth():
    scale = SmoothedScale(1)
    scale.update([np.array([2.0])])
    assert scale.values == (2.0,)
    scale.update([np.array([12.0])])
    assert scale.values == pytest.approx((3.0,))
    scale.update([np.array([3.0])])
    assert scale.values == pytest.approx((3.0,))


def test_a_scale_is_never_0():
    scale = SmoothedScale(2)
    assert scale.values == (1.0, 1.0)
    scale.update([np.zeros(4), np.array([0.5])])
    assert scale.values == (1.0, 0.5)
    scale.update([np.zeros(4), np.zeros(4)])
    assert scale.values == (1.0, 0.5)


def test_every_gap_has_its_own_scale(make_snapshot):
    snapshot = make_snapshot((4, 2, 2), weights=[np.full((4, 2), 0.25), np.full((2, 2), -3.0)])
    scales = Scales(2)
    scales.update(snapshot.weights)
    assert scales.of("weight") == (0.25, 3.0)


def test_one_scale_for_all_gaps_is_the_largest():
    scales = Scales(2, same_for_all=True)
    scales.update([np.full(3, 0.25), np.full(3, -3.0)])
    assert scales.of("weight") == (3.0, 3.0)


def test_a_scene_renews_what_depends_on_the_example(make_snapshot):
    W = [np.array([[2.0], [-3.0]]), np.array([[1.0, -4.0]])]
    zero = [np.zeros(1), np.zeros(2)]
    snapshot = make_snapshot((2, 1, 2), x=np.array([2.0, 1.0]), weights=W, biases=zero, label=0)
    scales = Scales(2)
    scales.update_from_snapshot(snapshot)
    # z = 4 - 3 = 1 = a; a·w into the outputs 1 and -4; δ = y - ŷ = ±(1 - y0) with y0 = 1 / (1 + e^-5).
    assert scales.of("signal") == (4.0, 4.0)
    assert scales.of("activation")[0] == 1.0
    delta = 1 - 1 / (1 + np.exp(-5))
    assert scales.of("delta")[1] == pytest.approx(delta)
    assert scales.of("backpropagated")[1] == pytest.approx(4 * delta)
    assert scales.of("gradient")[1] == pytest.approx(delta)


def test_while_one_example_stays_its_scales_hardly_move(make_snapshot):
    scales = Scales(1)
    zero = [np.zeros(2)]
    for size, update in ((1.0, 0), (2.0, 1)):
        W = [np.full((2, 2), size)]
        scales.update_from_snapshot(
            make_snapshot((2, 2), x=np.ones(2), weights=W, biases=zero, update=update)
        )
    assert scales.of("signal") == pytest.approx((1.01,))
    other = make_snapshot((2, 2), x=np.ones(2), weights=[np.full((2, 2), 2.01)], biases=zero, index=8)
    scales.update_from_snapshot(other)
    assert scales.of("signal") == pytest.approx((1.11,))


def test_without_a_right_answer_the_gradients_scales_stay(make_snapshot):
    scales = Scales(3)
    scales.update_from_snapshot(make_snapshot(label=None))
    assert scales.of("delta") == scales.of("gradient") == scales.of("backpropagated") == (1, 1, 1)


def test_the_same_snapshot_shown_again_moves_no_scale(make_snapshot):
    # Another budget of edges shows it anew: its rings and fills are not drawn anew, so their scales stay.
    scales = Scales(1)
    zero = [np.zeros(2)]
    snapshots = [
        make_snapshot((2, 2), x=np.ones(2), weights=[np.full((2, 2), size)], biases=zero, update=update)
        for update, size in enumerate((1.0, 2.0))
    ]
    for snapshot in (*snapshots, snapshots[1]):
        scales.update_from_snapshot(snapshot)
    assert scales.of("signal") == pytest.approx((1.01,))
