"""The tiles of the own test set: each picture with its class, and its answer where that is another one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gui.ledger.example_pictures import FLAG_SHARE
from gui.ledger.gallery_view import GalleryView
from gui.ledger.ledger_numbers import term_numbers
from gui.own.own_words import caption
from gui.widgets.figure import Figure


class OwnGallery(GalleryView):
    """A gallery of all of them, in the order in which they were kept."""

    def __init__(self) -> None:
        # Not the gallery's own names: it has none of those whenever examples are shown without them.
        self._class_names: tuple[str, ...] = ()
        super().__init__("own_gallery")

    def figure(self) -> Figure | None:
        """What is in sight, with the numbers of all of them: what is meant, the answer and C."""
        losses = self._losses
        if losses is None or not len(self.rows):
            return None
        numbers = term_numbers(losses, self._class_names, self.rows)
        return self._figure_of(numbers, losses.run, losses.update)

    def show_names(self, names: tuple[str, ...]) -> None:
        """What the classes are called."""
        self._class_names = names
        self.viewport().update()

    def _paint_foot(self, painter: QPainter, below: QRectF, row: int) -> None:
        if self._losses is None or not self._class_names:
            return
        # Up to the middle of the gaps beside it.
        wide = below.adjusted(-self._gap / 2, 0, self._gap / 2, 0)
        words = caption(self._losses, row, self._class_names)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(wide.width()))
        painter.drawText(wide, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)

    def _paint_mark(self, painter: QPainter, place: QRectF, row: int) -> None:
        """A wrong answer is marked as on the wall: its upper right corner is filled."""
        if self._losses is None or not self._losses.wrong[row]:
            return
        side = FLAG_SHARE * place.height()
        corner = place.topRight()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for inset, token in ((0.0, "canvas"), (1.5, "text")):
            painter.setBrush(self._theme.colour(token))
            at = side - 2.4 * inset
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(at, 0), corner + QPointF(0, at)]))
        painter.restore()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The examples of the own test set"))
        self.setWhatsThis(
            self.tr(
                "Every drawing and image that you have kept, with its class below it; where the network says another"
                " one now, its corner is filled and the answer stands behind the arrow. A click chooses one, Delete"
                " takes it out of the set, Enter shows it in the network."
            )
        )
