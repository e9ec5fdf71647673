"""How a user's own examples begin: the first rows of a table with its column of labels, or a folder's classes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.data.importers.csv_layout import one_line
from core.data.importers.first_look import FirstArrays, FirstLook
from core.data.importers.first_rows import FirstRows
from gui.theme.tokens import Theme
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, fill
from gui.widgets.sentence_text import enumerated, sentences
from gui.widgets.translated import Translated, Words, text_of

ROWS = 4
"""Of a table, at most."""

NAMED_CLASSES = 8
MOST_COLUMNS = 40


class FirstLookBox(Translated, QWidget):
    """A sentence, and the first rows of a table below it; nothing where there is nothing to see.

    Under them stands which numbers are stored as others, unless the columns are standardised.
    """

    changed = Signal()
    """It shows something else, and may need more room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("first_look")
        self._words: Words = ""
        self._says = new_label("first_look_says", "caption", wraps=True, is_plain=True)
        self._table = QTableWidget()
        self._table.setObjectName("first_look_rows")
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._rows: FirstRows | None = None
        self._is_standardised = True
        self._rounding = new_label("first_look_rounding", "caption", wraps=True, is_plain=True)
        fill(column(self), self._says, self._table, self._rounding)
        self.show_nothing()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._line_px = round(theme.px(24))
        self._fit()

    def set_standardised(self, standardised: bool) -> None:
        """Whether the columns are standardised: computed with all of their digits, they lose nothing that tells."""
        self._is_standardised = standardised
        self._show_rounding()
        self.changed.emit()

    def show_nothing(self) -> None:
        """There is nothing to be seen yet."""
        self._rows = None
        self._say("")
        self._table.hide()
        self.changed.emit()

    @property
    def text(self) -> str:
        """What it says, "" where there is nothing to see."""
        return self._says.text()

    def show_look(self, look: FirstLook, is_begun_by_return: bool = False) -> None:
        """Show how the examples begin, and whether Return learns from them now."""
        self._rows = look.table
        self._table.setVisible(look.table is not None)
        if look.table is not None:
            rows = look.table
            self._fill(rows)
            can_begin = is_begun_by_return and rows.problem is None
            self._say(lambda: f"{self._label_words(rows)} {self._way_on(can_begin)}".strip())
        elif look.arrays is not None:
            arrays = look.arrays
            if arrays.rows:
                inputs = tuple(str(number) for number in range(1, len(arrays.rows[0])))
                self._fill(FirstRows((*inputs, "y"), arrays.rows, len(inputs), True))
                self._table.show()
            self._say(lambda: sentences((self._array_words(arrays), self._way_on(is_begun_by_return))))
        elif look.classes:
            self._say(lambda: sentences((self._class_words(look.classes), self._way_on(is_begun_by_return))))
        else:
            self._say("")
        self.changed.emit()

    _line_px = 24

    def _fill(self, rows: FirstRows) -> None:
        table, count = self._table, len(rows.rows[0])
        # The labels come first: behind however many inputs nobody would look for them.
        shown = [rows.label, *(i for i in range(count) if i != rows.label)][:MOST_COLUMNS]
        titles = rows.titles or tuple(str(number) for number in range(1, count + 1))
        table.setColumnCount(len(shown))
        table.setRowCount(len(rows.rows))
        bold = table.font()
        bold.setBold(True)
        for place, number in enumerate(shown):
            is_label = number == rows.label
            header = QTableWidgetItem(titles[number])
            if is_label:
                header.setFont(bold)
            table.setHorizontalHeaderItem(place, header)
            for line, fields in enumerate(rows.rows):
                item = QTableWidgetItem(one_line(fields[number]).strip())
                if is_label:
                    item.setFont(bold)
                table.setItem(line, place, item)
        self._fit()

    def _fit(self) -> None:
        table = self._table
        for line in range(table.rowCount()):
            table.setRowHeight(line, self._line_px)
        bar = table.horizontalScrollBar().sizeHint().height()
        header = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(header + table.rowCount() * self._line_px + bar + 2 * table.frameWidth())

    def _label_words(self, rows: FirstRows) -> str:
        name = rows.titles[rows.label] if rows.titles else str(rows.label + 1)
        if rows.is_certain:
            text = self.tr(
                "The labels are in column {name} (shown first); the other columns are inputs: {count}."
            )
        else:
            text = self.tr(
                "By the first lines the labels are in column {name} (shown first); the other columns are inputs:"
                " {count}."
            )
        text = text.format(name=name, count=f"{len(rows.rows[0]) - 1:,}")
        if rows.is_counted and rows.titles:
            text += " " + self.tr("The first line counts the columns, so it is taken for their names.")
        elif rows.is_counted:
            text += " " + self.tr("The first line counts the columns, too: is it an example, or their names?")
        return text

    def _class_words(self, classes: tuple[str, ...]) -> str:
        return self.tr("A class for each folder: {classes}").format(classes=self._named(classes))

    def _array_words(self, arrays: FirstArrays) -> str:
        count, *sizes = (f"{size:,}" for size in arrays.shape)
        if len(sizes) > 1:
            text = self.tr("{count} pictures of {rows} × {columns} pixels.")
            said = [text.format(count=count, rows=sizes[0], columns=sizes[1])]
        else:
            text = self.tr("{count} examples with {inputs} inputs.")
            if sizes[0] == "1":
                text = self.tr("{count} examples with 1 input.")
            said = [text.format(count=count, inputs=sizes[0])]
        if names := arrays.class_names:
            text = self.tr("Classes: {classes}")
            said.append(text.format(classes=self._named(names)))
        return sentences(said)

    @staticmethod
    def _named(classes: tuple[str, ...]) -> str:
        return enumerated([*classes[:NAMED_CLASSES], *(["…"] if len(classes) > NAMED_CLASSES else [])])

    def _way_on(self, is_begun_by_return: bool) -> str:
        return self.tr("Press Enter again to learn from these.") if is_begun_by_return else ""

    def _show_rounding(self) -> None:
        rows, text = self._rows, ""
        if rows is not None and rows.rounded and not self._is_standardised:
            first, others = rows.rounded[0], len(rows.rounded) - 1
            name = rows.titles[first.column] if rows.titles else str(first.column + 1)
            text = self.tr(
                "Inputs are stored as float32, which rounds large numbers: in column {name}, {written} becomes"
                " {becomes}."
            ).format(name=name, written=first.written, becomes=first.becomes)
            if others:
                text += " " + self.tr("Other such columns: {count}.").format(count=f"{others:,}")
            text += " " + self.tr("Standardised columns are computed before they are rounded.")
        self._rounding.setText(text)
        self._rounding.setVisible(bool(text))

    def _say(self, words: Words) -> None:
        self._words = words
        self._show_rounding()
        self._says.setText(text_of(words))
        self._says.setVisible(bool(words))

    def _retranslate(self) -> None:
        self._say(self._words)
        self._table.setAccessibleName(self.tr("The first rows"))
        self._table.setToolTip(self.tr("The first rows, as they are in the file"))
