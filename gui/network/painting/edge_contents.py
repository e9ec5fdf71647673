"""What a picture of the edges is to show: numbers, and which edges; put together in steps of some ms."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import numpy as np

from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout
from gui.network.marks.edge_choice import EdgeChoice, choosing_by_gradient, no_edges, only_sign
from gui.network.marks.edge_values import (
    OF_SNAPSHOT,
    OF_UPDATE,
    ConnectionValues,
    gradient_of,
    signals,
    values_of,
    weights,
)
from gui.network.marks.shown_numbers import ShownNumbers
from gui.network.painting.edge_picture import EdgeContent

Steps = Generator[None, None, EdgeContent]


def picture_content(
    picture: str,
    sign: int,
    newest: Snapshot,
    displayed: Snapshot,
    choice: EdgeChoice,
    layout: Layout,
    budget: int | None,
) -> Steps:
    """One of the five pictures; where there is nothing to show it is empty, and the coverage is 0.

    `choice` are the edges that carry the signal, which two of the pictures show; for the others the strongest are
    chosen. Of these only those of one `sign`, where it is not 0.
    """
    values = values_of(picture, newest, displayed)
    if values is None:
        values, choice = weights(newest), no_edges(choice, picture)
    elif picture not in ("weight", "signal"):
        choice = yield from choosing_by_gradient(values, layout, budget)
        choice = replace(choice, measure=picture)
    if sign:
        choice = only_sign(choice, values, sign, signals(displayed) if picture == "weight" else values)
        yield
    if picture != "weight":
        # Of what ribbons stand for none is left out.
        silent = sum(
            int(value.size - np.count_nonzero(value))
            for group, value in zip(values.connections, values.by_group(), strict=True)
            if not layout.has_ribbons(group.source_layer, group.target_layer)
        )
        choice = replace(choice, silent=silent if choice.drawn else 0)
        yield
    if choice.known:
        choice = replace(choice, unfinite=values.unfinite())
    shown = displayed if picture in OF_SNAPSHOT else newest
    mean_db = shown.mean_db if picture == "mean_gradient" else ()
    sample = displayed.example if picture in OF_SNAPSHOT else None
    return EdgeContent(picture, values, choice, shown.update, mean_db, sample, newest)


def gradient_content(
    kind: str, sign: int, vector: Array, of: Snapshot, layout: Layout, budget: int | None
) -> Steps:
    """A gradient or change of all parameters of this snapshot; only those of one `sign`, where it is not 0."""
    of_sample = gradient_of(of) if kind == "gradient" and vector is of.trace.gradient else None
    values = of_sample or ConnectionValues(of.connections, vector)
    choice = yield from choosing_by_gradient(values, layout, budget)
    choice = only_sign(choice, values, sign, values) if sign else choice
    choice = replace(choice, measure=kind, unfinite=values.unfinite())
    yield
    # A batch's mean gradient is of the update that it leads to, which is not made yet.
    return EdgeContent(kind, values, choice, of.update + (kind == "mean_gradient"))


def content_to_come(
    picture: str, sign: int, newest: Snapshot, values: ConnectionValues | None
) -> EdgeContent:
    """What a picture will be of that is not drawn yet: its numbers, and no edges."""
    nothing = ConnectionValues(newest.connections, np.zeros_like(newest.parameters))
    choice = EdgeChoice(newest.connections, (), sign=sign)
    return EdgeContent(picture, values or nothing, choice, newest.update)


def numbers_shown(first: EdgeContent | None, on_screen: EdgeContent | None) -> ShownNumbers:
    """What is beside the edges, of the `first` picture and of that which matters now.

    Where no update is known its picture has a stand-in, of which nothing is drawn.
    """
    is_of_update = on_screen is not None and on_screen.kind in OF_UPDATE and on_screen.choice.known
    return ShownNumbers(
        "weight" if first is None else first.kind,
        None if first is None or first.newest is None else first.newest.parameters,
        on_screen.values.vector if on_screen is not None and is_of_update else None,
        0 if first is None else first.choice.sign,
    )
