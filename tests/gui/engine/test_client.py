"""What the window believes of an engine, and what another engine is told after one has ended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.engine import commands as c
from core.engine import messages as m
from core.engine.frames import FrameReader, pack
from core.engine.journal_marks import JournalMark
from core.engine.protocol import Envelope, command_of, frame_of
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.nn.network import Network
from core.training.config import TrainingConfig
from gui.engine import client as client_module
from gui.engine.autosave_folder import AutosaveFolder
from gui.engine.client import MAX_BEATS, MAX_ENDS, STARTING_BEATS, WITHIN_S, EngineClient, signal_name
from gui.engine.process import CLOSING_MS, SAVING_MS
from tests.core.small_snapshots import snapshot_of

START = c.Start(Architecture.dense(), TrainingConfig())
INFO = m.RunInfo(0, Architecture.dense(), TrainingConfig(), (256, 10), 2570, 60_000, 10_000, 1875)


class Wire(QObject):
    """Stands for the process: what the client writes is read, and what an engine would write is put in by hand."""

    received = Signal(bytes)
    ended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kills = self._said = 0
        self.closings: list[int] = []
        self.engines: list[list[Envelope]] = []

    def start(self) -> None:
        self.engines.append([])
        self._reader, self._said = FrameReader(), 0

    def write(self, content: bytes) -> None:
        self.engines[-1] += [command_of(frame) for frame in self._reader.feed(content)]

    def kill(self, how: str) -> None:
        self.kills += 1

    def close(self, within_ms: int = 0) -> None:
        self.closings.append(within_ms)

    @property
    def commands(self) -> list[Any]:
        """What the newest engine was told."""
        return [envelope.content for envelope in self.engines[-1]]

    def say(self, message: Any, answers: int = 0) -> None:
        """Say this as the engine's next message."""
        self._said += 1
        self.received.emit(frame(message, self._said, answers))


def frame(message: Any, number: int, answers: int = 0) -> bytes:
    return pack(frame_of(Envelope(message, number, answers)))


class Desk:
    """A client, its wire, and what it has told."""

    def __init__(self, folder: AutosaveFolder | None = None) -> None:
        self.wire = Wire()
        self.client = EngineClient(folder, self.wire)
        self.told: list[Any] = []
        for signal in ("run_changed", "running_changed", "data_refused", "lost", "recovered"):
            getattr(self.client, signal).connect(self.told.append)
        self.client.start()

    def send(self, *commands: Any) -> None:
        for command in commands:
            self.client.send(command)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Any:
    desk = Desk(AutosaveFolder(tmp_path / "own"))
    yield desk
    desk.client.close()


# --- what is said to it, and what it says


def test_commands_are_numbered_in_their_order(desk: Desk) -> None:
    desk.send(START, c.Train(), c.Pause())
    assert [(told.number, told.content) for told in desk.wire.engines[0]] == [
        (1, START),
        (2, c.Train()),
        (3, c.Pause()),
    ]


def test_each_message_comes_as_its_own_signal_with_what_is_in_it(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.wire.say(m.CommandsHandled(), 1)
    desk.wire.say(m.RunningChanged(True), 1)
    refused = m.DataRefused("a_folder", {"path": "x"})
    desk.wire.say(refused, 1)
    assert desk.told == [INFO, True, refused]


def test_a_message_may_come_in_pieces(desk: Desk) -> None:
    content = frame(m.RunningChanged(True), 1)
    for byte in range(len(content)):
        assert desk.told == []
        desk.wire.received.emit(content[byte : byte + 1])
    assert desk.told == [True]


@pytest.mark.parametrize(
    "content",
    [
        b"Traceback (most recent call last)",
        frame(m.RunningChanged(True), 2),
        frame(m.RunningChanged(True), 0),
        frame(m.RunningChanged(True), 1, answers=1),
        frame(m.RunningChanged(True), 1).replace(b"RunningChanged", b"RunningStopped"),
        frame(m.RunningChanged(True), 1).replace(b"true", b"1.50"),
    ],
    ids=["no frame", "one is missing", "one behind", "answers what was not said", "no message", "no truth"],
)
def test_an_engine_that_cannot_be_believed_is_ended_and_heard_no_more(desk: Desk, content: bytes) -> None:
    desk.wire.received.emit(content)
    desk.wire.received.emit(frame(m.RunningChanged(True), 1))
    assert desk.wire.kills == 1 and desk.told == []


def test_nothing_of_a_message_is_told_that_comes_together_with_a_wrong_one(desk: Desk) -> None:
    desk.wire.received.emit(frame(m.RunningChanged(True), 1) + frame(m.RunningChanged(False), 3))
    assert desk.wire.kills == 1 and desk.told == []


def test_half_a_message_of_one_engine_is_no_part_of_the_next_ones(desk: Desk) -> None:
    desk.wire.received.emit(frame(m.RunningChanged(True), 1)[:-3])
    desk.wire.ended.emit("exit code 1")
    desk.wire.say(m.RunningChanged(True))
    assert desk.wire.kills == 0 and desk.told == [True]


# --- another engine


def test_what_was_not_answered_is_asked_again_and_what_was_is_not(desk: Desk) -> None:
    desk.send(START, c.ShowTestSample("next"), c.ReleaseSample())
    desk.wire.say(INFO, 2)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.ReleaseSample()]
    assert [told.number for told in desk.wire.engines[1]] == [1, 2]


