"""The series of the layers' numbers: rising, bounded, and as it was when it is read again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.layer_curves import QUANTITIES, LayerCurve, LayerCurveHistory, weighted_layers
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology


def curve(
    update: int, batch_size: int = 8, layers: tuple[int, ...] = (1, 3), shift: float = 0.0
) -> LayerCurve:
    """Whose number of quantity q and layer l is 100 q + l + update / 1000 + shift."""
    numbers: dict[str, Any] = {
        name: np.array([100 * q + layer + update / 1000 + shift for layer in layers])
        for q, name in enumerate(QUANTITIES)
    }
    if not batch_size:
        numbers |= {name: np.full(len(layers), np.nan) for name in QUANTITIES[:3]}
    factor = 1 / (1 + update) if batch_size else np.nan
    counts: dict[str, int] = {"noise_count": min(batch_size, 4), "batch_size": batch_size}
    return LayerCurve(2, update, layers, **numbers, **counts, clip_factor=factor)


def filled(updates: Any) -> LayerCurveHistory:
    history = LayerCurveHistory((1, 3))
    for update in updates:
        history.add(curve(update))
    return history


def test_layers_without_weights_are_none_of_them() -> None:
    layers = Conv2d(2, 3), MaxPool2d(2), Dense(5), Dense(3, "softmax")
    assert weighted_layers(Topology(layers, (8, 8, 1))) == (1, 3, 4)


def test_rows_stand_by_rising_update_whenever_they_come() -> None:
    history = filled([0, 40, 20])
    saved = history.saved()
    assert saved.updates.tolist() == [0, 20, 40] and saved.batch_sizes.tolist() == [8, 8, 8]
    assert saved.of("update_ratio").tolist() == [[101, 103], [101.02, 103.02], [101.04, 103.04]]
    row = history.at(7, 20)
    assert row is not None and (row.run, row.update, row.noise_count, row.batch_size) == (7, 20, 4, 8)
    assert row.clip_factor == 1 / 21
    assert row.saturated_share.tolist() == [401.02, 403.02] and row.gradient_rms.tolist() == [1.02, 3.02]
    assert history.at(7, 21) is None and history.at(7, 41) is None


def test_of_the_same_update_the_newest_holds_but_what_is_known_of_the_update_stays() -> None:
    history = filled([0, 5])
    history.add(curve(5, shift=1))
    assert history.saved().of("gradient_rms")[1].tolist() == [2.005, 4.005]
    # A parameter was set by hand: nothing is known of the update any more, but its gradient was what it was.
    history.add(curve(5, batch_size=0, shift=2))
    saved = history.saved()
    assert saved.updates.tolist() == [0, 5] and saved.batch_sizes.tolist() == [8, 8]
    assert saved.clip_factors is not None and saved.clip_factors.tolist() == [1, 1 / 6]
    assert saved.of("gradient_rms")[1].tolist() == [2.005, 4.005]
    assert saved.of("dead_share")[1].tolist() == [303.005, 305.005]


def test_what_is_not_known_of_a_new_row_is_nan() -> None:
    history = filled([])
    history.add(curve(3, batch_size=0))
    row = history.at(2, 3)
    assert (
        row is not None
        and np.isnan([*row.gradient_noise, row.clip_factor]).all()
        and row.dead_share[0] == 301.003
    )


@pytest.mark.parametrize("layers", [(1, 3), tuple(range(1, 400)), tuple(range(1, 1001))])
def test_a_long_series_is_thinned_and_keeps_both_ends(layers: tuple[int, ...]) -> None:
    history = LayerCurveHistory(layers)
    assert history.most % 2 == 0 and history.most == {2: 2000, 399: 64, 1000: 64}[len(layers)]
    most = history.most
    sample = curve(0, layers=layers)
    for update in range(0, 3 * most, 3):
        history.add(replace(sample, update=update))
    assert len(history) == most
    history.add(replace(sample, update=3 * most))
    updates = history.saved().updates
    assert updates.tolist() == list(range(0, 3 * most + 1, 6))


def test_a_branch_has_the_beginning_in_common_and_nothing_else() -> None:
    parent = filled([0, 10, 20, 30])
    child = parent.until(20)
    assert child.saved().updates.tolist() == [0, 10, 20]
    child.add(curve(25))
    parent.add(curve(20, shift=5))
    assert parent.saved().updates.tolist() == [0, 10, 20, 30]
    assert child.saved().of("gradient_rms")[2].tolist() == [1.02, 3.02]
    child.go_back(9)
    assert child.saved().updates.tolist() == [0]


def test_what_is_saved_comes_back_also_what_is_not_finite() -> None:
    history = filled([0, 10])
    history.add(replace(curve(11), gradient_rms=np.array([np.inf, np.nan])))
    saved = history.saved()
    again = LayerCurveHistory.of(saved).saved()
    assert again.layers == saved.layers
    for name in ("updates", "values", "noise_counts", "batch_sizes", "clip_factors"):
        np.testing.assert_array_equal(getattr(again, name), getattr(saved, name))
    # A copy: what comes later does not come in.
    history.add(curve(12))
    assert len(saved.updates) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"updates": np.array([10, 0])},
        {"updates": np.array([-1, 10])},
        {"updates": np.array([[0, 10]])},
        {"updates": np.array([0, 2**60])},
        {"values": np.zeros((5, 2, 3))},
        {"values": np.zeros((4, 2, 2))},
        {"noise_counts": np.array([1])},
        {"noise_counts": np.array([9, 4])},
        {"batch_sizes": np.array([8, -8])},
        {"clip_factors": np.array([1.0])},
        {"clip_factors": np.array([1.0, 1.5])},
        {"clip_factors": np.array([-0.5, 1.0])},
        {"layers": (3, 1)},
        {"layers": (0, 1)},
    ],
)
def test_parts_that_do_not_fit_each_other_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no layers' numbers"):
        LayerCurveHistory.of(replace(filled([0, 10]).saved(), **wrong))


def test_whether_a_gradient_was_clipped_is_not_known_of_a_file_of_an_earlier_version() -> None:
    history = LayerCurveHistory.of(replace(filled([0, 10]).saved(), clip_factors=None))
    history.add(curve(20))
    rows = [history.at(0, update) for update in (0, 10, 20)]
    assert [row is not None and row.clip_factor for row in rows] == pytest.approx(
        [np.nan, np.nan, 1 / 21], nan_ok=True
    )


def test_more_rows_than_are_kept_are_refused() -> None:
    rows, saved = 2001, filled([]).saved()
    long = replace(
        saved,
        updates=np.arange(rows),
        values=np.zeros((5, rows, 2)),
        noise_counts=np.zeros(rows, np.int64),
        batch_sizes=np.zeros(rows, np.int64),
        clip_factors=np.ones(rows),
    )
    with pytest.raises(ValueError, match="no layers' numbers"):
        LayerCurveHistory.of(long)


def test_numbers_of_other_layers_are_refused() -> None:
    with pytest.raises(ValueError, match="numbers of layers"):
        filled([]).add(curve(1, layers=(1, 2)))
    with pytest.raises(ValueError, match="not in"):
        filled([0]).saved().of("loss")
