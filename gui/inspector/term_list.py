"""The largest terms of a sum of products, one a row: where it comes from, its two factors, and what they make."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from core.analysis.sum_terms import MAX_TERMS, Terms
from core.exchange.table import Column
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact, plain, signed
from gui.widgets.text_table import tree_table


class TermList(QTreeWidget):
    """Shows the terms; where they are connections that can be chosen, the chosen one is emitted.

    Its height is that of as many rows as the sum can ever list, so that nothing below it moves while numbers change.
    """

    chosen = Signal(int, int)
    """The term that comes by this group of connections, from the neuron or input with this index, is chosen."""

    def __init__(self, name: str, can_be_chosen: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "terms")
        self._terms: Terms | None = None
        self._theme = Theme()
        self._rows = MAX_TERMS
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setColumnCount(3)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        if not can_be_chosen:
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # The last section would else keep Qt's default of 100 px, and its numbers be cut.
        self.header().setStretchLastSection(False)
        self.header().setDefaultSectionSize(30)
        # Where there is not room for all, a name is cut and no number.
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.items = [QTreeWidgetItem(self) for _ in range(MAX_TERMS)]
        for item in self.items:
            for number in (1, 2):
                item.setTextAlignment(number, Qt.AlignmentFlag.AlignRight)
        for number in (1, 2):
            self.headerItem().setTextAlignment(number, Qt.AlignmentFlag.AlignRight)
        if can_be_chosen:
            self.currentItemChanged.connect(self._on_chosen)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's type."""
        self._theme = theme
        self.setFont(theme.font("tick"))
        self._set_height()

    def show_terms(self, terms: Terms, names: Sequence[str]) -> None:
        """Show these terms, with the names of where they come from."""
        self._terms = terms
        for place, item in enumerate(self.items):
            listed = place < len(terms.index)
            item.setHidden(not listed)
            if listed:
                number = float(terms.factor[place])
                # Ink and no ink are whole.
                factor = plain(number) if number in (0.0, 1.0) else compact(number)
                texts = names[place], f"{factor} · {signed(float(terms.weight[place]), 2)}"
                for column, text in enumerate((*texts, signed(float(terms.term[place])))):
                    if item.text(column) != text:
                        item.setText(column, text)
        self._rows = min(MAX_TERMS, len(terms.index) + terms.others)
        # Names in Chinese make higher rows.
        self._set_height()

    def figure(self) -> Figure | None:
        """The list, with the numbers of the terms that are in it."""
        terms = self._terms
        if terms is None or not len(terms.index):
            return None
        listed = slice(0, min(len(terms.index), len(self.items)))
        columns = (
            Column("from", [item.text(0) for item in self.items[listed]]),
            Column(self.headerItem().text(1).split("·")[0].strip() or "factor", terms.factor[listed]),
            Column("weight", terms.weight[listed]),
            Column("term", terms.term[listed]),
        )
        stem = self.objectName().replace("_", "-")
        return tree_table(self).figure(self.accessibleName() or stem, stem, self._theme, columns)

    def mark(self, group: int, index: int) -> None:
        """Mark this term whatever its rank; none if it is not listed."""
        place = -1
        if self._terms is not None:
            at = (self._terms.group == group) & (self._terms.index == index)
            place = int(np.argmax(at)) if at.any() else -1
        if place != self.currentIndex().row():
            with QSignalBlocker(self):
                self.setCurrentIndex(self.indexFromItem(self.items[place]) if place >= 0 else QModelIndex())

    def mark_none(self) -> None:
        """Mark no term."""
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())

    def _set_height(self) -> None:
        # As high as the rows are: Chinese stands higher than Latin type. Of none yet, as high as they may be.
        row = self.sizeHintForRow(0) if self._terms is not None else 0
        row = row if row > 0 else QFontMetrics(self.font()).size(0, "f 层").height()
        self.setFixedHeight(self._rows * row + self.header().sizeHint().height() + 4)

    def _on_chosen(self) -> None:
        item, terms = self.currentItem(), self._terms
        place = self.indexOfTopLevelItem(item) if item is not None else -1
        if terms is not None and 0 <= place < len(terms.index):
            self.chosen.emit(int(terms.group[place]), int(terms.index[place]))
