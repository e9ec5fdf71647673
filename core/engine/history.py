"""The states of every run that are kept, so that any of its updates is soon had again: one pool of bytes for all.

A run is kept at updates that are multiples of one number, its spacing: never by the clock, so that the same run is
kept at the same updates everywhere. Larger batches have a smaller spacing: to make their updates again takes longer.
Where the pool is full, the run that holds the most of it doubles its spacing, and every other of its states goes. The
first state needs no room, it is the run's origin; the newest is the run itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

import numpy as np
from numpy.typing import NDArray

from core.editing.neuron_permutation import Order
from core.editing.parameter_edits import AppliedEdit
from core.engine.journal import epochs_by
from core.engine.run import Run
from core.nn.network import Network
from core.optim.optimizers import vector_count
from core.training.checkpoint import Checkpoint
from core.training.config import TrainingConfig

HISTORY_BYTES = 256 << 20
# Keeping takes as long as a few updates: where these are of few examples, one in so many is kept.
LARGEST_FIRST_SPACING = 128
# With larger batches an update takes longer, keeping does not.
EXAMPLES_BETWEEN = 4096
# A state's generator, place and settings, beside its arrays.
OVERHEAD_BYTES = 2048
# After so many updates of one run the usual pool is to be full, and not half empty because it was thinned just before.
LONG_RUN = 1_000_000


@dataclass(frozen=True)
class KeptState:
    """A run between two updates, with all that is needed to go on with the same bits.

    Attributes
    ----------
    checkpoint : Checkpoint
    config : TrainingConfig
        The settings in force.
    journal_count : int
        How many entries of the run's journal lay before it.
    first_spacing : int
        The spacing of a run with these batches in a pool that has room.
    edits, orders, permutations
        As `core.engine.run_state.RunState` has them.
    is_anchor : bool
        Whether it stays however far the history is thinned: nothing before it is at hand.
    """

    checkpoint: Checkpoint
    config: TrainingConfig
    journal_count: int
    first_spacing: int
    edits: tuple[tuple[int, AppliedEdit], ...] = ()
    orders: tuple[tuple[int, tuple[Order, ...]], ...] = ()
    permutations: int = 0
    is_anchor: bool = False

    @property
    def update(self) -> int:
        """After how many updates it was kept."""
        return self.checkpoint.step_count

    @property
    def nbytes(self) -> int:
        """What it takes of the pool."""
        arrays = (self.checkpoint.parameters, *self.checkpoint.vectors)
        return OVERHEAD_BYTES + sum(array.nbytes for array in arrays)

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of the checkpoint; taken when it is first asked for, as keeping has to be quick."""
        return self.checkpoint.checksum


Kept = tuple[dict[int, list[KeptState]], dict[int, int], dict[int, int], int]
"""Of each run the states and its factor, how many runs hold each state, and what all of them take."""


