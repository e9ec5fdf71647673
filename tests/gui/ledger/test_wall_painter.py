"""The wall's dots say which class an example is of and whether its answer is wrong, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from gui.ledger.band_names import bands_in_sight, names_of
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.wall_order import NOBODY, wall_cells
from gui.ledger.wall_painter import Wall, paint_dots, paint_pictures, shaded
from gui.ledger.wall_places import WallPlaces
from gui.network.painting.primitives import new_image
from gui.theme.tokens import Theme, make_theme

THEME = Theme()
LABELS = [0, 1, 2, 1, 0]
ANSWERS = [0, 1, 0, 0, 0]  # the third and the fourth are wrong
LOSSES = ExampleLosses(
    0, 3, "train", np.array([0.1, 0.2, 3.0, 2.0, 0.05]), np.array(ANSWERS), np.array(LABELS)
)


def wall_of(order: str = "number", rows: int = 2) -> Wall:
    return Wall(LOSSES, wall_cells(LOSSES, order, rows), order, ("zero", "one", "two"))


def test_each_cell_has_its_examples_shade() -> None:
    assert wall_of().shade_numbers(NOBODY).tolist() == [[0, 2, 4], [1, 4, 1]]
    # The class of the chosen one is lit; what is wrong stays bright.
    assert wall_of().shade_numbers(1).tolist() == [[0, 3, 4], [1, 4, 1]]


def test_without_classes_nothing_is_wrong() -> None:
    losses = ExampleLosses(0, 3, "train", np.arange(3.0), np.full(3, 255), np.zeros(0, int))
    wall = Wall(losses, wall_cells(losses, "loss", 1), "loss", ())
    assert wall.shade_numbers(1).tolist() == [[1, 1, 1]]


def test_an_example_is_found_at_its_cell() -> None:
    wall = wall_of()
    assert [wall.place_of(row) for row in (0, 1, 4, 5, NOBODY)] == [(1, 0), (0, 1), (1, 2), None, None]


@pytest.fixture
def painted() -> Iterator[tuple[QImage, QPainter]]:
    image = new_image(60, 40, 1.0)
    image.fill(QColor("red"))
    painter = QPainter(image)
    yield image, painter
    if painter.isActive():
        painter.end()


def test_dots_are_painted_where_their_cells_are(painted: tuple[QImage, QPainter]) -> None:
    image, painter = painted
    wall, places = wall_of(), WallPlaces(5, 60, 40, 2, 3, (20.0, 20.0))
    paint_dots(painter, wall, places, shaded(wall, NOBODY, THEME), THEME)
    painter.end()
    lit, canvas = THEME.colour("lit").name(), THEME.colour("canvas").name()
    seen = [[image.pixelColor(20 * j + 10, 20 * i + 10).name() for j in range(3)] for i in range(2)]
    assert [[name == lit for name in row] for row in seen] == [[False, False, True], [False, True, False]]
    assert seen[0][0] == canvas and seen[1][0] == seen[1][2] not in (canvas, seen[0][1])


def test_pictures_are_painted_where_their_cells_are_with_a_corner_where_they_are_wrong(
    painted: tuple[QImage, QPainter],
) -> None:
    image, painter = painted
    pictures = ExamplePictures(5, (4, 4))
    pixels = np.zeros((5, 16), np.uint8)
    pixels[1, 5] = 255  # the second row's second pixel of example 1
    pictures.take(np.arange(5), pixels)
    paint_pictures(painter, wall_of(), WallPlaces(5, 60, 40, 2, 3, (20.0, 20.0)), pictures, THEME)
    painter.end()
    lit = THEME.colour("lit").name()
    bright = {
        (i, j) for i in range(8) for j in range(12) if image.pixelColor(5 * j + 2, 5 * i + 2).name() == lit
    }
    # Example 1 stands at the top in the middle; 2 and 3 are wrong: at the top right, and below in the middle.
    assert bright == {(1, 5), (0, 11), (4, 7)}


@pytest.mark.parametrize(("cell", "named"), [(20.0, False), (60.0, True)])
def test_a_large_picture_has_the_name_of_its_class_in_a_corner(
    qapp: object, cell: float, named: bool
) -> None:
    image = new_image(round(3 * cell), round(2 * cell), 1.0)
    painter = QPainter(image)
    pictures = ExamplePictures(5, (4, 4))
    pictures.take(np.arange(5), np.zeros((5, 16), np.uint8))
    places = WallPlaces(5, image.width(), image.height(), 2, 3, (cell, cell))
    paint_pictures(painter, wall_of(), places, pictures, THEME)
    painter.end()
    corner = {
        (i, j): image.pixelColor(round(j * cell) + 3, round(i * cell) + 3) == THEME.colour("canvas")
        for i in range(2)
        for j in range(3)
        # The first cell is nobody's.
        if (i, j) != (0, 0)
    }
    assert set(corner.values()) == {named}
    words = image.copy(round(cell), 0, round(cell), 20)
    seen = {words.pixelColor(x, y).lightness() for x in range(2, words.width()) for y in range(2, 20)}
    assert (max(seen) > 150) is named


@pytest.mark.parametrize("order", ["loss", "class", "number"])
@pytest.mark.parametrize("cell", [12.0, 20.0, 47.0])
def test_smaller_pictures_have_the_names_on_their_bands(qapp: object, order: str, cell: float) -> None:
    """Framed, among pictures without any ink; in the order of the set there are no bands."""
    losses = ExampleLosses(
        0, 3, "train", np.linspace(0.1, 2, 300), np.repeat([0, 1, 2], 100), np.repeat([0, 1, 2], 100)
    )
    wall = Wall(losses, wall_cells(losses, order, 10), order, ("zero", "one", "two"))
    rows, columns = wall.cells.shape
    image = new_image(600, round(rows * cell), 1.0)
    painter = QPainter(image)
    pictures = ExamplePictures(300, (4, 4))
    pictures.take(np.arange(300), np.zeros((300, 16), np.uint8))
    places = WallPlaces(300, image.width(), image.height(), rows, columns, (cell, cell))
    paint_pictures(painter, wall, places, pictures, THEME)
    painter.end()
    ends = wall.class_ends if order == "class" else None
    bands = bands_in_sight(wall.cells, losses.labels, 3, places, ends)
    names = names_of(bands, wall.names, order == "class", (float(places.width), float(places.height)), THEME)
    assert names
    for name in names:
        left, top = round(name.plate.left()), round(name.plate.center().y())
        # Its frame, and ground of its own: the lines between pictures are of the same colour.
        framed = [image.pixelColor(left + dx, top) == THEME.colour("text") for dx in (-1, 0)]
        assert any(framed) is (order != "number")
        assert order == "number" or image.pixelColor(left + 2, top) == THEME.colour("canvas")


def luminance(colour: QColor) -> float:
    """As WCAG 2 has it."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [make_theme("dark"), make_theme("light")])
