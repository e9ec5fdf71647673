"""A dialog's size: as large as its type asks for, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# What the desktop's own bars and the window's frame need.
PART_OF_SCREEN = 0.92
# Of a dialog's height on a small screen; the rest is for what scrolls.
MOST_FIXED = 0.5


def resize_within_screen(dialog: QWidget, width: float, height: float) -> None:
    """Make the dialog so large, in px, as far as its screen has room."""
    layout = dialog.layout()
    if layout is not None:
        # Until then it can't be smaller than what its parts needed before.
        layout.activate()
    dialog.resize(QSize(round(width), round(height)).boundedTo(room_on_screen(dialog)))
    if dialog.isVisible():
        move_onto_screen(dialog)


def move_onto_screen(dialog: QWidget) -> None:
    """Move the dialog, with its frame, no further than until all of it is on its screen.

    It opens in the middle, and grows downwards from there.
    """
    screen, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() - frame.width() + 1))
    top = max(screen.top(), min(frame.top(), screen.bottom() - frame.height() + 1))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(left, top)


def room_on_screen(dialog: QWidget) -> QSize:
    """How large a dialog can be on this one's screen, in px."""
    return dialog.screen().availableGeometry().size() * PART_OF_SCREEN


def width_on_screen(dialog: QWidget) -> int:
    """How wide the dialog is, in px; no more than the screen has room for, where its parts have made it wider."""
    return min(dialog.width(), room_on_screen(dialog).width())


def type_width(dialog: QWidget, needed: float, fixed: float) -> float:
    """What `FittingType` asks of a dialog: the width, in px, that its type needs.

    Parameters
    ----------
    needed : float
        The least width at which nothing is cut off, in px.
    fixed : float
        How high all is that does not scroll, in px. The type is too large where that takes more than half of the
        screen's height.
    """
    room = room_on_screen(dialog)
    times = fixed / (MOST_FIXED * room.height())
    return max(needed, times * room.width()) if times > 1 else needed
