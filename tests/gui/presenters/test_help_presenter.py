"""F1 opens the page beside the picture, reading about a part frames it, and a suggestion is one click away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from gui.app.mark_legend_page import MarkLegendPage
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.help.help_page import HelpPage, PartEntry
from gui.help.help_texts import HelpTexts
from gui.help.spotlight import Spotlight
from gui.network.interaction.explanations import explanations
from gui.presenters import help_presenter
from gui.presenters.help_presenter import HelpPresenter, explanation_of
from gui.theme.tokens import make_theme
from gui.timeline.run_row import RunRow
from gui.widgets.card import Card


class Given:
    """A window without an engine, its help, and what that issues."""

    def __init__(self, window: WindowFrame) -> None:
        self.window, self.issued = window, list[Any]()
        self.presenter = HelpPresenter(window, self.issued.append, window)

    def open(self) -> HelpPage:
        self.window.actions_["action_help"].trigger()
        page = self.window.findChild(HelpPage)
        assert isinstance(page, HelpPage)
        return page

    @property
    def spotlight(self) -> Spotlight:
        found = self.window.findChild(Spotlight)
        assert isinstance(found, Spotlight)
        return found


@pytest.fixture
def given(qtbot: QtBot) -> Iterator[Given]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    for card in window.findChildren(Card):
        # As if there were a run.
        card.show_content()
    window.show()
    yield Given(window)
    window.close()


def test_f1_opens_the_page_beside_the_picture_and_closes_it_again(given: Given) -> None:
    window, page = given.window, given.open()
    assert page.isVisible() and window.network_view.isVisible() and window.network_view.width() >= 480
    assert window.tabs.currentWidget() is page and window.tabs.tabText(2) == "Help"
    window.actions_["action_help"].trigger()
    assert not page.isVisible() and window.tabs.count() == 2
    assert given.open() is page and page.isVisible()


def test_the_panels_are_as_wide_as_before_when_the_page_is_closed(given: Given, qtbot: QtBot) -> None:
    window = given.window
    window.set_theme(make_theme("dark"))
    qtbot.waitUntil(window.updatesEnabled)
    QApplication.processEvents()
    before = window.tabs_dock.width(), window.network_view.width()
    given.open()
    QApplication.processEvents()
    assert window.tabs_dock.width() > before[0]
    given.presenter.close_page()
    qtbot.waitUntil(lambda: (window.tabs_dock.width(), window.network_view.width()) == before)


def test_f1_brings_a_page_to_the_front_that_another_tab_hides(given: Given) -> None:
    page = given.open()
    given.window.tabs.setCurrentIndex(0)
    given.open()
    assert page.isVisible() and given.window.tabs.count() == 3


def test_page_down_reads_on_and_leaves_the_networks_update_where_it_is(given: Given, qtbot: QtBot) -> None:
    given.window.activateWindow()
    qtbot.waitUntil(given.window.isActiveWindow)
    asked: list[bool] = []
    given.window.actions_["action_next_phase"].triggered.connect(lambda: asked.append(True))
    bar = given.open().findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0 and not asked


def test_help_is_there_in_the_projectors_layout_too(given: Given) -> None:
    given.window.show_layout("projector")
    page = given.open()
    assert page.isVisible()
    given.presenter.close_page()
    assert given.window.draw_panel.canvas.isVisible()


@pytest.mark.parametrize("part", ["loss_plot", "steps_panel", "speed_slider"])
def test_reading_about_a_part_of_the_window_frames_it(given: Given, part: str) -> None:
    page, window = given.open(), given.window
    # The docks take their new sizes from the event loop.
    QApplication.processEvents()
    page.part_pointed.emit(part)
    widget = window.findChild(QWidget, part)
    assert widget is not None
    (rect,) = given.spotlight.rects
    assert rect == QRectF(widget.rect()).translated(widget.mapTo(window, widget.rect().topLeft()))
    page.part_left.emit()
    assert not given.spotlight.isVisible()


def test_every_word_is_seen_somewhere(given: Given) -> None:
    page, window = given.open(), given.window
    for part, word in HelpTexts().words():
        page.part_pointed.emit(part)
        # The picture of a window without an engine is empty.
        assert part in explanations() or given.spotlight.rects, word.title
    assert window.isVisible()


def test_what_is_hidden_gets_no_frame(given: Given) -> None:
    page = given.open()
    given.window.steps_dock.hide()
    page.part_pointed.emit("steps_panel")
    assert not given.spotlight.isVisible()


def test_the_map_is_spoken_of_only_where_there_is_one(given: Given) -> None:
    page = given.open()
    hidden = [entry.part for entry in page.findChildren(PartEntry) if entry.isHidden()]
    assert hidden == ["map"]


def test_a_suggestion_issues_its_commands_in_their_order(given: Given) -> None:
    page = given.open()
    for number, each in enumerate(HelpTexts().suggestions()):
        given.issued.clear()
        button = page.findChild(QPushButton, f"help_try_{number}")
        assert button is not None
        button.click()
        assert given.issued == list(each.commands)
        if each.action:
            assert given.window.tabs.currentWidget() is given.window.draw_panel


def test_all_marks_are_one_click_away(given: Given) -> None:
    button = given.open().findChild(QPushButton, "help_marks")
    assert button is not None
    button.click()
    found = given.window.findChild(MarkLegendPage)
    assert found is not None and found.isVisible()


def test_whats_this_asked_twice_explains_what_has_the_keyboard(
    given: Given, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    heard: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _at, text, _owner: shown.append(text))
    monkeypatch.setattr(help_presenter, "announce", lambda _who, sentence: heard.append(sentence))
    window = given.window
    window.activateWindow()
    window.network_view.setFocus()
    qtbot.waitUntil(window.network_view.hasFocus)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.network_view, Qt.Key.Key_F1, shift)
    assert QWhatsThis.inWhatsThisMode() and shown == heard == []
    # Without a pointer one would not know that something is asked.
    assert window.message_bar.text.startswith("Click what is to be explained, or press Shift+F1 again")
    QTest.keyClick(window.network_view, Qt.Key.Key_F1, shift)
    assert not QWhatsThis.inWhatsThisMode() and shown == [window.network_view.whatsThis()]
    assert heard == shown and window.message_bar.text == ""


def test_the_box_that_the_pointer_opens_has_a_name_and_is_read_out(
    given: Given, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(help_presenter, "announce", lambda _who, sentence: heard.append(sentence))
    window = given.window
    button = window.findChild(QPushButton, "new_weights")
    assert button is not None
    monkeypatch.setattr(QApplication, "widgetAt", lambda _: button)
    given.presenter.explain()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(heard) == 1)
    box = QApplication.activePopupWidget()
    assert box is not None and box.accessibleName() == "What's this?"
    # Its words are given to it when one asks.
    assert heard == [box.accessibleDescription()] == [explanation_of(button)[0]]
    QWhatsThis.hideText()


def test_a_widget_without_words_of_its_own_is_explained_by_what_it_is_a_part_of(given: Given) -> None:
    panel = given.window.best_function_panel
    inner = QWidget(panel)
    assert explanation_of(inner) == (panel.whatsThis(), panel)


def test_the_timeline_is_framed_once_it_is_there(given: Given) -> None:
    page, window = given.open(), given.window
    page.part_pointed.emit("timeline")
    assert not given.spotlight.isVisible()
    window.timeline.show_runs([RunRow(0, live=200, kept=np.array([0, 128]))], 0)
    QApplication.processEvents()
    page.part_pointed.emit("timeline")
    (rect,) = given.spotlight.rects
    assert rect.height() == window.timeline.height()
