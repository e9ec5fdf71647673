"""The whole picture of the plot of L, put together: range, ticks, places, shapes and names."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_columns import BatchColumns
from core.analysis.loss_history import LossHistory
from gui.loss.batch_kinds import BatchKind, KindChange, common_unit, dropout_share, kinds_between
from gui.loss.curve_ends import Sight, end_at, end_of_lines, last_in_sight
from gui.loss.curve_marks import Mark, breaks
from gui.loss.curve_signs import DASH_SIGN_PX
from gui.loss.loss_curves import FEWEST_FOR_PERCENTILES, CurveShapes, columns_of, height_of, shapes_of
from gui.loss.measured_moment import number_of_now
from gui.loss.plot_axes import Tick, epoch_ends, loss_ticks, update_ticks
from gui.loss.plot_geometry import AXIS_PX, BARE_TOP_PX, SIGN_PX, STRIP_PX, PlotGeometry, geometry_of, is_low
from gui.loss.plot_names import LEAST_LINE_PX, CurveName, line_for_runs, placed_names, with_one_for_batches
from gui.loss.plot_painter import PlotPainter
from gui.loss.plot_range import UpdateRange, heights
from gui.loss.run_curves import RunCurve, RunShape, common_range, run_heights, run_shapes, run_texts
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, mean_text, total_text
from gui.widgets.penalty_text import penalties

TICK_APART_PX, UPDATES_APART_PX, EPOCHS_APART_PX = 24.0, 100.0, 6.0
# The gutter grows at once for a longer name, and narrows only by so much: it must not breathe with the digits.
GUTTER_STEP_PX = 24.0
# A run's name may be long, and the curves need the room: it is cut, and whole where one points at it.
WIDEST_RUN_NAME_PX = 150.0
# Beside more curves of other runs the batches of that on screen would only be in their way.
MOST_BESIDE_BATCHES = 1


@dataclass
class PlotWords:
    """What the plot's names have to know of the run.

    Attributes
    ----------
    baseline_loss : float
        As a mean C, in nats; of so many `classes`, 0 for regression.
    changes : tuple of KindChange
        What the losses of the updates are the means of.
    space_starts : bool
        Whether Space would start the training: not while it runs, or while one update is told.
    run_name : str
        What the run on screen is called, where there are others beside it.
    """

    baseline_loss: float = math.log(10)
    classes: int = 10
    changes: tuple[KindChange, ...] = ()
    space_starts: bool = True
    run_name: str = ""

    def kinds(self, columns: BatchColumns) -> frozenset[BatchKind]:
        """The kinds of the batches that are in these columns."""
        if not len(columns.start):
            return kinds_between((), 0, 1)
        return kinds_between(self.changes, int(columns.start[0]), int(columns.stop[-1]))

    def baseline(self, is_short: bool = False) -> str:
        """The name of the baseline, with what it costs unless it is to be short."""
        if is_short and self.classes:
            return QCoreApplication.translate("LossPlot", "guessing")
        if is_short:
            return QCoreApplication.translate("LossPlot", "the mean")
        if not self.classes:
            text = QCoreApplication.translate("LossPlot", "always the mean: {mean}")
        elif self.baseline_loss == math.log(self.classes):
            text = QCoreApplication.translate("LossPlot", "guessing: ln {classes}")
        else:
            text = QCoreApplication.translate("LossPlot", "guessing: {mean}")
        return text.format(mean=compact(self.baseline_loss, 3), classes=self.classes)

    def batches(self, key: str, kinds: Collection[BatchKind], is_short: bool = False) -> str:
        """The name of a band, "all" or "most", of their "mean", of these three, "batches", or of each loss, "each"."""
        texts = {
            "batch": {
                "all": QCoreApplication.translate("LossPlot", "all batches"),
                "most": QCoreApplication.translate("LossPlot", "80 % of batches"),
                "mean": QCoreApplication.translate("LossPlot", "batches, mean"),
                "each": QCoreApplication.translate("LossPlot", "batches"),
                "batches": QCoreApplication.translate("LossPlot", "batches: mean, bands"),
            },
            "digit": {
                "all": QCoreApplication.translate("LossPlot", "all digits"),
                "most": QCoreApplication.translate("LossPlot", "80 % of digits"),
                "mean": QCoreApplication.translate("LossPlot", "digits, mean"),
                "each": QCoreApplication.translate("LossPlot", "single digits"),
                "batches": QCoreApplication.translate("LossPlot", "digits: mean, bands"),
            },
            "example": {
                "all": QCoreApplication.translate("LossPlot", "all examples"),
                "most": QCoreApplication.translate("LossPlot", "80 % of examples"),
                "mean": QCoreApplication.translate("LossPlot", "examples, mean"),
                "each": QCoreApplication.translate("LossPlot", "single examples"),
                "batches": QCoreApplication.translate("LossPlot", "examples: mean, bands"),
            },
        }
        text = texts[common_unit(kinds)][key]
        share = dropout_share(kinds) if key in ("mean", "each", "batches") and not is_short else "none"
        if share == "all":
            text += QCoreApplication.translate("LossPlot", " (dropout)")
        elif share == "some":
            text += QCoreApplication.translate("LossPlot", " (partly dropout)")
        return text


@dataclass(frozen=True)
class PlotPicture:
    """One picture of the plot: what is painted, and where.

    Attributes
    ----------
    geometry : PlotGeometry
    shapes : CurveShapes
    names : list of CurveName
        From top to bottom.
    left, right, update_ticks : list of Tick
    epochs : list of int
    marks : tuple of Mark
    baseline : float
        Its height in px.
    gutter : float
        The room for the widest name, in px.
    width : float
        Of the whole picture, in px.
    is_empty : bool
        Whether no update has been made.
    runs : list of RunShape
        The curves of other runs.
    is_log : bool
        Whether heights are logarithms.
    """

    geometry: PlotGeometry
    shapes: CurveShapes
    names: list[CurveName]
    left: list[Tick]
    right: list[Tick]
    update_ticks: list[Tick]
    epochs: list[int]
    marks: tuple[Mark, ...]
    baseline: float
    gutter: float
    width: float
    is_empty: bool
    runs: list[RunShape]
    is_log: bool = False

    def place_of(self, exact: ExactLoss, log: bool) -> tuple[float, float] | None:
        """Where the dot of this exact loss is, in px; None outside of the plot."""
        x = float(self.geometry.x(exact.update))
        y = float(self.geometry.y(height_of(exact.train_total, log)))
        plot = self.geometry.plot
        inside = plot.left() <= x <= plot.right() and plot.top() - 1 <= y <= plot.bottom() + 1
        return (x, y) if inside else None

    def paint(self, painter: PlotPainter, words: PlotWords) -> Iterator[None]:
        """Paint it all, but the cursor; in steps of some ms."""
        painter.paint_grid(self.left)
        painter.paint_runs(self.runs)
        yield
        yield from painter.paint_curves(self.shapes, self.baseline)
        yield
        painter.paint_marks(self.marks)
        painter.paint_names(self.names)
        painter.paint_axes(self.left, self.right, self.update_ticks, self.epochs)
        updates, mean = (
            QCoreApplication.translate("LossPlot", "updates"),
            QCoreApplication.translate("LossPlot", "mean Cⁿ"),
        )
        title = QCoreApplication.translate("LossPlot", "L (log)") if self.is_log else "L"
        painter.paint_titles(title, mean, updates, self.width, self.names, "L")
        if self.is_empty and words.space_starts:
            painter.paint_hint(QCoreApplication.translate("LossPlot", "Space starts the training."))


def picture_of(
    record: LossHistory,
    size: tuple[int, int],
    theme: Theme,
    updates: UpdateRange,
    log: bool,
    marks: Sequence[Mark],
    epoch_updates: int,
    words: PlotWords,
    before: PlotPicture | None,
    others: Sequence[RunCurve] = (),
    window: int = 0,
) -> PlotPicture:
    """The picture of a run at this size in px; names keep their room of the picture `before`.

    `others` are the runs whose curves stand beside its own; `window` is of how many of the last batches the mean is
    drawn over them, 0 for none.
    """
    width, height = size
    n, px, metrics = record.train_count, theme.px, QFontMetricsF(theme.font("tick"))
    across = updates.left, updates.right
    guess = before.geometry.plot.width() if before is not None and before.width == width else 0.75 * width
    columns = columns_of(record, *across, guess)
    zoomed = None if updates.is_following else across
    ranges = [heights(record, columns, zoomed, words.baseline_loss, log)]
    others = [curve for curve in others if curve.is_in_sight(across)]
    ranges += [run_heights(curve, across, zoomed, words.baseline_loss, log, guess) for curve in others]
    up = common_range(ranges, log)
    sign = DASH_SIGN_PX if others else SIGN_PX
    room = height - px(AXIS_PX) - px(BARE_TOP_PX if is_low(height, theme) else STRIP_PX)
    most = int(room / px(TICK_APART_PX))
    left, right = loss_ticks(*up, most, log), loss_ticks(*up, most, log, n)
    sight = Sight(across, up, log, is_zoomed=zoomed is not None)
    texts = _texts(record, columns, sight, words)
    if window and len(others) <= MOST_BESIDE_BATCHES:
        texts |= smooth_text(window, columns.width, words.kinds(columns))
    runs = run_texts(others, record, sight, words.run_name)
    texts |= {key: run.whole for key, run in runs.items()}

    def width_of(key: str) -> float:
        wide = metrics.horizontalAdvance(texts[key])
        return min(wide, px(WIDEST_RUN_NAME_PX)) if key in runs else wide

    widest = max(map(width_of, texts), default=0.0)
    gutter = before.gutter if before is not None else 0.0
    if not widest <= gutter <= widest + px(GUTTER_STEP_PX):
        gutter = widest + px(4)
    widths = _widest(left, metrics), gutter, _widest(right, metrics)
    geometry = geometry_of(width, height, theme, widths, across, up, sign)
    if geometry.names.width() - px(sign) < gutter:
        # Short names that are whole say more than long ones that are cut.
        smooth = {key: text for key, text in texts.items() if key == "smooth"}
        texts = _texts(record, columns, sight, words, is_short=True) | smooth
        texts |= {key: run.brief or run.short for key, run in runs.items()}
        widths = widths[0], max(map(width_of, texts), default=0.0) + px(4), widths[2]
        geometry = geometry_of(width, height, theme, widths, across, up, sign)
        # Where one of them has room all the same, it keeps its L.
        texts |= {key: run.whole for key, run in runs.items()}
    shapes = shapes_of(record, columns, geometry, log, breaks(marks), window)
    if len(others) > MOST_BESIDE_BATCHES:
        shapes = shapes.without_bands()
    theirs = run_shapes(others, geometry, log, guess)
    baseline = float(geometry.y(height_of(n * words.baseline_loss, log)))
    ends = _ends(record, shapes, geometry, baseline, log, bool(runs)) | {
        shape.key: shape.end for shape in theirs
    }
    names = [
        CurveName(key, text, *ends[key], *(runs[key][1:] if key in runs else ()))
        for key, text in texts.items()
        if key in ends
    ]
    plot = geometry.plot
    top, bottom = plot.top() - px(4), plot.bottom() + px(2)
    if geometry.is_low and len(others) >= (bottom - top) / geometry.line:
        bottom = height - px(1)
    line = line_for_runs(names, bottom - top, geometry.line, px(LEAST_LINE_PX))
    kinds = words.kinds(columns)
    of_all = words.batches("batches", kinds), words.batches("each", kinds, is_short=True)
    names = with_one_for_batches(names, bottom - top, line, *of_all)
    return PlotPicture(
        geometry=geometry,
        shapes=shapes,
        names=placed_names(names, top, bottom, line),
        left=left,
        right=right,
        update_ticks=update_ticks(*across, int(plot.width() / px(UPDATES_APART_PX))),
        epochs=epoch_ends(*across, epoch_updates, int(plot.width() / px(EPOCHS_APART_PX))),
        marks=tuple(marks),
        baseline=baseline,
        gutter=gutter,
        width=width,
        is_empty=record.count == 0 and not theirs,
        runs=theirs,
        is_log=log,
    )


def smooth_text(window: int, width: int, kinds: Collection[BatchKind]) -> dict[str, str]:
    """The name of the mean of the last `window` batches, or of the last examples one by one.

    It is of whole columns, each of `width` batches: where one holds more than were chosen, both numbers are said.
    """
    if width > window:
        text = QCoreApplication.translate("LossPlot", "mean of last {width}, {window} chosen")
    elif common_unit(kinds) == "batch":
        text = QCoreApplication.translate("LossPlot", "mean of last {window} batches")
    else:
        text = QCoreApplication.translate("LossPlot", "mean of last {window} examples")
    return {"smooth": text.format(window=f"{window:,}", width=f"{width:,}")}


def _widest(ticks: Sequence[Tick], metrics: QFontMetricsF) -> float:
    return max((metrics.horizontalAdvance(tick.text) for tick in ticks), default=0.0)


def _texts(
    record: LossHistory,
    columns: BatchColumns,
    sight: Sight,
    words: PlotWords,
    is_short: bool = False,
) -> dict[str, str]:
    """The name of each curve that is drawn, by its key; one that ends above the plot has an arrow."""
    n, arrow = record.train_count, sight.arrow
    baseline = n * words.baseline_loss
    texts = {"baseline": words.baseline(is_short) + arrow(baseline)}
    exact = last_in_sight(record, sight.across)
    if exact is not None:
        is_before_edit = record.exact_losses.is_before_edit(exact.update)
        number = number_of_now(total_text(exact.train_total), is_before_edit)
        total = sight.with_moment(number, exact, record)
        text = QCoreApplication.translate("LossPlot", "training L {total}")
        if is_short or total != number:
            # With its update it is no wider than without: to zoom in leaves the plot as wide as it was.
            text = "L {total}"
        texts["train"] = text.format(total=total) + arrow(exact.train_total)
        if exact.test_count:
            text = QCoreApplication.translate("LossPlot", "test {mean}")
            mean = sight.with_moment(number_of_now(mean_text(exact.test_mean), is_before_edit), exact, record)
            texts["test"] = text.format(mean=mean) + arrow(n * exact.test_mean)
        if exact.penalty:
            text = QCoreApplication.translate("LossPlot", "{penalties}, not in L")
            texts["penalty"] = text.format(penalties=penalties(exact.l1 > 0, exact.l2 > 0))
    elif record.exact_losses.count:
        # A line may lead through what is in sight, but no number on it is known.
        texts["train"] = "L"
        texts["test"] = QCoreApplication.translate("LossPlot", "test")
    known = columns.mean[np.isfinite(columns.mean)]
    if len(known):
        is_single, kinds = columns.width == 1, words.kinds(columns)
        batches = words.batches("each" if is_single else "mean", kinds, is_short)
        texts["mean"] = batches + arrow(n * known[-1])
        if not is_single:
            texts["all"] = words.batches("all", kinds)
            largest = float(np.nanmax(columns.high))
            if arrow(n * largest) and not is_short:
                to = QCoreApplication.translate("LossPlot", "{batches}, to {largest}")
                texts["all"] = to.format(batches=texts["all"], largest=compact(largest, 3))
        if columns.width >= FEWEST_FOR_PERCENTILES:
            texts["most"] = words.batches("most", kinds)
    return texts


def _ends(
    record: LossHistory,
    shapes: CurveShapes,
    geometry: PlotGeometry,
    baseline: float,
    log: bool,
    has_others: bool,
) -> dict[str, tuple[float, float]]:
    """Where each curve ends, in px."""
    ends = {"baseline": (geometry.plot.right(), baseline)}
    for key, bars in (("all", shapes.all), ("most", shapes.most)):
        if len(bars):
            ends[key] = float(bars[-1, 1]), float(bars[-1, 2])
    if shapes.mean:
        ends["mean"] = float(shapes.mean[-1][-1, 0]), float(shapes.mean[-1][-1, 1])
    if shapes.smooth:
        ends["smooth"] = float(shapes.smooth[-1][-1, 0]), float(shapes.smooth[-1][-1, 1])
    n, exact = record.train_count, last_in_sight(record, geometry.across)
    if exact is not None:
        totals = {"train": exact.train_total, "test": n * exact.test_mean, "penalty": n * exact.penalty}
        return ends | {key: end_at(exact.update, total, geometry, log) for key, total in totals.items()}
    for key, series in (("train", shapes.train), ("test", shapes.test)):
        end = end_of_lines(series.lines, geometry)
        if end is not None:
            ends[key] = end
    if has_others and "mean" in ends:
        # Among several runs the one on screen keeps its name where only its batches are drawn.
        ends.setdefault("train", ends["mean"])
    return ends
