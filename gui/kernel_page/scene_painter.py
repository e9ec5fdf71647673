"""Paints the page of one weight: the hourglass from its pixels through it to its places, and what they add up to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from core.analysis.weight_places import KernelWeight
from gui.kernel_page import weight_words as words
from gui.kernel_page.account_painter import paint_account, signed_colours
from gui.kernel_page.collecting import Collected, Flights, flights
from gui.kernel_page.kinds_legend import kind_rows
from gui.kernel_page.weight_scene import Grid, WeightScene
from gui.network.geometry.shapes import Floats, Rect
from gui.network.geometry.text_width import line_height, wrap
from gui.network.interaction.kernel_numbers import kernel_values
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.network.marks.kernel_marks import kernel_colours
from gui.network.marks.mark_types import TextMark
from gui.network.painting.painter import TextPainter, paint_legend, to_rect
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.network.painting.weight_painter import paint_border
from gui.theme.tokens import Theme
from gui.widgets.number_text import fixed

# A cell's part of its square where it is only outlined, and of what flies.
HOLLOW_PART = 0.5
# Of the lines on the side of what is read: all alike, for they only lead to the weight.
SEEN_PART = 0.3
# Widths of the lines on the other side, by the part of full colour from which on each holds.
WIDTHS = ((0.0, 1.0), (0.35, 1.6), (0.7, 2.2))
# What is read, but has no δ: so much of ink is left.
SILENT_PART = 0.17
# A number that does not fit is written in type of this part.
SMALL_TYPE = 0.85
# What would be written as 0 in its unit, and is not, is nearly 0.
LEAST_WRITTEN = 0.005
# Colours of the legend's strip, with 0 in the middle.
LEGEND_STEPS = 49
# While it is collected, the lines are so faint.
FAINT = 0.35


class ScenePainter:
    """Paints a scene; while it is collected, what flies and the numbers that grow."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._texts = TextPainter(theme)

    def paint(self, painter: QPainter, scene: WeightScene, collected: Collected | None = None) -> None:
        """All of it; `collected` is how far its kernel's weights are collected, None where they are not."""
        self.paint_ground(painter, scene, collected is not None)
        self.paint_moving(painter, scene, collected)

    def paint_ground(self, painter: QPainter, scene: WeightScene, is_collecting: bool) -> None:
        """What stays while one weight is collected: all but its kernel and what flies."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, scene.width, scene.height), self._theme.colour("canvas"))
        self._paint_source(painter, scene)
        self._paint_target(painter, scene)
        painter.save()
        painter.setOpacity(FAINT if is_collecting else 1.0)
        self._paint_lines(painter, scene)
        painter.restore()
        self._paint_small(painter, scene)
        self._paint_kinds(painter, scene)
        paint_account(painter, scene, self._texts, self._theme)
        self._paint_legend(painter, scene)

    def paint_moving(self, painter: QPainter, scene: WeightScene, collected: Collected | None) -> None:
        """The kernel with its numbers, and what flies into it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flying = None if collected is None else flights(scene.places, collected.within)
        self._paint_kernel(painter, scene, collected, flying)
        if flying is not None:
            self._paint_flights(painter, scene, flying)

    # --- what is read

    def _paint_source(self, painter: QPainter, scene: WeightScene) -> None:
        theme, grid = self._theme, scene.source
        _fill(painter, grid, activation_colours(scene.places.source, theme))
        _lattice(painter, grid, theme)
        _outline(painter, grid, theme.colour("line"), theme)
        frame = scene.frame
        beyond = _beyond(frame, grid.rect)
        paint_border(painter, beyond, theme)
        pen = QPen(theme.colour("text"), 1.0 * theme.line_scale)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(to_rect(frame).adjusted(0.5, 0.5, -0.5, -0.5))
        top = min(grid.y, frame.y)
        low = max(grid.y + grid.height, frame.y + frame.height)
        left = min(grid.x, frame.x)
        small = scene.small[0][0].x if scene.small else scene.kernel.x
        room = min(small, scene.kernel.x) - left - theme.px(8)
        line = line_height("caption", theme)
        free = scene.account.y - low - theme.px(4)
        above = wrap(words.source_caption(scene), room, "caption", theme)[:2]
        marks = [
            TextMark(left, top - theme.px(6) - (len(above) - 1 - i) * line, text)
            for i, text in enumerate(above)
        ]
        marks += [
            TextMark(left, low + theme.px(4) + (i + 0.8) * line, text)
            for i, text in enumerate(
                wrap(words.shift_caption(scene), room, "caption", theme)[: max(1, int(free / line))]
            )
        ]
        self._texts.draw(painter, marks)

    # --- the map that is made

    def _paint_target(self, painter: QPainter, scene: WeightScene) -> None:
        theme, grid, places = self._theme, scene.target, scene.places
        kinds = places.kinds
        colours = np.tile(theme.rgb("canvas"), (*places.meets.shape, 1))
        silent = theme.rgb("canvas") + SILENT_PART * (theme.rgb("lit") - theme.rgb("canvas"))
        colours[kinds["silent"]] = silent
        if places.part is not None:
            own = kinds["collected"]
            colours[own] = signed_colours(places.part, scene.part_scale, theme)[own]
        _fill(painter, grid, colours)
        paint_border(painter, [grid.cell_rect(*at) for at in np.argwhere(kinds["border"]).tolist()], theme)
        if places.delta is not None:
            plus, minus = SIGN_TOKENS["gradient"]
            for place in np.argwhere((kinds["unseen"] | kinds["border"]) & (places.delta != 0)).tolist():
                token = plus if places.delta[tuple(place)] > 0 else minus
                _hollow(painter, grid.cell_rect(*place), theme.colour(token), theme)
        _lattice(painter, grid, theme)
        _outline(painter, grid, theme.colour("node"), theme)
        right = grid.x + grid.width
        above = TextMark(right, grid.y - theme.px(6), words.target_caption(scene), align="right")
        self._texts.draw(painter, [above])

    # --- the hourglass

    def _paint_lines(self, painter: QPainter, scene: WeightScene) -> None:
        theme, part = self._theme, scene.places.part
        if part is None or not scene.part_scale:
            return
        left, right, y = scene.gate
        painter.setBrush(Qt.BrushStyle.NoBrush)
        seen = theme.blend("lit", "canvas", SEEN_PART)
        painter.setPen(QPen(seen, theme.line_scale))
        # The weakest first: the strongest lie on top.
        for place in reversed(scene.drawn):
            painter.drawPath(_curve(scene.source.centre(*scene.places.cell_at(*place)), (left, y)))
        colours = signed_colours(part, scene.part_scale, theme)
        for place in reversed(scene.drawn):
            share = abs(float(part[place])) / scene.part_scale
            width = next(wide for least, wide in reversed(WIDTHS) if share >= least)
            painter.setPen(QPen(QColor(*colours[place].tolist()), width * theme.line_scale))
            painter.drawPath(_curve((right, y), scene.target.centre(*place)))

    def _paint_flights(self, painter: QPainter, scene: WeightScene, flying: Flights) -> None:
        theme, part = self._theme, scene.places.part
        if part is None:
            return
        colours = signed_colours(part, scene.part_scale, theme)
        weight = scene.kernel.centre(scene.weight.row, scene.weight.column)
        _, right, y = scene.gate
        side = max(theme.px(5), HOLLOW_PART * scene.target.cell)
        painter.setPen(QPen(theme.colour("canvas"), 1.0))
        for place, passed in flying.under_way:
            path = _curve(scene.target.centre(*place), (right, y))
            path.lineTo(QPointF(*weight))
            at = path.pointAtPercent(min(1.0, passed))
            painter.setBrush(QColor(*colours[place].tolist()))
            painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # --- the kernel

    def _paint_kernel(
        self, painter: QPainter, scene: WeightScene, collected: Collected | None, flying: Flights | None
    ) -> None:
        theme, grid, numbers = self._theme, scene.kernel, scene.numbers
        values, scale = numbers.values, numbers.scale
        kind = scene.kind
        if collected is not None and flying is not None:
            # What is not collected yet is not known yet.
            kind, values = "gradient", numbers.gradient.copy()
            own = numbers.weights[collected.weight]
            for later in numbers.weights[collected.weight + 1 :]:
                values[later.row, later.column] = np.nan
            if not flying.is_done:
                values[own.row, own.column] = flying.total
            if scene.kind != "gradient":
                # Exported alone, of a picture of other numbers.
                scale = float(np.nanmax(np.abs(numbers.gradient), initial=0.0)) or float("nan")
        colours = kernel_colours(np.nan_to_num(values / scale), kind, theme)
        _fill(painter, grid, colours)
        _lattice(painter, grid, theme)
        _outline(painter, grid, theme.colour("node"), theme)
        unit = words.unit_of(numbers.gradient if kind == "gradient" else numbers.values)
        plate = self._write_numbers(painter, grid, values, colours, scene.weight, unit)
        own_rect = to_rect(grid.cell_rect(scene.weight.row, scene.weight.column))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, out in (("canvas", 0.0), ("text", 1.5)):
            painter.setPen(QPen(theme.colour(token), 2.0 * theme.line_scale))
            painter.drawRect(own_rect.adjusted(-out, -out, out, out))
        if plate is not None:
            self._paint_plate(painter, plate)
        caption = words.kernel_caption(kind, unit, scene.snapshot.penalties)
        middle = grid.x + grid.width / 2
        above = TextMark(middle, grid.y - theme.px(8), caption, align="centre", italic=True)
        self._texts.draw(painter, [above])

    def _write_numbers(
        self,
        painter: QPainter,
        grid: Grid,
        values: Floats,
        colours: NDArray[Any],
        own: KernelWeight,
        unit: float,
    ) -> TextMark | None:
        """Each weight's number in it, in this unit, or its sign where that does not fit.

        Returns the number of the weight whose page it is, where it does not fit: it is written over its neighbours.
        """
        theme, marks, plate = self._theme, [], None
        for (row, column), value in np.ndenumerate(values):
            if np.isnan(value):
                continue
            short = "+" if value > 0 else "−" if value < 0 else "0"
            is_own = (row, column) == (own.row, own.column)
            is_seen = abs(value) >= LEAST_WRITTEN * unit
            text = short + fixed(abs(float(value)) / unit, 2) if is_seen else "≈0" if value else "0"
            x, y = grid.centre(row, column)
            token = theme.readable_token(colours[row, column])
            mark = TextMark(x, y + theme.px(4), text, "tick", token, "centre", bold=is_own)
            if is_own:
                plate = mark
            if self._texts.width(mark) > grid.cell - 2:
                mark = replace(mark, part=SMALL_TYPE)
            fits = self._texts.width(mark) <= grid.cell - 2
            marks.append(mark if fits else replace(mark, text=short, part=1.0))
        self._texts.draw(painter, marks)
        return plate if plate is None or self._texts.width(plate) > grid.cell - 2 else None

    def _paint_plate(self, painter: QPainter, mark: TextMark) -> None:
        """A number that its weight is too small for, over the weights beside it."""
        theme, half = self._theme, self._texts.width(mark) / 2 + self._theme.px(4)
        high = line_height("tick", theme)
        painter.setPen(QPen(theme.colour("text"), 1.0))
        painter.setBrush(theme.colour("canvas"))
        painter.drawRect(QRectF(mark.x - half, mark.y - 0.8 * high, 2 * half, 1.1 * high))
        self._texts.draw(painter, [replace(mark, token="text")])

    def _paint_small(self, painter: QPainter, scene: WeightScene) -> None:
        theme = self._theme
        for rect, other in scene.small:
            values = kernel_values(scene.snapshot, other, scene.kind)
            shares = np.nan_to_num(values / scene.numbers.scale)
            draw_pixels(painter, to_rect(rect), image_of(packed(kernel_colours(shares, scene.kind, theme))))
            is_own = (other.from_map, other.to_map) == (scene.weight.from_map, scene.weight.to_map)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text" if is_own else "line"), 1.5 if is_own else 1.0))
            painter.drawRect(to_rect(rect).adjusted(-1, -1, 1, 1))

    # --- what explains it

    def _paint_kinds(self, painter: QPainter, scene: WeightScene) -> None:
        shown, marks = words.kinds_shown(scene), []
        for kind, place in zip(shown, kind_rows(scene.kinds, len(shown), self._theme), strict=True):
            self._paint_sample(painter, place.sample, kind)
            count, means = words.kind_words(scene, kind)
            marks.append(TextMark(place.x, place.count_y, count, "body", "text"))
            if place.means_y is not None:
                marks.append(TextMark(place.x, place.means_y, means, "tick"))
        self._texts.draw(painter, marks)

    def _paint_sample(self, painter: QPainter, rect: Rect, kind: str) -> None:
        theme, (plus, minus) = self._theme, SIGN_TOKENS["gradient"]
        area = to_rect(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        if kind == "collected":
            half = QRectF(area.x(), area.y(), area.width() / 2, area.height())
            painter.fillRect(half, theme.colour(plus))
            painter.fillRect(half.translated(area.width() / 2, 0), theme.colour(minus))
        elif kind == "unseen":
            _hollow(painter, rect, theme.colour(plus), theme)
        elif kind == "silent":
            painter.fillRect(area, theme.blend("lit", "canvas", SILENT_PART))
        elif kind == "border":
            paint_border(painter, [rect], theme)
        if kind in ("silent", "neither"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("line"), 1.0))
            painter.drawRect(area)

    def _paint_legend(self, painter: QPainter, scene: WeightScene) -> None:
        theme, marks, x = self._theme, [], self._theme.px(6)
        high, wide, y = theme.px(10), theme.px(72), scene.legend_y
        for kind, scales in words.scale_texts(scene):
            strip = Rect(x + theme.px(12), y - high, wide, high)
            steps = np.linspace(-1, 1, LEGEND_STEPS)
            of_parts = kind == "gradient" and scene.part_scale > 0
            colours = signed_colours(steps, 1.0, theme) if of_parts else kernel_colours(steps, kind, theme)
            paint_legend(painter, strip, np.rint(colours).astype(np.uint8))
            own = [
                TextMark(x, y, "−", token="text"),
                TextMark(strip.x + wide + theme.px(4), y, "+", token="text"),
                TextMark(strip.x + wide + theme.px(18), y, scales),
            ]
            marks += own
            x = own[-1].x + self._texts.width(own[-1]) + theme.px(14)
        drawn = TextMark(scene.width - theme.px(8), scene.legend_y, words.drawn_text(scene), align="right")
        if self._texts.width(drawn) <= drawn.x - x:
            marks.append(drawn)
        self._texts.draw(painter, marks)


