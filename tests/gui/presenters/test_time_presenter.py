"""Looking back in the window: what is shown is what the engine had after that update, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.analysis.neuron_statistics import NeuronStatistics
from core.editing.parameter_edits import ParameterLocation
from core.engine import earlier_state
from core.engine.commands import LookAt, ReturnToLive, ShowTestSample, Train
from core.engine.messages import PastShown
from core.engine.run import replayed
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.network.view import NetworkView
from gui.presenters.time_presenter import TimePresenter
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.number_field import NumberField
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 30_000
UPDATES = 300


class Desk:
    """The window after 300 updates, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.issue = self.session.dispatcher.issue

    @property
    def time(self) -> TimePresenter:
        return self.session.time

    @property
    def update(self) -> int:
        assert self.session.network.displayed is not None
        return self.session.network.displayed.update

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int, is_watched: bool = True) -> None:
        self.session.transport.set_speed(100)
        wanted = self.engine.current.trainer.step_count + updates
        self.issue(Train(updates))
        if not is_watched:
            work_until(self.window, wanted)
        self.until(lambda: self.session.loss.updates == wanted and not self.session.store.state.running)
        self.until(lambda: self.update == wanted)
        self.until(lambda: (exact := self.session.loss.exact) is not None and exact.update == wanted)

    def look_at(self, update: int) -> None:
        self.issue(LookAt(update))
        self.until(
            lambda: self.time.moment is not None and self.time.moment.is_exact and self.update == update
        )

    def branch_is_there(self, run: int) -> None:
        shown = self.session.network
        self.until(lambda: shown.displayed is not None and shown.displayed.run == run)


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


def test_a_training_that_is_stopped_to_look_back_is_as_far_as_it_came(desk: Desk) -> None:
    desk.session.transport.set_speed(100)
    desk.issue(Train())
    desk.until(lambda: desk.update > UPDATES)
    # Updates that no snapshot has told of yet.
    for _ in range(20):
        desk.engine.current.trainer.step()
    desk.look_at(5)
    assert desk.time.moment is not None
    made = desk.engine.current.trainer.step_count
    assert desk.time.moment.live == made == desk.session.sides.side.known.live_of(0)


def test_a_run_that_is_left_while_it_trains_is_listed_with_all_that_it_has_made(desk: Desk) -> None:
    desk.issue(c.BranchHere())
    desk.branch_is_there(1)
    left = desk.engine.current
    # Updates that no snapshot has told of yet.
    left.losses += [left.trainer.step() for _ in range(20)]
    desk.issue(c.ShowRun(0))
    desk.branch_is_there(0)
    assert desk.session.sides.side.known.live_of(1) == left.trainer.step_count == UPDATES + 20
    record = desk.session.loss.history_of(1)
    assert record is not None and record.count == UPDATES + 20


