"""Updates of a run that are made again, to see whether they fail where something was otherwise."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from core.engine.commands import Reconfigure
from core.engine.history import KeptState, run_from
from core.engine.journal import JournalEntry
from core.engine.run import Run
from core.training.config import TrainingConfig
from core.training.divergence import DivergenceError


def lead_to(run: Run, entry: JournalEntry) -> Generator[None, None, None]:
    """To where this change was made, and make it; chunk by chunk.

    Raises
    ------
    DivergenceError
        When an update before it makes a number not finite.
    """
    yield from make_updates(run, entry.update)
    if entry.gradient_ready:
        while not run.trainer.accumulate_gradient():
            yield
    run.take(entry.change)


def make_updates(run: Run, update: int) -> Generator[None, None, None]:
    """Until so many updates are made; chunk by chunk.

    Raises
    ------
    DivergenceError
        When one of them makes a number not finite.
    """
    while run.trainer.step_count < update:
        run.trainer.advance()
        yield


def fails_with(
    run: Run,
    entries: Sequence[JournalEntry],
    settings: Callable[[TrainingConfig], TrainingConfig],
    update: int,
    begun: KeptState | None = None,
    start: int | None = None,
) -> Generator[None, None, bool]:
    """Whether an update up to this one fails where the settings are others; chunk by chunk.

    Parameters
    ----------
    run : Run
        Stays as it is.
    entries : sequence of JournalEntry
        Every change of the run, in its order.
    settings
        What becomes of those that are in force from then on.
    update : int
    begun : KeptState, optional
        One of its states; without it all is made again from the beginning.
    start : int, optional
        The settings are others from this entry on, which sets some; without it from `begun` on.
    """
    origin = run.origin
    if begun is None and start is None:
        origin = replace(origin, config=settings(origin.config))
    again = run_from(begun, run) if begun else Run(run.number, origin, run.trainer.dataset, run.sample)
    if begun is not None and start is None:
        again.take(Reconfigure(settings(again.trainer.config)))
    first = begun.journal_count if begun else 0
    try:
        for index, entry in enumerate(entries[first:], first):
            change = entry.change
            if isinstance(change, Reconfigure) and index >= (start or 0):
                entry = replace(entry, change=Reconfigure(settings(change.config)))
            yield from lead_to(again, entry)
        yield from make_updates(again, update)
    except DivergenceError:
        return True
    return False
