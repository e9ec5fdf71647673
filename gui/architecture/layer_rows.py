"""The hidden layers, a row each: how many neurons, which activation, and a button that takes the layer away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from gui.architecture.activation_box import ActivationBox
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.layouts import discard
from gui.widgets.number_field import NumberField
from gui.widgets.translated import Translated

MAX_NEURONS = 1024
# Up to this many layers stand beneath each other; more stand in two columns, so that the panel stays short.
MAX_ROWS = 3


class LayerRows(Translated, QWidget):
    """Shows the hidden layers, and asks for others."""

    layers_wanted = Signal(tuple, tuple)
    """The sizes that the layers shall have, and their activations where each has a box for its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._fields: list[NumberField] = []
        self._boxes: list[ActivationBox] = []
        self._removers: list[QToolButton] = []
        self._labels: list[QLabel] = []

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._theme = theme
        self._grid.setSpacing(round(theme.px(4)))
        side = round(theme.px(16))
        for button in self._removers:
            button.setIcon(icon("remove", theme))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(round(theme.px(30)), round(theme.px(30)))

    def show_layers(self, hidden: tuple[int, ...], activations: tuple[str, ...]) -> None:
        """Show these layers; with `activations`, one for each, each has a box for its own."""
        if len(hidden) != len(self._fields) or len(activations) != len(self._boxes):
            self._make_rows(len(hidden), bool(activations))
        for field, size in zip(self._fields, hidden, strict=True):
            field.show_value(size)
        for box, name in zip(self._boxes, activations, strict=True):
            box.show_value(name)
        self.setVisible(bool(hidden))

    def _make_rows(self, count: int, with_boxes: bool) -> None:
        self._clear()
        per_row = 1 if count <= MAX_ROWS or with_boxes else 2
        for i in range(count):
            field = NumberField(f"layer_{i + 1}", True, 1, MAX_NEURONS)
            field.value_entered.connect(lambda _: self._want())
            remove = tab_button(QToolButton(), f"remove_layer_{i + 1}", lambda _=False, i=i: self._want(i))
            remove.setProperty("role", "remove")
            remove.setAutoRaise(True)
            label = QLabel(self)
            label.setProperty("role", "caption")
            # Many stand in order anyway, and beside a box there is no room; a screen reader has their names.
            labelled = per_row == 1 and not with_boxes
            label.setVisible(labelled)
            row, column = divmod(i, per_row)
            if labelled:
                self._grid.addWidget(label, 3 * row, 0)
            self._grid.addWidget(field, 3 * row, 3 * column + labelled, 1, 1 if labelled or with_boxes else 2)
            if with_boxes:
                box = ActivationBox(f"activation_{i + 1}")
                box.activated.connect(lambda _: self._want())
                self._boxes.append(box)
                self._grid.addWidget(box, 3 * row, 1)
            self._grid.addWidget(remove, 3 * row, 3 * column + 2)
            # Under the whole row, where a sentence has room.
            self._grid.addWidget(field.sentence, 3 * row + 1 + column, 0, 1, 3 * per_row)
            self._fields.append(field)
            self._removers.append(remove)
            self._labels.append(label)
        self._grid.setColumnStretch(0, int(with_boxes))
        self._grid.setColumnStretch(1, 1 + 4 * with_boxes)
        self._grid.setColumnStretch(4, per_row - 1)
        self.set_theme(self._theme)
        self._retranslate()

    def _clear(self) -> None:
        discard(*self._fields, *self._boxes, *self._removers, *self._labels)
        discard(*(field.sentence for field in self._fields))
        self._fields, self._boxes, self._removers, self._labels = [], [], [], []

    def _want(self, without: int | None = None) -> None:
        """Ask for the layers as they stand in the rows, one of them (counted from 0) left out."""
        sizes = [field.value for field in self._fields]
        names = [box.value for box in self._boxes]
        for values in (sizes, names):
            if without is not None:
                del values[without : without + 1]
        self.layers_wanted.emit(tuple(sizes), tuple(names))

    def _retranslate(self) -> None:
        for i, (field, remove, label) in enumerate(
            zip(self._fields, self._removers, self._labels, strict=True), 1
        ):
            label.setText(self.tr("Layer {number}").format(number=i))
            field.set_texts(
                self.tr("Neurons of layer {number}").format(number=i),
                self.tr("Neurons of this hidden layer"),
            )
            remove.setAccessibleName(self.tr("Remove layer {number}").format(number=i))
            remove.setToolTip(self.tr("Remove this layer"))
        for i, box in enumerate(self._boxes, 1):
            box.retranslate()
            box.setAccessibleName(self.tr("Activation function of layer {number}").format(number=i))
            box.setToolTip(self.tr("What a neuron of this layer makes of its sum z"))
