"""Why what was asked for at the neurons is not seen, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import Snapshot
from gui.network.geometry.layout import fitting_theme, input_shape
from gui.network.geometry.shapes import Column, Layout
from gui.network.marks.preferred_class_marks import part_beside_maps, room_for_names
from gui.network.marks.weight_tiles import LARGE_RADIUS
from gui.theme.tokens import Theme
from gui.widgets.sentence_text import enumerated


def why_no_names(snapshot: Snapshot, layout: Layout, theme: Theme) -> str:
    """Why favourite classes are missing, in all layers or in some; "" where there is room for them in every one."""
    if not snapshot.data.class_names:
        return QCoreApplication.translate(
            "NetworkView", "These examples have no classes, so no neuron has a favourite."
        )
    if len(layout.layers) < 2:
        return _no_hidden()
    size = fitting_theme(layout.width, layout.height, theme).type_size("tick")
    small = [
        str(number)
        for number, column in enumerate(layout.layers[:-1], 1)
        if column.cell is not None or not _has_room(column, size)
    ]
    if not small:
        return ""
    if len(small) == len(layout.layers) - 1:
        return QCoreApplication.translate(
            "NetworkView",
            "The neurons have no room for their favourite classes. View, Zoom, Nearer enlarges them.",
        )
    words = QCoreApplication.translate(
        "NetworkView",
        "There is no room for favourite classes at the neurons of layer {layers}. View, Zoom, Nearer enlarges them.",
    )
    return words.format(layers=enumerated(small))


def _has_room(column: Column, size: float) -> bool:
    """Whether a layer's neurons or maps have room for names in type of this size, or smaller."""
    if column.maps is not None:
        return part_beside_maps(column.maps, size) > 0
    return any(room_for_names(column.x[column.shown], column.y[column.shown], column.radius, size)[1:])


def why_no_tiles(snapshot: Snapshot, layout: Layout) -> str:
    """Why the neurons of the first layer show no pictures of their weights; "" where they do."""
    if input_shape(snapshot)[1] == 1:
        return QCoreApplication.translate(
            "NetworkView", "These inputs are no picture, so the neurons show none of their weights."
        )
    if len(layout.layers) < 2:
        return _no_hidden()
    if layout.layers[0].radius >= LARGE_RADIUS:
        return ""
    return QCoreApplication.translate(
        "NetworkView",
        "The neurons of layer 1 are too small for pictures of their weights. View, Zoom, Nearer enlarges them.",
    )


def why_nothing_unfolds(layout: Layout) -> str:
    """Why no layer is seen unfolded, in a `layout` that was asked for; "" where one is."""
    columns = layout.layers[:-1]
    if not columns:
        return _no_hidden()
    if any(column.expanded for column in columns):
        return ""
    if any(column.collapsed_group is not None for column in columns):
        return QCoreApplication.translate(
            "NetworkView", "These layers stay folded: they have too many neurons to be drawn one by one."
        )
    return QCoreApplication.translate(
        "NetworkView",
        "No layer is folded: every neuron is shown already. The switch stays on, for wide layers that come.",
    )


def _no_hidden() -> str:
    return QCoreApplication.translate("NetworkView", "This network has no hidden neurons.")
