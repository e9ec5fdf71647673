"""Each reason has a sentence that names the run."""

from __future__ import annotations

import pytest

from core.engine.messages import Diverged, StoppedEarly
from gui.side.together_text import why_no_further, why_not_together


@pytest.mark.parametrize(
    ("reason", "part"),
    [
        ("data", "the same data"),
        ("batches", "batches of another size than A, after the newest update of each"),
        ("seed", "its seed is another"),
        ("epoch", "in another epoch"),
        ("place", "another place of the same epoch"),
        ("diverged", "too large to write"),
        ("gone", "not there any more"),
    ],
)
def test_it_names_the_run_and_what_stands_in_the_way(reason, part):
    sentence = why_not_together("seed 3", reason)
    assert sentence.startswith("seed 3 ") and part in sentence


def test_only_what_differs_is_named():
    assert "place" not in why_not_together("seed 3", "seed") and "seed is" not in why_not_together(
        "A", "place"
    )
    for reason in ("epoch", "place"):
        assert why_not_together("seed 3", reason).endswith("Then train both.")


@pytest.mark.parametrize(
    ("ended", "part"),
    [(Diverged(2, 1201, "loss"), "too large to write"), (StoppedEarly(2, 1201, 900), "its patience lasts")],
)
def test_what_has_ended_a_run_names_it_and_the_update(ended, part):
    sentence = why_no_further("seed 3", ended)
    assert sentence.startswith("seed 3 ") and part in sentence and "1,201" in sentence
    assert "others go on" in sentence
