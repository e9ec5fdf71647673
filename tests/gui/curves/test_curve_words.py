"""What is called what, and what is read of a line."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gui.curves.curve_set import KINDS, CurveSet, layer_set
from gui.curves.curve_words import (
    axis_title,
    empty_words,
    height_ticks,
    kind_names,
    line_name,
    line_words,
    reading_parts,
    reading_words,
    value_words,
)
from tests.gui.curves.drawn import curves_of

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_plot_has_a_name_and_an_axis() -> None:
    assert list(kind_names()) == list(KINDS)
    for kind in KINDS[1:]:
        assert axis_title(kind, False) and axis_title(kind, True).endswith("(log)")


def test_a_reading_names_the_update_that_was_measured_and_has_the_pointed_line_first() -> None:
    curves = layer_set("gradient", curves_of(5, 3))
    # Row 1, update 20: 1 × 10⁻¹ × (1 + 1/5), and a tenth of it in each layer after.
    texts = [part.text for part in reading_parts(curves, 22, 1)]
    assert texts == ["at 20", "2: 0.0120", "1: 0.120", "out: 0.00120"]
    assert [part.text for part in reading_parts(curves, 20, None)][0] == "1: 0.120"
    assert (
        reading_words(curves, 22, 1)
        == "update 20  ·  layer 2: 0.0120  ·  layer 1: 0.120  ·  output layer: 0.00120"
    )


def sampled() -> CurveSet:
    """Of the first 64 of 150 examples at update 10, of all 20 at update 20; none were measured at 30."""
    samples = np.array([[64, 150], [20, 20], [0, 1]])
    return CurveSet(
        "noise", ("1", "out"), np.array([10, 20, 30]), np.ones((3, 2)), np.empty((0, 0, 0)), samples
    )


def test_of_how_many_examples_the_noise_is_measured_is_said_where_it_is_not_all() -> None:
    curves, said = sampled(), "√tr Σ: first 64 of 150"
    assert [part.text for part in reading_parts(curves, 10, None)] == ["1: 1.00", said, "out: 1.00"]
    assert reading_words(curves, 10, None).endswith(said)
    for update in (20, 30):
        assert said not in [part.text for part in reading_parts(curves, update, None)]
        assert "first" not in reading_words(curves, update, None)
    assert axis_title("noise", True, (64, 150)) == f"√tr Σ / ‖g‖, {said} (log)"


def test_counts_of_the_noise_are_the_engines() -> None:
    curves = curves_of(5, 3)
    samples = layer_set("noise", curves).samples
    np.testing.assert_array_equal(samples, np.stack([curves.noise_counts, curves.batch_sizes], axis=1))
    assert not len(layer_set("gradient", curves).samples)


def test_the_gradient_of_the_whole_set_has_no_error() -> None:
    sentence = kind_names()["noise"][1]
    assert "more than 64" in sentence and "drawn at random" in sentence and "gradient descent" in sentence


def test_idle_neurons_are_read_apart_and_what_is_not_measured_is_not_0() -> None:
    values = np.array([[0.30], [math.nan]])
    curves = CurveSet(
        "idle", ("1",), np.array([5, 6]), values, np.array([[[0.25], [math.nan]], [[0.05], [math.nan]]])
    )
    assert [part.text for part in reading_parts(curves, 5, 0)] == ["1: 30 % (dead 25 %, saturated 5 %)"]
    assert [part.text for part in reading_parts(curves, 6, 0)] == ["1: –"]
    assert (
        reading_parts(CurveSet.empty("idle"), 5, None) == []
        and reading_words(CurveSet.empty("idle"), 5, None) == ""
    )


def test_of_a_hundred_lines_words_tell_the_first_the_last_and_the_pointed_one() -> None:
    words = reading_words(layer_set("update", curves_of(3, 100)), 10, 41)
    assert words.count("  ·  ") == 3 and "layer 42" in words and "output layer" in words


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("idle", 0.001, "<1 %"),
        ("update", 1.234e-7, "1.23·10⁻⁷"),
        ("noise", math.inf, "∞"),
        ("cost", math.nan, "–"),
    ],
)
def test_numbers(kind: str, value: float, text: str) -> None:
    assert value_words(kind, value) == text


def test_ticks_of_small_numbers_are_powers_of_ten() -> None:
    texts = {round(tick.place): tick.text for tick in height_ticks("gradient", (-8.0, 0.0), 9, True)}
    assert texts[-7] == "10⁻⁷" and texts[0] == "1"
    assert [tick.text for tick in height_ticks("idle", (0.0, 1.0), 3, False)] == ["0 %", "50 %", "100 %"]


def test_an_empty_plot_says_why() -> None:
    assert "nothing is known yet" in empty_words(None, "gradient")
    unknown = CurveSet("gradient", ("out",), np.array([0]), np.full((1, 1), np.nan))
    assert all(
        "measured along with the next one" in empty_words(unknown, kind)
        for kind in ("gradient", "update", "noise")
    )
    assert "hidden layer" in empty_words(unknown, "idle")
    later = CurveSet("noise", ("out",), np.array([0, 60]), np.full((2, 1), np.nan))
    assert "a batch of one example has no spread" in empty_words(later, "noise")
    assert "updates before each exact L" in empty_words(later, "gradient")
    assert {line_name(key) for key in ("7", "out", "l1")} == {"7", "out", "L1"}
    assert line_words("7") == "layer 7"
