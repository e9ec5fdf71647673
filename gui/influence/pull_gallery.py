"""The training examples that pulled an answer one way: each picture over its class, its influence, and a signed bar."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from core.engine.influence_messages import Pull
from core.exchange.table import Column
from gui.influence.influence_words import influence_text
from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.gallery_view import GalleryView
from gui.ledger.wall_order import NOBODY
from gui.widgets.figure import Figure, Numbers

TILE_PX, BAR_PX, BAR_GAP_PX = 64.0, 5.0, 3.0


def bar_of(value: float, scale: float, left: float, width: float) -> tuple[float, float]:
    """Where a bar begins and ends, in px: from the middle to the right over 0, to the left under 0.

    `scale` is the value, over 0, whose bar takes half of the width; what is larger takes no more.
    """
    middle = left + width / 2
    end = middle + max(-1.0, min(1.0, value / scale)) * width / 2
    return min(middle, end), max(middle, end)


class PullGallery(GalleryView):
    """Passive; who is chosen is told.

    Parameters
    ----------
    side : str
        "towards" or "away".
    """

    def __init__(self, side: str) -> None:
        self._side = side
        self._values: dict[int, float] = {}
        self._labels: dict[int, str] = {}
        self._scale = 1.0
        self._moment: tuple[int | None, int | None] = (None, None)
        super().__init__(f"influence_{side}", TILE_PX)

    def show_pull(
        self,
        pull: Pull | None,
        names: tuple[str, ...],
        scale: float,
        pictures: ExamplePictures | None,
        moment: tuple[int | None, int | None] = (None, None),
    ) -> None:
        """Show these; None for none. `scale` is the influence whose bar is longest, for both sides the same one.

        `moment` are the run and the update of the network that answered.
        """
        self._moment = moment
        rows: NDArray[np.int64] = np.zeros(0, np.int64) if pull is None else pull.rows
        self._values, self._labels = {}, {}
        if pull is not None:
            self._values = dict(zip(rows.tolist(), pull.values.tolist(), strict=True))
            self._labels = {
                row: names[label]
                for row, label in zip(rows.tolist(), pull.labels.tolist(), strict=False)
                if label < len(names)
            }
        self._scale = scale
        self.show_examples(None, rows, pictures)
        self.show_first()

    def figure(self) -> Figure | None:
        """What is in sight, with the influence of all that are listed."""
        rows = self.rows.tolist()
        if not rows:
            return None
        columns = (
            Column("set", ["train"] * len(rows)),
            Column("index", self.rows),
            Column("label", [self._labels.get(row) for row in rows]),
            Column("influence", np.array([self._values[row] for row in rows]), "nats"),
        )
        return self._figure_of(Numbers(columns), *self._moment)

    def show_chosen(self, row: int, words_of: Callable[[int], str]) -> None:
        """Frame this example, and describe it by `words_of`; of none it is said how one is chosen."""
        super().show_chosen(row, words_of)
        if row == NOBODY and len(self.rows):
            self.setAccessibleDescription(
                self.tr("The arrow keys choose one, which the network shows; Enter goes there.")
            )

    def _foot_height(self) -> int:
        bar = round(self._theme.px(BAR_PX + BAR_GAP_PX))
        return round(QFontMetricsF(self._bold).height()) + bar

    def _paint_foot(self, painter: QPainter, below: QRectF, row: int) -> None:
        value, label, px = self._values[row], self._labels.get(row, ""), self._theme.px
        number, metrics = influence_text(value), QFontMetricsF(painter.font())
        line = QRectF(below.left(), below.top(), below.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, number)
        room = line.width() - metrics.horizontalAdvance(number) - px(3)
        if label:
            painter.setPen(self._theme.colour("text"))
            shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        left, right = bar_of(value, self._scale, below.left(), below.width())
        top, high = line.bottom() + px(1), px(BAR_PX)
        painter.fillRect(QRectF(below.left(), top + high / 2, below.width(), 1), self._theme.colour("line"))
        token = "plus" if value > 0 else "minus"
        # The least has a bar too.
        painter.fillRect(QRectF(left, top, max(1.0, right - left), high), self._theme.colour(token))

    def _retranslate(self) -> None:
        if self._side == "towards":
            self.setAccessibleName(self.tr("Training examples that pulled the answer towards it"))
        else:
            self.setAccessibleName(self.tr("Training examples that pulled the answer away from it"))
        self.setWhatsThis(
            self.tr(
                "The strongest come first. Below each picture stand its class and its influence Σ η ∇C·∇Cⁿ: by how"
                " much C of the shown example falls, to first order, where each of the named networks takes one step"
                " of plain gradient descent on this training example alone. The bars of both sides have one scale. A"
                " click shows the example in the network; Enter goes there."
            )
        )
