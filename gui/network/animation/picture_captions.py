"""What convolutions and pools do in a walkthrough's phases, with how many windows and cells are concerned."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.window_signal import windows_with_signal
from core.engine.snapshot import Snapshot
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.window_spec import WindowSpec

# A line has room for so many characters.
MOST_CHARACTERS = 60


def of_picture_layer(phase: str, gap: int, snapshot: Snapshot, has_ink: bool) -> str:
    """What happens in a phase "forward" or "backward" of a convolution or pool; "" of all else.

    `has_ink` says that the inputs are pixels with ink or without.
    """
    layers = snapshot.topology.layers
    if phase not in ("forward", "backward") or gap >= len(layers):
        return ""
    spec, forwards, layer = layers[gap], phase == "forward", gap + 1
    translate = QCoreApplication.translate
    if isinstance(spec, MaxPool2d):
        return _of_max_pool(snapshot, gap, spec, forwards)
    if isinstance(spec, AvgPool2d):
        words = translate("NetworkView", "Back through layer {layer}: all of a block get equal shares.")
        if forwards:
            words = translate("NetworkView", "Layer {layer}: each cell takes the mean of its block.")
        return words.format(layer=layer)
    if isinstance(spec, WindowSpec) and forwards:
        return _of_windows(snapshot, gap, spec, has_ink and gap == 0)
    if any(g.is_shared for g in snapshot.connections if g.target_layer == layer):
        words = translate("NetworkView", "Back through layer {layer}: a shared w adds up all its a·δ.")
        return words.format(layer=layer)
    return ""


def _of_windows(snapshot: Snapshot, gap: int, spec: WindowSpec, has_ink: bool) -> str:
    """How many windows see something, and how many see nothing and so answer f(b)."""
    topology, trace = snapshot.topology, snapshot.trace
    x = topology.input_of(gap, (trace.x, *trace.a))
    flags = windows_with_signal(spec, topology.in_shapes[gap], x)
    seeing = int(np.count_nonzero(flags))
    blank = flags.size - seeing
    translate = QCoreApplication.translate
    told: tuple[str, ...]
    if not blank:
        told = (
            translate("NetworkView", "Layer {layer}: each of {seeing} windows adds up its a·w."),
            translate("NetworkView", "Layer {layer}: each cell adds up a·w over its window."),
        )
    elif not seeing:
        told = (translate("NetworkView", "Layer {layer}: all {blank} windows see only 0: each gives f(b)."),)
    elif has_ink:
        told = (
            translate(
                "NetworkView", "Layer {layer}: windows with ink: {seeing}; blank: {blank}, each gives f(b)."
            ),
            translate("NetworkView", "Layer {layer}: with ink: {seeing}; blank: {blank}, each f(b)."),
        )
    else:
        told = (
            translate(
                "NetworkView", "Layer {layer}: windows with a signal: {seeing}; blank: {blank}, each f(b)."
            ),
            translate("NetworkView", "Layer {layer}: with a signal: {seeing}; blank: {blank}, each f(b)."),
        )
    counts = {"layer": gap + 1, "seeing": f"{seeing:,}", "blank": f"{blank:,}"}
    return _first_that_fits(words.format(**counts) for words in told)


def _of_max_pool(snapshot: Snapshot, gap: int, spec: MaxPool2d, forwards: bool) -> str:
    """How many cells are the largest of their block, and how many of them get a δ that is not 0."""
    topology, trace = snapshot.topology, snapshot.trace
    shape, translate = topology.in_shapes[gap], QCoreApplication.translate
    winners = spec.winners(shape, topology.input_of(gap, (trace.x, *trace.a)))
    read = spec.blocks(shape).size
    counts = {"layer": gap + 1, "won": f"{winners.size:,}", "lost": f"{read - winners.size:,}"}
    if forwards:
        words = translate("NetworkView", "Layer {layer}: {won} of {read} cells win their block and pass.")
        return words.format(read=f"{read:,}", **counts)
    if gap == 0 or not trace.has_gradient:
        # The input has no δ.
        words = translate("NetworkView", "Back through layer {layer}: δ goes to each block’s winner.")
        return words.format(**counts)
    some = int(np.count_nonzero(trace.delta[gap - 1][winners]))
    return _first_that_fits(
        words.format(some=f"{some:,}", **counts)
        for words in (
            translate(
                "NetworkView", "Back, layer {layer}: δ at {some} of {won} winners, 0 at {lost} losers."
            ),
            translate("NetworkView", "Back, layer {layer}: δ at {some} of {won} winners, else 0."),
        )
    )


def _first_that_fits(sentences: Iterable[str]) -> str:
    """The first that is short enough, or else the last one."""
    told = ""
    for told in sentences:
        if len(told) <= MOST_CHARACTERS:
            break
    return told
