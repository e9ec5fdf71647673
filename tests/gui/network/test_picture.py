"""The picture shows what the engine computed, and is painted only when it is asked to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.geometry.layout import fitting_theme
from gui.network.geometry.shapes import Column, Layout
from gui.network.painting.highlighted_edges import Highlight
from gui.network.picture import NetworkPicture
from gui.theme.tokens import DARK, Theme
from tests.core.small_snapshots import flat_of, snapshot_of, with_kinds, with_trace
from tests.gui.network.kept_words import show_as_kept

AT_ONCE = 10_000.0


def show(view: NetworkPicture, snapshot: Snapshot) -> None:
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")
    view.work(AT_ONCE)


def picture_of(view: NetworkPicture) -> QImage:
    return view.grab().toImage()


def layout_of(view: NetworkPicture) -> Layout:
    assert view.layout_shown is not None
    return view.layout_shown


def at(column: Column, index: int) -> tuple[float, float]:
    return float(column.x[index]), float(column.y[index])


@pytest.fixture
def view(qtbot) -> NetworkPicture:
    view = NetworkPicture()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show()
    qtbot.waitExposed(view)
    return view


# --- what is painted


def test_before_the_first_snapshot_the_view_is_an_empty_canvas(view):
    picture = picture_of(view)
    assert picture.pixelColor(5, 5) == QColor(DARK.canvas)
    assert not view.has_work()


def test_an_edge_is_painted_in_the_colour_of_its_weight(view, one_edge):
    show(view, one_edge)
    layout = layout_of(view)
    (x1, y1), (x2, y2) = at(layout.layers[0], 1), at(layout.layers[1], 2)
    picture = picture_of(view)
    # Its number is written somewhere along it.
    places = [(int(x1 + share * (x2 - x1)), int(y1 + share * (y2 - y1))) for share in (0.2, 0.35, 0.65, 0.8)]
    colours = [picture.pixelColor(*place) for place in places]
    assert sum(colour.blue() > 200 and colour.blue() > colour.red() + 100 for colour in colours) >= 3


def test_a_neuron_is_filled_by_its_activation(view, one_edge):
    show(view, one_edge)
    layout = layout_of(view)
    picture = picture_of(view)
    # Its a is the only one that is not 0, so it is its layer's scale: full.
    # In its middle a is written.
    rise = 0.8 * layout.layers[0].radius
    (x1, y1), (x0, y0) = at(layout.layers[0], 1), at(layout.layers[0], 0)
    active, silent = (picture.pixelColor(int(x), int(y - rise)) for x, y in ((x1, y1), (x0, y0)))
    lit, canvas = QColor(DARK.lit), QColor(DARK.canvas)
    assert abs(active.red() - lit.red()) <= 2 and abs(active.blue() - lit.blue()) <= 2
    assert abs(silent.red() - canvas.red()) <= 2 and abs(silent.blue() - canvas.blue()) <= 2


def test_an_outputs_bar_is_as_long_as_its_y(view, make_snapshot):
    snapshot = make_snapshot(label=None)
    show(view, snapshot)
    picture, layout = picture_of(view), layout_of(view)
    for index, track in enumerate(layout.bars):
        y = int(track.y + track.height / 2)
        lit = sum(picture.pixelColor(int(x), y) == QColor(DARK.lit) for x in range(int(track.x) + 1, 760))
        assert lit == pytest.approx(track.width * snapshot.trace.probabilities[index], abs=1.5)


def test_delta_is_a_ring_in_the_gradients_colours(view, make_snapshot):
    snapshot = make_snapshot(label=1)
    show(view, snapshot)
    layout = layout_of(view)
    # δ of the right answer is y - 1, negative and the largest: violet.
    x, y = at(layout.layers[-1], 1)
    reach = layout.layers[-1].radius + 0.6 + 1 + 1.6
    colour = picture_of(view).pixelColor(int(x + reach), int(y))
    violet = QColor(DARK.grad_minus)
    assert abs(colour.red() - violet.red()) < 30 and abs(colour.green() - violet.green()) < 30


def test_in_the_batchs_picture_the_rings_are_its_mean_delta(view, make_snapshot):
    snapshot = make_snapshot()
    rng = np.random.default_rng(3)
    mean_dW = tuple(rng.standard_normal(W.shape) for W in snapshot.weights)
    mean_db = tuple(rng.standard_normal(b.shape) for b in snapshot.biases)
    snapshot = replace(snapshot, mean_gradient=flat_of(mean_dW, mean_db))
    show(view, snapshot)
    picture_of(view)
    rings = view._composed_frame._nodes.neurons
    assert all(np.array_equal(marks.delta, d) for marks, d in zip(rings, snapshot.trace.delta, strict=True))
    view.set_edge_picture("mean_gradient")
    while view.has_work():
        view.work(50)
    picture_of(view)
    for marks, db in zip(view._composed_frame._nodes.neurons, mean_db, strict=True):
        assert np.array_equal(marks.delta, db)
        # The scale is the 99th percentile of |db|: of so few neurons the largest.
        share = np.sqrt(np.minimum(1, np.abs(db) / np.abs(db).max()))
        assert marks.ring == pytest.approx(1.0 + 2.2 * share)
    view.set_edge_picture("weight")
    while view.has_work():
        view.work(50)
    picture_of(view)
    assert np.array_equal(view._composed_frame._nodes.neurons[0].delta, snapshot.trace.delta[0])


def test_what_the_signal_has_not_reached_is_not_shown(view, make_snapshot):
    snapshot = make_snapshot()
    show(view, snapshot)
    layout = layout_of(view)
    strongest = int(np.argmax(snapshot.trace.a[1]))
    x, y = (int(v) for v in at(layout.layers[1], strongest))
    signal_animation = Timeline.signal_animation(3, True, new_example=True)
    view.show_animation_state(signal_animation.state_at(0.0))
    assert picture_of(view).pixelColor(x, y).red() < 30
    view.show_animation_state(AnimationState())
    assert picture_of(view).pixelColor(x, y).red() > 150


def test_discs_travel_in_a_forward_signal_animation_and_none_at_rest(view, one_edge):
    show(view, one_edge)
    layout = layout_of(view)
    composed_frame = picture_of(view)
    view.show_animation_state(AnimationState("forward", 1, 0.6, 1, False, 99, 99.0))
    moving = picture_of(view)
    (x1, y1), (x2, y2) = at(layout.layers[0], 1), at(layout.layers[1], 2)
    near = [(int(x1 + t * (x2 - x1)), int(y1 + t * (y2 - y1)) + 4) for t in np.linspace(0.4, 0.7, 60)]
    plus = QColor(DARK.plus)
    assert any(moving.pixelColor(*p) == plus for p in near)
    assert not any(composed_frame.pixelColor(*p) == plus for p in near)


def test_edges_show_the_gradient_right_of_the_front_and_the_weight_left_of_it(view, one_edge):
    show(view, one_edge)
    layout = layout_of(view)
    view.show_animation_state(AnimationState("backward", 1, 0.5, 99, True, 1, 1.5))
    view.work(AT_ONCE)
    picture = picture_of(view)
    (x1, y1), (x2, y2) = at(layout.layers[0], 1), at(layout.layers[1], 2)

    def around(share: float) -> QColor:
        x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
        return max((picture.pixelColor(int(x), int(y) + d) for d in (-1, 0, 1)), key=QColor.lightness)

    weight, gradient = around(0.25), around(0.75)
    assert weight.blue() > weight.red()
    # The label is 1, so δ of output 2 is positive: lime.
    assert gradient.green() > gradient.blue() + 60


def test_a_change_fades_into_the_new_weights(view, one_edge):
    show(view, one_edge)
    layout = layout_of(view)
    change = np.where(one_edge.parameters != 0, -0.1, 0.0)
    (x1, y1), (x2, y2) = at(layout.layers[0], 1), at(layout.layers[1], 2)
    x, y = int((x1 + x2) / 2), int((y1 + y2) / 2)
    blues = []
    for progress in (0.0, 0.5, 1.0):
        view.show_animation_state(AnimationState("change", 0, progress, 99, True, 0, 0.0))
        view.show_change(change)
        view.work(AT_ONCE)
        colour = picture_of(view).pixelColor(x, y)
        blues.append(colour.blue() - colour.red())
    # From orange (ΔW is negative) to blue (w is positive).
    assert blues[0] < -40 < 40 < blues[2] and blues[0] < blues[1] < blues[2]


@pytest.mark.parametrize("theme", [Theme(), Theme("light")], ids=["dark", "light"])
@pytest.mark.parametrize("sizes", [(256, 10), (256, 32, 16, 10), (256, *[128] * 8, 10), (256, 500, 3)])
@pytest.mark.parametrize("size", [(800, 506), (816, 388), (480, 300)])
def test_every_network_is_painted_in_every_size_and_theme(view, make_snapshot, theme, sizes, size):
    view.resize(*size)
    view.set_theme(theme)
    show(view, make_snapshot(sizes))
    for animation in (
        AnimationState(),
        AnimationState("forward", 0, 0.5, 0, False, 99, 99.0),
        AnimationState("mean", 0, 0.5, 99, True, 0, 0.0),
    ):
        view.show_animation_state(animation)
        view.work(AT_ONCE)
        assert picture_of(view).pixelColor(2, size[1] // 2) == theme.colour("canvas")


# --- when it is painted


def test_showing_paints_nothing_by_itself(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    QApplication.processEvents()
    painted = view.frames_painted
    view.show_displayed_snapshot(make_snapshot(update=4))
    view.show_weights(make_snapshot(update=4))
    view.show_animation_state(AnimationState("forward", 0, 0.5, 0, False, 99, 99.0))
    view.work(AT_ONCE)
    view.show_title("training digit 7, a 1")
    view.show_walkthrough("Layer 1")
    QApplication.processEvents()
    assert view.frames_painted == painted
    view.repaint()
    assert view.frames_painted == painted + 1


def test_a_frame_of_a_signal_animation_paints_only_its_gap_and_leaves_nothing_behind(view, make_snapshot):
    snapshot = make_snapshot()
    show(view, snapshot)
    view.show()
    QApplication.processEvents()
    timeline = Timeline.signal_animation(3, True, new_example=True)
    screen = QImage(view.size(), QImage.Format.Format_RGB32)
    regions = []
    paint = view.paintEvent

    def kept(event):
        regions.append(event.region().boundingRect())
        paint(event)

    view.paintEvent = kept
    for frame in range(0, 130, 2):
        view.show_animation_state(timeline.state_at(frame / 60))
        view.update_frame()
        QApplication.processEvents()
        # What is on screen by now: the parts that were painted, one over the other.
        whole = view.grab().toImage()
        region = regions[-2]
        columns, rows = range(0, view.width(), 4), range(0, view.height(), 4)
        for x in (x for x in columns if region.left() <= x <= region.right()):
            for y in (y for y in rows if region.top() <= y <= region.bottom()):
                screen.setPixel(x, y, whole.pixel(x, y))
        differing = [(x, y) for x in columns for y in rows if screen.pixel(x, y) != whole.pixel(x, y)]
        assert not differing, (frame, len(differing), differing[:3])
    assert min(r.width() for r in regions) < view.width() / 2


def test_a_portion_of_work_is_bounded(view, make_snapshot):
    snapshot = make_snapshot()
    view.set_edge_budget(None)
    view.show_displayed_snapshot(snapshot)
    portions = 0
    while view.work(0.0):
        portions += 1
    assert portions > 10 and not view.has_work()


# --- almost no gradient


def easy(snapshot: Snapshot) -> Snapshot:
    delta = (*snapshot.trace.delta[:-1], np.full_like(snapshot.trace.delta[-1], 1e-5))
    return with_trace(snapshot, loss=1e-5, delta=delta)


def test_where_there_is_almost_no_gradient_a_hard_digit_is_offered(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    picture_of(view)
    button = view.findChild(QPushButton, "show_hard_example")
    assert not button.isVisible()
    view.show_displayed_snapshot(easy(make_snapshot(index=9)))
    view.repaint()
    assert button.isVisible() and button.height() >= 24
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(view.hard_sample_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    view.show_displayed_snapshot(make_snapshot(index=10))
    view.repaint()
    assert not button.isVisible()


def test_the_offer_is_as_large_as_the_words_beside_it(view, make_snapshot):
    # The view has no room for type of that size, and so the picture has smaller.
    view.resize(640, 300)
    view.set_theme(Theme(scale=3.0))
    show(view, easy(make_snapshot()))
    view.repaint()
    fitting = fitting_theme(640, 300, Theme(scale=3.0))
    button = view.findChild(QPushButton, "show_hard_example")
    assert button.font().pixelSize() == fitting.font("caption").pixelSize()
    assert button.geometry().bottom() <= view.layout_shown.content.y


@pytest.mark.parametrize("picture", ["mean_gradient", "change"])
def test_in_the_batchs_pictures_nothing_is_said_of_this_digits_gradient(view, make_snapshot, picture):
    show(view, easy(make_snapshot()))
    view.repaint()
    button = view.findChild(QPushButton, "show_hard_example")
    assert button.isVisible()
    view.set_edge_picture(picture)
    view.repaint()
    assert not button.isVisible() and view._composed_frame.words.notice is None
    view.set_edge_picture("gradient")
    view.repaint()
    assert button.isVisible()


def test_scales_that_are_locked_are_called_so_in_the_legend_at_once(view, make_snapshot):
    def legend() -> list[str]:
        view.work(AT_ONCE)
        picture_of(view)
        return [row.name for row in view._composed_frame.legend_rows()]

    show(view, make_snapshot())
    assert legend()[0] == "input"
    for locked in (True, False):
        view.set_scales_locked(locked)
        assert (legend()[0] == "scales locked") is locked
        line = view._composed_frame.nodes.legend.texts
        assert any("scales locked" in mark.text for mark in line) is locked


def test_a_step_walkthrough_keeps_its_line(view, make_snapshot):
    show(view, easy(make_snapshot()))
    view.show_walkthrough("Layer 1: each neuron adds up a·w of the inked pixels.")
    view.repaint()
    assert not view.findChild(QPushButton, "show_hard_example").isVisible()


# --- what it is told


def test_where_pulses_are_off_nothing_travels_and_all_numbers_are_shown(view, one_edge):
    show(view, one_edge)
    moving = AnimationState("forward", 1, 0.6, 1, False, 99, 99.0)
    view.show_animation_state(moving)
    with_pulses = picture_of(view)
    view.set_pulses(False)
    show_as_kept(view)
    without = picture_of(view)
    assert without != with_pulses
    # As the composed frame is, without what travels.
    assert view.detached_render().image() == without.convertToFormat(QImage.Format.Format_RGB32)


def test_a_title_is_also_for_screen_readers(view):
    view.show_title("training digit 7, a 1")
    assert view.accessibleDescription() == "training digit 7, a 1"


def test_an_empty_view_has_no_layout_and_nothing_to_be_detached(view, make_snapshot):
    assert view.layout_shown is None and view.detached_render() is None
    show(view, make_snapshot())
    assert view.layout_shown is not None and view.detached_render() is not None


def test_weights_of_another_network_are_not_shown(view, make_snapshot):
    show(view, make_snapshot())
    view.show_weights(make_snapshot((256, 8, 10), run=2))
    assert not view.has_work()
    view.show_weights(make_snapshot(seed=1, update=9))
    assert view.has_work()


# --- another size, another example


def test_in_another_size_what_was_seen_stays_until_it_is_drawn(view, make_snapshot, qtbot):
    show(view, make_snapshot())
    picture_of(view)
    with qtbot.waitSignal(view.work_wanted):
        view.resize(900, 560)
    assert layout_of(view).width == 900 and view.is_behind
    picture_of(view)
    assert view.is_behind and view.has_work()
    view.work(AT_ONCE)
    picture_of(view)
    assert not view.is_behind


def test_a_collapsed_layer_shows_who_is_most_active_for_each_example(view, make_snapshot):
    snapshot = make_snapshot((256, 500, 10))
    show(view, snapshot)
    assert_most_active(view, snapshot)
    other = make_snapshot((256, 500, 10), seed=1, index=8)
    view.show_displayed_snapshot(other)
    assert_most_active(view, other)


def test_newer_numbers_of_an_example_are_asked_who_is_active_when_the_signal_starts_out(view, make_snapshot):
    snapshot = make_snapshot((256, 500, 10))
    show(view, snapshot)
    newer = make_snapshot((256, 500, 10), seed=1, x=snapshot.trace.x, update=9)
    view.show_displayed_snapshot(newer)
    assert_most_active(view, snapshot)
    view.show_animation_state(AnimationState("forward", 0, 0.1))
    assert_most_active(view, newer)


def assert_most_active(view: NetworkPicture, snapshot: Snapshot) -> None:
    column, a = layout_of(view).layers[0], np.abs(snapshot.trace.a[0])
    hidden = np.setdiff1d(np.arange(column.size), column.shown)
    assert 0 < column.shown.size < column.size and a[column.shown].min() >= a[hidden].max()


def test_neurons_that_have_other_numbers_stay_as_they_were_until_all_is_drawn(view, make_snapshot):
    show(view, make_snapshot())
    before = picture_of(view)
    order = np.arange(32)[::-1]
    first = make_snapshot()
    W = [first.weights[0][:, order], first.weights[1][order], first.weights[2]]
    b = [first.biases[0][order], *first.biases[1:]]
    permuted = make_snapshot(x=first.trace.x, weights=W, biases=b)
    view.show_permuted(permuted)
    assert view.is_behind and picture_of(view) == before
    view.work(AT_ONCE)
    assert picture_of(view) != before and not view.is_behind


# --- other scales for the same numbers


def widest_rings(view: NetworkPicture) -> list[float]:
    return [float(marks.ring.max()) for marks in view._composed_frame.nodes.neurons]


def test_one_scale_for_all_reaches_the_rings_that_are_on_screen(view, make_snapshot):
    show(view, make_snapshot((16, 6, 5, 3), seed=4))
    picture_of(view)
    apart = widest_rings(view)
    view.set_same_scale(True)
    view.work(AT_ONCE)
    picture_of(view)
    deltas = [float(np.abs(marks.delta).max()) for marks in view._composed_frame.nodes.neurons]
    together = widest_rings(view)
    # √ of the share of the largest: rings of different layers can be compared.
    for ring, delta in zip(together, deltas, strict=True):
        share = (ring - 1.0) / (together[int(np.argmax(deltas))] - 1.0)
        assert share == pytest.approx(np.sqrt(delta / max(deltas)), rel=1e-3)
    assert together != apart
    view.set_same_scale(False)
    picture_of(view)
    assert widest_rings(view) == apart


def test_a_locked_legend_says_of_which_update_the_scales_of_its_picture_are(view, make_snapshot):
    def at(update: int) -> Snapshot:
        made = make_snapshot((16, 6, 5, 3), seed=update)
        return replace(made, run=1, update=update, mean_gradient=made.parameters / update)

    def row() -> str:
        picture_of(view)
        return view._composed_frame.legend_rows()[0].words

    view.set_edge_picture("mean_gradient")
    show(view, at(200))
    view.set_edge_picture("weight")
    show(view, at(240))
    view.set_scales_locked(True)
    view.work(AT_ONCE)
    assert row().endswith("as they were: at update 240")
    show(view, at(400))
    assert row().endswith("as they were: at update 240")
    view.set_edge_picture("mean_gradient")
    view.work(AT_ONCE)
    assert "mean |∂C/∂w|: at update 400 · a: at update 240" in row()
    show(view, at(500))
    assert "mean |∂C/∂w|: at update 400 · a: at update 240" in row()


def test_scales_that_are_unlocked_are_those_of_what_is_on_screen(view, make_snapshot):
    first = make_snapshot((16, 6, 5, 3), seed=4)
    small, large = (
        replace(snapshot, run=1, update=update)
        for update, snapshot in ((1, first), (2, make_snapshot((16, 6, 5, 3), seed=5)))
    )
    show(view, small)
    view.set_scales_locked(True)
    show(view, large)
    picture_of(view)
    edges = view._composed_frame.edges
    kept = [marks.scale for marks in edges.on_screen(view._composed_frame.animation)[0]]
    view.set_scales_locked(False)
    view.work(AT_ONCE)
    picture_of(view)
    for marks, W, before in zip(
        edges.on_screen(view._composed_frame.animation)[0], large.weights, kept, strict=True
    ):
        ordered = np.sort(np.abs(W.ravel()))
        assert marks.scale == pytest.approx(ordered[int(np.ceil(0.99 * ordered.size)) - 1])
        assert marks.scale != before
    for marks, a in zip(view._composed_frame.nodes.neurons[:-1], large.trace.a, strict=False):
        assert marks.full == pytest.approx(np.abs(a).max())


def test_another_update_of_the_same_example_renews_neurons_bars_and_c(view, make_snapshot):
    first = make_snapshot((16, 6, 5, 3), seed=4)
    show(view, first)
    picture_of(view)
    x = first.example.x
    later = make_snapshot((16, 6, 5, 3), seed=6, x=x, update=first.update + 1)
    view.show_displayed_snapshot(later)
    picture_of(view)
    nodes = view._composed_frame.nodes
    for marks, a in zip(nodes.neurons, later.trace.a, strict=True):
        assert np.allclose(marks.value, a[marks.neuron])
    track = np.array([bar.width for bar in layout_of(view).bars])
    assert np.allclose(nodes.bars.length, later.trace.a[-1] * track)


def test_what_a_residual_connection_carries_follows_the_picture(view, make_snapshot):
    """Of the weights' picture a_prev, of the gradient's ∂C/∂a; also where nothing else has changed."""
    snapshot = with_kinds(make_snapshot((16, 6, 6, 3), seed=4), skips=(False, True, False))
    show(view, snapshot)
    picture_of(view)
    (arcs,) = view._composed_frame.nodes.arcs
    assert np.allclose(arcs.value, snapshot.trace.a[0][arcs.neuron])
    view.set_edge_picture("gradient")
    view.work(AT_ONCE)
    picture_of(view)
    (arcs,) = view._composed_frame.nodes.arcs
    returned = snapshot.weights[2] @ snapshot.trace.delta[2]
    assert np.allclose(arcs.value, returned[arcs.neuron])


def test_highlighted_edges_show_no_weights_where_there_is_no_change_yet(view, make_snapshot):
    show(view, make_snapshot((16, 6, 5, 3), seed=4))
    view.set_edge_picture("change")
    view.work(AT_ONCE)
    view._composed_frame.highlight((1, 2))
    picture_of(view)
    shown = [mark for mark in view._composed_frame.highlighted_marks if np.any(mark.value)]
    assert shown == []


def test_the_same_digit_and_weights_look_the_same_after_another_network_and_in_a_fresh_view(
    view, qtbot, make_snapshot
):
    """Pixel for pixel: rings, fills, colours and the legend's numbers depend on nothing that was shown before."""
    first = make_snapshot((16, 6, 5, 3), seed=4, run=1)
    show(view, first)
    before = picture_of(view)
    for other in (make_snapshot((16, 6, 5, 3), seed=5, index=8), make_snapshot((16, 9, 3), seed=6, run=2)):
        show(view, other)
        assert picture_of(view) != before
    show(view, first)
    assert picture_of(view) == before
    fresh = NetworkPicture()
    qtbot.addWidget(fresh)
    fresh.resize(800, 506)
    with qtbot.waitExposed(fresh):
        fresh.show()
    show(fresh, first)
    assert picture_of(fresh) == before


