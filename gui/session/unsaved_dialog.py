"""The question before work would be lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.widgets.mnemonic_text import without_letter


class UnsavedDialog(QMessageBox):
    """Save, Don't save, or Cancel; nothing waits for the answer, which comes as a signal."""

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unsaved_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Backlight"))
        if name:
            self.setText(self.tr("Save the changes to {name}?").format(name=name))
        else:
            self.setText(self.tr("Save this training?"))
        self.setInformativeText(self.tr("What is not saved is lost: weights, curves and settings."))
        kinds = QMessageBox.ButtonRole
        self._save = self.addButton(self.tr("&Save"), kinds.AcceptRole)
        self._discard = self.addButton(self.tr("&Don’t save"), kinds.DestructiveRole)
        self._cancel = self.addButton(self.tr("&Cancel"), kinds.RejectRole)
        for button, button_name in (
            (self._save, "unsaved_save"),
            (self._discard, "unsaved_discard"),
            (self._cancel, "unsaved_cancel"),
        ):
            button.setObjectName(button_name)
            # Of a Chinese text Qt would read out the letter that is underlined, too.
            button.setAccessibleName(without_letter(button.text()))
        self.setDefaultButton(self._save)
        self.setEscapeButton(self._cancel)
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: object) -> None:
        if button is self._save:
            self.save_wanted.emit()
        elif button is self._discard:
            self.discard_wanted.emit()
