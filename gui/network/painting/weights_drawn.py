"""Of which moment the weights are that a composed picture shows, in lines, kernels or ribbons, and the next update."""

from __future__ import annotations

from collections.abc import Iterator

from core.engine.snapshot import Snapshot
from gui.network.marks.edge_values import OF_SNAPSHOT, OF_UPDATE
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.painting.edge_picture import EdgePicture


def weights_drawn(frame: ComposedFrame) -> Snapshot | None:
    """The one whose weights, or whose last update's numbers of them, are drawn; None where no mark shows any.

    Lines and ribbons of a·w and of the example's gradient are of the displayed snapshot, as the neurons are.
    """
    content = frame.edges.first_picture.content
    if content is None or content.newest is None:
        return None
    return content.newest if _has_lines(frame) or _has_others(frame) else None


def update_told(frame: ComposedFrame) -> int | None:
    """The update that a walkthrough tells, where its batch's gradient or its change is drawn; None elsewhere.

    It is the next one after that of the displayed snapshot, of which the neurons are.
    """
    for picture in _pictures(frame):
        content = picture.content
        if picture is not frame.edges.first_picture and content is not None and content.kind in OF_UPDATE:
            return content.update
    return None


def _pictures(frame: ComposedFrame) -> Iterator[EdgePicture]:
    """Those of the edges that are seen: of a change that fades away only what the legend names."""
    edges, animation = frame.edges, frame.animation
    is_gone = animation.phase == "change" and animation.progress > 0.5 and edges.picture in OF_SNAPSHOT
    for part in edges.parts(animation):
        if part.picture is edges.first_picture or not is_gone:
            yield part.picture


def _has_lines(frame: ComposedFrame) -> bool:
    """Whether a line is of a weight: of those that stand out, or of a picture that is seen at this moment."""
    pictures = (picture.drawn_marks for picture in _pictures(frame))
    return any(
        marks.kind not in OF_SNAPSHOT and marks.x1.size
        for drawn in (*pictures, frame.highlighted_marks)
        for marks in drawn
    )


def _has_others(frame: ComposedFrame) -> bool:
    """Whether a kernel is, or a ribbon."""
    ribbons = frame.nodes.ribbons
    has_kernels = any(marks.kind not in OF_SNAPSHOT and marks.source.size for marks in ribbons.kernels)
    return has_kernels or any(marks.kind in OF_UPDATE and marks.source.size for marks in ribbons.marks)
