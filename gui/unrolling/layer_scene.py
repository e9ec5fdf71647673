"""The layer as its matrix, and as lines from a digit to one cell: where it stands on its way from dense to shared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from core.analysis.unrolling import MAPS, PIXELS
from core.arrays import Array
from core.engine.unrolling_messages import ConvolutionUnrolled
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.unrolling.layer_figure import layer_numbers
from gui.unrolling.layer_view import LayerView, Lines
from gui.unrolling.scene_geometry import DOTS, SIDE, SceneGeometry, scene_geometry
from gui.unrolling.unrolling_words import (
    cell_words,
    dots_words,
    example_words,
    kernels_words,
    map_words,
    matrix_words,
)
from gui.unrolling.weight_dots import dots_image, strongest
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import listed, sentences

# As in the network's picture: a pixel without ink is no hole.
NO_INK = 0.11
# A weak line is seen nevertheless: each is a connection that is there.
FAINTEST = 0.12
STRIP_COLOURS = 65
LEAST_PX = QSize(120, 120)


class LayerScene(Painted):
    """Passive: it shows the layer at a position, and lets one point at a cell and choose a map."""

    def __init__(self) -> None:
        super().__init__("layer_scene", 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.view: LayerView | None = None
        """What it shows; None before the engine has made it."""
        # For each kind its picture, at so many dots and in that theme.
        self._images: dict[int, QImage] = {}
        self._images_of: tuple[int, Theme, object] | None = None
        self._retranslate()

    # --- verbs

    def show_made(self, made: ConvolutionUnrolled, position: float) -> None:
        """Show these layers, and of the cells one whose window has much ink."""
        ink = made.example.x[made.layers.source]
        sums = np.bincount(made.layers.target, ink, PIXELS * MAPS)[::MAPS]
        cell = int(np.argmax(sums)) if self.view is None else self.view.cell
        if self.view is None or self.view.made is not made:
            self._forget_images()
        self.view = LayerView(made, position, 0 if self.view is None else self.view.map, cell)
        self._describe()
        self.update()

    def show_nothing(self) -> None:
        """Let go of the layers: others are to be made."""
        self.view = None
        self._forget_images()
        self.setAccessibleDescription("")
        self.update()

    def show_position(self, position: float) -> None:
        """Where on its way the layer stands: 0 dense, 1 windows, 2 shared."""
        if self.view is not None and position != self.view.position:
            self.view = replace(self.view, position=position)
            self._describe()
            self.update()

    def show_map(self, number: int) -> None:
        """Show the cells of this map."""
        if self.view is not None and number % MAPS != self.view.map:
            self.view = replace(self.view, map=number % MAPS)
            self._describe()
            self.update()

    def show_cell(self, cell: int) -> None:
        """Draw the connections of this cell."""
        if self.view is not None and 0 <= cell < PIXELS and cell != self.view.cell:
            self.view = replace(self.view, cell=cell)
            self._describe()
            self.update()

    def move_cell(self, down: int, right: int) -> None:
        """Draw the connections of a cell beside."""
        if self.view is not None:
            row, column = divmod(self.view.cell, SIDE)
            row, column = (min(SIDE - 1, max(0, place)) for place in (row + down, column + right))
            self.show_cell(row * SIDE + column)

    def figure(self) -> Figure | None:
        """The scene as it stands; of no run: these layers were drawn for it."""
        return None if self.view is None else self._figure_of(*layer_numbers(self.view), is_of_run=False)

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(600, 300)

    def minimumSizeHint(self) -> QSize:
        return LEAST_PX

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.geometry_now().cell_at(event.position())
        if cell is not None:
            self.show_cell(cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.geometry_now().kernel_at(event.position())
        if number is not None and self.view is not None and self.view.position > 1:
            self.show_map(number)
        else:
            super().mousePressEvent(event)

    # --- painting

    def geometry_now(self) -> SceneGeometry:
        """Where everything stands at its present size."""
        caption, tick = (QFontMetricsF(self._theme.font(role)) for role in ("caption", "tick"))
        words = max(
            caption.horizontalAdvance(matrix_words()),
            *(tick.horizontalAdvance(dots_words(dots)) for dots in DOTS[:2]),
        )
        size = self.width(), self.height()
        return scene_geometry(*size, self._theme, caption.height(), tick.height(), words + 2)

    def _paint(self, painter: QPainter) -> None:
        view = self.view
        if view is None:
            return
        places = self.geometry_now()
        self._paint_matrix(painter, view, places)
        self._paint_strip(painter, view, places)
        self._paint_lines(painter, view, places)
        self._paint_cells(painter, view, places)
        self._paint_kernels(painter, view, places)

    def _picture(self, view: LayerView, kind: int, dots: int) -> QImage:
        """The matrix of a kind; each is made when it is first seen, for one takes a part of a frame."""
        of = (dots, self._theme, view.made)
        if self._images_of is None or self._images_of[:2] != of[:2] or self._images_of[2] is not view.made:
            self._images, self._images_of = {}, of
        if kind not in self._images:
            dots_of = strongest(view.made.layers.matrices[kind], dots, dots)
            self._images[kind] = dots_image(dots_of, view.scales[kind], self._theme)
        return self._images[kind]

    def _paint_matrix(self, painter: QPainter, view: LayerView, places: SceneGeometry) -> None:
        """The cells that are done are of the next kind: their columns, from the left on."""
        theme, rect = self._theme, places.matrix
        edge = rect.x() + rect.width() * view.done / PIXELS
        for kind, left, right in (
            (view.stage + 1, rect.left(), edge),
            (view.stage, edge, rect.right()),
        ):
            if right > left:
                painter.save()
                painter.setClipRect(QRectF(left, rect.y(), right - left, rect.height()))
                draw_pixels(painter, rect, self._picture(view, kind, places.dots))
                painter.restore()
        self._outline(painter, rect)
        if 0 < view.done < PIXELS:
            painter.setPen(QPen(theme.colour("text"), theme.line_scale))
            painter.drawLine(QPointF(edge, rect.top()), QPointF(edge, rect.bottom()))
        # The column of the chosen cell, marked at both ends.
        x = rect.x() + rect.width() * (view.cell + 0.5) / PIXELS
        painter.setPen(QPen(theme.colour("text"), 1.5 * theme.line_scale))
        for y, way in ((rect.top(), -1), (rect.bottom(), 1)):
            painter.drawLine(QPointF(x, y + way), QPointF(x, y + way * theme.px(4)))
        over = QRectF(rect.x(), self._over(places), self._left_width(places), places.caption)
        self._write(painter, over, matrix_words())

    def _over(self, places: SceneGeometry) -> float:
        """Where the line over the pictures begins."""
        return places.matrix.y() - self._theme.px(4) - places.caption

    def _left_width(self, places: SceneGeometry) -> float:
        return max(0.0, places.digit.x() - places.matrix.x() - self._theme.px(12))

    def _paint_strip(self, painter: QPainter, view: LayerView, places: SceneGeometry) -> None:
        """What full colour stands for, of each kind that is there."""
        strip, theme = places.strip, self._theme
        painter.drawImage(strip, dots_image(np.linspace(-1, 1, STRIP_COLOURS)[None], 1.0, theme))
        self._outline(painter, strip)
        kinds = {kind for kind in (view.stage, view.stage + 1) if self._is_there(view, kind)}
        ends = " | ".join(dict.fromkeys(f"±{compact(view.scales[kind])}" for kind in sorted(kinds)))
        below = QRectF(strip.x(), strip.bottom() + 1, self._left_width(places), places.tick)
        self._write(painter, below, listed(("w", ends)), "tick")
        self._write(painter, below.translated(0, places.tick), dots_words(places.dots), "tick")

    def _is_there(self, view: LayerView, kind: int) -> bool:
        return view.done > 0 if kind > view.stage else view.done < PIXELS

    def _paint_lines(self, painter: QPainter, view: LayerView, places: SceneGeometry) -> None:
        for lines in view.other_lines():
            self._paint_lines_of(painter, lines, places, 0.7)
        self._paint_lines_of(painter, view.lines_to(view.cell), places, 1.6)

    def _paint_lines_of(self, painter: QPainter, lines: Lines, places: SceneGeometry, width: float) -> None:
        theme, end = self._theme, places.cell_middle(lines.cell)
        for source, weight in zip(lines.source.tolist(), lines.weight.tolist(), strict=True):
            strength = abs(weight) / (lines.scale or 1.0)
            painter.setPen(QPen(self._colour(weight, strength), width * theme.line_scale * (0.4 + strength)))
            painter.drawLine(places.pixel_middle(source), end)

    def _colour(self, weight: float, strength: float) -> QColor:
        token = "plus" if weight > 0 else "minus"
        return self._theme.blend(token, "canvas", FAINTEST + (1 - FAINTEST) * strength)

    def _paint_cells(self, painter: QPainter, view: LayerView, places: SceneGeometry) -> None:
        theme = self._theme
        activations, largest = view.activations()
        # The lines stay in sight over the digit's own cells, and end at a cell of the map.
        painter.setOpacity(0.55 if places.cell >= 4 else 0.4)
        self._paint_grid(painter, places.digit, NO_INK + (1 - NO_INK) * view.made.example.x)
        painter.setOpacity(1.0)
        self._outline(painter, places.digit)
        self._paint_grid(painter, places.map, activations / (largest or 1.0))
        self._outline(painter, places.map)
        for lines in (*view.other_lines(), view.lines_to(view.cell)):
            self._frame(painter, places.map, lines.cell, lines.cell == view.cell)
        for pixel in self._window(view):
            self._frame(painter, places.digit, pixel, False)
        middle = (places.digit.right() + places.map.x()) / 2
        over = self._over(places)
        left = QRectF(places.digit.x(), over, middle - places.digit.x(), places.caption)
        self._write(painter, left, example_words(view.made.example))
        right = QRectF(middle, over, places.map.right() - middle, places.caption)
        self._write(painter, right, map_words(view), end=True)
        first, second = cell_words(view)
        # Below kernels that stand beside the map there is nothing.
        is_beside = bool(places.kernels) and places.kernels[0].x() > places.map.right()
        width = (places.kernels[-1] if is_beside else places.map).right() - places.digit.x()
        below = QRectF(places.digit.x(), places.digit.bottom() + theme.px(3), width, places.caption)
        self._write(painter, below, first, bold=True)
        self._write(painter, below.translated(0, places.caption), second)

    def _window(self, view: LayerView) -> tuple[int, ...]:
        """The pixels that the chosen cell is joined to, unless these are all."""
        source = view.lines_to(view.cell).source
        return () if len(source) == PIXELS else tuple(source.tolist())

    def _paint_kernels(self, painter: QPainter, view: LayerView, places: SceneGeometry) -> None:
        """The shared weights, where there are any: one kernel for each map."""
        if view.position <= 1 or not places.kernels:
            return
        first, last = places.kernels[0], places.kernels[-1]
        over = QRectF(
            first.x(),
            # In one line with the words over digit and map, where they stand beside these.
            self._over(places)
            if first.y() == places.map.y()
            else first.y() - self._theme.px(5) - places.caption,
            max(places.map.right(), last.right()) - first.x(),
            places.caption,
        )
        self._write(painter, over, kernels_words())
        for number, rect in enumerate(places.kernels):
            draw_pixels(painter, rect, dots_image(view.kernel(number), view.scales[2], self._theme))
            self._outline(painter, rect)
            if number == view.map:
                painter.setPen(QPen(self._theme.colour("text"), 2.0 * self._theme.line_scale))
                painter.drawRect(rect.adjusted(-2, -2, 2, 2))

    def _paint_grid(self, painter: QPainter, rect: QRectF, shares: Array) -> None:
        """(256,) shares of full brightness as 16 x 16 cells."""
        canvas, lit = self._theme.rgb("canvas"), self._theme.rgb("lit")
        colours = canvas + np.asarray(shares, np.float64).reshape(SIDE, SIDE, 1) * (lit - canvas)
        draw_pixels(painter, rect, image_of(packed(np.rint(colours))))

    def _frame(self, painter: QPainter, rect: QRectF, cell: int, is_chosen: bool) -> None:
        row, column = divmod(cell, SIDE)
        side = rect.width() / SIDE
        painter.setPen(
            QPen(
                self._theme.colour("text" if is_chosen else "node"),
                (2.0 if is_chosen else 1.0) * self._theme.line_scale,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect.x() + column * side, rect.y() + row * side, side, side))

    def _outline(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _write(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        role: str = "caption",
        end: bool = False,
        bold: bool = False,
    ) -> None:
        """One line, cut where there is no room for it."""
        font = self._theme.font(role, bold=bold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if bold else "dim"))
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)

    # --- words

    def _forget_images(self) -> None:
        # They hold on to the layers that they are of.
        self._images, self._images_of = {}, None

    def _describe(self) -> None:
        """Say it to whoever listens."""
        if self.view is not None:
            parts = (example_words(self.view.made.example), map_words(self.view), *cell_words(self.view))
            self.setAccessibleDescription(sentences(parts))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The layer’s weights"))
        self.setWhatsThis(
            self.tr(
                "The weights W of the layer as a picture, a row for each pixel and a column for each cell, and beside"
                " it the connections that end in one cell. Point at a cell of the map to see its own (Shift and the"
                " arrow keys move it); the up and down keys, or a click on a kernel, choose another map."
            )
        )
        self._describe()
        self.update()
