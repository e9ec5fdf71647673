"""Painting without Python's lock: the one call that takes long, made so that the training goes on meanwhile.

PySide6 holds Python's lock during every call of a painter, so a thread that trains stands still while a thousand
lines are drawn. `ctypes` gives the lock up during a call, and Qt's own function is there, in the library that PySide6
has loaded, under the name that the C++ compiler gave it. Where it is not found (other compilers give other names),
PySide6's own call does the same, and the training waits.

Nobody else touches painter and recording meanwhile: both belong to the thread that paints.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import cast

import PySide6
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPicture

# QPainter::drawPicture(QPointF const&, QPicture const&), as GCC and Clang name it.
DRAW_PICTURE = "_ZN8QPainter11drawPictureERK7QPointFRK8QPicture"
LIBRARIES = ("Qt/lib/libQt6Gui.so.6", "Qt/lib/QtGui.framework/Versions/A/QtGui")


def play(painter: QPainter, recording: QPicture) -> None:
    """Paint what was recorded, while other threads run."""
    origin = QPointF(0, 0)
    draw = _draw_picture()
    if draw is None:
        painter.drawPicture(origin, recording)
    else:
        draw(*(_address(thing) for thing in (painter, origin, recording)))


@lru_cache(maxsize=1)
def _draw_picture() -> Callable[..., None] | None:
    """Qt's own function; None where it is not found."""
    folder = Path(PySide6.__file__).parent
    for name in LIBRARIES:
        try:
            # It is loaded already: this finds it, and loads nothing.
            function = getattr(ctypes.CDLL(str(folder / name)), DRAW_PICTURE)
        except (OSError, AttributeError):
            continue
        function.restype = None
        function.argtypes = [ctypes.c_void_p] * 3
        return cast(Callable[..., None], function)
    return None


def _address(thing: shiboken6.Object) -> int:
    """Where the C++ object is."""
    return int(shiboken6.getCppPointer(thing)[0])
