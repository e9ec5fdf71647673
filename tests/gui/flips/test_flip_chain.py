"""The row of flips shows each step, or counts those that have no room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.flips.flip_chain import FlipChainRow
from gui.theme.tokens import make_theme
from tests.gui.figures.figure_rows import rows_of
from tests.gui.flips.small import NAMES, chain, marks


@pytest.fixture
def row(qtbot: QtBot) -> FlipChainRow:
    row = FlipChainRow()
    qtbot.addWidget(row)
    row.set_theme(make_theme("dark"))
    row.resize(900, row.sizeHint().height())
    return row


def test_each_step_is_said_in_words(row: FlipChainRow) -> None:
    row.show_chain(chain(2), marks(), NAMES)
    said = row.accessibleDescription()
    assert said.startswith("as it is: says 0, y₂ < 0.01, C = 0.10") and "row 1, column 2: says 2" in said
    row.show_chain(None, None, ())
    assert row.accessibleDescription() == "" and row.steps_in(900) == ()


def test_a_chain_without_flips_is_no_chain(row: FlipChainRow) -> None:
    row.show_chain(chain(0), marks(), NAMES)
    assert row.steps_in(900) == () and not row.grab().isNull()


def test_where_not_all_have_room_the_first_ones_and_the_last_are_shown(row: FlipChainRow) -> None:
    row.show_chain(chain(8), marks(), NAMES)
    assert row.steps_in(5000) == tuple(range(9))
    some = row.steps_in(450)
    assert 2 < len(some) < 9 and some[-1] == 8 and some[:-1] == tuple(range(len(some) - 1))
    assert row.steps_in(10) == (0, 8)
    for width in (60, 450, 1500):
        row.resize(width, row.height())
        assert not row.grab().isNull()


def test_where_it_is_low_it_takes_less_height_and_says_the_same(row: FlipChainRow) -> None:
    row.show_chain(chain(2), marks(), NAMES)
    height, said = row.sizeHint().height(), row.accessibleDescription()
    row.set_compact(True)
    assert row.sizeHint().height() < height - 12 and row.accessibleDescription() == said
    assert not row.grab().isNull()


def test_the_last_picture_has_its_pixels_flipped(row: FlipChainRow) -> None:
    row.show_chain(chain(1), marks(), NAMES)
    image = row.grab().toImage()
    theme = make_theme("dark")
    cell = 64 // 4
    # Pixel 0 has no ink as it is, and is ink in the second picture: somewhere at the right of the first one.
    middle = int(1 + cell / 2)
    lit = [
        x for x in range(image.width()) if QColor(image.pixel(x, middle)).name() == theme.colour("lit").name()
    ]
    assert lit and min(lit) > 64


def test_the_chains_numbers_are_every_step(row: FlipChainRow) -> None:
    assert row.figure() is None
    row.show_chain(chain(2), marks(), NAMES)
    figure = row.figure()
    assert figure is not None and (figure.run, figure.update) == (0, 1234)
    rows = rows_of(figure)
    assert rows[0][1:] == ("step", "row", "column", "answer", "C (nats)", "y of 0", "y of 1", "y of 2")
    assert rows[1][1:] == ("0", "", "", "0", "0.1", "0.9", "0.09", "0.001")
    assert rows[3][1:5] == ("2", "1", "2", "2") and rows[3][8] == "0.7"
