"""The frames of a walkthrough show what the marks say at their moments, and the change only once it is made."""

from __future__ import annotations

import gc
from threading import Event
from weakref import ref

import numpy as np
import pytest

from core.engine.messages import GradientComputed
from core.nn.known_architectures import known_architecture
from gui.export.animation_frames import FrameQueue, frame_times
from gui.export.export_page import line_px
from gui.export.walkthrough_painter import WalkthroughPainter
from gui.network.animation.timeline import Timeline
from gui.network.marks.edge_choice import choose_by_gradient
from gui.network.marks.edge_marks import edge_marks, edge_palette
from gui.network.marks.edge_values import ConnectionValues
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.view import NetworkView
from gui.theme.tokens import DARK, Theme
from tests.core.small_snapshots import snapshot_of, with_trace

WORDS = ("training digit 7, a 1", "1 of 60,000 in L", "update 1,201")


class Cinema:
    """Paints a walkthrough to its end, and keeps its frames."""

    def __init__(self, qtbot, view, update, ratio=1.0, rate=6):
        self.opened, self.applied = update
        self.painter, self.queue = WalkthroughPainter(), FrameQueue()
        self.render = view.detached_render(ratio)
        self.frames: list[bytes] = []
        self.asked_at: list[int] = []
        self.shares: list[float] = []
        self.painter.apply_wanted.connect(self.apply)
        self.painter.progressed.connect(self.shares.append)
        self.animation_frames = self.painter.start(self.opened, self.render, WORDS, rate, self.queue)
        self.qtbot = qtbot
        self.times = frame_times(Timeline.walkthrough(3, True), rate)

    def apply(self) -> None:
        self.asked_at.append(self.painted)
        self.painter.show_applied(self.applied)

    @property
    def painted(self) -> int:
        return round(self.shares[-1] * len(self.times)) if self.shares else 0

    def take(self, count: int) -> None:
        frames = self.queue.frames(Event())

        def taken() -> bool:
            while self.queue.qsize() and len(self.frames) < count:
                self.frames.append(next(frames))
            return len(self.frames) == count

        self.qtbot.waitUntil(taken, timeout=20_000)

    def pixels(self, frame: int) -> np.ndarray:
        shape = (self.animation_frames.height, self.animation_frames.width, 4)
        return np.frombuffer(self.frames[frame], np.uint8).reshape(shape)[..., 2::-1]


@pytest.fixture
def cinema(qtbot, view, update):
    cinema = Cinema(qtbot, view, update)
    yield cinema
    cinema.painter.stop()


def test_there_is_a_frame_for_every_moment_in_the_views_size(cinema):
    cinema.take(cinema.animation_frames.count)
    assert cinema.animation_frames.count == len(cinema.times) == 36 + 1
    assert (cinema.animation_frames.width, cinema.animation_frames.height) == (640, 400 + line_px(Theme()))
    assert all(len(frame) == 640 * cinema.animation_frames.height * 4 for frame in cinema.frames)
    assert cinema.shares == pytest.approx([(i + 1) / 37 for i in range(37)])
    assert not cinema.painter.is_painting


@pytest.mark.parametrize("is_stopped", [False, True])
def test_what_it_was_painted_on_goes_at_its_end_and_where_it_is_stopped(cinema, is_stopped):
    """Pictures of many megabytes, and the frames that nobody takes any more."""
    on, waiting = ref(cinema.render), ref(cinema.queue)
    cinema.render = None
    if is_stopped:
        cinema.take(3)
        cinema.painter.stop()
    else:
        cinema.take(cinema.animation_frames.count)
    cinema.queue = None
    gc.collect()
    assert on() is None and waiting() is None and not cinema.painter.is_painting


def test_in_every_frame_the_neurons_are_filled_as_the_marks_say(qtbot, view, update):
    # What travels begins and ends in the neurons' middles.
    view.set_pulses(False)
    cinema = Cinema(qtbot, view, update)
    cinema.take(cinema.animation_frames.count)
    snapshot, timeline = cinema.opened.snapshot, Timeline.walkthrough(3, True)
    scales = cinema.render.context.scales
    unlit = 0
    for frame, at_s in enumerate(cinema.times):
        pixels = cinema.pixels(frame)
        layers = neuron_marks(snapshot, view.layout_shown, timeline.state_at(at_s), scales, Theme())
        for marks in layers:
            unlit += int(np.isnan(marks.value).sum())
            for x, y, fill in zip(marks.x, marks.y, marks.fill, strict=True):
                assert np.abs(pixels[int(y), int(x)].astype(int) - fill).max() <= 1, (frame, marks.layer)
    # Before the signal arrives a neuron is empty; in the first phases of the walkthrough many are.
    assert unlit > 100


def test_while_the_change_is_told_the_edges_have_its_colours(qtbot, view, update):
    # With 10 frames a second one stands at 5.4 s, where its phase begins.
    cinema = Cinema(qtbot, view, update, rate=10)
    cinema.take(cinema.animation_frames.count)
    # There nothing of the new weights fades in yet.
    walkthrough = Timeline.walkthrough(3, True)
    first = next(i for i, at_s in enumerate(cinema.times) if walkthrough.state_at(at_s).phase == "change")
    layout, scales = view.layout_shown, cinema.render.context.scales
    change = ConnectionValues(cinema.applied.snapshot.connections, cinema.applied.change)
    choice = choose_by_gradient(change, layout, 16)
    marks = edge_marks(change, "change", choice, layout, scales, Theme())[2]
    colour = edge_palette(Theme(), "change")[marks.level[-1] + 24].astype(int)
    x = (marks.x1[-1] + marks.x2[-1]) / 2
    y = (marks.y1[-1] + marks.y2[-1]) / 2
    # The line's middle may be between two pixels.
    around = cinema.pixels(first)[int(y) - 1 : int(y) + 2, int(x)].astype(int)
    assert np.abs(around - colour).max(axis=1).min() <= 20


