"""What of the wall is in sight, for whoever listens."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QCoreApplication

from gui.ledger.wall_order import NOBODY
from gui.ledger.wall_view import WallView
from gui.widgets.number_text import whole


def sight_of(wall: WallView) -> tuple[Hashable, Hashable]:
    """Of how many examples in which room it is, and how large each of them is."""
    places = wall.places
    return (places.count, places.rows, places.width, places.height), places.cell


def sight_words(wall: WallView) -> str:
    """How many of them are in sight, as what; "" where nothing stands on it. Whoever is cut at an edge counts."""
    if wall.wall is None:
        return ""
    shown = int((wall.wall.cells[wall.places.in_sight] != NOBODY).sum())
    if wall.has_pictures:
        text = QCoreApplication.translate("WallSight", "{shown} of {count} in sight, as pictures")
    else:
        text = QCoreApplication.translate("WallSight", "{shown} of {count} in sight, as dots")
    return text.format(shown=whole(shown), count=whole(wall.places.count))
