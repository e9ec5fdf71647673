"""What explains the edges in words: the legend's numbers, and how much of the whole is drawn, in all and by gap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import elide, legend_head_width, line_height, text_width, wrap
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.mark_types import BASELINE, EdgeMarks, TextMark, line_in
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, percent

# The legend names the scale of each of so many gaps; of more only the least and the largest.
MAX_SCALES = 12
SYMBOLS = {"weight": "|w|", "signal": "|a·w|", "gradient": "|∂C/∂w|", "change": "|ΔW|"}


def edge_text_marks(
    layout: Layout,
    theme: Theme,
    edges: Sequence[EdgeMarks],
    choice: EdgeChoice | None,
    of_digit: bool = True,
    clipped: bool = False,
) -> tuple[TextMark, ...]:
    """Legend and coverage: what explains the edges, and changes as the weights do."""
    marks = []
    if edges:
        marks += _legend(layout, theme, edges[0].kind, edges, clipped)
    if choice is not None:
        kind = edges[0].kind if edges else choice.measure
        marks.append(_coverage(layout, theme, kind, choice, of_digit))
        marks += _coverage_of_gaps(layout, theme, choice)
    return tuple(marks)


def _coverage_of_gaps(layout: Layout, theme: Theme, choice: EdgeChoice) -> list[TextMark]:
    """Under each gap "432 of 8,192 · 91 %", or as much of that as there is room for."""
    marks: list[TextMark] = []
    if len(layout.layers) < 2:
        return marks
    before = layout.picture.x + layout.picture.width / 2
    for gap, column in enumerate(layout.layers):
        left, right = layout.gap_bounds(gap)
        after = (column.left + column.right) / 2
        middle = (left + right) / 2
        # Up to the middles of the columns on both sides: there the neighbours' words begin.
        room = 2 * min(middle - before, after - middle) - theme.px(10)
        before = after
        room = min(room, 2 * min(middle, layout.width - middle))
        if room <= 0:
            continue
        for words in _parts_of_coverage(choice, gap):
            if text_width(words, "tick", theme) <= room:
                marks.append(TextMark(middle, layout.gaps_y, words, "tick", "dim", "centre"))
                break
    return marks


def _parts_of_coverage(choice: EdgeChoice, gap: int) -> list[str]:
    """What can be said of the edges that come through a gap to the layer behind it, the longest first."""
    groups = choice.groups_into.get(gap + 1, [])
    count, all_of_them = (
        sum(counts[i] for i in groups) for counts in (choice.drawn_per_group, choice.total_per_group)
    )
    drawn, share = f"{count:,}", choice.share_of(groups)
    counts = QCoreApplication.translate("NetworkView", "{drawn} of {total}").format(
        drawn=drawn, total=f"{all_of_them:,}"
    )
    if share is None or count == all_of_them:
        return [counts, drawn]
    part = percent(min(1.0, share))
    return [f"{counts} · {part}", f"{drawn} · {part}", part]


def _legend(
    layout: Layout, theme: Theme, kind: str, edges: Sequence[EdgeMarks], clipped: bool
) -> list[TextMark]:
    """Signs − and + beside the strip of colours, and what its ends stand for in every gap."""
    rect = layout.legend
    head = legend_head_width(theme)
    baseline = rect.y + BASELINE * line_height("caption", theme)
    plus_x = rect.x + head - theme.px(4) - text_width("+", "caption", theme)
    marks = [
        TextMark(rect.x, baseline, "−", "caption", "text"),
        TextMark(plus_x, baseline, "+", "caption", "text"),
    ]
    room = rect.width - head
    step = line_height("caption", theme)
    most = max(1, round(rect.height / step))
    words, gaps = _scale_words(kind, edges, clipped)
    lines = wrap(f"{words} {gaps}".rstrip(), room, "caption", theme)
    if len(lines) > most:
        # The scales stand in the gaps' order: which ones they are goes first.
        lines = wrap(words, room, "caption", theme)
    if len(lines) > most:
        lines = (*lines[: most - 1], elide(" ".join(lines[most - 1 :]), room, "caption", theme))
    for i, line in enumerate(lines):
        marks.append(TextMark(rect.x + head, baseline + i * step, line))
    return marks


def _scale_words(kind: str, edges: Sequence[EdgeMarks], clipped: bool) -> tuple[str, str]:
    """What the ends of the legend's strip stand for: "full colour at |w| = 0.29  0.74  1.0", "(gaps 1–3)"."""
    all_scales = [group.scale for group in edges]
    scales = all_scales[:1] if len(set(all_scales)) == 1 else all_scales
    numbers = "  ".join(compact(scale) for scale in scales)
    if len(scales) > MAX_SCALES:
        numbers = f"{compact(min(scales))} … {compact(max(scales))}"
    what = SYMBOLS.get(kind) or QCoreApplication.translate("NetworkView", "mean |∂C/∂w|")
    if kind == "mean_gradient" and clipped:
        what = QCoreApplication.translate("NetworkView", "mean |∂C/∂w| before clipping")
    words = QCoreApplication.translate("NetworkView", "full colour at {what} = {numbers}")
    words = words.format(what=what, numbers=numbers)
    if len(scales) > 1 and any(group.target_layer - group.source_layer != 1 for group in edges):
        # Some edges pass over a layer: each scale is named by the two layers that its edges join.
        gaps = "(" + "  ".join(f"{group.source_layer}→{group.target_layer}" for group in edges) + ")"
    elif len(scales) > 1:
        gaps = QCoreApplication.translate("NetworkView", "(gaps 1–{last})").format(last=len(scales))
    elif len(all_scales) > 1:
        gaps = QCoreApplication.translate("NetworkView", "(all gaps)")
    else:
        gaps = ""
    return words, gaps


