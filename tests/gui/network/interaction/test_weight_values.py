"""The card of a kernel's weight tells the engine's numbers, and what connections share it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from core.nn.known_architectures import LENET_READS, known_architecture
from gui.network.interaction.weight_values import source_maps, weight_name, weight_values
from tests.core.small_snapshots import snapshot_of


def of(name: str, answer: Any = 3, **fields: Any) -> Snapshot:
    network = known_architecture(name, (16, 16), seed=2).network((256,))
    x = (np.random.default_rng(4).random(256) < 0.3).astype(np.float32)
    return snapshot_of(network, x, answer, **fields)


def test_a_corner_weight_of_the_first_layer() -> None:
    snapshot = of("small_cnn")
    values = weight_values(snapshot, KernelWeight(0, 0, 4, 2, 2))
    x, delta = snapshot.trace.x.reshape(16, 16), snapshot.trace.delta[0].reshape(16, 16, 8)[:, :, 4]
    each = [float(x[i + 1, j + 1]) * float(delta[i, j]) for i in range(15) for j in range(15)]
    assert values.w == float(snapshot.weights[0].reshape(3, 3, 8)[2, 2, 4])
    assert values.gradient == float(snapshot.trace.dW[0].reshape(3, 3, 8)[2, 2, 4])
    assert values.parts is not None
    assert values.parts.positive == pytest.approx(sum(p for p in each if p > 0))
    assert values.parts.negative == pytest.approx(sum(p for p in each if p < 0))
    assert (values.sharing, values.at_border, values.layer, values.source_maps) == (225, 31, 1, 1)
    assert values.title == "kernel 5, weight (3, 3)"
    rows = {symbol: (number, words) for symbol, number, words in values.rows}
    assert rows["n"] == ("225", "connections share it · 31 meet the border’s zeros")
    assert "agreement" in rows["∂C/∂w"][1] and "⌀" not in rows and "ΔW" not in rows


def test_its_place_to_be_edited_is_that_very_parameter() -> None:
    for name, weight in (
        ("small_cnn", KernelWeight(0, 0, 4, 0, 1)),
        ("small_cnn", KernelWeight(1, 5, 11, 2, 0)),
        ("lenet_1989", KernelWeight(1, LENET_READS[7][3], 7, 0, 4)),
    ):
        snapshot = of(name)
        values = weight_values(snapshot, weight)
        assert float(snapshot.parameters[values.place.index(snapshot.topology)]) == values.w


def test_of_the_last_update_what_is_known_is_told() -> None:
    snapshot = of("small_cnn")
    count = snapshot.parameters.size
    both = replace(snapshot, mean_gradient=np.arange(count) / 7, change=-np.arange(count) / 9)
    values = weight_values(both, KernelWeight(0, 0, 1, 1, 0))
    parameter = (1 * 3 + 0) * 8 + 1
    assert values.mean_gradient == pytest.approx(parameter / 7) and values.change == pytest.approx(
        -parameter / 9
    )
    assert [symbol for symbol, _, _ in values.rows][-2:] == ["⌀", "ΔW"]
    assert values.rows[-2][2] == "∂C/∂w, the mean of the last batch"
    values = weight_values(replace(both, penalties=("l2",)), KernelWeight(0, 0, 1, 1, 0))
    assert values.rows[-2][2] == "∂C/∂w with L2, the mean of the last batch"


def test_without_a_right_answer_there_is_no_gradient_to_tell() -> None:
    values = weight_values(of("small_cnn", answer=None), KernelWeight(0, 0, 1, 1, 1))
    assert values.gradient is None and values.parts is None
    assert ("∂C/∂w", "–", "no right answer is known: no gradient") in values.rows
    assert ("n", "256", "connections share it") in values.rows


def test_deeper_kernels_are_called_by_both_maps() -> None:
    assert weight_name(KernelWeight(1, 1, 4, 0, 2), 8) == "kernel from map 2 to map 5, weight (1, 3)"
    assert source_maps(of("small_cnn"), KernelWeight(1, 1, 4, 0, 2)) == 8
