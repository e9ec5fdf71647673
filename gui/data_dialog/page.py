"""What the pages of the data dialog share: rows of named controls, and the seed at their end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from core.data.dataset_spec import DatasetSpec
from gui.theme.tokens import Theme
from gui.widgets.layouts import column
from gui.widgets.setting_rows import SettingRows
from gui.widgets.translated import Translated

LARGEST_SEED = 2**31 - 1


class DataPage(Translated, QWidget):
    """One source of examples. Subclasses add their controls, and return what was chosen."""

    changed = Signal()
    """Something else is chosen now."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.rows = SettingRows()
        self.values: dict[str, float] = {}
        self.rows.setting_wanted.connect(self._on_value)
        self.column = column(self)

    def choice(self) -> DatasetSpec:
        """What is chosen."""
        raise NotImplementedError

    def show_choice(self, choice: DatasetSpec) -> None:
        """Show this choice, which is of this page's source."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Focus the first control."""
        self.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self.rows.set_theme(theme)
        self.column.setSpacing(round(theme.px(8)))

    def add_row(self, name: str, whole: bool, least: float, most: float, value: float) -> None:
        """One more number, from `least` to `most`; `value` at first."""
        self.rows.add(self._full(name), whole, least, most)
        self.set_value(name, value)

    def set_value(self, name: str, value: float) -> None:
        """Show this number in its row."""
        self.values[name] = value
        self.rows.show_value(self._full(name), value)

    def set_texts(self, name: str, label: str, tip: str) -> None:
        """A row's label, and its tip."""
        self.rows.set_texts(self._full(name), label, label, tip)

    def _retranslate(self) -> None:
        # The seed is the same on every page.
        self.set_texts(
            "seed",
            QCoreApplication.translate("DataPage", "Seed"),
            QCoreApplication.translate("DataPage", "The same seed gives the same examples"),
        )

    def _on_value(self, name: str, value: float) -> None:
        self.values[name.removeprefix(self._full(""))] = value
        self.changed.emit()

    def _full(self, name: str) -> str:
        # Every field of the window has a name of its own.
        return f"{self.objectName()}_{name}"
