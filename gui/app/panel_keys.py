"""Where the keyboard goes with the keys that lead to a panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.app.actions import Actions
from gui.app.arrangement import Arrangement, Parts
from gui.drawing.draw_panel import DrawPanel
from gui.inspector.inspector_panel import Inspector


class PanelKeys(QObject):
    """Brings a panel to the front, wherever the arrangement has it, and takes the keyboard there.

    Parameters
    ----------
    arrangement : Arrangement
        Where the panels are now.
    parts : Parts
        What it arranges.
    draw_panel, inspector_area, inspector
        What is in the tabs at the right.
    parent : QObject
        The window.
    """

    def __init__(
        self,
        arrangement: Arrangement,
        parts: Parts,
        draw_panel: DrawPanel,
        inspector_area: QWidget,
        inspector: Inspector,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._arrangement, self._parts = arrangement, parts
        self._draw_panel, self._inspector_area, self._inspector = draw_panel, inspector_area, inspector

    def connect_actions(self, actions: Actions) -> None:
        """Let each of these keys do that."""
        parts = self._parts
        actions["action_show_steps"].triggered.connect(self._toggle_steps)
        actions["action_steps"].triggered.connect(self._focus_steps)
        actions["action_focus_network"].triggered.connect(lambda: parts.center.take_keyboard())
        actions["action_focus_draw"].triggered.connect(self._focus_draw)
        actions["action_focus_inspect"].triggered.connect(self._focus_inspect)
        actions["action_focus_loss"].triggered.connect(parts.plots.show_loss)
        actions["action_focus_runs"].triggered.connect(parts.plots.show_runs)

    def _toggle_steps(self) -> None:
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self._parts.steps_panel.isAncestorOf(focused)
        self._arrangement.toggle_steps()
        if had_keyboard and not self._parts.steps_panel.isVisible():
            self._parts.center.take_keyboard(Qt.FocusReason.OtherFocusReason)

    def _focus_steps(self) -> None:
        self._arrangement.show_steps()
        if self._parts.steps_panel.isVisible():
            self._parts.steps_panel.take_keyboard()

    def _focus_draw(self) -> None:
        self._arrangement.show_side()
        self._parts.tabs.setCurrentWidget(self._draw_panel)
        if self._draw_panel.canvas.isHidden():
            self._parts.message_bar.show_message(self._draw_panel.why_not_drawn)
        else:
            self._draw_panel.canvas.take_keyboard()

    def _focus_inspect(self) -> None:
        self._arrangement.show_side()
        self._parts.tabs.setCurrentWidget(self._inspector_area)
        self._inspector.take_keyboard()
