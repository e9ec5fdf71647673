"""What made an update fail, found by making updates again with one thing left out: edits, a penalty, the rate."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from core.engine.commands import Reconfigure
from core.engine.end_messages import MORE_UPDATES, Cause
from core.engine.history import History, KeptState
from core.engine.journal import JournalEntry
from core.engine.made_again import LeftOut, MadeAgain, is_edit
from core.engine.run import Run

# A step of this rate moves nothing: float32 has it as 0.
LEAST_RATE = 1e-300
# What lies further back is not made again: somebody waits for the answer.
MAX_UPDATES = 1024
PENALTIES = ("l2", "l1", "weight_decay")
UNKNOWN = Cause("unknown")


def find_cause(run: Run, history: History) -> Generator[None, None, Cause]:
    """What made the next update of a run fail that stands right before its divergence; worked out chunk by chunk.

    Each trial makes the same updates again with one thing left out in all of them, and is named where that update can
    be made then, and `MORE_UPDATES` more; the first of them is taken. That another one would do as well is neither
    tried nor said. They are made from the beginning, or, where that is more than `MAX_UPDATES` before, from the first
    kept state that is not: what lies before it is not tried. In all at most nine times `MAX_UPDATES` +
    `MORE_UPDATES` updates are made.

    Returns
    -------
    Cause
        "unknown" where no trial shows anything.
    """
    assert run.diverged is not None
    end = update, number = run.diverged
    entries = _changes(run, update)
    begun: KeptState | None = None
    if update > MAX_UPDATES:
        near = (kept for kept in history.states(run.number) if kept.update > update - MAX_UPDATES)
        begun = next(near, None)
    if entries is None or (update > MAX_UPDATES and begun is None):
        return UNKNOWN
    again = MadeAgain(run, entries, begun)
    in_force: list[Mapping[str, float]] = []
    if (yield from again.failure(update, None, in_force)) != end:
        # What is made again is not what was: nothing that it shows is of any use.
        return UNKNOWN
    since = begun.update if begun else 0
    for cause, last, without in _trials(again.entries, update, number, since, in_force):
        if not (yield from again.failure(last, without)):
            return cause
    if begun is None and (yield from again.failure(update, LeftOut(held_rate(LEAST_RATE), 0))) == end:
        return Cause("weights")
    return UNKNOWN


def _changes(run: Run, update: int) -> Sequence[JournalEntry] | None:
    """Those that were made before the update that failed; None where nobody knows which these are."""
    if run.changes_at_end is not None:
        return run.journal[: run.changes_at_end]
    # Its session was opened again: a setting may have been changed right before that update, or after it has failed.
    if any(isinstance(entry.change, Reconfigure) and entry.update == update - 1 for entry in run.journal):
        return None
    return run.journal


Trial = tuple[Cause, int, LeftOut]
"""What is named, up to which update none may fail then, and what is left out."""


def _trials(
    entries: Sequence[JournalEntry],
    update: int,
    number: str,
    since: int,
    in_force: Sequence[Mapping[str, float]],
) -> Generator[Trial, None, None]:
    """All of them in their order: what leaves out less comes first, for a rate that moves nothing ends nearly all."""
    more = update + MORE_UPDATES
    edited = [entry.update for entry in entries if is_edit(entry)]
    if update - 1 in edited:
        yield Cause("edit"), update, LeftOut(edits_from=update - 1)
    if edited:
        yield Cause("edits", since=since), more, LeftOut(edits_from=0)
    for name in PENALTIES:
        if largest := max(_values(name, number, in_force), default=0.0):
            yield Cause(name, largest, since=since), more, LeftOut({name: 0.0})
    # At a rate of 0, as a schedule may end, an update moves nothing.
    if rates := [rate for rate in _values("learning_rate", number, in_force) if rate]:
        least, largest = min(rates), max(rates)
        if least < largest:
            yield Cause("rate", largest, least, since), more, LeftOut(held_rate(least))
        # At the least of them it fails as well, or it was the only one.
        yield Cause("rate", least, 0.0, since), more, LeftOut(held_rate(LEAST_RATE))


def _values(name: str, number: str, in_force: Sequence[Mapping[str, float]]) -> list[float]:
    """What a setting was in those updates in which it can have had a part; `number` is what was not finite at last.

    Of the update that failed C comes before the penalties, and its gradient before the step.
    """
    had_part = number == "parameter" or (number == "gradient" and name in ("l1", "l2"))
    return [of_update[name] for of_update in (in_force if had_part else in_force[:-1])]


def held_rate(rate: float) -> Mapping[str, Any]:
    """Settings with this rate in every update, whatever the schedule was; a rate over 0."""
    return {"learning_rate": rate, "schedule": "constant", "warm_up": 0}
