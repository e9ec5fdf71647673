"""When what is said of A and B is said anew: seldom while both are trained, at once where B is there at last."""

from __future__ import annotations

# So often; and of large networks so seldom that it takes no more than this part of the time.
EVERY_S = 0.2
LARGEST_PART, LONGEST_S = 0.05, 2.0
# So much later it comes even though there is other work.
LATE_S = 0.5


class RefreshTurns:
    """Times are in seconds, of any clock that does not go back.

    Attributes
    ----------
    is_wanted : bool
        Whether something is to be said anew.
    """

    def __init__(self) -> None:
        self.is_wanted = False
        # Nothing has been said of this B.
        self._is_first = False
        self._since_s, self._every_s = float("-inf"), EVERY_S

    def expect_other(self) -> None:
        """Another network is B: as soon as it is there, what is said of it does not wait for its turn."""
        self.is_wanted = self._is_first = True

    def is_due(self, now_s: float, is_there: bool) -> bool:
        """Whether it is to be said now; `is_there` is whether B is on screen."""
        is_turn = now_s - self._since_s >= self._every_s or self._is_first and is_there
        return self.is_wanted and is_turn

    def is_late(self, now_s: float) -> bool:
        """Whether its turn has passed long ago."""
        return now_s - self._since_s >= self._every_s + LATE_S

    def begin(self, now_s: float) -> None:
        """What is known by now is said."""
        self.is_wanted, self._since_s = False, now_s

    def end(self) -> None:
        """All has been said, of B too."""
        self._is_first = False

    def fit(self, took_s: float) -> None:
        """Come again so late that what took so much processor time takes but a small part of it."""
        self._every_s = min(LONGEST_S, max(EVERY_S, took_s / LARGEST_PART))
