"""The lines of text in the network's picture, each where the layout has room for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import NEWS_PX
from gui.network.geometry.shapes import Column, Layout, Rect
from gui.network.geometry.text_width import elide, text_width
from gui.network.marks.column_heads import heads_of, maps_text
from gui.network.marks.loss_marks import loss_marks
from gui.network.marks.map_words import map_text_marks
from gui.network.marks.mark_types import BarMarks, TextMark, line_in
from gui.network.marks.neuron_marks import bar_marks, is_blank, target_known
from gui.network.marks.title_line import title_line
from gui.theme.tokens import Theme
from gui.widgets.number_text import LEAST_SHARE, value_text

# So far apart stand the heads of two columns, in px at 100 %; where only counts have room, they may be nearer.
APART_PX, LEAST_APART_PX = 16.0, 6.0
# News are whole px high, and a line of text begins below its own upper edge.
PART_PX = 1.0


@dataclass(frozen=True)
class Words:
    """The lines of text that others know.

    Attributes
    ----------
    title, walkthrough, place : str
        What is shown, what is happening, and "1 of 60,000 in L".
    without_keys : str or None
        What stands in place of `walkthrough` in a picture that is kept, where that names a key to press.
    notice : TextMark or None
        What is to be known of the example besides.
    is_kept : bool
        Whether they stand in a picture that is kept, in which nothing can be unfolded.
    covered : float
        How many px of the view's top are covered by news, which the title makes room for.
    corner : (float, float)
        How wide and how high, in px, what covers the view's upper right corner is: the title ends before it.
    """

    title: str = ""
    walkthrough: str = ""
    place: str = ""
    notice: TextMark | None = None
    covered: float = 0.0
    corner: tuple[float, float] = (0.0, 0.0)
    without_keys: str | None = None
    is_kept: bool = False

    @property
    def of_kept_picture(self) -> Words:
        """As they stand in a picture that is kept: no news lie over it, and it has no keys."""
        walkthrough = self.walkthrough if self.without_keys is None else self.without_keys
        return replace(Words(self.title, walkthrough, self.place, self.notice), is_kept=True)


def text_marks(
    snapshot: Snapshot,
    layout: Layout,
    animation: AnimationState,
    theme: Theme,
    words: Words = Words(),
    statistics: NeuronStatistics | None = None,
) -> tuple[TextMark, ...]:
    """Title, walkthrough, heads of the columns, C and its place, and a notice.

    The outputs' names and numbers come from `bar_text_marks`, legend and coverage from `edge_text_marks`. Lines that
    do not fit end in "…". With `statistics` the heads count who is dead or saturated.
    """
    is_under_news = bool(words.walkthrough) and words.covered >= layout.walkthrough.y + PART_PX
    marks = [] if is_under_news else _walkthrough(layout, theme, words.walkthrough)
    marks += [
        mark for mark in _heads(snapshot, layout, animation, theme, statistics) if -20 < mark.x < layout.width
    ]
    loss = loss_marks(snapshot, layout, animation, theme, words.place)
    inside = [*_names_of_inputs(snapshot, layout, theme), *map_text_marks(snapshot, layout, theme)]
    marks += [mark for mark in inside if _is_seen(mark, layout)]
    marks += [mark for mark in loss if layout.shares_line or _is_seen(mark, layout)]
    if words.notice is not None:
        marks.append(words.notice)
    # While news lie over the line that both share, what is happening has the title's place below them.
    first, beside = (words.walkthrough, "") if is_under_news else (words.title, words.walkthrough)
    title = title_line(layout, theme, first, beside, words.covered, marks, words.corner)
    return tuple(marks) if title is None else (title, *marks)


def stays_in_sight(
    snapshot: Snapshot,
    layout: Layout,
    animation: AnimationState,
    theme: Theme,
    words: Words,
    statistics: NeuronStatistics | None,
) -> bool:
    """Whether all that is said now is seen while news cover `words.covered` px: the whole title, and nothing in a line
    that they lie over.
    """
    said = words.walkthrough or words.notice is not None
    if words.covered >= min(theme.px(NEWS_PX), layout.walkthrough.y if said else layout.height) + PART_PX:
        return False
    marks = text_marks(snapshot, layout, animation, theme, words, statistics)
    return not words.title or any(mark.text == words.title for mark in marks)


def _is_seen(mark: TextMark, layout: Layout) -> bool:
    """Whether a line that moves with the network is in the view."""
    clip = layout.clip
    if clip is None:
        return True
    return -40 < mark.x < layout.width and clip.y + 8 < mark.y <= clip.y + clip.height


def is_digit(snapshot: Snapshot) -> bool:
    """Whether what is shown may be called a digit."""
    return snapshot.data.choice.source == "digits"


def bar_text_marks(bars: BarMarks, layout: Layout, theme: Theme) -> tuple[TextMark, ...]:
    """Each shown output's name and its y to two decimals, left and right of its bar.

    The right answer's name is bold; where the bars stand too close for type, only the right answer and the
    network's own are named, and side by side they make room for each other.
    """
    column = layout.layers[-1]
    marks = []
    pitch = float(column.y[column.shown][1] - column.y[column.shown][0]) if column.shown.size > 1 else 1e9
    named = [int(i) for i in column.shown]
    middles = {i: layout.bars[i].y + layout.bars[i].height / 2 for i in named}
    if pitch < theme.type_size("caption"):
        named = [i for i in named if i in (bars.right, bars.predicted)]
        middles = _apart({i: middles[i] for i in named}, theme.type_size("body"))
    for index in named:
        track = layout.bars[index]
        y = middles[index] + 0.36 * theme.type_size("body")
        x = column.right + theme.px(3)
        right = index == bars.right
        room = max(track.x - theme.px(5) - x, theme.px(8))
        name = elide(bars.names[index], room, "body", theme, bold=right)
        marks.append(TextMark(x, y, name, "body", "text", bold=right))
        if bars.label[index]:
            important = index in (bars.right, bars.predicted)
            token = "text" if important or bars.label[index] != LEAST_SHARE else "dim"
            x = track.x + track.width + theme.px(8)
            end = layout.width * layout.zoom.scale - layout.zoom.x
            number = elide(bars.label[index], end - x, "caption", theme)
            marks.append(TextMark(x, y, number, "caption", token))
    return tuple(marks)


def _apart(middles: dict[int, float], least: float) -> dict[int, float]:
    """Two lines' middles, moved away from each other by as much until they are `least` px apart; one stays."""
    if len(middles) < 2:
        return middles
    (upper, y), (lower, below) = sorted(middles.items(), key=lambda item: item[1])
    by = max(0.0, least - (below - y)) / 2
    return {upper: y - by, lower: below + by}


