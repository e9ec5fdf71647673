"""The shapes that the plot of L paints, in px: each point is a number of the record, put where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF

from core.analysis.loss_columns import BatchColumns
from core.analysis.loss_history import LossHistory
from gui.loss.band_image import Bars
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.smoothing import TrailingMean, trailing_mean
from gui.loss.thinning import POINTS_A_PX, apart, extremes, in_picture

# A column is so many px wide, or up to twice as wide.
COLUMN_PX = 1.5
# Of fewer batches a tenth is less than one: there is no middle 80 % of them.
FEWEST_FOR_PERCENTILES = 16
# A column that is not whole yet would jump about; among so many it can be waited for.
PATIENT_FROM = 16
# Dots nearer than the first (at 100 %) are small; nearer than the second only one of them has a dot, the line passes
# all.
SMALL_DOTS_PX, DOT_APART_PX = 12.0, 5.0
# A straight line between dots says what L was there. Further apart than the first, they are joined only where the
# batches between agree: where their mean lies no further from the line than the second, on average; nor, in a low plot,
# than that share of its height.
NEAR_PX, AGREES_PX, AGREES_SHARE = 12.0, 10.0, 0.06
# Where L is small beside what else is in the plot, that many px are many times L: then only so much of it counts, and
# two standard errors of that mean, by how the batches scatter, unless that is less than this share of L.
SURELY, ERRORS, OF_L = 0.4, 2.0, 0.15
# So long are the parts of a line that agree each by itself, at least.
PART_PX = 24.0
# Where a line leads further than this without a dot, it says little by itself: the batches go on beside it, also where
# they step back otherwise.
LONG_PX = 120.0
# Half of what a single batch between gaps is wide.
DASH_PX = 1.5

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Series:
    """A line through exact numbers, and their dots.

    Attributes
    ----------
    lines : list of (n, 2) arrays
        In px; it is broken where L jumped, and where it would not follow what the batches say.
    dots : (n, 2) array
        In px.
    is_dense : bool
        Whether dots stand so near that they have to be small.
    above : (n,) array
        Where, across, a number is too high for the plot, or not finite.
    reach : float
        How far right, in px, the last number that this was made of stands; it may be the first one outside.
    """

    lines: list[Points] = field(default_factory=list)
    dots: Points = field(default_factory=lambda: np.empty((0, 2)))
    is_dense: bool = False
    above: Points = field(default_factory=lambda: np.empty(0))
    reach: float = np.inf


@dataclass(frozen=True)
class CurveShapes:
    """All that is painted of a run's losses.

    Attributes
    ----------
    columns : BatchColumns
        The batches, as drawn.
    all, most : (n, 4) arrays
        The band from least to largest and that of the middle 80 %: left, right, upper and lower edge in px.
    mean : list of (n, 2) arrays
        The lines of the columns' means; of the single losses where a column holds one.
    train, test, penalty : Series
    smooth : list of (n, 2) arrays
        The lines of the mean over the last batches, where that was asked for.
    trailing : TrailingMean or None
        Its numbers.
    """

    columns: BatchColumns
    all: Bars
    most: Bars
    mean: list[Points]
    train: Series
    test: Series
    penalty: Series
    smooth: list[Points] = field(default_factory=list)
    trailing: TrailingMean | None = None

    def without_bands(self) -> CurveShapes:
        """The exact numbers alone; the batches' mean only where no line leads through those, or a long one."""
        short = [part for line in self.train.lines for part in _without_long_parts(line)]
        means = _outside(self.mean, replace(self.train, lines=short))
        return replace(self, all=self.all[:0], most=self.most[:0], mean=means, smooth=[], trailing=None)


def height_of(total: NDArray[np.float64] | float, log: bool) -> NDArray[np.float64]:
    """Where a total loss stands on the vertical axis: itself, or its logarithm to base 10; NaN where it has none."""
    values = np.asarray(total, dtype=np.float64)
    if not log:
        return values
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(values > 0, np.log10(values), np.nan)


