"""The submenu of the sessions that were opened or saved last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.widgets.file_names import short_name
from gui.widgets.translated import Translated


class RecentMenu(Translated, QMenu):
    """One entry a file, by its name; its whole path is the tip."""

    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu_recent")
        self.setToolTipsVisible(True)
        self._retranslate()
        self.show_files(())

    def show_files(self, paths: Sequence[str]) -> None:
        """Offer these, in this order; where there are none it can't be opened."""
        self.clear()
        for number, path in enumerate(paths):
            # An ampersand would be taken for the mark of a letter.
            action = self.addAction(short_name(path).replace("&", "&&"))
            action.setObjectName(f"action_recent_{number}")
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self.file_wanted.emit(path))
        self.menuAction().setEnabled(bool(paths))

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Open recent"))
