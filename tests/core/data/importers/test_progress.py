"""How far the reading is: measuring is its first half, filling the second, and it never goes back."""

import pytest

from core.data.importers.progress import Cancelled, Progress


def test_measuring_is_the_first_half_and_filling_the_second() -> None:
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    progress = Progress(tell)
    for share in (0.0, 0.5, 1.0):
        progress.measured(share)
    for share in (0.0, 0.25, 1.0):
        progress.filled(share)
    assert shares == [0.0, 0.25, 0.5, 0.625, 1.0]


def test_it_never_goes_back_and_never_beyond_the_end() -> None:
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    progress = Progress(tell)
    progress.measured(0.75)
    progress.measured(0.5)
    progress.filled(1.5)
    progress.filled(0.5)
    assert shares == [0.375, 1.0]


def test_of_a_million_steps_a_thousand_are_told_and_the_last_one() -> None:
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    progress = Progress(tell)
    for step in range(100_001):
        progress.filled(step / 100_000)
    # The filling is half of all.
    assert 450 <= len(shares) <= 502 and shares[-1] == 1
    assert all(later > earlier for earlier, later in zip(shares, shares[1:], strict=False))


@pytest.mark.parametrize("part", ["measured", "filled"])
def test_whoever_wants_no_more_stops_the_reading(part: str) -> None:
    with pytest.raises(Cancelled):
        getattr(Progress(lambda _: False), part)(0.5)


def test_without_anyone_to_tell_it_goes_on() -> None:
    Progress(None).measured(0.5)
