"""The colours of ΔC: lime raises C, violet lowers it, and 0 is always the same."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gui.theme.tokens import Theme

ZERO_SHARE = 0.11
"""How much of the text's colour is in that of 0: as much as of ink in a pixel without ink."""
POWER = 0.6
"""From strength to colour: few pixels are near the largest ΔC, and the others are to be seen, too."""


def change_colours(strength: NDArray[np.floating], theme: Theme) -> NDArray[Any]:
    """(...,) strengths from -1 to 1 to (..., 3) numbers from 0 to 255."""
    zero = theme.rgb("canvas") + ZERO_SHARE * (theme.rgb("text") - theme.rgb("canvas"))
    full = np.where((strength > 0)[..., None], theme.rgb("grad_plus"), theme.rgb("grad_minus"))
    share = np.abs(strength)[..., None] ** POWER
    colours: NDArray[Any] = np.rint(zero + share * (full - zero)).astype(np.uint8)
    return colours
