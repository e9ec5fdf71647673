"""Scales are functions of the numbers that are shown."""

from dataclasses import replace

import numpy as np
import pytest

from core.engine.snapshot import DataInfo
from gui.network.marks.scales import (
    PULSE_KINDS,
    Scales,
    delta_scales,
    largest_of,
    largest_of_each,
    percentile_of,
)
from tests.core.small_snapshots import with_trace

KINDS = ("activation", "signal", "delta", "gradient", "backpropagated")


def test_a_scale_is_the_99th_percentile():
    assert percentile_of(np.arange(1, 101)) == 99


def test_signs_zeros_and_what_is_not_finite_do_not_count():
    values = np.array([np.nan, np.inf, 0, 0, 0, -4, 2])
    assert percentile_of(values) == largest_of(values) == 4


def test_of_zeros_there_is_none():
    assert percentile_of(np.zeros((3, 3))) is None
    assert largest_of(np.zeros((3, 3))) is largest_of(np.array([np.nan])) is None


def test_the_largest_of_each_layer_is_its_own_whatever_stands_beside_it():
    nothing = np.zeros(0, np.float32)
    layers = [np.array([[-4.0, 2.0]]), nothing, np.array([np.nan, np.inf, -0.5]), np.zeros(3), nothing]
    assert largest_of_each(layers) == [4.0, None, 0.5, None, None]
    assert largest_of_each([nothing]) == [None] and largest_of_each([]) == []
    # A single precision number stays the same number.
    assert largest_of_each([np.array([0.1], np.float32)]) == [float(np.float32(0.1))]


def test_a_large_layers_percentile_is_within_two_percent_of_numpys():
    values = np.random.default_rng(1).standard_normal((500, 500))
    assert percentile_of(values) == pytest.approx(np.percentile(np.abs(values), 99), rel=0.02)


def test_where_the_evenly_spread_values_are_all_0_the_others_count():
    values = np.zeros(100_000)
    values[1] = -3.0
    assert percentile_of(values) == 3.0


def test_a_scale_is_that_of_the_newest_values_whatever_was_before():
    scales = Scales(1)
    scales.update([np.array([2.0])])
    scales.update([np.array([12.0])])
    assert scales.of("weight") == (12.0,)


def test_what_nobody_computed_has_no_scale():
    scales = Scales(2)
    assert np.isnan(scales.of("change")).all()
    scales.update([np.zeros(4), np.array([np.nan, 0.5])], "change")
    assert np.isnan(scales.of("change")[0]) and scales.of("change")[1] == 0.5
    # After a divergence there is none again.
    scales.update([np.full(4, np.nan), np.full(2, np.inf)], "change")
    assert np.isnan(scales.of("change")).all()


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
    assert scales.of("backpropagated")[1] == pytest.approx(4 * delta)
    assert scales.of("gradient")[1] == pytest.approx(delta)
    # An output can be wrong by 1, 1 / δ times as much; the hidden δ is (1 + 4)·δ, and would be 5.
    assert scales.of("delta") == pytest.approx((5.0, 1.0))


def test_what_travels_can_have_its_scales_found_ahead_one_a_step(make_snapshot):
    snapshot = make_snapshot((2, 1, 2), label=0)
    scales, asked = Scales(2), Scales(2)
    assert not scales.are_owed(PULSE_KINDS)
    for each in (scales, asked):
        each.update_from_snapshot(snapshot)
    steps = scales.finding(PULSE_KINDS)
    next(steps)
    assert (
        not scales.are_owed(["signal"])
        and scales.are_owed(["backpropagated"])
        and scales.are_owed(PULSE_KINDS)
    )
    assert list(steps) == [None] and not scales.are_owed(PULSE_KINDS)
    assert scales.are_owed(["delta"]), "nothing else is found"
    for kind in PULSE_KINDS:
        assert scales.of(kind) == asked.of(kind)


