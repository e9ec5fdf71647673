"""Which edges are drawn, and how much of the whole they are said to be."""

import warnings
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import (
    choose_by_gradient,
    choose_by_signal,
    highlighted_edges,
    one_edge,
    only_sign,
    recounted,
)
from gui.network.marks.edge_values import ConnectionValues, signals, weights
from gui.network.marks.in_ribbons import InRibbons
from gui.theme.tokens import Theme
from tests.core.small_snapshots import topology_of, with_trace, with_weights


def gradient_of(snapshot):
    return ConnectionValues(snapshot.connections, snapshot.trace.gradient)


def layout_of(sizes):
    return make_layout(sizes, 800, 506, Theme())


def test_the_largest_signals_of_each_neuron_are_chosen(make_snapshot):
    # a·w of neuron 0: 1·3, 1·-5, 0·9, 1·1; of neuron 1: 2, 0, 0, -1.
    W = np.array([[3.0, 2.0], [-5.0, 0.0], [9.0, 9.0], [1.0, -1.0]])
    snapshot = make_snapshot((4, 2), x=np.array([1.0, 1, 0, 1]), weights=[W], biases=[np.zeros(2)])
    choice = choose_by_signal(snapshot, layout_of((4, 2)), 2)
    chosen = set(zip(choice.edges[0].source.tolist(), choice.edges[0].target.tolist(), strict=True))
    assert chosen == {(1, 0), (0, 0), (0, 1), (3, 1)}
    assert (choice.drawn, choice.total) == (4, 8)
    # Σ|a·w| drawn is 5 + 3 + 2 + 1 = 11 of 3 + 5 + 1 + 2 + 1 = 12.
    assert choice.share == pytest.approx(11 / 12)


def test_an_edge_that_carries_nothing_is_not_chosen(make_snapshot):
    W = np.array([[3.0, 2.0], [-5.0, 0.0], [9.0, 9.0], [1.0, -1.0]])
    snapshot = make_snapshot((4, 2), x=np.array([1.0, 1, 0, 1]), weights=[W], biases=[np.zeros(2)])
    choice = choose_by_signal(snapshot, layout_of((4, 2)), 16)
    assert choice.drawn == 5
    assert choice.share == 1


def test_of_a_blank_input_there_is_no_share(make_snapshot):
    choice = choose_by_signal(make_snapshot(x=np.zeros(256)), layout_of((256, 32, 16, 10)), 16)
    assert choice.share is None
    assert choice.drawn_per_group[0] == 0


def test_all_means_all(make_snapshot):
    choice = choose_by_signal(make_snapshot(), layout_of((256, 32, 16, 10)), None)
    assert choice.drawn == choice.total == 256 * 32 + 32 * 16 + 16 * 10
    assert choice.share == pytest.approx(1)


@settings(max_examples=30, deadline=None)
@given(
    st.tuples(st.integers(1, 60), st.integers(1, 40), st.integers(1, 40), st.integers(2, 12)),
    st.integers(1, 20),
    st.integers(0, 1000),
)
def test_coverage_counts_what_is_drawn(make_snapshot, sizes, budget, seed):
    snapshot = make_snapshot(sizes, seed=seed, label=0)
    choice = choose_by_signal(snapshot, layout_of(sizes), budget)
    before = (snapshot.trace.x, *snapshot.trace.a[:-1])
    shares = []
    for gap, (a, W) in enumerate(zip(before, snapshot.weights, strict=True)):
        signal = np.abs(a[:, None] * W)
        source, target = choice.edges[gap].source, choice.edges[gap].target
        assert np.all(signal[source, target] > 0)
        assert len(set(zip(source.tolist(), target.tolist(), strict=True))) == source.size
        drawn = np.zeros(W.shape, bool)
        drawn[source, target] = True
        for j in range(W.shape[1]):
            kept, left = signal[drawn[:, j], j], signal[~drawn[:, j], j]
            assert kept.size == min(budget, np.count_nonzero(signal[:, j]))
            if kept.size and left.size:
                assert kept.min() >= left.max()
        if signal.sum() > 0:
            shares.append(signal[drawn].sum() / signal.sum())
    assert choice.drawn == sum(len(edges) for edges in choice.edges) == sum(choice.drawn_per_group)
    assert choice.total == sum(W.size for W in snapshot.weights)
    if snapshot.trace.x.any():
        assert choice.share == pytest.approx(np.mean(shares))


