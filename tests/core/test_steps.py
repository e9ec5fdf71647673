"""Steps in one call do what they do one by one."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from core.steps import result_of, take_step


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


def test_a_step_at_a_time_says_when_the_work_is_done() -> None:
    done: list[int] = []

    def steps() -> Generator[float | None, None, None]:
        for number, share in enumerate((None, 0.5)):
            done.append(number)
            yield share
        done.append(9)

    work = steps()
    assert take_step(work) and done == [0]
    assert take_step(work) and done == [0, 1]
    assert not take_step(work) and done == [0, 1, 9]
    assert not take_step(work)
