"""A picture in a file is the view's own at 1 time, and drawn anew from the same marks at 2 and 4."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from core.data.dataset_spec import DatasetSpec
from core.engine.journal import Origin
from core.engine.run import Run
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.export.export_page import ExportPage, line_px
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.interaction.callout import Callout
from gui.network.marks.edge_marks import edge_palette
from gui.network.marks.neuron_marks import neuron_marks
from gui.theme.tokens import DARK, Theme
from tests.gui.network.kept_words import show_as_kept


def drawn_in_steps(page: ExportPage) -> QImage:
    return next(image for image in page.in_steps() if image is not None)


def grab(view) -> QImage:
    show_as_kept(view)
    return view.grab().toImage()


# --- at 1 time


def test_at_1_time_every_pixel_is_the_views(view, pixels):
    page = ExportPage(view.detached_render(), "")
    assert np.array_equal(pixels(page.image()), pixels(grab(view)))


def test_so_it_is_when_its_edges_are_drawn_in_steps(view, pixels):
    view.set_edge_budget(None)
    view.work(10_000)
    page = ExportPage(view.detached_render(), "", as_seen=True)
    assert np.array_equal(pixels(drawn_in_steps(page)), pixels(grab(view)))


@pytest.mark.parametrize("at_s", [0.3, 0.9, 2.2, 3.0, 3.5])
def test_also_in_the_midst_of_a_signal_animation(view, snapshot, pixels, at_s):
    view.show_animation_state(Timeline.walkthrough(3, True).state_at(at_s))
    view.work(10_000)
    assert np.array_equal(pixels(ExportPage(view.detached_render(), "").image()), pixels(grab(view)))


@pytest.mark.parametrize("picture", ["weight", "signal", "gradient"])
@pytest.mark.parametrize("sign", [0, -1])
def test_also_of_one_sign_in_each_picture_and_theme(view, pixels, picture, sign):
    view.set_theme(Theme("light", scale=1.2))
    view.set_edge_budget(4)
    view.set_edge_picture(picture)
    view._composed_frame.edges.set_sign(sign)
    view.work(10_000)
    assert np.array_equal(pixels(ExportPage(view.detached_render(), "").image()), pixels(grab(view)))


def test_also_with_one_neuron_highlighted_and_another_pinned(view, pixels):
    view._composed_frame.highlight((0, 2), ((1, 3),))
    assert np.array_equal(pixels(ExportPage(view.detached_render(), "").image()), pixels(grab(view)))


@pytest.mark.parametrize("times", [1, 2, 4])
def test_also_with_the_card_of_the_neuron_that_is_pointed_at(view, pixels, times):
    column = view.layout_shown.layers[1]
    at = QPointF(float(column.x[2]), float(column.y[2]))
    no = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), *no))
    card = view.findChild(Callout)
    assert card.isVisible()
    render = view.detached_render(times)
    seen = pixels(grab(view))
    # What happens afterwards does not reach it.
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not card.isVisible()
    got = pixels(ExportPage(render, "").image())
    if times == 1:
        assert np.array_equal(got, seen)
    inside = [got[int((card.y() + y) * times), int((card.x() + 4) * times)] for y in (30, 60)]
    panel = QColor(DARK.panel)
    assert all(tuple(pixel) == (panel.red(), panel.green(), panel.blue()) for pixel in inside)


def test_with_its_line_the_picture_is_higher_and_the_view_unchanged(view, pixels):
    page = ExportPage(view.detached_render(), "update 1,200")
    got, seen = pixels(page.image()), pixels(grab(view))
    assert got.shape == (400 + line_px(Theme()), 640, 3)
    assert np.array_equal(got[:400], seen)
    # Something is written in the strip, on the canvas.
    strip = got[400:].reshape(-1, 3)
    canvas = QColor(DARK.canvas)
    written = (strip != (canvas.red(), canvas.green(), canvas.blue())).any(axis=1)
    assert 50 < written.sum() < len(strip) / 4


def test_an_empty_view_has_no_detached_render(qtbot):
    from gui.network.view import NetworkView

    empty = NetworkView()
    qtbot.addWidget(empty)
    assert empty.detached_render() is None


# --- at 2 and 4 times


@pytest.mark.parametrize("times", [2, 4])
@pytest.mark.parametrize("line", ["", "which update"])
def test_the_size_is_exactly_so_many_times_the_views(view, times, line):
    page = ExportPage(view.detached_render(times), line)
    height = 400 + (line_px(Theme()) if line else 0)
    assert (page.size.width(), page.size.height()) == (640 * times, height * times)
    assert drawn_in_steps(page).size() == page.size


@pytest.mark.parametrize("times", [1, 2, 4])
def test_every_neuron_stands_at_its_place_in_its_colour(view, snapshot, pixels, times):
    render = view.detached_render(times)
    image = pixels(drawn_in_steps(ExportPage(render, "")))
    layout = view.layout_shown
    layers = neuron_marks(snapshot, layout, AnimationState(), render.context.scales, Theme())
    for marks in layers:
        for x, y, fill in zip(marks.x, marks.y, marks.fill, strict=True):
            # Nearly to its rim: a disc that is half a px off or too small would show.
            reach = (marks.radius - 2.5) * times
            for dx, dy in ((0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach)):
                at = image[int(y * times + dy), int(x * times + dx)]
                assert np.abs(at.astype(int) - fill).max() <= 1


@pytest.mark.parametrize("times", [2, 4])
def test_the_strongest_edges_are_drawn_between_their_scaled_ends_in_their_colour(
    view, snapshot, pixels, times
):
    render = view.detached_render(times)
    image = pixels(drawn_in_steps(ExportPage(render, "")))
    marks = view._composed_frame.edges.on_screen(AnimationState())[0][2]
    colour = edge_palette(Theme(), "weight")[marks.level[-1] + 24].astype(int)
    x1, y1, x2, y2 = (float(ends[-1]) for ends in (marks.x1, marks.y1, marks.x2, marks.y2))
    for share in (0.4, 0.5, 0.6):
        x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
        at = image[int(y * times), int(x * times)]
        assert np.abs(at.astype(int) - colour).max() <= 12


def test_a_larger_picture_is_drawn_anew_and_not_scaled_up(view, pixels):
    small = ExportPage(view.detached_render(), "").image()
    scaled = pixels(small.scaled(640 * 4, 400 * 4))
    large = pixels(drawn_in_steps(ExportPage(view.detached_render(4), "")))
    # Scaled up, four equal pixels stand side by side everywhere.
    blocks = large.reshape(400, 4, 640, 4, 3)
    flat = (blocks == blocks[:, :1, :, :1]).all(axis=(1, 3, 4))
    assert not flat.all() and not np.array_equal(large, scaled)


@pytest.mark.parametrize("highlighted", [None, (0, 2)])
def test_a_large_picture_of_an_enlarged_network_with_residual_connections_does_so_too(
    view, pixels, highlighted
):
    choice = DatasetSpec("plane", "spirals", count=90, class_count=3)
    dataset = choice.load()
    architecture = Architecture.dense((8, 8), "relu", 2, skip=True)
    run = Run(0, Origin(architecture, TrainingConfig(), choice), dataset)
    view.show_displayed_snapshot(run.snapshot())
    view.show_zoomed(2.0, 320, 200)
    view._composed_frame.highlight(highlighted)
    view.work(10_000)
    small = pixels(ExportPage(view.detached_render(), "").image()).astype(int)
    steps = pixels(drawn_in_steps(ExportPage(view.detached_render(1), ""))).astype(int)
    assert np.abs(small - steps).max() <= 2


def test_a_large_picture_shows_what_a_small_one_does(view, pixels):
    small = pixels(ExportPage(view.detached_render(), "").image()).astype(int)
    steps = pixels(drawn_in_steps(ExportPage(view.detached_render(1), ""))).astype(int)
    assert np.abs(small - steps).max() <= 2


def test_a_drawing_that_is_left_off_ends_its_painter(view):
    steps = ExportPage(view.detached_render(2), "line").in_steps()
    next(steps)
    next(steps)
    steps.close()
