"""Shows a cell's way over the run, and subtracts from the matrix that of the moment that is chosen on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.analysis.confusion_history import ConfusionsOverRun
from core.analysis.example_losses import OWN, ExampleLosses
from core.engine.example_commands import AskConfusions
from gui.ledger import class_words as words
from gui.ledger.cell_way import cell_way, confusion_at
from gui.ledger.classes_view import ClassesView
from gui.ledger.gallery_order import Pair
from gui.ledger.subtracted import Subtracted
from gui.widgets.sentence_text import labelled, listed

if TYPE_CHECKING:
    from gui.engine.client import EngineClient
    from gui.presenters.classes_presenter import ClassesPresenter


class ConfusionsPresenter(QObject):
    """One concern: the matrices of this run at its earlier exact measurements."""

    moment_wanted = Signal()
    """A measurement is about to be subtracted, in place of anything else."""
    moment_changed = Signal()
    """Another measurement is subtracted, or none any more."""

    def __init__(
        self, view: ClassesView, classes: ClassesPresenter, engine: EngineClient, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._classes, self._engine = view, classes, engine
        # What is subtracted.
        self._before: Subtracted | None = None
        self._over: ConfusionsOverRun | None = None
        self._of: tuple[int, str] | None = None
        # The run, set, update and measurement of the answers for which it was asked.
        self._asked_at: tuple[int, str, int, int] | None = None
        self._names: tuple[str, ...] = ()
        # Whether the way is marked where one looks back to.
        self._is_past = False
        engine.confusions_over_run.connect(self._on_over)
        view.way.moment_wanted.connect(self._choose)
        classes.pair_changed.connect(self._show)
        classes.counted.connect(self._on_counted)

    @property
    def moment(self) -> int | None:
        """The update of the measurement that is subtracted."""
        return None if self._before is None else self._before.update

    def leave(self) -> None:
        """Something else is to be subtracted."""
        self._before = None
        self._show()

    def show(self, losses: ExampleLosses, names: tuple[str, ...]) -> tuple[str, ...]:
        """These answers are on the page; what is to be said of what is subtracted from them."""
        of = losses.run, losses.split
        if of != self._of or names != self._names:
            self._of, self._names, self._over, self._before = of, names, None, None
            self._classes.subtract(None)
            self._show()
        # Those of one's own test set are not kept: it may have other examples by now.
        if losses.split != OWN:
            self._ask(losses)
        if self._before is None:
            return ()
        return (words.minus_words(self._before),)

    def _ask(self, losses: ExampleLosses) -> None:
        """Once for each measurement: a parameter that is set by hand makes another network of the same update."""
        at = losses.run, losses.split, losses.update, losses.measurement
        before, over = self._asked_at, self._over
        if at == before:
            return
        if before is not None and before[:3] == at[:3] and over is not None:
            # What was known of this update does not hold any more, and what does is on its way.
            holds = over.updates != losses.update
            self._over = replace(over, updates=over.updates[holds], counts=over.counts[holds])
            self._show()
        self._asked_at = at
        self._engine.send(AskConfusions(losses.split))

    def _on_over(self, over: ConfusionsOverRun) -> None:
        fits = over.counts.ndim == 3 and over.counts.shape[1:] == (len(self._names), len(self._names) + 1)
        if (over.run, over.split) != self._of or not fits:
            return
        self._over = over
        if self.moment is not None and self.moment not in over.updates:
            # Of many measurements every second one is dropped: the nearest one is as good.
            nearest = int(over.updates[np.abs(over.updates - self.moment).argmin()])
            self._choose(nearest if nearest < over.updates[-1] else None)
        elif self._before is not None:
            found = confusion_at(over, self._before.update)
            if found is not None and not np.array_equal(found.counts, self._before.confusion.counts):
                # It was measured anew, of other parameters.
                self._choose(self._before.update)
        self._show()

    def _choose(self, moment: int | None) -> None:
        over = self._over
        found = None if over is None or moment is None else confusion_at(over, moment)
        before = None if found is None or moment is None else Subtracted(found, moment)
        if before is None and self._before is None:
            # Whatever else is subtracted stays.
            return
        if before is not None:
            self.moment_wanted.emit()
        self._before = before
        self._classes.subtract(before)
        self._show()
        self.moment_changed.emit()

    @property
    def _looks_back(self) -> bool:
        """Whether the matrix is of an earlier update than the last measurement."""
        over, now = self._over, self._classes.now
        return over is not None and len(over.updates) > 0 and now is not None and now[0] < over.updates[-1]

    def _on_counted(self) -> None:
        # In the present its next measurement is on the way.
        if self._is_past or self._looks_back:
            self._show()

    def _show(self) -> None:
        over, pair = self._over, self._classes.pair
        if over is None or not len(over.updates):
            self._view.way.show_way(None, ("", ""), None)
            return
        way, now = cell_way(over, pair), self._classes.now
        counts = [int(part[-1]) for part in (way.own, way.mirror) if part is not None]
        mirrored, past = Pair(pair.answer, pair.label), None
        self._is_past = self._looks_back
        if now is not None and self._is_past:
            # What is said is of the matrix above it.
            counts = [words.count_of(which, now[1]) for which in (pair, mirrored)[: len(counts)]]
            past = now[0], counts[0]
        names = [self._named(which, count) for which, count in zip((pair, mirrored), counts, strict=False)]
        if past is not None:
            names[0] = listed((names[0], self.tr("update {update}").format(update=f"{past[0]:,}")))
        shown = names[0], names[1] if len(names) > 1 else ""
        self._view.way.show_way(way, shown, self.moment, past, over.run)

    def _named(self, pair: Pair, count: int) -> str:
        return labelled(words.pair_words(pair, self._names), f"{count:,}")
