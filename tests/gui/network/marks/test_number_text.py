"""Numbers as they stand in the picture."""

import math

import pytest

from gui.network.marks.number_text import compact, loss_text, percent, subscript


@pytest.mark.parametrize(
    "value,text",
    [
        (0.2913, "0.29"),
        (0.74, "0.74"),
        (1.0, "1.0"),
        (0.996, "1.0"),
        (0.0996, "0.10"),
        (0.0012, "0.0012"),
        (12.3, "12"),
        (1234.0, "1,200"),
        (3.4e-7, "3.4·10⁻⁷"),
        (9.96e-5, "0.00010"),
        (2.5e12, "2.5·10¹²"),
        (-0.5, "−0.50"),
        (0.0, "0"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "?"),
    ],
)
def test_two_digits_are_enough(value, text):
    assert compact(value) == text


@pytest.mark.parametrize("loss,text", [(0.6123, "0.61"), (2.3026, "2.30"), (0.0012, "0.0012"), (0.0, "0")])
def test_a_small_c_is_not_called_0(loss, text):
    assert loss_text(loss) == text


def test_indices_are_true_subscripts():
    assert subscript(5) == "₅"
    assert subscript(10) == "₁₀"


@pytest.mark.parametrize(
    "share,text",
    [(0.89, "89 %"), (1.0, "100 %"), (0.9999, "99.9 %"), (0.996, "99.6 %"), (0.001, "< 1 %"), (0.0, "0 %")],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share, text):
    assert percent(share) == text
