"""The box of What's This has a name, and what it says is its description."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWhatsThis
from pytestqt.qtbot import QtBot

from gui.widgets.whats_this_box import name_box, plain_words


def test_markup_is_not_read_out() -> None:
    assert plain_words("<b>Neuron</b><br>f(z)") == "Neuron\nf(z)"


def test_the_box_is_named_once(qtbot: QtBot) -> None:
    button = QPushButton("Run")
    qtbot.addWidget(button)
    button.show()
    assert not name_box("nothing is shown")
    QWhatsThis.showText(QPoint(10, 10), "<b>Run</b> the training", button)
    assert name_box("<b>Run</b> the training")
    box = QApplication.activePopupWidget()
    assert box is not None
    assert (box.accessibleName(), box.accessibleDescription()) == ("What's this?", "Run the training")
    assert not name_box("again")
    QWhatsThis.hideText()


def test_a_menu_keeps_its_name(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Run")
    menu.popup(QPoint(10, 10))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    assert not name_box("a menu") and menu.accessibleName() == ""
    menu.close()
