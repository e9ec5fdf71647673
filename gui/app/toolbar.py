"""The toolbar: rewind, run, step, the pace, and what moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.app.actions import Actions
from gui.app.edge_value_switch import EdgeValueSwitch
from gui.app.speed_slider import SpeedSlider
from gui.theme.icons import icon
from gui.theme.style_sheet import overflow_width
from gui.theme.tokens import Theme
from gui.widgets.said_once import show_tip
from gui.widgets.translated import Translated


class TransportBar(Translated, QToolBar):
    """One row of controls. Nothing in it takes the keyboard when it is clicked, so that Space stays Run."""

    def __init__(self, actions: Actions, slider: SpeedSlider, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("transport_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.steps_button = self._button(actions, "action_show_steps", "steps_button")
        self._steps_item = self.addWidget(self.steps_button)
        # A window begins with its steps in sight (`set_narrow`).
        self._steps_item.setVisible(False)
        self.addWidget(self._button(actions, "action_rewind", "rewind_button"))
        self.addWidget(self._button(actions, "action_back", "back_button"))
        self.run_button = self._button(actions, "action_run", "run_button")
        self.run_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addWidget(self.run_button)
        self.forward_button = self._button(actions, "action_step", "forward_button")
        self.forward_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self.forward_button)
        menu.addAction(actions["action_step"])
        menu.addAction(actions["action_next_phase"])
        menu.addAction(actions["action_step_epoch"])
        self.forward_button.setMenu(menu)
        self.addWidget(self.forward_button)
        self.addSeparator()
        # What the word on Run takes of the width, while it is not written; None while it is.
        self._run_word: int | None = None
        self._slider = slider
        self.addWidget(slider)
        self.addWidget(self._button(actions, "action_full_speed", "full_speed_button"))
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.edge_value_switch = EdgeValueSwitch(actions)
        self.addWidget(self.edge_value_switch)
        self.addSeparator()
        self.addWidget(self._button(actions, "action_waves", "waves_button"))
        self.addWidget(self._button(actions, "action_projector", "projector_button"))
        self._overflow = self.findChild(QToolButton, "qt_toolbar_ext_button")
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        side = round(theme.px(18))
        self.setIconSize(QSize(side, side))
        self.edge_value_switch.set_theme(theme)
        # Qt's own button for what has no room: its arrow is dark on dark, and small whatever the type is.
        if self._overflow is not None:
            self._overflow.setIcon(icon("more", theme))
            side = overflow_width(theme)
            self._overflow.setIconSize(QSize(side, side))
        # Of this size of type.
        self._show_run_word(True)
        self.fit()

    def set_narrow(self, narrow: bool) -> None:
        """Show the button of the drawer only where there is a drawer."""
        self._steps_item.setVisible(narrow)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # Its words are of another language or size, which other parts of the row may have had before it.
            self.fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Five buttons for the pictures where they fit beside all else; and a short slider where even one does not.

        Run is its sign alone where its word would push other buttons out of the row.
        """
        switch, slider = self.edge_value_switch, self._slider
        taken = self.sizeHint().width() - switch.sizeHint().width() - slider.sizeHint().width()
        room = self.width() - taken
        slider.set_compact(slider.full_width() + switch.compact_width() > room)
        is_compact = slider.sizeHint().width() + switch.full_width() > room
        switch.set_compact(is_compact)
        needed = slider.sizeHint().width() + (switch.compact_width() if is_compact else switch.full_width())
        is_short = needed + (self._run_word or 0) > room
        if is_short != (self._run_word is not None):
            self._show_run_word(not is_short)
        # What the bar has just put away does not ask it for another width: it may fit by now.
        layout = self.layout()
        if layout is not None and self.sizeHint().width() != taken + (
            switch.sizeHint().width() + slider.sizeHint().width()
        ):
            layout.update()

    def _show_run_word(self, shown: bool) -> None:
        style, before = Qt.ToolButtonStyle, self.run_button.sizeHint().width()
        self.run_button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
        )
        self.run_button.setProperty("short", not shown)
        self.run_button.style().unpolish(self.run_button)
        self.run_button.style().polish(self.run_button)
        self._run_word = None if shown else before - self.run_button.sizeHint().width()

    def _button(self, actions: Actions, name: str, object_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(object_name)
        button.setDefaultAction(actions[name])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoRaise(True)
        return button

    def _retranslate(self) -> None:
        # No title: Qt would name the bar by the one that it was made with, whatever the language is.
        self.setAccessibleName(self.tr("Training"))
        if self._overflow is not None:
            self._overflow.setAccessibleName(self.tr("More"))
            show_tip(self._overflow, self.tr("More"))
        self.setWhatsThis(self.tr("Run, pause and step the training, and set its pace."))
