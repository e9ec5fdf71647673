"""What the dialogs for moving pictures have in common: the kind of file, how wide it is, and a note."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from gui.export.dialog import ExportDialog
from gui.export.moving_kinds import name_kinds, offer_kinds
from gui.export.size_box import SizeBox
from gui.widgets.labels import new_label


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
        self.add_row(self._kind_label, self.kind)
        self.add_row(self._width_label, self._width)

    @property
    def ratio(self) -> float:
        """How many times the view's own pixels."""
        return self._width.ratio

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._width.setEnabled(not busy)

    def _offer_kinds(self, size: QSize, has_video: bool) -> None:
        """The size of a picture as on screen, and whether MP4 can be made."""
        offer_kinds(self.kind, has_video)
        self._width.show_view(size)

    def _name_rows(self, *rows: tuple[QLabel, QWidget, str, str]) -> None:
        """Say what each row is: its label, its box, the label's text, and the box's name and tooltip."""
        name_kinds(self.kind)
        self._width.retranslate()
        for label, box, text, tip in rows:
            label.setText(text)
            box.setAccessibleName(tip)
            box.setToolTip(tip)
