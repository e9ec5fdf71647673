"""The commands that have runs go on with other settings: the run on screen, or several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.engine.commands import Reconfigure, ReconfigureSeveral
from core.engine.messages import RunReconfigured
from core.engine.run import Run
from core.training.compatibility import check_compatible
from core.training.config import TrainingConfig

if TYPE_CHECKING:
    from core.engine.engine import Engine

Wish = tuple[Run, TrainingConfig]
"""A run, and with what settings it is to go on."""


class SettingsCommands:
    """Handles them; each run writes the change into its own journal."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.handlers: dict[type, Callable[[Any], None]] = {
            Reconfigure: self._reconfigure,
            ReconfigureSeveral: self._reconfigure_several,
        }

    def _reconfigure(self, command: Reconfigure) -> None:
        run = self._engine.current
        if run.is_returning:
            # What is made again has to be made with the same settings.
            self._engine.requests.add(self._later(self._reconfigure, command))
        else:
            self._take([(run, command.config)])

    def _reconfigure_several(self, command: ReconfigureSeveral) -> None:
        if any(run.is_returning for run, _ in self._wishes(command)):
            self._engine.requests.add(self._later(self._reconfigure_several, command))
            return
        # Where nothing has to be done before, at once; what was set before comes first in any case.
        taken, requests = self._taken(command), self._engine.requests
        if requests.seconds_until_due() == 0 or next(taken, self) is not self:
            requests.add(taken)

    def _later(self, take: Callable[[Any], None], command: Any) -> Iterator[None]:
        take(command)
        yield

    def _wishes(self, command: ReconfigureSeveral) -> list[Wish]:
        """Those of the command for runs that are still there."""
        pairs = zip(command.runs, command.configs, strict=False)
        return [(run, config) for number, config in pairs if (run := self._engine.run(number)) is not None]

    def _taken(self, command: ReconfigureSeveral) -> Iterator[None]:
        """Have all of them go on with their settings, from the same update on where they are trained together."""
        engine = self._engine
        yield from engine.companions.finish_round()
        for run in engine.companions.runs:
            # A gradient that waits is applied as it was shown: then those of the others have to be of the same batch.
            while run.number in command.runs and engine.current.trainer.gradient_ready:
                if run.trainer.accumulate_gradient():
                    break
                yield
        self._take(self._wishes(command))

    def _take(self, wishes: list[Wish]) -> None:
        """These settings are in force from now on; where one of them can't be, none is."""
        engine = self._engine
        for run, config in wishes:
            check_compatible(run.trainer.network, run.trainer.dataset, config)
        for run, config in wishes:
            old = run.trainer.config
            run.take(Reconfigure(config))
            if (config.l1, config.l2) != (old.l1, old.l2):
                # The penalties that were measured are others now.
                engine.exact_loss.forget(run.number)
        engine.companions.check()
        for run, _ in wishes:
            if run is not engine.current:
                run.new_marks.clear()
                engine.send(RunReconfigured(run.info()))
        engine.time.send_marks()
        engine.send(replace(engine.current.info(), changes=(), keeps_changes=True))
