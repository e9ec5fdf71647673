"""What is to be shown of a run at an earlier update: soon the nearest state that was kept, then exactly that update."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from core.engine.history import History
from core.engine.past import Past, is_led_on
from core.engine.run import Run
from core.engine.snapshot import Example, Snapshot

# Where it takes longer the nearest kept state is shown first.
SOON_S = 0.1


@dataclass(frozen=True)
class EarlierState:
    """A run as it stood.

    Attributes
    ----------
    snapshot : Snapshot
    is_exact : bool
        Whether it is of the update that was asked for; otherwise of the nearest state that was kept before it.
    is_checked : bool
        Whether the updates that were made again met a checksum that was recorded.
    """

    snapshot: Snapshot
    is_exact: bool
    is_checked: bool


def earlier_states(
    past: Past,
    history: History,
    live: Run,
    clock: Callable[[], float],
    example: Callable[[], Example] | None = None,
) -> Iterator[EarlierState | None]:
    """Go the way of `past`, None piece by piece, and give each state of it that is to be shown.

    The exact one comes a second time, where only the updates after it show that it is the same. `example` gives the
    one that is traced; without it that of the run.

    Raises
    ------
    HistoryError
        Where the updates that were made again led to other numbers than when they were made first.
    """

    def snapshot() -> Snapshot:
        return past.run.snapshot(example() if example is not None else None)

    # The nearest kept state is shown as it is, before anything is done to it.
    first = snapshot() if past.total else None
    begun_s = clock()
    for _ in past.pieces():
        if first is not None and clock() >= begun_s + SOON_S:
            # Where another example was chosen meanwhile, it is not the one that is to be traced.
            if example is None or first.example is example():
                yield EarlierState(first, is_exact=False, is_checked=False)
            first = None
        yield None
    state = EarlierState(snapshot(), is_exact=True, is_checked=past.is_checked)
    yield state
    if not past.is_checked:
        for is_checked in is_led_on(history, live, past.run):
            if is_checked:
                yield replace(state, is_checked=True)
            yield None
