"""A dialog that begins long work: nothing else meanwhile, how far it is, and Cancel stops before it closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets import work_dialog
from gui.widgets.dialog_size import room_on_screen
from gui.widgets.work_dialog import WorkDialog
from tests.gui.whole_look import apply_theme


class Dialog(WorkDialog):
    """A choice and the two buttons."""

    def __init__(self) -> None:
        super().__init__("own", "work", "begin_work", "stop_work", 300)
        self.choice = QLabel("choice")
        self.begun = 0
        self._place(self.choice)

    def _on_accepted(self) -> None:
        self.begun += 1


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: Dialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def refusal(dialog: Dialog) -> QLabel:
    found = dialog.findChild(QLabel, "work_refusal")
    assert isinstance(found, QLabel)
    return found


def progress(dialog: Dialog) -> QProgressBar:
    found = dialog.findChild(QProgressBar, "work_progress")
    assert isinstance(found, QProgressBar)
    return found


def test_at_first_nothing_is_refused_or_under_way_and_it_can_begin(dialog: Dialog) -> None:
    assert not refusal(dialog).isVisible() and not progress(dialog).isVisible()
    button(dialog, "begin_work").click()
    assert dialog.begun == 1 and dialog.isVisible()


@pytest.mark.parametrize(("share", "percent"), [(0.0, 0), (0.374, 37), (0.376, 38), (1.0, 100)])
def test_while_it_works_it_says_how_far_it_is_and_cannot_begin_again(
    dialog: Dialog, share: float, percent: int
) -> None:
    dialog.show_busy(True)
    dialog.show_progress(share)
    assert progress(dialog).isVisible() and progress(dialog).value() == percent
    button(dialog, "begin_work").click()
    assert dialog.begun == 0


@pytest.mark.parametrize("way", ["cancel", "escape"])
def test_cancel_stops_the_work_first_and_closes_then(dialog: Dialog, qtbot: QtBot, way: str) -> None:
    stopped: list[bool] = []
    dialog.cancel_wanted.connect(lambda: stopped.append(dialog.isVisible()))
    dialog.show_busy(True)
    for _ in range(2):
        if way == "cancel":
            button(dialog, "stop_work").click()
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.show_busy(False)
    assert stopped == [True] and not dialog.isVisible()


def test_a_refusal_ends_the_work_is_said_as_it_is_and_goes_with_the_next_try(dialog: Dialog) -> None:
    dialog.show_busy(True)
    dialog.show_progress(0.5)
    dialog.show_error("<b>/no</b> is empty.")
    assert refusal(dialog).text() == "⚠ <b>/no</b> is empty."
    assert refusal(dialog).textFormat() is Qt.TextFormat.PlainText and refusal(dialog).isVisible()
    assert not progress(dialog).isVisible() and button(dialog, "begin_work").isEnabled()
    dialog.show_busy(True)
    assert not refusal(dialog).isVisible() and progress(dialog).value() == 0


def test_each_refusal_is_heard_once_also_one_that_takes_the_place_of_another(
    dialog: Dialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(work_dialog, "announce", lambda _widget, sentence: heard.append(sentence))
    dialog.show_error("/no is empty.")
    dialog.show_error("/nowhere is not there.")
    assert heard == ["/no is empty.", "/nowhere is not there."]
    dialog.show_busy(True)
    dialog.show_error("/nowhere is not there.")
    assert heard[2:] == ["/nowhere is not there."], "the next try has an answer of its own"
    # What is said before it opens is heard when it does.
    dialog.reject()
    heard.clear()
    dialog.show_error("There is no other run.")
    assert heard == []
    dialog.open()
    assert heard == ["There is no other run."]
    dialog.show_busy(True)
    dialog.reject()
    dialog.show_busy(False)
    dialog.reject()
    dialog.open()
    assert len(heard) == 1, "what is no longer on screen is not said"


def test_the_choices_stand_above_what_it_says(dialog: Dialog) -> None:
    dialog.show_busy(True)
    dialog.show_error("no")
    dialog.layout().activate()
    parts = (dialog.choice, refusal(dialog), button(dialog, "begin_work"))
    places = [part.mapTo(dialog, QPoint(0, 0)).y() for part in parts]
    assert places == sorted(places) and len(set(places)) == 3


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_wide_as_it_says_at_every_size_of_type(dialog: Dialog, scale: float) -> None:
    dialog.reject()
    dialog.set_theme(make_theme("dark", scale))
    assert dialog.minimumWidth() == 300 * scale


def open_at(dialog: Dialog, app: QApplication, scale: float) -> None:
    theme = make_theme("dark", scale)
    apply_theme(app, theme)
    dialog.reject()
    dialog.set_theme(theme)
    dialog.open()
    settle(app)


def settle(app: QApplication) -> None:
    """Until it was measured once more, which a timer asks for."""
    for _ in range(4):
        app.processEvents()
    QTest.qWait(20)


def are_buttons_in_sight(dialog: Dialog) -> bool:
    buttons = [button(dialog, name) for name in ("begin_work", "stop_work")]
    return all(dialog.rect().contains(QRect(b.mapTo(dialog, QPoint(0, 0)), b.size())) for b in buttons)


def bar_range(dialog: Dialog) -> int:
    area = dialog.findChild(QScrollArea, "work_area")
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().maximum()


def test_what_is_too_high_for_the_screen_scrolls_and_its_buttons_stay_on_it(
    dialog: Dialog, qapp: QApplication
) -> None:
    dialog.choice.setText("\n".join(["choice"] * 200))
    open_at(dialog, qapp, 3.0)
    room = room_on_screen(dialog)
    for after in (lambda: None, lambda: dialog.show_busy(True), lambda: dialog.show_error("no")):
        after()
        settle(qapp)
        assert dialog.height() == room.height() and dialog.width() <= room.width()
        assert are_buttons_in_sight(dialog) and bar_range(dialog) > 0


@pytest.mark.parametrize("words", [4, 400])
def test_a_refusal_can_be_read_to_its_end_where_the_choices_take_the_whole_screen(
    dialog: Dialog, qapp: QApplication, words: int
) -> None:
    dialog.choice.setText("\n".join(["choice"] * 200))
    open_at(dialog, qapp, 3.0)
    dialog.show_error("What is wrong and what helps. " * words)
    settle(qapp)
    label = refusal(dialog)
    area = dialog.findChild(QScrollArea, "work_refusal_area")
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    end = label.mapTo(area.viewport(), QPoint(0, label.heightForWidth(label.width()))).y()
    assert end <= area.viewport().height() and (bar.maximum() > 0) is (words == 400)
    # What can be chosen is in sight, too, and below both the buttons.
    assert are_buttons_in_sight(dialog) and dialog._area.height() > label.fontMetrics().height()


def test_it_is_as_small_as_it_was_once_the_type_is(dialog: Dialog, qapp: QApplication) -> None:
    dialog.choice.setText("\n".join(["choice"] * 12))
    for scale in (2.0, 1.0):
        open_at(dialog, qapp, scale)
    before = dialog.size()
    assert bar_range(dialog) == 0 and before.height() < 400
    open_at(dialog, qapp, 3.0)
    assert dialog.height() > 2 * before.height()
    open_at(dialog, qapp, 1.0)
    assert dialog.size() == before and are_buttons_in_sight(dialog)


def test_of_what_it_said_no_gap_is_left_when_it_opens_again(dialog: Dialog, qapp: QApplication) -> None:
    # The first time it may have come before its style, and is 14 px higher then.
    for _ in range(2):
        open_at(dialog, qapp, 1.0)
    before = dialog.height()
    dialog.show_error("a\nb\nc\nd")
    settle(qapp)
    assert dialog.height() > before and bar_range(dialog) == 0
    refusal(dialog).hide()
    open_at(dialog, qapp, 1.0)
    assert dialog.height() == before


def test_where_its_buttons_are_too_wide_for_the_screen_the_type_is_smaller(
    dialog: Dialog, qapp: QApplication
) -> None:
    for name in ("begin_work", "stop_work"):
        button(dialog, name).setText("Words " * 4)
    open_at(dialog, qapp, 3.0)
    for name in ("begin_work", "stop_work"):
        assert button(dialog, name).width() >= button(dialog, name).minimumSizeHint().width()
    assert dialog.width() <= room_on_screen(dialog).width() and are_buttons_in_sight(dialog)
