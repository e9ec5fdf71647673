"""The row of controls: each shows an action, in its order, and a click leaves the keyboard where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from gui.app.actions import Actions
from gui.app.settings import Settings
from gui.app.speed_slider import SpeedSlider
from gui.app.toolbar import TransportBar
from gui.app.translation import install_language
from gui.app.window_frame import WindowFrame
from gui.theme.tokens import make_theme
from tests.gui.whole_look import apply_theme

BUTTONS = {
    "steps_button": "action_show_steps",
    "rewind_button": "action_rewind",
    "run_button": "action_run",
    "forward_button": "action_step",
    "full_speed_button": "action_full_speed",
    "waves_button": "action_waves",
    "projector_button": "action_projector",
}


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def bar(window: QMainWindow) -> TransportBar:
    actions = Actions(window)
    bar = TransportBar(actions, SpeedSlider(), window)
    window.addToolBar(bar)
    for part in (actions, bar):
        part.set_theme(make_theme("dark"))
    window.resize(1280, 100)
    window.show()
    return bar


def button(bar: TransportBar, name: str) -> QToolButton:
    found = bar.findChild(QToolButton, name)
    assert isinstance(found, QToolButton), name
    return found


def test_the_controls_stand_in_their_order(bar: TransportBar) -> None:
    QApplication.processEvents()
    lefts = {name: button(bar, name).mapTo(bar, button(bar, name).rect().topLeft()).x() for name in BUTTONS}
    assert sorted(lefts, key=lambda name: lefts[name]) == list(BUTTONS)


@pytest.mark.parametrize(("name", "action"), BUTTONS.items())
def test_each_button_triggers_its_action_and_takes_no_keyboard(
    bar: TransportBar, name: str, action: str
) -> None:
    triggered: list[bool] = []
    shown = button(bar, name).defaultAction()
    assert shown.objectName() == action
    shown.triggered.connect(lambda: triggered.append(True))
    button(bar, name).click()
    assert triggered == [True] and button(bar, name).focusPolicy() is Qt.FocusPolicy.TabFocus


def test_beside_one_update_stands_the_way_to_the_end_of_the_epoch(bar: TransportBar) -> None:
    names = [action.objectName() for action in button(bar, "forward_button").menu().actions()]
    assert names == ["action_step", "action_next_phase", "action_step_epoch"]


def test_the_drawers_button_is_there_only_where_there_is_a_drawer(bar: TransportBar) -> None:
    for narrow in (True, False, True):
        bar.set_narrow(narrow)
        QApplication.processEvents()
        assert button(bar, "steps_button").isVisible() is narrow


def test_five_pictures_become_one_button_where_they_do_not_fit(
    window: QMainWindow, bar: TransportBar, qtbot: QtBot
) -> None:
    one, five = button(bar, "picture_button"), bar.findChild(QAbstractButton, "picture_weight_button")
    for width, fits in ((1280, True), (bar.sizeHint().width() - 1, False), (1280, True)):
        window.resize(width, 100)
        qtbot.waitUntil(lambda width=width: bar.width() == width)  # type: ignore[misc]
        assert (five.isHidden(), one.isHidden()) == (not fits, fits)


def test_what_fits_is_judged_anew_when_words_become_longer(
    window: QMainWindow, bar: TransportBar, qtbot: QtBot
) -> None:
    five = bar.findChild(QAbstractButton, "picture_weight_button")
    window.resize(bar.sizeHint().width(), 100)
    qtbot.waitUntil(lambda: bar.width() == window.width())
    assert not five.isHidden()
    word = bar.run_button.text()
    bar.run_button.defaultAction().setIconText(f"{word}, and some words more")
    qtbot.waitUntil(five.isHidden)
    bar.run_button.defaultAction().setIconText(word)
    qtbot.waitUntil(five.isVisible)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_icons_grow_with_the_type(bar: TransportBar, scale: float) -> None:
    bar.set_theme(make_theme("dark", scale))
    assert bar.iconSize().width() == bar.iconSize().height() == 18 * scale


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_what_has_no_room_is_behind_an_arrow_that_is_seen(
    window: QMainWindow, bar: TransportBar, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    for part in (bar, bar._slider):
        part.set_theme(theme)
    window.resize(round(400 * scale), 300)
    arrow = button(bar, "qt_toolbar_ext_button")
    qtbot.waitUntil(arrow.isVisible)
    assert bar.rect().contains(arrow.geometry())
    assert arrow.accessibleName()
    seen = arrow.grab().toImage()
    lightness = {seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(seen.height())}
    assert max(lightness) - min(lightness) > 100


def test_run_is_its_sign_alone_where_its_word_would_push_other_buttons_out(
    window: QMainWindow, bar: TransportBar
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    run = bar.run_button
    words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    for width, scale, has_word in (
        (1280, 1.0, True),
        (640, 1.0, False),
        (1024, 3.0, False),
        (1280, 1.0, True),
    ):
        apply_theme(app, make_theme("dark", scale))
        bar.set_theme(make_theme("dark", scale))
        # As narrow as this, the window has the drawer.
        bar.set_narrow(width < 1100 * scale)
        window.resize(width, 100)
        for _ in range(3):
            QApplication.processEvents()
        assert (run.toolButtonStyle() == words) is has_word, (width, scale)
        assert run.isVisible() and run.text() == "Run"
        # The button that comes next is in sight either way.
        assert button(bar, "forward_button").isVisible()
    assert run.width() >= 74


def test_a_window_begins_with_its_steps_in_sight_and_so_without_the_drawers_button(bar: TransportBar) -> None:
    assert not button(bar, "steps_button").isVisible()


def test_who_listens_hears_its_name_in_the_language_in_force(bar: TransportBar, qapp: QApplication) -> None:
    def heard() -> str:
        return str(QAccessible.queryAccessibleInterface(bar).text(QAccessible.Text.Name))

    assert heard() == "Training"
    install_language(qapp, "zh_CN")
    try:
        qapp.sendEvent(bar, QEvent(QEvent.Type.LanguageChange))
        assert heard() == "训练"
    finally:
        install_language(qapp, "en")


def test_it_puts_away_the_same_whichever_way_a_size_of_type_is_come_to(qtbot: QtBot) -> None:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.resize(1920, 800)
    window.show()
    seen = []
    for scale in (3.0, 2.75, 3.0):
        window.set_theme(make_theme("dark", scale))
        while not window.updatesEnabled():
            QApplication.processEvents()
        for _ in range(3):
            QApplication.processEvents()
        names = [name for name in BUTTONS if name != "steps_button"]
        seen.append((window.speed.width(), [button(window.toolbar, name).isVisible() for name in names]))
    assert seen[0] == seen[2] and all(seen[0][1])
