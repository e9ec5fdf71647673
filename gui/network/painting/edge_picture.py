"""The edges as a picture that is renewed in portions, so that no frame waits for thousands of lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.arrays import Array
from core.engine.snapshot import Example, Snapshot
from gui.network.geometry.line_clipping import cut
from gui.network.geometry.shapes import Floats, Rect
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_marks import FADED, edge_palette
from gui.network.marks.edge_values import ConnectionValues
from gui.network.marks.mark_types import Colour, EdgeMarks
from gui.network.painting.primitives import draw_lines, new_image, painting
from gui.network.painting.render_context import RenderContext

# At most so many lines are drawn between two looks at the clock: some ms.
PORTION = 600
# A line wider than 1 px is drawn as lines of 1 px that are so far apart.
SPREAD = 0.5


@dataclass(frozen=True, eq=False)
class EdgeContent:
    """What a picture of edges is of.

    Attributes
    ----------
    kind : str
        Which numbers it shows, one of `edge_values.PICTURES`.
    values : ConnectionValues
    choice : EdgeChoice
        The edges that are drawn.
    update : int
        How many updates made the numbers.
    mean_db : tuple of arrays
        Of the batch's mean gradient each layer's part for b; () of all else.
    sample : Example or None
        The example that the numbers are of; None where they are of none.
    newest : Snapshot or None
        Whose weights are drawn at the same time, be they seen in the edges or in kernels alone.
    """

    kind: str
    values: ConnectionValues
    choice: EdgeChoice
    update: int
    mean_db: tuple[Array, ...] = ()
    sample: Example | None = None
    newest: Snapshot | None = None


@dataclass(frozen=True)
class Stroke:
    """Lines of one pen: rows `first` to `last` of the lines' array."""

    pen: QPen
    first: int
    last: int

    def paint(self, painter: QPainter, lines: Floats) -> None:
        """Draw its lines."""
        painter.setPen(self.pen)
        draw_lines(painter, lines[self.first : self.last])


