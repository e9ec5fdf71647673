"""Every class of which anything is in sight has its name there: none over another one, each joined to its own band."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from gui.ledger.band_names import Band, bands_in_sight, names_of, paint_names, spread
from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_places import WallPlaces
from gui.theme.tokens import Theme

THEME = Theme()
TEN = tuple(str(c) for c in range(10))


def stacked(heights: list[int], columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Cells and labels of a wall on which each column has so many of each class, the first at the top."""
    rows = sum(heights)
    cells = np.arange(rows * columns).reshape(columns, rows).T
    return cells, np.tile(np.repeat(np.arange(len(heights)), heights), columns)


def test_a_band_is_where_its_class_stands_in_the_column_of_the_names() -> None:
    cells, labels = stacked([1, 3, 2], 10)
    places = WallPlaces(60, 40, 24, 6, 10, (4.0, 4.0))
    # At 0.69 of ten columns is the seventh.
    expected = [Band(0, 26, 2, 4), Band(1, 26, 10, 12), Band(2, 26, 20, 8)]
    assert bands_in_sight(cells, labels, 3, places) == expected


def test_a_class_that_has_nobody_in_that_column_is_found_in_another_one() -> None:
    cells, labels = stacked([2, 2], 10)
    labels = labels.copy()
    # One example of class 2 in the third column, and nobody's cells at the first one's top.
    labels[cells[3, 2]] = 2
    cells[0, 0] = NOBODY
    bands = bands_in_sight(cells, labels, 4, WallPlaces(40, 40, 16, 4, 10, (4.0, 4.0)))
    assert [band.c for band in bands] == [0, 1, 2] and bands[2] == Band(2, 10, 14, 4)


def test_close_up_names_are_in_what_is_in_sight() -> None:
    cells, labels = stacked([4, 4], 20)
    places = WallPlaces(160, 40, 40, 8, 20, (16.0, 16.0), left=16.0 * 15, top=48.0)
    bands = bands_in_sight(cells, labels, 2, places)
    # Rows 3 to 5 and columns 15 to 17 are in sight: one row of the first class, two of the other.
    assert bands == [Band(0, 16 * 2 + 8, 8, 16), Band(1, 16 * 2 + 8, 32, 32)]


def test_side_by_side_a_band_is_its_columns_in_sight_or_its_cells_where_it_has_less_than_one() -> None:
    # Two rows: classes of 6, 1 and 5 examples; the second one has the upper cell of the fourth column.
    labels = np.repeat([0, 1, 2], [6, 1, 5])
    cells = np.arange(12).reshape(6, 2).T
    places = WallPlaces(12, 60, 20, 2, 6, (10.0, 10.0))
    assert bands_in_sight(cells, labels, 4, places, np.array([0, 6, 7, 12, 12])) == [
        Band(0, 15, 10, 30),
        Band(1, 35, 5, 10),
        Band(2, 45, 10, 30),
    ]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("height", [400, 170, 90, 40])
@pytest.mark.parametrize("is_by_class", [False, True])
def test_names_never_overlap_and_stay_in_sight(height: int, is_by_class: bool) -> None:
    # The last three are narrow; the view is as wide as high where they stand side by side.
    shares = np.array([3, 3, 3, 3, 3, 3, 3, 0.1, 0.1, 0.1])
    lengths = shares / shares.sum() * height
    middles = np.cumsum(lengths) - lengths / 2
    bands = [
        Band(c, *((middle, 50) if is_by_class else (300, middle)), length)
        for c, (middle, length) in enumerate(zip(middles.tolist(), lengths.tolist(), strict=True))
    ]
    size = (float(height), 200.0) if is_by_class else (500.0, float(height))
    names = names_of(bands, TEN, is_by_class, size, THEME)
    assert [name.text for name in names] == list(TEN)
    for i, name in enumerate(names):
        assert name.plate.left() >= -1 and name.plate.right() <= size[0] + 1
        assert name.plate.top() >= -1 and name.plate.bottom() <= size[1] + 1
        assert not any(name.plate.adjusted(1, 1, -1, -1).intersects(other.plate) for other in names[i + 1 :])
        if name.end is not None:
            along = name.end.x() if is_by_class else name.end.y()
            assert abs(along - middles[i]) <= lengths[i] / 2
    assert all(name.end is not None for name in names)


