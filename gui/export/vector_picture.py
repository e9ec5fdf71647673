"""A portrait as SVG: the same marks that are painted, each as an element of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isnan

import numpy as np
from PySide6.QtGui import QColor, QFontInfo

from core.analysis.neuron_statistics import DEAD
from gui.export.export_page import line_mark, line_px
from gui.export.png import png_bytes
from gui.export.svg_page import SvgPage
from gui.export.vector_cells import draw_cells, draw_tiles, hatch
from gui.export.vector_map import draw_input
from gui.network.geometry.layout import Layout
from gui.network.geometry.text_width import type_size
from gui.network.geometry.zoom import position_bars
from gui.network.interaction.selection import Neuron
from gui.network.marks.all_marks import BarMarks, EdgeMarks, NeuronMarks, PulseMarks, TextMark, legend_marks
from gui.network.marks.arc_marks import ARC_PX, ArcMarks, control_point
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.painting.detached_render import Portrait
from gui.network.painting.edge_layers import EdgePart
from gui.network.painting.edge_picture import FADED
from gui.network.painting.neuron_sprites import OUTLINE_PX, ROOMY_RADIUS, ring_inside
from gui.network.painting.painter import ANSWER_PX, POINTED_PX, mix, pointed_reach
from gui.network.painting.pulse_sprites import DART, TOKENS, way_back
from gui.network.painting.pulse_sprites import OUTLINE_PX as PULSE_OUTLINE_PX
from gui.theme.tokens import Theme


class VectorPicture:
    """What a portrait shows at its moment, kept to be written as SVG, on any thread.

    Parameters
    ----------
    portrait : Portrait
    line : str
        What stands under the view; "" for no line.
    description : str
        What the picture is of, for who asks the file.
    """

    def __init__(self, portrait: Portrait, line: str, description: str) -> None:
        # Once painted, it knows all of its marks.
        portrait.image()
        self._portrait = portrait
        self._theme: Theme = portrait.ground.theme
        self._layout: Layout = portrait.ground.layout
        self._pulses = portrait.pulses
        self._line = line
        self._description = description
        font = self._theme.font("body")
        self._families = list(dict.fromkeys([QFontInfo(font).family(), font.family(), "sans-serif"]))

    def encoded(self) -> bytes:
        """The picture as SVG."""
        portrait, layout, theme = self._portrait, self._layout, self._theme
        still = portrait.still
        nodes = still.nodes
        height = layout.height + (line_px(theme) if self._line else 0)
        page = SvgPage(layout.width, height, still.words.title, self._description)
        page.rect(0, 0, layout.width, height, theme.rgb("canvas"))
        for part in still.edges.parts(still.moment):
            self._draw_part(page, part, still.isolated is not None)
        draw_input(page, portrait.scene, layout, theme)
        self._draw_bands(page)
        page.begin("isolated")
        for marks in still.isolated_marks:
            palette = edge_palette(theme, marks.kind).copy()
            palette[:LEVELS], palette[LEVELS + 1 :] = palette[0], palette[-1]
            draw_edges(page, marks, palette)
        page.end()
        self._draw_arcs(page, nodes.arcs)
        draw_cells(page, nodes.neurons, theme)
        self._draw_neurons(page, nodes.neurons)
        if nodes.tiles is not None:
            draw_tiles(page, nodes.tiles, theme)
        self._draw_states(page, nodes.neurons)
        if nodes.bars is not None:
            self._draw_bars(page, nodes.bars)
        self._draw_words(page, "values", nodes.upper_words)
        for neuron, is_kept in still.attended.items():
            self._draw_attended(page, neuron, is_kept)
        if self._pulses is not None:
            self._draw_pulses(page, self._pulses)
        self._cover_surroundings(page, height)
        self._draw_legend(page, *still.explained)
        self._draw_position(page)
        for card in portrait.cards:
            image = card.images[-1]
            size = image.deviceIndependentSize()
            png = png_bytes(image, {})
            page.image(card.x, card.y, size.width(), size.height(), png, smooth=True)
        words = [*nodes.words, *nodes.explaining]
        if self._line:
            words.append(line_mark(self._line, layout, theme))
        self._draw_words(page, "words", words)
        return page.encoded()

    def _cover_surroundings(self, page: SvgPage, height: float) -> None:
        """An enlarged network ends where the words begin.

        Clips would say the same, but not every program that reads SVG knows them.
        """
        content, width = self._layout.content, self._layout.width
        if content is None or self._layout.zoom.scale <= 1:
            return
        right, bottom = content.x + content.width, content.y + content.height
        canvas = self._theme.rgb("canvas")
        page.begin("surroundings")
        page.rect(0, 0, width, content.y, canvas)
        page.rect(0, bottom, width, height - bottom, canvas)
        page.rect(0, content.y, content.x, content.height, canvas)
        page.rect(right, content.y, max(0.0, width - right), content.height, canvas)
        page.end()

    def _draw_part(self, page: SvgPage, part: EdgePart, faded: bool) -> None:
        if part.opacity < 1:
            # It covers what is below by this much, its ground as well.
            page.begin("covering", part.opacity)
            width, height = self._layout.width, self._layout.height
            page.rect(0, 0, width, height, self._theme.rgb("canvas"))
        page.begin("edges", FADED if faded else 1.0)
        for marks in part.picture.drawn_marks:
            palette = edge_palette(self._theme, marks.kind)
            draw_edges(page, marks, palette, part.left, part.right)
        page.end()
        if part.opacity < 1:
            page.end()

    def _draw_bands(self, page: SvgPage) -> None:
        theme = self._theme
        page.begin("columns")
        for column in self._layout.layers:
            if column.band is not None:
                band = column.band
                corner = theme.px(4)
                page.rect(
                    band.x,
                    band.y,
                    band.width,
                    band.height,
                    theme.rgb("panel"),
                    theme.rgb("node"),
                    1.0,
                    corner,
                )
        track_fill = rgb_of(mix(theme, "canvas", "lit", 0.07))
        for track in self._layout.bars:
            if track.height > 0:
                page.rect(track.x, track.y, track.width, track.height, track_fill)
        page.end()

    def _draw_legend(self, page: SvgPage, kind: str, sign: int) -> None:
        if not kind:
            return
        legend = legend_marks(self._layout, self._theme, kind, sign)
        page.begin("legend", crisp=True)
        for place, colour in enumerate(legend.colour.tolist()):
            page.rect(
                legend.x + place * legend.cell_width, legend.y, legend.cell_width, legend.height, colour
            )
        page.end()

    def _draw_arcs(self, page: SvgPage, layers: Iterable[ArcMarks]) -> None:
        page.begin("arcs")
        for arcs in layers:
            ends = zip(arcs.x1.tolist(), arcs.y1.tolist(), arcs.x2.tolist(), arcs.y2.tolist(), strict=True)
            for (x1, y1, x2, y2), value, colour in zip(
                ends, arcs.value.tolist(), arcs.colour.tolist(), strict=True
            ):
                if value != 0:
                    over = control_point(x1, y1, x2, y2, self._theme)
                    page.arc((x1, y1), over, (x2, y2), colour, ARC_PX * self._theme.line_scale)
        page.end()

    def _draw_neurons(self, page: SvgPage, layers: Sequence[NeuronMarks]) -> None:
        theme = self._theme
        page.begin("rings")
        for marks in discs_of(layers):
            inside = ring_inside(marks.radius, theme)
            for i in np.flatnonzero(marks.ring > 0).tolist():
                width = float(marks.ring[i])
                x, y = float(marks.x[i]), float(marks.y[i])
                page.circle(x, y, inside + width / 2, None, marks.ring_colour[i], width)
        page.end()
        page.begin("neurons")
        outline = OUTLINE_PX * theme.line_scale
        for marks in discs_of(layers):
            for i in range(len(marks.x)):
                x, y = float(marks.x[i]), float(marks.y[i])
                page.circle(x, y, marks.radius, marks.fill[i], theme.rgb("node"), outline)
        page.end()

    def _draw_states(self, page: SvgPage, layers: Sequence[NeuronMarks]) -> None:
        """A stroke through a dropped neuron; × beside a dead one, = beside a saturated one."""
        theme, width = self._theme, 1.4 * self._theme.line_scale
        dim, text = theme.rgb("dim"), theme.rgb("text")
        page.begin("states")
        for marks in discs_of(layers):
            radius = marks.radius
            for i in np.flatnonzero(marks.dropped).tolist():
                x, y = float(marks.x[i]), float(marks.y[i])
                page.line(x - radius, y + radius, x + radius, y - radius, dim, width)
            if radius < ROOMY_RADIUS:
                continue
            half = max(2.0, 0.28 * radius)
            for i in np.flatnonzero(marks.state).tolist():
                x, y = float(marks.x[i]) + radius + half, float(marks.y[i]) - radius
                rise, fall = (half, -half) if marks.state[i] == DEAD else (half / 2, half / 2)
                page.line(x - half, y - rise, x + half, y - fall, text, width)
                page.line(x - half, y + rise, x + half, y + fall, text, width)
        page.end()

    def _draw_bars(self, page: SvgPage, bars: BarMarks) -> None:
        theme, tracks = self._theme, self._layout.bars
        wrong = bars.said if bars.right is not None and bars.said != bars.right else None
        page.begin("bars")
        for i, (track, length) in enumerate(zip(tracks, bars.length.tolist(), strict=True)):
            if track.height <= 0 or length == 0 or isnan(length):
                continue
            left = track.x + bars.zero * track.width + min(length, 0)
            lit = theme.rgb("lit")
            if length < 0:
                page.rect(left, track.y, -length, track.height, theme.rgb("minus"))
            elif i == wrong:
                pale = rgb_of(mix(theme, "canvas", "lit", 0.3))
                page.rect(left, track.y, length, track.height, pale)
                hatch(page, left, track.y, length, track.height, lit)
            else:
                page.rect(left, track.y, length, track.height, lit)
        text, width = theme.rgb("text"), ANSWER_PX * theme.line_scale
        for track, tick in zip(tracks, bars.target, strict=False):
            x = track.x + bars.zero * track.width + tick
            if track.height > 0:
                page.line(x, track.y - 4, x, track.y + track.height + 4, text, width)
        if bars.right is not None and tracks[bars.right].height > 0:
            track = tracks[bars.right]
            page.rect(
                track.x - 3, track.y - 3, track.width + 6, track.height + 6, None, text, width, theme.px(4)
            )
        page.end()

    def _draw_position(self, page: SvgPage) -> None:
        """Which part of an enlarged network is seen."""
        if self._layout.content is not None:
            for bar in position_bars(self._layout.zoom, self._layout.content):
                page.rect(bar.x, bar.y, bar.width, bar.height, self._theme.rgb("node"))

    def _draw_attended(self, page: SvgPage, neuron: Neuron, pinned: bool) -> None:
        layer, index = neuron
        marks = self._portrait.still.nodes.neurons[layer]
        for place in np.flatnonzero(marks.neuron == index).tolist():
            reach = pointed_reach(marks.radius, float(marks.ring[place]), self._theme)
            # Qt counts dashes in widths of the pen.
            dashes = (2.0 * POINTED_PX, 1.2 * POINTED_PX) if pinned else ()
            x, y = float(marks.x[place]), float(marks.y[place])
            page.circle(x, y, reach, None, self._theme.rgb("text"), POINTED_PX, dashes)

    def _draw_pulses(self, page: SvgPage, pulses: PulseMarks) -> None:
        canvas, tokens = self._theme.rgb("canvas"), TOKENS[pulses.kind]
        colours = [self._theme.rgb(tokens[bool(positive)]) for positive in pulses.positive]
        places = zip(pulses.x.tolist(), pulses.y.tolist(), pulses.radius.tolist(), colours, strict=True)
        page.begin("pulses")
        if pulses.kind == "disc":
            for x, y, radius, colour in places:
                # The outline lies outside the mark, so that the coloured area is exact.
                page.circle(x, y, radius + PULSE_OUTLINE_PX / 2, colour, canvas, PULSE_OUTLINE_PX)
        else:
            ways = np.radians(way_back(pulses, self._layout))
            for (x, y, radius, colour), way in zip(places, ways.tolist(), strict=True):
                cos, sin = float(np.cos(way)) * radius, float(np.sin(way)) * radius
                corners = [(x + u * cos - v * sin, y + u * sin + v * cos) for u, v in DART]
                page.polygon(corners, canvas, canvas, 2 * PULSE_OUTLINE_PX)
                page.polygon(corners, colour)
        page.end()

    def _draw_words(self, page: SvgPage, name: str, marks: Iterable[TextMark]) -> None:
        page.begin(name)
        for mark in marks:
            if mark.text:
                size, colour = type_size(mark.role, self._theme), self._theme.rgb(mark.token)
                bold = mark.bold or mark.role == "head"
                page.text(
                    mark.x, mark.y, mark.text, self._families, size, colour, mark.align, bold, mark.italic
                )
        page.end()


def draw_edges(
    page: SvgPage,
    marks: EdgeMarks,
    palette: np.typing.NDArray[np.uint8],
    left: float = -np.inf,
    right: float = np.inf,
) -> None:
    """One line for each edge, weakest first; only what of it is between two x."""
    ends = np.stack([marks.x1, marks.y1, marks.x2, marks.y2])
    finite = np.isfinite(ends).all(axis=0)
    x, y, dx, dy = ends[0], ends[1], ends[2] - ends[0], ends[3] - ends[1]
    with np.errstate(divide="ignore", invalid="ignore"):
        start = np.nan_to_num(np.clip((left - x) / dx, 0, 1))
        end = np.nan_to_num(np.clip((right - x) / dx, 0, 1), nan=1.0)
    seen = np.flatnonzero(finite & (start < end))
    lines = np.stack([x + start * dx, y + start * dy, x + end * dx, y + end * dy], axis=1)[seen].tolist()
    colours = palette[marks.level[seen] + len(palette) // 2].tolist()
    for (x1, y1, x2, y2), colour, width in zip(lines, colours, marks.width[seen].tolist(), strict=True):
        page.line(x1, y1, x2, y2, colour, width)


def discs_of(layers: Iterable[NeuronMarks]) -> Iterator[NeuronMarks]:
    """The layers whose neurons are discs, not cells."""
    return (marks for marks in layers if marks.cell is None)


def rgb_of(colour: QColor) -> tuple[int, int, int]:
    """Qt's colour as three numbers."""
    return colour.red(), colour.green(), colour.blue()
