"""The page in Help that names for each kind of mark the number that it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.network.what_marks_show import mark_kinds


class NothingInvented(QDialog):
    """A table of all marks, which can be searched; it blocks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothing_invented")
        self.setModal(False)
        self.resize(880, 520)
        self._promise = QLabel()
        self._promise.setWordWrap(True)
        self._search = QLineEdit()
        self._search.setObjectName("search_marks")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._sift)
        self._table = QTreeWidget()
        self._table.setObjectName("marks")
        self._table.setRootIsDecorated(False)
        self._table.setColumnCount(4)
        self._table.setWordWrap(True)
        self._table.setAlternatingRowColors(False)
        header = self._table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self._promise, self._search, self._table, buttons):
            column.addWidget(part)
        self._retranslate()
        self._search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _sift(self, wanted: str) -> None:
        """Only rows that hold these words."""
        for row in range(self._table.topLevelItemCount()):
            item = self._table.topLevelItem(row)
            if item is not None:
                text = " ".join(item.text(column) for column in range(4)).casefold()
                item.setHidden(wanted.casefold() not in text)

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
        self._table.setHeaderLabels(
            [self.tr("Mark"), self.tr("What it shows"), self.tr("Number"), self.tr("Made in")]
        )
        self._table.clear()
        for kind in mark_kinds():
            item = QTreeWidgetItem([kind.name, kind.shows, kind.array, kind.made_in])
            for place in range(4):
                item.setToolTip(place, item.text(place))
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignTop)
            self._table.addTopLevelItem(item)
        self._sift(self._search.text())


def show_nothing_invented(parent: QWidget) -> None:
    """Open the page, or bring it to the front."""
    page = parent.findChild(NothingInvented, "nothing_invented") or NothingInvented(parent)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()
    page.raise_()
    page.activateWindow()
