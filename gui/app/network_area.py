"""The middle of the window: the network, at its upper edge the news and the ways out, and below it the film's bar."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QToolButton, QWidget

from gui.app.message_bar import MessageBar
from gui.app.theme_turns import Themed
from gui.film.film_bar import FilmBar
from gui.network.geometry.layout import NEWS_PX, fitting_theme
from gui.network.view import NetworkView
from gui.side.side_area import SideArea
from gui.theme.fitting_type import FittingType
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import wear, worn_by
from gui.timeline.moment import Moment
from gui.timeline.past_bar import PastBar, PastFrame
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.keyboard_focus import FOCUS_PX, order_keys, stops_in
from gui.widgets.layouts import row
from gui.widgets.painted import Painted
from gui.widgets.picture_page import PicturePage
from gui.widgets.translated import Translated

# What the network's title takes of the row, at 100 %.
TITLE_PX = 190.0
# With so much of it, the longest of a digit is whole: before it is cut, what stands at the right says less.
WHOLE_TITLE_PX = 290.0
# Edges are drawn ahead of the painting for so long at a time, and so often at most: while it trains, newer ones come.
PORTION_MS, MOST_PORTIONS = 4.0, 12


class NetworkArea(Translated, QWidget):
    """The news lie over the line with the network's title, so that the network stands still when they come and go.

    Meanwhile the title stands below them; where it has no room there, the news have a row above the network. Below a
    page they have one as well: what can be clicked at its head stays where the pointer is on its way to.
    """

    leave_wanted = Signal()
    """The way out of the projector layout was clicked."""
    page_left = Signal(object)
    """This page is no longer in the picture's place: another one is, or the picture."""
    page_changed = Signal(object)
    """This page is in the picture's place now; None for the picture."""
    room_wanted = Signal(tuple)
    """What is in the picture's place now asks for so much width and height, in px at 100 %; 0 for what there is."""

    def __init__(self, network: NetworkView, messages: MessageBar) -> None:
        super().__init__()
        self.setObjectName("network_area")
        self._leave = tab_button(QToolButton(), "leave_projector", self.leave_wanted)
        self._leave.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._leave_type = FittingType(self._leave, lambda: 0, self._dress_leave)
        self._leave.hide()
        self._theme = Theme()
        self.past_bar, self._past_frame, self.film_bar = PastBar(), PastFrame(self), FilmBar()
        stack = QGridLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        # What it needs is what `minimumSizeHint` says.
        stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.side_area = SideArea(network)
        stack.addWidget(self.side_area, 0, 0)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        self._corner = row(None)
        self._corner.addWidget(self.past_bar, 0, corner)
        self._corner.addWidget(self._leave, 0, corner)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for box in (self._corner, self._upper):
            box.setSpacing(0)
        self._upper.addWidget(messages, 1)
        self._upper.addLayout(self._corner)
        stack.addLayout(self._upper, 0, 0, Qt.AlignmentFlag.AlignTop)
        stack.addWidget(self._past_frame, 0, 0)
        stack.addWidget(self.film_bar, 1, 0)
        stack.setRowStretch(0, 1)
        self._stack = stack
        self._instead: QWidget | None = None
        self._page: PicturePage | None = None
        self._is_news_below = False
        messages.raise_()
        self.past_bar.raise_()
        self._past_frame.raise_()
        self._leave.raise_()
        self._messages = messages
        messages.installEventFilter(self)
        messages.keyboard_left.connect(self.take_keyboard)
        self._order_keys()
        self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._messages and event.type() in (
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.Resize,
        ):
            self._fit_upper()
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and icons; a page in the picture's place takes it on by itself."""
        self._leave.setIcon(icon("projector", theme))
        self._theme = theme
        self.side_area.set_theme(theme)
        self.film_bar.set_theme(theme)
        self._fit_leave()
        self._fit_upper()
        self._past_frame.set_theme(theme)

    def themed_parts(self) -> Iterator[Themed]:
        """All in it that takes on a theme, but for the network."""
        yield from (*worn_by(self.side_area), self)
        if (page := self._page) is not None:
            yield from (*worn_by(page), page)

    def slow(self) -> tuple[QWidget, ...]:
        """What takes long to draw when it is first painted."""
        pictures = () if self._page is None else self._page.findChildren(Painted)
        return (self.side_area.network, *pictures)

    def draw_ahead(self) -> Iterator[None]:
        """Draw the network's edges in portions, which its next painting would draw at once."""
        network = self.side_area.network
        for _ in range(MOST_PORTIONS):
            if not (network.isVisible() and network.work(PORTION_MS)):
                break
            yield

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_leave()
        self._fit_upper()

    def minimumSizeHint(self) -> QSize:
        # What lies over the network fits itself into the width that is there: it may not take any from the panels,
        # which would not get it back when it goes.
        network = self.side_area if self._page is None else self._page
        part = network if self._instead is None else self._instead
        parts = [] if part.isHidden() else [part]
        # Qt asks for this also on the bar's way to the screen, where it still has the type of its last time there.
        if self.film_bar.isVisible():
            parts.append(self.film_bar)
        sizes = [part.minimumSizeHint().expandedTo(part.minimumSize()) for part in parts]
        return QSize(max((s.width() for s in sizes), default=0), sum(max(0, s.height()) for s in sizes))

    def _fit_leave(self) -> None:
        """The way out is as high as the line with the title, whose type grows no further than the picture.

        For a class short news are in that type as well: all of the room reads them. Beside buttons they have about half
        of the width, so that these are two lines.
        """
        largest = fitting_theme(self.width(), self.height(), self._theme)
        self._leave_type.set_theme(self._theme, largest)
        self._messages.set_largest(0.0 if self._leave.isHidden() else largest.scale, self.width())

    def _dress_leave(self, theme: Theme) -> None:
        side = round(theme.px(16))
        self._leave.setIconSize(QSize(side, side))
        self._leave.setFont(theme.font("body"))
        self._leave.setFixedHeight(round(theme.px(NEWS_PX)) - FOCUS_PX)

    def _place_news(self) -> None:
        """Below a page that is seen; else at the upper edge."""
        below = self._page is not None and self._instead is None
        if below != self._is_news_below:
            self._is_news_below = below
            if below:
                self._upper.removeWidget(self._messages)
                self._stack.addWidget(self._messages, 3, 0)
            else:
                self._stack.removeWidget(self._messages)
                self._upper.insertWidget(0, self._messages, 1)
        self._fit_upper()

    def _fit_upper(self) -> None:
        """News and what is at their right stand in two rows where in one they would be too narrow, or high.

        The network's title, under the left end of the row, stays in sight: below the row, where that is full.
        """
        leave = self._leave.sizeHint().width() if not self._leave.isHidden() else 0
        edge = 0 if self._leave.isHidden() and self.past_bar.isHidden() else FOCUS_PX
        leave += edge
        has_news = not (self._messages.isHidden() or self._is_news_below)
        if self._page is not None:
            below = self._is_news_below and not self._messages.isHidden()
            self._page.news_px = float(self._messages.heightForWidth(self.width())) if below else 0.0
        news = self._messages.minimumSizeHint().width() if has_news else 0
        most = self.width() - leave
        self.past_bar.set_theme(self._theme, fitting_theme(self.width(), self.height(), self._theme))
        title = max(news, self._theme.px(TITLE_PX), self.side_area.named_width)
        self.past_bar.set_room(most - title, most, most - max(title, self._theme.px(WHOLE_TITLE_PX)))
        past = self.past_bar.sizeHint().width() if not self.past_bar.isHidden() else 0
        fits = not news or leave + past + news <= self.width() and self._is_low_beside(leave + past)
        # The frame of what has the keyboard stays whole around them.
        self._corner.setContentsMargins(0, edge, edge, 0)
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._upper.direction():
            self._upper.setDirection(way)
            # One below the other, what may be stretched would take all of the height.
            self._upper.setStretchFactor(self._messages, int(fits))
        covered = whole = self._messages.height() if news else 0
        height = self._corner.sizeHint().height()
        if not fits:
            covered += height
        elif self.past_bar.is_too_wide:
            covered = max(covered, height)
        if self.past_bar.is_too_wide:
            whole = covered
        lower = height if fits else self._messages.height() + height
        corner = (float(leave + past), float(lower)) if leave + past else (0.0, 0.0)
        self.side_area.show_covered(float(covered), float(whole), corner)
        self.side_area.show_corner(0 if covered else leave + past)
        if self._page is not None:
            self._page.show_covered(max(covered, height if leave + past else 0))

    def _is_low_beside(self, taken: int) -> bool:
        """Whether news are no higher where so many px of the row are taken, or fit the line of the title."""
        whole, beside = (self._messages.heightForWidth(self.width() - px) for px in (0, taken))
        return beside <= max(whole, self._theme.px(NEWS_PX))

    def show_moment(self, moment: Moment | None) -> None:
        """Mark the picture as one of the past, and say of which update it is; None for the present."""
        self.past_bar.show_moment(moment)
        if moment is None and not self._past_frame.isHidden():
            # News may have had a row because of what stood beside them: alone they may leave the title its place.
            self.side_area.show_covered(0.0)
        if moment is not None and self._past_frame.isHidden() and not self.side_area.is_shown:
            self._order_keys()
        self._past_frame.setVisible(moment is not None)
        self._fit_upper()

    def _order_keys(self) -> None:
        """Tab leads from the picture through what lies over its upper edge, and then to what lies at its lower one."""
        network = self.side_area.network
        order_keys(network, *self._messages.stops, *self.past_bar.stops, self._leave, *stops_in(network))

    def show_instead(self, panel: QWidget | None) -> bool:
        """Show a panel in the network's place, under the news; None for the network. Whether another was there."""
        before, self._instead = self._instead, panel
        if panel is before:
            return False
        if before is not None:
            self._stack.removeWidget(before)
        if panel is not None:
            self._stack.addWidget(panel, 2, 0)
            panel.show()
        self._show_picture()
        self._stack.setRowStretch(0, int(panel is None))
        self._stack.setRowStretch(2, int(panel is not None))
        self._place_news()
        return before is not None

    def show_over(self, page: PicturePage | None) -> None:
        """Show a page in the picture's place, with the keyboard in it; None for the picture.

        One that was there before is hidden, and stays whoever's it is.
        """
        before, self._page = self._page, page
        if before is not None and before is not page:
            before.hide()
            self._stack.removeWidget(before)
        if page is not None and page is not before:
            self._stack.addWidget(page, 0, 0)
            page.stackUnder(self._messages)
            wear(page, self._theme)
            page.set_theme(self._theme)
        self._show_picture()
        self._place_news()
        self.room_wanted.emit((0.0, 0.0) if page is None else page.asked_px)
        if before is not None and before is not page:
            self.page_left.emit(before)
        self.page_changed.emit(page)
        # As Esc out of a field does: where the keyboard is then is to be seen.
        is_by_key = before is not None and before.is_left_by_key
        by = Qt.FocusReason.ShortcutFocusReason if is_by_key else Qt.FocusReason.OtherFocusReason
        self.take_keyboard(by)

    def take_keyboard(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Move the keyboard to the network, or to the page in its place."""
        (self._page or self.side_area.network).setFocus(reason)

    @property
    def page(self) -> PicturePage | None:
        """What is shown in the picture's place."""
        return self._page

    def _show_picture(self) -> None:
        """The network, unless a page or a panel stands in its place."""
        if self._page is not None:
            self._page.setVisible(self._instead is None)
        self.side_area.setVisible(self._instead is None and self._page is None)

    def set_projecting(self, projecting: bool) -> None:
        """Whether it is the projector layout, which has no menu and no toolbar to leave it by."""
        self._leave.setVisible(projecting)
        self._fit_leave()
        self._fit_upper()

    def _retranslate(self) -> None:
        tip = self.tr("Leave the projector layout: the panels come back")
        # The key's own name, as it is written on it.
        set_words(self._leave, "Esc", tip, tip)
