"""The player shows each picture whole, when it is due, and leaves out what comes too late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from core.engine.messages import FilmFrame, PastShown
from gui.app.frame_clock import FrameClock
from gui.film import film_player
from gui.film.film_plan import FilmPlan
from gui.film.film_player import FilmPlayer

PICTURE_S = 1 / 30


@dataclass
class FakeView:
    """Draws as long as it is told to, and notes when it may be painted."""

    drawing: bool = False
    is_painted: bool = True
    edges_shown: int = 0

    def has_work(self) -> bool:
        return self.drawing

    def work(self, budget_ms: float) -> bool:
        return self.drawing

    def show_drawn_edges(self) -> None:
        assert not self.is_painted
        self.edges_shown += 1

    def setUpdatesEnabled(self, enabled: bool) -> None:
        self.is_painted = enabled


@dataclass
class Cinema:
    """A player whose clock is moved by hand, and what it asks for and shows."""

    player: FilmPlayer
    view: FakeView
    now: float = 50.0
    asked: list[int] = field(default_factory=list)
    shown: list[int] = field(default_factory=list)

    def answer(self) -> None:
        """The engine sends what was asked for last."""
        self.player.take(frame(self.asked[-1]))

    def tick(self, by_s: float = 0.0) -> None:
        """A frame of the window's clock: what moves, then what works."""
        self.now += by_s
        self.player.move(self.now)
        if self.player.has_work(self.now):
            self.player.work(8.0)


def frame(update: int) -> FilmFrame:
    return FilmFrame(update, PastShown(0, update, 1000, None, True, update))  # type: ignore[arg-type]


@pytest.fixture
def cinema(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cinema]:
    clock, view = FrameClock(), FakeView()
    player = FilmPlayer(view, clock)
    cinema = Cinema(player, view)
    monkeypatch.setattr(film_player, "perf_counter", lambda: cinema.now)
    player.update_wanted.connect(cinema.asked.append)
    player.picture_ready.connect(lambda shown: cinema.shown.append(shown.update))
    # Pictures 0 … 29 are of updates 0, 10 … 290.
    player.set_plan(FilmPlan(0, 290, 1))
    yield cinema
    clock.stop()


def test_a_picture_is_uncovered_only_when_its_connections_are_drawn(cinema: Cinema) -> None:
    cinema.player.play()
    cinema.answer()
    cinema.view.drawing = True
    cinema.tick()
    assert cinema.shown == [0] and not cinema.view.is_painted and cinema.player.pictures_shown == 0
    cinema.tick(0.016)
    assert not cinema.view.is_painted
    cinema.view.drawing = False
    cinema.tick(0.001)
    assert cinema.view.is_painted and cinema.player.pictures_shown == 1


def test_pictures_are_asked_for_ahead_and_the_next_is_drawn_under_the_cover_of_the_last(
    cinema: Cinema,
) -> None:
    cinema.player.play()
    cinema.answer()
    assert cinema.asked == [0, 10]
    cinema.tick()
    cinema.tick()
    # The first one is on screen; two may wait.
    for _ in range(3):
        cinema.answer()
    assert cinema.asked == [0, 10, 20]
    cinema.tick()
    assert cinema.shown == [0, 10] and cinema.player.picture == 0 and not cinema.view.is_painted
    cinema.tick(PICTURE_S - 0.002)
    assert cinema.player.picture == 0
    cinema.tick(0.003)
    assert cinema.player.picture == 1


def test_every_picture_is_shown_once_in_the_time_that_the_film_lasts(cinema: Cinema) -> None:
    begun = cinema.now
    cinema.player.play()
    while cinema.player.is_playing:
        if len(cinema.asked) > len(cinema.shown):
            cinema.answer()
        cinema.tick(0.004)
    assert cinema.shown == [10 * picture for picture in range(30)] and cinema.player.pictures_shown == 30
    assert cinema.now - begun == pytest.approx(29 * PICTURE_S, abs=0.01)
    assert cinema.player.picture == 29 and cinema.view.is_painted


def test_where_pictures_come_late_some_are_left_out_and_the_film_lasts_no_longer(cinema: Cinema) -> None:
    cinema.player.play()
    while not cinema.player.pictures_shown:
        cinema.answer()
        cinema.tick(0.1)
    begun = cinema.now
    while cinema.player.is_playing:
        cinema.answer()
        cinema.tick(0.1)
    assert len(cinema.shown) < 15 and cinema.shown[-1] == 290
    # Three ticks after its end at most: asked for, drawn, uncovered.
    assert cinema.now - begun < 29 * PICTURE_S + 0.35
    assert cinema.shown == sorted(set(cinema.shown))


def test_the_first_picture_is_seen_however_late_it_comes_and_the_others_keep_their_pace(
    cinema: Cinema,
) -> None:
    cinema.player.play()
    cinema.now += 2.0
    cinema.answer()
    cinema.tick()
    cinema.tick()
    begun = cinema.now
    assert cinema.shown[0] == 0 and cinema.player.picture == 0 and cinema.player.is_playing
    while cinema.player.is_playing:
        if len(cinema.asked) > len(cinema.shown):
            cinema.answer()
        cinema.tick(0.004)
    assert cinema.shown == [10 * picture for picture in range(30)]
    assert cinema.now - begun == pytest.approx(29 * PICTURE_S, abs=0.01)


