"""The learning rate's schedules, by hand and against PyTorch's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.optim.schedules import SCHEDULES, rate_at


def rates(count: int, schedule: str, period: int = 4, factor: float = 0.5, warm_up: int = 0) -> list[float]:
    return [rate_at(update, 0.8, schedule, period, factor, warm_up) for update in range(count)]


def test_a_constant_rate_is_the_rate() -> None:
    assert rates(1000, "constant") == [0.8] * 1000


def test_a_step_multiplies_the_rate_once_a_period() -> None:
    assert rates(9, "step") == [0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.2]


def test_a_cosine_falls_from_the_rate_to_nothing_and_stays_there() -> None:
    # cos 0, cos 45°, cos 90°, cos 135°, cos 180°: 1, √½, 0, -√½, -1
    half = 0.5**0.5
    expected = [0.8, 0.4 * (1 + half), 0.4, 0.4 * (1 - half), 0.0, 0.0, 0.0]
    assert rates(7, "cosine") == pytest.approx(expected, rel=1e-15, abs=1e-16)
    assert rates(7, "cosine")[4:] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_warm_up_rises_in_equal_parts_and_the_schedule_begins_after_it(schedule: str) -> None:
    found = rates(20, schedule, warm_up=4)
    assert found[:4] == pytest.approx([0.2, 0.4, 0.6, 0.8], rel=1e-15)
    assert found[4:] == rates(16, schedule)


def test_a_warm_up_of_one_update_is_none() -> None:
    assert rates(5, "constant", warm_up=1) == [0.8] * 5


@pytest.mark.parametrize(("period", "factor"), [(1, 0.9), (30, 0.1), (75, 1.0)])
def test_the_step_agrees_with_pytorch(period: int, factor: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)
    theirs = torch.optim.lr_scheduler.StepLR(optimizer, step_size=period, gamma=factor)
    for rate in rates(200, "step", period, factor):
        assert rate == pytest.approx(theirs.get_last_lr()[0], rel=1e-12)
        optimizer.step()
        theirs.step()


@pytest.mark.parametrize("period", [1, 7, 200])
def test_the_cosine_agrees_with_pytorch(period: int) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)
    theirs = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=period)
    # After its period PyTorch's goes up again.
    for rate in rates(period + 1, "cosine", period):
        assert rate == pytest.approx(theirs.get_last_lr()[0], rel=1e-10, abs=1e-15)
        optimizer.step()
        theirs.step()


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_warm_up_agrees_with_pytorch(schedule: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)
    kinds = torch.optim.lr_scheduler
    after = {
        "constant": lambda: kinds.ConstantLR(optimizer, factor=1.0),
        "step": lambda: kinds.StepLR(optimizer, step_size=4, gamma=0.5),
        "cosine": lambda: kinds.CosineAnnealingLR(optimizer, T_max=4),
    }
    # Theirs rises from 1/5 at its update 0 to 1 at its update 4; the schedule proper begins at update 5.
    rise = kinds.LinearLR(optimizer, start_factor=0.2, total_iters=4)
    theirs = kinds.SequentialLR(optimizer, [rise, after[schedule]()], milestones=[5])
    for rate in rates(9, schedule, warm_up=5):
        assert rate == pytest.approx(theirs.get_last_lr()[0], rel=1e-12)
        optimizer.step()
        theirs.step()


@given(
    st.integers(0, 10**9),
    st.sampled_from(SCHEDULES),
    st.integers(1, 10**6),
    st.floats(0, 1, exclude_min=True),
    st.integers(0, 10**6),
)
def test_the_rate_is_never_more_than_the_rate_nor_less_than_nothing(
    update: int, schedule: str, period: int, factor: float, warm_up: int
) -> None:
    assert 0.0 <= rate_at(update, 0.8, schedule, period, factor, warm_up) <= 0.8
