"""The confusion matrix, with each class's recall, precision and share of L; a cell or a head is chosen in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from core.analysis.confusion import Confusion
from core.analysis.selected_examples import Mask
from gui.ledger.class_words import minus_words, then_words, tip_words
from gui.ledger.gallery_order import Pair
from gui.ledger.ledger_numbers import confusion_numbers
from gui.ledger.matrix_difference import difference_marks
from gui.ledger.matrix_legend import LEGEND_LINE, scales_width
from gui.ledger.matrix_marks import MatrixMarks, matrix_marks
from gui.ledger.matrix_painter import MatrixPainter, counts_width, paint_frame, paint_selected
from gui.ledger.matrix_places import Margins, MatrixPlaces
from gui.ledger.matrix_words import MatrixWords, matrix_words
from gui.ledger.selection_marks import cell_shares
from gui.ledger.subtracted import Subtracted
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import listed, sentences

LEAST_HEIGHT_PX, LEAST_WIDTH_PX = 150.0, 150.0
# With less than so much for its cells, either way, nothing of it could be read.
LEAST_CELLS_PX = 24.0
AXIS_PX, BARS_PX, GAP_PX = 62.0, 66.0, 12.0
# The longest name of a class, in px at 100 %, that stands whole beside its row.
MOST_NAME_PX = 76.0
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MatrixView(Painted):
    """Passive; what is chosen is told.

    Attributes
    ----------
    marks : MatrixMarks or None
        What is drawn; None before there is anything.
    places : MatrixPlaces or None
        None also where there is no room for it, which is said then.
    """

    chosen = Signal(object)
    """This `Pair` was chosen: a cell, the head of a row or of a column, or the corner for all."""

    def __init__(self) -> None:
        super().__init__("confusion_matrix", LEAST_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.marks: MatrixMarks | None = None
        self.places: MatrixPlaces | None = None
        self._confusion: Confusion | None = None
        self._before: Subtracted | None = None
        self._names, self._split = tuple[str, ...](), "train"
        self._moment: tuple[int | None, int | None] = (None, None)
        self._words: MatrixWords | None = None
        self._pair = Pair()
        self._pointed: Pair | None = None
        # Which share of each cell is selected; None where nothing is.
        self._selected: NDArray[np.float64] | None = None
        # All but the frames, as it was painted last, and with which pair at how many pixels a px.
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self._arrange()

    def show_confusion(
        self,
        confusion: Confusion | None,
        names: tuple[str, ...],
        split: str,
        moment: tuple[int | None, int | None] = (None, None),
        before: Subtracted | None = None,
    ) -> None:
        """Draw these counts of the classes' examples of "train", "test" or "own", or what they are more than `before`.

        `moment` is their run and update.
        """
        if names != self._names:
            # What was chosen, pointed at and selected is of other classes.
            self._pair, self._pointed, self._selected = Pair(), None, None
        self._confusion, self._names, self._split, self._moment = confusion, names, split, moment
        self._before = before
        if confusion is None or not len(names):
            self.marks = None
        elif before is None:
            self.marks = matrix_marks(confusion)
        else:
            self.marks = difference_marks(confusion, before.confusion)
        self._words = None if self.marks is None else matrix_words(self.marks, self._names, self._split)
        self._arrange()
        self._describe()

    def show_chosen(self, pair: Pair) -> None:
        """Frame this cell or head."""
        self._pair = pair
        self.update()
        self._describe()

    def show_selected(
        self,
        mask: Mask | None,
        labels: NDArray[np.integer] | None,
        said: NDArray[np.integer] | None,
    ) -> None:
        """These are selected, (N,), of examples of these classes to which that is said; None for none."""
        marks = self.marks
        if marks is None or mask is None or labels is None or said is None:
            self._selected = None
        else:
            self._selected = cell_shares(mask, labels, said, (marks.classes, marks.counts.shape[1]))
        self.update()

    def words_of(self, pair: Pair) -> str:
        """All that is to be said of one, also of what is subtracted; "" before there is anything."""
        if self._confusion is None or self.marks is None:
            return ""
        words = tip_words(pair, self._confusion, self._names, self._split)
        if self._before is None:
            return words
        return sentences((words, then_words(pair, self._before)))

    def figure(self) -> Figure | None:
        """The matrix with its counts and what each class is in it; None before there is anything."""
        if self._confusion is None or self.marks is None:
            return None
        run, update = self._moment
        numbers = confusion_numbers(self._confusion, self._names, self._split, self._before)
        figure = self._figure_of(*numbers, run=run, update=update)
        if self._before is None:
            return figure
        return replace(figure, what=listed((figure.what, minus_words(self._before))))

    # --- Qt

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(LEAST_WIDTH_PX)), round(self._theme.px(LEAST_HEIGHT_PX)))

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        # Keys of the window's, too: here they choose.
        if takes_key(event, lambda asked: asked.key() in (*STEPS, Qt.Key.Key_Home)):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pair = self._pair_at(event.pos().x(), event.pos().y())
            if pair is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words_of(pair), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, places = Qt.Key(event.key()), self.places
        if places is None or key not in (*STEPS, Qt.Key.Key_Home):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Home:
            self.chosen.emit(Pair())
            self._read_at_rest()
        else:
            down, right = STEPS[key]
            pair = places.pair_of(self._pair.label + down, places.column_of(self._pair) + right)
            if pair != self._pair:
                self.chosen.emit(pair)
            self._read_at_rest()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pair = self._pair_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and pair is not None:
            self.chosen.emit(pair)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._pair_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    # --- parts

    def _paint(self, painter: QPainter) -> None:
        marks, places, words = self.marks, self.places, self._words
        if marks is None or words is None:
            return
        if places is None:
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text"))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            said = self.tr("No room for the matrix: make the window larger, or its type smaller.")
            painter.drawText(self.rect(), flags, said)
            return

        def paint(on: QPainter) -> None:
            MatrixPainter(on, self._theme, marks, places, words, self.width()).paint(self._pair)

        self._paint_kept(painter, paint, self._pair)
        if self.is_twin:
            paint_frame(painter, places, self._pair, "text", self._theme)
            return
        if self._selected is not None:
            paint_selected(painter, places, self._selected, self._theme)
        if self._pointed is not None:
            paint_frame(painter, places, self._pointed, "dim", self._theme)
        paint_frame(painter, places, self._pair, "text", self._theme)
        if self.hasFocus():
            paint_focus(painter, self, self._theme)

    def _arrange(self) -> None:
        marks, theme, words = self.marks, self._theme, self._words
        self.places = self._image = None
        if marks is not None and words is not None:
            caption, tick = (QFontMetricsF(theme.font(role)) for role in ("caption", "tick"))
            names = max(map(QFontMetricsF(theme.font("caption", bold=True)).horizontalAdvance, words.names))
            counts = max(tick.horizontalAdvance(f"{count:,}") for count in marks.of_class.tolist())
            label = max(min(names, theme.px(MOST_NAME_PX)), counts, tick.horizontalAdvance(words.total))
            share = max(theme.px(BARS_PX), caption.horizontalAdvance(words.share) + theme.px(4))
            axis = max(
                theme.px(AXIS_PX),
                theme.px(15) + max(map(caption.horizontalAdvance, (words.recall, words.precision))),
                theme.px(10) + sum(map(tick.horizontalAdvance, words.axis)),
            )
            lines = 2 if scales_width(words, tick, theme) <= self.width() else 3
            margins = Margins(
                title=caption.height() + theme.px(5),
                left=caption.height() + label + theme.px(14),
                top=2 * caption.height() + theme.px(6),
                bottom=theme.px(10) + tick.height() * (1 + LEGEND_LINE * lines),
                axis=axis,
                bars=share,
                gap=theme.px(GAP_PX),
            )
            room, scale = (self.width() - 3, self.height() - 3), theme.scale
            least = theme.px(LEAST_CELLS_PX)
            if room[0] - margins.left >= least <= room[1] - margins.top - margins.bottom:
                most = counts_width(marks, tick), 0.9 * tick.height()
                counts = (
                    most[0] if most[1] <= (room[1] - margins.top - margins.bottom) / marks.classes else 0.0
                )
                self.places = MatrixPlaces.fitted(
                    marks.classes, marks.has_none, *room, margins, scale, counts
                )
        self.update()

    def _pair_at(self, x: float, y: float) -> Pair | None:
        return None if self.places is None else self.places.pair_at(x, y)

    def _point(self, pair: Pair | None) -> None:
        if pair != self._pointed:
            self._pointed = pair
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words_of(self._pair))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Which class is taken for which"))
        self.setWhatsThis(
            self.tr(
                "Each row is a right class, and each column what the network says: a cell counts the examples of that"
                " class to which that is said, and names their share of the row. On the diagonal, in another shape and"
                " on a scale of its own, the answer is right. At the right of each row: recall, the share of the class"
                " that is called so; precision, the share of what is called so that is of the class; and the class’s"
                " share of the sum of all C. Where there is nothing to share stands “–”; pointing at"
                " it says why. A click or the arrow keys"
                " choose a cell, whose pictures stand beside it; a head chooses the mistakes of its row or column, the"
                " corner (Home) all of them."
            )
        )
        if self.marks is not None:
            self._words = matrix_words(self.marks, self._names, self._split)
        self._arrange()
        self._describe()
