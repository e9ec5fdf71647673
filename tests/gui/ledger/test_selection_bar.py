"""The bar says what is selected, and tells what a click on its buttons wants."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app.translation import install_language
from gui.ledger.selection_bar import SelectionBar
from gui.widgets.layouts import column


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[SelectionBar]:
    page, bar = QWidget(), SelectionBar()
    qtbot.addWidget(page)
    column(page, bar.button, bar)
    page.resize(600, 80)
    page.show()
    yield bar


def test_it_is_there_while_something_is_selected(bar: SelectionBar, qtbot: QtBot) -> None:
    assert not bar.isVisible() and not bar.has_selected
    bar.show_selected("3 digits selected: 4 % of L", "the rest is veiled")
    clear = bar.findChild(QPushButton, "ledger_clear")
    assert bar.isVisible() and bar.has_selected and clear is not None
    with qtbot.waitSignal(bar.clear_wanted):
        qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    bar.show_selected()
    assert not bar.isVisible()


def test_on_the_terms_the_button_switches_and_of_the_classes_it_selects(
    bar: SelectionBar, qtbot: QtBot
) -> None:
    for expected in (True, False, True):
        with qtbot.waitSignal(bar.framing_changed, check_params_cb=lambda on, own=expected: on is own):
            qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    bar.show_view("classes")
    assert bar.button.accessibleName() == "Select these" and not bar.button.isChecked()
    with qtbot.waitSignal(bar.these_wanted), qtbot.assertNotEmitted(bar.framing_changed):
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    bar.show_view("terms")
    assert bar.button.isChecked()
    # On the map nothing is selected; what is stays.
    bar.show_view("map")
    assert not bar.button.isVisible()
    bar.show_view("classes")
    assert bar.button.isVisible()


@pytest.mark.parametrize(("language", "name"), [("en", "Select"), ("zh_CN", "框选"), ("zh_TW", "框選")])
def test_the_button_is_called_by_its_words_alone(
    bar: SelectionBar, qapp: QApplication, qtbot: QtBot, language: str, name: str
) -> None:
    try:
        install_language(qapp, language)
        qtbot.waitUntil(lambda: bar.button.accessibleName() == name)
        assert "&" in bar.button.text()
    finally:
        install_language(qapp, "en")
