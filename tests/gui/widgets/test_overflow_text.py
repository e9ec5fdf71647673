"""A loss that is ∞ says why, wherever it stands."""

from __future__ import annotations

import math

import pytest

from gui.widgets.overflow_text import overflow_text, with_overflow

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_is_too_large_says_so() -> None:
    loss = math.inf
    assert overflow_text(loss) == "too large to write" and overflow_text(loss, is_short=True) == "too large"
    assert with_overflow("L = ∞", loss) == "L = ∞ (too large to write)"


@pytest.mark.parametrize("loss", [0.0, 3.999e45, math.nan])
def test_any_other_loss_stands_alone(loss: float) -> None:
    assert overflow_text(loss) == "" and with_overflow("L = 0", loss) == "L = 0"
