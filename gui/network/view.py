"""The network as one asks it: what is pointed at, focused and pinned, and the card that tells its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from core.engine.snapshot import Snapshot
from gui.network import accessibility
from gui.network.geometry.shapes import Rect
from gui.network.geometry.zoom import place_of
from gui.network.interaction.callout import Callout
from gui.network.interaction.edge_navigation import next_edge, ranked_edges
from gui.network.interaction.neuron_values import Edge, edge_facts, neuron_facts
from gui.network.interaction.selection import (
    ARROWS,
    Attended,
    Neuron,
    Pointing,
    neuron_of,
    next_neuron,
    only_through,
)
from gui.network.interaction.zoom_gestures import EnlargeablePicture
from gui.network.marks.edge_marks import hit_sign
from gui.network.marks.mark_types import PulseMarks
from gui.network.painting.detached_render import Card
from gui.network.painting.stale_overlay import Way
from gui.theme.tokens import Theme
from gui.widgets.translated import Translated

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class NetworkView(Translated, EnlargeablePicture):
    """The picture of the network, and what the learner points at in it."""

    neuron_pointed = Signal(int, int)
    edge_pointed = Signal(int, int, int)
    nothing_pointed = Signal()
    # All that is pinned: neurons (layer, index) and edges (group, source, target), the latest last.
    pins_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._pointing = Pointing()
        self._focus_seen = False
        self._callout = Callout(self, self._theme)
        accessibility.install()
        self._retranslate()

    # --- what is attended to

    @property
    def scene(self) -> Snapshot | None:
        """The snapshot that is shown."""
        return self._scene

    @property
    def focused_neuron(self) -> Neuron | None:
        """The neuron that the keyboard has reached."""
        return self._pointing.focused

    @property
    def pins(self) -> tuple[Attended, ...]:
        """What is pinned."""
        return self._pointing.pins

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take colours, type and scale."""
        self._callout.set_theme(theme)
        super().set_theme(theme)

    def set_edge_picture(self, picture: str) -> None:
        """Colour the edges by w, a·w, ∂C/∂w, its mean or ΔW: one of `edge_values.PICTURES`."""
        super().set_edge_picture(picture)
        self._renew_callout()

    def set_unused_inputs(self, unused: NDArray[np.bool_] | None) -> None:
        """Say which pixels (almost) never have ink: their weights are still the random start."""
        self._callout.set_unused_inputs(unused)

    def show_scene(self, snapshot: Snapshot) -> None:
        """Show the neurons, the bars and C of this snapshot."""
        super().show_scene(snapshot)
        self._renew_callout()

    def let_go(self) -> None:
        """Nothing is focused, pinned or pointed at any more: the neurons have other numbers now."""
        self._let_go()

    def _meet_network(self, snapshot: Snapshot, other_sizes: bool) -> None:
        if other_sizes:
            self._pointing = Pointing()
            self._still.isolate(None)
            self._callout.hide()
        self._pointing.connections = snapshot.connections
        super()._meet_network(snapshot, other_sizes)

    def _start_anew(self, way: Way | None = None) -> None:
        super()._start_anew(way)
        if self._ground is not None:
            self._renew_callout()

    # --- painting

    def _pulses_to_show(self, pulses: PulseMarks) -> PulseMarks:
        isolated = self._pointing.isolated
        return pulses if isolated is None else only_through(pulses, isolated)

    def _paint_over(self, painter: QPainter) -> None:
        if self._focus_seen and self.hasFocus():
            painter.setPen(QPen(self._theme.colour("text"), 2.0))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _cards(self) -> Sequence[Card]:
        ratio = self.devicePixelRatioF()
        return [
            Card(callout.x(), callout.y(), tuple(callout.image(ratio * times) for times in (1, 2, 4)))
            for callout in self.findChildren(Callout)
            if callout.isVisible()
        ]

    # --- pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scene is None or self._ground is None or self.follow_drag(event):
            return
        before = replace(self._pointing)
        position = event.position()
        self._pointing.point_at(self._scene, self._ground.layout, position.x(), position.y())
        if self._pointing != before:
            self._attend(before, position)

    def leaveEvent(self, event: QEvent) -> None:
        self._stop_pointing()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop_pointing()
        super().hideEvent(event)

    def _stop_pointing(self) -> None:
        before = replace(self._pointing)
        self._pointing.leave()
        self._attend(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._focus_seen = False
        if self._choose_sign(event) or self._choose_band(event):
            return
        self.mouseMoveEvent(event)
        what = self._pointing.edge or self._pointing.pointed
        if event.button() == Qt.MouseButton.LeftButton and what is not None:
            self._pin(what, beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        super().mousePressEvent(event)

    def _choose_sign(self, event: QMouseEvent) -> bool:
        """A click on a sign of the legend hides the other; another one brings it back."""
        if self._ground is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        position = event.position()
        sign = hit_sign(self._ground.layout, self._ground.theme, position.x(), position.y())
        if sign:
            edges = self._still.edges
            edges.set_sign(0 if edges.sign == sign else sign)
            self.work_wanted.emit()
        return sign != 0

    def _choose_band(self, event: QMouseEvent) -> bool:
        """A click on a band unfolds its layer; another one folds it again."""
        if self._ground is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        x, y = event.position().x(), event.position().y()
        for layer, column in enumerate(self._ground.layout.layers[:-1]):
            if column.band is not None and column.band.contains(x, y):
                self.toggle_layer(layer)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._ground is None:
            super().keyPressEvent(event)
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._walk_edges(*ARROWS[key])
        elif key in ARROWS:
            before = replace(self._pointing)
            self._pointing.leave()
            self._pointing.focused = next_neuron(self._ground.layout, before.looked_at, ARROWS[key])
            self._bring_into_view(self._pointing.focused)
            self._attend(before)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointing.looked_at is not None:
            what = self._pointing.edge or self._pointing.looked_at
            self._pin(what, beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape and self._pointing.isolated is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _walk_edges(self, across: int, down: int) -> None:
        """Shift and arrows: up and down go through the edges in order of rank, left and right choose a side."""
        scene, before = self._scene, replace(self._pointing)
        neuron = before.isolated
        if scene is None or neuron is None:
            return
        comes_in = before.edge is None or neuron_of(before.edge, scene.connections) == neuron
        incoming = across < 0 or (across == 0 and comes_in)
        edges = self._still.edges
        ranked = ranked_edges(scene, neuron, edges.picture, edges.values_shown, incoming)
        self._pointing.focused, self._pointing.pointed = neuron, None
        self._pointing.edge = next_edge(ranked, None if across else before.edge, down) or before.edge
        self._attend(before)

    def _bring_into_view(self, neuron: Neuron) -> None:
        """Move an enlarged network so that a neuron is seen."""
        if self._ground is None or self._ground.layout.content is None:
            return
        content, (x, y) = self._ground.layout.content, place_of(self._ground.layout, neuron)
        reach = self._ground.layout.layers[neuron[0]].radius + 8
        dx = max(0.0, content.x + reach - x) - max(0.0, x + reach - content.x - content.width)
        dy = max(0.0, content.y + reach - y) - max(0.0, y + reach - content.y - content.height)
        if dx or dy:
            self.show_moved(dx, dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_seen = event.reason() in KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        before = replace(self._pointing)
        self._pointing.focused = None
        self._pointing.drop_edge()
        self._attend(before)
        self.update()
        super().focusOutEvent(event)

    def pin(self, what: Attended, beside: bool = False) -> None:
        """Keep a neuron or an edge, in place of what is kept or beside it; what is kept already is let go."""
        self._pin(what, beside)

    def _pin(self, what: Attended, beside: bool = False) -> None:
        before = replace(self._pointing)
        self._pointing.pin(what, beside)
        self._attend(before)
        self.pins_changed.emit(self._pointing.pins)

    def _let_go(self) -> None:
        """Escape: nothing is focused, pinned or pointed at."""
        before = self._pointing
        self._pointing = Pointing(connections=before.connections)
        self._attend(before)
        if before.pins:
            self.pins_changed.emit(())

    def _attend(self, before: Pointing, position: QPointF | None = None) -> None:
        """Show what is attended to now, and say so if it is something else than before."""
        now = self._pointing
        if now == before:
            return
        self._still.isolate(now.isolated, now.pins, now.edge)
        self._renew_callout(position)
        self.update()
        if now.edge is not None and now.edge != before.edge:
            self.edge_pointed.emit(*now.edge)
        elif now.edge is None and now.looked_at is not None:
            if now.looked_at != before.looked_at or before.edge is not None:
                self.neuron_pointed.emit(*now.looked_at)
        elif now.edge is None and (before.looked_at is not None or before.edge is not None):
            self.nothing_pointed.emit()

    def _renew_callout(self, position: QPointF | None = None) -> None:
        """Bring the card's numbers up to date, and put it beside what they belong to."""
        scene, ground, pointing = self._scene, self._ground, self._pointing
        if scene is None or ground is None or (pointing.looked_at is None and pointing.edge is None):
            if self._callout.isVisible():
                self._callout.hide()
            return
        room = Rect(4, 4, self.width() - 8, self.height() - 8)
        neuron = pointing.isolated
        if neuron is None:
            return
        layer, index = neuron
        column = ground.layout.layers[layer]
        x, y, reach = float(column.x[index]), float(column.y[index]), column.radius + 6
        avoid = [QRectF(x - reach, y - reach, 2 * reach, 2 * reach)]
        last = len(ground.layout.layers) - 1
        if pointing.edge is not None:
            self._callout.show_edge(edge_facts(scene, *pointing.edge))
            if position is not None:
                at_x, at_y = position.toTuple()
                self._callout.place(at_x, at_y, 0, room, avoid, prefer_left=at_x < x)
            elif pointing.focused is not None:
                # On the other side of the neuron: nothing of the edge is hidden.
                far_x, far_y = self._far_end(pointing.edge, neuron)
                avoid.append(QRectF(far_x - reach, far_y - reach, 2 * reach, 2 * reach))
                self._callout.place(x, y, reach, room, avoid, prefer_left=far_x > x)
        else:
            self._callout.show_neuron(neuron_facts(scene, layer, index))
            self._callout.place(x, y, reach, room, avoid, prefer_left=layer == last)
        if self._callout.isHidden():
            self._callout.show()
            self._callout.raise_()
        if pointing.focused is not None:
            self.setAccessibleDescription(self._callout.text)
            accessibility.tell_of_focus(self, pointing.focused)

    def _far_end(self, edge: Edge, neuron: Neuron) -> tuple[float, float]:
        """Where an edge of this neuron comes from or leads to."""
        assert self._ground is not None and self._scene is not None
        number, source, target = edge
        group = self._scene.connections[number]
        ends = (group.source_layer - 1, source), (group.target_layer - 1, target)
        return place_of(self._ground.layout, ends[neuron == ends[0]])

    # --- words

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Network"))
        self.setWhatsThis(
            self.tr(
                "The network. Left, the example that is shown; then each layer's neurons, filled by their activation;"
                " right, the outputs y. Edges have the colour that the legend explains. The ring around a neuron is its"
                " δ = ∂C/∂z: the wider, the larger; green is plus, violet minus. Point at a neuron to see its edges and"
                " its numbers; click it or an edge to keep it, with Ctrl beside others. Arrow keys move from neuron to"
                " neuron, with Shift through its edges, the strongest first; Enter keeps. Of points in the plane the"
                " map at the left shows the network's answer everywhere, the surer the fuller its colour; of a curve"
                " on the line what it answers from left to right. A ring is around the shown example."
            )
        )
        self._start_anew()
