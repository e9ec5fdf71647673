"""Ten buttons for the question which digit a drawing was meant to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.theme import Theme

PER_ROW = 5


class MeantRow(QWidget):
    """At most one of the ten is chosen; choosing it again takes the answer back."""

    meant_changed = Signal(object)
    """The learner says which digit (an int) it was meant to be; None: says nothing any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meant_row")
        self._meant: int | None = None
        self._question = QLabel()
        self._question.setObjectName("meant_question")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._question, 0, 0, 1, PER_ROW)
        self._buttons: list[QToolButton] = []
        for digit in range(10):
            button = QToolButton()
            button.setObjectName(f"meant_{digit}")
            button.setText(str(digit))
            button.setCheckable(True)
            button.setStyleSheet("padding: 0; min-width: 0;")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda checked, d=digit: self._on_clicked(d if checked else None))
            self._grid.addWidget(button, 1 + digit // PER_ROW, digit % PER_ROW)
            self._buttons.append(button)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._grid.setSpacing(round(theme.px(2)))
        self._question.setFont(theme.font("caption"))
        # The same in every language, so that the room for the answer is.
        self._question.setFixedHeight(round(theme.px(18)))
        for button in self._buttons:
            button.setFont(theme.font("body"))
            button.setFixedHeight(round(theme.px(24)))
            button.setMinimumWidth(round(theme.px(24)))

    def show_meant(self, digit: int | None) -> None:
        """Show this answer; None: no answer."""
        self._meant = digit
        for i, button in enumerate(self._buttons):
            button.setChecked(i == digit)

    @property
    def meant(self) -> int | None:
        """The answer, if one is given."""
        return self._meant

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_clicked(self, digit: int | None) -> None:
        self.show_meant(digit)
        self.meant_changed.emit(digit)

    def _retranslate(self) -> None:
        question = self.tr("Which digit did you mean?")
        self._question.setText(question)
        self.setAccessibleName(question)
        self.setWhatsThis(
            self.tr(
                "Say which digit you meant, and there is a target ŷ: C of your drawing and its gradient are "
                "shown. Without it there is no C and no backward wave. The network is not trained on your "
                "drawing."
            )
        )
        for digit, button in enumerate(self._buttons):
            button.setAccessibleName(self.tr("I meant a {digit}").format(digit=digit))
            button.setToolTip(self.tr("I meant a {digit}; again: I do not say").format(digit=digit))
