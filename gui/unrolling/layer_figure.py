"""The layer on its way from dense to convolutional as numbers: what is drawn of it, and all of its weights."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.unrolling import KINDS, MAPS, PIXELS
from core.exchange.table import Column
from gui.unrolling.layer_view import LayerView
from gui.unrolling.scene_geometry import SIDE
from gui.widgets.figure import Numbers


def layer_numbers(view: LayerView) -> tuple[Numbers, ...]:
    """The connections of the chosen cell; the cells of the map; and each connection that the layer has here.

    Rows, columns and maps are counted from 1, as on screen.
    """
    return _of_cell(view), _of_map(view), _of_layer(view)


def _of_cell(view: LayerView) -> Numbers:
    lines = view.lines_to(view.cell)
    # The strongest first: they are kept the other way round, to be painted over the weak ones.
    source, weight = lines.source[::-1], lines.weight[::-1]
    x = view.made.example.x[source]
    row, column = np.divmod(source, SIDE)
    columns = (
        Column("row", row + 1),
        Column("column", column + 1),
        Column("x", x),
        Column("w", weight),
        Column("x w", x * weight),
    )
    kind = QCoreApplication.translate("Unrolling", "connections of the chosen cell")
    return Numbers(columns, kind, "cell")


def _of_map(view: LayerView) -> Numbers:
    row, column = np.divmod(np.arange(PIXELS), SIDE)
    kinds = view.stage + (np.arange(PIXELS) < view.done)
    z = view.made.z[:, view.map :: MAPS][kinds, np.arange(PIXELS)]
    columns = (
        Column("map", np.full(PIXELS, view.map + 1)),
        Column("row", row + 1),
        Column("column", column + 1),
        Column("kind", kinds, names=KINDS),
        Column("z", z),
        Column("a", view.activations()[0]),
    )
    return Numbers(columns, QCoreApplication.translate("Unrolling", "cells of the map"), "map")


def _of_layer(view: LayerView) -> Numbers:
    layers = view.made.layers
    kinds = view.stage + (np.arange(PIXELS) < view.done)
    # Dense cells are joined to every pixel, all others to those of their window.
    every_source, every_target = np.indices(layers.drawn.shape).reshape(2, -1)
    is_dense = kinds[every_target // MAPS] == 0
    in_window = kinds[layers.target // MAPS] > 0
    source = np.concatenate([every_source[is_dense], layers.source[in_window]])
    target = np.concatenate([every_target[is_dense], layers.target[in_window]])
    weight = np.stack(layers.matrices)[kinds[target // MAPS], source, target]
    cell, number = np.divmod(target, MAPS)
    columns = (
        Column("from row", source // SIDE + 1),
        Column("from column", source % SIDE + 1),
        Column("map", number + 1),
        Column("to row", cell // SIDE + 1),
        Column("to column", cell % SIDE + 1),
        Column("kind", kinds[cell], names=KINDS),
        Column("w", weight),
    )
    return Numbers(columns, QCoreApplication.translate("Unrolling", "all weights of the layer"), "weights")
