"""Nothing raises, whatever is clicked, typed or dragged: a small draw of the script beside."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from core.engine.commands import Pause, Train
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.app.settings_file import SettingsFile
from tests.gui.local_engine import local_engine
from tests.robustness import random_events
from tests.robustness.random_events import (
    begin_anew,
    complaints,
    leave_dialogs,
    run_events,
    wait_for_engine,
)
from tests.robustness.random_hand import seen_in


def test_so_many_random_events_are_borne(qapp: QApplication, tmp_path: Path) -> None:
    assert run_events(150, seed=14, folder=tmp_path) == []


def test_an_exception_and_a_message_of_qt_are_complaints(qapp: QApplication) -> None:
    def fail() -> None:
        raise RuntimeError(f"planted by {os.getpid()}")

    with complaints() as heard:
        QTimer.singleShot(0, fail)
        qapp.processEvents()
        qWarning("a warning")
    assert len(heard) == 2
    assert "planted by" in heard[0]
    said, where = heard[1].splitlines()
    assert said == "Qt: a warning"
    assert where.endswith(" test_an_exception_and_a_message_of_qt_are_complaints")


def test_what_the_engine_has_not_done_for_long_is_a_complaint(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random_events, "MOST_WAITING_S", 0)
    monkeypatch.setattr(random_events, "SHOWN_MS", 1)
    monkeypatch.setattr(random_events, "ESCAPE_MS", 1)
    engine = SimpleNamespace(has_answered=True, _unanswered=[(1, Train(5)), (2, Train(5)), (3, Pause())])
    window: Any = SimpleNamespace(composition=SimpleNamespace(engine=engine))
    assert wait_for_engine(window) == ""
    engine.has_answered = False
    assert wait_for_engine(window) == "the engine does not answer for 0 s: {'Train': 2, 'Pause': 1}\n"


def test_a_new_session_begins_though_work_is_not_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BEGINNING_MS", "SHOWN_MS", "ESCAPE_MS"):
        monkeypatch.setattr(random_events, name, 1)
    window = MainWindow(Settings(SettingsFile(str(tmp_path / "settings.json"))), engine=local_engine())
    qtbot.addWidget(window)
    window.show()
    for command in (c.ChooseData(DatasetSpec(source="line", name="sine", count=20)), Train(3)):
        window.composition.dispatcher.issue(command)
        wait_for_engine(window)
    qtbot.waitUntil(window.isWindowModified)
    assert begin_anew(window) == ""
    assert not window.isWindowModified()


class Trap(QDialog):
    """Esc does not lead out of it."""

    def reject(self) -> None:
        """Stay."""


def test_a_dialog_that_esc_does_not_lead_out_of_is_a_complaint(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random_events, "MOST_ESCAPES", 2)
    monkeypatch.setattr(random_events, "ESCAPE_MS", 1)
    for kind, said in ((QDialog, ""), (Trap, "Esc does not lead out of Trap 'the one'\n")):
        dialog = kind()
        qtbot.addWidget(dialog)
        dialog.setObjectName("the one")
        dialog.open()
        assert leave_dialogs() == said
        dialog.hide()


def test_all_that_is_seen_of_a_window_and_of_its_own_windows_can_be_hit_and_nothing_else(
    qtbot: QtBot,
) -> None:
    window, other = QWidget(), QWidget()
    for top in (window, other):
        qtbot.addWidget(top)
    part, hidden = QWidget(window), QWidget(window)
    in_part, in_hidden = QWidget(part), QWidget(hidden)
    # Its own window is seen though what it belongs to is not.
    dialog = QDialog(in_hidden)
    in_dialog = QWidget(dialog)
    QDialog(window)
    hidden.hide()
    for top in (window, other, dialog):
        top.show()
    assert set(seen_in(window)) == {window, part, in_part, dialog, in_dialog}
    assert set(seen_in(dialog)) == {dialog, in_dialog}
    assert not in_hidden.isVisible()
