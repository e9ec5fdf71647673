"""What else belongs to a function set: its outputs, where the search begins, and residual connections."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from core.nn.architecture import Structure
from core.nn.initializers import INITIALIZERS, initializer_named
from core.nn.network import OUTPUTS
from gui.architecture.function_formula import function_formula
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.number_field import NumberField
from gui.widgets.number_text import plain
from gui.widgets.translated import Translated

MOST_SPREAD_INPUTS = 2
LARGEST_SCALE, LARGEST_SKIP_SCALE = 100.0, 10.0


class FunctionSetMore(Translated, QWidget):
    """Outputs, initial weights, residual connections, the function written out; each change wants a new network."""

    structure_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("function_set_more")
        self._structure, self._n_in = Structure(), 1
        self._output_label = QLabel()
        self._output = ChoiceBox()
        self._output.setObjectName("output")
        for name in OUTPUTS:
            self._output.addItem("", name)
        self._output.activated.connect(self._on_output_chosen)
        self._start_label = QLabel()
        self._start = ChoiceBox()
        self._start.setObjectName("initializer")
        for name in INITIALIZERS:
            self._start.addItem("", name)
        self._start.activated.connect(self._on_start_chosen)
        self._scale_label = QLabel()
        self._scale = NumberField("initial_scale", False, self._is_scale, plain)
        self._scale.value_entered.connect(self._on_scale_entered)
        self._skip = QCheckBox()
        self._skip.setObjectName("skip")
        self._skip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._skip.clicked.connect(self._on_skip_clicked)
        self._residual = QLabel()
        self._residual.setObjectName("residual_layers")
        self._formula = QLabel()
        self._formula.setObjectName("function_formula")
        # Names of functions and indices only, and never markup.
        self._formula.setTextFormat(Qt.TextFormat.PlainText)
        for box in (self._output, self._start):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        for label in (self._output_label, self._start_label, self._residual, self._formula):
            label.setProperty("role", "caption")
            label.setWordWrap(True)
        self._skip_label = QLabel()
        self._skip_scale = NumberField(
            "skip_scale", False, lambda value: 0 <= value <= LARGEST_SKIP_SCALE, plain
        )
        self._skip_scale.value_entered.connect(self._on_skip_scale_entered)
        self._place()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        for layout in (self._column, self._scale_grid, self._skip_grid):
            layout.setSpacing(round(theme.px(4)))
        box = round(theme.px(24))
        self._skip.setMinimumHeight(box)

    def show_structure(self, structure: Structure, n_in: int) -> None:
        """Show what belongs to this function set of `n_in` inputs."""
        self._structure, self._n_in = structure, n_in
        with QSignalBlocker(self._output):
            self._output.setCurrentIndex(self._output.findData(structure.output))
        with QSignalBlocker(self._start):
            self._start.setCurrentIndex(self._start.findData(structure.initializer))
        model = self._start.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self._start.findData("spread")).setEnabled(n_in <= MOST_SPREAD_INPUTS)
        initializer = initializer_named(structure.initializer)
        taken = initializer.scale is not None
        self._scale_label.setVisible(taken)
        self._scale.setVisible(taken)
        self._scale.sentence.setVisible(taken and bool(self._scale.refusal))
        if taken:
            self._scale.show_value(initializer.scale_from(structure.initial_scale))
        with QSignalBlocker(self._skip):
            self._skip.setChecked(structure.skip)
        for part in (self._residual, self._skip_label, self._skip_scale):
            part.setVisible(structure.skip)
        self._skip_scale.sentence.setVisible(structure.skip and bool(self._skip_scale.refusal))
        self._skip_scale.show_value(structure.skip_scale)
        self._retranslate_numbers()

    def _place(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scale_grid, self._skip_grid = QGridLayout(), QGridLayout()
        for grid, label, field in (
            (self._scale_grid, self._scale_label, self._scale),
            (self._skip_grid, self._skip_label, self._skip_scale),
        ):
            grid.addWidget(label, 0, 0)
            grid.addWidget(field, 0, 1)
            grid.addWidget(field.sentence, 1, 0, 1, 2)
            grid.setColumnStretch(1, 1)
        self._column.addWidget(self._output_label)
        self._column.addWidget(self._output)
        self._column.addWidget(self._start_label)
        self._column.addWidget(self._start)
        self._column.addLayout(self._scale_grid)
        self._column.addWidget(self._skip)
        self._column.addWidget(self._residual)
        self._column.addLayout(self._skip_grid)
        self._column.addWidget(self._formula)

    def _is_scale(self, value: float) -> bool:
        name = self._structure.initializer
        if name == "spread":
            return 0 < value <= LARGEST_SCALE
        return (0 if name == "normal" else -LARGEST_SCALE) <= value <= LARGEST_SCALE

    @Slot()
    def _on_output_chosen(self) -> None:
        output = str(self._output.currentData())
        if output != self._structure.output:
            self.structure_wanted.emit(replace(self._structure, output=output))

    @Slot()
    def _on_start_chosen(self) -> None:
        name = str(self._start.currentData())
        if name != self._structure.initializer:
            scale = initializer_named(name).scale
            self.structure_wanted.emit(replace(self._structure, initializer=name, initial_scale=scale))

    @Slot(object)
    def _on_scale_entered(self, scale: float) -> None:
        self.structure_wanted.emit(replace(self._structure, initial_scale=float(scale)))

    @Slot(bool)
    def _on_skip_clicked(self, skip: bool) -> None:
        self.structure_wanted.emit(replace(self._structure, skip=skip))

    @Slot(object)
    def _on_skip_scale_entered(self, scale: float) -> None:
        self.structure_wanted.emit(replace(self._structure, skip_scale=float(scale)))

    def _retranslate(self) -> None:
        self._output_label.setText(self.tr("Output layer"))
        self._output.setAccessibleName(self.tr("Output layer"))
        self._output.setToolTip(self.tr("What the last layer makes of its sums z"))
        for i, (text, tip) in enumerate(
            (
                (self.tr("softmax"), self.tr("confidences whose sum is 1")),
                (self.tr("sigmoid"), self.tr("each output by itself between 0 and 1")),
                (self.tr("identity"), self.tr("y = z, any number; it goes with the squared error")),
            )
        ):
            self._output.setItemText(i, text)
            self._output.setItemData(i, tip, Qt.ItemDataRole.ToolTipRole)
        self._start_label.setText(self.tr("Initial weights"))
        self._start.setAccessibleName(self.tr("Initial weights"))
        self._start.setToolTip(self.tr("Where the search begins: the weights at update 0"))
        n_in, n_out = self.tr("inputs"), self.tr("outputs")
        normal, uniform = self.tr("{name}, normal"), self.tr("{name}, uniform")
        deviations = {
            "he": ("He", f"√(2 / {n_in})"),
            "glorot": ("Glorot", f"√(2 / ({n_in} + {n_out}))"),
            "lecun": ("LeCun", f"√(1 / {n_in})"),
        }
        texts = {}
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
        for i in range(self._start.count()):
            text, tip = texts[self._start.itemData(i)]
            self._start.setItemText(i, text)
            self._start.setItemData(i, tip, Qt.ItemDataRole.ToolTipRole)
        self._skip.setText(self.tr("Residual connections"))
        self._skip.setAccessibleName(self.tr("Residual connections"))
        self._skip.setToolTip(
            self.tr(
                "A hidden layer adds its input to its output, a = a_prev + f(z), wherever both have the same width:"
                " signal and gradient then have a second way past the layer."
            )
        )
        self._skip_label.setText(self.tr("their W starts ×"))
        self._skip_scale.set_texts(
            self.tr("Scale of the residual layers' initial weights"),
            self.tr(
                "Their initial weights are multiplied by this; near 0 every residual layer begins as almost nothing"
                " but a_prev, which suits many layers."
            ),
            self.tr("a number from 0 to {most}").format(most=f"{LARGEST_SKIP_SCALE:g}"),
        )
        self._retranslate_numbers()

    def _retranslate_numbers(self) -> None:
        structure = self._structure
        name, most = structure.initializer, f"{LARGEST_SCALE:g}"
        if name == "spread":
            words = "s", self.tr("Size of the first weights"), self.tr("a number over 0, up to {most}")
        elif name == "constant":
            words = "w =", self.tr("Value of every weight"), self.tr("a number from −{most} to {most}")
        else:
            words = "σ", self.tr("Standard deviation of the weights"), self.tr("a number from 0 to {most}")
        self._scale_label.setText(words[0])
        self._scale.set_texts(words[1], words[1], words[2].format(most=most))
        count = sum(structure.residual(self._n_in))
        self._residual.setText(
            "<i>a</i> = <i>a</i><sub>prev</sub> + <i>f</i>(<i>z</i>)<br>"
            + self.tr("in {count} of {all} hidden layers").format(count=count, all=len(structure.hidden))
        )
        self._residual.setToolTip(self.tr("Only where a layer has as many neurons as what it reads"))
        formula = function_formula(structure, self._n_in)
        self._formula.setText(formula)
        self._formula.setAccessibleName(self.tr("The function: {formula}").format(formula=formula))
