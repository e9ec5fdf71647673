"""Everything that does not move, composed into one image: a frame of a signal animation is that and the pulses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from core.analysis.weight_places import KernelWeight
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.reorder_animation import (
    ReorderAnimation,
    can_animate_reorder,
    clip_to_network,
    moved_edges,
    paint_edges,
)
from gui.network.animation.timeline import AnimationState, gaps_passed, gradient_front
from gui.network.interaction.neuron_values import Edge
from gui.network.interaction.selection import Neuron, SelectionItem
from gui.network.marks.edge_legend import LegendSide, legend_key
from gui.network.marks.legend_row import LegendRow
from gui.network.marks.legend_rows import MarksShown, folded_legend, legend_names, legend_rows
from gui.network.marks.mark_types import EdgeMarks, PulseMarks
from gui.network.marks.revealed_marks import LOOKS
from gui.network.marks.scales import OF_EXAMPLE
from gui.network.marks.text_marks import Words, is_digit
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.edge_parts import draw_parts_in_steps
from gui.network.painting.highlighted_edges import Highlight, paint_highlighted, paint_selected
from gui.network.painting.marks_on_screen import marks_on_screen
from gui.network.painting.node_layers import NeuronLook, NodeLayers, clip_to_content
from gui.network.painting.painter import to_rect
from gui.network.painting.preparation import Preparation
from gui.network.painting.primitives import new_image, painting
from gui.network.painting.render_context import RenderContext
from gui.network.painting.stale_overlay import StaleOverlay, overlay_on
from gui.network.painting.weight_painter import paint_weight

AT_ONCE_MS = 10_000.0
STEP_MS = 8.0  # A large picture is drawn so long at a time.


class ComposedFrame:
    """Edges, input picture, neurons, bars, text and what is highlighted, as one image.

    It is composed again only when a part of it has changed.

    Attributes
    ----------
    edges : EdgeLayers
    nodes : NodeLayers or None
        What stands on the edges; None before the first `set_context`.
    look : NeuronLook
        What is seen of the neurons besides their values; change it by `set_look`.
    words : Words
    animation : AnimationState
        What is shown; change it by `show_animation_state`.
    highlighted : Highlight
        What stands out, and its edges; change it by `highlight`.
    legend_sides : tuple of LegendSide
        What the legend on screen explains.
    preparation : Preparation
        While it is under way, what is on screen stays.
    """

    def __init__(self) -> None:
        self.edges, self.look = EdgeLayers(), NeuronLook()
        self.words, self.animation, self.highlighted = Words(), AnimationState(), Highlight()
        self._highlighted_marks: tuple[EdgeMarks, ...] | None = ()
        self._nodes: NodeLayers | None = None
        self._displayed: Snapshot | None = None
        self._image: QImage | None = None
        self._nodes_stale = self._stale = True
        self._strip: tuple[float, float] | None = None
        self._legend_key: tuple[object, ...] = ()
        self.legend_sides: tuple[LegendSide, ...] = ()
        # Of the edges on screen, and what they showed when neurons and arcs were drawn.
        self._edges_version, self._shown_kind = (-1, -1), ""
        self._overlay: StaleOverlay | None = None
        self._mean_delta: Sequence[Array] | None = None
        self.preparation = Preparation(self.up_to_date)

    @property
    def is_behind(self) -> bool:
        """Whether what is on screen is still of the ground or the example before."""
        return self._overlay is not None or self.preparation.keeps_old

    def set_context(self, context: RenderContext, transform: QTransform | None = None) -> None:
        """Draw everything anew on this ground.

        Where a `transform` leads there from what is on screen, that stays on screen, moved this way, until the new
        edges are drawn: nobody waits for them, and nothing is seen without them.
        """
        self.preparation.drop()
        self._overlay = overlay_on(self._image, self._overlay, transform)
        self.edges.reset(context)
        self._nodes = NodeLayers(context, self._nodes.sprites if self._nodes is not None else None)
        self._refresh_highlighted()
        self._legend_key, self._edges_version = (), (-1, -1)
        self._image = None
        self._nodes_stale = self._stale = True

    def drawn_at(self, ratio: float) -> ComposedFrame:
        """The same picture in so many px a px, with a life of its own: what happens here does not reach it."""
        context = replace(self.context, ratio=ratio, scales=self.context.scales.copied())
        twin = ComposedFrame()
        twin.edges = self.edges.drawn_at(context)
        twin._nodes, twin._displayed = NodeLayers(context), self._displayed
        twin.look, twin.words, twin.animation = self.look, self.words.of_kept_picture, self.animation
        twin.highlighted, twin._highlighted_marks = self.highlighted, self.highlighted_marks
        return twin

    @property
    def context(self) -> RenderContext:
        """What it is drawn by; there is none before the first `set_context`."""
        return self.edges.context

    @property
    def displayed_snapshot(self) -> Snapshot:
        """Whose numbers it shows; there is none before the first `show_displayed_snapshot`."""
        assert self._displayed is not None
        return self._displayed

    @property
    def nodes(self) -> NodeLayers:
        """What stands on the edges; there is nothing before the first `set_context`."""
        assert self._nodes is not None
        return self._nodes

    @property
    def selected(self) -> dict[Neuron, bool]:
        """The neurons that have a ring, and whether each is kept."""
        return self.highlighted.selected(() if self._displayed is None else self._displayed.connections)

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Show this snapshot's example, and its numbers."""
        self._displayed = snapshot
        self.preparation.drop()
        self.edges.show_displayed_snapshot(snapshot)
        if self._overlay is None and self._image is not None and self.edges.is_of_other_sample:
            # Its numbers are not seen beside what edges carry for the example before.
            self._overlay = StaleOverlay(self._image, QTransform())
        self._nodes_stale = True
        self._refresh_highlighted()

    def show_look(self, look: NeuronLook) -> None:
        """Show this of the neurons."""
        self.look = look
        self._nodes_stale = True

    def show_other_scales(self, learns: bool = False, kinds: Collection[str] | None = None) -> None:
        """Show the same numbers in the colours and sizes that they have by other scales, or by others of `kinds`."""
        if learns:
            self.context.scales.update_from_snapshot(self.displayed_snapshot)
        self.edges.set_scales_changed(learns, kinds)
        self.nodes.forget_scales()
        self._mean_delta = None
        self._nodes_stale = self._stale = True
        self._refresh_highlighted()

    def show_words(self, words: Words) -> None:
        """Show these lines."""
        self._nodes_stale |= words != self.words
        self.words = words

    def show_animation_state(self, animation: AnimationState) -> None:
        """Show this moment of the motion."""
        old, self.animation = self.animation, animation
        if animation.phase == "forward" and old.phase != "forward":
            self.edges.choose_again()
        self.edges.is_moving = animation.phase != "rest"
        if self._nodes is not None and self._displayed is not None:
            self._stale |= self._nodes.walk.prepare(self._displayed, animation)
        if old.known != animation.known:
            self._nodes_stale = True
        if old.phase != animation.phase or ceil(old.gradient_from) != ceil(animation.gradient_from):
            self._stale = True
            self._refresh_highlighted()
        elif old.gradient_from != animation.gradient_from:
            # Only what the backward front has passed since has changed.
            layout = self.context.layout
            fronts = (gradient_front(old, layout), gradient_front(animation, layout))
            left, right = self._strip or (layout.width, 0.0)
            self._strip = min(left, *fronts), max(right, *fronts)
        if animation.phase == "change" and old.progress != animation.progress:
            self._stale = True
            if (old.progress > 0.5) != (animation.progress > 0.5):
                self._nodes_stale = True
                self._refresh_highlighted()

    def highlight(
        self,
        neuron: Neuron | None,
        pins: tuple[SelectionItem, ...] = (),
        edge: Edge | None = None,
        weight: KernelWeight | None = None,
    ) -> None:
        """Let the edges of a neuron and of what is pinned, or of a weight, stand out; `edge` is drawn wider."""
        highlighted = Highlight(neuron, pins, edge, weight)
        if highlighted != self.highlighted:
            self.preparation.drop()
            self.highlighted, self._stale = highlighted, True
            self._refresh_highlighted()

    @property
    def on_screen(self) -> QImage | None:
        """What stays on screen until another image is made; None before there is one."""
        return self._image if self._overlay is None else self._overlay.image(self.context)

    @property
    def is_stale(self) -> bool:
        """Whether something else than what the backward front passes is to be drawn anew."""
        is_old = self._stale or self._nodes_stale or self._image is None or self._overlay is not None
        return is_old or not self.edges.has_picture or self.edges.version != self._edges_version

    def up_to_date(self) -> QImage:
        """The image, with everything that is known by now, unless that is being prepared."""
        if self.preparation.keeps_old and self._overlay is None and self._image is not None:
            return self._image
        if self.preparation.is_held or not self.edges.has_picture or self.edges.is_of_other_sample:
            if self._overlay is not None:
                return self._overlay.image(self.context)
            self.edges.work(AT_ONCE_MS)
        self._overlay, self.preparation.is_due = None, False
        if self.edges.version != self._edges_version:
            self._edges_version = self.edges.version
            # Rings and arcs follow what the edges show.
            self._stale = self._nodes_stale = True
            self._refresh_highlighted()
        if self._nodes_stale:
            self._refresh_nodes()
        if self._stale:
            self._update_legend()
        if self._image is None or self._stale:
            layout = self.context.layout
            self._image = self._image or new_image(layout.width, layout.height, self.context.ratio)
            self._compose(self._image, 0, ceil(layout.width))
        elif self._strip is not None:
            self._compose(self._image, floor(self._strip[0]) - 1, ceil(self._strip[1]) + 1)
        return self._image

    def prepare(self) -> None:
        """Begin to work out what `up_to_date` is to show, where what is on screen may stay so long."""
        if not (self._overlay or self._image is None or self.highlighted.is_any):
            self.preparation.begin(self._preparing())

    def _preparing(self) -> Iterator[None]:
        yield from self.context.scales.finding(OF_EXAMPLE)
        self._prepare_nodes()
        for moment in (self.animation, *(LOOKS if self.animation.phase == "forward" else ())):
            self.nodes.know_marks(self.displayed_snapshot, moment)
            yield
        self._refresh_nodes()
        yield
        yield from self.nodes.ribbons.drawing(self.legend_kind)
        self._update_legend()

    def can_animate_reorder(self) -> bool:
        """Whether what is drawn now can be drawn anew in every frame."""
        stays = self.is_behind or any(column.cell for column in self.context.layout.layers)
        return not stays and can_animate_reorder(self.edges.on_screen(self.animation)[0])

    def paint_reordering(self, painter: QPainter, reorder_animation: ReorderAnimation) -> None:
        """What is known by now, with the hidden neurons on their way."""
        context = self.context
        layout, theme = reorder_animation.layout(context.layout), context.theme
        area = QRectF(0, 0, layout.width, layout.height)
        painter.setClipRect(area)
        painter.fillRect(area, theme.colour("canvas"))
        marks, _ = self.edges.on_screen(self.animation)
        paint_edges(painter, moved_edges(marks, layout), theme, layout, self.highlighted.is_any)
        self.nodes.paint_lower(painter)
        clip_to_network(painter, layout)
        paint_highlighted(painter, moved_edges(self.highlighted_marks, layout), theme)
        self.nodes.paint_reordering(painter, layout)
        clip_to_network(painter, layout)
        moved = replace(context, layout=layout)
        paint_selected(painter, self.selected, self.nodes.neurons, moved, self.displayed_snapshot)

    @property
    def highlighted_marks(self) -> tuple[EdgeMarks, ...]:
        """The edges that stand out, with the numbers of this moment: made once a picture, not for each change in it."""
        if self._highlighted_marks is None:
            self._highlighted_marks = self.highlighted.marks(self.edges, self.animation)
        return self._highlighted_marks

    def _refresh_highlighted(self) -> None:
        self._stale |= self.highlighted.is_any
        self._highlighted_marks = None

    def _legend_sides(self) -> tuple[LegendSide, ...]:
        """The pictures of edges that are to be explained: those of highlighted neurons in place of the faded ones."""
        shown = [marks for marks in self.highlighted_marks if not marks.outlined]
        followed, ribbons, sides = self.edges.followed, self.nodes.ribbons.beside, []
        sign_of = self.edges.sign_of
        if shown:
            choice = self.edges.sides(self.animation)[-1][1]
            total, blank = self.highlighted.counted(self.displayed_snapshot)
            for kind in dict.fromkeys(marks.kind for marks in shown):
                own, sign = tuple(marks for marks in shown if marks.kind == kind), sign_of(kind)
                sides.append(LegendSide(own, choice, sign, *followed, total, ribbons(kind), blank))
            return tuple(sides)
        for marks, choice in self.edges.sides(self.animation):
            kind = marks[0].kind if marks else ""
            sides.append(LegendSide(marks, choice, sign_of(kind), *followed, 0, ribbons(kind)))
        return tuple(sides)

    def _update_legend(self) -> None:
        sides = self._legend_sides()
        names = legend_names(self._marks_shown(sides))
        key = legend_key(sides, names, gaps_passed(self.animation, self.context.layout))
        if key != self._legend_key:
            self._legend_key, self._stale = key, True
            # What goes past a layer is of the same kind as its edges.
            self._nodes_stale |= self.legend_kind != self._shown_kind
            # They stay: the key has their choices' ids, which must not be given to others.
            self.legend_sides = sides
            self._show_legend(sides, names)

    def _show_legend(self, sides: tuple[LegendSide, ...], names: tuple[str, ...]) -> None:
        layout, digit = self.context.layout, is_digit(self.displayed_snapshot)
        folded = folded_legend(names, layout, self.context.theme, self.words.is_kept)
        self.nodes.update_legend(sides, digit, gaps_passed(self.animation, layout), folded)

    def legend_rows(self, pulses: PulseMarks | None = None) -> tuple[LegendRow, ...]:
        """What explains all marks that are on screen besides the edges' colours; `pulses` is what travels."""
        return legend_rows(self._marks_shown(self._legend_sides(), pulses))

    def _marks_shown(self, sides: tuple[LegendSide, ...], pulses: PulseMarks | None = None) -> MarksShown:
        snapshot, of_batch = self.displayed_snapshot, self._mean_delta is not None
        return marks_on_screen(self.nodes, snapshot, self.context, sides, pulses, of_batch)

    def _prepare_nodes(self) -> None:
        """Say what is shown; rings follow the edges: of the batch's mean gradient they are its mean δ."""
        mean = self.edges.mean_delta(self.animation)
        if mean is not None and mean is not self._mean_delta:
            of = None if self.animation.phase == "rest" else self.displayed_snapshot.update + 1
            self.context.scales.update(mean, "mean_delta", of)
        self._mean_delta = mean
        edges = self.edges.on_screen(self.animation)[0] if self.animation.phase == "rest" else ()
        self.nodes.prepare(self.words, self.look, mean, edges, self.edges.numbers_on_screen(self.animation))

    def _refresh_nodes(self) -> None:
        self._nodes_stale = False
        self._prepare_nodes()
        self._shown_kind = self.legend_kind
        self._stale |= self.nodes.refresh(self.displayed_snapshot, self.animation, self._shown_kind)

    @property
    def legend_kind(self) -> str:
        """The kind of the edges that matter now, "" where there are none."""
        marks, _ = self.edges.on_screen(self.animation)
        return marks[0].kind if marks else ""

    def _compose(self, image: QImage, left: int, right: int) -> None:
        """Put all parts together between two x."""
        context, self._stale, self._strip = self.context, False, None
        with painting(image) as painter:
            painter.setClipRect(QRectF(left, 0, right - left, context.layout.height))
            self.edges.paint(painter, self.animation, faded=self.highlighted.is_any)
            self.nodes.paint_lower(painter, faded=self.highlighted.is_any)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if context.layout.clip is not None:
                painter.setClipRect(to_rect(context.layout.clip), Qt.ClipOperation.IntersectClip)
            paint_highlighted(painter, self.highlighted_marks, context.theme)
            self.nodes.paint_upper(painter)
            self._paint_selected(painter)

    def _paint_selected(self, painter: QPainter) -> None:
        context, snapshot, nodes = self.context, self.displayed_snapshot, self.nodes
        paint_selected(painter, self.selected, nodes.neurons, context, snapshot)
        paint_weight(painter, self.highlighted.weight, nodes.ribbons.kernels, context, snapshot)

    def draw_in_steps(self, painter: QPainter) -> Iterator[None]:
        """Draw all of it once, in steps of a few ms: nothing is kept for a next time, so it may be large."""
        context, snapshot, nodes = self.context, self.displayed_snapshot, self.nodes
        while not self.edges.has_picture or self.edges.has_work:
            self.edges.work(STEP_MS)
            yield
        faded = self.highlighted.is_any
        yield from draw_parts_in_steps(painter, self.edges.parts(self.animation), context, faded)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._prepare_nodes()
        nodes.prepare_upper(snapshot, self.animation, self.legend_kind)
        sides = self._legend_sides()
        self._show_legend(sides, legend_names(self._marks_shown(sides)))
        nodes.draw_lower(painter, snapshot, self.animation, faded)
        yield
        painter.save()
        clip_to_content(painter, context)
        paint_highlighted(painter, self.highlighted_marks, context.theme)
        yield
        nodes.draw_upper(painter)
        self._paint_selected(painter)
        painter.restore()
