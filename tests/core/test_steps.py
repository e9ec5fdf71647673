"""Steps in one call do what they do one by one."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from core.steps import result_of


@pytest.mark.parametrize("count", [0, 1, 5])
def test_the_result_comes_after_every_step(count: int) -> None:
    done: list[int] = []

    def steps() -> Generator[None, None, int]:
        for number in range(count):
            done.append(number)
            yield
        return sum(done)

    assert result_of(steps()) == sum(range(count)) and len(done) == count


def test_an_error_in_a_step_is_passed_on() -> None:
    def steps() -> Generator[None, None, int]:
        yield
        raise ValueError("half-way")

    with pytest.raises(ValueError, match="half-way"):
        result_of(steps())
