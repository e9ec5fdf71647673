"""Brings the training's snapshots to the network view, and decides what moves when.

Between two signal animations only numbers move. A signal animation and its neurons belong to one snapshot; where the
picture of the weights is newer, the status bar shows it.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Signal

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Snapshot
from gui.app.frame_clock import FrameClock, FrameListener
from gui.engine.client import EngineClient
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.interaction.hard_sample_button import carries_gradient
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.view import NetworkView
from gui.presenters.displayed_weights import DisplayedWeights
from gui.presenters.empty_picture import explain_empty_picture
from gui.presenters.settling import Settling
from gui.presenters.snapshot_flow import SnapshotFlow
from gui.presenters.snapshot_on_screen import SnapshotOnScreen
from gui.presenters.walkthrough_player import WalkthroughPlayer

# The displayed sample stays at least this long; the weights' picture is renewed about this often.
EXAMPLE_S, VALUES_EVERY_S = 2.0, 0.1
DRAWING_REST_S = 0.5  # then a signal animation follows


class NetworkPresenter(FrameListener, QObject):
    """One concern: what the network view shows at this moment.

    Attributes
    ----------
    latest : Snapshot or None
        The newest one, whose weights are (about to be) on screen.
    displayed : Snapshot or None
        The one whose neurons, bars and C are on screen; another is told of with the frame that shows it.
    weights : DisplayedWeights
        Whose weights the picture of the edges shows, and for how many updates they stand.
    is_walkthrough_mode : bool
        Whether every update is shown as a walkthrough.
    is_past : bool
        Whether what is shown is of an earlier update.
    on_screen : SnapshotOnScreen
    flow : SnapshotFlow
    player : WalkthroughPlayer
    """

    displayed_snapshot_changed = Signal(object)

    def __init__(
        self, view: NetworkView, engine: EngineClient, clock: FrameClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._clock = view, clock
        self.latest: Snapshot | None = None
        self.on_screen = SnapshotOnScreen(view, self)
        self.on_screen.changed.connect(self.displayed_snapshot_changed)
        self.weights = DisplayedWeights(view)
        self._needs_paint = False
        self.flow = SnapshotFlow(engine)
        self._timeline: Timeline | None = None
        self._elapsed_s = self._example_since_s = self._values_since_s = 0.0
        self._last_s: float | None = None
        self._signal_animation_on = True
        self._running = self.is_walkthrough_mode = self.is_past = False
        self.player = WalkthroughPlayer(view, engine, self)
        self.player.changed.connect(self._on_player_changed)
        self._drawing_rests_at_s: float | None = None
        self._settling = Settling(view, self._want_frame, self)
        clock.add(self)

    @property
    def displayed(self) -> Snapshot | None:
        return self.on_screen.seen

    @property
    def _given(self) -> Snapshot | None:
        return self.on_screen.given

    # --- what the user sets

    def set_signal_animation(self, on: bool) -> None:
        """Show the signal and the gradient as signal animations, or only their numbers."""
        self._signal_animation_on = on
        self._view.set_pulses(on)
        if not on and self.player.walkthrough is None:
            self._rest()
        self._clock.wake()

    def set_edge_budget(self, budget: int | None) -> None:
        """So many connections of each neuron are drawn; None for all."""
        self._view.set_edge_budget(budget)
        if self._given is not None:
            self._adopt(self._given, refresh_weights=True)
        self._clock.wake()

    def set_edge_picture(self, picture: str) -> None:
        """Which of the edges' numbers is shown; the last update's are sent only while they are."""
        self._view.set_edge_picture(picture)
        is_known = self.flow.has_subscribers or picture not in OF_UPDATE
        self.flow.subscribe("picture", picture in OF_UPDATE)
        if is_known:
            # Otherwise the answer is on its way.
            self.say_anew()
        self._clock.wake()

    def set_running(self, running: bool) -> None:
        """The training runs or rests."""
        self._running = running
        if running:
            if not self.is_walkthrough_mode:
                # Updates are made without telling: what was told is of weights that are gone.
                self._end_walkthrough()
            self.say_anew()
        else:
            self.player.forget_request()
            self._settle()
        self._last_s = None
        self._clock.wake()

    def set_walkthrough_mode(self, walkthrough_mode: bool) -> None:
        """Show every update as a walkthrough, or a sample of the updates."""
        if walkthrough_mode != self.is_walkthrough_mode:
            self.is_walkthrough_mode = walkthrough_mode
            if not walkthrough_mode:
                self._end_walkthrough()
            self._clock.wake()

    @property
    def is_in_walkthrough(self) -> bool:
        """Whether a step walkthrough is under way."""
        return self.player.walkthrough is not None

    def _on_player_changed(self) -> None:
        self._last_s = None
        self._want_frame()

    def _want_frame(self) -> None:
        self._needs_paint = True
        self._clock.wake()

    # --- what the training sends

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A newer moment; its example may be another one."""
        first = self.latest is None or self.latest.run != snapshot.run
        self.latest, displayed = snapshot, self._given
        self.flow.count()
        if first:
            self._forget_motion()
            self._adopt(snapshot, refresh_weights=True)
        elif displayed is not None and not snapshot.example.is_same_sample(displayed.example):
            self._show_another_example(snapshot)
        elif displayed is not None and snapshot.example.label != displayed.example.label:
            self._end_walkthrough()
            self._adopt(snapshot)
            self._begin_signal_animation(new_example=False)
        if self.player.is_overtaken_by(snapshot):
            self._end_walkthrough()
            self._adopt(snapshot, refresh_weights=True)
        self._settle()
        self._clock.wake()

    def begin_walkthrough(self, walkthrough: GradientComputed) -> None:
        """A step walkthrough begins: its gradient is computed, nothing is applied."""
        self.player.forget_request()
        if not (self.is_walkthrough_mode or self.player.is_wanted):
            # Its gradient is kept by the training, and is simply the next update's.
            return
        self._drawing_rests_at_s = None
        self.latest = walkthrough.snapshot
        self._adopt(walkthrough.snapshot, refresh_weights=True)
        self._timeline = self.player.open(walkthrough)
        self._elapsed_s, self._last_s = 0.0, None
        self._clock.wake()

    def show_update_applied(self, applied: UpdateApplied) -> None:
        """The update is applied: these are the new weights."""
        self.latest = applied.snapshot
        if self.player.walkthrough is None:
            self._adopt(applied.snapshot, refresh_weights=True)
        else:
            self.player.applied = applied
            self._view.show_change(applied.change)
            self.weights.show(applied.snapshot, perf_counter())
        self._clock.wake()

    def show_changed(self, snapshot: Snapshot, reordered: bool = False) -> None:
        """Parameters were changed by hand: what moves is of the old ones, and what stands is shown anew."""
        self.player.forget_request()
        self._end_walkthrough()
        self.latest = snapshot
        self._adopt(snapshot, refresh_weights=True, reordered=reordered)
        self._rest()
        self.say_anew()
        self._clock.wake()

    def leave_walkthrough(self) -> None:
        """End the walkthrough, one too that is only asked for: no update can be made, or it is exported."""
        self.player.forget_request()
        self._end_walkthrough()
        self.player.close()
        self._clock.wake()

    def show_neuron_statistics(self, statistics: NeuronStatistics | None) -> None:
        """What the neurons do over the test set: some have a badge now, or none any more."""
        self._view.show_neuron_statistics(statistics)
        self._want_frame()

    # --- frames

    def move(self, now_s: float) -> bool:
        """Show this moment, have it painted if anything changed, then let the next snapshot come."""
        last = self._last_s if self._last_s is not None else now_s
        self._last_s = now_s
        wanted, displayed = False, self._given
        try:
            if self._timeline is not None:
                wanted = self._move_timeline(now_s - last)
            elif self._given is not None:
                wanted = self._move_values(now_s)
            if self._given is not displayed:
                # Two renewals in one frame would make it late: after the values the weights have the next one.
                wanted = self.weights.are_next = True
            elif self.latest is not None and self.player.walkthrough is None:
                self.weights.refresh(self.latest, now_s)
            if not self._settling.is_under_way:
                self.on_screen.tell_if_next()
            if self._needs_paint and not self._settling.is_under_way:
                self._needs_paint = self._view.preparation.is_under_way
                self._view.update_frame()
        finally:
            # Even where a snapshot could not be shown: the next one comes only when it is acknowledged.
            all_wanted = not self._running or self.flow.must_follow(self._given)
            self.flow.acknowledge_when_due(now_s, self.latest, all_wanted)
        return wanted or self._running or self.on_screen.is_owed

    def work(self, budget_ms: float) -> bool:
        """Draw a portion of the next picture of the edges; of what stands on them first."""
        if self._view.preparation.work(budget_ms):
            return True
        if not self._view.has_work():
            return False
        self._needs_paint |= not self._view.work(budget_ms)
        return True

    def has_work(self, _now_s: float) -> bool:
        return self._view.preparation.is_under_way or self._view.has_work()

    def _move_timeline(self, passed_s: float) -> bool:
        timeline = self._timeline
        assert timeline is not None
        in_walkthrough = self.player.walkthrough is not None
        if not in_walkthrough:
            self._elapsed_s += 0.0 if self._view.is_behind else passed_s
        else:
            passes = self.player.move(passed_s, self._running)
            self._elapsed_s = self.player.elapsed_s
            if not passes and not self._needs_paint:
                return False
        if self._elapsed_s >= timeline.duration_s:
            self._finish_timeline()
            return True
        self._view.show_animation_state(timeline.state_at(self._elapsed_s, travels=self._signal_animation_on))
        if in_walkthrough:
            self._view.show_walkthrough(self.player.sentence())
        self._needs_paint = True
        return True

    def _finish_timeline(self) -> None:
        if self.player.walkthrough is not None:
            self._end_walkthrough()
            return
        self._rest()
        goes_on = self._running and self._signal_animation_on and not self.is_walkthrough_mode
        if not goes_on or self.latest is None:
            return
        if perf_counter() - self._example_since_s >= EXAMPLE_S:
            self.flow.request_sample(self._given)
        if self._given is not None and not self._given.follows_training:
            self._adopt(self.latest)
            self._begin_signal_animation(new_example=False)

    def _move_values(self, now_s: float) -> bool:
        assert self._given is not None and self.latest is not None
        if self._drawing_rests_at_s is not None:
            if now_s < self._drawing_rests_at_s:
                return True
            self._drawing_rests_at_s = None
            if self._signal_animation_on:
                self._begin_signal_animation(new_example=False)
                return True
        if self.is_walkthrough_mode and self._running:
            self.player.request()
            return True
        # A picture of the edges that is complete is shown by this frame, which is work enough.
        is_free = not self._needs_paint and not self.weights.are_next
        if self.latest is not self._given and is_free and now_s - self._values_since_s >= VALUES_EVERY_S:
            self._adopt(self.latest)
        if self._running and now_s - self._example_since_s >= EXAMPLE_S:
            self.flow.request_sample(self._given)
        return self.latest is not self._given

    # --- parts

    def _settle(self) -> None:
        """Where the training rests, all of the picture is of its last update; what moves of an older one ends."""
        latest, displayed = self.latest, self._given
        if self._running or latest is None or displayed is None or self.player.walkthrough is not None:
            return
        if displayed.update != latest.update:
            self._rest()
        if self._timeline is None and displayed is not latest:
            self._adopt(latest)
        is_newer = self.weights.update != latest.update
        self._view.settle()
        self.weights.refresh(latest, perf_counter(), at_once=True)
        if is_newer:
            self._settling.begin()
        self.say_anew()

    def say_anew(self) -> None:
        """Say under the title why the picture is empty, if it is; of a walkthrough its next frame says the phase."""
        if self.player.walkthrough is None and self.latest is not None:
            explain_empty_picture(self._view, self.latest, not self._running, is_newest=not self.is_past)
        self._want_frame()

    def _forget_motion(self) -> None:
        """Another run: what was moving belongs to a network that is not on screen any more."""
        self.player.close()
        self.player.forget_request()
        self._drawing_rests_at_s = None
        self._rest()

    def _show_another_example(self, snapshot: Snapshot) -> None:
        drawing = snapshot.example.origin == "drawing"
        self._end_walkthrough()
        self._adopt(snapshot)
        if drawing:
            # The bars follow the pen: values at once, a signal animation only when the pen rests.
            self._rest()
            now = perf_counter()
            self._drawing_rests_at_s = now + DRAWING_REST_S
            # Waiting for the next frame would cost half the time that the eye allows.
            self._needs_paint = False
            self.on_screen.tell_if_next()
            self._view.update()
            self.flow.acknowledge(now)
        else:
            self._begin_signal_animation(new_example=True)

    def _begin_signal_animation(self, new_example: bool) -> None:
        assert self._given is not None
        if not self._signal_animation_on:
            self._rest()
            return
        self._timeline = Timeline.signal_animation(
            len(self._given.activations), carries_gradient(self._given), new_example
        )
        self._elapsed_s, self._last_s = 0.0, None

    def _rest(self) -> None:
        self._timeline = None
        self._view.show_animation_state(AnimationState())
        self._needs_paint = True

    def _end_walkthrough(self) -> None:
        """Leave the walkthrough. If its update is not applied yet, its gradient is kept: it is simply the next one."""
        if self.player.walkthrough is None:
            return
        applied = self.player.close()
        if applied is not None:
            self._adopt(applied.snapshot, refresh_weights=True)
        self._rest()

    def _adopt(self, snapshot: Snapshot, refresh_weights: bool = False, reordered: bool = False) -> None:
        """Show the neurons, bars and C of this snapshot."""
        now = perf_counter()
        if self._given is None or not snapshot.example.is_same_sample(self._given.example):
            self._example_since_s = now
            self.flow.is_sample_requested = False
        self._values_since_s = now
        self.on_screen.hold()
        show = self._view.show_permuted if reordered else self._view.show_displayed_snapshot
        show(snapshot)
        self._view.show_gradient(snapshot.trace.gradient, "gradient")
        if refresh_weights:
            self.weights.show(snapshot, now)
            if not self._running and self._view.updatesEnabled():
                self._settling.begin()
        elif self._running and snapshot.example.origin != "drawing" and self.weights.beside is None:
            self._view.prepare()
        self._needs_paint = True
        self.on_screen.give(snapshot)
