"""The caption of an exported picture, and the name of its file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from core.engine.messages import GradientComputed
from core.engine.snapshot import Snapshot
from gui.architecture.structure_text import structure_text
from gui.network.marks.edge_values import OF_SNAPSHOT, OF_UPDATE
from gui.network.painting.detached_render import DetachedRender

NameOf = Callable[[int], str]
"""What a run is called in the tree of runs, by its number."""


def network_description(render: DetachedRender, name_of: NameOf) -> str:
    """Which network, which run and which update a picture is of; the view itself names the example."""
    displayed = render.displayed_snapshot
    update = QCoreApplication.translate("Export", "update {update}")
    moments = [update.format(update=f"{displayed.update:,}"), *other_moments(render)]
    return _line(displayed, moments, name_of)


def other_moments(render: DetachedRender) -> list[str]:
    """Of which update what is not of the displayed snapshot is: the weights, in lines and kernels, or all connections.

    Ribbons of a·w are of the displayed one, whatever the weights are of that are drawn beside them.
    """
    content, displayed, of = (
        render.composed_frame.edges.first_picture.content,
        render.displayed_snapshot,
        render.weights,
    )
    connections = weights = displayed.update
    if content is not None and content.kind in OF_SNAPSHOT and any(map(len, content.choice.edges)):
        connections = content.update
    if of is not None and content is not None:
        if content.kind in OF_UPDATE:
            connections = of.update
        else:
            weights = of.update
    if (told := render.update_told) is not None:
        # The new weights are this update's, too: they are connections like its change, that fades into them.
        connections, weights = told, displayed.update if weights == told else weights
    words = (
        (connections, QCoreApplication.translate("Export", "connections of update {update}")),
        (weights, QCoreApplication.translate("Export", "weights of update {update}")),
    )
    return [text.format(update=f"{update:,}") for update, text in words if update != displayed.update]


def walkthrough_description(walkthrough: GradientComputed, name_of: NameOf) -> str:
    """Which update an animation shows, and over how many examples its gradient is the mean."""
    update_text = QCoreApplication.translate("Export", "update {update}, the mean of {count} examples")
    if walkthrough.batch_size == 1:
        update_text = QCoreApplication.translate("Export", "update {update}, of one example")
    update_text = update_text.format(
        update=f"{walkthrough.snapshot.update + 1:,}", count=f"{walkthrough.batch_size:,}"
    )
    return _line(walkthrough.snapshot, [update_text], name_of)


def file_stem(update: int) -> str:
    """A file's name without its ending."""
    return f"backlight-update-{update}"


def _line(snapshot: Snapshot, moments: list[str], name_of: NameOf) -> str:
    """The app, the sizes (where many differ the first and the last few), which update, and the run.

    The run comes last: where there is no room, the end of its name is cut, and no number. The sizes are left out where
    its name has them.
    """
    whole, name = structure_text(snapshot.topology.layers, snapshot.sizes), name_of(snapshot.run)
    sizes = whole.split("-")
    if len(sizes) > 8:
        sizes = [*sizes[:3], "…", *sizes[-2:]]
    return "  ·  ".join(["Backlight", *([] if whole in name else ["-".join(sizes)]), *moments, name])
