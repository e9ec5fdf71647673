"""The states of a run that a question is looked up in: those that are kept, and those around what was set by hand.

Between two states that are kept anything may have been so. What was set by hand is known to have changed something:
the states before and after it are made again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator

from core.arrays import Array
from core.engine.commands import EditParameter, SwitchEdit
from core.engine.history import History
from core.engine.past import Past
from core.engine.run import Run

State = tuple[int, Array, int]
"""A state to look at: after which update, its parameters, how often the neurons were permuted by then."""

# What the states around edits may take together; of large networks so many at least. The last ones are looked at.
EDIT_BYTES, LEAST_EDITS = 64 << 20, 16


def kept_states(history: History, run: Run, end: int) -> Generator[None, None, list[State]]:
    """The beginning, and what is kept until before the update `end`; by rising updates.

    A state that was changed at its very update, after it was kept, is left out.
    """
    journal = [entry.update for entry in run.journal]
    beginning = Past(history, run, 0)
    yield from beginning.pieces()
    states: list[State] = []
    if end:
        states.append((0, beginning.run.trainer.network.parameters, beginning.run.permutations))
    for kept in history.states(run.number):
        is_whole = kept.journal_count == bisect_right(journal, kept.update)
        if 0 < kept.update < end and is_whole:
            states.append((kept.update, kept.checkpoint.parameters, kept.permutations))
    return states


def edited_updates(run: Run, end: int) -> set[int]:
    """After which updates, up to `end`, a parameter was set by hand, or set back."""
    made = (entry.update for entry in run.journal if isinstance(entry.change, EditParameter | SwitchEdit))
    return {update for update in made if update <= end}


class EditStates:
    """The states before and after each parameter that was set by hand, or set back, that are not known yet.

    That is after the update before it, and after its own, with all that was set there.

    Parameters
    ----------
    known : iterable of State
    first, end : int
        Only those after the update `first` and before `end`.

    Attributes
    ----------
    total : int
        Updates that are to be made again.
    is_checked : bool
        Whether a checksum that was recorded was met.
    """

    def __init__(self, history: History, run: Run, known: list[State], first: int, end: int) -> None:
        self._history, self._run = history, run
        met = {update for update, *_ in known}
        around = {update for edit in edited_updates(run, end) for update in (edit - 1, edit)}
        wanted = sorted(update for update in around - met if first < update < end)
        size = max(1, run.trainer.network.parameters.nbytes)
        wanted = wanted[-max(LEAST_EDITS, EDIT_BYTES // size) :]
        # Those that begin at the same kept state are met on one way.
        self._ways: dict[int, list[int]] = {}
        for update in wanted:
            kept = history.nearest(run.number, update)
            self._ways.setdefault(0 if kept is None else kept.update, []).append(update)
        self.total = sum(updates[-1] - begun for begun, updates in self._ways.items())
        self.is_checked = False

    def pieces(self, count: Callable[[], None]) -> Generator[None, None, list[State]]:
        """Make them again; `count` is called at each update on the way. They come by rising updates."""
        states: list[State] = []
        for updates in self._ways.values():
            states += yield from self._met_on_way(updates, count)
        return states

    def _met_on_way(
        self, updates: list[int], count: Callable[[], None]
    ) -> Generator[None, None, list[State]]:
        states: list[State] = []

        def look(run: Run) -> Iterator[None]:
            yield from ()
            update = run.trainer.step_count
            if update > past.kept_update:
                count()
            if update in updates:
                states.append((update, run.trainer.network.parameters.copy(), run.permutations))

        past = Past(self._history, self._run, updates[-1], since=updates[0], look=look)
        yield from past.pieces()
        self.is_checked |= past.is_checked
        return states
