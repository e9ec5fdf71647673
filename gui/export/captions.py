"""The caption of an exported picture, and the name of its file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from core.engine.messages import GradientComputed
from core.engine.snapshot import Snapshot
from gui.architecture.structure_text import structure_text
from gui.network.animation.timeline import ALL_LAYERS
from gui.network.marks.edge_values import OF_SNAPSHOT, OF_UPDATE
from gui.network.painting.detached_render import DetachedRender

RunWords = Callable[[int, int], tuple[str, ...]]
"""What is said of a run, by its number and an update: what was edited, its name, which settings it has by then."""


def network_description(render: DetachedRender, words_of: RunWords) -> str:
    """Which network, which run and which update a picture is of; the view itself names the example."""
    displayed = render.displayed_snapshot
    update = QCoreApplication.translate("Export", "update {update}")
    moments = [update.format(update=f"{displayed.update:,}"), *other_moments(render)]
    return _line(displayed, moments, words_of(displayed.run, last_update(render)))


def other_moments(render: DetachedRender) -> list[str]:
    """Of which update what is not of the displayed snapshot is: the weights, in lines and kernels, or all connections.

    Ribbons of a·w are of the displayed one, whatever the weights are of that are drawn beside them.
    """
    words = {
        "connections": QCoreApplication.translate("Export", "connections of update {update}"),
        "mean": QCoreApplication.translate("Export", "connections and mean δ of update {update}"),
        "weights": QCoreApplication.translate("Export", "weights of update {update}"),
    }
    return [words[what].format(update=f"{update:,}") for what, update in _other_updates(render).items()]


def last_update(render: DetachedRender) -> int:
    """The last of the updates that anything in it is of."""
    return max(render.displayed_snapshot.update, *_other_updates(render).values(), 0)


def _other_updates(render: DetachedRender) -> dict[str, int]:
    """The updates of what is not of the displayed snapshot's; "mean" where rings are of the connections' update too."""
    displayed, edges = render.displayed_snapshot.update, render.composed_frame.edges
    content, of, animation = edges.first_picture.content, render.weights, render.composed_frame.animation
    are_rings_of_batch = animation.deltas_from < ALL_LAYERS and edges.mean_delta(animation) is not None
    connections = weights = displayed
    if content is not None and content.kind in OF_SNAPSHOT and any(map(len, content.choice.edges)):
        connections = content.update
    if of is not None and content is not None:
        if content.kind in OF_UPDATE:
            connections = of.update
        else:
            weights = of.update
    if (told := render.update_told) is not None:
        # The new weights are this update's, too: they are connections like its change, that fades into them.
        connections, weights = told, displayed if weights == told else weights
    found = {"mean" if are_rings_of_batch else "connections": connections, "weights": weights}
    return {what: update for what, update in found.items() if update != displayed}


def walkthrough_description(walkthrough: GradientComputed, words_of: RunWords) -> str:
    """Which update an animation shows, and over how many examples its gradient is the mean."""
    update_text = QCoreApplication.translate("Export", "update {update}, the mean of {count} examples")
    if walkthrough.batch_size == 1:
        update_text = QCoreApplication.translate("Export", "update {update}, of one example")
    snapshot = walkthrough.snapshot
    update_text = update_text.format(update=f"{snapshot.update + 1:,}", count=f"{walkthrough.batch_size:,}")
    return _line(snapshot, [update_text], words_of(snapshot.run, snapshot.update + 1))


def file_stem(update: int) -> str:
    """A file's name without its ending."""
    return f"backlight-update-{update}"


def picture_stem(render: DetachedRender) -> str:
    """The same of a picture's file, with what of it is of another update."""
    return file_stem(render.displayed_snapshot.update) + other_stem(render)


def other_stem(render: DetachedRender) -> str:
    """What a file's name says of other updates: "-weights-1205", or ""."""
    parts = {"mean": "connections"}
    others = _other_updates(render).items()
    return "".join(f"-{parts.get(what, what)}-{update}" for what, update in others)


def _line(snapshot: Snapshot, moments: list[str], of_run: tuple[str, ...]) -> str:
    """The app, the sizes (where many differ the first and the last few), which update, and the run.

    The run comes last: where there is no room, the end of its name is cut, and no number. The sizes are left out where
    its name has them.
    """
    whole = structure_text(snapshot.topology.layers, snapshot.sizes)
    sizes, is_named = whole.split("-"), any(whole in words for words in of_run)
    if len(sizes) > 8:
        sizes = [*sizes[:3], "…", *sizes[-2:]]
    return "  ·  ".join(["Backlight", *([] if is_named else ["-".join(sizes)]), *moments, *of_run])
