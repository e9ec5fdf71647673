"""Step 1 of the lecture: a network structure, which is a function set."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import sqrt

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from core.nn.architecture import MAX_HIDDEN_LAYERS, MAX_PARAMETERS, Architecture
from gui.architecture.activation_box import ActivationBox
from gui.architecture.activation_names import FORMULAS
from gui.architecture.architecture_settings import ArchitectureOptions
from gui.architecture.layer_rows import LayerRows
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.card import Card
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill, row
from gui.widgets.more_button import MoreButton
from gui.widgets.number_field import NumberField

# More residual layers than this begin with smaller W, so that what they add up to stays a number to learn from.
MANY_RESIDUAL = 8
DEFAULT_NEURONS = 16
LARGEST_SEED = 2**31 - 1
# Fewer layers of one size in a row are written one by one.
MIN_EQUAL = 4
# What the activation box holds for "one for each layer".
EACH = ""


class ArchitecturePanel(Card):
    """Layers, their sizes and activations, the seed, and more. Every change asks for a new one: an Architecture."""

    architecture_wanted = Signal(object)
    new_weights_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("function_set_panel", spacing_px=3)
        self._architecture, self._asked = Architecture.dense(hidden=()), Architecture.dense(hidden=())
        self._sizes: tuple[int, ...] = (1, 1)
        self._parameter_count = 0
        # Whether each layer has a box of its own; all of them may hold the same activation.
        self._each = False
        self._usual = "relu"
        self._text = new_label("architecture_text", wraps=True)
        self._rows = LayerRows(self._why_not)
        self._rows.layers_wanted.connect(self._want_layers)
        self._add = tab_button(QPushButton(), "add_layer", self._on_add)
        self._activation = ActivationBox("activation")
        self._activation.addItem("", EACH)
        self._activation.chosen.connect(self._on_activation_chosen)
        self._formula = new_label(role="caption")
        self._count = new_label(role="caption", wraps=True)
        self._more = ArchitectureOptions()
        self._more.architecture_wanted.connect(self._want)
        self._more_button = MoreButton("more_of_function_set", self._more)
        self._seed_label = QLabel()
        self._key = ""
        self._seed = NumberField("seed", True, 0, LARGEST_SEED)
        self._seed.value_entered.connect(self._on_seed_entered)
        self._new = tab_button(QPushButton(), "new_weights", self.new_weights_wanted)
        count_row = row((self._count, 1), self._more_button)
        count_row.setSpacing(0)
        fill(
            self.column,
            self._text,
            self._rows,
            self._add,
            row((self._activation, 1), self._formula),
            count_row,
            self._more,
            row(self._seed_label, (self._seed, 1), self._new),
        )
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        super().set_theme(theme)
        self._rows.set_theme(theme)
        self._more.set_theme(theme)
        self._add.setIcon(icon("add", theme))
        self._add.setIconSize(QSize(round(theme.px(16)), round(theme.px(16))))
        self._more_button.set_theme(theme)

    def show_architecture(
        self,
        architecture: Architecture,
        sizes: tuple[int, ...],
        parameter_count: int,
        dropout: float = 0.0,
        weights_name: str = "",
    ) -> None:
        """Show this function set: neurons per layer, input and output included, and how many numbers θ holds.

        `dropout` is the probability of a hidden neuron to be silent in training: the function is another one then.
        `weights_name` is the file that the initial weights came from, "" where they were drawn.
        """
        if architecture not in (self._architecture, self._asked):
            self._each = not isinstance(architecture.activation, str)
        self._architecture = self._asked = architecture
        self._sizes, self._parameter_count = tuple(sizes), parameter_count
        self._show_layers()
        self._seed.show_value(architecture.seed)
        self._more.show_architecture(architecture, self._sizes[0], dropout, weights_name)
        self._show_count()

    # --- parts

    def _show_layers(self) -> None:
        activation = self._architecture.activation
        names = self._architecture.activations
        if names and isinstance(activation, str):
            self._usual = activation
        self._rows.show_layers(self._architecture.hidden, names if self._each else ())
        self._activation.show_value(EACH if self._each else self._usual)
        self._formula.setVisible(not self._each)
        if not self._each:
            # With residual connections a is more than that.
            is_residual = any(self._architecture.residual(self._sizes[0]))
            name = "<i>f</i>(<i>z</i>)" if is_residual else "<i>a</i>"
            self._formula.setText(f"{name} = {FORMULAS[self._usual]}")

    def _want(self, architecture: Architecture) -> None:
        count, before = (sum(of.residual(self._sizes[0])) for of in (architecture, self._architecture))
        if count > MANY_RESIDUAL >= before and architecture.skip_scale == 1.0:
            # At 1 the signal of a hundred residual layers begins at 10²², and is never learned from.
            architecture = architecture.changed(skip_scale=round(1 / sqrt(count), 2))
        self._asked = architecture
        self.architecture_wanted.emit(architecture)

    def _want_layers(self, hidden: tuple[int, ...], activations: tuple[str, ...]) -> None:
        """Ask for these layers; an activation that all have is named once, and the usual one is theirs without any."""
        names = set(activations)
        activation = activations if len(names) > 1 else names.pop() if names else self._usual
        self._want(self._architecture.changed(hidden=hidden, activation=activation))

    def _on_add(self) -> None:
        hidden, names = self._architecture.hidden, self._architecture.activations
        self._rows.add_layer(hidden[-1] if hidden else DEFAULT_NEURONS, names[-1] if names else self._usual)

    def _why_not(self, hidden: tuple[int, ...]) -> str:
        """What would be right where hidden layers of these sizes are too many or too large; "" where they are not."""
        if len(hidden) > MAX_HIDDEN_LAYERS:
            return self.tr("at most {most} hidden layers").format(most=MAX_HIDDEN_LAYERS)
        sizes = (self._sizes[0], *hidden, self._sizes[-1])
        count = sum((before + 1) * after for before, after in pairwise(sizes))
        if count > MAX_PARAMETERS:
            return self.tr("layers of at most {most} parameters in all, these have {count}").format(
                most=f"{MAX_PARAMETERS:,}", count=f"{count:,}"
            )
        return ""

    def _on_activation_chosen(self, name: str) -> None:
        if name == EACH:
            # The functions are the same as before; only what can be chosen is more.
            self._each = True
            self._show_layers()
            return
        was_each, self._each = self._each, False
        wanted = self._architecture.changed(activation=name)
        if wanted != self._architecture:
            self._want(wanted)
        elif was_each:
            self._show_layers()

    def _on_seed_entered(self, seed: int) -> None:
        self._want(self._architecture.changed(seed=int(seed)))

    def show_key(self, key: str) -> None:
        """Name in the tip of New weights the key that does the same."""
        self._key = key
        self._retranslate()

    def _show_count(self) -> None:
        self._text.setText(self._written())
        full = len(self._architecture.hidden) >= MAX_HIDDEN_LAYERS
        self._add.setEnabled(not full)
        # In the button's own place: a sentence below it would push the other steps out of view.
        words = self.tr("{most} layers are the most").format(most=MAX_HIDDEN_LAYERS)
        set_words(
            self._add,
            words if full else self.tr("Add a layer"),
            words if full else self.tr("Add a hidden layer before the output"),
        )
        count = self.tr("{count} parameters θ").format(count=f"{self._parameter_count:,}")
        # The symbol never stands alone in a line.
        self._count.setText(count.replace(" θ", "\u00a0θ"))
        self._text.setToolTip(self._more.formula)

    def _retranslate(self) -> None:
        self.set_title(self.tr("1  Function set"))
        self.setWhatsThis(
            self.tr(
                "A network structure is a function set: every choice of its parameters θ (all weights and biases) is"
                " one function. Here the structure is chosen; the training then looks for the best function of the"
                " set. Changing the structure starts a new network, and Undo brings the old one back."
            )
        )
        self._activation.retranslate()
        self._activation.set_texts(
            self.tr("Activation function"),
            self.tr("What a hidden neuron makes of its sum z"),
            {EACH: self.tr("one for each layer")},
        )
        tip = self.tr("Outputs, initial weights, residual connections, and the function written out")
        set_words(self._more_button, self.tr("More"), tip, self.tr("More of the function set"))
        self._seed_label.setText(self.tr("Seed"))
        tip = self.tr("Decides all chance: the initial weights, the order of the examples, dropout")
        self._seed.set_texts(self.tr("Seed"), tip)
        tip = with_key(self.tr("Begin again from other initial weights"), self._key)
        set_words(self._new, self.tr("New weights"), tip)
        self._show_count()

    def _written(self) -> str:
        """ "256 → 32 → 16 → 10"; of many layers of one size how many there are, "256 → 100 layers of 32 → 10"."""
        parts = [f"{self._sizes[0]:,}"]
        for size, group in groupby(self._sizes[1:-1]):
            count = len(list(group))
            if count >= MIN_EQUAL:
                parts.append(self.tr("{count} layers of {size}").format(count=count, size=f"{size:,}"))
            else:
                parts += [f"{size:,}"] * count
        return " → ".join([*parts, f"{self._sizes[-1]:,}"])