class EdgePicture:
    """An opaque picture of one set of edges, and the next one, being drawn.

    Attributes
    ----------
    image : QImage or None
        The last complete picture; None before the first.
    version : int
        Counts complete pictures, so that others know when to look again.
    drawn_marks : tuple of EdgeMarks
        What `image` shows.
    content : EdgeContent or None
        What `image` is of, where that was given.
    is_held : bool
        Whether a picture that is complete waits for `show_complete`; the first one never does.

    Parameters
    ----------
    width, height : float
        The view's size in px.
    ratio : float
        The screen's device-pixel ratio.
    canvas : QColor
        The background.
    """

    def __init__(self, width: float, height: float, ratio: float, canvas: QColor) -> None:
        self.image: QImage | None = None
        self.version = 0
        self.drawn_marks: tuple[EdgeMarks, ...] = ()
        self.content: EdgeContent | None = None
        self.is_held = False
        # One that is complete and waits.
        self._complete: tuple[QImage, tuple[EdgeMarks, ...], EdgeContent | None] | None = None
        self._width, self._height, self._ratio, self._canvas = width, height, ratio, canvas
        self._seen: Rect | None = None
        self._drawing: Iterator[None] | None = None
        self._faded: QImage | None = None
        self._faded_version = -1

    def drawn_at(self, context: RenderContext) -> EdgePicture:
        """The same edges as the picture to come of another one, on ground of another ratio; `work` draws it.

        What is under way here is left out.
        """
        twin = EdgePicture(self._width, self._height, context.ratio, self._canvas)
        if self.image is not None:
            marks, twin.content = self.drawn_marks, self.content
            palette = edge_palette(context.theme, marks[0].kind if marks else "weight")
            twin.redraw(lambda: marks, palette, context.layout.picture, self._seen, self.content)
        return twin

    def redraw(
        self,
        make_marks: Callable[[], tuple[EdgeMarks, ...]],
        palette: Colour,
        picture: Rect | None = None,
        seen: Rect | None = None,
        content: EdgeContent | None = None,
    ) -> None:
        """Begin the next picture; `work` draws it.

        `make_marks` is called by the first portion, and is all of it. `palette` is marks.edge_palette's. `picture` is
        the input picture, which hides what is under it: lines begin at its border. A picture that was under way is
        dropped. Nothing is drawn outside of `seen`.
        """
        self._seen = seen
        self._drawing = self._draw(make_marks, palette, picture, content)

    @property
    def has_work(self) -> bool:
        """Whether a picture is under way."""
        return self._drawing is not None

    def work(self, budget_ms: float) -> bool:
        """Draw for about `budget_ms`; True while more is left. `image` changes when it is complete."""
        deadline = perf_counter() + budget_ms / 1000
        if self._drawing is None:
            return False
        for _ in self._drawing:
            if perf_counter() >= deadline:
                return True
        self._drawing = None
        return False

    def _draw(
        self,
        make_marks: Callable[[], tuple[EdgeMarks, ...]],
        palette: Colour,
        picture: Rect | None,
        content: EdgeContent | None,
    ) -> Iterator[None]:
        """Draw the next picture stroke by stroke, and then show it."""
        marks, ratio, seen = make_marks(), self._ratio, self._seen
        # With a hundred layers each of these takes some ms.
        yield
        lines, strokes = prepare_strokes(marks, palette, picture, ratio, seen)
        # Drawn in the screen's own pixels.
        image = new_image(self._width * ratio, self._height * ratio, 1.0)
        image.fill(self._canvas)
        clip = QRectF(image.rect())
        if seen is not None:
            clip = QRectF(seen.x * ratio, seen.y * ratio, seen.width * ratio, seen.height * ratio)
        # A picture that is dropped half-way ends its painter, as the block is left then too.
        with painting(image) as painter:
            painter.setClipRect(clip)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for stroke in strokes:
                yield
                stroke.paint(painter, lines)
        image.setDevicePixelRatio(ratio)
        self._complete = image, marks, content
        if not self.is_held or self.image is None:
            self.show_complete()

    @property
    def is_waiting(self) -> bool:
        """Whether a complete picture waits for `show_complete`."""
        return self._complete is not None

    @property
    def complete_marks(self) -> tuple[EdgeMarks, ...]:
        """What the newest complete picture shows, be it `image` or one that waits."""
        return self.drawn_marks if self._complete is None else self._complete[1]

    def show_complete(self) -> bool:
        """Let the picture that waits be `image`; False where none does."""
        if self._complete is None:
            return False
        (self.image, self.drawn_marks, self.content), self._complete = self._complete, None
        self.version += 1
        return True

    def faded(self) -> QImage | None:
        """The complete picture, faded to a tenth."""
        if self.image is None:
            return None
        if self._faded is None or self._faded_version != self.version:
            self._faded = self.image.copy()
            overlay = QColor(self._canvas)
            overlay.setAlphaF(1 - FADED)
            with painting(self._faded) as painter:
                painter.fillRect(QRectF(0, 0, self._width, self._height), overlay)
            self._faded_version = self.version
        return self._faded


@dataclass(frozen=True)
class EdgePart:
    """A picture of edges as it is seen from `left` to `right`, covering what is below by `opacity`."""

    picture: EdgePicture
    left: float
    right: float
    opacity: float = 1.0


