"""From dense to convolutional: asks the engine for the layers and the proof, moves the scene, and runs the race."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.analysis.exact_losses import ExactLoss
from core.analysis.unrolling import KINDS
from core.data.dataset_spec import DatasetSpec
from core.engine.commands import Train, TrainTogether, UnrollConvolution, WatchShifted
from core.engine.messages import (
    ConvolutionUnrolled,
    ParameterEdited,
    RunInfo,
    ShiftedMeasured,
    TogetherRefused,
)
from core.engine.snapshot import Example, Snapshot
from gui.app import commands as c
from gui.app.app_state import AppState
from gui.app.frame_clock import FrameListener
from gui.app.speed_slider import FULL_SPEED
from gui.presenters.race_numbers import CONFIG, RACE_UPDATES, RaceNumbers
from gui.presenters.race_runs import begin_race, unrolled_beginnings
from gui.presenters.run_rows import RunRows
from gui.session.saved_race import SavedRace

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition
    from gui.unrolling.unrolling_page import UnrollingPage

# From one stage to the next.
STAGE_S = 2.2
LAST_POSITION = 2.0
EVERY_S = 0.2


class UnrollingPresenter(FrameListener, QObject):
    """One concern: this page, and its three runs.

    Attributes
    ----------
    runs : tuple of int
        Those of the race, in the order of `core.analysis.unrolling.KINDS`; () before there is one.
    """

    def __init__(self, root: Composition, rows: RunRows) -> None:
        super().__init__(root)
        self._root, self._rows = root, rows
        self._area, self._engine = root.window.network_area, root.engine
        self._area.page_left.connect(self._on_page_left)
        self.runs: tuple[int, ...] = ()
        self._made: ConvolutionUnrolled | None = None
        # That of the layers which the race has begun with.
        self._race_seed = 0
        # The example on screen when they were asked for last; and whether another one is under way.
        self._asked: Example | None = None
        self._is_asking = False
        self._position = self._target = 0.0
        self._moved_s: float | None = None
        # The runs are begun, and to be trained once the last of them is on screen.
        self._is_beginning = self._is_over = self._dirty = False
        # The others are to be trained with that on screen, and then it is.
        self._is_joining = False
        self._painted_s = 0.0
        self._numbers = RaceNumbers()
        engine = self._engine
        engine.convolution_unrolled.connect(self._take_made)
        engine.run_changed.connect(self._on_run_changed)
        engine.run_reconfigured.connect(lambda _: self._mark_dirty())
        engine.together_changed.connect(self._on_together)
        engine.together_refused.connect(self._on_refused)
        engine.exact_loss_computed.connect(self._take_exact)
        engine.parameter_edited.connect(self._on_edited)
        engine.shifted_measured.connect(self._take_shifted)
        engine.losses_added.connect(lambda _: self._mark_dirty())
        engine.snapshot_received.connect(lambda _: self._mark_dirty())
        engine.recovered.connect(lambda _: self._on_recovered())
        root.runs.run_forgotten.connect(self._on_forgotten)
        root.runs.set_alike = self._set_alike
        root.network.displayed_snapshot_changed.connect(self._follow_example)
        root.store.changed.connect(self._on_state)
        root.clock.add(self)

    @cached_property
    def page(self) -> UnrollingPage:
        """What shows it."""
        # Loaded and made when it is first asked for: it would add to the start of the app.
        from gui.unrolling.unrolling_page import UnrollingPage

        page = UnrollingPage()
        page.closed.connect(self.close)
        page.step_wanted.connect(self.go_to)
        page.position_wanted.connect(self._stand_at)
        page.race.run_wanted.connect(self._run_race)
        page.race.anew_wanted.connect(self._begin_race)
        self._root.figures.offer(page, subject=page.accessibleName)
        return page

    @property
    def is_open(self) -> bool:
        """Whether the page is in the picture's place."""
        return "page" in self.__dict__ and self._area.page is self.page

    # --- what a session keeps

    def saved(self) -> SavedRace:
        """The race, and what was measured of it; none where there is none."""
        if not self.runs:
            return SavedRace()
        return self._numbers.saved(self._race_seed, self.runs, self._root.loss.is_before_edit)

    def restore(self, race: SavedRace) -> None:
        """Other runs have taken the place of all before, and among them are those of this race, if any."""
        self._forget()
        if len(race.runs) != len(KINDS):
            if self._made is not None and not self.is_open:
                self._let_go()
            return
        # They are trained together again where the session says so, which is heard of later.
        self.runs, self._race_seed, self._is_over = race.runs, race.seed, True
        self._numbers.restore(race)
        if self._made is not None and self._made.layers.seed != race.seed:
            self._let_go()
            if self.is_open:
                self._ask(race.seed)
        self._show_race()

    def _let_go(self) -> None:
        self._made = None  # Some MB, made again for who looks.
        self.page.show_nothing()

    # --- what the user wants

    def toggle(self) -> None:
        """Show the page, put it away where it is shown; the weights are those of the seed of the run on screen."""
        if self.is_open:
            self.close()
            return
        info = self._root.runs.info
        if info is None:
            return
        self._area.show_over(self.page)
        seed, is_racer = info.architecture.seed, info.run in self.runs
        if self._made is None and self.runs:
            # The race of a session that was opened, with the layers of which it began.
            self._ask(self._race_seed)
        elif self._made is None or (self._made.layers.seed != seed and not is_racer):
            self._forget()
            self._position = self._target = 0.0
            self.page.show_step(0)
            self._ask(seed)
        elif self._shows_another():
            # One of the training, too: it is the digit on screen when one comes here.
            self._ask(self._made.layers.seed)
        if self.runs:
            self._engine.send(WatchShifted(self.runs))
        self._show_race()

    def close(self) -> None:
        """Show the picture again; what is trained goes on."""
        if self.is_open:
            self._area.show_over(None)

    def _on_page_left(self, page: object) -> None:
        if page is self.__dict__.get("page"):
            self._engine.send(WatchShifted(()))

    def go_to(self, step: int) -> None:
        """Lead the layer to this stage, 0 to 2, or show the race."""
        if self._made is None:
            self.page.show_step(self.page.step)
            return
        comes_from_race = self.page.step > LAST_POSITION
        self.page.show_step(step)
        if comes_from_race and step <= LAST_POSITION and self._shows_another():
            self._ask(self._made.layers.seed)
        if step <= LAST_POSITION:
            self._target = float(step)
            if self._root.store.state.reduced_motion:
                self._position = self._target
            self._moved_s = None
            self._root.clock.wake()
        else:
            self._position = self._target = LAST_POSITION
        self.page.show_position(self._position)

    def _stand_at(self, position: float) -> None:
        self._position = self._target = position
        self.page.show_step(min(2, round(position)))
        self.page.show_position(position)

    def _run_race(self) -> None:
        issue = self._root.dispatcher.issue
        if self._root.dispatcher.refuses(TrainTogether(())):
            return
        if self.runs and not self._is_over:
            issue(c.ToggleRunning())
        elif not self.runs:
            self._begin_race()
        elif self._shown_run in self.runs:
            self._train()
        else:
            # They go on once one of them is on screen again.
            self._is_beginning = True
            issue(c.ShowRun(self.runs[-1]))

    def _begin_race(self) -> None:
        made = self._made
        # Asked first: the race that there is is let go of for another one only.
        if made is None or self._root.dispatcher.refuses(TrainTogether(())):
            return
        from gui.unrolling.unrolling_words import begun_words

        self._forget()
        seed = made.layers.seed
        config = replace(CONFIG, seed=seed)
        window, three = self._root.window, unrolled_beginnings(made.starts, seed)
        self.runs = begin_race(self._root.runs, self._engine, window.undo_stack, three, config)
        self._race_seed, self._is_beginning = seed, bool(self.runs)
        window.message_bar.offer_undo(begun_words, window.undo_stack)

    def _ask(self, seed: int) -> None:
        if self._root.dispatcher.refuses(UnrollConvolution(seed)):
            return
        displayed = self._root.network.displayed
        self._asked = None if displayed is None else displayed.example
        self._engine.send(UnrollConvolution(seed))

    def _shows_another(self) -> bool:
        """Whether the digit on screen is another one than that which the layers were asked for."""
        displayed = self._root.network.displayed
        if displayed is None or displayed.data.choice != DatasetSpec():
            return False
        return self._asked is None or not self._asked.is_same_sample(displayed.example)

    def _follow_example(self, snapshot: Snapshot) -> None:
        """A digit was chosen, or drawn: it goes through the layers, while one looks at them."""
        made = self._made
        if not self.is_open or made is None or self.page.step > LAST_POSITION or self._is_asking:
            return
        if snapshot.example.origin != "train" and self._shows_another():
            self._is_asking = True
            self._ask(made.layers.seed)

    # --- what the engine tells

    def _take_made(self, made: ConvolutionUnrolled) -> None:
        self._made, self._is_asking = made, False
        self.page.show_made(made, self._position)
        self._show_race()
        displayed = self._root.network.displayed
        if displayed is not None:
            # Another one was chosen while this one was under way.
            self._follow_example(displayed)

    def _on_run_changed(self, info: RunInfo) -> None:
        self._mark_dirty()
        if self._is_beginning and info.run == self.runs[-1]:
            self._is_beginning = False
            self._train()

    @property
    def _shown_run(self) -> int:
        shown = self._root.store.state.run
        return -1 if shown is None else shown.run

    def _train(self) -> None:
        """One of them is on screen: have the others trained with it."""
        issue, shown = self._root.dispatcher.issue, self._shown_run
        others = tuple(run for run in self.runs if run != shown)
        for run in others:
            issue(c.ShowCurve(run, True))
        self._is_joining = True
        self._engine.send(TrainTogether(others))
        self._engine.send(WatchShifted(self.runs if self.is_open else ()))
        issue(c.SetSpeed(FULL_SPEED))
        self._show_race()

    def _set_alike(self, run: int) -> tuple[int, ...]:
        """Whose settings are changed with those of a run: of the three, as long as they are trained together."""
        return self.runs if run in self.runs and not self._is_over else (run,)

    def _on_together(self, runs: Sequence[int]) -> None:
        if self.runs and not self._is_beginning:
            # When one of the three is put on screen, it has changed places with the one before.
            self._is_over = not set(self.runs) <= {*runs, self._shown_run}
            if self._is_joining and not self._is_over:
                # Only then: one of them alone would run away from the others.
                left = RACE_UPDATES - self._rows.live.get(self._shown_run, 0)
                self._engine.send(Train(left if left > 0 else None))
            if not self._is_over:
                self._is_joining = False
                self._numbers.parted.clear()
            self._show_race()

    def _on_refused(self, refused: TogetherRefused) -> None:
        if refused.run in self.runs:
            self._is_joining = False
            self._numbers.parted[refused.run] = refused.reason
            self._mark_dirty()

    def _take_exact(self, exact: ExactLoss) -> None:
        if exact.run in self.runs:
            self._numbers.exact[exact.run] = exact
            self._mark_dirty()

    def _on_edited(self, message: ParameterEdited) -> None:
        self._numbers.note_edit(message.snapshot.run, message.made.update)
        self._mark_dirty()

    def _take_shifted(self, measured: ShiftedMeasured) -> None:
        if measured.run in self.runs:
            self._numbers.take_shifted(measured)
            self._mark_dirty()
        if not self.is_open:
            # Another page has taken its place.
            self._engine.send(WatchShifted(()))

    def _on_state(self, before: AppState, now: AppState) -> None:
        is_other = (before.running, before.run) != (now.running, now.run)
        if before.is_lost != now.is_lost or (self.runs and is_other):
            self._show_race()

    def _on_forgotten(self, run: int) -> None:
        if run in self.runs:
            self._forget()

    def _on_recovered(self) -> None:
        """Another engine goes on from what was saved: what it was asked last may never have been done."""
        self._is_asking = self._is_joining = False
        self._numbers.go_back(self._rows.live)
        if self.is_open and self._made is None and self._root.runs.info is not None:
            self._ask(self._root.runs.info.architecture.seed)
        self._show_race()

    def _forget(self) -> None:
        self.runs = ()
        self._is_beginning = self._is_over = self._is_joining = False
        self._numbers.clear()
        self._show_race()

    # --- frames

    def move(self, now_s: float) -> bool:
        """Move the layer on its way."""
        if not self.is_open:
            return False
        if self._position != self._target:
            passed_s = 0.0 if self._moved_s is None else min(0.1, now_s - self._moved_s)
            way = self._target - self._position
            by = min(abs(way), passed_s / STAGE_S)
            self._position = self._target if by == abs(way) else self._position + (by if way > 0 else -by)
            self._moved_s = now_s
            self.page.show_position(self._position)
        return self._position != self._target or self._dirty

    def has_work(self, now_s: float) -> bool:
        """Whether the table is to be brought up to date."""
        return self._dirty and self.is_open and perf_counter() - self._painted_s >= EVERY_S

    def work(self, budget_ms: float) -> bool:
        """Bring it up to date."""
        if self.has_work(0.0):
            self._show_race()
        return self._dirty and self.is_open

    def _mark_dirty(self) -> None:
        if self.runs and self.is_open:
            self._dirty = True
            self._root.clock.wake()

    # --- the table

    def _show_race(self) -> None:
        if "page" not in self.__dict__ or self._made is None:
            return
        self._dirty, self._painted_s = False, perf_counter()
        state = "ready"
        if self.runs and not self._is_beginning:
            state = "over" if self._is_over else "running" if self._root.store.state.running else "paused"
        numbers = self._numbers
        self.page.race.set_available(not self._root.store.state.is_lost)
        self.page.race.show_settings(numbers.settings(self.runs, self._rows.infos), state)
        self.page.race.show_racers(
            numbers.racers(self._made.starts, self.runs, self._rows.live, self._root.loss.is_before_edit),
            [numbers.shifted.get(run, []) for run in self.runs or (-1,) * 3],
        )