def test_a_picture_that_comes_late_is_named_until_the_past_has_come(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = desk.engine.current.snapshot()
    desk.session.network.show_changed(replace(late, update=late.update - 1))
    desk.until(lambda: desk.update == UPDATES - 1)
    desk.time.look_at(5)
    moment = desk.time.moment
    assert moment is not None and moment.shown == desk.update == UPDATES - 1
    # It was sent before the engine heard of the wish.
    desk.session.engine.snapshot_received.emit(late)
    # It is not on screen before its edges are drawn.
    assert desk.time.moment == moment and desk.update == UPDATES - 1
    monkeypatch.setattr(NetworkView, "keeps_old", False)
    desk.session.network.on_screen.tell_if_next()
    moment = desk.time.moment
    assert moment is not None and not moment.is_exact
    assert (moment.update, moment.shown, desk.update) == (5, UPDATES, UPDATES)
    assert "update 300 of 300" in desk.window.network_area.past_bar.accessibleDescription()
    desk.look_at(5)
    moment = desk.time.moment
    assert moment is not None and (moment.shown, moment.is_exact) == (5, True)


def test_every_part_shows_the_past_update_and_the_run_itself_stays(desk: Desk) -> None:
    run = desk.engine.current
    now = run.trainer.network.parameters.copy()
    desk.look_at(140)
    shown = desk.session.network.displayed
    again = replayed(run, 140, run.trainer.dataset)
    assert shown is not None
    np.testing.assert_array_equal(shown.parameters, again.trainer.network.parameters)
    assert desk.session.network.weights.update == 140
    assert desk.session.store.state.moment == 140
    assert "update 140 of 300" in desk.window.status_label.text()
    assert desk.window.network_area.past_bar.isVisible()
    # What the panel says of L is soon of this very update.
    desk.until(lambda: (exact := desk.session.loss.exact) is not None and exact.update == 140)
    np.testing.assert_array_equal(run.trainer.network.parameters, now)


def test_where_the_run_stands_is_said_as_the_engine_says_it_while_one_looks_back(desk: Desk) -> None:
    # Its snapshots stop before it does where one looks back while it trains.
    given: list[PastShown] = []
    desk.session.engine.past_shown.connect(given.append)
    desk.issue(c.ToggleSide())
    desk.look_at(140)
    b = desk.window.network_area.side_area.headers[1]
    desk.until(lambda: "update 0 of 300" in b.accessibleDescription())
    desk.session.engine.past_shown.emit(replace(given[-1], live_update=325))
    desk.until(lambda: "update 0 of 325" in b.accessibleDescription())
    desk.until(lambda: "update 140 of 325" in desk.window.network_area.past_bar.accessibleDescription())


def test_end_and_the_button_lead_to_the_present(desk: Desk) -> None:
    desk.look_at(140)
    QTest.keyClick(desk.window, Qt.Key.Key_End)
    desk.until(lambda: desk.time.moment is None and desk.update == UPDATES)
    assert not desk.window.network_area.past_bar.isVisible()
    assert "update 300" in desk.window.status_label.text()
    assert desk.session.loss.exact is not None and desk.session.loss.exact.update == UPDATES


def test_keys_lead_one_update_back_and_on(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Comma)
    desk.until(lambda: desk.update == 299)
    QTest.keyClick(desk.window, Qt.Key.Key_PageUp)
    desk.until(lambda: desk.update == 298)
    QTest.keyClick(desk.window, Qt.Key.Key_PageDown)
    desk.until(lambda: desk.update == 299)
    QTest.keyClick(desk.window, Qt.Key.Key_Period)
    desk.until(lambda: desk.update == 300 and desk.time.moment is None)


def test_keys_lead_one_epoch_back_and_on_wherever_the_keyboard_is(desk: Desk) -> None:
    assert desk.session.runs.info is not None
    assert desk.session.runs.info.train_count == 20_000
    desk.issue(c.SetConfig("batch_size", 2_000))
    desk.until(lambda: (info := desk.session.runs.info) is not None and info.updates_per_epoch == 10)
    desk.train(25)
    # 300 batches of 32 have used 9,600 of the 20,000: five of 2,000 end the first epoch, at update 305.
    assert desk.session.network.displayed is not None and desk.session.network.displayed.epoch == 3
    places = "network_view", "loss_plot", "timeline", "run_tree", "network_view", "network_view"
    keys = (*[Qt.Key.Key_Left] * 3, *[Qt.Key.Key_Right] * 3)
    for place, key, update in zip(places, keys, (315, 305, 0, 305, 315, 325), strict=True):
        widget = desk.window.findChild(QWidget, place)
        assert widget is not None
        widget.setFocus()
        QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)
        desk.until(lambda update=update: desk.update == update)
    assert desk.time.moment is None


def test_in_a_field_with_text_the_keys_of_an_epoch_move_in_the_text(desk: Desk) -> None:
    field = desk.window.findChild(NumberField)
    assert field is not None
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert field.cursorPosition() == 0 and desk.time.moment is None


def test_before_the_first_update_there_is_nothing_to_look_back_at(desk: Desk) -> None:
    desk.issue(c.Rewind())
    desk.until(lambda: desk.update == 0)
    desk.issue(c.StepBack())
    desk.qtbot.wait(50)
    assert desk.time.moment is None and not desk.window.network_area.past_bar.isVisible()


def test_space_returns_and_goes_on(desk: Desk) -> None:
    desk.look_at(100)
    desk.issue(c.ToggleRunning())
    desk.until(lambda: desk.session.loss.updates > UPDATES)
    assert desk.time.moment is None


def test_the_update_of_a_walkthrough_is_in_the_runs_row(desk: Desk) -> None:
    desk.session.transport.set_speed(0)
    desk.issue(c.MakeUpdate())
    desk.until(lambda: desk.session.network.player.walkthrough is not None)
    for _ in range(12):
        desk.issue(c.NextPhase())
    desk.until(lambda: desk.update == UPDATES + 1)
    desk.until(lambda: desk.window.timeline.marks[0].row.measured_update == UPDATES + 1)
    row, exact = desk.window.timeline.marks[0].row, desk.session.loss.exact
    assert exact is not None
    assert (row.live, row.total) == (UPDATES + 1, exact.train_total)


