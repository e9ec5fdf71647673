"""Step 3 of the lecture: how the best function is picked, gradient descent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout

from core.training.config import TrainingConfig
from gui.optimizer.optimizer_formula import FORMULAS, formula_of, has_rate_on_total
from gui.optimizer.optimizer_settings import OptimizerOptions
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.card import Card
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import fill
from gui.widgets.more_button import MoreButton
from gui.widgets.number_field import ABOVE_0, NumberField
from gui.widgets.number_text import compact, plain
from gui.widgets.rich_text import show_formula

# Far less than a script may set: more is a slip of the hand.
LARGEST_RATE = 10.0
# SGD with the whole training set as its batch has a name of its own in the lecture.
GRADIENT_DESCENT = "gradient_descent"
# What makes the formula's first line higher, and isn't seen: a space without width, in larger type.
HIGH = "<big>\u200b</big>"


class OptimizerPanel(Card):
    """Optimizer with its formula, learning rate, batch size. Changing one never loses the run."""

    setting_wanted = Signal(str, object)
    """A setting by its name (``"learning_rate"``), and its new value."""
    lecture_setting_wanted = Signal()
    suited_settings_wanted = Signal()
    """Those that were tried with the network on screen are wanted."""

    def __init__(self) -> None:
        super().__init__("best_function_panel", spacing_px=4)
        self._train_count = 1
        self._config, self._update = TrainingConfig(), 0
        self._optimizer = ChoiceBox("optimizer", (GRADIENT_DESCENT, *FORMULAS), letters=10)
        self._optimizer.chosen.connect(lambda name: self.setting_wanted.emit("optimizer", name))
        self._formula = new_label("optimizer_formula", "caption", wraps=True)
        self._rate_label, self._batch_label = QLabel(), QLabel()
        self._rate = NumberField("learning_rate", False, ABOVE_0, LARGEST_RATE)
        self._rate.value_entered.connect(lambda rate: self.setting_wanted.emit("learning_rate", rate))
        self._rate_on_total = new_label("rate_on_total", "caption")
        self._batch = NumberField("batch_size", True, 1, self._train_count)
        self._batch.value_entered.connect(lambda size: self.setting_wanted.emit("batch_size", size))
        self._whole_set = new_label("whole_set")
        self._lecture = tab_button(QPushButton(), "lecture_setting", self.lecture_setting_wanted)
        self._suited = tab_button(QPushButton(), "suited_settings", self.suited_settings_wanted)
        self._suited.hide()
        self._in_force = new_label("rate_in_force", "caption")
        self._more = OptimizerOptions()
        self._more.setting_wanted.connect(self.setting_wanted)
        self._more_button = MoreButton("more_of_best_function", self._more)
        self._place()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        super().set_theme(theme)
        self._more.set_theme(theme)
        self._more_button.set_theme(theme)
        self._grid.setSpacing(round(theme.px(4)))

    def show_settings(self, config: TrainingConfig, train_count: int) -> None:
        """Show these settings; `train_count` is N."""
        self._train_count = train_count
        self._config = config
        whole = config.batch_size is None
        self._optimizer.show_value(
            GRADIENT_DESCENT if whole and config.optimizer == "sgd" else config.optimizer
        )
        # A bar over a letter of the first line reaches above the line, where a label of small type cuts it off.
        show_formula(self._formula, HIGH + formula_of(config))
        self._rate_on_total.setVisible(has_rate_on_total(config))
        self._rate.show_value(config.learning_rate)
        self._batch.set_range(1, train_count)
        self._batch.show_value(config.batch_size or train_count)
        self._batch.show_field(not whole)
        self._whole_set.setVisible(whole)
        self._more.show_settings(config)
        self._retranslate_numbers()
        self.show_update(self._update)
        self.show_content()

    def show_suited(self, are_there: bool) -> None:
        """Whether there are settings that were tried with the network on screen, and are not in force."""
        self._suited.setVisible(are_there)

    def show_update(self, update: int) -> None:
        """Show the next update's rate where the schedule makes it differ from η."""
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
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._rate_label, 0, 0)
        self._grid.addWidget(self._rate, 0, 1, 1, 2)
        rates = QVBoxLayout()
        rates.setSpacing(0)
        rates.addWidget(self._in_force)
        rates.addWidget(self._rate_on_total)
        self._grid.addLayout(rates, 2, 1, 1, 2)
        self._grid.addWidget(self._batch_label, 3, 0)
        self._grid.addWidget(self._batch, 3, 1)
        self._grid.addWidget(self._more_button, 3, 2)
        self._grid.addWidget(self._whole_set, 3, 1)
        self._whole_set.hide()
        fill(self.column, self._optimizer, self._formula, self._grid, self._lecture, self._suited, self._more)

    def _retranslate(self) -> None:
        self.set_title(self.tr("3  Pick the best function"))
        self.setWhatsThis(
            self.tr(
                "Gradient descent: change θ a little, again and again, against its gradient. C̄ is the mean Cⁿ of the"
                " batch, and the learning rate η multiplies the gradient of that mean. Where the step is proportional"
                " to the gradient, the rate for the sum L is shown, too: it is N times smaller. The training goes on"
                " when you change a rate."
            )
        )
        self._formula.setToolTip(
            self.tr(
                "One update, with all that is in force. C̄ is the mean Cⁿ of the batch, w any weight (biases have no"
                " penalty). In update number t since the optimizer was chosen, from 1 on, m̂ = m / (1 − 0.9ᵗ) and"
                " v̂ = v / (1 − 0.999ᵗ). A schedule counts the updates k before this one, from where it was chosen."
            )
        )
        self._optimizer.set_texts(
            self.tr("Optimizer"),
            self.tr("How an update of θ is made from the gradient"),
            {
                GRADIENT_DESCENT: self.tr("Gradient descent"),
                "sgd": self.tr("SGD (batches)"),
                "momentum": self.tr("Momentum"),
                "nesterov": self.tr("Nesterov"),
                "adagrad": self.tr("AdaGrad"),
                "rmsprop": self.tr("RMSProp"),
                "adam": self.tr("Adam"),
                "adamw": self.tr("AdamW"),
            },
        )
        self._rate_label.setText(self.tr("Rate η"))
        self._rate.set_texts(
            self.tr("Learning rate"),
            self.tr("Learning rate η: over 0, up to {most}").format(most=plain(LARGEST_RATE)),
            self.tr("a learning rate over 0, up to {most}").format(most=plain(LARGEST_RATE)),
        )
        self._batch_label.setText(self.tr("Batch"))
        tip = self.tr("Plain gradient descent with batches of one example")
        set_words(self._lecture, self.tr("The lecture's setting"), tip)
        tip = self.tr("Optimizer, rate, schedule and batch that were tried with this network")
        set_words(self._suited, self.tr("Settings that suit it"), tip)
        tip = self.tr("Schedule, warm-up, clipping, dropout, early stopping")
        set_words(self._more_button, self.tr("More"), tip, self.tr("More of the best function"))
        self._retranslate_numbers()

    def _retranslate_numbers(self) -> None:
        count = f"{self._train_count:,}"
        self._batch.set_texts(self.tr("Batch size"), self.tr("Number of examples in one update"))
        self._whole_set.setText(self.tr("all {count}").format(count=count))
        self._whole_set.setToolTip(self.tr("Every update uses the whole training set"))
        rate = compact(self._config.learning_rate / self._train_count)
        self._rate_on_total.setText(self.tr("on L: η / N = {rate}").format(rate=rate))
