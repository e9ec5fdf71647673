"""The film in the window: each picture is the engine's own state, and nothing of the run is changed by it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider
from pytestqt.qtbot import QtBot

from core.engine import film as film_module
from core.engine.commands import LookAt, ReturnToLive, ShowTestSample, Train
from core.engine.messages import PastProgress
from core.engine.run import replayed
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.film.film_bar import FilmBar
from gui.film.film_plan import FilmPlan
from gui.presenters import film_presenter
from gui.presenters.film_presenter import FilmPresenter
from gui.widgets.number_field import NumberField
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 30_000
UPDATES = 600


class Desk:
    """The window after 600 updates, with its film."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.issue = self.session.dispatcher.issue
        # Of each picture that was painted: the updates of neurons and connections, and the largest difference of
        # what is drawn to the parameters of that update.
        self.painted: list[tuple[int, int, float]] = []

    @property
    def film(self) -> FilmPresenter:
        return self.session.film

    @property
    def bar(self) -> FilmBar:
        return self.window.network_area.film_bar

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int, is_watched: bool = True) -> None:
        self.session.transport.set_speed(100)
        wanted = self.engine.current.trainer.step_count + updates
        self.issue(Train(updates))
        if not is_watched:
            work_until(self.window, wanted)
        self.until(lambda: self.session.loss.updates == wanted and not self.session.store.state.running)
        self.until(lambda: self.shown == wanted)

    @property
    def shown(self) -> int:
        displayed = self.session.network.displayed
        return -1 if displayed is None else displayed.update

    def watch(self) -> None:
        """Note what each painting shows."""
        frame = self.window.network_view._composed_frame
        compose = frame.up_to_date

        def noted() -> QImage:
            image = compose()
            if not frame.edges.has_picture:
                # The bar has just made the network smaller: it is the old image still.
                return image
            marks, _ = frame.edges.on_screen(frame.animation)
            shown = frame.displayed_snapshot
            far = max(
                float(
                    np.abs(mark.value - shown.weights[mark.group][mark.source, mark.target]).max(initial=0.0)
                )
                for mark in marks
            )
            self.painted.append((shown.update, frame.edges.drawn_update, far))
            return image

        frame.up_to_date = noted  # type: ignore[method-assign]

    def play(self, plan: FilmPlan) -> None:
        self.bar.plan_wanted.emit(plan)
        self.issue(c.ShowFilm())
        self.until(lambda: not self.film.player.is_playing and self.film.player.pictures_shown > 0)


