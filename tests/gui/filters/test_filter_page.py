"""The page shows one of three things, passes on what is wanted, and its type fits into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.filters.filter_page import FilterPage
from gui.filters.found_windows import found_windows
from gui.theme.tokens import make_theme
from tests.gui.filters.shown import answers, found, snapshot_of, trainer_of

OWN = answers()
TRAINER = trainer_of()
WINDOWS = found_windows(found(TRAINER), snapshot_of(TRAINER))


@pytest.fixture
def page(qtbot: QtBot) -> FilterPage:
    page = FilterPage()
    qtbot.addWidget(page)
    page.set_theme(make_theme("dark"))
    page.resize(780, 450)
    page.show()
    qtbot.waitExposed(page)
    return page


def text(page: FilterPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_it_shows_a_message_or_all_answers_or_windows(page: FilterPage) -> None:
    page.show_message("Looking…")
    assert text(page, "filter_message") == "Looking…"
    assert not page.plot.isVisible() and not page.tiles.isVisible()
    page.show_answers(OWN, int(OWN.ranked[0]), (16, 16))
    assert page.plot.isVisible() and not page.tiles.isVisible()
    page.show_windows(WINDOWS, 0)
    assert page.tiles.isVisible() and not page.plot.isVisible()


def test_who_listens_hears_what_is_shown_and_not_what_stood_there_before(page: FilterPage) -> None:
    page.show_message("Looking at the training set: 55,296 of 60,000…")
    assert "55,296" in page.accessibleDescription()
    page.show_intro("after update 428", "508 of 512 patterns occur in 60,000 training digits")
    page.show_answers(OWN, int(OWN.ranked[0]), (16, 16))
    heard = page.accessibleDescription()
    assert "Looking" not in heard and "after update 428" in heard and "508 of 512" in heard
    page.show_message("Looking at the training set: 2 of 3…")
    page.show_intro("after update 500", "")
    page.show_windows(WINDOWS, 0)
    assert "Looking" not in page.accessibleDescription() and "update 500" in page.accessibleDescription()


def test_what_comes_takes_the_keyboard_from_the_page_and_from_nobody_else(
    page: FilterPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    page.show_answers(OWN, int(OWN.ranked[0]), (16, 16))
    assert page.plot.hasFocus()
    after = page.findChild(QToolButton, "filter_next")
    assert after is not None
    after.setFocus()
    page.show_answers(OWN, int(OWN.ranked[0]), (16, 16))
    assert after.hasFocus()


def test_what_is_wanted_is_passed_on(page: FilterPage, qtbot: QtBot) -> None:
    page.show_answers(OWN, int(OWN.ranked[3]), (16, 16))
    with qtbot.waitSignal(page.pattern_chosen) as heard:
        QTest.keyClick(page.plot, Qt.Key.Key_Right)
    assert heard.args == [int(OWN.ranked[2])]
    page.show_windows(WINDOWS, 0)
    with qtbot.waitSignal(page.window_chosen) as heard:
        QTest.keyClick(page.tiles, Qt.Key.Key_Right)
    assert heard.args == [1]
    with qtbot.waitSignal(page.window_wanted) as heard:
        QTest.keyClick(page.tiles, Qt.Key.Key_Return)
    assert heard.args == [1]
    for name, step in (("filter_before", -1), ("filter_next", 1)):
        button = page.findChild(QToolButton, name)
        assert button is not None and button.accessibleName()
        with qtbot.waitSignal(page.other_wanted) as heard:
            button.click()
        assert heard.args == [step]
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.tiles, Qt.Key.Key_Escape)


def test_without_room_the_update_is_what_is_still_said(page: FilterPage, qtbot: QtBot) -> None:
    page.show_intro("after update 3,000", "508 of 512 patterns occur in 60,000 training digits. " * 4)
    assert text(page, "filter_intro").startswith("after update 3,000")
    page.set_theme(make_theme("dark", 2.0))
    page.resize(460, 450)
    qtbot.waitUntil(lambda: "after update 3,000" in text(page, "filter_intro"))


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_type_grows_no_further_than_there_is_room(page: FilterPage, scale: float) -> None:
    page.show_answers(OWN, int(OWN.ranked[0]), (16, 16))
    page.set_theme(make_theme("light", scale))
    page.resize(780, 450)
    assert page.plot._theme.scale <= max(1.0, min(780 / 620, 450 / 330))
    assert page.rect().contains(page.plot.mapTo(page, page.plot.rect().center()))
