"""One rule for the numbers that people type, in whole fields and in decimal ones."""

from __future__ import annotations

import pytest

from gui.widgets.number_text import thousands
from gui.widgets.parsed_number import parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("2,5", 2.5),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5.0),
        (" 1e-3 ", 0.001),
        ("1E-3", 0.001),
        ("\u22122", -2.0),
        ("+2", 2.0),
        ("0,001", 0.001),
        ("1,0005", 1.0005),
        ("1.000", 1.0),
        ("0e5", 0.0),
        ("\uff10\uff0e\uff15", 0.5),
        ("\uff0d\uff11\uff0c\uff15", -1.5),
    ],
)
def test_comma_and_point_are_both_decimal_signs(text: str, number: float) -> None:
    assert parse_number(text, whole=False) == number


@pytest.mark.parametrize(
    "text",
    ["", "abc", "nan", "NaN", "inf", "-inf", "1e999", "1_0", "0x10", "1..2", "--1", "1e", ".", "1,000,00"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text, whole=False) is None


@pytest.mark.parametrize("text", ["1e-400", "-0,1e-999", "²", "1²", "½"])
def test_what_would_be_taken_for_another_number_is_none(text: str) -> None:
    assert parse_number(text, whole=False) is None


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("text", "number"),
    [("1,000", 1000), ("19,586", 19586), ("1,000,000", 10**6), ("-60,000", -60000), ("１，０２４", 1024)],
)
def test_what_the_window_writes_is_the_same_number_in_every_field(
    text: str, number: int, whole: bool
) -> None:
    assert parse_number(text, whole) == number
    assert parse_number(thousands(number), whole) == number


def test_decimals_may_follow_thousands() -> None:
    assert parse_number("1,000.5", whole=False) == 1000.5
    assert parse_number("1,000.5", whole=True) is None


@pytest.mark.parametrize(("text", "number"), [("32", 32), (" 32 ", 32), ("-3", -3), ("３２", 32)])
def test_a_whole_number_is_one(text: str, number: int) -> None:
    assert parse_number(text, whole=True) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "2.5", "2,5", "1e3", "1_0", "1,0000", "abc", "nan", "inf", "32.0", "²", "0,125"),
        # A point is a decimal sign here as everywhere.
        *("60.000", "1.000.000"),
    ],
)
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert parse_number(text, whole=True) is None
