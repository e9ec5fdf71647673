"""What is said of windows and pools is counted anew here, cell by cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.animation.picture_captions import MOST_CHARACTERS, of_picture_layer
from tests.core.small_snapshots import snapshot_of

LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, picture=(8, 8)),
    MaxPool2d(2),
    Conv2d(3, 2),
    AvgPool2d(3),
    Dense(4, "softmax"),
)


@pytest.fixture(scope="module")
def snapshot(snapshot_of_architecture: Any) -> Any:
    made = snapshot_of_architecture(Architecture(LAYERS, seed=1), n_in=64)
    x = np.zeros(64, np.float32)
    x[[9, 10, 18]] = 1.0
    return snapshot_of(made.network(), x)


def test_windows_with_ink_and_blank_ones_are_counted(snapshot: Any) -> None:
    # Ink in rows 1, 1, 2 and columns 1, 2, 2: windows of 3 x 3 meet it in rows 0-2 at columns 0-3, and in row 3 at 1-3.
    assert (
        of_picture_layer("forward", 0, snapshot, True)
        == "Layer 1: windows with ink: 15; blank: 49, each gives f(b)."
    )
    assert "with a signal" in of_picture_layer("forward", 0, snapshot, False)
    blank = replace(snapshot, trace=replace(snapshot.trace, x=np.zeros_like(snapshot.trace.x)))
    assert "all 64 windows see only 0" in of_picture_layer("forward", 0, blank, True)


def test_of_a_deeper_layer_windows_on_nothing_but_zeros_are_counted(snapshot: Any) -> None:
    trace = snapshot.trace
    a = trace.flat_a.copy()
    start = snapshot.sizes[1]
    pooled = a[start : start + 32]
    pooled[:] = 0.0
    # Row 0, column 0 of the second map of 4 x 4: only the window in the corner covers it.
    pooled[1] = 0.5
    shown = replace(snapshot, trace=replace(trace, flat_a=a))
    # Ink is of the first layer only.
    assert (
        of_picture_layer("forward", 2, shown, True)
        == "Layer 3: windows with a signal: 1; blank: 8, each f(b)."
    )
    pooled[:] = 1.0
    assert of_picture_layer("forward", 2, shown, True) == "Layer 3: each of 9 windows adds up its a·w."


def test_winners_and_the_delta_that_they_get_are_counted(snapshot: Any) -> None:
    assert of_picture_layer("forward", 1, snapshot, True) == (
        "Layer 2: 32 of 128 cells win their block and pass."
    )
    # A winner may be passed on without any δ: it is none of those that get one.
    flat_delta = snapshot.trace.flat_delta.copy()
    flat_delta[: snapshot.sizes[1] : 2] = 0
    snapshot = replace(snapshot, trace=replace(snapshot.trace, flat_delta=flat_delta))
    a = snapshot.trace.a[0].reshape(4, 2, 4, 2, 2)
    delta = snapshot.trace.delta[0].reshape(4, 2, 4, 2, 2)
    some = passed = 0
    for row in range(4):
        for column in range(4):
            for m in range(2):
                passed += bool(a[row, :, column, :, m].any())
                i, j = np.unravel_index(a[row, :, column, :, m].argmax(), (2, 2))
                some += bool(delta[row, i, column, j, m])
    assert 0 < some < passed
    assert of_picture_layer("backward", 1, snapshot, True) == (
        f"Back, layer 2: δ at {some} of 32 winners, 0 at 96 losers."
    )


def test_the_mean_of_a_block_has_no_winner(snapshot: Any) -> None:
    assert "mean of its block" in of_picture_layer("forward", 3, snapshot, True)
    assert "equal shares" in of_picture_layer("backward", 3, snapshot, True)


def test_layers_of_neurons_and_other_phases_are_others_to_speak_of(snapshot: Any) -> None:
    assert of_picture_layer("forward", 4, snapshot, True) == ""
    assert of_picture_layer("backward", 4, snapshot, True) == ""
    assert of_picture_layer("mean", 0, snapshot, True) == ""


def test_large_counts_fit_the_line(snapshot_of_architecture: Any) -> None:
    layers = (Conv2d(12, 3, padding=1, picture=(64, 64)), MaxPool2d(2), Dense(4, "softmax"))
    large = snapshot_of_architecture(Architecture(layers, seed=1), n_in=4096)
    for phase in ("forward", "backward"):
        for gap in (0, 1):
            assert 0 < len(of_picture_layer(phase, gap, large, True)) <= MOST_CHARACTERS
    assert "12,288" in of_picture_layer("forward", 1, large, True)


# --- with dropout


def masked(snapshot: Any, mask: np.ndarray) -> Any:
    """With these masks of the first two layers, and none that silence anything of the others."""
    trace = snapshot.trace
    flat = np.concatenate([np.ones_like(own) for own in trace.a])
    flat[: mask.size] = mask
    return replace(snapshot, trace=replace(trace, flat_mask=flat))


def test_a_blank_window_has_f_of_b_only_before_dropout(snapshot: Any) -> None:
    shown = masked(snapshot, np.tile(np.array([0.0, 4 / 3], np.float32), 64))
    words = of_picture_layer("forward", 0, shown, True)
    assert words == "Layer 1: with ink: 15; blank: 49, f(b) × dropout."
    assert "signal: 15; blank: 49, f(b) × dropout" in of_picture_layer("forward", 0, shown, False)
    blank = replace(shown, trace=replace(shown.trace, x=np.zeros_like(shown.trace.x)))
    assert of_picture_layer("forward", 0, blank, True) == (
        "Layer 1: all 64 windows see only 0: f(b) × dropout."
    )
    assert of_picture_layer("forward", 3, shown, True) == (
        "Layer 4: each is the mean of its block × dropout."
    )


def test_of_the_winners_those_that_dropout_silences_do_not_pass(snapshot: Any) -> None:
    mask = np.ones(128 + 32, np.float32)
    mask[128:] = 4 / 3
    # Of the pool's own 32 cells; what the convolution has lost is another number.
    mask[128 : 128 + 9] = 0.0
    mask[:50] = 0.0
    words = of_picture_layer("forward", 1, masked(snapshot, mask), True)
    assert words == "Layer 2: 32 of 128 win; 9 dropped, 23 pass × 1.33."
    mask[128:] = 0.0
    words = of_picture_layer("forward", 1, masked(snapshot, mask), True)
    assert words == "Layer 2: all 32 winners are dropped."


def test_large_counts_with_dropout_fit_the_line(snapshot_of_architecture: Any) -> None:
    layers = (Conv2d(12, 3, padding=1, picture=(64, 64)), MaxPool2d(2), Dense(4, "softmax"))
    large = snapshot_of_architecture(Architecture(layers, seed=1), n_in=4096)
    mask = np.full(12 * 64 * 64 + 12 * 32 * 32, 4 / 3, np.float32)
    mask[::4] = 0.0
    x = np.zeros(4096, np.float32)
    x[:70] = 1.0
    shown = masked(replace(large, trace=replace(large.trace, x=x)), mask)
    for gap in (0, 1):
        for has_ink in (True, False):
            assert 0 < len(of_picture_layer("forward", gap, shown, has_ink)) <= MOST_CHARACTERS
    assert "3,072 dropped, 9,216 pass" in of_picture_layer("forward", 1, shown, True)
