"""Keys that no part of the window has taken: out of where one is, and those of actions that cannot be had now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from gui.app.window_frame import WindowFrame

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WindowKeys(QObject):
    """Esc leads out of a film, the layout for a class, a field, a list or side by side; Enter out of a taken number."""

    disabled_pressed = Signal(object)
    """The key of this action was pressed, which cannot be had now: Qt takes such a key for nobody's."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window

    def take(self, event: QKeyEvent) -> bool:
        """Do what the key means here; False where it means nothing."""
        window, key = self._window, event.key()
        if key == Qt.Key.Key_Escape and window.network_area.film_bar.isVisible():
            window.network_area.film_bar.close_wanted.emit()
        elif key == Qt.Key.Key_Escape and window.is_projector:
            window.actions_["action_projector"].trigger()
        elif key == Qt.Key.Key_Escape and not window.network_view.hasFocus():
            # Out of a field or a list, so that the keys are the training's and the network's again.
            window.folding.leave(window.focusWidget())
        elif key == Qt.Key.Key_Escape and window.actions_["action_side"].isChecked():
            window.actions_["action_side"].trigger()
        elif key in ENTER:
            self._leave_number_field()
        elif (action := self._disabled(event)) is not None:
            self.disabled_pressed.emit(action)
        else:
            return False
        return True

    def _leave_number_field(self) -> None:
        """After a number that was taken the keys are the training's again, and Tab would have stayed in the panel."""
        window = self._window
        field = window.focusWidget()
        if isinstance(field, NumberField) and not field.refusal:
            in_drawer = window.drawer.isAncestorOf(field)
            # In the drawer Esc still closes that.
            if in_drawer:
                window.drawer.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                window.network_area.take_keyboard()

    def _disabled(self, event: QKeyEvent) -> QAction | None:
        """The action with this key, where it is disabled; of a key that is held down once."""
        if event.isAutoRepeat() or not event.key():
            return None
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        actions = self._window.key_bindings.actions.values()
        return next(
            (action for action in actions if not action.isEnabled() and pressed in action.shortcuts()), None
        )
