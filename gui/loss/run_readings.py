"""What the cursor reads of other runs' curves: the exact L of each at one update."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from core.analysis.exact_losses import ExactLoss
from gui.loss.loss_reading import ReadingPart, nearest_exact
from gui.loss.measured_moment import number_of_now, with_edit_note
from gui.loss.run_curves import RunCurve
from gui.widgets.number_text import total_text

OF_BATCHES = ("penalty", "mean", "smooth", "most", "all")


def with_curves(parts: Sequence[ReadingPart], curves: Sequence[RunCurve], update: int) -> list[ReadingPart]:
    """The exact L of each curve, with its dash, behind those of the run on screen and before its batches."""
    theirs = [
        ReadingPart(
            curve.key, number_of_now(total_text(exact.train_total), _is_before_edit(curve, exact)), "dim"
        )
        for curve, exact in _read(curves, update)
    ]
    place = next((place for place, part in enumerate(parts) if part.key in OF_BATCHES), len(parts))
    return [*parts[:place], *theirs, *parts[place:]]


def curve_readings(curves: Sequence[RunCurve], update: int) -> list[str]:
    """The same in words: which run, and of which of its updates."""
    text = QCoreApplication.translate("LossPlot", "{run}: exact L of update {update}: {total}")
    readings = []
    for curve, exact in _read(curves, update):
        total = total_text(exact.train_total)
        said = text.format(run=curve.name, update=f"{exact.update:,}", total=total)
        readings.append(with_edit_note(said, _is_before_edit(curve, exact)))
    return readings


def _is_before_edit(curve: RunCurve, exact: ExactLoss) -> bool:
    return curve.record.exact_losses.is_before_edit(exact.update)


def _read(curves: Sequence[RunCurve], update: int) -> Iterator[tuple[RunCurve, ExactLoss]]:
    """Each curve that is drawn at this update, with its exact L there or nearest to it."""
    for curve in curves:
        exact = nearest_exact(curve.record, update)
        if exact is not None and curve.first < update <= curve.record.count:
            yield curve, exact
