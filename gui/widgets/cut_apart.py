"""A line that has no room, cut so that it still reads as no other line of its list does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from os.path import commonprefix

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

# Behind these a new part of a name begins, in English and in Chinese.
_PARTS = re.compile(r"[,:，：、]\s*|└ ")


def cut_apart(line: str, lines: Iterable[str], metrics: QFontMetrics, room: int) -> str:
    """Both ends of a line in `room` px; where another of the `lines` would read the same, from what differs on."""

    def middle(text: str) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    def right(text: str) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    alike = [other for other in lines if other != line and middle(other) == middle(line)]
    if not alike:
        return middle(line)
    # What is left out in front is the same in all of them, and ends where a part of the name does.
    shared = min(len(commonprefix((line, other))) for other in alike)
    start = max((part.end() for part in _PARTS.finditer(line) if part.end() <= shared), default=0)

    def is_told_apart(cut: Callable[[str], str]) -> bool:
        return all(cut("…" + other[start:]) != cut("…" + line[start:]) for other in alike)

    return (middle if is_told_apart(middle) else right)("…" + line[start:] if start else line)
