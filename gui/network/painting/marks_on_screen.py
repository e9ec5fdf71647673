"""All marks of a frame that are to be explained, gathered for the legend."""

from __future__ import annotations

from core.engine.snapshot import Snapshot
from gui.network.marks.edge_legend import LegendSide
from gui.network.marks.legend_rows import MarksShown
from gui.network.marks.mark_types import PulseMarks
from gui.network.painting.node_layers import NodeLayers
from gui.network.painting.render_context import RenderContext


def marks_on_screen(
    nodes: NodeLayers,
    snapshot: Snapshot,
    context: RenderContext,
    sides: tuple[LegendSide, ...],
    pulses: PulseMarks | None,
    of_batch: bool,
) -> MarksShown:
    """What stands on the edges of `sides`, and what travels; `of_batch`: the rings are the batch's mean δ."""
    tiles, scales = nodes.tiles, context.scales
    tile_scale = scales.of(tiles.kind)[0] if tiles is not None else float("nan")
    return MarksShown(
        *(snapshot, context.layout, sides, nodes.neurons, nodes.arcs, tiles, tile_scale, pulses),
        rings_of_batch=of_batch,
        locked_of=scales.locked_of if scales.locked else None,
        ribbons=nodes.ribbons.marks,
        kernels=nodes.ribbons.kernels,
        moment=nodes.walk.marks,
    )
