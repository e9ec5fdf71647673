"""The input of a network as SVG: its picture, pixel by pixel, or the map of its whole function."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from core.engine.messages import Snapshot
from gui.export.png import png_bytes
from gui.export.svg_page import SvgPage
from gui.network.geometry.layout import Layout, Rect
from gui.network.marks.all_marks import picture_marks
from gui.network.marks.input_map import POINT_PX, SHOWN_PX, MapMarks, map_marks
from gui.theme.class_marks import class_token, corners_of
from gui.theme.tokens import Theme


def draw_input(page: SvgPage, snapshot: Snapshot, layout: Layout, theme: Theme) -> None:
    """The input picture over the edges, and beside it the map where there is one."""
    scale = snapshot.data.input_scale if snapshot.data.picture is None else None
    marks = picture_marks(snapshot.trace.x, layout, theme, scale)
    rect = layout.picture
    framed = layout.map is None
    page.begin("input")
    page.rect(rect.x, rect.y, rect.width, rect.height, theme.rgb("canvas"))
    for x, y, fill in zip(marks.x.tolist(), marks.y.tolist(), marks.fill.tolist(), strict=True):
        page.rect(x, y, marks.size, marks.size, fill, None if framed else theme.rgb("line"), 1.5)
    if framed:
        _frame(page, rect, theme)
    page.end()
    function = map_marks(snapshot, layout, theme)
    if function is not None:
        page.begin("map")
        _draw_map(page, function, theme)
        page.end()


def _draw_map(page: SvgPage, marks: MapMarks, theme: Theme) -> None:
    rect = marks.rect
    page.rect(rect.x, rect.y, rect.width, rect.height, theme.rgb("canvas"))
    if marks.fill is not None:
        rows, columns, _ = marks.fill.shape
        data = np.ascontiguousarray(marks.fill).tobytes()
        image = QImage(data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
        page.image(rect.x, rect.y, rect.width, rect.height, png_bytes(image.copy(), {}))
    middle_x, middle_y = rect.x + rect.width / 2, rect.y + rect.height / 2
    page.line(rect.x, middle_y, rect.x + rect.width, middle_y, theme.rgb("line"), 1.0)
    page.line(middle_x, rect.y, middle_x, rect.y + rect.height, theme.rgb("line"), 1.0)
    size = theme.px(POINT_PX)
    for (x, y), label in zip(marks.points.tolist(), marks.labels.tolist(), strict=True):
        if not rect.contains(x, y):
            continue
        fill, corners = theme.rgb(class_token(label)), corners_of(label, x, y, size)
        if corners:
            page.polygon(corners, fill)
        else:
            page.circle(x, y, size, fill)
    if len(marks.curve):
        # The picture ends at the map's border, and so does the curve.
        within = np.clip(marks.curve[:, 1], rect.y, rect.y + rect.height)
        curve = np.stack([marks.curve[:, 0], within], axis=1)
        page.polyline([(x, y) for x, y in curve.tolist()], theme.rgb("minus"), 2.0 * theme.line_scale)
    text, width = theme.rgb("text"), 1.6 * theme.line_scale
    if marks.target is not None:
        page.line(*marks.shown, *marks.target, text, width)
    page.circle(*marks.shown, theme.px(SHOWN_PX), None, text, width)
    _frame(page, rect, theme)


def _frame(page: SvgPage, rect: Rect, theme: Theme) -> None:
    page.rect(rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2, None, theme.rgb("line"), 1.5)
