"""Only a penalty that is in force is named."""

from __future__ import annotations

import pytest

from gui.widgets.penalty_text import named, penalties


@pytest.mark.parametrize(
    ("l1", "l2", "name"),
    [(True, True, "L1 and L2"), (True, False, "L1"), (False, True, "L2"), (False, False, "")],
)
def test_only_what_is_in_force_is_named(l1: bool, l2: bool, name: str) -> None:
    assert penalties(l1, l2) == name
    assert named([each for each, is_on in (("l1", l1), ("l2", l2)) if is_on]) == name
