"""Numbers as text: few digits, and a text for every float."""

import math
import sys
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gui.widgets.number_text import (
    compact,
    decimals,
    detailed,
    loss_text,
    mean_text,
    percent,
    percent_to_tenths,
    plain,
    signed,
    subscript,
    thousands,
    total_text,
    value_text,
)

# The largest relative error that the digits of each allow, and the largest absolute one beside it.
ERRORS = {
    compact: (0.05, 0.0),
    signed: (0.05, 0.0),
    detailed: (0.05, 0.0),
    plain: (5e-6, 0.0),
    thousands: (0.005, 0.0),
    total_text: (5e-4, 0.0),
    loss_text: (0.05, 0.005),
    mean_text: (0.05, 0.0005),
    decimals: (0.05, 0.005),
    value_text: (0.05, 0.005),
}
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def number(text: str) -> Decimal:
    """What a text says, read as a person would."""
    mantissa, _, power = text.replace("−", "-").replace(",", "").partition("·10")
    return Decimal(f"{mantissa}e{power.translate(DIGITS)}" if power else mantissa)


@given(value=st.floats())
@example(value=5e-324)
@example(value=-5e-324)
@example(value=sys.float_info.max)
@example(value=-sys.float_info.max)
@example(value=math.inf)
@example(value=-math.inf)
@example(value=math.nan)
@example(value=-0.0)
@example(value=9.9999e-5)
@example(value=99999.99)
@example(value=999999.9)
@pytest.mark.parametrize("write", ERRORS)
def test_every_float_has_a_short_text_that_says_it(write, value):
    text = write(value)
    assert len(text) <= 20
    assert "-" not in text
    relative, absolute = ERRORS[write]
    if math.isnan(value):
        assert text == "NaN"
    elif math.isinf(value):
        assert text.removeprefix("+") == ("∞" if value > 0 else "−∞")
    else:
        exact = Decimal(value)
        assert abs(number(text) - exact) <= Decimal(1.001) * max(
            Decimal(relative) * abs(exact), Decimal(absolute)
        )


@given(share=st.floats())
@example(share=5e-324)
@example(share=math.nan)
@example(share=-math.inf)
@pytest.mark.parametrize("write", [percent, percent_to_tenths])
def test_every_share_has_a_text_from_nothing_to_all(write, share):
    text = write(share)
    if math.isnan(share):
        assert text == "–"
        return
    found = float(text.removeprefix("< ").removesuffix(" %"))
    assert (found == 0) == (share <= 0) and (found == 100) == (share >= 1 - 1e-9)
    assert found == pytest.approx(100 * min(1.0, max(0.0, share)), abs=1.0)


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
        (math.nan, "NaN"),
        (5e-324, "4.9·10⁻³²⁴"),
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
