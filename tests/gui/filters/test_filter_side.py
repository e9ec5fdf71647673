"""Beside the answers: frames stand in the shown picture exactly where it has the chosen pattern."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.filters.filter_side import FilterSide
from gui.theme.tokens import make_theme
from tests.gui.filters.shown import answers


def grabbed(side: FilterSide) -> np.ndarray:
    image = side.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    buffer = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return buffer[..., 2::-1].copy()


@pytest.mark.parametrize("name", ["dark", "light"])
def test_frames_stand_where_the_picture_has_the_pattern(qtbot: QtBot, name: str) -> None:
    x = np.zeros(256, np.float32)
    x[3 * 16 + 4] = x[14 * 16 + 14] = 1
    own = answers(x=x)
    side = FilterSide()
    qtbot.addWidget(side)
    theme = make_theme(name)
    side.set_theme(theme)
    side.resize(side.sizeHint().width(), 420)
    # Ink in the first pixel: at (3, 4), and at the lower right corner, whose window reaches beyond the border.
    side.show_answers(own, 1, (16, 16))
    framed = grabbed(side)
    side.show_answers(own, None, (16, 16))
    side.show_answers(own, 511, (16, 16))
    assert own.places_of(511) == []
    plain = grabbed(side)
    # Below the words and squares of the chosen pattern.
    changed = np.argwhere((framed != plain).any(axis=2))
    digit = changed[(changed[:, 0] > 180) & (changed[:, 0] < 350)]
    text = theme.rgb("text").astype(np.uint8)
    lit = digit[(framed[digit[:, 0], digit[:, 1]] == text).all(axis=1)]
    rows, columns = lit[:, 0], lit[:, 1]
    # Both frames' upper left corners are 11 rows and 10 columns apart, and each is 3 pixels wide.
    pixel = round((rows.max() - rows.min()) / (11 + 3))
    assert pixel >= 6
    assert rows.max() - rows.min() == pytest.approx((11 + 3) * pixel, abs=3)
    assert columns.max() - columns.min() == pytest.approx((10 + 3) * pixel, abs=3)


def test_what_it_shows_is_said(qtbot: QtBot) -> None:
    own, side = answers(), FilterSide()
    qtbot.addWidget(side)
    code = own.loudest_here
    side.show_answers(own, code, (16, 16))
    said = side.accessibleDescription()
    assert said.count(";") == 8 and "ink at" in said and "of the" in said
    side.show_answers(None, None, (0, 0))
    assert side.accessibleDescription() == "" and side.accessibleName() and side.whatsThis()


@pytest.mark.parametrize(("height", "scale"), [(150, 1.0), (260, 1.0), (420, 1.0), (300, 2.0), (900, 2.0)])
def test_it_is_painted_in_any_room(qtbot: QtBot, height: int, scale: float) -> None:
    own, side = answers(), FilterSide()
    qtbot.addWidget(side)
    side.set_theme(make_theme("dark", scale))
    side.resize(side.sizeHint().width(), height)
    side.show_answers(own, own.loudest_here, (16, 16))
    assert len(np.unique(grabbed(side).reshape(-1, 3), axis=0)) > 10
