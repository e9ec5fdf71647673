"""Nothing raises, whatever is clicked, typed or dragged: a small draw of the script beside."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication

from tests.robustness.random_events import complaints, run_events


def test_so_many_random_events_are_borne(qapp: QApplication, tmp_path: Path) -> None:
    assert run_events(250, seed=14, folder=tmp_path) == []


def test_an_exception_and_a_message_of_qt_are_complaints(qapp: QApplication) -> None:
    def fail() -> None:
        raise RuntimeError(f"planted by {os.getpid()}")

    with complaints() as heard:
        QTimer.singleShot(0, fail)
        qapp.processEvents()
        qWarning("a warning")
    assert len(heard) == 2
    assert "planted by" in heard[0]
    assert heard[1] == "Qt: a warning"
