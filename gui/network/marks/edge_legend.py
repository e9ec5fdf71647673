"""What explains the edges in words: the legend's numbers, and how much of the whole is drawn, in all and by gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.network.geometry.shapes import Layout, Rect
from gui.network.geometry.text_width import (
    BASELINE,
    elide,
    legend_head_width,
    line_height,
    text_width,
    wrap,
)
from gui.network.marks.blank_inputs import NOT_OF_INPUT
from gui.network.marks.coverage_text import (
    counts_in_short,
    coverage,
    coverage_of_gaps,
    edge_symbol,
    scale_text,
)
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_marks import legend_strip
from gui.network.marks.gap_names import gaps_name
from gui.network.marks.mark_types import EdgeMarks, TextMark, line_in
from gui.network.marks.ribbon_coverage import with_ribbons
from gui.network.marks.ribbon_marks import RibbonMarks
from gui.network.marks.ribbon_words import ribbon_numbers, ribbon_scale, ribbon_words
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact
from gui.widgets.penalty_text import named
from gui.widgets.sentence_text import unbroken

# The legend names the scale of each of so many gaps; of more only the least and the largest.
MAX_SCALES = 12
# Between the legends of two pictures, in px.
APART = 16.0


@dataclass(frozen=True)
class LegendSide:
    """One picture of edges, to be explained by a legend of its own.

    Attributes
    ----------
    edges : tuple of EdgeMarks
    choice : EdgeChoice or None
        What they are of how many; None of highlighted neurons' edges.
    sign : int
        The only sign that is drawn, or 0.
    clipped : bool
        Whether a mean gradient was clipped before it was followed.
    penalties : tuple of str
        "l1", "l2": those that are a part of a mean gradient.
    shared : bool
        Whether the scales are those of two networks, which are compared.
    ribbons : tuple of RibbonMarks
        Those that show the same number as the edges, or what these were chosen by.
    highlighted : int
        How many connections the highlighted neurons have in all, whose edges these are; 0 where none is highlighted.
    blank : str
        That those from inputs that are 0 are left out of these (`gui.network.marks.blank_inputs`), or "".
    """

    edges: tuple[EdgeMarks, ...]
    choice: EdgeChoice | None
    sign: int = 0
    clipped: bool = False
    penalties: tuple[str, ...] = ()
    shared: bool = False
    highlighted: int = 0
    ribbons: tuple[RibbonMarks, ...] = ()
    blank: str = ""

    @property
    def left_out(self) -> str:
        """That some of a highlighted neuron's connections are left out, where their numbers need not be 0; else ""."""
        return self.blank if self.edges and self.edges[0].kind in NOT_OF_INPUT else ""

    @property
    def lines(self) -> tuple[int, ...]:
        """How many edges of each group are not 0: only these have a line where they are highlighted."""
        return tuple(int(np.count_nonzero(group.value)) for group in self.edges)

    @property
    def symbol(self) -> str:
        """What its numbers are called, where it has edges."""
        if self.highlighted and _show_parts(self.edges, self.choice):
            return "|a·δ|"
        return edge_symbol(self.edges[0].kind, self.clipped, self.penalties) if self.edges else ""


@dataclass(frozen=True)
class LegendStrip:
    """A strip of colours, from full minus to full plus, as the edges of this kind have them."""

    rect: Rect
    kind: str
    sign: int = 0
    highlighted: bool = False


@dataclass(frozen=True)
class EdgeLegend:
    """Everything that explains the edges: words, and strips of colours."""

    texts: tuple[TextMark, ...] = ()
    strips: tuple[LegendStrip, ...] = ()


def edge_legend(
    layout: Layout,
    theme: Theme,
    sides: Sequence[LegendSide],
    of_digit: bool = True,
    gradient_from: float = 0.0,
) -> EdgeLegend:
    """Legend and coverage of one picture, or of two that are seen side by side.

    Of two, the second one's gaps begin at `gradient_from`.
    """
    sides = [
        side
        if side.choice is None
        else replace(side, choice=with_ribbons(side.choice, side.ribbons, layout.clip))
        for side in sides
    ]
    if len(sides) == 1:
        (side,) = sides
        texts = edge_text_marks(
            *(layout, theme, side.edges, side.choice, of_digit, side.clipped, side.highlighted),
            *(side.penalties, side.shared, side.ribbons, side.sign, side.left_out),
        )
        strips = [_strip(layout.legend, theme, side)] if side.edges and layout.legend.width else []
        return EdgeLegend(texts, tuple(strips))
    marks: list[TextMark] = []
    strips = []
    for rect, side in zip(_two_lines(layout, theme), sides, strict=True):
        if not rect.width:
            # Of a very low picture only what is new has a legend.
            continue
        marks += _short_legend(rect, layout, theme, side)
        strips.append(_strip(rect, theme, side))
    left, right = (side.choice for side in sides)
    gaps = len(layout.layers)
    marks += coverage_of_gaps(layout, theme, [left if gap < gradient_from else right for gap in range(gaps)])
    return EdgeLegend(tuple(marks), tuple(strips))