def test_scales_do_not_depend_on_what_was_shown_before(make_snapshot):
    """The same example with the same weights, in a fresh network, and after another network or example."""
    shown = make_snapshot(seed=3)
    fresh, used = Scales(3), Scales(3)
    fresh.update_from_snapshot(shown)
    for other in (make_snapshot(seed=4, index=8), shown, make_snapshot(seed=5, update=9), shown):
        used.update_from_snapshot(other)
        for kind in KINDS:
            used.of(kind)
    for kind in KINDS:
        assert used.of(kind) == fresh.of(kind), kind


def test_the_fills_scale_is_the_layers_largest_activation_so_that_none_is_beyond_it(make_snapshot):
    snapshot = make_snapshot(seed=2)
    scales = Scales(3)
    scales.update_from_snapshot(snapshot)
    for scale, a in zip(scales.of("activation"), snapshot.trace.a, strict=True):
        assert scale == np.abs(a).max()


def test_rings_fade_in_every_layer_as_the_outputs_errors_do():
    deltas = [np.array([0.02, -0.3]), np.array([0.4, -0.5])]
    # An error of 1 is twice as large.
    assert delta_scales(deltas, 1.0) == pytest.approx([0.6, 1.0])
    # A tenth of all δ, the same scales: rings of a tenth.
    assert delta_scales([0.1 * delta for delta in deltas], 1.0) == pytest.approx([0.6, 1.0])
    # An error beyond the largest target is the widest ring itself.
    assert delta_scales(deltas, 0.25) == pytest.approx([0.3, 0.5])
    assert delta_scales([np.ones(2), np.zeros(2)], 1.0) == [None, None]
    assert delta_scales([np.zeros(2), np.ones(2)], 1.0) == [None, 1.0]


def test_one_scale_for_all_gaps_is_one_for_all_rings_too(make_snapshot):
    snapshot = make_snapshot(seed=2)
    own, same = Scales(3), Scales(3, same_for_all=True)
    for scales in (own, same):
        scales.update_from_snapshot(snapshot)
    assert len(set(own.of("delta"))) == 3
    assert same.of("delta") == (max(own.of("delta")),) * 3
    assert same.of("activation") == own.of("activation")


def test_a_number_as_output_is_as_wrong_as_the_targets_reach(make_snapshot):
    snapshot = replace(make_snapshot((4, 3, 2)), data=DataInfo(class_names=(), output_scale=20.0))
    scales = Scales(2)
    scales.update_from_snapshot(with_trace(snapshot, delta=[np.array([1.0, 2.0, 0]), np.array([5.0, -10.0])]))
    assert scales.of("delta") == (4.0, 20.0)


def test_without_a_right_answer_there_is_no_scale_of_gradients(make_snapshot):
    scales = Scales(3)
    scales.update_from_snapshot(make_snapshot())
    assert np.isfinite(scales.of("delta")).all()
    scales.update_from_snapshot(make_snapshot(label=None))
    for kind in ("delta", "gradient", "backpropagated"):
        assert np.isnan(scales.of(kind)).all()


def test_a_locked_scale_stays_and_a_copy_has_its_own_life():
    scales = Scales(2)
    scales.update([np.array([2.0]), np.zeros(1)])
    scales.locked = True
    scales.update([np.array([7.0]), np.array([3.0])])
    assert scales.of("weight") == (2.0, 3.0)
    twin = scales.copied()
    twin.locked = False
    twin.update([np.array([7.0]), np.array([8.0])])
    assert (scales.of("weight"), twin.of("weight")) == ((2.0, 3.0), (7.0, 8.0))


@pytest.mark.parametrize("columns", [96, 150, 192, 300, 512, 600])
def test_every_column_of_a_large_layer_counts_as_much_as_another(columns):
    """In the picture Gradient all edges of a neuron, one column, may have the same number."""
    values = np.repeat(np.random.default_rng(1).standard_normal((1, columns)), 256, axis=0)
    scale = percentile_of(values)
    assert scale is not None
    # A percentile of so many evenly spread values: 1 % of all lies above it, or as many more as one column has.
    above = np.mean(np.abs(values) > scale)
    assert 0.01 - 1.1 / columns <= above <= 0.01
    assert np.mean(np.abs(values) >= scale) >= 0.01


