"""A user at the engine who does anything, in any order, from a seed."""

from __future__ import annotations

import random
from dataclasses import replace

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.nn.architecture import Architecture
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver

SETTINGS: dict[str, list[object]] = {
    "optimizer": ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"],
    "learning_rate": [0.0003, 0.01, 0.1],
    "batch_size": [1, 3, 8, 20, 31, 50, None],
    "schedule": ["constant", "step", "cosine"],
    "schedule_period": [3, 40],
    "schedule_factor": [0.3, 1.0],
    "warm_up": [0, 7],
    "clip_norm": [0.0, 0.02, 5.0],
    "dropout": [0.0, 0.3, 0.8],
    "l1": [0.0, 0.001],
    "l2": [0.0, 0.01],
    "weight_decay": [0.0, 0.1],
    "loss": ["cross_entropy", "squared_error"],
    "patience": [0, 2],
    "seed": [3, 4],
}


class Learner:
    """Does anything that a user may do, in any order, also in the middle of what takes several slices."""

    def __init__(self, seed: int, architecture: Architecture) -> None:
        self._random = random.Random(seed)
        # Each slice is one piece of a batch.
        self.driver = Driver(architecture, CONFIG, tick_s=0.006)
        self._ids = 0
        self._runs = 0
        # What the run was after so many updates, and how many changes were made by then.
        self.seen: dict[int, tuple[str, int]] = {}

    def act(self) -> None:
        """One thing more."""
        action = self._random.choice(
            [
                self._train,
                self._train,
                self._half,
                self._half,
                self._reconfigure,
                self._reconfigure,
                self._edit,
            ]
            + [self._change_edit, self._sort, self._change_sorting, self._leave, self._wait]
        )
        action()
        run = self.driver.engine.current
        self.seen[run.trainer.step_count] = run.trainer.checkpoint().checksum, len(run.journal)

    def _wait(self) -> None:
        self.driver.rest()

    def _train(self) -> None:
        self.driver.train(self._random.choice([1, 2, 3, 11]))

    def _half(self) -> None:
        self.driver.send(self._random.choice([c.ComputeGradient(), c.ComputeGradient(), c.ApplyUpdate()]))
        # What comes next may come between two pieces.
        self.driver.work(self._random.choice([0, 1, 2, 30]))

    def _reconfigure(self) -> None:
        names = self._random.sample(sorted(SETTINGS), self._random.choice([1, 1, 2, 5]))
        edit_count = {name: self._random.choice(SETTINGS[name]) for name in names}
        self.driver.send(c.Reconfigure(replace(self.driver.trainer.config, **edit_count)))  # type: ignore[arg-type]

    def _edit(self) -> None:
        sizes = self.driver.trainer.network.sizes
        layer = self._random.randrange(len(sizes) - 1)
        source = self._random.choice([None, self._random.randrange(sizes[layer])])
        place = ParameterLocation(layer, self._random.randrange(sizes[layer + 1]), source)
        try:
            place.index(self.driver.trainer.network.topology)
        except IndexError:
            # A window does not reach so far, or a pool has no parameters: nobody can point at it.
            return
        self._ids += self._random.choice([0, 1])
        value, permutations = self._random.uniform(-2, 2), self.driver.engine.current.permutations
        self.driver.send(c.EditParameter(self.driver.engine.number, self._ids, place, value, permutations))

    def _change_edit(self) -> None:
        is_on = self._random.choice([False, True])
        self.driver.send(
            c.SwitchEdit(self.driver.engine.number, self._random.randrange(self._ids + 1), is_on)
        )

    def _sort(self) -> None:
        self._ids += 1
        self.driver.send(c.SortNeurons(self.driver.engine.number, self._ids))
        self.driver.work(self._random.choice([1, 30]))

    def _change_sorting(self) -> None:
        orders = self.driver.engine.current.orders
        if orders:
            is_on = self._random.choice([False, True])
            edit_id = self._random.choice(list(orders))
            self.driver.send(c.SwitchSorting(self.driver.engine.number, edit_id, is_on))

    def _leave(self) -> None:
        number = self.driver.engine.number
        self._runs += 1
        self.driver.send(c.BeginRun(self._runs, ARCHITECTURE, CONFIG), c.Train(2))
        self.driver.work(self._random.choice([1, 10]))
        self.driver.send(c.ReturnToRun(number))
