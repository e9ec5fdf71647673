"""A window whose painting was held back, painted once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken


def paint_once(window: QWidget) -> None:
    """Let a window be painted again, and paint all of it at once, each widget in it a single time.

    As `setUpdatesEnabled` lets each widget ask for its own painting, Qt would paint the window with all that is in it,
    and then once more all that lets the window's colour through: nearly everything. What is covered asks in vain. So a
    cover that paints nothing, which leaves on screen what is there, is put over the window until all have asked; what
    has been under it is painted as one piece.
    """
    cover = QWidget(window)
    cover.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cover.setGeometry(window.rect())
    cover.raise_()
    cover.show()
    window.setUpdatesEnabled(True)
    window.repaint()
    Shiboken.delete(cover)
    # On X11 an update that was asked for meanwhile is never painted, and none is posted after it.
    window.repaint()
