"""The numbers of one neuron or one connection, for the shown example."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.trace import Array
from gui.network.facts import EdgeFacts, NeuronFacts
from gui.theme import Theme


def signed(value: float | None) -> str:
    """A number with its sign and four figures that count; "–" where there is none."""
    if value is None:
        return "–"
    text = f"{value:+.4g}" if value else "0"
    return text.replace("-", "\u2212")


class WeightPicture(QWidget):
    """A first-layer neuron's weights as the picture they are multiplied with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weight_picture")
        self._theme = Theme()
        self._weights: Array | None = None
        self._unused: NDArray[np.bool_] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours."""
        self._theme = theme
        self.setMinimumHeight(round(theme.px(120)))
        self.setMaximumHeight(round(theme.px(200)))
        self.update()

    def show_weights(self, weights: Array | None) -> None:
        """(rows, columns) weights, or None for none."""
        self._weights = weights
        self.update()

    def set_unused(self, flags: NDArray[np.bool_] | None) -> None:
        """(n_in,) pixels to be hatched: their weights are still the random start."""
        self._unused = flags
        self.update()

    @property
    def scale(self) -> float:
        """The |w| that has full colour: the largest one."""
        return float(np.nanmax(np.abs(self._weights))) if self._weights is not None else 0.0

    def colours(self) -> NDArray[np.uint8]:
        """(rows, columns, 3) what is painted: the canvas at 0, full blue or orange at ± the largest |w|."""
        assert self._weights is not None
        share = np.nan_to_num(self._weights / (self.scale or 1.0))[..., np.newaxis]
        signs = np.where(share >= 0, self._theme.rgb("plus"), self._theme.rgb("minus"))
        canvas = self._theme.rgb("canvas")
        pixels: NDArray[np.uint8] = np.round(canvas + np.abs(share) * (signs - canvas)).astype(np.uint8)
        return pixels

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._weights is None:
            return
        pixels = np.ascontiguousarray(self.colours())
        rows, columns, _ = pixels.shape
        image = QImage(pixels.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
        side = min(self.width(), self.height())
        painter = QPainter(self)
        left, step = (self.width() - side) / 2, side / columns
        painter.drawImage(QRectF(left, 0, side, side), image)
        if self._unused is not None and self._unused.size == rows * columns:
            hatching = QBrush(self._theme.colour("dim"), Qt.BrushStyle.BDiagPattern)
            for row, column in zip(*np.nonzero(self._unused.reshape(rows, columns)), strict=True):
                painter.fillRect(QRectF(left + column * step, row * step, step, step), hatching)
        painter.end()


class Inspector(QWidget):
    """What is pointed at or pinned, in numbers that keep their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._facts: NeuronFacts | EdgeFacts | None = None
        self._title, self._hint, self._caption = QLabel(), QLabel(), QLabel()
        self._title.setWordWrap(True)
        for label in (self._hint, self._caption):
            label.setProperty("role", "caption")
            label.setWordWrap(True)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows: list[tuple[QLabel, QLabel]] = []
        for _ in range(5):
            name, value = QLabel(), QLabel()
            name.setTextFormat(Qt.TextFormat.RichText)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(name, value)
            self._rows.append((name, value))
        self._picture = WeightPicture()
        column = QVBoxLayout(self)
        self._column = column
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(self._form)
        column.addWidget(self._picture)
        column.addWidget(self._caption)
        column.addStretch(1)
        self.set_theme(Theme())
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        margin = round(theme.px(12))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self._title.setFont(theme.font("head"))
        self._picture.set_theme(theme)

    def set_unused_inputs(self, flags: NDArray[np.bool_] | None) -> None:
        """(n_in,) pixels that are (almost) never inked, hatched in a neuron's weights."""
        self._picture.set_unused(flags)

    def show_nothing(self) -> None:
        """Nothing is pointed at or pinned."""
        self._facts = None
        self._fill(self.tr("Nothing chosen"), [], self.tr("Point at a neuron."))

    def show_neuron(self, facts: NeuronFacts) -> None:
        """One neuron's sum, output, bias and δ; and its weights, where they make a picture."""
        self._facts = facts
        if facts.is_output:
            title = self.tr("Output {name}").format(name=facts.name)
        else:
            title = self.tr("Layer {layer}, neuron {index}").format(
                layer=facts.layer + 1, index=facts.index + 1
            )
        rows = [
            (self.tr("sum") + " <i>z</i> = Σ <i>w</i> <i>a</i> + <i>b</i>", signed(facts.z)),
            (self.tr("output") + f" <i>{'y' if facts.is_output else 'a'}</i>", signed(facts.a)),
            (self.tr("bias") + " <i>b</i>", signed(facts.b)),
            ("<i>δ</i> = ∂<i>C</i>/∂<i>z</i>", signed(facts.delta)),
        ]
        hint = self.tr("after update {update}").format(update=f"{facts.update:,}")
        self._fill(title, rows, hint, facts.weights)

    def show_edge(self, facts: EdgeFacts) -> None:
        """One connection's weight, what it carries, and its gradient."""
        self._facts = facts
        if facts.gap == 0:
            title = self.tr("Pixel {source} to neuron {target} of layer 1")
        else:
            title = self.tr("Neuron {source} of layer {before} to neuron {target} of layer {layer}")
        title = title.format(
            source=facts.source + 1, target=facts.target + 1, before=facts.gap, layer=facts.gap + 1
        )
        rows = [
            (self.tr("weight") + " <i>w</i>", signed(facts.w)),
            (self.tr("carries") + " <i>a</i>·<i>w</i>", signed(facts.signal)),
            (self.tr("gradient") + " ∂<i>C</i>/∂<i>w</i>", signed(facts.gradient)),
            (self.tr("hands back") + " <i>w</i>·<i>δ</i>", signed(facts.handed_back)),
        ]
        self._fill(title, rows, self.tr("after update {update}").format(update=f"{facts.update:,}"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self, title: str, rows: list[tuple[str, str]], hint: str, weights: Array | None = None) -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        for i, (name, value) in enumerate(self._rows):
            shown = i < len(rows)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(rows[i][0])
                value.setText(rows[i][1])
        self._picture.show_weights(weights)
        self._picture.setVisible(weights is not None)
        self._caption.setVisible(weights is not None)
        if weights is not None:
            self._caption.setText(
                self.tr(
                    "its weights as a picture: full colour at |w| = {scale}; hatched: (almost) never inked, not learned"
                ).format(scale=f"{self._picture.scale:.2g}")
            )
        self.setAccessibleDescription("; ".join([title, *(value for _, value in rows)]))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self.setWhatsThis(
            self.tr(
                "The numbers of the neuron or connection that is pointed at or pinned, for the shown digit and the"
                " update that is named. A click pins a neuron; a second click lets it go."
            )
        )
        self._picture.setAccessibleName(self.tr("Weights as a picture"))
        if isinstance(self._facts, NeuronFacts):
            self.show_neuron(self._facts)
        elif isinstance(self._facts, EdgeFacts):
            self.show_edge(self._facts)
        else:
            self.show_nothing()
