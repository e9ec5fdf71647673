"""Runs that are trained together with the run on screen: update by update, on the same batches.

Each round is one update of the run on screen, then one of each companion. A companion's batch may take many pieces:
between two of them a command may come, and the round is finished whatever it is. Each run stays the same bits as if it
were trained alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from core.engine.commands import TrainTogether
from core.engine.messages import LossesAdded, TogetherChanged, TogetherRefused
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.training.trainer import DivergenceError

if TYPE_CHECKING:
    from core.engine.engine import Engine

Step = tuple[Run, Callable[[], float | None], Callable[[float], None]]
"""A run, what makes an update of it, and what takes the mean C of its batch."""


class Companions:
    """Knows who is trained together, and finishes a round that was begun; a task of the scheduler.

    Attributes
    ----------
    runs : tuple of Run
        Those that are trained with the run on screen.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.runs: tuple[Run, ...] = ()
        # Those that are an update behind, in their order; also one that is no companion any more.
        self._behind: list[Run] = []
        self.handlers: dict[type, Callable[[Any], None]] = {TrainTogether: self._train_together}

    # --- for the engine

    @property
    def is_behind(self) -> bool:
        """Whether a companion has yet to make the update that the run on screen has made."""
        return bool(self._behind)

    def check(self) -> None:
        """Part from those that are gone, or do not stand at the same batch as the run on screen any more."""
        if not self.runs or self._behind:
            return
        staying = []
        for run in self.runs:
            reason = self._why_not(run)
            if reason:
                self._engine.send(TogetherRefused(run.number, reason))
            else:
                staying.append(run)
        self._keep(staying)

    def leave(self, run: Run) -> None:
        """A companion is trained no further."""
        self._keep([other for other in self.runs if other is not run])

    def on_entered(self, before: Run | None, now: Run) -> None:
        """Another run is on screen: a companion changes places with the one before, any other ends it.

        No snapshot of the one before is to come: the losses of its last updates are sent now.
        """
        if before is not None and before is not now and self._engine.run(before.number) is before:
            self.send_losses((before,))
        if before is not now and self.runs:
            others = [before if run is now else run for run in self.runs if before is not None]
            self._keep(others if now in self.runs else [])

    def owe(self) -> None:
        """The run on screen has made an update by itself: each companion has to make one."""
        self._behind += self.runs

    def finish_round(self) -> Iterator[None]:
        """Finish the round that was begun, piece by piece: all stand at the same batch then, or are parted from."""
        while self._behind:
            self.work(lambda: True)
            yield

    def report(self) -> None:
        """Part from runs that are gone; and send the losses that no snapshot is to come for."""
        engine = self._engine
        is_there = [engine.run(run.number) is run for run in self.runs]
        if not all(is_there):
            self._keep([run for run, is_one in zip(self.runs, is_there, strict=True) if is_one])
        if not engine.training.running:
            self.send_losses()

    def send_losses(self, runs: Sequence[Run] | None = None) -> None:
        """Send what companions have lost in each update since it was sent last, unless one is behind."""
        if runs is None and self._behind:
            return
        for run in self.runs if runs is None else runs:
            if run.losses and not run.is_returning:
                losses = np.array(run.take_losses(), np.float32)
                first = run.trainer.step_count - len(losses) + 1
                self._engine.send(LossesAdded(run.number, first, losses))

    # --- training

    def train(self, leader: Run, most: float, is_over: IsOver) -> None:
        """Make up to `most` updates of each, until the slice is over; as `core.engine.training_task.train_slice`.

        Raises
        ------
        DivergenceError
            When the run on screen diverges; a companion is parted from instead.
        """
        group = (leader, *self.runs)
        if any(run.trainer.has_waiting_settings for run in group):
            # They may be those of other batches.
            most = min(most, 1)
        try:
            if any(run.keeps_each_update for run in group):
                self._train_in_pieces(leader, most, is_over)
            else:
                self._train_at_once(group, most, is_over)
        finally:
            for run in self.runs:
                self._engine.time.on_updates(run)

    def _train_in_pieces(self, leader: Run, most: float, is_over: IsOver) -> None:
        made = 0
        while made < most:
            while (mean := leader.advance()) is None:
                if is_over():
                    return
            leader.losses.append(mean)
            made += 1
            self.owe()
            self.work(is_over)
            if self._behind or is_over():
                return

    def _train_at_once(self, group: tuple[Run, ...], most: float, is_over: IsOver) -> None:
        """Updates of a single piece each: the last ones of the slice are kept to be shown."""
        quick = [(run, run.trainer.advance, run.losses.append) for run in group]
        kept = [(run, run.advance, run.losses.append) for run in group]
        made = 0
        while made < most - 1:
            if not self._make_round(quick):
                return
            made += 1
            if is_over():
                break
        if most > 0:
            self._make_round(kept)

    def _make_round(self, steps: Sequence[Step]) -> bool:
        """One update of each. Returns whether all are trained any further."""
        for place, (run, advance, append) in enumerate(steps):
            try:
                append(cast(float, advance()))
            except Exception as error:
                if not place:
                    raise
                # Those after it have not had their turn yet.
                self._behind += [run for run, *_ in steps[place:]]
                if not isinstance(error, DivergenceError):
                    raise
                self._diverged(run, error)
                return False
        return True

    def _diverged(self, run: Run, error: DivergenceError) -> None:
        self._behind = [other for other in self._behind if other is not run]
        self._engine.ends.on_diverged(error, run)

    # --- a task

    def seconds_until_due(self) -> float:
        """0 while a companion is behind."""
        return 0.0 if self._behind else math.inf

    def work(self, is_over: IsOver) -> None:
        """Go on with the round that was begun."""
        engine = self._engine
        while self._behind:
            run = self._behind[0]
            if engine.run(run.number) is not run:
                self._behind.pop(0)
                continue
            try:
                mean = run.advance()
            except DivergenceError as error:
                self._diverged(run, error)
                continue
            if mean is not None:
                run.losses.append(mean)
                self._behind.pop(0)
                engine.on_updates(run)
                if run not in self.runs:
                    self._let_rest(run)
            if is_over():
                break
        # Settings that have waited for this update may be those of other batches.
        self.check()

    def fail(self) -> None:
        """Train the run on screen alone."""
        self._behind.clear()
        self._keep([])

    # --- commands

    def _train_together(self, command: TrainTogether) -> None:
        if self._behind or self._engine.current.is_returning:
            # Where the run on screen will stand then decides, not an update that it passes on its way there.
            self._engine.requests.add(self._later(command))
        else:
            self._begin_together(command)

    def _later(self, command: TrainTogether) -> Iterator[None]:
        yield from self.finish_round()
        self._begin_together(command)

    def _begin_together(self, command: TrainTogether) -> None:
        companions: list[Run] = []
        for number in dict.fromkeys(command.runs):
            run = self._engine.run(number)
            reason = "gone" if run is None else self._why_not(run)
            if run is None or reason:
                self._engine.send(TogetherRefused(number, reason))
            elif run is not self._engine.current:
                companions.append(run)
        self._keep(companions, at_least_once=True)

    # --- parts

    def _why_not(self, run: Run) -> str:
        """Why a run can't be trained on the batches of the run on screen; "" where it can."""
        leader = self._engine.current
        mine, its = run.trainer, leader.trainer
        if self._engine.run(run.number) is not run:
            return "gone"
        if run.diverged is not None:
            return "diverged"
        if mine.dataset is not its.dataset:
            return "data"
        if mine.batches.batch_size != its.batches.batch_size:
            return "batches"
        if mine.config.seed != its.config.seed:
            return "seed"
        if mine.batches.epoch != its.batches.epoch:
            return "epoch"
        return "place" if mine.batches.position != its.batches.position else ""

    def _keep(self, runs: Sequence[Run], at_least_once: bool = False) -> None:
        """These are the companions from now on; the others rest, and are saved as they stand."""
        left = [run for run in self.runs if run not in runs]
        if not at_least_once and tuple(runs) == self.runs:
            return
        self.runs = tuple(runs)
        for run in left:
            self._let_rest(run)
        self._engine.send(TogetherChanged(tuple(run.number for run in runs)))

    def _let_rest(self, run: Run) -> None:
        """A run that is trained no further is saved, and its losses are sent; that on screen has snapshots for that."""
        engine = self._engine
        if engine.run(run.number) is run and run is not engine.current:
            engine.autosave.save(run)
            run.trainer.release_buffers()
            self.send_losses((run,))
