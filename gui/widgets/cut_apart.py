"""A line that has no room, cut so that it still reads as no other line of its list does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from os.path import commonprefix

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

# Behind these a new part of a name begins, in English and in Chinese.
_PARTS = re.compile(r"(?:[,:](?!\d)|[，：、])\s*|└ ")
# A number with its symbol: η 0.001.
_NUMBER = re.compile(r"(?:(?<!\S)\S{1,2} )?[+−]?\d(?:[\d.,]*\d)?(?:[e·×][−-]?\d+)?")


def cut_apart(line: str, lines: Iterable[str], metrics: QFontMetrics, room: int) -> str:
    """Both ends of a line in `room` px; where another of the `lines` would read the same, from what differs on.

    A number is whole or left out, with the name before it: half of one reads as another. Only where nothing else would
    be left, or tell it from the others, it is cut.
    """

    def middle(text: str) -> str:
        return _whole_numbers(text, metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room))

    def right(text: str) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    alike = [other for other in lines if other != line and middle(other) == middle(line)]
    if not alike:
        return middle(line)
    start = shared_start((line, *alike))

    def is_told_apart(cut: Callable[[str], str]) -> bool:
        return all(cut("…" + other[start:]) != cut("…" + line[start:]) for other in alike)

    return (middle if is_told_apart(middle) else right)("…" + line[start:] if start else line)


def cut_beside(line: str, other: str, lines: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    """As `cut_apart`, but whole in it is the first part that the line has and `other`, which stands beside it, has not.

    That may read as a third of the `lines` does, where there is no room for what tells it from both.
    """
    among_all = cut_apart(line, lines, metrics, room)
    if line == other or not other:
        return among_all
    start = shared_start((line, other))
    end = next((part.start() for part in _PARTS.finditer(line) if part.start() > start), len(line))

    def right(text: str) -> str:
        return _whole_numbers(text, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))

    is_like_no_other = all(right(each) != right(line) for each in lines if each != line)
    cuts = (
        among_all,
        *([right(line)] if is_like_no_other else []),
        cut_apart(line, (line, other), metrics, room),
        right(line),
        right("…" + line[start:]),
    )
    return next((cut for cut in cuts if line[start:end] in cut), among_all)


def shared_start(lines: Sequence[str]) -> int:
    """How many signs may be left out in front: the same in all `lines`, up to where a part of them ends."""
    shared = len(commonprefix(lines))
    return max((part.end() for part in _PARTS.finditer(lines[0]) if part.end() <= shared), default=0)


def _whole_numbers(text: str, cut: str) -> str:
    """A text that is `cut` in its middle, without what is left of numbers that were cut."""
    if cut == text:
        return text
    begin = commonprefix((text, cut))
    head, end = len(begin), len(text) - (len(cut) - len(begin) - 1)
    for number in _NUMBER.finditer(text):
        if number.start() < head < number.end():
            parts = (part.end() for part in _PARTS.finditer(text) if part.end() <= number.start())
            head = max(parts, default=number.start())
        if number.start() < end < number.end():
            end = number.end()
    left = f"{text[:head]}…{text[end:]}"
    return left if len(left) > 1 else cut
