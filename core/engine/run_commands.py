"""The commands that begin runs, show them, and let go of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.engine.commands import BeginRun, ForgetRun, ReturnToRun
from core.engine.journal import Origin
from core.engine.loaded_data import LoadedData
from core.engine.run import Run
from core.nn.misfit import find_misfit

if TYPE_CHECKING:
    from core.data.dataset import Dataset
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
        if engine.is_taken(command.run):
            # Asked for while a session was opened, or two were, whose runs got these numbers: those it meant are gone.
            # The window took what it was told meanwhile for an answer to an earlier wish.
            engine.send(now.info())
            return
        choice, weights = self._data.resolved(command.choice or now.origin.choice), command.weights
        dataset = self._data.of(choice)
        if command.choice is None and not _suits(command, dataset):
            # Likewise: it was meant for the data of another session, or for those before data that had been asked for.
            engine.send(now.info())
            return
        shared = now.sample if dataset is now.trainer.dataset else None
        if command.keeps_weights:
            weights = now.initial_weights_for(command.architecture, dataset)
        run = Run(command.run, Origin(command.architecture, command.config, choice, weights), dataset, shared)
        self._data.begun(choice)
        if command.is_shown:
            engine.enter(run)
        else:
            engine.begin_aside(run)


def _suits(command: BeginRun, dataset: Dataset) -> bool:
    """Whether layers, loss and batches go with these examples; whatever else is wrong with the command is a fault."""
    architecture, config = command.architecture.with_outputs(dataset.n_out), command.config
    if architecture.on_picture(dataset.picture) != architecture:
        return False
    if config.loss == "cross_entropy" and dataset.y_train.ndim == 2:
        return False
    if config.batch_size is not None and config.batch_size > len(dataset.y_train):
        return False
    if find_misfit(architecture.layers, dataset.n_in, dataset.picture) is not None:
        return False
    # Of a file that was opened for as many inputs as there were then.
    return command.weights is None or command.weights.fit(architecture.network((dataset.n_in,)))
