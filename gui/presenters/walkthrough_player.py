"""The walkthrough of one update: its two halves, how it is played, and the words for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.analysis.weight_places import KernelWeight, has_kernels
from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Snapshot
from gui.engine.client import EngineClient
from gui.kernel_page.weight_choice import chosen_weight
from gui.network.animation.timeline import COLLECT_PHASES, Phase, Timeline
from gui.network.animation.walkthrough_captions import outcome, sentence
from gui.network.view import NetworkView

# Just before: less than any frame. A phase that is held at its end is held so long before it, all of it on screen.
EPSILON_S, HOLD_S = 1e-6, 1e-5
# So long a phase lasts at first, for its sentence is to be read. The ways through many layers together take no longer
# than so many phases.
READING_S, ALL_WAYS = 2.0, 20


class WalkthroughPlayer(QObject):
    """Asks for the gradient, then for the update, each when its time has come; plays, stops, and goes phase by phase.

    Attributes
    ----------
    walkthrough : GradientComputed or None
        The first half of the update that is being shown.
    applied : UpdateApplied or None
        Its second half, once it is applied.
    is_wanted : bool
        Whether one walkthrough is to be played to its end although the training rests.
    is_frozen : bool
        Whether it stands still until somebody lets it go on.
    elapsed_s : float
        How far it is, in the timeline's seconds.
    collects : KernelWeight or None
        One of the weights of the kernel that it collects; None where the network has no kernels.
    """

    changed = Signal()
    """It is to be played, held, or shown at another place."""
    nothing_before = Signal()
    """The phase before was asked for, and there is no walkthrough: the last one has ended, or none was begun."""

    no_phase_before = Signal()
    """The phase before was asked for in the first one to which one can go back."""

    collecting = Signal(object)
    """How far the weights of a kernel are collected, from 0 to 1; None when that is over."""

    def __init__(self, view: NetworkView, engine: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._engine = engine
        self.walkthrough: GradientComputed | None = None
        self.applied: UpdateApplied | None = None
        self.is_wanted = self.is_frozen = False
        self.elapsed_s = 0.0
        self.collects: KernelWeight | None = None
        self._is_collecting = False
        self._phase_s = READING_S
        self._is_requested = self._apply_requested = False
        self._timeline: Timeline | None = None
        # Where it will stop by itself; None where it does not.
        self._holds_at_s: float | None = None

    @property
    def is_playing(self) -> bool:
        """Whether it plays to its end by itself, although the training rests."""
        return self.is_wanted and not self.is_frozen

    @property
    def is_led(self) -> bool:
        """Whether it goes on to the end of one phase only, phase by phase, as a key leads it."""
        return self.is_wanted and (self.is_frozen or self._holds_at_s is not None)

    @property
    def first_phase(self) -> str:
        """The phase under way, where none before it can be shown any more; "" elsewhere."""
        if self._timeline is None:
            return ""
        phase = self._timeline.phase_at(self.elapsed_s)
        return phase.name if self._timeline.phases.index(phase) <= self._earliest(self._timeline) else ""

    def _earliest(self, timeline: Timeline) -> int:
        """The first phase to which one can go back: from the change on the old weights are gone."""
        names = [phase.name for phase in timeline.phases]
        return names.index("change") if self._apply_requested else 0

    # --- what the user asks for

    def start(self) -> None:
        """Play one walkthrough to its end; one that stands still goes on."""
        self.is_wanted, self.is_frozen, self._holds_at_s = True, False, None
        if self.walkthrough is None:
            self.request()
        self.changed.emit()

    def toggle(self) -> None:
        """Stop where it is, or go on."""
        self.is_frozen, self._holds_at_s = not self.is_frozen, None
        self.changed.emit()

    def next_phase(self) -> None:
        """On to the next phase, which is held at its end; where no walkthrough is under way, into the first of one."""
        if self._timeline is None:
            self.start()
            self._holds_at_s = 0.0
            return
        self.is_wanted, self.is_frozen = True, False
        self.elapsed_s = self._timeline.phase_at(self.elapsed_s).end_s
        self._hold_at_end_of_phase()
        self.changed.emit()

    def previous_phase(self) -> None:
        """Back to the phase before, held at its end; one that has none before it is held at its own."""
        timeline = self._timeline
        if timeline is None:
            if not self.is_wanted:
                self.nothing_before.emit()
            return
        place = timeline.phases.index(timeline.phase_at(self.elapsed_s))
        is_first = place <= self._earliest(timeline)
        if not (is_first and self.is_frozen):
            self.is_wanted, self.is_frozen = True, False
            if not is_first:
                self.elapsed_s = timeline.phases[place - 1].start_s
            self._hold_at_end_of_phase()
            self.changed.emit()
        if is_first:
            self.no_phase_before.emit()

    def _hold_at_end_of_phase(self) -> None:
        assert self._timeline is not None
        phase = self._timeline.phase_at(self.elapsed_s)
        self._holds_at_s = None if self.elapsed_s >= self._timeline.duration_s else phase.end_s - HOLD_S

    # --- its two halves

    def request(self) -> None:
        """Ask for the first half of the next update, once."""
        if not self._is_requested:
            self._is_requested = True
            self._engine.send(ComputeGradient())

    def forget_request(self) -> None:
        """What was asked for has come, or comes no more."""
        self._is_requested = False

    def open(self, walkthrough: GradientComputed) -> Timeline:
        """Begin to tell this update."""
        self.walkthrough, self.applied, self._apply_requested = walkthrough, None, False
        snapshot = walkthrough.snapshot
        has_some = any(map(has_kernels, snapshot.connections))
        self.collects = chosen_weight(snapshot, self._view.selected_items) if has_some else None
        self._timeline = Timeline.walkthrough(
            len(snapshot.activations), snapshot.trace.has_gradient, self.collects is not None
        )
        self.elapsed_s = 0.0
        if self._holds_at_s is not None:
            self._hold_at_end_of_phase()
        # The training may have been paused before it came: then it is held from its first moment.
        self.changed.emit()
        return self._timeline

    def is_overtaken_by(self, snapshot: Snapshot) -> bool:
        """Whether the update that is told was made without waiting for its change: it will not be applied any more."""
        if self.walkthrough is None or self.applied is not None:
            return False
        ahead = snapshot.update - self.walkthrough.snapshot.update
        # The engine may report the update that was asked for before it has measured what came of it.
        return ahead > (1 if self._apply_requested else 0)

    def close(self) -> UpdateApplied | None:
        """Tell no more of it. Returns its second half, where it is applied."""
        applied, self.walkthrough, self.applied, self._timeline = self.applied, None, None, None
        self.is_wanted = self.is_frozen = False
        self._holds_at_s = None
        self._tell_collecting(None)
        self._view.show_walkthrough("")
        self._view.show_change(None)
        self.changed.emit()
        return applied

    # --- its time

    def set_phase_seconds(self, seconds: float) -> None:
        """Let each phase last so long (> 0): from now on, in the midst of one too."""
        self._phase_s = seconds

    def move(self, passed_s: float, running: bool) -> bool:
        """Let so many seconds pass, where it is played or the training runs; whether they do."""
        timeline = self._timeline
        assert timeline is not None
        passes = (running or self.is_wanted) and not self.is_frozen
        if passes:
            phase = timeline.phase_at(self.elapsed_s)
            self.elapsed_s += passed_s * phase.duration_s / lasting_s(timeline, phase, self._phase_s)
            if self._holds_at_s is not None and self.elapsed_s >= self._holds_at_s:
                self.elapsed_s, self.is_frozen, self._holds_at_s = self._holds_at_s, True, None
                self.changed.emit()
        self.elapsed_s = self._keep_true(timeline, self.elapsed_s)
        phase = timeline.phase_at(self.elapsed_s)
        self._tell_collecting(phase.progress_at(self.elapsed_s) if phase.name == "collect" else None)
        return passes

    def show_collected(self, progress: float) -> None:
        """Hold the collecting where it is so far, from 0 to 1; where there is none under way nothing happens."""
        if self._timeline is not None and self._is_collecting:
            phase = self._timeline.phase_at(self.elapsed_s)
            within_s = min(progress * phase.duration_s, phase.duration_s - HOLD_S)
            self.elapsed_s, self.is_frozen, self._holds_at_s = phase.start_s + within_s, True, None
            self.changed.emit()
            self._tell_collecting(progress)

    def pass_collecting(self) -> None:
        """On to what follows the collecting, where that is under way and does not stand still."""
        if self._timeline is not None and self._is_collecting and not self.is_frozen:
            self.elapsed_s = self._timeline.phase_at(self.elapsed_s).end_s

    def _tell_collecting(self, progress: float | None) -> None:
        if progress is not None or self._is_collecting:
            self._is_collecting = progress is not None
            self.collecting.emit(progress)

    def _keep_true(self, timeline: Timeline, elapsed_s: float) -> float:
        """The change is shown only once it is applied: ask for it, and wait at that phase. Returns the time to show."""
        assert (walkthrough := self.walkthrough) is not None
        assert (change_at_s := timeline.change_at_s) is not None
        # Just before it: nothing shows that it is applied while it is not.
        shown_s = elapsed_s if self.applied is not None else min(elapsed_s, change_at_s - EPSILON_S)
        if timeline.phase_at(shown_s).name == "mean":
            self._view.show_gradient(walkthrough.mean_gradient, "mean_gradient", walkthrough.mean_db)
        elif not self._apply_requested:
            self._view.show_gradient(walkthrough.snapshot.trace.gradient, "gradient")
        if elapsed_s >= change_at_s - EPSILON_S and not self._apply_requested:
            self._apply_requested = True
            self._engine.send(ApplyUpdate())
        return shown_s

    def sentence(self) -> str:
        """What happens in this phase; at the end, what the update has made of C and of the batch's mean."""
        if self.walkthrough is None or self._timeline is None:
            return ""
        phase = self._timeline.phase_at(self.elapsed_s)
        if self.applied is None or phase.name != "rest":
            return sentence(phase, self.walkthrough.snapshot, True, self.collects)
        return outcome(self.walkthrough, self.applied)


def lasting_s(timeline: Timeline, phase: Phase, phase_s: float = READING_S) -> float:
    """How many seconds a phase lasts: `phase_s`, of which the layers of a deep network have a share each."""
    ways = sum(1 for each in timeline.phases if each.name in ("forward", "backward"))
    if phase.name == "collect":
        return phase_s * COLLECT_PHASES
    is_way = phase.name in ("forward", "backward")
    return phase_s * min(1.0, ALL_WAYS / ways) if is_way else phase_s
