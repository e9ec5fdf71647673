"""Where each epoch of a run began, also where the size of its batches was changed on the way.

An epoch goes on with batches of another size where it has room for one; where its rest is smaller than one, it is
given up, and the next one begins (`core.training.batches`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class EpochSpan:
    """Epochs that follow each other, each of `length` updates, the first of them after `start` updates."""

    start: int
    length: int


@dataclass(frozen=True)
class Epochs:
    """The epochs of a run.

    Attributes
    ----------
    spans : tuple of EpochSpan
        Each holds until the next one begins, the last one without an end.
    given_up : tuple of int
        Epochs that were not brought to their end, by the number of their order, from 0 on.
    """

    spans: tuple[EpochSpan, ...]
    given_up: tuple[int, ...]


def epochs_of(count: int, sizes: Iterable[tuple[int, int]], update: int) -> Epochs:
    """The epochs of a run on `count` examples, as they were given up in its first `update` updates.

    Parameters
    ----------
    sizes : iterable of (int, int)
        After how many updates batches of which size are taken, in their order, from 0 updates on; of several after the
        same update the last one holds.
    """
    changes = list(dict(sizes).items())
    spans: list[EpochSpan] = []
    given_up: list[int] = []
    # The epoch under way: its number, after how many updates it began, and how many of its examples are used.
    number = start = position = 0
    ends = [*(at for at, _ in changes[1:]), update]
    for (at, size), end in zip(changes, ends, strict=True):
        left = (count - position) // size
        spans = [span for span in spans if span.start < start]
        if position:
            spans.append(EpochSpan(start, at - start + left))
        if not left and end > at:
            given_up.append(number)
            number, start, position, left = number + 1, at, 0, count // size
        spans.append(EpochSpan(at + left if position else at, count // size))
        if end - at < left:
            position += (end - at) * size
        elif left:
            whole, rest = divmod(end - at - left, count // size)
            number += 1 + whole
            start, position = at + left + whole * (count // size), rest * size
    return Epochs(tuple(spans), tuple(given_up))


def epochs_on(spans: Sequence[EpochSpan], update: int, by: int) -> int:
    """The update that is as far in the epoch `by` epochs later as `update` is in its own; earlier where `by` < 0.

    Where epochs have other lengths it is the last one that is not further; before the first epoch is update 0.
    """
    for _ in range(abs(by)):
        place = max(i for i, span in enumerate(spans) if span.start <= update)
        length = spans[place].length
        passed = (update - spans[place].start) % length
        start = update - passed
        if by > 0:
            start += length
            if place + 1 < len(spans) and spans[place + 1].start == start:
                place += 1
        elif start == 0:
            return 0
        else:
            place -= start == spans[place].start
            start -= spans[place].length
        update = start + passed * spans[place].length // length
    return update
