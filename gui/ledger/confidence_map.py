"""The map of mean y of the right answer against its spread: which cell each example is in, and what its corners hold.

After Swayamdipta et al., "Dataset Cartography" (EMNLP 2020). Its corners there are parts of the set of a chosen size;
here they are bounds in numbers, the same for every run, so that two maps can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.selected_examples import Mask
from gui.ledger.wall_order import NOBODY

ROWS, COLUMNS = 50, 100
MOST_SPREAD = 0.5
"""No standard deviation of numbers in [0, 1] is larger."""
EASY_FROM, HARD_BELOW, SPREAD_FROM = 0.75, 0.25, 0.25
EASY, AMBIGUOUS, HARD, BETWEEN = range(4)
# Of two occupied cells in the direction of an arrow key that is nearer whose way aside is shorter by so much.
ASIDE = 2.0
STEPS = "left", "right", "up", "down"


@dataclass(frozen=True)
class Corners:
    """What the corners hold, (4,) each: `EASY`, `AMBIGUOUS`, `HARD`, and `BETWEEN` them.

    Attributes
    ----------
    counts : int
    shares : float
        Of all that are on the map.
    loss_shares : float
        Of L; NaN where L is 0 or no finite number.
    """

    counts: NDArray[np.intp]
    shares: NDArray[np.float64]
    loss_shares: NDArray[np.float64]


@dataclass(frozen=True)
class ConfidencePlaces:
    """Where examples stand on the map.

    Attributes
    ----------
    means, deviations : (N,)
        In [0, 1] and [0, ½].
    """

    means: NDArray[np.float32]
    deviations: NDArray[np.float32]

    def cells(self) -> NDArray[np.int32]:
        """(N,): row · COLUMNS + column of each; the rows from mean 0 on, the columns from spread 0 on."""
        cells = np.minimum((self.means * np.float32(ROWS)).astype(np.int32), ROWS - 1)
        cells *= COLUMNS
        columns = (self.deviations * np.float32(COLUMNS / MOST_SPREAD)).astype(np.int32)
        cells += np.minimum(columns, COLUMNS - 1)
        return cells

    def nearest(self, mean: float, spread: float, reach: tuple[float, float]) -> int:
        """The row of the example nearest to this place, in units of `reach` (mean, spread); `NOBODY` beyond 1 of it."""
        if not len(self.means):
            return NOBODY
        far = ((self.means - np.float32(mean)) / np.float32(reach[0])) ** 2
        far += ((self.deviations - np.float32(spread)) / np.float32(reach[1])) ** 2
        row = int(far.argmin())
        return row if far[row] <= 1 else NOBODY


def counts_of(cells: NDArray[np.int32], mask: Mask | None = None) -> NDArray[np.intp]:
    """(ROWS, COLUMNS): how many examples each cell has, or of these of them."""
    own = cells if mask is None else cells[mask]
    return np.bincount(own, minlength=ROWS * COLUMNS).reshape(ROWS, COLUMNS)


def corners_of(places: ConfidencePlaces, losses: NDArray[np.float64]) -> Corners:
    """How many are in each corner, and how much of L; `losses` is every Cⁿ."""
    is_ambiguous = places.deviations >= np.float32(SPREAD_FROM)
    is_easy = (places.means >= np.float32(EASY_FROM)) & ~is_ambiguous
    is_hard = (places.means < np.float32(HARD_BELOW)) & ~is_ambiguous
    # In bytes, and without picking: of a million examples this has to fit into a frame.
    corner = np.full(len(losses), BETWEEN, np.uint8)
    for which, mask in ((EASY, is_easy), (AMBIGUOUS, is_ambiguous), (HARD, is_hard)):
        corner -= mask.view(np.uint8) * np.uint8(BETWEEN - which)
    counts, total = np.bincount(corner, minlength=4), losses.sum()
    has_total = bool(np.isfinite(total) and total > 0)
    loss_shares = np.full(4, np.nan)
    if has_total:
        loss_shares = np.bincount(corner, weights=losses, minlength=4) / float(total)
    return Corners(counts, counts / max(1, len(losses)), loss_shares)


def step_from(counts: NDArray[np.intp], cell: int, step: str) -> int:
    """The nearest occupied cell in the direction of one of `STEPS`; the same cell where there is none."""
    rows, columns = np.nonzero(counts)
    row, column = divmod(cell, COLUMNS)
    # On screen the mean rises upwards.
    ahead, aside = {
        "left": (column - columns, rows - row),
        "right": (columns - column, rows - row),
        "up": (rows - row, columns - column),
        "down": (row - rows, columns - column),
    }[step]
    far = np.where(ahead > 0, ahead + ASIDE * np.abs(aside), np.inf)
    if not len(far) or not np.isfinite(far.min()):
        return cell
    at = int(far.argmin())
    return int(rows[at] * COLUMNS + columns[at])


@dataclass(frozen=True)
class ConfidenceMapMarks:
    """What is drawn.

    Attributes
    ----------
    run : int
    places : ConfidencePlaces
    cells : (N,)
    counts : (ROWS, COLUMNS)
    """

    run: int
    places: ConfidencePlaces
    cells: NDArray[np.int32]
    counts: NDArray[np.intp]

    @classmethod
    def of(cls, run: int, places: ConfidencePlaces) -> ConfidenceMapMarks:
        """Those of these examples."""
        cells = places.cells()
        return cls(run, places, cells, counts_of(cells))
