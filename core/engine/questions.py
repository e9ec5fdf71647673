"""Questions about the past of a run, and what is answered, as values: when was something so?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.editing.parameter_edits import ParameterLocation


@dataclass(frozen=True)
class RightForGood:
    """Since which update is this example's answer right? `x` is (n_in,), `label` its class."""

    x: Array
    label: int


@dataclass(frozen=True)
class NeuronDied:
    """Since which update is this hidden neuron's z at most 0 for every test example?

    `layer` is counted from 0, the first hidden layer; the numbers are those after so many permutations of the neurons.
    """

    layer: int
    neuron: int
    permutations: int = 0


@dataclass(frozen=True)
class SignChanged:
    """After which updates has this parameter had another sign than before?"""

    place: ParameterLocation
    permutations: int = 0


@dataclass(frozen=True)
class LargestChange:
    """Which update has changed θ most, by ‖Δθ‖?"""


Question = RightForGood | NeuronDied | SignChanged | LargestChange

EFFORTS = ("kept", "edits", "between", "every")
"""How far is looked: at the states that are kept; before and after each parameter that was set by hand, too; and at
every update between two of these states where the answer lies; at every update that can make it another one."""


@dataclass(frozen=True)
class QuestionAnswered:
    """What is known of when something was so, in this run up to this update.

    Attributes
    ----------
    ask : int
        The number of the question.
    run, update : int
    effort : str
        How far was looked (`EFFORTS`).
    outcome : str
        "since" (it is so for good since the one span), "always" (since the beginning), "not_now" (it is not so),
        "changes" (in each span the sign has changed), "never" (it has not), "largest" (by the update that ends the
        span), or "no_update" (none was made).
    spans : (k, 2) int64 array
        It became so after the first update of a row, and by the second: exact where one follows the other.
    signs : (k,) int64 array
        For "changes": 1 or -1, the sign after each span.
    total : int
        How many spans there are; the last ones are listed.
    value : float
        ‖Δθ‖ of the largest change, or the parameter as it is.
    states, updates : int
        States that were looked at, the beginning among them, the present one not; updates that were made again.
    later : int
        For "since": states of these, and the present one, that lie after the span.
    examples, few : int
        Over how many test examples a neuron was looked at, at this update and at the end of the span; and at the
        kept states between; 0 where there are none.
    seconds_between, seconds_every : float or None
        About how long it takes to find the exact updates in the spans, and to look at every update that can change the
        answer; None where nothing is to be gained. Of a neuron that may be dead it is a bound: how many of its looks
        have to go over all examples is known only afterwards.
    between, every : int
        How many updates have to be made again for that.
    edits : int
        How many to look before and after what was set by hand; 0 where there is nothing of the kind, or it is done.
    is_checked : bool
        Whether the updates that were made again met a checksum that was recorded when they were first made.
    is_edited : bool
        Whether parameters were set by hand at any update up to this one. After such an update the network was several
        ones: it was looked at after the last edit there, and not at what was there before.
    """

    ask: int
    run: int
    update: int
    effort: str
    outcome: str
    spans: NDArray[np.int64]
    signs: NDArray[np.int64]
    total: int = 0
    value: float = 0.0
    states: int = 0
    updates: int = 0
    later: int = 0
    examples: int = 0
    few: int = 0
    seconds_between: float | None = None
    seconds_every: float | None = None
    between: int = 0
    every: int = 0
    edits: int = 0
    is_checked: bool = False
    is_edited: bool = False


@dataclass(frozen=True)
class QuestionProgress:
    """For this answer `done` of `total` updates are made again; about so many seconds are left.

    That is what the updates took that were made again so far, in the mean; None before enough of them were measured.
    """

    ask: int
    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True)
class QuestionRefused:
    """There is nothing of the kind to be asked about, or other numbers were meant; for the log."""

    ask: int
    reason: str
