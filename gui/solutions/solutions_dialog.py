"""Are they two solutions? Two runs are chosen, and the loss between them is measured and drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from core.engine.solutions_messages import SolutionsCompared
from gui.solutions.solutions_marks import KEYS
from gui.solutions.solutions_plot import SolutionsPlot, path_words
from gui.solutions.solutions_words import (
    barrier_words,
    changed_words,
    column_names,
    examples_words,
    matching_words,
    path_name,
    place_words,
    reading,
    refusal_words,
    sorted_words,
    which_words,
)
from gui.theme.tokens import Theme
from gui.widgets.announcement import WARNING, announce
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label, show_words
from gui.widgets.layouts import row
from gui.widgets.sentence_text import labelled, listed
from gui.widgets.tabs_and_scrolling import reveal
from gui.widgets.work_dialog import WorkDialog

WIDTH_PX, HEIGHT_PX = 720.0, 640.0
MOST_COLUMNS = 4
LETTERS = 22


class SolutionsDialog(WorkDialog):
    """It blocks nothing: the training goes on, and what was measured stays as it is.

    Attributes
    ----------
    plot : SolutionsPlot
    """

    compare_wanted = Signal(int, int)
    """These two runs are to be compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "solutions_dialog",
            "solutions",
            "compare_solutions",
            "close_solutions",
            WIDTH_PX,
            parent,
            HEIGHT_PX,
        )
        self.setModal(False)
        self._names: dict[int, str] = {}
        # Why the last two were not compared.
        self._reason = ""
        self._compared: SolutionsCompared | None = None
        # What the two were called when they were compared.
        self._compared_names = "", ""
        self.run_a, self.run_b = (ChoiceBox(name, letters=LETTERS) for name in ("solutions_a", "solutions_b"))
        self._label_a, self._label_b = QLabel(), QLabel()
        for label, box in ((self._label_a, self.run_a), (self._label_b, self.run_b)):
            label.setBuddy(box)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.chosen.connect(lambda _: self._show_which())
        self._swap = tab_button(QPushButton(), "solutions_swap", self._on_swap)
        self._swap.setAutoDefault(False)
        self._which = new_label("solutions_which", "caption", wraps=True, is_plain=True)
        self.plot = SolutionsPlot()
        self.plot.place_changed.connect(lambda _: self._show_reading())
        self._reading = QGridLayout()
        self._cells = [[new_label() for _ in range(1 + MOST_COLUMNS)] for _ in range(1 + len(KEYS))]
        for number, cells in enumerate(self._cells):
            for place, cell in enumerate(cells):
                cell.setObjectName(f"solutions_reading_{number}_{place}")
                if not number or not place:
                    cell.setProperty("role", "caption")
                self._reading.addWidget(cell, number, place)
                self._reading.setColumnStretch(place, 3 if not place else 2)
        self._barriers = new_label("solutions_barriers", wraps=True)
        self._notes = new_label("solutions_notes", "caption", wraps=True)
        self._place(
            row(self._label_a, (self.run_a, 1), self._swap, self._label_b, (self.run_b, 1)),
            self._which,
            (self.plot, 1),
            self._reading,
            self._barriers,
            self._notes,
        )
        # Only now: `_place` has made the one that compares the default. Enter on this one is its own.
        self._swap.setAutoDefault(True)
        self._retranslate()

    # --- verbs

    def show_runs(self, names: Mapping[int, str]) -> None:
        """These runs can be chosen, by their names; what is chosen stays, where it is there."""
        if names == self._names:
            return
        self._names = dict(names)
        for box in (self.run_a, self.run_b):
            chosen = box.value
            box.clear()
            for run in names:
                box.addItem("", run)
            box.show_value(chosen)
        self._retranslate()

    def choose(self, run_a: int, run_b: int) -> None:
        """Show these two as chosen."""
        self.run_a.show_value(run_a)
        self.run_b.show_value(run_b)
        self._show_which()

    def show_compared(self, compared: SolutionsCompared) -> None:
        """Show what is measured so far, of the runs that were compared."""
        shown = self._compared
        # The first of a comparison has nothing measured.
        if shown is None or _ends_of(shown) != _ends_of(compared) or not compared.done:
            unknown = self.tr("run {number}")
            self._compared_names = tuple(  # type: ignore[assignment]
                self._names.get(run, unknown.format(number=run + 1))
                for run in (compared.run_a, compared.run_b)
            )
        self._compared = compared
        if compared.is_complete:
            self.show_busy(False)
            announce(self.plot, barrier_words(compared))
        else:
            if not self.is_busy:
                self.show_busy(True)
            self.show_progress(compared.done / compared.total)
        self._show_results()

    def show_changed(self, compared: SolutionsCompared) -> None:
        """Say which of the two that are shown was changed by hand or sorted since, where this is of the same two."""
        shown = self._compared
        if shown is not None and _ends_of(shown) == _ends_of(compared):
            self._compared = replace(shown, changed=compared.changed, sorted_since=compared.sorted_since)
            self._show_which()

    def show_busy(self, busy: bool) -> None:
        """Whether they are compared."""
        super().show_busy(busy)
        self._show_what_cancel_does()
        # Where it is cancelled, what is measured by then stays, and is not all.
        self._show_notes()

    def show_cancelled(self) -> None:
        """It is measured no further: that is said, and comes into sight where it has to be scrolled to."""
        self.show_busy(False)
        compared = self._compared
        ended = self.tr("It was ended before anything was measured.")
        announce(self.plot, ended if compared is None else examples_words(compared, goes_on=False))
        # A turn later: only then the column is as high as their new lines.
        QTimer.singleShot(0, self, lambda: reveal(self._notes, self._notes))

    def show_refused(self, reason: str) -> None:
        """Say why two runs are not compared (`solutions_words.refusal_words`)."""
        self._reason = reason
        self.show_error(refusal_words(reason))

    def show_nothing(self) -> None:
        """Nothing is compared, nor under way."""
        self.show_busy(False)
        self._compared = None
        self._show_results()

    # --- parts

    def _dress(self, theme: Theme) -> None:
        super()._dress(theme)
        self.plot.set_theme(theme)
        plain = (cell for cells in self._cells[1:] for cell in cells[1:])
        for label in (self._label_a, self._label_b, self._barriers, *plain):
            label.setFont(theme.font("body"))

    def _on_accepted(self) -> None:
        if self.run_a.value is not None and self.run_b.value is not None:
            self.compare_wanted.emit(self.run_a.value, self.run_b.value)

    def _on_swap(self) -> None:
        self.choose(self.run_b.value, self.run_a.value)
        boxes = (self._label_a, self.run_a), (self._label_b, self.run_b)
        announce(self._swap, listed(labelled(label.text(), box.currentText()) for label, box in boxes))
        if self._compared is None and not self.is_busy:
            return
        # The other way round it is another comparison: B's neurons are matched to those of A.
        self._on_accepted()
        if self.is_busy:
            self._compared = None
            self._show_results()

    def _show_results(self) -> None:
        compared = self._compared
        self.plot.show_compared(compared)
        self._show_which()
        show_words(self._barriers, "" if compared is None else barrier_words(compared))
        self._show_notes()
        self._show_reading()

    def _show_which(self) -> None:
        compared, lines = self._compared, ["", ""]
        if compared is not None:
            lines = [
                which_words(compared, *self._compared_names),
                changed_words(compared),
                sorted_words(compared),
            ]
            if (self.run_a.value, self.run_b.value) != (compared.run_a, compared.run_b):
                # What is chosen by now is compared next.
                lines[0] = labelled(self.tr("Measured here"), lines[0])
        show_words(self._which, "\n".join(line for line in lines if line))

    def _show_notes(self) -> None:
        compared = self._compared
        notes = () if compared is None else (matching_words(compared), examples_words(compared, self.is_busy))
        show_words(self._notes, "\n".join(note for note in notes if note))

    def _show_reading(self) -> None:
        compared = self._compared
        rows: list[tuple[str, ...]] = [()] * len(self._cells)
        if compared is not None:
            rows = [(place_words(self.plot.place), *column_names(compared))]
            rows += [(path_name(key), *reading(compared, key, self.plot.place)) for key in KEYS]
        for cells, texts in zip(self._cells, rows, strict=True):
            for place, cell in enumerate(cells):
                show_words(cell, texts[place] if place < len(texts) else "")

    def _show_what_cancel_does(self) -> None:
        if self.is_busy:
            set_words(self._cancel, self.tr("Cancel"), self.tr("Measure no further; what is measured stays"))
        else:
            set_words(self._cancel, self.tr("Close"), self.tr("Close this window"))

    def _retranslate(self) -> None:
        title = self.tr("Are they two solutions?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWhatsThis(path_words())
        self._label_a.setText("A")
        self._label_b.setText("B")
        lines = {run: (name, name) for run, name in self._names.items()}
        self.run_a.set_texts(self.tr("Run A"), self.tr("Where the straight line begins"), lines)
        self.run_b.set_texts(self.tr("Run B"), self.tr("Where the straight line ends"), lines)
        set_words(self._swap, "⇄", self.tr("Swap A and B"), self.tr("Swap A and B"))
        set_words(
            self._begin, self.tr("Compare"), self.tr("Measure the loss between A and B as they stand now")
        )
        self._show_what_cancel_does()
        self._show_results()
        if self._reason and not self._refusal.isHidden():
            self._refusal.setText(WARNING + refusal_words(self._reason))
            self._make_room()


def _ends_of(compared: SolutionsCompared) -> tuple[int, int, int, int]:
    """Which networks were compared."""
    return compared.run_a, compared.update_a, compared.run_b, compared.update_b