def test_another_setting_in_the_past_is_a_run_of_its_own_and_undo_leads_back(desk: Desk) -> None:
    desk.look_at(140)
    desk.issue(c.SetConfig("learning_rate", 0.01))
    desk.branch_is_there(1)
    run = desk.engine.current
    assert (run.number, run.parent, run.branch_update) == (1, 0, 140)
    assert (run.trainer.config.learning_rate, run.trainer.step_count) == (0.01, 140)
    # The curve begins with what both runs have in common.
    history, parent = desk.session.loss.history_of(1), desk.session.loss.history_of(0)
    assert history is not None and parent is not None and (history.count, parent.count) == (140, 300)
    assert [history.mean_at(update) for update in (1, 140)] == [parent.mean_at(update) for update in (1, 140)]
    desk.train(20)
    assert history.count == 160
    desk.until(lambda: len(desk.window.timeline.marks) == 2)
    names = [marks.row.name for marks in desk.window.timeline.marks]
    assert names == ["seed 0: Adam, η 0.001, batch 32", "η 0.001 → 0.01 at 140"]
    desk.window.undo_stack.undo()
    desk.branch_is_there(0)
    assert desk.engine.current.trainer.step_count == UPDATES
    assert desk.engine.current.trainer.config.learning_rate == 0.001


def test_the_panel_shows_the_settings_of_a_branch_from_the_past(desk: Desk) -> None:
    for name, value in (("learning_rate", 0.01), ("batch_size", 8), ("optimizer", "rmsprop")):
        desk.look_at(140)
        number = desk.session.runs.kept.next_number
        desk.issue(c.SetConfig(name, value))
        desk.branch_is_there(number)
        field = desk.window.best_function_panel.findChild(QWidget, name)
        assert isinstance(field, NumberField | ChoiceBox)
        assert field.value == value == getattr(desk.engine.current.trainer.config, name), name
        desk.window.undo_stack.undo()
        desk.branch_is_there(0)
        assert field.value == getattr(desk.engine.current.trainer.config, name) != value, name


def test_an_edit_in_the_past_is_made_in_a_run_of_its_own(desk: Desk) -> None:
    desk.look_at(140)
    before = desk.engine.current.trainer.network.parameters.copy()
    desk.session.edits._on_value_wanted(ParameterLocation(0, 3, 2), 1.5, False)
    desk.branch_is_there(1)
    desk.until(lambda: len(desk.engine.current.journal) == 1)
    run = desk.engine.current
    assert (run.number, run.branch_update) == (1, 140)
    assert run.trainer.network.layers[0].W[2, 3] == 1.5  # type: ignore[attr-defined]
    desk.issue(c.ShowRun(0))
    desk.branch_is_there(0)
    np.testing.assert_array_equal(desk.engine.current.trainer.network.parameters, before)


def test_a_branch_without_a_change_goes_on_with_the_same_bits(desk: Desk) -> None:
    end = desk.engine.current.trainer.network.parameters.copy()
    desk.look_at(250)
    desk.issue(c.BranchHere())
    desk.branch_is_there(1)
    desk.train(50)
    np.testing.assert_array_equal(desk.engine.current.trainer.network.parameters, end)


def test_of_many_wishes_only_the_newest_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    send = desk.session.engine.send
    monkeypatch.setattr(desk.session.engine, "send", lambda command: (sent.append(command), send(command)))
    for update in range(200, 100, -1):
        desk.issue(LookAt(update))
    desk.until(lambda: desk.update == 101)
    assert [command.update for command in sent if isinstance(command, LookAt)] == [200, 101]


def test_until_an_update_has_come_the_header_names_the_one_on_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.look_at(64)
    kept = desk.session.network.displayed
    assert kept is not None
    desk.issue(ReturnToLive())
    desk.until(lambda: desk.time.moment is None and desk.update == UPDATES)
    sent: list[object] = []
    monkeypatch.setattr(desk.session.engine, "send", sent.append)
    bar = desk.window.network_area.past_bar
    desk.issue(LookAt(250))
    assert bar.accessibleDescription() == "update 300 of 300"
    desk.time.show_past(PastShown(kept.run, 250, UPDATES, kept, is_exact=False, kept_update=64))
    said = "update 64 of 300", "on the way to update 250"
    desk.until(lambda: desk.update == 64)
    assert bar.accessibleDescription() == "  ".join(said)
    assert all(part in desk.window.status_label.whole for part in said)
    # Another wish need not wait for that one.
    desk.issue(LookAt(200))
    assert sent == [LookAt(250), LookAt(200)]
    assert bar.accessibleDescription() == "update 64 of 300"


