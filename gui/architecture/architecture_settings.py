"""What else belongs to a function set: its outputs, where the search begins, and residual connections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from core.nn.architecture import Architecture
from core.nn.dense import OUTPUTS
from core.nn.initializers import INITIALIZERS, initializer_named
from gui.architecture.function_formula import function_formula
from gui.architecture.weights_title import weights_title
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_field import ABOVE_0
from gui.widgets.number_text import plain
from gui.widgets.rich_text import show_formula
from gui.widgets.setting_rows import SettingRows
from gui.widgets.translated import Translated

MAX_SPREAD_INPUTS = 2
LARGEST_SCALE, LARGEST_SKIP_SCALE = 100.0, 10.0


class ArchitectureOptions(Translated, QWidget):
    """Outputs, initial weights, residual connections, the function written out; each change wants a new network."""

    architecture_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("function_set_more")
        self._architecture, self._n_in, self._dropout = Architecture.dense(), 1, 0.0
        self._weights_name = ""
        self._output_label = new_label(role="caption", wraps=True)
        self._output = ChoiceBox("output", OUTPUTS, letters=8)
        self._output.chosen.connect(lambda output: self._want(output=output))
        self._start_label = new_label(role="caption", wraps=True)
        self._start = ChoiceBox("initializer", INITIALIZERS, letters=8)
        self._start.chosen.connect(self._on_start_chosen)
        self._scale, self._skip_scale = SettingRows(), SettingRows()
        self._scale.add("initial_scale", False, 0, LARGEST_SCALE)
        self._skip_scale.add("skip_scale", False, 0, LARGEST_SKIP_SCALE)
        for rows in (self._scale, self._skip_scale):
            rows.setting_wanted.connect(lambda name, scale: self._want(**{name: float(scale)}))
        self._skip = tab_button(QCheckBox(), "skip")
        self._skip.clicked.connect(lambda skip: self._want(skip=skip))
        self._residual = new_label("residual_layers", "caption", wraps=True)
        # Names of functions and indices only, and never markup.
        self._formula = new_label("function_formula", "caption", wraps=True, is_plain=True)
        self._column = column(
            self,
            self._output_label,
            self._output,
            self._start_label,
            self._start,
            self._scale,
            self._skip,
            self._residual,
            self._skip_scale,
            self._formula,
        )
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(4)))
        self._scale.set_theme(theme)
        self._skip_scale.set_theme(theme)
        self._skip.setMinimumHeight(round(theme.px(24)))

    @property
    def formula(self) -> str:
        """The function written out, and what dropout makes of it in training."""
        formula = function_formula(self._architecture, self._n_in)
        if not self._dropout or not self._architecture.hidden_layers:
            return formula
        words = self.tr("in training: each hidden f(z) × {factor}, or × 0 with probability {share}")
        return f"{formula}\n" + words.format(
            factor=plain(1 / (1 - self._dropout), 3), share=plain(self._dropout)
        )

    def show_architecture(
        self, architecture: Architecture, n_in: int, dropout: float = 0.0, weights_name: str = ""
    ) -> None:
        """Show what belongs to this function set of `n_in` inputs; with dropout in training.

        Weights from a file of this name were not drawn: no way to draw them is shown as chosen then.
        """
        self._architecture, self._n_in, self._dropout = architecture, n_in, dropout
        self._weights_name = weights_name
        self._output.show_value(architecture.output)
        self._start.show_value(None if weights_name else architecture.initializer)
        self._start.set_available("spread", n_in <= MAX_SPREAD_INPUTS)
        initializer = initializer_named(architecture.initializer)
        self._scale.setVisible(initializer.scale is not None and not weights_name)
        if initializer.scale is not None:
            self._scale.show_value("initial_scale", initializer.scale_from(architecture.initial_scale))
        with QSignalBlocker(self._skip):
            self._skip.setChecked(architecture.skip)
        # It is the hidden layers' own: where there is none, it can't be chosen.
        self._skip.setEnabled(bool(architecture.activations))
        self._residual.setVisible(architecture.skip)
        self._skip_scale.setVisible(architecture.skip and not weights_name)
        self._skip_scale.show_value("skip_scale", architecture.skip_scale)
        self._retranslate_numbers()

    def _want(self, **changes: Any) -> None:
        wanted = self._architecture.changed(**changes)
        if wanted != self._architecture:
            self.architecture_wanted.emit(wanted)

    def _on_start_chosen(self, name: str) -> None:
        if name != self._architecture.initializer:
            self._want(initializer=name, initial_scale=initializer_named(name).scale)
        elif self._weights_name:
            # Drawn in this way they are others than the file's.
            self.architecture_wanted.emit(self._architecture)

    def _retranslate(self) -> None:
        self._output_label.setText(self.tr("Output layer"))
        self._output.set_texts(
            self.tr("Output layer"),
            self.tr("What the last layer makes of its sums z"),
            {
                "softmax": (self.tr("softmax"), self.tr("confidences whose sum is 1")),
                "sigmoid": (self.tr("sigmoid"), self.tr("each output by itself between 0 and 1")),
                "identity": (
                    self.tr("identity"),
                    self.tr("y = z, any number; it goes with the squared error"),
                ),
            },
        )
        self._start_label.setText(self.tr("Initial weights"))
        n_in, n_out = self.tr("inputs"), self.tr("outputs")
        normal, uniform = self.tr("{name}, normal"), self.tr("{name}, uniform")
        deviations = {
            "he": ("He", f"√(2 / {n_in})"),
            "glorot": ("Glorot", f"√(2 / ({n_in} + {n_out}))"),
            "lecun": ("LeCun", f"√(1 / {n_in})"),
        }
        texts: dict[str, str | tuple[str, str]] = {}
        for name, (author, deviation) in deviations.items():
            tip = self.tr("random, standard deviation {deviation} of the layer").format(deviation=deviation)
            texts[name] = (normal.format(name=author), tip)
            texts[f"{name}_uniform"] = (uniform.format(name=author), tip)
        texts["normal"] = (self.tr("normal, σ by hand"), self.tr("random, standard deviation σ everywhere"))
        texts["constant"] = (
            self.tr("all the same"),
            self.tr(
                "Every weight is the same number: the neurons of a layer begin as copies of each other,"
                " and mostly stay so."
            ),
        )
        texts["zero"] = (
            self.tr("all zero"),
            self.tr(
                "Every weight is 0: no gradient passes back at first, and with plain ReLU layers only the output's"
                " biases are ever learned."
            ),
        )
        texts["spread"] = (
            self.tr("spread"),
            self.tr(
                "For 1 or 2 inputs only: weights ±s, and biases that spread the neurons evenly over the inputs"
                " from −1 to 1."
            ),
        )
        self._start.set_texts(
            self.tr("Initial weights"), self.tr("Where the search begins: the weights at update 0"), texts
        )
        tip = self.tr(
            "A hidden layer adds its input to its output, a = a_prev + f(z), wherever both have the same shape:"
            " signal and gradient then have a second way past the layer."
        )
        set_words(self._skip, self.tr("Residual connections"), tip)
        self._skip_scale.set_texts(
            "skip_scale",
            self.tr("their W starts ×"),
            self.tr("Scale of the residual layers' initial weights"),
            self.tr(
                "Their initial weights are multiplied by this; near 0 every residual layer begins as little more than"
                " a_prev + f(0), which suits many layers."
            ),
        )
        self._retranslate_numbers()

    def _retranslate_numbers(self) -> None:
        architecture = self._architecture
        name = weights_title(self._weights_name)
        from_file = self.tr("from {name}").format(name=name) if name else ""
        self._start.setPlaceholderText(from_file)
        # What is only a placeholder nobody reads out, and a long name is not seen to its end.
        self._start.setAccessibleDescription(from_file)
        tip = self.tr("Where the search begins: the weights at update 0")
        self._start.setToolTip(f"{tip}\n{from_file}".strip())
        least = 0.0
        label, words = "σ", self.tr("Standard deviation of the weights")
        if architecture.initializer == "spread":
            least = ABOVE_0
            label, words = "s", self.tr("Size of the first weights")
        elif architecture.initializer == "constant":
            least = -LARGEST_SCALE
            label, words = "w =", self.tr("Value of every weight")
        self._scale.set_range("initial_scale", least, LARGEST_SCALE)
        self._scale.set_texts("initial_scale", label, words, words)
        count = sum(architecture.residual(self._n_in))
        show_formula(
            self._residual,
            "<i>a</i> = <i>a</i><sub>prev</sub> + <i>f</i>(<i>z</i>)<br>"
            + self.tr("in {count} of {all} hidden layers").format(
                count=count, all=len(architecture.hidden_layers)
            ),
        )
        self._residual.setToolTip(
            self.tr("Only where a layer makes as many neurons, or maps of the same size, as it reads")
        )
        formula = self.formula
        self._formula.setText(formula)
        self._formula.setAccessibleName(self.tr("The function: {formula}").format(formula=formula))