def _walkthrough(layout: Layout, theme: Theme, walkthrough: str) -> list[TextMark]:
    if not walkthrough:
        return []
    words = elide(walkthrough, layout.walkthrough.width, "head", theme, bold=True)
    return [line_in(layout.walkthrough, words, "head", "text", theme, align="right", bold=True)]


def _heads(
    snapshot: Snapshot,
    layout: Layout,
    animation: AnimationState,
    theme: Theme,
    statistics: NeuronStatistics | None,
) -> list[TextMark]:
    """How many stand in each column, the collapsed groups' counts, and the prediction."""
    marks = []
    columns = layout.layers
    picture = layout.picture
    if picture.y - theme.px(4) >= layout.caption_y and layout.map is None:
        heads = [_count_of_inputs(layout.pixel_x.size)]
        if snapshot.data.input_scales is not None:
            own = QCoreApplication.translate("NetworkView", "{inputs}, each at its own scale")
            heads = [own.format(inputs=heads[0]), *heads]
        fitting = (words for words in heads if text_width(words, "caption", theme) <= picture.width)
        words = next(fitting, "")
        if words:
            marks.append(TextMark(picture.x, picture.y - theme.px(7), words))
    numbered = _numbered_layers(layout, theme)
    for layer, column in enumerate(columns):
        centre = (column.left + column.right) / 2
        if column.collapsed_group is not None:
            marks.append(_collapsed_text(column, column.collapsed_group, theme))
        if layer < len(columns) - 1:
            room = _room_of_head(layout, layer, theme)
            if numbered is not None or not -room < centre < layout.width + room:
                # What could not be shown is not counted.
                if numbered is not None and layer in numbered:
                    marks.append(TextMark(centre, layout.caption_y, str(layer + 1), align="centre"))
                continue
            heads = heads_of(snapshot, layer, animation, statistics)
            fitting = (head for head in heads if text_width(head, "caption", theme) <= room)
            words = next(fitting, heads[-1])
            marks.append(TextMark(centre, layout.caption_y, words, align="centre"))
        else:
            marks.append(TextMark(centre, layout.caption_y, "y", align="centre", italic=True))
    says = verdict(snapshot, layout, animation)
    if says and layout.bars and layout.layers[-1].left < layout.width:
        before = (
            layout.layers[-2].right if len(layout.layers) > 1 else layout.picture.x + layout.picture.width
        )
        centred = [mark for mark in marks if mark.align == "centre" and mark.text != "y"]
        if centred:
            # The head of the last hidden layer may be wider than its column.
            before = max(before, centred[-1].x + text_width(centred[-1].text, "caption", theme) / 2)
        says = elide(says, layout.width - before - theme.px(16), "caption", theme)
        x = min(track.x for track in layout.bars)
        x = min(x, layout.width - theme.px(8) - text_width(says, "caption", theme))
        if marks and marks[-1].text == "y" and x < marks[-1].x + theme.px(12):
            # Two lines at one place can't be read: the answer is more than the column's title.
            marks.pop()
        marks.append(TextMark(x, layout.caption_y, says, "caption", "text"))
    return marks


