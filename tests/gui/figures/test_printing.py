"""A figure on paper: asked for, put on one sheet, and said where that fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.figures.printing import FigurePrinting, print_page
from tests.gui.figures.made_figure import frozen_of


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_it_is_one_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert print_page(frozen_of().paper(), to_file(path)) == ""
    assert path.read_bytes().count(b"/Type /Page\n") == 1


def test_it_fills_the_sheet_as_far_as_its_shape_does(qtbot: QtBot) -> None:
    scales = []
    page = frozen_of().paper()
    paint = page.paint
    page.paint = lambda painter: (scales.append(painter.transform().m11()), paint(painter))[1]  # type: ignore[method-assign,func-returns-value]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert print_page(page, writer) == ""
    # A4 is 595 points wide, the page 120 px.
    assert scales == [pytest.approx(595 / 120, abs=0.02)]


@pytest.mark.skipif(sys.platform == "win32", reason="a folder stands for what cannot be written")
@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_cannot_be_printed_is_said(window: QWidget, tmp_path: Path) -> None:
    printing = FigurePrinting(window, lambda: "/nowhere", window)
    said, done = list[str](), list[bool]()
    printing.refused.connect(said.append)
    printing.printed.connect(lambda: done.append(True))
    printing.put(frozen_of().paper(), to_file(tmp_path / "nowhere" / "a.pdf"))
    assert (
        said == ["It could not be printed: choose another printer, or a file that may be written."]
        and not done
    )


def test_where_it_goes_to_is_said_a_file_or_a_printer(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    printing = FigurePrinting(window, lambda: "/nowhere", window)
    done = list[str]()
    printing.printed.connect(done.append)
    path = tmp_path / "a.pdf"
    printing.put(frozen_of().paper(), to_file(path))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    printing.put(frozen_of().paper(), QPdfWriter(buffer))
    assert done == [str(path), ""] and path.exists()


def test_one_is_asked_for_the_printer_and_may_choose_none(window: QWidget, qtbot: QtBot) -> None:
    printing = FigurePrinting(window, lambda: "/nowhere", window)
    done = list[object]()
    printing.printed.connect(lambda: done.append(True))
    printing.refused.connect(done.append)
    printing.ask(frozen_of())
    dialog = printing.dialog
    assert isinstance(dialog, QPrintDialog) and dialog.isVisible()
    if not QPrinterInfo.availablePrinterNames():
        # Nothing else to print to than a file, which has a name then.
        assert Path(dialog.printer().outputFileName()) == Path("/nowhere/backlight-plot-update-7.pdf")
    # A second wish waits for the first.
    printing.ask(frozen_of())
    assert printing.dialog is dialog
    dialog.reject()
    assert printing.dialog is None and done == []
    qtbot.wait(0)


def test_what_was_frozen_is_printed(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    printing, path = FigurePrinting(window, lambda: "/nowhere", window), tmp_path / "a.pdf"
    printing.ask(frozen_of())
    dialog = printing.dialog
    assert isinstance(dialog, QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    with qtbot.waitSignal(printing.printed):
        dialog.accepted.emit(printer)
    dialog.reject()
    assert path.read_bytes().startswith(b"%PDF")
    assert printer.docName() == "backlight-plot-update-7"


def test_a_system_without_printing_says_what_to_do(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    printing, said = FigurePrinting(window, lambda: "/nowhere", window), list[str]()
    printing.refused.connect(said.append)
    printing.ask(frozen_of())
    assert (
        said == ["This system has no printing: save the plot as PDF, and print that."]
        and printing.dialog is None
    )