@pytest.mark.parametrize("then", [(16, 6, 5, 3), (16, 9, 3)], ids=["the same network", "another network"])
def test_resized_several_times_before_it_is_painted_it_is_laid_out_once(view, qtbot, make_snapshot, then):
    show(view, make_snapshot((16, 6, 5, 3), seed=4, run=1))
    picture_of(view)
    made, make = [], view._make_layout

    def counted(*zoom):
        made.append(view.size())
        return make(*zoom)

    view._make_layout = counted
    for width in (700, 720, 640):
        view.resize(width, 480)
    assert not made
    QApplication.processEvents()
    assert made == [QSize(640, 480)]
    # What comes before the painting is shown in a view of the new size, too.
    last = make_snapshot(then, seed=5, run=2)
    view.resize(660, 470)
    show(view, last)
    assert layout_of(view).width == 660
    fresh = NetworkPicture()
    qtbot.addWidget(fresh)
    fresh.resize(660, 470)
    with qtbot.waitExposed(fresh):
        fresh.show()
    show(fresh, last)
    assert picture_of(view) == picture_of(fresh)


def test_a_view_of_another_size_is_never_painted_by_the_places_of_before(view, make_snapshot):
    show(view, make_snapshot())
    picture_of(view)
    painted = []
    up_to_date = view._last_frame.up_to_date

    def kept():
        painted.append((view._last_frame.context.layout.width, view.width()))
        return up_to_date()

    view._last_frame.up_to_date = kept
    for width in (700, 640, 820):
        view.resize(width, 480)
        view.show_covered(20.0)
        QApplication.processEvents()
    assert len(painted) >= 3 and all(laid_out == wide for laid_out, wide in painted)
    # At rest it is drawn whole without being asked.
    assert view.has_work()


