"""What is subtracted from a confusion matrix: counts of the same examples, at another moment or of another run."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.confusion import Confusion


@dataclass(frozen=True)
class Subtracted:
    """Exact counts, with what they are of.

    Attributes
    ----------
    confusion : Confusion
        Without any C.
    update : int
        Counted with the parameters after so many updates.
    name : str
        What the run is called; "" for the run on screen.
    """

    confusion: Confusion
    update: int
    name: str = ""
