"""Step 3 of the lecture: how the best function is picked, gradient descent."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.training.config import TrainingConfig
from gui.optimizer.optimizer_settings import BestFunctionMore
from gui.theme.tokens import Theme
from gui.widgets.card import Card
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.more_button import MoreButton
from gui.widgets.number_field import NumberField
from gui.widgets.number_text import compact, plain

LARGEST_RATE = 10.0
# SGD with the whole training set as its batch has a name of its own in the lecture.
GRADIENT_DESCENT = "gradient_descent"
_THETA, _ETA, _GRADIENT = "<i>θ</i>", "<i>η</i>", "∇"
_MOMENTS = (
    f"<i>m</i> ← 0.9 <i>m</i> + 0.1 {_GRADIENT}<i>C̄</i><br>"
    f"<i>v</i> ← 0.999 <i>v</i> + 0.001 ({_GRADIENT}<i>C̄</i>)²<br>"
)
_ADAM = f"{_THETA} ← {_THETA} − {_ETA} <i>m̂</i> / (√<i>v̂</i> + 10<sup>−8</sup>)"
FORMULAS = {
    "sgd": f"{_THETA} ← {_THETA} − {_ETA} {_GRADIENT}<i>C̄</i>",
    "momentum": f"<i>v</i> ← 0.9 <i>v</i> + {_GRADIENT}<i>C̄</i><br>{_THETA} ← {_THETA} − {_ETA} <i>v</i>",
    "nesterov": (
        f"<i>v</i> ← 0.9 <i>v</i> + {_GRADIENT}<i>C̄</i><br>"
        f"{_THETA} ← {_THETA} − {_ETA} ({_GRADIENT}<i>C̄</i> + 0.9 <i>v</i>)"
    ),
    "adagrad": (
        f"<i>s</i> ← <i>s</i> + ({_GRADIENT}<i>C̄</i>)²<br>"
        f"{_THETA} ← {_THETA} − {_ETA} {_GRADIENT}<i>C̄</i> / (√<i>s</i> + 10<sup>−10</sup>)"
    ),
    "rmsprop": (
        f"<i>s</i> ← 0.99 <i>s</i> + 0.01 ({_GRADIENT}<i>C̄</i>)²<br>"
        f"{_THETA} ← {_THETA} − {_ETA} {_GRADIENT}<i>C̄</i> / (√<i>s</i> + 10<sup>−8</sup>)"
    ),
    "adam": _MOMENTS + _ADAM,
    "adamw": f"{_MOMENTS}{_THETA} ← (1 − {{decay}} {_ETA}) {_THETA}<br>{_ADAM}",
}


def formula_of(config: TrainingConfig) -> str:
    """How the gradient becomes a change of θ, with these settings' own numbers, in rich text."""
    return FORMULAS[config.optimizer].format(decay=f"{config.weight_decay:g}")


