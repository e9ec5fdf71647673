"""A network's picture has a layout for its size, which is made when places are asked for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.engine.snapshot import Snapshot
from gui.network.geometry.layout import WHOLE, fitting_theme, layout_of
from gui.network.geometry.shapes import Indices, Layout, Zoom
from gui.network.marks.neuron_marks import UNIT_ACTIVATIONS
from gui.network.marks.scales import Scales
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.size_follower import SizeFollower


class LaidOutPicture(ReportsExceptions, QWidget):
    """Whoever asks for a place has it in the size of now; what is on screen stays until it is drawn in that size."""

    # Something is to be drawn anew, although nothing new was shown.
    work_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = Theme()
        self._displayed: Snapshot | None = None
        self._last_frame = ComposedFrame()
        self.preparation = self._last_frame.preparation
        self._zoom = WHOLE
        self._expanded: frozenset[int] = frozenset()
        self._prefer: tuple[Indices | None, ...] = ()
        self._size = SizeFollower(self, lambda: self._follow_size())

    def sizeHint(self) -> QSize:
        return QSize(800, 506)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    @property
    def _composed_frame(self) -> ComposedFrame:
        """All that does not move, in places of this size."""
        self._size.follow()
        return self._last_frame

    @property
    def _context(self) -> RenderContext:
        """What everything is drawn by; there is none before the first snapshot."""
        return self._composed_frame.context

    @property
    def layout_shown(self) -> Layout | None:
        """Where everything stands; None before the first snapshot."""
        return None if self._displayed is None else self._context.layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Places are found once, when they are asked for, or in a turn after what is on screen was painted once more.
        self._size.note()

    def _follow_size(self) -> None:
        if self._displayed is not None:
            self.preparation.take_in()
            # While a window is drawn larger nobody waits for the edges.
            self._lay_out(QTransform())

    def _reset_interaction(self, transform: QTransform | None = None) -> None:
        """Lay out and draw everything again; with a `transform` what is on screen stays until that is done."""
        self._lay_out(QTransform() if self.preparation.is_held else transform)
        self.update()

    def _lay_out(self, transform: QTransform | None = None) -> None:
        if self._displayed is not None:
            self._set_context(self._last_frame.context.scales, transform)
            self.work_wanted.emit()

    def _set_context(self, scales: Scales, transform: QTransform | None = None) -> None:
        self._size.drop()
        theme = fitting_theme(self.width(), self.height(), self._theme)
        ratio = self.devicePixelRatioF()
        layout = self._make_layout(self._zoom)
        self._zoom = layout.zoom
        scales.follow_layout(layout, () if self._displayed is None else self._displayed.connections)
        self._last_frame.set_context(RenderContext(layout, theme, ratio, scales), transform)

    def _make_layout(self, zoom: Zoom, prefer: tuple[Indices | None, ...] | None = None) -> Layout:
        displayed = self._displayed
        assert displayed is not None
        return layout_of(
            displayed,
            (self.width(), self.height()),
            self._theme,
            self._prefer if prefer is None else prefer,
            zoom,
            self._expanded,
            displayed.output in UNIT_ACTIVATIONS,
        )
