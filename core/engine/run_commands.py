"""The commands that begin runs, show them, and let go of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.engine.commands import BeginRun, ForgetRun, ReturnToRun
from core.engine.journal import Origin
from core.engine.loaded_data import LoadedData
from core.engine.run import Run

if TYPE_CHECKING:
    from core.engine.engine import Engine


class RunCommands:
    """Handles them; a branch is begun by `core.engine.time_travel`."""

    def __init__(self, engine: Engine, data: LoadedData) -> None:
        self._engine = engine
        self._data = data
        self.handlers: dict[type, Callable[[Any], None]] = {
            BeginRun: self._begin,
            ReturnToRun: lambda command: engine.enter(engine.run(command.run) or engine.current),
            ForgetRun: lambda command: engine.forget(command.run),
        }

    def _begin(self, command: BeginRun) -> None:
        engine, now = self._engine, self._engine.current
        if engine.run(command.run) is not None:
            # Asked for while a session was opened, whose runs have these numbers now: those that it meant are gone.
            # The window took what it was told meanwhile for an answer to an earlier wish.
            engine.send(now.info())
            return
        choice, weights = command.choice or now.origin.choice, command.weights
        dataset = self._data.of(choice)
        shared = now.sample if dataset is now.trainer.dataset else None
        if command.keeps_weights:
            weights = now.initial_weights_for(command.architecture, dataset)
        origin = Origin(command.architecture, command.config, choice, weights)
        try:
            run = Run(command.run, origin, dataset, shared)
        except ValueError:
            if command.choice is not None:
                raise
            # Likewise: it was meant for the data of another session, or for those before data that had been asked for.
            engine.send(now.info())
            return
        if command.is_shown:
            engine.enter(run)
        else:
            engine.begin_aside(run)
