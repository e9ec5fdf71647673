"""A frame holds the examples of whose cells it holds a part; steps with Shift frame from where they began."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_places import WallPlaces
from gui.ledger.wall_selection import WallSelection, in_frame

# Three rows and four columns of cells, of 10 px each; the first cell is nobody's.
CELLS = np.array([[NOBODY, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]])
PLACES = WallPlaces(12, 40, 30, 3, 4, (10.0, 10.0))


@pytest.mark.parametrize(
    "frame, rows",
    [
        (QRectF(12, 12, 0, 0), [4]),
        (QRectF(12, 12, 10, 1), [4, 7]),
        (QRectF(0, 0, 11, 11), [1, 3, 4]),
        (QRectF(-50, -50, 500, 500), list(range(1, 12))),
        (QRectF(-50, 0, 20, 10), []),
        (QRectF(60, 60, 5, 5), []),
    ],
)
def test_a_frame_holds_what_is_in_it(frame: QRectF, rows: list[int]) -> None:
    assert in_frame(CELLS, PLACES, frame).tolist() == rows
    selection = WallSelection()
    selection.begin(frame.bottomRight())
    selection.move(frame.topLeft())
    assert selection.is_drawn
    assert selection.end(CELLS, PLACES).tolist() == rows and not selection.is_drawn


def test_a_frame_is_where_the_wall_has_been_moved_to() -> None:
    moved = WallPlaces(12, 40, 30, 3, 4, (10.0, 10.0), left=10.0)
    assert in_frame(CELLS, moved, QRectF(2, 12, 0, 0)).tolist() == [4]


def test_steps_with_shift_frame_from_where_they_began() -> None:
    selection = WallSelection()
    assert selection.extend((1, 1), (1, 2), CELLS).tolist() == [4, 7]
    assert selection.extend((1, 2), (0, 2), CELLS).tolist() == [3, 4, 6, 7]
    assert selection.extend((0, 2), (0, 0), CELLS).tolist() == [1, 3, 4]
    selection.forget_anchor()
    assert selection.extend((2, 3), (2, 2), CELLS).tolist() == [8, 11]


def test_what_is_dropped_frames_nothing() -> None:
    selection = WallSelection()
    selection.begin(QPointF(1, 1))
    selection.drop()
    assert not selection.is_drawn and selection.band_rect.isNull()
