"""The pulses on their way: chosen once for each beat, then only moved."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import Moment
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.pulse_marks import moved, pulse_marks
from gui.network.painting.edge_layers import Ground


class Flight:
    """What travels in the gap of the moment.

    Choosing and sizing the pulses takes longer than all else of a frame, and is the same for all frames of a beat.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._keep: tuple[object, ...] = ()
        self._pulses: PulseMarks | None = None

    def at(self, snapshot: Snapshot, choice: EdgeChoice, ground: Ground, moment: Moment) -> PulseMarks | None:
        """The pulses where they are at this moment; None where nothing travels."""
        of = (id(snapshot), id(choice), id(ground), moment.phase, moment.gap)
        if of != self._of:
            # The references keep the ids from being given to others.
            self._keep = (snapshot, choice, ground)
            self._of = of
            self._pulses = pulse_marks(snapshot, choice, ground.layout, moment, ground.scales)
        elif self._pulses is not None:
            self._pulses = moved(self._pulses, moment.progress)
        return self._pulses
