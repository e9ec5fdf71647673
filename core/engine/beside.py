"""What is shown beside the run on screen: another run as it is, or any run as it stood after an earlier update.

A run as it is follows the snapshots of the run on screen. The way to an earlier update is worked on in pieces that hold
up no command; of several wishes only the last one counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.engine.commands import HideBeside, ShowBeside
from core.engine.earlier_state import earlier_states
from core.engine.messages import BesideHidden, BesideShown
from core.engine.past import Past
from core.engine.run import Run
from core.engine.scheduler import IsOver, go_on
from core.engine.snapshot import Example

if TYPE_CHECKING:
    from core.engine.engine import Engine


class Beside:
    """Handles the commands for it; a task of the scheduler.

    Attributes
    ----------
    is_owed : bool
        Whether a snapshot of the run on screen was sent that this is to follow.
    """

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self.is_owed = False
        self._run: Run | None = None
        # At an earlier update: the run there, once it is there, and the way to it.
        self._past: Run | None = None
        self._work: Iterator[None] | None = None
        self._shown: BesideShown | None = None
        self._is_watched = False
        self.handlers: dict[type, Callable[[Any], None]] = {
            ShowBeside: self._show,
            HideBeside: lambda _: self._hide(),
        }

    # --- for the engine

    @property
    def run(self) -> Run | None:
        """What is shown beside the run on screen, once it is there."""
        return self._past or (None if self._work is not None else self._run)

    def report(self) -> None:
        """Send what is shown beside the run on screen, where that is to follow a snapshot of it and differs."""
        run = self._run
        if run is None:
            return
        if self._engine.run(run.number) is not run:
            self._hide()
        elif self._past is not None and _is_changed(run, self._past):
            self._show(ShowBeside(run.number, self._past.trainer.step_count))
        elif self.is_owed and not self._has_to_wait(run):
            self.is_owed = False
            self._send(self._past or run, run)

    # --- a task

    def seconds_until_due(self) -> float:
        """0 while somebody waits for an earlier update."""
        return 0.0 if self._work is not None else math.inf

    def work(self, is_over: IsOver) -> None:
        """Go on with it."""
        work = self._work
        assert work is not None
        if go_on(work, is_over):
            self._work = None

    def fail(self) -> None:
        """Give it up."""
        self._hide()

    # --- commands

    def _show(self, command: ShowBeside) -> None:
        run = self._engine.run(command.run)
        near = self._past if run is self._run else None
        self._forget()
        if run is None:
            self._engine.send(BesideHidden())
            return
        self._run = run
        if command.update is None:
            self.is_owed = True
        else:
            update = min(max(0, command.update), run.trainer.step_count)
            self._work = self._looked_at(run, Past(self._engine.time.history, run, update, near))

    def _looked_at(self, run: Run, past: Past) -> Iterator[None]:
        engine = self._engine
        past.run.watched = self._is_watched = engine.current.watched
        for state in earlier_states(
            past, engine.time.history, run, self._clock, lambda: self._example_for(run)
        ):
            if state is None:
                yield
            elif self._past is not None and self._shown is not None:
                # Another example may have been chosen meanwhile.
                self._shown = replace(self._shown, is_checked=state.is_checked)
                engine.send(self._shown)
            else:
                self._past = past.run if state.is_exact else None
                self._shown = BesideShown(
                    run.number,
                    past.update,
                    run.trainer.step_count,
                    state.snapshot,
                    state.is_exact,
                    past.kept_update,
                    state.is_checked,
                )
                engine.send(self._shown)

    def _hide(self) -> None:
        self._forget()
        self._engine.send(BesideHidden())

    # --- parts

    def _forget(self) -> None:
        self._run = self._past = self._work = self._shown = None
        self.is_owed = False

    def _has_to_wait(self, run: Run) -> bool:
        """Whether it is on its way: to an earlier update, to its last finite numbers, or to the newest update."""
        if self._past is not None:
            return False
        return self._work is not None or run.is_returning or self._engine.companions.is_behind

    def _send(self, shown: Run, run: Run) -> None:
        """Send how `run` stands, or stood where `shown` is; unless that was sent already."""
        example, is_watched = self._example_for(run), self._engine.current.watched
        before = self._shown
        if before is not None and not _differs(before, shown, example) and is_watched == self._is_watched:
            return
        shown.watched = self._is_watched = is_watched
        snapshot = shown.snapshot(example, with_losses=self._past is not None)
        live_update = run.trainer.step_count
        if self._past is not None and before is not None:
            self._shown = replace(before, live_update=live_update, snapshot=snapshot)
        else:
            self._shown = BesideShown(run.number, live_update, live_update, snapshot, kept_update=live_update)
        self._engine.send(self._shown)

    def _example_for(self, run: Run) -> Example:
        """The displayed sample, where this run is on the same examples; otherwise its own."""
        shown = self._engine.shown
        same = run.trainer.dataset is shown.trainer.dataset
        return shown.sample.current if same else run.sample.current


def _is_changed(run: Run, past: Run) -> bool:
    """Whether the run was changed at the very update at which it is shown, since that was made again."""
    known = len(past.journal)
    return len(run.journal) > known and run.journal[known].update <= past.trainer.step_count


def _differs(before: BesideShown, run: Run, example: Example) -> bool:
    """Whether this example makes of the run anything else than what was sent."""
    snapshot, trainer = before.snapshot, run.trainer
    return (
        snapshot.example is not example
        or (snapshot.update, snapshot.edit_count) != (trainer.step_count, trainer.edit_count)
        or (snapshot.loss, snapshot.permutation_count) != (trainer.config.loss, run.permutations)
        or snapshot.penalties != trainer.batch_config.penalties
    )
