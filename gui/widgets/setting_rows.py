"""Rows of a label and a number each, for the settings that a card shows on demand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.theme.tokens import Theme
from gui.widgets.number_field import NumberField
from gui.widgets.rich_text import show_formula


class SettingRows(QWidget):
    """Each row is a number of the settings, called by the settings' own name for it."""

    setting_wanted = Signal(str, object)
    """The user has entered this number for this setting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[str, QLabel] = {}
        self._fields: dict[str, NumberField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    @property
    def names(self) -> tuple[str, ...]:
        """Which settings have a row, from top to bottom."""
        return tuple(self._fields)

    def add(self, name: str, whole: bool, least: float, most: float) -> None:
        """One more row, below the others, for a number from `least` to `most`."""
        row = len(self._fields)
        field = NumberField(name, whole, least, most)
        field.value_entered.connect(lambda value, n=name: self.setting_wanted.emit(n, value))
        self._labels[name], self._fields[name] = QLabel(), field
        self._grid.addWidget(self._labels[name], row, 0)
        self._grid.addWidget(field, row, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._grid.setSpacing(round(theme.px(4)))

    def set_range(self, name: str, least: float, most: float) -> None:
        """The numbers that the row takes from now on."""
        self._fields[name].set_range(least, most)

    def set_texts(self, name: str, label: str, words: str, tip: str) -> None:
        """The row's label, its accessible name, and its tip."""
        show_formula(self._labels[name], label)
        self._labels[name].setToolTip(tip)
        self._fields[name].set_texts(words, tip)

    def show_value(self, name: str, value: float) -> None:
        """Show this number."""
        self._fields[name].show_value(value)

    def commit(self) -> bool:
        """Take what is being typed; False when a row refuses it, which then has the keyboard."""
        for field in self._fields.values():
            if not field.isHidden() and not field.commit():
                field.setFocus()
                field.selectAll()
                return False
        return True

    def show_row(self, name: str, shown: bool) -> None:
        """Whether the row means anything at present."""
        self._labels[name].setVisible(shown)
        self._fields[name].show_field(shown)