def test_the_update_is_asked_for_once_and_when_its_phase_begins(cinema):
    cinema.take(cinema.animation_frames.count)
    before_change = sum(at_s < 0.6 * 9 for at_s in cinema.times)
    assert cinema.asked_at == [before_change]


def test_until_the_update_is_made_no_frame_of_it_is_painted(qtbot, view, update):
    cinema = Cinema(qtbot, view, update)
    cinema.painter.apply_wanted.disconnect()
    with qtbot.waitSignal(cinema.painter.apply_wanted, timeout=20_000):
        cinema.take(33 - 1)
    assert cinema.painter.has_requested_update and cinema.painted == 33
    cinema.painter.show_applied(update[1])
    cinema.take(37)


def test_it_paints_no_further_ahead_than_the_encoder_can_follow(cinema, qtbot):
    qtbot.waitUntil(lambda: cinema.queue.is_full)
    painted = cinema.painted
    for _ in range(20):
        qtbot.waitUntil(lambda: True)
    assert cinema.painted == painted == 3


def test_stopped_it_paints_nothing_more(cinema, qtbot):
    cinema.take(5)
    cinema.painter.stop()
    painted = cinema.painted
    cinema.queue.frames(Event())
    qtbot.waitUntil(lambda: not cinema.painter._timer.isActive())
    assert (
        cinema.painted == painted
        and not cinema.painter.is_painting
        and not cinema.painter.has_requested_update
    )


def test_the_view_goes_on_as_if_nothing_were_painted(cinema, view, pixels):
    seen = pixels(view.grab().toImage())
    cinema.take(cinema.animation_frames.count)
    assert np.array_equal(pixels(view.grab().toImage()), seen)


@pytest.mark.parametrize("ratio", [0.75, 2.0])
def test_a_film_of_another_width_is_drawn_anew(qtbot, view, update, ratio):
    cinema = Cinema(qtbot, view, update, ratio)
    cinema.take(1)
    assert cinema.animation_frames.width == 640 * ratio
    x, y = int(view.layout_shown.layers[0].x[0] * ratio), int(view.layout_shown.layers[0].y[0] * ratio)
    canvas = np.array([int(DARK.canvas[i : i + 2], 16) for i in (1, 3, 5)])
    # In the first frame no signal has arrived: its middle is empty.
    assert np.abs(cinema.pixels(0)[y, x].astype(int) - canvas).max() <= 1
    cinema.painter.stop()


def test_without_a_gradient_of_the_displayed_sample_there_are_fewer_phases(qtbot, view, update):
    from dataclasses import replace

    opened, applied = update
    unknown = replace(opened, snapshot=with_trace(opened.snapshot, delta=(), loss=None))
    cinema = Cinema(qtbot, view, (unknown, applied))
    # No C and no way back: 3 forward, softmax, mean, change, rest.
    assert cinema.animation_frames.count == round(6 * 0.6 * 6) + 1
    cinema.take(cinema.animation_frames.count)
    cinema.painter.stop()


def test_while_a_kernel_is_collected_it_stands_in_the_networks_place(qtbot):
    network = known_architecture("small_cnn", (16, 16), seed=2).network((256,))
    snapshot = snapshot_of(network, (np.arange(256) % 3 == 0).astype(np.float32), 3)
    zero = np.zeros_like(snapshot.parameters)
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.set_theme(Theme())
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    painter, queue = WalkthroughPainter(), FrameQueue()
    frames = painter.start(
        GradientComputed(snapshot, 1, 0.5, zero), view.detached_render(1.0), WORDS, 3, queue
    )
    timeline = Timeline.walkthrough(5, True, collects=True)
    times = frame_times(timeline, 3)
    assert frames.count == len(times)
    collecting = [i for i, at_s in enumerate(times) if timeline.phase_at(at_s).name == "collect"]
    painted: list[np.ndarray] = []
    taken = queue.frames(Event())

    def reached() -> bool:
        while queue.qsize() and len(painted) <= collecting[-1]:
            raw = np.frombuffer(next(taken), np.uint8)
            painted.append(raw.reshape(frames.height, frames.width, 4)[..., 2::-1])
        return len(painted) > collecting[-1]

    qtbot.waitUntil(reached, timeout=20_000)
    painter.stop()
    top = int(view.layout_shown.walkthrough.y + view.layout_shown.walkthrough.height) + 1
    before, first, last = (painted[i] for i in (collecting[0] - 1, collecting[0], collecting[-1]))
    # The network is gone; the title stays; what is collected grows.
    assert (before[top:400] != first[top:400]).any(axis=2).mean() > 0.1
    title = int(view.layout_shown.title.y + view.layout_shown.title.height)
    assert (before[:title, :300] == first[:title, :300]).all()
    assert (first != last).any()