def test_collapsed_neurons_have_no_lines_but_count(make_snapshot):
    sizes = (256, 500, 500, 10)
    layout = layout_of(sizes)
    choice = choose_by_signal(make_snapshot(sizes), layout, 16)
    assert set(choice.edges[0].target.tolist()) <= set(layout.layers[0].shown.tolist())
    assert set(choice.edges[1].source.tolist()) <= set(layout.layers[0].shown.tolist())
    assert choice.total == 256 * 500 + 500 * 500 + 500 * 10


@pytest.mark.parametrize("budget", [16, 24, 100])
def test_there_are_never_more_than_6000_lines(make_snapshot, budget):
    sizes = (256, 128, 128, 128, 128, 10)
    snapshot = make_snapshot(sizes)
    assert choose_by_signal(snapshot, layout_of(sizes), budget).drawn <= 6000
    assert choose_by_gradient(gradient_of(snapshot), layout_of(sizes), budget).drawn <= 6000


def test_in_the_first_gap_a_neuron_has_all_its_gradient_or_none(make_snapshot):
    sizes = (256, 128, 64, 10)
    snapshot = make_snapshot(sizes)
    choice = choose_by_gradient(gradient_of(snapshot), layout_of(sizes), 16)
    ink = np.count_nonzero(snapshot.trace.x)
    per_neuron = np.bincount(choice.edges[0].target, minlength=128)
    assert set(per_neuron.tolist()) <= {0, ink}
    # Left out are the quiet ones: no silent neuron has a larger |δ| than a drawn one.
    strength = np.abs(snapshot.trace.delta[0])
    assert strength[per_neuron > 0].min() >= strength[per_neuron == 0].max()
    assert 0 < np.count_nonzero(per_neuron) < np.count_nonzero(strength)


def test_in_the_other_gaps_the_largest_gradients_are_chosen(make_snapshot):
    snapshot = make_snapshot()
    dW = snapshot.trace.dW
    choice = choose_by_gradient(gradient_of(snapshot), layout_of(snapshot.sizes), 3)
    for j in range(10):
        column = np.abs(dW[2][:, j])
        chosen = choice.edges[2].source[choice.edges[2].target == j]
        assert sorted(column[chosen]) == pytest.approx(sorted(column)[-3:])


def test_a_batchs_mean_gradient_has_a_budget_in_the_first_gap_too(make_snapshot):
    both = [make_snapshot(seed=0), make_snapshot(seed=0, x=np.eye(1, 256, 40)[0])]
    mean = (both[0].trace.gradient + both[1].trace.gradient) / 2
    choice = choose_by_gradient(ConnectionValues(both[0].connections, mean), layout_of((256, 32, 16, 10)), 4)
    assert np.bincount(choice.edges[0].target, minlength=32).max() <= 4


def test_the_gradients_share_is_the_mean_of_the_gaps(make_snapshot):
    snapshot = make_snapshot()
    dW = snapshot.trace.dW
    choice = choose_by_gradient(gradient_of(snapshot), layout_of(snapshot.sizes), 2)
    shares = [
        np.abs(v[edges.source, edges.target]).sum() / np.abs(v).sum()
        for v, edges in zip(dW, choice.edges, strict=True)
    ]
    assert choice.share == pytest.approx(np.mean(shares))
    assert choice.share_per_group == pytest.approx(shares)


