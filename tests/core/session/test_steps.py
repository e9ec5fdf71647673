"""Work in steps: its shares, its result, and that it can be left."""

from __future__ import annotations

import pytest

from core.session.steps import Steps, part
from core.steps import result_of


def counting(to: int, left: list[str]) -> Steps[str]:
    try:
        for number in range(1, to + 1):
            yield number / to
    finally:
        left.append("left")
    return "done"


def test_all_steps_are_taken_to_the_result() -> None:
    assert result_of(counting(3, [])) == "done"


def test_a_part_goes_from_its_beginning_to_its_end() -> None:
    shares = list(part(counting(4, []), 0.5, 0.75))
    assert shares == pytest.approx([0.5625, 0.625, 0.6875, 0.75])
    assert result_of(part(counting(4, []), 0.5, 0.75)) == "done"


def test_who_leaves_the_whole_leaves_its_part() -> None:
    left: list[str] = []
    steps = part(counting(4, left), 0.0, 1.0)
    next(steps)
    steps.close()
    assert left == ["left"]
