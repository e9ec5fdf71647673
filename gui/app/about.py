"""What Backlight is, and whose work is in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from gui.app.versions import version_line
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear

VERSION = "0.1.0"


def show_about(parent: QWidget, theme: Theme) -> None:
    """Open the About dialog in this look, or bring it to the front; it blocks nothing."""
    box = parent.findChild(QMessageBox, "about_dialog")
    if box is not None:
        box.raise_()
        box.activateWindow()
        return
    box = QMessageBox(parent)
    box.setObjectName("about_dialog")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("About", "About Backlight"))
    # It is what is read out of the box as well, so it has no tags.
    box.setText(f"Backlight {VERSION}")
    texts = (
        QCoreApplication.translate(
            "About",
            "Watch a neural network learn. It follows Hung-yi Lee's lecture “Deep Learning” (2017)."
            "<br><br>Nothing on screen is invented: every mark is a number that the engine computed."
            "<br><br>Digits: MNIST, Yann LeCun and Corinna Cortes, CC BY-SA 3.0."
            "<br>Backlight: MIT licence. Qt for Python: LGPL. numpy: BSD.",
        ),
        # What runs here has no words to translate.
        version_line(),
    )
    box.setInformativeText("<br><br>".join(texts))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setModal(False)
    wear(box, theme)
    (title,) = (label for label in box.findChildren(QLabel) if label.text() == box.text())
    title.setStyleSheet("font-weight: bold")
    box.show()
