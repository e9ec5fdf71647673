"""A figure on paper, by the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from gui.figures.figure_page import FigurePage
from gui.figures.frozen_figure import FrozenFigure


class FigurePrinting(QObject):
    """Asks which printer, and prints.

    Parameters
    ----------
    window : QWidget
        The dialog's parent.
    folder : callable
        Where a file goes that is printed into; asked for where there is no printer.
    """

    refused = Signal(str)
    """One sentence: why nothing is printed."""
    printed = Signal(str)
    """It is done; the file that it was printed into, "" where a printer has it."""

    def __init__(self, window: QWidget, folder: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        self.dialog: QDialog | None = None
        """What asks for the printer; None while nobody is asked."""

    def ask(self, frozen: FrozenFigure) -> None:
        """Ask for a printer; what is printed is this, also where the plot has gone on."""
        if self.dialog is not None:
            return
        try:
            # Loaded now only: few print. It may lack what it needs of the system.
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
        except ImportError:
            self.refused.emit(
                QCoreApplication.translate(
                    "Figures", "This system has no printing: save the plot as PDF, and print that."
                )
            )
            return
        page = frozen.paper()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(frozen.stem())
        printer.setCreator("Backlight")
        is_wide = page.width > page.height
        way = QPageLayout.Orientation
        printer.setPageOrientation(way.Landscape if is_wide else way.Portrait)
        if not QPrinterInfo.availablePrinterNames():
            # The dialog offers to print into a file only, and would name none.
            printer.setOutputFileName(str(Path(self._folder()) / f"{frozen.stem()}.pdf"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("print_figure")
        dialog.accepted.connect(lambda _printer: self.put(page, printer))
        dialog.finished.connect(lambda _: self._end())
        self.dialog = dialog
        # Its own `open` wants a receiver, as C++ has them.
        QDialog.open(dialog)

    def put(self, page: FigurePage, printer: QPagedPaintDevice) -> None:
        """Print this page, and report how that ended."""
        complaint = print_page(page, printer)
        if complaint:
            self.refused.emit(complaint)
        else:
            # A dialog may have set another one than was offered, or a printer in place of it.
            self.printed.emit(getattr(printer, "outputFileName", str)())

    def _end(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def print_page(page: FigurePage, printer: QPagedPaintDevice) -> str:
    """Put it onto paper, as large as the sheet has room for, with its shape; a sentence about what is wrong, or ""."""
    painter = QPainter()
    if not painter.begin(printer):
        return QCoreApplication.translate(
            "Figures", "It could not be printed: choose another printer, or a file that may be written."
        )
    try:
        # Inside of the margins that the printer needs.
        room = painter.viewport()
        scale = min(room.width() / page.width, room.height() / page.height)
        painter.scale(scale, scale)
        page.paint(painter)
    finally:
        ended = painter.end()
    return "" if ended else QCoreApplication.translate("Figures", "It could not be printed to its end.")
