"""Side by side: a second network beside the one on screen, and what they differ in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from time import perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from core.engine.commands import HideBeside, ShowBeside
from core.engine.messages import BesideShown, RunInfo
from gui.app import commands as c
from gui.app.app_state import StateStore
from gui.app.frame_clock import FrameClock, FrameListener
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.presenters.empty_picture import explain_empty_picture
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.side_facts import FactsOnScreen
from gui.presenters.time_presenter import TimePresenter
from gui.side.compare_page import ComparePage
from gui.side.compare_rows import compare_rows
from gui.side.facts import SideFacts
from gui.side.known_runs import KnownRuns
from gui.side.other_picture import OtherPicture
from gui.side.refresh_turns import RefreshTurns
from gui.side.view_pair import ViewPair

# The table and the difference of the weights are renewed in a frame that has so much time.
REFRESH_MS = 3.0


@dataclass(frozen=True)
class Place:
    """A run, and which of its updates; None is its newest, from now on."""

    run: int
    update: int | None = None


class SidePresenter(FrameListener, QObject):
    """One concern: what stands beside the network on screen.

    A is the run on screen, at the moment that is on screen; B is what the engine shows beside it.

    Parameters
    ----------
    known : KnownRuns
        What is known of every run.
    issue : callable
        Issues a command of the window.

    Attributes
    ----------
    other : Place or None
        What B is; None while one network is shown alone.
    leader : int
        The run on screen.
    companions : tuple of int
        The runs that are trained with it.
    picture : OtherPicture
        What B shows.
    handlers : dict
        What is done for each command that this takes.
    """

    hidden = Signal(int)
    """One network is shown alone again; the other was of this run."""
    page_made = Signal(object)
    """The page beside the two is there for the first time."""
    refreshed = Signal()
    """What is said of A and B was said anew."""

    def __init__(
        self,
        window: WindowFrame,
        network: NetworkPresenter,
        known: KnownRuns,
        time: TimePresenter,
        engine: EngineClient,
        store: StateStore,
        clock: FrameClock,
        issue: Callable[[object], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._area = window, window.network_area.side_area
        self._network, self._time = network, time
        self._engine, self._store, self._clock, self._issue = engine, store, clock, issue
        self.known = known
        self.other: Place | None = None
        self.leader = -1
        self.companions: tuple[int, ...] = ()
        self._pair: ViewPair | None = None
        self.picture = OtherPicture(self)
        self.picture.renewed.connect(self._show_pins)
        self._facts = FactsOnScreen(network, self.picture, time, known)
        # What the lines over the pictures are of.
        self._named = self._facts.moment
        self._named_live: int | None = None
        self._turns = RefreshTurns()
        self.handlers: dict[type, Callable[[Any], object]] = {
            c.ToggleSide: lambda _: self.toggle(),
            c.ShowAs: lambda command: self.show_as(command.letter, Place(command.run, command.update)),
            c.SwapSides: lambda _: self.swap(),
        }
        engine.run_changed.connect(self.show_run)
        engine.beside_shown.connect(self.show_beside)
        engine.exact_loss_computed.connect(lambda _: self._mark_dirty())
        engine.session_opened.connect(lambda _: self.hide())
        time.rows_changed.connect(self.check_other)
        time.moment_changed.connect(lambda _: self._mark_dirty())
        network.displayed_snapshot_changed.connect(lambda _: self._mark_dirty())
        clock.add(self)

    @cached_property
    def page(self) -> ComparePage:
        """What stands beside the two."""
        # Made when it is first asked for: it would add to the start of the app.
        page = ComparePage()
        page.side_wanted.connect(lambda letter, run, update: self._issue(c.ShowAs(letter, run, update)))
        page.swap_wanted.connect(lambda: self._issue(c.SwapSides()))
        page.closed.connect(self.hide)
        self._area.other.work_wanted.connect(self._clock.wake)
        self.page_made.emit(page)
        return page

    @property
    def is_shown(self) -> bool:
        """Whether two networks are shown."""
        return self.other is not None

    @property
    def marked(self) -> tuple[int, int] | None:
        """Of which update B's dead and saturated neurons are, and of which its weights; None where none are marked."""
        picture = self.picture
        if not self.is_shown or picture.statistics is None or picture.weights is None:
            return None
        updates = picture.statistics.update, picture.weights.update
        return updates if self._area.other.marks_idle_neurons else None

    # --- what the user wants

    def toggle(self) -> None:
        """Show two networks, or one."""
        if self.is_shown:
            self.hide()
        elif self.leader in self.known:
            self._show()

    def hide(self) -> None:
        """Show one network again."""
        if self.other is None:
            return
        self._engine.send(HideBeside())
        run = self.other.run
        self.other = None
        if self._pair is not None:
            self._pair.part()
            # Its parent would keep it, and one more each time.
            self._pair.deleteLater()
        self._pair = self._network.weights.beside = None
        self._area.set_shown(False)
        self._window.show_compare(None)
        self._window.network_area.take_keyboard(Qt.FocusReason.OtherFocusReason)
        self._store.update(side=False)
        self.hidden.emit(run)
        self._clock.wake()

    def show_as(self, letter: str, place: Place) -> None:
        """Show this as "A" or "B"; A is what is on screen, so that is left for it."""
        if place.run not in self.known:
            return
        was_shown = self.is_shown
        if letter == "B":
            self._show_b(place)
        else:
            self._go_to(place)
        if not was_shown:
            self._show()

    def swap(self) -> None:
        """A becomes B, and B becomes A."""
        b = self.other
        if b is None:
            return
        self._show_b(self._place_of_a())
        self._go_to(b)

    def other_moment_of(self, run: int) -> int | None:
        """Which update of a run stands beside the one on screen: its newest, None; of the same run its beginning."""
        return 0 if run == self.leader and self._time.moment is None else None

    # --- what the engine tells

    def show_run(self, info: RunInfo) -> None:
        """Another run is on screen, or this one has other settings."""
        before, self.leader = self.leader, info.run
        if self.other == Place(info.run) and before != info.run:
            # Else the same network would stand there twice.
            is_there = before in self.known
            self._show_b(Place(before) if is_there else Place(*self.known.compared_first(info.run)))

    def show_beside(self, shown: BesideShown) -> None:
        """How B stands, or stood."""
        if self.other is None or shown.run != self.other.run:
            return
        self.picture.add(shown)
        self._mark_dirty()

    def check_other(self) -> None:
        """Runs are gone, or are called otherwise: where B's is gone another one takes its place."""
        if self.other is not None and self.other.run not in self.known and self.leader in self.known:
            self._show_b(Place(*self.known.compared_first(self.leader)))
        self._mark_dirty()

    def refresh_soon(self) -> None:
        """What is said of A and B is to be said anew."""
        self._mark_dirty()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        if self.is_shown:
            self._refresh()

    # --- frames

    def move(self, now_s: float) -> bool:
        """Bring B to the moment that A shows."""
        if self._pair is None:
            return False
        self._area.follow_layout()
        changed = self._bring_up()
        changed |= self._pair.agree()
        self._pair.show_edges(in_motion=self._store.state.running)
        changed |= self.picture.release(self._area.other)
        named = self._facts.moment
        live = None if self.other is None else self.known.live_of(self.other.run)
        is_other = any(now is not before for now, before in zip(named, self._named, strict=True))
        if is_other or live != self._named_live:
            # The lines over the pictures are of what is on screen in this very frame.
            self._named, self._named_live = named, live
            self._show_facts()
            self._turns.is_wanted |= is_other
        if changed:
            other = self._area.other
            if self.picture.shown is not None:
                explain_empty_picture(other, self.picture.shown, rests=not self._store.state.running)
            other.update()
        # The table waits for its turn: until then frames are made, even if nothing else wants one.
        return self._turns.is_wanted or self._area.other.preparation.is_held

    def has_work(self, now_s: float) -> bool:
        """Whether B's edges are not up to date, or the table."""
        return self._pair is not None and (self._area.other.has_work() or self._is_due())

    def work(self, budget_ms: float) -> bool:
        """Draw B's edges, then the difference and the table."""
        if self._pair is None:
            return False
        is_late = self._turns.is_late(perf_counter())
        # In a film the edges of B are drawn anew with each picture of A: the rest is not to wait for ever.
        if self._area.other.has_work() and not (is_late and self._is_due()):
            if not self._area.other.work(budget_ms):
                self._area.other.update()
            return True
        if budget_ms >= REFRESH_MS and self._is_due():
            began_s = thread_time()
            self._refresh()
            self._turns.fit(thread_time() - began_s if self._store.state.running else 0.0)
        return self._turns.is_wanted

    def _is_due(self) -> bool:
        return self._turns.is_due(perf_counter(), self.picture.is_there)

    # --- A and B

    def _show(self) -> None:
        """Put a second network beside the first."""
        area = self._area
        if self.other is None:
            self._show_b(Place(*self.known.compared_first(self.leader)))
        if self._window.network_area.page is not None:
            # The two would stand behind it.
            self._window.network_area.show_over(None)
        area.set_shown(True)
        self._window.show_compare(self.page)
        self._pair = ViewPair(area.network, area.other, self)
        self._pair.hold_edges()
        self._network.weights.beside = area.other
        self._store.update(side=True)
        self._refresh()
        self._clock.wake()

    def _place_of_a(self) -> Place:
        moment = self._time.moment
        return Place(self.leader, None if moment is None else moment.update)

    def _show_b(self, place: Place) -> None:
        self.other = place
        self.picture.clear()
        self._turns.expect_other()
        self._engine.send(ShowBeside(place.run, place.update))
        self._mark_dirty()

    def _go_to(self, place: Place) -> None:
        """Have this on screen."""
        self._issue(c.ShowRun(place.run))
        if place.update is None:
            self._time.return_to_live()
        else:
            self._time.look_at(place.update)

    def _bring_up(self) -> bool:
        """Show B's numbers and weights that belong to A's; True where they are others."""
        a = self._network.displayed
        if a is None:
            return False
        shown, rests = self.picture.shown, not self._store.state.running
        weights = self._network.weights.update
        of_a, of_weights = (a.update, weights) if self._is_in_step else (None, None)
        changed = self.picture.bring_up(self._area.other, a, of_a, of_weights, rests)
        if shown is not self.picture.shown:
            self._mark_dirty()
        return changed

    def _show_pins(self) -> None:
        """Another network is B: what is kept in A is kept in it."""
        if self._pair is not None:
            self._pair.show_pins()

    @property
    def _is_in_step(self) -> bool:
        """Whether A and B are trained together; a past, or a run that rests, has nothing to do with where B stands."""
        run = -1 if self.picture.newest is None else self.picture.newest.run
        is_past = self._time.moment is not None or self.other != Place(run)
        return run in self.companions and not is_past

    # --- words

    def _mark_dirty(self) -> None:
        self._turns.is_wanted = True
        if self.is_shown:
            self._clock.wake()

    def _refresh(self) -> None:
        """Say what A and B are, and how they differ."""
        self._turns.begin(perf_counter())
        area, page = self._area, self.page
        page.show_choices(self.known.choices)
        self.refreshed.emit()
        facts = a, b = self._show_facts()
        for chooser, known in zip(page.choosers, facts, strict=True):
            if known is not None:
                chooser.show_place(known.info.run, known.snapshot.update, known.live_update, known.is_live)
        if a is None or b is None:
            return
        page.show_rows(compare_rows(a, b))
        is_alike = self.picture.order_of == (a.snapshot.run, a.snapshot.permutation_count)
        area.follow_layout()
        began_the_same = self.known.began_the_same(a, b)
        area.strip.show_networks(a.snapshot, b.snapshot, began_the_same, not is_alike, b.name)
        self._turns.end()

    def _show_facts(self) -> tuple[SideFacts | None, SideFacts | None]:
        """Name A and B, and the update that is on screen of each."""
        b = None if self.other is None else self._facts.of_b(self.other.run, self.other.update)
        facts = a, b = self._facts.of_a(), b
        is_one_name = a is not None and b is not None and a.name == b.name
        for header, known in zip(self._area.headers, facts, strict=True):
            header.show_facts(known, is_one_name)
        return facts