def prepare_strokes(
    marks: Sequence[EdgeMarks],
    palette: Colour,
    picture: Rect | None = None,
    ratio: float = 1.0,
    seen: Rect | None = None,
    one_each: bool = False,
) -> tuple[Floats, list[Stroke]]:
    """All groups' lines in one array (n, 4), weakest first, and the strokes that draw them.

    Lines and widths are multiplied by `ratio`. Every pen is 1 px wide: a wider line is several of them side by
    side, which takes Qt a third of the time of a wide pen; unless there is to be `one_each`. A stroke has one colour
    and at most PORTION lines. Lines that are not finite are left out, and what lies outside of `seen`.
    """
    if not marks:
        return np.empty((0, 4)), []
    levels = len(palette) // 2
    lines = np.concatenate([np.stack([m.x1, m.y1, m.x2, m.y2], axis=1) for m in marks]) * ratio
    level = np.concatenate([m.level for m in marks])
    width = np.concatenate([m.width for m in marks]) * ratio
    value = np.concatenate([m.value for m in marks])
    opacity = np.repeat([m.opacity for m in marks], [len(m.x1) for m in marks])
    if picture is not None:
        of_input = np.repeat([m.source_layer == 0 for m in marks], [len(m.x1) for m in marks])
        lines[of_input] = _from_the_border(lines[of_input], picture, ratio)
    order = np.lexsort((opacity, level, np.abs(level)))
    order = order[np.isfinite(value[order]) & np.isfinite(lines[order]).all(axis=1)]
    lines, level, width, opacity = lines[order], level[order], width[order], opacity[order]
    if seen is not None:
        lines, inside = cut(lines, seen, ratio)
        lines, level, width, opacity = lines[inside], level[inside], width[inside], opacity[inside]
    if not one_each:
        lines, which = _side_by_side(lines, width)
        level, opacity, width = level[which], opacity[which], np.ones(len(which))
    if len(level) == 0:
        return lines, []
    is_new = (np.diff(level) != 0) | (np.diff(width) != 0) | (np.diff(opacity) != 0)
    starts = [0, *(np.flatnonzero(is_new) + 1).tolist()]
    strokes = []
    for start, end in zip(starts, [*starts[1:], len(level)], strict=True):
        colour = tuple(palette[int(level[start]) + levels].tolist())
        pen = _pen(colour, float(width[start]), float(opacity[start]))
        strokes += [Stroke(pen, i, min(i + PORTION, end)) for i in range(start, end, PORTION)]
    return lines, strokes


def _side_by_side(lines: Floats, width: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """Each line as many times as its width needs, at most SPREAD px apart; and which line each of these is."""
    times = 1 + np.ceil(np.maximum(width - 1, 0) / SPREAD - 1e-6).astype(np.intp)
    which = np.repeat(np.arange(len(lines)), times)
    if not len(lines) or times.max() == 1:
        return np.ascontiguousarray(lines), which
    place = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    apart = (width - 1) / np.maximum(times - 1, 1)
    shift = (place - (times[which] - 1) / 2) * apart[which]
    spread = lines[which]
    steep = np.abs(spread[:, 3] - spread[:, 1]) > np.abs(spread[:, 2] - spread[:, 0])
    across = np.where(steep, shift, 0.0)
    down = np.where(steep, 0.0, shift)
    spread += np.stack([across, down, across, down], axis=1)
    return spread, which


@lru_cache(maxsize=1024)
def _pen(colour: tuple[int, int, int], width: float, opacity: float) -> QPen:
    return QPen(QColor(*colour, round(255 * opacity)), width)


def _from_the_border(lines: Floats, picture: Rect, ratio: float) -> Floats:
    """The lines' parts from where they leave the input picture; what it hides is not worth drawing."""
    x1, y1, x2, y2 = lines.T
    dx, dy = x2 - x1, y2 - y1
    with np.errstate(divide="ignore", invalid="ignore"):
        through_side = ((picture.x + picture.width) * ratio - x1) / dx
        edge = np.where(dy > 0, picture.y + picture.height, picture.y) * ratio
        through_top = np.where(dy == 0, np.inf, (edge - y1) / dy)
    share = np.clip(np.fmin(through_side, through_top), 0, 1)
    return np.stack([x1 + share * dx, y1 + share * dy, x2, y2], axis=1)
