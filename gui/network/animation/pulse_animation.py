"""The pulses on their way: chosen once for each phase, then only moved."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter

from gui.network.interaction.selection import only_through
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.pulse_marks import moved, pulse_marks
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.painting.painter import to_rect
from gui.network.painting.pulse_sprites import PulseSprites
from gui.theme.tokens import Theme


class PulseAnimation:
    """What travels in the gap of the moment.

    Choosing and sizing the pulses takes longer than all else of a frame, and is the same for all frames of a phase.
    """

    def __init__(self) -> None:
        # What the pulses are of; the references keep the ids from being given to others.
        self._of: tuple[object, ...] = ()
        self._scales: tuple[float, ...] = ()
        self._pulses: PulseMarks | None = None
        self._sprites: PulseSprites | None = None

    def at(self, frame: ComposedFrame) -> PulseMarks | None:
        """The pulses where they are at this moment, of a highlighted neuron only its own; None where nothing moves."""
        choice, context, animation = frame.edges.choice, frame.context, frame.animation
        if choice is None:
            return None
        if animation.phase not in ("forward", "backward"):
            # The scale of what travels is not asked for: at rest it would be found anew of each snapshot, for nothing.
            self._of, self._pulses = (), None
            return None
        snapshot = frame.displayed_snapshot
        of = (snapshot, choice, context, animation.phase, animation.gap)
        scales = context.scales.of("signal" if animation.phase == "forward" else "backpropagated")
        is_other = len(of) != len(self._of) or any(a is not b for a, b in zip(of, self._of, strict=True))
        # The scales may change under way; a group of nothing but zeros has NaN.
        if is_other or not np.array_equal(scales, self._scales, equal_nan=True):
            self._of, self._scales = of, scales
            self._pulses = pulse_marks(snapshot, choice, context.layout, animation, context.scales)
        elif self._pulses is not None:
            self._pulses = moved(self._pulses, animation.progress)
        neuron = frame.highlighted.neuron
        return self._pulses if self._pulses is None or neuron is None else only_through(self._pulses, neuron)

    def follow_look(self, theme: Theme, ratio: float) -> None:
        """Draw the sprites that there are in this theme's colours: early, they take no time from the next frame."""
        if self._sprites is not None and not self._sprites.is_compatible(theme, ratio):
            self._sprites = PulseSprites(theme, ratio)

    def paint(self, painter: QPainter, frame: ComposedFrame) -> None:
        """Draw them over the frame."""
        pulses, context = self.at(frame), frame.context
        if pulses is None:
            return
        self._sprites = self._sprites or PulseSprites(context.theme, context.ratio)
        self.follow_look(context.theme, context.ratio)
        clip = context.layout.clip
        if clip is not None:
            painter.setClipRect(to_rect(clip))
        self._sprites.draw(painter, pulses)
        if clip is not None:
            painter.setClipping(False)
