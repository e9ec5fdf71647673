"""Pictures that are drawn once and kept, as long as they are not too many bytes together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QImage


class KeptPictures:
    """Those that were asked for last; which of them go is a matter of bytes: large type has large pictures.

    Parameters
    ----------
    most_bytes : int
        What all pictures take together, at most, but for those that were asked for last.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Hashable, tuple[QImage, ...]] = OrderedDict()
        self.nbytes = 0
        """What they take."""

    def get(self, key: Hashable, draw: Callable[[], tuple[QImage, ...]]) -> tuple[QImage, ...]:
        """The pictures of this name, drawn where they are not there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        drawn = self._kept[key] = draw()
        self.nbytes += _bytes_of(drawn)
        while self.nbytes > self._most_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.nbytes -= _bytes_of(oldest)
        return drawn


def _bytes_of(pictures: tuple[QImage, ...]) -> int:
    return sum(picture.sizeInBytes() for picture in pictures)
