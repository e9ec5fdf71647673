"""A saved film's pictures: each of its update to the pixel, as many as it has, and none painted twice for nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from threading import Event
from weakref import ref

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.engine.messages import FilmFrame, PastShown
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from gui.export.animation_frames import FrameQueue
from gui.export.export_page import line_px
from gui.film.film_painter import FilmPainter
from gui.film.film_plan import FilmPlan
from gui.network.painting.detached_render import DetachedRender
from gui.network.view import NetworkView
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of

# Of 30 pictures each third one is of another update: there are ten states.
PLAN = FilmPlan(900, 0, 1)


def state(update: int) -> Snapshot:
    """The network after so many updates: its weights are others each hundred."""
    network = Architecture.dense(hidden=(6, 4), seed=update // 100).with_outputs(10).network((256,))
    x = (np.random.default_rng(1).random(256) < 0.2).astype(np.float32)
    return snapshot_of(network, x, run=2, update=update // 100 * 100)


class Cinema:
    """Answers what the painter asks for, and keeps its pictures."""

    def __init__(self, qtbot: QtBot, view: NetworkView) -> None:
        self.qtbot = qtbot
        self.painter, self.queue = FilmPainter(lambda run, _: (str(run),)), FrameQueue()
        self.asked: list[int] = []
        self.pictures: list[bytes] = []
        self.shares: list[float] = []
        self.drawn: list[tuple[int, int, str, float]] = []
        self.answers = True
        self.painter.update_wanted.connect(self.answer)
        self.painter.progressed.connect(self.shares.append)
        # From the first picture on: it may be painted before the test goes on.
        self.painter.progressed.connect(self.look)
        render = view.detached_render(0.5, view.displayed_snapshot)
        assert render is not None
        self.render = render
        self.frames = self.painter.start(PLAN, render, self.show_words, self.queue)

    def answer(self, update: int) -> None:
        self.asked.append(update)
        if self.answers:
            shown = state(update)
            self.painter.take(FilmFrame(update, PastShown(2, shown.update, 900, shown, True, shown.update)))

    def show_words(self, render: DetachedRender, snapshot: Snapshot) -> None:
        words = render.composed_frame.words
        render.composed_frame.show_words(replace(words, title=f"of update {snapshot.update}"))

    def look(self, _: float) -> None:
        """Note of which update a picture is, and how far its lines are from that update's weights."""
        frame, snapshot = self.render.composed_frame, state(self.asked[len(self.drawn)])
        marks, _choice = frame.edges.on_screen(frame.animation)
        far = max(
            float(
                np.abs(mark.value - snapshot.weights[mark.group][mark.source, mark.target]).max(initial=0.0)
            )
            for mark in marks
        )
        self.drawn.append((frame.edges.drawn_update, frame.displayed_snapshot.update, frame.words.title, far))

    def take(self, count: int) -> None:
        frames = self.queue.frames(Event())

        def taken() -> bool:
            while self.queue.qsize() and len(self.pictures) < count:
                self.pictures.append(next(frames))
            return len(self.pictures) == count

        self.qtbot.waitUntil(taken, timeout=30_000)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[NetworkView]:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.show()
    qtbot.waitExposed(view)
    view.show_displayed_snapshot(state(900))
    view.show_weights(state(900))
    view.work(10_000)
    yield view


@pytest.fixture
def cinema(qtbot: QtBot, view: NetworkView) -> Iterator[Cinema]:
    cinema = Cinema(qtbot, view)
    yield cinema
    cinema.painter.stop()


def test_there_are_as_many_pictures_as_the_film_has_and_then_an_end(cinema: Cinema) -> None:
    cinema.take(30)
    assert cinema.asked == [PLAN.update_at(picture) for picture in range(30)]
    assert cinema.shares == pytest.approx([(picture + 1) / 30 for picture in range(30)])
    assert not cinema.painter.is_painting and cinema.queue.get() is None
    frames = cinema.frames
    assert (frames.width, frames.height) == (320, round((400 + line_px(Theme())) / 2))
    assert (frames.frames_per_second, frames.count) == (30, 30)
    assert all(len(picture) == 4 * frames.width * frames.height for picture in cinema.pictures)


def test_each_picture_is_drawn_from_the_arrays_of_its_update_alone(cinema: Cinema) -> None:
    cinema.take(30)
    updates = [PLAN.update_at(picture) // 100 * 100 for picture in range(30)]
    assert cinema.drawn == [(update, update, f"of update {update}", 0.0) for update in updates]


def test_a_state_that_stays_is_the_same_picture_and_another_one_is_not(cinema: Cinema) -> None:
    cinema.take(30)
    for before, after in zip(range(29), range(1, 30), strict=True):
        is_same_update = PLAN.update_at(before) // 100 == PLAN.update_at(after) // 100
        assert (cinema.pictures[before] == cinema.pictures[after]) == is_same_update


def test_nothing_more_is_painted_than_the_encoder_has_room_for(cinema: Cinema, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: cinema.queue.is_full, timeout=30_000)
    qtbot.wait(100)
    assert cinema.queue.qsize() == 3 and len(cinema.shares) == 3


def test_what_nobody_asked_for_is_not_painted(cinema: Cinema, qtbot: QtBot) -> None:
    cinema.take(2)
    cinema.answers = False
    cinema.painter.stop()
    shown = state(100)
    cinema.painter.take(FilmFrame(100, PastShown(2, 100, 900, shown, True, 100)))
    qtbot.wait(50)
    assert not cinema.painter.is_painting and len(cinema.shares) <= 6
    # Nothing that it was painted on is held any longer.
    render = ref(cinema.render)
    del cinema.render
    gc.collect()
    assert render() is None


def test_neurons_that_have_other_numbers_are_not_marked(qtbot: QtBot, view: NetworkView) -> None:
    view.pin((0, 1))
    cinema = Cinema(qtbot, view)
    cinema.answers = False
    cinema.take(1)
    assert cinema.render.composed_frame.highlighted.pins == ((0, 1),)
    shown = replace(state(900), permutation_count=1, update=890)
    update = cinema.asked[-1]
    cinema.painter.take(FilmFrame(update, PastShown(2, 890, 900, shown, True, 890)))
    cinema.take(2)
    assert cinema.render.composed_frame.highlighted.pins == ()
    cinema.painter.stop()
