"""The page of the own test set tells what is wanted, and offers what can be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.own.own_page import OwnPage
from gui.theme.tokens import make_theme


@pytest.fixture
def page(qtbot: QtBot) -> OwnPage:
    page = OwnPage()
    qtbot.addWidget(page)
    page.set_theme(make_theme("light"))
    page.resize(700, 400)
    page.show()
    page.show_classes(("cat", "dog"))
    return page


def button(page: OwnPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, f"own_{name}")
    assert isinstance(found, QPushButton)
    return found


def test_each_button_tells_what_is_wanted(page: OwnPage, qtbot: QtBot) -> None:
    page.show_available(True, True, True)
    page.show_chosen("own 3, a dog", 1)
    for name, signal in (
        ("keep", page.keep_wanted),
        ("import", page.import_wanted),
        ("export", page.export_wanted),
        ("ledger", page.ledger_wanted),
        ("delete", page.delete_wanted),
    ):
        assert button(page, name).accessibleName() and button(page, name).toolTip()
        with qtbot.waitSignal(signal):
            button(page, name).click()


def test_delete_is_a_key_where_one_is_chosen(page: OwnPage, qtbot: QtBot) -> None:
    told: list[bool] = []
    page.delete_wanted.connect(lambda: told.append(True))
    page.show_chosen("", None)
    QTest.keyClick(page.gallery, Qt.Key.Key_Delete)
    assert not told and not button(page, "delete").isEnabled()
    page.show_chosen("own 3, a dog", 1)
    QTest.keyClick(page.gallery, Qt.Key.Key_Delete)
    assert told
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.gallery, Qt.Key.Key_Escape)


def test_the_chosen_ones_class_is_shown_and_another_one_told(page: OwnPage, qtbot: QtBot) -> None:
    meant = page.findChild(QComboBox, "own_meant")
    assert isinstance(meant, QComboBox)
    page.show_chosen("own 3, a dog", 1)
    assert meant.currentText() == "dog"
    with qtbot.waitSignal(page.label_wanted, check_params_cb=lambda label: label == 0):
        meant.activated.emit(meant.setCurrentIndex(0) or 0)
    page.show_chosen("", None)
    assert meant.currentIndex() == -1 and not meant.isEnabled()


def test_what_cannot_be_done_is_not_offered(page: OwnPage) -> None:
    page.show_available(False, True, False)
    assert [button(page, name).isEnabled() for name in ("keep", "import", "export", "ledger")] == [
        False,
        False,
        True,
        False,
    ]
    page.show_message("Nothing is kept yet.")
    assert not page.gallery.isVisible() and not button(page, "delete").isVisible()
    page.show_message("")
    assert page.gallery.isVisible()


def test_where_none_is_chosen_it_says_how_to_choose_one(page: OwnPage) -> None:
    page.show_message("")
    page.show_chosen("", None)
    label = page.findChild(QLabel, "own_chosen")
    assert isinstance(label, QLabel) and "Click a tile" in label.text()
    page.show_chosen("own 3, a dog", 1)
    assert label.text() == "own 3, a dog"


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_its_buttons_are_whole_at_any_size_of_type(page: OwnPage, qtbot: QtBot, scale: float) -> None:
    page.setFixedSize(940, 330)
    page.set_theme(make_theme("light", scale))
    page.show_message("Nothing is kept yet.")

    def are_whole() -> bool:
        parts = [button(page, name) for name in ("keep", "import", "export", "ledger")]
        return all(
            part.width() >= part.sizeHint().width() and page.rect().contains(part.geometry())
            for part in parts
        )

    # Now all of it is laid out.
    page.grab()
    qtbot.waitUntil(are_whole)


def test_the_tiles_have_the_keyboard_as_soon_as_there_are_any(page: OwnPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_message("Nothing is kept yet.")
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.hasFocus()
    page.show_message("")
    assert page.gallery.hasFocus()
    button(page, "keep").setFocus()
    # As when it is opened again.
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.gallery.hasFocus()


def test_what_is_said_of_an_empty_set_is_heard_where_the_keyboard_is(page: OwnPage) -> None:
    page.show_head("Own test set", "")
    page.show_message("Nothing is kept yet.")
    assert page.accessibleDescription() == "Nothing is kept yet."
    page.show_message("")
    assert page.accessibleDescription() == ""
