"""The parts of the ledger's page are of one page, and each tells whoever made them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.presenters.ledger_parts import made_parts
from tests.gui.ledger.lives import lives


class Engine(QObject):
    example_lives, example_life, example_outputs = Signal(object), Signal(object), Signal(object)
    confusions, confusions_over_run = Signal(object), Signal(object)
    confidence_map, confidence_way, recovered = Signal(object), Signal(object), Signal(object)
    confusion_counted, confusion_refused, running_changed = Signal(object), Signal(object), Signal(bool)

    def send(self, command: Any) -> None:
        pass


class Time(QObject):
    rows_changed = Signal()


def test_lives_pictures_and_the_menu_of_its_figures_reach_whoever_made_them(qtbot: QtBot) -> None:
    window, parent, heard = QWidget(), QObject(), list[Any]()
    qtbot.addWidget(window)
    window.network_view = SimpleNamespace(answers=SimpleNamespace())  # type: ignore[attr-defined]
    figures = SimpleNamespace(offer=lambda part, subject: heard.append((part, subject())))
    clock = SimpleNamespace(add=lambda part: None)
    known = SimpleNamespace(side=SimpleNamespace(known=SimpleNamespace()))
    root: Any = SimpleNamespace(
        engine=Engine(), window=window, clock=clock, figures=figures, sides=known, time=Time()
    )
    parts = made_parts(root, parent, lambda: None, lambda: heard.append("lives"), heard.append)
    qtbot.addWidget(parts.page)
    qtbot.addWidget(parts.side)
    assert heard == [(parts.page, parts.page.accessibleName()), (parts.side, parts.side.subject)]
    parts.lives.watch(0, "train")
    root.engine.example_lives.emit(lives())
    rows = np.array([4])
    for part in (parts.page.wall, parts.page.classes.gallery):
        part.pictures_wanted.emit(rows)
    assert heard[2:] == ["lives", rows, rows]
