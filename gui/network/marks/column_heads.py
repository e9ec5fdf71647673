"""What stands over a hidden layer: how many neurons or maps it has, and what is to be known of them."""

from __future__ import annotations

from math import isfinite

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.analysis.neuron_statistics import DEAD, SATURATED, NeuronStatistics, states_of_maps
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.marks.neuron_marks import has_statistics_of
from gui.widgets.number_text import percent


def maps_text(maps: int) -> str:
    """So many feature maps, in short."""
    if maps == 1:
        return QCoreApplication.translate("NetworkView", "1 map")
    return QCoreApplication.translate("NetworkView", "{maps} maps").format(maps=maps)


def heads_of(
    snapshot: Snapshot, layer: int, animation: AnimationState, statistics: NeuronStatistics | None
) -> list[str]:
    """What may stand over a hidden layer, the longest first: how many neurons it has, and what is to be known of them.

    Of a residual layer that is what part of the signal goes past its weights.
    """
    count = f"{snapshot.sizes[layer + 1]:,}"
    words = QCoreApplication.translate("NetworkView", "{count} neurons")
    if count == "1":
        words = QCoreApplication.translate("NetworkView", "1 neuron")
    heads = [words.format(count=count), count]
    if len(shape := snapshot.topology.shapes[layer + 1]) == 3:
        rows, columns, maps = shape
        heads = [
            QCoreApplication.translate("NetworkView", "{maps} maps of {rows} × {columns}"),
            maps_text(maps),
        ]
        if maps == 1:
            heads[0] = QCoreApplication.translate("NetworkView", "1 map of {rows} × {columns}")
        heads = [head.format(maps=maps, rows=rows, columns=columns) for head in heads]
        count = heads[-1]
    if snapshot.skips[layer]:
        residual = QCoreApplication.translate("NetworkView", "{count}, residual").format(count=count)
        heads = [residual, *heads]
        share = snapshot.residual_flow[layer].signal_share
        if layer < animation.revealed and isfinite(share):
            words = QCoreApplication.translate("NetworkView", "{layer}: {share} past")
            heads = [words.format(layer=residual, share=percent(share)), *heads]
    if has_statistics_of(statistics, snapshot, layer):
        states = statistics.states(layer)
        if len(shape) == 3:
            # Of maps those are counted that are dead as wholes: of their cells the legend speaks.
            states = states_of_maps(states, shape[-1])
        idle = [
            words.format(count=f"{number:,}")
            for state, words in (
                (DEAD, QCoreApplication.translate("NetworkView", "{count} dead")),
                (SATURATED, QCoreApplication.translate("NetworkView", "{count} saturated")),
            )
            if (number := int(np.count_nonzero(states == state)))
        ]
        heads = [*(f"{head} · {' · '.join(idle)}" for head in heads if idle), *heads]
    return heads
