"""Which snapshot of B belongs to one of A, where both go on."""

from __future__ import annotations

from collections import deque

from core.engine.messages import BesideShown

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

    def partner(self, lag: int) -> BesideShown | None:
        """B's of the same moment as A's that is so many updates older than A's newest; the newest where it is gone.

        Trained together both have made the same number of updates since; one that rests has always the same.
        """
        newest = self.newest
        if newest is None:
            return None
        wanted = newest.snapshot.update - lag
        found = (shown for shown in reversed(self._shown) if shown.snapshot.update == wanted)
        return next(found, newest)
