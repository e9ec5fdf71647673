"""What else there is to the search: how the rate goes on, what is cut short, and when it ends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.optim.schedules import SCHEDULES
from core.training.config import TrainingConfig, largest
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.setting_rows import SettingRows
from gui.widgets.translated import Translated

MAX_UPDATES = 10_000_000


class OptimizerOptions(Translated, QWidget):
    """Schedule and warm-up of the rate; weight decay, clipping, dropout, patience. None of them loses the run."""

    setting_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("best_function_more")
        self._schedule_label = new_label(role="caption")
        self._schedule = ChoiceBox("schedule", SCHEDULES, letters=8)
        self._schedule.chosen.connect(lambda name: self.setting_wanted.emit("schedule", name))
        self._rows = SettingRows()
        for name, whole, least, most in (
            ("schedule_period", True, 1, MAX_UPDATES),
            ("schedule_factor", False, 1e-6, largest("schedule_factor")),
            ("warm_up", True, 0, MAX_UPDATES),
            ("weight_decay", False, 0, largest("weight_decay")),
            ("clip_norm", False, 0, largest("clip_norm")),
            ("dropout", False, 0, largest("dropout")),
            ("patience", True, 0, MAX_UPDATES),
        ):
            self._rows.add(name, whole, least, most)
        self._rows.setting_wanted.connect(self.setting_wanted)
        self._column = column(self, self._schedule_label, self._schedule, self._rows)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(4)))
        self._rows.set_theme(theme)

    def show_settings(self, config: TrainingConfig) -> None:
        """Show these settings; what means nothing with them is hidden."""
        self._schedule.show_value(config.schedule)
        for name in self._rows.names:
            self._rows.show_value(name, getattr(config, name))
        self._rows.show_row("schedule_period", config.schedule != "constant")
        self._rows.show_row("schedule_factor", config.schedule == "step")
        self._rows.show_row("weight_decay", config.optimizer == "adamw")

    def _retranslate(self) -> None:
        self._schedule_label.setText(self.tr("How the rate changes"))
        self._schedule.set_texts(
            self.tr("Schedule of the learning rate"),
            self.tr("How the learning rate η changes over the updates"),
            {
                "constant": self.tr("always η"),
                "step": self.tr("in steps"),
                "cosine": self.tr("cosine to 0"),
            },
        )
        for name, label, tip in (
            (
                "schedule_period",
                self.tr("Updates"),
                self.tr("Number of updates from one step to the next, or until the cosine reaches 0"),
            ),
            ("schedule_factor", self.tr("Factor"), self.tr("At every step η is multiplied by this number")),
            (
                "warm_up",
                self.tr("Warm up"),
                self.tr("η rises to its full value over this many updates at the start; 0: no warm-up"),
            ),
            (
                "weight_decay",
                self.tr("Decay"),
                self.tr("Weight decay λ of AdamW: each update first multiplies θ by 1 − η · λ"),
            ),
            (
                "clip_norm",
                self.tr("Clip ∇ at"),
                self.tr(
                    "If the gradient, over all of θ, is longer than this, it is shortened to this length; 0: never"
                ),
            ),
            (
                "dropout",
                self.tr("Dropout"),
                self.tr(
                    "In training each hidden neuron is switched off for an example with this probability p; otherwise"
                    " its output is multiplied by 1 / (1 − p). L and the accuracy are measured without dropout"
                ),
            ),
            (
                "patience",
                self.tr("Early stop"),
                self.tr(
                    "Early stopping: the training pauses when the test loss, measured after each epoch, has reached no"
                    " new minimum for this many epochs in a row; 0: never"
                ),
            ),
        ):
            self._rows.set_texts(name, label, label, tip)
