"""The picture of two compared runs: mean Cⁿ and wrong answers from A to B, and the answer to one example on the way."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from core.analysis.solutions import SHARES
from core.engine.solutions_messages import SolutionsCompared
from core.exchange.table import Column
from gui.solutions.solutions_marks import KEYS, SolutionsMarks, marks_of
from gui.solutions.solutions_painter import SolutionsPainter
from gui.solutions.solutions_words import example_words, path_name, reading_words
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.painted import Painted

LEAST_HEIGHT_PX = 210.0
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(SHARES) - 1}
HALF_WAY = (len(SHARES) - 1) // 2


class SolutionsPlot(Painted):
    """Two lines over t in each picture, read at one place, which pointing and the arrow keys choose.

    Attributes
    ----------
    marks : SolutionsMarks or None
        What is drawn.
    place : int
        Where one reads: of `core.analysis.solutions.SHARES`.
    """

    place_changed = Signal(int)
    """One reads at another place."""

    def __init__(self) -> None:
        super().__init__("solutions_plot", LEAST_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._compared: SolutionsCompared | None = None
        self.marks: SolutionsMarks | None = None
        self.place = HALF_WAY
        self._retranslate()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self._renew()

    def show_compared(self, compared: SolutionsCompared | None) -> None:
        """Draw what is measured so far; None for nothing."""
        self._compared = compared
        self._renew()

    def read_at(self, place: int) -> None:
        """Read at this place, or at the nearest end."""
        place = min(max(0, place), len(SHARES) - 1)
        if place != self.place:
            self.place = place
            self._describe()
            self.update()
            self.place_changed.emit(place)

    def figure(self) -> Figure | None:
        """Both lines and what was measured along them."""
        compared = self._compared
        if compared is None or self.marks is None:
            return None
        paths, count = (compared.straight, compared.matched), len(SHARES)
        quantities = {
            "training mean C": ("train_means", "nats"),
            "training share wrong": ("train_errors", ""),
            "test mean C": ("test_means", "nats"),
            "test share wrong": ("test_errors", ""),
        }
        measured = tuple(
            Column(name, np.concatenate([getattr(path, field) for path in paths]), unit)
            for name, (field, unit) in quantities.items()
        )
        columns = (
            Column("update of A", np.full(2 * count, compared.update_a)),
            Column("update of B", np.full(2 * count, compared.update_b)),
            Column("line", np.repeat([0, 1], count), names=("straight", "matched")),
            Column("t", np.tile(SHARES, 2)),
        )
        return self._figure_of((*columns, *measured), run=compared.run_a, update=compared.update_a)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.read_at(self.place + STEPS[key])
        elif key in ENDS:
            self.read_at(ENDS[key])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position().toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(360)), round(self._theme.px(LEAST_HEIGHT_PX)))

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def _paint(self, painter: QPainter) -> None:
        compared, marks = self._compared, self.marks
        if compared is not None and marks is not None:
            on = SolutionsPainter(painter, self._theme, marks)
            names = [(key, path_name(key)) for key in KEYS]
            on.paint_panel(marks.loss, self.tr("training set: mean Cⁿ"), "text", on.names_left(names))
            if marks.test is not None:
                is_share = marks.test.is_share
                title = self.tr("test set: wrong answers") if is_share else self.tr("test set: mean Cⁿ")
                on.paint_panel(marks.test, title, "test")
            on.paint_names(names)
            on.paint_axis()
            on.paint_answers(example_words(compared))
            on.paint_cursor(self.place)
        if self.hasFocus():
            paint_focus(painter, self, self._theme)

    # --- parts

    def _point_at(self, at: QPoint) -> None:
        if self.marks is not None:
            self.read_at(self.marks.place_at(at.x()))

    def _renew(self) -> None:
        compared = self._compared
        self.marks = (
            None if compared is None else marks_of(compared, self.width(), self.height(), self._theme)
        )
        self._describe()
        self.update()

    def _describe(self) -> None:
        compared = self._compared
        self.setAccessibleDescription("" if compared is None else reading_words(compared, self.place))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Loss between the runs A and B"))
        self.setWhatsThis(path_words())
        self._describe()


def path_words() -> str:
    """What is measured on the way from A to B, and what it tells."""
    return QCoreApplication.translate(
        "SolutionsPlot",
        "Every parameter goes in a straight line from A to B: θ(t) = (1 − t) θ(A) + t θ(B). At 21 places it is"
        " measured how large this network’s mean Cⁿ is, how many test examples it gets wrong, and what it"
        " answers to the shown example. The dashed line does the same after matching: B’s hidden neurons get"
        " the order in which their weights are most like A’s, and B’s function stays the same. Where the loss"
        " rises above the line between both ends, a barrier parts them: A and B are two solutions. Where it"
        " does not, both lie in one basin of the loss. Point, or use the arrow keys, to read the numbers.",
    )