def _room_of_head(layout: Layout, layer: int, theme: Theme, apart_px: float = APART_PX) -> float:
    """How wide the head of a hidden layer's column may be, so as to stand apart from those of the columns beside it."""
    middles = [(column.left + column.right) / 2 for column in layout.layers[max(0, layer - 1) : layer + 2]]
    return min(after - before for before, after in pairwise(middles)) - theme.px(apart_px)


def _numbered_layers(layout: Layout, theme: Theme) -> range | None:
    """The layers that are named by their number alone, so many that they do not touch; None where counts have room.

    A count among the layers' numbers would be taken for one: the columns have either the ones or the others.
    """
    columns = layout.layers[:-1]
    counts_fit = all(
        (column.cell is None or len(columns) == 1)
        and text_width(_shortest_head(column), "caption", theme)
        <= _room_of_head(layout, layer, theme, LEAST_APART_PX)
        for layer, column in enumerate(columns)
    )
    if counts_fit:
        return None
    if len(columns) < 2:
        return range(0)
    room = columns[1].x[0] - columns[0].x[0]
    needed = text_width(str(len(columns)), "caption", theme) + theme.px(8)
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n * room >= needed), 100)
    # The outputs' "y" stands after them.
    last = len(columns) - int(needed / room)
    return range(every - 1, last, every)


def _shortest_head(column: Column) -> str:
    if column.maps is None:
        return f"{column.size:,}"
    return maps_text(len(column.maps.tiles))


def counts_idle(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, theme: Theme, statistics: NeuronStatistics
) -> bool:
    """Whether a layer's head has the room to count its dead or saturated neurons."""
    with_them, without = (_heads(snapshot, layout, animation, theme, of) for of in (statistics, None))
    return with_them != without


