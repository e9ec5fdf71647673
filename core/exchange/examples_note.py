"""What goes into a network and what comes out of it, for others: neither its layers nor its weights say that."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.dataset_spec import DatasetSpec
from core.data.importers.standardise import Scale
from core.data.own_set import takes_drawings

X_KEY, CLASSES_KEY, COLUMNS_KEY, MEAN_KEY, DEVIATION_KEY = "x", "classes", "columns", "mean", "deviation"
"""What these are called in a file: a sentence; the name of each output; the name, the mean and the standard deviation
of each column."""

NOTE_KEYS = frozenset({X_KEY, CLASSES_KEY, COLUMNS_KEY, MEAN_KEY, DEVIATION_KEY})

MAX_METADATA = 400_000
"""Characters that names may take in a header: whoever reads it takes a megabyte at most."""

_WIDTH = 100


@dataclass(frozen=True)
class ExamplesNote:
    """What the examples are that the network has learned from.

    Attributes
    ----------
    x : str
        What x must be, a sentence in English, of printable ASCII.
    class_names : tuple of str
        What each output is the confidence of; empty for regression.
    input_names : tuple of str
        A table's own names of its columns; empty where it has none.
    scale : Scale or None
        What its columns were standardised by.
    """

    x: str
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    scale: Scale | None = None

    def metadata(self) -> dict[str, str]:
        """For a safetensors file, whose metadata are texts: lists are JSON."""
        texts = {X_KEY: self.x}
        for key, values in self._lists():
            text = json.dumps(values, ensure_ascii=False)
            if len(text) <= MAX_METADATA:
                texts[key] = text
        return texts

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For an NPZ file: mean and deviation as float64, the others as text."""
        return {X_KEY: np.array(self.x), **{key: np.array(values) for key, values in self._lists()}}

    def code(self) -> str:
        """Lines of Python below the model: constants, and a comment that says what x is."""
        lines = wrap(f"x: {self.x}", _WIDTH - 2)
        parts = [f"# {line}" for line in lines]
        for key, values in self._lists():
            one = f"{key} = {values!r}"
            parts += [one] if len(one) <= _WIDTH else [f"{key} = [", *_wrapped(values), "]"]
        return "\n".join(parts) + "\n"

    def _lists(self) -> Iterator[tuple[str, list[Any]]]:
        if self.input_names:
            yield COLUMNS_KEY, list(self.input_names)
        if self.scale is not None:
            yield MEAN_KEY, self.scale.mean.tolist()
            yield DEVIATION_KEY, self.scale.deviation.tolist()
        if self.class_names:
            yield CLASSES_KEY, list(self.class_names)


def examples_note(
    choice: DatasetSpec,
    picture: tuple[int, int] | None,
    class_names: Sequence[str],
    input_names: Sequence[str] = (),
    scale: Scale | None = None,
) -> ExamplesNote:
    """What is to be said of examples that were chosen so; `scale` is None where it is not known any more, too."""
    return ExamplesNote(_x(choice, picture, scale), tuple(class_names), tuple(input_names), scale)


def _x(choice: DatasetSpec, picture: tuple[int, int] | None, scale: Scale | None) -> str:
    if picture is not None:
        rows, columns = picture
        shape = f"a picture of {rows} x {columns}, row by row from the top left"
        if not takes_drawings(choice, picture):
            return f"{shape}: grey, 0 for black to 1 for white"
        return (
            f"{shape}: 1 for ink, 0 for none (of MNIST's 28 x 28 the middle 24 x 24, averaged by area;"
            " ink is what is over 0.4)"
        )
    if choice.source != "own":
        return "the numbers as they are drawn, in no other scale"
    if scale is not None:
        return "(value - mean) / deviation, column by column"
    if choice.standardised:
        return "each column standardised, (value - mean) / deviation; by which, was not kept: import the file anew"
    return "the numbers as they are in the file"


def _wrapped(values: list[Any]) -> Iterator[str]:
    """The entries of a list in lines; none of them is parted."""
    line = "   "
    for value in values:
        text = f" {value!r},"
        if len(line) + len(text) > _WIDTH and line.strip():
            yield line
            line = "   "
        line += text
    yield line
