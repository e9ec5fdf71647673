"""Asks what a file of weights does not say of itself: which activation stands behind its Linear layers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.exchange.opened_weights import OpenedWeights
from gui.architecture.activation_box import ActivationBox
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words
from gui.widgets.labels import new_label
from gui.widgets.work_dialog import WorkDialog

FIRST_OFFERED = "relu"
"""What hidden layers are assumed to have."""


class WeightsDialog(WorkDialog):
    """Shown where the file names no activations; ReLU is what is offered first."""

    activation_chosen = Signal(object, str)
    """The opened weights, and what their hidden layers are to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("weights_dialog", "weights", "open_weights", "cancel_weights", 360, parent)
        self._opened: OpenedWeights | None = None
        # It quotes a file's name.
        self._question = new_label("weights_question", wraps=True, is_plain=True)
        self._label = new_label("weights_activation_label", role="caption")
        self._activation = ActivationBox("weights_activation")
        self._label.setBuddy(self._activation)
        self._place(self._question, self._label, self._activation)
        self._retranslate()

    def show_weights(self, opened: OpenedWeights) -> None:
        """Ask about these; who has chosen before is offered that again."""
        self._opened = opened
        self._retranslate()

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        self._question.setFont(theme.font("body"))

    def _on_accepted(self) -> None:
        assert self._opened is not None
        self.activation_chosen.emit(self._opened, self._activation.value)
        self.accept()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open weights"))
        self.setAccessibleName(self.tr("Open weights"))
        self.setWhatsThis(
            self.tr(
                "A file of weights from PyTorch holds numbers, not what is between them. With another activation the"
                " same weights are another function."
            )
        )
        opened = self._opened
        if opened is not None:
            question = self.tr(
                "{name} has the layers {sizes}, but does not say which activation function its hidden layers have."
            )
            sizes = " → ".join(f"{size:,}" for size in opened.sizes)
            self._question.setText(question.format(name=opened.weights.name, sizes=sizes))
        self._label.setText(self.tr("Activation function of the hidden layers"))
        self._activation.retranslate()
        self._activation.set_texts(
            self.tr("Activation function of the hidden layers"),
            self.tr("What stands behind each Linear in the code that the file was saved by"),
            {},
        )
        set_words(self._begin, self.tr("Open"), self.tr("Begin a run with these weights"))
        set_words(self._cancel, self.tr("Cancel"), self.tr("Leave everything as it is"))