def test_what_a_shade_says_has_a_contrast_of_three_to_one(theme: Theme) -> None:
    image = shaded(wall_of(), 1, theme)
    even, chosen, wrong = (image.pixelColor(*at) for at in ((0, 1), (1, 0), (2, 0)))
    odd = shaded(wall_of(), NOBODY, theme).pixelColor(1, 0)
    pairs = [(chosen, even), (chosen, odd), (wrong, chosen), (wrong, even), (wrong, odd)]
    # Levels: never, once, and so on.
    levels = replace(wall_of(), levels=np.array([0, 1, 2, 3, 4]))
    never, once = (shaded(levels, NOBODY, theme).pixelColor(*at) for at in ((0, 1), (1, 0)))
    for a, b in (*pairs, (never, once)):
        assert contrast(a, b) >= 3


def test_of_whom_nothing_is_known_the_dot_is_hatched_and_its_picture_too(
    painted: tuple[QImage, QPainter],
) -> None:
    image, painter = painted
    updates = np.array([4, 0, 2, 3, 0])
    losses = np.where(updates > 0, LOSSES.losses, np.nan)
    seen = LastSeen(0, 0, 4, losses, updates, (LOSSES.wrong & (updates > 0)), LOSSES.labels)
    wall = replace(wall_of(), losses=seen)
    assert wall.unseen is not None and wall.unseen.tolist() == [[False, True, False], [False, False, True]]
    places = WallPlaces(5, 60, 40, 2, 3, (20.0, 20.0))
    painter.fillRect(image.rect(), THEME.colour("canvas"))
    paint_dots(painter, wall, places, shaded(wall, NOBODY, THEME), THEME)
    line, found = THEME.colour("dim"), {}
    for name in ("dots", "pictures"):
        found[name] = {
            (y // 20, x // 20) for x in range(60) for y in range(40) if image.pixelColor(x, y) == line
        }
        pictures = ExamplePictures(5, (4, 4))
        pictures.take(np.arange(5), np.zeros((5, 16), np.uint8))
        paint_pictures(painter, wall, places, pictures, THEME)
    painter.end()
    assert found["dots"] == found["pictures"] == {(0, 1), (1, 2)}
    # Where all are known there is none; of what is exact everything is.
    assert replace(wall, losses=replace(seen, updates=np.ones(5, int))).unseen is None
    assert wall_of().unseen is None


def test_class_by_class_each_begins_where_the_one_before_ends() -> None:
    # Two of class 0, two of class 1 and one of class 2, behind one cell that is nobody's.
    assert wall_of("class").class_ends.tolist() == [1, 3, 5, 6]
    for c, (start, stop) in enumerate([(1, 3), (3, 5), (5, 6)]):
        rows = wall_of("class").cells.T.ravel()[start:stop]
        assert [LABELS[row] for row in rows.tolist()] == [c] * (stop - start)
