"""The dialog asks for exactly the examples that its pages show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import SOURCES, DatasetSpec
from core.data.importers.first_look import FirstLook
from core.data.importers.first_rows import FirstRows
from core.data.refusals import DatasetError
from gui.data_dialog import import_page
from gui.theme.tokens import make_theme
from gui.widgets import work_dialog
from gui.widgets.announcement import WARNING
from tests.gui.data_dialog.opened_dialog import OpenedDialog
from tests.gui.whole_look import apply_theme


def test_as_it_opens_it_asks_for_what_is_there(fix: OpenedDialog) -> None:
    assert fix.learn() == DatasetSpec()


@pytest.mark.parametrize(
    "choice",
    [
        DatasetSpec(count=100, classes=(0, 1), shuffled_labels=0.5, noise=0.25, seed=8),
        DatasetSpec("plane", "spirals", count=70, class_count=5, noise=0.3, seed=2),
        DatasetSpec("line", "sines", count=33, noise=0.5, seed=1),
        DatasetSpec("line", "drawn", count=33, points=((-1.0, 0.0), (0.5, 1.0))),
        DatasetSpec("own", path="/a/b", labels_path="/a/c", as_ink=False, test_share=0.5, seed=3),
    ],
)
def test_what_is_shown_is_asked_for_again(fix: OpenedDialog, choice: DatasetSpec) -> None:
    fix.dialog.show_choice(choice)
    assert fix.learn() == choice


def test_while_it_loads_nothing_else_can_be_chosen(fix: OpenedDialog) -> None:
    fix.dialog.show_busy(True)
    fix.dialog.show_progress(0.42)
    assert fix.find(QProgressBar, "data_progress").value() == 42
    assert not fix.find(QPushButton, "learn_from_these").isEnabled()
    fix.qtbot.keyClick(fix.dialog, Qt.Key.Key_Escape)
    assert fix.cancelled == [True] and fix.dialog.isVisible()
    fix.dialog.show_error("/a/b is empty: give it something.")
    assert "/a/b is empty" in fix.find(QLabel, "data_refusal").text()
    assert fix.find(QPushButton, "learn_from_these").isEnabled()
    fix.qtbot.keyClick(fix.dialog, Qt.Key.Key_Escape)
    assert not fix.dialog.isVisible()


def test_every_control_has_a_name_and_says_what_it_is(fix: OpenedDialog) -> None:
    for source in SOURCES:
        fix.dialog.show_source(source)
        for kind in (QLineEdit, QComboBox, QAbstractButton):
            for control in fix.dialog.findChildren(kind):
                if control.isVisible() and not control.objectName().startswith("qt_"):
                    assert control.objectName() and control.accessibleName() and control.toolTip(), source
    names = [each.objectName() for each in fix.dialog.findChildren(QLineEdit)]
    assert len(names) == len(set(names))


def test_a_number_that_is_refused_keeps_the_dialog_open(fix: OpenedDialog) -> None:
    fix.dialog.show_source("plane")
    line = fix.find(QLineEdit, "plane_page_count")
    line.selectAll()
    fix.qtbot.keyClicks(line, "abc")
    fix.qtbot.mouseClick(fix.find(QPushButton, "learn_from_these"), Qt.MouseButton.LeftButton)
    assert fix.wanted == [] and line.hasFocus()
    line.selectAll()
    fix.qtbot.keyClicks(line, "70")
    assert fix.learn().count == 70


def test_what_was_only_typed_is_taken(fix: OpenedDialog) -> None:
    fix.dialog.show_source("line")
    line = fix.find(QLineEdit, "line_page_noise")
    line.selectAll()
    fix.qtbot.keyClicks(line, "0.25")
    assert fix.learn().noise == 0.25


@pytest.mark.parametrize("source", SOURCES)
def test_with_large_type_the_pages_scroll_and_the_buttons_stay_on_the_screen(
    qtbot: QtBot, qapp: QApplication, source: str
) -> None:
    opened = OpenedDialog(qtbot)
    dialog, room = opened.dialog, opened.dialog.screen().availableGeometry().height()
    heights = []
    for scale in (3.0, 0.8):
        theme = make_theme("light", scale)
        apply_theme(qapp, theme)
        dialog.hide()
        dialog.set_theme(theme)
        dialog.show_source(source)
        dialog.show()
        QApplication.processEvents()
        QApplication.processEvents()
        button = opened.find(QPushButton, "learn_from_these")
        bottom = button.mapTo(dialog, button.rect().bottomLeft()).y()
        assert bottom < dialog.height() <= room
        heights.append(dialog.height())
    # With small type again it is small again.
    assert heights[1] < room * 0.6 < heights[0]


def test_a_page_is_made_when_it_is_seen_and_looks_as_if_it_had_been_there(fix: OpenedDialog) -> None:
    stack = fix.find(QStackedWidget, "data_pages")
    assert [stack.widget(i).objectName() for i in range(stack.count())] == ["digits_page"]
    for source, name in (("line", "line_page"), ("own", "own_page"), ("plane", "plane_page")):
        fix.dialog.show_source(source)
        assert stack.currentWidget().objectName() == name and stack.currentWidget().isVisible()
    made = stack.count()
    fix.dialog.show_source("line")
    assert made == stack.count() == 4 and stack.currentWidget().objectName() == "line_page"
    assert fix.dialog.import_page is stack.widget(2)


@pytest.mark.parametrize("source", SOURCES)
def test_tab_leads_through_each_page_and_then_to_the_buttons_and_back(fix: OpenedDialog, source: str) -> None:
    dialog, box = fix.dialog, fix.find(QComboBox, "data_source")
    # One after the other is seen for the first time, as somebody looks through them.
    for seen in SOURCES[: SOURCES.index(source) + 1]:
        dialog.show_source(seen)
        QApplication.processEvents()
    dialog.activateWindow()
    fix.qtbot.waitUntil(dialog.isActiveWindow)
    page = fix.find(QStackedWidget, "data_pages").currentWidget()
    wanted = {
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
    }
    box.setFocus()
    stops = _walked(fix, Qt.Key.Key_Tab)
    assert [stop.objectName() for stop in stops[-2:]] == ["learn_from_these", "cancel_data"]
    assert wanted and set(stops[:-2]) == wanted
    assert _walked(fix, Qt.Key.Key_Backtab) == stops[::-1]


def _walked(fix: OpenedDialog, key: Qt.Key) -> list[QWidget]:
    """Where this key really leads, from the source of the examples until it is there again."""
    start = QApplication.focusWidget()
    stops: list[QWidget] = []
    while len(stops) < 60:
        fix.qtbot.keyClick(QApplication.focusWidget(), key)
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop is start:
            return stops
        stops.append(stop)
    raise AssertionError(f"it never comes back: {[stop.objectName() for stop in stops]}")


def test_opened_again_it_begins_at_its_first_choice(fix: OpenedDialog) -> None:
    dialog = fix.dialog
    dialog.activateWindow()
    fix.qtbot.waitUntil(dialog.isActiveWindow)
    for left in ("cancel_data", "learn_from_these"):
        fix.find(QPushButton, left).setFocus()
        fix.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.show()
        dialog.activateWindow()
        fix.qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
        assert dialog.focusWidget().objectName() == "data_source"
    # But where a question leads to a page, that has it.
    fix.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.show_source("digits")
    dialog.show()
    assert dialog.focusWidget().objectName() == "learn_0"


EMPTY = DatasetError("empty_field", path="own.csv", line=3, column=2)


def test_a_refusal_stands_there_once_in_red_and_goes_when_the_path_is_edited(
    fix: OpenedDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in (import_page, work_dialog):
        monkeypatch.setattr(module, "announce", lambda _widget, sentence: heard.append(sentence))
    fix.dialog.show_choice(DatasetSpec("own", path="/a/own.csv"))
    page, refusal = fix.dialog.import_page, fix.find(QLabel, "data_refusal")
    rows = FirstRows(("a", "b", "kind"), (("1", "", "red"),), 2, True, problem=EMPTY)
    page.show_look(FirstLook(rows))
    said = refusal.text().removeprefix(WARNING)
    assert (
        refusal.isVisible()
        and refusal.property("role") == "error"
        and said.startswith("own.csv has an empty")
    )
    assert heard == [said] and said not in page.first_look.text
    # Who wants to learn from them all the same is told so once more, in the same place.
    fix.dialog.show_error(said)
    assert refusal.isVisible() and refusal.text() == WARNING + said and heard == [said] * 2
    # What another choice does not mend stays.
    page.changed.emit()
    assert refusal.isVisible()
    fix.find(QLineEdit, "own_path").setText("/a/own2.csv")
    assert not refusal.isVisible() and page.problem == ""


def test_what_is_wrong_at_the_path_is_said_beside_the_buttons_and_only_of_ones_own_data(
    fix: OpenedDialog,
) -> None:
    fix.dialog.show_choice(DatasetSpec("own", path="/a/b"))
    page, refusal = fix.dialog.import_page, fix.find(QLabel, "data_refusal")
    page.show_problem("/a/b is empty: give it something.")
    assert refusal.isVisible() and page.first_look.text == ""
    fix.dialog.show_source("digits")
    assert not refusal.isVisible()
    fix.dialog.show_source("own")
    assert refusal.isVisible()
    # While it is loaded nothing is refused yet; a look that comes meanwhile says nothing over it.
    fix.dialog.show_busy(True)
    page.show_problem("/a/b is a folder: choose a file.")
    assert not refusal.isVisible()
    fix.dialog.show_busy(False)
    assert refusal.text() == WARNING + "/a/b is a folder: choose a file."
    # Found in order, it says nothing.
    page.show_look(FirstLook())
    assert not refusal.isVisible()
