"""The data sets that are at hand for runs, each loaded once; and the command that loads another one.

A user's own file may have changed each time it is read. What was read then and now are two choices (`content`), so
that each run keeps its own examples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.refusals import DatasetError, as_dataset_error
from core.engine.commands import LoadData
from core.engine.messages import DataLoaded, DataRefused

if TYPE_CHECKING:
    from core.engine.engine import Engine

Data = dict[DatasetSpec, Dataset]


class LoadedData:
    """Data sets by their choice.

    Parameters
    ----------
    engine : Engine
    load : callable
        Gives the examples of a choice, as `DatasetSpec.load` does.
    """

    def __init__(self, engine: Engine, load: Callable[[DatasetSpec], Dataset]) -> None:
        self._engine = engine
        self._load = load
        self._datasets: Data = {}
        # By a choice that does not say which examples it gave: those that were read last.
        self._last: dict[DatasetSpec, DatasetSpec] = {}
        # What was loaded last, until a run is on it.
        self._awaited: DatasetSpec | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {LoadData: self._load_data}

    def __contains__(self, choice: DatasetSpec) -> bool:
        return choice in self._datasets

    def resolved(self, choice: DatasetSpec) -> DatasetSpec:
        """The choice itself; one of own files that doesn't say which examples is that of what was read of them last.

        Raises
        ------
        ValueError, OSError
            As `load`, where nothing was read of them yet.
        """
        last = self._last.get(choice, choice)
        if choice.source != "own" or choice.content:
            return choice
        return last if last in self._datasets else self.add(choice, self._load(choice))

    def of(self, choice: DatasetSpec) -> Dataset:
        """The examples of this choice; loaded, where they are not yet.

        Raises
        ------
        ValueError, OSError
            As `load`; a DatasetError "other_by_now" where a user's own are not those of the choice any more.
        """
        choice = self.resolved(choice)
        if choice not in self._datasets:
            self._datasets[choice] = self._loaded(choice)
        return self._datasets[choice]

    def anew(self, choice: DatasetSpec) -> Dataset:
        """As `of`; but a user's own files are read again, as they may be others by now."""
        return self._loaded(choice) if choice.source == "own" else self.of(choice)

    def begun(self, choice: DatasetSpec) -> None:
        """A run has begun on these examples: nobody waits for them any more."""
        if choice == self._awaited:
            self._awaited = None

    @property
    def standing(self) -> Data:
        """All of them, to be put back as they are now."""
        return dict(self._datasets)

    @standing.setter
    def standing(self, datasets: Data) -> None:
        self._datasets = dict(datasets)

    def add(self, choice: DatasetSpec, dataset: Dataset) -> DatasetSpec:
        """Take these examples for those of the choice. Returns the choice of just these."""
        choice = choice.of(dataset)
        self._datasets[choice] = dataset
        self._last[choice.unread] = choice
        return choice

    def kept(self, choices: Iterable[DatasetSpec]) -> set[DatasetSpec]:
        """These, and what was loaded for a run that is yet to begin."""
        return {*choices, *(() if self._awaited is None else (self._awaited,))}

    def keep_only(self, choices: Iterable[DatasetSpec]) -> None:
        """Let go of all others, but for what was loaded for a run that is yet to begin."""
        kept = self.kept(choices)
        self._datasets = {choice: data for choice, data in self._datasets.items() if choice in kept}
        self._last = {unread: choice for unread, choice in self._last.items() if choice in kept}

    def _loaded(self, choice: DatasetSpec) -> Dataset:
        dataset = self._load(choice)
        if choice.content and choice.unread.of(dataset) != choice:
            raise DatasetError("other_by_now", path=choice.path)
        return dataset

    def _known(self, choice: DatasetSpec, own: Dataset) -> Dataset:
        """These examples; where a run is on the same ones already, those, so that both are known to be on the same."""
        there = self._datasets.get(choice)
        return there if there is not None and there.is_same(own) else own

    def _load_data(self, command: LoadData) -> None:
        choice = command.choice
        try:
            if command.own is None:
                choice = self.resolved(choice)
                dataset = self.of(choice)
            else:
                choice = choice.of(command.own)
                dataset = self._known(choice, command.own)
        except ValueError as error:
            refusal = as_dataset_error(error)
            self._engine.send(DataRefused(refusal.code, refusal.fields))
            return
        self._awaited = self.add(choice, dataset)
        if command.own is not None:
            self._engine.autosave.save_data(choice, dataset)
        self._engine.send(
            DataLoaded(
                choice,
                dataset.n_in,
                len(dataset.y_train),
                len(dataset.y_test),
                len(dataset.class_names),
                dataset.nbytes,
                dataset.blank_count if choice.source == "own" and choice.as_ink else 0,
                dataset.picture,
                int(dataset.constant_inputs.sum()) if choice.source == "own" and not dataset.picture else 0,
            )
        )
