"""In the two pictures a pixel is pointed at, chosen and flipped, by pointer and by key."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.exchange.table import Table
from gui.flips.flip_maps import FlipMaps
from gui.theme.tokens import make_theme
from tests.gui.figures.figure_pixels import painted, seen
from tests.gui.flips.small import NAMES, marks
from tests.gui.heard_keys import heard_of

Key = Qt.Key


@pytest.fixture
def maps(qtbot: QtBot) -> FlipMaps:
    maps = FlipMaps()
    qtbot.addWidget(maps)
    maps.set_theme(make_theme("dark"))
    maps.resize(460, 260)
    maps.show()
    maps.show_flips(marks(), NAMES)
    maps.chosen.connect(maps.show_chosen)
    return maps


def middle(maps: FlipMaps, pixel: int, picture: int) -> QPoint:
    assert maps.places is not None
    return maps.places.rect_of(pixel, picture).center().toPoint()


@pytest.mark.parametrize("picture", [0, 1])
def test_a_click_in_either_picture_chooses_and_a_double_click_flips(
    maps: FlipMaps, qtbot: QtBot, picture: int
) -> None:
    with qtbot.waitSignal(maps.chosen, check_params_cb=lambda pixel: pixel == 7):
        QTest.mouseClick(maps, Qt.MouseButton.LeftButton, pos=middle(maps, 7, picture))
    with qtbot.waitSignal(maps.flip_wanted):
        QTest.mouseDClick(maps, Qt.MouseButton.LeftButton, pos=middle(maps, 7, picture))


def test_pointing_is_told_and_that_it_is_over(maps: FlipMaps) -> None:
    heard: list[int | None] = []
    maps.pointed.connect(heard.append)
    for pixel in (2, 2, 10):
        QTest.mouseMove(maps, middle(maps, pixel, 1))
        maps._point(pixel)
    QTest.mouseMove(maps, QPoint(1, 255))
    maps._point(None)
    assert heard == [2, 10, None]


def test_keys_lead_through_the_pixels(maps: FlipMaps, qtbot: QtBot) -> None:
    heard: list[int] = []
    maps.chosen.connect(heard.append)
    for key in (
        Key.Key_Right,
        Key.Key_Right,
        Key.Key_Down,
        Key.Key_Left,
        Key.Key_Up,
        Key.Key_Home,
        Key.Key_End,
    ):
        QTest.keyClick(maps, key)
    # It begins in the middle; the one that raises C most, and the one that lowers it most.
    assert heard == [8, 9, 9, 8, 4, 3, 11]
    with qtbot.waitSignal(maps.flip_wanted):
        QTest.keyClick(maps, Key.Key_Return)
    assert maps.accessibleDescription().startswith("Pixel in row 3, column 4")


def test_another_picture_keeps_the_chosen_pixel_where_it_has_one(maps: FlipMaps) -> None:
    maps.show_chosen(11)
    maps.show_flips(marks(label=2), NAMES)
    assert "row 3, column 4" in maps.accessibleDescription()
    maps.show_chosen(400)
    assert maps.accessibleDescription().startswith("Point at a pixel") and not maps.grab().isNull()
    maps.show_flips(None, ())
    assert maps.places is None and not maps.grab().isNull()
    QTest.keyClick(maps, Key.Key_Right)


@pytest.mark.parametrize("size", [(460, 260), (120, 60), (900, 600)])
def test_it_is_painted_at_any_size_with_and_without_c(maps: FlipMaps, size: tuple[int, int]) -> None:
    maps.resize(*size)
    maps.setFocus()
    for own in (marks(), marks(loss=float("nan"), label=None)):
        maps.show_flips(own, NAMES)
        maps.set_theme(make_theme("light", 2.0))
        assert not maps.grab().isNull() and maps.places is not None


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_its_figure_is_what_is_seen_and_what_was_computed(maps: FlipMaps, theme: str) -> None:
    figure, shown = maps.figure(), marks()
    assert figure is not None and (figure.run, figure.update) == (shown.flips.run, shown.flips.update)
    maps.set_theme(make_theme(theme))
    # Its contours are drawn on the page itself: what is smoothed is rounded otherwise than on an image.
    assert np.abs(painted(figure, make_theme(theme)).astype(int) - seen(maps)).max() <= 2
    table = Table(figure.numbers[0].columns)
    rows = [row[2:] for row in table.rows(0, table.count)]
    assert [(int(row[0]), int(row[1])) for row in rows[:2]] == [(1, 1), (1, 2)]
    assert np.array_equal([float(row[3]) for row in rows], shown.flips.losses, equal_nan=True)
    assert np.array_equal([float(row[4]) for row in rows], shown.change, equal_nan=True)


def test_without_a_picture_there_is_no_figure(qtbot: QtBot) -> None:
    maps = FlipMaps()
    qtbot.addWidget(maps)
    assert maps.figure() is None


def test_who_listens_hears_of_the_keys_until_a_pixel_is_chosen(maps: FlipMaps) -> None:
    assert maps.accessibleDescription() == "Point at a pixel, or move with the arrow keys."
    maps.show_chosen(0)
    assert "C" in maps.accessibleDescription()


def test_no_line_of_the_legend_begins_with_the_sign_between_two_statements(
    maps: FlipMaps, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", lambda self, *told: written.append(str(told[-1])))
    maps.resize(900, 260)
    maps.grab()
    legend = max(written, key=len)
    assert legend.count("·") >= 2
    for width in range(100, 700, 7):
        layout = QTextLayout(legend, maps.font())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            assert not legend[line.textStart() :].lstrip().startswith("·"), width
        layout.endLayout()


@pytest.mark.parametrize("height", [150, 260])
def test_no_line_of_the_legend_is_cut_in_two_however_narrow_it_is(maps: FlipMaps, height: int) -> None:
    ground = make_theme("dark").colour("canvas").rgb()
    for width in range(240, 700, 20):
        maps.resize(width, height)
        image = maps.grab().toImage()
        # What is cut ends in letters; the legend has a free line of px below it.
        ink = [x for x in range(2, width - 2) if image.pixelColor(x, height - 5).rgb() != ground]
        assert not ink, (width, ink[:5])


def test_where_keys_lead_is_heard_once_they_rest(
    maps: FlipMaps, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for keys in ((Key.Key_Right, Key.Key_Down), (Key.Key_Home,), (Key.Key_End,), (Key.Key_Down,) * 9):
        assert heard_of(maps, qtbot, monkeypatch, *keys) == [maps.accessibleDescription()]
        assert maps.accessibleDescription().startswith("Pixel in row")
    assert heard_of(maps, qtbot, monkeypatch, Key.Key_Return) == []