class BestFunctionPanel(Card):
    """Optimizer with its formula, learning rate, batch size. Changing one never loses the run."""

    learning_rate_wanted = Signal(float)
    batch_size_wanted = Signal(int)
    optimizer_wanted = Signal(str)
    setting_wanted = Signal(str, object)
    """Another setting by its name, and its new value."""

    lecture_setting_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("best_function_panel")
        self._train_count = 1
        self._rate_value = 0.0
        self._config, self._update = TrainingConfig(), 0
        self._optimizer = ChoiceBox()
        self._optimizer.setObjectName("optimizer")
        for name in (GRADIENT_DESCENT, *FORMULAS):
            self._optimizer.addItem("", name)
        self._optimizer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._optimizer.setMinimumContentsLength(10)
        self._optimizer.activated.connect(self._on_optimizer_chosen)
        self._formula = QLabel()
        self._formula.setObjectName("optimizer_formula")
        self._formula.setProperty("role", "caption")
        self._rate_label, self._batch_label = QLabel(), QLabel()
        self._rate = NumberField("learning_rate", False, lambda value: 0 < value <= LARGEST_RATE, plain)
        self._rate.value_entered.connect(self._on_rate_entered)
        self._rate_on_total = QLabel()
        self._rate_on_total.setObjectName("rate_on_total")
        self._rate_on_total.setProperty("role", "caption")
        self._batch = NumberField(
            "batch_size", True, lambda value: 1 <= value <= self._train_count, lambda value: str(int(value))
        )
        self._batch.value_entered.connect(self._on_batch_entered)
        self._whole_set = QLabel()
        self._whole_set.setObjectName("whole_set")
        self._lecture = QPushButton()
        self._lecture.setObjectName("lecture_setting")
        self._lecture.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lecture.clicked.connect(self.lecture_setting_wanted)
        self._in_force = QLabel()
        self._in_force.setObjectName("rate_in_force")
        self._in_force.setProperty("role", "caption")
        self._more = BestFunctionMore()
        self._more.setting_wanted.connect(self.setting_wanted)
        self._more_button = MoreButton("more_of_best_function", self._more)
        self._place()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        super().set_theme(theme)
        self._more.set_theme(theme)
        self._more_button.set_theme(theme)
        self._column_of_body.setSpacing(round(theme.px(4)))
        self._grid.setSpacing(round(theme.px(4)))

    def show_settings(self, config: TrainingConfig, train_count: int) -> None:
        """Show these settings; `train_count` is N."""
        self._train_count = train_count
        self._rate_value = config.learning_rate
        self._config = config
        with QSignalBlocker(self._optimizer):
            is_plain = config.batch_size is None and config.optimizer == "sgd"
            self._optimizer.setCurrentIndex(
                self._optimizer.findData(GRADIENT_DESCENT if is_plain else config.optimizer)
            )
        self._formula.setText(formula_of(config))
        self._rate.show_value(config.learning_rate)
        whole = config.batch_size is None
        self._batch.show_value(train_count if config.batch_size is None else config.batch_size)
        self._batch.setVisible(not whole)
        self._batch.sentence.setVisible(not whole and bool(self._batch.refusal))
        self._whole_set.setVisible(whole)
        self._more.show_settings(config)
        self._retranslate_numbers()
        self.show_update(self._update)

    def show_update(self, update: int) -> None:
        """So many updates are made: say the next one's rate where the schedule has it differ from η."""
        self._update = update
        since = update - self._config.schedule_start
        changes = self._config.schedule != "constant" or since < self._config.warm_up
        self._in_force.setVisible(changes)
        if changes:
            rate = compact(self._config.rate_at(update), 3)
            text = self.tr("now at {rate}").format(rate=rate)
            if text != self._in_force.text():
                self._in_force.setText(text)

    def _place(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        self._column_of_body = column
        column.addWidget(self._optimizer)
        column.addWidget(self._formula)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._rate_label, 0, 0)
        self._grid.addWidget(self._rate, 0, 1, 1, 2)
        self._grid.addWidget(self._rate.sentence, 1, 0, 1, 3)
        rates = QVBoxLayout()
        rates.setSpacing(0)
        rates.addWidget(self._in_force)
        rates.addWidget(self._rate_on_total)
        self._grid.addLayout(rates, 2, 1, 1, 2)
        self._grid.addWidget(self._batch_label, 3, 0)
        self._grid.addWidget(self._batch, 3, 1)
        self._grid.addWidget(self._more_button, 3, 2)
        self._grid.addWidget(self._batch.sentence, 4, 0, 1, 3)
        self._grid.addWidget(self._whole_set, 3, 1)
        self._whole_set.hide()
        column.addLayout(self._grid)
        column.addWidget(self._lecture)
        column.addWidget(self._more)

    @Slot()
    def _on_optimizer_chosen(self) -> None:
        self.optimizer_wanted.emit(self._optimizer.currentData())

    @Slot(object)
    def _on_rate_entered(self, rate: float) -> None:
        self.learning_rate_wanted.emit(rate)

    @Slot(object)
    def _on_batch_entered(self, size: int) -> None:
        self.batch_size_wanted.emit(size)

    def _retranslate(self) -> None:
        self.set_title(self.tr("3  Pick the best function"))
        self.setWhatsThis(
            self.tr(
                "Gradient descent: change θ a little against its gradient, again and again. C̄ is the mean Cⁿ of the"
                " batch. The learning rate η multiplies the gradient of that mean; beside it stands the rate on the"
                " sum L, which is N times smaller. Changing a rate never loses the run."
            )
        )
        for i, text in enumerate(
            (
                self.tr("Gradient descent"),
                self.tr("SGD (batches)"),
                self.tr("Momentum"),
                self.tr("Nesterov"),
                self.tr("AdaGrad"),
                self.tr("RMSProp"),
                self.tr("Adam"),
                self.tr("AdamW"),
            )
        ):
            self._optimizer.setItemText(i, text)
        self._formula.setToolTip(self.whatsThis())
        self._optimizer.setAccessibleName(self.tr("Optimizer"))
        self._optimizer.setToolTip(self.tr("How the gradient becomes a change of θ"))
        self._rate_label.setText(self.tr("Rate η"))
        self._rate.set_texts(
            self.tr("Learning rate"),
            self.tr("Learning rate η: over 0, up to {most}").format(most=f"{LARGEST_RATE:g}"),
            self.tr("a learning rate over 0, up to {most}").format(most=f"{LARGEST_RATE:g}"),
        )
        self._batch_label.setText(self.tr("Batch"))
        self._lecture.setText(self.tr("The lecture's setting"))
        self._lecture.setToolTip(self.tr("Plain gradient descent with batches of one example"))
        self._more_button.setText(self.tr("More"))
        self._more_button.setAccessibleName(self.tr("More of the best function"))
        self._more_button.setToolTip(self.tr("Schedule, warm-up, clipping, dropout, early stopping"))
        self._retranslate_numbers()

    def _retranslate_numbers(self) -> None:
        count = f"{self._train_count:,}"
        self._batch.set_texts(
            self.tr("Batch size"),
            self.tr("Examples of one update"),
            self.tr("a whole number from 1 to {count}").format(count=count),
        )
        self._whole_set.setText(self.tr("all {count}").format(count=count))
        self._whole_set.setToolTip(self.tr("Every update is of the whole training set"))
        rate = compact(self._rate_value / self._train_count)
        self._rate_on_total.setText(self.tr("on L: η / N = {rate}").format(rate=rate))
