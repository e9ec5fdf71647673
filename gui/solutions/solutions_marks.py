"""Where everything in the picture of two compared runs stands: curves over t, and the answers below them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from core.analysis.evaluation import NO_ANSWER
from core.analysis.solutions import SHARES, LossPath
from core.engine.solutions_messages import SolutionsCompared
from gui.loss.plot_axes import Tick, loss_ticks
from gui.theme.tokens import Theme
from gui.widgets.number_text import thousands

KEYS = ("straight", "matched")
# Heights and distances in px at 100 %.
LEFT_PX, RIGHT_PX = 58.0, 24.0
TITLE_PX, AXIS_PX, BOTTOM_PX = 22.0, 20.0, 6.0
ROW_PX, ROW_GAP_PX = 20.0, 4.0
# What the upper picture has of the room for both.
UPPER_SHARE = 0.6
# Numbers whose half is read as easily, as parts of a power of ten.
ROUND = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
# Numbers of an axis stand so far apart, and this much is left free above the highest point.
TICK_PX, HEADROOM = 30.0, 1.06


@dataclass(frozen=True)
class Panel:
    """One picture: numbers from 0 up, over t.

    Attributes
    ----------
    plot : QRectF
    top : float
        The number at its upper edge; at the lower one is 0.
    ticks : tuple of Tick
    points : mapping of str to (21, 2) array
        For each of `KEYS` x and y in px; NaN where nothing is measured, or no finite number.
    is_share : bool
        Whether the numbers are shares in percent.
    """

    plot: QRectF
    top: float
    ticks: tuple[Tick, ...]
    points: Mapping[str, NDArray[np.float64]]
    is_share: bool

    def y(self, number: float) -> float:
        """Where a number stands."""
        return self.plot.bottom() - number / self.top * self.plot.height()


@dataclass(frozen=True)
class AnswerCell:
    """What the network at one place of a line answers to the one example.

    Attributes
    ----------
    key : str
        Of `KEYS`.
    place : int
        Of `SHARES`.
    box : QRectF
    text : str
        The class; "–" where several are largest.
    confidence : float
        The largest output, cut off at 0 and 1.
    is_right : bool
        Whether that is the example's class; False where none is known.
    """

    key: str
    place: int
    box: QRectF
    text: str
    confidence: float
    is_right: bool


@dataclass(frozen=True)
class SolutionsMarks:
    """Everything that is drawn.

    Attributes
    ----------
    x : (21,) array
        Where each of `SHARES` stands, in px.
    loss, test : Panel, Panel or None
        The training set's mean Cⁿ; the test set's errors, its mean Cⁿ without classes, None without a test set.
    axis_y : float
        Where the axis of t stands.
    rows : mapping of str to float
        The middle of each row of answers; empty for regression.
    answers : tuple of AnswerCell
    """

    x: NDArray[np.float64]
    loss: Panel
    test: Panel | None
    axis_y: float
    rows: Mapping[str, float]
    answers: tuple[AnswerCell, ...]

    def place_at(self, x: float) -> int:
        """The place of `SHARES` that stands nearest."""
        return int(np.argmin(np.abs(self.x - x)))


def paths_of(compared: SolutionsCompared) -> dict[str, LossPath]:
    """Both lines by their keys."""
    return {"straight": compared.straight, "matched": compared.matched}


def marks_of(compared: SolutionsCompared, width: float, height: float, theme: Theme) -> SolutionsMarks:
    """The places in a picture of this size, in px."""
    px, paths = theme.px, paths_of(compared)
    left, right = px(LEFT_PX), max(px(LEFT_PX) + 20, width - px(RIGHT_PX))
    x = left + SHARES * (right - left)
    has_classes, has_test = bool(compared.class_names), compared.test_count > 0
    below = px(AXIS_PX + BOTTOM_PX)
    if has_classes:
        below += px(TITLE_PX) + 2 * px(ROW_PX) + px(ROW_GAP_PX)
    room = max(20.0, height - below - px(TITLE_PX) * (2 if has_test else 1))
    first = QRectF(left, px(TITLE_PX), right - left, room * (UPPER_SHARE if has_test else 1.0))
    losses = {key: path.train_means for key, path in paths.items()}
    loss = _panel(losses, first, x, theme, is_share=False)
    test, axis_y = None, first.bottom()
    if has_test:
        second = QRectF(left, first.bottom() + px(TITLE_PX), right - left, room * (1 - UPPER_SHARE))
        numbers = {
            key: 100 * path.test_errors if has_classes else path.test_means for key, path in paths.items()
        }
        test, axis_y = _panel(numbers, second, x, theme, is_share=has_classes), second.bottom()
    rows = {}
    if has_classes:
        top = axis_y + px(AXIS_PX + TITLE_PX)
        rows = {
            key: top + (number + 0.5) * px(ROW_PX) + number * px(ROW_GAP_PX)
            for number, key in enumerate(KEYS)
        }
    return SolutionsMarks(x, loss, test, axis_y, rows, tuple(_answers(compared, x, rows, theme)))


def _scale(top: float, most: int) -> tuple[float, tuple[Tick, ...]]:
    """The number at the upper edge, `top` or a round one above it, and about `most` numbers from 0 up to it.

    Low pictures have room for few, and round numbers may all be larger: then 0, the upper edge and its half are named.
    """
    ticks = tuple(loss_ticks(0.0, top, most, log=False))
    if len(ticks) > 2:
        return top, ticks
    power = 10.0 ** math.floor(math.log10(top))
    top = next(part * power for part in ROUND if part * power >= top * (1 - 1e-9))
    return top, tuple(Tick(number, thousands(number)) for number in (0.0, top / 2, top))


def _panel(
    numbers: Mapping[str, NDArray[np.float64]],
    plot: QRectF,
    x: NDArray[np.float64],
    theme: Theme,
    is_share: bool,
) -> Panel:
    finite = np.concatenate([each[np.isfinite(each)] for each in numbers.values()])
    highest = float(finite.max(initial=0.0)) * HEADROOM
    top = highest or 1.0
    if is_share:
        top = min(100.0, max(1.0, top))
    top, ticks = _scale(top, int(plot.height() / theme.px(TICK_PX)))
    points = {}
    for key, each in numbers.items():
        known = np.where(np.isfinite(each), each, np.nan)
        points[key] = np.column_stack([x, plot.bottom() - known / top * plot.height()])
    return Panel(plot, top, ticks, points, is_share)


def _answers(
    compared: SolutionsCompared, x: NDArray[np.float64], rows: Mapping[str, float], theme: Theme
) -> list[AnswerCell]:
    cells = []
    width, height = 0.9 * float(x[1] - x[0]), theme.px(ROW_PX)
    paths = paths_of(compared)
    for key, middle in rows.items():
        for place, y in enumerate(paths[key].answers):
            if np.isnan(y).any():
                continue
            said = said_class(paths[key], place)
            text = "–" if said is None else compared.class_names[said]
            box = QRectF(float(x[place]) - width / 2, middle - height / 2, width, height)
            confidence = float(np.clip(y.max(), 0.0, 1.0))
            cells.append(
                AnswerCell(key, place, box, text, confidence, said == compared.example.label is not None)
            )
    return cells


def said_class(path: LossPath, place: int) -> int | None:
    """The class that is said at one of the t; None where several are largest."""
    said = int(path.said[place])
    return None if said == NO_ANSWER else said