def test_before_there_is_a_run_the_next_engine_begins_it(desk: Desk) -> None:
    desk.send(START)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [START]


def test_what_may_have_ended_two_engines_is_not_said_to_a_third(desk: Desk) -> None:
    desk.send(START, c.ReleaseSample())
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [START, c.ReleaseSample()]
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [START]


def test_speed_and_what_is_watched_are_told_to_the_next_engine(desk: Desk) -> None:
    desk.send(START, c.SetRate(30.0), c.WatchUpdates(True), c.SetRate(None))
    desk.wire.say(INFO, 4)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.SetRate(None), c.WatchUpdates(True)]


def test_an_acknowledgement_is_of_one_engine_only(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.send(c.AcknowledgeSnapshot())
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder)]


@pytest.mark.parametrize("end", [(None, None), (20_000, None), (None, 7)])
def test_a_training_goes_on_to_the_same_end(desk: Desk, end: tuple[int | None, int | None]) -> None:
    desk.send(START, c.Train())
    desk.wire.say(INFO, 2)
    desk.wire.say(m.RunningChanged(True, *end), 2)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.Resume(*end)]


def test_one_that_has_ended_does_not_go_on(desk: Desk) -> None:
    desk.send(START, c.Train(5))
    desk.wire.say(INFO, 2)
    desk.wire.say(m.RunningChanged(True, 5), 2)
    desk.wire.say(m.RunningChanged(False), 2)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder)]


def test_a_drawing_is_shown_again_until_another_example_is_chosen(desk: Desk) -> None:
    drawing = c.ShowDrawing(np.zeros(256, np.float32), 3)
    desk.send(START, drawing)
    desk.wire.say(INFO, 2)
    desk.wire.ended.emit("exit code 9")
    assert [type(command) for command in desk.wire.commands] == [c.Recover, c.ShowDrawing]
    desk.send(c.ShowTestSample("next"))
    desk.wire.say(INFO, 3)
    desk.wire.ended.emit("exit code 9")
    assert [type(command) for command in desk.wire.commands] == [c.Recover]


def test_a_run_that_is_begun_without_being_shown_leaves_a_drawing_on_screen(desk: Desk) -> None:
    drawing = c.ShowDrawing(np.zeros(256, np.float32), 3)
    aside = c.BeginRun(1, START.architecture, START.config, is_shown=False)
    desk.send(START, drawing, aside)
    desk.wire.say(INFO, 3)
    desk.wire.ended.emit("exit code 9")
    assert [type(command) for command in desk.wire.commands] == [c.Recover, c.ShowDrawing]


def test_what_is_shown_beside_the_run_is_shown_again_until_it_is_hidden(desk: Desk) -> None:
    desk.send(START, c.ShowBeside(1), c.ShowBeside(1, 20))
    desk.wire.say(INFO, 3)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands[1:] == [c.ShowBeside(1, 20)]
    desk.send(c.HideBeside())
    desk.wire.say(INFO, 3)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder)]


def test_runs_that_are_trained_together_are_so_again_before_the_training_goes_on(desk: Desk) -> None:
    desk.send(START, c.Train(), c.TrainTogether((1, 2)))
    desk.wire.say(INFO, 1)
    desk.wire.say(m.RunningChanged(True), 2)
    desk.wire.say(m.TogetherChanged((2,)), 3)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.TrainTogether((2,)), c.Resume()]


def test_the_marks_of_a_run_that_is_not_shown_are_there_once_it_is(desk: Desk) -> None:
    heard: list[m.RunInfo] = []
    desk.client.run_changed.connect(heard.append)
    marks = (JournalMark(3, "setting", "learning_rate", 0.1, 0.2),)
    desk.send(START)
    desk.wire.say(m.RunBegun(replace(INFO, run=1, changes=marks)), 1)
    desk.wire.say(replace(INFO, run=1, changes=(), keeps_changes=True), 1)
    assert heard[-1].changes == marks


