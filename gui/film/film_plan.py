"""Which update each picture of a film is of."""

from __future__ import annotations

from dataclasses import dataclass, replace

PICTURES_A_SECOND = 30
SHORTEST_S, LONGEST_S = 1, 80


@dataclass(frozen=True)
class FilmPlan:
    """A film from one update to another, at an even pace; backwards where the first one is the later.

    Attributes
    ----------
    first, last : int
        The updates that its first and its last picture are to show.
    seconds : float
        How long it lasts, from SHORTEST_S to LONGEST_S.
    """

    first: int
    last: int
    seconds: float

    @property
    def count(self) -> int:
        """How many pictures it has: at least two."""
        return max(2, round(self.seconds * PICTURES_A_SECOND))

    def update_at(self, picture: int) -> int:
        """The update that a picture is to show; pictures are counted from 0."""
        return self.first + round((self.last - self.first) * picture / (self.count - 1))

    def picture_of(self, update: int) -> int:
        """The picture whose update is next to this one."""
        if self.last == self.first:
            return 0
        share = (update - self.first) / (self.last - self.first)
        return round(min(1.0, max(0.0, share)) * (self.count - 1))

    @property
    def reversed(self) -> FilmPlan:
        """The same the other way round."""
        return replace(self, first=self.last, last=self.first)
