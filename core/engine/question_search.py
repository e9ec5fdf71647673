"""The search for one answer: over the states that are kept of a run, then over updates that are made again.

What is looked at gives one number after each update (`core.analysis.conditions`); between two looks that differ there
is an answer, and updates that were not looked at may hide others. So what is found says what was looked at, and what
there is to be gained by looking closer.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.analysis.conditions import Condition, DeadNeuron
from core.engine.history import History
from core.engine.past import Look, Past
from core.engine.question_conditions import condition_of, place_now
from core.engine.question_states import EditStates, State, kept_states
from core.engine.questions import EFFORTS, Question, SignChanged
from core.engine.run import Run

# On the way backwards so many updates, or a little more, are made again at once: to begin takes a while.
BLOCK = 8192
# So many updates are made again to see how long one takes, or for so long.
TRIAL, TRIAL_S = 64, 0.02
# Where a sign has changed more often, the last changes are reported.
MOST_SPANS = 10_000
# What is answered at once of a neuron is shown of so many examples; what takes longer, of all.
SOME = 4096
# A neuron's own weights hardly move once it is dead: about so many updates have to be shown in full to be so.
MOVES_FOR = 500

Span = tuple[int, int]
"""It became so after the first of two updates, and by the second: exact where one follows the other."""


@dataclass
class Finding:
    """What is known so far.

    Attributes
    ----------
    outcome : str
        "since" (it is so for good since the one span), "always" (since the beginning), "not_now" (it is not so),
        "changes" (in each span the sign has changed), "never" (it has not), "largest" (by the update that ends the
        span), or "no_update".
    spans : list of Span
        By rising updates.
    signs : list of int
        For "changes": 1 or -1, the sign after each span.
    total : int
        How many spans there are; the last `MOST_SPANS` are listed.
    value : float
        ‖Δθ‖ of the largest change, or the parameter as it is now.
    states, updates : int
        States that were looked at, the beginning among them, the present one not; updates that were made again.
    later : int
        For "since": states of these, and the present one, that lie after the span.
    examples, few : int
        Over how many examples the neuron was looked at, now and at the end of the span; and at kept states between.
    between, every : int
        Updates to be made again for the exact ones in the spans, and for all that can change the answer; 0 where
        nothing is to be gained.
    edits : int
        The same for the states before and after what was set by hand.
    is_checked : bool
        Whether the updates that were made again met a checksum that was recorded.
    """

    outcome: str = "no_update"
    spans: list[Span] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    total: int = 0
    value: float = 0.0
    states: int = 0
    updates: int = 0
    later: int = 0
    examples: int = 0
    few: int = 0
    between: int = 0
    every: int = 0
    edits: int = 0
    is_checked: bool = False


class Search:
    """Looks for the answer to one question about a run as it stands when this is made.

    Parameters
    ----------
    effort : str
        One of `core.engine.questions.EFFORTS`.

    Attributes
    ----------
    found : Finding
    done, total : int
        Updates that were made again, of those that are to be.

    Raises
    ------
    ValueError, IndexError
        When there is nothing of the kind to be asked about, or no such effort.
    """

    def __init__(
        self, history: History, run: Run, question: Question, effort: str, clock: Callable[[], float]
    ) -> None:
        if effort not in EFFORTS:
            raise ValueError(f"{effort!r} is no effort; choose one of {', '.join(EFFORTS)}")
        self.run = run
        self.effort = effort
        self.found = Finding()
        self.done = self.total = 0
        self._question = question
        self._history, self._clock = history, clock
        self._condition = condition_of(run, question)
        self._end: State = run.trainer.step_count, run.trainer.network.parameters.copy(), run.permutations
        self._largest = run.trainer.largest_change
        # What an update that is made again takes, and what it takes to show in full that a neuron is dead.
        self._update_s = self._proof_s = self._spent_s = 0.0

    @property
    def update(self) -> int:
        """After how many updates the run stood when it was asked about."""
        return self._end[0]

    @property
    def seconds_between(self) -> float:
        """About how long the exact updates take."""
        return self._seconds(self.found.between, self.found.between // 2)

    @property
    def seconds_every(self) -> float:
        """About how long it takes to look at every update."""
        return self._seconds(self.found.every, self.found.every)

    def _seconds(self, updates: int, proofs: int) -> float:
        dead = self._dead
        if dead is not None and dead.reads_input_only:
            proofs = min(proofs, MOVES_FOR)
        return updates * self._update_s + (0 if dead is None else proofs * self._proof_s)

    @property
    def _dead(self) -> DeadNeuron | None:
        return self._condition if isinstance(self._condition, DeadNeuron) else None

    def pieces(self) -> Iterator[None]:
        """Search, piece by piece."""
        condition, question, found = self._condition, self._question, self.found
        if condition is None:
            update, found.value = self._largest
            if update:
                found.outcome, found.spans, found.total = "largest", [(update - 1, update)], 1
            return
        if isinstance(question, SignChanged):
            place = place_now(self.run, question.place, question.permutations)
            found.value = float(self._end[1][place.index(self.run.trainer.network.topology)])
            yield from self._changes(condition)
        else:
            yield from self._since(condition)
        if found.every:
            yield from self._try(condition)

    # --- since when for good

    def _since(self, condition: Condition) -> Iterator[None]:
        found, end = self.found, self._end[0]
        if self._dead is not None and self.effort == "kept":
            self._dead.count = min(SOME, self._dead.count)
        now = yield from self._timed(condition.look(*self._end[1:]))
        self._proof_s, self._spent_s = self._spent_s, 0.0
        if self._dead is not None:
            self._proof_s *= self._dead.example_count / max(1, self._dead.count)
        found.examples = 0 if self._dead is None else self._dead.looked_at
        if now != 1:
            found.outcome = "not_now"
            return
        states = yield from self._states()
        span = yield from self._among(states, condition)
        known = len(states)
        states = yield from self._around_edits(states, 0 if span is None else span[0])
        if len(states) > known:
            span = yield from self._among(states, condition)
        first = 0 if span is None else span[0]
        if self.effort == "every" and end > first:
            self.total = end - first
            span = yield from self._backwards(condition, first)
        elif self.effort == "between" and span is not None:
            self.total += span[1] - span[0]
            span = yield from self._between(condition, *span)
        found.outcome = "always" if span is None else "since"
        found.spans = [] if span is None else [span]
        found.total = len(found.spans)
        if span is not None:
            found.later = sum(update > span[1] for update, *_ in (*states, self._end))
        found.between = 0 if span is None or span[1] - span[0] == 1 else span[1] - span[0]
        found.every = 0 if self.effort == "every" or found.states >= end - first else end - first

    def _among(self, states: list[State], condition: Condition) -> Generator[None, None, Span | None]:
        """The two looks between which it became so for good, from the newest state backwards; None where it is so at
        all of them.
        """
        dead, end = self._dead, self._end
        ends_over = 0 if dead is None else dead.count
        if dead is not None:
            # Few examples show that it fires; that it does not is shown of more, but of the ends only.
            dead.count = 0
        last, high = -1, end
        for place in range(len(states) - 1, -1, -1):
            verdict = yield from condition.look(*states[place][1:])
            yield
            if verdict != 1:
                last = place
                break
            high = states[place]
        if dead is not None and high is not end:
            if last >= 0:
                # What makes it fire at last is what may make it fire next.
                dead.find_nearest(*states[last][1:])
            for place in range(last + 1, len(states) + 1):
                high = states[place] if place < len(states) else end
                dead.count = 0
                if high is end or (yield from dead.look(*high[1:])) == 1:
                    dead.count = ends_over
                    if high is end or (yield from dead.look(*high[1:])) == 1:
                        break
                last = place
        if dead is not None:
            dead.count = ends_over
            # Those after the end of the span were looked at over few only, if there are any.
            self.found.few = dead.few if any(high[0] < update for update, *_ in states) else 0
        self.found.states = len(states) - max(0, last)
        return None if last < 0 else (states[last][0], high[0])

    def _between(self, condition: Condition, low: int, high: int) -> Generator[None, None, Span | None]:
        """The last update from `low` until before `high` at which it is not so, and the next; None where it always is.

        All of them are made again.
        """
        last: list[int] = []

        def look(run: Run) -> Iterator[None]:
            update = run.trainer.step_count
            if low <= update < high:
                verdict = yield from condition.look(run.trainer.network.parameters, run.permutations)
                if verdict != 1:
                    last[:] = [update]
                self._count()

        yield from self._made_again(low, high, look)
        return (last[0], last[0] + 1) if last else None

    def _backwards(self, condition: Condition, first: int) -> Generator[None, None, Span | None]:
        """The same of all updates since `first`, the last ones before the earlier ones."""
        high = self._end[0]
        while high > first:
            kept = self._history.nearest(self.run.number, max(first, high - BLOCK))
            low = max(first, 0 if kept is None else kept.update)
            span = yield from self._between(condition, low, high)
            if span is not None:
                return span
            high = low
        return None

    # --- each change of a sign

    def _changes(self, condition: Condition) -> Iterator[None]:
        found, end = self.found, self._end[0]
        changes = SignChanges()
        states = yield from self._around_edits((yield from self._states()), 0)
        for state in (*states, self._end):
            changes.add(state[0], (yield from condition.look(*state[1:])))
            yield
        found.states = len(states)
        wide = _width(changes.spans)
        if self.effort == "every":
            self.total, changes = end, SignChanges()
            yield from self._signs(condition, changes, 0, end)
        elif self.effort == "between":
            self.total += wide
            coarse, changes = changes, SignChanges()
            for (low, high), sign in zip(coarse.spans, coarse.signs, strict=True):
                changes.begin(low, -sign)
                if high - low > 1:
                    yield from self._signs(condition, changes, low, high)
                else:
                    changes.add(high, sign)
        found.outcome, found.total = "changes" if changes.spans else "never", len(changes.spans)
        found.spans, found.signs = changes.spans[-MOST_SPANS:], changes.signs[-MOST_SPANS:]
        found.between = _width(changes.spans)
        found.every = 0 if self.effort == "every" or found.states >= end else end

    def _signs(self, condition: Condition, changes: SignChanges, low: int, high: int) -> Iterator[None]:
        """Look at every update from `low` to `high`."""

        def look(run: Run) -> Iterator[None]:
            update = run.trainer.step_count
            if update >= low:
                changes.add(
                    update, (yield from condition.look(run.trainer.network.parameters, run.permutations))
                )
                if update > low:
                    self._count()

        yield from self._made_again(low, high, look)

    # --- parts

    def _states(self) -> Generator[None, None, list[State]]:
        """What is kept."""
        return (yield from kept_states(self._history, self.run, self._end[0]))

    def _around_edits(self, states: list[State], first: int) -> Generator[None, None, list[State]]:
        """These states and, where it is to be looked that far, those around what was set by hand after `first`."""
        edits = EditStates(self._history, self.run, states, first, self._end[0])
        if self.effort == "kept":
            self.found.edits = edits.total
        elif self.effort != "every" and edits.total:
            self.total += edits.total
            states = states + (yield from edits.pieces(self._count))
            states.sort(key=lambda state: state[0])
            self.found.is_checked |= edits.is_checked
        return states

    def _made_again(self, low: int, high: int, look: Look) -> Iterator[None]:
        past = Past(self._history, self.run, high, since=low, look=look)
        yield from past.pieces()
        self.found.is_checked |= past.is_checked

    def _count(self) -> None:
        self.done += 1
        self.found.updates += 1

    def _try(self, condition: Condition) -> Iterator[None]:
        """Make a few updates again, to know how long one takes."""
        dead, found = self._dead, self.found
        if dead is not None:
            dead.count = 0
        # What had been spent at each look.
        spent: list[float] = []

        def look(run: Run) -> Iterator[None]:
            spent.append(self._spent_s)
            yield from condition.look(run.trainer.network.parameters, run.permutations)

        low = found.spans[-1][0] if found.spans else 0
        past = Past(self._history, self.run, min(low + TRIAL, self._end[0]), since=low, look=look)
        for _ in self._timed(past.pieces()):
            if len(spent) > 2 and self._spent_s - spent[0] > TRIAL_S:
                break
            yield
        # The median: another process may take the machine for a while.
        self._update_s = float(np.median(np.diff(spent))) if len(spent) > 1 else 0.0

    def _timed(self, work: Iterator[None]) -> Generator[None, None, Any]:
        """Do this, and count what it takes, but not what is done between its pieces."""
        while True:
            begun_s = self._clock()
            try:
                next(work)
            except StopIteration as end:
                self._spent_s += self._clock() - begun_s
                return end.value
            self._spent_s += self._clock() - begun_s
            yield


class SignChanges:
    """Where a sign becomes another one; 0 is none, and changes nothing.

    Attributes
    ----------
    spans : list of Span
    signs : list of int
        What it has become in each.
    """

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.signs: list[int] = []
        self._sign = self._update = 0

    def begin(self, update: int, sign: int) -> None:
        """Go on from here, where it is this one."""
        self._update, self._sign = update, sign

    def add(self, update: int, sign: int) -> None:
        """It was looked at after this update."""
        if sign and self._sign and sign != self._sign:
            self.spans.append((self._update, update))
            self.signs.append(sign)
        self._update, self._sign = update, sign or self._sign


def _width(spans: list[Span]) -> int:
    """Updates to be made again for exact ones."""
    return sum(high - low for low, high in spans if high - low > 1)
