"""A dialog that begins long work: nothing else meanwhile, how far it is, and Cancel stops before it closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.work_dialog import WorkDialog


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


def test_the_choices_stand_above_what_it_says(dialog: Dialog) -> None:
    dialog.show_busy(True)
    dialog.show_error("no")
    dialog.layout().activate()
    assert (
        dialog.choice.y() < refusal(dialog).y() < button(dialog, "begin_work").mapTo(dialog, dialog.pos()).y()
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_wide_as_it_says_at_every_size_of_type(dialog: Dialog, scale: float) -> None:
    dialog.set_theme(make_theme("dark", scale))
    assert dialog.minimumWidth() == 300 * scale
