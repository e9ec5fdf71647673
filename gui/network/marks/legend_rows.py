"""What explains every kind of mark that is on screen besides the edges: what its colour, width or size stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import BASELINE, text_width
from gui.network.marks.arc_marks import ArcMarks
from gui.network.marks.coverage_text import edge_symbol, scale_text
from gui.network.marks.edge_legend import LegendSide
from gui.network.marks.edge_marks import FADED, HIGHLIGHTED_PX
from gui.network.marks.feature_map_legend import (
    MOMENT_KINDS,
    arc_words_of_maps,
    kernel_name,
    kernel_rows,
    moment_name,
    moment_rows,
    ribbon_name,
    ribbon_rows,
    signs_of_maps,
)
from gui.network.marks.gap_names import gap_name
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.legend_row import MAX_SCALES, LegendRow, numbers_text
from gui.network.marks.map_moments import NO_MOMENT, MapMoment
from gui.network.marks.map_states import has_sign
from gui.network.marks.mark_types import NeuronMarks, PulseMarks, TextMark
from gui.network.marks.neuron_marks import FADING_RING, THINNEST_RING, UNIT_ACTIVATIONS, WIDEST_RING, is_blank
from gui.network.marks.pulse_marks import RADII
from gui.network.marks.ribbon_marks import RibbonMarks
from gui.network.marks.weight_tiles import TileMarks
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, percent
from gui.widgets.sentence_text import enumerated, labelled


@dataclass(frozen=True)
class MarksShown:
    """What is on screen, and is to be explained.

    `rings_of_batch`: the rings are the batch's mean δ; `locked_of`: of which updates a kind's scales are, where they
    stay as they were; None where they follow the numbers.
    """

    snapshot: Snapshot
    layout: Layout
    sides: tuple[LegendSide, ...]
    neurons: tuple[NeuronMarks, ...]
    arcs: tuple[ArcMarks, ...]
    tiles: TileMarks | None
    tile_scale: float
    pulses: PulseMarks | None
    rings_of_batch: bool = False
    locked_of: Callable[[str], tuple[int, ...]] | None = None
    ribbons: tuple[RibbonMarks, ...] = ()
    kernels: tuple[KernelMarks, ...] = ()
    moment: MapMoment = NO_MOMENT


def legend_rows(shown: MarksShown) -> tuple[LegendRow, ...]:
    """A row for each kind of mark that is on screen now, from left to right and from edges to outputs."""
    rows = [] if shown.locked_of is None else [_locked_row(shown, shown.locked_of)]
    followed = (shown.sides[0].penalties, shown.sides[0].clipped) if shown.sides else ((), False)
    rows += [
        *_input_rows(shown),
        *_edge_rows(shown),
        *ribbon_rows(shown.ribbons, *followed),
        *kernel_rows(shown.kernels, *followed),
        *moment_rows(shown.moment),
        *_neuron_rows(shown),
        *_arc_rows(shown),
    ]
    if shown.tiles is not None:
        what = "w" if shown.tiles.kind == "weight" else "x·w"
        words = QCoreApplication.translate("Legend", "{what} of each input, full colour at {scale}")
        name = _name("tile")
        rows.append(LegendRow("tile", name, words.format(what=what, scale=scale_text(shown.tile_scale))))
    if shown.pulses is not None and shown.pulses.x.size:
        rows.append(_pulse_row(shown.pulses))
    if not is_blank(shown.snapshot):
        rows.append(_bar_row(shown.snapshot))
    return tuple(rows)


def legend_names(shown: MarksShown) -> tuple[str, ...]:
    """What the rows but those of the edges are called; without their numbers, for it is asked for in every frame."""
    names = [] if shown.locked_of is None else [_name("locked")]
    names += [_name("map")] if shown.layout.map is not None else []
    are_cells = any(marks.cell is not None for marks in shown.neurons)
    present = (
        ("input", True),
        ("fill", any(marks.has_fill for marks in shown.neurons)),
        # The way back begins at the outputs.
        ("ring", any(marks.has_ring for marks in reversed(shown.neurons))),
        ("badge", any(_has_sign(marks) for marks in shown.neurons)),
        ("dropped", any(marks.dropped.size and marks.dropped.any() for marks in shown.neurons)),
        ("ribbon", any(ribbons.source.size for ribbons in shown.ribbons)),
        ("kernel", bool(shown.kernels)),
        *((kind, kind in shown.moment.kinds) for kind in MOMENT_KINDS),
        ("arc", bool(shown.arcs)),
        ("tile", shown.tiles is not None),
        ("bar", not is_blank(shown.snapshot)),
    )
    return (*names, *(_name(kind, are_cells) for kind, is_shown in present if is_shown))


def _has_sign(marks: NeuronMarks) -> bool:
    if has_sign(marks) or (marks.maps is not None and marks.state.any()):
        return True
    return bool(marks.broken.size) or marks.has_beyond


def _name(kind: str, are_cells: bool = False) -> str:
    """What a kind of mark is called, in a word or two."""
    translate = QCoreApplication.translate
    if are_cells and kind == "fill":
        return translate("Legend", "upper part of a cell")
    if are_cells and kind == "ring":
        return translate("Legend", "lower part of a cell")
    if kind in MOMENT_KINDS:
        return moment_name(kind)
    return {
        "locked": translate("Legend", "scales locked"),
        "map": translate("Legend", "map"),
        "input": translate("Legend", "input"),
        "scale": translate("Legend", "connection"),
        "fill": translate("Legend", "fill"),
        "ring": translate("Legend", "ring"),
        "badge": translate("Legend", "sign"),
        "dropped": translate("Legend", "stroke"),
        "arc": translate("Legend", "arc"),
        "ribbon": ribbon_name(),
        "kernel": kernel_name(),
        "tile": translate("Legend", "picture in a neuron"),
        "disc": translate("Legend", "disc"),
        "dart": translate("Legend", "dart"),
        "bar": translate("Legend", "bar"),
    }[kind]


def _locked_row(shown: MarksShown, locked_of: Callable[[str], tuple[int, ...]]) -> LegendRow:
    """Of which update the scales are: all of one where everything was known when they were locked."""
    updates = {symbol: locked_of(kind) for kind, symbol in _scaled(shown).items() if locked_of(kind)}
    told = {symbol: _updates_words(of) for symbol, of in updates.items()}
    if len(set(told.values())) == 1:
        of_which = next(iter(told.values()))
    else:
        of_which = " · ".join(labelled(symbol, words) for symbol, words in told.items())
    words = QCoreApplication.translate("Legend", "full colours and widths stay as they were")
    if shown.ribbons:
        # These must have room at their maps, whatever is in them.
        words = QCoreApplication.translate(
            "Legend", "full colours and widths stay as they were, but for the widths of ribbons"
        )
    return LegendRow("scale", _name("locked"), labelled(words, of_which) if of_which else words)


def _scaled(shown: MarksShown) -> dict[str, str]:
    """The kinds of numbers on screen that have a scale, and what each is called."""
    sides = {group.kind for side in shown.sides for group in side.edges}
    kinds = sides | {marks.kind for marks in shown.ribbons} | {marks.kind for marks in shown.kernels}
    kinds |= set() if shown.tiles is None else {shown.tiles.kind}
    found = {kind: edge_symbol(kind) for kind in sorted(kinds)}
    if any(np.isfinite(marks.value).any() for marks in shown.neurons):
        found["activation"] = "a"
    if any(marks.has_ring for marks in shown.neurons):
        rings = "mean_delta" if shown.rings_of_batch else "delta"
        mean = QCoreApplication.translate("Legend", "the batch’s mean δ")
        found[rings] = mean if shown.rings_of_batch else "δ"
    return found


def _updates_words(updates: Sequence[int]) -> str:
    """ "at update 240", "at updates 200, 240"."""
    text = QCoreApplication.translate("Legend", "at update {update}")
    if len(updates) > 1:
        text = QCoreApplication.translate("Legend", "at updates {update}")
    return text.format(update=enumerated(f"{update:,}" for update in updates))


def folded_legend(names: Sequence[str], layout: Layout, theme: Theme, is_kept: bool = False) -> TextMark:
    """All of them in one line, by name; as many as there is room for.

    With `is_kept` it is of a picture that is kept, and has no sign that it unfolds.
    """
    line, sign = layout.marks_line, "" if is_kept else " ▴"
    words = QCoreApplication.translate("Legend", "Legend") + sign
    comma = QCoreApplication.translate("Legend", ", ")
    for count in range(len(names), 0, -1):
        listed = comma.join(names[:count]) + (" …" if count < len(names) else "")
        longer = QCoreApplication.translate("Legend", "Legend: {names}").format(names=listed) + sign
        if text_width(longer, "tick", theme) <= line.width:
            words = longer
            break
    return TextMark(line.x, line.y + BASELINE * line.height, words, "tick", "dim")


def _input_rows(shown: MarksShown) -> list[LegendRow]:
    data, rows = shown.snapshot.data, []
    if shown.layout.map is not None:
        words = QCoreApplication.translate(
            "Legend", "curve: y for every x; what its axes reach stands beside it"
        )
        if data.class_names:
            words = QCoreApplication.translate(
                "Legend", "the class of the largest y, full colour at y = 1, none at y = {least}"
            ).format(least=compact(1 / len(data.class_names)))
        if data.points is not None:
            points = QCoreApplication.translate("Legend", "points: {count} of {total} training examples")
            count = len(data.points[0])
            words += " · " + points.format(count=f"{count:,}", total=f"{max(count, data.train_count):,}")
        rows.append(LegendRow("map", _name("map"), words))
    name = _name("input")
    words = QCoreApplication.translate("Legend", "x from 0 (nearly empty) to 1 (full)")
    if data.picture is None:
        scales = [1.0] if data.input_scales is None else data.input_scales.tolist()
        words = QCoreApplication.translate("Legend", "|x| from 0 to {numbers} (full); negative in orange")
        words = words.format(numbers=numbers_text(scales))
    return [*rows, LegendRow("input", name, words)]


def _edge_rows(shown: MarksShown) -> list[LegendRow]:
    """What the legend of the edges itself has no room for."""
    name = _name("scale")
    rows = []
    for side in shown.sides:
        parts = []
        if side.highlighted:
            thin, wide = HIGHLIGHTED_PX
            words = QCoreApplication.translate(
                "Legend",
                "of a highlighted neuron {thin} px near 0 to {wide} px at full colour; the others faded to {part}",
            )
            parts.append(words.format(thin=thin, wide=wide, part=percent(FADED)))
            parts += [side.left_out] if side.left_out else []
        if _is_chosen_by_signal(side):
            parts.append(
                QCoreApplication.translate("Legend", "drawn where |a·w| is largest, and not where it is 0")
            )
        if side.choice is not None and side.choice.most is not None and not side.highlighted:
            words = QCoreApplication.translate(
                "Legend", "{count} a neuron at most, for there is no room for more"
            )
            parts.append(words.format(count=f"{side.choice.most:,}"))
        if any(group.unfinite for group in side.edges):
            parts.append(QCoreApplication.translate("Legend", "dashed where it is NaN or infinite"))
        faint = sorted({(group.target_layer, group.opacity) for group in side.edges if group.opacity < 1})
        if faint and len(faint) <= MAX_SCALES:
            words = QCoreApplication.translate(
                "Legend", "{gap} translucent, {part} opaque, for many lie there"
            )
            parts += [words.format(gap=gap_name(gap), part=percent(opacity)) for gap, opacity in faint]
        elif faint:
            parts.append(QCoreApplication.translate("Legend", "translucent where many lie over each other"))
        if parts:
            kind = side.edges[0].kind if side.edges else "weight"
            rows.append(LegendRow("scale", name, labelled(side.symbol, " · ".join(parts)), kind))
    return rows


def _is_chosen_by_signal(side: LegendSide) -> bool:
    """Whether weights are shown, and some are left out for what they carry."""
    choice = side.choice
    if choice is None or side.highlighted or not choice.sums or choice.drawn == choice.total:
        return False
    has_lines = any(group.value.size for group in side.edges)
    return choice.measure == "signal" and has_lines and side.edges[0].kind == "weight"


def _neuron_rows(shown: MarksShown) -> list[LegendRow]:
    rows = []
    lit = [marks for marks in shown.neurons if np.isfinite(marks.value).any()]
    # A layer without rings keeps its place among the numbers; cells of maps never have one.
    widest = [
        marks.widest if (marks.ring > 0).any() else nan for marks in shown.neurons if marks.maps is None
    ]
    are_cells = any(marks.cell is not None for marks in shown.neurons)
    if lit:
        full = QCoreApplication.translate("Legend", "a from 0 (empty) to {numbers} (full), by layer")
        words = full.format(numbers=numbers_text([marks.full for marks in lit]))
        if any((marks.value < 0).any() for marks in lit):
            words += " · " + QCoreApplication.translate("Legend", "below 0 orange")
        name = _name("fill", are_cells)
        rows.append(LegendRow("neuron_fill", name, words))
    if not all(isnan(scale) for scale in widest):
        name = _name("ring", are_cells)
        ring = QCoreApplication.translate(
            "Legend",
            "δ, {thin} px near 0 to {wide} px at |δ| = {numbers}, by layer, as √|δ|; under {part} of that it fades",
        )
        if are_cells:
            ring = QCoreApplication.translate(
                "Legend", "δ, full colour at |δ| = {numbers}, by layer, as √|δ|"
            )
        if shown.rings_of_batch:
            ring = QCoreApplication.translate(
                "Legend",
                "the batch’s mean δ, {thin} px near 0 to {wide} px at |δ| = {numbers}, by layer, as √|δ|; under"
                " {part} of that it fades",
            )
            if are_cells:
                ring = QCoreApplication.translate(
                    "Legend", "the batch’s mean δ, full colour at |δ| = {numbers}, by layer, as √|δ|"
                )
        words = ring.format(
            thin=THINNEST_RING, wide=WIDEST_RING, numbers=numbers_text(widest), part=percent(FADING_RING**2)
        )
        rows.append(LegendRow("neuron_ring", name, words))
    signs = _signs(shown.neurons)
    if signs:
        rows.append(LegendRow("badge", _name("badge"), " · ".join(signs)))
    if any(marks.dropped.any() for marks in shown.neurons):
        words = QCoreApplication.translate("Legend", "kept silent by dropout for this example")
        rows.append(LegendRow("dropped", _name("dropped"), words))
    return rows


def _signs(neurons: Sequence[NeuronMarks]) -> list[str]:
    """What the signs in neurons and beside them say, of those that are on screen, and how many there are."""
    signs = []
    if any(has_sign(marks) for marks in neurons if marks.maps is None):
        signs.append(
            QCoreApplication.translate("Legend", "× dead, = saturated for nearly all of the test set")
        )
    signs += signs_of_maps(neurons)
    if beyond := sum(int(np.count_nonzero(marks.beyond)) for marks in neurons):
        words = QCoreApplication.translate("Legend", "+: {count} beyond the full colour")
        signs.append(words.format(count=f"{beyond:,}"))
    if broken := sum(int(np.count_nonzero(marks.broken)) for marks in neurons):
        words = QCoreApplication.translate("Legend", "!: {count} NaN or infinite")
        signs.append(words.format(count=f"{broken:,}"))
    return signs


def _arc_rows(shown: MarksShown) -> list[LegendRow]:
    arcs = shown.arcs
    if not arcs:
        return []
    words = QCoreApplication.translate(
        "Legend", "a that goes past a layer, full colour at |a| = {numbers}, by layer"
    )
    if arcs[0].backwards:
        words = QCoreApplication.translate(
            "Legend", "∂C/∂a that comes back past a layer, full colour at {numbers}, by layer"
        )
    scales = {of_layer.layer: of_layer.scale for of_layer in arcs}
    if len(arcs) > 1:
        # A layer without arcs keeps its place among the numbers.
        scales = {layer: scales.get(layer, nan) for layer in range(len(shown.snapshot.skips) - 1)}
    words = words.format(numbers=numbers_text(list(scales.values())))
    drawn, total = sum(of_layer.neuron.size for of_layer in arcs), sum(of_layer.total for of_layer in arcs)
    words += arc_words_of_maps(arcs)
    if drawn < total:
        words += " · " + QCoreApplication.translate(
            "Legend", "drawn {drawn} of {total}, the strongest"
        ).format(drawn=f"{drawn:,}", total=f"{total:,}")
    kind = "gradient" if arcs[0].backwards else "signal"
    return [LegendRow("arc", _name("arc"), words, kind)]


def _pulse_row(pulses: PulseMarks) -> LegendRow:
    """How large is how much: the area is the number, but for the smallest size and beyond the largest."""
    smallest, largest = RADII[pulses.kind]
    what = "|a·w|" if pulses.kind == "disc" else "|w·δ|"
    name = _name(pulses.kind)
    least = [scale * (smallest / largest) ** 2 for scale in pulses.scales]
    words = QCoreApplication.translate(
        "Legend", "{what} by its area: the largest for {most} or more, the smallest for {least} or less"
    ).format(what=what, most=numbers_text(pulses.scales), least=numbers_text(least))
    if pulses.x.size < pulses.total:
        words += " · " + QCoreApplication.translate(
            "Legend", "{drawn} of {total} travel, the largest"
        ).format(drawn=f"{pulses.x.size:,}", total=f"{pulses.total:,}")
    return LegendRow(pulses.kind, name, words)


def _bar_row(snapshot: Snapshot) -> LegendRow:
    words = QCoreApplication.translate("Legend", "y from 0 to 1")
    if snapshot.output not in UNIT_ACTIVATIONS:
        words = QCoreApplication.translate("Legend", "y from −{scale} to {scale}").format(
            scale=compact(snapshot.data.output_scale)
        )
    return LegendRow("bar", _name("bar"), words)
