"""What else belongs to goodness: which loss, and what large weights cost."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from core.engine.messages import ExactLoss, RunInfo
from core.training.config import LOSSES
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.number_text import compact
from gui.widgets.setting_rows import SettingRows
from gui.widgets.translated import Translated

LARGEST_PENALTY = 10.0


class GoodnessMore(Translated, QWidget):
    """The loss, and L1 and L2 with what they add; they are no part of any C or of L."""

    loss_wanted = Signal(str)
    setting_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goodness_more")
        self._exact: ExactLoss | None = None
        self._loss_label, self._penalty = QLabel(), QLabel()
        self._penalty.setObjectName("penalty")
        for label in (self._loss_label, self._penalty):
            label.setProperty("role", "caption")
            label.setWordWrap(True)
        self._loss = ChoiceBox()
        self._loss.setObjectName("loss")
        self._loss.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._loss.setMinimumContentsLength(8)
        for name in LOSSES:
            self._loss.addItem("", name)
        self._loss.activated.connect(self._on_loss_chosen)
        self._rows = SettingRows()
        for name in ("l1", "l2"):
            self._rows.add(name, False, 0, LARGEST_PENALTY)
        self._rows.setting_wanted.connect(self.setting_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._loss_label, self._loss, self._rows, self._penalty):
            self._column.addWidget(part)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(4)))
        self._rows.set_theme(theme)

    def show_run(self, info: RunInfo) -> None:
        """Show this run's loss and penalties; where numbers are to be met there is no cross-entropy."""
        with QSignalBlocker(self._loss):
            self._loss.setCurrentIndex(self._loss.findData(info.config.loss))
        model = self._loss.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self._loss.findData("cross_entropy")).setEnabled(bool(info.data.class_names))
        self._rows.show_value("l1", info.config.l1)
        self._rows.show_value("l2", info.config.l2)

    def show_exact(self, exact: ExactLoss | None) -> None:
        """What the penalties come to after this update; nothing where they are 0."""
        self._exact = exact
        lines = []
        if exact is not None and exact.penalty:
            terms = (("λ₁ Σ|<i>w</i>|", exact.l1), ("½ λ₂ Σ <i>w</i>²", exact.l2))
            lines = [f"{term} = {compact(value, 3)}" for term, value in terms if value]
            lines.append(self.tr("beside the mean Cⁿ = {mean}").format(mean=compact(exact.train_mean, 3)))
        self._penalty.setText("<br>".join(lines))
        self._penalty.setVisible(bool(lines))

    @Slot()
    def _on_loss_chosen(self) -> None:
        self.loss_wanted.emit(str(self._loss.currentData()))

    def _retranslate(self) -> None:
        self._loss_label.setText(self.tr("Cⁿ of one example"))
        self._loss.setAccessibleName(self.tr("Loss"))
        self._loss.setToolTip(self.tr("What a wrong answer costs; another loss begins a new curve of L"))
        losses = {
            "cross_entropy": (
                self.tr("cross-entropy"),
                self.tr("−ln of the confidence in the right answer; it needs softmax or sigmoid outputs"),
            ),
            "squared_error": (
                self.tr("squared error"),
                self.tr(
                    "½ Σ (y − ŷ)²; on softmax or sigmoid its gradient fades where an answer is surely wrong"
                ),
            ),
        }
        for i in range(self._loss.count()):
            text, tip = losses[self._loss.itemData(i)]
            self._loss.setItemText(i, text)
            self._loss.setItemData(i, tip, Qt.ItemDataRole.ToolTipRole)
        allowed = self.tr("a number from 0 to {most}").format(most=f"{LARGEST_PENALTY:g}")
        tips = {
            "l1": self.tr("λ₁ Σ|w| is added to the mean C: many weights become 0"),
            "l2": self.tr("½ λ₂ Σ w² is added to the mean C: weights stay small"),
        }
        for number, (name, tip) in enumerate(tips.items(), 1):
            label = f"L{number} <i>λ</i><sub>{number}</sub>"
            self._rows.set_texts(name, label, f"L{number}", tip, allowed)
        self.show_exact(self._exact)
