"""Keeps which examples of each set are selected, whatever the order, the view and the update; says what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer

from core.analysis.example_losses import OWN
from core.analysis.last_seen import ExampleTerms, LastSeen
from core.analysis.selected_examples import Mask, mask_of, selected_sums
from core.data.dataset_spec import DatasetSpec
from core.data.own_set import OwnSet
from core.engine.messages import RunInfo
from gui.widgets.announcement import RESTS_MS, announce

if TYPE_CHECKING:
    from gui.ledger.ledger_page import LedgerPage


class SelectionPresenter(QObject):
    """One concern: the selection of the ledger. It is rows of a data set: of other data nothing is selected.

    Of one's own test set it is the examples of these numbers, for their rows change.
    """

    def __init__(self, page: LedgerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._data: DatasetSpec | None = None
        self._masks: dict[str, Mask] = {}
        self._numbers: NDArray[np.int64] = np.zeros(0, np.int64)
        self._split, self._view, self._count = "train", "terms", 0
        self._losses: ExampleTerms | None = None
        self._info: RunInfo | None = None
        # What is selected, in words; who listens hears it once keys that select more and more rest.
        self._words = ""
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._tell)
        for part in (page.wall, page.curve):
            part.selected.connect(self.select)
        page.selection.clear_wanted.connect(self.clear)
        page.selection.these_wanted.connect(lambda: self.select(page.classes.gallery.rows))
        page.selection.framing_changed.connect(self._set_framing)

    @property
    def mask(self) -> Mask | None:
        """(N,): what is selected of the set on the page; None where nothing is."""
        return self._masks.get(self._split)

    def show(self, losses: ExampleTerms | None, info: RunInfo, split: str, view: str) -> None:
        """The page shows these terms of a set, or waits for them; what is selected of that set is marked on it."""
        self._split, self._view, self._losses, self._info = split, view, losses, info
        if info.data.choice != self._data:
            self._data = info.data.choice
            self._masks.clear()
        mask = self.mask
        if losses is not None and mask is not None:
            if len(losses.numbers):
                self._masks[split] = mask = np.isin(losses.numbers, self._numbers)
            if len(mask) != len(losses.losses) or not mask.any():
                del self._masks[split]
        self._mark()

    def keep_own(self, before: OwnSet, now: OwnSet) -> None:
        """One's own test set is another one: selected stays who is in both, by number and picture."""
        _, old, new = np.intersect1d(before.numbers, now.numbers, return_indices=True)
        is_same = (before.pixels[old] == now.pixels[new]).all(axis=1)
        self._numbers = np.intersect1d(self._numbers, now.numbers[new[is_same]])
        if not len(self._numbers):
            self._masks.pop(OWN, None)

    def select(self, rows: NDArray[np.integer], adds: bool = False) -> None:
        """Select these rows of the set on the page, and where it `adds`, also what was selected before."""
        losses = self._losses
        if losses is None:
            return
        mask, before = mask_of(rows, len(losses.losses)), self.mask
        if adds and before is not None:
            mask |= before
        self._masks[self._split] = mask
        if len(losses.numbers):
            self._numbers = losses.numbers[mask]
        if not mask.any():
            del self._masks[self._split]
        self._mark()
        if before is not None or mask.any():
            self._rest.start()

    def clear(self) -> None:
        """Select none of the set on the page."""
        if self._masks.pop(self._split, None) is not None:
            self._rest.start()
        self._mark()

    def _tell(self) -> None:
        if self._page.isVisible():
            announce(self._page, self._words or self.tr("No example is selected any more."))

    def _set_framing(self, frames: bool) -> None:
        self._page.wall.selection.is_mode = frames

    def _mark(self) -> None:
        page, mask, losses = self._page, self.mask, self._losses
        self._words = words = self._words_of(mask)
        page.wall.show_selected(mask, words)
        page.curve.show_selected(mask)
        page.classes.show_selected(mask, None if isinstance(losses, LastSeen) else losses)
        page.map.picture.show_selected(mask)
        if not words:
            page.selection.show_selected()
            return
        from gui.ledger.selection_words import mark_words

        page.selection.show_selected(words, mark_words(self._view))

    def _words_of(self, mask: Mask | None) -> str:
        """How many are selected, and what they hold; "" for none."""
        losses, info = self._losses, self._info
        if mask is None or losses is None or info is None:
            return ""
        from gui.ledger.selection_words import seen_selection_words, selection_words

        of_digits = info.data.choice.source == "digits"
        if isinstance(losses, LastSeen):
            return seen_selection_words(int(mask.sum()), int((mask & losses.seen).sum()), of_digits)
        return selection_words(selected_sums(losses, mask), self._split, losses.update, of_digits)