def test_the_newest_update_is_the_present(desk: Desk) -> None:
    desk.issue(LookAt(UPDATES))
    assert desk.time.moment is None
    desk.look_at(7)
    desk.issue(LookAt(UPDATES))
    desk.until(lambda: desk.time.moment is None and desk.update == UPDATES)


def test_another_digit_is_read_by_the_past_network(desk: Desk) -> None:
    desk.look_at(20)
    desk.issue(ShowTestSample("next"))
    shown = desk.session.network
    desk.until(lambda: shown.displayed is not None and shown.displayed.example.origin == "test")
    assert desk.update == 20 and desk.time.moment is not None


def test_the_timeline_has_a_tick_for_each_state_that_the_engine_keeps(desk: Desk) -> None:
    kept = desk.engine.time.history.updates(0)
    timeline = desk.window.timeline
    desk.until(lambda: bool(timeline.marks) and len(timeline.marks[0].row.kept) == len(kept) + 1)
    np.testing.assert_array_equal(timeline.marks[0].row.kept, [0, *kept])
    assert timeline.isVisible()


def test_at_rest_nothing_is_painted(desk: Desk) -> None:
    desk.look_at(140)
    desk.until(lambda: desk.session.loss.exact is not None and desk.session.loss.exact.update == 140)
    desk.until(lambda: not desk.session.clock.is_running)
    timeline, plot = desk.window.timeline, desk.window.loss_plot
    painted = timeline.frames_painted, plot.frames_painted
    desk.qtbot.wait(300)
    assert (timeline.frames_painted, plot.frames_painted) == painted


def test_a_frame_that_has_no_time_left_leaves_the_timeline_to_the_next(desk: Desk) -> None:
    desk.until(lambda: not desk.session.clock.is_running)
    desk.time._mark_dirty()
    desk.time._painted_s = 0.0
    desk.session.clock.stop()
    assert desk.time.work(0.5) and desk.time.move(0.0)
    # The rows, the timeline and the list have a frame each.
    assert [desk.time.work(8.0) for _ in range(3)] == [True, True, False] and not desk.time.move(0.0)


def test_a_new_l_is_on_the_timeline_about_as_soon_as_in_the_plot_above_it(desk: Desk) -> None:
    desk.until(lambda: desk.session.loss.exact is not None and not desk.session.clock.is_running)
    desk.session.clock.stop()
    time, exact = desk.time, desk.session.loss.exact
    assert exact is not None
    for since_s, has_new_l, is_due in (
        (0.5, False, False),
        (0.5, True, True),
        (0.1, True, False),
        (1.1, False, True),
    ):
        time._mark_dirty()
        time._painted_s = 0.0
        while time.work(8.0):
            pass
        time._painted_s = perf_counter() - since_s
        if has_new_l:
            time.note_exact(exact)
        else:
            time.note_update(0, UPDATES)
            time._mark_dirty()
        desk.session.clock.stop()
        assert time.has_work(0.0) is is_due, (since_s, has_new_l)


def test_returning_where_nobody_looks_back_does_nothing(desk: Desk) -> None:
    desk.issue(ReturnToLive())
    assert desk.time.moment is None and desk.update == UPDATES


def test_what_neurons_do_is_shown_of_the_update_that_is_on_screen_or_not_at_all(desk: Desk) -> None:
    heard: list[NeuronStatistics | None] = []
    desk.until(lambda: desk.session.inspect._statistics is not None)
    known = desk.session.inspect._statistics
    desk.time.statistics_changed.connect(heard.append)
    desk.look_at(140)
    assert heard[0] is None
    desk.until(lambda: heard[-1] is not None)
    assert heard[-1] is not None and heard[-1].update == 140
    desk.issue(ReturnToLive())
    assert heard[-1] is known
    # Beside the picture of then it is not said.
    desk.until(lambda: desk.session.inspect._statistics is known)


def test_what_neurons_of_another_run_do_is_not_shown_in_the_one_on_screen(desk: Desk) -> None:
    desk.until(lambda: desk.session.inspect._statistics is not None)
    known = desk.session.inspect._statistics
    assert known is not None
    desk.session.engine.neuron_statistics_changed.emit(replace(known, run=known.run + 1))
    assert desk.session.inspect._statistics is known


