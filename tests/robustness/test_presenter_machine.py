"""Engine and presenters, used in any order: what is shown is what was computed, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from gui.engine import client
from gui.presenters.time_presenter import TimePresenter
from tests.robustness.orders import a_picture_too_old, keep_short_runs, run
from tests.robustness.presenter_machine import presenter_machine, use


@pytest.fixture(autouse=True)
def short_runs_have_a_history(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_short_runs(monkeypatch.setattr)


@pytest.mark.timeout(36_000)
def test_engine_and_presenters_that_are_used_in_any_order_stay_true(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "WITHIN_S", 0.0)
    with presenter_machine() as machine:
        run(machine, 80, 50)


def _without_coming_back(plant: Callable[..., None]) -> None:
    """The window says that it looks at an earlier update, and shows the newest one."""
    plant(TimePresenter, "_leave", lambda self: None)


@pytest.mark.parametrize("fault", [a_picture_too_old, _without_coming_back])
def test_a_planted_fault_is_found_by_presenters_too(
    fault: Any, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "WITHIN_S", 0.0)
    with presenter_machine() as machine:
        with monkeypatch.context() as planted, pytest.raises(AssertionError):
            fault(planted.setattr)
            for seed in range(10):
                use(machine, seed, 50)
        # And it is out of the world with the next order.
        use(machine, 0, 5)
