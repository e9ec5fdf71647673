"""Counts of presentations: the same one epoch after the other or together, and their copies are their own."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.life_counts import COUNTED, NEVER, LifeCounts


@pytest.mark.parametrize(("least", "before"), [(0, 0), (1, 3)])
def test_epochs_together_count_as_they_do_one_after_the_other(least: int, before: int) -> None:
    states = np.random.default_rng(least).integers(least, 3, (9 + before, 40)).astype(np.int8)
    one, other = LifeCounts.none(40), LifeCounts.none(40)
    for epoch, own in enumerate(states):
        one.add_epoch(epoch, own)
    for epoch in range(before):
        other.add_epoch(epoch, states[epoch])
    copy = other.copy()
    other.add_epochs(before, states[before:])
    for name in COUNTED:
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
    assert copy.presented.max() <= before < other.presented.max()
    # An answer is right at the end where it has been since some epoch.
    np.testing.assert_array_equal(one.is_right, one.right_since != NEVER)