_ALL_ZERO = {
    "gradient": lambda: QCoreApplication.translate("NetworkView", "every ∂C/∂w of this example is exactly 0"),
    "mean_gradient": lambda: QCoreApplication.translate("NetworkView", "every mean ∂C/∂w is exactly 0"),
    "change": lambda: QCoreApplication.translate("NetworkView", "every ΔW is exactly 0"),
}


def _coverage(layout: Layout, theme: Theme, kind: str, choice: EdgeChoice, of_digit: bool) -> TextMark:
    """ "drawn 918 of 8,864 · 89 % of this digit’s signal"."""
    drawn, total = f"{choice.drawn:,}", f"{choice.total:,}"
    if not choice.known and kind in ("mean_gradient", "change"):
        words = QCoreApplication.translate("NetworkView", "shown from the next update on")
    elif not choice.known and kind == "gradient":
        words = QCoreApplication.translate("NetworkView", "no right answer known: no gradient")
    elif choice.unfinite == choice.total > 0:
        words = QCoreApplication.translate("NetworkView", "every {symbol} is NaN or infinite: none is drawn")
        words = words.replace("{symbol}", SYMBOLS.get(kind, SYMBOLS["gradient"]).strip("|"))
    elif choice.unfinite:
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {count} NaN or infinite"
        )
        words = words.replace("{count}", f"{choice.unfinite:,}")
    elif not choice.drawn and choice.share is None and kind in _ALL_ZERO:
        words = _ALL_ZERO[kind]()
    elif choice.share is None or choice.drawn == choice.total:
        words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} connections")
    elif kind == "gradient" and of_digit:
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {share} of this digit’s ∂C/∂w"
        )
    elif kind == "gradient":
        words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} · {share} of its ∂C/∂w")
    elif kind == "mean_gradient":
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {share} of the mean gradient"
        )
    elif kind == "change":
        words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} · {share} of the change")
    elif of_digit:
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {share} of this digit’s signal"
        )
    else:
        words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} · {share} of the signal")
    words = words.format(
        drawn=drawn,
        total=total,
        share="" if choice.share is None else percent(choice.share),
    )
    extra = ""
    if choice.sign:
        extra = "+ " if choice.sign > 0 else "− "
    if choice.silent:
        count = f"{choice.silent:,}"
        silent = QCoreApplication.translate("NetworkView", "{count} are 0").format(count=count)
        if text_width(f"{extra}{words} · {silent}", "caption", theme) <= layout.coverage.width:
            words += f" · {silent}"
    if not all(layout.shows_edges(gap, gap + 1) for gap in range(len(layout.layers))):
        nearer = QCoreApplication.translate("NetworkView", "more of them nearer by")
        if text_width(f"{extra}{words} · {nearer}", "caption", theme) <= layout.coverage.width:
            words += f" · {nearer}"
    words = elide(extra + words, layout.coverage.width, "caption", theme)
    return line_in(layout.coverage, words, "caption", "dim", theme, align="right")
