"""Which edges are on screen: the weights' picture, and left behind by the backward front, the gradient's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import copy

from PySide6.QtGui import QColor, QPainter

from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.steps import take_step
from gui.network.animation.timeline import AnimationState, gradient_front
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_marks import edge_marks, edge_palette
from gui.network.marks.edge_values import OF_SNAPSHOT, OF_UPDATE, ConnectionValues, values_of, weights
from gui.network.marks.mark_types import EdgeMarks
from gui.network.marks.scales import PULSE_KINDS
from gui.network.marks.shown_numbers import ShownNumbers
from gui.network.painting import edge_contents
from gui.network.painting.edge_chooser import EdgeChooser
from gui.network.painting.edge_parts import paint_parts
from gui.network.painting.edge_picture import EdgeContent, EdgePart, EdgePicture
from gui.network.painting.render_context import RenderContext
from gui.network.painting.work_share import WorkShare

DEFAULT_BUDGET = 16
GRADIENT_PHASES = ("backward", "mean", "change")
# What is drawn, and of how many.
Side = tuple[tuple[EdgeMarks, ...], EdgeChoice | None]


class EdgeLayers:
    """The two pictures of edges, kept up to date in portions.

    The first shows the newest weights, or another of the five pictures (`edge_values.PICTURES`). The second shows what
    the gradient's phases need (∂C/∂w of the sample, its mean over the batch, or ΔW), and only while something moves.

    Attributes
    ----------
    picture : str
        Which of the edges' numbers the first picture shows, one of `edge_values.PICTURES`.
    sign : int
        The only sign that is drawn, 1 or -1; 0 where both are.
    budget : int or None
        So many edges are drawn per target neuron; None for all.
    is_moving : bool
        Whether a signal animation or a walkthrough runs, so that the gradient's picture will be needed.
    displayed : Snapshot or None
        Whose example is shown.
    """

    def __init__(self) -> None:
        self.picture, self.sign = "weight", 0
        self.is_moving = False
        self.displayed: Snapshot | None = None
        self._context: RenderContext | None = None
        self.budget: int | None = DEFAULT_BUDGET
        self._newest: Snapshot | None = None
        self._gradient: tuple[str, Array] | None = None
        self._change: Array | None = None
        self._mean_db: Sequence[Array] | None = None
        self._weights = self._other = EdgePicture(1, 1, 1.0, QColor())
        self._chooser = EdgeChooser()
        self._weights_stale = self._other_stale = False
        # What is left of choosing edges, or of putting together what a picture is to show.
        self._steps: Iterator[None] | None = None
        self._share = WorkShare()

    @property
    def context(self) -> RenderContext:
        """What they are drawn by; there is none before the first `reset`."""
        assert self._context is not None
        return self._context

    @property
    def choice(self) -> EdgeChoice | None:
        """The edges of the weights' picture: where pulses travel."""
        return self._chooser.choice

    # --- what is to be shown

    def reset(self, context: RenderContext) -> None:
        """Stand on new ground: size, theme, network."""
        self._context = context
        layout, canvas = context.layout, context.theme.colour("canvas")
        is_held = self._weights.is_held
        self._weights, self._other = (
            EdgePicture(layout.width, layout.height, context.ratio, canvas) for _ in range(2)
        )
        self._weights.is_held = is_held
        self._chooser.reset()
        self._begin_anew()

    def drawn_at(self, context: RenderContext) -> EdgeLayers:
        """The same edges on ground of another ratio, with a life of their own; `work` draws them.

        Pictures that are under way here are left out: the copy has what is seen.
        """
        twin = copy(self)
        twin._context = context
        twin._weights, twin._other = self._weights.drawn_at(context), self._other.drawn_at(context)
        twin._chooser, twin._steps = copy(self._chooser), None
        # Of what is seen they were chosen; else the first choice may be half-way.
        twin._chooser.is_stale = is_of_other = not self.has_picture or self.is_of_other_sample
        twin._weights_stale = is_of_other or not twin._weights.has_work
        twin._other_stale = not twin._other.has_work
        return twin

    def forget(self) -> None:
        """Another network: nothing known is true of it."""
        self._begin_anew()
        self.displayed = self._newest = self._gradient = self._change = None

    def set_budget(self, budget: int | None) -> None:
        """So many edges per target neuron; None for all."""
        self.budget = budget
        self._begin_anew()

    def set_picture(self, picture: str) -> None:
        """Which of the edges' numbers the first picture shows, one of `edge_values.PICTURES`."""
        if picture != self.picture:
            self.set_sign(0)
            self.picture, self._weights_stale = picture, True
            if self._steps is not None:
                self._begin_anew()
            self._learn_scale()

    @property
    def values_shown(self) -> ConnectionValues | None:
        """The numbers of the first picture; None where there are none yet."""
        newest = self._newest
        return None if newest is None else values_of(self.picture, newest, self.displayed or newest)

    def set_sign(self, sign: int) -> None:
        """Draw only the edges of this sign, 1 or -1; 0 for both."""
        if sign != self.sign:
            self.sign = sign
            self._weights_stale = self._other_stale = True

    def sign_of(self, kind: str) -> int:
        """The only sign of this kind that is drawn, or 0: one is hidden where either picture shows the kind chosen."""
        return self.sign if kind == self.picture else 0

    def set_scales_changed(self, learns: bool = False, kinds: Collection[str] | None = None) -> None:
        """The same edges, or those of some `kinds`, have other colours; `learns` them of what is shown."""
        self._weights_stale |= kinds is None or self.picture in kinds
        self._other_stale |= kinds is None or "gradient" in kinds
        if learns and self._newest is not None:
            self.context.scales.update(weights(self._newest).by_group(), "weight", self._newest.update)
            self._learn_scale()

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Choose the edges by this snapshot's example, if it is another one."""
        old, self.displayed = self.displayed, snapshot
        if old is None or not snapshot.example.is_same_sample(old.example):
            self._begin_anew()
        elif snapshot is not old and not self._chooser.follow(snapshot):
            self.choose_again()
        if self.picture in OF_SNAPSHOT and snapshot is not old:
            self._weights_stale = True
        if self._newest is None:
            self.show_weights(snapshot)

    def choose_again(self) -> None:
        """The signal has moved on so far that the edges that carry it are to be chosen anew."""
        self._chooser.is_stale = self._weights_stale = True

    def settle(self) -> None:
        """The training rests: the edges are to be the strongest of the update that is shown, not of an earlier one."""
        if self.displayed is not None and self.displayed.update != self._chooser.update:
            self.choose_again()

    def show_weights(self, snapshot: Snapshot) -> None:
        """Draw this snapshot's weights next."""
        if snapshot is self._newest:
            return
        self._newest = snapshot
        self.set_scales_changed(learns=True, kinds=())
        has_kernels_of_w = self.picture == "signal" and any(self.context.scales.in_ribbons)
        self._weights_stale |= has_kernels_of_w or self.picture not in OF_SNAPSHOT

    def show_gradient(
        self, gradient: Array | None, kind: str, mean_db: Sequence[Array] | None = None
    ) -> None:
        """Draw this gradient of all parameters next, when something moves."""
        old, self._mean_db = self._gradient, mean_db
        if gradient is None:
            self._gradient = None
        elif old is None or old[0] != kind or old[1] is not gradient:
            self._gradient = (kind, gradient)
        else:
            return
        self._other_stale = True

    def mean_delta(self, animation: AnimationState) -> Sequence[Array] | None:
        """The batch's mean δ by layer, which is db, where its mean gradient is drawn, not only asked for."""
        if animation.phase == "mean":
            return self._mean_db
        # Of the update that the edges are of: the newest may be later.
        drawn = self._weights.content
        return (drawn.mean_db or None) if drawn is not None and animation.phase == "rest" else None

    @property
    def followed(self) -> tuple[bool, tuple[str, ...], bool]:
        """Of the mean gradient: whether it was clipped, its penalties; and whether scales are of two networks."""
        clipped, penalties = (
            (n.clip_factor < 1, n.penalties) if (n := self._newest) is not None else (False, ())
        )
        return clipped, penalties, self.context.scales.is_shared_by_lines

    def show_change(self, change: Array | None) -> None:
        """Draw the optimizer's Δθ next, in the gradient's place."""
        if change is not self._change:
            self._change, self._other_stale = change, True

    # --- work

    @property
    def has_work(self) -> bool:
        """Whether a picture is not up to date."""
        if self._newest is None or self.displayed is None:
            return False
        wanted = self.is_moving and (self._gradient or self._change) is not None
        first = self._weights_stale or self._weights.has_work or self._steps is not None
        scales = self.is_moving and self.context.scales.are_owed(PULSE_KINDS)
        return first or scales or (wanted and (self._other_stale or self._other.has_work))

    @property
    def first_picture(self) -> EdgePicture:
        """The picture of the weights, or of another of the edges' numbers."""
        return self._weights

    @property
    def has_picture(self) -> bool:
        """Whether there are edges to show already."""
        return self._weights.image is not None

    @property
    def is_of_other_sample(self) -> bool:
        """Whether the first picture has still what edges carry for another example than the displayed one.

        Of a drawing it is not said: that follows the pen, faster than edges are drawn.
        """
        content, displayed = self._weights.content, self.displayed
        if displayed is None or content is None or content.sample is None:
            return False
        return displayed.example.origin != "drawing" and not displayed.example.is_same_sample(content.sample)

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever a picture does."""
        return self._weights.version, self._other.version

    def work(self, budget_ms: float) -> bool:
        """Draw for about `budget_ms`; True while more is left."""
        for left_ms in self._share.portions(budget_ms, lambda: self.has_work):
            self._do_next(left_ms)
        return self.has_work

    def _do_next(self, budget_ms: float) -> None:
        is_stale = self._chooser.is_stale or self._weights_stale or self._other_stale
        if self._steps is None and self._weights.has_work:
            self._weights.work(budget_ms)
        elif self._steps is None and self._other.has_work and not is_stale:
            self._other.work(budget_ms)
        else:
            self._steps = self._steps or self._next_steps()
            if not take_step(self._steps):
                self._steps = None

    def _next_steps(self) -> Iterator[None]:
        """What is to be done next, in steps."""
        if self._chooser.is_stale and self.displayed is not None:
            return self._chooser.steps(self.displayed, self.context.layout, self.budget)
        if self._weights_stale:
            return self._begin_weights()
        # Of what is to travel: found in the very frame in which it sets out, they would make that late.
        is_owed = self.is_moving and self.context.scales.are_owed(PULSE_KINDS)
        return self.context.scales.finding(PULSE_KINDS) if is_owed else self._begin_other()

    def _begin_anew(self) -> None:
        """Nothing that was under way is of use."""
        self._chooser.is_stale = self._weights_stale = self._other_stale = True
        self._steps = None

    def _learn_scale(self) -> None:
        """The scales of what the last update did; the others are known with every scene and every weights."""
        if self.picture not in OF_UPDATE or self._newest is None:
            return
        if values := self.values_shown:
            self.context.scales.update(values.by_group(), self.picture, self._newest.update)
        else:
            # Else the legend would name the scale of another update.
            self.context.scales.forget(self.picture)

    def _begin_weights(self) -> Iterator[None]:
        newest, displayed, choice = self._newest, self.displayed, self.choice
        assert newest is not None and displayed is not None and choice is not None
        self._weights_stale = False
        # The scale is of these very numbers: newer ones may come before the last step.
        scale_of, of = self.context.scales.of(self.picture), (newest, displayed)
        content = yield from edge_contents.picture_content(
            self.picture, self.sign, *of, choice, self.context.layout, self.budget
        )
        self._begin(self._weights, content, scale_of)

    def _begin_other(self) -> Iterator[None]:
        self._other_stale = False
        change = ("change", self._change) if self._change is not None else None
        kind, vector = change or self._gradient or ("", None)
        assert self._newest is not None and vector is not None
        content = yield from edge_contents.gradient_content(
            kind, self.sign_of(kind), vector, self._newest, self.context.layout, self.budget
        )
        # By now another example may be displayed, whose gradient is not the one that is drawn here.
        of = None if kind == "gradient" else content.update
        self.context.scales.update(content.values.by_group(), kind, of)
        self._begin(self._other, content, self.context.scales.of(kind))

    def _begin(self, picture: EdgePicture, content: EdgeContent, scale_of: Sequence[float]) -> None:
        context, kind = self.context, content.kind

        def make_marks() -> tuple[EdgeMarks, ...]:
            return edge_marks(content.values, kind, content.choice, context.layout, scale_of, context.theme)

        palette = edge_palette(context.theme, kind)
        picture.redraw(make_marks, palette, context.layout.picture, context.layout.clip, content)

    # --- what is on screen

    @property
    def drawn_update(self) -> int:
        """The update whose numbers the first picture shows; -1 before there is one."""
        content = self._weights.content
        return -1 if content is None else content.update

    def on_screen(self, animation: AnimationState) -> Side:
        """The marks and the choice of the picture that matters now; behind a backward front that is the gradient's."""
        return self.sides(animation)[-1]

    def sides(self, animation: AnimationState) -> tuple[tuple[tuple[EdgeMarks, ...], EdgeChoice | None], ...]:
        """What legend and coverage have to explain, from left to right: two pictures while a front is between them."""
        front, other = gradient_front(animation, self.context.layout), self._other.content
        changed = animation.phase == "change" and animation.progress > 0.5
        if changed or animation.phase not in GRADIENT_PHASES or other is None or not self._other.drawn_marks:
            return (self._first_side(),)
        gradient = self._other.drawn_marks, other.choice
        if animation.phase == "backward" and 0 < front < self.context.layout.width:
            return self._first_side(), gradient
        return (gradient,)

    def numbers_on_screen(self, animation: AnimationState) -> ShownNumbers:
        """What ribbons and kernels show beside the edges."""
        first, other, choice = self._weights.content, self._other.content, self.on_screen(animation)[1]
        is_other = other is not None and choice is other.choice and animation.phase != "backward"
        return edge_contents.numbers_shown(first, other if is_other else first)

    def _first_side(self) -> Side:
        content, snapshot = self._weights.content, self.displayed
        if content is None or not self._weights.drawn_marks:
            return (), None
        if content.kind != "weight" or not content.choice.parts or snapshot is None:
            return self._weights.drawn_marks, content.choice
        # The weights' edges stay for a while: the share of the signal that they carry is counted with each snapshot.
        return self._weights.drawn_marks, self._chooser.counted(content.choice, snapshot)

    def parts(self, animation: AnimationState) -> tuple[EdgePart, ...]:
        """Weights left of the backward front, the gradient right of it; ΔW fades into the new weights."""
        layout = self.context.layout
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
        paint_parts(painter, self.parts(animation), self.context, faded)

    def content_at(self, group: int, animation: AnimationState) -> EdgeContent | None:
        """What a group's edges show at this moment, as it is drawn, or else will be; None where nothing is known."""
        drawn = None if self.is_of_other_sample else self._weights.content
        content, other = drawn or self._content_to_come, self._other.content
        if content is not None and other is not None:
            # The backward front has passed all of an edge when it is at the column that the edge comes from.
            is_passed = other.choice.connections[group].source_layer >= animation.gradient_from
            is_changed = animation.phase == "change" and animation.progress > 0.5
            content = other if is_passed and not is_changed else content
        return content if content is not None and content.choice.known else None

    @property
    def _content_to_come(self) -> EdgeContent | None:
        newest, values = self._newest, self.values_shown
        to_come = edge_contents.content_to_come
        return None if newest is None else to_come(self.picture, self.sign, newest, values)
