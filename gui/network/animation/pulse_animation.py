"""The pulses on their way: chosen once for each phase, then only moved."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.pulse_marks import moved, pulse_marks
from gui.network.painting.edge_layers import RenderContext


class PulseAnimation:
    """What travels in the gap of the moment.

    Choosing and sizing the pulses takes longer than all else of a frame, and is the same for all frames of a phase.
    """

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._displayed_snapshot: tuple[object, ...] = ()
        self._pulses: PulseMarks | None = None

    def at(
        self, snapshot: Snapshot, choice: EdgeChoice, context: RenderContext, animation: AnimationState
    ) -> PulseMarks | None:
        """The pulses where they are at this moment; None where nothing travels."""
        of = (id(snapshot), id(choice), id(context), animation.phase, animation.gap)
        if of != self._key:
            # The references keep the ids from being given to others.
            self._displayed_snapshot = (snapshot, choice, context)
            self._key = of
            self._pulses = pulse_marks(snapshot, choice, context.layout, animation, context.scales)
        elif self._pulses is not None:
            self._pulses = moved(self._pulses, animation.progress)
        return self._pulses
