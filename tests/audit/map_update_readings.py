"""Of which update ribbons and kernels are, in the real window: held against what the ledger has of that update."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from gui.network.marks.edge_values import OF_UPDATE
from tests.audit.desk import Desk
from tests.audit.ledger import State
from tests.audit.map_readings import read_feature_maps, read_kernels
from tests.audit.report import Report

MOMENT = re.compile(r"(update|weights: update|signal: update) ([\d,]+)$")


def said_updates(desk: Desk) -> dict[str, int]:
    """Of which update the status bar says that weights and signal are, written anew for this."""
    desk.composition.status.show()
    parts = (MOMENT.match(part) for part in desk.window.status_label.text().split("  ·  "))
    named = {part[1]: int(part[2].replace(",", "")) for part in parts if part}
    return {name: named.get(f"{name}: update", named["update"]) for name in ("weights", "signal")}


def read_maps(desk: Desk, report: Report) -> None:
    """Each mark of weights is of the update that is said of them, each of the signal of the other one.

    Nothing is read where the frame on screen is still the one before.
    """
    frame = desk.frame
    if desk.network.on_screen.is_owed or frame.is_behind:
        return
    frame.up_to_date()
    said, displayed = said_updates(desk), frame.displayed_snapshot
    state = _of(desk, displayed.run, said["weights"])
    report.is_so("signal", said["signal"] == displayed.update, f"{said}, not {displayed.update}")
    read_feature_maps(frame, report, state.theta)
    shown = {own.kind for own in (*frame.nodes.ribbons.marks, *frame.nodes.ribbons.kernels)}
    kind = frame.legend_kind
    if frame.animation.phase == "backward":
        # Ahead of the front are the picture's own numbers, behind it is the gradient.
        shown -= {"gradient"}
        kind = frame.edges.picture
    if kind not in OF_UPDATE:
        report.is_so("kind", shown.isdisjoint(OF_UPDATE), f"{shown} beside {kind}")
        return
    number = _of_update(state, kind)
    if frame.animation.is_walkthrough and frame.animation.phase == "mean":
        # It is of the update under way.
        return
    if number is None:
        report.is_so("unknown", not shown, f"{shown} are drawn of an update that is not known")
        return
    report.is_so("kind", shown <= {kind}, f"{shown} beside {kind}")
    read_kernels(frame, report, kind, number)
    _read_sums(desk, report, kind, number)


def _of(desk: Desk, run: int, update: int) -> State:
    """The state of this update, with the last change by hand."""
    return desk.ledger.of(run, update)[0]


def _of_update(state: State, kind: str) -> NDArray[np.float64] | None:
    """ΔW, or the mean gradient of plain gradient descent; None where a hand made this state, or nobody did."""
    if state.before is None or state.config is None:
        return None
    change = state.theta.astype(np.float64) - state.before
    return change if kind == "change" else -change / state.config.learning_rate


def _read_sums(desk: Desk, report: Report, kind: str, number: NDArray[np.float64]) -> None:
    """Σ|·| and Σ over the weights of each ribbon."""
    topology = desk.frame.displayed_snapshot.topology
    W = topology.table.named("W", number)
    for marks in desk.frame.nodes.ribbons.marks:
        if marks.kind != kind:
            continue
        own, where = W[marks.target_layer - 1], f"{kind} into layer {marks.target_layer}"
        # What is read lies side by side, map by map, also where a dense layer reads it.
        shape = topology.shapes[marks.source_layer] if marks.source_layer else (1,)
        by_pair = own.reshape(-1, shape[-1], own.shape[-1])
        within = 1e-6 * float(np.abs(by_pair).sum(axis=0).max())
        pair = marks.source, marks.target
        report.array("ribbon total", marks.total, np.abs(by_pair).sum(axis=0)[pair], where, within)
        report.array("ribbon net", marks.net, by_pair.sum(axis=0)[pair], where, within)
