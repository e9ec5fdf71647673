"""What the legend says of ribbons and kernels: the numbers of their marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.feature_map_legend import kernel_rows, ribbon_rows
from gui.network.marks.kernel_marks import kernel_marks
from gui.network.marks.ribbon_marks import ribbon_kinds, ribbon_marks
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact

REST = AnimationState()


@pytest.fixture
def marks_of(snapshot_of_architecture: Any) -> Any:
    layers: tuple[Any, ...] = (Conv2d(3, 3, padding=1, picture=(6, 6)), Dense(4, "softmax"))
    snapshot = snapshot_of_architecture(Architecture(layers, seed=5), n_in=36)
    snapshot = replace(snapshot, mean_gradient=np.ones_like(snapshot.parameters))
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(6, 6), topology=snapshot.topology)

    def make(picture: str) -> Any:
        kinds = ribbon_kinds(snapshot, layout, REST, picture)
        return (
            ribbon_marks(snapshot, layout, REST, Theme(), picture),
            kernel_marks(snapshot, layout, Theme(), kinds),
        )

    return make


@pytest.mark.parametrize(
    "picture, what", [("weight", "a·w"), ("gradient", "∂C/∂w"), ("mean_gradient", "∂C/∂w")]
)
def test_a_ribbons_width_and_colour_have_their_numbers(marks_of: Any, picture: str, what: str) -> None:
    ribbons, _ = marks_of(picture)
    (row,) = ribbon_rows(ribbons)
    assert row.key == "ribbon" and f"Σ|{what}| = {compact(ribbons[0].widest)}" in row.words
    assert (
        ", ".join(f"{round(own.widest_px, 1):g}" for own in ribbons) + " px" in row.words
        and f"full at {compact(ribbons[0].scale)}" in row.words
    )
    assert ("a·δ" in row.words) == (picture == "gradient")
    assert ("mean" in row.words) == (picture == "mean_gradient")


def test_a_kernels_colour_has_its_number(marks_of: Any) -> None:
    _, kernels = marks_of("weight")
    (row,) = kernel_rows(kernels)
    assert row.words == f"w of each place of the window, full colour at {compact(kernels[0].scale)}, by layer"
    assert kernel_rows(marks_of("gradient")[1])[0].words.startswith("∂C/∂w")


def test_what_is_left_out_is_counted_and_what_is_not_there_has_no_row(marks_of: Any) -> None:
    ribbons, _ = marks_of("weight")
    assert "7 thinner ones left out" in ribbon_rows([replace(ribbons[0], left_out=7)])[0].words
    assert ribbon_rows(()) == [] == kernel_rows(())


def test_penalties_in_the_batchs_mean_are_named(marks_of: Any) -> None:
    ribbons, kernels = marks_of("mean_gradient")
    for rows, marks in ((ribbon_rows, ribbons), (kernel_rows, kernels)):
        assert rows(marks)[0].words.endswith("the batch’s mean")
        assert rows(marks, ("l2",))[0].words.endswith("the batch’s mean, with L2")
        # What is drawn is what it was before it was clipped.
        assert rows(marks, ("l2",), True)[0].words.endswith("the batch’s mean, with L2, before clipping")
        assert rows(marks, (), True)[0].words.endswith("the batch’s mean, before clipping")
    ribbons, kernels = marks_of("gradient")
    words = ribbon_rows(ribbons, ("l2",), True)[0].words + kernel_rows(kernels, ("l2",), True)[0].words
    assert "L2" not in words and "clipping" not in words


@pytest.mark.parametrize("picture", ["weight", "gradient", "mean_gradient"])
def test_a_row_has_the_kind_of_number_whose_colours_its_marks_have(marks_of: Any, picture: str) -> None:
    ribbons, kernels = marks_of(picture)
    # Beside the picture of the weights ribbons are of the signal.
    assert [row.kind for row in ribbon_rows(ribbons)] == ["signal" if picture == "weight" else picture]
    assert [row.kind for row in kernel_rows(kernels)] == [picture]
