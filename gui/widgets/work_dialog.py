"""A dialog that begins work which takes a while, shows how far it is, and can stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.theme.tokens import Theme
from gui.widgets.dialog_size import PART_OF_SCREEN
from gui.widgets.labels import new_label
from gui.widgets.layouts import Part, fill
from gui.widgets.translated import Translated

PERCENT = 100


class WorkDialog(Translated, QDialog):
    """Subclasses choose what is to be done; meanwhile nothing else can be chosen, and Cancel stops it before it closes.

    Parameters
    ----------
    name, prefix : str
        Its object name, and how those of its sentence and its progress begin.
    begin_name, cancel_name : str
        The object names of its two buttons.
    width_px : float
        At least, at 100 %, as far as the screen has room.
    """

    cancel_wanted = Signal()
    """The work shall stop."""

    def __init__(
        self,
        name: str,
        prefix: str,
        begin_name: str,
        cancel_name: str,
        width_px: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._width_px = width_px
        self._busy = False
        # It quotes a path.
        self._refusal = new_label(f"{prefix}_refusal", "error", wraps=True, is_plain=True)
        self._progress = QProgressBar()
        self._progress.setObjectName(f"{prefix}_progress")
        self._progress.setRange(0, PERCENT)
        self._begin, self._cancel = QPushButton(), QPushButton()
        self._begin.setObjectName(begin_name)
        self._cancel.setObjectName(cancel_name)
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(self._begin, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        # A button's letter clicks it 100 ms later; by then Esc may have closed the dialog.
        self._buttons.accepted.connect(lambda: self._on_accepted() if self.isVisible() else None)
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        margin = round(theme.px(14))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(10)))
        room = self.screen().availableGeometry().width() * PART_OF_SCREEN
        self.setMinimumWidth(round(min(room, theme.px(self._width_px))))

    def show_busy(self, busy: bool) -> None:
        """Whether the work is under way."""
        self._busy = busy
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        self._begin.setEnabled(not busy)
        if busy:
            self._refusal.hide()

    @property
    def is_busy(self) -> bool:
        """Whether the work is under way."""
        return self._busy

    def show_progress(self, share: float) -> None:
        """So much is done, from 0 to 1."""
        self._progress.setValue(round(PERCENT * share))

    def show_error(self, sentence: str) -> None:
        """Say why it is not done, and what would be right."""
        self.show_busy(False)
        self._refusal.setText(f"\u26a0 {sentence}")
        self._refusal.show()

    def reject(self) -> None:
        """Cancel: stops the work first, then closes."""
        if self._busy:
            self.cancel_wanted.emit()
        else:
            super().reject()

    def _place(self, *choices: Part) -> None:
        """The choices, above what the work has to say and the buttons."""
        fill(self._column, *choices, self._refusal, self._progress, self._buttons)
        self._refusal.hide()
        self._progress.hide()
        # Only now the buttons are the dialog's: before, Qt would make another one the default.
        self._begin.setDefault(True)

    def _on_accepted(self) -> None:
        """Begin, if what is chosen can be done."""
