"""Who stands where by times forgotten, and how deep a shade is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.example_losses import ExampleLosses
from gui.ledger.life_marks import forgotten_key, row_runs, wrong_levels
from gui.ledger.wall_order import wall_cells
from gui.ledger.wall_painter import LEVEL_SHADES, Wall, shaded
from gui.theme.tokens import Theme
from tests.gui.ledger.lives import lives


def test_who_was_never_right_stands_last_and_who_was_not_presented_first() -> None:
    assert forgotten_key(lives()).tolist() == [0, 2, 1, -1, 1]
    losses = ExampleLosses(0, 12, "train", np.array([0.1, 0.2, 0.9, 5.0, 0.3]), np.zeros(5), np.zeros(0, int))
    cells = wall_cells(losses, "forgotten", 1, forgotten_key(lives()))
    # Among equals by C; in the bands of classes, too.
    assert cells.tolist() == [[3, 0, 4, 2, 1]]
    assert wall_cells(losses, "forgotten", 1).tolist() == [[0, 1, 4, 2, 3]]
    banded = replace(losses, labels=np.array([1, 1, 0, 0, 1], np.uint8))
    found = wall_cells(banded, "forgotten", 1, forgotten_key(lives()))
    assert [row for row in found[0] if banded.labels[row]] == [0, 4, 1]


def test_shades_are_of_how_often_an_answer_was_wrong() -> None:
    wrong = np.array([0, 1, 2, 3, 5, 6, 400])
    many = replace(lives(), wrong=wrong, presented=np.full(7, 400))
    assert wrong_levels(many).tolist() == [0, 1, 2, 3, 3, 4, 4]
    assert wrong_levels(lives()).tolist() == [0, 3, 2, -1, 1]
    losses = ExampleLosses(0, 12, "train", np.arange(5.0), np.zeros(5, np.uint8), np.zeros(5, np.uint8))
    theme = Theme()
    wall = Wall(losses, np.array([[0, 1, 2, 3, 4, -1]]), "number", ("zero",), wrong_levels(lives()))
    image = shaded(wall, -1, theme)
    shades = [theme.blend("lit", "canvas", share).name() for share in LEVEL_SHADES]
    seen = [image.pixelColor(x, 0).name() for x in range(6)]
    assert seen == [shades[i] for i in (1, 4, 3, 0, 2)] + [theme.colour("canvas").name()]
    assert len(set(shades)) == len(shades)


def test_of_more_than_can_be_drawn_the_newest_are() -> None:
    epochs, states = row_runs(np.arange(9), np.array([1, 2] * 4 + [0]), 3)
    assert epochs.tolist() == [6, 7, 8] and states.tolist() == [1, 2, 0]
