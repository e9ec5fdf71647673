"""The choice over how many of the last batches a mean is drawn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.loss.smoothing import WINDOWS
from gui.widgets.sentence_text import labelled
from gui.widgets.translated import Translated


class SmoothingMenu(Translated, QMenu):
    """Off, or one of some windows."""

    window_wanted = Signal(int)
    """Of how many of the last batches; 0 for off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("menu_smoothing")
        group = QActionGroup(self)
        self._windows: dict[int, QAction] = {}
        for window in WINDOWS:
            action = group.addAction(QAction(self))
            action.setObjectName(f"smoothing_{window}")
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, window=window: self.window_wanted.emit(window))
            self._windows[window] = action
        self.addActions(group.actions())
        self.show_window(0)
        self._retranslate()

    def show_window(self, window: int) -> None:
        """Show this one as chosen."""
        self._windows[window].setChecked(True)

    @property
    def words(self) -> str:
        """What is chosen."""
        return labelled(self.title(), next(act.text() for act in self.actions() if act.isChecked()))

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Smoothing"))
        for window, action in self._windows.items():
            text = self.tr("Off: the batches as they are")
            if window:
                text = self.tr("Mean of the last {window} batches").format(window=f"{window:,}")
            action.setText(text)
