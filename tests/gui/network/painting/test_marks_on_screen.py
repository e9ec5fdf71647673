"""What the legend is to explain are the very marks that are painted."""

from __future__ import annotations

from typing import Any

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.scales import Scales
from gui.network.painting.marks_on_screen import marks_on_screen
from gui.network.painting.node_layers import NodeLayers
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme


def test_they_are_those_of_the_frame(qapp: Any, snapshot_of_architecture: Any) -> None:
    layers: tuple[Any, ...] = (Conv2d(2, 3, padding=1, picture=(4, 4)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=2))
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(4, 4), topology=snapshot.topology)
    context = RenderContext(layout, Theme(), 1.0, Scales(2, n_layers=2, locked=True))
    nodes = NodeLayers(context)
    nodes.refresh(snapshot, AnimationState("backward", 0, 0.5, gradient_from=0.5, is_walkthrough=True), "")
    shown = marks_on_screen(nodes, snapshot, context, (), None, of_batch=True)
    assert shown.neurons is nodes.neurons and shown.ribbons is nodes.ribbons.marks
    assert shown.kernels is nodes.ribbons.kernels and shown.moment is nodes.walk.marks
    assert shown.moment.kinds == {"delta"} and shown.rings_of_batch and shown.locked_of is not None
