"""A field for one row of layers: "32", or "32 × 20" for twenty layers of 32 neurons."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from gui.architecture.fitting_field import FittingField
from gui.widgets.parsed_number import narrow, parse_number

MAX_NEURONS = 1024
# Without spaces inside a number: "16 16 16" is no layer of 161,616.
_LAYERS = re.compile(r"\s*([^\s x×*✕]+)\s*(?:[x×*✕]\s*([^\s x×*✕]+)\s*)?", re.IGNORECASE)
# What is left free beside the text and beside the unit.
TEXT_MARGIN_PX, UNIT_MARGIN_PX = 12, 7


def parse_layers(text: str) -> tuple[int, int] | None:
    """Neurons, and how many layers of so many, as a person typed them: "32 × 20", "32x20", or "32" for one layer.

    None where it is neither.
    """
    match = _LAYERS.fullmatch(narrow(text))
    if match is None:
        return None
    units, count = parse_number(match[1], True), parse_number(match[2] or "1", True)
    return None if units is None or count is None else (int(units), int(count))


class LayerField(FittingField):
    """A line for the size of one hidden layer, or of several that are alike; its value is (size, layers).

    Parameters
    ----------
    name : str
        Its object name.
    why_not : function of size and layers
        A sentence where these make no network; "" where they do.
    most : int
        The largest size.
    repeats : bool
        Whether "× n" is taken.
    """

    def __init__(
        self, name: str, why_not: Callable[[int, int], str], most: int = MAX_NEURONS, repeats: bool = True
    ) -> None:
        super().__init__(name, 1, most, lambda value: why_not(*value))
        self._repeats = repeats
        self._value = (1, 1)
        self._unit = QLabel(self)
        self._unit.setObjectName("unit")
        self._unit.setProperty("role", "caption")
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._unit_of_one = self._unit_of_many = ""
        self.textChanged.connect(self._place_unit)

    def set_unit(self, of_one: str, of_many: str) -> None:
        """What is counted, written at the end of the line where there is room."""
        self._unit_of_one, self._unit_of_many = of_one, of_many
        self._place_unit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_unit()

    def _place_unit(self) -> None:
        is_one = parse_layers(self.text()) == (1, 1)
        self._unit.setText(self._unit_of_one if is_one else self._unit_of_many)
        self._unit.ensurePolished()
        self._unit.adjustSize()
        left = self.width() - self._unit.width() - UNIT_MARGIN_PX
        used = self.fontMetrics().horizontalAdvance(self.text()) + TEXT_MARGIN_PX
        self._unit.move(left, (self.height() - self._unit.height()) // 2)
        self._unit.setVisible(bool(self._unit.text()) and used <= left)

    def _in_range(self, text: str) -> Any:
        layers = parse_layers(text)
        if layers is None or not self._least <= layers[0] <= self._most or layers[1] < 1:
            return None
        return layers if self._repeats or layers[1] == 1 else None

    def _write(self, value: Any) -> str:
        units, count = value
        return f"{units} × {count}" if count > 1 else str(units)
