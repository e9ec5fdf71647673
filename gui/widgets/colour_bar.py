"""What the colours of a picture of weights stand for: the strip from minus to plus, with its numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen

from gui.network.interaction.callout import weights_image
from gui.widgets.number_text import compact
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import labelled, listed

STRIP_PX, SPACE_PX = 10.0, 2.0
# Odd, so that one of them is exactly 0.
COLOURS = 65


class ColourBar(Painted):
    """The very colours of the picture: from −scale to +scale, 0 in the middle."""

    def __init__(self) -> None:
        super().__init__("colour_bar", STRIP_PX)
        self._symbol, self._scale = "w", 0.0

    def show_scale(self, symbol: str, scale: float) -> None:
        """`scale` is the |value| of full colour; `symbol` what the value is called."""
        if (symbol, scale) == (self._symbol, self._scale):
            return
        self._symbol, self._scale = symbol, scale
        self.setAccessibleDescription(labelled(symbol, listed(self.numbers())))
        self.update()

    def numbers(self) -> tuple[str, str, str]:
        """What stands under the left end, the middle and the right end."""
        text = compact(self._scale)
        return (
            (f"−{text}", f"{self._symbol} = 0", f"+{text}")
            if self._scale
            else ("", f"{self._symbol} = 0", "")
        )

    def strip(self) -> QRectF:
        """Where the colours stand."""
        return QRectF(0.5, 0.5, self.width() - 1.0, self._theme.px(STRIP_PX))

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self._theme.font("tick")).height()
        return QSize(120, round(self._theme.px(STRIP_PX + SPACE_PX) + line + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, strip = self._theme, self.strip()
        painter = QPainter(self)
        reach = self._scale or 1.0
        painter.drawImage(strip, weights_image(np.linspace(-reach, reach, COLOURS)[None], theme))
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.drawRect(strip)
        painter.setPen(theme.colour("dim"))
        painter.setFont(theme.font("tick"))
        below = QRectF(0, strip.bottom() + theme.px(SPACE_PX), self.width(), self.height())
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
        for side, text in zip(sides, self.numbers(), strict=True):
            painter.drawText(below, side | Qt.AlignmentFlag.AlignTop, text)
        painter.end()
