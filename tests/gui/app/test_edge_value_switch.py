import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

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
    buttons = window.toolbar.edge_value_switch.findChildren(QToolButton)
    return [button.objectName() for button in buttons if button.isVisible()]


@pytest.mark.parametrize("picture", PICTURES)
def test_each_picture_has_a_button_that_shows_it(window, picture) -> None:
    button = window.findChild(QToolButton, f"picture_{picture}_button")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.network_view.edge_picture == picture
    assert button.isChecked()


def test_where_there_is_no_room_one_button_names_the_picture(window, qtbot) -> None:
    assert shown_buttons(window) == [f"picture_{picture}_button" for picture in PICTURES]
    window.actions_["action_picture_change"].trigger()
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: shown_buttons(window) == ["picture_button"])
    button = window.findChild(QToolButton, "picture_button")
    assert button.text() == window.actions_["action_picture_change"].text()
    assert [action.data() for action in button.menu().actions()] == list(PICTURES)


def test_the_keyboard_stays_where_it_was(window) -> None:
    # Space is Run: a button that took the keyboard by a click would take it away.
    for button in window.toolbar.edge_value_switch.findChildren(QToolButton):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
