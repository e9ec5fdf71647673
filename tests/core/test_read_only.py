"""What is frozen cannot be written to."""

import numpy as np
import pytest

from core.read_only import read_only


def test_a_frozen_array_is_the_same_one_and_read_only() -> None:
    array = np.arange(3)
    assert read_only(array) is array
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 5
