"""How much of the whole is drawn, in words: of all edges, and of those of each gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isnan

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.network.geometry.line_clipping import cut
from gui.network.geometry.shapes import Layout, Rect
from gui.network.geometry.text_width import elide, text_width
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.gap_names import gap_name, gaps_name
from gui.network.marks.mark_types import EdgeMarks, TextMark, line_in
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, percent
from gui.widgets.penalty_text import named
from gui.widgets.sentence_text import labelled

LEFT_OUT = "…"
# Of more gaps than this nobody listens to each.
MOST_GAPS = 12
SYMBOLS = {"weight": "|w|", "signal": "|a·w|", "gradient": "|∂C/∂w|", "change": "|ΔW|"}


def edge_symbol(kind: str, clipped: bool = False, penalties: tuple[str, ...] = ()) -> str:
    """What a picture's numbers are called: "|w|"."""
    if kind == "mean_gradient" and penalties:
        words = QCoreApplication.translate("NetworkView", "mean |∂C/∂w| with {penalties}")
        if clipped:
            words = QCoreApplication.translate(
                "NetworkView", "mean |∂C/∂w| with {penalties}, before clipping"
            )
        return words.format(penalties=named(penalties))
    if kind == "mean_gradient" and clipped:
        return QCoreApplication.translate("NetworkView", "mean |∂C/∂w| before clipping")
    return SYMBOLS.get(kind) or QCoreApplication.translate("NetworkView", "mean |∂C/∂w|")


def scale_text(scale: float) -> str:
    """A scale as text; a dash where nobody computed one."""
    return "–" if isnan(scale) else compact(scale)


def coverage_of_gaps(layout: Layout, theme: Theme, choices: Sequence[EdgeChoice | None]) -> list[TextMark]:
    """Under each gap "432 of 8,192 · 91 %", or as much of that as there is room for; a choice for each gap.

    A gap that has room for none of it has the shortest of it where its neighbours leave room; where also these have
    none to give, it has the sign that something is left out, beside others that have room. Of a low picture the
    coverage of the whole has their line.
    """
    marks: list[TextMark] = []
    if len(layout.layers) < 2 or layout.shares_line:
        return marks
    before = layout.picture.x + layout.picture.width / 2
    # On the same line stands the folded legend, at the left.
    folded, apart = layout.marks_line.x + layout.marks_line.width + theme.px(8), theme.px(10)
    said = False
    # Of each mark the gap's parts, and of one that is left out how far it may be moved.
    all_parts: list[list[str]] = []
    left_out: dict[int, float] = {}
    # With a hundred layers there is no room for a single figure: what could be said is not asked for.
    narrowest = text_width("1", "tick", theme)
    for gap, column in enumerate(layout.layers):
        left, right = layout.gap_bounds(gap)
        after = (column.left + column.right) / 2
        middle = (left + right) / 2
        # Up to the middles of the columns on both sides: there the neighbours' words begin.
        room = 2 * min(middle - before, after - middle) - apart
        start, before = max(before, folded), after
        room = min(room, 2 * min(middle - folded, layout.width - middle))
        choice = choices[gap]
        if room < narrowest or choice is None or not _has_coverage(layout, choice, gap):
            continue
        for words in (parts := _parts_of_coverage(choice, gap)):
            if text_width(words, "tick", theme) <= room:
                marks.append(TextMark(middle, layout.gaps_y, words, "tick", "dim", "centre"))
                all_parts.append(parts)
                said = True
                break
        else:
            # Behind the outputs is nobody's: the last gap's shortest words may reach there.
            half = text_width(parts[-1], "tick", theme) / 2
            place = max(start + apart / 2 + half, middle)
            if gap == len(layout.layers) - 1 and place + half <= layout.coverage.x + layout.coverage.width:
                marks.append(TextMark(place, layout.gaps_y, parts[-1], "tick", "dim", "centre"))
                all_parts.append(parts)
                said = True
                continue
            if text_width(LEFT_OUT, "tick", theme) <= room:
                left_out[len(marks)] = room / 2
                all_parts.append(parts)
                marks.append(TextMark(middle, layout.gaps_y, LEFT_OUT, "tick", "dim", "centre"))
    if not said:
        # Where there is no room for any, a row of such signs would say nothing.
        return []
    for number, reach in left_out.items():
        _make_room(
            marks, number, all_parts, (folded, layout.coverage.x + layout.coverage.width), reach, theme
        )
    return marks


