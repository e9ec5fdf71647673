"""The training windows that excite a filter most, each with what its cell sees of the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.analysis.receptive_field import ReceptiveField, receptive_field
from core.arrays import Array
from core.engine.filter_messages import WindowsFound
from core.engine.snapshot import Snapshot
from gui.filters.filter_words import example_words
from gui.network.geometry.layout import input_shape
from gui.network.interaction.neuron_values import BOUNDED
from gui.network.marks.neuron_marks import ink_colours
from gui.theme.tokens import Theme
from gui.widgets.number_text import bounded_text, signed
from gui.widgets.sentence_text import labelled, listed


@dataclass(frozen=True, eq=False)
class FoundWindow:
    """One of them.

    Attributes
    ----------
    rank : int
        From 0.
    row : int
        The training example's number.
    label : str
        What it is called; "" for regression.
    unit : int
        The cell by its number among the layer's units.
    place : (row, column)
        The cell's, from 0.
    z, a : float
    picture : (rows, columns)
        The whole example.
    field : ReceptiveField
        What the cell sees of it.
    of_digits : bool
        Whether the examples are the digits.
    is_bounded : bool
        Whether a stays under 1 in size.
    is_shuffled : bool
        Whether the label is not the example's own class, because labels were shuffled.
    run, update : int or None
        Whose answers they are, after how many updates.
    """

    rank: int
    row: int
    label: str
    unit: int
    place: tuple[int, int]
    z: float
    a: float
    picture: Array
    field: ReceptiveField
    of_digits: bool
    is_bounded: bool = False
    is_shuffled: bool = False
    run: int | None = None
    update: int | None = None

    @property
    def answer(self) -> str:
        """a; of an activation that only comes near 1, with a figure more."""
        return bounded_text(self.a) if self.is_bounded else signed(self.a, 2)

    @property
    def name(self) -> str:
        """Which example."""
        return example_words(self.row, self.label, self.of_digits, self.is_shuffled)

    @property
    def short_names(self) -> tuple[str, ...]:
        """What its example is called in a narrow column, the longest first: the last one says nothing untrue."""
        if self.label and self.is_shuffled:
            text = QCoreApplication.translate("Filters", "{label} (shuffled)")
            return text.format(label=self.label), ""
        return (self.label,)

    @property
    def numbers(self) -> str:
        """What its cell answers."""
        a = f"a = {self.answer}"
        return a if self.a == self.z else f"{a}    z = {signed(self.z, 2)}"

    @property
    def spoken(self) -> str:
        """All of it in one text."""
        return labelled(str(self.rank + 1), listed([self.name, *self.numbers.split("    "), self.cell_words]))

    @property
    def cell_words(self) -> str:
        """Which cell."""
        words = QCoreApplication.translate("Filters", "cell in row {row}, column {column}")
        return words.format(row=self.place[0] + 1, column=self.place[1] + 1)

    @property
    def sees_words(self) -> str:
        """How much of the picture it sees."""
        words = QCoreApplication.translate("Filters", "it sees {rows} × {columns} pixels")
        return words.format(rows=self.field.rows, columns=self.field.columns)


def found_windows(found: WindowsFound, snapshot: Snapshot) -> tuple[FoundWindow, ...]:
    """Those of a message, of the network of a snapshot; none where that has other layers."""
    topology, layer = snapshot.topology, found.layer
    shapes = topology.shapes
    picture = input_shape(snapshot)
    fits = layer + 1 < len(shapes) and len(shapes[layer + 1]) == 3
    if not fits or found.X.shape[1:] != (picture[0] * picture[1],):
        return ()
    rows, columns, maps = shapes[layer + 1]
    if found.map >= maps or bool((found.cell >= rows * columns).any()):
        return ()
    of_digits = snapshot.data.choice.source == "digits"
    windows = []
    for rank in range(len(found.row)):
        cell = int(found.cell[rank])
        label = snapshot.output_name(int(found.labels[rank])) if found.labels.size else ""
        windows.append(
            FoundWindow(
                rank=rank,
                row=int(found.row[rank]),
                label=label,
                unit=cell * maps + found.map,
                place=divmod(cell, columns),
                z=float(found.z[rank]),
                a=float(found.a[rank]),
                picture=found.X[rank].reshape(picture),
                field=receptive_field(topology, layer, cell, picture),
                of_digits=of_digits,
                is_bounded=topology.layers[layer].activation in BOUNDED,
                is_shuffled=rank < len(found.shuffled) and bool(found.shuffled[rank]),
                run=found.run,
                update=found.update,
            )
        )
    return tuple(windows)


def piece_colours(window: FoundWindow, theme: Theme) -> NDArray[np.uint8]:
    """(rows, columns, 3): what the cell sees, as ink; canvas beyond the picture's border."""
    piece = window.field.piece(window.picture)
    colours = ink_colours(np.nan_to_num(piece).ravel().astype(np.float64), theme).reshape(*piece.shape, 3)
    colours[np.isnan(piece)] = theme.rgb("canvas").astype(np.uint8)
    return colours
