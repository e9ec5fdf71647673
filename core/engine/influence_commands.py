"""The commands about who taught the network its answer; as those of `core.engine.commands`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MeasureInfluence:
    """Measure how every training example pulled the answer to the example that is shown.

    `towards` is "answer", the class that the network says now, or "label", the right one, where that is known; numbers
    have only their target. With `of_run` earlier states of the run that are kept are looked at too, else only the
    network as it stands. `InfluenceMeasured` follows, or `InfluenceRefused`, and `InfluenceProgress` before. Whoever
    asks again drops what is under way.
    """

    ask: int
    towards: str
    of_run: bool


@dataclass(frozen=True)
class ProveInfluence:
    """Train again without the `count` examples that pulled most towards it, as this `MeasureInfluence` found them.

    `InfluenceProof` follows again and again, or `InfluenceRefused`. Of the time that the training
    runs it takes a tenth.
    """

    ask: int
    count: int


@dataclass(frozen=True)
class CancelProof:
    """Train again no further."""


@dataclass(frozen=True)
class DropInfluence:
    """Nobody waits for any of it any more."""


INFLUENCE_COMMANDS = MeasureInfluence, ProveInfluence, CancelProof, DropInfluence
