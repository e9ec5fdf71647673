"""Which one example is shown, a digit of the training, of the test set, or a drawing; and who chooses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import OWN
from core.arrays import Array
from core.data.dataset import Dataset
from core.engine.commands import (
    NextTrainingSample,
    ReleaseSample,
    ShowDrawing,
    ShowExample,
    ShowTestSample,
)
from core.engine.messages import NoSuchSample
from core.engine.snapshot import Example
from core.read_only import read_only
from core.training.trainer import Trainer

if TYPE_CHECKING:
    from core.engine.engine import Engine


class DisplayedSample:
    """There is always exactly one. The training chooses it until the user does.

    Attributes
    ----------
    current : Example
    is_pinned : bool
        Whether the user has chosen it, so that the training does not change it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        # Browsing need not be repeatable, but it must not touch the training's own randomness either.
        self._rng = np.random.default_rng(0)
        self._test_row = -1
        self.is_pinned = False
        self._refresh_due = False
        self.current = self._training_digit(0)

    @property
    def chosen(self) -> Example | None:
        """The example that is shown, where the user has chosen it."""
        return self.current if self.is_pinned else None

    @property
    def shown(self) -> Example:
        """The example that is shown, to be shown again by `show_again`; of no batch any more."""
        return self.current if self.current.position is None else replace(self.current, position=None)

    def show_again(self, example: Example) -> None:
        """Show one that was shown; the user's choice it is unless it was of the training set."""
        if example.origin == "train":
            self.current = example
        else:
            self.choose(example)

    def refresh(self) -> None:
        """Take a digit of the next update's batch."""
        self._refresh_due = not self.is_pinned

    def follow(self, trainer: Trainer) -> None:
        """An update was made: show one of its batch if a new digit is due."""
        if self._refresh_due:
            self._refresh_due = False
            self.current = self._training_digit(int(trainer.batch_rows[0]))

    def of_batch(self, trainer: Trainer) -> Example:
        """The example of a step walkthrough: the batch's hardest, which has the most gradient to show.

        The user's own choice stays, and is watched beside the batch.
        """
        if not self.is_pinned:
            self._refresh_due = False
            position = int(np.argmax(trainer.batch_losses))
            self.current = self._training_digit(int(trainer.batch_rows[position]), position)
        return self.current

    def show_drawing(self, x: Array, label: int | None) -> None:
        """Show what was drawn, as the network reads it.

        Raises
        ------
        ValueError
            When it is not as many numbers as the network reads, or no such class; what is shown stays.
        """
        n_in, n_out = self._dataset.n_in, self._dataset.n_out
        if x.shape != (n_in,) or not (label is None or 0 <= label < n_out):
            raise ValueError(
                f"a drawing of {x.shape} numbers, class {label}: give {n_in}, and a class under {n_out}"
            )
        self.choose(Example(x=x, label=label, origin="drawing"))

    def choose(self, example: Example) -> None:
        """Show this one until another is chosen."""
        self.is_pinned = True
        self.current = example
        if example.origin == "test" and example.index is not None:
            self._test_row = example.index

    def release(self, trainer: Trainer) -> None:
        """Give the choice back to the training."""
        self.is_pinned = False
        rows = trainer.batch_rows
        self.current = self._training_digit(int(rows[0]) if len(rows) else 0)

    def choose_test_digit(self, how: str, digit: int | None, wrong: NDArray[np.bool_] | None = None) -> bool:
        """Show a test digit; False when there is none of that kind.

        `how` is "previous", "next", "random" or "wrong" (the next one that the network, as it stands now, gets
        wrong); `digit` is a class, or None for any. `wrong` is (N,): which ones it gets wrong, for that kind.
        """
        labels = self._dataset.y_test
        of_any = digit is None or self._dataset.is_regression
        fits = np.ones(len(labels), dtype=bool) if of_any else labels == digit
        if wrong is not None:
            fits &= wrong
        rows = np.flatnonzero(fits)
        if not len(rows):
            return False
        if how == "random":
            row = self._rng.choice(rows)
        elif how == "previous":
            before = rows[rows < self._test_row]
            row = before[-1] if len(before) else rows[-1]
        else:
            after = rows[rows > self._test_row]
            row = after[0] if len(after) else rows[0]
        self.choose(self._example(self._dataset.X_test, labels, int(row), "test"))
        return True

    def choose_row(self, split: str, row: int) -> None:
        """Show the example of this row of "train" or "test"; where there is none, what is shown stays."""
        X, y = self._dataset.split(split)
        if 0 <= row < len(y):
            self.choose(self._example(X, y, row, split))

    def _training_digit(self, row: int, position: int | None = None) -> Example:
        return self._example(self._dataset.X_train, self._dataset.y_train, row, "train", position)

    def _example(
        self, X: NDArray[Any], y: NDArray[Any], row: int, origin: str, position: int | None = None
    ) -> Example:
        x = read_only(X[row].astype(np.float32))
        label, target = (None, y[row]) if self._dataset.is_regression else (int(y[row]), None)
        wrong = self._dataset.wrong_labels
        is_shuffled = origin == "train" and wrong is not None and bool(wrong[row])
        return Example(x, label, origin, row, position, target, is_shuffled)


class SampleChoice:
    """Handles the commands for another example."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.handlers: dict[type, Callable[[Any], None]] = {
            ShowTestSample: self._show_test_sample,
            ShowExample: self._show_example,
            ShowDrawing: self._show_drawing,
            ReleaseSample: self._release,
            NextTrainingSample: self._next,
        }

    def _show_test_sample(self, command: ShowTestSample) -> None:
        self._engine.requests.add(self._find(command))

    def _find(self, command: ShowTestSample) -> Iterator[None]:
        run, wrong = self._engine.shown, None
        while command.how == "wrong" and wrong is None:
            edits, evaluation = run.trainer.edit_count, run.trainer.evaluation("test")
            while not evaluation.advance():
                yield
            # What was changed by hand meanwhile may get others wrong.
            wrong = evaluation.wrong if run.trainer.edit_count == edits else None
        if run.sample.choose_test_digit(command.how, command.label, wrong):
            self._engine.sample_changed()
        else:
            self._engine.send(NoSuchSample(command.how))

    def _show_example(self, command: ShowExample) -> None:
        run = self._engine.shown
        if command.split == OWN:
            own = self._engine.own.example(run, command.row)
            if own is not None:
                run.sample.choose(own)
        else:
            run.sample.choose_row(command.split, command.row)
        self._engine.sample_changed()

    def _show_drawing(self, command: ShowDrawing) -> None:
        self._engine.shown.sample.show_drawing(command.x, command.label)
        self._engine.sample_changed()

    def _release(self, _: ReleaseSample) -> None:
        run = self._engine.shown
        run.sample.release(run.trainer)
        self._engine.sample_changed()

    def _next(self, _: NextTrainingSample) -> None:
        self._engine.shown.sample.refresh()
