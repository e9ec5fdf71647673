"""A box with all activations; open, it shows what each of them computes."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.nn.activations import ACTIVATIONS
from gui.architecture.activation_names import activation_title
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.qt_overrides import ReportsExceptions

_FORMULA = Qt.ItemDataRole.UserRole + 1


class _WithFormula(ReportsExceptions, QStyledItemDelegate):
    """A line of the open box: the name, then the formula."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        formula = index.data(_FORMULA)
        if formula:
            option.text = f"{index.data()}:  {formula}"

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        # High enough to be hit.
        size = super().sizeHint(option, index)
        return QSize(size.width() + 8, max(24, round(1.5 * size.height())))


class ActivationBox(ChoiceBox):
    """Chooses one of the engine's activations, by its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name, ACTIVATIONS, letters=3)
        for i, activation in enumerate(ACTIVATIONS.values()):
            self.setItemData(i, re.sub(r"^f\(z\) = ", "", activation.formula), _FORMULA)
        self.setItemDelegate(_WithFormula(self))
        self.retranslate()

    def retranslate(self) -> None:
        """Write the names in the language of now."""
        for i, name in enumerate(ACTIVATIONS):
            self.setItemText(i, activation_title(name))
