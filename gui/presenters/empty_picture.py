"""What is said where the picture of the last update has nothing to show."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.animation.walkthrough_captions import unknown_update
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.view import NetworkView


def explain_empty_picture(view: NetworkView, shown: Snapshot, rests: bool, is_newest: bool = False) -> None:
    """Where the training rests and the edges' picture is empty, the line under the title says why.

    Of the newest update of the run on screen it says what helps, too: a key, of which nothing is said in a picture
    that is kept.
    """
    if rests:
        words = (words_of_empty_picture(view.edge_picture, shown, newest) for newest in (is_newest, False))
        view.show_walkthrough(*words)
    else:
        view.show_walkthrough("")


def words_of_empty_picture(picture: str, shown: Snapshot, is_newest: bool = False) -> str:
    """Why a picture of the last update's numbers is empty, and of the newest one what helps; "" where it is not."""
    vector = shown.mean_gradient if picture == "mean_gradient" else shown.change
    return unknown_update(shown.update, is_newest) if picture in OF_UPDATE and vector is None else ""