def _count_of_inputs(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("NetworkView", "1 input")
    return QCoreApplication.translate("NetworkView", "{count} inputs").format(count=f"{count:,}")


def _collapsed_text(column: Column, collapsed_group: Rect, theme: Theme) -> TextMark:
    """How many neurons are collapsed into the collapsed group."""
    count = f"{column.size - column.shown.size:,}"
    words = QCoreApplication.translate("NetworkView", "{count} more").format(count=count)
    if column.expanded:
        words = QCoreApplication.translate("NetworkView", "fold")
    elif text_width(words, "tick", theme) > collapsed_group.width:
        # A narrow group says only that there are more: a click shows them.
        fits = text_width(f"+{count}", "tick", theme) <= collapsed_group.width
        words = f"+{count}" if fits else "+"
    y = collapsed_group.y + collapsed_group.height / 2 + 0.36 * theme.type_size("tick")
    return TextMark(collapsed_group.x + collapsed_group.width / 2, y, words, "tick", "text", "centre")


def verdict(snapshot: Snapshot, layout: Layout, animation: AnimationState) -> str:
    """The network's prediction, in words; also when there is none."""
    if is_blank(snapshot):
        return QCoreApplication.translate("NetworkView", "blank: no answer")
    if not target_known(snapshot, animation):
        return ""
    bars = bar_marks(snapshot, layout, animation)
    if not bars.label[0]:
        return QCoreApplication.translate("NetworkView", "y is not finite")
    if bars.predicted is None:
        return _all_alike(bars, snapshot) if snapshot.data.class_names else _target_and_output(snapshot)
    said = bars.names[bars.predicted]
    if bars.right is None:
        return QCoreApplication.translate("NetworkView", "says {said}").format(said=said)
    if snapshot.example.is_shuffled:
        words = QCoreApplication.translate("NetworkView", "says {said}, label {right} (shuffled)")
        return words.format(said=said, right=bars.names[bars.right])
    if bars.predicted == bars.right:
        return QCoreApplication.translate("NetworkView", "says {said}: right").format(said=said)
    words = QCoreApplication.translate("NetworkView", "says {said}, is {right}")
    return words.format(said=said, right=bars.names[bars.right])


def _all_alike(bars: BarMarks, snapshot: Snapshot) -> str:
    """What is said where several outputs are largest: no class has the answer."""
    if bars.right is None:
        return QCoreApplication.translate("NetworkView", "no single largest y: no answer")
    words = QCoreApplication.translate("NetworkView", "no single largest y, it is {right}")
    if snapshot.example.is_shuffled:
        words = QCoreApplication.translate("NetworkView", "no single largest y, label {right} (shuffled)")
    return words.format(right=bars.names[bars.right])


def _target_and_output(snapshot: Snapshot) -> str:
    """The target and the output; several numbers are shown by the bars alone."""
    target = snapshot.example.target
    if target is None or target.size > 1:
        return ""
    return QCoreApplication.translate("NetworkView", "ŷ = {target}").format(
        target=value_text(float(target[0]))
    )


def _names_of_inputs(snapshot: Snapshot, layout: Layout, theme: Theme) -> list[TextMark]:
    """ "x₁ = 0.53" beside each input, where they stand in a column and are no picture.

    It ends where the inputs end, so that no connection runs through it.
    """
    if snapshot.data.picture is not None or layout.columns != 1:
        return []
    x, fall = layout.picture.x - theme.px(8), 0.36 * theme.type_size("body")
    room = x
    if layout.map is not None:
        x, fall = layout.picture.x + layout.picture.width, -theme.px(20)
        room = x - layout.map.x - layout.map.width - theme.px(4)
    values = snapshot.trace.x.tolist()
    marks = []
    for i, (y, value) in enumerate(zip(layout.pixel_y.tolist(), values, strict=True)):
        name, number = snapshot.input_name(i), f" = {value_text(value)}"
        if layout.map is not None and text_width(name + number, "body", theme) > room:
            # The number goes below its input.
            marks.append(TextMark(x, y + theme.px(28), value_text(value), "body", "text", "right"))
            number = ""
        name = elide(name, room - text_width(number, "body", theme), "body", theme)
        marks.append(TextMark(x, y + fall, name + number, "body", "text", "right"))
    return marks
