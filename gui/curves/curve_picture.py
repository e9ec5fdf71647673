"""One picture of a plot's lines, put together: range, ticks, places, shapes and names."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QFontMetricsF

from gui.curves.curve_set import CurveSet
from gui.curves.curve_shapes import CurveShape, curve_heights, line_ends, shape_of
from gui.curves.curve_styles import CurveStyle, styles_of
from gui.curves.curve_words import axis_title, empty_words, height_ticks, line_name, line_words, value_words
from gui.loss.curve_marks import Mark, breaks
from gui.loss.curve_signs import DASH_SIGN_PX
from gui.loss.plot_axes import Tick, epoch_ends, update_ticks
from gui.loss.plot_geometry import AXIS_PX, BARE_TOP_PX, STRIP_PX, PlotGeometry, geometry_of, is_low
from gui.loss.plot_names import CurveName, spread
from gui.loss.plot_picture import EPOCHS_APART_PX, GUTTER_STEP_PX, TICK_APART_PX, UPDATES_APART_PX
from gui.loss.plot_range import Range
from gui.theme.tokens import Theme

# "layer 1" instead of "1", where the names take no more of the width than this.
LONG_NAMES = 0.25


@dataclass(frozen=True)
class CurvePicture:
    """What is painted, and where.

    Attributes
    ----------
    curves : CurveSet
    geometry : PlotGeometry
    styles : list of CurveStyle
        One a line.
    names : list of CurveName
        Of the lines that are named, from top to bottom; the key is the line's.
    left, update_ticks : list of Tick
    epochs : list of int
    marks : tuple of Mark
    title, hint : str
        What the heights are; why nothing is to be seen, or "".
    gutter : float
        The room for the widest name, in px.
    is_log : bool
    """

    curves: CurveSet
    geometry: PlotGeometry
    styles: list[CurveStyle]
    names: list[CurveName]
    left: list[Tick]
    update_ticks: list[Tick]
    epochs: list[int]
    marks: tuple[Mark, ...]
    title: str
    hint: str
    gutter: float
    is_log: bool

    def shape(self, line: int) -> CurveShape:
        """What is painted of a line."""
        return shape_of(self.curves, line, self.geometry, self.is_log, breaks(self.marks))

    def ring(self, update: int, line: int | None) -> tuple[float, float] | None:
        """Where this line's number next to an update stands, in px; None where it has no place in the plot."""
        row = self.curves.nearest(update)
        if row is None or line is None or line >= len(self.curves.keys):
            return None
        value = float(self.curves.values[row, line])
        if not math.isfinite(value) or (self.is_log and value <= 0):
            return None
        at = self.geometry
        x = float(at.x(float(self.curves.updates[row])))
        y = float(at.y(math.log10(value) if self.is_log else value))
        inside = at.plot.left() <= x <= at.plot.right() and at.plot.top() - 1 <= y <= at.plot.bottom() + 1
        return (x, y) if inside else None

    def line_at(self, update: int, y: float, near: float) -> int | None:
        """The line whose number next to an update is nearest to this height; None where none is as near as `near`."""
        rings = enumerate(self.ring(update, line) for line in range(len(self.curves.keys)))
        ways = [(abs(ring[1] - y), line) for line, ring in rings if ring is not None]
        way, line = min(ways, default=(math.inf, 0))
        return line if way <= near else None


def picture_of(
    curves: CurveSet,
    size: tuple[int, int],
    theme: Theme,
    across: Range,
    log: bool,
    marks: Sequence[Mark],
    epoch_updates: int,
    before: CurvePicture | None = None,
) -> CurvePicture:
    """The picture at this size in px; names keep the room that they have in the picture `before`."""
    width, height = size
    px, metrics = theme.px, QFontMetricsF(theme.font("tick"))
    up = curve_heights(curves, across, log)
    room = height - px(AXIS_PX) - px(BARE_TOP_PX if is_low(height, theme) else STRIP_PX)
    left = height_ticks(curves.kind, up, int(room / px(TICK_APART_PX)), log)
    styles = styles_of(curves)
    for name_of in (line_words, line_name):
        texts = _texts(curves, styles, across, name_of)
        widest = max(map(metrics.horizontalAdvance, texts.values()), default=0.0)
        if widest <= LONG_NAMES * width:
            break
    gutter = before.gutter if before is not None else 0.0
    if not widest <= gutter <= widest + px(GUTTER_STEP_PX):
        gutter = widest + px(4)
    widths = max((metrics.horizontalAdvance(tick.text) for tick in left), default=0.0), gutter, 0.0
    geometry = geometry_of(width, height, theme, widths, across, up, DASH_SIGN_PX)
    line_places = line_ends(curves, geometry, log)
    plot = geometry.plot
    ends = sorted(
        (CurveName(key, text, *end) for key, text, end in _ended(curves, line_places, texts)),
        key=lambda n: n.end,
    )
    top, bottom = plot.top() - px(4), plot.bottom() + px(2)
    line = min(geometry.line, (bottom - top) / max(1, len(ends)))
    ys = spread([name.end for name in ends], line, top + line / 2, bottom - line / 2)
    names = [replace(name, y=y) for name, y in zip(ends, ys, strict=True)]
    return CurvePicture(
        curves=curves,
        geometry=geometry,
        styles=styles,
        names=names,
        left=left,
        update_ticks=update_ticks(*across, int(plot.width() / px(UPDATES_APART_PX))),
        epochs=epoch_ends(*across, epoch_updates, int(plot.width() / px(EPOCHS_APART_PX))),
        marks=tuple(marks),
        title=axis_title(curves.kind, log, _last_sample(curves, across)),
        hint=empty_words(curves, curves.kind) if np.isnan(curves.values).all() else "",
        gutter=gutter,
        is_log=log,
    )


def _last_sample(curves: CurveSet, across: Range) -> tuple[int, int] | None:
    """Of how many examples of how many the last number in sight is; None where it is of all."""
    rows = np.flatnonzero(curves.updates <= across[1])
    return curves.sample_at(int(rows[-1])) if len(rows) else None


def _texts(
    curves: CurveSet, styles: Sequence[CurveStyle], across: Range, name_of: Callable[[str], str]
) -> dict[str, str]:
    """The name of each line that has one, with its last number in sight."""
    texts = {}
    for place, (key, style) in enumerate(zip(curves.keys, styles, strict=True)):
        values = curves.values[curves.updates <= across[1], place]
        known = values[~np.isnan(values)]
        if style.is_named and len(known):
            texts[key] = f"{name_of(key)}  {value_words(curves.kind, float(known[-1]))}"
    return texts


def _ended(
    curves: CurveSet, ends: Sequence[tuple[float, float] | None], texts: dict[str, str]
) -> list[tuple[str, str, tuple[float, float]]]:
    return [
        (key, texts[key], end)
        for key, end in zip(curves.keys, ends, strict=True)
        if key in texts and end is not None
    ]
