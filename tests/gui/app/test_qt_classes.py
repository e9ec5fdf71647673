"""What PySide makes of Qt when it is first needed is there before anybody waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# What no part of the window ever asks for. Only a fresh interpreter has not made it.
SCRIPT = """
from PySide6 import QtGui, QtWidgets
from PySide6.QtWidgets import QApplication, QComboBox
from gui.app.qt_classes import make_object_classes

application = QApplication([])
made = lambda: ["QMovie" in vars(QtGui), "QSystemTrayIcon" in vars(QtWidgets)]
classes = lambda: [set(vars(module)) for module in (QtGui, QtWidgets)]
before = made()
make_object_classes()
after, known = made(), classes()
box = QComboBox()
box.view()
box.children(), box.findChildren(object)
print(before, after, classes() == known)
"""


def test_all_classes_of_objects_are_made_at_once_and_none_when_one_is_met_that_only_qt_knows() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == "[False, False] [True, True] True"
