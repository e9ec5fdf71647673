"""What the timeline shows at one moment, frozen: painted on screen, and into files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.loss.plot_geometry import PlotGeometry
from gui.theme.tokens import Theme
from gui.timeline.run_row import RunRow
from gui.timeline.timeline_marks import LANE_PX, RowMarks
from gui.timeline.timeline_numbers import timeline_numbers
from gui.timeline.timeline_painter import TimelinePainter
from gui.timeline.timeline_words import keys_hint, legend, more_hint
from gui.widgets.figure import Figure

LEGEND_PX = 17.0


@dataclass(frozen=True, eq=False)
class TimelinePicture:
    """Marks on their axis.

    Attributes
    ----------
    axis : PlotGeometry
    marks : tuple of RowMarks
        Of the runs in sight.
    shown_run : int
        The run on screen.
    runs : int
        How many there are.
    size : (int, int)
        Width and height in px.
    is_low, is_bare : bool
        Whether there is no room for a legend; nor for a name.
    moment : int or None
        The update that one looks at; None for the present.
    """

    axis: PlotGeometry
    marks: tuple[RowMarks, ...]
    shown_run: int
    runs: int
    size: tuple[int, int]
    is_low: bool
    is_bare: bool
    moment: int | None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All but the cursor."""
        width, height = self.size
        painter.fillRect(QRectF(0, 0, width, height), theme.colour("canvas"))
        on = TimelinePainter(painter, theme, self.axis, width)
        on.paint_rows(self.marks, self.shown_run, theme.px(LANE_PX), self.is_bare, not self.is_low)
        if not self.is_low:
            shown = len(self.marks)
            hint = more_hint(shown, self.runs) if shown < self.runs else keys_hint()
            on.paint_legend(self.signs, height - theme.px(LEGEND_PX), hint)

    def paint_cursor(self, painter: QPainter, theme: Theme) -> None:
        """The moment that one looks at, where that is in sight."""
        shown = next((marks for marks in self.marks if marks.row.run == self.shown_run), None)
        if self.moment is None or shown is None:
            return
        width, height = self.size
        x = float(self.axis.x(self.moment))
        if self.axis.plot.left() <= x <= self.axis.plot.right():
            bottom = height - (0.0 if self.is_low else theme.px(LEGEND_PX))
            TimelinePainter(painter, theme, self.axis, width).paint_cursor(x, shown.y, bottom)

    def figure(self, what: str, theme: Theme, rows: Sequence[RunRow], update: int) -> Figure:
        """It with the cursor, and the marks of all these runs as numbers; `update` is the one that is looked at."""

        def paint(painter: QPainter, theme: Theme) -> None:
            self.paint(painter, theme)
            self.paint_cursor(painter, theme)

        return Figure(
            what, "timeline", self.size, theme, paint, (timeline_numbers(rows),), self.shown_run, update
        )

    @property
    def signs(self) -> list[str]:
        """Those signs of the legend that are in sight."""
        present = {
            "kept": any(len(marks.kept) for marks in self.marks),
            "edit": any(marks.edits for marks in self.marks),
            "setting": any(marks.settings for marks in self.marks),
            "best": any(marks.best is not None for marks in self.marks),
            "live": any(marks.live is not None for marks in self.marks),
            "beyond": any(marks.goes_on for marks in self.marks),
        }
        return [key for key in legend() if present[key]]
