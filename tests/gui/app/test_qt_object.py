"""What Qt says while it starts goes where it went, without what nobody can do anything about."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from gui.app.qt_object import new_application
from PySide6.QtCore import qWarning
new_application()
qWarning("after it")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the locale is the environment's")
def test_a_locale_that_is_not_of_utf_8_is_not_complained_of() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).resolve().parents[3],
        env={"LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines() == ["after it"]


def test_whatever_else_is_said_meanwhile_is_not_lost(capsys: pytest.CaptureFixture[str]) -> None:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from gui.app.qt_object import _pass_on

    for text in ("no screen", 'Detected locale "C"'):
        _pass_on(QtMsgType.QtWarningMsg, QMessageLogContext(), text)
    assert capsys.readouterr().err == "no screen\n"
