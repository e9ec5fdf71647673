"""A choice of how wide a moving picture is, the view's own width among them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize

from gui.widgets.choice_box import ChoiceBox

# Beside the view's own width.
WIDTHS = (480, 640, 960, 1280, 1920)


class SizeBox(ChoiceBox):
    """Widths in px, each with the height that comes of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._view = QSize(1, 1)

    def show_view(self, size: QSize) -> None:
        """Offer the view's own size, which is chosen, and others of its shape."""
        self._view = size
        self.clear()
        own = size.width()
        for width in sorted({own, *WIDTHS}):
            self.addItem("", width)
        self.setCurrentIndex(self.findData(own))
        self.retranslate()

    @property
    def ratio(self) -> float:
        """How many times the view's own pixels."""
        return int(self.currentData()) / self._view.width()

    def retranslate(self) -> None:
        """Say every size in the language in force."""
        for i in range(self.count()):
            width = self.itemData(i)
            height = round(self._view.height() * width / self._view.width())
            size = QCoreApplication.translate("Export", "{width} × {height} px").format(
                width=f"{width:,}", height=f"{height:,}"
            )
            own = QCoreApplication.translate("Export", "{size}, as on screen").format(size=size)
            self.setItemText(i, own if width == self._view.width() else size)
