"""The three of a race as a table: a row for each quantity, a column for each network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from gui.architecture.weights_title import kind_names
from gui.theme.tokens import Theme
from gui.unrolling.race_rows import RaceRow, nothing_measured
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.labels import new_label
from gui.widgets.sentence_text import clauses, labelled, listed
from gui.widgets.text_table import TextRow, TextTable
from gui.widgets.translated import Translated

COLUMNS = 3
# So far apart are columns and rows, at 100 %.
APART_PX, ROW_PX = 18.0, 0.0


class RaceTable(Translated, QWidget):
    """What is best in a row is bold; a dimmed row says of which update those below it are."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("race_table")
        self._theme = Theme()
        self.rows: tuple[RaceRow, ...] = ()
        """What it shows."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._heads = [self._cell(0, column + 1) for column in range(COLUMNS)]
        self._cells: list[list[QLabel]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's type."""
        self._theme = theme
        self._grid.setHorizontalSpacing(round(theme.px(APART_PX)))
        self._grid.setVerticalSpacing(round(theme.px(ROW_PX)))
        for head in self._heads:
            head.setFont(theme.font("caption", bold=True))
        self._dress()

    def show_rows(self, rows: Sequence[RaceRow]) -> None:
        """Show these; a cell stays as long as there is a row in its place, so that a reader keeps its own."""
        if tuple(rows) == self.rows:
            return
        self.rows = tuple(rows)
        while len(self._cells) < len(rows):
            place = len(self._cells) + 1
            self._cells.append([self._cell(place, column) for column in range(1 + COLUMNS)])
        for cells, row in zip(self._cells, rows, strict=True):
            for cell, text in zip(cells, (row.name, *row.texts), strict=True):
                cell.setText(text)
        self._dress()
        self._describe()

    def figure(self) -> Figure | None:
        """The table and its texts."""
        if not self.rows:
            return None
        rows = [
            TextRow((row.name, *row.texts), () if row.best is None else (row.best + 1,), row.is_head)
            for row in self.rows
        ]
        table = TextTable(("", *kind_names()), tuple(rows))
        # Of three runs: the rows say at which updates.
        return replace(table.figure(self.accessibleName(), "race", self._theme), is_of_run=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            paint_focus(painter, self, self._theme)
            painter.end()

    def _cell(self, row: int, column: int) -> QLabel:
        label = new_label(f"race_{row}_{column}", is_plain=True)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        return label

    def _dress(self) -> None:
        for cells, row in zip(self._cells, self.rows, strict=False):
            for place, cell in enumerate(cells):
                cell.setFont(self._theme.font("caption", bold=place - 1 == row.best))
                role = "caption" if row.is_head or not place else ""
                if cell.property("role") != role:
                    cell.setProperty("role", role)
                    cell.style().unpolish(cell)
                    cell.style().polish(cell)

    def _describe(self) -> None:
        names, told = kind_names(), []
        for cells, row in zip(self._cells, self.rows, strict=False):
            for name, cell, text in zip(names, cells[1:], row.texts, strict=True):
                cell.setAccessibleName(labelled(listed((row.name, name)), text))
            told.append(labelled(row.name, listed(map(labelled, names, row.texts))))
        self.setAccessibleDescription(clauses(told) or nothing_measured())

    def _retranslate(self) -> None:
        for head, name in zip(self._heads, kind_names(), strict=True):
            head.setText(name)
        self.setAccessibleName(self.tr("The three networks"))
        self._describe()
