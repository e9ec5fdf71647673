"""Zero is always the same colour; the signs differ in hue, and strength in how far they are from zero."""

from __future__ import annotations

import numpy as np
import pytest

from gui.flips.flip_colours import change_colours
from gui.theme.tokens import make_theme


@pytest.mark.parametrize("name", ["dark", "light"])
def test_from_zero_to_the_two_tokens(name: str) -> None:
    theme = make_theme(name)
    zero, plus, minus, little, more = change_colours(np.array([0, 1, -1, 0.1, 0.5]), theme).astype(float)
    assert plus.tolist() == theme.rgb("grad_plus").tolist()
    assert minus.tolist() == theme.rgb("grad_minus").tolist()
    assert np.linalg.norm(zero - theme.rgb("canvas")) < 60
    apart = [np.linalg.norm(colour - zero) for colour in (little, more, plus)]
    assert 0 < apart[0] < apart[1] < apart[2]
    assert change_colours(np.zeros((2, 3)), theme).tolist() == [[zero.tolist()] * 3] * 2
