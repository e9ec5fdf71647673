"""The picture of everything that a filter can say: each pattern at its z; pointing or keys choose one."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from gui.filters.answers import FilterAnswers
from gui.filters.filter_numbers import answer_numbers
from gui.filters.filter_words import spoken_answer
from gui.filters.pattern_marks import PatternMarks, pattern_marks
from gui.filters.pattern_painter import PatternPainter, PlotPlaces
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted

LEAST_HEIGHT_PX, LEAST_WIDTH_PX = 150.0, 200.0
# Along the ranking, which is by z; and within a stack.
STEPS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
LEVELS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 0}


class PatternPlot(Painted):
    """Passive; what is chosen is told.

    Attributes
    ----------
    marks : PatternMarks or None
        What is drawn.
    """

    chosen = Signal(int)
    """Another pattern is chosen, by its code."""

    def __init__(self) -> None:
        super().__init__("pattern_plot", LEAST_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._answers: FilterAnswers | None = None
        self._code: int | None = None
        self.marks: PatternMarks | None = None
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self.marks = None
        self._renew()

    def show_answers(self, answers: FilterAnswers | None, code: int | None) -> None:
        """Draw these, with one chosen; None for nothing."""
        self._answers, self._code = answers, code
        self._renew()

    def figure(self) -> Figure | None:
        """The plot with every pattern that occurs, the largest answer first."""
        answers = self._answers
        if answers is None or self.marks is None:
            return None
        return self._figure_of(answer_numbers(answers), run=answers.run, update=answers.update)

    # --- Qt

    def event(self, event: QEvent) -> bool:
        # End, too, is a key of the window's: here it chooses.
        return takes_key(event, lambda asked: asked.key() in ENDS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code = self._led_to(Qt.Key(event.key()))
        if code is None:
            super().keyPressEvent(event)
        else:
            self._choose(code)
            self._read_at_rest()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.marks = None
        self._renew()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(LEAST_WIDTH_PX)), round(self._theme.px(LEAST_HEIGHT_PX)))

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def _paint(self, painter: QPainter) -> None:
        answers, marks = self._answers, self.marks
        if answers is not None and marks is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            on = PatternPainter(painter, self._theme, self._places(), answers, marks)
            on.paint()
            if self._code is not None:
                on.paint_chosen(self._code)
        if self.hasFocus():
            paint_focus(painter, self, self._theme)

    # --- parts

    def _places(self) -> PlotPlaces:
        return PlotPlaces.of(self.width(), self.height(), self._theme)

    def _renew(self) -> None:
        answers = self._answers
        before = None if self.marks is None else self.marks.binning
        stacks = self._places().stacks
        self.marks = None
        if answers is not None and stacks.height() > 0:
            self.marks = pattern_marks(answers, stacks.width(), stacks.height(), self._theme.scale, before)
        self._describe()
        self.update()

    def _describe(self) -> None:
        answers, code = self._answers, self._code
        is_known = answers is not None and code is not None
        self.setAccessibleDescription(spoken_answer(answers, code) if is_known else "")  # type: ignore[arg-type]

    def _point_at(self, at: QPointF) -> None:
        if self.marks is not None:
            stacks = self._places().stacks
            code = self.marks.at(at.x() - stacks.left(), stacks.bottom() - at.y())
            if code is not None:
                self._choose(code)

    def _choose(self, code: int) -> None:
        if code != self._code:
            self._code = code
            self._describe()
            self.update()
            self.chosen.emit(code)

    def _led_to(self, key: Qt.Key) -> int | None:
        """The pattern that a key leads to from the chosen one; None where it is no key of the picture's."""
        answers, marks = self._answers, self.marks
        if answers is None or marks is None or key not in {*STEPS, *LEVELS, *ENDS}:
            return None
        ranked = answers.ranked
        rank = None if self._code is None else answers.rank_of(self._code)
        if key in ENDS or rank is None:
            return int(ranked[ENDS.get(key, 0)])
        if key in STEPS:
            return int(ranked[min(max(0, rank + STEPS[key]), len(ranked) - 1)])
        here = int(np.flatnonzero(marks.code == self._code)[0])
        there = min(max(0, here + LEVELS[key]), len(marks.code) - 1)
        is_in_step = marks.x[there] // marks.width == marks.x[here] // marks.width
        return int(marks.code[there if is_in_step else here])

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Every pattern at the filter’s answer z"))
        self.setWhatsThis(
            self.tr(
                "A filter of the first layer looks at a few pixels, and each of them has ink or not: so there are only"
                " so many patterns that it can be shown. Each that occurs stands here at the answer z = Σ w + b over"
                " its ink; those of nearly the same z stand over each other, the most frequent lowest, and the more"
                " often one occurs in the training set, the stronger its colour. The bars below say how often each"
                " answer is given. Point at a pattern, or use the arrow keys, Home and End, to choose it."
            )
        )
        self._describe()
        self.update()
