"""Each reason has a sentence that names the run."""

from __future__ import annotations

import pytest

from gui.side.together_text import why_not_together


@pytest.mark.parametrize(
    ("reason", "part"),
    [
        ("data", "the same data"),
        ("batches", "batches of another size"),
        ("place", "another place of its epoch"),
        ("diverged", "too large to write"),
        ("gone", "not there any more"),
    ],
)
def test_it_names_the_run_and_what_stands_in_the_way(reason, part):
    sentence = why_not_together("seed 3", reason)
    assert sentence.startswith("seed 3 ") and part in sentence
