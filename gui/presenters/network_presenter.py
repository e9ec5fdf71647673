"""Brings the training's snapshots to the network view, and decides what moves when.

Between two waves only numbers move. A wave and its neurons belong to one snapshot; where the picture of the
weights is newer, the status bar says so.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Signal, Slot

from core.analysis.neuron_statistics import NeuronActivity
from core.engine.commands import NextTrainingSample
from core.engine.messages import StoryApplied, StoryOpened
from core.engine.snapshot import Snapshot
from gui.app.frame_clock import FrameClock
from gui.engine.client import EngineClient
from gui.network.animation.timeline import Timeline
from gui.network.interaction.hard_example_offer import carries_gradient
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.view import NetworkView
from gui.presenters.snapshot_flow import SnapshotFlow
from gui.presenters.update_watch import UpdateWatch
from gui.presenters.walkthrough_player import WalkthroughPlayer

# The shown example stays at least this long; the weights' picture is renewed about this often.
EXAMPLE_S = 2.0
WEIGHTS_EVERY_S, VALUES_EVERY_S = 0.095, 0.1
# A drawing that has rested this long is followed by a wave.
DRAWING_REST_S = 0.5


class NetworkPresenter(QObject):
    """One concern: what the network view shows at this moment."""

    scene_changed = Signal(object)

    def __init__(
        self,
        view: NetworkView,
        engine: EngineClient,
        clock: FrameClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._engine, self.watch = engine, UpdateWatch(engine)
        self._clock = clock
        self._latest: Snapshot | None = None
        self._scene: Snapshot | None = None
        self._weights_of = (-1, -1)
        self._weights_shown: Snapshot | None = None
        self._digit_asked = False
        self._weights_stand_for = 1
        self._flow = SnapshotFlow(engine)
        self._timeline: Timeline | None = None
        self._elapsed_s = 0.0
        self._last_s: float | None = None
        self._example_since_s = 0.0
        self._weights_since_s = 0.0
        self._values_since_s = 0.0
        self._waves_on = True
        self._running = False
        self._telling = False
        self._player = WalkthroughPlayer(view, engine)
        self._drawing_rests_at_s: float | None = None
        self._needs_paint = False
        clock.add(self)

    # --- what the learner sets

    @property
    def scene(self) -> Snapshot | None:
        """The snapshot whose neurons, bars and C are on screen."""
        return self._scene

    @property
    def latest(self) -> Snapshot | None:
        """The newest snapshot, whose weights are (about to be) on screen."""
        return self._latest

    @property
    def weights_update(self) -> int:
        """The update whose weights the picture of the edges shows."""
        return self._weights_of[1]

    @property
    def weights_stand_for(self) -> int:
        """How many updates were made since the picture before: it is one of so many; 0 for a run's first."""
        return self._weights_stand_for

    @Slot(bool)
    def set_waves(self, on: bool) -> None:
        """Show the signal and the gradient as waves, or only their numbers."""
        self._waves_on = on
        self._view.set_pulses(on)
        if not on and self._player.story is None:
            self._rest()
        self._clock.wake()

    def set_edge_budget(self, budget: int | None) -> None:
        """So many connections of each neuron are drawn; None for all."""
        self._view.set_edge_budget(budget)
        if self._scene is not None:
            self._adopt(self._scene, renew_weights=True)
        self._clock.wake()

    def set_edge_picture(self, picture: str) -> None:
        """Which of the edges' numbers is shown; the last update's are told only while they are."""
        self._view.set_edge_picture(picture)
        self.watch.ask("picture", picture in OF_UPDATE)
        self._clock.wake()

    @Slot(bool)
    def set_running(self, running: bool) -> None:
        """The training runs or rests."""
        self._running = running
        if not running:
            self._player.forget_request()
        self._last_s = None
        self._clock.wake()

    def set_telling(self, telling: bool) -> None:
        """Tell every update as a story, or show a sample of them."""
        if telling == self._telling:
            return
        self._telling = telling
        if not telling and self._player.story is not None:
            self._end_story()
        self._clock.wake()

    @property
    def is_in_story(self) -> bool:
        """Whether an update is being told at this moment."""
        return self._player.story is not None

    @property
    def is_telling(self) -> bool:
        """Whether updates are told as stories."""
        return self._telling

    def tell_one(self) -> None:
        """Tell one update, then rest; a story that was paused is told to its end."""
        self._player.is_wanted = True
        if self._player.story is None:
            self._player.request()
        self._last_s = None
        self._clock.wake()

    # --- what the training tells

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A newer moment; its example may be another one."""
        first = self._latest is None or self._latest.run != snapshot.run
        self._latest = snapshot
        self._flow.count()
        scene = self._scene
        if first:
            self._forget_motion()
            self._adopt(snapshot, renew_weights=True)
        elif scene is not None and not snapshot.example.same_as(scene.example):
            self._show_another_example(snapshot)
        elif scene is not None and snapshot.example.label != scene.example.label:
            if self._player.story is not None:
                self._end_story()
            self._adopt(snapshot)
            self._begin_wave(new_example=False)
        self._clock.wake()

    @Slot(object)
    def open_story(self, story: StoryOpened) -> None:
        """An update begins to be told: its gradient is known, nothing is applied."""
        self._player.forget_request()
        if not (self._telling or self._player.is_wanted):
            # Its gradient is kept by the training, and is simply the next update's.
            return
        self._drawing_rests_at_s = None
        self._latest = story.snapshot
        self._adopt(story.snapshot, renew_weights=True)
        self._timeline = self._player.open(story)
        self._elapsed_s = 0.0
        self._last_s = None
        self._clock.wake()

    @Slot(object)
    def apply_story(self, applied: StoryApplied) -> None:
        """The told update is applied: these are the new weights."""
        self._latest = applied.snapshot
        if self._player.story is None:
            self._adopt(applied.snapshot, renew_weights=True)
        else:
            self._player.applied = applied
            self._view.show_change(applied.change)
            self._show_weights(applied.snapshot, perf_counter())
        self._clock.wake()

    def show_changed(self, snapshot: Snapshot, reordered: bool = False) -> None:
        """Parameters were changed by hand: what moves is of the old ones, and what stands is shown anew."""
        self._player.forget_request()
        if self._player.story is not None:
            self._end_story()
        self._latest = snapshot
        if reordered:
            self._view.show_reordered(snapshot)
        self._adopt(snapshot, renew_weights=True)
        self._rest()
        self._clock.wake()

    @Slot()
    def leave_story(self) -> None:
        """There is nothing more to tell here: the update could not be applied, or it is told elsewhere."""
        self._player.forget_request()
        if self._player.story is not None:
            self._end_story()
        self._player.is_wanted = False
        self._clock.wake()

    @Slot(object)
    def show_activity(self, activity: NeuronActivity) -> None:
        """What the neurons do over the test set: some have a badge now, or none any more."""
        self._view.show_activity(activity)
        self._needs_paint = True
        self._clock.wake()

    # --- frames

    def move(self, now_s: float) -> bool:
        """Show this moment, have it painted if anything changed, then let the next snapshot come."""
        last = self._last_s if self._last_s is not None else now_s
        self._last_s = now_s
        wanted = False
        try:
            if self._timeline is not None:
                wanted = self._move_timeline(now_s - last)
            elif self._scene is not None:
                wanted = self._move_values(now_s)
            if self._latest is not None and now_s - self._weights_since_s >= WEIGHTS_EVERY_S:
                self._renew_weights(now_s)
            if self._needs_paint:
                self._needs_paint = False
                self._view.update_frame()
        finally:
            # Even where a snapshot could not be shown: the next one comes only when it is acknowledged.
            self._flow.acknowledge_when_due(now_s, self._latest, self._wants_each_snapshot)
        return wanted or self._running

    def work(self, budget_ms: float) -> bool:
        """Draw a portion of the next picture of the edges."""
        if not self._view.has_work():
            return False
        self._needs_paint |= not self._view.work(budget_ms)
        return True

    def has_work(self, _now_s: float) -> bool:
        """Whether a picture of the edges is not up to date."""
        return self._view.has_work()

    def _move_timeline(self, passed_s: float) -> bool:
        timeline = self._timeline
        assert timeline is not None
        in_story = self._player.story is not None
        if not in_story or self._running or self._player.is_wanted:
            self._elapsed_s += passed_s
        elif not self._needs_paint:
            return False
        if in_story:
            self._elapsed_s = self._player.keep_true(timeline, self._elapsed_s)
        if self._elapsed_s >= timeline.duration_s:
            self._finish_timeline()
            return True
        self._view.show_moment(timeline.moment(self._elapsed_s, travels=self._waves_on))
        if in_story:
            self._view.show_story(self._player.sentence(timeline, self._elapsed_s))
        self._needs_paint = True
        return True

    def _finish_timeline(self) -> None:
        if self._player.story is not None:
            self._end_story()
            return
        self._rest()
        if self._telling or not (self._running and self._waves_on) or self._latest is None:
            return
        now = perf_counter()
        if now - self._example_since_s >= EXAMPLE_S:
            self._ask_for_a_digit()
        if self._scene is not None and self._scene.example.origin != "train":
            self._adopt(self._latest)
            self._begin_wave(new_example=False)

    def _move_values(self, now_s: float) -> bool:
        assert self._scene is not None and self._latest is not None
        if self._drawing_rests_at_s is not None:
            if now_s < self._drawing_rests_at_s:
                return True
            self._drawing_rests_at_s = None
            if self._waves_on:
                self._begin_wave(new_example=False)
                return True
        if self._telling and self._running:
            self._player.request()
            return True
        if self._latest is not self._scene and now_s - self._values_since_s >= VALUES_EVERY_S:
            self._adopt(self._latest)
        if self._running and now_s - self._example_since_s >= EXAMPLE_S:
            self._ask_for_a_digit()
        return self._latest is not self._scene

    # --- parts

    @property
    def _wants_each_snapshot(self) -> bool:
        # Each is a trace and a copy, taken from the training's time. A drawing's must follow the pen.
        following = self._scene is not None and self._scene.example.origin == "drawing"
        return following or self._digit_asked or not self._running

    def _ask_for_a_digit(self) -> None:
        # Until it is here every snapshot is let through; a chosen digit stays.
        self._digit_asked = self._scene is not None and self._scene.example.origin == "train"
        self._engine.send(NextTrainingSample())

    def _forget_motion(self) -> None:
        """Another run: what was moving belongs to a network that is not on screen any more."""
        self._player.close()
        self._player.forget_request()
        self._drawing_rests_at_s = None
        self._rest()

    def _show_another_example(self, snapshot: Snapshot) -> None:
        drawing = snapshot.example.origin == "drawing"
        if self._player.story is not None:
            self._end_story()
        self._adopt(snapshot)
        if drawing:
            # The bars follow the pen: values at once, a wave only when the pen rests.
            self._timeline = None
            self._view.show_moment(Timeline.rest())
            now = perf_counter()
            self._drawing_rests_at_s = now + DRAWING_REST_S
            # Waiting for the next frame would cost half the time that the eye allows.
            self._needs_paint = False
            self._view.update()
            self._flow.acknowledge(now)
        else:
            self._begin_wave(new_example=True)

    def _begin_wave(self, new_example: bool) -> None:
        assert self._scene is not None
        if not self._waves_on:
            self._rest()
            return
        self._timeline = Timeline.wave(
            len(self._scene.activations), carries_gradient(self._scene), new_example
        )
        self._elapsed_s = 0.0
        self._last_s = None

    def _rest(self) -> None:
        self._timeline = None
        self._view.show_moment(Timeline.rest())
        self._needs_paint = True

    def _end_story(self) -> None:
        """Leave the story. If its update is not applied yet, its gradient is kept: it is simply the next one."""
        applied = self._player.close()
        if applied is not None:
            self._adopt(applied.snapshot, renew_weights=True)
        self._rest()

    def _adopt(self, snapshot: Snapshot, renew_weights: bool = False) -> None:
        """Show the neurons, bars and C of this snapshot."""
        now = perf_counter()
        if self._scene is None or not snapshot.example.same_as(self._scene.example):
            self._example_since_s = now
            self._digit_asked = False
        self._scene = snapshot
        self._values_since_s = now
        self._view.show_scene(snapshot)
        self._view.show_gradient(snapshot.trace.gradient, "gradient")
        if renew_weights:
            self._show_weights(snapshot, now)
        self._needs_paint = True
        self.scene_changed.emit(snapshot)

    def _renew_weights(self, now_s: float) -> None:
        if self._view.has_work() or self._player.story is not None or self._latest is None:
            return
        newer = self._weights_of != (self._latest.run, self._latest.update)
        # When it is asked for, what the last update did is told of the same moment once more.
        told = self._view.edge_picture in OF_UPDATE and self._latest is not self._weights_shown
        if newer or told:
            self._show_weights(self._latest, now_s)

    def _show_weights(self, snapshot: Snapshot, now_s: float) -> None:
        self._view.show_weights(snapshot)
        self._weights_shown = snapshot
        run, update = self._weights_of
        newer = snapshot.run == run and snapshot.update > update
        if (snapshot.run, snapshot.update) != self._weights_of:
            self._weights_stand_for = snapshot.update - update if newer else 0
        self._weights_of = (snapshot.run, snapshot.update)
        self._weights_since_s = now_s
