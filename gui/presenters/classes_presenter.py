"""Shows the classes of the ledger's set: it counts who is taken for whom, and finds the examples of what is chosen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.analysis.confusion import Confusion, confusion_of
from core.analysis.example_losses import NO_CLASS, ExampleLosses
from gui.ledger import class_words as words
from gui.ledger.classes_view import ClassesView
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.gallery_order import ALL, Pair, gallery_rows
from gui.ledger.subtracted import Subtracted


class ClassesPresenter(QObject):
    """One concern: which cell of the matrix is chosen, and what comes of it.

    Parameters
    ----------
    later : callable, optional
        Does something after the next frame's painting; without it everything is shown at once.

    Attributes
    ----------
    pair : Pair
        The chosen cell, row or column; all mistakes at first.
    holds : bool
        Whether the matrix stays as it is until what is to be subtracted from newer counts is there: both are to be of
        one update.
    """

    pair_changed = Signal()
    """Another cell, row or column was chosen."""
    counted = Signal()
    """Other answers, or the same ones again, are counted."""

    def __init__(
        self, view: ClassesView, parent: QObject, later: Callable[[Callable[[], None]], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._later = later
        self._view = view
        self.pair = Pair()
        self.holds = False
        self._losses: ExampleLosses | None = None
        self._confusion: Confusion | None = None
        self._before: Subtracted | None = None
        # Whose counts the matrix shows.
        self._in_matrix: tuple[ExampleLosses, Confusion] | None = None
        self._names: tuple[str, ...] = ()
        self._pictures: ExamplePictures | None = None
        view.matrix.chosen.connect(self._choose)
        view.gallery.sight_changed.connect(self._show_sight)

    @property
    def now(self) -> tuple[int, Confusion] | None:
        """The update whose answers the matrix counts, and these counts; None before there are any."""
        if self._losses is None or self._confusion is None:
            return None
        return self._losses.update, self._confusion

    def show(
        self, losses: ExampleLosses, names: tuple[str, ...], pictures: ExamplePictures | None
    ) -> tuple[str, ...]:
        """Show these answers; what is to be said of all of them."""
        before, is_other = self.pair, names != self._names
        if is_other:
            self.pair = Pair()
        self._losses, self._names, self._pictures = losses, names, pictures
        self._confusion = confusion_of(losses, len(names))
        if self.pair.answer == NO_CLASS and not self._confusion.unanswered.any():
            # Its column is gone.
            self.pair = Pair(self.pair.label, ALL)
        if not self.holds:
            self._show_matrix()
        self._view.matrix.show_chosen(self.pair)
        if self.pair != before:
            self.pair_changed.emit()
            self._view.gallery.show_first()
        self.counted.emit()
        if self._later is None or is_other or not len(self._view.gallery.rows):
            # Those of other classes do not stay for a frame.
            self._show_pair()
        else:
            # Matrix and gallery in one frame would be too much for it.
            self._later(self._show_pair)
        return words.summary_words(self._confusion)

    @property
    def matrix_update(self) -> int | None:
        """The update whose counts the matrix shows, which may be held; None before there are any."""
        return None if self._in_matrix is None else self._in_matrix[0].update

    def subtract(self, before: Subtracted | None) -> None:
        """The matrix shows what it is more than these counts; None for the counts themselves."""
        if before is not self._before or self.holds:
            self._before, self.holds = before, False
            self._show_matrix()

    def _show_matrix(self) -> None:
        losses, confusion, before = self._losses, self._confusion, self._before
        if losses is None or confusion is None:
            return
        if before is not None and before.confusion.of_class.tolist() != confusion.of_class.tolist():
            # They are of other examples.
            before = None
        self._in_matrix = losses, confusion
        moment = losses.run, losses.update
        self._view.matrix.show_confusion(confusion, self._names, losses.split, moment, before)

    def show_chosen(self, row: int, words_of: Callable[[int], str]) -> None:
        """Frame this example where it is in the gallery."""
        self._view.gallery.show_chosen(row, words_of)

    def _choose(self, pair: Pair) -> None:
        self.pair = pair
        self.pair_changed.emit()
        self._view.gallery.show_first()
        self._show_pair()

    def _show_pair(self) -> None:
        losses, confusion = self._losses, self._confusion
        if losses is None or confusion is None:
            return
        rows = gallery_rows(losses, self.pair) if self._names else np.zeros(0, np.int64)
        self._view.matrix.show_chosen(self.pair)
        self._view.show_title(
            words.pair_words(self.pair, self._names), *words.count_parts(self.pair, confusion)
        )
        self._view.gallery.show_examples(losses, rows, self._pictures, self._names)

    def _show_sight(self) -> None:
        if self._losses is None:
            return
        gallery = self._view.gallery
        first, last = gallery.in_sight
        self._view.show_sight(
            words.sight_words(min(first + 1, last), last, len(gallery.rows)),
            words.order_words(not self._losses.lacks_confidences),
        )
