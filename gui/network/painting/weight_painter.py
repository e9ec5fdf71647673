"""Frames around a kernel's weight, what it sees and where it is at work; hatched where it meets the border's zeros."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Rect
from gui.network.interaction.kernel_weights import own_kernel
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.weight_frames import weight_frames
from gui.network.painting.kernel_painter import paint_kernels
from gui.network.painting.map_painter import paint_frames
from gui.network.painting.painter import to_rect
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


def paint_weight(
    painter: QPainter,
    weight: KernelWeight | None,
    kernels: tuple[KernelMarks, ...],
    context: RenderContext,
    snapshot: Snapshot,
) -> None:
    """Frame a weight that is pointed at, and where it is at work; None: nothing."""
    if weight is None:
        return
    frames = weight_frames(snapshot, context.layout, kernels, weight)
    # Its kernel is not faded with the others: its colours are to be read.
    paint_kernels(painter, own_kernel(kernels, weight), context.theme)
    paint_border(painter, frames.border, context.theme)
    own = () if frames.own is None else (frames.own,)
    paint_frames(painter, (frames.seen, frames.places, *own), context.theme)


def paint_border(painter: QPainter, border: Iterable[Rect], theme: Theme) -> None:
    """Hatch places where a weight meets the border's zeros: no colour, for no value."""
    areas = [to_rect(rect) for rect in border]
    if not areas:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for brush in (
        QBrush(theme.blend("canvas", "node", 0.55)),
        QBrush(theme.colour("text"), Qt.BrushStyle.BDiagPattern),
    ):
        painter.setBrush(brush)
        painter.drawRects(areas)
    painter.setBrush(Qt.BrushStyle.NoBrush)
