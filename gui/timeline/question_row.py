"""One question about the past: what it is about, its answer, a way there, and a closer look."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words
from gui.widgets.labels import new_label
from gui.widgets.layouts import row


class QuestionRow(QWidget):
    """A question on the first line, its answer below.

    Parameters
    ----------
    name : str
        Its parts are called after it.
    subject : QWidget, optional
        Where is said what the question is about.
    choice : QWidget, optional
        Where one of several answers is chosen.

    Attributes
    ----------
    target : int or None
        The update that the answer leads to.
    """

    update_wanted = Signal(int)
    """The update of the answer is to be shown."""
    closer_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, name: str, subject: QWidget | None = None, choice: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.target: int | None = None
        self._is_searching = False
        self.question = QLabel()
        self.answer = new_label(f"{name}_answer", wraps=True, is_plain=True)
        self._go, self._closer = QPushButton(), QPushButton()
        for button, kind in ((self._go, "go_to"), (self._closer, "closer")):
            button.setObjectName(f"{kind}_{name}")
            # Return takes the number that is typed.
            button.setAutoDefault(False)
        self._go.clicked.connect(self._on_go)
        self._closer.clicked.connect(self._on_closer)
        self._closer.hide()
        first = (self.question,) if subject is None else (self.question, subject)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(row(*first, None))
        self._lines.addLayout(row((self.answer, 1), self._closer, self._go))
        if choice is not None:
            self._lines.addLayout(row(choice, None))

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._lines.setSpacing(round(theme.px(4)))
        for label in (self.question, self.answer):
            label.setFont(theme.font("body"))

    def show_answer(self, words: str, target: int | None) -> None:
        """Show what is known, and lead to this update; None leads nowhere."""
        self.answer.setText(words)
        self.target = target
        self._go.setEnabled(target is not None)

    def show_closer(self, text: str, tip: str, is_searching: bool = False) -> None:
        """Offer to look closer, or to end that; "" for nothing to be gained."""
        self._is_searching = is_searching
        self._closer.setVisible(bool(text))
        set_words(self._closer, text, tip, f"{self.question.text()} {text}")

    def set_words(self, question: str, go: str, tip: str) -> None:
        """What is asked, what leads there, and what that button is called."""
        self.question.setText(question)
        set_words(self._go, go, tip, tip)

    def _on_go(self) -> None:
        if self.target is not None:
            self.update_wanted.emit(self.target)

    def _on_closer(self) -> None:
        (self.cancel_wanted if self._is_searching else self.closer_wanted).emit()
