"""When an engine ends the window goes on with another, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.data.dataset import load_dataset
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import (
    LookAt,
    Pause,
    Reconfigure,
    ReturnToLive,
    ShowDrawing,
    ShowTestSample,
    Train,
    TrainTogether,
)
from core.engine.messages import PastShown
from core.nn.architecture import Architecture
from core.training.trainer import Trainer, TrainingConfig
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.speed_slider import FULL_SPEED
from gui.engine.client import MAX_ENDS
from gui.presenters.snapshot_flow import SnapshotFlow
from tests.gui.local_engine import LocalTransport, engine_of, local_engine

WAIT_MS = 30_000


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    yield window
    window.close()


def kill(window: MainWindow) -> None:
    """End the engine as the system would: nothing more is saved or said."""
    transport = window.composition.engine._transport
    assert isinstance(transport, LocalTransport)
    transport.kill()


def train(window: MainWindow, qtbot: QtBot, updates: int) -> None:
    """Make so many updates, and pause."""
    session = window.composition
    wanted = session.loss.updates + updates
    session.transport.set_speed(FULL_SPEED)
    session.engine.send(Train())
    qtbot.waitUntil(lambda: session.loss.updates >= wanted, timeout=WAIT_MS)
    session.engine.send(Pause())
    engine = engine_of(window)
    qtbot.waitUntil(
        lambda: not session.store.state.running and session.loss.updates == engine.current.trainer.step_count,
        timeout=WAIT_MS,
    )


def save(window: MainWindow) -> int:
    """Have the run on screen saved, as it is every few seconds; its update."""
    engine = engine_of(window)
    engine.save()
    return engine.current.trainer.step_count


def test_after_an_engines_end_the_training_goes_on_from_what_was_saved(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.composition
    train(window, qtbot, 40)
    saved = save(window)
    session.engine.send(Train())
    qtbot.waitUntil(lambda: session.loss.updates > saved + 40, timeout=WAIT_MS)
    lost = session.loss.updates
    kill(window)
    went_back: list[int] = []
    session.engine.recovered.connect(lambda told: went_back.append(session.loss.updates))
    qtbot.waitUntil(lambda: bool(went_back), timeout=WAIT_MS)
    assert went_back == [saved] and saved < lost
    assert f"goes on from update {saved:,}," in window.message_bar.text
    qtbot.waitUntil(lambda: session.loss.updates > lost, timeout=WAIT_MS)
    assert session.store.state.running
    train(window, qtbot, 1)
    # Adam's own vectors are in it: the same training that nobody has ended has the same bits.
    architecture, config = Architecture.dense(), TrainingConfig()
    alone = Trainer(architecture.with_outputs(10).network((256,)), load_dataset("digits"), config)
    for _ in range(session.loss.updates):
        alone.step()
    np.testing.assert_array_equal(
        engine_of(window).current.trainer.network.parameters, alone.network.parameters
    )
    record = session.loss._records[0]
    assert record.count == alone.step_count
    assert np.isfinite(record.columns(0, record.count, record.count).mean).all()


def test_a_run_that_was_left_goes_on_without_a_gap(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, engine = window.composition, engine_of(window)
    with monkeypatch.context() as patch:
        # Snapshots that nobody acknowledges: the losses of later updates stay with the run.
        patch.setattr(SnapshotFlow, "acknowledge", lambda *_: None)
        session.transport.set_speed(FULL_SPEED)
        session.engine.send(Train())
        qtbot.waitUntil(lambda: len(engine.current.losses) > 20, timeout=WAIT_MS)
        session.runs.rewind()
        qtbot.waitUntil(lambda: engine.number == 1, timeout=WAIT_MS)
    kill(window)
    qtbot.waitUntil(lambda: "goes on from update" in window.message_bar.text, timeout=WAIT_MS)
    window.undo_stack.undo()
    qtbot.waitUntil(lambda: session.store.state.run.run == 0, timeout=WAIT_MS)
    # That update was the other run's.
    assert "goes on from update" not in window.message_bar.text
    train(window, qtbot, 20)
    record = session.loss._records[0]
    assert record.count > 40
    assert np.isfinite(record.columns(0, record.count, record.count).mean).all()


def test_what_another_engine_does_not_know_can_be_undone_without_harm(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.composition
    failures: list[str] = []
    session.engine.failed.connect(failures.append)
    session.edits._on_value_wanted(ParameterLocation(0, 2, 1), 0.5, False)
    window.composition.neuron_sort.sort_neurons()
    qtbot.waitUntil(lambda: "Reordered" in window.message_bar.text, timeout=WAIT_MS)
    kill(window)
    qtbot.waitUntil(lambda: "process has ended" in window.message_bar.text, timeout=WAIT_MS)
    window.undo_stack.undo()
    window.undo_stack.undo()
    train(window, qtbot, 1)
    assert failures == [] and session.network.latest is not None


@pytest.mark.parametrize("is_closed", [False, True])
def test_when_engines_end_again_and_again_it_says_so_and_another_can_be_tried(
    window: MainWindow, qtbot: QtBot, is_closed: bool
) -> None:
    train(window, qtbot, 40)
    saved, run = save(window), window.actions_["action_run"]
    window.composition.engine.send(Train())
    qtbot.waitUntil(lambda: window.composition.store.state.running, timeout=WAIT_MS)
    for _ in range(1 + MAX_ENDS):
        kill(window)
    assert "again and again (killed)" in window.message_bar.text
    assert not window.composition.store.state.running and window.isVisible()
    assert not window.composition.clock.is_running or not window.composition.network._running
    assert not window.steps_panel.isEnabled()
    button = window.message_bar.findChild(QPushButton, "message_action_0")
    assert button is not None and button.text() == "Retry"
    if is_closed:
        window.message_bar.hide()
        assert run.text() == "Retry"
        run.trigger()
    else:
        button.click()
    qtbot.waitUntil(lambda: f"goes on from update {saved:,}," in window.message_bar.text, timeout=WAIT_MS)
    assert run.text() == "Run" and window.steps_panel.isEnabled()
    # It rests until somebody lets it train.
    assert not window.composition.store.state.running
    train(window, qtbot, 20)


def lose(window: MainWindow) -> None:
    """Have engines end until none is started any more."""
    for _ in range(1 + MAX_ENDS):
        kill(window)
    assert window.composition.store.state.is_lost


@pytest.mark.parametrize("is_given_up", [False, True])
def test_every_run_has_the_updates_that_another_engine_has_on_screen_or_not(
    window: MainWindow, qtbot: QtBot, is_given_up: bool
) -> None:
    session = window.composition
    train(window, qtbot, 20)
    saved = session.loss.updates
    session.dispatcher.issue(c.BranchHere())
    qtbot.waitUntil(lambda: session.store.state.run.run == 1, timeout=WAIT_MS)
    session.engine.send(TrainTogether((0,)))
    save(window)
    train(window, qtbot, 20)
    lost, live = session.loss.updates, session.time._rows.live
    qtbot.waitUntil(lambda: live == {0: lost, 1: lost}, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: lost in session.loss.history_of(0).exact_losses.updates, timeout=WAIT_MS)
    if is_given_up:
        lose(window)
        window.actions_["action_run"].trigger()
    else:
        kill(window)
    qtbot.waitUntil(lambda: f"goes on from update {saved:,}," in window.message_bar.text, timeout=WAIT_MS)
    assert live == {0: saved, 1: saved}
    for run in live:
        record = session.loss.history_of(run)
        assert record.count == saved and record.exact_losses.updates.max(initial=0) <= saved
    assert {row.run: row.live for row in session.time._rows.rows(1)} == live
    session.dispatcher.issue(c.ShowRun(0))
    qtbot.waitUntil(lambda: session.runs.info.run == 0, timeout=WAIT_MS)
    assert live == {0: saved, 1: saved}


def test_a_run_that_has_lost_nothing_keeps_what_is_known_of_it(window: MainWindow, qtbot: QtBot) -> None:
    session = window.composition
    train(window, qtbot, 20)
    made = session.loss.updates
    qtbot.waitUntil(lambda: 0 in session.loss._last_exact, timeout=WAIT_MS)
    session.dispatcher.issue(c.Rewind())
    qtbot.waitUntil(lambda: engine_of(window).number == 1, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: session.store.state.run.run == 1, timeout=WAIT_MS)
    known = session.loss._last_exact[0]
    save(window)
    kill(window)
    qtbot.waitUntil(lambda: "goes on from update 0," in window.message_bar.text, timeout=WAIT_MS)
    assert session.time._rows.live == {0: made, 1: 0} and session.loss.history_of(0).count == made
    assert session.loss._last_exact[0] is known


RETRY = "The training’s process has ended: “Retry” starts it again."


WISHES = (
    *(LookAt(10), c.BranchHere(), c.ShowRun(0), c.StepBack(), c.StepEpochs(-1), ReturnToLive()),
    *(c.SetConfig("l2", 0.5), c.Rewind(), c.DeleteRun(1), c.OpenFile("a.backlight"), c.KeepDrawing()),
    *(c.ShowAs("B", 0, 10), c.SetArchitecture(Architecture.dense((5,))), ShowTestSample("next")),
)


def test_without_an_engine_nothing_is_begun_and_the_way_on_is_said(window: MainWindow, qtbot: QtBot) -> None:
    session = window.composition
    train(window, qtbot, 40)
    session.dispatcher.issue(c.Rewind())
    qtbot.waitUntil(lambda: session.store.state.run.run == 1, timeout=WAIT_MS)
    train(window, qtbot, 40)
    lose(window)
    before = session.store.state, session.runs.info, window.undo_stack.index(), session.loss.updates
    for wish in WISHES:
        window.message_bar.hide()
        session.dispatcher.issue(wish)
        assert window.message_bar.text == RETRY, wish
        after = session.store.state, session.runs.info, window.undo_stack.index(), session.loss.updates
        assert after == before and session.time.moment is None, wish


def test_without_an_engine_nothing_is_undone_and_canvas_and_numbers_rest(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.composition
    session.dispatcher.issue(c.SetConfig("l2", 0.5))
    qtbot.waitUntil(lambda: session.store.state.run.config.l2 == 0.5, timeout=WAIT_MS)
    save(window)
    parts = window.menus.undo_action, window.draw_panel.paste_action, window.inspector.parameter
    assert all(part.isEnabled() for part in parts)
    lose(window)
    assert not any(part.isEnabled() for part in parts)
    # A step more makes no difference.
    window.undo_stack.push(QUndoCommand("drawn"))
    assert not window.menus.undo_action.isEnabled()
    window.keys.disabled_pressed.emit(window.menus.undo_action)
    assert "again and again (killed)" in window.message_bar.text
    window.message_bar.hide()
    window.keys.disabled_pressed.emit(window.menus.undo_action)
    assert window.message_bar.text == RETRY
    window.actions_["action_run"].trigger()
    qtbot.waitUntil(lambda: "goes on from update" in window.message_bar.text, timeout=WAIT_MS)
    assert all(part.isEnabled() for part in parts)


@pytest.mark.parametrize(("has_come", "comes_again"), [(False, False), (True, False), (True, True)])
def test_without_an_engine_the_moment_is_that_of_the_picture(
    window: MainWindow, qtbot: QtBot, has_come: bool, comes_again: bool
) -> None:
    session = window.composition
    train(window, qtbot, 40)
    live = session.network.displayed.update
    shown: list[PastShown] = []
    session.engine.past_shown.connect(shown.append)
    if has_come:
        session.dispatcher.issue(LookAt(10))
        qtbot.waitUntil(lambda: session.network.displayed.update == 10, timeout=WAIT_MS)
    if comes_again:
        # As where its checksum is met later: the same update once more, and not painted yet.
        session.engine.past_shown.emit(replace(shown[-1], snapshot=replace(shown[-1].snapshot)))
    session.dispatcher.issue(LookAt(20))
    assert session.store.state.moment == 20
    lose(window)
    displayed = session.network.displayed
    assert displayed.update == (10 if has_come else live)
    assert session.store.state.moment == (10 if has_come else None)
    assert session.time.moment is None or session.time.moment.is_exact


def test_without_an_engine_the_past_stays_where_the_present_has_not_come_yet(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.composition
    train(window, qtbot, 40)
    session.dispatcher.issue(LookAt(10))
    qtbot.waitUntil(lambda: session.network.displayed.update == 10, timeout=WAIT_MS)
    session.dispatcher.issue(ReturnToLive())
    assert session.store.state.moment is None and session.network.displayed.update == 10
    lose(window)
    assert session.store.state.moment == 10


def test_what_was_asked_for_when_the_last_engine_ended_is_no_step_of_undo(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.composition
    save(window)
    for _ in range(MAX_ENDS):
        kill(window)
    session.dispatcher.issue(c.SetConfig("l2", 0.5))
    session.dispatcher.issue(c.Rewind())
    kill(window)
    assert session.store.state.is_lost
    window.actions_["action_run"].trigger()
    qtbot.waitUntil(lambda: "without what was asked for since" in window.message_bar.text, timeout=WAIT_MS)
    assert window.undo_stack.count() == 0
    qtbot.waitUntil(lambda: session.engine.has_answered, timeout=WAIT_MS)
    assert session.runs.info.run == 0 and session.runs.info.config.l2 == 0.0


def test_a_change_that_was_left_out_after_a_second_end_is_spoken_of(window: MainWindow, qtbot: QtBot) -> None:
    session = window.composition
    save(window)
    texts: list[str] = []
    session.engine.recovered.connect(lambda _: texts.append(window.message_bar.text))
    for count in (1, 2):
        session.engine.send(Reconfigure(TrainingConfig(learning_rate=0.01 * count)))
        kill(window)
        qtbot.waitUntil(lambda count=count: len(texts) == count, timeout=WAIT_MS)
    assert "asked for" not in texts[0]
    assert "without what was asked for since" in texts[1]


def test_a_structure_that_was_left_out_is_no_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    session = window.composition
    save(window)
    came_back: list[object] = []
    session.engine.recovered.connect(came_back.append)
    for count in (1, 2):
        hidden = (20 + count,)
        session.dispatcher.issue(c.SetArchitecture(Architecture.dense(hidden)))
        kill(window)
        qtbot.waitUntil(lambda count=count: len(came_back) == count, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: not session.engine.awaits_run, timeout=WAIT_MS)
    assert window.undo_stack.count() == 1
    assert session.runs.info.architecture.hidden == (21,)
    assert engine_of(window).current.trainer.network.sizes[1:-1] == (21,)


def test_what_was_drawn_is_still_shown_by_another_engine(window: MainWindow, qtbot: QtBot) -> None:
    session = window.composition
    save(window)
    ink = np.zeros(256, np.float32)
    ink[100:140] = 1.0
    session.engine.send(ShowDrawing(ink, 3))
    qtbot.waitUntil(lambda: session.network.displayed.example.origin == "drawing", timeout=WAIT_MS)
    came_back: list[object] = []
    session.engine.recovered.connect(came_back.append)
    kill(window)
    qtbot.waitUntil(lambda: bool(came_back), timeout=WAIT_MS)
    train(window, qtbot, 20)
    example = session.network.displayed.example
    assert example.origin == "drawing" and example.label == 3
    np.testing.assert_array_equal(example.x, ink)
