"""Of ribbons the line under the picture says what is added up in their colour, and all that is in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.coverage_text import edge_symbol, scale_text
from gui.network.marks.edge_choice import choose_by_gradient
from gui.network.marks.edge_legend import LegendSide, edge_legend
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import ConnectionValues
from gui.network.marks.ribbon_coverage import with_ribbons
from gui.network.marks.ribbon_marks import coloured, ribbon_marks
from gui.network.marks.ribbon_words import ribbon_numbers
from gui.theme.tokens import Theme

THEME = Theme()


def ribbon_line(snapshot_of_architecture, dense, clipped, penalties, width=1800):
    """What is said of the mean gradient of a convolution, of its way into a layer, and of `dense` layers after that."""
    layers = (
        Conv2d(3, 3, padding=1, picture=(6, 6)),
        *(Dense(units, "tanh") for units in dense),
        Dense(4, "softmax"),
    )
    snapshot = snapshot_of_architecture(Architecture(layers, seed=5), n_in=36)
    snapshot = replace(snapshot, mean_gradient=np.ones_like(snapshot.parameters))
    counts = [group.count for group in snapshot.connections]
    layout = make_layout(
        *(snapshot.sizes, width, 700, THEME), inputs=(6, 6), groups=counts, topology=snapshot.topology
    )
    ribbons = ribbon_marks(snapshot, layout, AnimationState(), THEME, "mean_gradient")
    values = ConnectionValues(snapshot.connections, snapshot.mean_gradient)
    choice = with_ribbons(replace(choose_by_gradient(values, layout), measure="mean_gradient"), ribbons, None)
    scales = [0.5] * len(counts)
    edges = edge_marks(values, "mean_gradient", choice, layout, scales, THEME)
    side = LegendSide(edges, choice, 0, clipped, penalties, ribbons=ribbons)
    return " ".join(mark.text for mark in edge_legend(layout, THEME, [side]).texts)


@pytest.mark.parametrize(
    ("clipped", "penalties", "what"),
    [
        (False, (), "mean ∂C/∂w"),
        (True, (), "mean ∂C/∂w before clipping"),
        (False, ("l2",), "mean ∂C/∂w with L2"),
        (True, ("l1", "l2"), "mean ∂C/∂w with L1 and L2, before clipping"),
    ],
)
def test_of_ribbons_the_line_says_all_that_is_in_their_mean(
    snapshot_of_architecture, clipped, penalties, what
) -> None:
    # Where there are no lines from neuron to neuron, nothing else does.
    assert f"ribbons: Σ {what}, full colour at " in ribbon_line(
        snapshot_of_architecture, (), clipped, penalties
    )
    text = ribbon_line(snapshot_of_architecture, (5,), clipped, penalties)
    lines = edge_symbol("mean_gradient", clipped, penalties)
    assert f"full colour at {lines} = " in text and "ribbons: Σ of the same" in text


def test_in_a_narrow_picture_what_is_in_the_mean_is_whole_and_its_numbers_go(
    snapshot_of_architecture,
) -> None:
    text = ribbon_line(snapshot_of_architecture, (), True, ("l1", "l2"), 800)
    assert "Σ mean ∂C/∂w + L1 and L2, before clipping" in text and "full colour" not in text


def test_one_full_colour_of_all_ribbons_is_named_once(snapshot_of_architecture) -> None:
    layers = (Conv2d(3, 3, padding=1, picture=(6, 6)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=5), n_in=36)
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(6, 6), topology=snapshot.topology)
    first, second = ribbon_marks(snapshot, layout, AnimationState(), THEME, "signal")
    own = f"{scale_text(first.scale)}  {scale_text(second.scale)}"
    assert ribbon_numbers([first, second]) == own and ribbon_numbers([]) == ""
    assert ribbon_numbers([coloured(first, 2.5, THEME), coloured(second, 2.5, THEME)]) == "2.5"
