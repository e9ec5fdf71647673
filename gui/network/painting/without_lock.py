"""Painting without Python's lock: the two calls that take long, made so that the training goes on meanwhile.

PySide6 holds Python's lock during every call of a painter, so a thread that trains stands still while a thousand
lines are drawn or an image as large as the view is copied. `ctypes` gives the lock up during a call, and Qt's own
function is there, in the library that PySide6 has loaded, under the name that the C++ compiler gave it. Where it is
not found (other compilers give other names), PySide6's own call does the same, and the training waits.

Nobody else touches painter, recording and image meanwhile: all belong to the thread that paints.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import PySide6
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPicture

# QPainter::drawPicture(QPointF const&, QPicture const&) and QPainter::drawImage(QPointF const&, QImage const&), as GCC
# and Clang name them.
DRAW_PICTURE = "_ZN8QPainter11drawPictureERK7QPointFRK8QPicture"
DRAW_IMAGE = "_ZN8QPainter9drawImageERK7QPointFRK6QImage"
SMALL_PIXELS = 1_000_000
LIBRARIES = ("Qt/lib/libQt6Gui.so.6", "Qt/lib/QtGui.framework/Versions/A/QtGui")


def play(painter: QPainter, recording: QPicture) -> None:
    """Paint what was recorded, while other threads run."""
    origin = QPointF(0, 0)
    draw = _function(DRAW_PICTURE)
    if draw is None:
        painter.drawPicture(origin, recording)
    else:
        draw(_address(painter), _address(origin), _address(recording))


def draw_image(painter: QPainter, corner: QPointF, image: QImage) -> None:
    """Copy an image of the view's size to the painter; a large one while other threads run."""
    # To give the lock up and to get it back takes as long as to copy a small one.
    draw = _function(DRAW_IMAGE) if image.width() * image.height() > SMALL_PIXELS else None
    if draw is None:
        painter.drawImage(corner, image)
    else:
        draw(_address(painter), _address(corner), _address(image))


@cache
def _function(mangled: str) -> Callable[[int, int, int], None] | None:
    """Qt's own function of a painter and two references; None where it is not found."""
    folder = Path(PySide6.__file__).parent
    for name in LIBRARIES:
        try:
            # It is loaded already: this finds it, and loads nothing.
            function = getattr(ctypes.CDLL(str(folder / name)), mangled)
        except (OSError, AttributeError):
            continue
        function.restype = None
        function.argtypes = [ctypes.c_void_p] * 3
        return cast(Callable[[int, int, int], None], function)
    return None


def _address(thing: shiboken6.Object) -> int:
    """Where the C++ object is."""
    return int(shiboken6.getCppPointer(thing)[0])
