"""What is subtracted from the confusion matrix: an earlier moment of the run on screen, or another run; never both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.analysis.example_losses import ExampleLosses
from gui.presenters.confusions_presenter import ConfusionsPresenter
from gui.presenters.other_run_presenter import OtherRunPresenter

if TYPE_CHECKING:
    from gui.ledger.ledger_page import LedgerPage
    from gui.presenters.classes_presenter import ClassesPresenter
    from gui.presenters.wiring import Composition


class SubtractionPresenter(QObject):
    """Connects the two that know what can be subtracted.

    Attributes
    ----------
    moments : ConfusionsPresenter
    others : OtherRunPresenter
    """

    changed = Signal()
    """Something else is subtracted, or to be said of it."""

    def __init__(
        self, page: LedgerPage, classes: ClassesPresenter, root: Composition, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.moments = ConfusionsPresenter(page.classes, classes, root.engine, self)
        known = root.sides.side.known
        self.others = OtherRunPresenter(page.minus, classes, known, root.time, root.engine, self)
        self._box = page.minus
        self.moments.moment_wanted.connect(self.others.leave)
        self.moments.moment_changed.connect(self._show_moment)
        self.moments.moment_changed.connect(self.changed)
        self.others.chosen.connect(self.moments.leave)
        self.others.chosen.connect(self._show_moment)
        self.others.changed.connect(self.changed)

    def show(self, losses: ExampleLosses, names: tuple[str, ...]) -> tuple[str, ...]:
        """These answers are on the page; what is to be said of what is subtracted from them."""
        said = self.moments.show(losses, names)
        self._show_moment()
        return *said, *self.others.show(losses, names)

    def _show_moment(self) -> None:
        self._box.show_moment(self.moments.moment)
