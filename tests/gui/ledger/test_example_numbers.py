"""The numbers of an example have the names of the table, or else those of the network's picture."""

from __future__ import annotations

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo
from gui.ledger.example_numbers import ExampleNumbers, number_words
from gui.ledger.wall_order import NOBODY

OWN = DatasetSpec("own", path="a.csv", standardised=False)


def test_each_has_its_name() -> None:
    data = DataInfo(OWN, picture=None, input_names=("day", "temp"))
    assert number_words(np.array([3.0, -0.37], np.float32), data, 2) == "day = 3.00\ntemp = −0.37"
    assert number_words(np.array([0.5], np.float32), DataInfo(OWN, picture=None), 1) == "x = 0.50"
    assert number_words(np.array([0.5, 1.0]), DataInfo(OWN, picture=None), 2).startswith(
        "x₁ = 0.50\nx₂ = 1.00"
    )


def test_what_is_standardised_says_so_and_what_has_no_room_is_counted() -> None:
    data = DataInfo(DatasetSpec("own", path="a.csv"), picture=None)
    lines = number_words(None, data, 20).split("\n")
    assert lines[0] == "x₁ = …" and len(lines) == 18
    assert lines[-2:] == ["4 more", "standardised: mean 0, standard deviation 1"]


def test_they_are_asked_for_once() -> None:
    numbers = ExampleNumbers()
    assert [numbers.wanted(row) for row in (4, 4, NOBODY)] == [True, False, False]
    numbers.take(np.array([4]), np.array([[1.0]]))
    numbers.ask_again()
    assert not numbers.wanted(4) and numbers.of(5) is None
