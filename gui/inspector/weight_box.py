"""A first-layer neuron's weights as a picture, or weights times the displayed sample, with what the colours stand
for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QCheckBox, QWidget

from core.arrays import Array
from gui.inspector.weight_image import LARGEST_SIDE, WeightImage
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.colour_bar import ColourBar
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import compact
from gui.widgets.translated import Translated


class WeightBox(Translated, QWidget):
    """The picture, its colours with their numbers, and the choice between w and w·x."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weight_box")
        self._weights: Array | None = None
        self._signals: Array | None = None
        self.picture, self.colours = WeightImage(), ColourBar()
        self._caption = new_label("weight_caption", "caption", wraps=True)
        self.times_input = tab_button(QCheckBox(), "weights_times_input")
        self.times_input.toggled.connect(self._refresh)
        self._column = column(self, self.times_input, self.picture, self.colours, self._caption)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._column.setSpacing(round(theme.px(6)))
        self.picture.set_theme(theme)
        self.colours.set_theme(theme)
        # As wide as the picture is at most.
        self.colours.setMaximumWidth(round(theme.px(LARGEST_SIDE)))

    def set_unused(self, flags: NDArray[np.bool_] | None) -> None:
        """(n_in,) pixels that are (almost) never inked: their weights are still the random start."""
        self.picture.set_unused(flags)
        self._refresh()

    def show_weights(self, weights: Array | None, signals: Array | None) -> None:
        """(rows, columns) of w and of w·x for the displayed sample; None where they make no picture."""
        self._weights, self._signals = weights, signals
        self.times_input.setVisible(signals is not None)
        self._refresh()
        self.setVisible(weights is not None)

    def _refresh(self) -> None:
        of_example = self.times_input.isChecked() and self._signals is not None
        self.picture.show_weights(self._signals if of_example else self._weights)
        if self._weights is None:
            return
        symbol = "w·x" if of_example else "w"
        self.colours.show_scale(symbol, self.picture.scale)
        scale = compact(self.picture.scale)
        if of_example:
            caption = self.tr("what each pixel adds to z: blue +, orange −; full colour at |w·x| = {scale}")
        else:
            caption = self.tr("weights: blue +, orange −; full colour at |w| = {scale}")
        caption = caption.format(scale=scale)
        if self.picture.hatches:
            caption += "\n" + self.tr("hatched: (almost) never inked, so not learned")
        if self._caption.text() != caption:
            self._caption.setText(caption)

    def _retranslate(self) -> None:
        self.times_input.setText(self.tr("times this input: w·x"))
        self.times_input.setAccessibleName(self.tr("Weights times this example's input"))
        self.times_input.setToolTip(
            self.tr("Each weight times the shown example's input: together with b they make z")
        )
        self.picture.setAccessibleName(self.tr("Weights as a picture"))
        self.colours.setAccessibleName(self.tr("What the colours of the weights stand for"))
        self._refresh()
