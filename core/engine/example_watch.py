"""What each example adds to L, for a window that looks at them: whenever the exact L is measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.example_losses import OWN, ExampleLosses
from core.data.dataset import SPLITS
from core.engine.confidence_watch import ConfidenceWatch
from core.engine.confusion_task import ConfusionTask
from core.engine.confusion_watch import ConfusionWatch
from core.engine.example_commands import MOST_PICTURES, AskExamples, WatchExamples
from core.engine.example_messages import ExamplesSeen
from core.engine.loss_meter import ExactLossMeter
from core.engine.measured_outputs import MeasuredOutputs
from core.engine.run import Run
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine


class ExampleWatch:
    """Keeps what was measured last of the run on screen, both sets of one update."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._split = ""
        self._last: dict[str, ExampleLosses] = {}
        self._outputs = MeasuredOutputs(engine)
        self.confusions, self.confidences = ConfusionWatch(engine), ConfidenceWatch(engine)
        self.counting = ConfusionTask(engine)
        # What is on screen at rest, by run, update and changes by hand, when its terms were asked for.
        self._asked_of: tuple[int, int, int] | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {
            WatchExamples: self._watch,
            AskExamples: self._send_pictures,
            **self._outputs.handlers,
            **self.confusions.handlers,
            **self.counting.handlers,
            **self.confidences.handlers,
        }

    def looks_at(self, run: Run) -> bool:
        """Whether somebody looks at this run's examples."""
        return bool(self._split) and run is self._engine.shown

    def take(self, run: Run, meter: ExactLossMeter) -> None:
        """A run's exact L is measured: that of the run on screen is kept, and sent where somebody looks."""
        examples = {split: meter.examples(split) for split in SPLITS}
        self.confusions.take(run, examples)
        if run is self._engine.shown:
            self._last = examples
            self._outputs.take(meter.network, examples)
            self.confidences.take(run, meter)
            self._send()
            if self._split and self._last[self._split].lacks_confidences:
                # Somebody began to look while it was under way.
                self._engine.exact_loss.want_again(run)

    def take_own(self, run: Run, meter: ExactLossMeter, losses: ExampleLosses) -> None:
        """The user's own test set is measured, of this run: its terms."""
        if run is self._engine.shown:
            self._outputs.take(meter.network, {OWN: losses}, meter.measured_own)

    def forget(self, run: int) -> None:
        """What is kept of this run at its measurements is not wanted any more: the run is gone."""
        self.confusions.forget(run)
        self.confidences.forget(run)
        self.counting.forget(run)

    def report(self) -> None:
        """Where somebody looks, and nothing is trained, see to it that what is on screen is measured."""
        engine = self._engine
        if not self._split or engine.training.trains:
            self._asked_of = None
            return
        trainer, known = engine.shown.trainer, self._last.get(self._split)
        here = engine.shown.number, trainer.step_count, trainer.edit_count
        if here == self._asked_of:
            return
        self._asked_of = here
        if self._is_owed(known):
            engine.exact_loss.want_again(engine.shown)

    def _is_owed(self, known: ExampleLosses | None) -> bool:
        """Whether what is known is not of what is on screen, or not all that somebody looks at."""
        shown = self._engine.shown
        here = shown.number, shown.trainer.step_count
        return known is None or (known.run, known.update) != here or known.lacks_confidences

    def _watch(self, command: WatchExamples) -> None:
        if command.split not in ("", *SPLITS, OWN):
            raise ValueError(f"{command.split!r} is no set: choose 'train', 'test', 'own' or ''")
        if command.split == OWN:
            # Its terms are sent whether somebody looks or not: its answers are always to be seen.
            self._split = ""
            self._engine.own.send_last()
            return
        self._split = command.split
        if self._split:
            shown, known = self._engine.shown, self._last.get(self._split)
            if known is not None and known.run == shown.number:
                self._send()
            self._asked_of = None
            if self._is_owed(known):
                self._engine.exact_loss.want_again(shown)

    def _send(self) -> None:
        if self._split in self._last:
            self._engine.send(self._last[self._split])

    def _send_pictures(self, command: AskExamples) -> None:
        run = self._engine.shown
        X, _ = self._engine.own.split(run, command.split)
        rows = command.rows[(command.rows >= 0) & (command.rows < len(X))][:MOST_PICTURES]
        numbers = X[rows].astype(np.float32)
        pixels = np.clip(np.rint(numbers * 255), 0, 255).astype(np.uint8)
        if run.trainer.dataset.picture is not None:
            numbers = numbers[:, :0]
        shown = read_only(rows.copy()), read_only(pixels), read_only(numbers)
        self._engine.send(ExamplesSeen(run.number, command.split, *shown))
