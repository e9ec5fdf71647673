"""What the dialogs for moving pictures have in common: the kind of file, how wide it is, and a note."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from gui.export.dialog import ExportDialog
from gui.export.moving_kinds import name_kinds, offer_kinds
from gui.export.size_box import SizeBox
from gui.export.video_encoder import problem_with_video
from gui.widgets.labels import new_label
from gui.widgets.said_once import show_tip


class MovingDialog(ExportDialog):
    """Subclasses add rows of their own and then the note, and say what each is.

    Parameters
    ----------
    name : str
        How the object names of its parts begin.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._kind_label, self._width_label = QLabel(), QLabel()
        self._width = SizeBox(f"{name}_width")
        self._note = new_label(f"{name}_note", "caption", wraps=True)
        offer_kinds(self.kind)
        self.kind.currentIndexChanged.connect(self._show_problem)
        self.add_row(self._kind_label, self.kind)
        self.add_row(self._width_label, self._width)

    @property
    def ratio(self) -> float:
        """How many times the view's own pixels."""
        return self._width.ratio

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._width.setEnabled(not busy)

    def problem_with_kind(self) -> str:
        return problem_with_video() if self.suffix == ".mp4" else ""

    def _show_problem(self) -> None:
        """Where it can't be made, say so as soon as it is chosen."""
        problem = self.problem_with_kind()
        if problem:
            self.show_error(problem)
            self.kind.setFocus()
        else:
            self._refusal.hide()

    def _name_rows(self, *rows: tuple[QLabel, QWidget, str, str]) -> None:
        """Say what each row is: its label, its box, the label's text, and the box's name and tooltip."""
        name_kinds(self.kind)
        self._width.retranslate()
        for label, box, text, tip in rows:
            label.setText(text)
            box.setAccessibleName(tip)
            show_tip(box, tip)
