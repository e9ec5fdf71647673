"""Dots stand where recall and precision are on their axis, and bars are as long as their shares."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from core.analysis.confusion import confusion_of
from gui.ledger.class_rows import BAR_SHADE, ClassRowsPainter
from gui.ledger.matrix_marks import matrix_marks
from gui.ledger.matrix_places import MatrixPlaces
from gui.ledger.matrix_words import matrix_words
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme
from tests.gui.ledger.answers import NAMES, answers

THEME = Theme()
AXIS, BARS = (100.0, 240.0), (260.0, 400.0)
PLACES = MatrixPlaces(3, True, 0, 20, 40, 20, 40, 0, AXIS, BARS)


@pytest.fixture
def image(qapp: object) -> QImage:
    marks = matrix_marks(confusion_of(answers(), 3))
    image = new_image(420, 200, 1.0)
    image.fill(THEME.colour("canvas"))
    with painting(image) as painter:
        ClassRowsPainter(painter, THEME, marks, PLACES, matrix_words(marks, NAMES, "train")).paint()
    return image


@pytest.mark.parametrize("row, recall, precision", [(0, 3 / 5, 3 / 4), (1, 3 / 4, 3 / 6), (2, 1 / 3, 1.0)])
def test_a_full_dot_is_recall_and_an_empty_one_precision(
    image: QImage, row: int, recall: float, precision: float
) -> None:
    y = 40 + 40 * row + 20

    def colour(share: float) -> str:
        # The axis is from 0.3 to 1.
        return image.pixelColor(round(AXIS[0] + (share - 0.3) / 0.7 * 140), y).name()

    assert colour(recall) == THEME.colour("text").name()
    assert colour(precision) == THEME.colour("canvas").name()


def test_bars_are_as_long_as_the_shares_of_l(image: QImage) -> None:
    colour = THEME.blend("text", "canvas", BAR_SHADE).name()
    most = BARS[1] - BARS[0] - QFontMetricsF(THEME.font("tick")).horizontalAdvance("100 %") - 5
    # 5.6, 1.5 and 2.9 of 10; the largest fills its room.
    for row, share in enumerate((5.6, 1.5, 2.9)):
        y = 40 + 40 * row + 20
        length = sum(image.pixelColor(x, y).name() == colour for x in range(int(BARS[0]), 420))
        assert length == pytest.approx(share / 5.6 * most, abs=1.5)


def test_where_there_is_no_room_nothing_is_painted(qapp: object) -> None:
    marks = matrix_marks(confusion_of(answers(), 3))
    image = new_image(50, 50, 1.0)
    image.fill(THEME.colour("canvas"))
    before = image.copy()
    with painting(image) as painter:
        narrow = MatrixPlaces(3, True, 0, 5, 5, 10, 10, 0, None, None)
        ClassRowsPainter(painter, THEME, marks, narrow, matrix_words(marks, NAMES, "train")).paint()
    assert image == before
