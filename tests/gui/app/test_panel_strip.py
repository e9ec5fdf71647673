"""The strip of buttons for folded pages: each is named, the open one is pressed, and all fit into the height."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from gui.app.panel_strip import PanelStrip
from gui.theme.tokens import make_theme
from tests.gui.whole_look import apply_theme

ALL = frozenset({"draw", "inspect", "loss", "runs"})


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[PanelStrip]:
    window = QMainWindow()
    qtbot.addWidget(window)
    strip = PanelStrip(window)
    window.resize(600, 400)
    window.show()
    strip.set_theme(make_theme("dark"))
    yield strip


def button(strip: PanelStrip, page: str) -> QToolButton:
    found = strip.findChild(QToolButton, f"strip_{page}")
    assert isinstance(found, QToolButton)
    return found


def test_it_shows_a_button_for_each_page_that_is_folded_and_none_hides_it(strip: PanelStrip) -> None:
    strip.show_pages(frozenset({"draw", "inspect"}), "inspect", 400)
    assert [page for page in sorted(ALL) if button(strip, page).isVisible()] == ["draw", "inspect"]
    assert button(strip, "inspect").isChecked() and not button(strip, "draw").isChecked()
    strip.show_pages(frozenset(), "", 400)
    assert strip.isHidden()


def test_a_click_asks_for_the_page_and_presses_no_button_itself(strip: PanelStrip, qtbot: QtBot) -> None:
    strip.show_pages(ALL, "draw", 400)
    for page in ("loss", "draw"):
        with qtbot.waitSignal(strip.page_wanted) as wanted:
            button(strip, page).click()
        assert wanted.args == [page]
        assert button(strip, "draw").isChecked() and not button(strip, "loss").isChecked()


@pytest.mark.parametrize(("scale", "height"), [(1.0, 400), (3.0, 320), (3.0, 220)])
def test_all_buttons_fit_into_the_height_and_can_be_hit(strip: PanelStrip, scale: float, height: int) -> None:
    theme = make_theme("dark", scale)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme)
    strip.set_theme(theme)
    strip.show_pages(ALL, "", height)
    window = strip.parentWidget()
    window.resize(600, height)
    for _ in range(3):
        QApplication.processEvents()
    for page in ALL:
        shown = button(strip, page)
        assert shown.isVisible() and shown.width() >= 24 and shown.height() >= 24
        assert strip.rect().contains(shown.geometry())
    # That is how much of the window's width it takes.
    assert abs(strip.width() - strip.width_within(height)) <= 1


def test_each_button_has_a_name_a_tab_stop_and_a_tip_with_the_key(strip: PanelStrip) -> None:
    strip.show_keys({"action_focus_loss": "Ctrl+5"})
    assert button(strip, "loss").toolTip() == "The curve of L: open or fold the panel (Ctrl+5)"
    assert button(strip, "runs").toolTip() == "The list of runs: open or fold the panel"
    names = [button(strip, page).accessibleName() for page in ("draw", "inspect", "loss", "runs")]
    assert names == ["Draw", "Inspect", "Total loss L", "Runs"]
    assert all(button(strip, page).focusPolicy() == Qt.FocusPolicy.TabFocus for page in ALL)
