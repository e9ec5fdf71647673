"""The data sets that are at hand for runs, each loaded once; and the command that loads another one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.refusals import as_dataset_error
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
        self.handlers: dict[type, Callable[[Any], None]] = {LoadData: self._load_data}

    def __contains__(self, choice: DatasetSpec) -> bool:
        return choice in self._datasets

    def of(self, choice: DatasetSpec) -> Dataset:
        """The examples of this choice; loaded, where they are not yet.

        Raises
        ------
        ValueError, OSError
            As `load`.
        """
        if choice not in self._datasets:
            self._datasets[choice] = self._load(choice)
        return self._datasets[choice]

    def anew(self, choice: DatasetSpec) -> Dataset:
        """As `of`; but a user's own files are read again, as they may be others by now."""
        return self._load(choice) if choice.source == "own" else self.of(choice)

    @property
    def standing(self) -> Data:
        """All of them, to be put back as they are now."""
        return dict(self._datasets)

    @standing.setter
    def standing(self, datasets: Data) -> None:
        self._datasets = dict(datasets)

    def add(self, choice: DatasetSpec, dataset: Dataset) -> None:
        """Take these examples for those of the choice."""
        self._datasets[choice] = dataset

    def keep_only(self, choices: Collection[DatasetSpec]) -> None:
        """Let go of all others."""
        self._datasets = {choice: data for choice, data in self._datasets.items() if choice in choices}

    def _known(self, choice: DatasetSpec, own: Dataset) -> Dataset:
        """These examples; where a run is on the same ones already, those, so that both are known to be on the same."""
        there = self._datasets.get(choice)
        return there if there is not None and there.is_same(own) else own

    def _load_data(self, command: LoadData) -> None:
        choice = command.choice
        try:
            dataset = self.of(choice) if command.own is None else self._known(choice, command.own)
        except ValueError as error:
            refusal = as_dataset_error(error)
            self._engine.send(DataRefused(refusal.code, refusal.fields))
            return
        self.add(choice, dataset)
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
