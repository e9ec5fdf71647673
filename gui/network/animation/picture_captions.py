"""What convolutions and pools do in a walkthrough's phases, with how many windows and cells are concerned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.window_signal import windows_with_signal
from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.window_spec import WindowSpec
from gui.widgets.number_text import plain

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
        if forwards and _has_mask(snapshot, gap):
            words = translate("NetworkView", "Layer {layer}: each is the mean of its block × dropout.")
        elif forwards:
            words = translate("NetworkView", "Layer {layer}: each cell takes the mean of its block.")
        return words.format(layer=layer)
    if isinstance(spec, WindowSpec) and forwards:
        return _of_windows(snapshot, gap, spec, has_ink and gap == 0)
    if any(g.is_shared for g in snapshot.connections if g.target_layer == layer):
        words = translate("NetworkView", "Back through layer {layer}: a shared w adds up all its a·δ.")
        return words.format(layer=layer)
    return ""


def _has_mask(snapshot: Snapshot, gap: int) -> bool:
    """Whether dropout has made some of the layer's numbers 0, and all others larger."""
    return gap < len(snapshot.trace.masks)


def _of_windows(snapshot: Snapshot, gap: int, spec: WindowSpec, has_ink: bool) -> str:
    """How many windows see something, and how many see nothing and so answer f(b), which dropout may change."""
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
    elif _has_mask(snapshot, gap):
        told = _of_masked_windows(bool(seeing), has_ink)
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


def _of_masked_windows(is_seeing: bool, has_ink: bool) -> tuple[str, ...]:
    """The same with dropout: f(b) is what blank windows have before it."""
    translate = QCoreApplication.translate
    if not is_seeing:
        return (translate("NetworkView", "Layer {layer}: all {blank} windows see only 0: f(b) × dropout."),)
    words = translate("NetworkView", "Layer {layer}: signal: {seeing}; blank: {blank}, f(b) × dropout.")
    if has_ink:
        words = translate("NetworkView", "Layer {layer}: with ink: {seeing}; blank: {blank}, f(b) × dropout.")
    shorter = translate("NetworkView", "Layer {layer}: {blank} windows are blank: f(b) × dropout.")
    return words, shorter


def _of_max_pool(snapshot: Snapshot, gap: int, spec: MaxPool2d, forwards: bool) -> str:
    """How many cells are the largest of their block, and how many of them get a δ that is not 0."""
    topology, trace = snapshot.topology, snapshot.trace
    shape, translate = topology.in_shapes[gap], QCoreApplication.translate
    winners = spec.winners(shape, topology.input_of(gap, (trace.x, *trace.a)))
    read = spec.blocks(shape).size
    counts = {"layer": gap + 1, "won": f"{winners.size:,}", "lost": f"{read - winners.size:,}"}
    if forwards and _has_mask(snapshot, gap):
        return _of_masked_winners(snapshot.trace.masks[gap], read, counts)
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


def _of_masked_winners(mask: Array, read: int, counts: Mapping[str, object]) -> str:
    """How many of the winners dropout has silenced, and by how much it makes the others larger."""
    translate = QCoreApplication.translate
    passed = int(np.count_nonzero(mask))
    if not passed:
        return translate("NetworkView", "Layer {layer}: all {won} winners are dropped.").format(**counts)
    numbers = {
        "read": f"{read:,}",
        "dropped": f"{mask.size - passed:,}",
        "passed": f"{passed:,}",
        "mask": plain(float(mask.max()), 3),
    }
    return _first_that_fits(
        words.format(**numbers, **counts)
        for words in (
            translate(
                "NetworkView",
                "Layer {layer}: {won} of {read} win; {dropped} dropped, {passed} pass × {mask}.",
            ),
            translate("NetworkView", "Layer {layer}: winners: {dropped} dropped, {passed} pass × {mask}."),
        )
    )


def _first_that_fits(sentences: Iterable[str]) -> str:
    """The first that is short enough, or else the last one."""
    told = ""
    for told in sentences:
        if len(told) <= MOST_CHARACTERS:
            break
    return told
