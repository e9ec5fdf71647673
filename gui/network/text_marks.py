"""The lines of text in the network's picture, each where the layout has room for it."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.activity import DEAD, SATURATED, NeuronActivity
from core.messages import Snapshot
from core.residual_flow import residual_flow
from gui.network.edges import EdgeChoice
from gui.network.layout import Column, Layout, Rect
from gui.network.mark_types import BarMarks, EdgeMarks, TextMark
from gui.network.motion import Moment
from gui.network.neuron_marks import answer_known, bar_marks, is_blank, knows
from gui.network.number_text import compact, loss_text, percent, subscript, value_text
from gui.network.text_width import (
    elide,
    legend_head_width,
    line_height,
    text_width,
    type_size,
    wrap,
)
from gui.theme import Theme

# From the top of a line to its baseline, in parts of the line's height.
BASELINE = 0.76


def text_marks(
    snapshot: Snapshot,
    layout: Layout,
    moment: Moment,
    theme: Theme,
    title: str = "",
    story: str = "",
    place: str = "",
    edges: Sequence[EdgeMarks] = (),
    choice: EdgeChoice | None = None,
    activity: NeuronActivity | None = None,
) -> tuple[TextMark, ...]:
    """Title, story, heads of the columns, C and its place, legend and coverage.

    The outputs' names and numbers come from `bar_text_marks`. Lines that do not fit end in "…".

    Parameters
    ----------
    title, story, place : str
        What is shown, what is happening, and "1 of 60,000 in L".
    edges : sequence of EdgeMarks
        The edges on screen, which the legend explains; none, no legend.
    choice : EdgeChoice or None
        What the coverage counts; None, no coverage.
    activity : NeuronActivity or None
        Who is dead or saturated.
    """
    marks = [*_top(layout, theme, title, story)]
    marks += _heads(snapshot, layout, moment, theme, activity)
    marks += _names_of_inputs(snapshot, layout, theme)
    marks += _loss(snapshot, layout, moment, theme, place)
    return (*marks, *edge_text_marks(layout, theme, edges, choice, is_digit(snapshot)))


def is_digit(snapshot: Snapshot) -> bool:
    """Whether what is shown may be called a digit."""
    return snapshot.data.choice.source == "digits"


def edge_text_marks(
    layout: Layout,
    theme: Theme,
    edges: Sequence[EdgeMarks],
    choice: EdgeChoice | None,
    of_digit: bool = True,
) -> tuple[TextMark, ...]:
    """Legend and coverage: what explains the edges, and changes as the weights do."""
    marks = []
    if edges:
        marks += _legend(layout, theme, edges[0].kind, [gap.scale for gap in edges])
    if choice is not None:
        kind = edges[0].kind if edges else choice.measure
        marks.append(_coverage(layout, theme, kind, choice, of_digit))
    return tuple(marks)


def bar_text_marks(bars: BarMarks, layout: Layout, theme: Theme) -> tuple[TextMark, ...]:
    """Each shown output's name and its y to two decimals, left and right of its bar.

    The right answer's name is bold; where the bars stand too close for type, only the right answer and the
    network's own are named.
    """
    column = layout.layers[-1]
    marks = []
    pitch = float(column.y[column.shown][1] - column.y[column.shown][0]) if column.shown.size > 1 else 1e9
    for index in (int(i) for i in column.shown):
        important = index in (bars.right, bars.said)
        if pitch < type_size("caption", theme) and not important:
            continue
        track = layout.bars[index]
        y = track.y + track.height / 2 + 0.36 * type_size("body", theme)
        x = column.right + theme.px(3)
        right = index == bars.right
        room = max(track.x - theme.px(5) - x, theme.px(8))
        name = elide(bars.names[index], room, "body", theme, bold=right)
        marks.append(TextMark(x, y, name, "body", "text", bold=right))
        if bars.label[index]:
            token = "text" if important or bars.label[index] != "0.00" else "dim"
            x = track.x + track.width + theme.px(8)
            marks.append(TextMark(x, y, bars.label[index], "caption", token))
    return tuple(marks)


def _top(layout: Layout, theme: Theme, title: str, story: str) -> list[TextMark]:
    marks = []
    if title:
        room = layout.title.width
        marks.append(_in(layout.title, elide(title, room, "body", theme), "body", "text", theme))
    if story:
        words = elide(story, layout.story.width, "head", theme, bold=True)
        marks.append(_in(layout.story, words, "head", "text", theme, align="right", bold=True))
    return marks


def _in(
    rect: Rect,
    text: str,
    role: str,
    token: str,
    theme: Theme,
    align: str = "left",
    bold: bool = False,
) -> TextMark:
    """A line at the top of a rectangle."""
    x = {
        "left": rect.x,
        "right": rect.x + rect.width,
        "centre": rect.x + rect.width / 2,
    }[align]
    return TextMark(x, rect.y + BASELINE * line_height(role, theme), text, role, token, align, bold)


def _heads(
    snapshot: Snapshot, layout: Layout, moment: Moment, theme: Theme, activity: NeuronActivity | None
) -> list[TextMark]:
    """How many stand in each column, the bands' counts, and what the network says."""
    marks = []
    columns = layout.layers
    picture = layout.picture
    past = _past(snapshot, moment)
    if picture.y - theme.px(4) >= layout.caption_y and layout.map is None:
        words = _count_of_inputs(layout.pixel_x.size)
        if text_width(words, "caption", theme) <= picture.width:
            marks.append(TextMark(picture.x, picture.y - theme.px(7), words))
    for layer, column in enumerate(columns):
        centre = (column.left + column.right) / 2
        if layer < len(columns) - 1:
            words = _count_of_neurons(column.size)
            following = columns[layer + 1]
            room = (following.left + following.right) / 2 - centre - theme.px(6)
            heads = [words, f"{column.size:,}"]
            if snapshot.has_skip(layer):
                heads = _heads_of_residual(column.size, past.get(layer), heads)
            if knows(activity, snapshot, layer):
                heads = [*_heads_with_idle(heads, activity.states(layer)), *heads]
            fitting = (head for head in heads if text_width(head, "caption", theme) <= room)
            words = next(fitting, heads[-1])
            marks.append(TextMark(centre, layout.caption_y, words, align="centre"))
        else:
            marks.append(TextMark(centre, layout.caption_y, "y", align="centre", italic=True))
        if column.band is not None:
            marks.append(_band(column, column.band, theme))
    verdict = _verdict(snapshot, layout, moment)
    if verdict and layout.bars:
        before = (
            layout.layers[-2].right if len(layout.layers) > 1 else layout.picture.x + layout.picture.width
        )
        verdict = elide(verdict, layout.width - before - theme.px(16), "caption", theme)
        x = min(track.x for track in layout.bars)
        x = min(x, layout.width - theme.px(8) - text_width(verdict, "caption", theme))
        marks.append(TextMark(x, layout.caption_y, verdict, "caption", "text"))
    return marks