def beside(one, other):
    one.beside, other.beside = lambda: other, lambda: one
    return one


def test_beside_another_network_the_larger_scale_of_each_gap_holds_for_both():
    one, other = Scales(2), Scales(2)
    one.update([np.array([3.0]), np.array([0.5])])
    other.update([np.array([2.0]), np.array([7.0])])
    beside(one, other)
    assert one.of("weight") == other.of("weight") == (3.0, 7.0)
    assert one.is_shared
    one.beside = Scales(1).beside
    assert one.of("weight") == (3.0, 0.5) and not one.is_shared


def test_beside_a_network_of_other_depth_one_scale_holds_for_all_gaps():
    one, other = Scales(2), Scales(3)
    one.update([np.array([3.0]), np.array([0.5])])
    other.update([np.array([2.0]), np.array([7.0]), np.zeros(2)])
    beside(one, other)
    assert one.of("weight") == (7.0, 7.0) and other.of("weight") == (7.0, 7.0, 7.0)


def test_numbers_that_ribbons_hide_and_those_of_lines_have_no_scale_in_common():
    """A kernel's few weights are ten times as large as those of a dense layer, and none of them is a line."""
    dense, maps = Scales(3), Scales(3)
    dense.update([np.array([0.25]), np.array([0.5]), np.array([1.0])])
    maps.update([np.array([1.5]), np.array([0.75]), np.array([2.0])])
    maps.in_ribbons = (True, True, False)
    beside(dense, maps)
    assert dense.of("weight") == (0.25, 0.5, 2.0) and maps.of("weight") == (1.5, 0.75, 2.0)
    assert dense.is_shared_by_lines and maps.is_shared_by_lines
    # Of neurons there is no such difference.
    dense.update([np.ones(2), np.ones(2), np.ones(2)], "activation")
    maps.update([np.full(2, 3.0), np.ones(2), np.ones(2)], "activation")
    assert dense.of("activation") == (3.0, 1.0, 1.0)
    # Both in ribbons: where a cell's connections stand out they are comparable.
    dense.in_ribbons = (True, False, False)
    assert dense.of("weight") == (1.5, 0.5, 2.0)
    maps.in_ribbons = (True, True, True)
    assert dense.of("weight") == (1.5, 0.5, 1.0) and not dense.is_shared_by_lines


def test_nor_have_they_where_one_scale_holds_for_all_gaps():
    dense, maps = Scales(2), Scales(3)
    dense.update([np.array([0.25]), np.array([0.5])])
    maps.update([np.array([1.5]), np.array([0.75]), np.array([0.375])])
    maps.in_ribbons = (True, True, False)
    beside(dense, maps)
    assert dense.of("weight") == (0.5, 0.5) and maps.of("weight") == (1.5, 1.5, 0.5)
    assert dense.is_shared_by_lines
    maps.in_ribbons = (True, True, True)
    assert not dense.is_shared_by_lines and not maps.is_shared_by_lines
    alone = maps.copied()
    alone.same_for_all, alone.beside, alone.in_ribbons = True, Scales(1).beside, (True, True, False)
    assert alone.of("weight") == (1.5, 1.5, 0.375) and not alone.is_shared_by_lines


def test_what_is_forgotten_has_no_scale_unless_it_is_locked():
    scales = Scales(2)
    scales.update([np.ones(3), np.full(3, 2.0)], "change")
    scales.locked = True
    scales.forget("change")
    assert scales.of("change") == (1.0, 2.0)
    scales.locked = False
    scales.forget("change")
    assert np.isnan(scales.of("change")).all()


def test_beside_another_what_neither_computed_has_no_scale():
    one, other = Scales(2), Scales(2)
    other.update([np.zeros(2), np.array([4.0])], "change")
    beside(one, other)
    assert np.isnan(one.of("change")[0]) and one.of("change")[1] == 4.0


def test_one_scale_for_all_gaps_is_then_that_of_both_networks():
    one, other = Scales(2, same_for_all=True), Scales(2)
    one.update([np.array([3.0]), np.array([0.5])])
    other.update([np.array([2.0]), np.array([7.0])])
    assert beside(one, other).of("weight") == (7.0, 7.0)


