"""A titled card that can be opened and closed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gui.theme.tokens import Theme
from gui.widgets.fold_button import FoldButton
from gui.widgets.layouts import column, fill
from gui.widgets.tabs_and_scrolling import reveal
from gui.widgets.translated import Translated


class CardTitle(FoldButton):
    """A card's first line; while the card is closed, an arrow at its end shows that there is more."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card_title")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFlat(True)
        self._theme = Theme()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.setMinimumHeight(round(theme.px(24)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_open:
            return
        half = self._theme.px(4)
        x, y = self.width() - 2.5 * half, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("dim"), self._theme.px(1.5)))
        painter.drawPolyline(
            [QPointF(x - half, y - half / 2), QPointF(x, y + half / 2), QPointF(x + half, y - half / 2)]
        )
        painter.end()


class Card(Translated, QFrame):
    """A panel with a title that folds it away.

    Subclasses are the lecture's three steps; they put their controls into `column`, `spacing_px` apart. These are not
    shown, and keep their room, until `show_content`: what stands in them before there is a run is nobody's.
    """

    opened = Signal()

    def __init__(self, name: str, spacing_px: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self._spacing_px = spacing_px
        self._frame = QFrame()
        # The sheet styles every card by this name; the card's own name is its title's and its panel's.
        self._frame.setObjectName("card")
        column(self, self._frame)
        self._title = CardTitle()
        self._title.clicked.connect(self._on_title_clicked)
        self.body = QWidget()
        self.body.setObjectName("card_body")
        self.column = column(self.body)
        self._is_open, self._has_content = True, False
        self._outer_column = QVBoxLayout(self._frame)
        fill(self._outer_column, self._title, self.body)
        self._show_body()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._title.set_theme(theme)
        # The title reaches a little further out than the content, so that its outline has room.
        inner, outer = round(theme.px(6)), round(theme.px(4))
        self._outer_column.setContentsMargins(outer, inner, outer, inner)
        self.body.setContentsMargins(inner, 0, inner, 0)
        self._outer_column.setSpacing(round(theme.px(2)))
        self.column.setSpacing(round(theme.px(self._spacing_px)))

    def set_title(self, title: str) -> None:
        """The line at the top; it names the card for a screen reader too."""
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self.setAccessibleName(title)

    def take_keyboard(self) -> None:
        """Move the keyboard to the title, from which Tab leads through the content."""
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_open(self, is_open: bool) -> None:
        """Show the card's content, or its title only."""
        self._is_open = is_open
        self._show_body()
        self._title.show_open(is_open)

    def show_content(self) -> None:
        """There is something to show from now on: a run."""
        if not self._has_content:
            self._has_content = True
            self._show_body()

    @property
    def is_open(self) -> bool:
        """Whether the content is shown, as soon as there is any."""
        return self._is_open

    def _show_body(self) -> None:
        policy = self.body.sizePolicy()
        # The steps below do not jump when there is something to show.
        policy.setRetainSizeWhenHidden(self._is_open and not self._has_content)
        self.body.setSizePolicy(policy)
        self.body.setVisible(self._is_open and self._has_content)

    def _on_title_clicked(self) -> None:
        self.set_open(not self.is_open)
        if self.is_open:
            self.opened.emit()
            reveal(self._title, self.body)
