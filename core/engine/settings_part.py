"""Which setting had a part in a divergence, found by trying: the rate in force, an earlier one, or a penalty."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from typing import Any

from core.engine.commands import Reconfigure
from core.engine.divergence_cause import LEAST_RATE, REMEMBERED
from core.engine.history import History, KeptState
from core.engine.made_again import fails_with
from core.engine.run import Run
from core.training.config import TrainingConfig

# What takes more updates than so many is not tried: somebody waits for the answer.
MAX_UPDATES = 1024
# Fields of `TrainingConfig` that pull weights towards 0 and, where they are too large, beyond it; tried in this order.
PENALTIES = (("l2",), ("l1",), ("weight_decay",), ("l1", "l2"))


class SettingsTrial:
    """Looks for the setting that is to be blamed for a divergence in which the learning rate had a part.

    Parameters
    ----------
    run : Run
        Stands right before its divergence, and stays as it is. What is set after this was made does not count.
    history : History
        What is kept of its past.
    """

    def __init__(self, run: Run, history: History) -> None:
        assert run.diverged is not None
        self._run, self._history = run, history
        self._update = run.diverged[0]
        self._entries, self._last = tuple(run.journal), run.trainer.config
        self._used = self._settings_of_updates()

    @property
    def is_needed(self) -> bool:
        """Whether there was another rate, or a penalty."""
        return bool(self._other_rates or any(self._penalties()))

    def part(self, culprit: str) -> Generator[None, None, tuple[str, float]]:
        """Which setting is to be blamed; chunk by chunk.

        Parameters
        ----------
        culprit : str
            What is to be blamed where nothing else is found: "rate", or what `core.engine.earlier_edits` has found.

        Returns
        -------
        culprit : str
            "earlier_rate": since the rate was changed last it fails at any, or with that last rate all along, lower
            than those before, it does not. "l1", "l2", "weight_decay" or "l1_l2": without that it goes on, for as
            many updates more as were made again. "unknown": none of these is found, and it may be one of them, for
            what would show it takes too many updates, or it may be two rates together. Else `culprit`.
        rate : float
            The learning rate in force, with "earlier_rate" the largest of the earlier ones.
        """
        rate = self._last.learning_rate
        if others := self._other_rates:
            found = yield from self._of_rates()
            if found == "earlier_rate":
                return found, max(others)
            culprit = found or culprit
        begun = self._first_near()
        more = max(REMEMBERED, self._update - (begun.update if begun else 0))
        for names in self._penalties():
            without = _with(**dict.fromkeys(names, 0.0))
            if not (yield from fails_with(self._run, self._entries, without, self._update + more, begun)):
                return "_".join(names), rate
            if begun is not None and self._may_lengthen(names):
                # It may have done so before.
                culprit = "unknown"
        return culprit, rate

    def _settings_of_updates(self) -> list[TrainingConfig]:
        """The settings that updates were made with, in their order; the last are those of the one that failed."""
        used = [(0, self._run.origin.config)]
        for entry in self._entries:
            if isinstance(entry.change, Reconfigure):
                if used[-1][0] == entry.update:
                    # Nothing was made with those before.
                    used.pop()
                used.append((entry.update, entry.change.config))
        return [*(config for _, config in used[:-1]), self._last]

    @property
    def _other_rates(self) -> list[float]:
        rate = self._last.learning_rate
        return [config.learning_rate for config in self._used if config.learning_rate != rate]

    def _penalties(self) -> list[tuple[str, ...]]:
        return [names for names in PENALTIES if all(any(map(_has(name), self._used)) for name in names)]

    def _may_lengthen(self, names: tuple[str, ...]) -> bool:
        """Whether it can make a weight longer: w - η λ w is shorter than w as long as η λ is at most 1."""
        return any(
            config.learning_rate * getattr(config, name) > 1 for config in self._used for name in names
        )

    def _first_near(self) -> KeptState | None:
        """The earliest state since which so few updates were made that they can be made again; None is the beginning.

        Where none is kept so near, the nearest.
        """
        states = self._history.states(self._run.number)
        if self._update <= MAX_UPDATES or not states:
            return None
        return next((kept for kept in states if kept.update > self._update - MAX_UPDATES), states[-1])

    def _of_rates(self) -> Generator[None, None, str]:
        """What is found where there were several: "earlier_rate", "unknown", or "" where the last one alone fails."""
        run, last, update = self._run, self._last, self._update
        is_lower = max(self._other_rates) > last.learning_rate
        is_near = update <= MAX_UPDATES
        index = self._last_change()
        states = [kept for kept in self._history.states(run.number) if kept.journal_count <= index]
        begun = states[-1] if states else None
        if is_near or (begun is not None and begun.update > update - MAX_UPDATES):
            still = _with(learning_rate=LEAST_RATE)
            if (yield from fails_with(run, self._entries, still, update, begun, index)):
                return "earlier_rate"
        if is_near:
            fields = ("learning_rate", "schedule", "schedule_period", "schedule_factor", "warm_up")
            alone = _with(schedule_start=0, **{name: getattr(last, name) for name in fields})
            if (yield from fails_with(run, self._entries, alone, update + REMEMBERED)):
                return ""
            return "earlier_rate" if is_lower else "unknown"
        return "unknown" if is_lower else ""

    def _last_change(self) -> int:
        """Which entry of the journal has set the last rate."""
        rate, last = self._run.origin.config.learning_rate, 0
        for index, entry in enumerate(self._entries):
            if isinstance(entry.change, Reconfigure) and entry.change.config.learning_rate != rate:
                rate, last = entry.change.config.learning_rate, index
        return last


def _with(**fields: Any) -> Callable[[TrainingConfig], TrainingConfig]:
    """What makes settings others in these fields."""
    return lambda config: replace(config, **fields)


def _has(name: str) -> Callable[[TrainingConfig], bool]:
    """Whether settings have this penalty: the decay is AdamW's own."""
    return lambda config: (
        bool(getattr(config, name)) and (name != "weight_decay" or config.optimizer == "adamw")
    )