def strongest(snapshot: Snapshot, count: int) -> set[tuple[int, int]]:
    """(source, target) of the connections of the second layer's neurons that carry most, by |a·w|."""
    signal = np.abs(snapshot.trace.a[0][:, None] * snapshot.weights[1])
    return {
        (int(i), j) for j in range(signal.shape[1]) for i in np.argsort(-signal[:, j])[:count] if signal[i, j]
    }


def drawn(view: NetworkPicture) -> set[tuple[int, int]]:
    marks = view._composed_frame.edges._weights.drawn_marks[1]
    return set(zip(marks.source.tolist(), marks.target.tolist(), strict=True))


def test_where_the_training_rests_the_edges_are_the_strongest_of_its_last_update(view, make_snapshot):
    first = make_snapshot((16, 24, 5, 3), seed=4)
    view.set_edge_budget(4)
    show(view, first)
    assert drawn(view) == strongest(first, 4)
    # A little later: other edges carry most now, and while it trains those of before stay.
    network = first.network()
    rng = np.random.default_rng(0)
    network.layers[1].W[...] *= rng.uniform(0.93, 1.07, network.layers[1].W.shape).astype(np.float32)
    later = replace(first, parameters=network.parameters, update=first.update + 1)
    assert strongest(later, 4) != strongest(first, 4)
    show(view, later)
    assert drawn(view) == strongest(first, 4)
    view.settle()
    show(view, later)
    assert drawn(view) == strongest(later, 4)