@pytest.mark.usefixtures("qtbot")
def test_classes_that_are_found_in_other_columns_push_no_name_away_from_its_band() -> None:
    # As at update 0: of classes 0 and 3 nobody is where the names stand; they are far to the left, and low.
    at = {0: (5, 204), 1: (515, 34), 2: (515, 64), 3: (15, 238), 4: (515, 125), 5: (515, 198)}
    at |= {6: (515, 249), 7: (515, 272), 8: (515, 283), 9: (515, 318)}
    bands = [Band(c, x, y, 4.0) for c, (x, y) in at.items()]
    size = (748.0, 380.0)
    names = names_of(bands, TEN, False, size, THEME)
    line = names[0].plate.height()
    assert [name.text for name in names] == list(TEN)
    for i, name in enumerate(names):
        # 7 and 8 are nearer than a line: they alone move, and what is below them.
        assert abs(name.plate.center().y() - bands[i].y) < line
        assert name.plate.bottom() <= size[1] and name.end == QPointF(bands[i].x, bands[i].y)
        assert not any(name.plate.adjusted(1, 1, -1, -1).intersects(other.plate) for other in names[i + 1 :])
    assert [names[c].plate.center().y() for c in (0, 3, 1, 2, 4, 5)] == [204, 238, 34, 64, 125, 198]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("x", [290, 200, 30])
def test_a_name_found_in_a_column_near_by_stands_in_no_other_one(x: int) -> None:
    bands = [Band(0, x, 40, 3.0), Band(1, 300, 20, 3.0), Band(2, 300, 38, 3.0), Band(3, 300, 44, 3.0)]
    for height in (100.0, 50.0):
        names = names_of(bands, TEN, False, (400.0, height), THEME)
        for one, other in pairwise(sorted(names, key=lambda name: name.plate.center().y())):
            assert not one.plate.adjusted(1, 1, -1, -1).intersects(other.plate)
            assert one.end is not None and other.end is not None
            assert one.end.y() < other.end.y() or one.end.x() != other.end.x()


@pytest.mark.usefixtures("qtbot")
def test_with_room_on_its_band_a_name_stands_there_and_a_long_one_is_shortened() -> None:
    bands = [Band(0, 300, 30, 60), Band(1, 300, 90, 60)]
    first, second = names_of(bands, ("cat", "a very long name indeed " * 4), False, (400.0, 120.0), THEME)
    assert first.end is None and first.plate.center().y() == 30 and second.plate.center().y() == 90
    # Where bands are as high as a line their plates do not touch.
    high = names_of(
        [Band(0, 300, 30, 15.0), Band(1, 300, 45, 15.0)], TEN, False, (400.0, 120.0), Theme(scale=0.9)
    )
    assert high[0].end is None and high[1].plate.top() - high[0].plate.bottom() >= 1.5
    assert first.text == "cat" and second.text.endswith("…") and second.plate.width() <= 0.3 * 400 + 10


@pytest.mark.parametrize(
    ("centres", "sizes", "room", "expected"),
    [
        ([10, 40], [10, 10], 100, [10, 40]),
        ([10, 12], [10, 10], 100, [10, 20]),
        ([95, 99], [10, 10], 100, [85, 95]),
        ([1], [10], 100, [5]),
        ([], [], 100, []),
    ],
)
def test_what_is_spread_moves_no_further_than_it_must(
    centres: list[float], sizes: list[float], room: float, expected: list[float]
) -> None:
    assert spread(centres, sizes, room) == expected
    for (a, size), (b, other) in pairwise(zip(expected, sizes, strict=True)):
        assert b - a >= (size + other) / 2


@pytest.mark.usefixtures("qtbot")
def test_a_thread_ends_in_a_dot_on_the_band() -> None:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("grad_plus"))
    painter = QPainter(image)
    names = names_of([Band(0, 300, 20, 3), Band(1, 300, 24, 3)], ("a", "b"), False, (400.0, 60.0), THEME)
    paint_names(painter, names, THEME)
    painter.end()
    for name in names:
        assert name.end is not None
        assert image.pixelColor(name.end.toPoint()) == THEME.colour("text")
        assert image.pixelColor(round(name.plate.left()) + 1, round(name.plate.center().y())) == THEME.colour(
            "canvas"
        )
