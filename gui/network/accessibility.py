"""The neurons for those who do not see the picture: each a child of the network view, with its name and its numbers.

Qt asks for these only when an assistive technology does, so nothing is kept up to date: every answer is looked up in
what the view shows at that moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Column, Layout
from gui.network.interaction.neuron_values import neuron_values
from gui.network.interaction.selection import Neuron
from gui.network.marks.text_marks import verdict
from gui.widgets.number_text import signed, value_text
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.sentence_text import listed, sentences

if TYPE_CHECKING:
    from gui.network.view import NetworkView


class AccessibleNeuron(ReportsExceptions, QAccessibleInterface):
    """One neuron that stands in the picture."""

    def __init__(self, network: AccessibleNetwork, neuron: Neuron) -> None:
        super().__init__()
        self._network = network
        self.neuron = neuron

    def isValid(self) -> bool:
        return self._network.index_of(self.neuron) >= 0

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> Any:
        return self._network.window()

    def parent(self) -> QAccessibleInterface:
        return self._network

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        view = self._network.view
        layout = view.layout_shown
        if layout is None or not self.isValid():
            return QRect()
        layer, index = self.neuron
        column = layout.layers[layer]
        side = round(2 * column.radius)
        corner = QPoint(round(column.x[index] - column.radius), round(column.y[index] - column.radius))
        return QRect(view.mapToGlobal(corner), QRect(0, 0, side, side).size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.focused = self._network.view.focused_neuron == self.neuron
        state.selected = self.neuron in self._network.view.pins
        # Most of a zoomed network is outside.
        view = self._network.view
        state.offscreen = not view.rect().intersects(
            QRect(view.mapFromGlobal(self.rect().topLeft()), self.rect().size())
        )
        return state

    def text(self, kind: QAccessible.Text) -> str:
        displayed = self._network.view.displayed_snapshot
        if displayed is None or not self.isValid():
            return ""
        values = neuron_values(displayed, *self.neuron)
        if kind == QAccessible.Text.Name:
            return values.title
        if kind == QAccessible.Text.Value:
            return f"{values.symbol} = {values.output_text}"
        if kind == QAccessible.Text.Description:
            numbers = [f"z = {signed(values.z)}"]
            if values.b is not None:
                numbers.append(f"b = {signed(values.b)}")
            if values.delta is not None:
                numbers.append(f"δ = {signed(values.delta)}")
            return listed([*numbers, pinned_text(self._network.view, self.neuron)])
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Numbers are the engine's."""


class AccessibleNetwork(ReportsExceptions, QAccessibleWidget):
    """The network view with its neurons as children, layer by layer."""

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.view = view
        # Qt keeps no reference to what Python has made.
        self._children: dict[Neuron, AccessibleNeuron] = {}

    def text(self, kind: QAccessible.Text) -> str:
        text: str = super().text(kind)
        displayed, layout = self.view.displayed_snapshot, self.view.layout_shown
        if kind != QAccessible.Text.Description or displayed is None or layout is None:
            return text
        focused = self.view.focused_neuron
        pinned = "" if focused is None else pinned_text(self.view, focused)
        return sentences([listed([text, pinned]), answer(displayed, layout), self._picture_text()])

    def _picture_text(self) -> str:
        """Which number the connections show."""
        picture = {
            "weight": QCoreApplication.translate("Actions", "Weights"),
            "signal": QCoreApplication.translate("Actions", "Signal"),
            "gradient": QCoreApplication.translate("Actions", "Gradient"),
            "mean_gradient": QCoreApplication.translate("Actions", "Mean gradient"),
            "change": QCoreApplication.translate("Actions", "Change"),
        }[self.view.edge_picture]
        return QCoreApplication.translate("NetworkView", "picture of the connections: {picture}").format(
            picture=picture
        )

    def _columns(self) -> Sequence[Column]:
        """The layers that stand there; none before the first snapshot."""
        layout = self.view.layout_shown
        return () if layout is None or self.view.displayed_snapshot is None else layout.layers

    def index_of(self, neuron: Neuron) -> int:
        """Which child a neuron is, or -1; found without a list of them all, for Qt asks for each."""
        layer, index = neuron
        columns = self._columns()
        if layer >= len(columns):
            return -1
        shown = columns[layer].shown
        place = int(np.searchsorted(shown, index))
        if place >= shown.size or shown[place] != index:
            return -1
        return sum(column.shown.size for column in columns[:layer]) + place

    def childCount(self) -> int:
        return sum(column.shown.size for column in self._columns())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if index < 0:
            return None
        for layer, column in enumerate(self._columns()):
            if index < column.shown.size:
                return self._child_of((layer, int(column.shown[index])))
            index -= column.shown.size
        return None

    def _child_of(self, neuron: Neuron) -> AccessibleNeuron:
        if neuron not in self._children:
            self._children[neuron] = AccessibleNeuron(self, neuron)
        return self._children[neuron]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.index_of(child.neuron) if isinstance(child, AccessibleNeuron) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = QPoint(x, y)
        here = self.view.mapFromGlobal(point)
        for layer, column in enumerate(self._columns()):
            # What is a px too far by rounding its own rectangle decides.
            apart = np.maximum(abs(column.x[column.shown] - here.x()), abs(column.y[column.shown] - here.y()))
            for index in column.shown[apart <= column.radius + 2]:
                child = self._child_of((layer, int(index)))
                if child.rect().contains(point):
                    return child
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        neuron = self.view.focused_neuron
        return None if neuron is None or self.index_of(neuron) < 0 else self._child_of(neuron)


def answer(snapshot: Snapshot, layout: Layout) -> str:
    """What the network says of the displayed example, and its C, as they stand in the picture."""
    loss = snapshot.trace.loss
    parts = (verdict(snapshot, layout, AnimationState()), "" if loss is None else f"C = {value_text(loss)}")
    return listed(parts)


def pinned_text(view: NetworkView, neuron: Neuron) -> str:
    """ "pinned" of a neuron that is, "" of any other."""
    return QCoreApplication.translate("NetworkView", "pinned") if neuron in view.pins else ""


# The interfaces that Qt has asked for, by the view's address: kept here, for Qt keeps only pointers.
_made: dict[int, AccessibleNetwork] = {}


def _factory(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    from gui.network.view import NetworkView

    if not isinstance(thing, NetworkView):
        return None
    address = id(thing)
    if address not in _made:
        _made[address] = AccessibleNetwork(thing)
        thing.destroyed.connect(lambda: _made.pop(address, None))
    return _made[address]


def notify_focus(view: NetworkView, neuron: Neuron) -> None:
    """Say that the keys have reached this neuron, where an assistive technology listens."""
    if not QAccessible.isActive():
        return
    event = QAccessibleEvent(view, QAccessible.Event.Focus)
    tree = QAccessible.queryAccessibleInterface(view)
    if isinstance(tree, AccessibleNetwork) and tree.index_of(neuron) >= 0:
        event.setChild(tree.index_of(neuron))
    QAccessible.updateAccessibility(event)


@cache
def install() -> None:
    """Let Qt ask for the neurons of every network view; once is enough."""
    QAccessible.installFactory(_factory)
