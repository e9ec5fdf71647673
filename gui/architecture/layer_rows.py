"""The hidden layers in rows: how many neurons in how many layers, which activation, and a button to take them away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby, pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui.architecture.activation_box import ActivationBox
from gui.architecture.layer_field import LayerField
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.layouts import discard
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

# Up to this many layers stand beneath each other; more stand in two columns, so that the panel stays short.
MAX_ROWS = 3
# Up to this many rows stay as they were written; of more, and of what comes from elsewhere, so many layers that are
# alike and in a row share one.
MAX_WRITTEN, MIN_ALIKE = 8, 3
# As high as the rows get before they scroll, in rows.
MAX_HEIGHT = 5.5
ROW_PX = 34
# More layers than this are too many, however many they are.
MOST_COUNTED = 1000

# Neurons, how many layers of so many, and their activation ("" where all layers have the same).
Row = tuple[int, int, str]


def rows_of(hidden: Sequence[int], names: Sequence[str], written: Sequence[Row] = ()) -> tuple[Row, ...]:
    """The rows that show these layers: as they were `written`, where that is still what they are."""
    layers = list(zip(hidden, names or [""] * len(hidden), strict=True))
    if len(written) <= MAX_WRITTEN and list(_layers_of(written)) == layers:
        return tuple(written)
    rows: list[Row] = []
    for (units, name), group in groupby(layers):
        count = len(list(group))
        # With a box for each layer, few layers have one each.
        alone = count < MIN_ALIKE or (names and len(layers) <= MAX_WRITTEN)
        rows += [(units, 1, name)] * count if alone else [(units, count, name)]
    return tuple(rows)


def _layers_of(rows: Iterable[Row]) -> Iterable[tuple[int, str]]:
    for units, count, name in rows:
        yield from [(units, name)] * count


class _Content(ReportsExceptions, QWidget):
    """What scrolls; its height is the area's business too."""

    resized = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done


