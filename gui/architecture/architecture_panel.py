"""Step 1 of the lecture: a network structure, which is a function set."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from core.nn.architecture import MAX_HIDDEN_LAYERS, Architecture
from core.nn.known_architectures import known_hidden_layers
from core.nn.layers import LayerSpec
from core.nn.misfit import find_misfit
from core.nn.topology import Topology
from gui.architecture.activation_box import ActivationBox
from gui.architecture.activation_names import FORMULAS
from gui.architecture.add_layer_button import AddLayerButton
from gui.architecture.architecture_settings import ArchitectureOptions
from gui.architecture.known_networks import KnownNetworks
from gui.architecture.layer_rows import LayerRows
from gui.architecture.layer_settings import new_layer
from gui.architecture.layer_words import misfit_sentence
from gui.architecture.structure_text import shapes_text
from gui.theme.tokens import Theme
from gui.widgets.announcement import announce
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.card import Card
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill, row
from gui.widgets.more_button import MoreButton
from gui.widgets.number_field import NumberField
from gui.widgets.rich_text import show_formula

# More residual layers than this begin with smaller W, so that what they add up to stays a number to learn from.
MANY_RESIDUAL = 8
LARGEST_SEED = 2**31 - 1
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
        self._picture: tuple[int, int] | None = None
        self._parameter_count = 0
        # Whether each layer has a box of its own; all of them may hold the same activation.
        self._each = False
        self._usual = "relu"
        self._text = new_label("architecture_text", wraps=True)
        self._rows = LayerRows(self._why_not)
        self._rows.layers_wanted.connect(self._want_layers)
        self._rows.refused.connect(self._refuse)
        self._add = AddLayerButton()
        self._add.kind_chosen.connect(self._on_add)
        self._refusal = new_label("layers_refusal", "refusal", wraps=True, is_plain=True)
        self._refusal.hide()
        self._known = KnownNetworks()
        self._known.network_wanted.connect(self._on_known_wanted)
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
        # In one row, or the last of the three steps would not be seen.
        self._add_row = row(self._add, (self._known, 1))
        count_row = row((self._count, 1), self._more_button)
        count_row.setSpacing(0)
        fill(
            self.column,
            self._text,
            self._rows,
            self._refusal,
            self._add_row,
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
        self._add.set_theme(theme)
        self._known.set_theme(theme)
        self._add_row.setSpacing(round(theme.px(2)))
        self._more_button.set_theme(theme)

    def show_architecture(
        self,
        architecture: Architecture,
        sizes: tuple[int, ...],
        parameter_count: int,
        dropout: float = 0.0,
        weights_name: str = "",
        picture: tuple[int, int] | None = None,
    ) -> None:
        """Show this function set: neurons per layer, input and output included, and how many numbers θ holds.

        `dropout` is the probability of a hidden neuron to be silent in training: the function is another one then.
        `weights_name` is the file that the initial weights came from, "" where they were drawn. `picture` is (rows,
        columns) of the data, None where they are no picture.
        """
        if architecture != self._architecture or picture != self._picture:
            self._refuse("")
        if architecture not in (self._architecture, self._asked):
            self._each = not isinstance(architecture.activation, str)
        self._architecture = self._asked = architecture
        self._sizes, self._parameter_count, self._picture = tuple(sizes), parameter_count, picture
        self._show_layers()
        self._seed.show_value(architecture.seed)
        self._more.show_architecture(architecture, self._sizes[0], dropout, weights_name)
        self._show_count()
        self.show_content()

    def commands(self) -> list[tuple[str, QAction]]:
        """The panel's title, and what asks for a network that has a name, where these data can be given to it."""
        known = self._known.commands
        for name, command in known.items():
            command.setEnabled(not self._why_not(known_hidden_layers(name, self._picture)))
        return [(self.accessibleName(), command) for command in known.values()]

    # --- parts

    def _show_layers(self) -> None:
        activation = self._architecture.activation
        names = self._architecture.activations
        if names and isinstance(activation, str):
            self._usual = activation
        self._rows.show_layers(self._architecture.hidden_layers, self._sizes[0], self._each)
        self._activation.show_value(EACH if self._each else self._usual)
        self._formula.setVisible(not self._each)
        if not self._each:
            # With residual connections a is more than that.
            is_residual = any(self._architecture.residual(self._sizes[0]))
            name = "<i>f</i>(<i>z</i>)" if is_residual else "<i>a</i>"
            show_formula(self._formula, f"{name} = {FORMULAS[self._usual]}")

    def _want(self, architecture: Architecture) -> None:
        count, before = (sum(of.residual(self._sizes[0])) for of in (architecture, self._architecture))
        if count > MANY_RESIDUAL >= before and architecture.skip_scale == 1.0:
            # At 1 the signal of a hundred residual layers begins at 10²², and is never learned from.
            architecture = architecture.changed(skip_scale=round(1 / sqrt(count), 2))
        self._asked = architecture
        self.architecture_wanted.emit(architecture)

    def _want_layers(self, hidden: tuple[LayerSpec, ...]) -> None:
        """Ask for these hidden layers, the first of which reads the data as they lie."""
        self._refuse("")
        self._want(self._architecture.with_hidden(hidden).on_picture(self._picture))

    def _on_add(self, kind: type[LayerSpec]) -> None:
        hidden, names = self._architecture.hidden_layers, self._architecture.activations
        like = next((layer for layer in reversed(hidden) if isinstance(layer, kind)), None)
        activation = names[-1] if names else self._usual
        self._rows.add_layer(new_layer(kind, like, activation, self._architecture.skip))

    def _on_known_wanted(self, name: str) -> None:
        hidden = known_hidden_layers(name, self._picture)
        problem = self._why_not(hidden)
        if problem:
            self._refuse(problem)
        else:
            self._refuse("")
            self._want(self._architecture.with_hidden(hidden))

    def _why_not(self, hidden: tuple[LayerSpec, ...]) -> str:
        """A sentence where such hidden layers make no network for these data; "" where they do."""
        layers = self._architecture.with_hidden(hidden).on_picture(self._picture)
        misfit = find_misfit(layers.with_outputs(self._sizes[-1]).layers, self._sizes[0], self._picture)
        return "" if misfit is None else misfit_sentence(misfit)

    def _refuse(self, sentence: str) -> None:
        """Say below the layers why something was not done; "" takes that away."""
        self._refusal.setText(sentence and f"\u26a0 {sentence}")
        self._refusal.setVisible(bool(sentence))
        announce(self._refusal, sentence)

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
        self._add.show_full(len(self._architecture.hidden_layers) >= MAX_HIDDEN_LAYERS, MAX_HIDDEN_LAYERS)
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
        layers = self._architecture.with_outputs(self._sizes[-1]).layers
        return shapes_text(Topology(layers, self._sizes[:1]).shapes, self._picture)
