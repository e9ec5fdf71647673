"""Preferences issue the menus' commands, show what is in force, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from gui.app import commands as c
from gui.app.actions import Actions
from gui.app.app_state import KEPT, AppState
from gui.app.key_bindings import KeyBindings
from gui.app.preferences import LISTS, SWITCHES, Preferences
from gui.app.settings import LARGEST_SCALE, SMALLEST_SCALE
from gui.theme.tokens import make_theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.dialog_size import room_on_screen
from gui.widgets.number_field import NumberField
from tests.gui.whole_look import apply_theme


class Given:
    """A dialog whose commands are carried out on a state, as the window does it."""

    def __init__(self, window: QMainWindow) -> None:
        self.actions = Actions(window)
        self.dialog = Preferences(KeyBindings(self.actions.all(), window), window)
        self.state, self.issued = AppState(), list[Any]()
        self.dialog.command_wanted.connect(self._on_command)

    def _on_command(self, command: Any) -> None:
        self.issued.append(command)
        values = command.values if isinstance(command, c.ChooseSeveral) else [(command.name, command.value)]
        self.state = replace(self.state, **dict(values))
        self.dialog.show_state(self.state)

    def child(self, kind: type, name: str) -> Any:
        found = self.dialog.findChild(kind, name)
        assert isinstance(found, kind)
        return found

    def pick(self, name: str, value: object) -> None:
        box = self.child(ChoiceBox, f"preference_{name}")
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def given(window: QMainWindow) -> Given:
    return Given(window)


@pytest.mark.parametrize(
    ("name", "value"),
    [("theme", "light"), ("language", "zh_CN"), ("scale", 1.5), ("edge_budget", "all")],
)
def test_a_choice_is_the_command_that_the_menu_issues_and_taken_at_once(
    given: Given, name: str, value: object
) -> None:
    given.dialog.begin(AppState())
    given.pick(name, value)
    assert given.issued == [c.Choose(name, value)]


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_is_taken_at_once(given: Given, name: str) -> None:
    given.dialog.begin(AppState())
    before = getattr(AppState(), name)
    given.child(QCheckBox, f"preference_{name}").click()
    assert given.issued == [c.Choose(name, not before)]


def test_it_shows_what_is_in_force_and_showing_issues_nothing(given: Given) -> None:
    now = AppState(theme="dark", language="en", scale=1.2, edge_budget="8", waves=False, single_letters=False)
    given.dialog.begin(now)
    for name in LISTS:
        assert given.child(ChoiceBox, f"preference_{name}").value == getattr(now, name)
    for name in SWITCHES:
        assert given.child(QCheckBox, f"preference_{name}").isChecked() == getattr(now, name)
    assert given.issued == []


def test_on_a_projector_the_size_of_type_is_the_one_there(given: Given) -> None:
    given.state = AppState(scale=1.0, projector_scale=3.0, layout="projector")
    given.dialog.begin(given.state)
    box = given.child(ChoiceBox, "preference_scale")
    assert box.currentText() == "300 %"
    given.pick("scale", 2.0)
    assert given.issued == [c.Choose("projector_scale", 2.0)]
    # Back on the screen it is that one's.
    given.dialog.show_state(AppState(scale=1.1, projector_scale=2.0))
    assert box.currentText() == "110 %"
    given.dialog.show_state(AppState(projector_scale=1.65, layout="projector"))
    assert box.currentText() == "" and box.placeholderText() == "165 %"


def test_changes_are_taken_back_as_it_was_when_the_dialog_opened(given: Given) -> None:
    opened = AppState(theme="dark", keys='{"action_run": ["F5"]}')
    given.state = opened
    given.dialog.begin(opened)
    revert = given.child(QPushButton, "revert_preferences")
    assert not revert.isEnabled()
    given.pick("theme", "light")
    given.pick("scale", 2.0)
    assert revert.isEnabled()
    revert.click()
    assert given.state == opened and not revert.isEnabled()
    # At once: one by one, each would be another look for the whole window.
    assert given.issued[2:] == [c.ChooseSeveral((("theme", "dark"), ("scale", 1.0)))]


def test_usual_settings_are_those_of_the_first_start(given: Given) -> None:
    given.state = AppState(theme="dark", scale=1.7, waves=False, keys='{"action_run": ["F5"]}', speed=3)
    given.dialog.begin(given.state)
    given.child(QPushButton, "usual_preferences").click()
    usual = AppState()
    assert {n: getattr(given.state, n) for n in KEPT} == {n: getattr(usual, n) for n in KEPT}
    assert given.state.speed == 3, "what is no preference stays"


def test_it_opens_at_the_page_that_is_asked_for(given: Given) -> None:
    pages = given.child(QTabWidget, "preference_pages")
    given.dialog.begin(AppState(), "keys")
    assert pages.tabText(pages.currentIndex()) == "Keys"
    given.dialog.begin(AppState())
    assert pages.tabText(pages.currentIndex()) == "General"
    assert not given.dialog.isModal()


def test_every_size_of_type_within_the_bounds_can_be_chosen(given: Given) -> None:
    box = given.child(ChoiceBox, "preference_scale")
    values = [box.itemData(i) for i in range(box.count())]
    assert values[0] == SMALLEST_SCALE and values[-1] == LARGEST_SCALE and 1.0 in values
    assert box.itemText(values.index(1.0)) == "100 %"


def test_its_words_are_the_menus(given: Given) -> None:
    box = given.child(ChoiceBox, "preference_theme")
    texts = [box.itemText(i) for i in range(box.count())]
    assert texts == [given.actions[f"action_theme_{each}"].text() for each in ("system", "light", "dark")]
    for name in LISTS:
        assert given.child(ChoiceBox, f"preference_{name}").accessibleName()


def test_the_memory_for_the_past_is_taken_at_once_within_its_bounds(given: Given) -> None:
    given.dialog.begin(AppState(history_mb=300))
    field = given.child(NumberField, "preference_history_mb")
    assert field.value == 300 and field.text() == "300"
    assert "fewer are kept, at once" in field.accessibleDescription()
    for text in ("15", "16385", "much"):
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.refusal and given.issued == []
    for text, mb in (("16", 16), ("16,384", 16_384)):
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert given.issued.pop() == c.Choose("history_mb", mb)
    # What it says of itself is back after a refusal.
    assert "fewer are kept, at once" in field.accessibleDescription()
    given.child(QPushButton, "revert_preferences").click()
    assert given.state.history_mb == 300


def show_at(given: Given, app: QApplication, scale: float) -> None:
    theme = make_theme("dark", scale)
    apply_theme(app, theme)
    given.dialog.set_theme(theme)
    given.dialog.begin(AppState(scale=scale))
    for _ in range(4):
        app.processEvents()


def room_for_text(box: ChoiceBox) -> int:
    option, kind = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
    box.initStyleOption(option)
    return box.style().subControlRect(kind, option, QStyle.SubControl.SC_ComboBoxEditField, box).width()


def test_at_the_largest_type_every_choice_is_read_and_the_pages_have_half_of_the_height(
    given: Given, qapp: QApplication
) -> None:
    dialog = given.dialog
    # It was open at another type before, and is open while the type is chosen.
    for scale in (1.0, 3.0):
        show_at(given, qapp, scale)
    room = room_on_screen(dialog)
    assert dialog.width() <= room.width() and dialog.height() <= room.height()
    for name in LISTS:
        box = given.child(ChoiceBox, f"preference_{name}")
        assert room_for_text(box) >= box.fontMetrics().horizontalAdvance(box.currentText()) > 0
    area = given.child(QScrollArea, "look_area")
    assert area.height() >= 0.45 * dialog.height()
    assert area.widget().width() <= area.viewport().width(), "what is too high scrolls, nothing is too wide"
    for one in dialog.findChildren(QPushButton):
        if one.parent() is not None and one.parent().parent() is dialog:
            assert dialog.rect().contains(QRect(one.mapTo(dialog, QPoint(0, 0)), one.size()))


def test_it_is_as_small_as_it_was_once_the_type_is(given: Given, qapp: QApplication) -> None:
    sizes = []
    for scale in (1.0, 3.0, 1.0):
        show_at(given, qapp, scale)
        sizes.append(given.dialog.size())
        given.dialog.reject()
    assert sizes[0] == sizes[2] != sizes[1]


@pytest.mark.parametrize("page", ["look", "keys"])
def test_opened_again_it_does_not_begin_at_the_button_that_closed_it(
    given: Given, qtbot: QtBot, page: str
) -> None:
    dialog = given.dialog
    dialog.begin(AppState(), page)
    qtbot.waitUntil(dialog.isActiveWindow)
    first = dialog.focusWidget()
    assert first is not None
    given.child(QPushButton, "usual_preferences").parentWidget().findChildren(QPushButton)[0].setFocus()
    assert dialog.focusWidget() is not first
    dialog.reject()
    dialog.begin(AppState(), page)
    qtbot.waitUntil(lambda: dialog.focusWidget() is first)
