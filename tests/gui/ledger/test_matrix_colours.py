"""Shares are greys; of a difference the hue is the sign, and 0 is grey."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.confusion import Confusion, confusion_of
from gui.ledger.matrix_colours import cell_colours
from gui.ledger.matrix_difference import difference_marks
from gui.ledger.matrix_marks import matrix_marks
from gui.theme.tokens import make_theme
from tests.gui.ledger.answers import answers

OFF, ON = (0.05, 0.85), (0.10, 0.40)


def confusion(counts: list[list[int]]) -> Confusion:
    return Confusion(np.array(counts), np.zeros(2, int), np.ones(2))


@pytest.mark.parametrize("name", ["dark", "light"])
def test_more_is_lime_fewer_is_violet_and_equal_is_grey(name: str) -> None:
    theme = make_theme(name)
    # Of ten each: 2 more and 2 fewer off the diagonal, and on it.
    marks = difference_marks(confusion([[8, 2], [4, 6]]), confusion([[6, 4], [2, 8]]))
    found = cell_colours(marks, theme, OFF, ON)
    canvas = theme.rgb("canvas")
    for (i, j), token, most in (
        ((0, 0), "grad_plus", 0.4),
        ((0, 1), "grad_minus", 0.85),
        ((1, 0), "grad_plus", 0.85),
        ((1, 1), "grad_minus", 0.4),
    ):
        np.testing.assert_allclose(found[i, j], canvas + most * (theme.rgb(token) - canvas), atol=0.51)
    same = cell_colours(
        difference_marks(confusion([[8, 2], [4, 6]]), confusion([[8, 2], [4, 6]])), theme, OFF, ON
    )
    for (i, j), least in (((0, 1), 0.05), ((1, 1), 0.1)):
        np.testing.assert_allclose(same[i, j], canvas + least * (theme.rgb("text") - canvas), atol=0.51)


def test_shares_are_greys_between_canvas_and_text() -> None:
    theme = make_theme("dark")
    marks = matrix_marks(confusion_of(answers(), 3))
    found = cell_colours(marks, theme, OFF, ON)
    canvas, text = theme.rgb("canvas"), theme.rgb("text")
    np.testing.assert_allclose(found[0, 1], canvas + 0.85 * (text - canvas), atol=0.51)
    assert found.shape == (3, 4, 3)


def test_signs_are_told_apart_without_hue() -> None:
    """Whoever sees no hues reads the sign: it is in the text, and fewer are hatched (`matrix_painter`)."""
    marks = difference_marks(confusion([[8, 2], [4, 6]]), confusion([[6, 4], [2, 8]]))
    assert (marks.counts < 0).tolist() == [[False, True], [False, True]]
    assert replace(marks, is_difference=False).counts.tolist() == [[2, -2], [2, -2]]