@pytest.fixture
def desk(fewer_digits: None, qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    desk = Desk(window, qtbot)
    desk.train(UPDATES, is_watched=False)
    yield desk
    window.close()


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("plan", [FilmPlan(0, 600, 1), FilmPlan(600, 0, 1)])
def test_every_picture_is_painted_whole_from_a_kept_states_arrays(
    desk: Desk, plan: FilmPlan, beside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if beside:
        # Its first moment, by whose scale every picture of the film is drawn anew.
        desk.issue(c.ToggleSide())
        desk.until(lambda: desk.session.sides.side.picture.shown is not None)
    # No update is made again for a picture: only states that are kept are shown.
    monkeypatch.setattr(film_module, "MOST_WORK", 0)
    run = desk.engine.current
    end = run.trainer.checkpoint().checksum
    kept = {state.update: state.checkpoint.parameters for state in desk.engine.time.history.states(0)}
    kept |= {0: replayed(run, 0, run.trainer.dataset).trainer.network.parameters}
    kept |= {600: run.trainer.network.parameters}
    assert set(kept) == {0, 102, 204, 306, 408, 510, 600}
    desk.issue(c.ShowFilm())
    shown: dict[int, np.ndarray] = {}
    desk.film.player.picture_ready.connect(
        lambda past: shown.setdefault(past.update, past.snapshot.parameters)
    )
    desk.watch()
    desk.play(plan)
    assert set(shown) <= set(kept) and plan.first in shown
    for update, parameters in shown.items():
        np.testing.assert_array_equal(parameters, kept[update])
    # Neurons and connections of one update, drawn from its very numbers, in every painting.
    for neurons, connections, far in desk.painted:
        assert neurons == connections and far == 0.0
    # Until its first picture has come, what was on screen before may be painted once more.
    begun = dropwhile(lambda painted: painted[0] != plan.first, desk.painted)
    order = [neurons for neurons, _, _ in begun if neurons in shown]
    assert order == sorted(order, reverse=plan.last < plan.first)
    assert run.trainer.checkpoint().checksum == end


@pytest.mark.parametrize("plan", [FilmPlan(0, 600, 1), FilmPlan(600, 0, 1)])
def test_a_film_ends_with_its_last_picture(desk: Desk, plan: FilmPlan) -> None:
    desk.issue(c.ShowFilm())
    shown: list[int] = []
    desk.film.player.picture_ready.connect(lambda past: shown.append(past.update))
    desk.play(plan)
    assert shown[-1] == plan.last


def test_where_updates_are_soon_made_again_the_pictures_are_of_the_very_updates(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    seen: dict[int, np.ndarray] = {}
    desk.film.player.picture_ready.connect(
        lambda past: seen.setdefault(past.update, past.snapshot.parameters)
    )
    plan = FilmPlan(550, 590, 1)
    desk.play(plan)
    assert set(seen) <= {plan.update_at(picture) for picture in range(plan.count)} and 590 in seen
    run = desk.engine.current
    for update in (min(seen), 590):
        again = replayed(run, update, run.trainer.dataset)
        np.testing.assert_array_equal(seen[update], again.trainer.network.parameters)


def test_every_part_of_the_window_shows_the_pictures_update(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    desk.play(FilmPlan(0, 300, 1))
    assert desk.shown == desk.session.store.state.moment == 300
    assert "update 300 of 600" in desk.window.status_label.text()
    past_bar = desk.window.network_area.past_bar
    assert past_bar.isVisible() and "update 300 of 600" in past_bar.accessibleDescription()
    desk.until(lambda: (exact := desk.session.loss.exact) is not None and exact.update == 300)


def test_in_every_painting_the_words_are_of_the_picture_beside_them(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    frame, session = desk.window.network_view._composed_frame, desk.session
    compose, seen = frame.up_to_date, list[tuple[int, ...]]()

    def noted() -> QImage:
        moment, words = session.time.moment, desk.window.status_label.text()
        if desk.film.player.is_playing and moment is not None and not frame.is_behind:
            said = int(words.split("  ·  ")[0].removeprefix("update ").split(" ")[0].replace(",", ""))
            seen.append((frame.displayed_snapshot.update, moment.update, said, desk.shown))
        return compose()

    frame.up_to_date = noted  # type: ignore[method-assign]
    desk.play(FilmPlan(0, UPDATES - 1, 0.6))
    assert len(set(seen)) > 3 and all(len(set(moment)) == 1 for moment in seen), seen


def test_played_to_the_newest_update_it_ends_in_the_present(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(film_presenter, "announce", lambda _widget, sentence: heard.append(sentence))
    desk.issue(c.ShowFilm())
    desk.play(FilmPlan(500, UPDATES, 1))
    desk.until(lambda: desk.session.time.moment is None and not desk.engine.time.is_looking_back)
    assert desk.shown == UPDATES and desk.film.player.picture == 29
    # What names the moment goes with the frame that shows the present.
    desk.until(lambda: not desk.window.network_area.past_bar.isVisible())
    assert desk.bar.isVisible()
    # Backwards it ends in the past, and stays there.
    desk.play(FilmPlan(UPDATES, 500, 1))
    assert desk.shown == 500 and desk.session.time.moment is not None
    assert heard == ["the film plays", "the film has ended"] * 2


def test_its_key_opens_it_over_the_whole_training_and_then_plays_and_pauses(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Y)
    assert desk.bar.isVisible() and desk.film.player.plan == FilmPlan(0, UPDATES, 10.0)
    assert not desk.film.player.is_playing and desk.session.time.moment is None
    QTest.keyClick(desk.window, Qt.Key.Key_Y)
    assert desk.film.player.is_playing
    desk.until(lambda: desk.film.player.picture > 3)
    # The button has the keyboard: Space is its, too.
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Space)
    assert not desk.film.player.is_playing and not desk.session.store.state.running
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    assert not desk.bar.isVisible()


def test_wherever_the_keyboard_is_space_plays_and_pauses_it_and_escape_closes_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(film_presenter, "announce", lambda _widget, sentence: heard.append(sentence))
    check_buttons(desk)
    assert heard == ["the film plays", "the film is paused"] * 2 + ["the film is closed"]
    heard.clear()
    for elsewhere in ("network_view", "loss_plot", "toolbar", "run_tree"):
        check_keys(desk, elsewhere)
        assert heard == ["the film plays", "the film is paused", "the film is closed"]
        heard.clear()


def check_buttons(desk: Desk) -> None:
    """At any other time Space presses them."""
    QTest.keyClick(desk.window, Qt.Key.Key_Y)
    for name in ("picture_weight_button", "loss_log"):
        button = desk.window.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton) and button.isVisible()
        button.setFocus()
        was_checked = button.isChecked()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert desk.film.player.is_playing and button.isChecked() == was_checked, name
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert not desk.film.player.is_playing
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.isChecked() != was_checked and not desk.film.player.is_playing
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    assert not desk.bar.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked() == was_checked and not desk.session.store.state.running


def check_keys(desk: Desk, elsewhere: str) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Y)
    if elsewhere == "run_tree":
        desk.window.plots.show_runs()
    widget = getattr(desk.window, elsewhere)
    widget.setFocus()
    run = desk.window.actions_["action_run"]
    assert "Space" not in run.toolTip()
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert desk.film.player.is_playing
    desk.until(lambda: desk.film.player.picture > 3)
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert not desk.film.player.is_playing and not desk.session.store.state.running
    QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert not desk.bar.isVisible() and "Space" in run.toolTip()
    assert desk.window.focusWidget() is widget, elsewhere
    # The training's again.
    QTest.keyClick(widget, Qt.Key.Key_Space)
    desk.until(lambda: desk.session.store.state.running)
    desk.issue(c.ToggleRunning())
    desk.until(lambda: not desk.session.store.state.running and desk.shown == desk.session.loss.updates)


def test_a_page_that_would_stand_still_makes_room_and_escape_leads_back_into_one(desk: Desk) -> None:
    area = desk.window.network_area
    desk.issue(c.ShowLedger())
    assert area.page is not None
    QTest.keyClick(area.page, Qt.Key.Key_Y)
    assert desk.bar.isVisible() and area.page is None and desk.window.network_view.isVisible()
    # Opened over the film it has the keyboard again once that is closed, and the next Esc closes the page.
    desk.issue(c.ShowLedger())
    ledger = area.page
    assert ledger is not None
    desk.bar.take_keyboard()
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    focused = desk.window.focusWidget()
    assert not desk.bar.isVisible() and (focused is ledger or ledger.isAncestorOf(focused))
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert area.page is None and desk.window.focusWidget() is desk.window.network_view
    # What is played is seen, too.
    desk.issue(c.ShowFilm())
    desk.issue(c.ShowLedger())
    desk.issue(c.ShowFilm())
    assert area.page is None and desk.film.player.is_playing
    desk.until(lambda: desk.film.player.picture > 3)


def test_escape_in_a_field_takes_back_what_is_typed_and_then_closes_it(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    field = desk.bar.findChild(NumberField, "film_first")
    assert isinstance(field, NumberField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "77")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0" and desk.bar.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not desk.bar.isVisible()


def test_in_the_projector_layout_the_film_is_left_first(desk: Desk) -> None:
    desk.issue(c.ToggleProjector())
    desk.issue(c.ShowFilm())
    desk.window.network_view.setFocus()
    QTest.keyClick(desk.window.network_view, Qt.Key.Key_Escape)
    assert not desk.bar.isVisible() and desk.session.store.state.layout == "projector"
    QTest.keyClick(desk.window.network_view, Qt.Key.Key_Escape)
    assert desk.session.store.state.layout != "projector"


def test_its_place_is_always_that_of_the_picture_on_screen(desk: Desk) -> None:
    def place() -> tuple[int, str]:
        slider, time = desk.bar.findChild(QSlider), desk.bar.findChild(QLabel, "film_time")
        assert isinstance(slider, QSlider) and isinstance(time, QLabel)
        return slider.value(), time.text()

    desk.issue(c.ShowFilm())
    # Over the present it stands at its end.
    assert place() == (299, "10.0 of 10 s")
    desk.issue(LookAt(200))
    desk.until(lambda: desk.shown == 200)
    # 200 of 600, of pictures 0 to 299: 99.67.
    assert place() == (100, "3.3 of 10 s")
    desk.bar.picture_wanted.emit(150)
    desk.until(lambda: desk.shown == 301 and desk.film.player.is_at_rest)
    assert place() == (150, "5.0 of 10 s")
    desk.bar.plan_wanted.emit(FilmPlan(0, 300, 2.0))
    assert place()[1] == "not in the film"
    desk.bar.plan_wanted.emit(FilmPlan(400, 0, 2.0))
    # 99 of 400 updates after its first, of pictures 0 to 59: 14.6.
    assert place() == (15, "0.5 of 2 s")
    desk.issue(LookAt(500))
    desk.until(lambda: desk.shown == 500)
    assert place()[1] == "not in the film"
    desk.film.close()
    desk.issue(ReturnToLive())
    desk.until(lambda: desk.shown == UPDATES)
    desk.issue(c.ShowFilm())
    assert place() == (59, "2.0 of 2 s")


def test_a_place_that_it_was_dragged_to_is_left_for_the_present_where_one_goes_there_first(
    desk: Desk,
) -> None:
    desk.issue(c.ShowFilm())
    desk.bar.picture_wanted.emit(150)
    desk.until(lambda: desk.shown == 301 and desk.film.player.is_at_rest)
    desk.bar.picture_wanted.emit(20)
    desk.issue(ReturnToLive())
    desk.until(lambda: desk.shown == UPDATES)
    assert desk.film.player.picture == 299


def test_opened_while_the_training_runs_it_lets_that_rest_and_goes_to_its_end(desk: Desk) -> None:
    desk.issue(c.ToggleRunning())
    desk.until(lambda: desk.session.loss.updates > UPDATES)
    desk.issue(c.ShowFilm())
    desk.until(lambda: not desk.session.store.state.running)
    live = desk.engine.current.trainer.step_count
    desk.until(lambda: desk.shown == live)
    plan = desk.film.player.plan
    assert (plan.first, plan.last) == (0, live) and desk.film.player.picture == 299


@pytest.mark.parametrize("what", [Train(5), c.NextPhase(), c.TrainBoth()])
def test_it_is_closed_where_runs_key_is_to_train(desk: Desk, what: object) -> None:
    if isinstance(what, c.TrainBoth):
        desk.issue(c.BranchHere())
        desk.issue(c.ToggleSide())
        desk.until(lambda: desk.session.sides.side.picture.shown is not None)
    desk.issue(c.ShowFilm())
    assert desk.bar.isVisible()
    desk.issue(what)
    desk.until(lambda: not desk.bar.isVisible())
    assert desk.window.actions_["action_run"].shortcut().toString() == "Space"


def test_without_any_update_there_is_none_and_it_says_what_to_do(qtbot: QtBot) -> None:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    window.composition.dispatcher.issue(c.ShowFilm())
    assert not window.network_area.film_bar.isVisible()
    assert "no film yet" in window.message_bar.text
    window.close()


def test_dragged_it_rests_at_that_picture(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    desk.bar.picture_wanted.emit(150)
    wanted = desk.film.player.plan.update_at(150)
    desk.until(lambda: desk.shown == wanted and desk.window.network_view.updatesEnabled())
    assert not desk.film.player.is_playing
    assert desk.session.time.moment is not None and desk.session.time.moment.update == wanted


@pytest.mark.parametrize("is_dragged", [False, True])
def test_the_update_that_it_rests_at_is_looked_at_as_any_other(desk: Desk, is_dragged: bool) -> None:
    desk.issue(c.ShowFilm())
    if is_dragged:
        desk.bar.picture_wanted.emit(150)
        desk.until(lambda: desk.shown == 301 and desk.film.player.is_at_rest)
        desk.bar.picture_wanted.emit(200)
        # Closed before the picture has come that it was dragged to.
        desk.film.close()
    else:
        desk.issue(c.ShowFilm())
        # The engine is ahead of the picture.
        past = desk.engine.time
        desk.until(lambda: past.past is not None and past.past.trainer.step_count > desk.shown > 6)
        desk.issue(c.ShowFilm())
    # A picture that was on its way is told of with the frame that shows it: there it rests.
    on_screen = desk.session.network.on_screen
    desk.until(lambda: desk.film.player.is_at_rest and not on_screen.is_owed)
    at = desk.shown
    assert 0 < at < UPDATES and not desk.film.player.is_playing
    desk.until(lambda: (exact := desk.session.loss.exact) is not None and exact.update == at)
    again = replayed(desk.engine.current, at, desk.engine.current.trainer.dataset)
    exact = desk.session.loss.exact
    assert exact is not None
    assert exact.train_total == pytest.approx(again.trainer.total_loss("train"), rel=1e-6)
    desk.until(lambda: (moment := desk.session.time.moment) is not None and moment.is_checked)
    assert desk.engine.shown.trainer.step_count == desk.shown == at


@pytest.mark.parametrize("elsewhere", [LookAt(77), c.StepBack(), c.ToggleRunning(), c.DrawNewWeights()])
def test_who_goes_elsewhere_ends_the_playing(desk: Desk, elsewhere: object) -> None:
    desk.issue(c.ShowFilm())
    desk.issue(c.ShowFilm())
    desk.until(lambda: desk.film.player.picture > 2)
    desk.issue(elsewhere)
    desk.until(lambda: not desk.film.player.is_playing)
    assert desk.window.network_view.updatesEnabled()
    if isinstance(elsewhere, LookAt):
        desk.until(lambda: desk.shown == 77)
    if isinstance(elsewhere, c.DrawNewWeights):
        # It is another run's film.
        desk.until(lambda: not desk.bar.isVisible())


def test_another_picture_or_example_does_not_stop_it(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    desk.issue(c.Choose("edge_value", "change"))
    desk.issue(c.ShowFilm())
    desk.until(lambda: desk.film.player.picture > 2)
    desk.issue(ShowTestSample("next"))
    at = desk.film.player.picture
    desk.until(lambda: desk.film.player.picture > at + 20 or not desk.film.player.is_playing)
    assert desk.film.player.is_playing
    displayed = desk.session.network.displayed
    assert displayed is not None and displayed.example.origin == "test"
    # Each is made again from the update before, so that its change is known.
    assert displayed.change is not None


def test_a_run_that_is_trained_on_is_played_to_its_new_end(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    desk.train(40)
    desk.issue(c.ShowFilm())
    assert desk.film.player.plan == FilmPlan(0, UPDATES + 40, 10.0)
    desk.film.player.pause()
    desk.bar.plan_wanted.emit(FilmPlan(0, 300, 2.0))
    desk.issue(c.ShowFilm())
    assert desk.film.player.plan == FilmPlan(0, 300, 2.0)


def test_it_is_found_in_the_menu_and_by_its_name(desk: Desk) -> None:
    action = desk.window.actions_["action_film"]
    assert action.text() == "Film of the training…" and action.shortcut().toString() == "Y"
    training = next(
        menu
        for menu in desk.window.menus.findChildren(type(desk.window.menus._training))
        if menu.objectName() == "menu_training"
    )
    assert action in training.actions()
    for button in desk.bar.findChildren(QAbstractButton):
        assert button.accessibleName() and button.toolTip(), button.objectName()


def killed(desk: Desk) -> None:
    """Another engine goes on, with the newest state only."""
    desk.engine.save()
    with desk.qtbot.waitSignal(desk.session.engine.recovered, timeout=WAIT_MS):
        desk.session.engine._transport.kill()
    desk.engine = engine_of(desk.window)


def test_dragged_to_its_middle_after_an_engines_end_the_film_shows_that_update(desk: Desk) -> None:
    killed(desk)
    desk.until(lambda: desk.session.engine.has_answered)
    assert desk.engine.time.history.updates(0).tolist() == [UPDATES]
    desk.issue(c.ShowFilm())
    desk.bar.plan_wanted.emit(FilmPlan(0, UPDATES, 10))
    slider = desk.bar.findChild(QSlider, "film_slider")
    assert slider is not None
    slider.setValue(150)
    middle = desk.film.player.plan.update_at(150)
    desk.until(lambda: desk.shown == middle)
    run, displayed = desk.engine.current, desk.session.network.displayed
    assert displayed is not None
    alone = replayed(run, middle, run.trainer.dataset).trainer.network.parameters
    np.testing.assert_array_equal(displayed.parameters, alone)


def test_while_a_picture_is_made_again_the_bar_says_so_and_goes_on(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    desk.issue(LookAt(10))
    desk.until(lambda: desk.shown == 10)
    slider, time = desk.bar.findChild(QSlider, "film_slider"), desk.bar.findChild(QLabel, "film_time")
    assert slider is not None and time is not None
    slider.setValue(150)
    told = PastProgress(0, desk.film.player.plan.update_at(150), 130, 300)
    desk.session.engine.past_progress.emit(told)
    assert time.text() == "43 % made again"
    assert time.toolTip() == f"on the way to update {told.update} (130 of 300 made again)"
    desk.until(lambda: desk.shown == told.update)
    desk.until(lambda: "made again" not in time.text())
    # Where none is waited for, it is told elsewhere.
    desk.session.engine.past_progress.emit(told)
    assert "made again" not in time.text()


def test_a_film_that_plays_when_the_engine_ends_is_played_on_by_the_next_one(desk: Desk) -> None:
    desk.bar.plan_wanted.emit(FilmPlan(0, UPDATES, 2))
    desk.issue(c.ShowFilm())
    desk.bar.plan_wanted.emit(FilmPlan(0, UPDATES, 2))
    desk.issue(c.ShowFilm())
    player = desk.film.player
    desk.until(lambda: player.picture > 5)
    pictures: list[int] = []
    player.changed.connect(lambda: pictures.append(player.picture))
    at = player.picture
    killed(desk)
    assert player.is_playing and at <= player.picture < 30
    desk.until(lambda: not player.is_playing)
    assert pictures == sorted(pictures) and len({*pictures}) > 10
    assert player.picture == player.plan.count - 1 and desk.shown == UPDATES


def test_a_film_whose_end_an_engine_has_lost_ends_where_the_run_does(desk: Desk) -> None:
    desk.engine.save()
    desk.train(60)
    desk.issue(c.ShowFilm())
    desk.bar.plan_wanted.emit(FilmPlan(0, UPDATES + 60, 2))
    desk.issue(c.ShowFilm())
    player = desk.film.player
    desk.until(lambda: player.picture > 5)
    with desk.qtbot.waitSignal(desk.session.engine.recovered, timeout=WAIT_MS):
        desk.session.engine._transport.kill()
    assert player.is_playing and player.plan == FilmPlan(0, UPDATES, 2)
