"""The bar over a picture of the past: what it says, and its two ways on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.engine.commands import ReturnToLive
from gui.app.commands import BranchHere
from gui.theme.tokens import make_theme
from gui.timeline.moment import Moment
from gui.timeline.past_bar import PastBar, PastFrame


@pytest.fixture
def bar(qtbot: QtBot) -> PastBar:
    bar = PastBar()
    qtbot.addWidget(bar)
    bar.set_theme(make_theme("dark"))
    return bar


def test_it_is_seen_only_while_one_looks_back(bar: PastBar) -> None:
    assert bar.isHidden()
    bar.show_moment(Moment(140, 300, 128, is_exact=True, is_checked=True))
    text = bar.findChild(QLabel, "past_text")
    assert isinstance(text, QLabel) and not bar.isHidden()
    assert text.text() == "update 140 of 300  ✓ the same bits" == bar.accessibleDescription()
    bar.show_moment(None)
    assert bar.isHidden()


@pytest.mark.parametrize(
    ("name", "command"), [("branch_button", BranchHere()), ("live_button", ReturnToLive())]
)
def test_each_button_asks_for_its_own_and_names_its_key(
    bar: PastBar, qtbot: QtBot, name: str, command: object
) -> None:
    bar.show_moment(Moment(140, 300))
    bar.show_keys("Ctrl+B", "Ctrl+L")
    button = bar.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    key = {"branch_button": "Ctrl+B", "live_button": "Ctrl+L"}[name]
    assert button.accessibleName() == button.text() and button.toolTip().endswith(f"({key})")
    heard: list[object] = []
    bar.command_wanted.connect(heard.append)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [command]


def test_of_two_networks_its_own_is_named(bar: PastBar, qtbot: QtBot) -> None:
    bar.show_moment(Moment(140, 300))
    bar.show_letter("A")
    button = bar.findChild(QPushButton, "branch_button")
    assert isinstance(button, QPushButton)
    assert button.text() == button.accessibleName() == "Branch A here"
    heard: list[object] = []
    bar.command_wanted.connect(heard.append)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [BranchHere("A")]
    bar.show_letter("")
    assert button.text() == "Branch here"


def test_the_buttons_keep_their_width_while_the_words_beside_them_change(bar: PastBar) -> None:
    bar.show_moment(Moment(300, 900, 256, done=10, total=200))
    bar.resize(bar.sizeHint())
    bar.show()
    widths = [button.width() for button in bar.findChildren(QPushButton)]
    # Shorter words in a bar that is still as wide as before.
    bar.show_moment(Moment(300, 900))
    bar.layout().activate()
    assert [button.width() for button in bar.findChildren(QPushButton)] == widths


def test_the_frame_is_a_line_around_everything_and_lets_clicks_through(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(200, 100)
    parent.setStyleSheet("background: #0F131A")
    frame = PastFrame(parent)
    frame.set_theme(make_theme("dark"))
    frame.resize(200, 100)
    frame.show()
    parent.show()
    image = parent.grab().toImage()
    line = QColor(make_theme("dark").colours.dim)
    top = [x for x in range(200) if image.pixelColor(x, 0) == line]
    assert 90 < len(top) < 150, "the line is dashed"
    assert all(image.pixelColor(x, 50) != line for x in range(2, 198))
    assert not frame.mask().contains(QPoint(100, 50))
    QTest.mouseClick(parent, Qt.MouseButton.LeftButton, pos=QPoint(0, 0))


def test_where_there_is_little_room_it_names_the_update_only(bar: PastBar) -> None:
    bar.show_moment(Moment(140, 300, 128, is_exact=True, is_checked=True))
    text, wide = bar.findChild(QLabel, "past_text"), bar.sizeHint().width()
    assert isinstance(text, QLabel)
    bar.set_room(wide + 1)
    assert "✓ the same bits" in text.text()
    bar.set_room(wide - 10)
    assert text.text() == "update 140 of 300" and bar.sizeHint().width() < wide - 10
    assert "✓ the same bits" in bar.accessibleDescription()


def test_without_room_it_still_says_which_update_is_on_its_way(bar: PastBar) -> None:
    bar.show_moment(Moment(25_130, 26_676, 0, done=3_076, total=25_130, on_screen=0))
    text, wide = bar.findChild(QLabel, "past_text"), bar.sizeHint().width()
    assert isinstance(text, QLabel)
    whole = "update 0 of 26,676  on the way to update 25,130 (3,076 of 25,130 made again)"
    assert text.text() == whole == bar.accessibleDescription()
    bar.set_room(wide - 10)
    assert text.text() == "update 0, on the way to 25,130"
