"""A page in the picture's place: something of the network seen so closely that it needs the whole room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.layouts import column, row
from gui.widgets.translated import Translated


class PicturePage(Translated, QFrame):
    """A head with the title, what there is to say about it and a way out; subclasses put their content into `body`.

    Parameters
    ----------
    name : str
        Its object name; those of its parts begin with it.
    """

    closed = Signal()
    """The picture is wanted back: × was clicked, or Esc pressed."""
    asked_px: tuple[float, float] = (0.0, 0.0)
    """Width and height, at 100 %, below which the panels around it make room; 0 where it does with what there is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.theme = Theme()
        """The look in force."""
        self._title, self._note = FittingLabel(f"{name}_title"), FittingLabel(f"{name}_note")
        self._close = tab_button(QToolButton(), f"{name}_close", self.closed)
        self._close.setAutoRaise(True)
        for label in (self._title, self._note):
            # However long, it is cut before the way out would be.
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            label.setMinimumWidth(1)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = row(self._title, (self._note, 1), self._close)
        self._column = column(self, self._head)
        self.body = QVBoxLayout()
        """Where the content stands."""
        self._column.addLayout(self.body, 1)
        self._covered = 0.0
        self._name_close()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self.theme = theme
        self._title.setFont(theme.font("body", bold=True))
        self._note.setFont(theme.font("caption"))
        side = round(theme.px(16))
        self._close.setIcon(icon("close", theme))
        self._close.setIconSize(QSize(side, side))
        self._close.setStyleSheet("padding: 0;")
        self._close.setFixedSize(round(theme.px(32)), round(theme.px(28)))
        self._head.setSpacing(round(theme.px(12)))
        self._column.setSpacing(round(theme.px(4)))
        self._fit()

    def show_head(self, title: str, note: str = "") -> None:
        """What the page shows, and of which update, or how much of it."""
        self._title.show_statements(((1, title),))
        self._note.show_statements(((0, note),) if note else ())
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)

    def show_covered(self, height: float) -> None:
        """The news cover so many px of its upper edge: what it shows stands below them."""
        if height != self._covered:
            self._covered = height
            self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:
        focused = self.focusWidget()
        if focused is not None and not focused.isVisible():
            # What had the keyboard is hidden: Qt would hand it on to whatever comes next, beyond the page.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        side, top = round(self.theme.px(16)), round(self.theme.px(6) + self._covered)
        self._column.setContentsMargins(side, top, round(self.theme.px(8)), round(self.theme.px(8)))

    def _name_close(self) -> None:
        set_words(self._close, "", self.tr("Back to the network (Esc)"), self.tr("Close"))

    def _retranslate(self) -> None:
        self._name_close()
