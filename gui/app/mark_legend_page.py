"""The page in Help that names for each kind of mark the number that it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.network.marks.mark_catalog import mark_kinds
from gui.widgets.labels import new_label
from gui.widgets.translated import Translated

# Widths of the columns in px; the middle one takes what is left.
COLUMNS = (190, 200, 310)


class MarkLegendPage(Translated, QDialog):
    """A table of all marks, which can be searched; it blocks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothing_invented")
        self.setModal(False)
        self.resize(900, 540)
        self._rows: list[str] = []
        self._promise = new_label(wraps=True)
        self._search = QLineEdit()
        self._search.setObjectName("search_marks")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._table = QTableWidget(0, 3)
        self._table.setObjectName("marks")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(COLUMNS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        for part in (self._promise, self._search, self._table, buttons):
            inside.addWidget(part)
        self._retranslate()
        self._search.setFocus()

    def _filter(self, wanted: str) -> None:
        """Only rows that hold these words."""
        for row, text in enumerate(self._rows):
            self._table.setRowHidden(row, wanted.casefold() not in text.casefold())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Nothing here is invented"))
        self._promise.setText(
            self.tr(
                "Every mark in the picture of the network is a number that the engine computed. Here is which one; s is"
                " the snapshot of one update, trace what the shown example made the network compute."
            )
        )
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search"))
        self._table.setAccessibleName(self.tr("Marks and their numbers"))
        self._table.setHorizontalHeaderLabels([self.tr("Mark"), self.tr("What it shows"), self.tr("Number")])
        kinds = mark_kinds()
        self._table.setRowCount(len(kinds))
        self._rows = []
        for row, kind in enumerate(kinds):
            texts = (kind.name, kind.shows, f"{kind.array}\n{kind.made_in}")
            self._rows.append(" ".join(texts))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self._table.setItem(row, place, item)
        self._filter(self._search.text())


def show_mark_legend(parent: QWidget) -> None:
    """Open the page, or bring it to the front."""
    page = parent.findChild(MarkLegendPage, "nothing_invented") or MarkLegendPage(parent)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()
    page.raise_()
    page.activateWindow()
