"""What is said is true of the place at which the layer stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.unrolling.layer_view import LayerView
from gui.unrolling.unrolling_words import (
    cell_words,
    counted,
    dots_words,
    example_words,
    proved,
    told,
)
from tests.gui.unrolling.made_layers import made_layers


def view_at(position: float) -> LayerView:
    return LayerView(made_layers(), position, 0, 100)


@pytest.mark.parametrize(
    ("position", "count"),
    # Cells 0 … 127 keep the 22 rows of windows … by paper: (23 · 46) places of 8 maps.
    [(0.0, "524,288 weights"), (1.0, "16,928 weights"), (2.0, "72 weights"), (0.5, "270,608 weights")],
)
def test_the_count_is_that_of_paper(position: float, count: str) -> None:
    assert counted(view_at(position)) == count
    assert (8 * 16 * 2048) + 23 * 46 * 8 == 270_608


def test_the_way_is_told_with_the_cells_that_are_done() -> None:
    assert "64 of 256 cells are cut" in told(view_at(0.25))
    assert "192 of 256 cells are tied" in told(view_at(1.75))
    assert len({told(view_at(position)) for position in (0.0, 0.5, 1.0, 1.5, 2.0)}) == 5


def test_the_proof_says_how_far_apart_and_how_much_was_compared() -> None:
    text = proved(made_layers())
    assert "2.4·10⁻⁷" in text and "0 in float64" in text
    assert "2,048 z of 1,001 digits" in text and "1,000 of the test set" in text


def test_the_lines_are_counted_and_named() -> None:
    first, second = cell_words(view_at(2.0))
    assert first == "9 connections to cell (7, 5), weights shared by all 256 cells"
    assert second.endswith("drawn: the lines of 5 of 256 cells")
    assert cell_words(view_at(0.0))[0] == "256 connections to cell (7, 5)"
    # Cell 100 is tied with the 127 before and after it; the others are still to come.
    assert cell_words(view_at(1.5))[0].endswith("(7, 5), weights shared by 128 of 256 cells")
    assert cell_words(view_at(1.25))[0].endswith("(7, 5), in its window")


def test_a_dot_says_how_many_weights_it_stands_for() -> None:
    assert dots_words(256) == "each dot: the largest |w| of 1 × 8"
    assert dots_words(128) == "each dot: the largest |w| of 2 × 16"


def test_examples_are_named() -> None:
    example = made_layers().example
    assert example_words(example) == "test digit 1,234"
    assert example_words(replace(example, origin="train", index=5)) == "training digit 5"
    assert example_words(replace(example, origin="drawing", index=None)) == "your drawing"
    assert example_words(replace(example, origin="own", index=5)) == "own 5"
