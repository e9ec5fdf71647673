"""Nothing is left in the old look, in the window and in each dialog, opened before it or after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.app.mark_legend_page import MarkLegendPage
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.data_dialog.dialog import DataDialog
from gui.exchange.weights_dialog import WeightsDialog
from gui.export.picture_dialog import PictureDialog
from gui.solutions.solutions_dialog import SolutionsDialog
from gui.theme.tokens import Theme, make_theme
from gui.timeline.question_dialog import QuestionDialog

# They stand around what wears the sheet, and have no rule in it: their colours are the palette's.
FRAMES = frozenset(
    {
        *("main_window", "network_area", "steps_dock", "tabs_dock", "plots_dock", "right_side", "right_tabs"),
        *("steps_panel", "drawer", "qt_tabwidget_stackedwidget", "qt_scrollarea_viewport"),
        *("qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer", "qt_qmainwindow_extended_splitter"),
        *("qt_dockwidget_floatbutton", "qt_dockwidget_closebutton", "past_frame"),
    }
)
DIALOGS: tuple[Callable[[QWidget], QDialog], ...] = (
    *(DataDialog, PictureDialog, WeightsDialog, SolutionsDialog, QuestionDialog, MarkLegendPage),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WindowFrame]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.set_theme(make_theme("dark"))
    window.resize(1280, 800)
    window.show()
    yield window
    qtbot.waitUntil(window.updatesEnabled)


def colours_of(widget: QWidget) -> set[str]:
    """Those of the nearest sheet with a rule for menus, which only a theme's has; none without such a sheet."""
    each: QWidget | None = widget
    while each is not None:
        if found := re.search(r"QMenu \{ background: (#\w+)", each.styleSheet()):
            return {found[1]}
        each = each.parentWidget()
    return set()


def left_over(window: QWidget, theme: Theme) -> list[str]:
    """What does not wear this theme, of all that is in a window and is no part that takes it on when it is shown."""
    late = [part for part in window.findChildren(QWidget) if part.property("has_type_of_its_own_size")]
    late = [part for part in late if not part.isVisible()]
    return [
        f"{type(each).__name__} {each.objectName()} in {each.parentWidget().objectName()}"
        for each in window.findChildren(QWidget)
        if each.window() in (window, each)
        and each.objectName() not in FRAMES
        and not isinstance(each, QDialog)
        and not any(part is each or part.isAncestorOf(each) for part in late)
        and not (type(each) is QWidget and not each.objectName())
        and colours_of(each) != {theme.colours.panel}
    ]


@pytest.mark.parametrize("theme", [make_theme("light"), make_theme("light", 1.5)])
def test_all_of_the_window_wears_it_and_so_does_what_was_hidden(
    window: WindowFrame, qtbot: QtBot, theme: Theme
) -> None:
    window.set_theme(theme)
    qtbot.waitUntil(window.updatesEnabled)
    assert left_over(window, theme) == []
    assert colours_of(window.findChildren(QMenu)[0]) == {theme.colours.panel}
    hidden = window.network_area.film_bar
    assert colours_of(hidden) != {theme.colours.panel}
    hidden.show()
    window.message_bar.show_message("words")
    assert colours_of(hidden) == colours_of(window.message_bar) == {theme.colours.panel}
    assert left_over(window, theme) == []


@pytest.mark.parametrize("theme", [make_theme("light"), make_theme("light", 1.5)])
def test_dialogs_wear_it_that_are_open_or_opened_anew(
    window: WindowFrame, qtbot: QtBot, theme: Theme
) -> None:
    dialogs = [make(window) for make in DIALOGS]
    for dialog in dialogs:
        dialog.set_theme(window.theme)  # type: ignore[attr-defined]
    opened, hidden = dialogs[::2], dialogs[1::2]
    for dialog in opened:
        dialog.show()
    window.actions_["action_about"].trigger()
    window.report_error("ValueError: planted")
    opened += [each for each in window.findChildren(QDialog) if each.isVisible() and each not in opened]
    assert len(opened) == 5
    window.set_theme(theme)
    qtbot.waitUntil(window.updatesEnabled)
    assert [left_over(dialog, theme) for dialog in opened] == [[]] * 5
    for dialog in hidden:
        dialog.set_theme(theme)  # type: ignore[attr-defined]
        assert left_over(dialog, theme) == [] and colours_of(dialog) == {theme.colours.panel}
    for dialog in opened:
        dialog.close()
