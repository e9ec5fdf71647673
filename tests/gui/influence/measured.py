"""What the window is told of an influence, in tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from core.engine.influence_messages import InfluenceMeasured, InfluenceProof, Pull
from core.engine.snapshot import Example

NAMES = tuple("0123456789")
EXAMPLE = Example(np.ones(256, np.float32), 2, "test", 38)
TOWARDS = Pull(np.array([7, 1200, 3]), np.array([0.5, 0.25, 1e-7]), np.array([3, 8, 3]), 3, 0.75)
AWAY = Pull(np.array([11, 5]), np.array([-1.0, -0.5]), np.array([2, 2]), 700, -4.25)


def measured(**changes: Any) -> InfluenceMeasured:
    """Of test digit 38, a 2 that is called 3; 60,000 training digits, 59,297 of which pulled neither way."""
    whole = InfluenceMeasured(
        ask=1,
        run=0,
        update=3000,
        edit_count=0,
        permutation_count=0,
        checksum="",
        example=EXAMPLE,
        answer=3,
        target=3,
        output=0.528,
        loss=0.638,
        updates=np.array([510, 3000]),
        rates=np.array([0.001, 0.001]),
        towards=TOWARDS,
        away=AWAY,
        examples=60_000,
    )
    return replace(whole, **changes)


def proof(losses: Any, updates: int = 3000) -> InfluenceProof:
    """Of 50 examples that were left out."""
    known = np.array(losses, np.float64)
    done = int(np.count_nonzero(~np.isnan(known)))
    return InfluenceProof(1, 50, updates, known, updates * done, updates * known.size)
