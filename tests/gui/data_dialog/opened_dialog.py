"""The dialog of the training data, opened, and what it asks for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from gui.data_dialog.dialog import DataDialog
from gui.theme.tokens import make_theme


class OpenedDialog:
    """The dialog, and what it has asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.dialog = DataDialog()
        qtbot.addWidget(self.dialog)
        self.dialog.set_theme(make_theme("light"))
        self.wanted: list[DatasetSpec] = []
        self.cancelled: list[bool] = []
        self.dialog.choice_wanted.connect(self.wanted.append)
        self.dialog.cancel_wanted.connect(lambda: self.cancelled.append(True))
        self.dialog.show_choice(DatasetSpec())
        self.dialog.show()

    def find(self, kind: type[Any], name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def enter(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        line.editingFinished.emit()

    def pick(self, name: str, value: str) -> None:
        box = self.find(QComboBox, name)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def learn(self) -> DatasetSpec:
        self.qtbot.mouseClick(self.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
        return self.wanted[-1]