def columns_of(record: LossHistory, begin: float, end: float, width: float) -> BatchColumns:
    """The batches from update `begin` to `end`, as fine as `width` px can show."""
    most = max(8, int(width / COLUMN_PX))
    columns = record.columns(int(begin), int(np.ceil(end)) + 1, most)
    if len(columns.start) >= PATIENT_FROM and columns.stop[-1] - columns.start[-1] < columns.width:
        columns = columns.without_last()
    return columns


def shapes_of(
    record: LossHistory,
    columns: BatchColumns,
    geometry: PlotGeometry,
    log: bool,
    breaks: Sequence[int],
    window: int = 0,
) -> CurveShapes:
    """Everything in the places of `geometry`; lines are broken at the updates `breaks`.

    `window` is of how many of the last batches the mean is drawn, too; 0 for none.
    """
    n, exact = record.train_count, record.exact_losses
    updates = exact.updates
    seen = slice(
        max(0, int(np.searchsorted(updates, geometry.across[0])) - 1),
        int(np.searchsorted(updates, geometry.across[1], side="right")) + 1,
    )

    penalties = n * exact.penalties
    has_bands = columns.width > 1
    middles = geometry.x(columns.middle)
    points = np.stack([middles, geometry.y(height_of(n * columns.mean, log))], axis=1)
    unsure = _unsure(updates[seen], exact.totals[seen], points, geometry, log)
    trailing = trailing_mean(record, columns, window, breaks) if window else None

    def series(totals: NDArray[np.float64]) -> Series:
        return _series(updates[seen], totals[seen], geometry, log, [*breaks, *unsure])

    return CurveShapes(
        columns=columns,
        all=_band(columns, n * columns.low, n * columns.high, geometry, log)[slice(None if has_bands else 0)],
        most=_band(columns, n * columns.tenth, n * columns.ninetieth, geometry, log)[
            slice(None if columns.width >= FEWEST_FOR_PERCENTILES else 0)
        ],
        mean=list(pieces_of(points, columns.middle, breaks, dash=True)),
        train=series(exact.totals),
        test=series(n * exact.test_means),
        # A penalty of 0 is none.
        penalty=series(np.where(penalties > 0, penalties, np.nan)) if penalties.any() else Series(),
        smooth=_smooth(trailing, n, geometry, log),
        trailing=trailing,
    )


def _smooth(trailing: TrailingMean | None, n: int, geometry: PlotGeometry, log: bool) -> list[Points]:
    if trailing is None:
        return []
    points = np.stack([geometry.x(trailing.updates), geometry.y(height_of(n * trailing.means, log))], axis=1)
    return list(pieces_of(points, trailing.updates, ()))


def exact_series(
    updates: NDArray[np.float64],
    totals: NDArray[np.float64],
    columns: BatchColumns,
    train_count: int,
    geometry: PlotGeometry,
    log: bool,
    breaks: Sequence[float],
    first: float,
) -> Series:
    """The line through these exact L alone, (n,) updates and totals; broken where it is in `shapes_of`.

    Where it may not be drawn, that through the means of the batches takes its place, from update `first` on.
    """
    heights = geometry.y(height_of(train_count * columns.mean, log))
    points = np.stack([geometry.x(columns.middle), heights], axis=1)
    unsure = _unsure(updates, totals, points, geometry, log)
    series = _series(updates, totals, geometry, log, [*breaks, *unsure])
    # Where too little was measured for a line, the batches tell how it went.
    own = columns.start >= first
    batches = list(pieces_of(points[own], columns.middle[own], breaks))
    return replace(series, lines=[*series.lines, *_outside(batches, series)])


