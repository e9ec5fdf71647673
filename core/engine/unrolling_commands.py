"""The engine's commands about a dense layer that becomes a convolution; as those of `core.engine.commands`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UnrollConvolution:
    """Draw a dense layer and a convolution of this seed, and show that one is the other; `ConvolutionUnrolled` follows.

    The digit that is shown goes through it, or the first of the test set where other data are shown.
    """

    seed: int


@dataclass(frozen=True)
class WatchShifted:
    """Measure how these runs answer digits that are moved, again and again while they are trained; () ends it.

    They are runs on pictures. `ShiftedMeasured` follows for each, all of one moment. Of the time that the training
    runs it takes a tenth; where it rests, it is done at once.
    """

    runs: tuple[int, ...]
