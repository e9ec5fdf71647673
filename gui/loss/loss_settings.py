"""What else belongs to goodness: which loss, and what large weights cost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.analysis.exact_losses import ExactLoss
from core.engine.messages import RunInfo
from core.training.config import LOSSES, largest
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import compact
from gui.widgets.rich_text import show_formula
from gui.widgets.setting_rows import SettingRows
from gui.widgets.translated import Translated


class LossOptions(Translated, QWidget):
    """The loss, and L1 and L2 with what they add; they are no part of any C or of L."""

    setting_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("goodness_more")
        self._exact: ExactLoss | None = None
        self._loss_label = new_label(role="caption", wraps=True)
        self._penalty = new_label("penalty", role="caption", wraps=True)
        self._loss = ChoiceBox("loss", LOSSES, letters=8)
        self._loss.chosen.connect(lambda loss: self.setting_wanted.emit("loss", loss))
        self._rows = SettingRows()
        for name in ("l1", "l2"):
            self._rows.add(name, False, 0, largest(name))
        self._rows.setting_wanted.connect(self.setting_wanted)
        self._column = column(self, self._loss_label, self._loss, self._rows, self._penalty)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._column.setSpacing(round(theme.px(4)))
        self._rows.set_theme(theme)

    def show_run(self, info: RunInfo) -> None:
        """Show this run's loss and penalties; for regression there is no cross-entropy."""
        self._loss.show_value(info.config.loss)
        self._loss.set_available("cross_entropy", bool(info.data.class_names))
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
        show_formula(self._penalty, "<br>".join(lines))
        self._penalty.setVisible(bool(lines))

    def _retranslate(self) -> None:
        self._loss_label.setText(self.tr("Cⁿ of one example"))
        self._loss.set_texts(
            self.tr("Loss"),
            self.tr("What a wrong answer costs; another loss begins a new curve of L"),
            {
                "cross_entropy": (
                    self.tr("cross-entropy"),
                    self.tr(
                        "softmax: −ln of the confidence in the right answer; sigmoid outputs add −ln(1 − y) of each"
                        " of the others"
                    ),
                ),
                "squared_error": (
                    self.tr("squared error"),
                    self.tr(
                        "½ Σ (y − ŷ)²; with softmax or sigmoid outputs its gradient is small where the network is sure"
                        " of a wrong answer"
                    ),
                ),
            },
        )
        tips = {
            "l1": self.tr(
                "λ₁ Σ|w| is added to the mean C: it pulls every weight towards 0 by λ₁, however large the weight is"
            ),
            "l2": self.tr("½ λ₂ Σ w² is added to the mean C: it pulls every weight towards 0 by λ₂ w"),
        }
        for number, (name, tip) in enumerate(tips.items(), 1):
            label = f"L{number} <i>λ</i><sub>{number}</sub>"
            self._rows.set_texts(name, label, f"L{number}", tip)
        self.show_exact(self._exact)
