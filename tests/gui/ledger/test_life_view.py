"""A life is drawn as a row of marks: bars and crosses, of which no more are drawn than there is room for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.engine.example_messages import ExampleLife
from gui.ledger.life_view import LifeView
from gui.theme.tokens import Theme
from tests.gui.figures.figure_rows import rows_of


@pytest.fixture
def view(qtbot: QtBot) -> LifeView:
    view = LifeView()
    qtbot.addWidget(view)
    view.set_theme(Theme())
    view.resize(120, 200)
    view.show()
    return view


def life_of(states: list[int]) -> ExampleLife:
    return ExampleLife(0, 3, 1, np.arange(len(states)), np.array(states, np.uint8))


def test_right_and_wrong_differ_by_shape(view: LifeView) -> None:
    view.show_life(life_of([2, 1, 0, 2]), ("right since epoch 4",), "recorded")
    image = view.row.grab().toImage()
    canvas = Theme().colour("canvas").name()
    inked = [
        sum(image.pixelColor(x, y).name() != canvas for x in range(8 * i, 8 * i + 8) for y in range(22))
        for i in range(5)
    ]
    bar, cross, dot, _, nothing = inked
    assert bar == inked[3] == 7 * 22 and 4 < cross < 40 and dot == 1 and nothing == 0
    assert "epochs 1 to 4" in view.row.accessibleDescription()


def test_as_many_are_drawn_as_there_is_room_for(view: LifeView) -> None:
    view.show_life(life_of([1, 2] * 300), ("words",), "recorded")
    assert view.row.shown == 40
    drawn = view.findChild(QLabel, "ledger_life_drawn")
    assert drawn is not None and drawn.text().startswith("epochs 561 to 600")
    view.resize(240, 200)
    assert drawn.text().startswith("epochs 521 to 600")


def test_where_nothing_is_recorded_that_is_all_it_says_and_nothing_where_nobody_looks(view: LifeView) -> None:
    view.show_life(None, (), "no presentation is recorded yet")
    assert view.isVisible() and not view.row.isVisible()
    view.show_life(None, (), "")
    assert not view.isVisible()


def test_saved_is_every_presentation_that_is_kept(view: LifeView) -> None:
    assert view.row.figure() is None
    view.show_life(
        ExampleLife(2, 3, 4, np.array([0, 4, 8]), np.array([1, 0, 2], np.uint8)), (), "recorded", 1900
    )
    figure = view.row.figure()
    assert figure is not None and (figure.run, figure.update) == (2, 1900)
    rows = [
        ("1900", "train", "3", "1", "wrong"),
        ("1900", "train", "3", "5", "in no batch"),
        ("1900", "train", "3", "9", "right"),
    ]
    assert rows_of(figure)[1:] == rows
