"""A run as it stood after an earlier update: from the nearest state that was kept, the updates since made again.

The journal says what changed it on the way, so the numbers are the same bits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.engine.history import History, KeptState, first_spacing, kept_state_of, run_from
from core.engine.run import Run

# So many updates are made again where a state is kept of the very update, so that what it followed is known, too.
FOR_GRADIENT = 1024


Look = Callable[[Run], Iterator[None]]
"""Looks at a run between two updates, piece by piece."""


class HistoryError(ArithmeticError):
    """Updates that were made again led to other numbers than when they were made first."""


class Past:
    """The way to a run as it stood after `update` updates, changes at that update included.

    Parameters
    ----------
    history : History
    live : Run
        Stays as it is.
    update : int
        From 0 to where `live` stands.
    near : Run, optional
        The run at another update, as it was shown last: gone on from, where that is nearer; not to be used any more.
    follows_update : bool
        Whether to begin early enough to know which gradient the last update followed, and what it changed.
    since : int, optional
        Begin at this update or before, instead of as near as possible: what lies between is to be looked at.
    look : callable, optional
        Is given the run at each update on the way, once all changes that were made there are made again.

    Attributes
    ----------
    run : Run
        Stands on the way, at last at `update`.
    kept_update : int
        Where it began.
    is_kept : bool
        Whether that is the beginning 0 or a state that is kept, and not what `near` showed or where `live` stands.
    total : int
        Updates to be made again.
    is_checked : bool
        Whether a checksum that was recorded was met.
    """

    def __init__(
        self,
        history: History,
        live: Run,
        update: int,
        near: Run | None = None,
        follows_update: bool = True,
        since: int | None = None,
        look: Look | None = None,
    ) -> None:
        self._history = history
        self._live = live
        self._look = look
        # At which update was looked last.
        self._looked = -1
        self.update = update
        if since is not None:
            kept = history.nearest(live.number, since)
        else:
            kept = (_nearest if follows_update else _nearest_alone)(history, live, update)
        begun = 0 if kept is None else kept.update
        if near is not None and begun < near.trainer.step_count <= update:
            self.run = near
        else:
            self.run = run_from(kept, live)
        self.kept_update = self.run.trainer.step_count
        nearest = history.nearest(live.number, self.kept_update)
        self.is_kept = self.kept_update == (0 if nearest is None else nearest.update)
        self.total = update - self.kept_update
        self.is_checked = False

    @property
    def done(self) -> int:
        """Updates that were made again."""
        return self.run.trainer.step_count - self.kept_update

    def stay_at_kept(self) -> None:
        """Go no further than where it begins."""
        self.update, self.total = self.kept_update, 0

    def pieces(self) -> Iterator[None]:
        """Go there, piece by piece.

        Raises
        ------
        HistoryError
            Where a state on the way is not the one that was recorded.
        """
        run = self.run
        if not self.total and self._history.recorded(run) is not None:
            self._check()
        for entry in self._live.journal[len(run.journal) :]:
            if entry.update > self.update:
                break
            yield from self._updates(entry.update)
            if entry.gradient_ready:
                while not run.trainer.accumulate_gradient():
                    yield
            run.take(entry.change)
        yield from self._updates(self.update)
        yield from self._looks()

    def _looks(self) -> Iterator[None]:
        """Look at the run where it stands, unless that is done."""
        if self._look is not None and self._looked != self.run.trainer.step_count:
            self._looked = self.run.trainer.step_count
            yield from self._look(self.run)

    def _updates(self, update: int) -> Iterator[None]:
        run, trainer = self.run, self.run.trainer
        while trainer.step_count < update:
            spacing = first_spacing(run)
            stop = min(update, trainer.step_count // spacing * spacing + spacing)
            while trainer.step_count < stop - 1:
                if self._look is not None:
                    yield from self._looks()
                trainer.advance()
                yield
            yield from self._looks()
            # What the last update followed is kept to be shown, and costs a little.
            while (mean := run.advance()) is None:
                yield
            run.losses = [mean]
            self._check()
            yield

    def _check(self) -> None:
        """Hold the run against what was recorded of it; where nothing was, it is now."""
        run, recorded = self.run, self._history.recorded(self.run)
        if recorded is None:
            self._history.note(run)
        elif recorded.checksum != run.trainer.checkpoint().checksum:
            raise HistoryError(f"update {run.trainer.step_count}, made again, is not what it was")
        else:
            self.is_checked = True


def is_led_on(history: History, live: Run, past: Run) -> Iterator[bool | None]:
    """Whether `past` leads to the next state that is known, which may be where `live` stands: None piece by piece,
    then the answer, if there can be one soon. `past` stays as it is.

    Raises
    ------
    HistoryError
        Where it leads elsewhere.
    """
    update = past.trainer.step_count
    following = history.following(live.number, update)
    known = kept_state_of(live) if following is None and not live.trainer.batch_is_open else following
    if known is None or known.update > update + FOR_GRADIENT or past.trainer.batch_is_open:
        return
    further = Past(history, live, known.update, run_from(kept_state_of(past), past))
    for _ in further.pieces():
        yield None
    if following is None and further.run.trainer.checkpoint().checksum != known.checksum:
        raise HistoryError(f"update {update} does not lead to update {known.update}")
    yield further.is_checked or following is None


def _nearest(history: History, live: Run, update: int) -> KeptState | None:
    """What to begin from; None is the run's beginning."""
    kept = history.nearest(live.number, update)
    trainer = live.trainer
    if kept is not None and kept.update == update:
        before = history.nearest(live.number, update - 1)
        if (0 if before is None else before.update) >= update - FOR_GRADIENT:
            return before
        return kept
    is_far = kept is None or kept.update < update - FOR_GRADIENT
    if is_far and trainer.step_count == update and not trainer.batch_is_open:
        return kept_state_of(live)
    return kept


def _nearest_alone(history: History, live: Run, update: int) -> KeptState | None:
    """What to begin from where nothing of the last update is wanted; None is the run's beginning."""
    kept = history.nearest(live.number, update)
    is_there = kept is not None and kept.update == update
    # A batch that is under way is not begun in a state: its parameters are those of the update before.
    if live.trainer.step_count == update and not is_there:
        return kept_state_of(live)
    return kept
