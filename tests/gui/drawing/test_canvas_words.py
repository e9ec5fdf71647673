"""What the canvas says to who listens, and to who looks at it while it is empty."""

from __future__ import annotations

import numpy as np
import pytest

from gui.drawing.canvas_words import invitation, key_words, pen_words


@pytest.mark.parametrize(
    ("classes", "words"),
    [
        ((), "Draw a digit here."),
        (("cat",), "Draw one of these here: cat"),
        (tuple("abcdef"), "Draw one of these here: a, b, c, d, e, f"),
        (tuple("abcdefg"), "Draw one of these here: a, b, c, d, e, f, …"),
    ],
)
def test_it_invites_to_draw_what_there_is(classes: tuple[str, ...], words: str) -> None:
    assert invitation(classes) == words


def test_a_pen_that_is_put_away_is_taken_first() -> None:
    keys = key_words()
    assert "Space lowers" in keys and "an arrow key takes it" not in keys
    assert key_words(is_put_away=True) == "The keyboard’s pen is put away; an arrow key takes it. " + keys


@pytest.mark.parametrize(
    ("is_down", "is_eraser", "words"),
    [
        (False, False, "pen up"),
        (True, False, "pen down"),
        (False, True, "eraser up"),
        (True, True, "eraser down"),
    ],
)
def test_where_the_pen_or_the_eraser_is(is_down: bool, is_eraser: bool, words: str) -> None:
    # 1 / 32 is 3.1 %, and 1 the lower edge.
    told = pen_words(np.array([1 / 32, 1.0]), is_down, is_eraser)
    assert told == f"{words}, 3 % from the left, 100 % from the top"
