"""One finding: its title, its numbers, the reason, one thing to try, and a way to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from core.analysis.findings import Finding
from gui.findings import finding_words as words
from gui.findings.finding_help import help_of
from gui.findings.remedies import Remedy
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.labels import new_label
from gui.widgets.layouts import column, row
from gui.widgets.translated import Translated


class FindingCard(Translated, QFrame):
    """Passive; its kind is the same as long as it lives.

    Attributes
    ----------
    kind : str
        As `core.analysis.findings.KINDS` has it.
    """

    tried = Signal(str)
    """Do what the button of this kind says."""
    dismissed = Signal(str)
    """Not again in this run."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName(f"finding_{kind}")
        self._finding: Finding | None = None
        self._remedy: Remedy | None = None
        self._title = new_label(f"finding_{kind}_title", wraps=True)
        self._since, self._numbers, self._reason, self._remedy_label = (
            new_label(f"finding_{kind}_{name}", role=role, wraps=True)
            for name, role in (("since", "caption"), ("numbers", ""), ("reason", "caption"), ("remedy", ""))
        )
        self._try = tab_button(QPushButton(), f"finding_{kind}_try", lambda: self.tried.emit(kind))
        self._dismiss = tab_button(
            QPushButton(), f"finding_{kind}_dismiss", lambda: self.dismissed.emit(kind)
        )
        self._column = column(
            self,
            *(self._title, self._since, self._numbers, self._reason, self._remedy_label),
            row(self._try, None),
            row(self._dismiss, None),
        )

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._column.setSpacing(round(theme.px(4)))
        self._title.setFont(theme.font("body", bold=True))
        for label in (self._since, self._reason):
            label.setFont(theme.font("caption"))

    def show_finding(self, finding: Finding, remedy: Remedy | None) -> None:
        """What holds, and what to try; None where nothing is left to try."""
        if (finding, remedy) != (self._finding, self._remedy):
            self._finding, self._remedy = finding, remedy
            self._retranslate()

    def _retranslate(self) -> None:
        if self._finding is None:
            return
        title = words.title_of(self.kind)
        self.setAccessibleName(title)
        self.setWhatsThis(help_of(self.kind))
        self._title.setText(title)
        self._since.setText(words.since_words(self._finding))
        self._numbers.setText(words.numbers_words(self._finding))
        self._reason.setText(words.reason_of(self.kind, self._finding.is_clipped))
        for widget in (self._try, self._remedy_label):
            widget.setVisible(self._remedy is not None)
        if self._remedy is not None:
            # A label wraps where the page is narrow, and a button does not.
            remedy = words.remedy_words(self._remedy)
            self._remedy_label.setText(remedy)
            set_words(self._try, self.tr("Try it"), self.tr("Do it now; Undo takes it back"), remedy)
        set_words(
            self._dismiss,
            self.tr("Not again"),
            self.tr("Say this no more while this run is trained"),
            self.tr("{title}: not again in this run").format(title=title),
        )
