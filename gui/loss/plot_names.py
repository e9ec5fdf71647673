"""The names of the curves: beside their lines' ends, moved as little as keeps them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gui.loss.curve_signs import RUN_KEYS

# From top to bottom where lines end at the same height.
ORDER = ("baseline", "all", "test", "most", "mean", "batches", "penalty", *RUN_KEYS, "smooth", "train")
# Who gives way first where there is no room for all.
IMPORTANCE = ("train", *RUN_KEYS, "test", "smooth", "batches", "baseline", "mean", "penalty", "most", "all")
# What is drawn of the batches: one name for all of it, "batches", where each has no room for its own.
OF_BATCHES = ("mean", "most", "all")
# Names of several runs stand nearer to each other before one of them is left out; lines of type still do not overlap.
LEAST_LINE_PX = 11.0
# Between a number and the update that it is of: they are one word.
TIED_SPACE = "\N{NO-BREAK SPACE}"
# Where a name may be cut: between words, behind Chinese punctuation, and between the layers of a structure, but not
# before the exponent of a number.
_CUT = re.compile(r" |[，：、]|(?<![0-9]e)-(?=\w)")
# A word of letters alone.
_WORD = re.compile(r"(?<![\w.,])[^\W\d_]+(?![\w.])")
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True)
class CurveName:
    """A name, and the end of its line that a thread ties it to.

    Attributes
    ----------
    key : str
        One of ORDER.
    text : str
    x, end : float
        The end of its line, in px.
    brief, short : str
        What is written where `text` has no room, before anything is cut; "" for none.
    y : float
        The middle of the name, in px.
    """

    key: str
    text: str
    x: float
    end: float
    brief: str = ""
    short: str = ""
    y: float = 0.0


def with_one_for_batches(
    names: Sequence[CurveName], room: float, line: float, text: str, short: str
) -> list[CurveName]:
    """The names, with one for all that is drawn of the batches where `room` is too low for each: no band without one.

    It is called `text`, or `short`, and is tied to the end of the batches' mean.
    """
    own = {name.key: name for name in names if name.key in OF_BATCHES}
    if len(own) < 2 or "mean" not in own or len(names) * line <= room + 1e-6:
        return list(names)
    mean = own["mean"]
    return [
        *(name for name in names if name.key not in OF_BATCHES),
        CurveName("batches", text, mean.x, mean.end, short=short),
    ]


def placed_names(names: Sequence[CurveName], top: float, bottom: float, line: float) -> list[CurveName]:
    """The most important names that fit from `top` to `bottom`, from top to bottom, at least `line` apart.

    They stand as their lines end, whatever was on screen before; `ORDER` tells those apart that end at one height.
    """
    room = max(1, int((bottom - top) / line + 1e-6))
    kept = sorted(names, key=lambda name: IMPORTANCE.index(name.key))[:room]
    ordered = sorted(kept, key=lambda name: (name.end, ORDER.index(name.key)))
    places = spread([name.end for name in ordered], line, top + line / 2, bottom - line / 2)
    return [replace(name, y=place) for name, place in zip(ordered, places, strict=True)]


def line_for_runs(names: Sequence[CurveName], room: float, line: float, least: float) -> float:
    """How far apart names stand: `line`, or as much less, down to `least`, as lets all runs have theirs in `room`."""
    runs = sum(name.key == "train" or name.key in RUN_KEYS for name in names)
    return max(least, min(line, room / max(1, runs)))


def fitting_text(name: CurveName, room: float, width_of: Callable[[str], float]) -> str:
    """As much of a name as there is room for: no number in it is ever cut, for what is left would be another one.

    Of L and the test loss the number says most: its words go first, for its sign tells which curve it is of. Of the
    others, and where even the number has no room, whole words go from the end. The last that is left of a name is the
    sign that it goes on.
    """
    if width_of(name.text) <= room:
        return name.text
    rest = name.short or name.text
    words = rest.split(" ")
    candidates = [text for text in (name.brief, name.short) if text]
    if name.key in ("train", "test"):
        tails = (words[place:] for place in range(1, len(words)))
        candidates += [text for text in map(" ".join, tails) if _has_digit(text)]
        numbers = [word for word in words if _has_digit(word)]
        candidates += numbers
        # The number is still that of the place where its line ends, with the sign that there is more to say of it.
        candidates += [f"{word.split(TIED_SPACE)[0]} …" for word in numbers if TIED_SPACE in word]
    ends = [cut.start() for cut in _CUT.finditer(rest)]
    if name.key in RUN_KEYS:
        # What tells one run from another may be its last word.
        within = {end for word in _WORD.finditer(rest) for end in range(word.start() + 2, word.end())}
        ends = sorted({*ends, *within})
    candidates += [_cut_off(rest[:end]) for end in reversed(ends)]
    # The first word may be cut anywhere, but for a number in it.
    first = _CUT.split(rest, maxsplit=1)[0]
    digit = _DIGIT.search(first)
    letters = len(first) if digit is None else digit.start()
    candidates += [_cut_off(first[:count]) for count in range(min(letters, len(rest) - 1), 0, -1)]
    return next((text for text in [*candidates, "…"] if width_of(text) <= room), "")


def _cut_off(text: str) -> str:
    return text.rstrip(" ,:：，、…") + "…"


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def spread(wanted: Sequence[float], apart: float, first: float, last: float) -> list[float]:
    """Places from `first` to `last`, each at least `apart` below the one before, as near to `wanted` as can be.

    Nearest by the sum of squares: neighbours that collide move together around their mean. Where even the room is
    too small for all, they begin at `first`.
    """
    groups: list[tuple[float, int]] = []
    for number, place in enumerate(wanted):
        # Without their distances, places only have to rise: neighbours that do not are averaged.
        mean, size = place - number * apart, 1
        while groups and groups[-1][0] > mean:
            above, count = groups.pop()
            mean, size = (above * count + mean * size) / (count + size), count + size
        groups.append((mean, size))
    most = max(first, last - (len(wanted) - 1) * apart)
    rising = [min(max(mean, first), most) for mean, size in groups for _ in range(size)]
    return [place + number * apart for number, place in enumerate(rising)]
