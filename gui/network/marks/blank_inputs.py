"""Why fewer connections stand out than a neuron has: what comes from inputs without a signal is left out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import Snapshot

# Whose numbers need not be 0 where the input is.
NOT_OF_INPUT = ("weight", "mean_gradient", "change")


def blank_words(snapshot: Snapshot, neurons: Iterable[tuple[int, int]]) -> str:
    """That connections of these neurons are left out, as their inputs are 0; "" where none are."""
    x = snapshot.trace.x
    for layer, index in neurons:
        for group in snapshot.connections:
            if (group.source_layer, group.target_layer) != (0, layer + 1):
                continue
            if not x[group.incoming(index).source].all():
                if snapshot.data.picture is None:
                    return QCoreApplication.translate("NetworkView", "none from inputs of zero")
                return QCoreApplication.translate("NetworkView", "none from pixels without ink")
    return ""
