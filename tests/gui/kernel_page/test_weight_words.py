"""The words of a weight's page are true of what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from gui.kernel_page import weight_words as words
from gui.kernel_page.collecting import Collected
from gui.kernel_page.weight_scene import WeightScene, make_scene
from gui.theme.tokens import Theme


def scene_of(snapshot: Snapshot, *weight: int) -> WeightScene:
    kind = "gradient" if snapshot.trace.has_gradient else "weight"
    return make_scene(snapshot, KernelWeight(*weight), kind, 776, 410, Theme())


def test_the_counts_of_the_kinds_add_up_to_all_places(cnn: Snapshot) -> None:
    scene = scene_of(cnn, 0, 0, 2, 2, 2)
    counts = [int(words.kind_words(scene, kind)[0].split()[0]) for kind in words.kinds_shown(scene)]
    assert sum(counts) == 256 and counts[-1] == 31
    assert [words.kind_words(scene, kind)[1] for kind in words.kinds_shown(scene)][0] == "ink, δ comes back"


def test_of_a_deeper_layer_it_is_a_and_not_ink(cnn: Snapshot) -> None:
    scene = scene_of(cnn, 1, 3, 4, 1, 1)
    said = [words.kind_words(scene, kind)[1] for kind in words.kinds_shown(scene)]
    assert said == ["a ≠ 0, δ ≠ 0", "a = 0, δ ≠ 0", "a ≠ 0, δ = 0", "a = 0, δ = 0"]
    assert words.source_caption(scene) == "map 4 of layer 2"
    assert words.page_title(scene) == "Layer 3: kernel from map 4 to map 5, weight (2, 2)"


def test_grey_inputs_are_no_ink(cnn: Snapshot) -> None:
    grey = replace(cnn.trace, x=(0.5 * cnn.trace.x).astype(np.float32))
    scene = scene_of(replace(cnn, trace=grey), 0, 0, 2, 1, 1)
    assert words.kind_words(scene, "collected")[1] == "a ≠ 0, δ ≠ 0"


def test_without_a_right_answer_no_kind_speaks_of_delta(unlabelled: Snapshot) -> None:
    scene = scene_of(unlabelled, 0, 0, 2, 2, 2)
    assert words.kinds_shown(scene) == ("silent", "neither", "border")
    assert words.kind_words(scene, "silent") == (f"{int(scene.places.kinds['silent'].sum())}", "ink")
    assert "No right answer" in words.described(scene) and words.drawn_text(scene) == ""
    assert words.page_note(scene) == "after update 3"
    assert words.place_text(scene, 5, 5).startswith("place (6, 6): a = ")


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (0, 0, "seen: one row up, one column left"),
        (1, 1, "seen: the cell at the same place"),
        (2, 1, "seen: one row down"),
    ],
)
def test_the_shift_is_where_each_place_looks(cnn: Snapshot, row: int, column: int, said: str) -> None:
    assert words.shift_caption(scene_of(cnn, 0, 0, 2, row, column)) == said


def test_a_place_tells_its_product(cnn: Snapshot) -> None:
    scene = scene_of(cnn, 0, 0, 2, 2, 2)
    row, column = scene.places.ranked[0]
    said = words.place_text(scene, row, column)
    delta, part = re.findall(r"[+−][\d.]+", said)
    assert said.startswith(f"place ({row + 1}, {column + 1}): a · δ = 1.00 ·") and delta == part
    assert float(delta.replace("−", "-")) == pytest.approx(float(scene.places.part[row, column]), abs=5e-4)  # type: ignore[index]
    assert "zeros" in words.place_text(scene, 15, 15)


def test_a_stride_is_told(lenet: Snapshot) -> None:
    assert words.shift_caption(scene_of(lenet, 0, 0, 2, 0, 0)) == "seen: one cell in 2, down and across"


def test_small_numbers_have_a_unit_that_is_told() -> None:
    assert words.unit_of(np.array([0.5, np.nan])) == 1 and words.unit_of(np.array([0.0])) == 1
    assert words.unit_of(np.array([-0.0123])) == pytest.approx(0.01)
    assert words.kernel_caption("gradient", 0.01) == "∂C/∂w in 10⁻²"
    assert words.kernel_caption("mean_gradient", 1.0) == "∂C/∂w, the batch’s mean"


def test_penalties_in_the_mean_gradient_are_named_and_in_no_other_number(cnn: Snapshot) -> None:
    assert words.kernel_caption("mean_gradient", 1.0, ("l2",)) == "∂C/∂w with L2, the batch’s mean"
    for kind in ("gradient", "weight", "change"):
        assert words.kernel_caption(kind, 1.0, ("l1",)) == words.kernel_caption(kind, 1.0)
    known = replace(cnn, mean_gradient=np.ones_like(cnn.parameters), penalties=("l1", "l2"))
    scene = make_scene(known, KernelWeight(0, 0, 2, 2, 2), "mean_gradient", 776, 410, Theme())
    assert "|∂C/∂w| with L1 and L2 = 1.0" in words.scale_texts(scene)[-1][1]


def test_the_note_names_the_weight_that_is_collected(cnn: Snapshot) -> None:
    scene = scene_of(cnn, 0, 0, 2, 2, 2)
    assert words.page_note(scene) == "after update 3 · every place’s a·δ is added up"
    assert words.page_note(scene, Collected(4, 0.2)).startswith("collecting weight 5 of 9")


def test_where_nothing_is_there_that_is_said(cnn: Snapshot) -> None:
    blank = replace(cnn.trace, x=np.zeros_like(cnn.trace.x))
    scene = scene_of(replace(cnn, trace=blank), 0, 0, 2, 1, 1)
    assert "256 places" in words.nothing_text(scene)
    assert [kind for kind, _ in words.scale_texts(scene)] in ([], ["gradient"])


def test_each_pair_of_colours_has_its_own_scale(cnn: Snapshot, unlabelled: Snapshot) -> None:
    ((kind, said),) = words.scale_texts(scene_of(cnn, 0, 0, 2, 2, 2))
    assert kind == "gradient" and "|a·δ| = " in said and ", |∂C/∂w| = " in said
    of_w = make_scene(cnn, KernelWeight(0, 0, 2, 2, 2), "weight", 776, 410, Theme())
    assert [kind for kind, _ in words.scale_texts(of_w)] == ["gradient", "weight"]
    ((kind, said),) = words.scale_texts(scene_of(unlabelled, 0, 0, 2, 2, 2))
    assert kind == "weight" and said.startswith("full colour at |w| = ")


def test_a_map_of_one_cell_has_one_place() -> None:
    scene: Any = SimpleNamespace(
        places=SimpleNamespace(meets=np.zeros((1, 1), bool)), weight=SimpleNamespace(to_map=2)
    )
    assert words.target_caption(scene) == "the only place of map 3"
    assert words.nothing_text(scene) == "At the only place a and δ are not both there: ∂C/∂w is 0."
