"""One line that reports what has just happened, with actions such as Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QHideEvent, QUndoStack
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui.theme.fitting_type import FittingType
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.keyboard_focus import order_keys
from gui.widgets.layouts import discard
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.said_once import show_tip
from gui.widgets.translated import Translated, Words, text_of
from gui.widgets.undoable import UndoStack

INFO_MS = 8000
LARGEST_SCALE = 1.5
LEAST_TEXT_PX = 120
PERCENT, PROGRESS_PX = 100, 180
# Two lines, of Chinese as high as 2.5 of Latin type; what is higher stands so far from the edges, beside the row's own.
LOW_LINES, HIGH_EDGE_PX = 2.8, 5
MessageAction = tuple[Words, Callable[[], object]]
"""A button's words and what it does."""


class MessageText(ReportsExceptions, QLabel):
    """Of one line or two it is no higher than these: there is so much room over the network that nothing moves.

    More lines have the picture moved in any case: then they stand off from what is above and below them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.edge_px = 0.0

    def heightForWidth(self, width: int) -> int:
        lines = super().heightForWidth(width)
        is_high = lines > LOW_LINES * self.fontMetrics().lineSpacing()
        return lines + 2 * round(self.edge_px) if is_high else lines


class MessageBar(Translated, QFrame):
    """An icon, a sentence, how far it is, up to two buttons, and close: over the network's title, or in its own row.

    News takes the place of older news. What is only information goes by itself after eight seconds, unless it has to
    be read by somebody who may be looking elsewhere.
    """

    freed = Signal()
    """A message has gone, and nothing else is said yet."""
    undone = Signal()
    """Its Undo has taken a step back."""
    keyboard_left = Signal()
    """What has the keyboard in it is about to go: Qt would pass it on to whatever is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._theme = Theme()
        self._theme_wanted: Theme | None = None
        self._largest_scale, self._largest_px = LARGEST_SCALE, 0.0
        self._kind, self._left_covered = "info", 0
        self._words: Words = ""
        self._labels: list[Words] = []
        self._icon, self._text = QLabel(), MessageText()
        self._text.setWordWrap(True)
        self._text.setObjectName("message_text")
        # A sentence may quote a path or what was typed: never read it as markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar()
        self._progress.setObjectName("message_progress")
        self._progress.setRange(0, PERCENT)
        self._progress.hide()
        self._close = tab_button(QToolButton(), "message_close", self.hide)
        self._close.setAutoRaise(True)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._progress)
        self._row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        # Its buttons, too, are as large as the sentence.
        self._type = FittingType(self, lambda: 0, self._dress)
        self._retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and icons."""
        self._theme_wanted = theme
        # A sentence is read by whoever sits at the machine: at the size for a class it would take the network's room.
        scale = LARGEST_SCALE
        if self._largest_scale > scale:
            larger = replace(theme, scale=min(theme.scale, self._largest_scale))
            words_px = QFontMetricsF(larger.font("body")).horizontalAdvance(text_of(self._words))
            scale = self._largest_scale if words_px <= self._largest_px else scale
        self._type.set_theme(theme, replace(theme, scale=min(theme.scale, scale)))

    def set_largest(self, scale: float, words_px: float) -> None:
        """In front of a class its type may grow up to this scale, where the sentence is no longer than so many px then.

        Up to `LARGEST_SCALE` it may in any case.
        """
        largest = max(LARGEST_SCALE, scale), words_px
        if largest != (self._largest_scale, self._largest_px):
            self._largest_scale, self._largest_px = largest
            self._fit_type()

    def _fit_type(self) -> None:
        if self._theme_wanted is not None:
            self.set_theme(self._theme_wanted)

    def _dress(self, theme: Theme) -> None:
        self._theme = theme
        self._text.setFont(theme.font("body"))
        self._text.edge_px = theme.px(HIGH_EDGE_PX)
        self._set_margins()
        self._row.setSpacing(round(theme.px(8)))
        # A word without an end would push the panels out of the window; by default a label is as wide as that.
        self._text.setMinimumWidth(round(theme.px(LEAST_TEXT_PX)))
        self._progress.setFixedWidth(round(theme.px(PROGRESS_PX)))
        self._close.setIcon(icon("close", theme))
        self._close.setIconSize(QSize(round(theme.px(16)), round(theme.px(16))))
        # The space that buttons have elsewhere would leave none for the icon.
        self._close.setStyleSheet("padding: 0;")
        self._close.setFixedSize(round(theme.px(40)), round(theme.px(30)))
        self._show_icon()

    def show_left_covered(self, width: int) -> None:
        """Something lies over so many px of its left end: what it says stands right of that."""
        if width != self._left_covered:
            self._left_covered = width
            self._set_margins()

    def _set_margins(self) -> None:
        left, edge, right = (round(self._theme.px(n)) for n in (16, 2, 8))
        self._row.setContentsMargins(self._left_covered + left, edge, right, edge)

    def show_message(
        self,
        words: Words,
        kind: str = "info",
        actions: Sequence[MessageAction] = (),
        lasting: bool = False,
    ) -> None:
        """Say this, also after a change of the language. `kind` is "info" or "error"."""
        self._timer.stop()
        self._kind = kind
        self._words, self._labels = words, [label for label, _ in actions]
        self._leave_keyboard(self._buttons)
        discard(*self._buttons)
        self._buttons = []
        for number, (_, act) in enumerate(actions):
            button = QPushButton()
            button.setObjectName(f"message_action_{number}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._on_action, act))
            self._row.insertWidget(3 + number, button)
            self._buttons.append(button)
        order_keys(self._close, *self.stops)
        self._progress.hide()
        self._show_icon()
        self._show_words()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if kind == "info" and not lasting:
            self._timer.start(INFO_MS)

    def show_share(self, words: Words, share: float) -> None:
        """So much of what is spoken of is done, from 0 to 1; where this is not what is said now, nothing is shown."""
        if self.is_saying(words):
            self._progress.setValue(round(PERCENT * share))
            self._progress.show()

    def offer_undo(self, words: Words, undo_stack: QUndoStack, offers: Sequence[MessageAction] = ()) -> None:
        """Say what was done, with a way back and ways on; it goes once something else would be undone.

        Where the step that was to do it was refused, nothing was done.
        """
        if isinstance(undo_stack, UndoStack) and undo_stack.has_refused:
            return
        self.show_message(
            words, actions=[(lambda: self.tr("Undo"), partial(self._undo, undo_stack)), *offers]
        )
        undo_stack.indexChanged.connect(
            lambda _: self.withdraw(words), Qt.ConnectionType.SingleShotConnection
        )

    def withdraw(self, words: Words) -> None:
        """Say this no more, if it is what is said now."""
        if self.is_saying(words):
            self.hide()

    def is_saying(self, words: Words) -> bool:
        """Whether this very message is on screen."""
        return bool(words) and self._words == words and not self.isHidden()

    def has_said_last(self, words: Words) -> bool:
        """Whether this is on screen, or was what was said last before it was closed."""
        return bool(words) and self._words == words

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to in it, in the order in which it stands there."""
        return *self._buttons, self._close

    @property
    def is_pressing(self) -> bool:
        """Whether an error is on screen, or something that can be done: nothing may take its place by itself."""
        return not self.isHidden() and (self._kind == "error" or bool(self._buttons))

    @property
    def text(self) -> str:
        """The text on screen, "" when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def setVisible(self, visible: bool) -> None:
        if not visible:
            # Once it is hidden Qt has passed the keyboard on.
            self._leave_keyboard(self.stops)
        super().setVisible(visible)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
        if self.isHidden():
            # Else the whole window is hidden, and the message with it.
            self.freed.emit()

    def _on_action(self, act: Callable[[], object], _checked: bool = False) -> None:
        # Hidden first: what the button does may have news of its own, and those stay.
        self.hide()
        act()

    def _leave_keyboard(self, stops: Sequence[QWidget]) -> None:
        """Have the keyboard elsewhere, where one of these has it."""
        if self.window().focusWidget() in stops:
            self.keyboard_left.emit()

    def _undo(self, undo_stack: QUndoStack) -> None:
        undo_stack.undo()
        self.undone.emit()

    def _show_icon(self) -> None:
        side = round(self._theme.px(16))
        name, token = ("warning", "error") if self._kind == "error" else ("info", "text")
        self._icon.setPixmap(icon(name, self._theme, token=token).pixmap(side, side))

    def _show_words(self) -> None:
        text = text_of(self._words)
        self._text.setText(text)
        self._fit_type()
        self.setAccessibleDescription(text)
        for button, words in zip(self._buttons, self._labels, strict=True):
            button.setText(text_of(words))
            button.setAccessibleName(button.text())

    def _retranslate(self) -> None:
        self._show_words()
        self.setAccessibleName(self.tr("Message"))
        self._progress.setAccessibleName(self.tr("How much is done"))
        self._close.setAccessibleName(self.tr("Close this message"))
        show_tip(self._close, self.tr("Close this message"))
