"""A dialog that is kept while it is closed begins anew when it opens again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


def forget_keyboard(dialog: QWidget) -> None:
    """Of a dialog that closes: where the keyboard was in it is forgotten.

    Else Space or Enter would press at once, when it opens again, the button by which it was left.
    """
    focused = dialog.focusWidget()
    if focused is not None:
        focused.clearFocus()


def begin_at_first_stop(dialog: QWidget) -> None:
    """Of a dialog that opens: the keyboard comes to the first stop of Tab, unless it has been given to another one.

    Where that is a button, Qt's own choice stands: the default one.
    """
    if dialog.focusWidget() is not None:
        return
    stop = dialog.nextInFocusChain()
    while stop is not None and stop is not dialog:
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisibleTo(dialog) and stop.isEnabled():
            if not isinstance(stop, QPushButton):
                stop.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            return
        stop = stop.nextInFocusChain()
