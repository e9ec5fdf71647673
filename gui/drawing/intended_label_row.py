"""Up to ten buttons for a drawing's intended label."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import discard
from gui.widgets.sentence_text import with_article
from gui.widgets.translated import Translated

PER_ROW = 5
MAX_CLASSES = 10


class IntendedLabelRow(Translated, QWidget):
    """At most one is chosen; choosing it again takes the answer back."""

    intended_label_changed = Signal(object)
    """The class (an int) that the drawing is meant to be; None: no label any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meant_row")
        self._question = new_label("meant_question")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._question, 0, 0, 1, PER_ROW)
        self._theme = Theme()
        self._names: tuple[str, ...] = ()
        self._buttons: list[QToolButton] = []
        self.show_classes(tuple("0123456789"))

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._theme = theme
        self._grid.setSpacing(round(theme.px(2)))
        self._question.setFont(theme.font("caption"))
        # The same in every language, so that the room for the answer is.
        self._question.setFixedHeight(round(theme.px(18)))
        for button in self._buttons:
            button.setFont(theme.font("body"))
            button.setFixedHeight(round(theme.px(24)))
            button.setMinimumWidth(round(theme.px(24)))

    def show_classes(self, names: tuple[str, ...]) -> None:
        """Offer these answers; more than the row has room for are not asked for."""
        names = names if len(names) <= MAX_CLASSES else ()
        if names == self._names:
            return
        self._names = names
        discard(*self._buttons)
        self._buttons = [self._button(number, name) for number, name in enumerate(names)]
        self._question.setVisible(bool(names))
        self.set_theme(self._theme)
        self._retranslate()

    def _button(self, number: int, name: str) -> QToolButton:
        # A long name is cut, not the column made wider.
        button = tab_button(
            QToolButton(), f"meant_{number}", lambda checked: self._on_clicked(number if checked else None)
        )
        button.setText(name)
        button.setCheckable(True)
        button.setStyleSheet("padding: 0; min-width: 0;")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(button, 1 + number // PER_ROW, number % PER_ROW)
        return button

    def show_intended_label(self, digit: int | None) -> None:
        """Show this answer; None: no answer."""
        for i, button in enumerate(self._buttons):
            button.setChecked(i == digit)

    def _on_clicked(self, digit: int | None) -> None:
        self.show_intended_label(digit)
        self.intended_label_changed.emit(digit)

    def _retranslate(self) -> None:
        question = self.tr("Which one did you mean?")
        self._question.setText(question)
        self.setAccessibleName(question)
        self.setWhatsThis(
            self.tr(
                "Say which one you meant, and there is a target ŷ: C of your drawing and its gradient are "
                "shown. Without it there is no C and no backward wave. The network is not trained on your "
                "drawing."
            )
        )
        for name, button in zip(self._names, self._buttons, strict=True):
            meant = with_article(self.tr("I meant a {digit}"), name)
            again = with_article(self.tr("I meant a {digit}; again: I do not say"), name)
            button.setAccessibleName(meant.format(digit=name))
            button.setToolTip(again.format(digit=name))
