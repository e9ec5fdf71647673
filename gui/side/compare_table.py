"""Two networks as a table: a row for each quantity, a column for each network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from core.exchange.table import Column
from gui.side.compare_rows import CompareRow
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.text_table import TextRow, TextTable
from gui.widgets.translated import Translated

# The columns of A and B are as wide as their numbers, but no wider.
NARROWEST_PX, WIDEST_PX, APART_PX = 46, 84, 12


class CompareTable(Translated, QTreeWidget):
    """What differs stands in full colour, what is the same in both is dimmed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare_table")
        self.setProperty("role", "compare")
        self._theme = Theme()
        self.rows: tuple[CompareRow, ...] = ()
        """What it shows."""
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setColumnCount(3)
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setDefaultSectionSize(30)
        header.setMinimumSectionSize(20)
        # Without room for all of it a name is cut, and no number.
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        for column in (1, 2):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's type and colours."""
        self._theme = theme
        self._fit_type()
        self.header().setMinimumSectionSize(round(theme.px(NARROWEST_PX)))
        rows, self.rows = self.rows, ()
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[CompareRow]) -> None:
        """Show these; an item stays as long as there is a row in its place, so that a reader keeps its own."""
        if tuple(rows) == self.rows:
            return
        self.rows = tuple(rows)
        while self.topLevelItemCount() > len(rows):
            self.takeTopLevelItem(self.topLevelItemCount() - 1)
        while self.topLevelItemCount() < len(rows):
            item = QTreeWidgetItem(self)
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        for place, row in enumerate(rows):
            shown = self.topLevelItem(place)
            assert shown is not None
            brush = QBrush(self._theme.colour("text" if row.differs else "dim"))
            for column, text in enumerate((row.name, row.a, row.b)):
                shown.setText(column, self._cut(text) if column else text)
                shown.setToolTip(column, row.tip or text)
                shown.setForeground(column, brush)
        self._fit_type()
        self._set_height()

    def figure(self) -> Figure | None:
        """The table with its whole texts, as they are said of A and B."""
        if not self.rows:
            return None
        rows = tuple(TextRow((row.name, row.a, row.b), is_dim=not row.differs) for row in self.rows)
        columns = (
            Column("quantity", [row.name for row in self.rows]),
            Column("A", [row.a for row in self.rows]),
            Column("B", [row.b for row in self.rows]),
        )
        table = TextTable(("", "A", "B"), rows)
        return table.figure(self.accessibleName(), "compare", self._theme, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_type()

    def _fit_type(self) -> None:
        """Smaller type where a name would be cut otherwise."""
        font = self._theme.font("caption")
        metrics, apart = QFontMetrics(font), round(self._theme.px(APART_PX))
        columns = zip(*((row.name, self._cut(row.a), self._cut(row.b)) for row in self.rows), strict=True)
        needed = sum(max(map(metrics.horizontalAdvance, texts)) + apart for texts in columns)
        if needed > self.viewport().width():
            font = self._theme.font("tick")
        if font != self.font():
            self.setFont(font)

    def _cut(self, text: str) -> str:
        """What there is room for of a value that is no number but a name; all of it is in the tip."""
        return self.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideMiddle, round(self._theme.px(WIDEST_PX))
        )

    def _set_height(self) -> None:
        # Chinese stands higher than Latin type.
        row = max(self.sizeHintForRow(0), QFontMetrics(self.font()).size(0, "f").height())
        self.setFixedHeight(len(self.rows) * row + self.header().sizeHint().height() + 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_height()

    def _retranslate(self) -> None:
        self.setHeaderLabels(["", "A", "B"])
        self.setAccessibleName(self.tr("Compare A with B"))
