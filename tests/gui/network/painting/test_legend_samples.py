"""The samples of the legend show the least and the most of a kind of mark."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.network.painting.legend_samples import paint_sample
from gui.network.painting.primitives import painting
from gui.theme.tokens import Theme

THEME = Theme()


def painted(key: str, kind: str = "weight") -> np.ndarray:
    """(17, 34) pixels."""
    image = QImage(34, 17, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("panel"))
    with painting(image) as painter:
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        paint_sample(painter, key, Rect(0, 0, 34, 17), THEME, kind)
    return np.frombuffer(image.constBits(), np.uint32).reshape(17, 34).copy()


@pytest.mark.parametrize(
    "key",
    [
        "neuron_fill",
        "neuron_ring",
        "disc",
        "dart",
        "arc",
        "input",
        "tile",
        "map",
        "bar",
        "dropped",
        "map_delta",
        "hollow_cell",
        "visited_window",
    ],
)
def test_each_kind_has_a_sample_of_its_own(qapp, key) -> None:
    assert (painted(key) != THEME.colour("panel").rgb()).any()


def test_what_has_none_is_left_empty(qapp) -> None:
    # Of signs the words have them all.
    for key in ("verdict", "badge"):
        assert (painted(key) == THEME.colour("panel").rgb()).all()


def test_the_least_is_left_and_the_most_is_right(qapp) -> None:
    lit = painted("neuron_fill") == THEME.colour("lit").rgb()
    assert not lit[:, :17].any() and lit[:, 17:].any()
    plus = painted("disc") == THEME.colour("plus").rgb()
    assert 0 < plus[:, :17].sum() < plus[:, 17:].sum()


@pytest.mark.parametrize("key", ["ribbon", "scale", "arc", "kernel"])
def test_a_sample_has_the_colours_of_the_numbers_that_are_on_screen(qapp, key) -> None:
    for kind, (plus, minus) in SIGN_TOKENS.items():
        seen = painted(key, kind)
        assert (seen == THEME.colour(plus).rgb()).any()
        assert (seen == THEME.colour(minus).rgb()).any() == (key == "kernel")
        others = {"plus", "minus", "grad_plus", "grad_minus"} - {plus, minus}
        assert not any((seen == THEME.colour(token).rgb()).any() for token in others)
