"""Which of the window's panels are seen at which size and in which layout, and how wide they are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from gui.app.docks import resize_dock
from gui.app.drawer import Drawer
from gui.app.folding import PLOTS, SIDE, Folding
from gui.app.full_screen import FullScreen
from gui.app.message_bar import MessageBar
from gui.app.network_area import NetworkArea
from gui.app.panel_strip import PanelStrip
from gui.app.plot_tabs import PlotTabs
from gui.app.steps_panel import StepsPanel
from gui.app.toolbar import TransportBar
from gui.network.geometry.layout import fitting_theme
from gui.theme.tokens import Theme
from gui.timeline.timeline import Timeline

# Under this width (at 100 %) the three steps are a drawer instead of a column.
NARROW_PX = 1180
# For a class: the side's greatest part of the width, and the height (at 100 %) under which the network has it all.
WIDEST_SIDE, LEAST_HEIGHT_PX = 0.34, 430
# What the network keeps of the width when the three steps come in beside it.
LEAST_NETWORK = 0.5
# The plots come in where they leave the network so much, whatever the size of type.
LEAST_NETWORK_SHARE = 0.53
LEAST_NETWORK_WIDTH_PX, LEAST_NETWORK_HEIGHT_PX = 320, 200
# Two networks one above the other have at least so much of the height, at 100 %, before there are plots.
LEAST_PAIR_HEIGHT_PX = 620
# The window can be made as small as this, and it stays so: larger type never makes it grow.
LEAST_WINDOW_PX = 640, 480
# Until it is given another size: at Qt's own, everything would be arranged for a narrow window first, then anew.
USUAL_WINDOW_PX = 1280, 800
STEPS_PX, DRAWER_PX = 232, 240
# A window that is no higher (at 100 %) leaves plots less.
LOW_WINDOW_PX = 700
# The side with Draw and Inspect: usual, in a narrow window, and with a page to read in it.
SIDE_PX, NARROW_SIDE_PX, PAGE_PX, NARROW_PAGE_PX = 248, 208, 340, 300
LEAST_SIDE_PX = 190  # In type of any size: the canvas' buttons are 24 px wide at least, and stand in one row.
# In a narrow window panels fold away until the network has so much of the window's area.
LEAST_AREA = 0.4
# Whoever asks for type that is larger than this (1 at 100 %) never gets a smaller one in the picture for it: what would
# take the height from it folds away.
KEPT_TYPE = 2.0
# Of a window in which it is folded the side takes so much of the width at most when it is opened.
FOLDED_SIDE = 0.5
# What the timeline takes, at 100 %: its coming may not fold a panel away.
TIMELINE_PX = 24

# What it takes of a wide window, up to so much.
SIDE_SHARE, WIDE_SIDE_PX = 0.21, 400


@dataclass(frozen=True)
class Parts:
    """What is arranged: the docks with what is in them, and what is seen only in one layout or the other."""

    steps_dock: QDockWidget
    tabs_dock: QDockWidget
    plots_dock: QDockWidget
    tabs: QTabWidget
    plots: PlotTabs
    folding: Folding
    strip: PanelStrip
    steps_panel: StepsPanel
    drawer: Drawer
    toolbar: TransportBar
    message_bar: MessageBar
    center: NetworkArea
    loss_readout: QWidget
    loss_line: QWidget
    timeline: Timeline


@dataclass(frozen=True)
class Panels:
    """How the panels stood in a window of this size, at this size of type.

    Attributes
    ----------
    state : QByteArray
        As `QMainWindow.saveState` gives it: where each of them is and how large, floating ones too.
    steps_hidden : bool
        Whether the three steps had been put away.
    side_given : int
        The width that the side had been given, in px: one that has another was dragged.
    pages : tuple
        Whether there was a page to read in it, whether two networks were shown, and what room a page asked for.
    """

    window_size: QSize
    scale: float
    state: QByteArray
    steps_hidden: bool
    side_given: int
    pages: tuple[bool, bool, tuple[float, float]]


class Arrangement(QObject):
    """The three steps at the side where there is room, in the drawer where there is none; for a class, not at all.

    Attributes
    ----------
    is_projector : bool
        Whether it is the layout for a class.
    has_page : bool
        Whether a page to read stands at the right.
    is_side : bool
        Whether two networks are shown, side by side.
    page_px : tuple of two floats
        Width and height, at 100 %, below which the side and the plots make room for the page in the picture's place.
    """

    def __init__(self, window: QMainWindow, parts: Parts) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self._full_screen = FullScreen(window)
        self._theme = Theme()
        self.is_projector = self.has_page = self.is_side = False
        self.page_px = 0.0, 0.0
        self._side_given = self._timeline_given = 0
        self._before: Panels | None = None
        parts.timeline.hide()
        parts.timeline.height_changed.connect(self.fit_timeline)
        parts.folding.changed.connect(self._on_folding_changed)
        parts.center.room_wanted.connect(self.take_page)
        parts.drawer.right_edge_changed.connect(
            lambda edge: parts.message_bar.show_left_covered(max(0, edge - parts.center.x()))
        )
        self._is_narrow = self._steps_hidden = self._steps_wanted = self._is_size_to_come = False

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes; `settle` is to follow."""
        self._theme = theme
        self.fit()
        self.arrange()

    def settle(self, _theme: Theme) -> None:
        """Be arranged by the heights and widths that all parts have in the theme.

        The bars ask for the heights of before until their layouts are made anew. That may not wait for the event loop:
        the window is painted before, and rows that are too high would be on screen for as long as that takes.
        """
        # First a bar has another height, then the window gives it that.
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        # What it puts away depends on how wide all of its parts have become.
        self._parts.toolbar.fit()
        self.arrange()

    def begin_layout(self, is_projector: bool, as_before: bool = False) -> None:
        """Another layout: the one for a class has the whole screen, and keeps how the panels stood before it.

        `as_before` is the way back from it: they stand so again, once the window has the size that it had.
        """
        if is_projector and not self.is_projector:
            state, hidden = self._window.saveState(), self._steps_hidden
            size, scale = self._window.size(), self._theme.scale
            self._before = Panels(size, scale, state, hidden, self._side_given, self._pages)
        elif not as_before:
            self._before = None
        self.is_projector = is_projector
        self._steps_hidden = as_before and self._before is not None and self._before.steps_hidden
        self._steps_wanted = False
        if is_projector:
            self._full_screen.enter()
        else:
            self._full_screen.leave()
        # The size on the whole screen, or as before, may come later.
        self._is_size_to_come = True

    def take_size(self) -> None:
        """The window has another size."""
        # It may be wide enough again; the drawer steps back.
        if self._parts.drawer.isVisible():
            self._parts.drawer.hide_content()
        self.arrange()
        # A side that the user has dragged stays as wide as it is.
        is_ours = abs(self._parts.tabs_dock.width() - self._side_given) <= 2
        if self.is_projector or self._is_size_to_come or is_ours:
            self._is_size_to_come = False
            self.fit()

    def toggle_steps(self) -> None:
        """Show or hide the three steps."""
        parts = self._parts
        if self.is_projector:
            self._steps_wanted = not self._steps_wanted
            if self._steps_wanted and not self._has_room_for_steps():
                self._steps_wanted = False
                parts.message_bar.show_message(self._no_room)
            self.arrange()
            self.fit()
        elif not self._is_narrow:
            self._steps_hidden = parts.steps_dock.isVisible()
            self.arrange()
        elif parts.drawer.isVisible():
            parts.drawer.hide_content()
        else:
            parts.drawer.set_content(parts.steps_panel)
            bottom = self._window.statusBar().y()
            parts.drawer.open_over(parts.center.y(), bottom, round(self._theme.px(DRAWER_PX)))

    def show_steps(self) -> None:
        """Show the three steps, if they are hidden and there is room."""
        if not self._parts.steps_panel.isVisible():
            self.toggle_steps()

    def show_side(self) -> None:
        """Show Draw and Inspect where the three steps stand in their place, or where they are folded away."""
        if self.is_projector and self._steps_wanted:
            self.toggle_steps()
        self._parts.folding.open(SIDE)

    def show_network(self) -> None:
        """Show the network, where folded plots have its place."""
        self._parts.folding.show_network()

    def hide_side(self) -> None:
        """Fold the side away again, where there is no room for it."""
        if self._parts.folding.opened == SIDE:
            self._parts.folding.fold()

    def _on_folding_changed(self) -> None:
        self.arrange()
        self.fit()
        # The tabs are as wide as their widest page until their layout is made anew.
        QTimer.singleShot(0, self, self.fit)

    def arrange(self) -> None:
        """Show what is to be seen at this size.

        For a class the steps never lie over the network: they stand beside it, in place of the canvas, or not at all.
        """
        parts, px = self._parts, self._theme.px
        narrow = self._window.width() < px(NARROW_PX) and not self.is_projector
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            # Another parent means the style of each part anew: the steps go into the drawer only when that is opened.
            if not narrow:
                parts.drawer.hide_content()
                if parts.drawer.isAncestorOf(parts.steps_panel):
                    parts.steps_dock.setWidget(parts.steps_panel)
            parts.steps_panel.set_one_at_a_time(narrow)
            parts.toolbar.set_narrow(narrow)
            self.fit()
        if self.is_projector:
            wanted = self._steps_wanted and self._has_room_for_steps()
            parts.steps_dock.setVisible(wanted)
            plotted = self._window.height() >= px(LEAST_HEIGHT_PX) and self._has_room_for_plots()
            away = {SIDE: wanted, PLOTS: not plotted}
            parts.folding.show(frozenset(), 0, frozenset(panel for panel in away if away[panel]))
        else:
            parts.steps_dock.setVisible(not (narrow or self._steps_hidden))
            folded = self._folded()
            parts.folding.show(folded, self._middle_height())
            plotted = PLOTS not in folded
        self._show_timeline()
        # L is always somewhere in sight.
        parts.loss_readout.setVisible(self.is_projector)
        parts.loss_line.setVisible(narrow or self._steps_hidden or not plotted)

    def fit(self) -> None:
        """Give the panels their widths and heights: those of before, where the layout for a class has been left."""
        parts, px, window, before = self._parts, self._theme.px, self._window, self._before
        self._show_timeline()
        self._timeline_given = self._timeline_height()
        # With other pages the panels stand otherwise: two networks have the plots' room too.
        if before is not None and not self.is_projector and self._is_as(before):
            window.restoreState(before.state)
            self._side_given = before.side_given
            self.arrange()
            return
        self._side_given = round(self._side_width())
        across = Qt.Orientation.Horizontal
        resize_dock(window, parts.tabs_dock, self._side_given, across)
        if not self._is_narrow:
            resize_dock(window, parts.steps_dock, round(px(STEPS_PX)), across)
        plots = round(self._plot_height()) + self._timeline_given
        resize_dock(window, parts.plots_dock, plots, Qt.Orientation.Vertical)

    def _side_width(self) -> float:
        """What the side is given; a panel that is open although there is no room for it leaves the network some."""
        px, window, opened = self._theme.px, self._window, self._parts.folding.opened
        side = NARROW_SIDE_PX if self._is_narrow or self.is_projector else SIDE_PX
        if self.has_page:
            side = NARROW_PAGE_PX if self._is_narrow else PAGE_PX
        if side == SIDE_PX:
            # On a large screen the canvas has what the network can spare.
            side = round(max(SIDE_PX, min(WIDE_SIDE_PX, SIDE_SHARE * window.width() / self._theme.scale)))
        most = FOLDED_SIDE if opened == SIDE else WIDEST_SIDE if self.is_projector else 1.0
        return max(LEAST_SIDE_PX, min(px(side), most * window.width()))

    def fit_timeline(self) -> None:
        """The timeline comes, goes, or has another height: the network gives it room, and the plot stays as it is."""
        self._show_timeline()
        given, self._timeline_given = self._timeline_given, self._timeline_height()
        if given != self._timeline_given:
            dock = self._parts.plots_dock
            height = dock.height() + self._timeline_given - given
            resize_dock(self._window, dock, height, Qt.Orientation.Vertical)

    def _plot_height(self) -> float:
        """What the plot is given; in a low window, or at large type, the network keeps most of the height."""
        px, height = self._theme.px, self._window.height()
        return min(px(124), 0.25 * height) if height <= px(LOW_WINDOW_PX) else px(200)

    def _timeline_height(self) -> int:
        timeline = self._parts.timeline
        return 0 if timeline.isHidden() else timeline.sizeHint().height()

    def _show_timeline(self) -> None:
        """The timeline stands under the plot once there is something to go back to; for a class there is only L."""
        timeline = self._parts.timeline
        timeline.set_low(self._window.height() <= self._theme.px(LOW_WINDOW_PX))
        timeline.setVisible(timeline.has_past and not self.is_projector)

    def take_page(self, page_px: tuple[float, float]) -> None:
        """Another page stands in the picture's place, or none: `page_px` is what it asks for."""
        if page_px != self.page_px:
            docks = self._parts.plots_dock, self._parts.tabs_dock
            before = [dock.isHidden() for dock in docks]
            self.page_px = page_px
            self.arrange()
            # Else the panels stay as high and as wide as they were dragged.
            if before != [dock.isHidden() for dock in docks]:
                self.fit()

    @property
    def _pages(self) -> tuple[bool, bool, tuple[float, float]]:
        return self.has_page, self.is_side, self.page_px

    def _is_as(self, panels: Panels) -> bool:
        then = panels.window_size, panels.scale, panels.pages
        return (self._window.size(), self._theme.scale, self._pages) == then

    def _folded(self) -> frozenset[str]:
        """The panels that fold away at this size: in a narrow window so many that the network has its area."""
        if not self._is_narrow:
            return frozenset() if self._has_room_for_plots() else frozenset({PLOTS})
        least_type = min(KEPT_TYPE, self._network_type(frozenset({SIDE, PLOTS})))
        for folded in (frozenset[str](), frozenset({SIDE}), frozenset({PLOTS})):
            has_room = PLOTS in folded or self._has_room_for_plots(SIDE in folded)
            if self._theme.scale > KEPT_TYPE and self._network_type(folded) < least_type:
                continue
            width, height = self._network_size(folded)
            is_large = width * height >= LEAST_AREA * self._window.width() * self._window.height()
            if has_room and is_large and width >= self._theme.px(self.page_px[0]):
                return folded
        return frozenset({SIDE, PLOTS})

    def _network_type(self, folded: frozenset[str]) -> float:
        """The size of the picture's own type with these panels folded: 1 at 100 %."""
        return fitting_theme(*self._network_size(folded), self._theme).scale

    def _network_size(self, folded: frozenset[str]) -> tuple[int, int]:
        """What the network would have with these panels folded, in px."""
        window, parts, px = self._window, self._parts, self._theme.px
        width, height = window.width(), self._middle_height()
        if folded:
            width -= parts.strip.width_within(height)
        if SIDE not in folded:
            width -= max(round(px(NARROW_SIDE_PX)), parts.tabs.minimumSizeHint().width())
        if PLOTS not in folded:
            height -= round(self._plot_height() + px(TIMELINE_PX))
        return width, height

    def _middle_height(self) -> int:
        """What the bars leave of the window's height."""
        window, toolbar = self._window, self._parts.toolbar
        bars = (window.menuBar(), toolbar, window.statusBar())
        heights = (max(bar.sizeHint().height(), bar.minimumHeight()) for bar in bars if not bar.isHidden())
        return window.height() - sum(heights)

    def _has_room_for_plots(self, is_side_folded: bool = False) -> bool:
        window, parts, height = self._window, self._parts, self._middle_height()
        # A dock that is hidden still asks for the room of what is in it.
        side, plots = parts.tabs.minimumSizeHint(), parts.plots.minimumSizeHint()
        taken = parts.strip.width_within(height) if is_side_folded else side.width()
        network_width, network_height = window.width() - taken, height - plots.height()
        is_wide_enough = network_width >= max(plots.width(), LEAST_NETWORK_WIDTH_PX)
        least = float(LEAST_NETWORK_HEIGHT_PX)
        asked = LEAST_PAIR_HEIGHT_PX if self.is_side else self.page_px[1]
        if asked:
            # The plot would take as much as it is given, and not the least that it can do with.
            network_height = min(network_height, height - round(self._plot_height()))
            least = self._theme.px(asked)
        return is_wide_enough and network_height >= max(LEAST_NETWORK_SHARE * height, least)

    def _has_room_for_steps(self) -> bool:
        return self._theme.px(DRAWER_PX) <= self._window.width() * (1 - LEAST_NETWORK)

    def _no_room(self) -> str:
        return self.tr("There is no room for the three steps at this size: Ctrl+− or F11 makes some.")
