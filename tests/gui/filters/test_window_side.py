"""The whole picture of a chosen window, with a frame around what its cell sees."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.analysis.receptive_field import ReceptiveField
from gui.filters.found_windows import FoundWindow, found_windows
from gui.filters.window_side import WindowSide
from gui.theme.tokens import make_theme
from tests.gui.filters.shown import found, snapshot_of, trainer_of

TRAINER = trainer_of()
WINDOW = found_windows(found(TRAINER), snapshot_of(TRAINER))[0]


def painted(qtbot: QtBot, window: FoundWindow | None, height: int = 380, scale: float = 1.0) -> np.ndarray:
    side = WindowSide()
    qtbot.addWidget(side)
    side.set_theme(make_theme("dark", scale))
    side.resize(side.sizeHint().width(), height)
    side.show_window(window)
    image = side.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    buffer = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return buffer[..., 2::-1].copy()


@pytest.mark.parametrize("field", [ReceptiveField(3, 5, 8, 8), ReceptiveField(0, 0, 4, 6)])
def test_the_frame_stands_around_what_the_cell_sees(qtbot: QtBot, field: ReceptiveField) -> None:
    blank = replace(WINDOW, picture=np.zeros((16, 16), np.float32), field=field)
    image = painted(qtbot, blank)[:170]
    lit = np.argwhere((image == make_theme("dark").rgb("text")).all(axis=2))
    rows, columns = lit[:, 0], lit[:, 1]
    assert rows.max() - rows.min() == pytest.approx(11 * field.rows, abs=3)
    assert columns.max() - columns.min() == pytest.approx(11 * field.columns, abs=3)
    assert (rows.min() - 2) / 11 == pytest.approx(field.top, abs=0.2)
    assert (columns.min() - 2) / 11 == pytest.approx(field.left, abs=0.2)


def test_a_frame_over_the_border_is_seen_whole(qtbot: QtBot) -> None:
    beyond = replace(WINDOW, picture=np.zeros((16, 16), np.float32), field=ReceptiveField(-3, -3, 8, 8))
    image = painted(qtbot, beyond)[:120]
    lit = np.argwhere((image == make_theme("dark").rgb("text")).all(axis=2))
    assert lit[:, 0].min() >= 0 and lit[:, 1].min() >= 0
    assert lit[:, 0].max() - lit[:, 0].min() == pytest.approx(lit[:, 1].max() - lit[:, 1].min(), abs=1)


def test_what_it_shows_is_said_and_nothing_of_nothing(qtbot: QtBot) -> None:
    side = WindowSide()
    qtbot.addWidget(side)
    side.show_window(WINDOW)
    assert side.accessibleDescription().startswith(WINDOW.spoken) and side.accessibleName()
    side.show_window(None)
    assert side.accessibleDescription() == ""
    assert len(np.unique(painted(qtbot, None).reshape(-1, 3), axis=0)) == 1


@pytest.mark.parametrize(("height", "scale"), [(150, 1.0), (260, 1.0), (300, 2.0)])
def test_it_is_painted_in_any_room(qtbot: QtBot, height: int, scale: float) -> None:
    assert len(np.unique(painted(qtbot, WINDOW, height, scale).reshape(-1, 3), axis=0)) > 5
