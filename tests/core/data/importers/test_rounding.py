"""Whole numbers that float32 cannot hold are found, and what becomes of them; ordinary decimals are left alone."""

from __future__ import annotations

import struct

import pytest

from core.data.importers.rounding import RoundedNumber, rounded_numbers


def stored(value: float) -> float:
    """As IEEE 754's binary32, by the standard library."""
    return float(struct.unpack("f", struct.pack("f", value))[0])


@pytest.mark.parametrize(
    ("written", "becomes"),
    # Between 2^24 and 2^25 every other whole number is one of float32's, from 2^34 on one in 2,048.
    [
        ("16777217", "16777216"),
        (" -16777219", "-16777220"),
        ("20231105123", "20231104512"),
        ("1e11", "99999997952"),
    ],
)
def test_a_whole_number_of_more_than_24_bits_becomes_its_neighbour(written: str, becomes: str) -> None:
    assert stored(float(written)) == float(becomes)
    assert rounded_numbers([(written,)], float) == (RoundedNumber(0, written.strip(), becomes),)


@pytest.mark.parametrize(
    "written", ["16777216", "16777218", "3.14159265358979", "0.1", "1e10", "name", "1e99", ""]
)
def test_what_float32_holds_or_loses_only_behind_the_point_is_not_reported(written: str) -> None:
    assert rounded_numbers([(written,)], float) == ()


def test_each_column_is_named_once_by_its_first_such_number() -> None:
    rows = [("1", "16777217", "5"), ("16777219", "16777221", "6"), ("33554435", "7", "8")]
    assert rounded_numbers(rows, float) == (
        RoundedNumber(0, "16777219", "16777220"),
        RoundedNumber(1, "16777217", "16777216"),
    )
