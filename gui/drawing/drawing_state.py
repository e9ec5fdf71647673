"""A drawing under the pen: its strokes, and the stroke or erasure that is under way."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.drawing.strokes import Stroke, erase

PEN_SHARE = 2.4 / 28
"""Width of the pen, as a share of the canvas: MNIST's pen, in MNIST's image."""

ERASER_RADIUS = 0.06
"""As a share of the canvas."""

NEAREST_POINTS = 0.004
"""A stroke's next point is at least this far from its last, as a share of the canvas."""

Point = NDArray[np.float64]
"""(2,): x and y as shares of the canvas' side, y downwards."""


@dataclass(frozen=True)
class ShowStrokes:
    """The drawing becomes these strokes, in shares of the canvas' side; or this ink, of an image that was pasted."""

    strokes: tuple[Stroke, ...]
    ink: NDArray[np.uint8] | None = None


class Drawing:
    """What is drawn, in shares of the canvas' side, so that it keeps its shape at any size.

    Attributes
    ----------
    strokes : tuple of (n, 2) arrays
        The finished strokes; while the eraser is down, what it has left of them.
    live : list of (x, y)
        The stroke under way; empty when the pen is up.
    eraser : (2,) array or None
        Where the eraser is; None when it is up.
    """

    def __init__(self) -> None:
        self.strokes: tuple[Stroke, ...] = ()
        self.live: list[tuple[float, float]] = []
        self.eraser: Point | None = None
        self._before: tuple[Stroke, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn."""
        return not self.strokes and not self.live

    @property
    def is_under_way(self) -> bool:
        """Whether the pen or the eraser is down."""
        return bool(self.live) or self.eraser is not None

    def all_strokes(self) -> tuple[Stroke, ...]:
        """The finished strokes, and the one under way."""
        return (*self.strokes, np.array(self.live)) if self.live else self.strokes

    def press(self, at: Point, erasing: bool) -> bool:
        """Put the pen or the eraser down; whether that changed the drawing."""
        if not erasing:
            self.live = [(float(at[0]), float(at[1]))]
            return True
        self._before = self.strokes
        self.eraser = at
        return self.move(at)

    def move(self, at: Point) -> bool:
        """Move what is down; whether that changed the drawing."""
        if self.eraser is not None:
            left = erase(self.strokes, self.eraser, at, ERASER_RADIUS)
            self.eraser = at
            if len(left) == len(self.strokes) and all(
                a is b for a, b in zip(left, self.strokes, strict=True)
            ):
                return False
            self.strokes = left
            return True
        if not self.live or math.dist(self.live[-1], at) < NEAREST_POINTS:
            return False
        self.live.append((float(at[0]), float(at[1])))
        return True

    def lift(self) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]] | None:
        """Lift what is down: the finished strokes before and after it; None when it changed nothing."""
        if self.live:
            before, after = self.strokes, self.all_strokes()
            self.live = []
        elif self.eraser is not None:
            before, after = self._before, self.strokes
            self.eraser = None
        else:
            return None
        self.strokes = after
        return None if after is before else (before, after)
