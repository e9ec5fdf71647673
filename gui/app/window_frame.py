"""The window without what connects it: which panels there are and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.app.about import show_about
from gui.app.actions import Actions
from gui.app.arrangement import LEAST_WINDOW_PX, USUAL_WINDOW_PX, Arrangement, Parts
from gui.app.docks import DockedWindow, PanelDock
from gui.app.drawer import Drawer
from gui.app.dropped_data import dropped_paths
from gui.app.errors import ErrorDialog
from gui.app.folding import Foldable, Folding
from gui.app.key_bindings import KeyBindings
from gui.app.language_turns import LanguageTurns
from gui.app.menus import Menus
from gui.app.message_bar import MessageBar
from gui.app.network_area import NetworkArea
from gui.app.panel_keys import PanelKeys
from gui.app.panel_strip import PanelStrip
from gui.app.plot_tabs import PlotTabs
from gui.app.right_pages import RightPages
from gui.app.settings import Settings
from gui.app.space_key import SpaceKey
from gui.app.speed_slider import SpeedSlider
from gui.app.steps_panel import StepsPanel
from gui.app.theme_turns import Themed, ThemeTurns, Turn
from gui.app.toolbar import TransportBar
from gui.app.versions import version_line
from gui.app.window_keys import WindowKeys
from gui.app.window_turns import WindowTurns
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.drawing.draw_panel import DrawPanel
from gui.inspector.inspector_panel import Inspector
from gui.loss.loss_panel import LossPanel
from gui.loss.loss_readout import LossLine, LossReadout
from gui.network.view import NetworkView
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.theme.tokens import Theme, make_theme
from gui.theme.worn_sheet import wear, worn_by
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.layouts import column as column_of
from gui.widgets.layouts import fill
from gui.widgets.tabs_and_scrolling import scrolling, tabs_of
from gui.widgets.translated import Translated
from gui.widgets.undoable import UndoStack

if TYPE_CHECKING:
    from gui.help.help_page import HelpPage
    from gui.side.compare_page import ComparePage

# Their keys are those of a presenter's clicker, too.
PHASE_ACTIONS = ("action_next_phase", "action_previous_phase")


class WindowFrame(Translated, DockedWindow):
    """Network in the middle, L below it, the lecture's three steps at the left, Draw and Inspect at the right.

    Parameters
    ----------
    settings : Settings
        The theme and the size of type that it begins with.
    """

    closing = Signal()
    files_dropped = Signal(list)
    """Files or folders were dropped onto the window: their paths."""

    def __init__(self, settings: Settings) -> None:
        # Before the first widget: when first shown, each takes back the font that it was made with.
        QApplication.setFont(make_theme(settings.theme, settings.scale).font("body"))
        super().__init__()
        self.setObjectName("main_window")
        self.setDockNestingEnabled(True)
        self.setAcceptDrops(True)
        # Its own, not that of its parts: otherwise a larger type would make it grow, beyond the screen.
        self.setMinimumSize(*LEAST_WINDOW_PX)
        self.resize(*USUAL_WINDOW_PX)
        self.undo_stack = UndoStack(self)
        self.undo_stack.setUndoLimit(50)
        self.actions_ = Actions(self)
        self.leads_phases: Callable[[], bool] = lambda: False
        """Whether the keys of a walkthrough lead through one just now, wherever the keyboard is."""
        self._space = SpaceKey(self, self._is_lent)
        self.keys = WindowKeys(self)
        self.theme = Theme()
        """The look in force."""
        self.turns = WindowTurns(self, self._slow_parts, lambda: self.network_area.draw_ahead())
        self._theme_turns = ThemeTurns(self.turns, self._themed_parts, self._arranged_parts)
        self.language_turns = LanguageTurns(self, self.turns, self.actions_.words_in_steps)
        self._layout, self._layout_before = "watch", "watch"
        self.report_context: Callable[[], str] = version_line
        """What a report of a fault needs beside the fault."""
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; after a False it stays."""
        self._session_name = ""
        self._make_panels()
        self._place_panels()
        self._connect_actions()
        self._retranslate()
        # Otherwise a message that is there from the start has the keyboard, and Space closes it.
        self.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    @property
    def is_projector(self) -> bool:
        """Whether it has the layout for a class."""
        return self._arrangement.is_projector

    # --- verbs

    def set_theme(self, theme: Theme, at_once: bool = False) -> None:
        """Take on this look everywhere, in turns where the window is seen and there is time; see `ThemeTurns`."""
        self.theme = theme
        self._theme_turns.begin(theme)
        if at_once:
            self.turns.finish()

    def _themed_parts(self) -> Iterator[Themed]:
        yield from self.actions_.themed_parts()
        yield from worn_by(self.menus, self.toolbar, self.statusBar(), self.plots)
        yield from (self.toolbar, self.network_view, self.loss_plot, self.timeline)
        sides = (self.function_set_panel, self.goodness_panel, self.best_function_panel)
        yield from worn_by(self.draw_panel, *sides, self.inspector_area, self.loss_readout, self.strip)
        yield from (self.draw_panel, *sides, self.inspector, self.steps_panel, self.message_bar, self.speed)
        yield from (self.strip, self.loss_readout, self.plots, self.tabs)
        yield from self.network_area.themed_parts()
        yield from self._pages

    def _slow_parts(self) -> tuple[QWidget, ...]:
        return (*self.network_area.slow(), self.loss_plot)

    def _arranged_parts(self) -> Iterator[Themed]:
        yield from (self.menus, self._arrangement, Turn(self._arrangement.settle))

    def _is_lent(self, key: str) -> bool:
        return self.key_bindings.is_lent(key) or (
            self.leads_phases() and self.key_bindings.owner_of(key) in PHASE_ACTIONS
        )

    def show_layout(self, name: str) -> None:
        """One of the three layouts that come along: ``watch``, ``examine`` and ``projector``.

        From ``projector`` back to the one that was there before, the panels and the tab in front are as they were.
        """
        # How the panels stand is remembered, at the size of type in force: both of a whole window.
        self.turns.finish()
        size = QSize() if self._layout == "projector" else self.size()
        is_projector, was_projector = name == "projector", self._layout == "projector"
        if is_projector and not was_projector:
            self._layout_before = self._layout
        as_before = was_projector and name == self._layout_before
        self._layout = name
        self._arrangement.begin_layout(is_projector, as_before)
        # Else Qt would hand the keyboard from the panels that go to any other.
        self.network_area.take_keyboard(Qt.FocusReason.OtherFocusReason)
        front: QWidget = self.inspector_area if name == "examine" else self.draw_panel
        if is_projector and not was_projector:
            front = self._pages.front_for_class()
        elif as_before:
            front = self._pages.front_as_before(front)
        self.tabs.setCurrentWidget(front)
        for dock, area in (
            (self.steps_dock, Qt.DockWidgetArea.LeftDockWidgetArea),
            (self.tabs_dock, Qt.DockWidgetArea.RightDockWidgetArea),
            (self.plots_dock, Qt.DockWidgetArea.BottomDockWidgetArea),
        ):
            dock.setFloating(False)
            self.addDockWidget(area, dock)
        self.tabs_dock.show()
        for part in (self.menus, self.toolbar, self.statusBar(), self.tabs.tabBar()):
            part.setVisible(not is_projector)
        # Tab would come to the tabs and give the keyboard to a bar that is hidden, so to nobody.
        focus = Qt.FocusPolicy
        self.tabs.setFocusPolicy(focus.NoFocus if is_projector else focus.TabFocus)
        self.network_area.set_projecting(is_projector)
        self.draw_panel.set_compact(is_projector)
        self._arrangement.arrange()
        self._arrangement.fit()
        self._show_how_to_leave()
        # While panels come and go the window may have grown for a moment.
        QTimer.singleShot(0, self, lambda: self._keep_size(size))

    def _keep_size(self, size: QSize) -> None:
        if size.isValid() and not (self.isMaximized() or self.isFullScreen()):
            self.resize(size)
        self._arrangement.fit()

    def show_session(self, name: str, is_modified: bool) -> None:
        """Name the session's file in the title, and mark it where something in it is not saved."""
        self._session_name = name
        self._show_title()
        self.setWindowModified(is_modified)

    def _show_title(self) -> None:
        if self._session_name:
            # Qt reads "[*]" as the place of the mark, and two of them as the letters themselves.
            name = self._session_name.replace("[*]", "[*][*]")
            self.setWindowTitle(self.tr("{name}[*] – Backlight").format(name=name))
        else:
            self.setWindowTitle(self.tr("Backlight: watch a network learn") + "[*]")

    def set_training_available(self, available: bool) -> None:
        """Whether anything can be set that an engine has to do."""
        self.steps_panel.setEnabled(available)
        self.draw_panel.setEnabled(available)
        self.network_area.past_bar.set_available(available)
        for panel in (self.goodness_panel, self.loss_readout):
            panel.set_measured(available)
        self.menus.set_undo_available(available)
        fields = self.inspector.parameter, self.inspector.details.parameter
        for part in (self.draw_panel.paste_action, self.draw_panel.clear_action, *fields):
            part.setEnabled(available)

    def report_error(self, details: str, times: int = 1) -> None:
        """Report in one sentence that something failed, with details to copy for developers.

        What failed while the window closed is in the log: a dialog without a window would keep the app running.
        """
        if self.isVisible():
            wear(ErrorDialog.report(self, details, times, self.report_context), self.theme)

    # --- Qt

    # No `event` and no event filter here: each would be Python around every painting of the window.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrangement.take_size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.take(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.turns.finish()
        if self.may_close():
            self.closing.emit()
            super().closeEvent(event)
        else:
            event.ignore()

    # --- parts

    def _make_panels(self) -> None:
        self.network_view, self.plots = NetworkView(), PlotTabs()
        self.loss_page, self.run_tree = self.plots.loss_page, self.plots.run_tree
        self.loss_plot, self.timeline = self.loss_page.plot, self.loss_page.timeline
        self.draw_panel, self.inspector = DrawPanel(self.undo_stack), Inspector()
        self.inspector_area = scrolling("inspector_area", self.inspector)
        self.function_set_panel = ArchitecturePanel()
        self.goodness_panel = LossPanel()
        self.best_function_panel = OptimizerPanel()
        self.steps_panel = StepsPanel(self.function_set_panel, self.goodness_panel, self.best_function_panel)
        self.message_bar = MessageBar()
        self.speed = SpeedSlider()
        self.loss_readout, self.loss_line = LossReadout(), LossLine()
        self.status_label = FittingLabel("status_label")

    def _place_panels(self) -> None:
        self.network_area = NetworkArea(self.network_view, self.message_bar)
        self.setCentralWidget(self.network_area)
        self.toolbar = TransportBar(self.actions_, self.speed, self)
        self.addToolBar(self.toolbar)
        drawn = self.draw_panel
        self.menus = Menus(self.actions_, self.undo_stack, drawn.clear_action, drawn.paste_action, self)
        self.setMenuBar(self.menus)
        others = [self.menus.undo_action, self.menus.redo_action, drawn.clear_action, drawn.paste_action]
        self.addActions(others)
        self.key_bindings = KeyBindings([*self.actions_.all(), *others], self)
        self.key_bindings.changed.connect(self._show_keys)
        self.statusBar().addWidget(self.status_label, 1)
        self.statusBar().addPermanentWidget(self.loss_line)
        self.statusBar().setSizeGripEnabled(False)
        self.tabs = tabs_of("right_tabs", self.draw_panel, self.inspector_area)
        area = Qt.DockWidgetArea
        self.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
        self.steps_dock = PanelDock("steps_dock", self.steps_panel, area.LeftDockWidgetArea, self)
        side = QWidget()
        side.setObjectName("right_side")
        fill(column_of(side), (self.tabs, 1), self.loss_readout)
        self.tabs_dock = PanelDock("tabs_dock", side, area.RightDockWidgetArea, self)
        self.plots_dock = PanelDock("plots_dock", self.plots, area.BottomDockWidgetArea, self)
        self.drawer = Drawer(self)
        self.strip = PanelStrip(self)
        foldable = Foldable(
            *(self.tabs, self.tabs_dock, self.plots, self.plots_dock, self.network_area, self.strip),
            {
                "draw": self.draw_panel,
                "inspect": self.inspector_area,
                "loss": self.loss_page,
                "runs": self.run_tree,
            },
        )
        self.folding = Folding(foldable, self.actions_, self)
        parts = Parts(
            *(self.steps_dock, self.tabs_dock, self.plots_dock, self.tabs, self.plots, self.folding),
            *(self.strip, self.steps_panel, self.drawer, self.toolbar, self.message_bar),
            *(self.network_area, self.loss_readout, self.loss_line, self.timeline),
        )
        self._arrangement = Arrangement(self, parts)
        self._pages = RightPages(self.tabs, self.tabs_dock, self._arrangement, self.draw_panel)
        tabbed = (self.draw_panel, self.inspector_area, self.inspector)
        PanelKeys(self._arrangement, parts, *tabbed, self).connect_actions(self.actions_)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions["action_quit"].triggered.connect(self.close)
        self.network_area.leave_wanted.connect(actions["action_projector"].trigger)
        actions["action_about"].triggered.connect(lambda: show_about(self, self.theme))
        actions["action_unlock_panels"].toggled.connect(self._unlock_panels)
        self.timeline.list_wanted.connect(self.plots.show_runs)

    def show_inspector(self) -> None:
        """Bring the numbers to the front; for a class the canvas stays, until they are asked for by their key."""
        if not self._arrangement.is_projector:
            self.tabs.setCurrentWidget(self.inspector_area)

    def show_help(self, page: HelpPage | None) -> None:
        """Put this page beside the picture, as a tab with the room that reading takes; None takes it away."""
        self.show_page("help", page, lambda: self.tr("Help"))

    def show_compare(self, page: ComparePage | None) -> None:
        """Put this page beside two networks, which have the plots' room too; None takes it away."""
        self.show_page("compare", page, lambda: self.tr("Compare"))

    def show_page(self, name: str, page: QWidget | None, title: Callable[[], str]) -> None:
        """Put this page into a tab at the right, under its title; None takes away the one of this name."""
        if page is None:
            self._pages.take_page(name)
        else:
            self._pages.show_page(name, page, title, self.theme)

    def _show_how_to_leave(self) -> None:
        """Once in words; another message that is on screen stays, and so does the button that is always seen."""
        if self._arrangement.is_projector and not self.message_bar.text:
            self.message_bar.show_message(self._way_out)
        elif not self._arrangement.is_projector:
            self.message_bar.withdraw(self._way_out)

    def _way_out(self) -> str:
        key = self.key_bindings.words()["action_projector"]
        if not key:
            return self.tr("Projector layout: Esc brings the panels back.")
        return self.tr("Projector layout: {key} or Esc brings the panels back.").format(key=key)

    def _show_keys(self) -> None:
        """Name the keys in force wherever a tip does."""
        self.actions_.retranslate()
        keys = self.key_bindings.words()
        self.draw_panel.show_keys(keys)
        self.function_set_panel.show_key(keys["action_new_weights"])
        self.inspector.show_key(keys["action_focus_network"], keys["action_filter"])
        self.strip.show_keys(keys)
        self.run_tree.show_keys(keys["action_side"], keys["action_solutions"])
        self.network_area.past_bar.show_keys(keys["action_branch"], keys["action_live"])

    def _unlock_panels(self, unlocked: bool) -> None:
        for dock in (self.steps_dock, self.tabs_dock, self.plots_dock):
            dock.set_locked(not unlocked)

    def _retranslate(self) -> None:
        self._show_keys()
        self._show_title()
        self.setAccessibleName(self.tr("Backlight"))
        self.tabs.setTabText(0, self.tr("Draw"))
        self.tabs.setTabText(1, self.tr("Inspect"))
        self._pages.retranslate()
        self.tabs.show_name(self.tr("Draw and Inspect"))
        floats = self.tr("Let this panel float, or put it back")
        self.steps_dock.show_words(self.tr("The three steps"), floats)
        self.tabs_dock.show_words(self.tr("Draw and Inspect"), floats)
        self.plots_dock.show_words(self.tr("Plots"), floats)