def legend_key(
    sides: Sequence[LegendSide], names: tuple[str, ...], gradient_from: float
) -> tuple[object, ...]:
    """What legend and coverage depend on; newer weights alone rarely change it.

    Of each side's choice it has the id: whoever keeps the key keeps the sides.
    """
    keys = (
        (
            (*(own.legend_key for own in side.edges), *(own.legend_key for own in side.ribbons)),
            id(side.choice),
            *(side.sign, side.clipped, side.penalties, side.shared, side.highlighted, side.left_out),
            side.highlighted and side.lines,
        )
        for side in sides
    )
    return *keys, names, gradient_from if len(sides) > 1 else 0


def edge_text_marks(
    layout: Layout,
    theme: Theme,
    edges: Sequence[EdgeMarks],
    choice: EdgeChoice | None,
    of_digit: bool = True,
    clipped: bool = False,
    highlighted: int = 0,
    penalties: tuple[str, ...] = (),
    shared: bool = False,
    ribbons: Sequence[RibbonMarks] = (),
    sign: int = 0,
    blank: str = "",
) -> tuple[TextMark, ...]:
    """Legend and coverage of one picture: what explains the edges, and changes as the weights do.

    Of highlighted neurons, `highlighted` is how many connections they have, and `sign` the only one that is drawn, or
    0; `blank` says which are left out. Scales may be `shared` by two networks.
    """
    marks = []
    if edges and layout.legend.width:
        what = edge_symbol(edges[0].kind, clipped, penalties)
        if highlighted and _show_parts(edges, choice):
            what = "|a·δ|"
        lines = _lines(edges, layout)
        also = ribbon_words(choice, clipped, penalties, bool(lines))
        if lines or not also:
            words, gaps = _scale_words(what, lines, bool(highlighted) or bool(also))
            if also:
                gaps = f"{gaps} · {also}".lstrip()
            told = f"{what} = {_numbers(lines)}", words, gaps
        else:
            told = ribbon_scale(ribbons, choice, clipped, penalties)
        marks += _legend(layout, theme, *told, shared and bool(_numbers(lines)))
    if highlighted:
        words = _highlighted_words(edges, highlighted, sign)
        if blank and text_width(f"{words} · {blank}", "caption", theme) <= layout.coverage.width:
            words += f" · {blank}"
        words = elide(words, layout.coverage.width, "caption", theme)
        marks.append(line_in(layout.coverage, words, "caption", "dim", theme, align="right"))
    elif choice is not None:
        kind = edges[0].kind if edges else choice.measure
        marks.append(coverage(layout, theme, kind, choice, of_digit, edges, named(penalties)))
    if choice is not None:
        marks += coverage_of_gaps(layout, theme, [choice] * len(layout.layers))
    return tuple(marks)


def _show_parts(edges: Sequence[EdgeMarks], choice: EdgeChoice | None) -> bool:
    """Whether they are connections of shared weights, each with what it alone adds to ∂C/∂w."""
    some = [group for group in edges if group.value.size]
    if choice is None or not some or some[0].kind != "gradient":
        return False
    return all(choice.connections[group.group].is_shared for group in some)


def _lines(edges: Sequence[EdgeMarks], layout: Layout) -> list[EdgeMarks]:
    """Those of groups that are drawn line by line."""
    return [
        group
        for group in edges
        if group.value.size or not layout.has_ribbons(group.source_layer, group.target_layer)
    ]


def _strip(rect: Rect, theme: Theme, side: LegendSide) -> LegendStrip:
    return LegendStrip(legend_strip(rect, theme), side.edges[0].kind, side.sign, bool(side.highlighted))


def _two_lines(layout: Layout, theme: Theme) -> tuple[Rect, Rect]:
    """Where two legends stand: beside each other where legend and coverage do, else each in a line of its own."""
    legend, coverage, line = layout.legend, layout.coverage, line_height("caption", theme)
    if legend.y != coverage.y:
        return replace(legend, height=line), coverage
    half = (coverage.x + coverage.width - legend.x - theme.px(APART)) / 2
    left = replace(legend, width=half)
    return left, replace(left, x=legend.x + half + theme.px(APART))


def _short_legend(rect: Rect, layout: Layout, theme: Theme, side: LegendSide) -> list[TextMark]:
    """One line: the signs at the strip, then the scales and what is drawn, as much as there is room for."""
    head = legend_head_width(theme)
    lines = _lines(side.edges, layout)
    what, numbers = side.symbol, _numbers(lines)
    if not lines and side.ribbons:
        # Where there are ribbons alone, their numbers.
        what = ribbon_words(side.choice, side.clipped, side.penalties)
        numbers = ribbon_numbers(side.ribbons)
    scale = _of_both(f"{what} = {numbers}" if numbers else what, side.shared and bool(numbers))
    if side.highlighted:
        counts = [_highlighted_words(side.edges, side.highlighted, side.sign)]
    elif side.choice is not None:
        counts = [" · ".join(parts) for parts in counts_in_short(side.choice)]
    else:
        counts = []
    candidates = [f"{scale} · {count}" for count in counts] + [scale, numbers or what]
    room = rect.width - head
    fitting = (words for words in candidates if text_width(words, "caption", theme) <= room)
    words = next(fitting, elide(candidates[-1], room, "caption", theme))
    baseline = rect.y + BASELINE * line_height("caption", theme)
    return [*_signs(rect, theme), TextMark(rect.x + head, baseline, words)]


