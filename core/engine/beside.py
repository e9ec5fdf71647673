"""What is shown beside the run on screen: another run as it is, or any run as it stood after an earlier update.

A run as it is follows the snapshots of the run on screen. The way to an earlier update is worked on in pieces that hold
up no command; of several wishes only the last one counts. Its hidden neurons are shown in the order of those on screen,
whatever order its own run has, so that a place means the same neuron in both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.commands import HideBeside, ShowBeside
from core.engine.earlier_state import earlier_states
from core.engine.messages import BesideHidden, BesideShown
from core.engine.neuron_order import NeuronOrder, order_like
from core.engine.past import Past
from core.engine.run import Run
from core.engine.scheduler import IsOver, go_on
from core.engine.snapshot import Example

if TYPE_CHECKING:
    from core.engine.engine import Engine


class Beside:
    """Handles the commands for it; a task of the scheduler.

    Attributes
    ----------
    is_owed : bool
        Whether a snapshot of the run on screen was sent that this is to follow.
    """

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self.is_owed = False
        self._run: Run | None = None
        # At an earlier update: the run there, once it is there, and the way to it.
        self._past: Run | None = None
        self._work: Iterator[None] | None = None
        self._shown: BesideShown | None = None
        self._is_watched = False
        # What it was put into order by, and the statistics that were sent, in the order of its own run.
        self._order: NeuronOrder | None = None
        self._statistics: NeuronStatistics | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {
            ShowBeside: self._show,
            HideBeside: lambda _: self._hide(),
        }

    # --- for the engine

    @property
    def run(self) -> Run | None:
        """What is shown beside the run on screen, once it is there."""
        return self._past or (None if self._work is not None else self._run)

    def report(self) -> None:
        """Send what is shown beside the run on screen, where that is to follow a snapshot of it and differs."""
        run = self._run
        if run is None:
            return
        if self._engine.run(run.number) is not run:
            self._hide()
            return
        if self._past is not None and _is_changed(run, self._past):
            self._show(ShowBeside(run.number, self._past.trainer.step_count))
            return
        shown = self._past or run
        if not self._engine.training.running and self._has_news_of(shown):
            # While it trains they come with the next snapshot.
            self.is_owed = True
        if self.is_owed and not self._has_to_wait(run):
            self.is_owed = False
            self._send(shown, run)

    # --- a task

    def seconds_until_due(self) -> float:
        """0 while somebody waits for an earlier update."""
        return 0.0 if self._work is not None else math.inf

    def work(self, is_over: IsOver) -> None:
        """Go on with it."""
        work = self._work
        assert work is not None
        if go_on(work, is_over) and self._work is work:
            self._work = None

    def fail(self) -> None:
        """Give it up."""
        self._hide()

    # --- commands

    def _show(self, command: ShowBeside) -> None:
        run = self._engine.run(command.run)
        near = self._past if run is self._run else None
        self._forget()
        if run is None:
            self._engine.send(BesideHidden())
            return
        self._run = run
        if command.update is None:
            self.is_owed = True
        else:
            update = min(max(0, command.update), run.trainer.step_count)
            self._work = self._looked_at(run, Past(self._engine.time.history, run, update, near))

    def _looked_at(self, run: Run, past: Past) -> Iterator[None]:
        engine = self._engine
        past.run.watched = self._is_watched = engine.current.watched
        for state in earlier_states(
            past, engine.time.history, run, self._clock, lambda: self._example_for(run)
        ):
            if state is None:
                yield
            elif self._past is not None and self._shown is not None:
                # Another example may have been chosen meanwhile.
                self._shown = replace(self._shown, is_checked=state.is_checked)
                engine.send(self._shown)
            elif state.is_exact and _is_changed(run, past.run):
                # At this very update, while it was on its way.
                self._show(ShowBeside(run.number, past.update))
                return
            else:
                self._past = past.run if state.is_exact else None
                shown = BesideShown(
                    run.number,
                    past.update,
                    run.trainer.step_count,
                    state.snapshot,
                    state.is_exact,
                    past.kept_update,
                    state.is_checked,
                    is_kept=past.is_kept,
                )
                self._shown = self._in_order(shown, run, self._past)
                engine.send(self._shown)

    def _hide(self) -> None:
        self._forget()
        self._engine.send(BesideHidden())

    # --- parts

    def _forget(self) -> None:
        self._run = self._past = self._work = self._shown = self._order = self._statistics = None
        self.is_owed = False

    def _has_to_wait(self, run: Run) -> bool:
        """Whether it is on its way: to an earlier update, to its last finite numbers, or to the newest update."""
        if self._past is not None:
            return False
        return self._work is not None or run.is_returning or self._engine.companions.is_behind

    def _send(self, shown: Run, run: Run) -> None:
        """Send how `run` stands, or stood where `shown` is; unless that was sent already."""
        example, is_watched = self._example_for(run), self._engine.current.watched
        before = self._shown
        same = before is not None and not _differs(before, shown, example) and is_watched == self._is_watched
        if same and before is not None and self._is_in_order(before, shown):
            return
        shown.watched = self._is_watched = is_watched
        snapshot = shown.snapshot(example, with_losses=self._past is not None)
        live_update = run.trainer.step_count
        if self._past is not None and before is not None:
            now = replace(before, live_update=live_update, snapshot=snapshot)
        else:
            now = BesideShown(run.number, live_update, live_update, snapshot, kept_update=live_update)
        self._shown = self._in_order(now, run, shown)
        self._engine.send(self._shown)

    def _in_order(self, now: BesideShown, run: Run, at: Run | None) -> BesideShown:
        """The same with its neurons where those on screen stand, and with what is known of them at that moment."""
        snapshot, order = now.snapshot, self._order_of(run, now.snapshot.permutation_count)
        order_of = snapshot.run, snapshot.permutation_count
        if order is not None:
            on_screen = self._engine.shown
            order_of = on_screen.number, on_screen.permutations
            if self._order is not None and self._order.is_like(order):
                # It has worked out already which parameter comes where.
                order = self._order
            snapshot = order.of_snapshot(snapshot)
        self._order = order
        self._statistics = statistics = None if at is None else self._statistics_of(at)
        if statistics is not None and order is not None:
            statistics = order.of_statistics(statistics)
        then = self._engine.shown.trainer.step_count
        return replace(now, snapshot=snapshot, order_of=order_of, statistics=statistics, beside_update=then)

    def _order_of(self, run: Run, permutations: int) -> NeuronOrder | None:
        """How `run` is to stand, as it was when its neurons had been permuted so often."""
        of, on_screen = run.trainer.network.topology, self._engine.shown
        there = on_screen.journal, on_screen.permutations, on_screen.trainer.network.topology
        return order_like(run.journal, permutations, of, *there)

    def _is_in_order(self, before: BesideShown, shown: Run) -> bool:
        """Whether nothing else is to be shown of it but what was sent: neither another order nor other statistics."""
        on_screen = self._engine.shown
        asked = on_screen.number, on_screen.permutations
        in_order = before.order_of == asked or self._order is None
        return in_order and not self._has_news_of(shown)

    def _has_news_of(self, shown: Run) -> bool:
        """Whether more is known of its neurons than was sent."""
        known, sent = self._statistics_of(shown), self._statistics
        if known is None or known is sent:
            return False
        same = sent is not None and (known.run, known.update) == (sent.run, sent.update)
        return not (same and sent is not None and all(map(np.array_equal, known.flat, sent.flat)))

    def _statistics_of(self, run: Run) -> NeuronStatistics | None:
        return self._engine.exact_loss.statistics_of(run)

    def _example_for(self, run: Run) -> Example:
        """The displayed sample, where this run is on the same examples; otherwise its own."""
        shown = self._engine.shown
        same = run.trainer.dataset is shown.trainer.dataset
        return shown.sample.current if same else run.sample.current


def _is_changed(run: Run, past: Run) -> bool:
    """Whether the run was changed at the very update at which it is shown, since that was made again."""
    known = len(past.journal)
    return len(run.journal) > known and run.journal[known].update <= past.trainer.step_count


def _differs(before: BesideShown, run: Run, example: Example) -> bool:
    """Whether this example makes of the run anything else than what was sent."""
    snapshot, trainer = before.snapshot, run.trainer
    return (
        snapshot.example is not example
        or (snapshot.update, snapshot.edit_count) != (trainer.step_count, trainer.edit_count)
        or (snapshot.loss, snapshot.permutation_count) != (trainer.config.loss, run.permutations)
        or snapshot.penalties != trainer.batch_config.penalties
    )