def test_a_gradient_of_nothing_but_zeros_draws_nothing():
    zeros = ConnectionValues(topology_of((256, 32, 10)).connections, np.zeros(257 * 32 + 330))
    choice = choose_by_gradient(zeros, layout_of((256, 32, 10)), 16)
    assert (choice.drawn, choice.total, choice.share) == (0, 256 * 32 + 320, None)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("budget", [4, None])
def test_a_value_that_is_not_finite_is_not_chosen_and_breaks_nothing(make_snapshot, bad, budget):
    snapshot = make_snapshot()
    W = snapshot.weights[1].copy()
    W[3, 4] = bad
    broken = with_weights(snapshot, (snapshot.weights[0], W, snapshot.weights[2]))
    layout = layout_of(snapshot.sizes)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        choice = choose_by_signal(broken, layout, 4)
        dW = snapshot.trace.dW
        broken = with_trace(snapshot, dW=(dW[0], W, dW[2]))
        gradient = choose_by_gradient(gradient_of(broken), layout, budget)
    for chosen in (choice, gradient):
        pairs = set(zip(chosen.edges[1].source.tolist(), chosen.edges[1].target.tolist(), strict=True))
        assert (3, 4) not in pairs
        # Of an infinite sum there is no share; the other gaps have theirs.
        assert chosen.share is None and chosen.share_per_group[1] is None
        assert chosen.share_of([0]) is not None and 0 < chosen.share_of([0]) <= 1


def test_the_choice_does_not_depend_on_the_weights_sign(make_snapshot):
    one = make_snapshot((256, 10))
    other = make_snapshot((256, 10), x=one.trace.x, weights=[-one.weights[0]])
    first, second = (choose_by_signal(s, layout_of((256, 10)), 5) for s in (one, other))
    assert set(first.edges[0].source * 10 + first.edges[0].target) == set(
        second.edges[0].source * 10 + second.edges[0].target
    )


def test_a_neurons_edges_come_in_from_one_gap_and_go_out_through_the_next(make_snapshot):
    snapshot = make_snapshot(x=np.ones(256))
    choice = highlighted_edges(snapshot, 0, 7, layout_of(snapshot.sizes))
    assert choice.edges[0].source.tolist() == list(range(256))
    assert set(choice.edges[0].target.tolist()) == {7}
    assert set(choice.edges[1].source.tolist()) == {7}
    assert choice.edges[1].target.tolist() == list(range(16))
    assert choice.drawn_per_group == (256, 16, 0)


def test_of_a_neurons_edges_those_from_pixels_without_ink_are_left_out(make_snapshot):
    snapshot = make_snapshot()
    inked = np.flatnonzero(snapshot.trace.x).tolist()
    assert 0 < len(inked) < 256
    choice = highlighted_edges(snapshot, 0, 7, layout_of(snapshot.sizes))
    assert choice.edges[0].source.tolist() == inked


def test_an_output_has_no_outgoing_edges(make_snapshot):
    snapshot = make_snapshot()
    assert highlighted_edges(snapshot, 2, 0, layout_of(snapshot.sizes)).drawn_per_group == (0, 0, 16)


def test_a_neurons_edges_to_collapsed_neurons_are_left_out(make_snapshot):
    snapshot = make_snapshot((256, 500, 10))
    layout = layout_of(snapshot.sizes)
    choice = highlighted_edges(snapshot, 1, 3, layout)
    assert choice.edges[1].source.tolist() == layout.layers[0].shown.tolist()


@pytest.mark.parametrize(
    ("edge", "is_there"), [((0, 1, 2), True), ((0, 3, 0), True), ((0, 0, 2), False), ((1, 2, 1), True)]
)
def test_one_edge_is_one_and_of_a_pixel_without_ink_none(make_snapshot, edge, is_there):
    choice = one_edge(make_snapshot((4, 3, 2), x=np.array([0.0, 1.0, 0.0, 0.5])), *edge)
    chosen = [
        (group, *ends)
        for group, edges in enumerate(choice.edges)
        for ends in zip(edges.source.tolist(), edges.target.tolist(), strict=True)
    ]
    assert chosen == ([edge] if is_there else [])