def test_at_its_end_it_begins_anew(cinema: Cinema) -> None:
    cinema.player.seek(29)
    cinema.player.play()
    assert cinema.asked[-1] == 0 and cinema.player.is_playing


def test_paused_it_stays_where_it_is_and_drops_what_still_comes(cinema: Cinema) -> None:
    cinema.player.play()
    for _ in range(4):
        cinema.answer()
        cinema.tick(PICTURE_S)
    cinema.player.pause()
    cinema.answer()
    cinema.tick(1.0)
    cinema.tick(1.0)
    at = cinema.player.picture
    assert cinema.shown[-1] == 10 * at and cinema.view.is_painted and not cinema.player.is_playing
    cinema.player.play()
    assert cinema.asked[-1] == 10 * at


def test_dragged_faster_than_pictures_come_it_shows_the_last_place(cinema: Cinema) -> None:
    for picture in (3, 9, 14, 12):
        cinema.player.seek(picture)
    assert cinema.asked == [30]
    cinema.answer()
    cinema.tick()
    assert cinema.asked == [30, 120]
    cinema.tick()
    cinema.answer()
    cinema.tick()
    cinema.tick()
    assert cinema.shown == [30, 120] and cinema.player.picture == 12 and cinema.view.is_painted


@pytest.mark.parametrize("picture", [-3, 99])
def test_no_place_is_outside_of_the_film(cinema: Cinema, picture: int) -> None:
    cinema.player.seek(picture)
    assert cinema.player.picture in (0, 29)


def test_another_plan_goes_on_at_the_same_update(cinema: Cinema) -> None:
    cinema.player.seek(10)
    for _ in range(2):
        cinema.answer()
        cinema.tick()
    cinema.player.set_plan(FilmPlan(290, 0, 2))
    assert cinema.player.plan.update_at(cinema.player.picture) == pytest.approx(100, abs=3)
    assert not cinema.player.is_playing


def test_a_place_whose_picture_comes_no_more_is_left_for_that_of_the_picture_on_screen(
    cinema: Cinema,
) -> None:
    cinema.player.seek(10)
    for _ in range(2):
        cinema.answer()
        cinema.tick()
    cinema.player.seek(25)
    assert cinema.player.picture == 25
    cinema.player.pause()
    assert cinema.player.picture == 10 and cinema.player.is_at_rest


def test_it_stands_where_an_update_is_that_has_come_in_another_way(cinema: Cinema) -> None:
    heard: list[int] = []
    cinema.player.changed.connect(lambda: heard.append(cinema.player.picture))
    cinema.player.stand_at(204)
    cinema.player.pause()
    assert cinema.player.picture == 20 and heard == [20]
    # Of an update beyond its end the last picture is the next one.
    cinema.player.stand_at(5000)
    assert cinema.player.picture == 29


def test_stopped_in_the_middle_of_a_picture_it_hides_nothing(cinema: Cinema) -> None:
    cinema.player.play()
    cinema.answer()
    cinema.view.drawing = True
    cinema.tick()
    cinema.player.stop()
    assert cinema.view.is_painted and not cinema.player.is_playing


def test_a_picture_that_is_being_drawn_keeps_its_update_when_the_plan_is_another(cinema: Cinema) -> None:
    cinema.player.play()
    for _ in range(20):
        cinema.answer()
        cinema.tick(PICTURE_S)
    cinema.view.drawing = True
    cinema.answer()
    cinema.tick(PICTURE_S)
    update = cinema.shown[-1]
    assert not cinema.view.is_painted
    # Of this film it is picture 1 or 2, in that one the last but few.
    shorter = FilmPlan(update, update + 290, 1)
    cinema.player.set_plan(shorter)
    cinema.player.play()
    cinema.view.drawing = False
    for _ in range(29):
        cinema.tick(PICTURE_S)
    assert cinema.player.is_playing and shorter.update_at(cinema.player.picture) == update


@pytest.mark.parametrize("last", [290, 150, 100])
def test_a_picture_that_is_still_being_drawn_does_not_end_the_film_that_is_played_next(
    cinema: Cinema, last: int
) -> None:
    cinema.player.seek(15)
    cinema.answer()
    cinema.view.drawing = True
    cinema.tick()
    assert cinema.shown == [150] and not cinema.view.is_painted
    # Update 150 is one of this film, its last one, or behind its end.
    cinema.player.set_plan(FilmPlan(0, last, 1))
    cinema.player.picture = 0
    cinema.player.play()
    cinema.view.drawing = False
    cinema.tick(0.1)
    assert cinema.view.is_painted and cinema.player.is_playing
    while cinema.player.is_playing:
        if len(cinema.asked) > len(cinema.shown):
            cinema.answer()
        cinema.tick(0.005)
    assert cinema.shown[:2] == [150, 0] and cinema.shown[-1] == last
    assert cinema.player.picture == cinema.player.plan.count - 1
