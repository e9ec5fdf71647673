"""A test set of one's own: drawings and images as ink, each with the class that it is meant to be."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.data.dataset import PIXELS, SIDE
from core.data.dataset_spec import DatasetSpec

MOST_EXAMPLES = 10_000
"""As many as the test set of the digits has."""

MOST_NUMBER = 2**53
"""Beyond it JSON does not count by ones everywhere."""


def takes_drawings(choice: DatasetSpec, picture: tuple[int, int] | None) -> bool:
    """Whether a drawing becomes what these examples are: ink on 16 x 16."""
    made_ink = choice.source == "digits" or (choice.source == "own" and choice.as_ink)
    return made_ink and picture == (SIDE, SIDE)


def _none(*shape: int) -> NDArray[np.uint8]:
    return np.zeros(shape, np.uint8)


@dataclass(frozen=True)
class OwnSet:
    """N examples by rising number; a number is an example's for good, so that whoever is taken away can come back.

    Classes are kept by their names: the same examples fit whatever data have classes of these names.

    Attributes
    ----------
    numbers : (N,) int64
        Each at least 1, rising.
    pixels : (N, 256) uint8
        1 is ink and 0 is no ink, row by row.
    labels : (N,) int64
        The class of each, as its place in `names`.
    names : tuple of str
        Each once.

    Raises
    ------
    ValueError
        When it can't be such a set.
    """

    numbers: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    pixels: NDArray[np.integer] = field(default_factory=lambda: _none(0, PIXELS))
    labels: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        count = len(self.numbers) if self.numbers.ndim == 1 else -1
        shapes = self.pixels.shape, self.labels.shape
        if shapes != ((count, PIXELS), (count,)) or self.pixels.dtype != np.uint8:
            raise ValueError(f"{count} examples with pixels and labels of {shapes}, {self.pixels.dtype}")
        if count > MOST_EXAMPLES:
            raise ValueError(f"{count} examples: there may be {MOST_EXAMPLES} at most")
        if len(set(self.names)) < len(self.names):
            raise ValueError("a class twice")
        if not count:
            return
        if self.numbers[0] < 1 or self.numbers[-1] > MOST_NUMBER or (np.diff(self.numbers) < 1).any():
            raise ValueError("numbers that do not rise from 1 on")
        if self.pixels.max() > 1:
            raise ValueError(f"a pixel of {self.pixels.max()}: ink is 1 and no ink 0")
        if self.labels.min() < 0 or self.labels.max() >= len(self.names):
            raise ValueError(f"a label beyond the {len(self.names)} classes")

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def next_number(self) -> int:
        """One that no example has."""
        return int(self.numbers[-1]) + 1 if len(self) else 1

    def is_same(self, other: OwnSet) -> bool:
        """Whether both hold the same examples, by the same numbers and classes."""
        return (
            np.array_equal(self.numbers, other.numbers)
            and np.array_equal(self.pixels, other.pixels)
            and [self.names[i] for i in self.labels] == [other.names[i] for i in other.labels]
        )

    def with_examples(self, other: OwnSet) -> OwnSet:
        """These and the other's; of a number that both have, the other's.

        Raises
        ------
        ValueError
            When there would be too many.
        """
        mine = self.without(other.numbers)
        place = {name: i for i, name in enumerate(dict.fromkeys((*mine.names, *other.names)))}
        theirs = np.array([place[name] for name in other.names], np.int64)[other.labels]
        numbers = np.concatenate((mine.numbers, other.numbers))
        order = np.argsort(numbers, kind="stable")
        pixels = np.concatenate((mine.pixels, other.pixels))[order]
        return _tidy(numbers[order], pixels, np.concatenate((mine.labels, theirs))[order], tuple(place))

    def without(self, numbers: NDArray[np.integer]) -> OwnSet:
        """Those of other numbers."""
        return self.part(~np.isin(self.numbers, numbers))

    def of_numbers(self, numbers: NDArray[np.integer]) -> OwnSet:
        """Those of these numbers, as far as there are such."""
        return self.part(np.isin(self.numbers, numbers))

    def part(self, chosen: NDArray[np.bool_]) -> OwnSet:
        """Those that are chosen, (N,)."""
        return _tidy(self.numbers[chosen], self.pixels[chosen], self.labels[chosen], self.names)

    def labelled(self, number: int, name: str) -> OwnSet:
        """The same, but this example is of the class of this name; one that is not there changes nothing."""
        own = self.of_numbers(np.array([number]))
        if not len(own):
            return self
        return self.with_examples(OwnSet(own.numbers, own.pixels, np.zeros(1, np.int64), (name,)))

    def fitting(self, choice: DatasetSpec, picture: tuple[int, int] | None, names: tuple[str, ...]) -> OwnSet:
        """Those that can be shown to a network that learns from such examples; their classes are numbered as `names`.

        Parameters
        ----------
        choice, picture, names
            How those were chosen, the shape of their pictures, and the names of their classes.
        """
        if not takes_drawings(choice, picture):
            return OwnSet(names=names)
        place = {name: i for i, name in enumerate(names)}
        labels = np.array([place.get(name, -1) for name in self.names], np.int64)[self.labels]
        chosen = labels >= 0
        return OwnSet(self.numbers[chosen], self.pixels[chosen], labels[chosen], names)


def _tidy(
    numbers: NDArray[np.int64], pixels: NDArray[np.integer], labels: NDArray[np.int64], names: tuple[str, ...]
) -> OwnSet:
    """A set that knows no class without an example."""
    used, labels = np.unique(labels, return_inverse=True)
    return OwnSet(
        numbers, pixels, labels.astype(np.int64).reshape(-1), tuple(names[i] for i in used.tolist())
    )
