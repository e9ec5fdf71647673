"""Two runs are compared from the window: what is shown is what the engine measures of them as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.analysis import solutions
from core.analysis.solutions import SolutionComparison
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import EditParameter, ReturnToRun, SortNeurons, SwitchEdit, SwitchSorting, Train
from core.engine.messages import SolutionsCompared, SolutionsRefused
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.solutions import solutions_dialog
from gui.solutions.solutions_dialog import SolutionsDialog
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 120_000
EXAMPLES = 100


class Desk:
    """The window, whose engine measures with 100 examples of each set, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.issue = self.session.dispatcher.issue
        self.heard: list[SolutionsCompared] = []
        self.session.engine.solutions_compared.connect(self.heard.append)

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int) -> None:
        self.session.transport.set_speed(100)
        self.issue(Train(updates))
        work_until(self.window, updates)
        self.until(lambda: self.session.loss.updates == updates and not self.session.store.state.running)

    def begin_other_weights(self) -> None:
        before = self.engine.number
        self.issue(c.DrawNewWeights())
        self.until(lambda: self.engine.number != before)
        self.until(
            lambda: self.session.runs.info is not None and self.session.runs.info.run == self.engine.number
        )

    @property
    def dialog(self) -> SolutionsDialog:
        dialog = self.window.findChild(SolutionsDialog, "solutions_dialog")
        assert isinstance(dialog, SolutionsDialog)
        return dialog

    def text(self, name: str) -> str:
        label = self.dialog.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(solutions, "LEAST_EXAMPLES", EXAMPLES)
    monkeypatch.setattr(solutions, "MOST_PRODUCTS", 0)
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield Desk(window, qtbot)
    window.close()