def _make_room(
    marks: list[TextMark],
    number: int,
    parts: Sequence[list[str]],
    ends: tuple[float, float],
    reach: float,
    theme: Theme,
) -> None:
    """Say the shortest of a gap where its neighbours leave room for it, or would if they said less.

    It is moved by `reach` px at the most, so that it still stands under its gap.
    """

    def edge(mark: TextMark, way: int) -> float:
        return mark.x + way * text_width(mark.text, "tick", theme) / 2

    own, apart = marks[number], theme.px(10)
    half = text_width(parts[number][-1], "tick", theme) / 2
    beside = [i for i in (number - 1, number + 1) if 0 <= i < len(marks)]
    shorter = {i: replace(marks[i], text=parts[i][-1]) for i in beside if marks[i].text != LEFT_OUT}
    for changed in ((), *((i,) for i in shorter), tuple(shorter)):
        now = {i: shorter[i] if i in changed else marks[i] for i in beside}
        left = max([ends[0], *(edge(mark, 1) + apart for i, mark in now.items() if i < number)]) + half
        right = min([ends[1], *(edge(mark, -1) - apart for i, mark in now.items() if i > number)]) - half
        place = min(max(own.x, left), right)
        if left <= right and abs(place - own.x) <= reach:
            for i, mark in now.items():
                marks[i] = mark
            marks[number] = replace(own, x=place, text=parts[number][-1])
            return


def _has_coverage(layout: Layout, choice: EdgeChoice, gap: int) -> bool:
    """Whether there is something to be said of a gap: a pool has no weights, and ribbons come with the signal."""
    groups = choice.groups_into.get(gap + 1, ())
    awaits = layout.has_ribbons(gap, gap + 1) and not any(group in choice.ribbons for group in groups)
    return bool(groups) and not (awaits and choice.known)


def whole_coverage_of_gaps(layout: Layout, choices: Sequence[EdgeChoice | None]) -> list[str]:
    """ "gap 1: 432 of 8,192 · 91 %" of each gap, for who listens; none of one alone, nor of more than `MOST_GAPS`."""
    words = [
        labelled(gap_name(gap + 1), _parts_of_coverage(choice, gap)[0])
        for gap, choice in enumerate(choices)
        if choice is not None and _has_coverage(layout, choice, gap)
    ]
    return words if 1 < len(words) <= MOST_GAPS else []


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
    if _carries_nothing(choice, groups):
        return [*_nothing_in_gap(choice.measure, f"{all_of_them:,}"), drawn]
    if not choice.uncounted.isdisjoint(groups):
        return [_ribbons_of_one_sign(choice, groups)]
    if share is None:
        return [counts, drawn]
    part = percent(1.0 if count == all_of_them else min(1.0, share))
    # The shortest is a part also where all are drawn: a bare count beside the other gaps' parts would puzzle.
    longest = counts if count == all_of_them else f"{counts} · {part}"
    # Nothing between: "512 · 58 %" reads as if 512 were 58 % of them.
    return [longest, part]


def _ribbons_of_one_sign(choice: EdgeChoice, groups: Iterable[int]) -> str:
    """How many ribbons are drawn of these groups: how many connections they are of one sign nobody can tell."""
    number = sum(choice.ribbons[group].number for group in groups if group in choice.uncounted)
    words = QCoreApplication.translate("NetworkView", "{ribbons} ribbons")
    if number == 1:
        words = QCoreApplication.translate("NetworkView", "1 ribbon")
    return words.format(ribbons=f"{number:,}")


