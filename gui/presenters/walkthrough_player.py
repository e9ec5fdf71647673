"""The update that is told step by step: its two halves, what is asked for next, and what is said of it."""

from __future__ import annotations

from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.messages import StoryApplied, StoryOpened
from gui.engine.client import EngineClient
from gui.network.animation.timeline import Timeline
from gui.network.animation.walkthrough_captions import outcome, sentence
from gui.network.view import NetworkView

# Just before: less than any frame.
A_MOMENT_S = 1e-6


class WalkthroughPlayer:
    """Asks for the gradient, then for the update, each when its time has come.

    Attributes
    ----------
    story : StoryOpened or None
        The first half of the update that is being told.
    applied : StoryApplied or None
        Its second half, once it is applied.
    is_wanted : bool
        Whether one update is to be told to its end although the training rests.
    """

    def __init__(self, view: NetworkView, engine: EngineClient) -> None:
        self._view = view
        self._engine = engine
        self.story: StoryOpened | None = None
        self.applied: StoryApplied | None = None
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

    def open(self, story: StoryOpened) -> Timeline:
        """Begin to tell this update."""
        self.story, self.applied, self._apply_requested = story, None, False
        return Timeline.story(len(story.snapshot.activations), story.snapshot.trace.has_gradient)

    def close(self) -> StoryApplied | None:
        """Tell no more of it. Returns its second half, where it is applied."""
        applied, self.story, self.applied = self.applied, None, None
        self.is_wanted = False
        self._view.show_story("")
        self._view.show_change(None)
        return applied

    def keep_true(self, timeline: Timeline, elapsed_s: float) -> float:
        """The change is shown only once it is applied: ask for it, and wait at that beat. Returns the time told."""
        assert (story := self.story) is not None
        assert (change_at_s := timeline.change_at_s) is not None
        if timeline.beat(elapsed_s).phase == "mean":
            self._view.show_gradient(story.mean_gradient, "mean_gradient", story.mean_db)
        if elapsed_s >= change_at_s - A_MOMENT_S and not self._apply_requested:
            self._apply_requested = True
            self._engine.send(ApplyUpdate())
        if self.applied is None:
            # Just before it: nothing says or shows that it is applied while it is not.
            return min(elapsed_s, change_at_s - A_MOMENT_S)
        return elapsed_s

    def sentence(self, timeline: Timeline, elapsed_s: float) -> str:
        """What happens in this beat; at the end, what the update has made of C and of the batch's mean."""
        if self.story is None:
            return ""
        beat = timeline.beat(elapsed_s)
        if self.applied is None or beat.phase != "rest":
            return sentence(beat, self.story.snapshot, True)
        return outcome(self.story, self.applied)