@pytest.mark.parametrize(
    ("budget", "sizes", "most"), [(16, (256, 32, 10), None), (None, (256, 32, 10), None)]
)
def test_where_as_many_as_were_asked_for_are_drawn_nothing_is_said(
    make_snapshot, budget, sizes, most
) -> None:
    layout = make_layout(sizes, 800, 506, Theme())
    assert choose_by_signal(make_snapshot(sizes), layout, budget).most is most


def test_where_there_is_no_room_for_as_many_as_were_asked_for_it_is_known_how_many_are_drawn(
    make_snapshot,
) -> None:
    """400 neurons of 256 pixels that all have ink: 5,000 lines are 12 for each, and not 16."""
    sizes = (256, 400, 10)
    snapshot = make_snapshot(sizes, x=np.ones(256))
    layout = make_layout(sizes, 1400, 1100, Theme())
    choice = choose_by_signal(snapshot, layout, 16)
    drawn = np.bincount(choice.edges[0].target)
    assert choice.most == drawn.max() < 16 and choice.drawn <= 5000


def test_edges_that_stay_are_counted_by_what_they_carry_now(make_snapshot):
    W = np.array([[3.0, 2.0], [-5.0, 0.0], [9.0, 9.0], [1.0, -1.0]])
    x, zero = np.array([1.0, 1, 0, 1]), [np.zeros(2)]
    before = make_snapshot((4, 2), x=x, weights=[W], biases=zero)
    choice = choose_by_signal(before, layout_of((4, 2)), 2)
    # The edges of 3, -5, 2 and -1 are drawn; now those are 1, -1, 4 and 0 of 1 + 1 + 3 + 4 + 2 + 0.
    W = np.array([[1.0, 4.0], [-1.0, 2.0], [9.0, 9.0], [3.0, 0.0]])
    again = recounted(choice, make_snapshot((4, 2), x=x, weights=[W], biases=zero, update=4))
    assert again.edges is choice.edges
    assert again.share == pytest.approx(6 / 11)


def test_of_one_sign_the_share_is_of_what_the_edges_carry_and_not_of_their_weights(make_snapshot):
    W = np.array([[3.0, 2.0], [-5.0, 1.0]])
    x, zero = np.array([4.0, 1.0]), [np.zeros(2)]
    snapshot = make_snapshot((2, 2), x=x, weights=[W], biases=zero)
    choice = choose_by_signal(snapshot, layout_of((2, 2)))
    plus = only_sign(choice, weights(snapshot), 1, signals(snapshot))
    assert plus.drawn == 3
    # a·w: 12, 8 and 1 of 12 + 8 + 5 + 1; of the weights it would be 6 of 11.
    assert plus.share == pytest.approx(21 / 26)


def test_what_ribbons_carry_counts_in_their_groups_share(make_snapshot):
    W = np.array([[3.0, 2.0], [-5.0, 0.0], [9.0, 9.0], [1.0, -1.0]])
    snapshot = make_snapshot((4, 2), x=np.array([1.0, 1, 0, 1]), weights=[W], biases=[np.zeros(2)])
    choice = choose_by_signal(snapshot, layout_of((4, 2)), 1)
    # Drawn are the edges of 5 and 2 of 12 in all; ribbons hold a quarter of all.
    with_some = replace(choice, ribbons={0: InRibbons(number=1, connections=2, in_view=1, share=0.25)})
    assert choice.share_of([0]) == pytest.approx(7 / 12)
    assert with_some.share_of([0]) == pytest.approx(7 / 12 + 1 / 4)
    assert with_some.share_per_group == with_some.share_per_gap == pytest.approx((7 / 12 + 1 / 4,))
