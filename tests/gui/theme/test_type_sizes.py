"""Type has few sizes."""

from itertools import pairwise

import pytest

from gui.theme.type_sizes import SIZES, type_size


@pytest.mark.parametrize(
    ("pixels", "size"),
    [
        (1.0, 8),
        (8.0, 8),
        (12.4, 12),
        (12.6, 13),
        (18.0, 18),
        (19.4, 18),
        (19.6, 20),
        (21.4, 20),
        (43.4, 42),
        (90, 66),
    ],
)
def test_type_is_no_larger_than_wanted_but_for_rounding(pixels: float, size: int) -> None:
    assert type_size(pixels) == size


def test_there_are_few_sizes_and_none_is_much_larger_than_the_one_before() -> None:
    """Of the 59 that are between 8 and 66 px."""
    assert len(SIZES) == 28 and list(SIZES) == sorted(set(SIZES))
    assert all(after / before <= 1.15 for before, after in pairwise(SIZES))


def test_whatever_scale_a_part_takes_to_fit_there_are_no_more() -> None:
    scales = [hundredths / 100 for hundredths in range(80, 301)]
    assert {type_size(role * scale) for role in (11, 12, 13, 14, 22) for scale in scales} <= set(SIZES)