def test_l_of_the_past_that_is_looked_at_is_measured_and_the_runs_own_stays(desk: Desk) -> None:
    desk.look_at(140)
    desk.until(lambda: desk.session.loss.exact is not None and desk.session.loss.exact.update == 140)
    again = replayed(desk.engine.current, 140, desk.engine.current.trainer.dataset)
    exact = desk.session.loss.exact
    assert exact is not None
    assert exact.train_total == pytest.approx(again.trainer.total_loss("train"), rel=1e-6)
    desk.issue(ReturnToLive())
    desk.until(lambda: desk.time.moment is None and desk.update == UPDATES)
    assert desk.session.loss.exact is not None and desk.session.loss.exact.update == UPDATES


def test_sorted_neurons_are_in_their_old_order_in_the_past_and_in_the_new_one_after_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, no kept state is shown on the way.
    monkeypatch.setattr(earlier_state, "SOON_S", 1e9)
    before = desk.session.network.displayed
    desk.issue(c.SortNeurons())
    desk.until(lambda: desk.engine.current.permutations == 1 and not desk.window.network_view.is_reordering)
    desk.until(
        lambda: desk.session.network.displayed is not None and desk.session.network.displayed is not before
    )
    shown_anew: list[int] = []
    show = desk.window.network_view.show_permuted
    monkeypatch.setattr(
        desk.window.network_view,
        "show_permuted",
        lambda snapshot: (shown_anew.append(snapshot.update), show(snapshot)),
    )
    desk.look_at(299)
    shown = desk.session.network.displayed
    assert shown is not None and shown.permutation_count == 0
    again = replayed(desk.engine.current, 299, desk.engine.current.trainer.dataset)
    np.testing.assert_array_equal(shown.parameters, again.trainer.network.parameters)
    desk.issue(ReturnToLive())
    desk.until(lambda: desk.update == 300)
    now = desk.session.network.displayed
    assert now is not None and now.permutation_count == 1
    np.testing.assert_array_equal(now.parameters, desk.engine.current.trainer.network.parameters)
    # Layouts and pins follow both ways; where the machine is busy the nearest kept state comes first.
    assert shown_anew in ([299, 300], [256, 300])


def test_the_runs_are_called_in_the_language_in_force(desk: Desk) -> None:
    desk.look_at(140)
    desk.until(lambda: bool(desk.window.timeline.marks))
    names = [marks.row.name for marks in desk.window.timeline.marks]
    desk.issue(c.Choose("language", "zh_CN"))
    desk.until(lambda: desk.window.timeline.marks[0].row.name != names[0])
    assert desk.window.timeline.marks[0].row.name == "种子 0：Adam，η 0.001，批次 32"
    desk.issue(c.Choose("language", "en"))
    assert [marks.row.name for marks in desk.window.timeline.marks] == names


def test_what_is_pinned_is_the_same_neuron_before_and_after_a_sorting(desk: Desk) -> None:
    view, run = desk.window.network_view, desk.engine.current
    desk.issue(c.SortNeurons())
    desk.until(lambda: run.permutations == 1 and desk.session.network.displayed.permutation_count == 1)
    desk.until(lambda: desk.session.network.displayed.update == UPDATES)
    order = run.orders[max(run.orders)][0]
    place = next(int(i) for i in range(len(order)) if order[i] != i)
    view.pin((0, place))
    view.pin((1, 0, place), beside=True)
    assert view.pins[0] == (0, place)
    desk.look_at(100)
    # Before the sorting the neuron of this place was called by its old number.
    assert view.pins[0] == (0, int(order[place]))
    assert desk.session.inspect._pins == view.pins
    desk.look_at(50)
    assert view.pins[0] == (0, int(order[place]))
    other = (place + 1) % len(order)
    view.pin((0, int(order[other])))
    QTest.keyClick(desk.window, Qt.Key.Key_End)
    desk.until(lambda: desk.time.moment is None and desk.update == UPDATES)
    assert view.pins == ((0, other),) == desk.session.inspect._pins


