"""What is said where the picture of the last update has nothing to show."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.animation.walkthrough_captions import unknown_update
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.view import NetworkView


def explain_empty_picture(view: NetworkView, latest: Snapshot, rests: bool) -> None:
    """Where the training rests and the edges' picture is empty, the line under the title says why, and what helps."""
    picture = view.edge_picture
    vector = latest.mean_gradient if picture == "mean_gradient" else latest.change
    is_empty = rests and picture in OF_UPDATE and vector is None
    view.show_walkthrough(unknown_update(latest.update) if is_empty else "")
