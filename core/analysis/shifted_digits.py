"""How many digits are answered right when they stand a pixel or two from where they stood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import NO_ANSWER, predict
from core.nn.network import Network

DISTANCES = (0, 1, 2)
# A chunk of any of the three networks is soon done.
CHUNK_ROWS = 128
# One step down, up, to the right and to the left, in rows and columns.
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def shifted(X: NDArray[np.generic], picture: tuple[int, int], down: int, right: int) -> NDArray[np.generic]:
    """(N, rows * columns) pictures moved by so many pixels: what leaves the picture is lost, what comes in is blank."""
    rows, columns = picture
    pictures = X.reshape(-1, rows, columns)
    moved = np.zeros_like(pictures)
    to_rows, from_rows = _parts(rows, down)
    to_columns, from_columns = _parts(columns, right)
    moved[:, to_rows, to_columns] = pictures[:, from_rows, from_columns]
    return moved.reshape(X.shape)


def _parts(size: int, by: int) -> tuple[slice, slice]:
    """To where on one side, and from where, what is moved by so many is copied."""
    by = max(-size, min(size, by))
    return slice(max(0, by), size + min(0, by)), slice(max(0, -by), size - max(0, by))


def directions(distance: int) -> tuple[tuple[int, int], ...]:
    """How many rows down and columns to the right: each of the four directions, or once where nothing is moved."""
    return tuple((distance * down, distance * right) for down, right in DIRECTIONS) if distance else ((0, 0),)


@dataclass(frozen=True, eq=False)
class ShiftedRight:
    """How many answers were right, for each distance of `DISTANCES`.

    Attributes
    ----------
    right, answers : (3,) int arrays
        Right ones, of so many: each digit once where it is not moved, else once for each of the four directions.
    ink_lost : (3,) float array
        The share of all ink that has left the pictures.
    """

    right: NDArray[np.int64]
    answers: NDArray[np.int64]
    ink_lost: NDArray[np.float64]

    @property
    def accuracies(self) -> tuple[float, ...]:
        """The shares of right answers, in [0, 1]."""
        return tuple(float(share) for share in self.right / self.answers)


class ShiftedEvaluation:
    """Goes through all shifts of a set of digits chunk by chunk; a digit is right as in `Evaluation`.

    Parameters
    ----------
    network : Network
        It must not change meanwhile.
    X : (N, rows * columns) array
        Ink 1, no ink 0.
    y : (N,) array
        Their classes.
    picture : (rows, columns)
    """

    def __init__(
        self,
        network: Network,
        X: NDArray[np.generic],
        y: NDArray[np.integer],
        picture: tuple[int, int],
    ) -> None:
        self._network, self._X, self._y, self._picture = network, X, y, picture
        self._rows = min(len(X), CHUNK_ROWS)
        self._propagations = {self._rows: network.propagation(self._rows)}
        self._open: list[tuple[int, int, int, int]] = [
            (place, down, right, start)
            for place, distance in enumerate(DISTANCES)
            for down, right in directions(distance)
            for start in range(0, len(X), self._rows)
        ]
        self._right, self._answers, self._ink = (np.zeros(len(DISTANCES), np.int64) for _ in range(3))

    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> bool:
        """One chunk more; True when all are done."""
        if self._open:
            place, down, right, start = self._open.pop()
            X, y = self._X[start : start + self._rows], self._y[start : start + self._rows]
            moved = shifted(X, self._picture, down, right)
            rows = len(y)
            if rows not in self._propagations:
                self._propagations[rows] = self._network.propagation(rows)
            answers = np.full(rows, NO_ANSWER, np.int64)
            predict(
                self._propagations[rows].forward(np.ascontiguousarray(moved, self._network.dtype)), answers
            )
            self._right[place] += np.count_nonzero(answers == y)
            self._answers[place] += rows
            self._ink[place] += np.count_nonzero(moved)
        return not self._open

    def result(self) -> ShiftedRight:
        """What has come of it, once all are done."""
        whole = np.array([len(directions(distance)) for distance in DISTANCES]) * max(
            1, np.count_nonzero(self._X)
        )
        return ShiftedRight(self._right, self._answers, 1.0 - self._ink / whole)
