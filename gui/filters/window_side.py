"""Beside the windows that excite a filter most: the whole picture of the chosen one, and what its cell answers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from gui.filters.filter_numbers import picture_numbers
from gui.filters.filter_side import FRAME_PX, WIDTH_PX
from gui.filters.found_windows import FoundWindow
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.widgets.figure import Figure
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import sentences

MOST_PIXEL_PX = 11.0


class WindowSide(Painted):
    """The picture with a frame around what the cell sees, and its numbers below."""

    def __init__(self) -> None:
        super().__init__("window_side", 240)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._window: FoundWindow | None = None
        self._retranslate()

    def show_window(self, window: FoundWindow | None) -> None:
        """Show this one; None for none."""
        self._window = window
        self._describe()
        self.update()

    def figure(self) -> Figure | None:
        """What it shows, and the picture's pixels."""
        window = self._window
        if window is None:
            return None
        return self._figure_of(picture_numbers(window), run=window.run, update=window.update)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(WIDTH_PX)), round(self._theme.px(150)))

    def _words(self, window: FoundWindow) -> list[tuple[str, str]]:
        name = window.name[:1].upper() + window.name[1:]
        words = [
            (window.numbers, "text"),
            (name, "text"),
            (window.cell_words, "dim"),
            (window.sees_words, "dim"),
        ]
        return words

    def _paint(self, painter: QPainter) -> None:
        window = self._window
        if window is None:
            return
        theme, field = self._theme, window.field
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        words = self._words(window)
        metrics = QFontMetricsF(theme.font("caption"))
        height, width = window.picture.shape
        # A frame may stand over the border.
        over = max(
            0, -field.top, -field.left, field.top + field.rows - height, field.left + field.columns - width
        )
        hint = self.tr("A click or Enter shows it to the network, and pins the cell.")
        wrap = Qt.TextFlag.TextWordWrap
        whole = QRectF(0, 0, self.width(), self.height())
        hint_height = metrics.boundingRect(whole, wrap, hint).height() + theme.px(6)
        room = self.height() - len(words) * metrics.height() - hint_height - theme.px(10)
        pixel = int(
            min(theme.px(MOST_PIXEL_PX), room / (height + 2 * over), self.width() / (width + 2 * over))
        )
        below = 0.0
        if pixel >= 1:
            painter.translate(over * pixel + 2, over * pixel + 2)
            square = QRectF(0, 0, width * pixel, height * pixel)
            colours = ink_colours(window.picture.astype(np.float64).ravel(), theme)
            draw_pixels(painter, square, image_of(packed(colours.reshape(height, width, 3))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("node"), 1.0))
            painter.drawRect(square)
            frame = QRectF(field.left * pixel, field.top * pixel, field.columns * pixel, field.rows * pixel)
            for token, wide in (("canvas", FRAME_PX + 2), ("text", FRAME_PX)):
                pen = QPen(theme.colour(token), theme.px(wide))
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                painter.drawRect(frame)
            painter.translate(-over * pixel - 2, -over * pixel - 2)
            below = (height + 2 * over) * pixel + theme.px(8)
        painter.setFont(theme.font("caption"))
        for number, (text, token) in enumerate(words):
            painter.setPen(theme.colour(token))
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            line = QRectF(0, below + number * metrics.height(), self.width(), metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setPen(theme.colour("dim"))
        top = below + len(words) * metrics.height() + theme.px(6)
        painter.drawText(QRectF(0, top, self.width(), hint_height), wrap, hint)

    def _describe(self) -> None:
        window = self._window
        self.setAccessibleDescription("" if window is None else sentences([window.spoken, window.sees_words]))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The chosen window in its picture"))
        self.setWhatsThis(
            self.tr(
                "The whole training picture; the frame is what the chosen cell sees of it, through all layers before."
            )
        )
        self._describe()
        self.update()
