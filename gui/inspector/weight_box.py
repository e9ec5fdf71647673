"""A first-layer neuron's weights as a picture, or weights times the displayed sample, with what the colours stand
for.
"""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from gui.inspector.weight_image import LARGEST_SIDE, WeightImage
from gui.network.interaction.neuron_values import NeuronValues
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.colour_bar import ColourBar
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import compact
from gui.widgets.sentence_text import unbroken
from gui.widgets.translated import Translated


class WeightBox(Translated, QWidget):
    """The picture, its colours with their numbers, and the choice between w and w·x."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weight_box")
        self._neuron: NeuronValues | None = None
        self.picture, self.colours = WeightImage(), ColourBar()
        self._caption = new_label("weight_caption", "caption", wraps=True)
        self.times_input = tab_button(QCheckBox(), "weights_times_input")
        self.times_input.toggled.connect(self._refresh)
        self._heading = new_label(role="heading")
        self._column = column(
            self, self._heading, self.times_input, self.picture, self.colours, self._caption
        )
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._column.setSpacing(round(theme.px(6)))
        self.picture.set_theme(theme)
        self.colours.set_theme(theme)
        # As wide as the picture is at most.
        self.colours.setMaximumWidth(round(theme.px(LARGEST_SIDE)))

    def show_neuron(self, neuron: NeuronValues | None) -> None:
        """Its w, and w·x for the displayed sample; nothing where they make no picture."""
        self._neuron = neuron
        self.times_input.setVisible(neuron is not None and neuron.signals is not None)
        self._refresh()
        self.setVisible(neuron is not None and neuron.weights is not None)

    def _refresh(self) -> None:
        neuron = self._neuron
        if neuron is None or neuron.weights is None:
            return
        of_example = self.times_input.isChecked() and neuron.signals is not None
        self.picture.show_weights(neuron.signals if of_example else neuron.weights, neuron.unused)
        symbol = "w·x" if of_example else "w"
        self.colours.show_scale(symbol, self.picture.scale)
        scale = compact(self.picture.scale)
        if of_example:
            caption = self.tr("what each pixel adds to z: blue +, orange −; full colour at |w·x| = {scale}")
        else:
            caption = self.tr("weights: blue +, orange −; full colour at |w| = {scale}")
        caption = caption.format(scale=scale)
        if self.picture.hatches:
            caption += "\n" + self.tr("hatched: x is 0 in over 99 % of the training examples")
        if self.picture.accessibleDescription() != caption:
            self._caption.setText(unbroken(caption))
            self._caption.setAccessibleName(caption)
            self.picture.setAccessibleDescription(caption)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Weights from the inputs"))
        tip = self.tr("Each weight times the shown example's input: together with b they make z")
        set_words(self.times_input, self.tr("times this input: w·x"), tip)
        self.picture.setAccessibleName(self.tr("Weights as a picture"))
        self.colours.setAccessibleName(self.tr("What the colours of the weights stand for"))
        self._refresh()
