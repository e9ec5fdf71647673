"""The sizes that type has: few of them, each as much larger than the one before as the eye needs to see it."""

from __future__ import annotations

from bisect import bisect_right

# In px. Up to 18 px each whole one; then steps of 5 to 14 %, which those below have as well: for each size Qt makes all
# letters anew, with tables of the font's of its own, and keeps them. Those of 100, 200, 250 and 300 % are among them.
SIZES: tuple[int, ...] = (*range(8, 19), *range(20, 33, 2), 33, 35, 36, 39, 42, 44, 50, 55, 60, 66)


def type_size(pixels: float) -> int:
    """The largest of the sizes that is no larger than this one, in px, but for what rounding does to it."""
    return SIZES[max(0, bisect_right(SIZES, round(pixels)) - 1)]
