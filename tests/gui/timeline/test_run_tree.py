"""The tree of runs: each under its parent with its numbers; keys, boxes and menu say what is wanted of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme, make_theme
from gui.timeline.run_columns import BEST, DIFFERENCE, NAME, TEST, TOTAL, TRAIN, UPDATES
from gui.timeline.run_row import RunRow
from gui.timeline.run_tree import RunTree
from tests.gui.whole_look import apply_theme, remove_style_sheet

ROOT = RunRow(
    0,
    "seed 0",
    22_500,
    difference="seed 0",
    total=4_528.0,
    train_accuracy=0.975,
    test_accuracy=0.96,
    measured_update=22_500,
)
BRANCH = RunRow(
    1, "batch 256", 9_000, parent=0, branch_update=500, difference="batch 256", best_mean=0.139, dash="run2"
)
LEAF = RunRow(2, "mine", 1_000, parent=1, branch_update=700, difference="η 0.001 → 0.01 at 700")


@pytest.fixture
def tree(qtbot: QtBot) -> Iterator[RunTree]:
    tree = RunTree()
    qtbot.addWidget(tree)
    tree.set_theme(make_theme("dark"))
    tree.resize(800, 200)
    tree.show()
    qtbot.waitExposed(tree)
    tree.show_rows([ROOT, BRANCH, LEAF], 1)
    yield tree


def at(tree: RunTree, run: int) -> None:
    tree.setCurrentItem(dict(tree.items())[run])
    tree.setFocus()


def heard(tree: RunTree) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for name in ("run", "beside", "name", "curve", "hiding", "comparison", "deletion"):
        signal = getattr(tree, f"{name}_wanted")
        signal.connect(lambda *values, name=name: found.append((name, *values)))
    return found


# --- what is shown


def test_every_run_stands_under_the_one_that_it_branches_from(tree: RunTree) -> None:
    items = dict(tree.items())
    assert items[2].parent() is items[1] and items[1].parent() is items[0] and items[0].parent() is None


def test_a_row_shows_difference_updates_loss_and_accuracies(tree: RunTree) -> None:
    items = dict(tree.items())
    texts = [items[0].text(column) for column in (NAME, UPDATES, TOTAL, TRAIN, TEST)]
    assert texts == ["seed 0", "22,500", "4,528", "97.5 %", "96.0 %"]
    assert items[1].text(BEST) == "0.139" and items[1].text(TEST) == ""
    # What differs stays beside a name that was given.
    assert (items[2].text(NAME), items[2].text(DIFFERENCE)) == ("mine", "η 0.001 → 0.01 at 700")
    assert tree.columnCount() == DIFFERENCE + 1
    tree.show_rows([ROOT, BRANCH], 0)
    assert tree.columnCount() == DIFFERENCE


def test_a_loss_that_was_measured_earlier_names_its_update(tree: RunTree) -> None:
    tree.show_rows([replace(ROOT, measured_update=22_000), BRANCH], 1)
    assert dict(tree.items())[0].text(TOTAL) == "4,528 at 22,000"


def test_the_run_on_screen_is_bold_and_always_has_its_curve(tree: RunTree) -> None:
    item = dict(tree.items())[1]
    assert item.font(NAME).bold() and item.checkState(NAME) == Qt.CheckState.Checked
    assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert "on screen" in item.data(NAME, Qt.ItemDataRole.AccessibleTextRole)


def test_a_run_whose_loss_is_of_another_kind_has_no_box_and_says_why(tree: RunTree) -> None:
    tree.show_rows([ROOT, RunRow(7, "squared error", 10, difference="squared error", is_comparable=False)], 0)
    item = dict(tree.items())[7]
    assert item.data(NAME, Qt.ItemDataRole.CheckStateRole) is None
    assert "another loss" in item.toolTip(NAME)


def test_new_numbers_keep_the_row_that_was_chosen(tree: RunTree) -> None:
    at(tree, 2)
    tree.show_rows([ROOT, BRANCH, LEAF, RunRow(3, "new", parent=0, branch_update=9, difference="new")], 1)
    item = tree.currentItem()
    assert item is not None and item.text(NAME) == "mine"


# --- what is wanted


def test_a_row_that_says_what_it_said_is_left_alone_until_language_or_look_are_others(tree: RunTree) -> None:
    written: list[int] = []
    tree.model().dataChanged.connect(
        lambda first, _last: written.append(first.data(Qt.ItemDataRole.UserRole))
    )
    items = {id(item): run for run, item in tree.items()}
    tree.itemChanged.connect(lambda item, _column: written.append(items[id(item)]))
    tree.show_rows([ROOT, BRANCH, LEAF], 1)
    assert written == []
    tree.show_rows([ROOT, replace(BRANCH, live=9_001), LEAF], 1)
    assert set(written) - {None} == {1}
    assert dict(tree.items())[1].text(UPDATES) == "9,001"
    # Another run on screen: what was bold is not any more.
    tree.show_rows([ROOT, replace(BRANCH, live=9_001), LEAF], 2)
    assert [item.font(NAME).bold() for _, item in tree.items()] == [False, False, True]
    for renew in (
        lambda: tree.set_theme(make_theme("light")),
        lambda: QApplication.sendEvent(tree, QEvent(QEvent.Type.LanguageChange)),
    ):
        written.clear()
        renew()
        assert set(written) - {None} == {0, 1, 2}


def test_keys_say_what_is_wanted_of_the_run(tree: RunTree) -> None:
    wanted = heard(tree)
    at(tree, 0)
    for key in (Qt.Key.Key_V, Qt.Key.Key_C, Qt.Key.Key_H, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(tree, key)
    QTest.keyClick(tree, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert wanted == [
        ("curve", 0, True),
        ("beside", 0),
        ("hiding", 0, True),
        ("deletion", 0),
        ("run", 0),
        ("comparison", 0),
    ]


def keeps(tree: RunTree, key: Qt.Key, *held: Qt.KeyboardModifier) -> bool:
    """Whether the list has this key before the window."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held[0] if held else Qt.KeyboardModifier.NoModifier)
    event.ignore()
    tree.event(event)
    return event.isAccepted()


