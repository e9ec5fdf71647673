"""Which other run's confusion matrix is subtracted, and at which of its updates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from gui.side.run_choice import RunChoice
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import beside
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

NO_RUN = -1
NEWEST, SAME = "newest", "same"
# Of a run's name.
LETTERS = 10


class OtherRunBox(Translated, ReportsExceptions, QWidget):
    """Passive; what is wanted is told."""

    wanted = Signal(object, object)
    """Subtract this run, or `NO_RUN`; at its newest update, or at that of the run on screen (`NEWEST`, `SAME`)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_minus")
        self._label = new_label(role="caption")
        self.runs = ChoiceBox("ledger_minus_run", (NO_RUN,), letters=LETTERS)
        self.updates = ChoiceBox("ledger_minus_update", (NEWEST, SAME))
        for box in (self.runs, self.updates):
            box.chosen.connect(lambda _: self.wanted.emit(self.runs.value, self.updates.value))
        self._row = beside(self, self._label, self.runs, self.updates)
        self._choices: tuple[tuple[int, str], ...] = ()
        self.show_run(NO_RUN, NEWEST)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._row.setSpacing(round(theme.px(8)))
        self._label.setFont(theme.font("caption"))

    def show_choices(self, choices: Sequence[RunChoice]) -> None:
        """Offer these runs; which is chosen is shown by `show_run`."""
        lines = tuple((choice.run, choice.line) for choice in choices)
        if lines == self._choices:
            return
        self._choices, before = lines, self.runs.value
        with QSignalBlocker(self.runs):
            while self.runs.count() > 1:
                self.runs.removeItem(1)
            for run, line in lines:
                self.runs.addItem(line, run)
        self.runs.show_value(before if before in dict(lines) else NO_RUN)
        self._retranslate()

    def show_run(self, run: int, updates: str) -> None:
        """Show this run as chosen, `NO_RUN` for none; at these of its updates."""
        self.runs.show_value(run)
        self.updates.show_value(updates)
        self.updates.setVisible(run != NO_RUN)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Minus"))
        tip = self.tr("Subtract the matrix of another run: cells show how many more or fewer this one has")
        if not self._choices:
            tip = self.tr(
                "There is no other run: a branch, or new weights, begin one whose matrix is subtracted"
            )
        self.runs.setEnabled(bool(self._choices))
        self.runs.set_texts(self.tr("Minus the matrix of run"), tip, {NO_RUN: self.tr("nothing")})
        self.updates.set_texts(
            self.tr("Update of the run that is subtracted"),
            self.tr(
                "How the other run stands now, or how it stood after as many updates as this one has made"
            ),
            {NEWEST: self.tr("its newest update"), SAME: self.tr("the same update")},
        )
