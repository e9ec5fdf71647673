"""Through the lens each tile is its own example's picture, marked as on the wall."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.lens_tiles import Tiles
from gui.ledger.wall_lens import MARGIN_PX, PICTURE_PX, WallLens
from gui.ledger.wall_painter import Wall
from gui.theme.tokens import Theme, make_theme

COUNT = 80
LABELS = np.arange(COUNT) % 2
# Every seventh is wrong.
EXACT = ExampleLosses(
    0, 3, "train", np.arange(COUNT) / 9, np.where(np.arange(COUNT) % 7 == 0, 1 - LABELS, LABELS), LABELS
)
CELLS = np.arange(COUNT).reshape(8, 10)
TILES = Tiles(2, 3, 5, 6)


@pytest.fixture
def lens(qtbot: QtBot) -> Iterator[WallLens]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    # The window lives as long as its lens is looked at.
    yield WallLens(window)
    window.close()


def show(lens: WallLens, losses: ExampleLosses | LastSeen, theme: Theme, row: int = 44) -> QImage:
    pictures = ExamplePictures(COUNT, (4, 4))
    pixels = np.zeros((COUNT, 16), np.uint8)
    # Of even rows the left half is ink.
    pixels[::2].reshape(-1, 4, 4)[:, :, :2] = 255
    pictures.take(np.arange(COUNT), pixels)
    wall = Wall(losses, CELLS, "number", ("a", "b"))
    size = lens.needed(theme)
    lens.show_tiles(wall, TILES, row, pictures, QRectF(20, 30, size.width(), size.height()), theme)
    return lens.grab().toImage()


@pytest.mark.parametrize("theme", [make_theme("dark"), make_theme("light")])
def test_each_tile_is_the_picture_that_stands_there_with_a_corner_where_it_is_wrong(
    lens: WallLens, theme: Theme
) -> None:
    image, lit = show(lens, EXACT, theme), theme.colour("lit")
    wide, high = lens._tile(theme)
    for i in range(TILES.rows):
        for j in range(TILES.columns):
            row = int(CELLS[2 + i, 3 + j])
            left = MARGIN_PX + j * wide + (wide - PICTURE_PX) / 2
            top = MARGIN_PX + i * high
            inside = image.pixelColor(round(left + 0.2 * PICTURE_PX), round(top + 0.7 * PICTURE_PX))
            corner = image.pixelColor(round(left + 0.94 * PICTURE_PX) - 2, round(top + 4))
            assert (inside == lit) == (row % 2 == 0), row
            assert (corner == lit) == (row % 7 == 0), row
    assert lens.isVisible() and lens.tiles == TILES
    assert lens.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    lens.clear()
    assert not lens.isVisible() and lens.tiles is None


def test_who_was_not_seen_is_hatched(lens: WallLens) -> None:
    theme, updates = Theme(), np.where(np.arange(COUNT) == 44, 0, 5)
    seen = LastSeen(0, 0, 9, EXACT.losses, updates, EXACT.wrong & (updates > 0), LABELS)
    before, after = show(lens, EXACT, theme, row=23), show(lens, seen, theme, row=23)
    wide, high = lens._tile(theme)
    changed = {
        (int((y - MARGIN_PX) // high), int((x - MARGIN_PX) // wide))
        for x in range(before.width())
        for y in range(round(MARGIN_PX + 5 * high))
        if before.pixel(x, y) != after.pixel(x, y)
    }
    # Row 44 stands in the third row and the second column of the tiles.
    assert changed == {(2, 1)}
