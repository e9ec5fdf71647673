"""What the view shows at one moment, kept to be drawn again, as large as one likes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPaintDevice, QPainter

from core.engine.snapshot import Snapshot
from gui.network.animation.pulse_animation import Flight
from gui.network.interaction.selection import only_through
from gui.network.marks.mark_types import PulseMarks
from gui.network.painting.composed_frame import StillPicture
from gui.network.painting.edge_layers import Ground
from gui.network.painting.primitives import is_vector
from gui.network.painting.pulse_sprites import PulseSprites


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


class Portrait:
    """A still picture of its own and what travels on it; nothing that happens in the view reaches it.

    Every mark is drawn anew at its ratio, so that it is sharp. The frame of the keyboard and buttons are the view's,
    and not on it.

    Parameters
    ----------
    still : StillPicture
        A twin of the view's own.
    pulses_on : bool
        Whether anything travels.
    cards : sequence of Card
        What lies over it.
    """

    def __init__(self, still: StillPicture, pulses_on: bool, cards: Sequence[Card] = ()) -> None:
        self.still = still
        self.cards = tuple(cards)
        self._pulses_on = pulses_on
        self._flight = Flight()
        self._sprites: PulseSprites | None = None

    def drawn_at(self, ratio: float) -> Portrait:
        """The same in so many pixels a px."""
        return Portrait(self.still.drawn_at(ratio), self._pulses_on, self.cards)

    @property
    def ground(self) -> Ground:
        """Layout, theme, ratio and scales."""
        assert self.still.ground is not None
        return self.still.ground

    @property
    def scene(self) -> Snapshot:
        """Whose numbers neurons, bars and C are."""
        assert self.still.scene is not None
        return self.still.scene

    def show_scene(self, snapshot: Snapshot) -> None:
        """Show another moment of the same network."""
        self.ground.scales.update_scene(snapshot)
        self.still.show_scene(snapshot)

    def work(self, budget_ms: float) -> bool:
        """Draw edges for about so long; True while more is left."""
        return self.still.edges.work(budget_ms)

    @property
    def pulses(self) -> PulseMarks | None:
        """What travels at its moment; None where nothing does."""
        choice = self.still.edges.choice
        if choice is None or not self._pulses_on:
            return None
        pulses = self._flight.at(self.scene, choice, self.ground, self.still.moment)
        isolated = self.still.isolated
        return pulses if pulses is None or isolated is None else only_through(pulses, isolated)

    def image(self) -> QImage:
        """The view's very pixels, where the ratio is the view's; every edge that is still to be drawn is."""
        while self.work(1000.0):
            pass
        image = QImage(self.still.up_to_date())
        if self.pulses is not None or self.cards:
            # The image is shared: the painter takes a copy of its own.
            with painting(image) as painter:
                self._paint_over(painter)
        return image

    def draw_in_steps(self, painter: QPainter) -> Iterator[None]:
        """Draw it once, in steps of a few ms each; where SVG is written, each mark as a shape of its own."""
        yield from self.still.draw_in_steps(painter)
        yield
        self._paint_over(painter)

    def _paint_over(self, painter: QPainter) -> None:
        pulses, ground = self.pulses, self.ground
        if pulses is not None:
            if self._sprites is None:
                self._sprites = PulseSprites(ground.theme, ground.ratio)
            self._sprites.draw(painter, pulses)
        for card in self.cards:
            ratio = math.inf if is_vector(painter) else ground.ratio
            painter.drawImage(QPointF(card.x, card.y), card.at(ratio))


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that ends with the block: one that outlives its device, as after an exception, ends the process."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