def _outside(pieces: Sequence[Points], series: Series) -> list[Points]:
    """The parts of these pieces where no line leads through the exact numbers, up to the last of these."""
    found = []
    for piece in pieces:
        xs = piece[:, 0]
        is_outside = xs <= series.reach
        for line in series.lines:
            is_outside &= (xs < line[0, 0]) | (xs > line[-1, 0])
        found += [piece[part] for part in _runs(is_outside) if part.stop - part.start > 1]
    return found


def _without_long_parts(line: Points) -> list[Points]:
    """The parts of a line whose dots stand nearer than `LONG_PX`."""
    parts = np.split(line, np.flatnonzero(np.diff(line[:, 0]) > LONG_PX) + 1)
    return [part for part in parts if len(part) > 1]


def _unsure(
    updates: NDArray[np.float64],
    totals: NDArray[np.float64],
    batches: Points,
    geometry: PlotGeometry,
    log: bool,
) -> NDArray[np.float64]:
    """The updates that no line leads to from the one before: the batches between say something else."""
    updates, totals = _in_picture(updates, totals, geometry)
    dots = np.stack([geometry.x(updates), geometry.y(height_of(totals, log))], axis=1)
    return updates[1:][~_agree(dots, batches, geometry, log)]


def _band(
    columns: BatchColumns,
    low: NDArray[np.float64],
    high: NDArray[np.float64],
    geometry: PlotGeometry,
    log: bool,
) -> Bars:
    """Bars: each column from its least to its largest, as wide as the updates that it holds."""
    known = np.isfinite(low) & np.isfinite(high)
    upper, lower = geometry.y(height_of(high, log)), geometry.y(height_of(low, log))
    # A loss of 0 has no logarithm: the band then goes down to the axis.
    lower, upper = (np.where(np.isnan(part), geometry.plot.bottom(), part) for part in (lower, upper))
    bars = np.stack([geometry.x(columns.start), geometry.x(columns.stop), upper, lower], axis=1)
    return bars[known]


