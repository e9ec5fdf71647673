"""The neurons for those who do not see the picture: each a child of the network view, with its name and its numbers;
cells of feature maps are children of their maps (`gui.network.accessible_maps`).

Qt asks for these only when an assistive technology does, so nothing is kept up to date: every answer is looked up in
what the view shows at that moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from core.engine.snapshot import Snapshot
from gui.network.accessible_maps import AccessibleLayer
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Column, Layout
from gui.network.interaction.neuron_values import neuron_values
from gui.network.interaction.selection import Neuron, Selection
from gui.network.interaction.sign_button import sign_name
from gui.network.marks.neuron_marks import bar_marks
from gui.network.marks.text_marks import verdict
from gui.widgets.announcement import announce
from gui.widgets.number_text import signed, value_text
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.sentence_text import enumerated, listed, sentences

if TYPE_CHECKING:
    from gui.network.view import NetworkView


class AccessibleNeuron(ReportsExceptions, QAccessibleInterface):
    """One neuron that stands in the picture."""

    def __init__(self, network: AccessibleNetwork, neuron: Neuron) -> None:
        super().__init__()
        self._network = network
        self.neuron = neuron

    def isValid(self) -> bool:
        return self._network.shows(self.neuron)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> Any:
        return self._network.window()

    def parent(self) -> QAccessibleInterface:
        return self._network.parent_of(self.neuron)

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
    """The network view with its neurons as children, layer by layer, and after them what can be pressed in it."""

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.view = view
        # Qt keeps no reference to what Python has made.
        self._children: dict[Neuron, AccessibleNeuron] = {}
        self._layers: dict[int, AccessibleLayer] = {}

    def text(self, kind: QAccessible.Text) -> str:
        text: str = super().text(kind)
        displayed, layout = self.view.displayed_snapshot, self.view.layout_shown
        if kind != QAccessible.Text.Description or displayed is None or layout is None:
            return text
        focused = self.view.focused_neuron
        pinned = "" if focused is None else pinned_text(self.view, focused)
        moment = self.view.animation_shown
        phase = self.view.walkthrough_shown if moment.is_walkthrough else ""
        parts = [listed([text, pinned]), phase, answer(displayed, layout, moment), self._picture_text()]
        return sentences([*parts, *self.view.legend_words])

    def _picture_text(self) -> str:
        """Which number the connections show."""
        picture = {
            "weight": QCoreApplication.translate("Actions", "Weights"),
            "signal": QCoreApplication.translate("Actions", "Signal"),
            "gradient": QCoreApplication.translate("Actions", "Gradient"),
            "mean_gradient": QCoreApplication.translate("Actions", "Mean gradient"),
            "change": QCoreApplication.translate("Actions", "Change"),
        }[self.view.edge_picture]
        words = QCoreApplication.translate("NetworkView", "picture of the connections: {picture}").format(
            picture=picture
        )
        return listed((words, sign_name(self.view.sign) if self.view.sign else ""))

    def columns(self) -> Sequence[Column]:
        """The layers that stand there; none before the first snapshot."""
        layout = self.view.layout_shown
        return () if layout is None or self.view.displayed_snapshot is None else layout.layers

    def shows(self, neuron: Neuron) -> bool:
        """Whether a neuron stands there; found without a list of them all, for Qt asks for each."""
        layer, index = neuron
        columns = self.columns()
        return layer < len(columns) and _place(columns[layer], index) >= 0

    def index_of(self, neuron: Neuron) -> int:
        """Which child a neuron is, or -1: of a cell its layer is the child."""
        if not self.shows(neuron):
            return -1
        layer, index = neuron
        columns = self.columns()
        before = sum(map(_children, columns[:layer]))
        return before + (_place(columns[layer], index) if columns[layer].maps is None else 0)

    def childCount(self) -> int:
        return sum(map(_children, self.columns())) + len(self._widgets())

    def _widgets(self) -> list[QWidget]:
        """What can be pressed in the picture, behind the neurons: the legend, its signs, another example."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        own = self.view.findChildren(QAbstractButton, options=direct)
        return [widget for widget in own if not widget.isHidden()]

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if index < 0:
            return None
        for layer, column in enumerate(self.columns()):
            if index < _children(column):
                is_of_maps = column.maps is not None
                return self._layer(layer) if is_of_maps else self.child_of((layer, int(column.shown[index])))
            index -= _children(column)
        widgets = self._widgets()
        return QAccessible.queryAccessibleInterface(widgets[index]) if index < len(widgets) else None

    def child_of(self, neuron: Neuron) -> AccessibleNeuron:
        """The neuron, which may be a child of a map."""
        if neuron not in self._children:
            self._children[neuron] = AccessibleNeuron(self, neuron)
        return self._children[neuron]

    def parent_of(self, neuron: Neuron) -> QAccessibleInterface:
        """The map that a cell belongs to; of any other neuron this."""
        layer, index = neuron
        columns = self.columns()
        maps = columns[layer].maps if layer < len(columns) else None
        of_map = None if maps is None else self._layer(layer).child(index % len(maps.tiles))
        return self if of_map is None else of_map

    def _layer(self, layer: int) -> AccessibleLayer:
        if layer not in self._layers:
            self._layers[layer] = AccessibleLayer(self, layer)
        return self._layers[layer]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, AccessibleNeuron):
            return self.index_of(child.neuron) if child.parent() is self else -1
        layer = next((layer for layer, own in self._layers.items() if own is child), None)
        if layer is not None:
            return self.index_of((layer, 0))
        widgets, widget = self._widgets(), child.object()
        return self.childCount() - len(widgets) + widgets.index(widget) if widget in widgets else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = QPoint(x, y)
        here = self.view.mapFromGlobal(point)
        for layer, column in enumerate(self.columns()):
            if column.maps is not None:
                if self._layer(layer).childAt(x, y) is not None:
                    return self._layer(layer)
                continue
            # What is a px too far by rounding its own rectangle decides.
            apart = np.maximum(abs(column.x[column.shown] - here.x()), abs(column.y[column.shown] - here.y()))
            for index in column.shown[apart <= column.radius + 2]:
                child = self.child_of((layer, int(index)))
                if child.rect().contains(point):
                    return child
        pressed = (widget for widget in self._widgets() if widget.geometry().contains(here))
        widget = next(pressed, None)
        return None if widget is None else QAccessible.queryAccessibleInterface(widget)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        neuron = self.view.focused_neuron
        return None if neuron is None or not self.shows(neuron) else self.child_of(neuron)


