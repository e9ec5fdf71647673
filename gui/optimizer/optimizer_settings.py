"""What else there is to the search: how the rate goes on, what is cut short, and when it ends."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from core.optim.schedules import SCHEDULES
from core.training.config import TrainingConfig
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.setting_rows import SettingRows
from gui.widgets.translated import Translated

MOST_UPDATES = 10_000_000
LARGEST_NORM, LARGEST_DECAY, LARGEST_DROPOUT = 1e6, 10.0, 0.95


class BestFunctionMore(Translated, QWidget):
    """Schedule and warm-up of the rate; weight decay, clipping, dropout, patience. None of them loses the run."""

    setting_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("best_function_more")
        self._schedule_label = QLabel()
        self._schedule_label.setProperty("role", "caption")
        self._schedule = ChoiceBox()
        self._schedule.setObjectName("schedule")
        self._schedule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._schedule.setMinimumContentsLength(8)
        for name in SCHEDULES:
            self._schedule.addItem("", name)
        self._schedule.activated.connect(self._on_schedule_chosen)
        self._rows = SettingRows()
        for name, whole, least, most in (
            ("schedule_period", True, 1, MOST_UPDATES),
            ("schedule_factor", False, 1e-6, 1),
            ("warm_up", True, 0, MOST_UPDATES),
            ("weight_decay", False, 0, LARGEST_DECAY),
            ("clip_norm", False, 0, LARGEST_NORM),
            ("dropout", False, 0, LARGEST_DROPOUT),
            ("patience", True, 0, MOST_UPDATES),
        ):
            self._rows.add(name, whole, least, most)
        self._rows.setting_wanted.connect(self.setting_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._schedule_label, self._schedule, self._rows):
            self._column.addWidget(part)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(4)))
        self._rows.set_theme(theme)

    def show_settings(self, config: TrainingConfig) -> None:
        """Show these settings; what means nothing with them is hidden."""
        with QSignalBlocker(self._schedule):
            self._schedule.setCurrentIndex(self._schedule.findData(config.schedule))
        for name in ("schedule_period", "schedule_factor", "warm_up", "weight_decay", "clip_norm", "dropout"):
            self._rows.show_value(name, getattr(config, name))
        self._rows.show_value("patience", config.patience)
        self._rows.show_row("schedule_period", config.schedule != "constant")
        self._rows.show_row("schedule_factor", config.schedule == "step")
        self._rows.show_row("weight_decay", config.optimizer == "adamw")

    @Slot()
    def _on_schedule_chosen(self) -> None:
        self.setting_wanted.emit("schedule", str(self._schedule.currentData()))

    def _retranslate(self) -> None:
        self._schedule_label.setText(self.tr("How the rate goes on"))
        self._schedule.setAccessibleName(self.tr("Schedule of the learning rate"))
        self._schedule.setToolTip(self.tr("What becomes of the learning rate η in the course of the updates"))
        texts = {
            "constant": self.tr("always η"),
            "step": self.tr("in steps"),
            "cosine": self.tr("cosine to 0"),
        }
        for i in range(self._schedule.count()):
            self._schedule.setItemText(i, texts[self._schedule.itemData(i)])
        updates = self.tr("a whole number from {least} to {most}")
        number = self.tr("a number from 0 to {most}")
        most = f"{MOST_UPDATES:,}"
        for name, label, tip, allowed in (
            (
                "schedule_period",
                self.tr("Updates"),
                self.tr("Updates from one step to the next, or until the cosine has reached 0"),
                updates.format(least=1, most=most),
            ),
            (
                "schedule_factor",
                self.tr("Factor"),
                self.tr("At every step η is multiplied by this"),
                self.tr("a number over 0, up to 1"),
            ),
            (
                "warm_up",
                self.tr("Warm up"),
                self.tr("So many updates η rises first; 0 for none"),
                updates.format(least=0, most=most),
            ),
            (
                "weight_decay",
                self.tr("Decay"),
                self.tr("Weight decay of AdamW: each update θ shrinks by this times η"),
                number.format(most=f"{LARGEST_DECAY:g}"),
            ),
            (
                "clip_norm",
                self.tr("Clip ∇ at"),
                self.tr("The gradient of θ is made no longer than this; 0 leaves it as it is"),
                number.format(most=f"{LARGEST_NORM:,.0f}"),
            ),
            (
                "dropout",
                self.tr("Dropout"),
                self.tr(
                    "This share of the hidden neurons is silent for an example in training, another for each"
                ),
                number.format(most=f"{LARGEST_DROPOUT:g}"),
            ),
            (
                "patience",
                self.tr("Early stop"),
                self.tr(
                    "Early stopping: the training pauses when the exact test loss has not fallen for so many"
                    " measurements in a row; 0 for never"
                ),
                updates.format(least=0, most=most),
            ),
        ):
            self._rows.set_texts(name, label, label, tip, allowed)
