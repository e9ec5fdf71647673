"""The numbers of a set's examples that are no pictures, as far as they have come from the engine, and their words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.engine.snapshot import DataInfo
from gui.ledger.wall_order import NOBODY
from gui.network.geometry.layout import MAX_IN_COLUMN
from gui.widgets.number_text import value_text

LEFT_OUT = "…"


class ExampleNumbers:
    """Those that have come, each (n_in,) as the network gets it, by the example's row."""

    def __init__(self) -> None:
        self._rows: dict[int, NDArray[np.floating]] = {}
        self._asked: set[int] = set()

    def drop(self) -> None:
        """Let go of all that have come: whoever looks again asks again."""
        self._rows.clear()
        self._asked.clear()

    def take(self, rows: NDArray[np.integer], numbers: NDArray[np.floating]) -> None:
        """Those of these rows have come: (n, n_in)."""
        self._rows |= dict(zip(rows.tolist(), numbers, strict=True))
        self._asked |= set(rows.tolist())

    def wanted(self, row: int) -> bool:
        """Whether they are to be asked for: nobody has so far."""
        is_new = row != NOBODY and row not in self._asked
        self._asked |= {row}
        return is_new

    def ask_again(self) -> None:
        """What was asked for and has not come will not come any more."""
        self._asked = set(self._rows)

    def of(self, row: int) -> NDArray[np.floating] | None:
        """Those of one example; None where they have not come."""
        return self._rows.get(row)


def number_words(numbers: NDArray[np.floating] | None, data: DataInfo, n_in: int) -> str:
    """ "temp = 0.53", a line for each, by the names that the network's picture has for them too; of many the first.

    "…" stands for those that have not come: what is below stays where it is.
    """
    names = data.input_names or tuple(data.input_name(i, n_in) for i in range(min(n_in, MAX_IN_COLUMN)))
    values = [LEFT_OUT] * n_in if numbers is None else [value_text(value) for value in numbers.tolist()]
    lines = [f"{name} = {value}" for name, value in zip(names[:MAX_IN_COLUMN], values, strict=False)]
    if (more := n_in - len(lines)) > 0:
        words = QCoreApplication.translate("LedgerPage", "{count} more")
        lines.append(words.format(count=f"{more:,}"))
    if data.choice.source == "own" and data.choice.standardised:
        lines.append(QCoreApplication.translate("LedgerPage", "standardised: mean 0, standard deviation 1"))
    return "\n".join(lines)
