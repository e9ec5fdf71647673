"""Which runs are trained with the one on screen: asked for beside two networks, shown once the engine agrees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.engine.commands import Train
from core.engine.messages import StoppedEarly
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.presenters import together_presenter
from tests.gui.local_engine import local_engine
from tests.gui.presenters.side_desk import WAIT_MS, Desk

UPDATES = 20


@pytest.fixture
def desk(fewer_digits: None, qtbot: QtBot) -> Iterator[Desk]:
    """The window after 20 updates, with a branch of another rate on screen that stands at the same update."""
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    desk = Desk(window, qtbot)
    desk.train(UPDATES)
    desk.branch_aside()
    yield desk
    window.close()


def test_both_are_trained_and_the_button_and_the_action_say_so(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.side.page.train_both.click()
    desk.until(lambda: desk.session.store.state.trains_both)
    assert desk.side.page.train_both.isChecked()
    assert desk.window.actions_["action_train_both"].isChecked()
    assert desk.session.sides.together.runs == (0,)
    desk.side.page.train_both.click()
    desk.until(lambda: not desk.session.store.state.trains_both)
    desk.train(5)
    assert desk.engine.run(0).trainer.step_count == UPDATES  # type: ignore[union-attr]


def test_a_moment_of_the_past_follows_its_run_once_that_is_trained(desk: Desk) -> None:
    desk.open()
    desk.issue(c.ShowAs("B", 0, 5))
    desk.wait_for(0, 5)
    desk.issue(c.TrainBoth())
    desk.wait_for(0, UPDATES)
    desk.train(10)
    desk.wait_for(0, UPDATES + 10)


def test_several_runs_are_chosen_from_the_tree_and_race(desk: Desk) -> None:
    desk.issue(c.ShowRun(0))
    desk.until(lambda: desk.a.run == 0)
    desk.branch_aside(0.05)
    desk.open()
    page = desk.side.page
    desk.until(lambda: set(page.boxes) == {0, 1} and all(box.isVisible() for box in page.boxes.values()))
    for run in (0, 1):
        page.boxes[run].click()
        desk.until(lambda run=run: page.boxes[run].isChecked())
    desk.train(15)
    counts = [desk.engine.run(run).trainer.step_count for run in (0, 1, 2)]  # type: ignore[union-attr]
    assert counts == [UPDATES + 15] * 3
    # Hidden, the race of three goes on; that of two was only to be seen.
    desk.issue(c.ToggleSide())
    QApplication.processEvents()
    assert desk.session.sides.together.runs == (0, 1)


def test_a_run_at_another_place_of_its_epoch_is_refused_with_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(together_presenter, "announce", lambda _who, sentence: heard.append(sentence))
    desk.train(7)
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.window.actions_["action_train_both"].trigger()
    note = desk.side.page.note
    desk.until(lambda: "another place of the same epoch" in note.text())
    assert note.isVisible() and not desk.side.page.train_both.isChecked()
    assert not desk.window.actions_["action_train_both"].isChecked()
    assert note.text().startswith("seed 0: Adam") and heard == [note.text()]


def test_the_sentence_of_a_refusal_leads_to_two_that_are_trained_and_goes_once_it_is_not_so(
    desk: Desk,
) -> None:
    desk.issue(c.ShowRun(0))
    desk.until(lambda: desk.a.run == 0)
    desk.train(7)
    desk.issue(c.ShowRun(1))
    desk.until(lambda: desk.a.run == 1)
    desk.open()
    desk.wait_for(0, UPDATES + 7)
    desk.issue(c.TrainBoth())
    note = desk.side.page.note
    desk.until(lambda: "click its picture" in note.text())
    # B looks back at the update of A; its run still stands elsewhere, as the sentence says.
    desk.issue(c.ShowAs("B", 0, UPDATES))
    desk.wait_for(0, UPDATES)
    assert "click its picture" in note.text()
    desk.area.other.setFocus()
    desk.until(desk.window.actions_["action_branch"].isEnabled)
    desk.window.actions_["action_branch"].trigger()
    desk.until(lambda: desk.a.run == 2 and note.isHidden())
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.store.state.trains_both)


def test_where_a_is_trained_to_the_update_of_b_the_refusal_is_no_longer_said(desk: Desk) -> None:
    desk.issue(c.ShowRun(0))
    desk.until(lambda: desk.a.run == 0)
    desk.train(7)
    desk.issue(c.ShowRun(1))
    desk.until(lambda: desk.a.run == 1)
    desk.open()
    desk.issue(c.TrainBoth())
    note = desk.side.page.note
    desk.until(lambda: note.isVisible())
    desk.train(3)
    assert note.isVisible()
    desk.train(4)
    desk.until(lambda: note.isHidden())


def test_two_that_are_to_be_trained_and_rest_say_which_key_starts_them(desk: Desk) -> None:
    desk.open()
    desk.side.page.train_both.click()
    note = desk.side.page.note
    desk.until(lambda: note.isVisible())
    assert note.text() == "Paused: Space trains both, each on the same batches."
    desk.issue(Train(500))
    desk.until(lambda: not note.isVisible() and desk.session.store.state.running)
    desk.until(lambda: note.isVisible() and not desk.session.store.state.running)


def test_one_that_was_trained_only_because_it_was_seen_is_trained_no_more(desk: Desk) -> None:
    desk.open()
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.store.state.trains_both)
    desk.issue(c.ToggleSide())
    desk.until(lambda: desk.session.sides.together.runs == ())
    assert not desk.session.store.state.trains_both


def test_swapped_both_are_still_trained(desk: Desk) -> None:
    desk.open()
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.store.state.trains_both)
    desk.issue(c.SwapSides())
    desk.until(lambda: desk.a.run == 0 and desk.session.sides.together.runs == (1,))
    desk.until(lambda: desk.session.store.state.trains_both)
    desk.issue(Train(10))
    desk.until(lambda: desk.a.update == UPDATES + 10)
    desk.wait_for(1, UPDATES + 10)


def test_two_moments_of_one_run_are_not_trained_together(desk: Desk) -> None:
    desk.open()
    desk.issue(c.ShowAs("B", 1, 3))
    desk.wait_for(1, 3)
    desk.issue(c.TrainBoth())
    desk.train(3)
    assert desk.session.sides.together.runs == ()


def test_where_the_other_run_diverges_it_is_named_and_the_one_on_screen_goes_on(desk: Desk) -> None:
    desk.open()
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.store.state.trains_both)
    other = desk.engine.run(0)
    assert other is not None
    # So that the update after the next makes a number too large to write.
    other.trainer.network.parameters[:] = 1e30
    desk.train(5)
    note = desk.side.page.note
    desk.until(lambda: "too large to write" in note.text())
    assert note.isVisible() and "the others go on" in note.text()
    assert not desk.session.store.state.trains_both
    assert desk.a.run == 1 and desk.a.update == UPDATES + 5
    assert desk.window.message_bar.text == ""


def test_where_nothing_is_seen_of_the_other_run_its_end_stands_in_the_message_bar(desk: Desk) -> None:
    desk.session.engine.stopped_early.emit(StoppedEarly(0, 1201, 900))
    assert "1,201" in desk.window.message_bar.text and "others go on" in desk.window.message_bar.text


def test_a_run_that_is_deleted_is_trained_no_more_and_comes_back_as_it_was(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.sides.together.runs == (0,))
    desk.train(10)
    desk.issue(c.DeleteRun(0))
    desk.until(lambda: desk.session.sides.together.runs == () and not desk.session.store.state.trains_both)
    desk.train(10)
    assert desk.engine.run(0).trainer.step_count == UPDATES + 10  # type: ignore[union-attr]


def test_a_run_that_rests_stays_where_it_is_while_the_other_goes_on(desk: Desk) -> None:
    desk.open()
    desk.wait_for(0, UPDATES)
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.sides.together.runs == (0,))
    desk.train(30)
    desk.issue(c.TrainBoth())
    desk.until(lambda: desk.session.sides.together.runs == () == desk.side.companions)
    desk.wait_for(0, UPDATES + 30)
    shown: set[int] = set()
    desk.issue(Train(40))
    for _ in range(40):
        desk.qtbot.wait(20)
        assert desk.side.picture.shown is not None
        shown.add(desk.side.picture.shown.update)
    assert shown == {UPDATES + 30}
