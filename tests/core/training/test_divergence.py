"""The error names the update and what it made infinite."""

from __future__ import annotations

from core.training.divergence import DivergenceError


def test_it_says_which_update_and_what() -> None:
    error = DivergenceError(7, "gradient")
    assert (error.update, error.cause) == (7, "gradient")
    assert str(error) == "update 7 made the gradient infinite or not a number"
