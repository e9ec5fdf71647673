"""The picture of the network under the hand: the wheel and a pinch enlarge it, dragging moves it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWhatsThis, QWidget

from gui.network.geometry.layout import WHOLE
from gui.network.geometry.part_places import part_places
from gui.network.geometry.shapes import Layout, Zoom
from gui.network.geometry.zoom import MAX_ZOOM, STEP, anchor, enlarged, moved, place_of
from gui.network.interaction.explanations import explanations, part_at
from gui.network.interaction.hit_test import kind_at
from gui.network.interaction.input_tooltip import input_tooltip
from gui.network.interaction.selection import Neuron
from gui.network.marks.mark_catalog import mark_kinds
from gui.network.paired_picture import PairedNetworkPicture
from gui.widgets.whats_this_box import name_box

# A notch of a mouse's wheel, in Qt's eighths of a degree.
NOTCH = 120.0
# Pressing and moving less than this is a click.
DRAG_PX = 4.0
# A page key moves by this part of the view.
PAGE = 0.8


class ZoomableNetworkPicture(PairedNetworkPicture):
    """A picture of a network that one can go near to."""

    zoomed = Signal()
    """It is enlarged more, or less, than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPointF | None = None
        self._dragging = False

    # --- enlarging and expanding

    def show_zoomed(self, factor: float, x: float, y: float) -> None:
        """Enlarge the network `factor` times more, about a point of the view."""
        if self._displayed is None:
            return
        context = self._context
        old, kept = context.layout, anchor(context.layout, x, y)
        layout = self._make_layout(enlarged(old.zoom, factor))
        # Words and bars do not grow: what is at the pointer is to stay there all the same.
        way = QPointF(x, y) - _way(old, layout, kept).map(QPointF(x, y))
        self._show_zoomed(moved(layout.zoom, way.x(), way.y(), context.layout.content))

    def show_moved(self, dx: float, dy: float) -> None:
        """Move an enlarged network by so many px."""
        if self._displayed is not None and self._zoom.scale > 1:
            self._show_zoomed(moved(self._zoom, dx, dy, self._context.layout.content))

    def _bring_into_view(self, neuron: Neuron) -> None:
        """Move an enlarged network so that a neuron is seen."""
        content, (x, y) = self._context.layout.content, place_of(self._context.layout, neuron)
        reach = self._context.layout.layers[neuron[0]].radius + 8
        dx = max(0.0, content.x + reach - x) - max(0.0, x + reach - content.x - content.width)
        dy = max(0.0, content.y + reach - y) - max(0.0, y + reach - content.y - content.height)
        if dx or dy:
            self.show_moved(dx, dy)

    def show_whole(self) -> None:
        """Fit the whole network into the view."""
        if self._zoom != WHOLE:
            self._zoom = WHOLE
            self._reset_interaction()
            self.zoomed.emit()

    @property
    def zoom(self) -> Zoom:
        """How much the network is enlarged."""
        return self._zoom

    def set_expanded(self, layers: Collection[int]) -> None:
        """Show all neurons of these layers, counted from 0, however small they are."""
        if frozenset(layers) != self._expanded:
            self._expanded = frozenset(layers)
            self._reset_interaction()

    @property
    def expanded(self) -> frozenset[int]:
        """The layers that show all their neurons."""
        return self._expanded

    def _show_zoomed(self, zoom: Zoom) -> None:
        """Lay out anew; what is on screen is moved to where it belongs by then, until the edges are drawn."""
        old = self._context.layout
        kept = anchor(old, old.width / 2, old.height / 2)
        layout = self._make_layout(zoom)
        before, self._zoom = self._zoom.scale, layout.zoom
        self._set_context(self._context.scales, _way(old, layout, kept))
        self.work_wanted.emit()
        self.update()
        if layout.zoom.scale != before:
            self.zoomed.emit()

    # --- verbs

    def enlarge(self) -> None:
        """Enlarge about the middle of the view."""
        self.show_zoomed(STEP * STEP, self.width() / 2, self.height() / 2)

    def reduce(self) -> None:
        """Make it smaller again, about the middle of the view."""
        self.show_zoomed(1 / (STEP * STEP), self.width() / 2, self.height() / 2)

    def expand(self, expanded: bool) -> None:
        """Show every neuron of every layer, or as many as there is room for."""
        layers = [] if self._displayed is None else range(len(self._context.layout.layers) - 1)
        self.set_expanded(layers if expanded else ())

    def toggle_layer(self, layer: int) -> None:
        """Unfold one layer, or fold it again."""
        self.set_expanded(self._expanded ^ {layer})

    # --- the hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys walk along an enlarged network, Home and End lead to its ends."""
        ways = {
            Qt.Key.Key_PageDown: -PAGE,
            Qt.Key.Key_PageUp: PAGE,
            Qt.Key.Key_Home: MAX_ZOOM,
            Qt.Key.Key_End: -MAX_ZOOM,
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or self.zoom.scale == 1:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.show_moved(0, way * self.height())
        else:
            self.show_moved(way * self.width(), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._displayed is None:
            event.ignore()
            return
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        pixels, turned = event.pixelDelta(), event.angleDelta()
        at = event.position()
        if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Two fingers on a touchpad move the picture; pinching enlarges it.
            self.show_moved(pixels.x(), pixels.y())
        elif sideways or abs(turned.x()) > abs(turned.y()):
            self.show_moved(turned.x() or turned.y(), 0)
        else:
            self.show_zoomed(STEP ** (turned.y() / NOTCH), at.x(), at.y())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """A pinch on a touchpad and questions about what is under the pointer have no handlers of their own."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End)
            and self.zoom.scale != 1
        ):
            # Of an enlarged network they show another part, and lead through no walkthrough.
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._show_mark_tooltip(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.WhatsThis:
            text = self.explanation_at(event.pos().toPointF())
            QWhatsThis.showText(event.globalPos(), text, self)
            name_box(text)
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            at = event.position()
            self.show_zoomed(1 + event.value(), at.x(), at.y())
            return True
        return super().event(event)

    def explanation_at(self, at: QPointF) -> str:
        """What is at this point of the view, in a few sentences."""
        if self._displayed is None:
            return self.whatsThis()
        layout, theme = self._context.layout, self._context.theme
        part = part_at(layout, theme, at.x(), at.y())
        gaps = part_places(layout, theme, "edge")
        if part is None and any(gap.contains(at.x(), at.y()) for gap in gaps):
            part = "edge"
        return self.explanation_of(part)

    def explanation_of(self, part: str | None) -> str:
        """A part of the picture, a key of `explanations`, in a few sentences; None for the whole."""
        found = explanations().get(part or "")
        if found is None:
            return self.whatsThis()
        return f"<b>{found.title}</b><br>{found.text}"

    def part_rects(self, part: str) -> list[QRectF]:
        """Where the marks of this part stand, in the view's pixels; see `part_places`."""
        if self._displayed is None:
            return []
        places = part_places(self._context.layout, self._context.theme, part)
        return [QRectF(place.x, place.y, place.width, place.height) for place in places]

    def _show_mark_tooltip(self, event: QHelpEvent) -> bool:
        """What the mark under the pointer shows."""
        key, mark_text = None, ""
        if self._displayed is not None:
            at = event.pos()
            key = kind_at(self._context.layout, self._context.theme, at.x(), at.y())
            if key == "map" and not self._displayed.data.class_names:
                key = "map_curve"
            if key == "input":
                mark_text = input_tooltip(self._displayed, self._context.layout, at.x(), at.y())
        if not mark_text:
            mark_text = next((f"{kind.name}\n{kind.shows}" for kind in mark_kinds() if kind.key == key), "")
        if mark_text:
            QToolTip.showText(event.globalPos(), mark_text, self)
        else:
            QToolTip.hideText()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.unsetCursor()
        super().mouseReleaseEvent(event)

    def follow_drag(self, event: QMouseEvent) -> bool:
        """Move an enlarged network with the pressed mouse; True while it does."""
        if self._pressed_at is None or not event.buttons() or self.zoom.scale == 1:
            return False
        way = event.position() - self._pressed_at
        if not self._dragging and way.manhattanLength() < DRAG_PX:
            return False
        if not self._dragging:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pressed_at = event.position()
        self.show_moved(way.x(), way.y())
        return True


def _way(old: Layout, new: Layout, kept: tuple[int, int]) -> QTransform:
    """From where a point of the network was to where it is, as seen from this neuron or input."""
    scale_x, scale_y = new.zoom.scale / old.zoom.scale, new.zoom.tall / old.zoom.tall
    (from_x, from_y), (to_x, to_y) = place_of(old, kept), place_of(new, kept)
    return QTransform(scale_x, 0, 0, scale_y, to_x - scale_x * from_x, to_y - scale_y * from_y)