def _in_picture(
    updates: NDArray[np.float64],
    totals: NDArray[np.float64],
    geometry: PlotGeometry,
    breaks: Sequence[float] = (),
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of many exact numbers those that make the picture: it takes no longer to draw, however long a run is."""
    begins = np.searchsorted(updates, np.asarray(breaks, np.float64)).tolist()
    dot_px = DOT_APART_PX * geometry.scale
    own = in_picture(geometry.x(updates), totals, geometry.plot.width(), dot_px, begins)
    return updates[own], totals[own]


def _series(
    updates: NDArray[np.float64],
    totals: NDArray[np.float64],
    geometry: PlotGeometry,
    log: bool,
    breaks: Sequence[float],
) -> Series:
    updates, totals = _in_picture(updates, totals, geometry, breaks)
    heights = height_of(totals, log)
    xs = geometry.x(updates)
    points = np.stack([xs, geometry.y(heights)], axis=1)
    # There is no test set where it is NaN all along; a number that overflowed is at the top.
    measured = ~np.isnan(totals) | np.isposinf(totals)
    with np.errstate(invalid="ignore"):
        above = (heights > geometry.up[1]) | np.isposinf(totals)
    lines = [thinned(piece, geometry) for piece in pieces_of(points, updates, breaks)]
    # The line leads on to what is outside; the dots do not.
    inside = (xs >= geometry.plot.left()) & (xs <= geometry.plot.right() + 1)
    placed = np.isfinite(heights) & ~above & inside
    # The first one, and one after an edit, are where L begins: they always have a dot.
    begins = np.isin(updates, breaks)[placed]
    begins[:1] = True
    inner = points[placed]
    dots = inner[apart(inner[:, 0], DOT_APART_PX * geometry.scale) | begins]
    gaps = np.diff(dots[:, 0])
    # One that is infinite ends above everything.
    last = points[measured & ~np.isnan(heights)]
    return Series(
        lines=lines,
        dots=dots,
        is_dense=bool(gaps.size) and float(np.median(gaps)) < SMALL_DOTS_PX * geometry.scale,
        above=xs[above],
        reach=float(last[-1, 0]) if len(last) else np.inf,
    )


def _agree(dots: Points, batches: Points, geometry: PlotGeometry, log: bool) -> NDArray[np.bool_]:
    """(n - 1,) for each two neighbours of n dots whether the line between them may be drawn.

    It may where in each part of it the batches' mean lies near to it, on average.
    """
    widths = np.diff(dots[:, 0])
    agree: NDArray[np.bool_] = np.ones(len(widths), np.bool_)
    known = batches[np.isfinite(batches[:, 1])]
    gaps = np.searchsorted(dots[:, 0], known[:, 0], side="right") - 1
    inside = (gaps >= 0) & (gaps < len(widths))
    known, gaps = known[inside], gaps[inside]
    if not len(known):
        return agree
    # The whole of a long line may agree on average where no part of it does.
    parts = np.maximum(widths // PART_PX, 1).astype(np.intp)
    first = np.cumsum(parts) - parts
    along = (known[:, 0] - dots[gaps, 0]) / widths[gaps]
    part = first[gaps] + np.minimum((along * parts[gaps]).astype(np.intp), parts[gaps] - 1)
    line = np.interp(known[:, 0], dots[:, 0], dots[:, 1])
    differences = known[:, 1] - line
    number = np.bincount(part, minlength=int(parts.sum()))
    # NaN, where a dot has no place, agrees with nothing, and there is no line there either.
    counted = np.maximum(number, 1)

    def means(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(part, values, minlength=len(number)) / counted

    plot, mean = geometry.plot, means(differences)
    near = min(AGREES_PX, AGREES_SHARE * plot.height())
    error = np.sqrt(np.maximum(means(differences**2) - mean**2, 0) / counted)
    if log:
        of_l = np.log10(1 + OF_L) / (geometry.up[1] - geometry.up[0]) * plot.height()
    else:
        of_l = OF_L * means(plot.bottom() - line)
    is_near = np.abs(mean) <= np.minimum(near, np.maximum(SURELY * near + ERRORS * error, of_l))
    agree = np.logical_and.reduceat((number == 0) | is_near, first)
    return agree | (widths <= NEAR_PX)


def pieces_of(
    points: Points,
    updates: NDArray[np.float64] | NDArray[np.int64],
    breaks: Sequence[float],
    dash: bool = False,
) -> Iterator[Points]:
    """Parts of a line without a gap or a break; of one point alone nothing, or a short dash where it has no dot."""
    joined = np.isfinite(points[:, 0]) & np.isfinite(points[:, 1])
    # A break at update u parts what was before it from what is of u or later.
    edges = np.searchsorted(updates, np.asarray(breaks, np.float64))
    bounds = np.unique(np.clip([0, *edges, len(points)], 0, len(points)))
    for begin, end in zip(bounds[:-1], bounds[1:], strict=True):
        for part in _runs(joined[begin:end]):
            if part.stop - part.start > 1:
                yield points[begin:end][part]
            elif dash:
                yield points[begin:end][part] + np.array([[-DASH_PX, 0], [DASH_PX, 0]])


def _runs(flags: NDArray[np.bool_]) -> Iterator[slice]:
    """Where neighbours are all true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]])))
    for begin, end in edges.reshape(-1, 2):
        yield slice(int(begin), int(end))


def thinned(points: Points, geometry: PlotGeometry) -> Points:
    """Where many points share a px: its first, least, largest and last ones; the line looks the same."""
    if len(points) <= POINTS_A_PX * geometry.plot.width():
        return points
    kept: Points = points[extremes(np.floor(points[:, 0]).astype(np.int64), points[:, 1])]
    return kept


def segments(points: Points) -> list[QLineF]:
    """The line through the points as Qt's pieces: as a whole line with wide joints it takes ten times as long."""
    ends = points.tolist()
    return [QLineF(*first, *second) for first, second in pairwise(ends)]
