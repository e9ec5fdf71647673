"""The commands about one filter: what it answers, and to what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadFilter:
    """Find what feature map `map` of `layer`, both counted from 0, answers to in the training set of what is shown.

    `PatternsCounted` follows where its filter can be shown few patterns only (`core.analysis.patterns`), else, or where
    the pictures are not all of ink, `WindowsFound`: with the parameters as they are now, among so many `examples`, or
    all where that is None. `FilterProgress` may come before, `FilterRefused` instead. Whoever asks again drops what is
    under way.
    """

    ask: int
    layer: int
    map: int
    examples: int | None = None


@dataclass(frozen=True)
class DropFilter:
    """Nobody waits for it any more."""
