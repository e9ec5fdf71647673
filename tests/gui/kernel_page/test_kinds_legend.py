"""The kinds of places stand in lines of their own, however low the page is."""

from __future__ import annotations

import pytest

from gui.kernel_page.kinds_legend import kind_rows
from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import line_height
from gui.theme.tokens import Theme


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.4, 2.0])
@pytest.mark.parametrize("height", [100.0, 140.0, 200.0, 260.0, 600.0])
def test_no_line_stands_on_another(height: float, scale: float) -> None:
    theme, area = Theme(scale=scale), Rect(10, 5, 136, height)
    rows = kind_rows(area, 5, theme)
    assert len(rows) == 5
    # Of each kind, or of none.
    assert len({row.means_y is None for row in rows}) == 1
    body, tick = line_height("body", theme), line_height("tick", theme)
    for row, after in zip(rows, rows[1:], strict=False):
        assert row.sample.y + row.sample.height < after.sample.y
        if row.means_y is not None:
            assert row.means_y - row.count_y >= tick - 0.01
            # A line's letters reach from its baseline up 0.76 of it, and down the rest.
            assert row.means_y + 0.24 * tick <= after.count_y - 0.76 * body + 0.01
    assert rows[0].sample.y >= area.y
    assert rows[-1].sample.y + rows[-1].sample.height <= area.y + area.height


def test_with_room_each_is_said_in_two_lines_and_without_in_one() -> None:
    theme = Theme()
    assert all(row.means_y is not None for row in kind_rows(Rect(0, 0, 136, 260), 5, theme))
    assert all(row.means_y is None for row in kind_rows(Rect(0, 0, 136, 105), 5, theme))
    # Fewer kinds have more room.
    assert all(row.means_y is not None for row in kind_rows(Rect(0, 0, 136, 120), 3, theme))
    assert kind_rows(Rect(0, 0, 136, 120), 0, theme) == []
