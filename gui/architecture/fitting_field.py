"""A field for a number of a layer, which also refuses what would not fit the other layers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gui.widgets.announcement import WARNING, spoken
from gui.widgets.number_field import NumberField


class FittingField(NumberField):
    """A line for one whole number.

    Parameters
    ----------
    name : str
        Its object name.
    least, most : int
        Its range.
    why_not : function of a value
        A sentence where this number, which is in the range, makes no network; "" where it does.
    """

    def __init__(self, name: str, least: int, most: int, why_not: Callable[[Any], str]) -> None:
        super().__init__(name, True, least, most)
        self._why_not = why_not

    def _in_range(self, text: str) -> Any:
        """What was typed as a value of the range, None where it is none."""
        return super()._parse(text)

    def _parse(self, text: str) -> Any:
        value = self._in_range(text)
        return None if value is None or self._why_not(value) else value

    def show_error(self, text: str) -> None:
        value = self._in_range(text)
        sentence = "" if value is None else self._why_not(value)
        if not sentence:
            super().show_error(text)
            return
        refused = self.tr("{value} is refused.").format(value=text.strip())
        self.note.say(f"{WARNING}{refused} {sentence}")
        self.setAccessibleDescription(spoken(self.note.text()))
        self._mark(True)
