"""The engine's client: sends commands, and emits each of its messages as a signal.

An engine that has ended by itself, does not answer, or writes what can't be believed is replaced by another one, which
goes on from what was saved last; commands that were not answered are sent again.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import fields, replace
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics
from core.engine import commands as c
from core.engine import messages as m
from core.engine.example_commands import (
    AskConfidenceMap,
    AskConfidenceWay,
    AskConfusions,
    AskLife,
    AskOutputs,
    CountConfusion,
    DropConfusion,
    WatchLives,
)
from core.engine.frames import FrameError, FrameReader, pack
from core.engine.journal_marks import JournalMark, with_mark
from core.engine.protocol import Envelope, frame_of, message_of
from core.engine.snapshot import Snapshot
from gui.engine.autosave_folder import AutosaveFolder
from gui.engine.process import CLOSING_MS, SAVING_MS, EngineProcess
from gui.engine.reading_turns import ReadingTurns

# It answers between two updates. One that does not for so long is stopped by somebody, and is ended; to start, it may
# take longer. The time is counted in beats: while the window, or the whole machine, stands still, only one passes.
BEAT_MS, MAX_BEATS, STARTING_BEATS = 1000, 8, 60
# So may these, which make a whole network, or many, of millions of parameters.
_LONG = (c.LoadData, c.BeginRun, c.BranchRun, c.OpenSession, c.SaveSession, c.Recover)
# More than so many ends within so long have a cause that another engine does not mend.
MAX_ENDS, WITHIN_S = 3, 60.0
# The last of these says which update of the run on screen is shown.
_OF_TIME = c.LookAt, c.Film, c.ReturnToLive
# Says nothing to another engine: its run is shown as it is.
_OF_ONE_ENGINE = (
    *(c.AcknowledgeSnapshot, c.Recover, c.Resume, *_OF_TIME),
    *(c.AskQuestion, c.DropQuestion, c.CancelSession, c.ReadFilter, c.DropFilter),
    *(
        *(c.WatchExamples, c.AskExamples, c.AskLayerCurves, WatchLives, AskLife, AskOutputs),
        *(AskConfusions, CountConfusion, DropConfusion),
        *(AskConfidenceMap, AskConfidenceWay),
    ),
)
# The end of what `SessionProgress` begins.
_SESSION_ENDS = m.SessionSaved, m.SessionOpened, m.SessionRefused, m.SessionCancelled
# Each is answered by the run and the settings that come of it.
_WISHES_OF_RUN = (c.BeginRun, c.BranchRun, c.ReturnToRun, c.Reconfigure, c.ReconfigureSeveral)
# After these what was drawn is not shown any more, or not on these examples.
_END_DRAWING = (
    *(c.ShowTestSample, c.ReleaseSample, c.BeginRun, c.ReturnToRun),
    *(c.NewSession, c.OpenSession, c.OpenAutosave),
)

# What another engine has to receive beside what was saved.
_STATES = (
    *(c.SetRate, c.SetHistorySize, c.WatchUpdates, c.ShowDrawing, c.ShowBeside),
    *(c.WatchShifted, c.WatchLayerCurves, c.WatchFlips),
)

# Signals that are not called as their messages are.
_SIGNALS = {
    m.RunInfo: "run_changed",
    Snapshot: "snapshot_received",
    ExactLoss: "exact_loss_computed",
    NeuronStatistics: "neuron_statistics_changed",
    m.EngineFailed: "failed",
}


def signal_name(message: type) -> str:
    """What the signal of a message is called: ``gradient_computed`` for `GradientComputed`, and so on."""
    return _SIGNALS.get(message) or re.sub(r"(?<=.)(?=[A-Z])", "_", message.__name__).lower()


class EngineClient(QObject):
    """Sends commands, and emits the engine's messages as signals; one of a single field as that field.

    Parameters
    ----------
    folder : AutosaveFolder, optional
        Where the engine saves what is under way; one of the system's unless given.
    transport : EngineProcess, optional
        What carries bytes to an engine and back; a process of its own unless given.
    """

    run_changed = Signal(object)
    running_changed = Signal(bool)
    snapshot_received = Signal(object)
    exact_loss_computed = Signal(object)
    neuron_statistics_changed = Signal(object)
    gradient_computed = Signal(object)
    update_applied = Signal(object)
    parameter_edited = Signal(object)
    edit_refused = Signal(object)
    neurons_permuted = Signal(object)
    sorting_refused = Signal(str)
    data_loaded = Signal(object)
    data_refused = Signal(object)
    digits_missing = Signal(object)
    diverged = Signal(object)
    stopped_early = Signal(object)
    no_such_sample = Signal(str)
    past_shown = Signal(object)
    past_progress = Signal(object)
    film_frame = Signal(object)
    live_shown = Signal(int)
    history_changed = Signal(object)
    journal_marked = Signal(object)
    solutions_compared = Signal(object)
    solutions_refused = Signal(object)
    convolution_unrolled = Signal(object)
    shifted_measured = Signal(object)
    example_losses = Signal(object)
    examples_seen = Signal(object)
    layer_curve = Signal(object)
    layer_curves_sent = Signal(object)
    example_lives = Signal(object)
    example_life = Signal(object)
    own_set_changed = Signal(object)
    example_outputs = Signal(object)
    confusions_over_run = Signal(object)
    confusion_counted = Signal(object)
    confusion_refused = Signal(object)
    confidence_map = Signal(object)
    confidence_way = Signal(object)
    patterns_counted = Signal(object)
    windows_found = Signal(object)
    filter_progress = Signal(object)
    filter_refused = Signal(object)
    influence_measured = Signal(object)
    influence_progress = Signal(object)
    influence_refused = Signal(object)
    influence_proof = Signal(object)
    pixel_flips = Signal(object)
    fewest_flips = Signal(object)
    flips_progress = Signal(object)
    run_begun = Signal(object)
    run_reconfigured = Signal(object)
    together_changed = Signal(object)
    together_refused = Signal(object)
    losses_added = Signal(object)
    beside_shown = Signal(object)
    beside_hidden = Signal(object)
    question_answered = Signal(object)
    question_progress = Signal(object)
    question_refused = Signal(object)
    recovered = Signal(object)
    session_progress = Signal(object)
    session_cancelled = Signal(object)
    session_saved = Signal(object)
    session_opened = Signal(object)
    session_refused = Signal(object)
    keeping_changed = Signal(object)
    failed = Signal(str)
    lost = Signal(str)
    """Engines end again and again: there is no training any more; the text states how the last one ended."""

    def __init__(
        self,
        folder: AutosaveFolder | None = None,
        transport: EngineProcess | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.autosave_folder = folder or AutosaveFolder.of_system()
        self._transport = transport or EngineProcess(self)
        self._reading = ReadingTurns(self._read, self._emit_message, self)
        self._transport.received.connect(self._on_received)
        self._transport.ended.connect(self._on_ended)
        self._reader = FrameReader()
        self._sent = self._received = 0
        # So many of the first commands to the present engine nobody has asked for: they repeat what was in force.
        self._repeated = 0
        # The number of the last command that was `_OF_TIME`.
        self._last_of_time = 0
        self._unanswered: deque[tuple[int, Any]] = deque()
        # How the first engine was begun: where that has never got so far as a run, the next one is begun so, too.
        self._start: c.Start | None = None
        self._state_messages: dict[type, Any] = {}
        # What has changed each run, as its marks were sent one by one.
        self._marks: dict[int, tuple[JournalMark, ...]] = {}
        self._running = m.RunningChanged(False)
        self._has_run = self._is_lost = self._is_closed = False
        self._is_believed = True
        # A session is saved or opened: a slow disk may be waited for.
        self._has_session_under_way = False
        self.left_out: tuple[Any, ...] = ()
        """What somebody asked for that the present engine was not sent: it may be what has ended the one before."""
        self._ends: deque[float] = deque(maxlen=MAX_ENDS)
        self._beats = 0
        self._answer_timer = QTimer(self)
        self._answer_timer.setInterval(BEAT_MS)
        self._answer_timer.timeout.connect(self._on_no_answer)

    @property
    def folder(self) -> str:
        """Where the engine saves what is under way."""
        return self.autosave_folder.path()

    @property
    def awaits_run(self) -> bool:
        """Whether another run or other settings were asked for that the engine has not taken yet.

        What it tells meanwhile of run and settings answers an earlier wish.
        """
        return any(isinstance(command, _WISHES_OF_RUN) for _, command in self._unanswered)

    @property
    def has_answered(self) -> bool:
        """Whether every command that was sent is handled, and all that came of it at once has been told."""
        return not self._unanswered and not self._reading.are_left

    def start(self) -> None:
        """Start the engine; it gets ready beside everything else."""
        self._transport.start()

    def send(self, command: Any) -> None:
        """Send a command; what comes of it comes as signals."""
        if self._is_closed:
            return
        if isinstance(command, _STATES):
            self._state_messages[type(command)] = command
        elif isinstance(command, c.HideBeside):
            self._state_messages.pop(c.ShowBeside, None)
        elif isinstance(command, _END_DRAWING) and getattr(command, "is_shown", True):
            self._state_messages.pop(c.ShowDrawing, None)
        elif isinstance(command, c.Start):
            self._start = command
        if self._is_lost:
            return
        self._sent += 1
        if isinstance(command, _OF_TIME):
            self._last_of_time = self._sent
        self._unanswered.append((self._sent, command))
        self._transport.write(pack(frame_of(Envelope(command, self._sent))))
        self._wait_for_answers()

    def try_again(self) -> None:
        """Start another engine after they were given up; it goes on from what was saved last, and rests."""
        if not self._is_lost or self._is_closed:
            return
        self._is_lost = False
        self._ends.clear()
        self._running = m.RunningChanged(False)
        self._start_another([] if self._has_run or self._start is None else [self._start])

    def close(self, keeps_work: bool = False) -> None:
        """End the engine; nothing is sent or emitted any more.

        Where it `keeps_work`, what is under way is saved, and left to the next start.
        """
        if self._is_closed:
            return
        if not keeps_work:
            self.send(c.Close())
        self._is_closed = True
        self._reading.drop()
        self._answer_timer.stop()
        self._transport.close(SAVING_MS if keeps_work else CLOSING_MS)
        if keeps_work:
            self.autosave_folder.leave()
        else:
            self.autosave_folder.remove()

    def _on_received(self, content: bytes) -> None:
        if not self._is_closed:
            self._reading.take(content)

    def _read(self, content: bytes) -> list[Envelope]:
        """The messages that these bytes complete; none of an engine that is not believed."""
        if not self._is_believed:
            return []
        try:
            envelopes = [message_of(frame) for frame in self._reader.feed(content)]
            for envelope in envelopes:
                self._check(envelope)
        except FrameError as error:
            logging.getLogger("backlight").error("The engine wrote what can't be read: %s", error)
            self._is_believed = False
            self._transport.kill(self.tr("it wrote what can’t be read"))
            return []
        return envelopes

    def _check(self, envelope: Envelope) -> None:
        self._received += 1
        if envelope.number != self._received or envelope.answers > self._sent:
            raise FrameError(f"message {envelope.number} came as number {self._received}")
        while self._unanswered and self._unanswered[0][0] <= envelope.answers:
            self._unanswered.popleft()
            self._beats = 0
        self._wait_for_answers()

    def _wait_for_answers(self) -> None:
        if not self._unanswered:
            self._answer_timer.stop()
        elif not self._answer_timer.isActive():
            self._beats = 0
            self._answer_timer.start()

    def _emit_message(self, envelope: Envelope) -> None:
        message = envelope.content
        if self._is_closed or isinstance(message, m.CommandsHandled):
            return
        if isinstance(message, m.LiveShown) and envelope.answers < self._last_of_time:
            # The engine was asked for another moment since, and is on its way there.
            return
        if isinstance(message, m.RunInfo):
            self._has_run = True
            if message.keeps_changes:
                message = replace(message, changes=self._marks.get(message.run, ()), keeps_changes=False)
            self._marks[message.run] = message.changes
        elif isinstance(message, (m.RunBegun, m.RunReconfigured)):
            self._marks[message.info.run] = message.info.changes
        elif isinstance(message, m.TogetherChanged):
            # Before the training goes on: only then all stand at the same batch.
            self._state_messages[c.TrainTogether] = c.TrainTogether(message.runs)
        elif isinstance(message, m.JournalMarked):
            self._marks[message.run] = with_mark(self._marks.get(message.run, ()), message.mark)
        elif isinstance(message, m.RunningChanged):
            self._running = message
            self.running_changed.emit(message.running)
            return
        elif isinstance(message, (m.SessionProgress, *_SESSION_ENDS)):
            self._has_session_under_way = isinstance(message, m.SessionProgress)
            self._beats = 0
        names = [field.name for field in fields(message)]
        signal: SignalInstance = getattr(self, signal_name(type(message)))
        signal.emit(getattr(message, names[0]) if len(names) == 1 else message)

    # --- an engine that has ended

    def _on_no_answer(self) -> None:
        self._beats += 1
        is_long = not self._received or self._has_session_under_way
        is_long |= bool(self._unanswered) and isinstance(self._unanswered[0][1], _LONG)
        if self._beats < (STARTING_BEATS if is_long else MAX_BEATS):
            return
        self._answer_timer.stop()
        logging.getLogger("backlight").error("The engine does not answer.")
        self._transport.kill(self.tr("it does not answer"))

    def _on_ended(self, how: str) -> None:
        if self._is_closed:
            return
        # What it has said before is told before.
        self._reading.finish()
        self._answer_timer.stop()
        logging.getLogger("backlight").error("The engine has ended: %s", how)
        now = monotonic()
        wishes = [command for number, command in self._unanswered if number > self._repeated]
        pending = [command for command in wishes if not isinstance(command, _OF_ONE_ENGINE)]
        # What is in force is sent to every engine.
        left = tuple(wish for wish in pending if not isinstance(wish, (c.Start, *_STATES)))
        if len(self._ends) == MAX_ENDS and now - self._ends[0] < WITHIN_S:
            self._is_lost, self.left_out = True, left
            self.running_changed.emit(False)
            self.lost.emit(how)
            return
        self._ends.append(now)
        self.left_out = ()
        if len(self._ends) > 1 and now - self._ends[-2] < WITHIN_S:
            # The first one that was not answered may be what ends it.
            self.left_out = left[:1]
            pending = [command for command in pending if not any(command is out for out in self.left_out)]
        self._start_another(pending)

    def _start_another(self, pending: Sequence[Any]) -> None:
        """Start an engine that goes on from what was saved; `pending` are commands that none has answered."""
        self._reader, self._sent, self._received, self._is_believed = FrameReader(), 0, 0, True
        self._last_of_time = 0
        self._unanswered.clear()
        self._has_session_under_way = False
        history_bytes = None if self._start is None else self._start.history_bytes
        again: list[Any] = [c.Recover(self.folder, history_bytes)] if self._has_run else []
        # What was asked for last has the last word: a pause ends the training that goes on.
        again += self._state_messages.values()
        if self._running.running:
            again.append(c.Resume(self._running.last_update, self._running.last_epoch))
        self._repeated = len(again)
        again += pending
        self._transport.start()
        for command in again:
            self.send(command)
