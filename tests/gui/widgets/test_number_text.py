"""Numbers as text: few digits, and a text for every float."""

import ast
import math
import re
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from gui.app.translation import install_language
from gui.widgets.number_text import (
    apart_text,
    as_set,
    as_single,
    bounded_text,
    change_text,
    compact,
    detailed,
    equals,
    factor_text,
    loss_text,
    mean_text,
    percent,
    percent_to_tenths,
    plain,
    power_text,
    precise,
    round_text,
    share_text,
    signed,
    subscript,
    thousands,
    total_text,
    value_text,
    whole,
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
    precise: (5e-9, 0.0),
    value_text: (0.05, 0.005),
    whole: (0.005, 0.5),
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
    assert "-" not in text and text.removeprefix("+") not in ("−0", "−0.00")
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
    found = float(text.removeprefix("<").removeprefix(">").removesuffix(" %"))
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


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (9999.994, "9,999.99"),
        (16_073.4, "16,073"),
        (16_375.7, "16,376"),
        (-20_432.8, "−20,433"),
        (999_999.0, "999,999"),
        (1_600_000.0, "1.6·10⁶"),
    ],
)
def test_a_large_number_has_no_zeros_in_place_of_its_figures(value: float, text: str) -> None:
    assert value_text(value) == text


@pytest.mark.parametrize("loss,text", [(0.6123, "0.61"), (2.3026, "2.30"), (0.0012, "0.0012"), (0.0, "0")])
def test_a_small_c_is_not_called_0(loss, text):
    assert loss_text(loss) == text


def test_indices_are_true_subscripts():
    assert subscript(5) == "₅"
    assert subscript(10) == "₁₀"


@pytest.mark.parametrize(
    "share,text",
    [(0.89, "89 %"), (1.0, "100 %"), (0.9999, ">99.9 %"), (0.996, "99.6 %"), (0.001, "<1 %"), (0.0, "0 %")],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share, text):
    assert percent(share) == text


@given(value=st.floats(allow_nan=False, allow_infinity=False).filter(bool))
@example(value=5e-324)
@example(value=0.0049)
@example(value=0.00005)
@example(value=-0.999999999)
@pytest.mark.parametrize("write", [write for write in ERRORS if write is not whole])
def test_what_is_not_0_is_never_written_as_0(write, value):
    assert number(write(value)) != 0


@given(value=st.floats(-1, 1, exclude_min=True, exclude_max=True))
@example(value=0.996)
@example(value=0.9999999403953552)
@example(value=-0.99999)
@example(value=math.nextafter(1, 0))
@pytest.mark.parametrize("write", [signed, detailed, loss_text, mean_text, value_text])
def test_what_is_under_1_in_size_is_not_written_as_1(write, value):
    # Losses are not negative.
    value = abs(value) if write in (loss_text, mean_text) else value
    assert abs(number(write(value))) < 1


@pytest.mark.parametrize(
    "value,text",
    [
        (0.0049, "<0.01"),
        (0.0, "<0.01"),
        (0.005, "0.01"),
        (0.5, "0.50"),
        (0.994, "0.99"),
        (0.996, ">0.99"),
        (1.0, ">0.99"),
        (math.nan, "NaN"),
    ],
)
def test_a_share_that_reaches_neither_0_nor_1_says_so(value, text):
    assert share_text(value) == text


@pytest.mark.parametrize(
    "value,text",
    [
        (1.0, ">0.9999999"),
        (-1.0, "<−0.9999999"),
        (0.99996, "+0.99996"),
        (-0.25, "−0.250"),
        (0.0049, "+0.0049"),
    ],
)
def test_an_activation_that_single_precision_rounds_to_1_is_said_to_be_almost_1(value, text):
    assert bounded_text(value) == text


@given(before=st.floats(allow_nan=False), after=st.floats(allow_nan=False))
@example(before=2.6003, after=2.5998)
@example(before=138155.2, after=138155.1)
@example(before=1.0, after=math.nextafter(1, 0))
def test_a_change_that_is_there_is_seen_in_its_text(before, after):
    texts = change_text(before, after)
    assert (texts[0] == texts[1]) == (before == after)
    for value, text in zip((before, after), texts, strict=True):
        if math.isfinite(value):
            assert abs(number(text) - Decimal(value)) <= Decimal("5.01e-4") * abs(Decimal(value))


