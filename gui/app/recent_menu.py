"""The submenu of the sessions that were opened or saved last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
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
        # They stay: whoever lists all commands holds them while the files change.
        self._entries: list[QAction] = []
        self._retranslate()
        self.show_files(())

    def show_files(self, paths: Sequence[str]) -> None:
        """Offer these, in this order; where there are none it can't be opened."""
        while len(self._entries) < len(paths):
            self._entries.append(self._new_entry(len(self._entries)))
        for entry, path in zip_longest(self._entries, paths):
            entry.setEnabled(path is not None)
            if path is None:
                self.removeAction(entry)
                continue
            # An ampersand would be taken for the mark of a letter.
            entry.setText(short_name(path).replace("&", "&&"))
            entry.setToolTip(path)
            entry.setData(path)
            self.addAction(entry)
        self.menuAction().setEnabled(bool(paths))

    def _new_entry(self, number: int) -> QAction:
        entry = QAction(self)
        entry.setObjectName(f"action_recent_{number}")
        entry.triggered.connect(lambda: self.file_wanted.emit(entry.data()))
        return entry

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Open recent"))
