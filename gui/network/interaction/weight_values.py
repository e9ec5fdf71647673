"""The numbers of one weight of a kernel, for its card and for the inspector."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.weight_places import KernelWeight, SharedParts, WeightPlaces, weight_places
from core.editing.parameter_edits import ParameterLocation
from core.engine.snapshot import Snapshot
from core.nn.window_connections import WindowConnections
from gui.widgets.number_text import percent, signed
from gui.widgets.penalty_text import named


@dataclass(frozen=True)
class WeightValues:
    """One weight's numbers with the displayed sample.

    Attributes
    ----------
    weight : KernelWeight
    layer : int
        The layer that it makes maps of, the first hidden one counted as 1.
    source_maps : int
        How many maps its layer reads; 1 is the picture itself.
    w : float
    sharing, at_border : int
        How many connections have it, and at how many places it meets the border's zeros.
    gradient : float or None
        ∂C/∂w as the engine has it; None where no right answer is known.
    parts : SharedParts or None
        What all that share it add to that, by sign.
    mean_gradient, change : float or None
        Of the last update; None where these are not known.
    penalties : tuple of str
        Those whose gradient is a part of the mean one: "l1", "l2".
    place : ParameterLocation
        One of the connections that have it, by which it can be edited.
    update : int
        How many updates made this weight.
    is_before : bool
        Whether a newer one is drawn beside its card, so that it says of which update it is.
    """

    weight: KernelWeight
    layer: int
    source_maps: int
    w: float
    sharing: int
    at_border: int
    gradient: float | None
    parts: SharedParts | None
    mean_gradient: float | None
    change: float | None
    place: ParameterLocation
    update: int
    penalties: tuple[str, ...] = ()
    is_before: bool = False

    @property
    def title(self) -> str:
        """ "kernel 3, weight (3, 3)"; of a deeper layer "kernel from map 2 to map 5, weight (3, 3)"."""
        return weight_name(self.weight, self.source_maps)

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """(symbol, number, what it is in words) of each line of its card."""
        translate = QCoreApplication.translate
        of_w = translate("WeightValues", "weight, the same at every place")
        if self.is_before:
            of_w = translate("WeightValues", "weight after update {update}, the same at every place")
            of_w = of_w.format(update=f"{self.update:,}")
        rows = [
            ("w", signed(self.w), of_w),
            ("n", f"{self.sharing:,}", self._places_text()),
        ]
        if self.gradient is None or self.parts is None:
            rows.append(("∂C/∂w", "–", translate("WeightValues", "no right answer is known: no gradient")))
        else:
            rows.append(("Σ+", signed(self.parts.positive), translate("WeightValues", "positive parts a·δ")))
            rows.append(("Σ−", signed(self.parts.negative), translate("WeightValues", "negative parts a·δ")))
            words = translate("WeightValues", "their sum")
            if (agreement := self.parts.agreement) is not None:
                words += " · " + translate("WeightValues", "agreement {share}").format(
                    share=percent(agreement)
                )
            rows.append(("∂C/∂w", signed(self.gradient), words))
        if self.mean_gradient is not None:
            words = translate("WeightValues", "∂C/∂w, the mean of the last batch")
            if self.penalties:
                words = translate("WeightValues", "∂C/∂w with {penalties}, the mean of the last batch")
                words = words.format(penalties=named(self.penalties))
            rows.append(("⌀", signed(self.mean_gradient), words))
        if self.change is not None:
            rows.append(("ΔW", signed(self.change), translate("WeightValues", "the last update’s change")))
        return tuple(rows)

    def _places_text(self) -> str:
        words = QCoreApplication.translate("WeightValues", "connections share it")
        if self.at_border:
            words += " · " + QCoreApplication.translate(
                "WeightValues", "{count} meet the border’s zeros"
            ).format(count=f"{self.at_border:,}")
        return words


def weight_name(weight: KernelWeight, source_maps: int) -> str:
    """What a weight is called; all is counted from 1."""
    words = QCoreApplication.translate("WeightValues", "kernel {to}, weight ({row}, {column})")
    if source_maps > 1:
        words = QCoreApplication.translate(
            "WeightValues", "kernel from map {from} to map {to}, weight ({row}, {column})"
        )
    numbers = {"from": weight.from_map + 1, "to": weight.to_map + 1}
    return words.format(**numbers, row=weight.row + 1, column=weight.column + 1)


def weight_values(snapshot: Snapshot, weight: KernelWeight) -> WeightValues:
    """The numbers of one weight.

    Raises
    ------
    ValueError
        If there is no such weight.
    """
    places = weight_places(snapshot.connections, snapshot.trace, weight)
    group, parameter, trace = snapshot.connections[weight.group], places.parameter, snapshot.trace
    return WeightValues(
        weight=weight,
        layer=group.target_layer,
        source_maps=source_maps(snapshot, weight),
        w=float(snapshot.parameters[parameter]),
        sharing=places.sharing,
        at_border=places.at_border,
        gradient=None if trace.gradient is None else float(trace.gradient[parameter]),
        parts=places.parts,
        mean_gradient=_of(snapshot.mean_gradient, parameter),
        change=_of(snapshot.change, parameter),
        place=_one_of(snapshot, places),
        update=snapshot.update,
        penalties=snapshot.penalties,
    )


def source_maps(snapshot: Snapshot, weight: KernelWeight) -> int:
    """How many maps the layer of a weight reads."""
    group = snapshot.connections[weight.group]
    return group.windows.picture[2] if isinstance(group, WindowConnections) else 1


def _of(vector: np.ndarray | None, parameter: int) -> float | None:
    return None if vector is None else float(vector[parameter])


def _one_of(snapshot: Snapshot, places: WeightPlaces) -> ParameterLocation:
    """The first connection that has the weight, in reading order: it meets a cell somewhere."""
    weight, columns = places.weight, places.meets.shape[1]
    group = snapshot.connections[weight.group]
    i, j = divmod(int(np.flatnonzero(places.meets)[0]), columns)
    row, column = places.cell_at(i, j)
    wide, read = places.source.shape[1], source_maps(snapshot, weight)
    made = snapshot.sizes[group.target_layer] // places.meets.size
    layer = group.target_layer - 1
    source = (row * wide + column) * read + weight.from_map
    before = None if group.source_layer == layer else group.source_layer
    return ParameterLocation(layer, (i * columns + j) * made + weight.to_map, source, before)
