"""How many updates are due at a rate; expected numbers are rate times seconds."""

from __future__ import annotations

import math

import pytest

from core.engine.rate_limiter import RateLimiter


class Time:
    now = 50.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def test_without_a_limit_all_are_due_at_once(time: Time) -> None:
    limiter = RateLimiter(time)
    assert limiter.take() == math.inf and limiter.seconds_until_due() == 0


def test_at_a_rate_as_many_are_due_as_time_has_passed_for(time: Time) -> None:
    limiter = RateLimiter(time)
    limiter.set_rate(20.0)
    assert limiter.take() == 0 and limiter.seconds_until_due() == pytest.approx(0.05)
    time.now += 0.03
    assert limiter.take() == 0 and limiter.seconds_until_due() == pytest.approx(0.02)
    time.now += 0.04
    # 0.07 s are 1.4 updates.
    assert limiter.seconds_until_due() == 0 and limiter.take() == 1
    assert limiter.seconds_until_due() == pytest.approx(0.03)


def test_in_a_second_of_many_slices_as_many_are_made_as_the_rate_says(time: Time) -> None:
    limiter = RateLimiter(time)
    limiter.set_rate(137.0)
    made = 0.0
    for _ in range(1000):
        time.now += 0.01
        made += limiter.take()
    assert made == pytest.approx(1370, abs=1)


def test_what_could_not_be_done_in_time_is_dropped(time: Time) -> None:
    limiter = RateLimiter(time)
    limiter.set_rate(100.0)
    time.now += 60
    # A tenth of a second's worth; of a slow rate one.
    assert limiter.take() == 10
    limiter.set_rate(0.5)
    time.now += 60
    assert limiter.take() == 1


def test_time_that_passed_before_does_not_count(time: Time) -> None:
    limiter = RateLimiter(time)
    limiter.set_rate(1.0)
    time.now += 0.9
    limiter.restart()
    assert limiter.seconds_until_due() == pytest.approx(1.0)


def test_a_rate_of_zero_is_never_due(time: Time) -> None:
    limiter = RateLimiter(time)
    limiter.set_rate(0.0)
    time.now += 1000
    assert limiter.seconds_until_due() == math.inf and limiter.take() == 0
