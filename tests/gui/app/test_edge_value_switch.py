import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from gui.app.main_window import MainWindow
from tests.gui.local_engine import local_engine

PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")


@pytest.fixture
def window(qtbot) -> MainWindow:
    window = MainWindow(engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def shown_buttons(window) -> list[str]:
    buttons = window.toolbar.edge_value_switch.findChildren(QAbstractButton)
    return [button.objectName() for button in buttons if button.isVisible()]


def test_each_picture_has_a_button_that_shows_it_and_the_keyboard_stays_where_it_was(window) -> None:
    for picture in reversed(PICTURES):
        button = window.findChild(QAbstractButton, f"picture_{picture}_button")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.network_view.edge_picture == picture
        assert button.isChecked(), picture
    # Space is Run: a button that took the keyboard by a click would take it away.
    for button in window.toolbar.edge_value_switch.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_where_there_is_no_room_one_button_names_the_picture(window, qtbot) -> None:
    assert shown_buttons(window) == [f"picture_{picture}_button" for picture in PICTURES]
    window.actions_["action_picture_change"].trigger()
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: shown_buttons(window) == ["picture_button"])
    button = window.findChild(QToolButton, "picture_button")
    assert button.text() == window.actions_["action_picture_change"].text()
    assert [action.data() for action in button.menu().actions()] == list(PICTURES)
    # Of the bar it has as much as its word needs, or none: never a word that is cut to nothing.
    switch = window.toolbar.edge_value_switch
    assert switch.minimumSizeHint().width() >= button.sizeHint().width()


class Sizes(QObject):
    """The sizes that a widget was given."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.widths.append(watched.width())
        return False


def test_where_there_is_room_again_all_five_come_at_once(window, qtbot) -> None:
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: shown_buttons(window) == ["picture_button"])
    sizes, switch = Sizes(), window.toolbar.edge_value_switch
    switch.installEventFilter(sizes)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: switch.width() >= switch.full_width())
    # The row is not laid out for two buttons, for three, and so on.
    assert len(sizes.widths) <= 2
    assert shown_buttons(window) == [f"picture_{picture}_button" for picture in PICTURES]


def test_to_a_screen_reader_they_are_radio_buttons_of_which_one_is_chosen(window) -> None:
    window.actions_["action_picture_signal"].trigger()
    for picture in PICTURES:
        spoken = QAccessible.queryAccessibleInterface(
            window.findChild(QAbstractButton, f"picture_{picture}_button")
        )
        assert spoken.role() == QAccessible.Role.RadioButton
        assert spoken.text(QAccessible.Text.Name) == window.actions_[f"action_picture_{picture}"].text()
        assert bool(spoken.state().checked) == (picture == "signal")


def test_tab_leads_to_the_chosen_one_and_the_arrows_choose_another(window, qtbot) -> None:
    window.actions_["action_picture_signal"].trigger()
    stops = [
        button.objectName()
        for button in window.toolbar.edge_value_switch.findChildren(QAbstractButton)
        if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["picture_signal_button"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QAbstractButton, "picture_signal_button").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert window.network_view.edge_picture == "gradient"
    assert QApplication.focusWidget().objectName() == "picture_gradient_button"


def test_an_open_menus_letters_are_not_the_buttons(window) -> None:
    action = window.actions_["action_picture_weight"]
    action.setText("&Weights")
    assert window.findChild(QAbstractButton, "picture_weight_button").text() == "Weights"