class LayerRows(Translated, QScrollArea):
    """Shows the hidden layers, and asks for others; of many it scrolls.

    Parameters
    ----------
    why_not : function of sizes
        What would be right, in words, where hidden layers of these sizes are too many or too large; "" where not.
    """

    layers_wanted = Signal(tuple, tuple)
    """The sizes that the layers shall have, and their activations where each row has a box for its own."""

    def __init__(
        self, why_not: Callable[[tuple[int, ...]], str] = lambda _: "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("layer_rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # The rows in it take the keyboard, and are scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._why_not = why_not
        self._theme = Theme()
        self._content = _Content()
        self._content.resized.connect(self.updateGeometry)
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        # Unseen, it keeps the rows' place in the order in which the keyboard goes through the window.
        self._anchor = QWidget(self._content)
        self._anchor.hide()
        self.setWidget(self._content)
        self._rows: tuple[Row, ...] = ()
        self._written: tuple[Row, ...] = ()
        self._has_boxes = False
        self._fields: list[LayerField] = []
        self._boxes: list[ActivationBox] = []
        self._removers: list[QToolButton] = []
        self._labels: list[QLabel] = []

    # --- verbs

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
        """Show these layers; with `activations`, one for each, each row has a box for its own."""
        rows = rows_of(hidden, activations, self._written)
        shape = [count > 1 for _, count, _ in rows]
        if shape != [count > 1 for _, count, _ in self._rows] or bool(activations) != self._has_boxes:
            self._has_boxes = bool(activations)
            self._make_rows(shape)
        self._rows = self._written = rows
        for field, (units, count, _) in zip(self._fields, rows, strict=True):
            field.show_value((units, count))
        for box, (_, _, name) in zip(self._boxes, rows, strict=False):
            box.show_value(name)
        self.setVisible(bool(hidden))
        self._retranslate()
        self._grid.activate()
        self.updateGeometry()

    def add_layer(self, units: int, activation: str) -> None:
        """Ask for one more layer, behind the others."""
        self._ask((*self._as_written(), (units, 1, activation if self._has_boxes else "")))

    # --- Qt

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        return QSize(hint.width(), min(hint.height(), round(self._theme.px(MAX_HEIGHT * ROW_PX))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), self.sizeHint().height())

    # --- parts

    def _make_rows(self, shape: Sequence[bool]) -> None:
        """One row for each of `shape`, which says whether it stands for several layers."""
        focused = next((i for i, field in enumerate(self._fields) if field.hasFocus()), None)
        self._clear()
        boxes = self._has_boxes
        per_row = 1 if len(shape) <= MAX_ROWS or boxes or any(shape) else 2
        for i in range(len(shape)):
            field = LayerField(f"layer_{i + 1}", partial(self._why_not_in, i))
            field.value_entered.connect(lambda _: self._ask(self._as_written()))
            remove = tab_button(QToolButton(), f"remove_layer_{i + 1}", lambda _=False, i=i: self._remove(i))
            remove.setProperty("role", "remove")
            remove.setAutoRaise(True)
            label = QLabel(self._content)
            label.setProperty("role", "caption")
            # Many stand in order anyway, and beside a box there is no room; a screen reader has their names.
            labelled = per_row == 1 and not boxes
            label.setVisible(labelled)
            row, column = divmod(i, per_row)
            if labelled:
                self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 3 * column + labelled, 1, 1 if labelled or boxes else 2)
            if boxes:
                box = ActivationBox(f"activation_{i + 1}")
                box.activated.connect(lambda _: self._ask(self._as_written()))
                self._boxes.append(box)
                self._grid.addWidget(box, row, 1)
            self._grid.addWidget(remove, row, 3 * column + 2)
            self._fields.append(field)
            self._removers.append(remove)
            self._labels.append(label)
        self._grid.setColumnStretch(0, int(boxes))
        self._grid.setColumnStretch(1, 1 + 4 * boxes)
        self._grid.setColumnStretch(4, per_row - 1)
        self.set_theme(self._theme)
        # Left to itself Qt shows new parts later, and meanwhile the card is too low for them.
        for part in (*self._fields, *self._boxes, *self._removers):
            part.show()
        self._order_tabs()
        if focused is not None and self._fields:
            # Who types goes on typing: with the keyboard nowhere, the next letters would be the window's keys.
            field = self._fields[min(focused, len(self._fields) - 1)]
            field.show()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """The keyboard comes to new rows where it came to the old ones, and through each from left to right."""
        order: list[QWidget] = [self._anchor]
        for i, (field, remove) in enumerate(zip(self._fields, self._removers, strict=True)):
            order += [field, *self._boxes[i : i + 1], remove]
        # Qt puts nothing behind what does not take the keyboard.
        self._anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self._anchor.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _clear(self) -> None:
        discard(*self._fields, *self._boxes, *self._removers, *self._labels)
        discard(*(field.note for field in self._fields))
        self._fields, self._boxes, self._removers, self._labels = [], [], [], []

    def _as_written(self) -> tuple[Row, ...]:
        names = [box.value for box in self._boxes] or [""] * len(self._fields)
        return tuple((*field.value, name) for field, name in zip(self._fields, names, strict=True))

    def _remove(self, i: int) -> None:
        rows = self._as_written()
        self._ask((*rows[:i], *rows[i + 1 :]))

    def _ask(self, rows: tuple[Row, ...]) -> None:
        self._written = rows
        layers = list(_layers_of(rows))
        names = tuple(name for _, name in layers) if self._has_boxes else ()
        self.layers_wanted.emit(tuple(units for units, _ in layers), names)

    def _why_not_in(self, i: int, units: int, count: int) -> str:
        rows = list(self._as_written())
        rows[i] = (units, count, "")
        # So many need not be counted out.
        if sum(count for _, count, _ in rows) > MOST_COUNTED:
            rows = [(units, MOST_COUNTED, "")]
        return self._why_not(tuple(units for units, _ in _layers_of(rows)))

    def _retranslate(self) -> None:
        first = 1
        for i, (_, count, _) in enumerate(self._rows):
            field, remove = self._fields[i], self._removers[i]
            last = first + count - 1
            if count == 1:
                number = str(first)
                self._labels[i].setText(self.tr("Layer {number}").format(number=number))
                name = self.tr("Neurons of layer {number}")
                remove_name, remove_tip = self.tr("Remove layer {number}"), self.tr("Remove this layer")
                box_name = self.tr("Activation function of layer {number}")
            else:
                number = f"{first}–{last}"
                self._labels[i].setText(self.tr("Layers {number}").format(number=number))
                name = self.tr("Neurons of layers {number}, and how many layers")
                remove_name, remove_tip = self.tr("Remove layers {number}"), self.tr("Remove these layers")
                box_name = self.tr("Activation function of layers {number}")
            field.set_texts(
                name.format(number=number),
                self.tr("Neurons of this hidden layer; “32 × 20” makes twenty layers of 32"),
            )
            remove.setAccessibleName(remove_name.format(number=number))
            remove.setToolTip(remove_tip)
            if self._boxes:
                box = self._boxes[i]
                box.retranslate()
                box.setAccessibleName(box_name.format(number=number))
                box.setToolTip(self.tr("What a neuron of this layer makes of its sum z"))
            first = last + 1