@pytest.mark.parametrize(
    "before,after,texts",
    [
        (2.6003, 2.5998, ("2.6003", "2.5998")),
        (0.61234, 0.61226, ("0.61234", "0.61226")),
        (0.5, 0.5, ("0.5000", "0.5000")),
        (138155.0, 138154.0, ("138,155", "138,154")),
    ],
)
def test_a_change_has_no_more_figures_than_it_needs(before, after, texts):
    assert change_text(before, after) == texts


@pytest.mark.parametrize(
    "before,after,texts",
    [
        (0.5, 0.25, ("0.5", "0.25")),
        (-0.803978, -0.803994, ("−0.80398", "−0.80399")),
        (100.3, 100.4, ("100.3", "100.4")),
        (0.5, 0.5, ("0.5", "0.5")),
        (math.nan, math.inf, ("NaN", "∞")),
    ],
)
def test_two_numbers_keep_their_own_text_where_it_tells_them_apart(before, after, texts):
    assert apart_text(before, after, lambda value: plain(value, 4)) == texts


def test_two_means_on_both_sides_of_where_the_figures_change_are_seen_to_differ():
    # As means 1,000.000 and 1,000; with seven figures each they differ. The next two as 1,000,000 and 1.0·10⁶.
    assert apart_text(999.99991, 1000.0001, mean_text) == ("999.9999", "1,000.000")
    assert apart_text(999_999.9, 1_000_000.4, mean_text) == ("999,999.9", "1.000000·10⁶")
    assert apart_text(999.0, 1000.4, mean_text) == ("999.000", "1,000")
    assert apart_text(-3e-7, math.inf, mean_text) == ("−3.0·10⁻⁷", "∞")


@pytest.mark.parametrize(
    "factor,text",
    [(0.9998, "0.9998"), (0.99999999, "0.99999999"), (0.994, "0.994"), (0.0110, "0.0110"), (1.0, "1.00")],
)
def test_a_factor_under_1_is_not_called_1(factor, text):
    assert factor_text(factor) == text


@pytest.mark.parametrize(
    "value,text",
    [
        (-4.40123456789e-7, "−4.40123457·10⁻⁷"),
        (0.0123456789012, "+0.0123456789"),
        (-2.0, "−2"),
        (0.0, "0"),
        (-0.0, "0"),
        (3e12, "+3.00000000·10¹²"),
    ],
)
def test_a_proof_has_nine_figures_and_a_true_minus(value, text):
    assert precise(value) == text


@pytest.mark.parametrize(
    "share,text",
    [(1.0, "100.0 %"), (0.9999, ">99.9 %"), (0.9, "90.0 %"), (0.00005, "<0.1 %"), (0.0, "0.0 %")],
)
def test_tenths_of_a_percent_do_not_call_nearly_all_all(share, text):
    assert percent_to_tenths(share) == text


def test_half_a_tenth_of_a_percent_is_rounded_up() -> None:
    # 345 and 215 of 400 are 86.25 % and 53.75 %.
    assert [percent_to_tenths(count / 400) for count in (345, 215)] == ["86.3 %", "53.8 %"]
    assert [percent(count / 200) for count in (129, 131, 25)] == ["65 %", "66 %", "13 %"]
    assert share_text(1 / 8) == "0.13"