def _highlighted_words(edges: Sequence[EdgeMarks], total: int, sign: int) -> str:
    """How many of the highlighted neurons' connections are drawn: those that are 0 have no line."""
    drawn, unfinite = (
        {
            (group.group, source, target)
            for group in edges
            if group.unfinite is is_unfinite
            for source, target, value in zip(
                group.source.tolist(), group.target.tolist(), group.value.tolist(), strict=True
            )
            if value
        }
        for is_unfinite in (False, True)
    )
    words = QCoreApplication.translate("NetworkView", "highlighted: {drawn} of {total} connections")
    words = words.format(drawn=f"{len(drawn) + len(unfinite):,}", total=f"{total:,}")
    if sign:
        words = f"+ {words}" if sign > 0 else f"− {words}"
    if not unfinite:
        return words
    count = QCoreApplication.translate("NetworkView", "{count} NaN or infinite").format(
        count=f"{len(unfinite):,}"
    )
    return f"{words} · {count}"


def _signs(rect: Rect, theme: Theme) -> list[TextMark]:
    """− and + at both ends of the strip of colours."""
    baseline = rect.y + BASELINE * line_height("caption", theme)
    plus_x = rect.x + legend_head_width(theme) - theme.px(4) - text_width("+", "caption", theme)
    return [
        TextMark(rect.x, baseline, "−", "caption", "text"),
        TextMark(plus_x, baseline, "+", "caption", "text"),
    ]


def _legend(layout: Layout, theme: Theme, short: str, words: str, gaps: str, shared: bool) -> list[TextMark]:
    """Signs − and + beside the strip of colours, and what its ends stand for: which `gaps`, if there is room, or in
    `short`.
    """
    rect = layout.legend
    head = legend_head_width(theme)
    baseline = rect.y + BASELINE * line_height("caption", theme)
    marks = _signs(rect, theme)
    room = rect.width - head
    step = line_height("caption", theme)
    most = max(1, round(rect.height / step))
    words = _of_both(words, shared)
    both = QCoreApplication.translate("NetworkView", "{scale} {gaps}").format(scale=words, gaps=gaps)
    lines = wrap(unbroken(both.rstrip()), room, "caption", theme)
    # The scales stand in the gaps' order: which ones they are goes first, then what they are the numbers of.
    for shorter in (words, _of_both(short, shared)):
        if len(lines) > most:
            lines = wrap(unbroken(shorter), room, "caption", theme)
    if len(lines) > most:
        lines = (*lines[: most - 1], elide(" ".join(lines[most - 1 :]), room, "caption", theme))
    for i, line in enumerate(lines):
        marks.append(TextMark(rect.x + head, baseline + i * step, line))
    return marks


def _scales(edges: Sequence[EdgeMarks]) -> dict[tuple[int, int], float]:
    """Each group's scale, by the layers that it joins; from left to right, in whatever order they were pinned."""
    in_order = sorted(edges, key=lambda group: group.group)
    return {(group.source_layer, group.target_layer): group.scale for group in in_order if not group.unfinite}


def _of_both(words: str, shared: bool) -> str:
    """A scale; one that two networks share says so."""
    if not shared:
        return words
    return QCoreApplication.translate("NetworkView", "A and B: {scale}").format(scale=words)


def _numbers(edges: Sequence[EdgeMarks]) -> str:
    """ "0.29  0.74  1.0", each gap's scale; "" where none has one."""
    scales = list(_scales(edges).values())
    known = [scale for scale in scales if not isnan(scale)]
    if not known:
        return ""
    if len(scales) > MAX_SCALES:
        return f"{compact(min(known))} … {compact(max(known))}"
    if len(set(scales)) == 1:
        scales = scales[:1]
    return "  ".join(map(scale_text, scales))


def _scale_words(what: str, edges: Sequence[EdgeMarks], highlighted: bool) -> tuple[str, str]:
    """What the ends of the legend's strip stand for: "full colour at |w| = 0.29  0.74  1.0", "(gaps 1–3)"."""
    scales = _scales(edges)
    numbers = _numbers(edges)
    if not numbers:
        words = QCoreApplication.translate("NetworkView", "{what}: the sign alone")
        return (words.format(what=what) if highlighted and scales else what), ""
    words = QCoreApplication.translate("NetworkView", "full colour at {what} = {numbers}")
    words = words.format(what=what, numbers=numbers)
    several = len(set(scales.values())) > 1
    passes_over = any(target - source != 1 for source, target in scales)
    if several or (highlighted and not passes_over):
        gaps = QCoreApplication.translate("NetworkView", "({gaps})").format(gaps=gaps_name(list(scales)))
    elif len(scales) > 1 and not passes_over:
        gaps = QCoreApplication.translate("NetworkView", "(all gaps)")
    else:
        gaps = ""
    return words, gaps
