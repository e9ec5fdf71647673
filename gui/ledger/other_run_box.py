"""What is subtracted from the confusion matrix: another run's, at which of its updates, or an earlier moment's."""

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

NO_RUN, OWN_MOMENT = -1, -2
"""Nothing is subtracted, or an earlier measurement of the run on screen, which was chosen on a cell's way."""
NEWEST, SAME = "newest", "same"
# Of a run's name.
LETTERS = 10


class OtherRunBox(Translated, ReportsExceptions, QWidget):
    """Passive; what is wanted is told."""

    wanted = Signal(object, object)
    """Subtract this run, or `NO_RUN`, or go on with `OWN_MOMENT`.

    At its newest update, or at that of the run on screen (`NEWEST`, `SAME`).
    """

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
        self._moment: int | None = None
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
        self._choices = lines
        self._fill(self.runs.value if self.runs.value in dict(lines) else NO_RUN)

    def show_moment(self, update: int | None) -> None:
        """The measurement of the run on screen at this update is subtracted; None where none is."""
        if update != self._moment:
            self._moment = update
            self._fill(NO_RUN if self.runs.value == OWN_MOMENT else self.runs.value)

    def show_run(self, run: int, updates: str) -> None:
        """Show this run as chosen, `NO_RUN` for none; at these of its updates."""
        self._show_chosen(run)
        self.updates.show_value(updates)

    def _show_chosen(self, run: int) -> None:
        self.runs.show_value(OWN_MOMENT if run == NO_RUN and self._moment is not None else run)
        self.updates.setVisible(run != NO_RUN)

    def _fill(self, chosen: int) -> None:
        """Offer all there is anew."""
        with QSignalBlocker(self.runs):
            while self.runs.count() > 1:
                self.runs.removeItem(1)
            if self._moment is not None:
                self.runs.addItem("", OWN_MOMENT)
            for run, line in self._choices:
                self.runs.addItem(line, run)
        self._show_chosen(chosen)
        self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Minus"))
        tip = self.tr("Subtract the matrix of another run: cells show how many more or fewer this one has")
        if not self._choices:
            tip = self.tr(
                "There is no other run: a branch, or new weights, begin one whose matrix is subtracted"
            )
        self.runs.setEnabled(bool(self._choices) or self._moment is not None)
        lines = {NO_RUN: self.tr("nothing")}
        if self._moment is not None:
            lines[OWN_MOMENT] = self.tr("this run at update {update}").format(update=f"{self._moment:,}")
        self.runs.set_texts(self.tr("Minus the matrix of run"), tip, lines)
        self.updates.set_texts(
            self.tr("Update of the run that is subtracted"),
            self.tr(
                "How the other run stands now, or how it stood after as many updates as this one has made"
            ),
            {NEWEST: self.tr("its newest update"), SAME: self.tr("the same update")},
        )
