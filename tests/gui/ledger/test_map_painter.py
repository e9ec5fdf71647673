"""The greys of the map rise with the logarithm of the count; no example is the canvas itself."""

from __future__ import annotations

import numpy as np
import pytest

from gui.ledger.map_painter import SHADES, shaded, shades
from gui.theme.tokens import make_theme


@pytest.mark.parametrize("name", ["dark", "light"])
def test_shades_go_from_the_canvas_to_the_text(name: str) -> None:
    theme, table = make_theme(name), shades(make_theme(name))
    assert len(table) == SHADES + 1 and len(set(table.tolist())) == SHADES + 1
    for place, token in ((0, "canvas"), (-1, "text")):
        colour = theme.colour(token)
        assert table[place] & 0xFFFFFF == colour.red() << 16 | colour.green() << 8 | colour.blue()


def test_a_cells_grey_is_by_the_logarithm_and_large_means_are_at_the_top() -> None:
    theme = make_theme("dark")
    counts = np.array([[1, 10], [100, 0]])
    image = shaded(counts, theme)
    table = shades(theme).tolist()

    def level(x: int, y: int) -> int:
        return [colour & 0xFFFFFF for colour in table].index(image.pixel(x, y) & 0xFFFFFF)

    assert [level(0, 1), level(1, 1), level(0, 0), level(1, 0)] == [1, 1 + round(63 / 2), 64, 0]


def test_where_all_counts_are_one_they_are_seen() -> None:
    theme = make_theme("light")
    image = shaded(np.array([[1, 0]]), theme)
    assert image.pixelColor(0, 0).name() == theme.colour("text").name()
    assert image.pixelColor(1, 0).name() == theme.colour("canvas").name()
    assert shaded(np.zeros((1, 2), int), theme).pixelColor(0, 0).name() == theme.colour("canvas").name()
