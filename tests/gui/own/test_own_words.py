"""What is said of the own test set names its update, counts what is not shown, and says what is wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from core.analysis.example_losses import OWN, ExampleLosses
from gui.own import own_words as words
from tests.gui.ledger.answers import NAMES, answers


@pytest.fixture
def losses(qapp: QApplication) -> ExampleLosses:
    """Twelve, of which 7 are right; they are called 11, 12, ..."""
    return replace(answers(split=OWN), numbers=np.arange(11, 23))


def test_the_title_says_how_many_are_right_and_the_sum(losses: ExampleLosses) -> None:
    # On paper: 3 of 5, 3 of 4 and 1 of 3 are right; the sum of C is 10.
    assert words.title_words(losses, 12) == "Own test set: 7 of 12 right, Σ Cⁿ = 10.00"
    assert "computed" in words.title_words(None, 1200) and "1,200" in words.title_words(None, 1200)
    assert words.title_words(None, 0) == "Own test set"
    assert words.kept_words(losses, 12).endswith("exact at update 7")
    assert words.kept_words(None, 0) == ""
    assert words.wrong_words(losses).startswith("filled corner: wrong at update 7, 5 of 12")
    # A parameter was set by hand since.
    assert words.kept_words(losses, 12, is_before_edit=True).endswith("exact at update 7, θ edited since")
    said = words.wrong_words(losses, is_before_edit=True)
    assert said.startswith("filled corner: wrong before θ was edited, 5 of 12")


def test_a_tile_names_its_class_and_its_answer_where_that_is_another(losses: ExampleLosses) -> None:
    assert [words.caption(losses, row, NAMES) for row in (0, 1, 5)] == ["cat", "cat → dog", "dog → –"]
    overflowed = replace(losses, losses=np.where(np.arange(12) == 0, np.inf, losses.losses))
    assert words.caption(overflowed, 0, NAMES) == "cat → –"


def test_one_is_called_by_its_number(losses: ExampleLosses) -> None:
    assert (
        words.example_words(losses, 1, NAMES) == "own 12, a cat  ·  says dog (y = 0.80), is cat  ·  C = 2.00"
    )
    right = words.example_words(losses, 0, NAMES)
    assert right == "own 11, a cat  ·  says cat (y = 0.90): right  ·  C = 0.10"
    # No finite C: what is said counts for nothing, and it has no y.
    overflowed = replace(losses, losses=np.where(np.arange(12) == 0, np.inf, losses.losses))
    assert "y =" not in words.example_words(overflowed, 0, NAMES)
    none = words.example_words(losses, 5, NAMES)
    assert none.startswith("own 16, a dog") and "y =" not in none


def test_what_is_not_shown_is_counted(losses: ExampleLosses) -> None:
    assert words.misfit_words(0) == "" and words.misfit_words(1).startswith("1 more is")
    assert words.misfit_words(1234).startswith("1,234 more are")
    assert words.none_words(3, True).startswith("Kept: 3, and none")
    assert "import a folder" in words.none_words(0, True) and "import" not in words.none_words(0, False)
