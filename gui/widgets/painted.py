"""A picture that is painted in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.exchange.table import Column
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers
from gui.widgets.key_reading import KeyReading
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.translated import Translated


class Painted(Translated, QWidget):
    """As wide as there is room, and `height_px` high at 100 %; subclasses paint on the canvas's colour.

    Attributes
    ----------
    is_twin : bool
        Whether it is a copy that is painted into files, and never seen.
    frames_focus : bool
        Whether the frame of what has the keyboard is painted here; those that always have keys paint their own.
    """

    def __init__(self, name: str, height_px: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = Theme()
        self._height_px = height_px
        self.is_twin = self.frames_focus = False
        self._reading: KeyReading | None = None
        # What `_paint_kept` has painted, and of what; whoever shows something else takes it away.
        self._image: QImage | None = None
        self._image_of: object = None

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(self._theme.px(self._height_px)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        # Whatever is moved or cut off for the picture, the frame is the widget's.
        painter.save()
        self._paint(painter)
        painter.restore()
        if self.frames_focus and self.hasFocus():
            paint_focus(painter, self, self._theme)
        painter.end()

    def _read_at_rest(self, words: Callable[[], str] | None = None) -> None:
        """A key has led to something in it, which is heard once the keys rest: by these words, or its description."""
        if self._reading is None:
            self._reading = KeyReading(self)
        self._reading.start(words)

    def figure(self) -> Figure | None:
        """What it shows now, to be kept; None where there is nothing to keep, as in most that are no plots."""
        return None

    def _figure_of(
        self,
        *numbers: Numbers | tuple[Column, ...],
        run: int | None = None,
        update: int | None = None,
        is_of_run: bool = True,
    ) -> Figure:
        """These numbers, and the picture: painted by a copy of this widget that has what it has now."""
        twin = self._twin()

        def paint(painter: QPainter, theme: Theme) -> None:
            if theme != twin._theme:
                twin.set_theme(theme)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(twin.rect(), theme.colour("canvas"))
            twin._paint(painter)

        return Figure(
            self.accessibleName(),
            self.objectName().replace("_", "-"),
            (self.width(), self.height()),
            self._theme,
            paint,
            tuple(each if isinstance(each, Numbers) else Numbers(each) for each in numbers),
            run,
            update,
            is_of_run=is_of_run,
        )

    def _twin(self) -> Self:
        # What a widget shows are values that others take the place of, never values that change.
        kind = type(self)
        twin = kind.__new__(kind)
        QWidget.__init__(twin)
        own = {name: value for name, value in vars(self).items() if not isinstance(value, SignalInstance)}
        vars(twin).update(own, is_twin=True)
        twin.resize(self.size())
        return twin

    def _paint(self, painter: QPainter) -> None:
        """Paint what it shows."""

    def _paint_kept(self, painter: QPainter, paint: Callable[[QPainter], None], of: object = None) -> None:
        """Let `paint` paint what stays where only the pointer moves: once for each `of`, until `_image` is taken away.

        Into a file it is painted as shapes and texts, for any size.
        """
        if self.is_twin:
            paint(painter)
            return
        ratio = self.devicePixelRatioF()
        if self._image is None or self._image_of != (of, ratio):
            self._image, self._image_of = new_image(self.width(), self.height(), ratio), (of, ratio)
            self._image.fill(self._theme.colour("canvas"))
            with painting(self._image) as own:
                own.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(own)
        painter.drawImage(0, 0, self._image)