def _children(column: Column) -> int:
    """How many children a layer has: all neurons that are shown, or one that is a group of maps."""
    return column.shown.size if column.maps is None else 1


def _place(column: Column, index: int) -> int:
    """Which of a layer's shown neurons one is, or -1."""
    place = int(np.searchsorted(column.shown, index))
    return -1 if place >= column.shown.size or column.shown[place] != index else place


def answer(snapshot: Snapshot, layout: Layout, moment: AnimationState) -> str:
    """What the network says of the displayed example, and its C, as they stand in the picture.

    In a walkthrough each is said once its phase has come, as it is shown; a signal that passes again and again hides
    them for less than one is listening.
    """
    if not moment.is_walkthrough:
        moment = AnimationState()
    loss, says = snapshot.trace.loss if moment.loss_shown else None, verdict(snapshot, layout, moment)
    bars = bar_marks(snapshot, layout, moment)
    if not snapshot.data.class_names and bars.label[0]:
        # Its title names the targets; what the bars show is the answer, without the sign that one is cut.
        says = f"y = {enumerated(label.strip('‹› ') for label in bars.label if label)}"
    return listed((says, "" if loss is None else f"C = {value_text(loss)}"))


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
    if isinstance(tree, AccessibleNetwork) and tree.shows(neuron):
        if tree.parent_of(neuron) is tree:
            event.setChild(tree.index_of(neuron))
        else:
            # A cell is no child of the view.
            event = QAccessibleEvent(tree.child_of(neuron), QAccessible.Event.Focus)
    QAccessible.updateAccessibility(event)


class ReachedReader:
    """What the keys have reached in the picture, read out: a neuron has the focus, as an item of its own.

    Connections and kernels' weights are no items, for there are too many: each is announced when it is come to, and
    not anew with each update of its numbers.
    """

    def __init__(self, view: NetworkView) -> None:
        self._view = view
        self._heard: object = None

    def tell(self, selection: Selection, words: str, by_pointer: bool) -> None:
        """Read out in these `words` what is selected now, where the keys have led to it."""
        focused = selection.focused
        reached = selection.weight if focused is None else selection.edge or focused
        heard, self._heard = self._heard, reached
        if reached is None or (focused is None and by_pointer):
            return
        self._view.setAccessibleDescription(words)
        if focused is not None and selection.edge is None:
            notify_focus(self._view, focused)
        elif reached != heard and not by_pointer:
            announce(self._view, words)

    def stay(self, is_at_end: bool) -> None:
        """Read out where the keys still are, as nothing comes after it; else that nothing is where they lead to."""
        none = QCoreApplication.translate("NetworkView", "No connection on this side")
        announce(self._view, self._view.accessibleDescription() if is_at_end else none)

    def forget(self) -> None:
        """Nothing is reached any more."""
        self._heard = None


@cache
def install() -> None:
    """Let Qt ask for the neurons of every network view; once is enough."""
    QAccessible.installFactory(_factory)