def counts_in_short(choice: EdgeChoice) -> list[list[str]]:
    """["918 of 8,864", "81 %"], and less of that."""
    if choice.uncounted and not choice.total:
        return [[_ribbons_of_one_sign(choice, choice.uncounted)]]
    words = QCoreApplication.translate("NetworkView", "{drawn} of {total}")
    counts = words.format(drawn=f"{choice.drawn:,}", total=f"{choice.total:,}")
    if choice.unfinite:
        words = QCoreApplication.translate("NetworkView", "{count} NaN or infinite")
        return [[counts, words.format(count=f"{choice.unfinite:,}")]]
    if choice.share is None or choice.drawn == choice.total:
        return [[counts]]
    return [[counts, percent(choice.share)], [counts]]


def _silent_gaps(choice: EdgeChoice) -> list[tuple[int, int]]:
    """The gaps, by the layers before and behind, of which none is drawn, for all carry exactly 0."""
    return [
        (target - 1, target)
        for target, groups in sorted(choice.groups_into.items())
        if _carries_nothing(choice, groups)
    ]


def _carries_nothing(choice: EdgeChoice, groups: Sequence[int]) -> bool:
    """Whether none of these groups' connections is drawn, and all of them are known to be exactly 0."""
    return (
        bool(choice.sums)
        and bool(groups)
        and all(choice.sums[group] == 0 and not choice.drawn_per_group[group] for group in groups)
    )


def _nothing_in_gap(measure: str, total: str) -> list[str]:
    """Why no connection of a gap is drawn, though it has some: those that carry nothing are left out."""
    if measure == "signal":
        words = QCoreApplication.translate("NetworkView", "none of {total} carries a signal")
        return [words.format(total=total), QCoreApplication.translate("NetworkView", "no signal")]
    words = QCoreApplication.translate("NetworkView", "all {total} are 0")
    return [words.format(total=total), QCoreApplication.translate("NetworkView", "all 0")]


_ALL_ZERO = {
    "gradient": lambda: QCoreApplication.translate("NetworkView", "every ∂C/∂w of this example is exactly 0"),
    "mean_gradient": lambda: QCoreApplication.translate("NetworkView", "every mean ∂C/∂w is exactly 0"),
    "change": lambda: QCoreApplication.translate("NetworkView", "every ΔW is exactly 0"),
}


def _in_view(edges: Sequence[EdgeMarks], clip: Rect) -> int:
    """How many of these edges pass through what is seen of an enlarged network."""
    lines = [np.stack([group.x1, group.y1, group.x2, group.y2], axis=1) for group in edges]
    return int(np.count_nonzero(cut(np.concatenate(lines), clip)[1])) if lines else 0


def _filled_in(words: str, choice: EdgeChoice, room: float, theme: Theme) -> str:
    """The words with their numbers; a share that is the mean of several gaps' says so, or it is left out."""
    numbers = {"drawn": f"{choice.drawn:,}", "total": f"{choice.total:,}"}
    if "{share}" not in words or choice.share is None:
        return words.format(**numbers)
    numbers["share"] = percent(choice.share)
    gaps = len(choice.share_per_gap)
    short = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} · {share}")
    if gaps == 1:
        filled = words.format(**numbers)
        return filled if text_width(filled, "caption", theme) <= room else short.format(**numbers)
    mean = QCoreApplication.translate("NetworkView", "{share}, mean of the {gaps} gaps")
    for wording in (mean.replace("{share}", words), short.replace("{share}", mean)):
        filled = wording.format(gaps=gaps, **numbers)
        if text_width(filled, "caption", theme) <= room:
            return filled
    words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} connections")
    return words.format(**numbers)


