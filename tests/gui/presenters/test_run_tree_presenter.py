"""What a user makes of the runs: each a step of undo, nothing lost by it, and kept in a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.commands import ForgetRun, LookAt, ReturnToRun, Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.loss.curve_signs import RUN_KEYS
from gui.presenters import announcement_presenter, run_tree_presenter
from gui.presenters.run_rows import RunRows
from gui.presenters.run_tree_presenter import RunTreePresenter
from gui.timeline.run_notes import RunNote, RunNotes
from gui.timeline.run_row import in_tree_order
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 30_000


class Desk:
    """The window with a run of 60 updates and a branch of it, which is on screen after 30 more."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.issue = self.session.dispatcher.issue
        self.session.transport.set_speed(100)
        self.train(60, is_watched=False)
        self.branch(20, 0.01)
        self.train(30, is_watched=False)

    @property
    def tree(self) -> RunTreePresenter:
        return self.session.run_tree

    @property
    def notes(self) -> RunNotes:
        return self.tree._notes

    @property
    def shown(self) -> int:
        snapshot = self.session.network.displayed
        return -1 if snapshot is None else snapshot.run

    @property
    def curves(self) -> dict[str, int]:
        """Where each of the other curves begins, by its dash."""
        return {curve.key: curve.first for curve in self.window.loss_plot._others}

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int, is_watched: bool = True) -> None:
        wanted = self.engine.current.trainer.step_count + updates
        self.issue(Train(updates))
        if not is_watched:
            work_until(self.window, wanted)
        self.until(lambda: self.session.loss.updates == wanted and not self.session.store.state.running)
        self.until(lambda: (exact := self.session.loss.exact) is not None and exact.update == wanted)

    def branch(self, update: int, rate: float) -> None:
        self.issue(LookAt(update))
        self.until(lambda: (moment := self.session.time.moment) is not None and moment.is_exact)
        wanted = self.session.runs.kept.next_number
        self.issue(c.SetConfig("learning_rate", rate))
        self.until(lambda: self.shown == wanted)

    def undo(self) -> None:
        self.window.undo_stack.undo()

    def rows(self) -> dict[int, str]:
        return {row.run: row.name for row in self.session.run_tree._rows.rows(self.shown)}


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_a_branch_is_drawn_with_the_curve_of_its_parent_that_goes_on(desk: Desk) -> None:
    assert desk.curves == {"run1": 20}
    desk.issue(c.ShowCurve(0, False))
    assert desk.curves == {}
    # Back at the parent, and at the branch again: what was chosen stays so.
    desk.issue(c.ShowRun(0))
    desk.until(lambda: desk.shown == 0)
    desk.issue(c.ShowRun(1))
    desk.until(lambda: desk.shown == 1)
    assert desk.curves == {}


