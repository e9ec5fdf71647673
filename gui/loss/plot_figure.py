"""The plot of L as it is at one moment, to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.analysis.loss_history import LossHistory
from gui.loss.loss_numbers import loss_numbers
from gui.loss.plot_painter import PlotPainter
from gui.loss.plot_picture import PlotPicture, PlotWords
from gui.loss.run_curves import RunCurve
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure

Place = tuple[float, float]


def plot_figure(
    what: str,
    size: tuple[int, int],
    theme: Theme,
    picture: PlotPicture,
    words: PlotWords,
    record: LossHistory,
    others: Sequence[RunCurve],
    moment: tuple[int, Place | None] | None,
) -> Figure | None:
    """The figure; None before there are numbers.

    Parameters
    ----------
    moment : (update, place) or None
        Which update the rest of the window shows, and where its exact loss stands, in px; None for the newest.
    """
    numbers = loss_numbers(record, words.run_name, [(curve.name, curve.record) for curve in others])
    if not numbers:
        return None
    words = replace(words)

    def paint(painter: QPainter, theme: Theme) -> None:
        painter.fillRect(QRectF(0, 0, *size), theme.colour("canvas"))
        on = PlotPainter(painter, theme, picture.geometry)
        for _ in picture.paint(on, words):
            pass
        if moment is not None:
            on.paint_cursor(*moment, picture.update_ticks)

    return Figure(what, "loss", size, theme, paint, numbers, update=record.count)
