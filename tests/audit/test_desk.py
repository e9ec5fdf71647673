"""What the desk holds to be true of a drawing, whose ink and meaning may change before the picture does."""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.audit.desk import Desk

FIRST, SECOND = np.array([[0.0, 0.5]], np.float32), np.array([[1.0, 0.0]], np.float32)


@pytest.mark.parametrize(
    ("label", "at_rest", "target"),
    [
        # In motion what was said of this ink, be it nothing; else, and at rest, what is said now.
        (0, False, 0),
        (None, False, None),
        (7, False, 5),
        (0, True, 5),
        (None, True, 5),
    ],
)
def test_of_a_drawing_in_motion_what_was_said_of_its_ink_is_true(
    label: int | None, at_rest: bool, target: int | None
) -> None:
    desk: Any = SimpleNamespace(
        drawings=deque([(None, None), (FIRST, None), (FIRST, 0), (SECOND, 7), (SECOND, 5)]),
        dataset_of=lambda _: None,
        composition=SimpleNamespace(digits=SimpleNamespace(intended_label=5)),
    )
    example = SimpleNamespace(origin="drawing", x=FIRST.ravel(), label=label)
    snapshot: Any = SimpleNamespace(run=0, example=example)
    found = Desk.target_of(desk, snapshot, at_rest)
    assert (None if found is None else found.tolist()) == (None if target is None else [target])
