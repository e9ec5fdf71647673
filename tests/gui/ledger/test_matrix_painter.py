"""Each cell has the shade of its share; on the diagonal another shape."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from core.analysis.confusion import confusion_of
from core.analysis.example_losses import ExampleLosses
from gui.ledger.gallery_order import ALL, Pair
from gui.ledger.matrix_legend import DIAGONAL_SHADES, OFF_SHADES, SMALL_DIAGONAL_SHADES
from gui.ledger.matrix_marks import MatrixMarks, matrix_marks
from gui.ledger.matrix_painter import MatrixPainter, paint_frame
from gui.ledger.matrix_places import Margins, MatrixPlaces
from gui.ledger.matrix_words import matrix_words
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme, make_theme
from tests.gui.ledger.answers import answers, many

MARGINS = Margins(title=20, left=80, top=40, bottom=60, axis=70, bars=70, gap=12)
EVERYTHING = Pair()
Painted = tuple[QImage, MatrixMarks, MatrixPlaces, Theme]


@pytest.fixture
def painted(qapp: object) -> Callable[..., Painted]:
    def paint(
        losses: ExampleLosses, classes: int, side: int, theme: str = "dark", chosen: Pair = EVERYTHING
    ) -> Painted:
        look = make_theme(theme)
        marks = matrix_marks(confusion_of(losses, classes))
        places = MatrixPlaces.fitted(classes, marks.has_none, side, side, MARGINS, 1.0)
        words = matrix_words(marks, tuple(f"c{c}" for c in range(classes)), "train")
        image = new_image(side, side, 1.0)
        image.fill(look.colour("canvas"))
        with painting(image) as painter:
            MatrixPainter(painter, look, marks, places, words, side).paint(chosen)
            paint_frame(painter, places, chosen, "text", look)
        return image, marks, places, look

    return paint


def mixed(shades: tuple[float, float], fill: float) -> float:
    return shades[0] + fill * (shades[1] - shades[0])


def assert_is(found: QColor, theme: Theme, share: float) -> None:
    expected = theme.blend("text", "canvas", share)
    for part in ("red", "green", "blue"):
        assert abs(getattr(found, part)() - getattr(expected, part)()) <= 1


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_off_the_diagonal_a_cell_is_shaded_by_its_share_of_the_row(
    painted: Callable[..., Painted], theme: str
) -> None:
    image, marks, places, look = painted(answers(), 3, 400, theme)
    # On paper: of the cats 2 of 5 are called dogs, which is the most; of the cows one of 3, and of dogs none a cat.
    for (i, j), share in (((0, 1), 0.4), ((2, 0), 1 / 3), ((1, 0), 0.0), ((1, 3), 0.25)):
        cell = places.cell(i, j)
        assert_is(
            image.pixelColor(int(cell.left()) + 2, int(cell.top()) + 2), look, mixed(OFF_SHADES, share / 0.4)
        )


def test_on_the_diagonal_stands_another_shape_on_a_scale_of_its_own(painted: Callable[..., Painted]) -> None:
    image, _, places, look = painted(answers(), 3, 400)
    for c, recall in enumerate((3 / 5, 3 / 4, 1 / 3)):
        cell = places.cell(c, c)
        # Its corners are rounded: there is the canvas.
        assert (
            image.pixelColor(int(cell.left()) + 1, int(cell.top()) + 1).name() == look.colour("canvas").name()
        )
        inside = image.pixelColor(int(cell.left()) + 5, int(cell.center().y()))
        assert_is(inside, look, mixed(DIAGONAL_SHADES, (recall - 0.3) / 0.7))


def test_of_a_hundred_classes_every_cell_is_still_shaded(painted: Callable[..., Painted]) -> None:
    losses = many(100)
    image, marks, places, look = painted(losses, 100, 700)
    assert 4 < places.wide < 8
    checked = 0
    for i, j in np.random.default_rng(0).integers(0, 100, (200, 2)).tolist():
        centre = places.cell(i, j).center()
        shades = SMALL_DIAGONAL_SHADES if i == j else OFF_SHADES
        if abs(i - j) == 1:
            # Beside the diagonal, whose dots are smoothed.
            continue
        assert_is(image.pixelColor(int(centre.x()), int(centre.y())), look, mixed(shades, marks.fills[i, j]))
        checked += 1
    assert checked > 150


def test_the_chosen_cell_is_framed(painted: Callable[..., Painted]) -> None:
    for pair in (Pair(2, 1), Pair(1, ALL), Pair(ALL, 2), Pair()):
        image, _, places, look = painted(answers(), 3, 400, chosen=pair)
        place = places.place_of(pair)
        column = [
            image.pixelColor(x, int(place.center().y())).name()
            for x in range(int(place.left()) - 4, int(place.left()) + 6)
        ]
        assert look.colour("text").name() in column


def test_numbers_are_left_out_together_where_cells_are_small(painted: Callable[..., Painted]) -> None:
    def has_text(side: int) -> bool:
        image, _, places, look = painted(many(10), 10, side)
        # Of a cell without text all pixels but its edge are of one colour.
        cell = places.cell(2, 5).toRect().adjusted(2, 2, -2, -2)
        return (
            len(
                {
                    image.pixel(x, y)
                    for x in range(cell.left(), cell.right())
                    for y in range(cell.top(), cell.bottom())
                }
            )
            > 1
        )

    assert has_text(700) and not has_text(260)
