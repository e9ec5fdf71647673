"""Texts are written anew when the language has changed, and at no other change."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.widgets.translated import Translated


class Label(Translated, QLabel):
    """Counts how often it was written, and hears what Qt hears of."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0

    def _retranslate(self) -> None:
        self.written += 1
        self.setText(f"written {self.written}")


def test_it_is_written_anew_once_for_each_change_of_the_language(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    for count in (1, 2):
        QApplication.sendEvent(label, QEvent(QEvent.Type.LanguageChange))
        assert label.text() == f"written {count}"


def test_other_changes_write_nothing_and_still_reach_qt(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.setText("a word")
    before = label.sizeHint()
    font = label.font()
    font.setPixelSize(60)
    # Qt's own answer to another font is another size.
    label.setFont(font)
    assert label.written == 0 and label.text() == "a word" and label.sizeHint().height() > before.height()
