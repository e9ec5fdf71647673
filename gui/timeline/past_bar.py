"""While one looks back: which update is on screen, and the two ways on from there."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from core.engine.commands import ReturnToLive
from gui.app.commands import BranchHere
from gui.loss.curve_signs import pen_of
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.timeline.moment import Moment, branch_text
from gui.widgets.buttons import set_words, tab_button, with_key
from gui.widgets.labels import new_label
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

FRAME_PX = 1


class PastBar(Translated, QFrame):
    """Stands over the right end of the network's title, for as long as an earlier update is shown."""

    command_wanted = Signal(object)
    """`BranchHere` or `ReturnToLive`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past_bar")
        self._moment: Moment | None = None
        self._keys = "B", "End"
        self._letter = ""
        self._room = self._most = self._ample = math.inf
        self._text = new_label("past_text", is_plain=True)
        self._branch = tab_button(
            QPushButton(), "branch_button", lambda: self.command_wanted.emit(BranchHere(self._letter))
        )
        self._live = tab_button(
            QPushButton(), "live_button", lambda: self.command_wanted.emit(ReturnToLive())
        )
        self._row = QHBoxLayout(self)
        # The bar is as wide as its words of before until its layout is made anew: the buttons keep their width.
        for button in (self._branch, self._live):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self._text, self._branch, self._live):
            self._row.addWidget(part)
        self._type = FittingType(self, self._needed, self._dress)
        self._retranslate()
        self.hide()

    def set_theme(self, theme: Theme, largest: Theme | None = None) -> None:
        """Take on the window's theme, or the same at a smaller scale: `largest`."""
        self._type.set_theme(theme, largest)
        self._fit()

    def show_moment(self, moment: Moment | None) -> None:
        """Say which update is on screen; None for the present, where nothing is said."""
        self._moment = moment
        if moment is not None:
            parts = moment.place_words, moment.state_words
            self.setAccessibleDescription("  ".join(part for part in parts if part))
            self._fit()
        self.setVisible(moment is not None)

    def set_room(self, room: float, most: float | None = None, ample: float | None = None) -> None:
        """It may be so wide, in px; without room for all it names the update only, or that and the awaited one.

        Where that is too wide as well, it may be `most` px wide, and has smaller type where it would be wider. All is
        said in no more than `ample` px, or in `room` by default.
        """
        rooms = room, room if most is None else most, room if ample is None else min(room, ample)
        if rooms != (self._room, self._most, self._ample):
            self._room, self._most, self._ample = rooms
            self._fit()

    @property
    def is_too_wide(self) -> bool:
        """Whether it takes more than the room that it was given, as far as it may."""
        return not self.isHidden() and self.sizeHint().width() > self._room

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to in it, in the order in which it stands there."""
        return self._branch, self._live

    def _dress(self, theme: Theme) -> None:
        self._text.setFont(theme.font("body"))
        self._row.setContentsMargins(*(round(theme.px(n)) for n in (8, 3, 8, 3)))
        self._row.setSpacing(round(theme.px(8)))

    def _fit(self) -> None:
        if self._moment is None:
            return
        whole, short = self.accessibleDescription(), self._moment.brief_words
        self._text.setText(short)
        if self._most < math.inf:
            self._type.fit(self._most)
        more = self._text.fontMetrics().horizontalAdvance(whole) - self._text.sizeHint().width()
        self._text.setText(whole if self._needed() + more <= self._ample else short)

    def _needed(self) -> float:
        edges = self._row.contentsMargins()
        parts = (self._text, self._branch, self._live)
        words = sum(part.sizeHint().width() for part in parts)
        return words + 2 * self._row.spacing() + edges.left() + edges.right()

    def show_keys(self, branch: str, live: str) -> None:
        """Which keys do the same."""
        self._keys = branch, live
        self._retranslate()

    def set_available(self, available: bool) -> None:
        """Whether another moment can be shown, or a run begun: that takes an engine."""
        for button in (self._branch, self._live):
            button.setEnabled(available)

    def show_letter(self, letter: str) -> None:
        """Which of two networks it is about, "A" or "B"; "" where one is shown alone."""
        if letter != self._letter:
            self._letter = letter
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Looking back"))
        self.setWhatsThis(
            self.tr(
                "The picture is of an earlier update. The engine made it again from the state that it kept before"
                " it; ✓ says that a checksum recorded when it was first trained was met on the way: these are the same"
                " bits."
                " What you change now begins a run of its own, from here."
            )
        )
        branch, live = self._keys
        tip = self.tr("Begin a run of its own from this update; the old one is kept")
        set_words(self._branch, branch_text(self._letter), with_key(tip, branch))
        tip = self.tr("Back to the newest update")
        set_words(self._live, self.tr("Live"), with_key(tip, live))
        self.show_moment(self._moment)


class PastFrame(ReportsExceptions, QWidget):
    """A dashed line around its whole parent: what is in it is past. It takes no room, and no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("past_frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = Theme()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours."""
        self._theme = theme
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Only the line itself: all else of the network is painted without it.
        inner = self.rect().adjusted(FRAME_PX, FRAME_PX, -FRAME_PX, -FRAME_PX)
        self.setMask(QRegion(self.rect()) - QRegion(inner))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(pen_of(self._theme.colour("dim"), FRAME_PX, (6, 4)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
