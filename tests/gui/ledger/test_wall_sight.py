"""Whoever listens hears how many of the wall's examples are in sight."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_sight import sight_of, sight_words
from gui.ledger.wall_view import WallView
from gui.theme.tokens import Theme

# In 45 columns of 27 rows: three places are nobody's.
COUNT = 1200


@pytest.fixture
def wall(qtbot: QtBot) -> WallView:
    wall = WallView()
    qtbot.addWidget(wall)
    wall.set_theme(Theme())
    wall.resize(400, 120)
    wall.show()
    return wall


def losses() -> ExampleLosses:
    labels = np.zeros(COUNT, int)
    return ExampleLosses(0, 5, "train", np.linspace(0.1, 9, COUNT), labels, labels)


def test_before_anything_stands_there_nothing_is_said(wall: WallView) -> None:
    assert sight_words(wall) == ""


def test_all_of_it_then_a_part_then_pictures(wall: WallView, qtbot: QtBot) -> None:
    wall.show_losses(losses(), "loss", ("a",), ExamplePictures(COUNT, (4, 4)))
    assert sight_words(wall) == "1,200 of 1,200 in sight, as dots"
    whole = sight_of(wall)
    for _ in range(4):
        qtbot.keyClick(wall, Qt.Key.Key_Plus)
    # By hand: each cell of which a px is inside the view.
    assert wall.has_pictures and wall.wall is not None
    side = wall.places.cell[0]
    inside = [
        row
        for (i, j), row in np.ndenumerate(wall.wall.cells)
        if row != NOBODY
        and -side < j * side - wall.places.left < wall.width()
        and -side < i * side - wall.places.top < wall.height()
    ]
    assert 0 < len(inside) < COUNT
    assert sight_words(wall) == f"{len(inside):,} of 1,200 in sight, as pictures"
    assert sight_of(wall)[0] == whole[0] and sight_of(wall)[1] != whole[1]
    wall.resize(380, 120)
    assert sight_of(wall)[0] != whole[0]