def test_of_the_run_on_screen_no_comparison_is_wanted_and_the_keys_are_the_windows(
    tree: RunTree,
) -> None:
    wanted = heard(tree)
    at(tree, 1)
    QTest.keyClick(tree, Qt.Key.Key_C)
    assert wanted == []
    # What is wanted of its curve is answered by a reason.
    QTest.keyClick(tree, Qt.Key.Key_V)
    assert wanted == [("curve", 1, True)]
    assert not keeps(tree, Qt.Key.Key_C) and not keeps(tree, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)


def test_training_and_branching_keep_their_keys_in_the_list(tree: RunTree) -> None:
    at(tree, 0)
    assert not any(keeps(tree, key) for key in (Qt.Key.Key_Space, Qt.Key.Key_B, Qt.Key.Key_Q))


def test_the_keys_of_the_window_are_those_in_force(tree: RunTree) -> None:
    wanted = heard(tree)
    at(tree, 0)
    tree.show_keys("Ctrl+J", "")
    texts = [action.text() for action in tree.actions_of(0)]
    assert "Show it beside this one\tCtrl+J" in texts
    assert "Two solutions? Compare with the run on screen" in texts
    assert not keeps(tree, Qt.Key.Key_C) and keeps(tree, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tree, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [("beside", 0)]


def test_a_run_that_stands_beside_already_leaves_the_key_to_the_window_which_ends_that(tree: RunTree) -> None:
    at(tree, 0)
    tree.show_beside(0)
    assert not keeps(tree, Qt.Key.Key_C)
    beside = next(action for action in tree.actions_of(0) if action.objectName() == "run_beside")
    assert not beside.isEnabled()
    tree.show_beside(None)
    assert keeps(tree, Qt.Key.Key_C)


def test_the_keyboard_begins_at_the_run_on_screen(tree: RunTree) -> None:
    tree.clearFocus()
    tree.setCurrentItem(None)
    tree.take_keyboard()
    assert tree.currentItem() is dict(tree.items())[1] and tree.currentItem().isSelected()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    assert tree.findChild(QLineEdit) is not None


def test_a_row_that_goes_leaves_the_keyboard_at_the_run_on_screen(tree: RunTree) -> None:
    at(tree, 2)
    tree.show_rows([ROOT, BRANCH], 1)
    assert tree.currentItem() is dict(tree.items())[1]


# --- the menu at a place


def pointed(tree: RunTree, run: int, reason: QContextMenuEvent.Reason) -> None:
    place = tree.visualItemRect(dict(tree.items())[run]).center()
    at_screen = tree.viewport().mapToGlobal(place)
    target = tree if reason == QContextMenuEvent.Reason.Keyboard else tree.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, place, at_screen))


