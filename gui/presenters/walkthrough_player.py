"""The walkthrough of one update: its two halves, what is requested next, and the words for it."""

from __future__ import annotations

from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.messages import GradientComputed, UpdateApplied
from core.engine.snapshot import Snapshot
from gui.engine.client import EngineClient
from gui.network.animation.timeline import Timeline
from gui.network.animation.walkthrough_captions import outcome, sentence
from gui.network.view import NetworkView

# Just before: less than any frame.
EPSILON_S = 1e-6


class WalkthroughPlayer:
    """Asks for the gradient, then for the update, each when its time has come.

    Attributes
    ----------
    walkthrough : GradientComputed or None
        The first half of the update that is being shown.
    applied : UpdateApplied or None
        Its second half, once it is applied.
    is_wanted : bool
        Whether one walkthrough is to be played to its end although the training rests.
    """

    def __init__(self, view: NetworkView, engine: EngineClient) -> None:
        self._view = view
        self._engine = engine
        self.walkthrough: GradientComputed | None = None
        self.applied: UpdateApplied | None = None
        self.is_wanted = False
        self._is_requested = self._apply_requested = False

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
        return Timeline.walkthrough(
            len(walkthrough.snapshot.activations), walkthrough.snapshot.trace.has_gradient
        )

    def is_overtaken_by(self, snapshot: Snapshot) -> bool:
        """Whether the update that is told was made without waiting for its change: it will not be applied any more."""
        if self.walkthrough is None or self.applied is not None:
            return False
        ahead = snapshot.update - self.walkthrough.snapshot.update
        # The engine may report the update that was asked for before it has measured what came of it.
        return ahead > (1 if self._apply_requested else 0)

    def close(self) -> UpdateApplied | None:
        """Tell no more of it. Returns its second half, where it is applied."""
        applied, self.walkthrough, self.applied = self.applied, None, None
        self.is_wanted = False
        self._view.show_walkthrough("")
        self._view.show_change(None)
        return applied

    def keep_true(self, timeline: Timeline, elapsed_s: float) -> float:
        """The change is shown only once it is applied: ask for it, and wait at that phase. Returns the time to show."""
        assert (walkthrough := self.walkthrough) is not None
        assert (change_at_s := timeline.change_at_s) is not None
        if timeline.phase_at(elapsed_s).name == "mean":
            self._view.show_gradient(walkthrough.mean_gradient, "mean_gradient", walkthrough.mean_db)
        if elapsed_s >= change_at_s - EPSILON_S and not self._apply_requested:
            self._apply_requested = True
            self._engine.send(ApplyUpdate())
        if self.applied is None:
            # Just before it: nothing shows that it is applied while it is not.
            return min(elapsed_s, change_at_s - EPSILON_S)
        return elapsed_s

    def sentence(self, timeline: Timeline, elapsed_s: float) -> str:
        """What happens in this phase; at the end, what the update has made of C and of the batch's mean."""
        if self.walkthrough is None:
            return ""
        phase = timeline.phase_at(elapsed_s)
        if self.applied is None or phase.name != "rest":
            return sentence(phase, self.walkthrough.snapshot, True)
        return outcome(self.walkthrough, self.applied)
