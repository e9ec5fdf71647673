"""Everything that does not move, composed into one image: a frame of a signal animation is that and the pulses."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.snapshot import Snapshot
from gui.network.animation.reorder_animation import (
    ReorderAnimation,
    can_animate_reorder,
    moved_edges,
    paint_edges,
)
from gui.network.animation.timeline import AnimationState, gradient_front
from gui.network.geometry.shapes import Layout
from gui.network.interaction.neuron_values import Edge
from gui.network.interaction.selection import Neuron, SelectionItem, ends_of
from gui.network.marks.mark_types import EdgeMarks, TextMark
from gui.network.marks.text_marks import is_digit
from gui.network.painting.edge_layers import EdgeLayers, RenderContext
from gui.network.painting.edge_lines import draw_edge_lines
from gui.network.painting.highlighted_edges import paint_highlighted
from gui.network.painting.node_layers import NodeLayers, clip_to_content
from gui.network.painting.painter import paint_hovered, to_rect
from gui.network.painting.primitives import is_vector, new_image, painting
from gui.network.painting.stale_overlay import StaleOverlay

AT_ONCE_MS = 10_000.0
# What an edge that is selected is wider than it was.
SELECTED_PX = 1.5
# A large picture is drawn so long at a time, and its edges copied in strips so wide.
STEP_MS = 8.0
STRIP_PX = 256


@dataclass
class Words:
    """The lines of text that others know: what is shown, what happens, its place in L, and a notice."""

    title: str = ""
    walkthrough: str = ""
    place: str = ""
    notice: TextMark | None = None


class ComposedFrame:
    """Edges, input picture, neurons, bars, text and what is highlighted, as one image.

    It is composed again only when a part of it has changed.

    Attributes
    ----------
    edges : EdgeLayers
    words : Words
    animation : Moment
        What is shown; change it by `show_animation_state`.
    """

    def __init__(self) -> None:
        self.edges = EdgeLayers()
        self.words = Words()
        self.animation = AnimationState()
        self._nodes = NodeLayers()
        self._context: RenderContext | None = None
        self._displayed: Snapshot | None = None
        self._image: QImage | None = None
        self._nodes_stale = self._stale = True
        self._strip: tuple[float, float] | None = None
        self._edges_version = (0, 0)
        self._legend_key: tuple[object, ...] = ()
        self._highlighted: Neuron | None = None
        self._pins: tuple[SelectionItem, ...] = ()
        self._edge: Edge | None = None
        self._highlighted_marks: tuple[EdgeMarks, ...] = ()
        self._overlay: StaleOverlay | None = None

    @property
    def is_behind(self) -> bool:
        """Whether what is on screen is still of the ground before."""
        return self._overlay is not None

    def set_context(self, context: RenderContext, transform: QTransform | None = None) -> None:
        """Draw everything anew on this ground.

        Where a `transform` leads there from what is on screen, that stays on screen, moved this way, until the new
        edges are drawn: nobody waits for them, and nothing is seen without them.
        """
        if transform is None or self._image is None:
            self._overlay = None if transform is None else self._overlay and self._overlay.moved(transform)
        else:
            self._overlay = StaleOverlay(self._image, transform)
        self._context = context
        self.edges.reset(context)
        self._nodes.reset(context)
        self._refresh_highlighted()
        self._legend_key = ()
        self._image = None
        self._nodes_stale = self._stale = True

    def drawn_at(self, ratio: float) -> ComposedFrame:
        """The same picture in so many px a px, with a life of its own: what happens here does not reach it."""
        assert self._context is not None
        context = replace(self._context, ratio=ratio, scales=deepcopy(self._context.scales))
        twin = ComposedFrame()
        twin.edges = self.edges.drawn_at(context)
        twin.words, twin.animation = self.words, self.animation
        twin._context, twin._displayed = context, self._displayed
        twin._nodes.reset(context)
        twin._nodes.statistics = self._nodes.statistics
        twin._nodes.tiles_of_example = self._nodes.tiles_of_example
        twin._nodes.preferred_classes = self._nodes.preferred_classes
        twin._highlighted, twin._pins, twin._edge = self._highlighted, self._pins, self._edge
        twin._highlighted_marks = self._highlighted_marks
        return twin

    @property
    def context(self) -> RenderContext | None:
        """What it is drawn by; None before the first."""
        return self._context

    @property
    def displayed_snapshot(self) -> Snapshot | None:
        """Whose numbers it shows."""
        return self._displayed

    @property
    def nodes(self) -> NodeLayers:
        """What stands on the edges."""
        return self._nodes

    @property
    def highlighted(self) -> Neuron | None:
        """The neuron whose edges stand out."""
        return self._highlighted

    @property
    def highlighted_marks(self) -> tuple[EdgeMarks, ...]:
        """Its edges."""
        return self._highlighted_marks

    @property
    def selected(self) -> dict[Neuron, bool]:
        """The neurons that are marked, and whether each is kept."""
        connections = () if self._displayed is None else self._displayed.connections
        kept = {end: True for pin in self._pins for end in ends_of(pin, connections)}
        now = {} if self._highlighted is None else {self._highlighted: False}
        if self._edge is not None:
            now |= {end: False for end in ends_of(self._edge, connections)}
        return now | kept

    def show_displayed_snapshot(self, snapshot: Snapshot) -> None:
        """Show this snapshot's example, and its numbers."""
        self._displayed = snapshot
        self.edges.show_displayed_snapshot(snapshot)
        self._nodes_stale = True
        self._refresh_highlighted()

    def show_neuron_statistics(self, statistics: NeuronStatistics | None) -> None:
        """Mark neurons that are dead or saturated."""
        self._nodes.statistics = statistics
        self._nodes_stale = True

    def set_neurons(
        self, tiles_of_example: bool | None = None, preferred_classes: bool | None = None
    ) -> None:
        """What large neurons show: w or x·w; and whether the preferred classes are written into them."""
        if tiles_of_example is not None:
            self._nodes.tiles_of_example = tiles_of_example
        if preferred_classes is not None:
            self._nodes.preferred_classes = preferred_classes
        self._nodes_stale = True

    def show_words(self, words: Words) -> None:
        """Show these lines."""
        self._nodes_stale |= words != self.words
        self.words = words

    def show_animation_state(self, animation: AnimationState) -> None:
        """Show this moment of the motion."""
        old, self.animation = self.animation, animation
        if animation.phase == "forward" and old.phase != "forward":
            self.edges.choose_again()
        self.edges.set_moving(animation.phase != "rest")
        if _known(old) != _known(animation):
            self._nodes_stale = True
        if old.phase != animation.phase or ceil(old.gradient_from) != ceil(animation.gradient_from):
            self._stale = True
            self._refresh_highlighted()
        elif old.gradient_from != animation.gradient_from and self._context is not None:
            self._widen_strip(old, animation, self._context.layout)
        if animation.phase == "change" and old.progress != animation.progress:
            self._stale = True
            self._nodes_stale |= (old.progress > 0.5) != (animation.progress > 0.5)

    def _widen_strip(self, old: AnimationState, new: AnimationState, layout: Layout) -> None:
        """Only what the backward front has passed since has changed."""
        fronts = (gradient_front(old, layout), gradient_front(new, layout))
        left, right = self._strip or (layout.width, 0.0)
        self._strip = min(left, *fronts), max(right, *fronts)

    def highlight(
        self, neuron: Neuron | None, pins: tuple[SelectionItem, ...] = (), edge: Edge | None = None
    ) -> None:
        """Let the edges of a neuron and of what is pinned stand out and the rest fade; `edge` is drawn wider."""
        if (neuron, pins, edge) != (self._highlighted, self._pins, self._edge):
            self._highlighted, self._pins, self._edge = neuron, pins, edge
            self._stale = True
            self._refresh_highlighted()

    @property
    def is_stale(self) -> bool:
        """Whether something else than what the backward front passes is to be drawn anew."""
        current = self.edges.has_picture and self.edges.version == self._edges_version
        return (
            self._stale
            or self._nodes_stale
            or self._image is None
            or self._overlay is not None
            or not current
        )

    def up_to_date(self) -> QImage:
        """The image, with everything that is known by now."""
        if not self.edges.has_picture:
            if self._overlay is not None and self._context is not None:
                return self._overlay.image(self._context)
            self.edges.work(AT_ONCE_MS)
        self._overlay = None
        if self.edges.version != self._edges_version:
            self._edges_version = self.edges.version
            self._stale = True
            self._nodes_stale |= self.edges.mean_delta(self.animation) is not self._nodes.mean_delta
            self._update_legend()
        if self._nodes_stale:
            self._refresh_nodes()
        if self._image is None or self._stale:
            context = self._context
            assert context is not None
            self._image = self._image or new_image(context.layout.width, context.layout.height, context.ratio)
            self._compose(self._image, 0, self._image.width())
        elif self._strip is not None:
            self._compose(self._image, floor(self._strip[0]) - 1, ceil(self._strip[1]) + 1)
        return self._image

    def can_animate_reorder(self) -> bool:
        """Whether what is drawn now can be drawn anew in every frame."""
        cells = self._context is None or any(column.cell for column in self._context.layout.layers)
        return (
            not cells and not self.is_behind and can_animate_reorder(self.edges.on_screen(self.animation)[0])
        )

    def paint_reordering(self, painter: QPainter, reorder_animation: ReorderAnimation) -> None:
        """What is known by now, with the hidden neurons on their way."""
        context = self._context
        assert context is not None
        layout, theme = reorder_animation.layout(context.layout), context.theme
        area = QRectF(0, 0, layout.width, layout.height)
        painter.setClipRect(area)
        painter.fillRect(area, theme.colour("canvas"))
        marks, _ = self.edges.on_screen(self.animation)
        paint_edges(painter, moved_edges(marks, layout), theme, layout)
        self._nodes.paint_lower(painter)
        self._nodes.paint_reordering(painter, layout)

    def _refresh_highlighted(self) -> None:
        if self._highlighted is None:
            self._highlighted_marks = ()
            return
        self._stale = True
        whole = [self._highlighted, *((pin[0], pin[1]) for pin in self._pins if len(pin) == 2)]
        marks = [
            mark
            for neuron in dict.fromkeys(whole)
            for mark in self.edges.highlighted(*neuron, self.animation)
        ]
        # An edge that is pinned or pointed at stands out among its neuron's edges by its width.
        edges = [pin for pin in self._pins if len(pin) == 3] + ([] if self._edge is None else [self._edge])
        lone = [mark for edge in edges for mark in self.edges.lone(*edge, self.animation)]
        marks += [replace(mark, width=mark.width + SELECTED_PX) for mark in lone]
        self._highlighted_marks = tuple(marks)

    def _current_legend_key(self) -> tuple[object, ...]:
        """What legend and coverage depend on; newer weights alone rarely change it."""
        marks, choice = self.edges.on_screen(self.animation)
        kind = marks[0].kind if marks else "", self.edges.sign
        return kind, *(f"{m.scale:.1e}" for m in marks), id(choice), self.edges.is_clipped

    def _update_legend(self) -> None:
        legend_key = self._current_legend_key()
        if legend_key == self._legend_key:
            return
        # Other kinds of numbers have another strip of colours, in the picture of the nodes.
        self._nodes_stale |= legend_key[:1] != self._legend_key[:1]
        self._legend_key = legend_key
        assert self._displayed is not None
        self._update_edge_legend(self._displayed)
        self._stale = True

    def _update_edge_legend(self, displayed: Snapshot) -> None:
        marks, choice = self.edges.on_screen(self.animation)
        self._nodes.update_legend(marks, choice, is_digit(displayed), self.edges.is_clipped)

    def _update_mean_delta(self) -> None:
        """Rings follow the picture: of the batch's mean gradient they are its mean δ."""
        assert self._context is not None
        mean = self.edges.mean_delta(self.animation)
        if mean is not None and mean is not self._nodes.mean_delta:
            self._context.scales.update(mean, "mean_delta")
        self._nodes.mean_delta = mean

    def _refresh_nodes(self) -> None:
        assert self._displayed is not None
        self._nodes_stale = False
        self._update_legend()
        words = self.words
        self._nodes.show_words(words.title, words.walkthrough, words.place, words.notice)
        self._update_mean_delta()
        if self._nodes.refresh(self._displayed, self.animation, *self.legend_kind):
            self._stale = True

    @property
    def legend_kind(self) -> tuple[str, int]:
        """The kind of the edges that the legend explains, "" where there are none, and their only sign, or 0."""
        marks, _ = self.edges.on_screen(self.animation)
        kind = marks[0].kind if marks else ""
        return kind, self.edges.sign if kind == self.edges.picture else 0

    def _compose(self, image: QImage, left: int, right: int) -> None:
        """Put all parts together between two x."""
        assert self._context is not None
        self._stale = False
        self._strip = None
        with painting(image) as painter:
            painter.setClipRect(QRectF(left, 0, right - left, self._context.layout.height))
            self.edges.paint(painter, self.animation, faded=self._highlighted is not None)
            self._nodes.paint_lower(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            clip = self._context.layout.clip
            if clip is not None:
                painter.setClipRect(to_rect(clip), Qt.ClipOperation.IntersectClip)
            paint_highlighted(painter, self._highlighted_marks, self._context.theme)
            self._nodes.paint_upper(painter)
            self._paint_selected(painter)

    def draw_in_steps(self, painter: QPainter) -> Iterator[None]:
        """Draw all of it once, in steps of a few ms: nothing is kept for a next time, so it may be large."""
        assert self._context is not None and self._displayed is not None
        while not self.edges.has_picture or self.edges.has_work:
            self.edges.work(STEP_MS)
            yield
        words, faded = self.words, self._highlighted is not None
        if is_vector(painter):
            yield from draw_edge_lines(painter, self.edges.parts(self.animation), self._context, faded)
        else:
            yield from self._copy_edges(painter, faded)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._update_edge_legend(self._displayed)
        self._nodes.show_words(words.title, words.walkthrough, words.place, words.notice)
        self._nodes.draw_lower(painter, self._displayed, self.animation, *self.legend_kind)
        yield
        painter.save()
        clip_to_content(painter, self._context)
        paint_highlighted(painter, self._highlighted_marks, self._context.theme)
        yield
        self._update_mean_delta()
        self._nodes.draw_upper(painter, self._displayed, self.animation, self.legend_kind[0])
        self._paint_selected(painter)
        painter.restore()

    def _copy_edges(self, painter: QPainter, faded: bool) -> Iterator[None]:
        assert self._context is not None
        layout = self._context.layout
        for left in range(0, ceil(layout.width), STRIP_PX):
            painter.save()
            painter.setClipRect(QRectF(left, 0, min(STRIP_PX, layout.width - left), layout.height))
            self.edges.paint(painter, self.animation, faded)
            painter.restore()
            yield

    def _paint_selected(self, painter: QPainter) -> None:
        for neuron, is_kept in self.selected.items():
            self._paint_hovered(painter, neuron, is_kept)

    def _paint_hovered(self, painter: QPainter, neuron: Neuron, is_kept: bool) -> None:
        assert self._context is not None
        layer, index = neuron
        column = self._context.layout.layers[layer]
        place = int(np.searchsorted(column.shown, index))
        if place >= column.shown.size or column.shown[place] != index:
            return
        ring = float(self._nodes.neurons[layer].ring[place])
        x, y = float(column.x[index]), float(column.y[index])
        paint_hovered(painter, x, y, column.radius, ring, self._context.theme, is_kept)


def _known(animation: AnimationState) -> tuple[object, ...]:
    """What of a moment the neurons, the bars and the words depend on."""
    return animation.phase, animation.revealed, animation.loss_shown, animation.deltas_from
