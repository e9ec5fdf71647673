"""The fewest flips as a row of small pictures: one after the other, with what the network says to each."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from core.analysis.fewest_flips import FlipChain
from core.exchange.table import Column
from gui.flips.flip_marks import FlipMarks
from gui.flips.flip_painter import ink_image
from gui.flips.flip_words import as_it_is_words, class_name, step_words
from gui.network.painting.primitives import draw_pixels
from gui.widgets.figure import Figure
from gui.widgets.number_text import whole
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import labelled, listed, sentences

PICTURE_PX, COMPACT_PX, ARROW_PX = 64.0, 52.0, 26.0


class FlipChainRow(Painted):
    """Passive: it only shows. Where not all steps have room, those in the middle are left out, and counted."""

    def __init__(self) -> None:
        super().__init__("flip_chain", PICTURE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chain: FlipChain | None = None
        self._marks: FlipMarks | None = None
        self._names: tuple[str, ...] = ()
        self._is_compact = False
        self._retranslate()

    def set_compact(self, is_compact: bool) -> None:
        """Whether there is little height: the pictures are smaller, and C is not written below them."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.updateGeometry()
            self.update()

    def show_chain(self, chain: FlipChain | None, marks: FlipMarks | None, names: tuple[str, ...]) -> None:
        """Show these flips of this picture; None where there are none."""
        self._chain = None if chain is None or marks is None or not len(chain.pixels) else chain
        self._marks, self._names = marks, names
        self._describe()
        self.update()

    def figure(self) -> Figure | None:
        """The steps that have room, and all of them as numbers: exact, of one picture and one θ."""
        chain, marks = self._chain, self._marks
        if chain is None or marks is None:
            return None
        # Step 0 is the picture as it is: no pixel.
        row, column = np.divmod(chain.pixels, marks.columns)
        outputs = [
            Column(f"y of {class_name(i, self._names)}", chain.y[:, i]) for i in range(chain.y.shape[1])
        ]
        columns = (
            Column("step", np.arange(len(chain.answers))),
            Column("row", [None, *(row + 1).tolist()]),
            Column("column", [None, *(column + 1).tolist()]),
            Column("answer", chain.answers, names=self._names),
            Column("C", chain.losses, "nats"),
            *outputs,
        )
        return self._figure_of(columns, run=marks.flips.run, update=marks.flips.update)

    def sizeHint(self) -> QSize:
        lines = 3 if self._is_compact else 4
        return QSize(120, round(self._side() + self._theme.px(6) + lines * self._line()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def steps_in(self, width: float) -> tuple[int, ...]:
        """Which steps have room in so many px: all, or the first ones and the last; 0 is the picture as it is."""
        if self._chain is None:
            return ()
        steps = len(self._chain.pixels) + 1
        most = max(
            2, int((width + self._theme.px(ARROW_PX)) // (self._step_width() + self._theme.px(ARROW_PX)))
        )
        return tuple(range(steps)) if steps <= most else (*range(most - 1), steps - 1)

    # --- parts

    def _side(self) -> float:
        """Of a picture, in px."""
        return self._theme.px(COMPACT_PX if self._is_compact else PICTURE_PX)

    def _line(self) -> float:
        """The height of a line in the language in force: Chinese may be higher than what the font itself says."""
        return QFontMetricsF(self._theme.font("tick", bold=True)).size(0, as_it_is_words()).height()

    def _words(self, step: int) -> tuple[str, str, str, str]:
        assert self._chain is not None and self._marks is not None
        return step_words(self._chain, step, self._marks.columns, self._names)

    def _step_width(self) -> float:
        assert self._chain is not None
        bold, tick = (QFontMetricsF(self._theme.font("tick", bold=bold)) for bold in (True, False))
        wide = self._side()
        for step in range(len(self._chain.pixels) + 1):
            first, *others = self._words(step)
            wide = max(wide, bold.horizontalAdvance(first), *map(tick.horizontalAdvance, others))
        return wide

    def _paint(self, painter: QPainter) -> None:
        chain, marks, theme = self._chain, self._marks, self._theme
        if chain is None or marks is None:
            return
        wide, arrow = self._step_width(), theme.px(ARROW_PX)
        side = self._side() / max(marks.rows, marks.columns)
        cell = float(int(side)) if side >= 1 else side
        steps, x, before = self.steps_in(self.width()), 0.0, 0
        for place, step in enumerate(steps):
            if place:
                self._paint_arrow(painter, x, cell * marks.rows / 2, step - before - 1)
                x += arrow
            self._paint_step(painter, x, cell, step)
            x, before = x + wide, step

    def _paint_arrow(self, painter: QPainter, x: float, y: float, left_out: int) -> None:
        """From one picture to the next; with the number of those between that are left out."""
        theme = self._theme
        wide, head = theme.px(ARROW_PX), theme.px(4)
        painter.setPen(QPen(theme.colour("dim"), 1.4 * theme.line_scale))
        # The words under a picture are wider than it: the arrow ends before the next one.
        end = QPointF(x + wide - theme.px(6), y)
        painter.drawLine(QLineF(QPointF(x + theme.px(2), y), end))
        painter.drawLine(QLineF(end, end + QPointF(-head, -head)))
        painter.drawLine(QLineF(end, end + QPointF(-head, head)))
        if left_out:
            painter.setFont(theme.font("tick"))
            room = QRectF(x, y + theme.px(5), wide - theme.px(4), theme.px(16))
            painter.drawText(
                room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, f"+{whole(left_out)}"
            )

    def _paint_step(self, painter: QPainter, x: float, cell: float, step: int) -> None:
        chain, marks, theme = self._chain, self._marks, self._theme
        assert chain is not None and marks is not None
        picture, flips = marks.x.copy(), chain.pixels[:step]
        picture[flips] = 1 - picture[flips]
        place = QRectF(x, 1, cell * marks.columns, cell * marks.rows)
        draw_pixels(painter, place, ink_image(picture, marks.rows, marks.columns, theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, pixel in enumerate(flips.tolist()):
            row, column = divmod(pixel, marks.columns)
            own = QRectF(place.left() + column * cell, place.top() + row * cell, cell, cell)
            is_new = number == step - 1
            painter.setPen(QPen(theme.colour("canvas"), 3.5 if is_new else 2.5))
            painter.drawRect(own.adjusted(-1.5, -1.5, 1.5, 1.5))
            painter.setPen(QPen(theme.colour("text"), 2.0 if is_new else 1.0))
            painter.drawRect(own.adjusted(-1.5, -1.5, 1.5, 1.5))
        top = place.bottom() + theme.px(3)
        is_last = step == len(chain.pixels)
        says, y, loss, where = self._words(step)
        for number, text in enumerate(filter(None, (says, y, "" if self._is_compact else loss, where))):
            font = theme.font("tick", bold=is_last and number == 0)
            painter.setFont(font)
            painter.setPen(theme.colour("text" if number == 0 else "dim"))
            room = QRectF(x, top, self._step_width() + 4, self._line())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
            top += self._line()

    def _describe(self) -> None:
        if self._chain is None:
            self.setAccessibleDescription("")
            return
        steps = range(len(self._chain.pixels) + 1)
        parts = (self._words(step) for step in steps)
        self.setAccessibleDescription(sentences(labelled(own[3], listed(own[:3])) for own in parts))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The fewest flips that change the answer"))
        self._describe()
        self.updateGeometry()
