"""Numbers are read from texts as the app writes them, each with its own rounding."""

from __future__ import annotations

import math

import pytest

from tests.audit.number_reading import numbers_in, tells


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("0.29", 0.29, 0.005),
        ("−3.4·10⁻⁷", -3.4e-7, 0.05e-7),
        ("+0.0123", 0.0123, 0.00005),
        ("138,155", 138155, 0.5),
        ("89 %", 0.89, 0.005),
        ("1e−05", 1e-5, 0.5e-5),
    ],
)
def test_a_number_is_read_with_half_a_unit_of_its_last_figure(text: str, value: float, half: float) -> None:
    (told,) = numbers_in(text)
    assert (told.value, told.half) == (pytest.approx(value), pytest.approx(half))
    assert told.agrees(value + 0.99 * half) and not told.agrees(value + 1.5 * half)


def test_figures_in_a_name_are_no_number() -> None:
    assert [told.value for told in numbers_in("C = −ln y₃ = 0.34, x1 of 60,000")] == [0.34, 60000]


def test_what_is_beyond_its_limit_is_told_so() -> None:
    assert tells("<0.01", 0.003) and not tells("<0.01", 0.02)
    assert tells("> 99.9 %", 0.99995) and not tells("> 99.9 %", 0.99)
    assert tells("NaN", math.nan) and tells("−∞", -math.inf) and not tells("0.00", math.nan)


def test_all_but_a_few_is_not_called_all() -> None:
    assert tells("99.9 %", 0.99999)
    assert not tells("98.0 %", 0.99999)
