"""The third picture: what the weights of B are more or less than those of A, under the gaps that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isnan

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip

from core.engine.snapshot import Snapshot
from core.nn.convolution import Conv2d
from gui.architecture.structure_text import structure_text
from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import BASELINE, elide, line_height, text_width, wrap
from gui.network.marks.gap_names import gap_name
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.side.difference_figure import difference_columns
from gui.side.difference_marks import (
    DifferenceMarks,
    DifferenceTile,
    difference_colours,
    difference_marks,
    have_same_structure,
    layers_with_weights,
)
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact, detailed
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import sentences

HEIGHT_PX, LOW_PX, SENTENCE_PX = 104.0, 84.0, 40.0
MARGIN_PX = 14.0
# Between two layers, and the least that a layer has, where the network above gives no places.
APART_PX, WORDS_PX = 14.0, 150.0
STRIP_COLOURS = 65


class DifferenceStrip(Painted):
    """Shows B − A of every weight in one signed scale; where the structures differ, a sentence instead.

    Attributes
    ----------
    marks : DifferenceMarks or None
        What is drawn; None where there is no difference to draw.
    """

    def __init__(self) -> None:
        super().__init__("difference_strip", HEIGHT_PX)
        self.marks: DifferenceMarks | None = None
        self._a: Snapshot | None = None
        self._b: Snapshot | None = None
        self._gaps: tuple[tuple[float, float], ...] = ()
        self._began_the_same: bool | None = None
        self._reordered = self._is_low = False
        self._name_of_b = ""
        self._retranslate()

    # --- verbs

    def show_networks(
        self,
        a: Snapshot,
        b: Snapshot,
        began_the_same: bool | None = None,
        reordered: bool = False,
        name_of_b: str = "",
    ) -> None:
        """Show B − A. `reordered`: neurons of A were sorted, and those of B cannot stand in that order.

        `began_the_same` is whether both had the same initial weights, None where nobody knows; `name_of_b` is what the
        run of B is called where the picture is saved.
        """
        known, self._name_of_b = (self._began_the_same, self._reordered), name_of_b
        if a is self._a and b is self._b and (began_the_same, reordered) == known:
            return
        self._a, self._b = a, b
        self._began_the_same, self._reordered = began_the_same, reordered
        self._refresh()

    def set_gaps(self, gaps: Sequence[tuple[float, float]]) -> None:
        """From which x to which each gap of the network above reaches, in this widget's px; () for its own places."""
        if tuple(gaps) != self._gaps:
            self._gaps = tuple(gaps)
            self._refresh()

    @property
    def sentence(self) -> str:
        """Why there is no picture; "" where there is one."""
        a, b = self._a, self._b
        if a is None or b is None:
            return self.tr("B is on its way.")
        if not have_same_structure(a, b):
            text = self.tr("B − A of the weights needs the same structure: A is {a}, B is {b}.")
            names = [structure_text(of.topology.layers, of.sizes) for of in (a, b)]
            return text.format(a=names[0], b=names[1])
        if self._reordered:
            return self.tr(
                "B − A of the weights would compare other neurons: residual connections keep those of B from standing"
                " in A’s order (O)."
            )
        return ""

    def figure(self) -> Figure | None:
        """The picture, whose update is A's, and every weight of both."""
        a, b = self._a, self._b
        if a is None or b is None or self.marks is None:
            return None
        made = self._figure_of(difference_columns(a, b, self._name_of_b), run=a.run, update=a.update)
        text = self.tr("{what} (B: {run}, update {update})")
        what = text.format(what=made.what, run=self._name_of_b, update=f"{b.update:,}")
        return replace(made, what=what)

    # --- geometry

    def _places(self, layers: int) -> list[Rect]:
        """Room for each layer's picture: under its gap, or else side by side."""
        px = self._theme.px
        top, height = px(8), self.height() - px(8) - px(4) - line_height("tick", self._theme)
        if len(self._gaps) == layers:
            narrow = [(left + px(4), right - px(4)) for left, right in self._gaps]
            return [Rect(left, top, max(1.0, right - left), max(1.0, height)) for left, right in narrow]
        left = px(WORDS_PX)
        each = (self.width() - px(MARGIN_PX) - left) / layers
        return [
            Rect(left + each * i, top, max(1.0, each - px(APART_PX)), max(1.0, height)) for i in range(layers)
        ]

    @property
    def _room_for_words(self) -> float:
        """What the words at the left may take."""
        px = self._theme.px
        left = min((float(tile.x.min()) for tile in self.marks.tiles), default=0.0) if self.marks else 0.0
        return max(left, px(90)) - 1.6 * px(MARGIN_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def set_low(self, low: bool) -> None:
        """Whether there is little height."""
        if low != self._is_low:
            self._is_low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = SENTENCE_PX if self.sentence else LOW_PX if self._is_low else HEIGHT_PX
        return QSize(320, round(self._theme.px(height)))

    # --- painting

    def _refresh(self) -> None:
        a, b = self._a, self._b
        self.marks = None
        if a is not None and b is not None and not self.sentence:
            self.marks = difference_marks(a, b, self._places(len(layers_with_weights(a))))
        self.setAccessibleDescription(self._description())
        self.updateGeometry()
        self.update()

    def _words(self) -> list[str]:
        """What the picture is, line by line."""
        marks = self.marks
        lines = [self.tr("Weights, B − A")]
        if marks is None or self._a is None or self._b is None:
            return lines
        updates = f"{self._b.update:,}", f"{self._a.update:,}"
        if updates[0] == updates[1]:
            lines.append(self.tr("update {update} of both").format(update=updates[0]))
        else:
            # In the order of the difference.
            lines.append(self.tr("updates {b} − {a}").format(b=updates[0], a=updates[1]))
        if isnan(marks.scale):
            return [*lines, self.tr("all the same")]
        scale = f"|Δw| = {compact(marks.scale)}"
        words = self.tr("full colour at {scale}").format(scale=scale)
        fits = text_width(words, "tick", self._theme) <= self._room_for_words
        lines.append(words if fits else scale)
        blocks = {tile.block for tile in marks.tiles} - {1}
        if blocks:
            text = self.tr("a cell: of {n}×{n} the largest |Δw|")
            lines.append(text.format(n=max(blocks)))
        if self._began_the_same:
            lines.append(self.tr("same start"))
        elif self._began_the_same is False:
            lines.append(self.tr("different starts"))
        return lines

    def _description(self) -> str:
        if self.sentence or self.marks is None:
            return self.sentence
        return sentences([*self._words(), *map(self._rms_words, self.marks.tiles)])

    def _rms_words(self, tile: DifferenceTile) -> str:
        text = self.tr("{gap}: rms Δw {rms}")
        return text.format(gap=gap_name(tile.layer + 1), rms=compact(tile.rms))

    def _paint(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        x, y = px(MARGIN_PX), px(8)
        step = line_height("caption", theme)
        if self.marks is None:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("dim"))
            room = QRectF(x, y, self.width() - 2 * x, self.height() - 2 * y)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap.value, self.sentence
            )
            return
        for tile in self.marks.tiles:
            self._paint_tile(painter, tile)
        title, *others = self._words()
        self._write(painter, x, y, title, "caption", "text")
        y += step
        if not isnan(self.marks.scale):
            y += self._paint_strip(painter, x, y)
        step = line_height("tick", theme)
        for words in others:
            lines = wrap(words, self._room_for_words, "tick", theme)
            # In a low window the last is left out; it is read out all the same.
            if y + step * len(lines) > self.height():
                break
            for line in lines:
                self._write(painter, x, y, line, "tick", "dim")
                y += step

    def _write(self, painter: QPainter, x: float, y: float, words: str, role: str, token: str) -> None:
        theme = self._theme
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(token))
        words = elide(words, max(self._room_for_words, theme.px(60)), role, theme)
        painter.drawText(QPointF(x, y + BASELINE * line_height(role, theme)), words)

    def _paint_strip(self, painter: QPainter, x: float, y: float) -> float:
        """− and + at both ends of the very colours of the cells; returns the height that they take."""
        theme = self._theme
        step = line_height("caption", theme)
        self._write(painter, x, y, "−", "caption", "text")
        left, width = x + text_width("− ", "caption", theme), theme.px(76)
        values = np.linspace(-1.0, 1.0, STRIP_COLOURS)[None]
        strip = QRectF(left, y + (step - theme.px(10)) / 2, width, theme.px(10))
        draw_pixels(painter, strip, image_of(packed(difference_colours(values, 1.0, theme))))
        self._write(painter, left + width + theme.px(4), y, "+", "caption", "text")
        return step

    def _paint_tile(self, painter: QPainter, tile: DifferenceTile) -> None:
        theme = self._theme
        assert self.marks is not None
        pixels = packed(difference_colours(tile.value, self.marks.scale, theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, (x, y) in enumerate(zip(tile.x.tolist(), tile.y.tolist(), strict=True)):
            rect = QRectF(x, y, tile.width, tile.height)
            draw_pixels(painter, rect, image_of(pixels[place]))
            painter.setPen(QPen(theme.colour("line"), 1.0))
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        left, right = float(tile.x.min()), float(tile.x.max()) + tile.width
        words = self._rms_words(tile)
        if text_width(words, "tick", theme) > right - left + theme.px(APART_PX):
            words = self.tr("rms {rms}").format(rms=compact(tile.rms))
        painter.setFont(theme.font("tick"))
        painter.setPen(theme.colour("dim"))
        step = line_height("tick", theme)
        below = QRectF(left - 40, self.height() - step - theme.px(2), right - left + 80, step)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)

    # --- pointing

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = event.pos()
            QToolTip.showText(event.globalPos(), self.words_at(position.x(), position.y()), self)
            return True
        return super().event(event)

    def words_at(self, x: float, y: float) -> str:
        """Which weight is at a point, and how it differs; "" beside all of them, and where a cell is several."""
        a, b, marks = self._a, self._b, self.marks
        if a is None or b is None or marks is None:
            return ""
        for tile in marks.tiles:
            cell = tile.cell_at(x, y)
            if cell is None or tile.block > 1:
                continue
            picture, row, column = cell
            weights = [of.weights[tile.layer] for of in (a, b)]
            fan_out = weights[0].shape[-1]
            place: tuple[int, ...] = (row * tile.value.shape[2] + column,)
            if weights[0].ndim == 1:
                if place[0] >= fan_out:
                    return ""
                text = self.tr("{gap}, weight {source}: Δw = {change} (A {a}, B {b})")
            else:
                is_matrix = len(tile.x) == 1 and tile.value.shape[1] == fan_out
                place = (column, row) if is_matrix else (*place, picture)
                weights = [W.reshape(-1, fan_out) for W in weights]
                text = self.tr("{gap}, from {source} to {target}: Δw = {change} (A {a}, B {b})")
                if isinstance(a.topology.layers[tile.layer], Conv2d):
                    text = self.tr("{gap}, weight {source} of map {target}: Δw = {change} (A {a}, B {b})")
            one, other = (float(W[place]) for W in weights)
            return text.format(
                gap=gap_name(tile.layer + 1),
                source=place[0] + 1,
                target=place[-1] + 1,
                change=detailed(other - one),
                a=detailed(one),
                b=detailed(other),
            )
        return ""

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Weights, B − A"))
        self.setWhatsThis(
            self.tr(
                "Each cell is one weight: what it is in B minus what it is in A. Behind the input picture each neuron"
                " has a picture of its weights; every other gap is a matrix with a row for each neuron and a column for"
                " each of its inputs. One scale for all gaps: full colour is the 99th percentile of |Δw| in the gap"
                " where that is largest. rms: the root of the mean square of all Δw of the gap."
            )
        )
        self._refresh()
