"""Updates of a run that are made again with one thing left out, to see whether they fail without it."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from core.engine.commands import EditParameter, Reconfigure, SwitchEdit
from core.engine.history import KeptState, run_from
from core.engine.journal import JournalEntry
from core.engine.run import Run
from core.training.divergence import DivergenceError
from core.training.trainer import Trainer


@dataclass(frozen=True)
class LeftOut:
    """What is otherwise when updates are made again.

    Attributes
    ----------
    settings : mapping of str to value
        Fields of `TrainingConfig` that have these values in all of the updates, whatever the run had.
    edits_from : int or None
        What was set by hand after so many updates or more is not set; None leaves nothing of it out.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    edits_from: int | None = None

    def leaves_out(self, entry: JournalEntry) -> bool:
        """Whether this change is not made."""
        return is_edit(entry) and self.edits_from is not None and entry.update >= self.edits_from


def is_edit(entry: JournalEntry) -> bool:
    """Whether a parameter was set by hand, or set back."""
    return isinstance(entry.change, EditParameter | SwitchEdit)


class MadeAgain:
    """The same updates of a run again, from the same place each time.

    Parameters
    ----------
    run : Run
        Stays as it is.
    entries : sequence of JournalEntry
        Its changes until then, in their order.
    begun : KeptState or None
        The state they are made from; None is the beginning.
    """

    def __init__(self, run: Run, entries: Sequence[JournalEntry], begun: KeptState | None) -> None:
        self._run, self._begun = run, begun
        self.entries = tuple(entries[begun.journal_count if begun else 0 :])

    def failure(
        self, update: int, without: LeftOut | None = None, in_force: list[Mapping[str, float]] | None = None
    ) -> Generator[None, None, tuple[int, str] | None]:
        """The first update up to this one that fails, and which number; None where all can be made; chunk by chunk.

        Of each update, also the one that fails, `in_force` is given what was in force in it, by fields of
        `TrainingConfig`: the rate as the schedule had it, and the penalties, the decay of weights where the optimizer
        has one.
        """
        without = without or LeftOut()
        again = self._start(without)
        try:
            for entry in self.entries:
                if without.leaves_out(entry):
                    continue
                if isinstance(entry.change, Reconfigure):
                    change = Reconfigure(replace(entry.change.config, **without.settings))
                    entry = replace(entry, change=change)
                yield from _lead_to(again, entry, in_force)
            yield from _make_updates(again, update, in_force)
        except DivergenceError as error:
            return error.update, error.cause
        return None

    def _start(self, without: LeftOut) -> Run:
        run, begun = self._run, self._begun
        if begun is not None:
            return run_from(replace(begun, config=replace(begun.config, **without.settings)), run)
        origin = replace(run.origin, config=replace(run.origin.config, **without.settings))
        return Run(run.number, origin, run.trainer.dataset, run.sample)


def _lead_to(
    run: Run, entry: JournalEntry, in_force: list[Mapping[str, float]] | None
) -> Generator[None, None, None]:
    """To where this change was made, and make it."""
    yield from _make_updates(run, entry.update, in_force)
    if entry.gradient_ready:
        while not run.trainer.accumulate_gradient():
            yield
    run.take(entry.change)


def _make_updates(
    run: Run, update: int, in_force: list[Mapping[str, float]] | None
) -> Generator[None, None, None]:
    """Until so many updates are made."""
    trainer = run.trainer
    while trainer.step_count < update:
        while not trainer.accumulate_gradient():
            yield
        if in_force is not None:
            in_force.append(_in_force(trainer))
        trainer.apply_update()
        yield


def _in_force(trainer: Trainer) -> Mapping[str, float]:
    """In the update whose gradient is complete: penalties that were set since then hold only after it."""
    config, batch = trainer.config, trainer.batch_config
    decay = config.weight_decay if config.optimizer == "adamw" else 0.0
    return {"learning_rate": trainer.learning_rate, "l1": batch.l1, "l2": batch.l2, "weight_decay": decay}
