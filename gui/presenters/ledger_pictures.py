"""How the examples on the ledger's page look: asks for their pictures, and keeps those that have come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.analysis.example_losses import OWN
from core.engine.commands import AskExamples
from core.engine.example_commands import MOST_PICTURES
from core.engine.example_messages import ExamplesSeen
from core.engine.messages import RunInfo

if TYPE_CHECKING:
    from gui.engine.client import EngineClient
    from gui.ledger.example_numbers import ExampleNumbers
    from gui.ledger.example_pictures import ExamplePictures


class LedgerPictures(QObject):
    """One concern: the pictures of one set of the data on screen.

    Parameters
    ----------
    engine : EngineClient
    came : callable
        Called when some have come.
    parent : QObject

    Attributes
    ----------
    known : ExamplePictures or None
        None where the examples are no pictures, and before it is known of which set they are.
    numbers : ExampleNumbers or None
        Those of examples that are no pictures.
    """

    def __init__(self, engine: EngineClient, came: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._came = engine, came
        self.known: ExamplePictures | None = None
        self.numbers: ExampleNumbers | None = None
        # What they are of: the data, the set, how many, and how large each is; and the run whose data they are.
        self._of: tuple[Any, ...] = ()
        self._split, self._run = "", -1
        engine.examples_seen.connect(self._on_seen)

    def show(self, info: RunInfo, split: str, count: int) -> None:
        """From now on they are of this set, of so many examples."""
        if info.run != self._run:
            # What comes for another run than that on screen is not taken.
            self._run = info.run
            self.ask_again()
        of = info.data.choice, split, count, info.data.picture
        if of != self._of:
            from gui.ledger.example_numbers import ExampleNumbers
            from gui.ledger.example_pictures import ExamplePictures

            self._of, self._split = of, split
            picture = info.data.picture
            self.known = None if picture is None else ExamplePictures(count, picture)
            self.numbers = ExampleNumbers() if picture is None else None

    def ask(self, rows: NDArray[np.int64]) -> None:
        """Those of these rows are wanted."""
        for start in range(0, len(rows), MOST_PICTURES):
            self._engine.send(AskExamples(self._split, rows[start : start + MOST_PICTURES]))

    def drop(self) -> None:
        """Nobody looks any more: they are let go of, and asked for again by whoever does."""
        for kept in (self.known, self.numbers):
            if kept is not None:
                kept.drop()

    def drop_own(self) -> None:
        """One's own test set is another one."""
        if self._split == OWN:
            self._of, self._split, self.known, self.numbers = (), "", None, None

    def ask_again(self) -> None:
        """What was asked for and has not come will not come any more."""
        for kept in (self.known, self.numbers):
            if kept is not None:
                kept.ask_again()

    def _on_seen(self, seen: ExamplesSeen) -> None:
        if (seen.run, seen.split) != (self._run, self._split):
            return
        if self.known is not None:
            self.known.take(seen.rows, seen.pixels)
            self._came()
        elif self.numbers is not None:
            self.numbers.take(seen.rows, seen.numbers)
            self._came()
