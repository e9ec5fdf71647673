"""A file dialog of Qt's own has arrows in the theme's colours, and room for its columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from gui.theme.file_dialog import ARROWS, wear_on_files
from gui.theme.tokens import make_theme


@pytest.mark.parametrize("name", ["dark", "light"])
def test_its_arrows_are_in_the_colour_of_the_text(qtbot: QtBot, name: str) -> None:
    theme, dialog = make_theme(name), QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    wear_on_files(dialog, theme)
    assert dialog.width() >= 600
    for button_name in ARROWS:
        button = dialog.findChild(QToolButton, button_name)
        assert isinstance(button, QToolButton)
        image = button.icon().pixmap(QSize(16, 16)).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 200
        ]
        text = theme.colour("text")
        assert inked and all(abs(pixel.lightness() - text.lightness()) < 12 for pixel in inked)
