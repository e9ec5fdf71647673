"""What a unit is called: a pixel, an input, a neuron, a cell of a feature map, or an output."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import Snapshot


def unit_name(snapshot: Snapshot, layer: int, index: int, is_short: bool = False) -> str:
    """A pixel (of layer 0) or a neuron by its number, a cell of a feature map by its place; all counted from 1.

    A short one has room in a list: "map 3 (4, 5)".
    """
    if layer == 0:
        return QCoreApplication.translate("NetworkView", "pixel {number}").format(number=index + 1)
    shape = snapshot.topology.shapes[layer]
    if len(shape) < 3:
        return QCoreApplication.translate("NetworkView", "neuron {number}").format(number=index + 1)
    _, columns, maps = shape
    cell, number = divmod(index, maps)
    row, column = divmod(cell, columns)
    words = QCoreApplication.translate("NetworkView", "map {map}, row {row}, column {column}")
    if is_short:
        words = QCoreApplication.translate("NetworkView", "map {map} ({row}, {column})")
    return words.format(map=number + 1, row=row + 1, column=column + 1)


def name_of_source(snapshot: Snapshot, layer: int, index: int) -> str:
    """What an edge comes from: an input by its name where it has one, else its short `unit_name`."""
    return (name_of_input(snapshot, index) if layer == 0 else "") or unit_name(snapshot, layer, index, True)


def name_of_target(snapshot: Snapshot, layer: int, index: int) -> str:
    """What an edge leads to: an output by its name, else its short `unit_name`; `layer` 1 is the first hidden one."""
    if layer < len(snapshot.activations):
        return unit_name(snapshot, layer, index, True)
    return QCoreApplication.translate("Callout", "output {name}").format(name=snapshot.output_name(index))


def name_of_input(snapshot: Snapshot, index: int) -> str:
    """x, or x₁, x₂ and so on; "" for a pixel, which is counted."""
    if snapshot.data.picture is not None:
        return ""
    return snapshot.input_name(index)