def test_a_branch_from_before_a_sorting_keeps_what_is_pinned_there(desk: Desk) -> None:
    view, run = desk.window.network_view, desk.engine.current
    desk.issue(c.SortNeurons())
    desk.until(lambda: run.permutations == 1 and desk.session.network.displayed.permutation_count == 1)
    order = run.orders[max(run.orders)][0]
    place = next(int(i) for i in range(len(order)) if order[i] != i)
    view.pin((0, place))
    desk.look_at(100)
    desk.issue(c.BranchHere())
    desk.branch_is_there(1)
    assert view.pins == ((0, int(order[place])),)
    desk.train(5)
    assert view.pins == ((0, int(order[place])),)


def test_what_waits_for_a_branch_is_not_done_to_a_run_of_a_file_that_is_opened_meanwhile(
    desk: Desk, tmp_path: Path
) -> None:
    path, saved, done = str(tmp_path / "a.backlight"), [], []
    desk.session.sessions.files.saved.connect(saved.append)
    desk.issue(c.SaveFile(path))
    desk.until(lambda: bool(saved))
    desk.look_at(100)
    # Before the window hears of it, what is changed in the past begins a branch: under the number of the file's run.
    desk.session.sessions.files.open_session(path)
    assert desk.time.on_own_run(lambda: done.append(1)) and desk.session.runs.kept.next_number == 2
    desk.branch_is_there(1)
    desk.qtbot.wait(50)
    assert [run.number for run in desk.engine.runs] == [1] and desk.engine.current.parent is None
    assert done == []


# --- window and engine agree about the moment


def agrees(desk: Desk) -> bool:
    """Whether the engine is where the window says, and the picture is of that update."""
    moment, travel = desk.time.moment, desk.engine.time
    if moment is None:
        return not travel.is_looking_back and desk.update == desk.session.loss.updates
    past = travel.past
    return past is not None and past.trainer.step_count == moment.update == desk.update


def another_digit_is_shown(desk: Desk) -> None:
    """The next test digit comes, whatever update is on screen."""
    desk.issue(ShowTestSample("next"))

    def is_shown() -> bool:
        shown = desk.session.network.displayed
        return shown is not None and shown.example is not None and shown.example.origin == "test"

    desk.until(is_shown)


@pytest.mark.parametrize("first", [LookAt(100), ReturnToLive()])
def test_away_from_the_present_before_that_has_come_one_is_where_one_went(
    desk: Desk, first: LookAt | ReturnToLive
) -> None:
    for command in (first, ReturnToLive(), LookAt(5)):
        desk.issue(command)
    desk.until(lambda: desk.time.moment is not None and desk.time.moment.update == 5 and agrees(desk))
    another_digit_is_shown(desk)


@pytest.mark.parametrize("first", [None, LookAt(1), LookAt(280)])
def test_a_film_that_is_put_away_at_once_leaves_the_engine_where_the_window_is(
    desk: Desk, first: LookAt | None
) -> None:
    for end in ("pause", "close", "seek and close"):
        check_put_away(desk, end, first)
        # Back to where each begins.
        desk.session.film.close()
        desk.issue(ReturnToLive())
        desk.until(lambda: desk.time.moment is None and desk.update == UPDATES and agrees(desk))


def check_put_away(desk: Desk, end: str, first: LookAt | None) -> None:
    if first is not None:
        desk.issue(first)
    desk.issue(c.ShowFilm())
    film = desk.session.film
    if end == "seek and close":
        film.player.seek(7)
    else:
        desk.issue(c.ShowFilm())
    if end == "pause":
        film.player.pause()
    else:
        film.close()
    desk.until(lambda: film.player.is_at_rest and agrees(desk))
    another_digit_is_shown(desk)
    desk.until(lambda: agrees(desk))
    moment = desk.time.moment
    wanted = desk.session.loss.updates if moment is None else moment.update
    desk.until(lambda: (exact := desk.session.loss.exact) is not None and exact.update == wanted)


def test_a_film_that_is_paused_in_its_middle_shows_another_digit(desk: Desk) -> None:
    desk.issue(c.ShowFilm())
    desk.issue(c.ShowFilm())
    film = desk.session.film
    desk.until(lambda: film.player.pictures_shown > 3)
    film.player.pause()
    desk.until(lambda: film.player.is_at_rest and agrees(desk))
    another_digit_is_shown(desk)


def test_an_engine_that_looks_back_by_itself_is_called_to_the_present(desk: Desk) -> None:
    shown: list[object] = []
    desk.session.engine.past_shown.connect(shown.append)
    desk.session.engine.send(LookAt(9))
    desk.until(lambda: bool(shown))
    desk.until(lambda: agrees(desk) and desk.time.moment is None)
    another_digit_is_shown(desk)
