"""The commands that train the run on screen, and those that are trained with it: to an end, at a rate, or no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.engine.commands import Pause, Resume, SetRate, Train, TrainEpoch
from core.engine.messages import RunningChanged

if TYPE_CHECKING:
    from core.engine.engine import Engine


class TrainingCommands:
    """Handles them; `core.engine.training_task` does the work."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.handlers: dict[type, Callable[[Any], None]] = {
            Train: self._train,
            TrainEpoch: lambda _: self._begin(last_epoch=engine.current.trainer.epoch + 1),
            Resume: self._resume,
            Pause: self._pause,
            SetRate: lambda command: engine.training.set_rate(command.updates_per_second),
        }

    def _train(self, command: Train) -> None:
        made = self._engine.current.trainer.step_count
        self._begin(None if command.updates is None else made + command.updates)

    def _begin(self, last_update: int | None = None, last_epoch: int | None = None) -> None:
        """As a user asks for it: whatever has stopped the training early counts from here on."""
        for run in (self._engine.current, *self._engine.companions.runs):
            run.reset_early_stopping()
        self._resume(Resume(last_update, last_epoch))

    def _resume(self, command: Resume) -> None:
        engine = self._engine
        run, training = engine.current, engine.training
        if engine.ends.tells_divergence():
            return
        before = training.running, training.last_update, training.last_epoch
        if not training.running:
            engine.exact_loss.begin(trains=True)
        training.start(command.last_update, command.last_epoch)
        if before != (True, command.last_update, command.last_epoch):
            engine.send(RunningChanged(True, command.last_update, command.last_epoch))
        if training.is_at_end(run):
            engine.ends.on_finished()

    def _pause(self, _: Pause) -> None:
        engine = self._engine
        if engine.training.running:
            engine.stop_training()
        engine.snapshots.send()
