"""A number of before an edit is not said to be of the network that is there now."""

from __future__ import annotations

from gui.loss.measured_moment import exact_at_words, number_of_now, of_update_words, with_edit_note


def test_the_same_update_before_and_after_an_edit_is_told_apart(qapp: object) -> None:
    assert of_update_words(1200, False) == "after update 1,200"
    assert of_update_words(1200, True) == "after update 1,200, θ edited since"
    assert exact_at_words(1200, False) == "exact at update 1,200"
    assert exact_at_words(1200, True) == "exact at update 1,200, θ edited since"
    assert with_edit_note("L 625.0", False) == "L 625.0"
    assert with_edit_note("L 625.0", True) == "L 625.0 (θ edited since)"
    assert (number_of_now("625.0", False), number_of_now("625.0", True)) == ("625.0", "…")
