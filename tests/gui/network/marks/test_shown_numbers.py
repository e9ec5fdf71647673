"""Which numbers ribbons and kernels show beside the edges."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.marks.edge_values import PICTURES
from gui.network.marks.shown_numbers import own_numbers


@pytest.mark.parametrize("picture", PICTURES)
def test_of_one_snapshot_all_is_its_own(make_snapshot, picture) -> None:
    snapshot = make_snapshot()
    assert own_numbers(snapshot, picture).of_update is None
    mean, change = (np.full_like(snapshot.parameters, size) for size in (1, 2))
    snapshot = replace(snapshot, mean_gradient=mean, change=change)
    shown = own_numbers(snapshot, picture)
    assert shown.picture == picture and shown.weights is snapshot.parameters
    assert shown.of_update is {"mean_gradient": mean, "change": change}.get(picture)
