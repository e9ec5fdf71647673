"""An engine on the test's own thread: every command and message passes through real frames, but no process is started.

Whoever takes over where the window's process would be can also be looked into: `engine` is the engine itself.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import cache
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine.engine import Engine
from core.engine.frames import FrameReader, pack
from core.engine.messages import CommandsHandled
from core.engine.program import SLICE_S
from core.engine.protocol import Envelope, command_of, frame_of
from gui.engine.client import EngineClient
from gui.engine.process import SAVING_MS

# As long as a timer can wait.
LONGEST_WAIT_MS = 1_000_000
# They are read-only, so all tests share them.
load_once = cache(DatasetSpec.load)
MOST_DIGITS, MOST_TESTED = 20_000, 1_000


@cache
def load_fewer(spec: DatasetSpec) -> Dataset:
    """What the spec means, with a third of the digits; stands for `load_once` where L is measured again and again."""
    if spec.source == "digits":
        spec = replace(spec, count=min(spec.count or MOST_DIGITS, MOST_DIGITS))
    data = spec.load()
    return replace(data, X_test=data.X_test[:MOST_TESTED], y_test=data.y_test[:MOST_TESTED])


class LocalTransport(QObject):
    """Runs an engine between the other events of the test's event loop, as `core.engine.program` does in a process.

    Attributes
    ----------
    engine : Engine
        The one that runs.
    starts : int
        How many were started.
    """

    received = Signal(bytes)
    ended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.starts = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)
        self._begin()

    def _begin(self) -> None:
        self.engine = Engine(perf_counter, load_once)
        self._reader = FrameReader()
        self._commands: deque[Envelope] = deque()
        self._sent = self._answered = 0

    def start(self) -> None:
        """Run an engine from the event loop's next turn on."""
        self.starts += 1
        if self.starts > 1:
            self._begin()

    def write(self, content: bytes) -> None:
        """Have these commands taken, in their order."""
        self._commands += [command_of(frame) for frame in self._reader.feed(content)]
        self._timer.start(0)

    def kill(self, how: str = "killed") -> None:
        """End it at once: nothing is saved, and what was written last does not arrive."""
        self._timer.stop()
        self._commands.clear()
        self.ended.emit(how)

    def close(self, within_ms: int = 0) -> None:
        """Run no further; where there is time for it, save what is under way."""
        self._timer.stop()
        if within_ms == SAVING_MS:
            self.engine.save()

    @property
    def is_due(self) -> bool:
        """Whether there is something to do now."""
        return bool(self._commands) or self.engine.seconds_until_due() <= 0

    @Slot()
    def _work(self) -> None:
        engine = self.engine
        if self._commands:
            envelope = self._commands.popleft()
            self._answered = envelope.number
            messages = engine.handle(envelope.content) or (CommandsHandled(),)
        elif engine.seconds_until_due() <= 0:
            messages = engine.advance(perf_counter() + SLICE_S)
        else:
            messages = ()
        self._wait()
        for message in messages:
            self._sent += 1
            self.received.emit(pack(frame_of(Envelope(message, self._sent, self._answered))))

    def _wait(self) -> None:
        wait_s = 0.0 if self._commands else self.engine.seconds_until_due()
        if wait_s < LONGEST_WAIT_MS / 1000:
            self._timer.start(round(wait_s * 1000))
        else:
            self._timer.stop()


def local_engine() -> EngineClient:
    """A client whose engine runs on the test's own thread, started."""
    client = EngineClient(transport=LocalTransport())
    client.start()
    return client


def engine_of(window: Any) -> Engine:
    """The engine that a window with a `local_engine` speaks to."""
    transport = window.composition.engine._transport
    assert isinstance(transport, LocalTransport)
    return transport.engine


def work_until(window: Any, update: int) -> None:
    """Have the engine of a window work until it has made this update, in one turn of the event loop.

    All commands and messages pass as ever, but nothing is painted meanwhile: that would take longer than the updates.
    Where it rests then, L and whatever else is due is measured in the same turn.
    """
    transport = window.composition.engine._transport
    assert isinstance(transport, LocalTransport)
    while transport.engine.current.trainer.step_count < update:
        transport._work()
    while not transport.engine.training.running and transport.is_due:
        transport._work()
