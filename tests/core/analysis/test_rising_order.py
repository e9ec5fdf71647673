"""In pieces it is the same order as at once, whatever the losses are."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis import rising_order
from core.analysis.rising_order import RisingOrder


def pieces_of(losses: np.ndarray) -> tuple[list[int], int]:
    order, pieces = RisingOrder(lambda: losses), 1
    while not order.advance():
        pieces += 1
    assert order.rows.dtype == np.uint32
    return order.rows.tolist(), pieces


RNG = np.random.default_rng(0)
LOSSES = {
    "any": RNG.exponential(size=5000),
    "many equal": RNG.integers(0, 3, 5000).astype(float),
    "all equal": np.zeros(5000),
    "not finite": np.where(RNG.random(5000) < 0.2, np.nan, np.where(RNG.random(5000) < 0.2, np.inf, 1.0)),
    "single precision": RNG.random(5000).astype(np.float32),
    "rising": np.arange(5000.0),
    # They differ in the last bits alone: of 1, and of the least number there is.
    "all but equal": 1 + RNG.integers(0, 5, 5000) * 2.0**-52,
    "tiny": RNG.integers(0, 9, 5000) * 5e-324,
    "zeros of both signs": np.where(RNG.random(5000) < 0.5, -0.0, 0.0),
    "below 0": RNG.normal(size=5000),
    "infinite": np.where(RNG.random(5000) < 0.2, np.inf, RNG.random(5000)),
    # As inf - inf is, and np.nan.
    "no numbers of both signs": np.copysign(np.nan, RNG.normal(size=5000)),
    "any and no number": np.where(RNG.random(5000) < 0.2, np.nan, RNG.random(5000)),
    "one": np.ones(1),
    "none": np.zeros(0),
}


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("at_once", [64, 1000, 1 << 16])
def test_it_is_the_stable_order(name: str, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rising_order, "AT_ONCE", at_once)
    monkeypatch.setattr(rising_order, "PART", max(1, at_once // 2))
    monkeypatch.setattr(rising_order, "SAMPLE", 200)
    losses = LOSSES[name]
    # Of equals the first row first: Python's own sort of (is no number, loss, row).
    keys = [(bool(np.isnan(loss)), 0.0 if np.isnan(loss) else loss, row) for row, loss in enumerate(losses)]
    expected = [row for _, _, row in sorted(keys)]
    found, pieces = pieces_of(losses)
    assert found == expected
    assert (pieces > 1) == (len(losses) > at_once)
