"""The menu bar: every action has its place, and undo says what it undoes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from gui.app.actions import Actions
from gui.app.menus import Menus
from gui.app.translation import install_language
from gui.widgets.undoable import Undoable


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window)


@pytest.fixture
def menus(window: QMainWindow, actions: Actions) -> Menus:
    clear = QAction("Clear", window)
    clear.setObjectName("action_clear_canvas")
    paste = QAction(window)
    paste.setObjectName("action_paste_image")
    menus = Menus(actions, QUndoStack(window), clear, paste, window)
    window.setMenuBar(menus)
    return menus


def listed(menu: QMenu) -> list[str]:
    """Object names; a line between two groups is "", a submenu its own name."""
    return [action.menu().objectName() if action.menu() else action.objectName() for action in menu.actions()]  # type: ignore[union-attr]


def test_every_action_stands_in_exactly_one_menu(menus: Menus, actions: Actions) -> None:
    places = [
        name for menu in menus.findChildren(QMenu) for name in listed(menu) if name.startswith("action_")
    ]
    expected = [action.objectName() for action in actions._actions.values()]
    others = ["action_undo", "action_redo", "action_clear_canvas", "action_paste_image"]
    assert sorted(places) == sorted([*expected, *others])


def test_the_menus_stand_in_their_order_each_with_a_key_of_its_own(menus: Menus) -> None:
    titles = [action.text() for action in menus.actions()]
    assert titles == ["&File", "&Edit", "&Training", "E&xample", "&View", "&Help"]
    keys = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "items"),
    [
        (
            "menu_file",
            [
                *("new", "open", "menu_recent", "left_work", "", "save", "save_as", "data_in_file", ""),
                *("data", "open_data", "open_weights", "", "export_picture", "export_step", "save_figure"),
                *("print_figure", ""),
                *("export_weights", "copy_pytorch", "copy_keras", "", "quit"),
            ],
        ),
        (
            "menu_edit",
            [
                "undo",
                "redo",
                "paste_image",
                "clear_canvas",
                "",
                "copy_picture",
                "copy_figure",
                "",
                "preferences",
            ],
        ),
        (
            "menu_digit",
            [
                "next_digit",
                "previous_digit",
                "random_digit",
                "wrong_digit",
                "",
                "release_digit",
                "",
                "keep_drawing",
                "own_set",
                "ledger",
                "influence",
                "flips",
                "findings",
            ],
        ),
        ("menu_theme", ["theme_system", "theme_light", "theme_dark"]),
        (
            "menu_help",
            [
                *("help", "whats_this", "marks", "", "commands", "keys", "single_letters", ""),
                *("copy_details", "about"),
            ],
        ),
    ],
)
def test_what_belongs_together_stands_together(menus: Menus, name: str, items: list[str]) -> None:
    menu = menus.findChild(QMenu, name)
    assert isinstance(menu, QMenu)
    assert listed(menu) == [item if item.startswith("menu_") else item and f"action_{item}" for item in items]


def test_undo_and_redo_have_their_keys_and_say_what_they_would_do(menus: Menus) -> None:
    stack = menus._undo_stack
    assert menus.undo_action.shortcut().toString() == "Ctrl+Z"
    assert [key.toString() for key in menus.redo_action.shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert not menus.undo_action.isEnabled() and menus.undo_action.text() == "Undo"
    stack.push(QUndoCommand("Add a layer"))
    assert menus.undo_action.isEnabled() and menus.undo_action.text() == "Undo Add a layer"
    menus.undo_action.trigger()
    assert menus.redo_action.isEnabled() and menus.redo_action.text() == "Redo Add a layer"
    assert not menus.undo_action.isEnabled()
    # In another language they go on saying it.
    QApplication.sendEvent(menus, QEvent(QEvent.Type.LanguageChange))
    assert (menus.undo_action.text(), menus.redo_action.text()) == ("Undo", "Redo Add a layer")
    menus.redo_action.trigger()
    QApplication.sendEvent(menus, QEvent(QEvent.Type.LanguageChange))
    assert (menus.undo_action.text(), menus.redo_action.text()) == ("Undo Add a layer", "Redo")
    stack.clear()


def test_undo_is_one_word_in_chinese_before_and_after_a_change_of_the_language(
    menus: Menus, qapp: QApplication
) -> None:
    words = ["Rewind"]
    menus._undo_stack.push(Undoable(lambda: words[0], lambda _: None, "a", "b"))
    words[0] = "回到起点"
    install_language(qapp, "zh_CN")
    try:
        QApplication.sendEvent(menus, QEvent(QEvent.Type.LanguageChange))
        assert menus.undo_action.text() == "撤销 回到起点"
        menus._undo_stack.push(QUndoCommand("编辑"))
        assert menus.undo_action.text() == "撤销 编辑"
    finally:
        install_language(qapp, "en")
    menus._undo_stack.clear()


@pytest.fixture
def field(window: QMainWindow, menus: Menus, qtbot: QtBot) -> QLineEdit:
    """What has the keyboard before the bar."""
    field = QLineEdit()
    window.setCentralWidget(field)
    window.show()
    qtbot.waitActive(window)
    field.setFocus()
    return field


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_dialog_that_is_opened_out_of_the_bar_leads_back_to_what_had_the_keyboard_before(
    window: QMainWindow, menus: Menus, field: QLineEdit, qtbot: QtBot, is_gone: bool
) -> None:
    menus.setFocus(Qt.FocusReason.MenuBarFocusReason)
    assert menus.hasFocus()
    if is_gone:
        field.hide()
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.show()
    qtbot.waitUntil(lambda: not menus.hasFocus())
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    assert not menus.hasFocus() and field.hasFocus() is not is_gone


def test_escape_leads_out_of_the_bar_whatever_brought_the_keyboard_there(
    menus: Menus, field: QLineEdit, qtbot: QtBot
) -> None:
    for reason in (Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.OtherFocusReason):
        menus.setFocus(reason)
        assert menus.hasFocus()
        qtbot.keyClick(menus, Qt.Key.Key_Escape)
        assert field.hasFocus()
