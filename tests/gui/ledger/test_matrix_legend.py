"""The legend shows both scales, each in the shades of its cells, and finds room for both."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QImage

from core.analysis.confusion import confusion_of
from gui.ledger.matrix_legend import (
    DIAGONAL_SHADES,
    LEGEND_LINE,
    OFF_SHADES,
    SMALL_DIAGONAL_SHADES,
    MatrixLegend,
    diagonal_shades,
    scales_width,
)
from gui.ledger.matrix_marks import matrix_marks
from gui.ledger.matrix_words import MatrixWords, matrix_words
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme
from tests.gui.ledger.answers import NAMES, answers

THEME = Theme()


@pytest.fixture
def words(qapp: object) -> MatrixWords:
    return matrix_words(matrix_marks(confusion_of(answers(), 3)), NAMES, "train")


def painted(words: MatrixWords, width: int) -> QImage:
    image = new_image(width, 120, 1.0)
    image.fill(THEME.colour("canvas"))
    with painting(image) as painter:
        MatrixLegend(painter, THEME, words, DIAGONAL_SHADES).paint(0.0, width, 2, True)
    return image


def shades_in(image: QImage, y: int) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width())}


def test_both_scales_run_through_the_shades_of_their_cells(words: MatrixWords) -> None:
    line = QFontMetricsF(THEME.font("tick")).height()
    image = painted(words, 600)
    seen = shades_in(image, round(6 + line + LEGEND_LINE * line / 2))
    for shades in (OFF_SHADES, DIAGONAL_SHADES):
        middle = THEME.blend("text", "canvas", (shades[0] + shades[1]) / 2)
        assert any(abs(int(name[1:3], 16) - middle.red()) <= 3 for name in seen)


def test_where_one_line_has_no_room_the_second_scale_stands_below(words: MatrixWords) -> None:
    metrics = QFontMetricsF(THEME.font("tick"))
    whole = scales_width(words, metrics, THEME)
    second = round(6 + metrics.height() + 1.5 * LEGEND_LINE * metrics.height())
    light = THEME.blend("text", "canvas", 0.55).name()
    # The outline of the round scale, in px of the second line.
    assert light in {
        name for y in range(second - 9, second + 9) for name in shades_in(painted(words, int(whole) - 1), y)
    }
    assert light not in shades_in(painted(words, int(whole) + 1), second)


def test_small_cells_have_stronger_shades() -> None:
    assert diagonal_shades(False) == DIAGONAL_SHADES and diagonal_shades(True) == SMALL_DIAGONAL_SHADES
