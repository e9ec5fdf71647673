"""What stands on the edges, as two cached pictures: below what is known of the example, above its values.

What explains the edges changes with every picture of the weights: those few words are a third one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from core.analysis.neuron_statistics import NeuronStatistics
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.reorder_animation import moved_arcs, moved_neurons, moved_tiles
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import line_height
from gui.network.geometry.zoom import position_bars
from gui.network.marks.arc_marks import ArcMarks, arc_marks, paint_arcs
from gui.network.marks.edge_legend import EdgeLegend, LegendSide, edge_legend
from gui.network.marks.edge_marks import legend_colours
from gui.network.marks.input_map import map_marks, paint_map
from gui.network.marks.map_states import has_sign
from gui.network.marks.map_words import map_key, paint_key
from gui.network.marks.mark_types import BarMarks, EdgeMarks, NeuronMarks, TextMark
from gui.network.marks.neuron_marks import bar_marks, target_known
from gui.network.marks.preferred_class_marks import preferred_class_marks
from gui.network.marks.revealed_marks import RevealedMarks
from gui.network.marks.shown_numbers import ShownNumbers
from gui.network.marks.text_marks import Words, bar_text_marks, text_marks
from gui.network.marks.weight_tiles import TileMarks, paint_tiles, tile_marks
from gui.network.marks.written_numbers import WrittenNumbers, are_written, written_numbers
from gui.network.painting.cell_painter import CellPainter
from gui.network.painting.input_picture import InputPicture, input_bytes
from gui.network.painting.map_painter import MapPainter, paint_map_badges
from gui.network.painting.map_walk import MapWalk
from gui.network.painting.neuron_sprites import ROOMY_RADIUS, NeuronSprites
from gui.network.painting.painter import (
    TextPainter,
    paint_badges,
    paint_bars,
    paint_collapsed,
    paint_dropped,
    paint_legend,
    paint_plates,
    paint_tracks,
    to_rect,
)
from gui.network.painting.primitives import TRANSPARENT, new_image, painting_anew
from gui.network.painting.render_context import RenderContext
from gui.network.painting.ribbon_layer import RibbonLayer
from gui.network.painting.signs import paint_signs


@dataclass(frozen=True)
class NeuronLook:
    """What is seen of the neurons besides their values.

    Attributes
    ----------
    statistics : NeuronStatistics or None
        What they do over the test set, as it was measured last: the dead and saturated ones are marked.
    tiles_of_example : bool
        Whether large neurons of the first layer show x·w in place of w.
    preferred_classes : bool
        Whether each has its preferred class written in it.
    """

    statistics: NeuronStatistics | None = None
    tiles_of_example: bool = False
    preferred_classes: bool = False


class NodeLayers:
    """Picture and words below, neurons and bars above; each painted again only when it changes.

    Attributes
    ----------
    neurons : tuple of NeuronMarks
    arcs : tuple of ArcMarks
    ribbons : RibbonLayer
    walk : MapWalk
        What feature maps show of a walkthrough's phase.
    tiles : TileMarks or None
    bars : BarMarks or None
    upper_words : tuple of TextMark
        What the upper picture shows.
    numbers : WrittenNumbers
        Of a small network.
    words : tuple of TextMark
        The words of the lower picture.
    legend : EdgeLegend
        Legend and coverage.

    Parameters
    ----------
    context : RenderContext
    sprites : NeuronSprites or None
        Those of an older context: where they fit this one, too, they are used again.
    """

    def __init__(self, context: RenderContext, sprites: NeuronSprites | None = None) -> None:
        self.neurons: tuple[NeuronMarks, ...] = ()
        self.arcs: tuple[ArcMarks, ...] = ()
        self.tiles: TileMarks | None = None
        self.bars: BarMarks | None = None
        self.words: tuple[TextMark, ...] = ()
        self.upper_words: tuple[TextMark, ...] = ()
        self.numbers = WrittenNumbers()
        self.legend = EdgeLegend()
        self._context = context
        self._texts, self._cells = TextPainter(context.theme), CellPainter(context.theme)
        self._maps = MapPainter(context.theme)
        largest = max(column.radius for column in context.layout.layers)
        if sprites is None or not sprites.is_compatible(context.theme, context.ratio, largest):
            sprites = NeuronSprites(context.theme, context.ratio, largest)
        self.sprites = sprites
        self._given, self._look = Words(), NeuronLook()
        self._mean_delta: Sequence[Array] | None = None
        self._edges: tuple[EdgeMarks, ...] = ()
        self._written: tuple[EdgeMarks, ...] = ()
        self._numbers = ShownNumbers()
        self._input, self.ribbons = InputPicture(context), RibbonLayer(context)
        self.walk = MapWalk(context)
        self._lower: QImage | None = None
        self._upper: QImage | None = None
        self._lower_shows: tuple[object, ...] = ()
        self._upper_shows: tuple[object, ...] = ()
        self._upper_made_of: tuple[object, ...] = ()
        self._legend_image: QImage | None = None
        self._legend_position = QPointF()
        self._snapshot: Snapshot | None = None
        # The lower picture's words, and of what.
        self._shown_words: tuple[Snapshot, NeuronStatistics | None, object, tuple[TextMark, ...]] | None
        self._shown_words = None
        self._marks = RevealedMarks()

    def prepare(
        self,
        words: Words,
        look: NeuronLook,
        mean_delta: Sequence[Array] | None,
        edges: tuple[EdgeMarks, ...] = (),
        numbers: ShownNumbers | None = None,
    ) -> None:
        """Take the lines that others know, what is seen of the neurons (with a batch's mean δ: that as rings), the
        edges whose numbers are written where they are few, and what ribbons and kernels show beside the edges.
        """
        if edges is not self._edges:
            # Of more than a few no number is written: then a new picture of the weights leaves the neurons as they are.
            self._edges, self._written = edges, edges if are_written(edges, self._context.layout) else ()
        self._numbers = numbers or ShownNumbers()
        self._given, self._look, self._mean_delta = words, look, mean_delta

    def know_marks(self, snapshot: Snapshot, animation: AnimationState) -> None:
        """Make the neurons' marks of this moment, if they are not made yet, after `prepare`."""
        self._marks.of(snapshot, animation, self._context, self._look.statistics, self._mean_delta)

    def refresh(self, snapshot: Snapshot, animation: AnimationState, kind: str) -> bool:
        """Paint again what shows something else now; True if anything did.

        `kind` is what the edges show, or "".
        """
        lower = self._refresh_lower(snapshot, animation)
        upper = self._refresh_upper(snapshot, animation, kind)
        ribbons = self.ribbons.prepare(snapshot, animation, kind, self._numbers)
        walk = self.walk.prepare(snapshot, animation)
        return lower or upper or ribbons or walk

    def update_legend(
        self,
        sides: Sequence[LegendSide],
        of_digit: bool,
        gradient_from: float = 0.0,
        folded: TextMark | None = None,
    ) -> None:
        """Say what the colours of these edges stand for, and how many of them there are.

        `folded` is the line into which the legend of all other marks is folded.
        """
        context = self._context
        legend = edge_legend(context.layout, context.theme, sides, of_digit, gradient_from)
        if folded is not None:
            legend = replace(legend, texts=(*legend.texts, folded))
        if legend == self.legend and self._legend_image is not None:
            return
        # As a picture of their own: texts take longer to draw than all else of a frame.
        self.legend = legend
        top = floor(context.layout.gaps_y - 2 * line_height("tick", context.theme))
        self._legend_position = QPointF(0, top)
        image = new_image(context.layout.width, context.layout.height - top, context.ratio, TRANSPARENT)
        with painting_anew(image) as painter:
            painter.translate(0, -top)
            self._draw_legend(painter)
        self._legend_image = image

    @property
    def shows_idle(self) -> bool:
        """Whether × or = stands at a neuron or on a map, and can be told there."""
        signed = (marks for marks in self.neurons if has_sign(marks))
        return any(marks.maps is not None or marks.radius >= ROOMY_RADIUS for marks in signed)

    def forget_scales(self) -> None:
        """Neurons, rings and tiles have other colours and sizes: make them anew next time."""
        self._marks, self._upper_shows = RevealedMarks(), ()
        self.walk.forget()

    def _draw_maps(self, painter: QPainter) -> None:
        """Feature maps, below the connections of one of their cells."""
        if any(marks.maps is not None for marks in self.neurons):
            painter.save()
            clip_to_content(painter, self._context)
            self._maps.paint(painter, self.neurons)
            self.walk.paint(painter)
            painter.restore()

    def _draw_legend(self, painter: QPainter) -> None:
        for strip in self.legend.strips:
            colours = legend_colours(self._context.theme, strip.kind, strip.sign, strip.highlighted)
            paint_legend(painter, strip.rect, colours)
        self._texts.draw(painter, self.legend.texts)

    def paint_lower(self, painter: QPainter, faded: bool = False) -> None:
        """Ribbons, `faded` or not; input picture, words, legend, tracks."""
        self.ribbons.paint(painter, faded)
        if self._lower is not None:
            painter.drawImage(QPointF(0, 0), self._lower)
            self._draw_maps(painter)
            if self._legend_image is not None:
                painter.drawImage(self._legend_position, self._legend_image)

    def paint_upper(self, painter: QPainter) -> None:
        """Neurons with their rings, bars with their numbers."""
        if self._upper is not None:
            painter.drawImage(QPointF(0, 0), self._upper)

    def draw_lower(
        self, painter: QPainter, snapshot: Snapshot, animation: AnimationState, faded: bool = False
    ) -> None:
        """What `paint_lower` shows, drawn straight away: for a picture that is made once."""
        self.ribbons.draw(painter, faded)
        words, known_y = self._words_of(snapshot, animation), target_known(snapshot, animation)
        self._draw_lower(painter, snapshot, words, known_y)
        self._draw_maps(painter)
        self._draw_legend(painter)

    def prepare_upper(self, snapshot: Snapshot, animation: AnimationState, kind: str) -> None:
        """Know the marks that `draw_upper` draws."""
        self._update_upper(snapshot, animation, kind)
        self.ribbons.prepare(snapshot, animation, kind, self._numbers)
        self.walk.prepare(snapshot, animation)

    def draw_upper(self, painter: QPainter) -> None:
        """What `paint_upper` shows, drawn straight away, after `prepare_upper`."""
        self._draw_upper(painter)

    def paint_reordering(self, painter: QPainter, layout: Layout) -> None:
        """The upper picture with the neurons where this layout has them; outputs and bars stay."""
        context = self._context
        if self._upper is None:
            return
        neurons = moved_neurons(self.neurons[:-1], layout)
        painter.save()
        clip_to_content(painter, context)
        paint_arcs(painter, moved_arcs(self.arcs, layout), context.theme)
        self.sprites.draw(painter, neurons)
        if self.tiles is not None:
            paint_tiles(painter, moved_tiles(self.tiles, context.layout, layout), context.theme)
        paint_dropped(painter, neurons, context.theme)
        paint_badges(painter, neurons, context.theme)
        paint_signs(painter, neurons, context.theme, self._look.preferred_classes)
        if self._look.preferred_classes and self._snapshot is not None:
            names = preferred_class_marks(self._snapshot, neurons, self._look.statistics, context.theme)
            self._texts.draw(painter, names)
        painter.restore()
        left = context.layout.layers[-1].left
        painter.setClipRect(QRectF(left, 0, context.layout.width - left, context.layout.height))
        painter.drawImage(0, 0, self._upper)

    def _refresh_lower(self, snapshot: Snapshot, animation: AnimationState) -> bool:
        context = self._context
        words = self._words_of(snapshot, animation)
        known_y = target_known(snapshot, animation)
        shows = (words, input_bytes(snapshot), id(snapshot.function_grid), known_y)
        if shows == self._lower_shows:
            return False
        self._lower_shows = shows
        self._lower = self._lower or new_image(
            context.layout.width, context.layout.height, context.ratio, TRANSPARENT
        )
        with painting_anew(self._lower) as painter:
            self._draw_lower(painter, snapshot, words, known_y)
        return True

    def _words_of(self, snapshot: Snapshot, animation: AnimationState) -> tuple[TextMark, ...]:
        layout, theme = self._context.layout, self._context.theme
        # Most frames of a signal animation have the text of the frame before; only a residual layer's head shows when
        # it arrives.
        tells_past = any(snapshot.skips) and any(column.cell is None for column in layout.layers[:-1])
        of = (
            self._given,
            target_known(snapshot, animation),
            animation.loss_shown,
            animation.revealed if tells_past else 0,
        )
        kept, statistics = self._shown_words, self._look.statistics
        if kept is None or kept[0] is not snapshot or kept[1] is not statistics or kept[2] != of:
            words = text_marks(snapshot, layout, animation, theme, self._given, statistics)
            self._shown_words = kept = snapshot, statistics, of, words
        return kept[3]

    def _draw_lower(
        self, painter: QPainter, snapshot: Snapshot, words: tuple[TextMark, ...], known_y: bool
    ) -> None:
        context = self._context
        marks = map_marks(snapshot, context.layout, context.theme)
        clip_to_content(painter, context)
        self._input.paint(painter, snapshot)
        if marks is not None:
            paint_map(painter, marks if known_y else marks.before_answer, context.theme)
            paint_key(painter, map_key(snapshot, context.layout, context.theme), context.theme)
        paint_collapsed(painter, context.layout.layers, context.theme)
        paint_tracks(painter, context.layout.bars, context.theme)
        painter.setClipping(False)
        self._texts.draw(painter, words)
        self.words = words

    def _refresh_upper(self, snapshot: Snapshot, animation: AnimationState, kind: str) -> bool:
        context = self._context
        # The references keep the ids from being given to others.
        self._snapshot = snapshot
        made_of = self._mean_delta, self._written, self._look.statistics
        shows = (
            id(snapshot),
            animation.revealed,
            animation.loss_shown,
            animation.deltas_from,
            kind,
            id(self._mean_delta),
            id(self._written),
            id(self._look.statistics),
            self._look.tiles_of_example,
            self._look.preferred_classes,
        )
        if shows == self._upper_shows:
            return False
        self._upper_shows, self._upper_made_of = shows, made_of
        self._update_upper(snapshot, animation, kind)
        self._upper = self._upper or new_image(
            context.layout.width, context.layout.height, context.ratio, TRANSPARENT
        )
        with painting_anew(self._upper) as painter:
            self._draw_upper(painter)
        return True

    def _update_upper(self, snapshot: Snapshot, animation: AnimationState, kind: str) -> None:
        context = self._context
        self.neurons = self._marks.of(snapshot, animation, context, self._look.statistics, self._mean_delta)
        self.arcs = arc_marks(snapshot, context.layout, animation, context.scales, context.theme, kind)
        self.tiles = tile_marks(
            snapshot, context.layout, context.scales, context.theme, self._look.tiles_of_example
        )
        self.bars = bar_marks(snapshot, context.layout, animation)
        names: tuple[TextMark, ...] = ()
        if self._look.preferred_classes:
            names = preferred_class_marks(snapshot, self.neurons, self._look.statistics, context.theme)
        layout, theme = context.layout, context.theme
        self.numbers = written_numbers(self._written, self.neurons, layout, theme, in_neurons=not names)
        bars = bar_text_marks(self.bars, layout, theme)
        self.upper_words = (*bars, *names, *self.numbers.texts)

    def _draw_upper(self, painter: QPainter) -> None:
        context, bars = self._context, self.bars
        assert bars is not None
        clip_to_content(painter, context)
        paint_arcs(painter, self.arcs, context.theme)
        self._cells.paint(painter, self.neurons)
        discs = tuple(marks for marks in self.neurons if marks.cell is None and marks.maps is None)
        self.sprites.draw(painter, discs)
        if self.tiles is not None:
            paint_tiles(painter, self.tiles, context.theme)
        paint_dropped(painter, discs, context.theme)
        paint_badges(painter, discs, context.theme)
        paint_map_badges(painter, self.neurons, context.theme)
        paint_signs(painter, self.neurons, context.theme, self._look.preferred_classes)
        paint_bars(painter, context.layout.bars, bars, context.theme)
        for bar in position_bars(context.layout.zoom, context.layout.content):
            painter.fillRect(to_rect(bar), context.theme.colour("node"))
        paint_plates(painter, self.numbers.plates, context.theme)
        self._texts.draw(painter, self.upper_words)


def clip_to_content(painter: QPainter, context: RenderContext) -> None:
    """An enlarged network ends where the words begin."""
    if context.layout.clip is not None:
        painter.setClipRect(to_rect(context.layout.clip))