def _count_of_inputs(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("NetworkView", "1 input")
    return QCoreApplication.translate("NetworkView", "{count} inputs").format(count=f"{count:,}")


def _count_of_neurons(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("NetworkView", "1 neuron")
    return QCoreApplication.translate("NetworkView", "{count} neurons").format(count=f"{count:,}")


def _count_of_residual(count: int) -> str:
    """The head of a layer that adds its input to its output."""
    return QCoreApplication.translate("NetworkView", "{count}, residual").format(count=f"{count:,}")


def _heads_with_idle(heads: list[str], states: NDArray[np.int64]) -> list[str]:
    """The same heads with the number of dead and saturated neurons; none where there are none."""
    told = []
    if dead := int(np.count_nonzero(states == DEAD)):
        told.append(QCoreApplication.translate("NetworkView", "{count} dead").format(count=f"{dead:,}"))
    if full := int(np.count_nonzero(states == SATURATED)):
        told.append(QCoreApplication.translate("NetworkView", "{count} saturated").format(count=f"{full:,}"))
    return [f"{head} · {' · '.join(told)}" for head in heads] if told else []


def _past(snapshot: Snapshot, moment: Moment) -> dict[int, str]:
    """By layer, what part of the signal goes past its weights on a residual connection."""
    if not any(snapshot.skips):
        return {}
    flows = residual_flow(snapshot.trace, snapshot.weights, snapshot.skips)
    return {
        layer: percent(flow.signal_share)
        for layer, flow in flows.items()
        if layer < moment.revealed and isfinite(flow.signal_share)
    }


def _heads_of_residual(count: int, share: str | None, others: list[str]) -> list[str]:
    residual = _count_of_residual(count)
    if share is None:
        return [residual, *others]
    told = QCoreApplication.translate("NetworkView", "{layer}: {share} past").format(
        layer=residual, share=share
    )
    return [told, residual, *others]


def _band(column: Column, band: Rect, theme: Theme) -> TextMark:
    """How many neurons are folded into the band."""
    count = f"{column.size - column.shown.size:,}"
    words = QCoreApplication.translate("NetworkView", "{count} more").format(count=count)
    if text_width(words, "tick", theme) > band.width:
        words = f"+{count}"
    y = band.y + band.height / 2 + 0.36 * type_size("tick", theme)
    return TextMark(band.x + band.width / 2, y, words, "tick", "text", "centre")


def _verdict(snapshot: Snapshot, layout: Layout, moment: Moment) -> str:
    """What the network says, in words; also when it says nothing."""
    if is_blank(snapshot):
        return QCoreApplication.translate("NetworkView", "blank: no answer")
    if not answer_known(snapshot, moment):
        return ""
    bars = bar_marks(snapshot, layout, moment)
    if not bars.label[0]:
        return QCoreApplication.translate("NetworkView", "y is not finite")
    if bars.said is None:
        return _met(snapshot)
    if bars.right is None:
        return QCoreApplication.translate("NetworkView", "says {said}").format(said=bars.names[bars.said])
    if bars.said == bars.right:
        return QCoreApplication.translate("NetworkView", "says {said}: right").format(
            said=bars.names[bars.said]
        )
    return QCoreApplication.translate("NetworkView", "says {said}, is {right}").format(
        said=bars.names[bars.said], right=bars.names[bars.right]
    )


def _met(snapshot: Snapshot) -> str:
    """What is to be met and what comes out; of several numbers the bars alone tell."""
    target = snapshot.example.target
    if target is None or target.size > 1:
        return ""
    return QCoreApplication.translate("NetworkView", "ŷ = {target}").format(
        target=value_text(float(target[0]))
    )


def _names_of_inputs(snapshot: Snapshot, layout: Layout, theme: Theme) -> list[TextMark]:
    """ "x₁ = 0.53" beside each input, where they stand in a column and are no picture."""
    if snapshot.data.picture is not None or layout.columns != 1:
        return []
    x, align, fall = layout.picture.x - theme.px(8), "right", 0.36 * type_size("body", theme)
    if layout.map is not None:
        x, align, fall = layout.picture.x + layout.picture.width / 2, "centre", -theme.px(20)
    names = [f"x{subscript(i + 1)}" for i in range(layout.rows)] if layout.rows > 1 else ["x"]
    return [
        TextMark(x, y + fall, f"{names[i]} = {value_text(value)}", "body", "text", align)
        for i, (y, value) in enumerate(zip(layout.pixel_y.tolist(), snapshot.trace.x.tolist(), strict=True))
    ]


def _formula_of_loss(snapshot: Snapshot) -> tuple[str, ...]:
    """What C is, in signs, the longest first; nothing where it is longer than the line."""
    label = snapshot.example.label
    if snapshot.loss == "squared_error":
        squares = "(y − ŷ)²" if snapshot.sizes[-1] == 1 else "Σ(y − ŷ)²"
        return f"C = ½ {squares} = ", "C = "
    if snapshot.output == "softmax" and label is not None:
        named = snapshot.output_name(label) == str(label)
        return f"C = −ln y{subscript(label) if named else 'ᵣ'} = ", "C = "
    return ("C = ",)


def _loss(snapshot: Snapshot, layout: Layout, moment: Moment, theme: Theme, place: str) -> list[TextMark]:
    """C of the shown example and its place in L; or that there is none, and why."""
    rect = layout.loss
    loss = snapshot.trace.loss
    if is_blank(snapshot):
        return []
    if loss is None:
        words = QCoreApplication.translate("NetworkView", "No right answer known: no C.")
        lines = wrap(words, rect.width, "caption", theme)[:2]
        step = line_height("caption", theme)
        return [
            TextMark(rect.x, rect.y + (BASELINE + i) * step, line, "caption", "dim")
            for i, line in enumerate(lines)
        ]
    if not moment.loss_shown:
        return []
    number = loss_text(loss)
    formulas = [formula + number for formula in _formula_of_loss(snapshot)]
    fitting = (words for words in formulas if text_width(words, "head", theme, bold=True) <= rect.width)
    marks = [_in(rect, next(fitting, formulas[-1]), "head", "text", theme, bold=True)]
    if place:
        y = rect.y + line_height("head", theme) + BASELINE * line_height("caption", theme)
        marks.append(TextMark(rect.x, y, elide(place, rect.width, "caption", theme)))
    return marks


def _legend(layout: Layout, theme: Theme, kind: str, gap_scales: Sequence[float]) -> list[TextMark]:
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
    words, gaps = scale_words(kind, gap_scales)
    lines = wrap(f"{words} {gaps}".rstrip(), room, "caption", theme)
    if len(lines) > most:
        # The scales stand in the gaps' order: which ones they are goes first.
        lines = wrap(words, room, "caption", theme)
    if len(lines) > most:
        lines = [*lines[: most - 1], elide(" ".join(lines[most - 1 :]), room, "caption", theme)]
    for i, line in enumerate(lines):
        marks.append(TextMark(rect.x + head, baseline + i * step, line))
    return marks


def scale_words(kind: str, gap_scales: Sequence[float]) -> tuple[str, str]:
    """What the ends of the legend's strip stand for: "full colour at |w| = 0.29  0.74  1.0", "(gaps 1–3)"."""
    scales = gap_scales[:1] if len(set(gap_scales)) == 1 else gap_scales
    numbers = "  ".join(compact(scale) for scale in scales)
    if kind == "change":
        words = QCoreApplication.translate("NetworkView", "full colour at |ΔW| = {numbers}")
    elif kind == "gradient":
        words = QCoreApplication.translate("NetworkView", "full colour at |∂C/∂w| = {numbers}")
    elif kind == "mean_gradient":
        words = QCoreApplication.translate("NetworkView", "full colour at mean |∂C/∂w| = {numbers}")
    elif kind == "signal":
        words = QCoreApplication.translate("NetworkView", "full colour at |a·w| = {numbers}")
    else:
        words = QCoreApplication.translate("NetworkView", "full colour at |w| = {numbers}")
    words = words.format(numbers=numbers)
    if len(scales) > 1:
        gaps = QCoreApplication.translate("NetworkView", "(gaps 1–{last})").format(last=len(scales))
    elif len(gap_scales) > 1:
        gaps = QCoreApplication.translate("NetworkView", "(all gaps)")
    else:
        gaps = ""
    return words, gaps


def _coverage(layout: Layout, theme: Theme, kind: str, choice: EdgeChoice, of_digit: bool) -> TextMark:
    """ "drawn 918 of 8,864 · 89 % of this digit’s signal"."""
    drawn, total = f"{choice.drawn:,}", f"{choice.total:,}"
    if not choice.drawn and kind in ("mean_gradient", "change"):
        words = QCoreApplication.translate("NetworkView", "shown from the next update on")
    elif not choice.drawn and kind == "gradient":
        words = QCoreApplication.translate("NetworkView", "no right answer known: no gradient")
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
    words = elide(extra + words, layout.coverage.width, "caption", theme)
    return _in(layout.coverage, words, "caption", "dim", theme, align="right")
