"""The fewest pixels that have to be flipped for another answer: what is proven, and what was only found.

That no one pixel does it, and no two do, is known because each and all pairs were tried. Beyond that flips are chosen
greedily, each the one that brings another answer nearest: so many do it, and fewer may.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import NO_ANSWER
from core.analysis.pixel_flips import NO_PIXEL, Flipper, SingleFlips, answers_of, changed, margins
from core.steps import take_step

MOST_PAIRS = 1 << 19
"""All pairs are tried where there are no more, as in a picture of 32 x 32; so many take seconds."""
MOST_FLIPS = 12
"""So many pixels are flipped greedily."""

Steps = Generator[None, None, tuple[NDArray[np.float64], NDArray[np.int64]]]


@dataclass(frozen=True)
class FlipChain:
    """Pixels that are flipped one after the other, until the answer is another.

    Attributes
    ----------
    pixels : (k,)
        Which ones, in this order; none where no such flips were found.
    answers : (k + 1,)
        The answer to the picture itself, and after each flip; `core.analysis.evaluation.NO_ANSWER` where it has none.
    losses : (k + 1,)
        C in nats; NaN without a right class.
    y : (k + 1, n_out)
        The outputs.
    singles : int
        So many of all pixels change the answer alone.
    pairs, pairs_tried, pairs_changing : int
        How many pairs there are; how many were tried, none or all; how many of these change the answer.
    gave_up_at : int
        Where no flips were found: after so many flips no further one was tried, or brought another answer nearer.
    """

    pixels: NDArray[np.int64]
    answers: NDArray[np.int64]
    losses: NDArray[np.float64]
    y: NDArray[np.floating]
    singles: int
    pairs: int
    pairs_tried: int
    pairs_changing: int
    gave_up_at: int = 0

    @property
    def is_fewest(self) -> bool:
        """Whether it is proven that no fewer flips change the answer."""
        flips = len(self.pixels)
        return 0 < flips <= 2 or (flips == 3 and self.pairs_tried == self.pairs)


class FewestFlips:
    """Looks for them chunk by chunk. The parameters must not change meanwhile.

    Parameters
    ----------
    flipper : Flipper
    singles : SingleFlips
        Of the same flipper, finished, and with an answer to the picture itself.

    Attributes
    ----------
    chain : FlipChain or None
        What was found, once `advance` has returned True.
    done, total : int
        So many pairs are tried of those that will be.

    Raises
    ------
    ValueError
        When there is no answer to be changed.
    """

    def __init__(self, flipper: Flipper, singles: SingleFlips) -> None:
        if singles.answer == NO_ANSWER:
            raise ValueError(
                "several outputs are largest, or none is a number: there is no answer to be changed"
            )
        self._flipper, self._singles, self._answer = flipper, singles, singles.answer
        self._pairs = flipper.pixels * (flipper.pixels - 1) // 2
        self.chain: FlipChain | None = None
        self.done = 0
        self.total = self._pairs if self._pairs <= MOST_PAIRS else 0
        self._changing, self._gave_up_at = 0, 0
        self._found = self._best_pair = np.zeros(0, np.int64)
        self._steps = self._search()

    @property
    def is_at_hand(self) -> bool:
        """Whether one pixel does it, which is known already: it takes one step, and no pairs are tried."""
        return bool(self._singles.changes.any())

    def advance(self) -> bool:
        """Go on for one chunk; whether the search is over."""
        with np.errstate(over="ignore", invalid="ignore"):
            take_step(self._steps)
        return self.chain is not None

    def finish(self) -> FlipChain:
        """The whole search, in one call."""
        while not self.advance():
            pass
        assert self.chain is not None
        return self.chain

    # --- parts

    def _search(self) -> Iterator[None]:
        singles = self._singles
        if self.is_at_hand:
            alone = np.where(singles.changes, singles.margins[1:], np.inf)
            self.chain = self._chain(np.array([alone.argmin()]))
            return
        yield from self._greedily()
        if self.total:
            yield from self._all_pairs()
        self.chain = self._chain(self._best_pair if self._changing else self._found)

    def _greedily(self) -> Iterator[None]:
        """Flip what brings the answer's logit nearest to another one's, or under it."""
        singles = self._singles
        flips: list[int] = []
        nearest, after = float(singles.margins[0]), (singles.margins[1:], singles.answers[1:])
        while len(flips) < MOST_FLIPS:
            if flips:
                after = yield from self._after(flips)
            tried = np.where(np.isfinite(after[0]), after[0], np.inf)
            tried[flips] = np.inf
            best = int(tried.argmin())
            if not tried[best] < nearest:
                break
            nearest = float(tried[best])
            flips.append(best)
            # Where two others are the largest, that is no answer yet.
            if nearest < 0 and changed(after[1], self._answer)[best]:
                self._found = np.array(flips)
                return
        self._gave_up_at = len(flips)

    def _after(self, flips: list[int]) -> Steps:
        """(n,), (n,): the margins and the answers where each pixel is flipped besides these."""
        flipper, count = self._flipper, self._flipper.pixels
        found, answers = np.empty(count), np.empty(count, np.int64)
        for start in range(0, count, flipper.rows):
            pixels = np.arange(start, min(start + flipper.rows, count))
            rows = np.empty((len(pixels), 1 + len(flips)), np.int64)
            # Those that are flipped already are not flipped twice: they are passed over.
            rows[:, 0], rows[:, 1:] = np.where(np.isin(pixels, flips), NO_PIXEL, pixels), flips
            logits = flipper.logits(rows)
            found[pixels] = margins(logits, self._answer)
            answers[pixels] = answers_of(logits)
            yield
        return found, answers

    def _all_pairs(self) -> Iterator[None]:
        flipper, nearest = self._flipper, np.inf
        first, second = np.triu_indices(flipper.pixels, 1)
        for start in range(0, self._pairs, flipper.rows):
            here = slice(start, start + flipper.rows)
            rows = np.stack([first[here], second[here]], axis=1)
            logits = flipper.logits(rows)
            changes = changed(answers_of(logits), self._answer)
            self.done += len(rows)
            if changes.any():
                self._changing += int(np.count_nonzero(changes))
                own = np.where(changes, margins(logits, self._answer), np.inf)
                best = int(own.argmin())
                if own[best] < nearest or not len(self._best_pair):
                    nearest, self._best_pair = float(own[best]), rows[best]
            yield

    def _chain(self, pixels: NDArray[np.integer]) -> FlipChain:
        """These flips one after the other, each shown to the network."""
        flipper, steps = self._flipper, len(pixels) + 1
        rows = np.full((steps, len(pixels)), NO_PIXEL, np.int64)
        for step in range(1, steps):
            rows[step, :step] = pixels[:step]
        answers, losses = np.empty(steps, np.int64), np.empty(steps)
        y: list[NDArray[np.floating]] = []
        # One copy at a time: a large network may take few.
        for step in range(steps):
            logits = flipper.logits(rows[step : step + 1])
            answers[step : step + 1] = answers_of(logits)
            losses[step : step + 1] = flipper.losses(logits)
            y.append(flipper.outputs(1)[:, 0].copy())
        return FlipChain(
            pixels=np.asarray(pixels, np.int64),
            answers=answers,
            losses=losses,
            y=np.array(y),
            singles=int(np.count_nonzero(self._singles.changes)),
            pairs=self._pairs,
            pairs_tried=self.done,
            pairs_changing=self._changing,
            gave_up_at=self._gave_up_at,
        )
