"""The legend's signs by keys: over what the view paints, and out of the pointer's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.network.interaction.sign_button import SignButton, sign_name
from gui.network.marks.edge_marks import hit_sign, sign_rect
from gui.network.view import NetworkView
from tests.gui.network.conftest import MakeSnapshot


@pytest.fixture
def view(qtbot: QtBot, make_snapshot: MakeSnapshot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(800, 506)
    view.show_displayed_snapshot(make_snapshot())
    view.show()
    view.grab()
    return view


def button(view: NetworkView, name: str) -> SignButton:
    found = view.findChild(SignButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize(("name", "sign"), [("legend_minus", -1), ("legend_plus", 1)])
def test_each_stands_where_a_click_meets_its_sign(view: NetworkView, name: str, sign: int) -> None:
    layout, own = view.layout_shown, button(view, name)
    assert layout is not None and own.isVisible() and own.focusPolicy() == Qt.FocusPolicy.TabFocus
    middle = own.geometry().center()
    assert hit_sign(layout, view._theme, middle.x(), middle.y()) == sign
    # Its frame stands around the sign, and not through it.
    place = sign_rect(layout, view._theme, sign)
    assert own.x() <= place.x - 3 and own.geometry().right() >= place.x + place.width + 3
    # The pointer's clicks are the view's, which explains what is under it.
    assert view.childAt(middle) is None


def test_a_click_and_a_press_are_the_same(view: NetworkView, qtbot: QtBot) -> None:
    plus = button(view, "legend_plus")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=plus.geometry().center())
    assert view.sign == 1
    view.grab()
    assert plus.isChecked() and not button(view, "legend_minus").isChecked()
    qtbot.keyClick(plus, Qt.Key.Key_Space)
    assert view.sign == 0


def test_another_number_begins_with_both_signs_and_that_is_told(view: NetworkView, qtbot: QtBot) -> None:
    view.set_sign(-1)
    with qtbot.waitSignal(view.sign_changed) as told:
        view.set_edge_picture("signal")
    assert told.args == [0] and view.sign == 0
    with qtbot.assertNotEmitted(view.sign_changed):
        view.set_edge_picture("weight")
        view.set_sign(0)


def test_of_two_networks_each_says_whose_it_is(view: NetworkView) -> None:
    view.set_letter("B")
    assert button(view, "legend_plus").accessibleName() == "Network B: Only positive"
    view.set_letter("")
    assert [sign_name(sign) for sign in (1, -1, 0)] == ["Only positive", "Only negative", "Both signs"]
    assert view.childAt(QPoint(400, 250)) is None
