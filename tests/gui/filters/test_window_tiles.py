"""The sheet of windows: keys choose one, Enter and a click ask for it, and all are seen at once."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.filters.found_windows import found_windows, piece_colours
from gui.filters.window_tiles import WindowTiles
from gui.theme.tokens import make_theme
from tests.gui.filters.shown import found, snapshot_of, trainer_of

TRAINER = trainer_of()
WINDOWS = found_windows(found(TRAINER), snapshot_of(TRAINER))


@pytest.fixture
def tiles(qtbot: QtBot) -> WindowTiles:
    tiles = WindowTiles()
    qtbot.addWidget(tiles)
    tiles.set_theme(make_theme("dark"))
    tiles.resize(540, 380)
    tiles.show_windows(WINDOWS, 0)
    tiles.show()
    qtbot.waitExposed(tiles)
    return tiles


def test_keys_choose_and_enter_or_a_click_asks_for_one(tiles: WindowTiles, qtbot: QtBot) -> None:
    chosen: list[int] = []
    wanted: list[int] = []
    tiles.chosen.connect(chosen.append)
    tiles.wanted.connect(wanted.append)
    QTest.keyClick(tiles, Qt.Key.Key_Right)
    QTest.keyClick(tiles, Qt.Key.Key_End)
    QTest.keyClick(tiles, Qt.Key.Key_Home)
    assert chosen == [1, 23, 0] and wanted == []
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    at = tiles.visualRect(tiles.model().index(5, 0)).center()
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted == [0, 5] and chosen[-1] == 5


def test_showing_emits_nothing(tiles: WindowTiles, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tiles.chosen), qtbot.assertNotEmitted(tiles.wanted):
        tiles.show_windows(WINDOWS[::-1], 4)
        tiles.show_windows(WINDOWS[:3], 1)
        tiles.show_windows((), None)
        tiles.show_windows(WINDOWS, 2)
    assert tiles.currentIndex().row() == 2


@pytest.mark.parametrize(("width", "height"), [(380, 260), (540, 380), (900, 600)])
def test_all_are_seen_at_once_as_large_as_there_is_room(tiles: WindowTiles, width: int, height: int) -> None:
    tiles.resize(width, height)
    last = tiles.visualRect(tiles.model().index(23, 0))
    assert tiles.viewport().rect().adjusted(0, 0, 0, 2).contains(last)
    assert not tiles.verticalScrollBar().isVisible()
    larger = tiles._size_with(tiles.cell + 1)
    rows = -(-24 // max(1, (width - 6) // larger.width()))
    assert tiles.cell == 12 or rows * larger.height() > height - 6, "no larger one has room"


def test_each_is_painted_pixel_by_pixel(tiles: WindowTiles) -> None:
    tiles.setCurrentIndex(tiles.model().index(-1, 0))
    image, theme = tiles.viewport().grab().toImage(), make_theme("dark")
    for row in (0, 9, 23):
        colours, place = piece_colours(WINDOWS[row], theme), tiles.visualRect(tiles.model().index(row, 0))
        left = round(place.center().x() + 0.5 - 8 * tiles.cell / 2)
        for r, c in np.ndindex(8, 8):
            at = left + c * tiles.cell + tiles.cell // 2, place.top() + 5 + r * tiles.cell + tiles.cell // 2
            found_colour = image.pixelColor(*at)
            assert [found_colour.red(), found_colour.green(), found_colour.blue()] == colours[r, c].tolist()


def test_what_is_heard_of_each(tiles: WindowTiles) -> None:
    for row, window in enumerate(WINDOWS):
        assert tiles.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) == window.spoken
    assert tiles.accessibleName() and tiles.whatsThis()
