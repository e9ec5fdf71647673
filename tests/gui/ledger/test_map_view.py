"""Below the map its corners are said, and what the map does not say."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.ledger.confidence_map import ConfidenceMapMarks, ConfidencePlaces, corners_of
from gui.ledger.map_view import MapView
from gui.theme.tokens import make_theme


def test_corners_are_said_line_by_line(qtbot: QtBot) -> None:
    view = MapView()
    qtbot.addWidget(view)
    view.set_theme(make_theme("dark"))
    label = view.findChild(QLabel, "ledger_map_corners")
    assert isinstance(label, QLabel)
    places = ConfidencePlaces(np.array([0.9, 0.1], np.float32), np.array([0.1, 0.1], np.float32))
    view.show_map(
        ConfidenceMapMarks.of(0, places), corners_of(places, np.array([1.0, 3.0])), np.array([4, 9])
    )
    measured, easy, ambiguous, hard, between, claim = label.text().split("\n")
    assert "over 2 exact measurements, updates 4 to 9" in measured
    assert easy.startswith("easy") and "1 of 2 (50.0 %), 25.0 % of L" in easy
    assert "0 of 2" in ambiguous and "0 of 2" in between
    assert "75.0 % of L" in hard and "does not tell" in claim
    view.clear()
    assert label.text() == "" and view.picture.marks is None
