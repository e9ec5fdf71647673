"""Time: the run on screen at an earlier update, runs that branch from there, and the timeline of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics
from core.editing.neuron_permutation import Order, inverse
from core.engine.commands import LookAt, ReturnToLive
from core.engine.journal_marks import config_at, with_mark
from core.engine.messages import HistoryChanged, JournalMarked, RunInfo, SessionOpened
from core.engine.past_messages import PastProgress, PastShown
from core.engine.snapshot import Snapshot
from core.steps import result_of
from core.training.epochs import epochs_on
from gui.app import commands as c
from gui.app.app_state import StateStore
from gui.app.frame_clock import FrameClock
from gui.engine.client import EngineClient
from gui.presenters.look_ahead import LookAhead
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.run_presenter import RunPresenter
from gui.presenters.run_rows import RunRows
from gui.presenters.timeline_painting import NEW_L_S, TimelinePainting
from gui.timeline.moment import Moment, moment_of, with_progress
from gui.timeline.timeline import Timeline


class TimePresenter(TimelinePainting):
    """One concern: which update is on screen.

    Attributes
    ----------
    moment : Moment or None
        The update that is looked back at; None at the present.
    picture : Snapshot or None
        Of the past, the last that was put into the view.
    handlers : dict
        What is done for each command that this takes.
    """

    moment_changed = Signal(object)
    """`moment` is another one, or more is known of it."""

    statistics_changed = Signal(object)
    """What the neurons on screen do over the test set; None while one looks back, until that is known."""
    reordered = Signal(object)
    """Hidden neurons are about to be shown in these orders, one for each layer."""
    newest_measured = Signal(object)
    newest_statistics = Signal(object)
    """L, or what neurons do over the test set, was measured of the newest update, not of a past one."""

    def __init__(
        self,
        timeline: Timeline,
        rows: RunRows,
        network: NetworkPresenter,
        loss: LossPresenter,
        runs: RunPresenter,
        engine: EngineClient,
        store: StateStore,
        clock: FrameClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(timeline, rows, clock, parent)
        self._network, self._loss, self._runs = network, loss, runs
        self._engine, self._store = engine, store
        self.moment: Moment | None = None
        self._statistics: NeuronStatistics | None = None
        self._measured: dict[int, int] = {}
        self._has_old_order = False  # the neurons were shown in another one than they have now
        self._orders: tuple[Order, ...] = ()  # how they lead to the order of now, where that is another one
        self._awaits_live = False  # the present is asked for, and not on screen yet
        # The update that the engine was asked for, until it is on screen; and a newer wish, until that is asked for.
        self._asked: int | None = None
        self._wished: int | None = None
        self.picture: Snapshot | None = None
        # What is to be done to a branch once it is on screen, by its number.
        self._then: tuple[int, Callable[[], object]] | None = None
        self._ahead = LookAhead(runs, engine)
        self.handlers: dict[type, Callable[[Any], object]] = {
            LookAt: lambda command: self.look_at(command.update),
            ReturnToLive: lambda _: self.return_to_live(),
            c.StepBack: lambda _: self.step(-1),
            c.StepEpochs: lambda command: self.step_epochs(command.by),
            c.ShowRun: lambda command: self.go_to_run(command.run),
        }
        runs.run_forgotten.connect(self.forget)
        engine.neuron_statistics_changed.connect(self.take_statistics)
        engine.exact_loss_computed.connect(self.note_exact)
        engine.history_changed.connect(self.show_history)
        engine.journal_marked.connect(self.add_mark)
        engine.past_shown.connect(self.show_past)
        engine.past_progress.connect(self.show_progress)
        engine.live_shown.connect(self.show_live)
        network.displayed_snapshot_changed.connect(self._note_picture)
        clock.add(self)

    # --- what the user wants

    def look_at(self, update: int) -> None:
        """Show the run on screen as it stood after so many updates; the newest one is the present."""
        update = max(0, update)
        if (awaited := self._ahead.awaited(self._run)) is not None:
            return self._ahead.ask(awaited, update)
        if (live := self._rows.live.get(self._run)) is None:
            return None
        if update >= live:
            return self.return_to_live()
        if self.moment is None:
            self._network.leave_walkthrough()
        elif update == self.moment.update:
            return None
        shown = self._network.displayed
        self._set_moment(Moment(update, live, on_screen=None if shown is None else shown.update))
        return self._ask(update) if self._asked is None else self._wish(update)

    def go_to_run(self, run: int) -> None:
        """Show another run, at its newest update."""
        self._ahead.forget()
        self._runs.go_to_run(run)

    def look_ahead(self) -> None:
        """All parts have the run that is on screen now: what was asked of it meanwhile is on its way."""
        if (update := self._ahead.take(self._run)) is not None:
            self._asked = update
            self.look_at(update)

    def step(self, by: int) -> None:
        """So many updates on or back, from the one that is on screen."""
        self.look_at(by + self._place[1])

    def step_epochs(self, by: int) -> None:
        """So many epochs on or back, each as long as it was in this run."""
        run, update = self._place
        if (info := self._rows.infos.get(run)) is not None:
            self.look_at(epochs_on(info.epochs, update, by))

    def onwards(self, otherwise: Callable[[], object]) -> None:
        """One update on, where one looks back; otherwise what leads on in the training."""
        otherwise() if self.moment is None else self.step(1)

    def back(self, otherwise: Callable[[], object]) -> None:
        """One update back, unless an update is told, or there is none before: then what leads back in that."""
        is_told = self._network.player.walkthrough is not None or self._network.player.is_wanted
        if is_told or (self.moment is None and not self._rows.live.get(self._run)):
            otherwise()
        else:
            self.step(-1)

    def return_to_live(self) -> None:
        """Show the newest update."""
        self._ahead.leave()
        if self.moment is not None:
            self._leave()
            self.ask_again()

    def branch_here(self) -> int | None:
        """Begin a run of its own from the update that is on screen. Returns its number."""
        run, at = self._place
        info = self._rows.infos.get(run)
        return None if info is None else self._runs.branch(at, config_at(info.config, info.changes, at))

    def on_own_run(self, then: Callable[[], object]) -> bool:
        """Do this to the run on screen; where that is past, to a branch, once it is there. Whether it has to wait."""
        if self._then is not None:
            self._then = self._then[0], then
            return True
        if self.moment is None:
            then()
            return False
        if (number := self.branch_here()) is not None:
            self._then = number, then
        return True

    # --- what the engine tells

    def show_run(self, info: RunInfo) -> None:
        """Another run is on screen, or the same with other settings: at the present."""
        if info.run != self._run:
            # A branch goes on in the order that was looked back at.
            self._orders = ()
        # The panels are to show these settings in the present, not those of the run that was looked back at.
        self._run = info.run
        self._rows.infos[info.run] = info
        self._leave()
        if self._then is not None and self._then[0] != info.run:
            self._then = None
        self.note_update(info.run, info.update)

    def take_session(self, opened: SessionOpened) -> None:
        """Other runs have taken the place of all before; what waited for one of those is not done."""
        self._then = None
        self._ahead.forget()
        self._rows.infos |= {info.run: info for info in opened.runs}
        self._rows.live |= {info.run: info.update for info in opened.runs}
        self._mark_dirty()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """So many updates are made; what waited for a branch can be done."""
        self.note_update(snapshot.run, snapshot.update)
        if self._has_old_order and snapshot.run == self._run and self.moment is None:
            self._has_old_order = False
            self._follow(())
            self._network.show_changed(snapshot, reordered=True)
        self._network.on_screen.once_seen(self._do_on_branch)

    def show_history(self, history: HistoryChanged) -> None:
        """Which states of a run are kept."""
        self._rows.note_kept(history.run, history.kept)
        self._mark_dirty()

    def add_mark(self, marked: JournalMarked) -> None:
        """A run was changed."""
        if (info := self._rows.infos.get(marked.run)) is not None:
            self._rows.infos[marked.run] = replace(info, changes=with_mark(info.changes, marked.mark))
            self._mark_dirty()

    def take_statistics(self, statistics: NeuronStatistics) -> None:
        """What neurons do: those of the newest update, or of the past that is on screen."""
        if statistics.run != self._run:
            return
        if self.moment is not None:
            if self.moment.is_exact and statistics.update == self.moment.update:
                self.statistics_changed.emit(statistics)
        elif not self._awaits_live:
            self._statistics = statistics
            self.newest_statistics.emit(statistics)
            self.statistics_changed.emit(statistics)

    def note_update(self, run: int, update: int) -> None:
        """A run has come to this update, on screen or not."""
        self._rows.live[run] = update
        self._rows.renew(run)
        self._mark_dirty()

    def note_exact(self, exact: ExactLoss) -> None:
        """L of an update was measured."""
        if exact.update >= self._measured.get(exact.run, 0):
            self._measured[exact.run] = exact.update
            self.newest_measured.emit(exact)
        self._rows.renew(exact.run)
        self._every_s = NEW_L_S
        self._mark_dirty()

    def ask_again(self) -> None:
        """The engine is elsewhere in time: it is to show what is on screen."""
        self._ahead.forget()
        if (moment := self.moment) is not None:
            self._wished = None
            return self._ask(moment.update)
        self._engine.send(ReturnToLive())
        self._awaits_live = True

    def show_past(self, shown: PastShown) -> None:
        """An earlier update has come, or the kept state before it."""
        if shown.run != self._run:
            return
        if shown.live_update != self._rows.live.get(shown.run):
            # The training was stopped for it, and its last updates are heard of with it.
            self.note_update(shown.run, shown.live_update)
        if self.moment is None:
            if not self._awaits_live:
                self.ask_again()
            return
        if shown.update in (self._asked, self.moment.update):
            # Asked for, or the same once more: another example, or a checksum that was met later.
            self._take_past(shown)
        if shown.update != self._asked:
            return
        # A newer wish need not wait until this one is exact.
        wished, self._asked, self._wished = self._wished, None, None
        if wished is not None:
            self._ask(wished)

    def show_frame(self, shown: PastShown) -> None:
        """Put a picture of a film, which nobody has asked for here, into the view; it is not seen yet."""
        self._asked = self._wished = None
        self._show_in_its_order(shown)

    def name_frame(self, shown: PastShown) -> None:
        """It is seen now."""
        self._set_moment(moment_of(shown))

    def show_progress(self, progress: PastProgress) -> None:
        """Updates are made again; what leads to a picture of a film is no moment yet."""
        if (moment := self.moment) and (progress.run, progress.update) == (self._run, moment.update):
            self._set_moment(with_progress(moment, progress))

    def show_live(self, run: int) -> None:
        """The run is shown as it is."""
        if run == self._run:
            self._leave()

    def forget(self, run: int) -> None:
        """A run is gone."""
        self._rows.forget(run)
        self._measured.pop(run, None)
        self._mark_dirty()

    def show_recovered(self, gone_back: Iterable[tuple[int, int]]) -> None:
        """Another engine goes on, with these runs from these updates: what came after is to be made again."""
        self._then = None
        self._leave()
        for run, update in gone_back:
            self._measured.pop(run, None)
            self.note_update(run, update)

    def stand_at_picture(self) -> None:
        """What was asked for does not come: the moment is that of the picture on screen, or on its way there."""
        self._then, shown, moment = None, self._network.on_screen.given, self.moment
        self._ahead.forget()
        if shown is None or shown is not self.picture or shown.run != self._run:
            self._leave()
        elif moment is None or not moment.is_exact:
            self._leave()
            live = self._rows.live.get(self._run, shown.update)
            self._set_moment(Moment(shown.update, live, is_exact=True, on_screen=shown.update))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._rows.renew_all()
        result_of(self._rows_in_steps())
        self.moment_changed.emit(self.moment)

    # --- parts

    @property
    def _place(self) -> tuple[int, int]:
        """The run and the update that are on screen, or soon will be."""
        if (awaited := self._ahead.awaited(self._run)) is not None:
            run, update = awaited, self._ahead.update
        else:
            run, update = self._run, None if self.moment is None else self.moment.update
        return run, self._rows.live.get(run, 0) if update is None else update

    def _wish(self, update: int) -> None:
        self._wished = None if update == self._asked else update

    def _ask(self, update: int) -> None:
        self._asked = update
        self._engine.send(LookAt(update))

    def _take_past(self, shown: PastShown) -> None:
        self._show_in_its_order(shown)
        assert self.moment is not None
        on_the_way = replace(self.moment, on_screen=shown.snapshot.update)
        self._set_moment(moment_of(shown) if shown.update == self.moment.update else on_the_way)

    def _note_picture(self, snapshot: Snapshot) -> None:
        """One that was on its way when an earlier update was asked for: what is said of the moment names it, too."""
        if (moment := self.moment) is None or snapshot.run != self._run:
            return
        if snapshot is not self.picture or moment.shown != snapshot.update:
            self._set_moment(replace(moment, is_exact=False, on_screen=snapshot.update))

    def _show_in_its_order(self, shown: PastShown) -> None:
        before, self.picture = self._network.on_screen.given, (snapshot := shown.snapshot)
        reordered = before is not None and before.permutation_count != snapshot.permutation_count
        self._has_old_order |= reordered
        self._follow(shown.orders)
        self._network.show_changed(snapshot, reordered)

    def _follow(self, orders: tuple[Order, ...]) -> None:
        """What is kept by a neuron's number follows it: `orders` lead from what is shown next to the present."""
        before, self._orders = self._orders, orders
        if before:
            self.reordered.emit(before)
        if orders:
            self.reordered.emit(inverse(orders))

    def _leave(self) -> None:
        self._asked, self._wished, self._awaits_live = None, None, False
        if self.moment is not None:
            self._set_moment(None)

    def _set_moment(self, moment: Moment | None) -> None:
        before, self.moment = self.moment, moment
        self._network.is_past = moment is not None
        update = None if moment is None else moment.update
        if (None if before is None else before.update) != update:
            self.statistics_changed.emit(self._statistics if moment is None else None)
            self._timeline.show_moment(update)
            self._loss.show_moment(update)
            if (info := self._rows.infos.get(self._run)) is not None:
                at = info.config if update is None else config_at(info.config, info.changes, update)
                self._runs.show_moment(update, at)
            self._store.update(moment=update)
        self.moment_changed.emit(moment)

    def _do_on_branch(self) -> None:
        if self._then is not None and self._then[0] == self._run:
            (_, then), self._then = self._then, None
            then()
