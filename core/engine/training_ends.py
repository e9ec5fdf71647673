"""How a training ends by itself: all updates are made, the test loss stops falling, or a number is not finite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.engine.divergence_cause import find_cause
from core.engine.messages import Diverged, StoppedEarly
from core.engine.run import Run
from core.engine.scheduler import Requests
from core.training.trainer import DivergenceError

if TYPE_CHECKING:
    from core.engine.engine import Engine


class TrainingEnds:
    """Does what is to be done then; where the run on screen ends, all rest that are trained together.

    Attributes
    ----------
    searches : Requests
        What made runs diverge is looked for while nothing is trained.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.searches = Requests()

    def on_finished(self) -> None:
        """All updates that were asked for are made."""
        self._engine.stop_training()
        self._engine.snapshots.send()

    def on_stopped_early(self, run: Run) -> None:
        """The test loss has not fallen for as long as patience lasts."""
        self._end(run)
        since = run.stopping.since if run.stopping is not None else None
        self._engine.send(StoppedEarly(run.number, run.trainer.step_count, run.best_update, since or 0))

    def on_diverged(self, error: DivergenceError, run: Run) -> None:
        """These parameters are no numbers any more: the run goes back to the update before, and stays there."""
        run.end(error.update, error.cause)
        self._end(run)
        if run is self._engine.current:
            self.drop_requests()
        self.report_divergence(run)

    def report_divergence(self, run: Run) -> None:
        """Return a run that has diverged to its last finite state, then report it."""
        self._engine.requests.add(self._reported(run))

    def drop_requests(self) -> None:
        """Drop what was asked for; another run that is on its way back from a divergence goes on."""
        engine = self._engine
        engine.requests.clear()
        self.searches.clear()
        for run in engine.runs:
            if run is not engine.current and run.is_returning:
                self.report_divergence(run)

    def tells_divergence(self) -> bool:
        """Whether the run on screen has diverged: who asks for an update is told so, for none will come."""
        run = self._engine.current
        self._tell(run)
        return run.diverged is not None

    def _tell(self, run: Run) -> None:
        """Say that a run has diverged, and why, as far as that is known by now."""
        if run.diverged is not None:
            cause = run.cause
            message = Diverged(run.number, *run.diverged, cause.culprit, cause.value, cause.held, cause.since)
            self._engine.send(message)

    def _end(self, run: Run) -> None:
        """No further: with the run on screen all of them rest, a companion alone is left behind by the others."""
        engine = self._engine
        if run is engine.current:
            engine.stop_training()
        else:
            engine.companions.leave(run)

    def _reported(self, run: Run) -> Iterator[None]:
        engine = self._engine
        while run.is_returning:
            run.go_back()
            yield
        if run is not engine.current or engine.time.is_looking_back:
            # No picture of it is to come that had them.
            engine.companions.send_losses((run,))
        engine.snapshots.is_owed = engine.beside.is_owed = True
        self._tell(run)
        if run.diverged is not None and not run.cause.culprit:
            self.searches.add(self._sought(run, run.diverged))

    def _sought(self, run: Run, diverged: tuple[int, str]) -> Iterator[None]:
        """Tell why a run has diverged; not where a parameter is set by hand meanwhile, which ends the divergence."""
        search = find_cause(run, self._engine.time.history)
        while run.diverged is diverged:
            try:
                next(search)
            except StopIteration as found:
                run.cause = found.value
                self._tell(run)
                return
            yield
