"""A page in the picture's place: something of the network seen so closely that it needs the whole room."""

from __future__ import annotations

from dataclasses import replace
from math import floor

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.theme.fitting_type import USUAL, FittingType
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.fitting_label import SEPARATOR, FittingLabel
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.layouts import column, row
from gui.widgets.sentence_text import sentences
from gui.widgets.translated import Translated

# The title keeps so much of the room that it shares with the note.
LEAST_TITLE = 0.2
# Of so much height, in px, the head has type of 100 %, and of more in proportion, up to the window's.
HEAD_ROOM_PX, HEAD_STEP = 300.0, 0.05
# Under each other they stand beside each other again where so much more is free, in px at 100 %.
STACK_SPARE_PX = 24.0


class PicturePage(Translated, QFrame):
    """A head with the title, what there is to say about it and a way out; subclasses put their content into `body`.

    Parameters
    ----------
    name : str
        Its object name; those of its parts begin with it.
    roomy : (float, float), optional
        So wide and high, in px, its content needs to be at 100 %. Its type is no larger than there is room for then,
        and at 100 % at least; without it its type is the window's.
    """

    closed = Signal()
    """The picture is wanted back: × was clicked, or Esc pressed."""
    is_canvas = False
    """Whether its ground is the colour of what is drawn on it, and not that of a panel."""
    asked_px: tuple[float, float] = (0.0, 0.0)
    """Width and height, at 100 %, below which the panels around it make room; 0 where it does with what there is."""
    follows_film = False
    """Whether each picture of a film is seen on it too: another page would stand still while one plays."""
    shows_phases = False
    """Whether a phase of the update that is told is seen on it: of any other page it would be covered."""
    has_steps = False
    """Whether the keys that lead through an update lead through steps of its own: that update is covered by it."""

    def __init__(
        self, name: str, parent: QWidget | None = None, roomy: tuple[float, float] | None = None
    ) -> None:
        super().__init__(parent)
        self._roomy, self._page_type = (
            roomy,
            None if roomy is None else FittingType(self, self._page_needed, self._dress_page),
        )
        self.setObjectName(name)
        # Its parts are stops of Tab, and show that they have the keyboard; it has it until there is one of them.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.theme = self._worn = self._head_worn = Theme()
        """The look in force."""
        self._title, self._note = FittingLabel(f"{name}_title"), FittingLabel(f"{name}_note")
        self._close = tab_button(QToolButton(), f"{name}_close", self.closed)
        self._close.setAutoRaise(True)
        for label in (self._title, self._note):
            # However long, it is cut before the way out would be.
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            label.setMinimumWidth(1)
        keeps = self._note.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._note.setSizePolicy(keeps)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # Beside each other, or the note under the title where one of them would be cut.
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self._title)
        self._words.addWidget(self._note, 1)
        self._is_stacked = False
        self._head = row(self._close)
        self._head.insertLayout(0, self._words, 1)
        self._column = column(self, self._head)
        self.body = QVBoxLayout()
        """Where the content stands."""
        self._column.addLayout(self.body, 1)
        self._focus_seen = False
        self.is_left_by_key = False
        """Whether Esc is what leaves it just now."""
        self._covered = 0.0
        self.news_px = 0.0
        """So many px of its height news below it have, which will go again: its type may be the same without them."""
        # The title, and the most important statement of the note.
        self._texts = "", ""
        self._note_text = self._message_text = ""
        self._name_close()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self.theme = theme
        if self._page_type is None:
            self._dress_page(theme)
        else:
            self._fit_page()

    def _dress_page(self, theme: Theme) -> None:
        """Give all parts their sizes and type; of a page that is `roomy` no larger than there is room for."""
        self._worn = theme
        self._dress_head(self._head_theme())
        self._fit()

    def _head_theme(self) -> Theme:
        """That of title, note and way out: no larger than both texts have room for, but as large as at 100 %."""
        theme = self._worn
        usual = replace(theme, scale=min(theme.scale, USUAL))
        # Numbers change while one trains: what stands under the other does not jump back for a px.
        spare = theme.px(STACK_SPARE_PX) if self._is_stacked else 0.0
        self._is_stacked = bool(self._texts[1]) and (
            self._beside_needed(usual) + spare > self._head_room(usual, is_stacked=False)
        )
        if theme.scale <= USUAL:
            return theme
        most = self._low_scale()
        if needed := self._head_needed(theme):
            most = min(most, theme.scale * self._head_room(replace(theme, scale=USUAL)) / needed)
        # In steps: it is not measured anew by every px that a page is wider.
        steps = floor(most / HEAD_STEP)
        # Letters are whole pixels high, and may be wider than in proportion.
        while steps * HEAD_STEP > USUAL and not self._has_room(replace(theme, scale=steps * HEAD_STEP)):
            steps -= 1
        return replace(theme, scale=min(theme.scale, max(USUAL, steps * HEAD_STEP)))

    def _has_room(self, theme: Theme) -> bool:
        return self._head_needed(theme) <= self._head_room(theme)

    def _head_needed(self, theme: Theme) -> float:
        """The width of title and note in type of this theme's size, in px, as they stand now; 0 without either."""
        if self._is_stacked:
            return max(self._widths(theme)) + theme.px(2)
        return self._beside_needed(theme)

    def _beside_needed(self, theme: Theme) -> float:
        needed = sum(self._widths(theme))
        return needed + theme.px(2) if needed else 0.0

    def _widths(self, theme: Theme) -> tuple[float, float]:
        title, note = QFontMetricsF(theme.font("body", bold=True)), QFontMetricsF(theme.font("caption"))
        return title.horizontalAdvance(self._texts[0]), note.horizontalAdvance(self._texts[1])

    def _low_scale(self) -> float:
        """Of type for which it is high enough, if not larger than the page's."""
        return min(self._worn.scale, (self.height() - self._covered) / HEAD_ROOM_PX)

    def _dress_head(self, theme: Theme) -> None:
        self._head_worn = theme
        self._title.setFont(theme.font("body", bold=True))
        self._note.setFont(theme.font("caption"))
        side = round(theme.px(16))
        self._close.setIcon(icon("close", theme))
        self._close.setIconSize(QSize(side, side))
        self._close.setStyleSheet("padding: 0;")
        self._close.setFixedSize(_close_width(theme), round(theme.px(28)))
        self._space_head()

    def _stack(self) -> None:
        """Let title and note stand as it was chosen."""
        ways = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._words.direction() != ways[self._is_stacked]:
            self._words.setDirection(ways[self._is_stacked])
            self._space_head()
            side = Qt.AlignmentFlag.AlignLeft if self._is_stacked else Qt.AlignmentFlag.AlignRight
            self._note.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _space_head(self) -> None:
        gap = _head_spacing(self._head_worn, self._is_stacked)
        self._head.setSpacing(gap)
        self._words.setSpacing(0 if self._is_stacked else gap)

    def show_head(self, title: str, note: str = "") -> None:
        """What the page shows, and of which update, or how much of it.

        Of a note of several statements the first is the most important; it stands whole before the title does.
        """
        self._title.show_statements(((1, title),))
        parts = note.split(SEPARATOR) if note else []
        self._texts = title, parts[0] if parts else ""
        self._note.show_statements([(len(parts) - i, part) for i, part in enumerate(parts)])
        # Empty it keeps its room, and a screen reader does not find it.
        self._note.setVisible(bool(self._note.whole))
        self.setAccessibleName(title)
        self._note_text = note
        self._describe()
        self._share_head()

    def lead(self, by: int) -> None:
        """So many steps on, or back where it is negative; of a page that `has_steps`."""

    def _describe(self, message: str | None = None) -> None:
        """Also what is said in place of its content, or where it stands, is part of its description.

        None leaves that as it was.
        """
        self._message_text = self._message_text if message is None else message
        self.setAccessibleDescription(sentences((self._message_text, self._note_text)))

    def show_covered(self, height: float) -> None:
        """The news cover so many px of its upper edge: what it shows stands below them."""
        if height != self._covered:
            self._covered = height
            self.update()
            self._fit()
            self._fit_page()

    def focusNextPrevChild(self, next: bool) -> bool:
        focused = self.focusWidget()
        if focused is not None and not focused.isVisible():
            # What had the keyboard is hidden: Qt would hand it on to whatever comes next, beyond the page.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().focusNextPrevChild(next)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Another part of the head may be wider now.
            self._share_head()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_page()
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # As what it shows does later, unless it was clicked.
        self._focus_seen = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            if self.is_canvas:
                painter.fillRect(self.rect(), self.theme.colour("canvas"))
            if self._focus_seen and self.hasFocus():
                paint_focus(painter, self, self.theme, self._covered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.is_left_by_key = True
            self.closed.emit()
            self.is_left_by_key = False
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        # Where it is low the edges are no wider than goes with its head.
        worn = self._worn
        px = replace(worn, scale=min(worn.scale, max(USUAL, self._low_scale()))).px
        self._column.setSpacing(round(px(4)))
        self._column.setContentsMargins(
            round(px(16)), round(px(6) + self._covered), round(px(8)), round(px(8))
        )
        self._share_head()

    def _page_needed(self) -> float:
        """The least width, in px, at which nothing of it is cut off."""
        return self._column.minimumSize().width()

    def _fit_page(self) -> None:
        if self._page_type is None or self._roomy is None:
            return
        room = self.width() / self._roomy[0], (self.height() - self._covered) / self._roomy[1]
        largest = max(USUAL, min(room))
        theme = self.theme
        self._page_type.set_theme(theme, replace(theme, scale=min(largest, theme.scale)), self.width())

    def _share_head(self) -> None:
        """Of title and note the title is cut first: the update is in the note."""
        theme = self._head_theme()
        self._stack()
        if theme != self._head_worn:
            self._dress_head(theme)
        room = self._head_room(theme)
        if self._is_stacked:
            self._title.setMaximumWidth(max(1, room))
            return
        least = round(LEAST_TITLE * room)
        self._title.setMaximumWidth(max(1, least, room - self._note.sizeHint().width()))

    def _head_room(self, theme: Theme, is_stacked: bool | None = None) -> int:
        """What title and note have together, in px, where the head is of this theme; each of them, where one is under
        the other.

        Of the theme that is asked about, not of the one that it wears: a smaller head has more room for itself, and
        would be made larger and smaller for ever.
        """
        items = [item for i in range(self._head.count()) if (item := self._head.itemAt(i)) is not None]
        shown = [item for item in items if not item.isEmpty()]
        margins = self._column.contentsMargins()
        stacked = self._is_stacked if is_stacked is None else is_stacked
        gaps = len(shown) - 1 + (not stacked)
        room = self.width() - margins.left() - margins.right() - _head_spacing(theme, stacked) * gaps
        others = [item for item in shown if item.widget() is not None and item.widget() is not self._close]
        has_close = any(item.widget() is self._close for item in shown)
        return room - sum(item.sizeHint().width() for item in others) - has_close * _close_width(theme)

    def _name_close(self) -> None:
        set_words(self._close, "", self.tr("Back to the network (Esc)"), self.tr("Close"))

    def _retranslate(self) -> None:
        self._name_close()


def _close_width(theme: Theme) -> int:
    return round(theme.px(32))


def _head_spacing(theme: Theme, is_stacked: bool) -> int:
    return round(theme.px(6 if is_stacked else 12))
