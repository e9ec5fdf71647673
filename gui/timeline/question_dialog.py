"""When did it …? Questions about the run on screen, each with its answer and a way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme.tokens import Theme
from gui.timeline.questions import Answer
from gui.widgets.buttons import set_words
from gui.widgets.dialog_size import resize_within_screen
from gui.widgets.labels import new_label
from gui.widgets.number_field import ABOVE_0, NumberField
from gui.widgets.number_text import mean_text, total_text
from gui.widgets.translated import Translated

LARGEST = 1e12


class QuestionDialog(Translated, QDialog):
    """It blocks nothing, and its answers follow the training."""

    total_wanted = Signal(float)
    """When L was first under this number is asked."""
    update_wanted = Signal(int)
    """This update is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question_dialog")
        self.setModal(False)
        self._least: Answer | None = None
        self._below: Answer | None = None
        self._count = 0
        self._least_question, self._below_question = QLabel(), QLabel()
        self.total = NumberField("first_below", False, ABOVE_0, LARGEST)
        self.total.value_entered.connect(lambda value: self.total_wanted.emit(float(value)))
        self._least_answer, self._below_answer = new_label("least_answer"), new_label("below_answer")
        self._least_button, self._below_button = QPushButton(), QPushButton()
        for button, name in ((self._least_button, "go_to_least"), (self._below_button, "go_to_below")):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._least_button.clicked.connect(lambda: self._go_to(self._least))
        self._below_button.clicked.connect(lambda: self._go_to(self._below))
        self._note = new_label("measured_note", "caption", wraps=True)
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._least_question, 0, 0, 1, 2)
        grid.addWidget(self._least_answer, 0, 2)
        grid.addWidget(self._least_button, 0, 3)
        grid.addWidget(self._below_question, 1, 0)
        grid.addWidget(self.total, 1, 1)
        grid.addWidget(self._below_answer, 1, 2)
        grid.addWidget(self._below_button, 1, 3)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        # Return takes the number that is typed.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        inside = QVBoxLayout(self)
        inside.addLayout(grid)
        inside.addWidget(self.total.note)
        inside.addWidget(self._note)
        inside.addStretch(1)
        inside.addWidget(close)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        resize_within_screen(self, theme.px(560), theme.px(190))

    def show_answers(self, least: Answer | None, below: Answer | None, count: int) -> None:
        """Show them; None where it never was so. They are of `count` updates at which L was measured."""
        self._least, self._below, self._count = least, below, count
        self._least_answer.setText(self._words(least, is_mean=True))
        self._below_answer.setText(self._words(below, is_mean=False))
        self._least_button.setEnabled(least is not None)
        self._below_button.setEnabled(below is not None)
        note = self.tr("Of the {count} updates of this run at which L was measured.")
        self._note.setText(note.format(count=f"{count:,}"))

    def _words(self, answer: Answer | None, is_mean: bool) -> str:
        if answer is None:
            return self.tr("not yet")
        update = f"{answer.update:,}"
        if is_mean:
            text = self.tr("update {update}: mean Cⁿ {mean}")
            return text.format(update=update, mean=mean_text(answer.value))
        text = self.tr("update {update}: L = {total}")
        return text.format(update=update, total=total_text(answer.value))

    def _go_to(self, answer: Answer | None) -> None:
        if answer is not None:
            self.update_wanted.emit(answer.update)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("When did it …?"))
        self._least_question.setText(self.tr("When was the test loss least?"))
        self._below_question.setText(self.tr("When was L first under"))
        self.total.set_texts(self.tr("When was L first under"), self.tr("A total loss L"))
        least, below = (
            self.tr("Show the least test loss"),
            self.tr("Show where L was first under this number"),
        )
        set_words(self._least_button, self.tr("Go there"), least, least)
        set_words(self._below_button, self.tr("Go there"), below, below)
        self.show_answers(self._least, self._below, self._count)
