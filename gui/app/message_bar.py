"""One line that reports what has just happened, with actions such as Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.layouts import discard
from gui.widgets.translated import Translated

INFO_MS = 8000
LARGEST_SCALE = 1.5
MessageAction = tuple[str, Callable[[], object]]


class MessageBar(Translated, QFrame):
    """A strip above the network: an icon, a sentence, up to two buttons, and close.

    News takes the place of older news. What is only information goes by itself after eight seconds, unless it has to
    be read by somebody who may be looking elsewhere.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._theme = Theme()
        self._kind = "info"
        self._icon, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setObjectName("message_text")
        # A sentence may quote a path or what was typed: never read it as markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = tab_button(QToolButton(), "message_close", self.hide)
        self._close.setAutoRaise(True)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and icons."""
        # A sentence is read by whoever sits at the machine: at the size for a class it would take the network's room.
        theme = self._theme = replace(theme, scale=min(theme.scale, LARGEST_SCALE))
        self._text.setFont(theme.font("body"))
        self._row.setContentsMargins(
            round(theme.px(16)), round(theme.px(4)), round(theme.px(8)), round(theme.px(4))
        )
        self._row.setSpacing(round(theme.px(8)))
        self._close.setIcon(icon("close", theme))
        self._close.setIconSize(QSize(round(theme.px(16)), round(theme.px(16))))
        self._close.setFixedSize(round(theme.px(40)), round(theme.px(32)))
        self._show_icon()

    def show_message(
        self,
        text: str,
        kind: str = "info",
        actions: Sequence[MessageAction] = (),
        lasting: bool = False,
    ) -> None:
        """Say this. `kind` is "info" or "error"; each action is a button's text and what it does."""
        self._timer.stop()
        self._kind = kind
        self._text.setText(text)
        discard(*self._buttons)
        self._buttons = []
        for number, (label, act) in enumerate(actions):
            button = QPushButton(label)
            button.setObjectName(f"message_action_{number}")
            button.setAccessibleName(label)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._on_action, act))
            self._row.insertWidget(2 + number, button)
            self._buttons.append(button)
        self._show_icon()
        self.setAccessibleDescription(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if kind == "info" and not lasting:
            self._timer.start(INFO_MS)

    def offer_undo(self, text: str, undo_stack: QUndoStack) -> None:
        """Say what was done, with a way back; it goes once something else would be undone."""
        self.show_message(text, actions=[(self.tr("Undo"), undo_stack.undo)])
        undo_stack.indexChanged.connect(lambda _: self.withdraw(text), Qt.ConnectionType.SingleShotConnection)

    def withdraw(self, text: str) -> None:
        """Say this no more, if it is what is said now."""
        if text and self.text == text:
            self.hide()

    @property
    def text(self) -> str:
        """The text on screen, "" when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _on_action(self, act: Callable[[], object], _checked: bool = False) -> None:
        # Hidden first: what the button does may have news of its own, and those stay.
        self.hide()
        act()

    def _show_icon(self) -> None:
        side = round(self._theme.px(16))
        name, token = ("warning", "error") if self._kind == "error" else ("info", "text")
        self._icon.setPixmap(icon(name, self._theme, token=token).pixmap(side, side))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
