"""What stands between two layers, by name: the only place that says how a gap is called.

Gap 1 is between the input, which is layer 0, and layer 1. Connections that pass over a layer are in no gap: they are
named by the two layers that they join.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.widgets.sentence_text import enumerated


def gap_name(number: int | str) -> str:
    """ "gap 2"."""
    return QCoreApplication.translate("NetworkView", "gap {number}").format(number=number)


def joined_name(source_layer: int, target_layer: int) -> str:
    """Where a connection is: "gap 2", or "layers 1→3" where it passes over a layer."""
    if target_layer - source_layer == 1:
        return gap_name(target_layer)
    return _layers_name([(source_layer, target_layer)])


def gaps_name(joined: Sequence[tuple[int, int]]) -> str:
    """ "gap 2", "gaps 1–3", "gaps 1, 3": of several, by the layers that each joins.

    As soon as one passes over a layer all are named by layers, in their order: "layers 0→1, 0→2".
    """
    if any(target - source != 1 for source, target in joined):
        return _layers_name(joined)
    numbers = [target for _, target in joined]
    if len(numbers) == 1:
        return gap_name(numbers[0])
    is_row = numbers == list(range(numbers[0], numbers[-1] + 1))
    text = f"{numbers[0]}–{numbers[-1]}" if is_row else enumerated(map(str, numbers))
    return QCoreApplication.translate("NetworkView", "gaps {numbers}").format(numbers=text)


def _layers_name(joined: Sequence[tuple[int, int]]) -> str:
    text = enumerated(f"{source}→{target}" for source, target in joined)
    return QCoreApplication.translate("NetworkView", "layers {layers}").format(layers=text)
