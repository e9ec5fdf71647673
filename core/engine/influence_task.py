"""Who taught the network its answer: measured by turns with the training, and proved by training again beside it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.influence import Influence, TracedState
from core.analysis.retraining import Retraining
from core.editing.order_free_checksum import order_free_checksum
from core.engine.history import History
from core.engine.influence_commands import CancelProof, DropInfluence, MeasureInfluence, ProveInfluence
from core.engine.influence_messages import (
    InfluenceMeasured,
    InfluenceProgress,
    InfluenceProof,
    InfluenceRefused,
    Pull,
)
from core.engine.run import Run
from core.engine.scheduler import IsOver
from core.engine.snapshot import Example
from core.nn.network import Network
from core.nn.workload import work_of
from core.read_only import read_only

if TYPE_CHECKING:
    from core.engine.engine import Engine

STATES = 5
"""So many states of a run are looked at, the present one among them: 60,000 digits take 0.2 s."""
MOST_SHOWN = 500
"""So many examples are told of either side."""
SEEDS = 4
# Each network is trained as long as the run, but not longer than so many updates, or multiplications (and at least
# some updates, however large the batches are): 12 trainings of the usual network take about ten seconds.
MOST_UPDATES, LEAST_UPDATES, MOST_PRODUCTS = 20_000, 100, 20_000_000_000
REPORT_EVERY_S = 0.2
PORTION_S = 0.005
# After a portion of a proof the training has so many times as long.
REST = 9.0


class InfluenceTask:
    """Handles the commands; a task of the scheduler. Of several questions only the last one is wanted."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock, self._engine = clock, engine
        # Asked for while an earlier update is on its way, of which it is to be.
        self._waiting: MeasureInfluence | None = None
        self._measuring: _Measuring | None = None
        # What was measured last, with all that proving it takes.
        self._measured: _Measuring | None = None
        self._proof: Retraining | None = None
        self._left_out = self._updates = 0
        self._reported_s = self._due_s = -math.inf
        # How often the training had had its turn after the last portion.
        self._slices = -1
        self.handlers: dict[type, Callable[[Any], None]] = {
            MeasureInfluence: self._measure,
            ProveInfluence: self._prove,
            CancelProof: lambda _: self._cancel(),
            DropInfluence: lambda _: self._drop(),
        }

    # --- a task

    def seconds_until_due(self) -> float:
        """0 where something is left to be done, and the training has had its turn."""
        training = self._engine.training
        if self._waiting is not None:
            return math.inf if self._engine.time.is_on_its_way else 0.0
        if self._measuring is not None:
            return math.inf if training.wants_turn(self._slices) else 0.0
        if self._proof is None:
            return math.inf
        return max(0.0, self._due_s - self._clock()) if training.trains else 0.0

    def work(self, is_over: IsOver) -> None:
        """Go on with what is measured, or else with the proof, and report how far it is a few times a second."""
        if self._waiting is not None:
            self._measure(self._waiting)
        elif self._measuring is not None:
            self._go_on_measuring(self._measuring, is_over)
        elif self._proof is not None:
            self._go_on_proving(self._proof, is_over)

    def fail(self) -> None:
        """Give it up."""
        self.give_up("failed")

    def give_up(self, reason: str) -> None:
        """Nothing more comes of what was asked for, and this is why, as `InfluenceRefused` has it."""
        now = self._waiting or self._measuring or self._measured
        if now is not None:
            self._engine.send(InfluenceRefused(now.ask, reason))
        self._drop()

    # --- measuring

    def _measure(self, command: MeasureInfluence) -> None:
        self._drop()
        if self._engine.time.is_on_its_way:
            self._waiting = command
            return
        run = self._engine.shown
        target = target_of(run, run.sample.current, command.towards)
        if target is None:
            self._engine.send(InfluenceRefused(command.ask, "no_target"))
            return
        history = self._engine.time.history if command.of_run else None
        self._measuring = _Measuring(command.ask, run, target, states_of(run, history))
        self._reported_s = self._clock()

    def _go_on_measuring(self, now: _Measuring, is_over: IsOver) -> None:
        self._slices = self._engine.training.slices
        is_done = now.work.advance()
        while not is_done and not is_over():
            is_done = now.work.advance()
        if is_done:
            self._measuring, self._measured = None, now
            self._engine.send(now.message())
        elif self._clock() >= self._reported_s + REPORT_EVERY_S:
            self._reported_s = self._clock()
            self._engine.send(InfluenceProgress(now.ask, now.work.done, now.work.total))

    # --- proving

    def _prove(self, command: ProveInfluence) -> None:
        self._cancel()
        of = self._measured
        is_there = of is not None and of.ask == command.ask and self._engine.run(of.run.number) is not None
        reason = of.why_not(command.count) if of is not None and is_there else "gone"
        if reason is not None or of is None:
            self._engine.send(InfluenceRefused(command.ask, reason or "gone"))
            return
        self._left_out, self._updates = command.count, updates_of(of.run, of.update)
        trainer = of.run.trainer
        self._proof = Retraining(
            of.network,
            trainer.dataset,
            of.config,
            of.strongest(1)[: command.count],
            self._updates,
            of.example.x,
            of.target,
            SEEDS,
        )
        self._due_s = -math.inf
        self._tell_proof(of.ask)

    def _go_on_proving(self, proof: Retraining, is_over: IsOver) -> None:
        assert self._measured is not None
        began_s = self._clock()
        is_done = proof.advance()
        while not is_done and not is_over() and self._clock() - began_s < PORTION_S:
            is_done = proof.advance()
        now = self._clock()
        self._due_s = now + REST * (now - began_s)
        if is_done or now >= self._reported_s + REPORT_EVERY_S:
            self._tell_proof(self._measured.ask)
        if is_done:
            self._proof = None

    def _tell_proof(self, ask: int) -> None:
        proof = self._proof
        assert proof is not None
        self._reported_s = self._clock()
        losses = read_only(proof.losses.copy())
        self._engine.send(InfluenceProof(ask, self._left_out, self._updates, losses, proof.done, proof.total))

    def _cancel(self) -> None:
        self._proof = None

    def _drop(self) -> None:
        self._cancel()
        self._waiting = self._measuring = self._measured = None


