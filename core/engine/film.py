"""Pictures of a film of the training: a run at one update after the other, each soon enough for the next to follow.

Each is a state that the run truly had. Where the way from the nearest kept state is short the picture is of the very
update that was asked for, otherwise of the kept state: nothing is ever put between two states.
"""

from __future__ import annotations

from core.engine.history import LARGEST_FIRST_SPACING, History
from core.engine.past import Past
from core.engine.run import Run
from core.nn.workload import work_of

# So many updates are made again for a picture, and so many parameters times examples: what takes some 10 ms.
MOST_UPDATES, MOST_WORK = LARGEST_FIRST_SPACING, 40_000_000


def film_past(history: History, live: Run, update: int, near: Run | None = None) -> Past:
    """The way to a picture of about this update; arguments are those of `Past`.

    Where the last update's gradient and change are watched it begins early enough to know them, if that is near.
    """
    if live.watched:
        past = Past(history, live, update, near)
        if _is_short(past):
            return past
    past = Past(history, live, update, near, follows_update=False)
    if not _is_short(past) and not history.has_hole(live, update):
        past.stay_at_kept()
    return past


def _is_short(past: Past) -> bool:
    trainer = past.run.trainer
    work = past.total * trainer.batches.batch_size * work_of(trainer.network.topology)
    return past.total <= MOST_UPDATES and work <= MOST_WORK
