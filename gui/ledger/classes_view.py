"""The classes of a set: their confusion matrix, and beside it the examples of what is chosen there."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from core.analysis.confusion import said_classes
from core.analysis.example_losses import ExampleLosses
from core.analysis.selected_examples import Mask
from gui.ledger.cell_way_view import CellWayView
from gui.ledger.gallery_view import GalleryView
from gui.ledger.matrix_view import MatrixView
from gui.theme.tokens import Theme
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.layouts import column, fill
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.sentence_text import listed

# So many times as wide as high, or more: then the gallery stands beside the matrix, else below it.
BESIDE_FROM = 1.35
# Beside it, its share of the width, and pictures in a row at least; below it, its share of the height.
WIDTH_SHARE, LEAST_COLUMNS = 0.21, 2
HEIGHT_SHARE, LEAST_LINES = 0.3, 1
# All is so many times as high as the way of a cell, which is no lower than this at 100 %, or there is none.
WAY_FROM, WAY_LEAST_PX = 5.6, 60.0
GAP_PX = 14.0


class ClassesView(ReportsExceptions, QWidget):
    """Passive: its parts tell what is wanted.

    Attributes
    ----------
    matrix : MatrixView
    gallery : GalleryView
    way : CellWayView
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_classes_view")
        self._theme = Theme()
        self.matrix, self.gallery, self.way = MatrixView(), GalleryView(), CellWayView()
        names = "title", "counts", "share", "sight", "order"
        self._title, self._counts, self._share, self._sight, self._order = self._labels = [
            FittingLabel(f"gallery_{name}") for name in names
        ]
        self._count_parts = "", ""
        self._side = QWidget()
        self._side_column = column(self._side)
        # In one line where they stand above a wide gallery.
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        fill(self._words, *self._labels[:-1], (self._order, 1))
        fill(self._side_column, self._words, (self.gallery, 1))
        for part in (self.matrix, self.way, self._side):
            part.setParent(self)
        for label in self._labels:
            label.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours, sizes and type."""
        self._theme = theme
        self._title.setFont(theme.font("body", bold=True))
        for label in self._labels[1:]:
            label.setFont(theme.font("caption"))
        self._side_column.setSpacing(0)
        self.matrix.set_theme(theme)
        self.gallery.set_theme(theme)
        self.way.set_theme(theme)
        self._fit()

    def show_title(self, words: str, counts: str, share: str) -> None:
        """What the gallery shows, how many these are, and which share that is, "" for none."""
        self._title.show_statements(((0, words),))
        self._count_parts = counts, share
        self._fit_counts()

    def show_sight(self, words: str, order: str) -> None:
        """Which of them are in sight, and how they stand."""
        self._sight.show_statements(((0, words),))
        self._order.show_statements(((0, order),))

    def show_selected(self, mask: Mask | None, losses: ExampleLosses | None) -> None:
        """These of a set are selected, (N,); None for none, or before there are any answers."""
        self.gallery.show_selected(mask)
        if losses is not None and mask is not None and len(losses.labels):
            self.matrix.show_selected(mask, losses.labels, said_classes(losses))
        else:
            self.matrix.show_selected(None, None, None)

    def _fit_counts(self) -> None:
        """Count and share in one line; beside the matrix in two, where one has no room for both."""
        counts, share = self._count_parts
        whole = listed(self._count_parts)
        is_beside = self._words.direction() == QBoxLayout.Direction.TopToBottom
        in_two = is_beside and bool(share) and self._counts.width_of(whole) > self._side.width()
        self._counts.show_statements(((0, counts if in_two else whole),))
        self._share.show_statements(((0, share if in_two else ""),))
        self._share.setVisible(in_two)

    def minimumSizeHint(self) -> QSize:
        return self.matrix.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Whole columns of pictures beside the matrix, or whole rows of them below it."""
        is_beside = self.width() >= BESIDE_FROM * self.height()
        way, gap, (wide, high) = QBoxLayout.Direction, round(self._theme.px(GAP_PX)), self.gallery.pitch
        self._words.setDirection(way.TopToBottom if is_beside else way.LeftToRight)
        self._words.setSpacing(0 if is_beside else round(self._theme.px(16)))
        # The way of a cell stands below the matrix, where that keeps room for itself.
        way_high = min(self.way.minimumSizeHint().height(), round(self.height() / WAY_FROM))
        has_way = way_high >= self._theme.px(WAY_LEAST_PX)
        self.way.setVisible(has_way)
        below = way_high + round(self._theme.px(4)) if has_way else 0
        if is_beside:
            columns = max(LEAST_COLUMNS, int(WIDTH_SHARE * self.width() / wide))
            side = self.gallery.width_of(columns)
            self.matrix.setGeometry(0, 0, self.width() - gap - side, self.height() - below)
            self._side.setGeometry(self.width() - side, 0, side, self.height())
        else:
            words = self._title.sizeHint().height()
            lines = max(LEAST_LINES, round((HEIGHT_SHARE * self.height() - words - 0.7 * below) / high))
            side = words + self.gallery.height_of(lines)
            self.matrix.setGeometry(0, 0, self.width(), self.height() - gap - side - below)
            self._side.setGeometry(0, self.height() - side, self.width(), side)
        self._fit_counts()
        if has_way:
            matrix = self.matrix.geometry()
            self.way.setGeometry(0, matrix.bottom() + 1 + below - way_high, matrix.width(), way_high)
