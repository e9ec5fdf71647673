"""What the view shows at one moment, kept: nothing that happens in the view afterwards reaches it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from gui.network.animation.timeline import AnimationState
from gui.network.marks.pulse_marks import pulse_marks
from gui.network.painting.detached_render import Card, DetachedRender
from gui.network.painting.primitives import new_image, painting
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_weights
from tests.gui.network.kept_words import show_as_kept

SIZES = (64, 6, 5, 4)
FORWARD = AnimationState("forward", 1, 0.5)


@pytest.fixture
def snapshot(make_snapshot):
    return make_snapshot(SIZES)


@pytest.fixture
def view(qtbot, snapshot) -> NetworkView:
    """A view that shows it, drawn to the last edge."""
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(640, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_displayed_snapshot(snapshot)
    show_as_kept(view)
    view.work(10_000)
    return view


def seen(view: NetworkView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def render_of(view: NetworkView) -> DetachedRender:
    render = view.detached_render()
    assert render is not None
    return render


def test_it_has_the_views_very_pixels(view) -> None:
    assert render_of(view).image() == seen(view)


def test_in_another_themes_colours_it_is_what_the_view_would_be(view) -> None:
    render, dark = render_of(view), seen(view)
    light = render.drawn_in(Theme("light")).image()
    assert render.image() == dark and light != dark
    view.set_theme(Theme("light"))
    view.work(10_000)
    assert light == seen(view)


@pytest.mark.parametrize("ratio", [0.5, 0.75, 1.0, 2.0])
def test_smaller_or_larger_than_on_screen_it_is_whole(view, ratio) -> None:
    render = render_of(view).drawn_at(ratio)
    found, width = render.image(), render.context.layout.width
    # Another way to the same picture: stroke by stroke onto a page.
    page = new_image(width, render.context.layout.height, ratio)
    with painting(page) as painter:
        for _ in render.draw_in_steps(painter):
            pass
    assert found.size() == page.size() and found.width() == round(width * ratio)
    difference = np.abs(pixels_of(found).astype(int) - pixels_of(page))
    assert difference.mean() < 3 and difference[:, -20:].mean() < 3


def pixels_of(image: QImage) -> np.ndarray:
    """(height, width, 4)."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[:, : image.width()]


def test_what_happens_in_the_view_afterwards_does_not_reach_it(view, snapshot) -> None:
    render, before = render_of(view), seen(view)
    other = with_weights(snapshot, [-2 * W for W in snapshot.weights])
    view.show_displayed_snapshot(other)
    view.show_weights(other)
    view.show_animation_state(FORWARD)
    view.show_title("another one")
    view.work(10_000)
    assert seen(view) != before
    assert render.image() == before and render.displayed_snapshot is snapshot


def test_another_moment_in_it_does_not_reach_the_view(view, make_snapshot) -> None:
    render, before = render_of(view), seen(view)
    other = make_snapshot(SIZES, seed=3, index=9)
    render.show_displayed_snapshot(other)
    assert render.displayed_snapshot is other
    assert render.image() != before == seen(view)


@pytest.mark.parametrize("ratio", [0.5, 1.0, 2.0])
def test_it_is_drawn_in_so_many_pixels_a_px(view, ratio) -> None:
    render = render_of(view).drawn_at(ratio)
    image = render.image()
    assert render.context.ratio == image.devicePixelRatio() == ratio
    assert (image.width(), image.height()) == (640 * ratio, 400 * ratio)


def test_its_edges_are_drawn_in_portions(view) -> None:
    view.set_edge_budget(None)
    view.work(10_000)
    render, portions = render_of(view).drawn_at(2.0), 1
    while render.work(0.0):
        portions += 1
    assert portions > 1 and not render.work(0.0)


# --- what travels


def test_at_rest_nothing_travels_and_later_what_does_in_the_view(view, snapshot) -> None:
    assert render_of(view).pulses is None
    view.show_animation_state(FORWARD)
    render = render_of(view)
    choice, context = render.composed_frame.edges.choice, render.context
    wanted = pulse_marks(snapshot, choice, context.layout, FORWARD, context.scales)
    assert render.pulses.value.tolist() == wanted.value.tolist() and wanted.value.size
    assert render.image() == seen(view)


def test_where_pulses_are_off_nothing_travels(view) -> None:
    view.set_pulses(False)
    view.show_animation_state(FORWARD)
    assert render_of(view).pulses is None


def test_through_a_highlighted_neuron_its_own_travel(view) -> None:
    view.show_animation_state(FORWARD)
    every = render_of(view).pulses.target
    neuron = int(every[0])
    view.pin((1, neuron))
    own = render_of(view).pulses.target
    assert set(own.tolist()) == {neuron} and own.size == np.count_nonzero(every == neuron) < every.size


# --- what lies over it


def card_at(x: float, y: float, *ratios: float) -> Card:
    """A card of 20 x 10 px, each ratio in a colour of its own."""
    images = []
    for ratio, colour in zip(ratios, ("red", "lime", "blue"), strict=False):
        image = QImage(round(20 * ratio), round(10 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(colour))
        images.append(image)
    return Card(x, y, tuple(images))


@pytest.mark.parametrize(("ratio", "has"), [(1.0, 1.0), (2.0, 2.0), (1.5, 4.0), (8.0, 4.0)])
def test_a_card_has_the_image_of_this_ratio_or_else_the_sharpest(qapp, ratio, has) -> None:
    assert card_at(0, 0, 1.0, 4.0, 2.0).at(ratio).devicePixelRatio() == has


def test_cards_lie_over_everything_at_their_places(view) -> None:
    frame = render_of(view).composed_frame
    image = DetachedRender(frame, True, [card_at(100, 50, 1.0), card_at(115, 55, 1.0, 2.0)]).image()
    red = {(x, y) for x in range(640) for y in range(400) if image.pixelColor(x, y) == QColor("red")}
    assert red == {(x, y) for x in range(100, 120) for y in range(50, 60)} | {
        (x, y) for x in range(115, 135) for y in range(55, 65)
    }
    # They are no part of what they lie on.
    assert DetachedRender(frame, True).image() == seen(view)
    twice = DetachedRender(frame, True, [card_at(100, 50, 1.0, 2.0)]).drawn_at(2.0).image()
    assert twice.pixelColor(201, 101) == twice.pixelColor(238, 118) == QColor("lime")


def test_drawn_in_steps_it_shows_the_same(view) -> None:
    view.show_animation_state(FORWARD)
    render = DetachedRender(render_of(view).composed_frame, True, [card_at(100, 50, 1.0)])
    image, steps = QImage(640, 400, QImage.Format.Format_RGB32), 0
    with painting(image) as painter:
        for _ in render.draw_in_steps(painter):
            steps += 1
    first, second = (
        np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (image, render.image())
    )
    assert steps > 3 and np.abs(first - second).max() <= 2
