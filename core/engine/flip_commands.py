"""The command about what each pixel of the shown example decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WatchFlips:
    """From now on, or no longer: send `PixelFlips` of what is shown whenever another example or other parameters are.

    While the training runs it comes about ten times a second; where it rests, `FewestFlips` follows. Of inputs that are
    no picture, and of regression, nothing comes.
    """

    watched: bool
