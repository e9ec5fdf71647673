"""What was left out of an import is read line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.own.import_report import ImportReport
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme


def test_it_looks_like_the_theme(qtbot: QtBot) -> None:
    report = ImportReport()
    qtbot.addWidget(report)
    for name in ("dark", "light"):
        report.set_theme(make_theme(name))
        assert report.styleSheet() == sheet_of(make_theme(name))


def test_it_says_what_was_done_and_each_reason_as_plain_text(qtbot: QtBot) -> None:
    report = ImportReport()
    qtbot.addWidget(report)
    report.set_theme(make_theme("dark"))
    report.show_report("Images kept: <b>3</b>", ["a.png is a link", "<i>b</i> has no ink"])
    report.show()
    lines = report.findChild(QPlainTextEdit, "own_report_lines")
    summary = report.findChild(QLabel, "own_report_summary")
    assert isinstance(lines, QPlainTextEdit) and isinstance(summary, QLabel)
    assert lines.toPlainText() == "a.png is a link\n<i>b</i> has no ink" and lines.isReadOnly()
    assert summary.text() == "Images kept: <b>3</b>" and summary.accessibleName() is not None
    report.reject()
