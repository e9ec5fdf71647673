"""One network, or two side by side with the difference of their weights."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from math import floor

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gui.network.geometry.layout import NEWS_PX, fitting_theme, news_room
from gui.network.view import NetworkView
from gui.side.difference_strip import HEIGHT_PX, DifferenceStrip
from gui.side.side_header import SideHeader, keep_in_agreement
from gui.theme.fitting_type import STEP, USUAL
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import order_keys, stops_in
from gui.widgets.qt_overrides import ReportsExceptions

# From this width on, at 100 %, and where it is so many times the height, the two stand beside each other.
WIDE_PX, WIDE_RATIO = 1300.0, 1.9
# A network of less height, at 100 %, says little: the difference of the weights makes room first.
LEAST_NETWORK_PX, LOW_NETWORK_PX = 150.0, 230.0
ABSOLUTE_LEAST_PX = 96


class OtherNetworkView(NetworkView):
    """B's picture, by another name than A's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("network_view_b")
        self.set_letter("B")


class SideArea(ReportsExceptions, QWidget):
    """A alone fills it; with B shown, A stands above B, or left of it where that is wide.

    Parameters
    ----------
    network : NetworkView
        A's picture: that of the run on screen.
    """

    def __init__(self, network: NetworkView) -> None:
        super().__init__()
        self.setObjectName("side_area")
        self.network = network
        self.is_shown = False
        """Whether B is shown beside A."""
        self._theme = self._strip_theme = Theme()
        self._heads_theme: Theme | None = None
        self._covered, self._news, self._corner = 0.0, 0.0, 0
        self._title_corner = 0.0, 0.0
        self._stands_wide = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(network, 1, 0)

    # Made when they are first asked for: they would add to the start of the app.

    @cached_property
    def other(self) -> NetworkView:
        """B's picture."""
        view = OtherNetworkView(self)
        view.set_theme(self._theme)
        # Whichever of the two has almost no gradient: another example comes to both.
        view.hard_sample_wanted.connect(self.network.hard_sample_wanted)
        return view

    @cached_property
    def headers(self) -> tuple[SideHeader, SideHeader]:
        """A's line and B's."""
        headers = SideHeader("A"), SideHeader("B")
        for header in headers:
            header.setParent(self)
            header.set_theme(self._theme)
        keep_in_agreement(headers)
        return headers

    @cached_property
    def strip(self) -> DifferenceStrip:
        """B − A of the weights."""
        strip = DifferenceStrip()
        strip.setParent(self)
        strip.set_theme(self._theme)
        return strip

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme; A's picture has it already."""
        self._theme = theme
        if self.is_shown:
            self._dress()
        self._make_room()
        self.update()

    def set_shown(self, shown: bool) -> None:
        """Show B and the difference, or A alone."""
        if shown == self.is_shown:
            return
        self.is_shown = shown
        parts = (*self.headers, self.other, self.strip)
        self.network.set_letter("A" if shown else "")
        if shown:
            self._dress()
        self.network.setMinimumHeight(ABSOLUTE_LEAST_PX if shown else 0)
        self.other.setMinimumHeight(ABSOLUTE_LEAST_PX)
        self._place()
        for part in parts:
            part.setVisible(shown)
        if shown:
            self._fit()

    def order_keys(self) -> None:
        """Tab leads from A's picture to that of B, and to the difference, before it leaves the area."""
        parts = (self.network, self.other, self.strip)
        stops = [stop for part in parts for stop in (part, *stops_in(part))]
        order_keys(*(stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus))

    def show_covered(
        self, covered: float, news: float | None = None, corner: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        """So many px of the top are covered, `news` of them where the title would begin: by default all of them.

        What is at the right end of its line, or under the news, is `corner`: so wide, and down to so many px.

        The line of A stands below them. A picture that is alone stands still where its title has room below them; else
        news have a row of their own, and the picture begins below it, until they go.
        """
        self._covered, self._news = covered, covered if news is None else news
        self._title_corner = corner
        self._make_room()

    def _make_room(self) -> None:
        taken, covered = self._covered, 0.0
        if not self.is_shown:
            is_low = self._covered > news_room(self.width(), self.height(), self._theme)
            # Of a lower picture, below a row of news, it can't be said how one of the whole height would be.
            is_whole = self._grid.contentsMargins().top() == 0
            if is_low and is_whole and self.network.keeps_words(self._covered):
                is_low = False
            taken, covered = (self._news, 0.0) if is_low else (0.0, self._covered)
        self._grid.setContentsMargins(0, round(taken), 0, 0)
        if not self._covered:
            # What comes next finds the picture as high as it is without any.
            self._grid.activate()
        wide, low = (0.0, 0.0) if self.is_shown else self._title_corner
        self.network.show_covered(covered, (wide, max(0.0, low - round(taken))))

    def show_corner(self, width: int) -> None:
        """So many px at the right of A's line, or of B's where that stands at the right, are covered."""
        self._corner = width
        if self.is_shown:
            for header in self.headers:
                at_corner = header is self.headers[int(self.is_wide)]
                header.show_covered(width if at_corner else 0)

    @property
    def named_width(self) -> int:
        """So much of the width, from the left, is needed that the line at its right end names its run; 0 without B."""
        if not self.is_shown:
            return 0
        if self.is_wide:
            return self.width() // 2 + self.headers[1].named_width
        return self.headers[0].named_width

    @property
    def is_wide(self) -> bool:
        """Whether A and B stand beside each other: where that is wide, or gives large type more room than height does.

        What stands over and under them, and covers them at times, does not decide it: they stay where they are.
        """
        width, height = self.width(), self.height()
        if width >= max(self._theme.px(WIDE_PX), WIDE_RATIO * height):
            return True
        beside, above = (
            max(USUAL, fitting_theme(wide, high, self._theme).scale)
            for wide, high in ((width / 2, height), (width, height / 2))
        )
        return beside > above

    # --- geometry

    def _dress(self) -> None:
        self.other.set_theme(self._theme)
        self._heads_theme = None
        self._strip_theme = self._theme
        self.strip.set_theme(self._theme)
        self._fit()

    def _place(self) -> None:
        """Put everything where it belongs now."""
        grid, (over_a, over_b) = self._grid, self.headers
        parts: tuple[QWidget, ...] = (over_a, self.network, over_b, self.other, self.strip)
        for part in parts:
            grid.removeWidget(part)
        wide = self._stands_wide = self.is_shown and self.is_wide
        if not self.is_shown:
            grid.addWidget(self.network, 1, 0)
        elif wide:
            for column, (header, view) in enumerate(((over_a, self.network), (over_b, self.other))):
                grid.addWidget(header, 0, column)
                grid.addWidget(view, 1, column)
            grid.addWidget(self.strip, 4, 0, 1, 2)
        else:
            for line, part in enumerate(parts):
                grid.addWidget(part, line, 0)
        grid.setRowStretch(1, 1)
        grid.setRowStretch(3, int(self.is_shown and not wide))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, int(wide))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        if self.is_shown:
            self._fit()

    def _fit(self) -> None:
        """Choose by the size whether they stand beside each other, and how much room the difference has."""
        if self._stands_wide != self.is_wide:
            self._place()
        columns = 2 if self.is_wide else 1
        self._fit_heads()
        # As high as what covers its right end while one looks back: A's picture begins below that.
        whole = fitting_theme(self.width(), self.height(), self._theme)
        self.headers[0].setMinimumHeight(round(whole.px(NEWS_PX)))
        self.show_corner(self._corner)
        px, networks = self._theme.px, 3 - columns
        heads = self.headers[0].minimumHeight()
        heads += 0 if columns > 1 else self.headers[1].sizeHint().height()
        room = self.height() - self._covered - heads
        # Its words are as large as those of the networks above it, where these have little room.
        fitting = fitting_theme(self.network.width(), self.network.height(), self._theme)
        if fitting != self._strip_theme:
            self._strip_theme = fitting
            self.strip.set_theme(fitting)
        self.strip.set_low((room - px(HEIGHT_PX)) / networks < px(LOW_NETWORK_PX))
        self.strip.setVisible((room - self.strip.sizeHint().height()) / networks >= px(LEAST_NETWORK_PX))

    def _fit_heads(self) -> None:
        """Beside each other both lines have type in which each names its run in its half: two names may end alike.

        They ask for no more width: with it their type would grow, and ask for more again.
        """
        columns = 2 if self.is_wide else 1
        theme = fitting_theme(self.width() / columns, self.height(), self._theme)
        if columns > 1:
            half, steps = self.width() // 2, floor(theme.scale / STEP)
            while theme.scale > USUAL and any(header.name_width(theme) > half for header in self.headers):
                theme = replace(theme, scale=max(USUAL, steps * STEP))
                steps -= 1
        if theme != self._heads_theme:
            self._heads_theme = theme
            for header in self.headers:
                header.set_theme(theme)
        policy = QSizePolicy.Policy.Ignored if columns > 1 else QSizePolicy.Policy.Preferred
        for header in self.headers:
            header.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def follow_layout(self) -> None:
        """Let the difference of each gap stand under A's gap, wherever that is now."""
        self.strip.set_gaps(self.gap_places())

    def gap_places(self) -> tuple[tuple[float, float], ...]:
        """Where A's gaps stand over the strip; () where they stand elsewhere: enlarged, or at the other side."""
        layout = self.network.layout_shown
        if layout is None or self.is_wide or layout.zoom.scale != 1:
            return ()
        left = self.network.mapTo(self, QPoint(0, 0)).x() - self.strip.x()
        bounds = (layout.gap_bounds(gap) for gap in range(len(layout.layers)))
        return tuple((start + left, end + left) for start, end in bounds)

    # --- Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.is_shown:
            # A line may name another run now.
            self._fit_heads()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("canvas"))
        if self.is_shown:
            painter.setPen(self._theme.colour("line"))
            for part in (self.headers[1], self.strip):
                if part.isVisible() and part.y() > 0:
                    painter.drawLine(0, part.y(), self.width(), part.y())
        painter.end()