@pytest.mark.parametrize("sign", [0, 1, -1])
def test_the_share_that_is_told_is_that_of_the_displayed_update_while_the_lines_are_of_an_earlier_one(
    view, make_snapshot, sign
):
    first = make_snapshot((16, 24, 5, 3), seed=4)
    view.set_edge_budget(4)
    view._composed_frame.edges.set_sign(sign)
    show(view, first)
    edges = view._composed_frame.edges
    lines = drawn(view)
    network = first.network()
    network.layers[1].W[...] *= np.random.default_rng(0).uniform(0.97, 1.03, (24, 5)).astype(np.float32)
    later = replace(first, parameters=network.parameters, update=first.update + 1)
    view.show_displayed_snapshot(later)
    assert drawn(view) == lines
    signal = np.abs(later.trace.a[0][:, None].astype(float) * later.weights[1])
    choice = edges._first_side()[1]
    carried = sum(signal[source, target] for source, target in lines)
    assert choice.parts[1] / choice.sums[1] == pytest.approx(carried / signal.sum(), rel=1e-5)


@pytest.mark.parametrize(("hidden", "seen"), [((8,), True), ((32,) * 20 + (16,), False)])
def test_it_says_whether_dead_neurons_are_marked_on_screen(view, hidden: tuple[int, ...], seen: bool) -> None:
    """Among many layers neither their signs nor their count have room."""
    network = Architecture.dense(hidden, "relu").with_outputs(10).network((256,))
    snapshot = snapshot_of(network, np.ones(256, np.float32), 1)
    show(view, snapshot)
    assert not view.marks_idle_neurons
    flat = tuple(np.r_[1.0, np.zeros(size - 1)] for size in hidden)
    means = tuple(np.zeros((10, size)) for size in hidden)
    view.show_neuron_statistics(
        NeuronStatistics(snapshot.run, snapshot.update, 100, ("relu",) * len(hidden), flat, means)
    )
    picture_of(view)
    assert view.marks_idle_neurons is seen


