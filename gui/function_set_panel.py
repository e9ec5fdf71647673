"""Step 1 of the lecture: a network structure, which is a function set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.card import Card
from gui.fields import NumberField
from gui.icons import icon
from gui.theme import Theme

MOST_LAYERS = 8
MOST_NEURONS = 1024
# Up to this many layers stand beneath each other; more stand in two columns, so that the panel stays short.
MOST_ROWS = 3
USUAL_NEURONS = 16
LARGEST_SEED = 2**31 - 1
# What each activation computes, in the lecture's notation; names of functions are the same in every language.
ACTIVATIONS = {
    "relu": ("ReLU", "max(<i>z</i>, 0)"),
    "sigmoid": ("sigmoid", "1 / (1 + e<sup>−<i>z</i></sup>)"),
    "tanh": ("tanh", "tanh <i>z</i>"),
}


class FunctionSetPanel(Card):
    """Layers, their sizes, the activation and the seed. Every change asks for a new network."""

    structure_wanted = Signal(object, str, int)
    new_weights_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("function_set_panel")
        self._sizes: tuple[int, ...] = ()
        self._hidden: tuple[int, ...] = ()
        self._parameter_count = 0
        self._structure = QLabel()
        self._structure.setObjectName("structure_text")
        self._structure.setWordWrap(True)
        self._grid_of_layers = QGridLayout()
        self._fields: list[NumberField] = []
        self._removers: list[QToolButton] = []
        self._labels: list[QLabel] = []
        self._add = QPushButton()
        self._add.setObjectName("add_layer")
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self._on_add)
        self._refusal = QLabel()
        self._refusal.setProperty("role", "error")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._activation = QComboBox()
        self._activation.setObjectName("activation")
        for name, (title, _) in ACTIVATIONS.items():
            self._activation.addItem(title, name)
        self._activation.activated.connect(self._on_activation_chosen)
        self._formula = QLabel()
        self._formula.setProperty("role", "caption")
        self._count = QLabel()
        self._count.setProperty("role", "caption")
        self._seed_label = QLabel()
        self._seed = NumberField("seed", True, lambda value: 0 <= value <= LARGEST_SEED)
        self._seed.value_entered.connect(self._on_seed_entered)
        self._new = QPushButton()
        self._new.setObjectName("new_weights")
        self._new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._new.clicked.connect(self.new_weights_wanted)
        self._place()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        super().set_theme(theme)
        self._column_of_body.setSpacing(round(theme.px(4)))
        self._grid_of_layers.setSpacing(round(theme.px(4)))
        side = QSize(round(theme.px(16)), round(theme.px(16)))
        for button in self._removers:
            button.setIcon(icon("remove", theme))
            button.setIconSize(side)
            button.setFixedSize(round(theme.px(30)), round(theme.px(30)))
        self._add.setIcon(icon("add", theme))
        self._add.setIconSize(side)

    def show_structure(
        self, sizes: tuple[int, ...], activation: str, seed: int, parameter_count: int
    ) -> None:
        """Show this function set: neurons per layer, input and output included."""
        self._sizes, self._parameter_count = tuple(sizes), parameter_count
        hidden = tuple(sizes[1:-1])
        if len(hidden) != len(self._fields):
            self._make_rows(len(hidden))
        self._hidden = hidden
        for field, size in zip(self._fields, hidden, strict=True):
            field.show_value(size)
        with QSignalBlocker(self._activation):
            self._activation.setCurrentIndex(self._activation.findData(activation))
        self._formula.setText(f"<i>a</i> = {ACTIVATIONS[activation][1]}")
        self._seed.show_value(seed)
        self._refusal.hide()
        self._show_count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # --- parts

    def _place(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        self._column_of_body = column
        column.addWidget(self._structure)
        column.addLayout(self._grid_of_layers)
        self._grid_of_layers.setColumnStretch(1, 1)
        column.addWidget(self._refusal)
        column.addWidget(self._add)
        row = QHBoxLayout()
        row.addWidget(self._activation)
        row.addWidget(self._formula, 1)
        column.addLayout(row)
        column.addWidget(self._count)
        row = QHBoxLayout()
        row.addWidget(self._seed_label)
        row.addWidget(self._seed, 1)
        row.addWidget(self._new)
        column.addLayout(row)
        column.addWidget(self._seed.sentence)

    def _make_rows(self, count: int) -> None:
        sentences = [field.sentence for field in self._fields]
        for part in (*self._fields, *self._removers, *self._labels, *sentences):
            self._grid_of_layers.removeWidget(part)
            part.hide()
            part.deleteLater()
        for part in (*(field.line for field in self._fields), *self._removers):
            # They live until the event loop runs; their successors have their names by then.
            part.setObjectName("")
        self._fields, self._removers, self._labels = [], [], []
        per_row = 1 if count <= MOST_ROWS else 2
        for i in range(count):
            field = NumberField(f"layer_{i + 1}", True, lambda value: 1 <= value <= MOST_NEURONS)
            field.value_entered.connect(self._on_size_entered)
            remove = QToolButton()
            remove.setObjectName(f"remove_layer_{i + 1}")
            remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            remove.setAutoRaise(True)
            remove.clicked.connect(self._on_remove)
            label = QLabel(self.body)
            label.setProperty("role", "caption")
            label.setVisible(per_row == 1)
            row, column = divmod(i, per_row)
            if per_row == 1:
                self._grid_of_layers.addWidget(label, 3 * row, 0)
                self._grid_of_layers.addWidget(field, 3 * row, 1)
            else:
                # Many stand in order anyway; their names are for a screen reader only.
                self._grid_of_layers.addWidget(field, 3 * row, 3 * column, 1, 2)
            self._grid_of_layers.addWidget(remove, 3 * row, 3 * column + 2)
            # Under the whole row, where a sentence has room.
            self._grid_of_layers.addWidget(field.sentence, 3 * row + 1 + column, 0, 1, 3 * per_row)
            self._fields.append(field)
            self._removers.append(remove)
            self._labels.append(label)
        for i, (field, remove) in enumerate(zip(self._fields, self._removers, strict=True)):
            before = self._removers[i - 1] if i else None
            if before is not None:
                QWidget.setTabOrder(before, field.line)
            QWidget.setTabOrder(field.line, remove)
        self._grid_of_layers.setColumnStretch(4, per_row - 1)
        self.set_theme(self.theme)
        self._retranslate_rows()

    def _want(self, hidden: tuple[int, ...]) -> None:
        self.structure_wanted.emit(hidden, self._activation.currentData(), int(self._seed.value))

    @Slot(object)
    def _on_size_entered(self, size: int) -> None:
        index = self._fields.index(self.sender())  # type: ignore[arg-type]
        self._want((*self._hidden[:index], size, *self._hidden[index + 1 :]))

    @Slot()
    def _on_remove(self) -> None:
        index = self._removers.index(self.sender())  # type: ignore[arg-type]
        self._want((*self._hidden[:index], *self._hidden[index + 1 :]))

    @Slot()
    def _on_add(self) -> None:
        if len(self._hidden) >= MOST_LAYERS:
            self._refusal.setText(
                "\u26a0 "
                + self.tr("A ninth hidden layer is refused: give 0 to {most}.").format(most=MOST_LAYERS)
            )
            self._refusal.show()
            return
        self._want((*self._hidden, self._hidden[-1] if self._hidden else USUAL_NEURONS))

    @Slot()
    def _on_activation_chosen(self) -> None:
        self._want(self._hidden)

    @Slot(object)
    def _on_seed_entered(self, seed: int) -> None:
        self._want(self._hidden)

    def _show_count(self) -> None:
        self._structure.setText(" → ".join(f"{size:,}" for size in self._sizes))
        self._count.setText(self.tr("{count} parameters θ").format(count=f"{self._parameter_count:,}"))

    def _retranslate(self) -> None:
        self.set_title(self.tr("1  Function set"))
        self.setWhatsThis(
            self.tr(
                "A network structure is a function set: every choice of its parameters θ (all weights and biases) is"
                " one function. Here the structure is chosen; the training then looks for the best function of the"
                " set. Changing the structure starts a new network, and Undo brings the old one back."
            )
        )
        self._add.setText(self.tr("Add a layer"))
        self._add.setToolTip(self.tr("Add a hidden layer before the output"))
        self._activation.setAccessibleName(self.tr("Activation function"))
        self._activation.setToolTip(self.tr("What a hidden neuron makes of its sum z"))
        self._seed_label.setText(self.tr("Seed"))
        self._seed.set_texts(
            self.tr("Seed"),
            self.tr("Decides the initial weights and the order of the digits"),
            self.tr("a whole number from 0 to {most}").format(most=f"{LARGEST_SEED:,}"),
        )
        self._new.setText(self.tr("New weights"))
        self._new.setAccessibleName(self.tr("New weights"))
        self._new.setToolTip(self.tr("Begin again from other initial weights"))
        self._retranslate_rows()
        self._show_count()

    def _retranslate_rows(self) -> None:
        for i, (field, remove, label) in enumerate(
            zip(self._fields, self._removers, self._labels, strict=True), 1
        ):
            label.setText(self.tr("Layer {number}").format(number=i))
            field.set_texts(
                self.tr("Neurons of layer {number}").format(number=i),
                self.tr("Neurons of this hidden layer"),
                self.tr("a whole number from 1 to {most}").format(most=f"{MOST_NEURONS:,}"),
            )
            remove.setAccessibleName(self.tr("Remove layer {number}").format(number=i))
            remove.setToolTip(self.tr("Remove this layer"))
