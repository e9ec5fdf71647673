"""A line of text stands at the top of its rectangle."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from gui.network.geometry.shapes import Rect
from gui.network.painting.text_lines import line_in
from gui.theme.tokens import Theme

RECT = Rect(100, 50, 200, 80)


@pytest.mark.parametrize(("align", "x"), [("left", 100), ("centre", 200), ("right", 300)])
def test_it_is_aligned_within_the_rectangle(qapp, align, x) -> None:
    mark = line_in(RECT, "C = 0.61", "head", "text", Theme(), align, bold=True)
    assert (mark.x, mark.align) == (x, align)
    assert (mark.text, mark.role, mark.token, mark.bold) == ("C = 0.61", "head", "text", True)


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("role", ["tick", "caption", "body", "head"])
def test_its_capitals_stand_below_the_top_and_near_it(qapp, role, scale) -> None:
    theme = Theme(scale=scale)
    metrics = QFontMetricsF(theme.font(role))
    down = line_in(RECT, "C", role, "dim", theme).y - RECT.y
    assert metrics.capHeight() <= down <= metrics.height()
