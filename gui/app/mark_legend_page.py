"""The page in Help that names for each kind of mark the number that it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.network.marks.mark_catalog import mark_kinds
from gui.network.marks.mark_quantities import quantities
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear
from gui.widgets.buttons import close_box, set_words
from gui.widgets.dialog_size import resize_within_screen
from gui.widgets.labels import new_label
from gui.widgets.said_once import UNHEARD
from gui.widgets.translated import Translated

# Widths of the columns in px; the second one takes what is left.
COLUMNS = (190, 200, 180, 310)
SOURCE = 3


class MarkLegendPage(Translated, QDialog):
    """A table of all marks, which can be searched; it blocks nothing. Where a number comes from is shown on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mark_legend")
        self.setModal(False)
        self._rows: list[str] = []
        self._texts: list[tuple[str, ...]] = []
        self._source_px = COLUMNS[SOURCE]
        self._promise = new_label(wraps=True)
        self._search = QLineEdit()
        self._search.setObjectName("search_marks")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._nothing = new_label("no_marks", wraps=True, is_plain=True)
        self._sources = QCheckBox()
        self._sources.setObjectName("show_sources")
        self._sources.toggled.connect(self._show_sources)
        self._table = QTableWidget(0, SOURCE)
        self._table.setObjectName("marks")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        # The arrow keys go from cell to cell; Tab leads on to what is below.
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(SOURCE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = close_box()
        buttons.rejected.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.addWidget(self._promise)
        inside.addWidget(self._search)
        inside.addWidget(self._nothing)
        inside.addWidget(self._table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._sources, 1)
        foot.addWidget(buttons)
        inside.addLayout(foot)
        self._retranslate()
        self._search.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's look and sizes."""
        wear(self, theme)
        resize_within_screen(self, theme.px(900), theme.px(540))
        # With large type the columns have no more room than the screen.
        part = min(1.0, self.width() / theme.px(900))
        for column, width in enumerate(COLUMNS[:SOURCE]):
            self._table.horizontalHeader().resizeSection(column, round(part * theme.px(width)))
        self._source_px = round(part * theme.px(COLUMNS[SOURCE]))
        self._show_sources(self._sources.isChecked())

    def _filter(self, wanted: str) -> None:
        """Only rows that hold these words; where none does, a sentence says so."""
        words = wanted.casefold().split()
        found = 0
        for row, text in enumerate(self._rows):
            is_wanted = all(word in text for word in words)
            self._table.setRowHidden(row, not is_wanted)
            found += is_wanted
        self._table.setVisible(found > 0)
        self._nothing.setVisible(not found)
        self._nothing.setText(
            self.tr("No mark is described with “{words}”. Try one word, such as weight or ring.").format(
                words=wanted.strip()
            )
        )

    def _show_sources(self, shown: bool) -> None:
        # A column that Qt hides keeps its heading for a screen reader.
        self._table.setColumnCount(len(COLUMNS) if shown else SOURCE)
        if shown:
            self._table.setHorizontalHeaderItem(SOURCE, QTableWidgetItem(self.tr("In the code")))
            header = self._table.horizontalHeader()
            header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(SOURCE, self._source_px)
            for row, texts in enumerate(self._texts):
                self._write(row, SOURCE, texts[SOURCE])
        self._table.resizeRowsToContents()

    def _write(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._table.setItem(row, column, item)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Marks and their numbers"))
        self._promise.setText(
            self.tr(
                "Nothing in the picture of the network is invented: every mark is a number that the engine computed."
                " Here is which one."
            )
        )
        set_words(
            self._sources,
            self.tr("Show &where it comes from in the code"),
            self.tr(
                "s is the snapshot of one update; s.trace is what the shown example made the network compute"
            ),
        )
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search"))
        # Qt would tell the words of the empty field once more.
        self._search.setAccessibleDescription(UNHEARD)
        self._table.setAccessibleName(self.tr("Marks and their numbers"))
        self._table.setHorizontalHeaderLabels([self.tr("Mark"), self.tr("What it shows"), self.tr("Number")])
        kinds, symbols = mark_kinds(), quantities()
        self._table.setRowCount(len(kinds))
        self._rows, self._texts = [], []
        # Once for all: else every cell that is filled has the heights of all rows found anew.
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for row, kind in enumerate(kinds):
            texts = (kind.name, kind.shows, symbols.get(kind.key, ""), f"{kind.array}\n{kind.made_in}")
            self._rows.append(" ".join(texts).casefold())
            self._texts.append(texts)
            for column, text in enumerate(texts[:SOURCE]):
                self._write(row, column, text)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._show_sources(self._sources.isChecked())
        self._filter(self._search.text())


def show_mark_legend(parent: QWidget, theme: Theme) -> None:
    """Open the page, or bring it to the front."""
    page = parent.findChild(MarkLegendPage, "mark_legend") or MarkLegendPage(parent)
    page.set_theme(theme)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()
    page.raise_()
    page.activateWindow()
