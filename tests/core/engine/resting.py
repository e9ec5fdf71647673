"""An exact loss task alone, beside a training that makes no update: how long it rests, and what it asks of meters."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from core.data.own_set import OwnSet
from core.engine.exact_loss_task import ExactLossTask


class Measured:
    """In place of a meter: it is done at once, and has taken so many seconds."""

    seconds = 1.0

    def __init__(
        self,
        run: int,
        trainer: Any,
        clock: Any,
        is_first: bool,
        work: Any,
        looks: Any,
        layers: Any,
        is_awaited: bool,
        _numbers: Iterator[int],
    ) -> None:
        self.run, self.update = run, trainer.step_count
        self.is_first, self.is_awaited = is_first, is_awaited

    def is_valid_for(self, trainer: Any) -> bool:
        return True

    def is_waiting(self) -> bool:
        return False

    def new_statistics(self) -> Measured:
        return self

    def result(self) -> Measured:
        return self

    def advance(self, seconds: float) -> bool:
        return True

    def measure_own(self, own: OwnSet) -> None:
        assert not len(own)

    def new_own(self) -> None:
        return None


class Resting:
    """An exact loss task beside a training that makes no update between two of its turns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("core.engine.exact_loss_task.ExactLossMeter", Measured)
        self.now = 100.0
        self.reported: list[Measured] = []
        training = SimpleNamespace(trains=True, is_paced=True, slices=0, wants_turn=lambda since: False)
        self.run = SimpleNamespace(number=4, is_returning=False, trainer=SimpleNamespace(step_count=0))
        parts: dict[str, Any] = {"training": training, "send": self.reported.append}
        parts |= {"companions": SimpleNamespace(runs=()), "beside": SimpleNamespace(run=None)}
        parts["examples"] = SimpleNamespace(take=lambda run, meter: None, looks_at=lambda run: False)
        parts["layer_curves"] = SimpleNamespace(take=lambda run, meter: None, begin=lambda run: None)
        parts["own"] = SimpleNamespace(fitting=lambda run: OwnSet())
        engine: Any = SimpleNamespace(shown=self.run, run=lambda _: self.run, **parts)
        self.task = ExactLossTask(lambda: self.now, engine)
        self.task.begin()

    def measure(self) -> None:
        """Begin one, and take it to its end."""
        for _ in range(2):
            assert self.task.seconds_until_due() == 0
            self.task.work(lambda: False)
        assert self.reported[-1].update == self.run.trainer.step_count

    def is_due(self, after_s: float) -> bool:
        """Whether it is time for that of another update, so much later."""
        self.now += after_s
        self.run.trainer.step_count += 1
        return self.task.seconds_until_due() == 0
