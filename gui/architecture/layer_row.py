"""One row of the hidden layers: its name, its size, and what else can be chosen of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from core.arrays import Shape
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from gui.architecture.activation_box import ActivationBox
from gui.architecture.layer_details import LayerDetails
from gui.architecture.layer_field import LayerField
from gui.architecture.layer_handle import LayerHandle
from gui.architecture.layer_settings import POOLS, WINDOW_LAYERS, most_of, size_of, with_settings
from gui.architecture.layer_words import kind_tip, shape_text, short_title
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import discard
from gui.widgets.more_button import MoreButton
from gui.widgets.sentence_text import listed

# Name and size, activation, what it makes, its window, and room: lines of the grid that a row may take.
LINES = 5

Row = tuple[LayerSpec, int]
"""A layer, wherever it may stand (without a picture), and how many of it there are."""


@dataclass(frozen=True)
class RowFacts:
    """Of a row's layers: the number of the first and of the last, the maps that it reads, what it makes, parameters."""

    first: int
    last: int
    channels: int
    out_shape: Shape
    parameter_count: int

    @property
    def numbers(self) -> str:
        """ "3", or "3–7" for several."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


class LayerRow(QObject):
    """The widgets of row `number`, counted from 1, in the grid of `parent`.

    Parameters
    ----------
    layer : LayerSpec
        Of the kind that the row is for; another size can be shown later.
    has_box : bool
        Whether it has an activation box of its own.
    why_not : function of a layer and its repetitions
        A sentence where these, in this row, make no network.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        number: int,
        layer: LayerSpec,
        has_box: bool,
        why_not: Callable[[LayerSpec, int], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._layer, self._why_not = layer, why_not
        self._facts = RowFacts(1, 1, 1, (1,), 0)
        is_pool, is_window = isinstance(layer, POOLS), isinstance(layer, WINDOW_LAYERS)
        self.handle = LayerHandle(f"layer_handle_{number}", parent)
        self.field = LayerField(f"layer_{number}", self._why_not_of_size, most_of(layer), not is_pool)
        self.field.value_entered.connect(lambda _: self.changed.emit())
        self.remove = tab_button(
            QToolButton(parent), f"remove_layer_{number}", lambda _=False: self.removed.emit()
        )
        self.remove.setProperty("role", "remove")
        self.remove.setAutoRaise(True)
        self.box: ActivationBox | None = None
        if has_box and not is_pool:
            self.box = ActivationBox(f"activation_{number}")
            self.box.activated.connect(lambda _: self.changed.emit())
        self.details: LayerDetails | None = None
        self.more: MoreButton | None = None
        self.made: QLabel | None = None
        if is_window:
            self.details = LayerDetails(number, self._why_not_of_window, parent)
            self.details.changed.connect(self.changed)
            self.more = MoreButton(f"more_of_layer_{number}", self.details)
        elif not isinstance(layer, Dense):
            self.made = new_label(f"layer_makes_{number}", "caption")

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Its widgets, in the order in which the keyboard goes through them."""
        fields = self.details.fields.values() if self.details is not None else ()
        own = (self.handle, self.field, self.box, self.remove, self.made, self.more, self.details, *fields)
        return tuple(part for part in own if part is not None)

    @property
    def written(self) -> Row:
        """What its controls say."""
        size, count = self.field.value
        fields = {} if self.details is None else self.details.values
        if self.box is not None:
            fields["activation"] = self.box.value
        if size_of(self._layer) is not None:
            fields["size"] = size
        return with_settings(self._layer, **fields), count

    def place(self, grid: QGridLayout, line: int) -> None:
        """Stand in the grid from this line on."""
        grid.addWidget(self.handle, line, 0)
        grid.addWidget(self.field, line, 1)
        grid.addWidget(self.remove, line, 2)
        if self.box is not None:
            grid.addWidget(self.box, line + 1, 1, 1, 2)
        made = self.more or self.made
        if made is not None:
            grid.addWidget(made, line + 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        if self.details is not None:
            grid.addWidget(self.details, line + 3, 0, 1, 3)
        # Left to itself Qt shows new parts later, and meanwhile the card is too low for them.
        for part in (self.handle, self.field, self.box, self.remove, made):
            if part is not None:
                part.show()

    def discard(self) -> None:
        """Take its widgets out of the window."""
        notes = [self.field.note]
        if self.details is not None:
            notes += [field.note for field in self.details.fields.values()]
        discard(*notes, *self.parts)
        self.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        side = round(theme.px(16))
        self.remove.setIcon(icon("remove", theme))
        self.remove.setIconSize(QSize(side, side))
        self.remove.setFixedSize(round(theme.px(30)), round(theme.px(30)))
        if self.more is not None:
            self.more.set_theme(theme)
        if self.details is not None:
            self.details.set_theme(theme)

    def show_row(self, row: Row, facts: RowFacts) -> None:
        """Show this layer."""
        self._layer, count = row
        self._facts = facts
        size = size_of(self._layer)
        self.field.setVisible(size is not None)
        self.field.show_value((size or 1, count))
        if self.box is not None:
            self.box.show_value(self._layer.activation)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        facts, number = self._facts, self._facts.numbers
        is_one = facts.first == facts.last
        place = (self.tr("layer {number}") if is_one else self.tr("layers {number}")).format(number=number)
        parameters = f"{facts.parameter_count:,} θ" if facts.parameter_count else ""
        # Beside "2–100" there is no room for the window's size, or the field would have none.
        title = short_title(self._layer, with_side=is_one)
        self.handle.setText(f"{number} {title}\n{parameters}".strip())
        tips = [
            kind_tip(type(self._layer)),
            self.tr("Drag it to another place; Alt+Up and Alt+Down move it too."),
        ]
        if parameters:
            tips.insert(1, self.tr("{count} parameters").format(count=f"{facts.parameter_count:,}"))
        self.handle.setToolTip("\n".join(tip for tip in tips if tip))
        self._retranslate_field(number, is_one)
        removes, tip = self.tr("Remove layers {number}"), self.tr("Remove these layers")
        if is_one:
            removes, tip = self.tr("Remove layer {number}"), self.tr("Remove this layer")
        self.remove.setAccessibleName(removes.format(number=number))
        self.remove.setToolTip(tip)
        made = shape_text(facts.out_shape)
        if self.made is not None:
            self.made.setText(made)
        if self.more is not None and self.details is not None:
            self.more.setText(made)
            self.more.setToolTip(self.tr("Kernel, stride and padding"))
            self.more.setAccessibleName(self.tr("Window of {place}: {made}").format(place=place, made=made))
            self.details.show_layer(self._layer, facts.channels, place)
        if self.box is not None:
            name = self.tr("Activation function of layers {number}")
            if is_one:
                name = self.tr("Activation function of layer {number}")
            self.box.retranslate()
            self.box.setAccessibleName(name.format(number=number))
            self.box.setToolTip(self.tr("What a neuron of this layer makes of its sum z"))

    def _retranslate_field(self, number: str, is_one: bool) -> None:
        most = f"{most_of(self._layer):,}"
        if isinstance(self._layer, POOLS):
            name, units = self.tr("Block of layer {number}"), (self.tr("block"),) * 2
            tip = self.tr("The block's side, in cells: a block of 2 × 2 becomes one cell")
            words = self.tr("a whole number from 1 to {most}")
        elif isinstance(self._layer, WINDOW_LAYERS):
            name = self.tr("Maps of layers {number}, and how many layers")
            units = self.tr("map"), self.tr("maps")
            if is_one:
                name = self.tr("Maps of layer {number}")
            tip = self.tr("Maps of this layer; “8 × 3” makes three layers of 8 maps")
            words = self.tr("a whole number from 1 to {most}, or “8 × 3” for three layers of 8 maps")
        else:
            name = self.tr("Neurons of layers {number}, and how many layers")
            units = self.tr("neuron"), self.tr("neurons")
            if is_one:
                name = self.tr("Neurons of layer {number}")
            tip = self.tr("Neurons of this hidden layer; “32 × 20” makes twenty layers of 32")
            words = self.tr("a whole number from 1 to {most}, or “32 × 20” for twenty layers of 32")
        self.field.set_unit(*units)
        self.field.set_texts(name.format(number=number), tip, words.format(most=most))
        counted = self.tr("{count} parameters").format(count=f"{self._facts.parameter_count:,}")
        self.field.describe(listed((shape_text(self._facts.out_shape), counted)))

    def _why_not_of_size(self, size: int, count: int) -> str:
        layer, _ = self.written
        return self._why_not(with_settings(layer, size=size), count)

    def _why_not_of_window(self, name: str, value: int) -> str:
        layer, count = self.written
        return self._why_not(with_settings(layer, **{name: value}), count)