class _Measuring:
    """One measurement with what it is of, as it stood when it was asked for."""

    def __init__(self, ask: int, run: Run, target: Any, states: tuple[TracedState, ...]) -> None:
        trainer = run.trainer
        self.ask, self.run, self.target = ask, run, target
        self.example, self.config, self.update = run.sample.current, trainer.config, trainer.step_count
        self._edits, self._permutations = trainer.edit_count, run.permutations
        self._checksum = order_free_checksum(trainer.network.topology, trainer.network.parameters)
        self._states, self._data = states, trainer.dataset
        self._trace = trainer.trace(self.example.x, target)
        self.work = Influence(
            trainer.network.topology,
            states,
            self.example.x,
            target,
            self._data.X_train,
            self._data.y_train,
            self.config.loss,
        )

    def network(self, number: int) -> Network:
        """The network with which a training of the proof begins: other initial weights, unless they are a file's."""
        origin = self.run.origin
        seed = origin.architecture.seed + 1 + number
        again = replace(origin, architecture=replace(origin.architecture, seed=seed))
        return again.network(self._data.n_in)

    def strongest(self, sign: int) -> NDArray[np.int64]:
        """The rows that pulled towards it, 1, or away from it, -1: the strongest first, of equals the first."""
        signed = sign * self.work.values
        rows = np.flatnonzero((signed > 0) & np.isfinite(signed))
        return np.asarray(rows[np.argsort(-signed[rows], kind="stable")], np.int64)

    def why_not(self, count: int) -> str | None:
        """Why nothing can be trained again without so many, as `InfluenceRefused` has it; None where it can."""
        if self.update == 0:
            return "untrained"
        fits = 0 < count <= len(self.strongest(1)) and 2 * count < len(self._data.y_train)
        if not fits:
            return "too_few"
        return None if self._has_chance() else "no_chance"

    def _has_chance(self) -> bool:
        """Whether trainings with other seeds are others: by their weights, the order in batches, or dropout."""
        size, examples = self.config.batch_size, len(self._data.y_train)
        if self.config.dropout or (size is not None and size < examples):
            return True
        one, other = (self.network(number).parameters for number in range(2))
        return not np.array_equal(one, other)

    def message(self) -> InfluenceMeasured:
        """What was found."""
        says, trace = self._data.is_regression, self._trace
        output = math.nan if says else float(trace.a[-1][self.target])
        return InfluenceMeasured(
            ask=self.ask,
            run=self.run.number,
            update=self.update,
            edit_count=self._edits,
            permutation_count=self._permutations,
            checksum=self._checksum,
            example=replace(self.example, position=None),
            answer=None if says else trace.said,
            target=None if says else self.target,
            output=output,
            loss=math.nan if trace.loss is None else trace.loss,
            updates=np.array([state.update for state in self._states], np.int64),
            rates=np.array([state.rate for state in self._states]),
            towards=self._pull(1),
            away=self._pull(-1),
            examples=len(self.work.values),
        )

    def _pull(self, sign: int) -> Pull:
        rows = self.strongest(sign)
        shown, values, y = rows[:MOST_SHOWN], self.work.values, self._data.y_train
        labels = np.zeros(0) if self._data.is_regression else y[shown]
        wrong = self._data.wrong_labels
        return Pull(
            read_only(shown),
            values[shown],
            labels.astype(np.int64),
            len(rows),
            float(values[rows].sum()),
            np.zeros(0, np.bool_) if wrong is None else wrong[shown],
        )


def target_of(run: Run, example: Example, towards: str) -> Any:
    """What C is of: the class that the run says, or the right one where it is wanted and known, or the target.

    None where there is neither.

    Raises
    ------
    ValueError
        When `towards` is neither "answer" nor "label".
    """
    if towards not in ("answer", "label"):
        raise ValueError(f"towards {towards!r}: choose 'answer' or 'label'")
    if run.trainer.dataset.is_regression:
        return example.target
    if towards == "label" and example.label is not None:
        return example.label
    return run.trainer.trace(example.x).said


def states_of(run: Run, history: History | None) -> tuple[TracedState, ...]:
    """The states of the run to look at, evenly over its updates as far as they are kept; the present one is the last.

    Without a `history` that one alone.
    """
    trainer = run.trainer
    now = TracedState(trainer.step_count, trainer.learning_rate, trainer.network.parameters)
    if history is None:
        return (now,)
    chosen = {}
    for part in range(1, STATES):
        kept = history.nearest(run.number, now.update * part // STATES)
        if kept is not None and kept.update < now.update:
            chosen[kept.update] = kept
    earlier = [
        TracedState(update, state.config.rate_at(update), state.checkpoint.parameters)
        for update, state in sorted(chosen.items())
    ]
    return (*earlier, now)


def updates_of(run: Run, update: int) -> int:
    """How long a network of a proof is trained: as long as the run was, or as long as one can wait for."""
    trainer = run.trainer
    of_one = trainer.batches.batch_size * work_of(trainer.network.topology)
    return min(update, max(LEAST_UPDATES, min(MOST_UPDATES, MOST_PRODUCTS // of_one)))
