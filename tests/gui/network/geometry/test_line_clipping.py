"""What part of a line is within a rectangle."""

import numpy as np

from gui.network.geometry.line_clipping import cut
from gui.network.geometry.shapes import Rect


def test_a_line_is_cut_at_the_borders_and_one_that_passes_by_is_none() -> None:
    lines = np.array([[0.0, 5, 30, 5], [12, 2, 14, 8], [0, 20, 30, 20], [0, 0, 30, 30]])
    parts, inside = cut(lines, Rect(10, 0, 10, 10))
    assert inside.tolist() == [True, True, False, False]
    assert parts[0].tolist() == [10, 5, 20, 5] and parts[1].tolist() == [12, 2, 14, 8]


def test_lines_may_be_in_the_screens_pixels() -> None:
    parts, inside = cut(np.array([[0.0, 10, 60, 10]]), Rect(10, 0, 10, 10), ratio=2.0)
    assert inside.all() and parts[0].tolist() == [20, 10, 40, 10]
