"""Two pictures are driven together: the same choices, the same place, the same pins, one scale."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import Timeline
from gui.network.interaction.selection import exists
from gui.network.view import NetworkView
from gui.side.view_pair import MOST_FRAMES, ViewPair
from gui.theme.tokens import make_theme
from gui.widgets.number_text import compact
from tests.core.small_snapshots import snapshot_of

AT_ONCE = 10_000.0


def show(view, snapshot):
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")


@pytest.fixture
def views(qtbot):
    made = []
    for _ in range(2):
        view = NetworkView()
        qtbot.addWidget(view)
        view.set_theme(make_theme("dark"))
        view.resize(800, 260)
        view.show()
        made.append(view)
    return made


@pytest.fixture
def pair(views, make_network):
    a, b = views
    show(a, make_network())
    show(b, make_network(run=1, seed=3, times=4.0))
    pair = ViewPair(a, b)
    pair.agree()
    return pair


def drawn_scales(view, kind):
    """What full colour stands for in the edges that are on screen."""
    view.work(AT_ONCE)
    view.grab()
    return [
        marks.scale
        for marks in view._composed_frame.edges.on_screen(view.animation_shown)[0]
        if marks.kind == kind
    ]


def percentile(W):
    magnitude = np.sort(np.abs(W).ravel())
    return magnitude[int(np.ceil(0.99 * magnitude.size)) - 1]


def test_one_scale_holds_for_both_gap_by_gap_the_larger_one(pair, views, make_network):
    one, other = (view.displayed_snapshot for view in views)
    expected = [max(percentile(W), percentile(V)) for W, V in zip(one.weights, other.weights, strict=True)]
    for view in views:
        assert drawn_scales(view, "weight") == pytest.approx(expected)


def test_the_legend_of_a_says_that_its_scale_is_of_both_as_soon_as_b_has_come(views, make_network):
    def legend(view):
        view.work(AT_ONCE)
        view.grab()
        return " ".join(mark.text for mark in view._composed_frame.nodes.legend.texts)

    a, b = views
    # The scale of A is the larger one: no number of it changes.
    show(a, make_network(times=4.0))
    pair = ViewPair(a, b)
    pair.agree()
    assert "full colour" in legend(a) and "A and B" not in legend(a)
    show(b, make_network(run=1, seed=3))
    pair.agree()
    assert all("A and B: full colour" in legend(view) for view in views)


def test_where_the_gradient_has_vanished_in_one_it_is_faint_beside_the_other(views, make_network):
    a, b = views
    strong, weak = make_network(times=1.0), make_network(run=1, times=0.05)
    show(a, weak)
    show(b, strong)
    for view in views:
        view.set_edge_picture("gradient")
    ViewPair(a, b).agree()
    expected = []
    for name, view in (("W", a), ("W", b)):
        snapshot = view.displayed_snapshot
        expected.append(
            [percentile_of_nonzero(dW) for dW in snapshot.topology.table.named(name, snapshot.trace.gradient)]
        )
    larger = np.max(expected, axis=0)
    for view in views:
        assert drawn_scales(view, "gradient") == pytest.approx(larger)


def percentile_of_nonzero(dW):
    return percentile(dW[dW != 0])


def test_the_legend_tells_of_both_also_where_the_scale_stays_what_it_was(views, make_network):
    a, b = views
    show(a, make_network(times=4.0))
    before = drawn_scales(a, "weight")
    show(b, make_network(run=1, seed=3, times=0.5))
    pair = ViewPair(a, b)
    pair.agree()
    assert drawn_scales(a, "weight") == before

    def told(view):
        return [text.text for text in view._composed_frame.nodes.legend.texts if "full colour" in text.text]

    for view in views:
        view.grab()
        assert told(view) and all(text.startswith("A and B: ") for text in told(view))
    pair.part()
    a.grab()
    assert told(a) and not any("A and B" in text for text in told(a))


def test_what_is_newer_in_one_is_drawn_by_its_scale_in_both(pair, views, make_network):
    a, b = views
    for view in views:
        view.work(AT_ONCE)
    show(b, make_network(run=1, seed=3, times=40.0))
    assert pair.agree()
    largest = [percentile(W) for W in b.displayed_snapshot.weights]
    assert drawn_scales(a, "weight") == drawn_scales(b, "weight") == pytest.approx(largest)


def test_both_change_to_another_scale_in_the_same_frame(pair, views, make_network):
    a, b = views
    before = [drawn_scales(view, "weight") for view in views]
    pair.hold_edges()
    show(b, make_network(run=1, seed=3, times=40.0))
    pair.agree()
    largest = [percentile(W) for W in b.displayed_snapshot.weights]
    # A is drawn first; it waits for B.
    assert drawn_scales(a, "weight") == before[0]
    pair.show_edges(in_motion=False)
    assert drawn_scales(a, "weight") == before[0]
    assert drawn_scales(b, "weight") == before[1]
    pair.show_edges(in_motion=False)
    for view in views:
        assert drawn_scales(view, "weight") == pytest.approx(largest)


def test_in_motion_no_edges_wait_and_at_rest_not_for_long(pair, views, make_network):
    a, b = views
    before = drawn_scales(a, "weight")
    pair.hold_edges()
    show(b, make_network(run=1, seed=3, times=40.0))
    pair.agree()
    assert drawn_scales(a, "weight") == before
    for _ in range(MOST_FRAMES):
        pair.show_edges(in_motion=False)
    assert drawn_scales(a, "weight") == before and b.has_work()
    pair.show_edges(in_motion=False)
    largest = pytest.approx([percentile(W) for W in b.displayed_snapshot.weights])
    assert drawn_scales(a, "weight") == largest
    show(b, make_network(run=1, seed=3, times=80.0))
    pair.agree()
    assert drawn_scales(a, "weight") == largest
    pair.show_edges(in_motion=True)
    assert drawn_scales(a, "weight") == pytest.approx([percentile(W) for W in b.displayed_snapshot.weights])


def test_connections_of_another_update_than_the_neurons_wait_for_nothing(pair, views, make_network):
    a, b = views
    before = drawn_scales(a, "weight")
    pair.hold_edges()
    show(a, make_network(update=77, times=9.0))
    show(b, make_network(run=1, seed=3, times=40.0))
    pair.agree()
    assert drawn_scales(a, "weight") == before
    pair.show_edges(in_motion=False)
    assert a.drawn_update == 77


def test_where_nothing_is_left_to_draw_nothing_waits_whatever_its_scale(pair, views, make_network):
    a, _ = views
    before = [drawn_scales(view, "weight") for view in views][0]
    pair.hold_edges()
    a.share_scales(None)
    show(a, make_network(times=3.0))
    own = [percentile(W) for W in a.displayed_snapshot.weights]
    assert drawn_scales(a, "weight") == before
    pair.show_edges(in_motion=False)
    assert drawn_scales(a, "weight") == pytest.approx(own)


def test_when_they_part_what_waits_is_seen(pair, views, make_network):
    a, b = views
    for view in views:
        drawn_scales(view, "weight")
    pair.hold_edges()
    show(a, make_network(times=40.0))
    a.work(AT_ONCE)
    pair.part()
    show(a, make_network(times=3.0))
    # Nor does anything wait from now on.
    assert drawn_scales(a, "weight") == pytest.approx([percentile(W) for W in a.displayed_snapshot.weights])


def test_apart_each_has_its_own_scales_again(pair, views):
    pair.part()
    for view in views:
        expected = [percentile(W) for W in view.displayed_snapshot.weights]
        assert drawn_scales(view, "weight") == pytest.approx(expected)


def test_networks_of_other_depth_have_one_scale_for_all_gaps_of_both(views, make_network):
    a, b = views
    show(a, make_network((8, 6)))
    show(b, make_network((8, 6, 6), run=1, times=2.0))
    ViewPair(a, b).agree()
    weights = [W for view in views for W in view.displayed_snapshot.weights]
    largest = max(map(percentile, weights))
    for view in views:
        scales = drawn_scales(view, "weight")
        assert scales == pytest.approx([largest] * len(view.displayed_snapshot.weights))


def test_kernels_that_draw_no_weight_do_not_dim_those_of_a_dense_network(views):
    """They are drawn in ribbons of another number; what both draw line by line has one scale."""
    hidden = Conv2d(2, 3, padding=1, activation="relu", picture=(4, 4)), Dense(8, "relu")
    shown = []
    for view, layers in zip(views, ((Dense(12, "relu"), Dense(8, "relu")), hidden), strict=True):
        network = Architecture((*layers, Dense(4, "softmax")), seed=1).network((16,))
        network.parameters[:] *= 1 if view is views[0] else 4
        shown.append(snapshot_of(network, np.ones(16, np.float32)))
        show(view, shown[-1])
    dense, maps = shown
    alone = drawn_scales(views[0], "weight")
    ViewPair(*views).agree()
    of_both = percentile(maps.connections[2].values(maps.parameters))
    assert of_both > alone[2]
    assert drawn_scales(views[0], "weight") == pytest.approx([*alone[:2], of_both])
    assert drawn_scales(views[1], "weight")[-1] == pytest.approx(of_both)
    numbers = "  ".join(compact(scale) for scale in (*alone[:2], of_both))
    assert f"A and B: full colour at |w| = {numbers}" in " ".join(views[0].legend_words).replace(", ", "  ")


def test_the_legend_says_that_both_share_it(pair, views):
    for view in views:
        view.work(AT_ONCE)
        view.grab()
        texts = [mark.text for mark in view._composed_frame.nodes.legend.texts]
        assert any(text.startswith("A and B: full colour at |w| = ") for text in texts)


def test_picture_number_of_edges_and_switches_follow_a(pair, views):
    a, b = views
    a.set_edge_picture("signal")
    a.set_edge_budget(4)
    a.set_same_scale(True)
    a.set_scales_locked(True)
    a.set_tiles_of_example(True)
    assert pair.agree() and not pair.agree()
    assert b.edge_picture == "signal"
    assert b._composed_frame.edges.budget == 4
    assert b._composed_frame.look.tiles_of_example
    assert len(set(drawn_scales(b, "signal"))) == 1


@pytest.mark.parametrize("hand", [0, 1])
def test_going_nearer_in_one_goes_nearer_in_both(pair, views, hand):
    views[hand].enlarge()
    pair.agree()
    assert views[0].zoom == views[1].zoom and views[0].zoom.scale > 1
    views[1 - hand].show_whole()
    pair.agree()
    assert views[0].zoom.scale == views[1].zoom.scale == 1


@pytest.mark.parametrize("hand", [0, 1])
def test_what_is_kept_in_one_is_kept_in_both(pair, views, hand):
    views[hand].pin((0, 3))
    views[hand].pin((1, 2, 4), beside=True)
    assert views[0].pins == views[1].pins == ((0, 3), (1, 2, 4))
    views[1 - hand].clear_selection()
    assert views[0].pins == views[1].pins == ()


def test_only_what_the_other_has_is_kept_there(views, make_network):
    a, b = views
    show(a, make_network((8, 6)))
    show(b, make_network((4,), run=1))
    pair = ViewPair(a, b)
    a.pin((0, 3))
    a.pin((0, 7), beside=True)
    assert b.pins == ((0, 3),)
    # One that the other network does not have goes with it where another comes.
    show(b, make_network((8, 6), run=2))
    pair.show_pins()
    assert set(b.pins) == {(0, 3), (0, 7)}
    of_b = b.displayed_snapshot
    assert not exists((3, 0, 0), of_b) and exists((2, 5, 9), of_b) and not exists((2, 6, 9), of_b)


def test_both_show_the_same_moment_of_the_motion(pair, views):
    a, b = views
    motion = Timeline.signal_animation(3, True, True)
    for at_s in (0.1, 0.7, 1.2, 1.8):
        a.show_animation_state(motion.state_at(at_s))
        pair.agree()
        assert b.animation_shown == a.animation_shown == motion.state_at(at_s)


def test_a_network_of_other_depth_rests_with_all_its_numbers(views, make_network):
    a, b = views
    show(a, make_network((8, 6)))
    show(b, make_network((8,), run=1))
    pair = ViewPair(a, b)
    a.show_animation_state(Timeline.signal_animation(3, True, True).state_at(0.1))
    pair.agree()
    assert b.animation_shown.phase == "rest" and b.animation_shown.revealed > 3


def test_the_example_is_named_in_both_where_it_is_the_same(pair, views, make_network):
    a, b = views
    a.show_title("test digit 728, a 2")
    pair.agree()
    assert b._composed_frame.words.title == "test digit 728, a 2"
    show(b, make_network(run=1, digit=9))
    b.show_title("its own")
    pair.agree()
    assert b._composed_frame.words.title == "its own"


def test_the_edges_of_what_is_kept_are_on_the_scale_of_both(pair, views):
    a, b = views
    expected = [percentile(W) for W in b.displayed_snapshot.weights]
    a.pin((0, 3))
    for view in views:
        view.work(AT_ONCE)
        view.grab()
        marks = view._composed_frame.highlighted_marks
        assert marks
        for group in marks:
            assert group.scale == pytest.approx(expected[group.group])
