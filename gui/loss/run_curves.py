"""The curves of other runs beside that of the run on screen: the same exact L, each with a dash of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLineF

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.curve_ends import Sight, end_at, end_of_lines, last_in_sight
from gui.loss.curve_signs import RUN_DASHES
from gui.loss.loss_curves import Points, columns_of, exact_series
from gui.loss.measured_moment import number_of_now
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.plot_range import Range, falls_far, heights
from gui.loss.thinning import apart
from gui.widgets.cut_apart import shared_start
from gui.widgets.number_text import total_text

# A dashed line is read only where it does not zigzag within a dash: it leads through one exact L in so many px.
APART_PX = 3.0

T = TypeVar("T")


@dataclass(frozen=True)
class RunCurve:
    """The curve of another run.

    Attributes
    ----------
    key : str
        One of `RUN_KEYS`: its dash.
    name : str
    record : LossHistory
        Of the same examples and the same loss as that of the run on screen.
    first : int
        What came before this update it has in common with a curve that is drawn already.
    breaks : tuple of int
        The updates where L jumped, because a parameter was set by hand.
    """

    key: str
    name: str
    record: LossHistory
    first: int = 0
    breaks: tuple[int, ...] = ()
    _known: dict[str, tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)

    def once(self, what: str, asked: object, compute: Callable[[], T]) -> T:
        """The answer of `compute`, or that of the last time where the same was `asked` of the same losses.

        Most of the runs in the plot rest while one is trained.
        """
        asked = asked, self.record.count, self.record.exact_losses.changes
        known = self._known.get(what)
        if known is None or known[0] != asked:
            known = self._known[what] = asked, compute()
        return cast(T, known[1])

    @property
    def has_points(self) -> bool:
        """Whether it has an exact L of its own: before that there is nothing to draw."""
        updates = self.record.exact_losses.updates
        return bool(len(updates)) and bool(updates[-1] > self.first)

    @property
    def falls_far(self) -> bool:
        """Whether its L falls by more than `FALLS_FAR` times, so that it is read by logarithms."""
        return self.once("falls", None, lambda: falls_far(self.record.exact_losses.totals))

    def is_in_sight(self, across: Range) -> bool:
        """Whether it has an exact L of its own between these updates, or on both sides of them."""
        updates = self.record.exact_losses.updates
        own = updates[int(np.searchsorted(updates, self.first, side="right")) :]
        return bool(len(own)) and own[-1] >= across[0] and max(self.first, 0) < across[1]


@dataclass(frozen=True)
class RunShape:
    """What is painted of such a curve.

    Attributes
    ----------
    key : str
    lines : list of (n, 2) arrays
        In px, through exact numbers.
    pieces : list of QLineF
        What a pen paints of them, dash by dash.
    end : (x, y)
        Its last exact number in sight, or without one where the line ends.
    """

    key: str
    lines: list[Points]
    pieces: list[QLineF]
    end: tuple[float, float]


def run_shapes(curves: Sequence[RunCurve], geometry: PlotGeometry, log: bool, width: float) -> list[RunShape]:
    """Those of the curves of which something is in sight; their batches are as fine as `width` px can show."""
    shapes = (
        curve.once("shape", (geometry, log, width), partial(_shape, curve, geometry, log, width))
        for curve in curves
        if curve.is_in_sight(geometry.across)
    )
    return [shape for shape in shapes if shape is not None]


def run_heights(
    curve: RunCurve, across: Range, zoomed: Range | None, baseline: float, log: bool, width: float
) -> Range:
    """The heights that show this curve; see `plot_range.heights`."""

    def computed() -> Range:
        return heights(curve.record, columns_of(curve.record, *across, width), zoomed, baseline, log)

    return curve.once("heights", (across, zoomed, baseline, log, width), computed)


def _shape(curve: RunCurve, geometry: PlotGeometry, log: bool, width: float) -> RunShape | None:
    exact = curve.record.exact_losses
    updates, totals = exact.updates, exact.totals
    # The line begins at the last number that both runs have.
    seen = slice(
        max(0, int(np.searchsorted(updates, max(curve.first, geometry.across[0]), side="right")) - 1),
        int(np.searchsorted(updates, geometry.across[1], side="right")) + 1,
    )
    updates, totals = updates[seen], totals[seen]
    kept = apart(geometry.x(updates), APART_PX * geometry.scale)
    kept[0] = True
    columns = columns_of(curve.record, *geometry.across, width)
    n, of_run = curve.record.train_count, (curve.breaks, curve.first)
    series = exact_series(updates[kept], totals[kept], columns, n, geometry, log, *of_run)
    dashes = [length * geometry.scale for length in RUN_DASHES[curve.key]]
    last, end = last_in_sight(curve.record, geometry.across), end_of_lines(series.lines, geometry)
    if last is not None:
        end = end_at(last.update, last.train_total, geometry, log)
    if end is None:
        return None
    pieces = [QLineF(*piece) for line in series.lines for piece in dash_pieces(line, dashes).tolist()]
    return RunShape(curve.key, series.lines, pieces, end)


class RunText(NamedTuple):
    """What a run is called in the plot: its name with its L, and what stays of both where that has no room.

    Attributes
    ----------
    whole : str
    brief : str
        Its L is kept, and of the name what tells it from the others; "" where all of it does.
    short : str
        What is written where `brief` has no room either.
    """

    whole: str
    brief: str
    short: str


def run_texts(
    curves: Sequence[RunCurve], record: LossHistory, sight: Sight, own_name: str
) -> dict[str, RunText]:
    """The name of each curve, and of that of the run on screen."""
    if not curves:
        return {}
    own = last_in_sight(record, sight.across)
    names = [curve.name for curve in curves]
    is_own_named = bool(own_name) and record.exact_losses.count > 0
    if is_own_named:
        names.append(own_name)
    # What all of them begin with tells none of them apart.
    start = shared_start(names) if len(names) > 1 else 0
    texts = {}
    for curve in curves:
        exact = last_in_sight(curve.record, sight.across)
        # A name that has lost its L shows that it goes on.
        short = curve.name if exact is None else f"{curve.name}…"
        texts[curve.key] = RunText(*_named(curve.name, start, curve.record, exact, sight), short)
    if is_own_named:
        # What is bright is the run on screen, whatever it is called: its number says more.
        short = own_name if own is None else f"L {_total_of(record, own, sight)}"
        texts["train"] = RunText(*_named(own_name, start, record, own, sight), short)
    return texts


def _named(
    name: str, start: int, record: LossHistory, exact: ExactLoss | None, sight: Sight
) -> tuple[str, str]:
    """The name with L, where one is in sight; and without the first `start` letters, "" where these are none."""
    if exact is None:
        return name, ""
    text = QCoreApplication.translate("LossPlot", "{run}: L {total}")
    total = _total_of(record, exact, sight)
    arrow = sight.arrow(exact.train_total)
    brief = text.format(run=f"…{name[start:]}", total=total) + arrow if start else ""
    return text.format(run=name, total=total) + arrow, brief


def _total_of(record: LossHistory, exact: ExactLoss, sight: Sight) -> str:
    """L as far as it is known, with its update where that has to be said."""
    total = number_of_now(total_text(exact.train_total), record.exact_losses.is_before_edit(exact.update))
    return sight.with_moment(total, exact, record)


def common_range(ranges: Sequence[Range], log: bool) -> Range:
    """The heights that show all of these; a curve of another run never presses the others flat."""
    lows, highs = zip(*ranges, strict=True)
    return (min(lows) if log else 0.0), max(highs)


def dash_pieces(points: Points, dashes: Sequence[float]) -> NDArray[np.float64]:
    """(m, 4): the parts of a line that a pen with these dashes paints, each from x, y to x, y.

    Qt would begin the dashes anew at each of the line's points, or take ten times as long for the line as a whole.
    """
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    ends = np.cumsum(dashes)
    edges = (np.arange(int(along[-1] // ends[-1]) + 1)[:, None] * ends[-1] + ends).ravel()
    places = np.sort(np.concatenate([along, edges[edges < along[-1]]]))
    xs, ys = (np.interp(places, along, values) for values in points.T)
    middles = (places[:-1] + places[1:]) / 2 % ends[-1]
    is_line = (np.searchsorted(ends, middles, side="right") % 2 == 0) & (np.diff(places) > 0)
    pieces: NDArray[np.float64] = np.stack([xs[:-1], ys[:-1], xs[1:], ys[1:]], axis=1)[is_line]
    return pieces
