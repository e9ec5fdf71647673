"""Everything that does not travel, composed into one picture: a frame of a wave is that and the pulses."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from core.analysis.neuron_statistics import NeuronActivity
from core.engine.snapshot import Snapshot
from gui.network.animation.reorder_animation import Glide, can_glide, moved_edges, paint_edges
from gui.network.animation.timeline import Moment, gradient_front
from gui.network.geometry.shapes import Layout
from gui.network.interaction.neuron_values import Edge
from gui.network.interaction.selection import Attended, Neuron, ends_of
from gui.network.marks.mark_types import EdgeMarks, TextMark
from gui.network.marks.text_marks import is_digit
from gui.network.painting.edge_layers import EdgeLayers, Ground
from gui.network.painting.edge_lines import draw_edge_lines
from gui.network.painting.highlighted_edges import paint_isolated
from gui.network.painting.node_layers import NodeLayers, clip_to_content
from gui.network.painting.painter import paint_pointed, to_rect
from gui.network.painting.primitives import is_vector
from gui.network.painting.stale_overlay import Veil, Way

AT_ONCE_MS = 10_000.0
# What an edge that is attended to is wider than it was.
ATTENDED_PX = 1.5
# A large picture is drawn so long at a time, and its edges copied in strips so wide.
STEP_MS = 8.0
STRIP_PX = 256


@dataclass
class Words:
    """The lines of text that others know: what is shown, what happens, its place in L, and a notice."""

    title: str = ""
    story: str = ""
    place: str = ""
    notice: TextMark | None = None


class StillPicture:
    """Edges, input picture, neurons, bars, words and what is isolated, as one image.

    It is composed again only when a part of it has changed.

    Attributes
    ----------
    edges : EdgeLayers
    words : Words
    moment : Moment
        What is shown; change it by `show_moment`.
    """

    def __init__(self) -> None:
        self.edges = EdgeLayers()
        self.words = Words()
        self.moment = Moment()
        self._nodes = NodeLayers()
        self._ground: Ground | None = None
        self._scene: Snapshot | None = None
        self._image: QImage | None = None
        self._nodes_stale = self._stale = True
        self._strip: tuple[float, float] | None = None
        self._edges_version = (0, 0)
        self._explained: tuple[object, ...] = ()
        self._isolated: Neuron | None = None
        self._pins: tuple[Attended, ...] = ()
        self._edge: Edge | None = None
        self._isolated_marks: tuple[EdgeMarks, ...] = ()
        self._veil: Veil | None = None

    @property
    def is_behind(self) -> bool:
        """Whether what is on screen is still of the ground before."""
        return self._veil is not None

    def set_ground(self, ground: Ground, way: Way | None = None) -> None:
        """Draw everything anew on this ground.

        Where a `way` leads there from what is on screen, that stays on screen, moved this way, until the new edges
        are drawn: nobody waits for them, and nothing is seen without them.
        """
        if way is None or self._image is None:
            self._veil = None if way is None else self._veil and self._veil.moved(way)
        else:
            self._veil = Veil(self._image, way)
        self._ground = ground
        self.edges.reset(ground)
        self._nodes.reset(ground)
        self._renew_isolated()
        self._explained = ()
        self._image = None
        self._nodes_stale = self._stale = True

    def drawn_at(self, ratio: float) -> StillPicture:
        """The same picture in so many px a px, with a life of its own: what happens here does not reach it."""
        assert self._ground is not None
        ground = replace(self._ground, ratio=ratio, scales=deepcopy(self._ground.scales))
        twin = StillPicture()
        twin.edges = self.edges.drawn_at(ground)
        twin.words, twin.moment = self.words, self.moment
        twin._ground, twin._scene = ground, self._scene
        twin._nodes.reset(ground)
        twin._nodes.activity = self._nodes.activity
        twin._nodes.tiles_of_example = self._nodes.tiles_of_example
        twin._nodes.favourites = self._nodes.favourites
        twin._isolated, twin._pins, twin._edge = self._isolated, self._pins, self._edge
        twin._isolated_marks = self._isolated_marks
        return twin

    @property
    def ground(self) -> Ground | None:
        """What it is drawn by; None before the first."""
        return self._ground

    @property
    def scene(self) -> Snapshot | None:
        """Whose numbers it shows."""
        return self._scene

    @property
    def nodes(self) -> NodeLayers:
        """What stands on the edges."""
        return self._nodes

    @property
    def isolated(self) -> Neuron | None:
        """The neuron whose edges stand out."""
        return self._isolated

    @property
    def isolated_marks(self) -> tuple[EdgeMarks, ...]:
        """Its edges."""
        return self._isolated_marks

    @property
    def attended(self) -> dict[Neuron, bool]:
        """The neurons that are marked, and whether each is kept."""
        connections = () if self._scene is None else self._scene.connections
        kept = {end: True for pin in self._pins for end in ends_of(pin, connections)}
        now = {} if self._isolated is None else {self._isolated: False}
        if self._edge is not None:
            now |= {end: False for end in ends_of(self._edge, connections)}
        return now | kept

    def show_scene(self, snapshot: Snapshot) -> None:
        """Show this snapshot's example, and its numbers."""
        self._scene = snapshot
        self.edges.show_scene(snapshot)
        self._nodes_stale = True
        self._renew_isolated()

    def show_activity(self, activity: NeuronActivity | None) -> None:
        """Mark neurons that are dead or saturated."""
        self._nodes.activity = activity
        self._nodes_stale = True

    def set_neurons(self, tiles_of_example: bool | None = None, favourites: bool | None = None) -> None:
        """What large neurons show: w or x·w; and whether the favourite classes are written into them."""
        if tiles_of_example is not None:
            self._nodes.tiles_of_example = tiles_of_example
        if favourites is not None:
            self._nodes.favourites = favourites
        self._nodes_stale = True

    def show_words(self, words: Words) -> None:
        """Show these lines."""
        self._nodes_stale |= words != self.words
        self.words = words

    def show_moment(self, moment: Moment) -> None:
        """Show this moment of the motion."""
        old, self.moment = self.moment, moment
        if moment.phase == "forward" and old.phase != "forward":
            self.edges.choose_again()
        self.edges.set_moving(moment.phase != "rest")
        if _known(old) != _known(moment):
            self._nodes_stale = True
        if old.phase != moment.phase or ceil(old.gradient_from) != ceil(moment.gradient_from):
            self._stale = True
            self._renew_isolated()
        elif old.gradient_from != moment.gradient_from and self._ground is not None:
            self._widen_strip(old, moment, self._ground.layout)
        if moment.phase == "change" and old.progress != moment.progress:
            self._stale = True
            self._nodes_stale |= (old.progress > 0.5) != (moment.progress > 0.5)

    def _widen_strip(self, old: Moment, new: Moment, layout: Layout) -> None:
        """Only what the backward front has passed since has changed."""
        fronts = (gradient_front(old, layout), gradient_front(new, layout))
        left, right = self._strip or (layout.width, 0.0)
        self._strip = min(left, *fronts), max(right, *fronts)

    def isolate(
        self, neuron: Neuron | None, pins: tuple[Attended, ...] = (), edge: Edge | None = None
    ) -> None:
        """Let the edges of a neuron and of what is pinned stand out and the rest fade; `edge` is drawn wider."""
        if (neuron, pins, edge) != (self._isolated, self._pins, self._edge):
            self._isolated, self._pins, self._edge = neuron, pins, edge
            self._stale = True
            self._renew_isolated()

    @property
    def is_stale(self) -> bool:
        """Whether something else than what the backward front passes is to be drawn anew."""
        current = self.edges.has_picture and self.edges.version == self._edges_version
        return (
            self._stale or self._nodes_stale or self._image is None or self._veil is not None or not current
        )

    def up_to_date(self) -> QImage:
        """The image, with everything that is known by now."""
        if not self.edges.has_picture:
            if self._veil is not None and self._ground is not None:
                return self._veil.image(self._ground)
            self.edges.work(AT_ONCE_MS)
        self._veil = None
        if self.edges.version != self._edges_version:
            self._edges_version = self.edges.version
            self._stale = True
            self._nodes_stale |= self.edges.mean_delta(self.moment) is not self._nodes.mean_delta
            self._explain()
        if self._nodes_stale:
            self._renew_nodes()
        if self._image is None or self._stale:
            self._image = self._image or self._new_image()
            self._compose(self._image, 0, self._image.width())
        elif self._strip is not None:
            self._compose(self._image, floor(self._strip[0]) - 1, ceil(self._strip[1]) + 1)
        return self._image

    def can_glide(self) -> bool:
        """Whether what is drawn now can be drawn anew in every frame."""
        cells = self._ground is None or any(column.cell for column in self._ground.layout.layers)
        return not cells and not self.is_behind and can_glide(self.edges.on_screen(self.moment)[0])

    def paint_gliding(self, painter: QPainter, glide: Glide) -> None:
        """What is known by now, with the hidden neurons on their way."""
        ground = self._ground
        assert ground is not None
        layout, theme = glide.layout(ground.layout), ground.theme
        area = QRectF(0, 0, layout.width, layout.height)
        painter.setClipRect(area)
        painter.fillRect(area, theme.colour("canvas"))
        marks, _ = self.edges.on_screen(self.moment)
        paint_edges(painter, moved_edges(marks, layout), theme, layout)
        self._nodes.paint_lower(painter)
        self._nodes.paint_gliding(painter, layout)

    def _renew_isolated(self) -> None:
        if self._isolated is None:
            self._isolated_marks = ()
            return
        self._stale = True
        whole = [self._isolated, *((pin[0], pin[1]) for pin in self._pins if len(pin) == 2)]
        marks = [
            mark for neuron in dict.fromkeys(whole) for mark in self.edges.isolated(*neuron, self.moment)
        ]
        # Among its neuron's edges one that is pinned or pointed at is told by its width.
        edges = [pin for pin in self._pins if len(pin) == 3] + ([] if self._edge is None else [self._edge])
        lone = [mark for edge in edges for mark in self.edges.lone(*edge, self.moment)]
        marks += [replace(mark, width=mark.width + ATTENDED_PX) for mark in lone]
        self._isolated_marks = tuple(marks)

    def _explained_now(self) -> tuple[object, ...]:
        """What legend and coverage have to say; newer weights alone rarely change it."""
        marks, choice = self.edges.on_screen(self.moment)
        kind = marks[0].kind if marks else "", self.edges.sign
        return kind, *(f"{m.scale:.1e}" for m in marks), id(choice), self.edges.is_clipped

    def _explain(self) -> None:
        explained = self._explained_now()
        if explained == self._explained:
            return
        # Other kinds of numbers have another strip of colours, in the picture of the nodes.
        self._nodes_stale |= explained[:1] != self._explained[:1]
        self._explained = explained
        assert self._scene is not None
        self._explain_edges(self._scene)
        self._stale = True

    def _explain_edges(self, scene: Snapshot) -> None:
        marks, choice = self.edges.on_screen(self.moment)
        self._nodes.explain(marks, choice, is_digit(scene), self.edges.is_clipped)

    def _know_mean_delta(self) -> None:
        """Rings follow the picture: of the batch's mean gradient they are its mean δ."""
        assert self._ground is not None
        mean = self.edges.mean_delta(self.moment)
        if mean is not None and mean is not self._nodes.mean_delta:
            self._ground.scales.update(mean, "mean_delta")
        self._nodes.mean_delta = mean

    def _renew_nodes(self) -> None:
        assert self._scene is not None
        self._nodes_stale = False
        self._explain()
        words = self.words
        self._nodes.show_words(words.title, words.story, words.place, words.notice)
        self._know_mean_delta()
        if self._nodes.renew(self._scene, self.moment, *self.explained):
            self._stale = True

    @property
    def explained(self) -> tuple[str, int]:
        """The kind of the edges that the legend explains, "" where there are none, and their only sign, or 0."""
        marks, _ = self.edges.on_screen(self.moment)
        kind = marks[0].kind if marks else ""
        return kind, self.edges.sign if kind == self.edges.picture else 0

    def _new_image(self) -> QImage:
        assert self._ground is not None
        ratio, layout = self._ground.ratio, self._ground.layout
        size = QSize(max(1, round(layout.width * ratio)), max(1, round(layout.height * ratio)))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        return image

    def _compose(self, image: QImage, left: int, right: int) -> None:
        """Put all parts together between two x."""
        assert self._ground is not None
        self._stale = False
        self._strip = None
        painter = QPainter(image)
        try:
            painter.setClipRect(QRectF(left, 0, right - left, self._ground.layout.height))
            self.edges.paint(painter, self.moment, faded=self._isolated is not None)
            self._nodes.paint_lower(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            layout = self._ground.layout
            if layout.zoom.scale > 1 and layout.content is not None:
                painter.setClipRect(to_rect(layout.content), Qt.ClipOperation.IntersectClip)
            paint_isolated(painter, self._isolated_marks, self._ground.theme)
            self._nodes.paint_upper(painter)
            self._paint_attended(painter)
        finally:
            painter.end()

    def draw_in_steps(self, painter: QPainter) -> Iterator[None]:
        """Draw all of it once, in steps of a few ms: nothing is kept for a next time, so it may be large."""
        assert self._ground is not None and self._scene is not None
        while not self.edges.has_picture or self.edges.has_work:
            self.edges.work(STEP_MS)
            yield
        words, faded = self.words, self._isolated is not None
        if is_vector(painter):
            yield from draw_edge_lines(painter, self.edges.parts(self.moment), self._ground, faded)
        else:
            yield from self._copy_edges(painter, faded)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._explain_edges(self._scene)
        self._nodes.show_words(words.title, words.story, words.place, words.notice)
        self._nodes.draw_lower(painter, self._scene, self.moment, *self.explained)
        yield
        painter.save()
        clip_to_content(painter, self._ground)
        paint_isolated(painter, self._isolated_marks, self._ground.theme)
        yield
        self._know_mean_delta()
        self._nodes.draw_upper(painter, self._scene, self.moment, self.explained[0])
        self._paint_attended(painter)
        painter.restore()

    def _copy_edges(self, painter: QPainter, faded: bool) -> Iterator[None]:
        assert self._ground is not None
        layout = self._ground.layout
        for left in range(0, ceil(layout.width), STRIP_PX):
            painter.save()
            painter.setClipRect(QRectF(left, 0, min(STRIP_PX, layout.width - left), layout.height))
            self.edges.paint(painter, self.moment, faded)
            painter.restore()
            yield

    def _paint_attended(self, painter: QPainter) -> None:
        for neuron, is_kept in self.attended.items():
            self._paint_pointed(painter, neuron, is_kept)

    def _paint_pointed(self, painter: QPainter, neuron: Neuron, is_kept: bool) -> None:
        assert self._ground is not None
        layer, index = neuron
        column = self._ground.layout.layers[layer]
        place = int(np.searchsorted(column.shown, index))
        if place >= column.shown.size or column.shown[place] != index:
            return
        ring = float(self._nodes.neurons[layer].ring[place])
        x, y = float(column.x[index]), float(column.y[index])
        paint_pointed(painter, x, y, column.radius, ring, self._ground.theme, is_kept)


def _known(moment: Moment) -> tuple[object, ...]:
    """What of a moment the neurons, the bars and the words depend on."""
    return moment.phase, moment.revealed, moment.loss_shown, moment.deltas_from
