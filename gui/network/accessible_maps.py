"""Feature maps for those who do not see the picture: a layer is a group of maps, a map a group of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Column, FeatureMaps, Rect
from gui.network.marks.column_heads import heads_of
from gui.widgets.number_text import signed
from gui.widgets.qt_overrides import ReportsExceptions

if TYPE_CHECKING:
    from gui.network.accessibility import AccessibleNetwork


class _Group(ReportsExceptions, QAccessibleInterface):
    """What a layer of feature maps and a map have in common."""

    def __init__(self, network: AccessibleNetwork, layer: int) -> None:
        super().__init__()
        self._network, self._layer = network, layer

    def name(self) -> str:
        """What it is called."""
        raise NotImplementedError

    def numbers(self) -> str:
        """What there is to know of it besides; "" for nothing."""
        return ""

    def tiles(self) -> Sequence[Rect]:
        """The maps that it consists of, as they stand in the view; none where it is gone."""
        raise NotImplementedError

    def column(self) -> Column | None:
        """Where its layer stands; None where it has no maps any more."""
        columns = self._network.columns()
        found = columns[self._layer] if self._layer < len(columns) else None
        return None if found is None or found.maps is None else found

    def isValid(self) -> bool:
        return bool(self.tiles())

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> Any:
        return self._network.window()

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = (self.child(i) for i in range(self.childCount()))
        return next((child for child in found if child is not None and child.rect().contains(x, y)), None)

    def rect(self) -> QRect:
        tiles = self.tiles()
        if not tiles:
            return QRect()
        left, top = min(tile.x for tile in tiles), min(tile.y for tile in tiles)
        right = max(tile.x + tile.width for tile in tiles)
        bottom = max(tile.y + tile.height for tile in tiles)
        view = self._network.view
        corner = view.mapToGlobal(QPoint(round(left), round(top)))
        return QRect(corner.x(), corner.y(), round(right - left), round(bottom - top))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Grouping

    def state(self) -> QAccessible.State:
        state, view, own = QAccessible.State(), self._network.view, self.rect()
        # Most of a zoomed network is outside.
        state.offscreen = not view.rect().intersects(QRect(view.mapFromGlobal(own.topLeft()), own.size()))
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            words = QCoreApplication.translate("Callout", "layer {layer}, {unit}")
            return words.format(layer=self._layer + 1, unit=self.name())
        return self.numbers() if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Numbers are the engine's."""


class AccessibleLayer(_Group):
    """A layer of feature maps, with its maps as children."""

    def __init__(self, network: AccessibleNetwork, layer: int) -> None:
        super().__init__(network, layer)
        # Qt keeps no reference to what Python has made.
        self._maps: dict[int, AccessibleMap] = {}

    def name(self) -> str:
        """ "8 maps of 16 × 16"."""
        displayed = self._network.view.displayed_snapshot
        assert displayed is not None
        return heads_of(displayed, self._layer, AnimationState(), None)[0]

    def tiles(self) -> Sequence[Rect]:
        """All of its maps."""
        column = self.column()
        return () if column is None or column.maps is None else column.maps.tiles

    def parent(self) -> QAccessibleInterface:
        return self._network

    def childCount(self) -> int:
        return len(self.tiles())

    def child(self, index: int) -> AccessibleMap | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._maps:
            self._maps[index] = AccessibleMap(self._network, self, self._layer, index)
        return self._maps[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, AccessibleMap) and child.parent() is self else -1


class AccessibleMap(_Group):
    """One feature map, with its cells as children, row by row."""

    def __init__(
        self, network: AccessibleNetwork, of_layer: AccessibleLayer, layer: int, number: int
    ) -> None:
        super().__init__(network, layer)
        self._of_layer = of_layer
        self.number = number

    def name(self) -> str:
        """ "map 3"."""
        return QCoreApplication.translate("NetworkView", "map {map}").format(map=self.number + 1)

    def numbers(self) -> str:
        """From which to which number its cells' activations reach."""
        displayed, maps = self._network.view.displayed_snapshot, self._of()
        assert displayed is not None and maps is not None
        a = displayed.trace.a[self._layer][self.number :: len(maps.tiles)]
        return QCoreApplication.translate("NetworkView", "a from {least} to {most}").format(
            least=signed(float(np.min(a))), most=signed(float(np.max(a)))
        )

    def tiles(self) -> Sequence[Rect]:
        """Itself alone."""
        maps = self._of()
        return () if maps is None or self.number >= len(maps.tiles) else (maps.tiles[self.number],)

    def _of(self) -> FeatureMaps | None:
        column = self.column()
        return None if column is None else column.maps

    def parent(self) -> QAccessibleInterface:
        return self._of_layer

    def childCount(self) -> int:
        maps = self._of()
        return 0 if maps is None or not self.tiles() else maps.rows * maps.columns

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        return self._network.child_of((self._layer, index * len(self._of_layer.tiles()) + self.number))

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        here, maps = self._network.view.mapFromGlobal(QPoint(x, y)), self._of()
        if maps is None or not self.rect().contains(x, y):
            return None
        (tile,) = self.tiles()
        # On the last px the rounded rectangle may reach beyond the cells.
        row, column = (
            min(most - 1, max(0, int(past / maps.cell)))
            for past, most in ((here.y() - tile.y, maps.rows), (here.x() - tile.x, maps.columns))
        )
        return self.child(row * maps.columns + column)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        layer, index = getattr(child, "neuron", (-1, -1))
        cell, number = divmod(index, max(1, len(self._of_layer.tiles())))
        return cell if (layer, number) == (self._layer, self.number) else -1