def test_what_is_locked_is_of_that_moment_or_learnt_once_when_it_is_looked_at_next():
    scales = Scales(1)
    scales.update([np.array([3.0])], "weight", 200)
    scales.update([np.array([0.3])], "mean_gradient", 200)
    scales.update([np.array([4.0])], "weight", 240)
    scales.of_maps("ribbon", "change", {0: 2.0})
    scales.lock(True)
    assert scales.of("weight") == (4.0,) and scales.locked_of("weight") == (240,)
    # The mean gradient was last looked at after update 200.
    assert np.isnan(scales.of("mean_gradient")) and scales.locked_of("mean_gradient") == ()
    for update in (400, 500):
        scales.update([np.array([update])], "weight", update)
        scales.update([np.array([update / 10])], "mean_gradient", update)
        assert scales.of_maps("ribbon", "change", {0: update}) == {0: 400}
    assert scales.of("weight") == (4.0,) and scales.locked_of("weight") == (240,)
    assert scales.of("mean_gradient") == (40.0,) and scales.locked_of("mean_gradient") == (400,)
    assert scales.locked_of("change") == (400,)
    assert scales.copied().locked_of("mean_gradient") == (400,)
    scales.lock(False)
    assert scales.locked_of("weight") == ()


def test_what_the_example_has_is_locked_of_its_own_update_though_nobody_has_looked_at_it(make_snapshot):
    scales = Scales(2)
    scales.update_from_snapshot(make_snapshot((4, 3, 2), update=100))
    before = scales.of("signal")
    scales.update_from_snapshot(make_snapshot((4, 3, 2), seed=7, update=240))
    scales.lock(True)
    assert scales.locked_of("signal") == scales.locked_of("activation") == (240,)
    scales.update_from_snapshot(make_snapshot((4, 3, 2), seed=8, update=400))
    fresh = Scales(2)
    fresh.update_from_snapshot(make_snapshot((4, 3, 2), seed=7, update=240))
    # Of what was silent then it is learnt once, later.
    assert scales.of("signal")[0] == fresh.of("signal")[0] != before[0]
    assert scales.locked_of("signal") == (240, 400)


def test_a_copy_keeps_the_scales_that_stood_beside_it():
    one, other = Scales(1), Scales(1)
    one.update([np.array([3.0])])
    other.update([np.array([8.0])])
    copy = beside(one, other).copied()
    other.update([np.array([20.0])])
    one.update([np.array([10.0])])
    assert copy.of("weight") == (8.0,) and one.of("weight") == (20.0,)
    # Copied alone, its legend names no other network that is not seen there.
    assert one.is_shared_by_lines and copy.is_shared and not copy.is_shared_by_lines


def test_ribbons_have_scales_that_can_be_locked_or_be_one_for_all_gaps():
    scales = Scales(3)
    assert scales.of_maps("ribbon", "signal", {0: 2.0, 2: 5.0}) == {0: 2.0, 2: 5.0}
    scales.locked = True
    copy = scales.copied()
    # Of the second nothing was seen yet; kernels are no ribbons, and a gradient is no signal.
    assert scales.of_maps("ribbon", "signal", {0: 9.0, 1: 1.0, 2: 0.5}) == {0: 2.0, 1: 1.0, 2: 5.0}
    assert scales.of_maps("kernel", "signal", {0: 9.0}) == scales.of_maps("ribbon", "gradient", {0: 9.0})
    assert copy.of_maps("ribbon", "signal", {1: 3.0}) == {1: 3.0}
    scales.same_for_all = True
    assert scales.of_maps("ribbon", "signal", {0: 9.0, 1: np.nan}) == {0: 2.0, 1: 2.0}
    assert np.isnan(scales.of_maps("ribbon", "change", {0: np.nan})[0])
    scales.same_for_all = False
    # Where all were 0 there was nothing to lock.
    assert scales.of_maps("ribbon", "change", {0: 4.0}) == {0: 4.0}
    scales.locked = False
    assert scales.of_maps("ribbon", "signal", {0: 9.0}) == {0: 9.0}
