"""What is said where the picture of the last update has nothing to show."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.animation.walkthrough_captions import unknown_update
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.view import NetworkView


def explain_empty_picture(view: NetworkView, latest: Snapshot, rests: bool) -> None:
    """Where the training rests and the edges' picture is empty, the line under the title says why, and what helps."""
    view.show_walkthrough(words_of_empty_picture(view.edge_picture, latest) if rests else "")


def words_of_empty_picture(picture: str, latest: Snapshot) -> str:
    """Why a picture of the last update's numbers is empty, and what helps; "" where it is not."""
    vector = latest.mean_gradient if picture == "mean_gradient" else latest.change
    return unknown_update(latest.update) if picture in OF_UPDATE and vector is None else ""
