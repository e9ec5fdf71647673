"""What is worked out in steps is what is worked out at once."""

from __future__ import annotations

import numpy as np
import pytest

from core.steps import result_of
from gui.ledger.renewal import renewal
from gui.ledger.wall_order import ORDERS, wall_cells
from tests.gui.ledger.answers import many


@pytest.mark.parametrize("order", ORDERS)
def test_places_and_cells(order: str) -> None:
    losses = many(10)
    found = result_of(renewal(losses, order, 40))
    by_size = sorted(range(4000), key=lambda row: (losses.losses[row], row))
    assert [by_size.index(row) for row in range(0, 4000, 97)] == found.places[::97].tolist()
    assert found.cells is not None and np.array_equal(found.cells, wall_cells(losses, order, 40))


def test_where_no_wall_is_looked_at_none_is_filled() -> None:
    assert result_of(renewal(many(3), "loss", 0)).cells is None
