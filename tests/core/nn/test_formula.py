"""A layer's sum is written as the field writes it."""

from __future__ import annotations

import pytest

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.formula import sum_formula
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (Dense(4), "W¹²ᵀ x + b¹²"),
        (Conv2d(4), "W¹² ∗ x + b¹²"),
        (LocallyConnected2d(4), "W¹²ᵀ x + b¹²"),
        (MaxPool2d(2), "maxpool₂(x)"),
        (AvgPool2d(13), "meanpool₁₃(x)"),
    ],
)
def test_a_sum_is_a_product_a_convolution_or_a_pool(layer: LayerSpec, expected: str) -> None:
    assert sum_formula(layer, 12, "x") == expected