def test_after_a_second_end_only_the_command_that_may_have_been_its_cause_is_left_out(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.wire.ended.emit("exit code 9")
    desk.wire.say(INFO, 1)
    desk.send(c.NextTrainingSample(), c.ForgetRun(3), c.ForgetRun(4))
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.ForgetRun(3), c.ForgetRun(4)]


def test_a_pause_that_the_engine_did_not_live_to_hear_holds(desk: Desk) -> None:
    desk.send(START, c.Train())
    desk.wire.say(INFO, 2)
    desk.wire.say(m.RunningChanged(True), 2)
    desk.send(c.Pause())
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands[-1] == c.Pause()


def test_what_may_have_ended_two_engines_is_left_out_and_that_is_known(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.wire.ended.emit("exit code 9")
    assert desk.client.left_out == ()
    desk.send(c.ForgetRun(3), c.ForgetRun(4))
    desk.wire.ended.emit("exit code 9")
    assert desk.client.left_out == (c.ForgetRun(3),)
    assert c.ForgetRun(3) not in desk.wire.commands and c.ForgetRun(4) in desk.wire.commands


def test_engines_that_end_again_and_again_are_given_up(desk: Desk) -> None:
    desk.send(START)
    for _ in range(MAX_ENDS):
        desk.wire.ended.emit("exit code 3")
    assert desk.told == []
    desk.wire.ended.emit("exit code 3")
    assert desk.told == [False, "exit code 3"] and len(desk.wire.engines) == 1 + MAX_ENDS
    before = list(desk.wire.commands)
    desk.send(c.Train())
    assert desk.wire.commands == before


def test_an_end_now_and_then_is_not_the_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(client_module, "monotonic", lambda: now)
    desk.send(START)
    for _ in range(10):
        desk.wire.ended.emit("exit code 3")
        now += 1.01 * WITHIN_S / MAX_ENDS
    assert desk.told == [] and len(desk.wire.engines) == 11


# --- one that does not answer


def test_one_that_does_not_answer_is_ended(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "BEAT_MS", 2)
    desk = Desk(AutosaveFolder(tmp_path / "own"))
    desk.send(START)
    qtbot.waitUntil(lambda: desk.wire.kills == 1)
    assert not desk.client._answer_timer.isActive()
    desk.client.close()


def test_the_time_counts_from_the_last_answer(desk: Desk) -> None:
    desk.send(START, c.Train(), c.Pause())
    desk.wire.say(INFO, 1)
    for _ in range(MAX_BEATS - 1):
        desk.client._on_no_answer()
    desk.wire.say(m.CommandsHandled(), 2)
    for _ in range(MAX_BEATS - 1):
        desk.client._on_no_answer()
    assert desk.wire.kills == 0
    desk.client._on_no_answer()
    assert desk.wire.kills == 1


def test_a_large_network_may_take_longer_to_be_made(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.send(c.BeginRun(1, Architecture.dense(), TrainingConfig()), c.Pause())
    for _ in range(STARTING_BEATS - 1):
        desk.client._on_no_answer()
    assert desk.wire.kills == 0
    # Once it is made, what comes next is to be answered soon.
    desk.wire.say(m.CommandsHandled(), 2)
    for _ in range(MAX_BEATS):
        desk.client._on_no_answer()
    assert desk.wire.kills == 1


def test_while_a_session_is_saved_a_slow_disk_is_waited_for(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.send(c.SaveSession("a", WindowState()), c.Pause())
    desk.wire.say(m.SessionProgress("a", True, 0.0), 2)
    for _ in range(STARTING_BEATS - 1):
        desk.client._on_no_answer()
    assert desk.wire.kills == 0
    desk.wire.say(m.SessionSaved("a", 0, 0), 2)
    for _ in range(MAX_BEATS):
        desk.client._on_no_answer()
    assert desk.wire.kills == 1


def test_one_that_has_not_said_anything_yet_has_longer_to_start(desk: Desk) -> None:
    desk.send(START)
    for _ in range(STARTING_BEATS - 1):
        desk.client._on_no_answer()
    assert desk.wire.kills == 0 and STARTING_BEATS > MAX_BEATS
    desk.client._on_no_answer()
    assert desk.wire.kills == 1


def test_where_nothing_was_asked_nothing_has_to_be_answered(desk: Desk) -> None:
    desk.send(START)
    assert desk.client._answer_timer.isActive()
    desk.wire.say(INFO, 1)
    assert not desk.client._answer_timer.isActive()


# --- closing


def test_after_closing_nothing_is_said_or_told(desk: Desk) -> None:
    desk.send(START)
    desk.client.close()
    desk.wire.say(m.RunningChanged(True))
    desk.wire.ended.emit("exit code 0")
    desk.send(c.Train())
    assert desk.wire.commands == [START, c.Close()]
    assert desk.told == [] and desk.wire.closings == [CLOSING_MS] and len(desk.wire.engines) == 1


@pytest.mark.parametrize("had_run", [False, True])
def test_after_they_were_given_up_another_one_can_be_tried(desk: Desk, had_run: bool) -> None:
    desk.send(START)
    if had_run:
        desk.wire.say(INFO)
    desk.send(c.SetRate(5.0))
    for _ in range(1 + MAX_ENDS):
        desk.wire.ended.emit("exit code 3")
    engines = len(desk.wire.engines)
    desk.send(c.Train())
    assert len(desk.wire.engines) == engines
    desk.client.try_again()
    # What was asked for while there was none is not done afterwards.
    begins = c.Recover(desk.client.folder) if had_run else START
    assert len(desk.wire.engines) == engines + 1
    assert sorted(map(str, desk.wire.commands)) == sorted(map(str, [begins, c.SetRate(5.0)]))
    # Once one runs there is nothing to be tried again.
    desk.client.try_again()
    assert len(desk.wire.engines) == engines + 1


def test_what_is_set_while_there_is_no_engine_is_so_in_the_next_one(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.send(c.ForgetRun(3))
    for _ in range(1 + MAX_ENDS):
        desk.wire.ended.emit("exit code 3")
        desk.send(c.ForgetRun(3))
    desk.send(c.SetRate(7.0), c.ForgetRun(4))
    assert desk.client.left_out[-1] == c.ForgetRun(3)
    desk.client.try_again()
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.SetRate(7.0)]


@pytest.mark.parametrize("is_lost", [False, True])
def test_closing_takes_what_was_saved_away(desk: Desk, is_lost: bool) -> None:
    folder = Path(desk.client.folder)
    folder.mkdir()
    (folder / "run-0.frame").write_bytes(b"saved")
    for _ in range(1 + MAX_ENDS if is_lost else 0):
        desk.wire.ended.emit("exit code 3")
    assert folder.exists()
    desk.client.close()
    assert not folder.exists()


def test_work_that_is_to_be_kept_is_saved_and_left(desk: Desk) -> None:
    folder = Path(desk.client.folder)
    folder.mkdir()
    desk.client.close(keeps_work=True)
    # The end of its input has the engine save, which a command to close would not.
    assert c.Close() not in desk.wire.commands and desk.wire.closings == [SAVING_MS] and folder.exists()


def test_an_array_that_came_cannot_be_written_to(desk: Desk) -> None:
    heard: list[Any] = []
    desk.client.neurons_permuted.connect(heard.append)
    arrays = (np.arange(3),)
    snapshot = snapshot_of(Network.dense((2, 2)), np.zeros(2, np.float32), None)
    desk.wire.say(m.NeuronsPermuted(1, "tidy", arrays, snapshot))
    with pytest.raises(ValueError, match="read-only"):
        heard[0].orders[0][0] = 7


@pytest.mark.parametrize("message", [kind for kind in m.MESSAGES if kind is not m.CommandsHandled])
def test_every_message_has_a_signal(message: type) -> None:
    assert isinstance(getattr(EngineClient, signal_name(message)), Signal)


@pytest.mark.parametrize("wish", [c.Reconfigure(TrainingConfig()), c.ReturnToRun(0)])
def test_a_run_is_awaited_until_the_newest_wish_is_answered(desk: Desk, wish: Any) -> None:
    client, wire = desk.client, desk.wire
    assert not client.awaits_run
    client.send(wish)
    client.send(wish)
    client.send(c.Pause())
    seen: list[bool] = []
    client.run_changed.connect(lambda _: seen.append(client.awaits_run))
    first = next(envelope.number for envelope in wire.engines[-1] if envelope.content == wish)
    wire.say(INFO, first)
    wire.say(INFO, first + 1)
    assert seen == [True, False]


def test_another_engine_sends_the_layers_numbers_to_who_watches_them(desk: Desk) -> None:
    desk.send(START, c.WatchLayerCurves(True), c.AskLayerCurves(0))
    desk.wire.say(INFO, 2)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder), c.WatchLayerCurves(True)]


def test_another_engine_may_keep_as_much_of_the_past(desk: Desk) -> None:
    desk.send(replace(START, history_bytes=1000))
    desk.wire.say(INFO, 1)
    desk.wire.ended.emit("exit code 9")
    assert desk.wire.commands == [c.Recover(desk.client.folder, 1000)]


def test_what_is_shown_of_the_past_comes_as_signals(desk: Desk) -> None:
    client, told = desk.client, []
    for signal in (client.past_shown, client.journal_marked, client.live_shown):
        signal.connect(told.append)
    desk.send(START)
    snapshot = snapshot_of(Network.dense((2, 3), seed=0), np.zeros(2), 0, update=7)
    mark = m.JournalMarked(0, JournalMark(3, "setting", "learning_rate", 0.1, 0.2))
    for message in (m.PastShown(0, 7, 9, snapshot, True, 4, True), mark, m.LiveShown(0)):
        desk.wire.say(message, 1)
    past, *others = told
    assert (past.update, past.is_checked, past.snapshot.update) == (7, True, 7)
    assert others == [mark, 0]


def test_what_has_changed_a_run_is_sent_once_and_known_with_each_of_its_settings(desk: Desk) -> None:
    infos: list[m.RunInfo] = []
    desk.client.run_changed.connect(infos.append)
    marks = [JournalMark(update, "setting", "learning_rate", 0.1 * update, 1.0) for update in (3, 4, 5)]
    desk.send(START)
    desk.wire.say(replace(INFO, changes=(marks[0],)), 1)
    desk.wire.say(m.JournalMarked(0, marks[1]), 1)
    desk.wire.say(replace(INFO, keeps_changes=True), 1)
    desk.wire.say(m.JournalMarked(0, marks[2]), 1)
    desk.wire.say(replace(INFO, keeps_changes=True), 1)
    desk.wire.say(replace(INFO, run=1), 1)
    desk.wire.say(replace(INFO, run=1, keeps_changes=True), 1)
    assert [len(info.changes) for info in infos] == [1, 2, 3, 0, 0]
    assert infos[2].changes == tuple(marks) and not any(info.keeps_changes for info in infos)


def test_that_the_present_is_shown_is_not_believed_where_the_past_was_asked_for_since(desk: Desk) -> None:
    live: list[int] = []
    desk.client.live_shown.connect(live.append)
    desk.client.start()
    for command in (START, c.LookAt(3), c.ReturnToLive(), c.LookAt(5)):
        desk.client.send(command)
    numbers = {
        type(envelope.content).__name__: envelope.number
        for envelope in desk.wire.engines[-1]
        if envelope.content != c.LookAt(3)
    }
    desk.wire.say(m.LiveShown(0), numbers["ReturnToLive"])
    assert live == []
    # What trains the run shows it as it is, wherever one has looked.
    desk.wire.say(m.LiveShown(0), numbers["LookAt"])
    assert live == [0]


@pytest.mark.parametrize("command", [c.LookAt(5), c.Film(0, (5,)), c.ReturnToLive()])
def test_another_engine_shows_its_run_as_it_is(desk: Desk, command: Any) -> None:
    desk.client.start()
    desk.client.send(START)
    desk.wire.say(INFO, 1)
    desk.client.send(command)
    desk.wire.ended.emit("killed")
    assert command not in desk.wire.commands


def test_what_the_window_repeats_by_itself_is_nothing_that_was_asked_for(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.send(c.SetRate(5.0), c.TrainTogether(()))
    desk.wire.say(m.TogetherChanged(()), 3)
    for _ in range(MAX_ENDS):
        desk.wire.ended.emit("exit code 9")
        assert desk.client.left_out == ()
        assert desk.wire.commands == [c.Recover(desk.client.folder), c.SetRate(5.0), c.TrainTogether(())]
    desk.wire.ended.emit("exit code 9")
    assert desk.client.left_out == ()
    desk.client.try_again()
    assert desk.client.left_out == ()


def test_a_pair_that_was_asked_for_and_not_answered_is_a_wish(desk: Desk) -> None:
    desk.send(START)
    desk.wire.say(INFO, 1)
    desk.wire.ended.emit("exit code 9")
    desk.send(c.SetRate(5.0), c.TrainTogether((1,)))
    desk.wire.ended.emit("exit code 9")
    # A rate cannot be left out: it is what is in force.
    assert desk.client.left_out == (c.TrainTogether((1,)),)
    assert desk.wire.commands.count(c.TrainTogether((1,))) == 0 and c.SetRate(5.0) in desk.wire.commands
