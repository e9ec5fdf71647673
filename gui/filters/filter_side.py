"""Beside the picture of a filter's answers: its weights, the chosen pattern, and where the shown picture has it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from core.analysis.patterns import patterns
from core.nn.activations import activation_named
from gui.filters.answers import FilterAnswers
from gui.filters.filter_numbers import kernel_numbers
from gui.filters.filter_words import (
    answer_words,
    border_words,
    in_it_words,
    places_words,
    rank_words,
    spoken_answer,
    times_words,
)
from gui.network.marks.kernel_marks import kernel_colours
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact, fixed, percent_to_tenths, signed
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import clauses, labelled, sentences

WIDTH_PX, GAP_PX, MOST_CELL_PX, MOST_PIXEL_PX = 196.0, 10.0, 30.0, 10.0
# A weight that would be called 0 to one decimal is nearly 0.
LEAST_WRITTEN = 0.05
# A pixel of the picture that is so large is large enough.
ENOUGH_PX = 6.0
FRAME_PX = 1.6


class FilterSide(Painted):
    """Three blocks, one below the other; as narrow as their words allow."""

    def __init__(self) -> None:
        super().__init__("filter_side", 240)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._answers: FilterAnswers | None = None
        self._code: int | None = None
        self._picture = 0, 0
        self._retranslate()

    def show_answers(self, answers: FilterAnswers | None, code: int | None, picture: tuple[int, int]) -> None:
        """Show these of a (rows, columns) picture, with one pattern chosen; None for nothing."""
        self._answers, self._code, self._picture = answers, code, picture
        self._describe()
        self.update()

    def figure(self) -> Figure | None:
        """What it shows, and the filter's weights."""
        answers = self._answers
        if answers is None:
            return None
        return self._figure_of(kernel_numbers(answers), run=answers.run, update=answers.update)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(WIDTH_PX)), round(self._theme.px(150)))

    def _paint(self, painter: QPainter) -> None:
        answers = self._answers
        if answers is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        theme, k = self._theme, answers.windows.kernel
        line, gap = QFontMetricsF(theme.font("caption")).height(), theme.px(GAP_PX)
        below = self._digit_words(answers)
        words = sum(self._height_of(text) for text in below) + gap
        rows = self._picture[0] + 2 * answers.windows.padding
        columns = self._picture[1] + 2 * answers.windows.padding
        # The largest squares with which the picture has room enough; where it is low, half of the words give way.
        large = max(4 * line, k * theme.px(MOST_CELL_PX))
        for upper, lower, lines in ((large, 4 * line, 4), (4 * line, 4 * line, 4), (2 * line, 2 * line, 2)):
            left = self.height() - upper - lower - 2 * gap - words
            pixel = int(min(theme.px(MOST_PIXEL_PX), left / rows, self.width() / columns))
            if pixel >= theme.px(ENOUGH_PX) or lines == 2:
                break
        self._kernel(painter, answers, int(min(theme.px(MOST_CELL_PX), upper / k)), lines)
        painter.translate(0, upper + gap)
        if self._code is not None:
            self._chosen(painter, answers, self._code, int(min(theme.px(MOST_CELL_PX), lower / k)), lines)
        painter.translate(0, lower + gap)
        if pixel >= 1:
            self._digit(painter, answers, pixel)
            painter.translate(0, rows * pixel + gap / 2)
        for number, text in enumerate(below):
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("dim" if number else "text"))
            height = self._height_of(text)
            painter.drawText(QRectF(0, 0, self.width(), height), Qt.TextFlag.TextWordWrap, text)
            painter.translate(0, height)

    def _height_of(self, text: str) -> float:
        """Px of a text that is wrapped where it is too long."""
        metrics = QFontMetricsF(self._theme.font("caption"))
        room = QRectF(0, 0, self.width(), 1e4)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()

    def _digit_words(self, answers: FilterAnswers) -> list[str]:
        first = [] if self._code is None else [places_words(answers, self._code)]
        return [text for text in (*first, in_it_words(answers), border_words(answers)) if text]

    def _kernel(self, painter: QPainter, answers: FilterAnswers, cell: int, lines: int) -> None:
        theme, kernel = self._theme, answers.kernel.astype(np.float64)
        scale = float(np.abs(kernel[np.isfinite(kernel)]).max(initial=0.0)) or 1.0
        colours = kernel_colours(kernel / scale, "weight", theme)
        _square(painter, theme, colours, cell)
        painter.setFont(theme.font("tick"))
        metrics = QFontMetricsF(theme.font("tick"))
        for (row, column), weight in np.ndenumerate(kernel):
            # What has no room is told by its colour alone.
            number = ("+" if weight > 0 else "") + fixed(float(weight), 1)
            if abs(weight) < LEAST_WRITTEN:
                number = "≈0" if weight else "0"
            if metrics.horizontalAdvance(number) + 1 <= cell:
                painter.setPen(_readable(colours[row, column], theme))
                box = QRectF(column * cell, row * cell, cell, cell)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        formula = activation_named(answers.activation).formula.replace("f(z)", "a")
        words = [("z = Σ w + b", "text"), (self.tr("over the ink"), "dim")]
        words += [(f"b = {signed(answers.bias, 2)}", "text"), (formula, "dim")]
        self._lines(
            painter, len(kernel) * cell + theme.px(10), words if lines == 4 else words[:1] + words[2:3]
        )

    def _chosen(self, painter: QPainter, answers: FilterAnswers, code: int, cell: int, lines: int) -> None:
        theme, k = self._theme, answers.windows.kernel
        shown = patterns(k)[code]
        _square(painter, theme, ink_colours(shown.ravel(), theme).reshape(k, k, 3), cell)
        times = int(answers.counts[code])
        share = percent_to_tenths(float(answers.share[code]))
        if 0 < answers.share[code] < 0.1:
            share = self.tr("{share} %").format(share=compact(100 * float(answers.share[code])))
        # Where a is another number than z, the list alone says which answer it is.
        numbers = [*answer_words(answers, code), rank_words(answers, code)][:2]
        words = [(numbers[0], "text"), (numbers[1], "dim")]
        words += [(times_words(times), "text"), (self.tr("{share} of windows").format(share=share), "dim")]
        self._lines(painter, k * cell + theme.px(10), words if lines == 4 else words[:1] + words[2:3])

    def _digit(self, painter: QPainter, answers: FilterAnswers, pixel: int) -> None:
        theme, windows = self._theme, answers.windows
        height, width = self._picture
        colours = ink_colours(answers.x.astype(np.float64), theme).reshape(height, width, 3)
        # Frames may stand over its border, as far as the padding goes.
        before = windows.padding * pixel
        painter.translate(before, before)
        _square(painter, theme, colours, pixel)
        if self._code is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            side = windows.kernel * pixel
            for token, wide in (("canvas", FRAME_PX + 2), ("text", FRAME_PX)):
                pen = QPen(theme.colour(token), theme.px(wide))
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                for row, column in answers.places_of(self._code):
                    painter.drawRect(QRectF(column * pixel, row * pixel, side, side))
        painter.translate(-before, -before)

    def _lines(self, painter: QPainter, x: float, lines: Sequence[tuple[str, str]]) -> None:
        theme = self._theme
        caption = theme.font("caption")
        metrics = QFontMetricsF(caption)
        painter.setFont(caption)
        for number, (text, token) in enumerate(lines):
            painter.setPen(theme.colour(token))
            room = self.width() - x
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(
                QRectF(x, number * metrics.height(), room, metrics.height()),
                Qt.AlignmentFlag.AlignVCenter,
                cut,
            )

    def _describe(self) -> None:
        answers = self._answers
        if answers is None:
            self.setAccessibleDescription("")
            return
        weights = (signed(float(weight), 2) for weight in answers.kernel.ravel())
        said = [labelled("w", clauses(weights)), labelled("b", signed(answers.bias, 2))]
        if self._code is not None:
            said.append(spoken_answer(answers, self._code))
        self.setAccessibleDescription(sentences([*said, in_it_words(answers), border_words(answers)]))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The filter, the chosen pattern, and where the picture has it"))
        self.setWhatsThis(
            self.tr(
                "Above, the filter’s weights: z is the sum of those that lie on ink, and the bias. Below them the"
                " chosen pattern with its answer. Frames in the shown picture mark where it has this pattern."
            )
        )
        self._describe()
        self.update()


def _square(painter: QPainter, theme: Theme, colours: NDArray[np.uint8], cell: int) -> None:
    """(rows, columns, 3) colours as cells of so many px, with a line around."""
    rows, columns = colours.shape[:2]
    rect = QRectF(0, 0, columns * cell, rows * cell)
    draw_pixels(painter, rect, image_of(packed(colours)))
    painter.setPen(QPen(theme.colour("node"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _readable(colour: NDArray[np.uint8], theme: Theme) -> QColor:
    """Text or canvas, whichever stands out of this colour more."""
    light = float(colour.astype(np.float64) @ np.array([0.299, 0.587, 0.114]))
    by_distance = {
        token: abs(light - float(theme.rgb(token) @ np.array([0.299, 0.587, 0.114])))
        for token in ("text", "canvas")
    }
    return theme.colour(max(by_distance, key=lambda token: by_distance[token]))
