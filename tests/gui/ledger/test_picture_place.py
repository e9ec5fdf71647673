"""Pictures in tiles, in their own proportions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from gui.ledger.picture_place import picture_place


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((16, 16), QRectF(10, 20, 48, 48)),
        ((16, 32), QRectF(10, 32, 48, 24)),
        ((4, 1), QRectF(28, 20, 12, 48)),
    ],
)
def test_it_is_in_the_middle_and_as_large_as_can_be(shape: tuple[int, int], expected: QRectF) -> None:
    assert picture_place(QRectF(10, 20, 48, 48), shape) == expected