@pytest.mark.parametrize("run", [0, 1, 2])
def test_the_menu_is_of_the_row_that_was_clicked(tree: RunTree, run: int) -> None:
    wanted = heard(tree)
    pointed(tree, run, QContextMenuEvent.Reason.Mouse)
    menu = tree.menu
    assert menu.isVisible()
    next(action for action in menu.actions() if action.objectName() == "run_delete").trigger()
    menu.close()
    assert wanted == [("deletion", run)]


def test_below_the_rows_there_is_no_menu(tree: RunTree) -> None:
    at(tree, 2)
    below = tree.viewport().rect().bottomLeft()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, tree.viewport().mapToGlobal(below))
    QApplication.sendEvent(tree.viewport(), event)
    assert not tree.menu.isVisible()


def test_the_key_of_the_menu_asks_for_that_of_the_chosen_row(tree: RunTree) -> None:
    at(tree, 2)
    pointed(tree, 0, QContextMenuEvent.Reason.Keyboard)
    menu = tree.menu
    assert menu.isVisible() and tree.currentItem() is dict(tree.items())[2]
    menu.close()


def test_a_click_into_a_box_wants_the_curve_and_the_box_waits_for_it(tree: RunTree) -> None:
    wanted = heard(tree)
    dict(tree.items())[0].setCheckState(NAME, Qt.CheckState.Checked)
    assert wanted == [("curve", 0, True)]
    # Nothing has come of it yet.
    assert dict(tree.items())[0].checkState(NAME) == Qt.CheckState.Unchecked


def typed(tree: RunTree, run: int, text: str) -> None:
    at(tree, run)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit)
    assert field is not None
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    # Qt takes the text when its event loop comes to it.
    QApplication.processEvents()


@pytest.mark.parametrize(("text", "name"), [("my  best", "my best"), ("", ""), ("batch 256", "")])
def test_f2_renames_and_no_name_is_the_difference_again(tree: RunTree, text: str, name: str) -> None:
    wanted = heard(tree)
    row = RunRow(1, "old", 9_000, parent=0, branch_update=500, difference="batch 256")
    tree.show_rows([ROOT, row], 0)
    typed(tree, 1, text)
    assert wanted == [("name", 1, name)]


def test_numbers_that_come_while_a_name_is_typed_do_not_end_that(tree: RunTree) -> None:
    at(tree, 2)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    tree.show_rows([ROOT, BRANCH, LEAF], 1)
    field = tree.findChild(QLineEdit)
    assert field is not None and field.isVisible()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_another_run_waits_until_the_name_is_typed(tree: RunTree, end: Qt.Key) -> None:
    wanted = heard(tree)
    at(tree, 2)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit)
    assert field is not None
    field.setText("ours")
    other = RunRow(7, "", 20, parent=0, branch_update=10, difference="batch 8")
    if end == Qt.Key.Key_Return:
        # Qt takes the text when its event loop comes to it: until then the field is the tree's.
        QTest.keyClick(field, end)
    tree.show_rows([ROOT, BRANCH, LEAF, other], 1)
    assert 7 not in dict(tree.items()) and field.text() == "ours"
    if end == Qt.Key.Key_Escape:
        QTest.keyClick(field, end)
    # The text is taken in the first turn of the event loop, and the rows are built in the next.
    QApplication.processEvents()
    QApplication.processEvents()
    assert 7 in dict(tree.items()) and 2 in dict(tree.items())
    assert wanted == ([("name", 2, "ours")] if end == Qt.Key.Key_Return else [])


def test_the_field_of_a_name_covers_no_other_row(
    tree: RunTree, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: remove_style_sheet(qapp, Theme()))
    apply_theme(qapp, make_theme("dark"))
    at(tree, 0)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit)
    assert field is not None
    assert field.geometry().bottom() <= tree.visualItemRect(dict(tree.items())[0]).bottom()
    # And the name is seen whole in it.
    assert field.contentsRect().height() >= field.fontMetrics().ascent() + field.fontMetrics().descent()


def test_a_name_that_is_being_typed_is_not_begun_anew(tree: RunTree) -> None:
    tree.rename(2)
    field = tree.findChild(QLineEdit)
    assert field is not None
    field.setText("half a na")
    # From the menu of the timeline, which leaves the keyboard where it is; Qt would complain.
    tree.rename(2)
    assert field.isVisible() and field.text() == "half a na"


