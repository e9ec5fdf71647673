"""A layer's sum z, as the field writes it."""

from __future__ import annotations

from core.nn.convolution import Conv2d
from core.nn.layers import LayerSpec
from core.nn.pooling import AvgPool2d, MaxPool2d

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def sum_formula(layer: LayerSpec, number: int, inside: str) -> str:
    """The sum of layer `number`, counted from 1, of the input that is written as `inside`.

    "W²ᵀ x + b²", of a convolution "W² ∗ x + b²", of a pool "maxpool₂(x)". An unshared window's layer is a product with
    a matrix that is 0 outside of the windows.
    """
    if isinstance(layer, (MaxPool2d, AvgPool2d)):
        name = "maxpool" if isinstance(layer, MaxPool2d) else "meanpool"
        return f"{name}{str(layer.size).translate(_SUBSCRIPTS)}({inside})"
    index = str(number).translate(_SUPERSCRIPTS)
    product = " ∗" if isinstance(layer, Conv2d) else "ᵀ"
    return f"W{index}{product} {inside} + b{index}"
