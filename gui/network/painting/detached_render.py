"""What the view shows at one moment, kept to be drawn again, as large as one likes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from core.engine.snapshot import Snapshot
from gui.network.animation.pulse_animation import PulseAnimation
from gui.network.marks.mark_types import PulseMarks
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.painting.primitives import is_vector, painting
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


@dataclass(frozen=True)
class Card:
    """What lies over the picture at (x, y): the same image in several ratios, as it may be wanted later."""

    x: float
    y: float
    images: tuple[QImage, ...]

    def at(self, ratio: float) -> QImage:
        """The image of this ratio, or else the sharpest."""
        alike = (image for image in self.images if image.devicePixelRatio() == ratio)
        return next(alike, max(self.images, key=QImage.devicePixelRatio))


class DetachedRender:
    """A still picture of its own and what travels on it; nothing that happens in the view reaches it.

    Every mark is drawn anew at its ratio, so that it is sharp. The frame of the keyboard and buttons are the view's,
    and not on it.

    Parameters
    ----------
    composed_frame : ComposedFrame
        A twin of the view's own.
    pulses_on : bool
        Whether anything travels.
    cards : sequence of Card
        What lies over it.
    weights : Snapshot or None
        Whose weights it shows; None where no mark shows any, or all that is shown is of one snapshot.
    update_told : int or None
        The update of a walkthrough whose gradient or change its connections show; None where they show none.
    """

    def __init__(
        self,
        composed_frame: ComposedFrame,
        pulses_on: bool,
        cards: Sequence[Card] = (),
        weights: Snapshot | None = None,
        update_told: int | None = None,
    ) -> None:
        self.composed_frame = composed_frame
        # Of the view: here nothing is drawn yet when it is asked for.
        self.weights, self.update_told = weights, update_told
        self.cards = tuple(cards)
        self._pulses_on = pulses_on
        self._pulse_animation = PulseAnimation()

    def drawn_at(self, ratio: float) -> DetachedRender:
        """The same in so many pixels a px."""
        twin = self.composed_frame.drawn_at(ratio)
        return DetachedRender(twin, self._pulses_on, self.cards, self.weights, self.update_told)

    def drawn_in(self, theme: Theme) -> DetachedRender:
        """The same in the colours of this theme, which has the same sizes."""
        twin = self.drawn_at(self.context.ratio)
        twin.composed_frame.set_context(replace(twin.context, theme=theme))
        return twin

    @property
    def context(self) -> RenderContext:
        """Layout, theme, ratio and scales."""
        return self.composed_frame.context

    @property
    def displayed_snapshot(self) -> Snapshot:
        """Whose numbers neurons, bars and C are."""
        return self.composed_frame.displayed_snapshot

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Show another moment of the same network, whose weights are drawn with it where they are shown."""
        self.weights = self.update_told = None
        self.context.scales.update_from_snapshot(snapshot)
        self.composed_frame.show_displayed_snapshot(snapshot)

    def work(self, budget_ms: float) -> bool:
        """Draw edges for about so long; True while more is left."""
        return self.composed_frame.edges.work(budget_ms)

    @property
    def pulses(self) -> PulseMarks | None:
        """What travels at its moment; None where nothing does."""
        return self._pulse_animation.at(self.composed_frame) if self._pulses_on else None

    def image(self) -> QImage:
        """The view's very pixels, where the ratio is the view's; every edge that is still to be drawn is."""
        while self.work(1000.0):
            pass
        image = QImage(self.composed_frame.up_to_date())
        if self.pulses is not None or self.cards:
            # The image is shared: the painter takes a copy of its own.
            with painting(image) as painter:
                self._paint_over(painter)
        return image

    def draw_in_steps(self, painter: QPainter) -> Iterator[None]:
        """Draw it once, in steps of a few ms each; where SVG is written, each mark as a shape of its own."""
        yield from self.composed_frame.draw_in_steps(painter)
        yield
        self._paint_over(painter)

    def _paint_over(self, painter: QPainter) -> None:
        if self._pulses_on:
            self._pulse_animation.paint(painter, self.composed_frame)
        for card in self.cards:
            ratio = math.inf if is_vector(painter) else self.context.ratio
            painter.drawImage(QPointF(card.x, card.y), card.at(ratio))
