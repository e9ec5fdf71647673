"""Edges as one line each: the colours and the parts of the picture that has pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect, Zoom
from gui.network.marks.edge_marks import edge_palette
from gui.network.marks.mark_types import EdgeMarks
from gui.network.marks.scales import Scales
from gui.network.painting.edge_lines import draw_edge_lines
from gui.network.painting.edge_picture import EdgePart, EdgePicture
from gui.network.painting.primitives import painting
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import DARK, Theme, make_theme

THEMES = [make_theme("dark"), make_theme("light")]
WIDTH, HEIGHT = 480, 300


def context_of(theme: Theme = THEMES[0]) -> RenderContext:
    return RenderContext(make_layout((16, 4, 3), WIDTH, HEIGHT, theme), theme, 1.0, Scales(2))


def edges_at(ys: list[float], levels: list[int], theme: Theme = THEMES[0]) -> EdgePicture:
    """A picture of horizontal edges, all from x = 50 to 400."""
    count = len(ys)
    y, one, places = np.array(ys), np.ones(count), np.arange(count)
    level = np.array(levels, dtype=np.int64)
    marks = EdgeMarks(
        "weight", 0, 1, 2, places, places, level / 24, 50 * one, y, 400 * one, y, level, one, 1.0
    )
    picture = EdgePicture(WIDTH, HEIGHT, 1.0, theme.colour("canvas"))
    picture.redraw(lambda: (marks,), edge_palette(theme, "weight"))
    picture.work(10_000)
    return picture


def drawn(parts: list[EdgePart], context: RenderContext, faded: bool = False) -> QImage:
    """These parts on a red ground."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _ in draw_edge_lines(painter, parts, context, faded):
            pass
        assert painter.opacity() == 1
    return image


@pytest.mark.parametrize("theme", THEMES, ids=["dark", "light"])
def test_each_edge_is_a_line_in_its_colour_over_the_canvas(qapp, theme) -> None:
    levels = [24, -24, 6]
    parts = [EdgePart(edges_at([100.5, 150.5, 200.5], levels, theme), 0, WIDTH)]
    image = drawn(parts, context_of(theme))
    palette = edge_palette(theme, "weight")
    for y, level in zip((100, 150, 200), levels, strict=True):
        assert image.pixelColor(225, y).getRgb()[:3] == tuple(palette[level + 24].tolist())
        assert image.pixelColor(51, y) == image.pixelColor(398, y) == image.pixelColor(225, y)
        assert image.pixelColor(48, y) == image.pixelColor(402, y) == theme.colour("canvas")
    assert image.pixelColor(225, 125) == theme.colour("canvas")


def test_each_part_has_its_own_edges_from_left_to_right(qapp) -> None:
    left, right = edges_at([100.5], [24]), edges_at([150.5], [-24])
    image = drawn([EdgePart(left, 0, 200), EdgePart(right, 200, WIDTH)], context_of())
    plus, minus, canvas = (QColor(colour) for colour in (DARK.plus, DARK.minus, DARK.canvas))
    assert [image.pixelColor(x, 100) for x in (100, 198, 202, 300)] == [plus, plus, canvas, canvas]
    assert [image.pixelColor(x, 150) for x in (100, 198, 202, 300)] == [canvas, canvas, minus, minus]


def test_where_others_stand_out_a_tenth_of_the_colour_is_left(qapp) -> None:
    image = drawn([EdgePart(edges_at([100.5], [24]), 0, WIDTH)], context_of(), faded=True)
    canvas, plus = Theme().rgb("canvas"), Theme().rgb("plus")
    assert np.abs(image.pixelColor(225, 100).getRgb()[:3] - (canvas + 0.1 * (plus - canvas))).max() <= 1


def test_a_part_covers_what_is_below_by_its_opacity(qapp) -> None:
    parts = [
        EdgePart(edges_at([100.5], [24]), 0, WIDTH),
        EdgePart(edges_at([150.5], [-24]), 0, WIDTH, opacity=0.25),
    ]
    image = drawn(parts, context_of())
    canvas = Theme().rgb("canvas")
    for y, token, share in ((100, "plus", 0.75), (150, "minus", 0.25)):
        expected = canvas + share * (Theme().rgb(token) - canvas)
        assert np.abs(image.pixelColor(225, y).getRgb()[:3] - expected).max() <= 2


def test_of_an_enlarged_network_no_edge_leaves_its_place(qapp) -> None:
    content = Rect(0, 90, WIDTH, 80)
    context = context_of()
    for zoom, is_seen in ((Zoom(), True), (Zoom(2.0), False)):
        layout = replace(context.layout, zoom=zoom, content=content)
        image = drawn(
            [EdgePart(edges_at([50.5, 100.5], [24, 24]), 0, WIDTH)], replace(context, layout=layout)
        )
        assert (image.pixelColor(225, 50) == QColor(DARK.plus)) is is_seen
        assert image.pixelColor(225, 100) == QColor(DARK.plus)


def test_before_there_are_edges_there_is_the_canvas_and_without_parts_nothing(qapp) -> None:
    image = drawn([EdgePart(EdgePicture(1, 1, 1.0, QColor()), 0, 100)], context_of())
    assert image.pixelColor(99, 150) == QColor(DARK.canvas) and image.pixelColor(100, 150) == QColor("red")
    assert drawn([], context_of()).pixelColor(99, 150) == QColor("red")


def test_it_goes_on_colour_by_colour(qapp) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    parts = [EdgePart(edges_at([100.5, 150.5, 200.5], [24, 24, -6]), 0, WIDTH)]
    with painting(image) as painter:
        assert len(list(draw_edge_lines(painter, parts, context_of(), False))) == 2
