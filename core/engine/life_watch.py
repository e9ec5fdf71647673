"""Records the lives of the training's examples, and sends them to a window that looks at them.

Every run that this engine trains is recorded, and its record is saved and recovered with it. A branch, and a run from
a file that has no record, begin with nothing: what lies before is not made up. Runs that are made again to look back
are not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.life_record import LifeRecord
from core.engine.example_commands import AskLife, WatchLives
from core.engine.example_messages import ExampleLife, ExampleLives
from core.engine.run import Run
from core.read_only import read_only
from core.training.presentations import Presentations

if TYPE_CHECKING:
    from core.engine.engine import Engine

# While it is trained, they are sent so often.
EVERY_S = 1.0
COUNTED = "presented", "wrong", "forgotten", "first_right", "right_since"


class LifeWatch:
    """Has the record of each run, and knows whether somebody looks."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock, self._engine = clock, engine
        self._is_watched = False
        # Of which run what was sent, up to which update, and when.
        self._sent, self._sent_s = (-1, -1), 0.0
        self.handlers: dict[type, Callable[[Any], None]] = {WatchLives: self._watch, AskLife: self._send_life}

    def attach(self, run: Run) -> None:
        """From now on this run is recorded: a record that was saved with it goes on."""
        trainer = run.trainer
        if trainer.presentations is not None:
            return
        if run.life is None:
            run.life = LifeRecord(len(trainer.dataset.y_train), trainer.step_count)
        # Numbers that are to be met are no classes: of them only C is recorded.
        labels = None if trainer.dataset.is_regression else trainer.dataset.y_train
        trainer.presentations = Presentations(labels, run.life, run.life.update + 1)

    def report(self) -> None:
        """Where somebody looks, send what is new: about once a second, and at once where the training rests."""
        run = self._engine.current
        if not self._is_watched or self._sent == (run.number, run.trainer.step_count):
            return
        waits = self._engine.training.trains and self._sent[0] == run.number
        if not waits or self._clock() >= self._sent_s + EVERY_S:
            self._send()

    def _watch(self, command: WatchLives) -> None:
        self._is_watched, self._sent = command.is_on, (-1, -1)

    def _record(self) -> LifeRecord | None:
        """That of the run on screen, with all that it has seen; None where nothing is recorded."""
        run = self._engine.current
        if run.trainer.presentations is not None:
            run.trainer.presentations.flush()
        return run.life

    def _send(self) -> None:
        run, record = self._engine.current, self._record()
        self._sent, self._sent_s = (run.number, run.trainer.step_count), self._clock()
        if record is None:
            return
        counts = record.counts()
        given_up = run.trainer.batches.given_up
        first, last = (
            int(epoch) for epoch in _as_counted(np.array([record.first_epoch, record.epoch]), given_up)
        )
        self._engine.send(
            ExampleLives(
                run=run.number,
                since=record.since,
                update=record.update,
                epochs=last - first + 1 if record.update > record.since else 0,
                with_dropout=record.with_dropout,
                losses=read_only(record.losses.copy()),
                updates=read_only(record.updates.copy()),
                **{name: read_only(getattr(counts, name).astype(np.int64)) for name in COUNTED[:3]},
                **{name: read_only(_as_counted(getattr(counts, name), given_up)) for name in COUNTED[3:]},
            )
        )

    def _send_life(self, command: AskLife) -> None:
        record = None if self._engine.current.trainer.dataset.is_regression else self._record()
        if record is not None and 0 <= command.row < len(record.losses):
            epochs, states = record.life_of(command.row)
            counted = _as_counted(epochs, self._engine.current.trainer.batches.given_up)
            own = read_only(counted), read_only(states.astype(np.uint8))
            self._engine.send(ExampleLife(self._engine.number, command.row, record.bits.spacing, *own))


def _as_counted(epochs: NDArray[np.integer], given_up: Sequence[int]) -> NDArray[np.int64]:
    """Epochs as "epochs done" counts them: one that was given up has the number of the next one; -1 stays."""
    return np.asarray(epochs - np.searchsorted(np.array(given_up, np.int64), epochs), np.int64)
