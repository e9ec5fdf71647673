"""Room for a refusal above a dialog's buttons: whole, or where the screen is too low for that, scrolling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from gui.widgets.qt_overrides import ReportsExceptions


class RefusalArea(ReportsExceptions, QScrollArea):
    """Around a label that wraps; there as long as the label is.

    A label alone would be cut where the sentence has no room, and what would help stands at its end.
    """

    def __init__(self, name: str, label: QLabel) -> None:
        super().__init__()
        self._label = label
        self.setObjectName(name)
        self.setProperty("role", "refusal_area")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        is_hidden = label.isHidden()
        # Which shows it.
        self.setWidget(label)
        label.setHidden(is_hidden)
        self.setHidden(is_hidden)
        label.installEventFilter(self)

    def take_room(self, width: int, room: int) -> None:
        """Be as high as the sentence needs at this width, and no higher than the room, in px."""
        needed = max(0, self._label.heightForWidth(width))
        fits = needed <= room
        self.setFixedHeight(needed if fits else max(room, self._label.fontMetrics().lineSpacing()))
        # A bar that was needed before would make the lines shorter, and be needed for that.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        # Without the mouse, the keys scroll it once Tab has led there.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fits else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("" if fits else self._label.text())

    def minimumSizeHint(self) -> QSize:
        """As wide as the label's longest word."""
        return QSize(self._label.minimumSizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What shows or hides the label does so with the area."""
        is_told = watched is self._label and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        )
        # Without a parent yet it would be a window of its own for a moment, and take the keyboard from the other one.
        if is_told and self.parentWidget() is not None:
            self.setHidden(self._label.isHidden())
        return super().eventFilter(watched, event)
