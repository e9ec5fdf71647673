"""A field for one row of layers: "32", or "32 × 20" for twenty layers of 32 neurons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from gui.widgets.number_field import NumberField, parse_number
from gui.widgets.number_text import thousands

MAX_NEURONS = 1024
# Without spaces inside a number: "16 16 16" is no layer of 161,616.
_LAYERS = re.compile(r"\s*([^\s x×*✕]+)\s*(?:[x×*✕]\s*([^\s x×*✕]+)\s*)?", re.IGNORECASE)


def parse_layers(text: str) -> tuple[int, int] | None:
    """Neurons, and how many layers of so many, as a person typed them: "32 × 20", "32x20", or "32" for one layer.

    None where it is neither.
    """
    match = _LAYERS.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        return None
    units, count = parse_number(match[1], True), parse_number(match[2] or "1", True)
    return None if units is None or count is None else (int(units), int(count))


class LayerField(NumberField):
    """A line for the neurons of one hidden layer, or of several that are alike; its value is (neurons, layers).

    Parameters
    ----------
    name : str
        Its object name.
    why_not : function of neurons and layers
        What would be right, in words, where these make too large a network; "" where they do not.
    """

    def __init__(self, name: str, why_not: Callable[[int, int], str]) -> None:
        super().__init__(name, True, 1, MAX_NEURONS)
        self._why_not = why_not
        self._value = (1, 1)

    def _layers(self, text: str) -> tuple[int, int] | None:
        layers = parse_layers(text)
        return layers if layers and self._least <= layers[0] <= self._most and layers[1] > 0 else None

    def _parse(self, text: str) -> Any:
        layers = self._layers(text)
        return None if layers is None or self._why_not(*layers) else layers

    def _write(self, value: Any) -> str:
        units, count = value
        return f"{units} × {count}" if count > 1 else str(units)

    def _range_text(self) -> str:
        layers = self._layers(self.text())
        if layers is not None:
            return self._why_not(*layers)
        words = self.tr("a whole number from {least} to {most}, or “32 × 20” for twenty layers of 32")
        return words.format(least=thousands(self._least), most=thousands(self._most))
