"""What the engine tells of a dense layer that becomes a convolution, and of digits that are moved."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.shifted_digits import ShiftedRight
from core.analysis.unrolling import Agreement, Unrolling
from core.arrays import Array
from core.engine.snapshot import Example


@dataclass(frozen=True)
class ConvolutionUnrolled:
    """A dense layer, cut to windows, with shared weights; and that a convolution is the same.

    Attributes
    ----------
    layers : Unrolling
    example : Example
        The digit that was shown to each.
    z : (3, 2048) array
        What each layer makes of it, in the order of `core.analysis.unrolling.KINDS`; a = max(z, 0).
    starts : three arrays
        θ of the three networks that begin as the same function, in that order.
    agreement : Agreement
        Of these three, for that digit and for test digits.
    """

    layers: Unrolling
    example: Example
    z: Array
    starts: tuple[Array, Array, Array]
    agreement: Agreement


@dataclass(frozen=True)
class ShiftedMeasured:
    """How a run answered digits that were moved.

    Attributes
    ----------
    run, update : int
        Which network: that run after so many updates.
    digits : int
        The first so many of the test set.
    shifted : ShiftedRight
    """

    run: int
    update: int
    digits: int
    shifted: ShiftedRight