def activation_colours(a: Floats, theme: Theme) -> Floats:
    """(..., 3): from canvas to lit by a, by the largest of the map; negative a towards minus. No a is 11 % lit."""
    largest = float(np.max(np.abs(a), initial=0.0)) or 1.0
    canvas, lit = theme.rgb("canvas"), theme.rgb("lit")
    zero = canvas + 0.11 * (lit - canvas)
    full = np.where((a < 0)[..., None], theme.rgb("minus"), lit)
    colours: Floats = zero + np.nan_to_num(np.abs(a) / largest)[..., None] * (full - zero)
    return colours


def _fill(painter: QPainter, grid: Grid, colours: NDArray[Any]) -> None:
    draw_pixels(painter, to_rect(grid.rect), image_of(packed(np.rint(colours))))


def _outline(painter: QPainter, grid: Grid, colour: QColor, theme: Theme) -> None:
    painter.setPen(QPen(colour, theme.line_scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(to_rect(grid.rect).adjusted(-0.5, -0.5, 0.5, 0.5))


def _lattice(painter: QPainter, grid: Grid, theme: Theme) -> None:
    """Thin lines between cells that are large enough for them."""
    if grid.cell < 5:
        return
    painter.setPen(QPen(theme.blend("line", "canvas", 0.5), 0.6))
    for row in range(1, grid.rows):
        y = grid.y + row * grid.cell
        painter.drawLine(QPointF(grid.x, y), QPointF(grid.x + grid.width, y))
    for column in range(1, grid.columns):
        x = grid.x + column * grid.cell
        painter.drawLine(QPointF(x, grid.y), QPointF(x, grid.y + grid.height))


def _hollow(painter: QPainter, rect: Rect, colour: QColor, theme: Theme) -> None:
    side = HOLLOW_PART * min(rect.width, rect.height)
    painter.setPen(QPen(colour, 1.2 * theme.line_scale))
    painter.setBrush(QBrush(theme.colour("canvas")))
    x, y = rect.x + (rect.width - side) / 2, rect.y + (rect.height - side) / 2
    painter.drawRect(QRectF(x, y, side, side))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> QPainterPath:
    """From one point to another, level at both ends."""
    path = QPainterPath(QPointF(*start))
    middle = (start[0] + end[0]) / 2
    path.cubicTo(QPointF(middle, start[1]), QPointF(middle, end[1]), QPointF(*end))
    return path


def _beyond(frame: Rect, picture: Rect) -> list[Rect]:
    """What of a frame lies outside a picture: up to four strips."""
    left, top = max(frame.x, picture.x), max(frame.y, picture.y)
    right = min(frame.x + frame.width, picture.x + picture.width)
    bottom = min(frame.y + frame.height, picture.y + picture.height)
    end_x, end_y = frame.x + frame.width, frame.y + frame.height
    strips = (
        Rect(frame.x, frame.y, frame.width, top - frame.y),
        Rect(frame.x, bottom, frame.width, end_y - bottom),
        Rect(frame.x, top, left - frame.x, bottom - top),
        Rect(right, top, end_x - right, bottom - top),
    )
    return [strip for strip in strips if strip.width > 0 and strip.height > 0]
