"""Which edges are on screen: the weights' picture, and left behind by the backward front, the gradient's."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState, gradient_front
from gui.network.geometry.shapes import Layout
from gui.network.marks.edge_choice import (
    EdgeChoice,
    choose_by_gradient,
    choose_by_signal,
    no_edges,
    only_sign,
    recounted,
)
from gui.network.marks.edge_marks import WIDE_PX, edge_marks, edge_palette
from gui.network.marks.edge_values import OF_SNAPSHOT, OF_UPDATE, ConnectionValues, values_of, weights
from gui.network.marks.mark_types import EdgeMarks
from gui.network.marks.scales import Scales
from gui.network.painting.edge_picture import EdgePicture
from gui.network.painting.highlighted_edges import highlighted_edges, one_edge
from gui.theme.tokens import Theme

DEFAULT_BUDGET = 16
# The edges are chosen anew when they carry less than this part of what they carried when they were chosen.
STILL_CARRIED = 0.95
GRADIENT_PHASES = ("backward", "mean", "change")


@dataclass(frozen=True)
class RenderContext:
    """What everything is drawn by; a new one starts all pictures anew."""

    layout: Layout
    theme: Theme
    ratio: float
    scales: Scales


@dataclass(frozen=True)
class EdgePart:
    """A picture of edges as it is seen from `left` to `right`, covering what is below by `opacity`."""

    picture: EdgePicture
    left: float
    right: float
    opacity: float = 1.0


class EdgeLayers:
    """The two pictures of edges, kept up to date in portions.

    The first shows the newest weights, or another of the five pictures (`edge_values.PICTURES`). The second shows
    what the gradient's phases need: ∂C/∂w of the displayed sample, the batch's mean of it, or the optimizer's ΔW. It is
    only drawn while something moves.
    """

    def __init__(self) -> None:
        self._context: RenderContext | None = None
        self._budget: int | None = DEFAULT_BUDGET
        self._displayed: Snapshot | None = None
        self._newest: Snapshot | None = None
        self._gradient: tuple[str, Array] | None = None
        self._change: Array | None = None
        self._mean_db: Sequence[Array] | None = None
        self._moving = False
        self._picture, self._sign = "weight", 0
        self._weights = EdgePicture()
        # What the first picture draws, where that is not what the signal's pulses travel on.
        self._first_choice: EdgeChoice | None = None
        self._weights_stale = False
        # The update whose numbers the first picture shows, and the next one will.
        self._drawn_update = self._begun_update = -1
        self._choice: EdgeChoice | None = None
        self._chosen_share: float | None = None
        self._choice_stale = False
        self._other = EdgePicture()
        self._other_stale = False
        self._other_choice: EdgeChoice | None = None

    # --- what is to be shown

    def reset(self, context: RenderContext) -> None:
        """Stand on new ground: size, theme, network."""
        self._context = context
        canvas = context.theme.colour("canvas")
        for picture in (self._weights, self._other):
            picture.resize(context.layout.width, context.layout.height, context.ratio, canvas)
            picture.clear()
        self._choice = self._other_choice = self._first_choice = None
        self._choice_stale = self._weights_stale = self._other_stale = True

    def drawn_at(self, context: RenderContext) -> EdgeLayers:
        """The same edges on ground of another ratio, with a life of their own; `work` draws them.

        Pictures that are under way here are left out: the copy has what is seen.
        """
        twin = copy(self)
        twin._context = context
        twin._begun_update = self._drawn_update if self.has_picture else self._begun_update
        twin._weights = self._drawn_picture_at(self._weights, context)
        twin._other = self._drawn_picture_at(self._other, context)
        if twin._weights.has_work:
            twin._choice_stale = twin._weights_stale = False
        if twin._other.has_work:
            twin._other_stale = False
        return twin

    def _drawn_picture_at(self, picture: EdgePicture, context: RenderContext) -> EdgePicture:
        kind = picture.drawn_marks[0].kind if picture.drawn_marks else "weight"
        return picture.drawn_at(context.ratio, edge_palette(context.theme, kind), context.layout.picture)

    def forget(self) -> None:
        """Another network: nothing known is true of it."""
        self._displayed = self._newest = None
        self._gradient = self._change = None

    def set_budget(self, budget: int | None) -> None:
        """So many edges per target neuron; None for all."""
        self._budget = budget
        self._choice_stale = self._weights_stale = self._other_stale = True

    def set_picture(self, picture: str) -> None:
        """Which of the edges' numbers the first picture shows, one of `edge_values.PICTURES`."""
        if picture != self._picture:
            self._picture, self._sign = picture, 0
            self._weights_stale = True
            if self._newest is not None:
                self._learn_scale(self._newest)

    @property
    def picture(self) -> str:
        """Which of the edges' numbers the first picture shows."""
        return self._picture

    @property
    def values_shown(self) -> ConnectionValues | None:
        """The numbers of the first picture; None where there are none yet."""
        return self._values(self._newest) if self._newest is not None else None

    def set_sign(self, sign: int) -> None:
        """Draw only the edges of this sign, 1 or -1; 0 for both."""
        if sign != self._sign:
            self._sign = sign
            self._weights_stale = True

    @property
    def sign(self) -> int:
        """The only sign that is drawn, 1 or -1; 0 where both are."""
        return self._sign

    def set_scales_changed(self) -> None:
        """The same edges have other colours."""
        self._weights_stale = self._other_stale = True

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Choose the edges by this snapshot's example, if it is another one."""
        old = self._displayed
        self._displayed = snapshot
        if old is None or not snapshot.example.is_same_sample(old.example):
            self.choose_again()
        elif self._choice is not None and snapshot is not old:
            self._recount(snapshot)
        if self._picture in OF_SNAPSHOT and snapshot is not old:
            self._weights_stale = True
        if self._newest is None:
            self.show_weights(snapshot)

    def _recount(self, snapshot: Snapshot) -> None:
        """Edges must not blink in and out, so they stay as long as they carry nearly what they were chosen for."""
        assert self._choice is not None
        self._choice = recounted(self._choice, snapshot)
        if (self._choice.share or 0.0) < STILL_CARRIED * (self._chosen_share or 0.0):
            self.choose_again()

    def choose_again(self) -> None:
        """The signal has moved on so far that the edges that carry it are to be chosen anew."""
        self._choice_stale = self._weights_stale = True

    def show_weights(self, snapshot: Snapshot) -> None:
        """Draw this snapshot's weights next."""
        if snapshot is self._newest:
            return
        self._newest = snapshot
        if self._context is not None:
            self._context.scales.update(weights(snapshot).by_group(), "weight")
            self._learn_scale(snapshot)
        self._weights_stale |= self._picture not in OF_SNAPSHOT

    def show_gradient(
        self, gradient: Array | None, kind: str, mean_db: Sequence[Array] | None = None
    ) -> None:
        """Draw this gradient of all parameters next, when something moves."""
        old, self._mean_db = self._gradient, mean_db
        if gradient is None:
            self._gradient = None
        elif old is None or old[0] != kind or old[1] is not gradient:
            self._gradient = (kind, gradient)
            if kind != "gradient":
                self._update_scale(gradient, kind)
        else:
            return
        self._other_stale = True

    def mean_delta(self, animation: AnimationState) -> Sequence[Array] | None:
        """The batch's mean δ by layer, which is db, where its mean gradient is on screen; None elsewhere."""
        if animation.phase == "mean":
            return self._mean_db
        if self._picture == "mean_gradient" and self._newest is not None and animation.phase == "rest":
            return self._newest.mean_db or None
        return None

    @property
    def is_clipped(self) -> bool:
        """Whether the optimizer followed only a part of the mean gradient that is drawn."""
        return self._newest is not None and self._newest.clip_factor < 1

    def show_change(self, change: Array | None) -> None:
        """Draw the optimizer's Δθ next, in the gradient's place."""
        if change is None and self._change is None:
            return
        self._change = change
        if change is not None:
            self._update_scale(change, "change")
        self._other_stale = True

    def _update_scale(self, vector: Array, kind: str) -> None:
        if self._context is not None and self._newest is not None:
            self._context.scales.update([g.values(vector) for g in self._newest.connections], kind)

    def set_moving(self, moving: bool) -> None:
        """Whether a signal animation or a walkthrough runs, so that the gradient's picture will be needed."""
        self._moving = moving

    # --- work

    @property
    def has_work(self) -> bool:
        """Whether a picture is not up to date."""
        if self._context is None or self._newest is None or self._displayed is None:
            return False
        return self._weights_stale or self._weights.has_work or self._other_has_work

    @property
    def has_picture(self) -> bool:
        """Whether there are edges to show already."""
        return self._weights.image is not None

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever a picture does."""
        return self._weights.version, self._other.version

    def work(self, budget_ms: float) -> bool:
        """Draw for about `budget_ms`; True while more is left."""
        deadline = perf_counter() + budget_ms / 1000
        while self.has_work:
            self._do_next((deadline - perf_counter()) * 1000)
            if perf_counter() >= deadline:
                break
        return self.has_work

    @property
    def _other_has_work(self) -> bool:
        wanted = self._moving and (self._gradient is not None or self._change is not None)
        return wanted and (self._other_stale or self._other.has_work)

    def _do_next(self, budget_ms: float) -> None:
        if self._weights.has_work:
            if not self._weights.work(budget_ms):
                self._drawn_update = self._begun_update
        elif self._choice_stale:
            self._choose()
        elif self._weights_stale:
            self._begin_weights()
        elif self._other.has_work and not self._other_stale:
            self._other.work(budget_ms)
        else:
            self._begin_other()

    def _choose(self) -> None:
        assert self._context is not None and self._displayed is not None
        self._choice = choose_by_signal(self._displayed, self._context.layout, self._budget)
        self._chosen_share = self._choice.share
        self._choice_stale = False

    def _learn_scale(self, newest: Snapshot) -> None:
        """The scales of what the last update did; the others are known with every scene and every weights."""
        if self._picture in OF_UPDATE and self._context is not None and (values := self._values(newest)):
            self._context.scales.update(values.by_group(), self._picture)

    def _values(self, newest: Snapshot) -> ConnectionValues | None:
        """The picture's numbers; None where there are none yet."""
        return values_of(self._picture, newest, self._displayed or newest)

    def _begin_weights(self) -> None:
        """Begin the first picture; where there is nothing to show it is empty, and the coverage is 0."""
        assert self._newest is not None and self._choice is not None and self._context is not None
        picture, values = self._picture, self._values(self._newest)
        choice = self._choice
        if values is None:
            values, choice = weights(self._newest), no_edges(choice, picture)
        elif picture not in ("weight", "signal"):
            choice = replace(choose_by_gradient(values, self._context.layout, self._budget), measure=picture)
        if self._sign:
            choice = only_sign(choice, values, self._sign)
        if picture != "weight":
            silent = sum(int(value.size - np.count_nonzero(value)) for value in values.by_group())
            choice = replace(choice, silent=silent if choice.drawn else 0)
        self._first_choice = choice
        shown = self._displayed if picture in OF_SNAPSHOT and self._displayed is not None else self._newest
        self._begun_update = shown.update
        self._begin(self._weights, picture, values, choice)
        self._weights_stale = False

    def _begin_other(self) -> None:
        assert self._context is not None and self._newest is not None
        kind, vector = (
            ("change", self._change) if self._change is not None else (self._gradient or ("", None))
        )
        assert vector is not None
        values = ConnectionValues(self._newest.connections, vector)
        choice = choose_by_gradient(values, self._context.layout, self._budget)
        self._other_choice = replace(choice, measure=kind)
        self._begin(self._other, kind, values, self._other_choice)
        self._other_stale = False

    def _begin(self, picture: EdgePicture, kind: str, values: ConnectionValues, choice: EdgeChoice) -> None:
        context = self._context
        assert context is not None

        def make_marks() -> tuple[EdgeMarks, ...]:
            return edge_marks(values, kind, choice, context.layout, context.scales, context.theme)

        palette = edge_palette(context.theme, kind)
        picture.redraw(make_marks, palette, context.layout.picture, context.layout.clip)

    # --- what is on screen

    @property
    def drawn_update(self) -> int:
        """The update whose numbers the first picture shows; -1 before there is one."""
        return self._drawn_update

    @property
    def choice(self) -> EdgeChoice | None:
        """The edges of the weights' picture: where pulses travel."""
        return self._choice

    def on_screen(self, animation: AnimationState) -> tuple[tuple[EdgeMarks, ...], EdgeChoice | None]:
        """What the legend and the coverage have to explain: the marks of the picture that matters now."""
        changed = animation.phase == "change" and animation.progress > 0.5
        if animation.phase in GRADIENT_PHASES and self._other.drawn_marks and not changed:
            return self._other.drawn_marks, self._other_choice
        if not self._weights.drawn_marks:
            return (), None
        # While the edges stay the same, only the weights' share is counted again.
        counted = self._choice if self._picture == "weight" and not self._sign else self._first_choice
        return self._weights.drawn_marks, counted

    def parts(self, animation: AnimationState) -> tuple[EdgePart, ...]:
        """Weights left of the backward front, the gradient right of it; ΔW fades into the new weights."""
        assert self._context is not None
        layout = self._context.layout
        front = gradient_front(animation, layout) if self._other.image is not None else layout.width
        parts = []
        if front > 0:
            parts.append(EdgePart(self._weights, 0, front))
        if front < layout.width:
            parts.append(EdgePart(self._other, front, layout.width))
        if animation.phase == "change" and front <= 0 and animation.progress > 0:
            parts.append(EdgePart(self._weights, 0, layout.width, animation.progress))
        return tuple(parts)

    def paint(self, painter: QPainter, animation: AnimationState, faded: bool) -> None:
        """What is seen of both pictures at this moment."""
        for part in self.parts(animation):
            painter.setOpacity(part.opacity)
            self._paint_part(painter, part.picture, part.left, part.right, faded)
        painter.setOpacity(1.0)

    def _paint_part(
        self, painter: QPainter, picture: EdgePicture, left: float, right: float, faded: bool
    ) -> None:
        assert self._context is not None
        image = picture.faded() if faded else picture.image
        target = QRectF(left, 0, right - left, self._context.layout.height)
        if image is None:
            painter.fillRect(target, self._context.theme.colour("canvas"))
            return
        # Copied through a clip, pixel by pixel; a part of the image would be scaled, which takes far longer.
        painter.save()
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        painter.drawImage(QPointF(0, 0), image)
        painter.restore()

    def highlighted(self, layer: int, index: int, animation: AnimationState) -> tuple[EdgeMarks, ...]:
        """One neuron's edges, in and out, with the scene's numbers; from pixels without ink there is none."""
        if self._context is None or self._displayed is None:
            return ()
        choice = highlighted_edges(self._displayed, layer, index, self._context.layout)
        return self._at_full_colour(choice, animation)

    def lone(self, group: int, source: int, target: int, animation: AnimationState) -> tuple[EdgeMarks, ...]:
        """One edge, also of a neuron that is collapsed: then from the collapsed group, or to it; none from a pixel
        without ink.
        """
        if self._context is None or self._displayed is None:
            return ()
        return self._at_full_colour(one_edge(self._displayed, group, source, target), animation)

    def _at_full_colour(self, choice: EdgeChoice, animation: AnimationState) -> tuple[EdgeMarks, ...]:
        context, displayed = self._context, self._displayed
        assert context is not None and displayed is not None
        marks = []
        for group, connections in enumerate(choice.connections):
            if not len(choice.edges[group]):
                continue
            kind, values = self._picture, self._values(self._newest or displayed)
            if values is None:
                values = ConnectionValues(displayed.connections, np.zeros_like(displayed.parameters))
            # The backward front has passed all of an edge when it is at the column that the edge comes from.
            if self._gradient is not None and connections.source_layer >= animation.gradient_from:
                kind, values = self._gradient[0], ConnectionValues(displayed.connections, self._gradient[1])
            (of_group,) = edge_marks(
                values, kind, choice, context.layout, context.scales, context.theme, [group]
            )
            # Between two rows of pixels a line of 1 px is half as dark in both, and would miss a contrast of 3.
            width = np.maximum(of_group.width, WIDE_PX * context.theme.line_scale)
            marks.append(replace(of_group, width=width))
        return tuple(marks)
