"""Which snapshot of B belongs to one of A, where both go on."""

from __future__ import annotations

from collections import deque

from core.engine.messages import BesideShown
from core.engine.snapshot import Snapshot

# Of A several updates may be on screen at once: its numbers', its edges', and the newest one that has come.
KEPT = 12


class Pairing:
    """Keeps the last snapshots of B.

    Attributes
    ----------
    newest : BesideShown or None
        The one that came last.
    """

    def __init__(self) -> None:
        self._shown: deque[BesideShown] = deque(maxlen=KEPT)

    @property
    def newest(self) -> BesideShown | None:
        """The one that came last; None before there is one."""
        return self._shown[-1] if self._shown else None

    def add(self, shown: BesideShown) -> None:
        """One more has come."""
        self._shown.append(shown)

    def clear(self) -> None:
        """Another network is B."""
        self._shown.clear()

    def partner(
        self, update: int | None, before: BesideShown | None, a: Snapshot | None = None
    ) -> BesideShown | None:
        """B's of the same moment as this update of A; where A and B have no moment in common (None) the newest one of
        A's example.

        A may show an update for longer than B's is kept here: where there is none of it, the one of `before` stays,
        which was found for the same picture.
        """
        newest = self.newest
        if update is not None:
            found = (shown for shown in reversed(self._shown) if shown.beside_update == update)
        elif a is not None and newest is not None and has_same_data(newest.snapshot, a):
            # Another example comes to B a little before it is on screen in A.
            sample = a.example
            found = (
                shown for shown in reversed(self._shown) if shown.snapshot.example.is_same_sample(sample)
            )
        else:
            return newest
        return next(found, before or newest)


def has_same_data(b: Snapshot, a: Snapshot) -> bool:
    """Whether both learn from the same examples, so that one can be shown to both."""
    return b.data.choice == a.data.choice