def test_a_run_that_was_trained_keeps_its_curve_beside_new_weights_and_another_structure(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was trained last is what one compares with; a run that has learned nothing has no curve to keep."""

    def begun() -> int:
        wanted = desk.session.runs.kept.next_number - 1
        desk.until(lambda: desk.shown == wanted)
        return wanted

    def drawn() -> set[int]:
        return {run for run in range(9) if desk.notes[run].dash}

    desk.session.runs.draw_new_weights()
    assert begun() == 2 and drawn() == {0, 1} and len(desk.curves) == 2
    desk.session.runs.draw_new_weights()
    assert begun() == 3 and drawn() == {0, 1}
    desk.train(20, is_watched=False)
    # Where all dashes are taken the oldest that nobody has chosen gives way: 0 was brought along first.
    monkeypatch.setattr("gui.timeline.run_notes.MOST_CURVES", 3)
    desk.session.runs.set_architecture(Architecture.dense((8,), "relu", 0))
    assert begun() == 4 and drawn() == {1, 3}
    desk.issue(c.ShowCurve(1, True))
    desk.train(20, is_watched=False)
    desk.session.runs.draw_new_weights()
    assert begun() == 5 and drawn() == {1, 4}


def test_a_run_is_renamed_and_what_differs_stays_as_a_hint(desk: Desk) -> None:
    desk.issue(c.RenameRun(1, "faster"))
    assert desk.rows()[1] == "faster"
    row = next(row for row in desk.tree._rows.rows(1) if row.run == 1)
    assert row.difference == "η 0.001 → 0.01 at 20"
    assert desk.window.undo_stack.undoText() == "Rename a run"
    desk.undo()
    assert desk.rows()[1] == "η 0.001 → 0.01 at 20"
    desk.window.undo_stack.redo()
    assert desk.rows()[1] == "faster"


def test_a_hidden_run_has_no_lane_and_no_curve_until_it_is_shown_again(desk: Desk) -> None:
    desk.issue(c.HideRun(0, True))
    desk.until(lambda: [row.run for row in desk.window.timeline._rows] == [1])
    assert desk.curves == {} and 0 in desk.rows()
    desk.issue(c.HideRun(0, False))
    desk.until(lambda: len(desk.window.timeline._rows) == 2)
    assert desk.curves == {"run1": 20}


def test_the_run_on_screen_is_not_hidden(desk: Desk) -> None:
    desk.issue(c.HideRun(1, True))
    assert not desk.notes[1].is_hidden


def test_a_deleted_run_comes_back_with_the_same_bits(desk: Desk) -> None:
    before = desk.engine._runs[0].trainer.network.parameters.copy()
    desk.issue(c.DeleteRun(0))
    assert list(desk.rows()) == [1] and desk.curves == {}
    desk.undo()
    assert list(desk.rows()) == [0, 1] and desk.curves == {"run1": 20}
    desk.issue(c.ShowRun(0))
    desk.until(lambda: desk.shown == 0)
    assert desk.engine.current.trainer.network.parameters.tobytes() == before.tobytes()


def test_deleting_the_run_on_screen_leads_to_its_parent_and_undo_leads_back(desk: Desk) -> None:
    desk.issue(c.DeleteRun(1))
    desk.until(lambda: desk.shown == 0)
    assert list(desk.rows()) == [0]
    desk.undo()
    desk.until(lambda: desk.shown == 1)
    assert list(desk.rows()) == [0, 1] and desk.engine.current.trainer.step_count == 50


def test_the_only_run_is_not_deleted(desk: Desk) -> None:
    desk.issue(c.DeleteRun(0))
    desk.issue(c.DeleteRun(1))
    assert list(desk.rows()) == [1] and "only run" in desk.window.message_bar.text


def test_the_engine_frees_a_deleted_run_only_when_no_undo_leads_to_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[object] = []
    send = desk.session.engine.send
    monkeypatch.setattr(
        desk.session.runs._engine, "send", lambda command: (sent.append(command), send(command))
    )
    desk.issue(c.DeleteRun(0))
    assert ForgetRun(0) not in sent and 0 in desk.engine._runs
    desk.window.undo_stack.clear()
    desk.session.runs.kept.forget_unreachable(desk.session.runs.info)
    assert ForgetRun(0) in sent
    desk.until(lambda: 0 not in desk.engine._runs)


def test_a_run_that_has_learned_something_is_never_cut_off_by_going_back(desk: Desk) -> None:
    # Undo leads back to the parent; another change there cuts off the way to the branch.
    while desk.window.undo_stack.canUndo():
        desk.undo()
    desk.until(lambda: desk.shown == 0)
    desk.issue(c.SetConfig("learning_rate", 0.002))
    assert not desk.window.undo_stack.canRedo()
    assert 1 in desk.rows() and 1 in desk.engine._runs
    desk.issue(c.ShowRun(1))
    desk.until(lambda: desk.shown == 1)
    assert desk.engine.current.trainer.step_count == 50


def test_a_ninth_curve_is_refused_with_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, key in enumerate(RUN_KEYS):
        desk.notes.set(RunNote(100 + place, dash=key))
    # None of these is drawn: there is no such run.
    desk.issue(c.ShowCurve(300, True))
    assert desk.notes[300].dash and "Eight curves" not in desk.window.message_bar.text
    monkeypatch.setattr(RunRows, "drawn", lambda rows, shown: set(range(100, 107)))
    desk.issue(c.ShowCurve(400, True))
    assert not desk.notes[400].dash and "Eight curves" in desk.window.message_bar.text


def test_a_session_keeps_names_and_what_is_hidden_and_drawn_and_drops_what_was_deleted(desk: Desk) -> None:
    desk.branch(30, 0.02)
    desk.issue(c.RenameRun(0, "the first"))
    desk.issue(c.DeleteRun(1))
    saved = desk.tree.saved()
    assert {note.run: (note.name, note.is_deleted) for note in saved} == {
        0: ("the first", False),
        1: ("", True),
    }
    desk.tree.restore(saved, {0: 0, 1: 1, 2: 2})
    assert desk.notes[0].name == "the first" and desk.notes[0].dash
    desk.until(lambda: 1 not in desk.engine._runs)


def test_a_deleted_run_does_not_come_back_with_its_session(desk: Desk, tmp_path: Path) -> None:
    desk.branch(30, 0.02)
    desk.train(10)
    desk.issue(c.DeleteRun(1))
    path = str(tmp_path / "a.backlight")
    desk.issue(c.SaveFile(path))
    desk.until(lambda: Path(path).exists() and not desk.session.sessions.files.is_modified)
    left = set(desk.engine._runs)
    desk.issue(c.OpenFile(path))
    desk.until(lambda: left.isdisjoint(desk.engine._runs) and desk.shown in desk.engine._runs)
    desk.until(lambda: set(desk.rows()) == set(desk.engine._runs))
    assert len(desk.rows()) == 2


def test_a_change_of_the_list_is_a_change_of_the_session(desk: Desk, tmp_path: Path) -> None:
    files = desk.session.sessions.files
    desk.issue(c.SaveFile(str(tmp_path / "a.backlight")))
    desk.until(lambda: not files.is_modified)
    desk.issue(c.RenameRun(0, "mine"))
    assert files.is_modified


def test_the_tree_and_the_timeline_issue_commands(desk: Desk) -> None:
    tree, timeline = desk.window.run_tree, desk.window.timeline
    tree.name_wanted.emit(0, "again")
    assert desk.notes[0].name == "again"
    timeline.curve_wanted.emit(0, False)
    assert desk.curves == {}
    tree.hiding_wanted.emit(0, True)
    assert desk.notes[0].is_hidden
    tree.deletion_wanted.emit(0)
    assert desk.notes[0].is_deleted
    desk.undo()
    sent: list[object] = []
    desk.session.engine.send, send = sent.append, desk.session.engine.send  # type: ignore[method-assign]
    tree.run_wanted.emit(0)
    desk.session.engine.send = send  # type: ignore[method-assign]
    assert ReturnToRun(0) in sent


def test_a_run_is_compared_from_its_menu(desk: Desk) -> None:
    issued: list[object] = []
    desk.tree.connect_commands(issued.append)
    desk.window.run_tree.comparison_wanted.emit(0)
    assert issued == [c.CompareRuns(0)]


@pytest.fixture
def said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is heard; at once, where it would wait for another key."""
    heard: list[str] = []
    for module in (announcement_presenter, run_tree_presenter):
        monkeypatch.setattr(module, "announce", lambda _, words: heard.append(words))
    desk.session.announcements._rest.setInterval(0)
    desk.until(lambda: not desk.session.announcements._rest.isActive())
    heard.clear()
    return heard


def test_the_run_that_comes_on_screen_is_heard_from_the_list_by_undo_and_by_a_deletion(
    desk: Desk, said: list[str]
) -> None:
    first = "seed 0: Adam, η 0.001, batch 32, on screen, update 60"
    branch = "η 0.001 → 0.01 at 20, on screen, update 50"
    desk.window.run_tree.run_wanted.emit(0)
    desk.until(lambda: said == [first])
    desk.window.menus.undo_action.trigger()
    desk.until(lambda: said[1:] == ["undone: Show another run", branch])
    desk.window.run_tree.deletion_wanted.emit(1)
    desk.until(lambda: said[3:] == [first])


def press_at(desk: Desk, run: int, key: Qt.Key) -> None:
    """Press a key at a run's row, once the list shows what was done before."""
    tree = desk.window.run_tree
    desk.session.time.renew_rows()
    desk.until(lambda: tree._rows == in_tree_order(desk.tree._rows.rows(desk.shown)))
    tree.setCurrentItem(dict(tree.items())[run])
    QTest.keyClick(tree, key)


def test_what_h_and_v_do_in_the_list_is_heard(desk: Desk, said: list[str]) -> None:
    desk.issue(c.RenameRun(0, "slow"))
    for key in (Qt.Key.Key_V, Qt.Key.Key_V, Qt.Key.Key_H, Qt.Key.Key_H):
        press_at(desk, 0, key)
    assert said == [
        "curve taken away: slow",
        "curve in the plot: slow",
        "hidden: slow",
        "no longer hidden: slow",
    ]


def test_where_h_and_v_can_do_nothing_they_say_why(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(run: int, key: Qt.Key) -> str:
        desk.window.message_bar.hide()
        press_at(desk, run, key)
        return desk.window.message_bar.text

    assert pressed(1, Qt.Key.Key_H) == "The run on screen cannot be hidden: show another one first."
    assert pressed(1, Qt.Key.Key_V) == "The curve of the run on screen is always in the plot."
    assert pressed(0, Qt.Key.Key_H) == ""
    assert pressed(0, Qt.Key.Key_V) == "A hidden run has no curve in the plot: H shows the run again."
    # What it said holds no more.
    press_at(desk, 0, Qt.Key.Key_H)
    assert desk.window.message_bar.isHidden()
    monkeypatch.setattr(RunRows, "_are_comparable", lambda *_: False)
    assert pressed(0, Qt.Key.Key_V).startswith("L of this run is of other examples, or by another loss")
    assert not desk.notes[1].is_hidden and not desk.notes[1].dash