def test_another_run_of_the_same_sizes_takes_the_place_of_the_one_before_as_a_whole(view, make_snapshot):
    first = make_snapshot((16, 6, 5, 3), seed=1)
    show(view, first)
    before = picture_of(view)
    other = replace(make_snapshot((16, 6, 5, 3), seed=2), run=first.run + 1)
    view.show_displayed_snapshot(other)
    view.show_weights(other)
    # Painted meanwhile, all of it is still the run before, and nothing waits for the edges.
    assert view.is_behind and view.has_work() and picture_of(view) == before
    view.work(AT_ONCE)
    assert picture_of(view) != before and not view.is_behind
    # With other sizes nothing of before would be in its place.
    view.show_displayed_snapshot(replace(make_snapshot((16, 7, 5, 3), seed=2), run=first.run + 2))
    assert not view.is_behind


def test_what_stands_out_is_made_once_a_picture(view, make_snapshot, monkeypatch):
    show(view, make_snapshot((16, 6, 5, 3), seed=1))
    view._composed_frame.highlight((1, 2))
    picture_of(view)
    made, marks = [], Highlight.marks
    monkeypatch.setattr(Highlight, "marks", lambda *of: made.append(1) or marks(*of))
    for phase in ("forward", "rest", "forward", "rest"):
        view.show_animation_state(AnimationState(phase))
    assert made == []
    picture_of(view)
    assert made == [1]