def test_in_a_panel_that_is_hidden_no_name_is_begun(qtbot: QtBot) -> None:
    window, panel = QWidget(), QWidget()
    qtbot.addWidget(window)
    panel.setParent(window)
    tree = RunTree(panel)
    panel.hide()
    window.show()
    tree.show_rows([ROOT, BRANCH], 1)
    tree.rename(0)
    panel.show()
    assert tree.findChild(QLineEdit) is None
    tree.rename(0)
    assert tree.findChild(QLineEdit) is not None


def test_a_field_that_closes_before_qt_has_committed_it_is_no_complaint(tree: RunTree) -> None:
    names = heard(tree)
    tree.rename(2)
    field = tree.findChild(QLineEdit)
    assert field is not None
    field.setText("short")
    QTest.keyClick(field, Qt.Key.Key_Return)
    # Qt commits a turn later; another row takes the field away first.
    tree.setCurrentItem(dict(tree.items())[0])
    QApplication.processEvents()
    assert names == [("name", 2, "short")] and not field.isVisible()


def test_a_mouse_button_that_is_let_go_of_takes_no_name_away_that_is_being_typed(tree: RunTree) -> None:
    place = tree.visualItemRect(dict(tree.items())[2]).center()
    QTest.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    tree.rename(2)
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # Qt's offscreen platform leaves the state alone there: what a view does at the end of a click is done by hand.
    tree.setState(QAbstractItemView.State.NoState)
    field = tree.findChild(QLineEdit)
    assert field is not None
    field.setText("half a na")
    tree.rename(2)
    tree.show_rows([ROOT, BRANCH, LEAF, replace(LEAF, run=7)], 1)
    assert field.isVisible() and field.text() == "half a na" and 7 not in dict(tree.items())


def test_another_name_may_be_begun_while_rows_wait_for_the_one_that_is_typed(tree: RunTree) -> None:
    tree.rename(2)
    other = RunRow(7, "", 20, parent=0, branch_update=10, difference="batch 8")
    tree.show_rows([ROOT, BRANCH, LEAF, other], 1)
    assert 7 not in dict(tree.items())
    # The first name is taken; the rows wait for the second one.
    tree.rename(1)
    QApplication.processEvents()
    (field,) = (field for field in tree.findChildren(QLineEdit) if field.isVisible())
    assert 7 not in dict(tree.items())
    assert tree.currentItem() is dict(tree.items())[1]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert 7 in dict(tree.items())


def test_the_menu_has_all_of_it_with_its_keys(tree: RunTree) -> None:
    wanted = heard(tree)
    tree.actions_of(0)
    menu: QMenu = tree.menu
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "Show this run\tEnter",
        "Show it beside this one\tC",
        "Curve in the plot\tV",
        "Two solutions? Compare with the run on screen\tShift+Q",
        "Rename\tF2",
        "Hide\tH",
        "Delete\tDel",
    ]
    for action in menu.actions():
        if action.objectName() != "run_rename":
            action.trigger()
    assert wanted == [
        ("run", 0),
        ("beside", 0),
        ("curve", 0, True),
        ("comparison", 0),
        ("hiding", 0, True),
        ("deletion", 0),
    ]
    assert tree.accessibleName() == "Runs"


def test_after_a_deletion_its_neighbour_is_chosen_and_not_the_run_on_screen(tree: RunTree) -> None:
    others = [RunRow(run, f"seed {run}", 5, difference=f"seed {run}") for run in range(5)]
    tree.show_rows(others, 4)
    at(tree, 1)
    deleted = heard(tree)
    for gone in (1, 2):
        QTest.keyClick(tree, Qt.Key.Key_Delete)
        assert deleted[-1] == ("deletion", gone)
        others = [row for row in others if row.run != gone]
        tree.show_rows(others, 4)
    assert tree.currentItem() is dict(tree.items())[3]


def test_behind_another_page_it_is_filled_when_it_comes_to_the_front(qtbot: QtBot) -> None:
    pages, tree = QTabWidget(), RunTree()
    qtbot.addWidget(pages)
    pages.addTab(QWidget(), "front")
    pages.addTab(tree, "runs")
    pages.show()
    qtbot.waitExposed(pages)
    tree.show_rows([ROOT], 0)
    item = dict(tree.items())[0]
    assert item.text(UPDATES) == ""
    pages.setCurrentWidget(tree)
    assert item.text(UPDATES) == "22,500"
    pages.setCurrentIndex(0)
    tree.show_rows([replace(ROOT, live=30_000)], 0)
    assert item.text(UPDATES) == "22,500"
    pages.setCurrentWidget(tree)
    assert item.text(UPDATES) == "30,000"