@pytest.mark.parametrize("total", [80, 240, 400, 2000, 10_000, 60_000])
def test_a_ratio_of_counts_is_rounded_as_its_whole_numbers_say(total: int) -> None:
    for count in range(total // 250 + 1, total - total // 250, max(1, total // 2000)):
        # To the nearest tenth, in whole numbers; a half goes up.
        tenths = (2000 * count + total) // (2 * total)
        text = f"{tenths // 10}.{tenths % 10} %"
        assert percent_to_tenths(count / total) == text, (count, total)
        assert percent_to_tenths(1 - (total - count) / total) == text, (count, total)
        if 199 * total > 200 * count > total:
            assert percent(count / total) == f"{(200 * count + total) // (2 * total)} %", (count, total)


# A key, a rounding that is no text, and an axis whose numbers have their decimals in common.
ELSEWHERE = {"mark_types.py", "parameter_field.py", "plot_axes.py"}


@pytest.mark.parametrize(
    "power, text", [(-12, "10⁻¹²"), (-2, "0.01"), (-1, "0.1"), (0, "1"), (3, "1,000"), (4, "10⁴")]
)
def test_powers_of_ten_on_an_axis(power: int, text: str) -> None:
    assert power_text(power) == text


@pytest.mark.parametrize(
    "value, text",
    [
        (1e-5, "10⁻⁵"),
        (3e-5, "3·10⁻⁵"),
        (-1e-5, "−10⁻⁵"),
        (1e-4, "0.0001"),
        (0.0, "0"),
        (0.02, "0.02"),
        (5000.0, "5,000"),
        (1e7, "10⁷"),
        (2e7, "2·10⁷"),
        (1e-310, "10⁻³¹⁰"),
        (math.inf, "∞"),
    ],
)
def test_round_numbers_on_an_axis(value: float, text: str) -> None:
    assert round_text(value) == text


def test_numbers_become_text_in_one_place():
    gui = Path(__file__).resolve().parents[3] / "gui"
    found = set()
    for path in gui.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
                parts = node.format_spec.values
                spec = "".join(part.value if isinstance(part, ast.Constant) else "0" for part in parts)
                # Thousands of a whole number may be parted anywhere.
                if re.search(r"[eEfFgG%]$", spec):
                    found.add(path.name)
    assert found - ELSEWHERE == {"number_text.py"}


def test_the_sign_of_percent_stands_as_the_language_has_it(qapp: QApplication) -> None:
    shares = (0.893, 0.9996, 0.004)
    assert [percent(share) for share in shares] == ["89 %", ">99.9 %", "<1 %"]
    install_language(qapp, "zh_CN")
    try:
        assert [percent(share) for share in shares] == ["89%", ">99.9%", "<1%"]
        assert percent_to_tenths(0.9134) == "91.3%"
    finally:
        install_language(qapp, "en")


@pytest.mark.parametrize(
    ("share", "text"), [(0.126, "13 %"), (0.124, "12 %"), (0.5149, "51 %"), (0.987, "99 %")]
)
def test_a_share_is_rounded_to_the_nearest_percent(share: float, text: str) -> None:
    assert percent(share) == text


@given(value=st.floats(allow_nan=False, allow_infinity=False))
@example(value=0.99999999)
@example(value=1.0000000001)
@example(value=1e-320)
@example(value=0.1 + 0.2)
def test_a_setting_is_written_as_the_very_number_it_is(value):
    assert float(as_set(value).replace("−", "-")) == value


def test_a_setting_is_written_as_short_as_it_was_typed():
    assert [as_set(value) for value in (1e-320, 0.99999999, 0.001, -0.0, 1e-5, math.inf)] == [
        "1e−320",
        "0.99999999",
        "0.001",
        "0",
        "1e−05",
        "∞",
    ]


def test_what_is_written_as_more_than_a_number_does_not_equal_it() -> None:
    assert equals("y", share_text(0.98)) == "y = 0.98"
    assert equals("y", share_text(0.9999)) == "y > 0.99"
    assert equals("y₃", share_text(0.001)) == "y₃ < 0.01"
    assert equals("w", signed(-0.5)) == "w = −0.500"


def test_a_number_in_single_precision_has_the_figures_that_tell_it_from_others_and_no_more() -> None:
    assert as_single(float(np.float32(0.1))) == "0.1" and as_single(0.0) == "0" and as_single(-2.0) == "−2"
    assert as_single(float(np.float32(-0.10176777839660645))) == "−0.10176778"
    assert as_single(float("nan")) == "NaN"
    sizes = np.float32(10) ** np.arange(-30, 20).repeat(10)
    for number in np.random.default_rng(0).standard_normal(500).astype(np.float32) * sizes.astype(np.float32):
        text = as_single(float(number)).replace("−", "-")
        assert np.float32(float(text)) == number, text
        # numpy finds the shortest by another way.
        shortest = Decimal(np.format_float_scientific(number, unique=True))
        assert len(Decimal(text).normalize().as_tuple().digits) == len(shortest.normalize().as_tuple().digits)