def coverage(
    layout: Layout,
    theme: Theme,
    kind: str,
    choice: EdgeChoice,
    of_digit: bool,
    edges: Sequence[EdgeMarks],
    penalties: str = "",
) -> TextMark:
    """ "drawn 918 of 8,864 · 89 % of this digit’s signal, mean of the 3 gaps", or as much as there is room for.

    `penalties` names those that are a part of a mean gradient.
    """
    if not choice.known and kind in ("mean_gradient", "change"):
        words = QCoreApplication.translate("NetworkView", "not known of this update")
    elif not choice.known and kind == "gradient":
        words = QCoreApplication.translate("NetworkView", "no right answer known: no gradient")
    elif choice.unfinite == sum(choice.total_per_group) > 0:
        words = QCoreApplication.translate("NetworkView", "every {symbol} is NaN or infinite: none is drawn")
        words = words.replace("{symbol}", SYMBOLS.get(kind, SYMBOLS["gradient"]).strip("|"))
    elif choice.unfinite:
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {count} NaN or infinite"
        )
        words = words.replace("{count}", f"{choice.unfinite:,}")
    elif not choice.drawn and choice.share is None and not choice.uncounted and kind in _ALL_ZERO:
        words = _ALL_ZERO[kind]()
        if kind == "mean_gradient" and penalties:
            words = QCoreApplication.translate(
                "NetworkView", "every mean ∂C/∂w with {penalties} is exactly 0"
            )
            words = words.replace("{penalties}", penalties)
    elif choice.share is None or choice.drawn == choice.total:
        words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} connections")
    elif kind == "gradient" and of_digit:
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {share} of this digit’s ∂C/∂w"
        )
    elif kind == "gradient":
        words = QCoreApplication.translate("NetworkView", "drawn {drawn} of {total} · {share} of its ∂C/∂w")
    elif kind == "mean_gradient" and penalties:
        words = QCoreApplication.translate(
            "NetworkView", "drawn {drawn} of {total} · {share} of the mean gradient with {penalties}"
        )
        words = words.replace("{penalties}", penalties)
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
    extra = ""
    if choice.sign:
        extra = "+ " if choice.sign > 0 else "− "
    if layout.clip is not None and choice.drawn:
        seen = QCoreApplication.translate("NetworkView", "{count} in view").format(
            count=f"{_in_view(edges, layout.clip) + sum(own.in_view for own in choice.ribbons.values()):,}"
        )
        extra = f"{seen} · {extra}"
    room = layout.coverage.width - text_width(extra, "caption", theme)
    words = _filled_in(words, choice, room, theme)
    if choice.uncounted and not choice.total:
        # There are no lines that could have one sign.
        words = ""
    for more in _additions(layout, choice):
        if text_width(f"{extra}{words} · {more}", "caption", theme) <= layout.coverage.width:
            words += f" · {more}" if words else more
    words = elide(extra + words, layout.coverage.width, "caption", theme)
    return line_in(layout.coverage, words, "caption", "dim", theme, align="right")


def _additions(layout: Layout, choice: EdgeChoice) -> list[str]:
    """What is said besides, each where there is room for it."""
    additions = []
    ribbons = sum(own.number for own in choice.ribbons.values())
    if ribbons or choice.uncounted:
        count = sum(own.connections for own in choice.ribbons.values())
        words = QCoreApplication.translate("NetworkView", "{ribbons} ribbons = {count}")
        if ribbons == 1:
            words = QCoreApplication.translate("NetworkView", "1 ribbon = {count}")
        if choice.uncounted:
            # Connections of both signs are in one.
            words = QCoreApplication.translate("NetworkView", "{ribbons} ribbons, by the sign of their sum")
        additions.append(words.format(ribbons=f"{ribbons:,}", count=f"{count:,}"))
    if choice.silent:
        words = QCoreApplication.translate("NetworkView", "{count} are 0")
        additions.append(words.format(count=f"{choice.silent:,}"))
    if choice.measure == "signal" and choice.share is not None and (gaps := _silent_gaps(choice)):
        words = QCoreApplication.translate("NetworkView", "no signal in {gaps}")
        additions.append(words.format(gaps=gaps_name(gaps)))
    # To and from the cells of feature maps lead ribbons.
    gaps_of_lines = [gap for gap in range(len(layout.layers)) if not layout.has_ribbons(gap, gap + 1)]
    if not all(layout.shows_edges(gap, gap + 1) for gap in gaps_of_lines):
        additions.append(QCoreApplication.translate("NetworkView", "more of them nearer by"))
    return additions
