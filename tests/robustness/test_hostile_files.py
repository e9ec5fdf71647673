"""Whatever a file holds: it loads, or it is refused in one sentence, soon, and nothing in it is run."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from tests.robustness.hostile_files import HOSTILE, Boom, read_hostile


@pytest.mark.parametrize("as_ink", [True, False], ids=["ink", "grey"])
@pytest.mark.parametrize("name", HOSTILE)
def test_it_loads_or_is_refused_in_a_sentence(tmp_path: Path, name: str, as_ink: bool) -> None:
    assert read_hostile(name, tmp_path, as_ink) == ""


def test_code_that_was_run_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "ran_hostile_code", False, raising=False)
    pickle.loads(pickle.dumps(Boom()))
    assert sys.ran_hostile_code  # type: ignore[attr-defined]
