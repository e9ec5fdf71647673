"""The dialog for one picture of the network."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from gui.export.dialog import ExportDialog
from gui.widgets.buttons import set_words

TIMES = (1, 2, 4)
# Pictures of more pixels are not made: they would take over a gigabyte.
MAX_PIXELS = 120_000_000


class PictureDialog(ExportDialog):
    """PNG in one of three sizes, or SVG; with a caption line, or without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("export_picture", parent)
        self._sizes: dict[tuple[bool, int], QSize] = {}
        for times in TIMES:
            self.kind.addItem("", ("png", times))
        self.kind.addItem("", ("svg", 1))
        self._kind_label = QLabel()
        self.add_row(self._kind_label, self.kind)
        self.line = QCheckBox()
        self.line.setObjectName("export_picture_line")
        self.line.setChecked(True)
        self.line.toggled.connect(self._retranslate)
        self.form.addRow(self.line)
        self._retranslate()

    def show_size(self, plain: QSize, with_line: QSize) -> None:
        """The view's size in its own pixels, and with the line under it."""
        for times in TIMES:
            self._sizes[False, times], self._sizes[True, times] = plain * times, with_line * times
        self._retranslate()
        model = self.kind.model()
        assert isinstance(model, QStandardItemModel)
        for i, times in enumerate(TIMES):
            size = self._sizes[True, times]
            model.item(i).setEnabled(size.width() * size.height() <= MAX_PIXELS)
        if not model.item(self.kind.currentIndex()).isEnabled():
            self.kind.setCurrentIndex(0)

    @property
    def times(self) -> int:
        """How many times the view's own pixels."""
        return int(self.kind.currentData()[1])

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self.line.setEnabled(not busy)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Export picture"))
        self.setAccessibleName(self.tr("Export picture"))
        self.setWhatsThis(
            self.tr(
                "The network as it was on screen when this dialog opened: the same connections, the same moment. At 2"
                " and 4 times every mark is drawn anew, and so is sharp. SVG consists of lines, circles and texts, for"
                " print and to be worked on."
            )
        )
        self._kind_label.setText(self.tr("&Kind"))
        self.kind.setAccessibleName(self.tr("Kind and size of the picture"))
        self.kind.setToolTip(self.tr("Kind and size of the picture"))
        names = {
            1: self.tr("PNG, as on screen: {width} × {height} px"),
            2: self.tr("PNG, 2 times: {width} × {height} px"),
            4: self.tr("PNG, 4 times: {width} × {height} px"),
        }
        for i, times in enumerate(TIMES):
            size = self._sizes.get((self.line.isChecked(), times), QSize())
            text = names[times].format(width=f"{size.width():,}", height=f"{size.height():,}")
            self.kind.setItemText(i, text)
        self.kind.setItemText(len(TIMES), self.tr("SVG: lines, circles and texts, for any size"))
        words = self.tr("With a &line under it: which run, which update")
        set_words(self.line, words, self.tr("The view itself does not say it"))
