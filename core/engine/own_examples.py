"""The user's own test set: kept beside all runs, and measured with each exact L of the run on screen.

It is no part of any training: no update, no L and no journal knows of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import OWN, ExampleLosses
from core.data.own_set import OwnSet
from core.engine.example_messages import OwnSetChanged
from core.engine.own_set_commands import DropExamples, KeepExamples, LabelExample
from core.engine.run import Run
from core.engine.snapshot import Example
from core.read_only import read_only

if TYPE_CHECKING:
    from core.data.dataset import Dataset
    from core.engine.engine import Engine


class OwnExamples:
    """Holds the set, and what was measured of it last.

    Attributes
    ----------
    own : OwnSet
        All of it, also what does not fit the data of the run on screen.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.own = OwnSet()
        # What of it fits which data; and what was measured last, of the run on screen.
        self._fitting: tuple[OwnSet, Dataset, OwnSet] | None = None
        self._last: ExampleLosses | None = None
        # Until then so many parameters had been set by hand in it.
        self._edits = 0
        self._asked_of: tuple[int, int, int] | None = None
        self._on_screen = -1
        self.handlers: dict[type, Callable[[Any], None]] = {
            KeepExamples: lambda command: self._change(self.own.with_examples(command.examples)),
            DropExamples: lambda command: self._change(self.own.without(command.numbers)),
            LabelExample: lambda command: self._change(self.own.labelled(command.number, command.name)),
        }

    def put(self, own: OwnSet) -> None:
        """It is this set now, of a session that was opened; it is sent where that says anything, and saved."""
        engine, is_none = self._engine, not len(own) and not len(self.own)
        self.own, self._last, self._asked_of = own, None, None
        if not is_none:
            engine.send(OwnSetChanged(own))
        engine.autosave.save_own(own)

    def fitting(self, run: Run) -> OwnSet:
        """Those that can be shown to this run's network, their classes numbered as its data have them."""
        dataset, known = run.trainer.dataset, self._fitting
        if known is None or known[0] is not self.own or known[1] is not dataset:
            fits = self.own.fitting(run.origin.choice, dataset.picture, dataset.class_names)
            self._fitting = known = self.own, dataset, fits
        return known[2]

    def split(self, run: Run, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """X and y of "train", "test" or "own".

        Raises
        ------
        ValueError
            When there is no such split.
        """
        if name != OWN:
            return run.trainer.dataset.split(name)
        fits = self.fitting(run)
        return fits.pixels, fits.labels

    def example(self, run: Run, row: int) -> Example | None:
        """The one of this row among those that fit, as it is shown; None where there is none."""
        fits = self.fitting(run)
        if not 0 <= row < len(fits):
            return None
        x = read_only(fits.pixels[row].astype(np.float32))
        return Example(x, int(fits.labels[row]), OWN, int(fits.numbers[row]))

    def take(self, run: Run, losses: ExampleLosses) -> None:
        """It is measured, of this run."""
        if run is self._engine.shown:
            self._last, self._edits = losses, run.trainer.edit_count
            self._engine.send(losses)

    def send_last(self) -> None:
        """Send what was measured last, where that is of the run on screen; and see to it that it is of now."""
        self._asked_of = None
        if self._last is not None and self._last.run == self._engine.shown.number:
            self._engine.send(self._last)

    def report(self) -> None:
        """Where nothing is trained, see to it that what is on screen is measured, and told; once each."""
        engine, shown = self._engine, self._engine.shown
        is_other, self._on_screen = shown.number != self._on_screen, shown.number
        if not len(self.own) or engine.training.trains:
            self._asked_of = None
            return
        here = shown.number, shown.trainer.step_count, shown.trainer.edit_count
        if here == self._asked_of:
            return
        self._asked_of = here
        known = self._last
        if known is not None and (known.run, known.update, self._edits) == here:
            if is_other:
                # Whoever comes back to this run has let go of what was measured of it.
                engine.send(known)
        elif len(self.fitting(shown)):
            engine.exact_loss.want_own()

    def _change(self, own: OwnSet) -> None:
        engine = self._engine
        self.own, self._last = own, None
        engine.autosave.save_own(own)
        engine.send(OwnSetChanged(own))
        self._follow()
        # It says whether all of it is in the session's file.
        engine.autosave.save(engine.current)
        if len(self.fitting(engine.shown)):
            engine.exact_loss.want_own()

    def _follow(self) -> None:
        """An example of the set that is shown is shown as it is now; one that is gone is shown no more."""
        engine, has_changed = self._engine, False
        for run in {id(run): run for run in (*engine.runs, engine.shown)}.values():
            shown = run.sample.current
            if shown.origin != OWN:
                continue
            fits = self.fitting(run)
            found = np.flatnonzero(fits.numbers == shown.index)
            now = self.example(run, int(found[0])) if len(found) else None
            if now is None:
                run.sample.release(run.trainer)
            elif now.label == shown.label and np.array_equal(now.x, shown.x):
                continue
            else:
                run.sample.choose(now)
            # A branch shows what its parent shows.
            has_changed |= run.sample is engine.shown.sample
        if has_changed:
            engine.sample_changed()
