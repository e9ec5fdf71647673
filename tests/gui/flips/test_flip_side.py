"""Beside the pictures stands what was told, and its buttons say what is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.flips.flip_side import FlipSide
from gui.theme.tokens import make_theme


@pytest.fixture
def side(qtbot: QtBot) -> FlipSide:
    side = FlipSide()
    qtbot.addWidget(side)
    side.set_theme(make_theme("dark"))
    side.show()
    return side


def text(side: FlipSide, name: str) -> str:
    label = side.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def button(side: FlipSide, name: str) -> QPushButton:
    found = side.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_words_stand_where_they_belong(side: FlipSide) -> None:
    side.show_says("C = 1", "a.", "", "b.")
    side.show_pixel(("place", "one", "two"))
    assert text(side, "flip_says") == "C = 1" and text(side, "flip_counts") == "a. b."
    assert text(side, "flip_pixel_place") == "place" and text(side, "flip_pixel") == "one\ntwo"
    side.set_wide(True)
    assert text(side, "flip_pixel") == "one  ·  two"
    side.show_pixel(None)
    assert "arrow keys" in text(side, "flip_pixel_place") and text(side, "flip_pixel") == ""
    hidden = side.findChild(QLabel, "flip_pixel")
    assert hidden is not None and hidden.isHidden()
    label = side.findChild(QLabel, "flip_as_drawing")
    assert label is not None and not label.isHidden()
    side.set_tight(True)
    assert label.isHidden()


def test_only_what_can_be_done_is_offered(side: FlipSide, qtbot: QtBot) -> None:
    flip, do = button(side, "flip_pixel_now"), button(side, "flip_fewest_now")
    assert not flip.isEnabled() and not do.isEnabled()
    side.show_possible(False, True, True)
    assert not flip.isEnabled() and "cannot be drawn" in text(side, "flip_as_drawing")
    side.show_possible(True, True, False)
    assert flip.isEnabled() and not do.isEnabled()
    side.show_possible(True, True, True)
    with qtbot.waitSignals([side.flip_wanted, side.chain_wanted]):
        qtbot.mouseClick(flip, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(do, Qt.MouseButton.LeftButton)
