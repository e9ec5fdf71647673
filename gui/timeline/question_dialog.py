"""When did it …? Questions about the run on screen, each with its answer and a way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.engine.questions import QuestionAnswered, QuestionProgress
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.timeline import question_words as words
from gui.timeline.question_row import QuestionRow
from gui.timeline.question_subjects import Subject
from gui.timeline.questions import Answer
from gui.widgets.buttons import close_box
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.dialog_size import resize_within_screen, width_on_screen
from gui.widgets.labels import new_label
from gui.widgets.number_field import ABOVE_0, NumberField
from gui.widgets.number_text import as_set, mean_text, total_text
from gui.widgets.tabs_and_scrolling import scrolling, width_with_bar
from gui.widgets.translated import Translated

LARGEST = 1e12
# So many changes of a sign are offered to go to, the last ones.
MOST_CHANGES = 100
ASKED = ("right", "dead", "sign", "largest")
"""The questions that are answered by looking at the past, not by what was measured."""


class QuestionDialog(Translated, QDialog):
    """It blocks nothing, and its answers follow the training."""

    total_wanted = Signal(float)
    """When L was first under this number is asked."""
    update_wanted = Signal(int)
    """This update is to be shown."""
    subject_chosen = Signal(str, str)
    """Another subject is chosen for this question, by its key."""
    closer_wanted = Signal(str)
    cancel_wanted = Signal(str)
    """This question's answer is to be looked for closer, or no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question_dialog")
        self.setModal(False)
        self._least: Answer | None = None
        self._own: Answer | None = None
        self._below: Answer | None = None
        self._count, self._has_edits = 0, False
        self._subjects: dict[str, tuple[Subject, ...]] = {}
        self._answers: dict[str, QuestionAnswered] = {}
        self._progress: dict[str, QuestionProgress | None] = {}
        # Where somebody has gone while a closer look was under way.
        self._early: dict[str, int] = {}
        self._is_available = True
        self.total = NumberField("first_below", False, ABOVE_0, LARGEST)
        self.total.value_entered.connect(lambda value: self.total_wanted.emit(float(value)))
        self.total.textChanged.connect(self._show_below)
        self._example = new_label("right_subject", is_plain=True)
        self.boxes = {name: ChoiceBox(f"{name}_subject") for name in ("dead", "sign")}
        for name, box in self.boxes.items():
            box.chosen.connect(lambda key, n=name: self.subject_chosen.emit(n, key))
        self.changes = ChoiceBox("sign_changes")
        self.changes.chosen.connect(lambda _: self._show("sign"))
        self.rows = {
            "least": QuestionRow("least"),
            "below": QuestionRow("below", self.total),
            "right": QuestionRow("right", self._example),
            "dead": QuestionRow("dead", self.boxes["dead"]),
            "sign": QuestionRow("sign", self.boxes["sign"], self.changes),
            "largest": QuestionRow("largest"),
        }
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        for name, row in self.rows.items():
            row.update_wanted.connect(lambda update, n=name: self._on_update_wanted(n, update))
            row.closer_wanted.connect(lambda n=name: self.closer_wanted.emit(n))
            row.cancel_wanted.connect(lambda n=name: self.cancel_wanted.emit(n))
            self._inside.addWidget(row)
            if name == "below":
                self._inside.addWidget(self.total.note)
        self._note = new_label("measured_note", "caption", wraps=True)
        self._inside.addWidget(self._note)
        self._inside.addStretch(1)
        close = close_box()
        close.rejected.connect(self.reject)
        # Return takes the number that is typed.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = self._outer = QVBoxLayout(self)
        self._area = scrolling("question_area", inside)
        column.addWidget(self._area, 1)
        column.addWidget(close)
        self._type = FittingType(self, self._needed, self._dress, inside)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes, and type that is no larger than the screen has room for."""
        self._type.set_theme(theme)
        resize_within_screen(self, theme.px(660), theme.px(570))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type.fit(width_on_screen(self))

    def _needed(self) -> float:
        """What the questions need, the bar that scrolls them, and the edges."""
        edges = self._outer.contentsMargins()
        needed = width_with_bar(self._area, self._inside.minimumSize().width())
        return needed + edges.left() + edges.right()

    def _dress(self, theme: Theme) -> None:
        margin = round(theme.px(10))
        self._inside.setContentsMargins(margin, margin, 2 * margin, margin)
        self._inside.setSpacing(round(theme.px(14)))
        self._example.setFont(theme.font("body"))
        for row in self.rows.values():
            row.set_theme(theme)

    def show_answers(
        self,
        least: Answer | None,
        below: Answer | None,
        count: int,
        own: Answer | None = None,
        has_edits: bool = False,
    ) -> None:
        """Show what was measured; None where it never was so. It was at `count` updates.

        Where parameters were set by hand, `has_edits`, what was measured before an edit of the same update is not
        among them.

        Of a branch, `own` is the least test loss of its own part: what the timeline and the table of runs call its
        least. It is said besides where the least of all was before the branch began.
        """
        self._least, self._below, self._count, self._own = least, below, count, own
        self._has_edits = has_edits
        said = self._words(least, is_mean=True)
        if own is not None and own != least:
            said += " · " + self.tr("in the branch itself: {answer}").format(
                answer=self._words(own, is_mean=True)
            )
        self._show_measured("least", least, said)
        self._show_below()
        note = self.tr(
            "The first two: of the updates of this run at which L was measured ({count}). "
            "✓: made again, with the same bits."
        )
        if count == 1:
            note = self.tr(
                "The first two: of the only update of this run at which L was measured. "
                "✓: made again, with the same bits."
            )
        self._note.setText(note.format(count=f"{count:,}"))

    def show_subjects(self, name: str, subjects: Sequence[Subject], key: str) -> None:
        """What "right", "dead" or "sign" may be asked about; the one with this key is chosen."""
        self._subjects[name] = tuple(subjects)
        if name == "right":
            self._example.setText(subjects[0].name if subjects else "")
        else:
            box = self.boxes[name]
            box.clear()
            for subject in subjects:
                box.addItem(subject.name, subject.key)
            box.show_value(key)
            box.setVisible(bool(subjects))
        self._show(name)

    def show_answer(self, name: str, answer: QuestionAnswered | None) -> None:
        """What is known; None before the first answer to a question."""
        if answer is None:
            self._answers.pop(name, None)
        else:
            self._answers[name] = answer
        self._progress[name] = None
        self._early.pop(name, None)
        if name == "sign":
            self._show_changes(answer)
        self._show(name)

    def show_progress(self, name: str, progress: QuestionProgress | None) -> None:
        """How far a closer look is; None: none is under way."""
        self._progress[name] = progress
        if progress is None:
            self._early.pop(name, None)
        self._show(name)

    def set_available(self, available: bool) -> None:
        """Whether there is an engine that looks for answers; those that it has given stay."""
        self._is_available = available
        self._early.clear()
        for name in ASKED:
            self._progress[name] = None
            self._show(name)

    def early_of(self, name: str) -> int | None:
        """Where somebody has gone while this question's answer is looked for closer; None where nobody has."""
        return self._early.get(name)

    def target_of(self, name: str) -> int | None:
        """The update that the answer to a question leads to."""
        return self.rows[name].target

    # --- parts

    def _show_measured(self, name: str, answer: Answer | None, said: str) -> None:
        self.rows[name].show_answer(
            words.measured_words(said, answer is not None, self._count, self._has_edits),
            None if answer is None else answer.update,
        )

    def _show_below(self) -> None:
        """The answer is of the number that holds: it says so where another text stands in the field."""
        said = self._words(self._below, is_mean=False)
        self._show_measured("below", self._below, said)
        if self.total.isModified() and not self.total.shows_value:
            row = self.rows["below"]
            number = as_set(float(self.total.value))
            said = self.tr("first under {number}: {answer}").format(number=number, answer=row.answer.text())
            row.show_answer(said, row.target)

    def _on_update_wanted(self, name: str, update: int) -> None:
        self.update_wanted.emit(update)
        if self._progress.get(name) is not None:
            self._early[name] = update
            self._show(name)

    def _show_changes(self, answer: QuestionAnswered | None) -> None:
        self.changes.clear()
        count = 0 if answer is None else len(answer.spans)
        for place in range(count - 1, max(-1, count - 1 - MOST_CHANGES), -1):
            assert answer is not None
            self.changes.addItem(words.change_words(answer, place), int(answer.spans[place, 1]))
        self.changes.setVisible(count > 0)

    def _show(self, name: str) -> None:
        row, answer = self.rows[name], self._answers.get(name)
        progress, chosen = self._progress.get(name), self._chosen(name)
        if name != "largest" and (chosen is None or chosen.question is None):
            row.show_answer(self._nothing(name) if chosen is None else chosen.reason, None)
            row.show_closer("", "")
            if name == "sign":
                self.changes.hide()
            return
        text, target = "…", None
        if not self._is_available:
            text = self.tr("The training’s process has ended: “Retry” starts it again.")
        if answer is not None:
            text = _ANSWERS[name](answer)
            if name == "sign":
                target = self.changes.value
            elif len(answer.spans):
                target = int(answer.spans[-1, 1])
        if progress is not None:
            lines = [text, words.progress_words(progress)]
            if name in self._early:
                lines.append(words.early_words(self._early[name]))
            row.show_answer("\n".join(lines), target)
            row.show_closer(self.tr("Cancel"), self.tr("Look no closer"), is_searching=True)
        else:
            row.show_answer(text, target)
            row.show_closer(*words.closer_words(answer if self._is_available else None))

    def _chosen(self, name: str) -> Subject | None:
        subjects = self._subjects.get(name, ())
        if name == "right":
            return subjects[0] if subjects else None
        key = self.boxes[name].value if name in self.boxes else None
        return next((subject for subject in subjects if subject.key == key), None)

    def _nothing(self, name: str) -> str:
        if name == "dead":
            return self.tr("Point at a hidden neuron in the network, or pin it.")
        if name == "sign":
            return self.tr(
                "Point at a connection in the network (with the keyboard: Shift and the arrow keys), or pin it."
            )
        return self.tr("There are no classes to be right about.")

    def _words(self, answer: Answer | None, is_mean: bool) -> str:
        if answer is None:
            return self.tr("not measured yet")
        update = f"{answer.update:,}"
        if is_mean:
            text = self.tr("update {update}: mean Cⁿ {mean}")
            return text.format(update=update, mean=mean_text(answer.value))
        text = self.tr("update {update}: L = {total}")
        return text.format(update=update, total=total_text(answer.value))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("When did it …?"))
        go = self.tr("Go there")
        for name, question, tip in (
            ("least", self.tr("When was the test loss least?"), self.tr("Show the least test loss")),
            (
                "below",
                self.tr("When was L first under"),
                self.tr("Show where L was first under this number"),
            ),
            (
                "right",
                self.tr("Since when is this example right for good?"),
                self.tr("Show since when this example is right"),
            ),
            ("dead", self.tr("When did this neuron die?"), self.tr("Show where this neuron died")),
            (
                "sign",
                self.tr("When did this weight change its sign?"),
                self.tr("Show where this weight changed its sign"),
            ),
            ("largest", self.tr("Which update changed θ most?"), self.tr("Show the largest ‖Δθ‖")),
        ):
            self.rows[name].set_words(question, go, tip)
        self.total.set_texts(self.tr("When was L first under"), self.tr("A total loss L"))
        neuron, weight = self.tr("Neuron that is asked about"), self.tr("Weight that is asked about")
        pointed = self.tr("What was pointed at last, and what is pinned")
        self.boxes["dead"].set_texts(neuron, pointed, {})
        self.boxes["sign"].set_texts(weight, pointed, {})
        self.changes.set_texts(
            self.tr("Change of sign to go to"), self.tr("The changes of sign, the last one first"), {}
        )
        self.show_answers(self._least, self._below, self._count, self._own, self._has_edits)
        self._show_changes(self._answers.get("sign"))
        for name in ASKED:
            self._show(name)


_ANSWERS = {
    "right": words.right_words,
    "dead": words.dead_words,
    "sign": words.sign_words,
    "largest": words.largest_words,
}
