"""The Help page asks for frames where it is read, and for what is suggested where that is clicked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from core.analysis.findings import KINDS
from gui.app.translation import install_language
from gui.help.help_page import HelpPage, PartEntry
from gui.help.help_texts import HelpTexts, Suggestion
from gui.theme.tokens import make_theme
from tests.gui.tab_stops import tab_stops
from tests.gui.whole_look import apply_theme


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[HelpPage]:
    page = HelpPage()
    qtbot.addWidget(page)
    page.resize(340, 600)
    page.show()
    yield page


def entry(page: HelpPage, part: str) -> PartEntry:
    found = page.findChild(PartEntry, f"help_part_{part}")
    assert isinstance(found, PartEntry)
    return found


def button(page: HelpPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_pointing_at_an_entry_asks_where_it_is_and_leaving_it_takes_that_back(page: HelpPage) -> None:
    asked: list[str] = []
    page.part_pointed.connect(asked.append)
    page.part_left.connect(lambda: asked.append("left"))
    at = QPointF(5, 5)
    QApplication.sendEvent(entry(page, "ring"), QEnterEvent(at, at, at))
    QApplication.sendEvent(entry(page, "ring"), QEvent(QEvent.Type.Leave))
    assert asked == ["ring", "left"]


def test_the_keyboard_reaches_every_entry_and_asks_as_the_pointer_does(page: HelpPage, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.part_pointed.connect(asked.append)
    first = entry(page, "input")
    first.setFocus()
    for _ in HelpTexts().seen():
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert asked == list(HelpTexts().seen())


@pytest.mark.parametrize("holder", ["help_page", "help_word_3", "help_close"])
def test_keys_scroll_the_page_wherever_on_it_the_keyboard_is(
    page: HelpPage, qtbot: QtBot, holder: str
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    widget = page if holder == page.objectName() else page.findChild(QWidget, holder)
    widget.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
    assert bar.value() == 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    if holder != "help_close":  # there the arrows lead from button to button, as they do everywhere
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
        assert bar.value() == bar.maximum() - bar.singleStep()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert bar.value() == bar.maximum()


def test_a_frame_shows_that_the_page_has_the_keyboard_and_moves_nothing(page: HelpPage, qtbot: QtBot) -> None:
    page.set_theme(make_theme("dark"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    area = page.findChild(QScrollArea)
    page.findChild(QWidget, "help_close").setFocus()
    corner, viewport = QPoint(1, area.height() // 2), area.viewport().geometry()
    assert area.grab().toImage().pixelColor(corner) != QColor(make_theme("dark").colours.text)
    page.setFocus()
    assert area.grab().toImage().pixelColor(corner) == QColor(make_theme("dark").colours.text)
    assert area.viewport().geometry() == viewport


def test_a_suggestion_that_is_clicked_is_asked_for(page: HelpPage) -> None:
    taken: list[object] = []
    page.suggestion_taken.connect(taken.append)
    for number, _ in enumerate(HelpTexts().suggestions()):
        button(page, f"help_try_{number}").click()
    assert taken == list(HelpTexts().suggestions())


def test_every_word_has_its_entry_and_asks_where_it_is_seen(page: HelpPage) -> None:
    asked: list[str] = []
    page.part_pointed.connect(asked.append)
    at = QPointF(5, 5)
    for number, (part, word) in enumerate(HelpTexts().words()):
        found = page.findChild(PartEntry, f"help_word_{number}")
        assert isinstance(found, PartEntry)
        assert (found.accessibleName(), found.accessibleDescription()) == (word.title, word.text)
        assert found.focusPolicy() == Qt.FocusPolicy.StrongFocus
        QApplication.sendEvent(found, QEnterEvent(at, at, at))
        assert asked[-1] == part


def test_escape_and_the_button_close_it(page: HelpPage) -> None:
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    button(page, "help_close").click()
    assert len(closed) == 2


def test_it_can_be_read_out(page: HelpPage) -> None:
    assert page.accessibleName() and page.whatsThis()
    for part, text in HelpTexts().seen().items():
        assert entry(page, part).accessibleName() == text.title
        assert entry(page, part).accessibleDescription() == text.text


def test_another_language_or_theme_leaves_one_entry_for_each_part(page: HelpPage) -> None:
    page.set_theme(make_theme("light", 1.5))
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(page.findChildren(PartEntry)) == len(HelpTexts().seen()) + len(HelpTexts().words()) + len(
        KINDS
    )


def test_another_language_changes_the_words_and_leaves_the_entries(
    page: HelpPage, qapp: QApplication
) -> None:
    before, first = page.findChildren(PartEntry), entry(page, "ring")
    page.show_part("ring", False)
    try:
        install_language(qapp, "zh_CN")
        qapp.processEvents()
        assert page.findChildren(PartEntry) == before and first.isHidden()
        for part, text in HelpTexts().seen().items():
            assert entry(page, part).accessibleName() == text.title
            assert text.text in [label.text() for label in entry(page, part).findChildren(QLabel)]
        words = [each.text for each in HelpTexts().suggestions()]
        assert [each.button.toolTip() for each in page._suggestions] == words
        taken: list[Suggestion] = []
        page.suggestion_taken.connect(taken.append)
        page._suggestions[0].button.click()
        assert taken == [HelpTexts().suggestions()[0]]
    finally:
        install_language(qapp, "en")


def test_a_size_that_comes_while_nothing_is_painted_is_fitted_into_afterwards(
    page: HelpPage, qtbot: QtBot
) -> None:
    page.set_theme(make_theme("dark", 2.0))
    page.resize(900, 900)
    QApplication.processEvents()
    high = page._type.theme.scale
    page.setUpdatesEnabled(False)
    page.resize(900, 180)
    for _ in range(3):
        QApplication.processEvents()
    assert page._type.theme.scale == high
    page.setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: page._type.theme.scale < high)


def test_at_the_largest_type_it_pushes_nothing_apart_and_its_buttons_are_whole(
    page: HelpPage, qapp: QApplication
) -> None:
    theme = make_theme("dark", 3.0)
    apply_theme(qapp, theme)
    page.set_theme(theme)
    for _ in range(3):
        qapp.processEvents()
    assert (page.width(), page.height()) == (340, 600) and page.minimumSizeHint().width() <= 340
    for name in ("help_marks", "help_close"):
        one = button(page, name)
        assert one.width() >= one.minimumSizeHint().width() and page.rect().contains(one.geometry())


def test_tab_goes_through_all_entries_from_the_top_down_before_the_buttons_below_them(page: HelpPage) -> None:
    # Of a part that is not on screen there is no entry.
    stops = tab_stops(page)
    assert [stop.objectName() for stop in (stops[0], *stops[-2:])] == [
        "help_area",
        "help_marks",
        "help_close",
    ]
    tops = [stop.mapTo(page._content, QPoint(0, 0)).y() for stop in stops[1:-2]]
    assert len(tops) > 40 and tops == sorted(tops)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_beside_a_narrow_windows_picture_nothing_is_cut_off(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    """At the usual size, too: the buttons below the column are wider than that."""
    apply_theme(qapp, make_theme("dark", scale))
    window = QWidget()
    qtbot.addWidget(window)
    page = HelpPage(window)
    page.resize(270, 600)
    window.show()
    page.set_theme(make_theme("dark", scale))
    QApplication.processEvents()
    assert page._needed() <= page.width() == 270
    assert all(button(page, name).geometry().right() < 270 for name in ("help_marks", "help_close"))
