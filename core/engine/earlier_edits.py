"""Whether a parameter that was set by hand before earlier updates had a part in a divergence, found by trying."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from core.engine.commands import EditParameter, Reconfigure, SwitchEdit
from core.engine.divergence_cause import LEAST_RATE, REMEMBERED
from core.engine.history import History, run_from
from core.engine.journal import JournalEntry
from core.engine.made_again import lead_to, make_updates
from core.engine.run import Run
from core.training.divergence import DivergenceError

# What takes more updates than so many is not tried: somebody waits for the answer.
MAX_UPDATES = 1024


def edits_part(run: Run, history: History) -> Generator[None, None, str]:
    """The part of what was set by hand in a divergence that the learning rate had a part in; chunk by chunk.

    The updates since the first edit are made again without any, and then with all of them at a rate that moves nothing.

    Parameters
    ----------
    run : Run
        Stands right before its divergence, and stays as it is.
    history : History
        What is kept of its past.

    Returns
    -------
    str
        "rate": without the edits it fails as well, then or within `REMEMBERED` updates more, or there were none.
        "earlier_edit": without them it does not, and with them it fails at a rate that moves nothing.
        "edit_and_rate": it does neither without them nor at such a rate. "edit_or_rate": that could not be tried,
        for the first of them lies too far back.
    """
    assert run.diverged is not None
    update = run.diverged[0]
    entries = run.journal
    edits = [
        index for index, entry in enumerate(entries) if isinstance(entry.change, EditParameter | SwitchEdit)
    ]
    if not edits:
        return "rate"
    near = [index for index in edits if _begun(run, history, index) > update - MAX_UPDATES]
    if not near:
        return "edit_or_rate"
    start = near[0]
    rest = [entry for entry in entries[start:] if not isinstance(entry.change, EditParameter | SwitchEdit)]
    if (yield from _fails(run, history, start, rest, update + REMEMBERED)):
        return "rate" if start == edits[0] else "edit_or_rate"
    still = [
        replace(entry, change=_unmoving(entry.change)) if isinstance(entry.change, Reconfigure) else entry
        for entry in entries[start:]
    ]
    is_too_large = yield from _fails(run, history, start, still, update, moves=False)
    return "earlier_edit" if is_too_large else "edit_and_rate"


def _begun(run: Run, history: History, index: int) -> int:
    """At which update a run begins that is to stand before this entry of the journal."""
    return max((kept.update for kept in history.states(run.number) if kept.journal_count <= index), default=0)


def _unmoving(change: Reconfigure) -> Reconfigure:
    return Reconfigure(replace(change.config, learning_rate=LEAST_RATE))


def _fails(
    run: Run, history: History, start: int, rest: list[JournalEntry], update: int, moves: bool = True
) -> Generator[None, None, bool]:
    """Whether an update up to this one fails, with these changes in place of those from `start` on in the journal."""
    begun = [kept for kept in history.states(run.number) if kept.journal_count <= start]
    again = run_from(begun[-1] if begun else None, run)
    try:
        for entry in run.journal[len(again.journal) : start]:
            yield from lead_to(again, entry)
        if not moves:
            yield from make_updates(again, run.journal[start].update)
            again.take(_unmoving(Reconfigure(again.trainer.config)))
        for entry in rest:
            yield from lead_to(again, entry)
        yield from make_updates(again, update)
    except DivergenceError:
        return True
    return False
