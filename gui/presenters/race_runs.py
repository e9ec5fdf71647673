"""Several runs that begin at once, to be trained together: one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoStack

from core.analysis.unrolling import KINDS, architecture
from core.arrays import Array
from core.data.dataset_spec import DatasetSpec
from core.engine.commands import BeginRun, ReturnToRun
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from gui.architecture.weights_title import unrolled_name
from gui.engine.client import EngineClient
from gui.presenters.run_presenter import RunPresenter
from gui.widgets.undoable import Undoable

Beginning = tuple[Architecture, InitialWeights]


def unrolled_beginnings(starts: Sequence[Array], seed: int) -> list[Beginning]:
    """The three layers on the way from dense to convolutional, made networks; `starts` are the parameters of each.

    Their weights have the names that `weights_title` says in the language in force.
    """
    return [
        (architecture(kind, seed), InitialWeights(unrolled_name(kind), start))
        for kind, start in zip(KINDS, starts, strict=True)
    ]


def begin_race(
    runs: RunPresenter,
    engine: EngineClient,
    undo_stack: QUndoStack,
    beginnings: Sequence[Beginning],
    config: TrainingConfig,
) -> tuple[int, ...]:
    """Begin a run on the digits with each of these; the last one is shown. Returns their numbers; () without a run.

    Undo leads back to the run that was on screen, which stays as it is.
    """
    info = runs.info
    if info is None:
        return ()
    makes: list[BeginRun] = []
    for place, (network, weights) in enumerate(beginnings):
        begun = replace(info, architecture=network, config=config, weights_name=weights.name)
        begun = replace(begun, parent=None, branch_update=0, changes=())
        number = runs.kept.add(info, begun, 0).run
        is_shown = place == len(beginnings) - 1
        makes.append(BeginRun(number, network, config, DatasetSpec(), weights, is_shown=is_shown))
    numbers = tuple(make.run for make in makes)

    def issue(command: tuple[BeginRun, ...] | ReturnToRun) -> None:
        if isinstance(command, ReturnToRun):
            runs.issue(command)
            return
        for make in command[:-1]:
            engine.send(make)
        runs.issue(command[-1])

    step = Undoable(
        lambda: QCoreApplication.translate("Unrolling", "Train the three"),
        issue,
        tuple(makes),
        ReturnToRun(info.run),
        ReturnToRun(numbers[-1]),
        runs=(info.run, *numbers),
    )
    undo_stack.push(step)
    runs.kept.forget_unreachable(runs.info)
    return numbers
