"""What selects on the ledger's page, and what is selected there, in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.theme.tokens import Theme
from gui.widgets.announcement import announce, switched
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.layouts import beside
from gui.widgets.translated import Translated


class SelectionBar(Translated, QWidget):
    """Passive: one line of words and a way to select none; hidden while none is selected.

    Attributes
    ----------
    button : QPushButton
        Stands among the page's tools: on the terms it switches what a drag does, of the classes it selects a cell's.
    """

    clear_wanted = Signal()
    """No example is to be selected any more."""
    framing_changed = Signal(bool)
    """From now on a drag over the wall selects, or moves the wall."""
    these_wanted = Signal()
    """The examples of the gallery are to be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_selection")
        self.button = tab_button(QPushButton(), "ledger_select")
        self.button.setProperty("role", "picture")
        self.button.setCheckable(True)
        self.button.clicked.connect(self._on_clicked)
        self._view, self._is_framing = "terms", False
        self._words = FittingLabel("ledger_selected")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clear = tab_button(QPushButton(), "ledger_clear", self.clear_wanted)
        self._row = beside(self, (self._words, 1), self._clear)
        self.show_selected()
        self._retranslate()

    @property
    def has_selected(self) -> bool:
        """Whether examples are selected."""
        return not self.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._row.setSpacing(round(theme.px(8)))
        self._words.setFont(theme.font("caption"))

    def show_view(self, view: str) -> None:
        """The terms, the classes or the map are looked at; on the map nothing is selected, only shown."""
        self._view = view
        self.button.setVisible(view != "map")
        self.button.setCheckable(view == "terms")
        self.button.setChecked(view == "terms" and self._is_framing)
        self._retranslate()

    def show_selected(self, *words: str) -> None:
        """What is selected, the most important statement first; nothing for none."""
        self._words.show_statements([(len(words) - i, text) for i, text in enumerate(words) if text])
        self.setVisible(bool(words))

    def _on_clicked(self, is_checked: bool) -> None:
        if self._view == "classes":
            self.these_wanted.emit()
        else:
            self._is_framing = is_checked
            announce(self.button, switched(self.button.accessibleName(), is_checked))
            self.framing_changed.emit(is_checked)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What is selected"))
        tip = self.tr("Select no example any more (Esc)")
        set_words(self._clear, self.tr("&Clear"), tip, self.tr("Select none"))
        if self._view == "classes":
            words = self.tr("Se&lect these"), self.tr("Select the examples of the chosen cell, row or column")
        else:
            words = (
                self.tr("Se&lect"),
                self.tr("A drag over the wall selects what it frames, as with Shift; off, it moves the wall"),
            )
        set_words(self.button, *words)
