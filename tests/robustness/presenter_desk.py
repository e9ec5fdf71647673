"""A window that nobody looks at, and its engine, which moves only where it is told to, by a clock that stands still."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from gui.app import commands as w
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.engine.autosave_folder import AutosaveFolder
from gui.engine.client import EngineClient
from tests.audit import desk as audit
from tests.robustness.engine_machine import MEMORY
from tests.robustness.witness import Witness
from tests.robustness.witnessed_desk import HeardTransport

TICK_S, FRAME_S, REST_FRAME_S, WORK_MS = 0.0005, 0.02, 0.3, 8.0
# So few digits that L of both sets is soon known.
TRAIN, TEST = 60, 30
# Nothing is left to be done after so many turns.
MOST_TURNS = 3000


class StillClock(audit.Clock):
    """It goes on a little each time it is looked at."""

    def __call__(self) -> float:
        self.ahead_s += TICK_S
        return self.ahead_s


@cache
def few_digits(choice: DatasetSpec) -> Dataset:
    """The first ones of what the choice means."""
    data = audit.small_dataset(choice)
    parts = {"X_train": TRAIN, "y_train": TRAIN, "X_test": TEST, "y_test": TEST}
    return replace(data, **{name: getattr(data, name)[:count] for name, count in parts.items()})


class SteppedTransport(HeardTransport):
    """Its engine does something only when it is told to."""

    def _wait(self) -> None:
        """Whoever steps it knows what is due."""
        self._timer.stop()

    def write(self, content: bytes) -> None:
        """Keep these commands until the engine is stepped."""
        super().write(content)
        self._timer.stop()

    @property
    def has_commands(self) -> bool:
        """Whether one has not been taken yet."""
        return bool(self._commands)

    def step(self) -> bool:
        """Take a command, or a slice of work; False where nothing is due."""
        if is_due := self.is_due:
            self._work()
        return is_due


class PresenterDesk:
    """The window, unseen; it is used by one order after the other.

    Attributes
    ----------
    is_sound : bool
        Whether the last order has found nothing wrong.
    """

    def __init__(self, clock: StillClock) -> None:
        self.clock, self.is_sound = clock, True
        self.witness, self.wrong, self.failures = Witness(), list[str](), list[str]()
        self.transport = SteppedTransport(self.witness, self.wrong, clock)
        # Where there is such a disk, what is kept all the time takes no time.
        self._folder = tempfile.TemporaryDirectory(prefix="backlight-machine-", dir=MEMORY)
        folder = AutosaveFolder(Path(self._folder.name))
        client = EngineClient(folder, self.transport)  # type: ignore[arg-type]
        client.failed.connect(self.failures.append)
        client.start()
        self.window = MainWindow(Settings.in_memory(), engine=client)
        self.window.resize(1280, 800)
        self._paint_nothing()
        self.composition = self.window.composition
        self.issue = self.composition.dispatcher.issue
        self.rest()

    @property
    def engine(self) -> Any:
        """The one that lives."""
        return self.transport.engine

    def _paint_nothing(self) -> None:
        """Pictures are drawn ahead in frames, and docks given their places, where a window is seen."""
        for part in (self.window.network_view, self.window.loss_plot):
            part.has_work = lambda *_: False  # type: ignore[assignment]
            part.work = lambda *_: False  # type: ignore[assignment]
        self.window.resizeDocks = lambda *_: None  # type: ignore[assignment]

    def turn(self, times: int = 1, frame_s: float = FRAME_S) -> None:
        """Step the engine so often, and let a frame pass where one is wanted."""
        for _ in range(times):
            if not self.transport.step():
                break
        self.clock.ahead_s += frame_s
        if self.composition.network._settling.is_under_way:
            # Edges of a training at rest are drawn in turns of the event loop, before the next frame.
            QCoreApplication.processEvents()
        frames = self.composition.clock
        if frames.is_running:
            # As its tick does it, with time for everybody's work.
            wanted = [mover.move(self.clock()) for mover in frames._movers]
            wanted += [mover.work(WORK_MS) for mover in frames._movers if mover.has_work(self.clock())]
            if not any(wanted):
                frames.stop()

    def rest(self) -> None:
        """Until nothing is left to be done; a training that has no end is paused."""
        client, network = self.composition.engine, self.composition.network
        client.send(c.Pause())
        for _ in range(MOST_TURNS):
            self.turn(20, REST_FRAME_S)
            if network.is_in_walkthrough and not self.composition.clock.is_running:
                # One whose gradient came after the pause is held, and goes on.
                network.player.start()
            if not (self.transport.is_due or self.composition.clock.is_running or network.is_in_walkthrough):
                return
        raise AssertionError(
            f"it never rests: {self.engine.seconds_until_due()}, {network.is_in_walkthrough}"
        )

    def settle(self) -> None:
        """Until all is done that was asked for; what is measured, saved and drawn after it may wait."""
        for _ in range(MOST_TURNS):
            engine = self.engine
            asked = engine.requests, engine.time, engine.beside, engine.sessions, engine.companions
            is_asked = any(task.seconds_until_due() <= 0 for task in asked)
            if not (self.transport.has_commands or is_asked):
                return
            self.transport.step()
        raise AssertionError("what was asked for is never done")

    def begin_anew(self) -> None:
        """Leave all that was done in the order before: the next one is as if it were alone.

        Where that has failed Hypothesis does it again, and has to find the same.
        """
        if not self.is_sound:
            self.witness.wait_for_session()
        self.is_sound = False
        self.window.undo_stack.clear()
        if (page := self.window.network_area.page) is not None:
            page.closed.emit()
        self.composition.film.close()
        self.composition.findings.close()
        self.issue(w.Choose("edge_value", "weight"))
        if self.composition.sides.side.other is not None:
            self.issue(w.ToggleSide())
        self.witness.files.clear()
        self.settle()
        self.issue(w.BeginSession())
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.witness.shown != self.engine.number:
            raise AssertionError("no session was begun")

    def close(self) -> None:
        """Close the window for good."""
        self.window.close()
        self._folder.cleanup()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
