"""What is said of a picture in its line, and in the name of its file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.engine.messages import StoryOpened
from core.engine.snapshot import Snapshot
from gui.network.painting.detached_render import Portrait


def what_it_is(portrait: Portrait) -> str:
    """Which network, which run and which update a picture is of; the example is said in the view itself."""
    scene = portrait.scene
    parts = [*_network(scene), _update(scene.update)]
    drawn = portrait.still.edges.drawn_update
    if drawn not in (scene.update, -1):
        parts.append(
            QCoreApplication.translate("Export", "connections of update {update}").format(update=f"{drawn:,}")
        )
    return "  ·  ".join(parts)


def which_update(story: StoryOpened) -> str:
    """Which update an animation tells, and of how many examples its gradient is the mean."""
    told = QCoreApplication.translate("Export", "update {update}, the mean of {count} examples").format(
        update=f"{story.snapshot.update + 1:,}", count=f"{story.batch_size:,}"
    )
    return "  ·  ".join([*_network(story.snapshot), told])


def file_stem(update: int) -> str:
    """A file's name without its ending."""
    return f"backlight-update-{update}"


def _network(snapshot: Snapshot) -> list[str]:
    sizes = "-".join(str(size) for size in snapshot.sizes)
    # Runs are counted from 1 where people read it.
    run = QCoreApplication.translate("Export", "run {run}").format(run=f"{snapshot.run + 1:,}")
    return ["Backlight", _short(sizes), run]


def _update(update: int) -> str:
    return QCoreApplication.translate("Export", "update {update}").format(update=f"{update:,}")


def _short(sizes: str) -> str:
    """The sizes; of a deep network the first and the last few."""
    parts = sizes.split("-")
    return sizes if len(parts) <= 8 else "-".join([*parts[:3], "…", *parts[-2:]])
