"""The dialog: two runs are chosen, progress and results are shown, and Cancel stops before it closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from gui.app.translation import install_language
from gui.solutions import solutions_dialog
from gui.solutions.solutions_dialog import SolutionsDialog
from gui.solutions.solutions_words import barrier_words, refusal_words
from gui.theme.style_sheet import apply_theme
from gui.theme.tokens import make_theme
from tests.gui.solutions.compared import compared


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SolutionsDialog]:
    dialog = SolutionsDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(make_theme("dark"))
    dialog.show_runs({0: "seed 0", 1: "seed 1", 4: "branch at 100"})
    dialog.choose(0, 1)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog


def text(dialog: SolutionsDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def button(dialog: SolutionsDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_the_chosen_runs_are_asked_for(dialog: SolutionsDialog) -> None:
    wanted: list[tuple[int, int]] = []
    dialog.compare_wanted.connect(lambda a, b: wanted.append((a, b)))
    dialog.choose(4, 1)
    button(dialog, "compare_solutions").click()
    button(dialog, "solutions_swap").click()
    button(dialog, "compare_solutions").click()
    assert wanted == [(4, 1), (1, 4)]


def test_which_run_is_where_is_heard_when_they_change_places(
    dialog: SolutionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(solutions_dialog, "announce", lambda _widget, sentence: heard.append(sentence))
    dialog.choose(4, 1)
    button(dialog, "solutions_swap").click()
    button(dialog, "solutions_swap").click()
    assert heard == ["A: seed 1, B: branch at 100", "A: branch at 100, B: seed 1"]


def test_results_are_shown_with_the_numbers_at_the_place_that_is_read(dialog: SolutionsDialog) -> None:
    dialog.show_busy(True)
    dialog.show_compared(compared())
    assert text(dialog, "solutions_which") == "A: seed 0, update 9,375   ·   B: seed 1, update 1,200"
    assert text(dialog, "solutions_barriers").startswith("Barrier, above the line between both ends: 2.000")
    assert "46 of 48" in text(dialog, "solutions_notes") and "60,000" in text(dialog, "solutions_notes")
    rows = [[text(dialog, f"solutions_reading_{row}_{column}") for column in range(5)] for row in range(3)]
    assert rows == [
        ["t = 0.50", "training: mean Cⁿ", "training: wrong", "test: wrong", "answer"],
        ["in a straight line", "2.100", "21.0 %", "42.0 %", "–"],
        ["with matched neurons", "0.600", "6.0 %", "12.0 %", "–"],
    ]
    dialog.plot.read_at(20)
    assert text(dialog, "solutions_reading_0_0") == "t = 1.00: B itself"
    assert text(dialog, "solutions_reading_1_1") == "0.100"


def test_progress_is_shown_until_all_is_measured(dialog: SolutionsDialog) -> None:
    bar = dialog.findChild(QProgressBar, "solutions_progress")
    assert isinstance(bar, QProgressBar)
    dialog.show_busy(True)
    dialog.show_compared(compared(straight=21, matched=0))
    assert dialog.is_busy and bar.isVisible() and bar.value() == 50
    assert not button(dialog, "compare_solutions").isEnabled()
    dialog.show_compared(compared())
    assert not dialog.is_busy and not bar.isVisible()
    assert button(dialog, "compare_solutions").isEnabled()


def test_that_an_end_was_changed_by_hand_is_said_of_the_two_that_are_shown(dialog: SolutionsDialog) -> None:
    shown = compared()
    dialog.show_busy(True)
    dialog.show_compared(shown)
    # Of two others, and of another update, it says nothing here.
    for other in (replace(shown, run_b=4), replace(shown, update_a=9_376)):
        dialog.show_changed(replace(other, changed=(True, True)))
        assert "Changed" not in text(dialog, "solutions_which")
    dialog.show_changed(replace(shown, changed=(False, True)))
    _, second = text(dialog, "solutions_which").split("\n")
    assert second.startswith("Changed by hand since: B after update 1,200.")
    dialog.show_changed(replace(shown, changed=(False, True), sorted_since=(True, False)))
    _, second, third = text(dialog, "solutions_which").split("\n")
    assert second.startswith("Changed by hand since: B")
    assert third.startswith("Neurons sorted since: A after update 9,375.")
    dialog.show_changed(shown)
    assert text(dialog, "solutions_which") == "A: seed 0, update 9,375   ·   B: seed 1, update 1,200"


def test_where_other_runs_are_chosen_it_is_said_that_the_line_is_of_what_is_measured(
    dialog: SolutionsDialog,
) -> None:
    which = "A: seed 0, update 9,375   ·   B: seed 1, update 1,200"
    dialog.show_busy(True)
    dialog.show_compared(compared())
    assert text(dialog, "solutions_which") == which
    dialog.run_b.show_value(4)
    dialog.run_b.chosen.emit(4)
    assert text(dialog, "solutions_which") == f"Measured here: {which}"
    dialog.choose(0, 1)
    assert text(dialog, "solutions_which") == which


def test_what_was_measured_is_compared_the_other_way_round_at_once_when_both_change_places(
    dialog: SolutionsDialog,
) -> None:
    wanted: list[tuple[int, int]] = []

    def compare(run_a: int, run_b: int) -> None:
        wanted.append((run_a, run_b))
        dialog.show_busy(True)

    dialog.show_busy(True)
    dialog.show_compared(compared())
    # Nobody can compare them: what was measured stays, under its own names.
    button(dialog, "solutions_swap").click()
    assert text(dialog, "solutions_which").startswith("Measured here: A: seed 0")
    assert text(dialog, "solutions_barriers")
    dialog.compare_wanted.connect(compare)
    button(dialog, "solutions_swap").click()
    assert wanted == [(0, 1)] and dialog.plot.marks is None
    # Nothing that is of the other A and B is left, also where they change places once more before anything has come.
    assert text(dialog, "solutions_which") == text(dialog, "solutions_barriers") == ""
    assert text(dialog, "solutions_reading_0_0") == text(dialog, "solutions_reading_1_1") == ""
    button(dialog, "solutions_swap").click()
    assert wanted == [(0, 1), (1, 0)]


def test_two_runs_that_were_swapped_and_compared_again_have_their_own_names(dialog: SolutionsDialog) -> None:
    dialog.show_busy(True)
    dialog.show_compared(compared())
    button(dialog, "solutions_swap").click()
    dialog.show_busy(True)
    for straight in (0, 21):
        swapped = replace(compared(straight, straight), run_a=1, run_b=0, update_a=1_200, update_b=9_375)
        dialog.show_compared(swapped)
        assert text(dialog, "solutions_which") == ("A: seed 1, update 1,200   ·   B: seed 0, update 9,375")


def test_cancel_stops_what_is_under_way_and_close_closes(dialog: SolutionsDialog) -> None:
    wanted: list[bool] = []
    dialog.cancel_wanted.connect(lambda: wanted.append(True))
    dialog.show_busy(True)
    assert button(dialog, "close_solutions").text() == "Cancel"
    button(dialog, "close_solutions").click()
    assert wanted == [True] and dialog.isVisible()
    dialog.show_compared(compared(matched=9))
    assert "9 of 21" in text(dialog, "solutions_notes") and "ended" not in text(dialog, "solutions_notes")
    dialog.show_busy(False)
    assert "9 of 21" in text(dialog, "solutions_notes") and "ended there" in text(dialog, "solutions_notes")
    assert button(dialog, "close_solutions").text() == "Close"
    button(dialog, "close_solutions").click()
    assert wanted == [True] and not dialog.isVisible()


@pytest.mark.parametrize("is_begun", [False, True])
def test_that_it_is_measured_no_further_is_heard_and_comes_into_sight(
    dialog: SolutionsDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_begun: bool
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(solutions_dialog, "announce", lambda _widget, sentence: heard.append(sentence))
    dialog.resize(dialog.width(), 320)
    dialog.show_busy(True)
    if is_begun:
        dialog.show_compared(compared(matched=9))
    dialog.show_cancelled()
    assert len(heard) == 1 and "ended" in heard[0] and ("9 of 21" in heard[0]) == is_begun
    assert not dialog.is_busy
    notes = dialog.findChild(QLabel, "solutions_notes")
    assert notes is not None
    if is_begun:
        qtbot.waitUntil(lambda: notes.visibleRegion().boundingRect() == notes.rect())


def test_enter_on_the_button_that_swaps_swaps(dialog: SolutionsDialog, qtbot: QtBot) -> None:
    wanted: list[tuple[int, int]] = []
    dialog.compare_wanted.connect(lambda a, b: wanted.append((a, b)))
    swap = button(dialog, "solutions_swap")
    swap.setFocus()
    qtbot.waitUntil(swap.hasFocus)
    QTest.keyClick(swap, Qt.Key.Key_Return)
    assert (dialog.run_a.value, dialog.run_b.value) == (1, 0) and wanted == []


def test_a_refusal_is_said_and_what_was_measured_stays(dialog: SolutionsDialog) -> None:
    dialog.show_busy(True)
    dialog.show_compared(compared())
    dialog.show_busy(True)
    dialog.show_refused("structure")
    assert "A and B have different layers" in text(dialog, "solutions_refusal") and not dialog.is_busy
    assert text(dialog, "solutions_barriers")
    dialog.show_nothing()
    assert dialog.plot.marks is None and text(dialog, "solutions_barriers") == ""
    # A screen reader finds no text that says nothing.
    dialog.show()
    assert [
        label.objectName() for label in dialog.findChildren(QLabel) if label.isVisible() and not label.text()
    ] == []


def test_a_run_that_comes_or_is_renamed_leaves_the_choice(dialog: SolutionsDialog) -> None:
    dialog.choose(1, 4)
    dialog.show_runs({0: "seed 0", 1: "another name", 4: "branch at 100", 5: "new"})
    assert (dialog.run_a.value, dialog.run_b.value) == (1, 4)
    assert dialog.run_a.currentText() == "another name"
    # What was compared keeps the name that it had.
    dialog.show_busy(True)
    dialog.show_compared(compared())
    dialog.show_runs({0: "seed 0", 4: "branch at 100"})
    assert "another name" in text(dialog, "solutions_which")


def test_every_control_has_a_name(dialog: SolutionsDialog) -> None:
    for box in (dialog.run_a, dialog.run_b):
        assert box.accessibleName() in ("Run A", "Run B")
    for name in ("solutions_swap", "compare_solutions", "close_solutions"):
        assert button(dialog, name).accessibleName()
    assert dialog.plot.accessibleName() and dialog.accessibleName() == dialog.windowTitle()


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_at_any_type_it_fits_the_screen_and_its_buttons_are_in_sight(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, make_theme("dark", scale))
    dialog = SolutionsDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(make_theme("dark", 3.0))
    dialog.set_theme(make_theme("dark", scale))
    dialog.show_runs({0: "seed 0", 1: "seed 1"})
    dialog.show()
    dialog.show_compared(compared())
    for _ in range(3):
        qapp.processEvents()
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width() and dialog.height() <= room.height()
    for name in ("compare_solutions", "close_solutions"):
        one = button(dialog, name)
        assert dialog.rect().contains(QRect(one.mapTo(dialog, QPoint(0, 0)), one.size()))
        assert one.width() >= one.minimumSizeHint().width()
    area = dialog.findChild(QScrollArea, "solutions_area")
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width(), "what is too high scrolls, nothing is too wide"


def test_what_was_found_is_heard_once_all_is_measured(
    dialog: SolutionsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(solutions_dialog, "announce", lambda _, words: heard.append(words))
    dialog.show_compared(compared(matched=20))
    assert heard == []
    dialog.show_compared(compared())
    assert heard == [barrier_words(compared())] and heard[0].startswith("Barrier")


def test_made_at_large_type_its_boxes_have_the_type_of_its_words(qtbot: QtBot, qapp: QApplication) -> None:
    theme = make_theme("dark", 2.0)
    apply_theme(qapp, theme)
    # Another window that wears a sheet is there already.
    other = SolutionsDialog()
    qtbot.addWidget(other)
    other.set_theme(theme)
    other.show()
    qapp.processEvents()
    other.close()
    apply_theme(qapp, theme)
    dialog = SolutionsDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(theme)
    dialog.show_runs({0: "種子 0：Adam，η 0.001，批次 32", 1: "seed 1"})
    dialog.choose(0, 1)
    dialog.show()
    qapp.processEvents()
    parts = (dialog.run_a, dialog.run_b, dialog._label_a, button(dialog, "close_solutions"))
    assert len({part.font().pixelSize() for part in parts}) == 1
    assert dialog.run_a.font().pixelSize() < theme.font("body").pixelSize(), "the screen is smaller than that"
    area = dialog.findChild(QScrollArea, "solutions_area")
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width(), "the second box is not cut"


def test_what_it_is_for_is_said_in_the_language_in_force(dialog: SolutionsDialog, qapp: QApplication) -> None:
    """Qt tells the dialog of another language before it tells the plot in it."""
    texts = set()
    try:
        for language in ("zh_TW", "zh_CN", "en"):
            install_language(qapp, language)
            qapp.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
            assert dialog.whatsThis() == dialog.plot.whatsThis()
            texts.add(dialog.whatsThis())
    finally:
        install_language(qapp, "en")
    assert len(texts) == 3


def test_a_refusal_that_is_read_is_said_in_the_language_in_force(
    dialog: SolutionsDialog, qapp: QApplication
) -> None:
    dialog.show_refused("alone")
    before = dialog._refusal.text()
    try:
        install_language(qapp, "zh_CN")
        qapp.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        assert dialog._refusal.text() == "⚠ " + refusal_words("alone") != before
    finally:
        install_language(qapp, "en")
    qapp.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog._refusal.text() == before
