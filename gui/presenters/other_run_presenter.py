"""Subtracts from the matrix of the run on screen that of another run, which the engine counts of the same examples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.analysis.confusion import Confusion, confusion_from
from core.analysis.example_losses import ExampleLosses
from core.engine.confusion_messages import ConfusionCounted, ConfusionRefused
from core.engine.example_commands import CountConfusion, DropConfusion
from gui.ledger import other_run_words as words
from gui.ledger.other_run_box import NEWEST, NO_RUN, OWN_MOMENT, SAME, OtherRunBox
from gui.ledger.subtracted import Subtracted

if TYPE_CHECKING:
    from gui.engine.client import EngineClient
    from gui.presenters.classes_presenter import ClassesPresenter
    from gui.presenters.time_presenter import TimePresenter
    from gui.side.known_runs import KnownRuns


class OtherRunPresenter(QObject):
    """One concern: which other run is subtracted, and what is known of it.

    Attributes
    ----------
    run : int
        The other run, or `NO_RUN`.
    """

    chosen = Signal()
    """A run is to be subtracted, or nothing, in place of anything else."""
    changed = Signal()
    """Something else is to be said of it."""

    def __init__(
        self,
        box: OtherRunBox,
        classes: ClassesPresenter,
        known: KnownRuns,
        time: TimePresenter,
        engine: EngineClient,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._box, self._classes, self._known, self._engine = box, classes, known, engine
        self.run, self._updates = NO_RUN, NEWEST
        # What is shown, by run and names of classes, and what the engine was asked about.
        self._of: tuple[int, tuple[str, ...]] | None = None
        self._losses: ExampleLosses | None = None
        # The number of the last question, and whether its answer is awaited.
        self._ask, self._awaits = 0, False
        self._before: Subtracted | None = None
        # Why nothing is subtracted, as `ConfusionRefused` has it, and "left": it is no longer offered.
        self._reason, self._left = "", ""
        box.wanted.connect(self._choose)
        time.rows_changed.connect(lambda *_: self.check_runs())
        engine.confusion_counted.connect(self._on_counted)
        engine.confusion_refused.connect(self._on_refused)
        engine.running_changed.connect(self._on_running)

    def show(self, losses: ExampleLosses, names: tuple[str, ...]) -> tuple[str, ...]:
        """These answers are about to be shown; what is to be said of what is subtracted from them."""
        before, of = self._losses, (losses.run, names)
        if of != self._of:
            self._of, self._left = of, ""
            self.leave()
        self._losses = losses
        self._check_runs()
        if self.run != NO_RUN and losses is not before:
            known = self._before
            is_other_set = before is not None and before.split != losses.split
            if is_other_set or (known is not None and not _is_of(known.confusion, losses)):
                # What is known is of other examples.
                self._forget()
            self._ask_for()
        return self.says()

    def says(self) -> tuple[str, ...]:
        """What is to be said of it."""
        if self._left:
            return (words.left_words(self._left),)
        if self.run == NO_RUN or self._losses is None:
            return ()
        name, at = self._known.name_of(self.run), self._classes.matrix_update
        if self._reason:
            live = self._known.live_of(self.run)
            return (words.refused_words(self._reason, name, self._losses.update, live),)
        if self._before is None or at is None:
            return (words.counting_words(name),)
        return (words.difference_words(at if self._classes.holds else self._losses.update, self._before),)

    def leave(self) -> None:
        """No other run is to be subtracted; what stands in the matrix is left to whoever says so."""
        if self.run != NO_RUN:
            self._engine.send(DropConfusion())
        self.run, self._awaits = NO_RUN, False
        self._before, self._reason, self._classes.holds = None, "", False
        self._box.show_run(NO_RUN, self._updates)

    def check_runs(self) -> None:
        """Offer the runs there are; one that was hidden or deleted is subtracted no more, and that is said."""
        if not self._box.isVisible() and self.run == NO_RUN:
            # Nobody looks: what is offered is looked up when somebody does.
            return
        if self._check_runs():
            self.changed.emit()

    def _check_runs(self) -> bool:
        """The same; whether something else is to be said."""
        shown = None if self._of is None else self._of[0]
        choices = [one for one in self._known.seen_choices if one.run != shown]
        self._box.show_choices(choices)
        if self.run == NO_RUN:
            return False
        named = {one.run: one.name for one in choices}
        if self.run not in named:
            self._left = self._before.name if self._before is not None else self._known.name_of(self.run)
            self.leave()
            self._classes.subtract(None)
            return True
        if self._before is not None and self._before.name != named[self.run]:
            self._before = replace(self._before, name=named[self.run])
            if not self._classes.holds:
                self._classes.subtract(self._before)
            return True
        return False

    # --- what is wanted

    def _choose(self, run: int, updates: str) -> None:
        if run == OWN_MOMENT:
            # It is offered while it is subtracted only.
            return
        self._left = ""
        self.leave()
        self._updates = updates
        self.run = run
        self._box.show_run(run, updates)
        self.chosen.emit()
        self._classes.subtract(None)
        if run != NO_RUN:
            self._ask_for()
        self.changed.emit()

    def _ask_for(self) -> None:
        losses = self._losses
        if losses is None:
            return
        self._ask += 1
        self._awaits = True
        if self._updates == SAME and self._before is not None:
            # Both are to be of one update.
            self._classes.holds = self._before.update != losses.update
        update = losses.update if self._updates == SAME else None
        self._engine.send(CountConfusion(self._ask, self.run, losses.split, update))

    # --- what comes

    def _on_counted(self, counted: ConfusionCounted) -> None:
        losses = self._losses
        is_answer = self._awaits and (counted.ask, counted.run) == (self._ask, self.run)
        if not is_answer or losses is None or counted.split != losses.split:
            return
        confusion = confusion_from(counted.counts)
        if not _is_of(confusion, losses):
            # One's own set is another one by now: what is measured of that is on its way.
            return
        self._awaits, self._reason = False, ""
        self._before = Subtracted(confusion, counted.update, self._known.name_of(self.run))
        self._classes.subtract(self._before)
        self.changed.emit()

    def _on_refused(self, refused: ConfusionRefused) -> None:
        if self._awaits and (refused.ask, refused.run) == (self._ask, self.run):
            self._forget()
            self._reason = refused.reason
            self.changed.emit()

    def _on_running(self, is_running: bool) -> None:
        if not is_running and self.run != NO_RUN and self._reason == "trains":
            self._ask_for()

    def _forget(self) -> None:
        """Nothing is subtracted until something is known."""
        self._awaits, self._before, self._reason = False, None, ""
        self._classes.holds = False
        self._classes.subtract(None)


def _is_of(confusion: Confusion, losses: ExampleLosses) -> bool:
    """Whether as many examples of each class were counted as there are answers."""
    of_class = confusion.of_class
    found = np.bincount(losses.labels, minlength=len(of_class))
    return len(found) == len(of_class) and bool((found == of_class).all())
