"""The legend's rows of networks with feature maps: ribbons, kernels, and what maps show of a walkthrough."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.network.marks.arc_marks import ArcMarks
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.legend_row import LegendRow, numbers_text
from gui.network.marks.map_moments import MapMoment
from gui.network.marks.map_states import has_sign, idle_cells
from gui.network.marks.mark_types import NeuronMarks
from gui.network.marks.ribbon_marks import RibbonMarks
from gui.widgets.number_text import plain
from gui.widgets.penalty_text import named
from gui.widgets.sentence_text import enumerated

# What maps show of a walkthrough's phase (`gui.network.marks.map_moments`), in the order of the rows.
MOMENT_KINDS = ("frame", "hollow", "delta")


def ribbon_name() -> str:
    """What a ribbon is called."""
    return QCoreApplication.translate("Legend", "ribbon")


def kernel_name() -> str:
    """What a kernel is called."""
    return QCoreApplication.translate("Legend", "kernel")


def ribbon_rows(
    shown: Sequence[RibbonMarks], penalties: tuple[str, ...] = (), clipped: bool = False
) -> list[LegendRow]:
    """A row for each number that ribbons stand for: while a backward front passes these are two.

    `penalties` are those that are a part of the batch's mean gradient, `clipped` whether it was before it was followed.
    """
    rows = []
    for kind in dict.fromkeys(ribbons.kind for ribbons in shown if ribbons.source.size):
        own = [ribbons for ribbons in shown if ribbons.kind == kind and ribbons.source.size]
        words = QCoreApplication.translate(
            "Legend",
            "all connections from one map to another, or to a neuron: {px} px wide for Σ|{what}| = {widest}, coloured"
            " by Σ {what}, full at {full}, by layer; wide and faint: much arrives and cancels",
        ).format(
            px=enumerated(plain(round(ribbons.widest_px, 1)) for ribbons in own),
            what={"signal": "a·w", "gradient": "∂C/∂w", "change": "ΔW"}.get(kind, "∂C/∂w"),
            widest=numbers_text([ribbons.widest for ribbons in own]),
            full=numbers_text([ribbons.scale for ribbons in own]),
        )
        if kind == "gradient":
            words += " · " + QCoreApplication.translate(
                "Legend", "of each connection a·δ, what it alone adds to the ∂C/∂w of its shared weight"
            )
        words += _moment_words(kind, penalties, clipped)
        if left_out := sum(ribbons.left_out for ribbons in own):
            words += " · " + QCoreApplication.translate("Legend", "{count} thinner ones left out").format(
                count=f"{left_out:,}"
            )
        rows.append(LegendRow("ribbon", ribbon_name(), words, kind))
    return rows


def kernel_rows(
    shown: Sequence[KernelMarks], penalties: tuple[str, ...] = (), clipped: bool = False
) -> list[LegendRow]:
    """A row for each number that kernels show; `penalties` and `clipped` as in `ribbon_rows`."""
    rows = []
    for kind in dict.fromkeys(kernels.kind for kernels in shown):
        own = [kernels for kernels in shown if kernels.kind == kind]
        words = QCoreApplication.translate(
            "Legend", "{what} of each place of the window, full colour at {full}, by layer"
        ).format(
            what={"weight": "w", "gradient": "∂C/∂w", "change": "ΔW"}.get(kind, "∂C/∂w"),
            full=numbers_text([kernels.scale for kernels in own]),
        )
        words += _moment_words(kind, penalties, clipped)
        rows.append(LegendRow("kernel", kernel_name(), words, kind))
    return rows


def _moment_words(kind: str, penalties: tuple[str, ...], clipped: bool) -> str:
    """Of the batch's mean what is in it; of what is the displayed example's, that weights may be of a later update."""
    if kind == "mean_gradient":
        return " · " + _mean_words(penalties, clipped)
    if kind in ("signal", "gradient"):
        return " · " + QCoreApplication.translate("Legend", "of the signal’s update")
    return ""


def _mean_words(penalties: tuple[str, ...], clipped: bool) -> str:
    if penalties and clipped:
        text = QCoreApplication.translate("Legend", "the batch’s mean, with {penalties}, before clipping")
        return text.format(penalties=named(penalties))
    if clipped:
        return QCoreApplication.translate("Legend", "the batch’s mean, before clipping")
    if penalties:
        text = QCoreApplication.translate("Legend", "the batch’s mean, with {penalties}")
        return text.format(penalties=named(penalties))
    return QCoreApplication.translate("Legend", "the batch’s mean")


def moment_name(kind: str) -> str:
    """What one of `MOMENT_KINDS` is called."""
    return {
        "frame": QCoreApplication.translate("Legend", "frame"),
        "hollow": QCoreApplication.translate("Legend", "hollow cell"),
        "delta": QCoreApplication.translate("Legend", "cell, δ"),
    }[kind]


def moment_rows(moment: MapMoment) -> list[LegendRow]:
    """A row for each thing that maps show of a walkthrough's phase."""
    scales = [look.scale for look in moment.looks if look.kind == "delta"]
    words = {
        "frame": QCoreApplication.translate(
            "Legend",
            "the window that is visited, and the cells that it makes; windows that see only 0 give f(b), all at once",
        ),
        "hollow": QCoreApplication.translate(
            "Legend", "not the largest of its block: the pool does not pass it on, and hands no δ back to it"
        ),
        "delta": QCoreApplication.translate(
            "Legend", "δ of a map’s cell, full colour at |δ| = {numbers}, by layer, as √|δ|"
        ).format(numbers=numbers_text(scales)),
    }
    keys = {"frame": "visited_window", "hollow": "hollow_cell", "delta": "map_delta"}
    kinds = [kind for kind in MOMENT_KINDS if kind in moment.kinds]
    return [LegendRow(keys[kind], moment_name(kind), words[kind]) for kind in kinds]


def signs_of_maps(neurons: Sequence[NeuronMarks]) -> list[str]:
    """What × and = on maps say, where there are some, and how many cells are dead or saturated."""
    signs = []
    if any(marks.maps is not None and has_sign(marks) for marks in neurons):
        signs.append(
            QCoreApplication.translate(
                "Legend", "× on a map: all of its cells dead, = all saturated for nearly all of the test set"
            )
        )
    dead, saturated, cells = idle_cells(neurons)
    for count, words in (
        (dead, QCoreApplication.translate("Legend", "{count} of {cells} cells of maps are dead")),
        (saturated, QCoreApplication.translate("Legend", "{count} of {cells} cells of maps are saturated")),
    ):
        if count:
            signs.append(words.format(count=f"{count:,}", cells=f"{cells:,}"))
    return signs


def arc_words_of_maps(arcs: Sequence[ArcMarks]) -> str:
    """Of arcs from map to map: how many there are, what their width stands for, and that they are sums."""
    own = [of_layer for of_layer in arcs if of_layer.width is not None]
    if not own:
        return ""
    words = QCoreApplication.translate(
        "Legend",
        "of maps {count} arcs, each the sum over a map’s cells, {px} px wide for Σ|·| = {widest}, by layer",
    )
    return " · " + words.format(
        count=f"{sum(of_layer.neuron.size for of_layer in own):,}",
        px=enumerated(
            plain(round(float(np.max(of_layer.width)), 1)) for of_layer in own if of_layer.width is not None
        ),
        widest=numbers_text([of_layer.widest for of_layer in own]),
    )
