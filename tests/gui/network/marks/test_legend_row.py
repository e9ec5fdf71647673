"""The numbers of a row of the legend."""

from __future__ import annotations

from math import nan

from gui.network.marks.legend_row import numbers_text


def test_each_layer_has_its_number_and_one_without_a_dash() -> None:
    assert numbers_text([6.2, nan, 1.0]) == "6.2, –, 1.0"


def test_equal_ones_are_one_and_of_many_the_least_and_the_largest_are_named() -> None:
    assert numbers_text([0.5, 0.5, 0.5]) == "0.50"
    assert numbers_text([float(n) for n in range(1, 12)]) == "1.0 … 11"