def first_spacing(run: Run) -> int:
    """From one kept state to the next, in updates, while there is room.

    At most a power of two that depends on the batches; and doubled again and again it comes to that of a long run.
    """
    for_long_run = ceil(LONG_RUN / max(1, HISTORY_BYTES // _state_bytes(run)))
    most = min(LARGEST_FIRST_SPACING, _power_of_two(ceil(EXAMPLES_BETWEEN / run.trainer.batches.batch_size)))
    return most if for_long_run <= most else ceil(for_long_run / _power_of_two(ceil(for_long_run / most)))


def _state_bytes(run: Run) -> int:
    """What one of its states takes."""
    trainer = run.trainer
    return OVERHEAD_BYTES + trainer.network.parameters.nbytes * (1 + vector_count(trainer.config.optimizer))


def _power_of_two(least: int) -> int:
    """The smallest that is not less."""
    return 1 << (least - 1).bit_length()


def kept_state_of(run: Run) -> KeptState:
    """The run as it stands; a batch that is under way is not begun in it."""
    return KeptState(
        run.trainer.checkpoint(),
        run.trainer.config,
        len(run.journal),
        first_spacing(run),
        run.edits.all,
        tuple(run.orders.items()),
        run.permutations,
    )


def run_from(kept: KeptState | None, run: Run) -> Run:
    """Another run that stands where `run` stood at `kept`; None is its beginning."""
    network = config = None
    if kept is not None:
        # Initial weights would be drawn for nothing.
        topology, parameters = run.trainer.network.topology, kept.checkpoint.parameters
        network, config = Network(topology, parameters.dtype, parameters), kept.config
    again = Run(run.number, run.origin, run.trainer.dataset, run.sample, network, config)
    again.parent, again.branch_update = run.parent, run.branch_update
    if kept is None:
        return again
    again.trainer.restore(kept.checkpoint)
    again.journal = run.journal[: kept.journal_count]
    epochs = epochs_by(run.origin, again.journal, len(run.trainer.dataset.y_train), kept.update)
    again.trainer.batches.given_up = [*epochs.given_up]
    again.edits.restore_edits(kept.edits)
    again.orders = dict(kept.orders)
    again.permutations = kept.permutations
    return again


class History:
    """What is kept of every run.

    Parameters
    ----------
    limit : int
        Bytes that all of it may take.

    Attributes
    ----------
    nbytes : int
        What all of it takes; a state that several runs share counts once.
    change_count : int
        How often anything of it has changed.
    """

    def __init__(self, limit: int = HISTORY_BYTES) -> None:
        self.limit = limit
        self.nbytes = 0
        self.change_count = 0
        self._kept: dict[int, list[KeptState]] = {}
        # How many times each run's spacing was doubled, as a factor.
        self._factor: dict[int, int] = {}
        # How many runs hold a state.
        self._holders: dict[int, int] = {}
        # The count of changes when a run's states changed last.
        self._changed: dict[int, int] = {}

    # --- where

    def spacing(self, run: Run) -> int:
        """From one kept state to the next, in updates."""
        return first_spacing(run) * self._factor.get(run.number, 1)

    def updates_left(self, run: Run) -> int:
        """Updates to the next one that is kept."""
        spacing = self.spacing(run)
        return spacing - run.trainer.step_count % spacing

    # --- what

    def updates(self, run: int) -> NDArray[np.int64]:
        """(k,): after which updates a run was kept, in their order."""
        return np.array([kept.update for kept in self._kept.get(run, ())], np.int64)

    def last_change(self, run: int) -> int:
        """The count of changes when what is kept of this run changed last; 0 where it never did."""
        return self._changed.get(run, 0)

    def states(self, run: int) -> tuple[KeptState, ...]:
        """Everything that is kept of a run, in the order of its updates."""
        return tuple(self._kept.get(run, ()))

    def nearest(self, run: int, update: int) -> KeptState | None:
        """The last state that was kept at or before this update; None where only the beginning is."""
        kept = self._kept.get(run, [])
        index = bisect_right(kept, update, key=lambda state: state.update)
        return kept[index - 1] if index else None

    def recorded(self, run: Run) -> KeptState | None:
        """What was kept where a run stands, with as many changes before it."""
        kept = self.nearest(run.number, run.trainer.step_count)
        is_of = kept is not None and (kept.update, kept.journal_count) == (
            run.trainer.step_count,
            len(run.journal),
        )
        return kept if is_of else None

    def following(self, run: int, update: int) -> KeptState | None:
        """The first state that was kept at or after this update."""
        kept = self._kept.get(run, [])
        index = bisect_left(kept, update, key=lambda state: state.update)
        return kept[index] if index < len(kept) else None

    def has_hole(self, run: Run, update: int) -> bool:
        """Whether states around this update are missing that a run usually has: updates made again there are kept.

        It is so after an engine's end: only the beginning and the newest state are left. A gap is no hole where the
        others are as large, as in a file with every so many states only, or where there is no room for more.
        """
        ends = np.unique(np.array([0, *self.updates(run.number), run.trainer.step_count], np.int64))
        gaps, place = np.diff(ends), int(np.searchsorted(ends, update, side="right")) - 1
        if place >= len(gaps) or 2 * _state_bytes(run) > self.limit:
            return False
        nearest = self.nearest(run.number, update)
        spacing = max(
            first_spacing(run), LARGEST_FIRST_SPACING, 0 if nearest is None else nearest.first_spacing
        )
        others = np.sort(np.delete(gaps, place))
        usual = int(others[(len(others) - 1) // 2]) if len(others) else 0
        return int(gaps[place]) > max(spacing * self._factor.get(run.number, 1), usual)

    @property
    def standing(self) -> Kept:
        """All of it, to be put back as it is now."""
        kept = {run: list(states) for run, states in self._kept.items()}
        return kept, dict(self._factor), dict(self._holders), self.nbytes

    @standing.setter
    def standing(self, kept: Kept) -> None:
        runs = {*self._kept, *kept[0]}
        self._kept, self._factor, self._holders, self.nbytes = kept
        self._note_change(*runs)

    # --- how it changes

    def set_limit(self, limit: int) -> None:
        """All of it may take so many bytes from now on. With more room, what comes is kept as close as in a new run."""
        if limit > self.limit:
            self._factor.clear()
        self.limit = limit
        self.change_count += 1
        self._make_room()

    def note(self, run: Run) -> bool:
        """An update was made: keep the run where this is one to be kept, and say whether it was.

        Where there is no memory for it, the pool is from now on half of what it takes, and the training goes on.
        """
        update = run.trainer.step_count
        if update % self.spacing(run):
            return False
        nearest = self.nearest(run.number, update)
        if nearest is not None and nearest.update == update:
            return False
        try:
            self.keep(run.number, kept_state_of(run))
        except MemoryError:
            self.limit = self.nbytes // 2
            self._make_room()
            return False
        return True

    def keep(self, run: int, kept: KeptState) -> None:
        """Keep this state of a run, and make room for it."""
        self._note_change(run)
        states = self._kept.setdefault(run, [])
        index = bisect_right(states, kept.update, key=lambda state: state.update)
        # Held first: where one of both fails, nothing is let go of that nobody holds.
        self._hold(kept)
        states.insert(index, kept)
        self._make_room()

    def anchor(self, run: Run) -> None:
        """Keep a run for good as it stands: it has come from elsewhere, and nothing of it is kept here."""
        if run.trainer.step_count:
            self.keep(run.number, replace(kept_state_of(run), is_anchor=True))

    def restore(self, run: Run, states: Sequence[KeptState]) -> None:
        """Take states of its past that were kept elsewhere, in the order of their updates; without any, anchor it."""
        self.forget(run.number)
        for kept in states:
            self.keep(run.number, kept)
        if not self.states(run.number):
            self.anchor(run)

    def branch(self, parent: int, run: int, update: int, journal_count: int) -> None:
        """Run `run` has its past up to this update, with so many changes, in common with `parent`."""
        shared = [
            kept
            for kept in self.states(parent)
            if kept.update <= update and kept.journal_count <= journal_count
        ]
        self.forget(run)
        for kept in shared:
            self._hold(kept)
        self._kept[run] = shared
        self._note_change(run)
        self._factor[run] = self._factor.get(parent, 1)

    def forget(self, run: int) -> None:
        """Let go of a run that is gone."""
        for kept in self._kept.pop(run, ()):
            self._release(kept)
        self._factor.pop(run, None)
        self._note_change(run)

    def _note_change(self, *runs: int) -> None:
        self.change_count += 1
        self._changed |= dict.fromkeys(runs, self.change_count)

    def _hold(self, kept: KeptState) -> None:
        holders = self._holders.get(id(kept), 0)
        if not holders:
            self.nbytes += kept.nbytes
        self._holders[id(kept)] = holders + 1

    def _release(self, kept: KeptState) -> None:
        holders = self._holders.pop(id(kept)) - 1
        if holders:
            self._holders[id(kept)] = holders
        else:
            self.nbytes -= kept.nbytes

    def _make_room(self) -> None:
        while self.nbytes > self.limit:
            run = max(self._kept, key=lambda run: sum(kept.nbytes for kept in self._kept[run]))
            if not self._kept[run]:
                return
            self._thin(run)

    def _thin(self, run: int) -> None:
        """Keep every other state only."""
        self._note_change(run)
        states = self._kept[run]
        if len(states) == 1:
            self._release(states.pop())
            return
        factor, stays = self._factor.get(run, 1), states
        while len(stays) == len(states):
            factor *= 2
            stays = [
                kept for kept in states if kept.is_anchor or not kept.update % (kept.first_spacing * factor)
            ]
            if all(kept.is_anchor for kept in states):
                stays = states[1:]
        self._factor[run] = factor
        staying = {id(kept) for kept in stays}
        for kept in states:
            if id(kept) not in staying:
                self._release(kept)
        self._kept[run] = stays
