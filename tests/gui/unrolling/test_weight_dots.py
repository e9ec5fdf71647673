"""A dot is the weight of its block that is largest, with its sign and in its colour."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from gui.theme.tokens import make_theme
from gui.unrolling.weight_dots import dots_image, strongest


def test_a_dot_is_the_weight_of_largest_magnitude_of_its_block() -> None:
    matrix = np.random.default_rng(0).normal(size=(6, 8)).astype(np.float32)
    dots = strongest(matrix, 3, 2)
    for row in range(3):
        for column in range(2):
            block = matrix[2 * row : 2 * row + 2, 4 * column : 4 * column + 4].ravel()
            assert dots[row, column] == max(block.tolist(), key=abs)


def test_a_block_of_zeros_is_0_and_one_weight_among_zeros_is_seen() -> None:
    matrix = np.zeros((4, 4), np.float32)
    matrix[3, 0] = -0.25
    assert strongest(matrix, 2, 2).tolist() == [[0, 0], [-0.25, 0]]


def test_colours_go_from_minus_over_the_canvas_to_plus_and_are_full_from_the_scale_on() -> None:
    theme = make_theme("dark")
    image = dots_image(np.array([[-1.0, -0.5, 0.0, 0.5, 1.0, 7.0]]), 1.0, theme)
    colours = [QColor(image.pixel(x, 0)) for x in range(6)]
    assert colours[0] == theme.colour("minus") and colours[2] == theme.colour("canvas")
    assert colours[4] == colours[5] == theme.colour("plus")
    for half, token in ((colours[1], "minus"), (colours[3], "plus")):
        between = theme.blend(token, "canvas", 0.5)
        assert abs(half.red() - between.red()) <= 1 and abs(half.blue() - between.blue()) <= 1


def test_a_matrix_of_zeros_has_a_scale_of_0_and_the_canvas_colour() -> None:
    theme = make_theme("light")
    assert QColor(dots_image(np.zeros((1, 1)), 0.0, theme).pixel(0, 0)) == theme.colour("canvas")