def test_the_run_on_screen_is_compared_with_the_newest_other_one_by_a_key(desk: Desk) -> None:
    desk.train(60)
    desk.begin_other_weights()
    desk.train(40)
    QTest.keyClick(desk.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    dialog = desk.dialog
    assert dialog.isVisible() and dialog.is_busy
    shown = desk.engine.number
    assert (dialog.run_a.value, dialog.run_b.value) == (shown, 0)
    desk.until(lambda: not dialog.is_busy)
    a, b = (run.trainer for run in sorted(desk.engine.runs, key=lambda run: run.number != shown))
    assert "update 40   ·   B:" in desk.text("solutions_which") and "update 60" in desk.text(
        "solutions_which"
    )
    assert f"{EXAMPLES} of 60,000" in desk.text("solutions_notes")
    last = desk.heard[-1]
    expected = SolutionComparison(a.network, b.network, a.dataset, "cross_entropy", last.example.x).finish()
    marks = dialog.plot.marks
    assert marks is not None
    plot = marks.loss.plot
    for key, path in (("straight", expected.straight), ("matched", expected.matched)):
        read = (plot.bottom() - marks.loss.points[key][:, 1]) / plot.height() * marks.loss.top
        np.testing.assert_allclose(read, path.train_means, atol=1e-9)


def test_that_a_run_was_changed_by_hand_is_said_while_the_dialog_is_open_and_goes_with_its_undo(
    desk: Desk,
) -> None:
    desk.train(30)
    desk.begin_other_weights()
    desk.train(20)
    desk.session.solutions.open()
    dialog, shown = desk.dialog, desk.engine.number
    desk.until(lambda: not dialog.is_busy)
    numbers = desk.text("solutions_reading_1_1"), desk.text("solutions_barriers")
    desk.issue(EditParameter(shown, 1, ParameterLocation(2, 3), 3.0, 0))
    desk.until(lambda: "Changed by hand since: A after update 20." in desk.text("solutions_which"))
    # The numbers stay what they were measured as: of before.
    assert numbers == (desk.text("solutions_reading_1_1"), desk.text("solutions_barriers"))
    desk.issue(SwitchEdit(shown, 1, False))
    desk.until(lambda: "Changed" not in desk.text("solutions_which"))
    desk.issue(SortNeurons(shown, 2))
    desk.until(lambda: "Neurons sorted since: A after update 20." in desk.text("solutions_which"))
    desk.issue(SwitchSorting(shown, 2, False))
    desk.until(lambda: "sorted" not in desk.text("solutions_which"))
    # B, which is on screen only once somebody goes back to it.
    desk.issue(ReturnToRun(0))
    desk.until(lambda: desk.engine.number == 0)
    desk.issue(EditParameter(0, 3, ParameterLocation(2, 3), 3.0, 0))
    desk.until(lambda: "Changed by hand since: B after update 30." in desk.text("solutions_which"))
    # Measured anew, the other way round, it is of what is there now.
    button = dialog.findChild(QPushButton, "solutions_swap")
    assert isinstance(button, QPushButton)
    button.click()
    assert dialog.is_busy
    # What was on its way of the two as they stood before is not waited for any more.
    desk.session.engine.solutions_compared.emit(desk.heard[-1])
    desk.session.engine.solutions_refused.emit(SolutionsRefused(shown, 0, "gone"))
    assert dialog.is_busy and desk.text("solutions_which") == ""
    desk.until(lambda: not dialog.is_busy)
    assert "Changed" not in desk.text("solutions_which")
    assert (desk.heard[-1].run_a, desk.heard[-1].run_b) == (0, shown)


def test_the_training_goes_on_while_two_runs_are_compared(desk: Desk) -> None:
    desk.begin_other_weights()
    desk.session.transport.set_speed(100)
    desk.issue(c.ToggleRunning())
    desk.until(lambda: desk.session.loss.updates > 0)
    desk.session.solutions.open()
    desk.until(lambda: not desk.dialog.is_busy)
    assert desk.session.store.state.running
    assert desk.heard[-1].is_complete and desk.heard[-1].update_a < desk.engine.current.trainer.step_count
    desk.issue(c.ToggleRunning())


@pytest.fixture
def without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison gets as far as its third portion, and no further."""
    advance, portions = SolutionComparison.advance, count()

    def some(self: SolutionComparison) -> bool:
        return next(portions) < 3 and advance(self)

    monkeypatch.setattr(SolutionComparison, "advance", some)


@pytest.mark.usefixtures("without_end")
def test_cancel_stops_it_and_what_comes_afterwards_is_not_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(solutions_dialog, "announce", lambda _widget, sentence: said.append(sentence))
    desk.begin_other_weights()
    desk.session.solutions.open()
    desk.until(lambda: len(desk.heard) > 1)
    button = desk.dialog.findChild(QPushButton, "close_solutions")
    assert isinstance(button, QPushButton)
    button.click()
    assert not desk.dialog.is_busy and desk.dialog.isVisible()
    assert len(said) == 1 and "ended" in said[0]
    desk.until(lambda: desk.session.engine.has_answered)
    heard = len(desk.heard)
    desk.qtbot.wait(300)
    assert len(desk.heard) == heard and not desk.heard[-1].is_complete
    assert not desk.dialog.is_busy


def test_with_one_run_only_it_is_said_what_to_do(desk: Desk) -> None:
    desk.window.actions_["action_solutions"].trigger()
    assert "one run only" in desk.text("solutions_refusal") and not desk.dialog.is_busy


def test_a_run_of_another_function_set_is_refused_in_words(desk: Desk) -> None:
    info = desk.session.runs.info
    assert info is not None
    desk.issue(c.SetArchitecture(info.architecture.changed(hidden=(8,))))
    desk.until(lambda: desk.engine.number == 1)
    desk.session.solutions.open(0)
    desk.until(lambda: not desk.dialog.is_busy)
    assert "different layers" in desk.text("solutions_refusal")


def test_a_run_that_is_like_it_is_offered_before_a_newer_one_that_is_not(desk: Desk) -> None:
    info = desk.session.runs.info
    assert info is not None
    desk.issue(c.SetArchitecture(info.architecture.changed(hidden=(8,))))
    desk.until(lambda: desk.engine.number == 1)
    desk.issue(c.SetArchitecture(info.architecture.changed(seed=5)))
    desk.until(lambda: desk.engine.number == 2)
    desk.session.solutions.open()
    assert (desk.dialog.run_a.value, desk.dialog.run_b.value) == (2, 0)
    desk.until(lambda: not desk.dialog.is_busy)


def test_a_run_is_compared_from_the_menu_of_its_row(desk: Desk) -> None:
    for _ in range(2):
        desk.begin_other_weights()
    tree = desk.window.run_tree
    desk.until(lambda: len(dict(tree.items())) == 3)
    for run in (0, 1):
        action = next(each for each in tree.actions_of(run) if each.objectName() == "run_compare")
        action.trigger()
        assert (desk.dialog.run_a.value, desk.dialog.run_b.value) == (2, run)
        desk.until(lambda: not desk.dialog.is_busy)
        assert desk.heard[-1].run_b == run
    # Not with itself.
    action = next(each for each in tree.actions_of(2) if each.objectName() == "run_compare")
    assert not action.isEnabled()


def test_runs_have_the_names_that_they_were_given_and_those_that_were_deleted_are_not_offered(
    desk: Desk,
) -> None:
    for _ in range(2):
        desk.begin_other_weights()
    desk.issue(c.RenameRun(0, "the first"))
    desk.issue(c.DeleteRun(1))
    desk.session.solutions.open()
    box = desk.dialog.run_b
    assert [box.itemData(i) for i in range(box.count())] == [0, 2]
    assert box.currentText() == "the first"
    desk.until(lambda: not desk.dialog.is_busy)


@pytest.mark.usefixtures("without_end")
def test_an_engine_that_has_ended_leaves_nothing_waiting(desk: Desk) -> None:
    desk.begin_other_weights()
    desk.session.solutions.open()
    desk.until(lambda: len(desk.heard) > 1)
    desk.session.engine._transport.kill()
    desk.until(lambda: not desk.dialog.is_busy)
    assert "compare once more" in desk.text("solutions_refusal")


def test_without_an_engine_nothing_is_asked_for(desk: Desk) -> None:
    desk.begin_other_weights()
    desk.session.store.update(is_lost=True)
    assert not desk.window.actions_["action_solutions"].isEnabled()
    desk.session.solutions.open(0)
    assert "start it again with Run" in desk.text("solutions_refusal") and not desk.dialog.is_busy


def test_the_window_follows_the_theme(desk: Desk) -> None:
    desk.session.solutions.open()
    desk.issue(c.Choose("theme", "light"))
    desk.until(lambda: not desk.window.theme.is_dark)

    def is_light() -> bool:
        image = desk.dialog.plot.grab().toImage()
        return image.pixelColor(4, 4) == desk.window.theme.colour("canvas")

    desk.until(is_light)
