"""The dialog for one plot or table: its numbers as CSV, or its picture."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from gui.export.dialog import ExportDialog
from gui.export.picture_dialog import MAX_PIXELS
from gui.widgets.buttons import set_words
from gui.widgets.figure import Figure
from gui.widgets.said_once import show_tip

TIMES = (1, 2, 3)


class FigureDialog(ExportDialog):
    """CSV of each kind of its numbers, PNG in one of three sizes, SVG or PDF; a picture with a line, or without.

    Attributes
    ----------
    line : QCheckBox
        Whether a line says what the picture is of.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("save_figure", parent)
        # Not the figure itself: it would stay as long as the dialog.
        self._what, self._kinds = "", tuple[str, ...]()
        self._sizes: dict[bool, QSize] = {}
        self._rows: tuple[int, ...] = ()
        self._kind_label = QLabel()
        self.add_row(self._kind_label, self.kind)
        self.line = QCheckBox()
        self.line.setObjectName("save_figure_line")
        self.line.setChecked(True)
        self.line.toggled.connect(self._retranslate)
        self.kind.currentIndexChanged.connect(self._show_line)
        self.form.addRow(self.line)
        self._retranslate()

    def show_figure(self, figure: Figure, plain: QSize, with_line: QSize, rows: tuple[int, ...]) -> None:
        """Offer what there is of this figure: its sizes in px, and how many rows each of its numbers have.

        What was chosen last is chosen again, where there is such a kind.
        """
        before = self.kind.currentData()
        self._what, self._kinds = figure.what, tuple(numbers.kind for numbers in figure.numbers)
        self._sizes, self._rows = {False: plain, True: with_line}, rows
        numbers = [("csv", place) for place in range(len(figure.numbers))]
        pictures = [*(("png", times) for times in TIMES), ("svg", 1), ("pdf", 1)]
        kinds = [*numbers, *pictures] if figure.is_table else [*pictures, *numbers]
        self.kind.clear()
        for kind in kinds:
            self.kind.addItem("", kind)
        self._retranslate()
        model = self.kind.model()
        assert isinstance(model, QStandardItemModel)
        for i, (ending, times) in enumerate(kinds):
            size = self.picture_size * times
            model.item(i).setEnabled(ending != "png" or size.width() * size.height() <= MAX_PIXELS)
        if before in kinds and not figure.is_table:
            self.kind.setCurrentIndex(kinds.index(before))

    @property
    def picture_size(self) -> QSize:
        """The picture's size in px, with the line or without."""
        return self._sizes.get(self.line.isChecked(), QSize())

    @property
    def number(self) -> int:
        """Which of the figure's numbers; or how many times the picture's own pixels."""
        return int(self.kind.currentData()[1])

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self.line.setEnabled(not busy)
        self._show_line()

    def _show_line(self) -> None:
        self.line.setEnabled(self.suffix != ".csv" and not self.is_busy)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Save: {what}").format(what=self._what))
        self.setAccessibleName(self.tr("Save a plot or a table"))
        self.setWhatsThis(
            self.tr(
                "The plot or table as it was when its menu opened, or this dialog: picture and numbers are of the same"
                " moment. CSV has every digit of each number; its first columns say of which run and update they are."
                " PNG at 2 and 3 times is drawn anew, and so is sharp. SVG and PDF have texts and lines for any size."
            )
        )
        self._kind_label.setText(self.tr("&Kind"))
        self.kind.setAccessibleName(self.tr("Kind of file"))
        show_tip(self.kind, self.tr("Kind of file"))
        words = self.tr("With a &line: what, which run, which update, L")
        set_words(self.line, words, self.tr("Under the picture; CSV has it in its columns"))
        for i in range(self.kind.count()):
            self.kind.setItemText(i, self._text(*self.kind.itemData(i)))

    def _text(self, ending: str, number: int) -> str:
        if ending == "csv":
            rows, kind = f"{self._rows[number]:,}", self._kinds[number]
            if not kind:
                return self.tr("CSV: the numbers (rows: {count})").format(count=rows)
            return self.tr("CSV: {kind} (rows: {count})").format(kind=kind, count=rows)
        if ending == "png":
            size = self.picture_size * number
            texts = {
                1: self.tr("PNG: {width} × {height} px"),
                2: self.tr("PNG, 2 times: {width} × {height} px"),
                3: self.tr("PNG, 3 times: {width} × {height} px"),
            }
            return texts[number].format(width=f"{size.width():,}", height=f"{size.height():,}")
        return self.tr("SVG: for any size") if ending == "svg" else self.tr("PDF: for print, any size")
