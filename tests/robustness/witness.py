"""Hears everything an engine says, and holds each number against runs that are made a second time.

What a message says is taken for the update, and after the changes, that it names: θ and gradients have to be the same
bits as those of a `ShadowRun`; sums, outputs, C, δ and L are computed again in float64 from θ and the examples alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss
from core.data.dataset import Dataset
from core.editing.neuron_permutation import flat_order
from core.engine import messages as m
from core.engine.commands import Reconfigure
from core.engine.engine import Engine
from core.engine.journal import JournalEntry
from core.engine.run import Run
from core.engine.snapshot import Example, Snapshot
from core.nn.architecture import Architecture
from core.session.file import read_session
from core.training.config import TrainingConfig
from tests.audit.reference import Reference, Shape
from tests.robustness.shadow_run import Made, ShadowRun, parameter, permutation, settings

# Beyond it sums lose their digits in float32, or are infinite, and nothing can be compared.
LARGEST_THETA = 30.0
# Of float32, over sums of some hundred terms.
NEAR = 2e-4


def check(holds: object, what: str) -> None:
    """Raise AssertionError with these words where it does not hold."""
    if not holds:
        raise AssertionError(what)


def is_same(told: NDArray[Any] | None, made: NDArray[Any]) -> bool:
    """Whether each number is the same; one that single precision can't write has to be none in both."""
    return told is not None and np.array_equal(told, made, equal_nan=True)


class Witness:
    """What has to be so, as far as the messages have come.

    Attributes
    ----------
    runs : dict of int to ShadowRun
    shown : int
        The run on screen.
    files : dict of str to (dict of int to ShadowRun, shown)
        What lies in a file or a folder: the runs as they stood when it was saved.
    begun : dict of int to (architecture, settings, examples)
        Runs that were asked for and have not come yet.
    asked_branches : dict of int to int
        Of branches that were asked for the update that was meant.
    told : Example or None
        Of the last picture of the run on screen.
    opened, refused : int, list of SessionRefused
        How many sessions were opened, and which were not.
    """

    def __init__(self) -> None:
        self.runs: dict[int, ShadowRun] = {}
        self.shown = -1
        self.told: Example | None = None
        # The example of what came beside a picture that is still to come.
        self._awaited: Example | None = None
        # Whether losses of the run on screen came alone, and by now no earlier update is shown.
        self._without_picture = self._is_waiting = False
        self.files: dict[str, tuple[dict[int, ShadowRun], int]] = {}
        self.begun: dict[int, tuple[Architecture, TrainingConfig, Dataset]] = {}
        self.asked_branches: dict[int, int] = {}
        self.running = False
        self.opened = 0
        self.refused: list[m.SessionRefused] = []
        self.engine: Engine
        self._handlers: dict[type, Callable[[Any], None]] = {
            Snapshot: self._on_snapshot,
            ExactLoss: self._on_exact_loss,
            m.RunInfo: self._on_run,
            m.RunBegun: lambda begun: self._note_run(begun.info),
            m.RunReconfigured: lambda changed: self._note_run(changed.info),
            m.TogetherChanged: self._on_together,
            m.LossesAdded: self._on_losses,
            m.BesideShown: self._on_beside,
            m.RunningChanged: self._on_running,
            m.ParameterEdited: self._on_edited,
            m.NeuronsPermuted: self._on_permuted,
            m.GradientComputed: self._on_gradient,
            m.UpdateApplied: self._on_applied,
            m.PastShown: self._on_past,
            m.LiveShown: self._on_live,
            m.HistoryChanged: self._on_history,
            m.JournalMarked: self._on_mark,
            m.Diverged: self._on_diverged,
            m.StoppedEarly: self._on_stopped,
            m.Recovered: self._on_recovered,
            m.SessionSaved: self._on_saved,
            m.SessionOpened: self._on_opened,
            m.SessionRefused: self.refused.append,
            m.EngineFailed: self._on_failed,
            m.KeepingChanged: lambda changed: check(not changed.code, f"nothing is kept: {changed}"),
            m.DigitsMissing: lambda missing: check(False, f"there is nothing to train on: {missing}"),
        }

    def wait_for_session(self) -> None:
        """Something was wrong, and is known: believe what is said until a session is begun."""
        self._is_waiting, self._awaited, self._without_picture = True, None, False

    def hear(self, message: Any) -> None:
        """Hold a message against what has to be so.

        Raises
        ------
        AssertionError
            Where it says something else.
        """
        if isinstance(message, m.SessionOpened) and not message.path:
            self._is_waiting = False
        handler = self._handlers.get(type(message))
        if handler is not None and not self._is_waiting:
            handler(message)

    def look(self) -> None:
        """Hold the engine itself against it, where it stands now."""
        engine = self.engine
        if not engine.runs or self._is_waiting:
            return
        check(self._awaited is None, "another example is shown beside, and in no picture")
        check(not self._without_picture, "the losses of the run on screen come with its pictures")
        check({run.number for run in engine.runs} == set(self.runs), "a run is gone, or nobody asked for it")
        run, shadow = engine.current, self.runs[self.shown]
        check(run.number == self.shown, f"run {run.number} is trained, run {self.shown} is on screen")
        if not run.is_returning:
            shadow.go_to(run.trainer.step_count)
            check(
                run.trainer.checkpoint().checksum == shadow.trainer.checkpoint().checksum,
                f"the state of update {run.trainer.step_count} is not what it was made of",
            )
        check(len(run.journal) == len(shadow.changes), "the journal does not hold every change")
        self._look_at_companions()

    def _look_at_companions(self) -> None:
        engine, shown = self.engine, self.engine.current.trainer
        # The others follow where the one on screen is on its way back from a divergence, or its settings wait.
        is_settled = not (engine.companions.is_behind or engine.current.is_returning)
        for run in engine.companions.runs:
            shadow, trainer = self.runs[run.number], run.trainer
            shadow.go_to(trainer.step_count)
            same = trainer.checkpoint().checksum == shadow.trainer.checkpoint().checksum
            check(same, f"run {run.number}, which is trained with others, is not what it was made of")
            places = [(one.batches.epoch, one.batches.position) for one in (shown, trainer)]
            check(places[0] == places[1] or not is_settled, f"run {run.number} stands at another batch")

    def look_at_history(self) -> None:
        """Hold every state that is kept against it."""
        for number, shadow in self.runs.items():
            last = -1
            for kept in self.engine.time.history.states(number):
                check(kept.update > last, f"update {kept.update} is kept twice")
                last = kept.update
                shadow.go_to(kept.update)
                key = kept.update, kept.checkpoint.edit_count
                same = np.array_equal(kept.checkpoint.parameters, shadow.thetas[key])
                check(same, f"another state is kept of update {kept.update}")

    # --- pictures

    def check_snapshot(
        self, snapshot: Snapshot, is_whole: bool = True, flat: NDArray[np.intp] | None = None
    ) -> None:
        """θ, the example, its trace, and the losses of the last updates are those of that run and update.

        ``flat[i]`` is where parameter i stands in the run itself, where its neurons are told in another order.
        """
        shadow = self._run(snapshot.run)
        shadow.go_to(snapshot.update)
        theta = shadow.thetas.get((snapshot.update, snapshot.edit_count))
        check(theta is not None, f"no update {snapshot.update} with {snapshot.edit_count} changes by hand")
        assert theta is not None
        places = slice(None) if flat is None else flat
        theta = theta[places]
        where = f"run {snapshot.run}, update {snapshot.update}"
        check(np.array_equal(snapshot.parameters, theta), f"{where}: other parameters")
        updates = range(snapshot.update - len(snapshot.losses) + 1, snapshot.update + 1)
        means = np.array([shadow.steps[update].mean for update in updates], np.float32)
        check(is_same(snapshot.losses, means), f"{where}: other losses of its updates")
        self._check_example(snapshot, shadow.dataset)
        self._check_trace(snapshot, shadow, theta)
        step = shadow.steps.get(snapshot.update)
        is_its_own = is_whole and step is not None and step.edit_count == snapshot.edit_count
        if is_its_own and snapshot.change is not None and snapshot.mean_gradient is not None:
            assert step is not None
            check(is_same(snapshot.change, (step.after - step.before)[places]), f"{where}: another change")
            check(is_same(snapshot.mean_gradient, step.gradient[places]), f"{where}: another gradient")

    def _check_example(self, snapshot: Snapshot, data: Dataset) -> None:
        example = snapshot.example
        if example.index is not None:
            X, y = (data.X_train, data.y_train) if example.origin == "train" else (data.X_test, data.y_test)
            is_it = np.array_equal(X[example.index], example.x) and y[example.index] == example.label
            check(is_it, f"other numbers than those of example {example.index}")

    def _check_trace(self, snapshot: Snapshot, shadow: ShadowRun, theta: NDArray[np.float32]) -> None:
        if np.abs(theta).max() > LARGEST_THETA:
            return
        reference = reference_of(shadow, theta)
        trace, label = snapshot.trace, snapshot.example.label
        masks = [mask[None].astype(np.float64) for mask in trace.masks] or None
        target = None if label is None else np.array([label])
        passed = reference.run(snapshot.example.x[None], target, snapshot.loss, masks)
        for layer, (z, a) in enumerate(zip(trace.z, trace.a, strict=True)):
            _check_near(z, passed.z[layer][0], "z")
            _check_near(a, passed.a[layer][0], "a")
        if target is None or passed.losses is None or trace.loss is None:
            check(trace.loss is None, "C of an example without an answer")
            return
        _check_near(trace.loss, passed.losses[0], "C")
        if not reference.is_delicate(passed):
            for delta, expected in zip(trace.delta, passed.delta, strict=True):
                _check_near(delta, expected[0], "δ")

    # --- messages

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        check(snapshot.run == self.shown, f"a picture of run {snapshot.run}, which is not on screen")
        self.check_snapshot(snapshot)
        check(snapshot.edit_count == self.runs[self.shown].edits, "the picture is of before the last change")
        self._note_example(snapshot.example)

    def _note_example(self, example: Example) -> None:
        is_it = self._awaited is None or _is_same_example(self._awaited, example)
        check(is_it, "another example is shown beside")
        self.told, self._awaited = example, None

    def _on_exact_loss(self, exact: ExactLoss) -> None:
        shadow = self._run(exact.run)
        shadow.go_to(exact.update)
        theta = shadow.thetas[exact.update, shadow.edits_at(exact.update)]
        data, large = shadow.dataset, np.abs(theta).max() > LARGEST_THETA
        reference = reference_of(shadow, theta)
        for total, X, y in (
            (exact.train_total, data.X_train, data.y_train),
            (exact.test_total, data.X_test, data.y_test),
        ):
            check(
                large or math.isfinite(total), f"L of update {exact.update} is {total}, and nothing says why"
            )
            if not large:
                losses = reference.run(X, y).losses
                assert losses is not None
                _check_near(total, losses.sum(), "L")

    def _on_live(self, _: m.LiveShown) -> None:
        # An earlier one was shown until now, be it for less than a slice.
        self._without_picture = False

    def _on_run(self, info: m.RunInfo) -> None:
        self._note_run(info)
        self._without_picture &= info.run == self.shown
        self.shown = info.run

    def _note_run(self, info: m.RunInfo) -> None:
        if info.run not in self.runs:
            self.runs[info.run] = self._new_run(info)
        if self.engine.run(info.run) is None:
            # What waited for it has been done as well: a session was opened, and the run is left already.
            return
        run, shadow = self._engine_run(info.run), self.runs[info.run]
        # What waits for the next update is known where that is to come.
        shadow.go_to(info.update)
        entry = run.journal[len(shadow.changes)] if len(run.journal) > len(shadow.changes) else None
        if entry is not None and _is_of(entry, info.config):
            # Every other change has a message of its own.
            check(entry.update == info.update, f"settings of update {info.update} at update {entry.update}")
            shadow.take(settings(info.update, entry.gradient_ready, info.config))
        check(info.config == shadow.trainer.config, f"the settings are said to be {info.config}")
        waits = shadow.trainer.has_waiting_settings
        check(
            info.batches_from == info.update + waits,
            f"run {info.run}, update {info.update}: batches from {info.batches_from}, settings wait: {waits}",
        )

    def _new_run(self, info: m.RunInfo) -> ShadowRun:
        asked = self.asked_branches.pop(info.run, None)
        if asked is None:
            check(info.run in self.begun, f"nobody has asked for run {info.run}")
            return ShadowRun(*self.begun.pop(info.run))
        check(info.parent in self.runs, f"a branch of run {info.parent}, which there is not")
        assert info.parent is not None
        parent = self.engine.run(info.parent)
        live = info.branch_update if parent is None else parent.trainer.step_count
        check(info.branch_update == min(max(0, asked), live), f"a branch at update {info.branch_update}")
        return self.runs[info.parent].branch(info.branch_update)

    def _on_running(self, changed: m.RunningChanged) -> None:
        self.running = changed.running

    def _on_edited(self, edited: m.ParameterEdited) -> None:
        made, shadow = edited.made, self._run(edited.snapshot.run)
        trainer = shadow.trainer
        shadow.go_to(made.update)
        index = made.place.index(trainer.network.topology)
        value = made.after if made.is_on else made.before
        shadow.take(self._made(edited.snapshot.run, made.update, index, value))
        self._on_snapshot(edited.snapshot)

    def _made(self, run: int, update: int, index: int, value: float) -> Made:
        return parameter(update, self._was_ready(run), index, value)

    def _on_permuted(self, permuted: m.NeuronsPermuted) -> None:
        number, update = permuted.snapshot.run, permuted.snapshot.update
        shadow = self._run(number)
        shadow.go_to(update)
        shadow.take(permutation(update, self._was_ready(number), permuted.orders))
        self._on_snapshot(permuted.snapshot)

    def _was_ready(self, number: int) -> bool:
        """Whether the engine had a gradient ready at the next change of its journal."""
        return self._engine_run(number).journal[len(self.runs[number].changes)].gradient_ready

    def _on_gradient(self, computed: m.GradientComputed) -> None:
        shadow = self._run(computed.snapshot.run)
        # The picture is of before the update, with the masks of its batch.
        self.check_snapshot(computed.snapshot, is_whole=False)
        while not shadow.trainer.accumulate_gradient():
            pass
        gradient = shadow.trainer.network.gradients
        check(is_same(computed.mean_gradient, gradient), "another gradient is told")
        self._check_batch_mean(shadow, computed.snapshot, computed.batch_mean, shadow.trainer.batch_rows)

    def _on_applied(self, applied: m.UpdateApplied) -> None:
        self._on_snapshot(applied.snapshot)
        shadow = self._run(applied.snapshot.run)
        step = shadow.steps[applied.snapshot.update]
        check(is_same(applied.change, step.after - step.before), "another change is told")
        self._check_batch_mean(shadow, applied.snapshot, applied.batch_mean, shadow.trainer.batch_rows)

    def _check_batch_mean(
        self, shadow: ShadowRun, snapshot: Snapshot, mean: float, rows: NDArray[np.integer]
    ) -> None:
        theta = shadow.thetas[snapshot.update, snapshot.edit_count]
        if np.abs(theta).max() <= LARGEST_THETA:
            data = shadow.dataset
            losses = reference_of(shadow, theta).run(data.X_train[rows], data.y_train[rows]).losses
            assert losses is not None
            _check_near(mean, losses.mean(), "the batch's mean C")

    def _on_past(self, past: m.PastShown) -> None:
        snapshot, shadow = past.snapshot, self._run(past.run)
        check(past.run == snapshot.run == self.shown, "the past of a run that is not on screen")
        check(past.update <= past.live_update and past.kept_update <= past.update, "a past of the future")
        check(past.is_exact or not past.is_checked, "what is not exact can't be checked")
        named = past.update if past.is_exact else past.kept_update
        check(snapshot.update == named, f"update {snapshot.update} is shown as update {named}")
        if past.is_exact:
            check(
                snapshot.edit_count == shadow.edits_at(named), "a change of that update is not in its picture"
            )
        self.check_snapshot(snapshot)
        self._note_example(snapshot.example)

    def _on_beside(self, shown: m.BesideShown) -> None:
        snapshot, shadow = shown.snapshot, self._run(shown.run)
        check(shown.run == snapshot.run, f"run {snapshot.run} is shown as run {shown.run}")
        check(shown.kept_update <= shown.update <= shown.live_update, "beside is a past of the future")
        check(shown.is_exact or not shown.is_checked, "what is not exact can't be checked")
        named = shown.update if shown.is_exact else shown.kept_update
        check(snapshot.update == named, f"update {snapshot.update} is shown as update {named} beside")
        if shown.is_exact:
            check(snapshot.edit_count == shadow.edits_at(named), "a change is not in the picture beside")
        self.check_snapshot(snapshot, flat=self._places_beside(shown))
        if shadow.dataset is self._run(self.shown).dataset:
            # Another one that was chosen meanwhile is shown in both pictures, or in none yet. What stands beside comes
            # before the picture that it belongs to, and by its end the same slice may have chosen one more.
            allowed = self.engine.shown.sample.current, self.told
            is_there = any(_is_same_example(snapshot.example, example) for example in allowed)
            self._awaited = None if is_there else snapshot.example

    def _places_beside(self, shown: m.BesideShown) -> NDArray[np.intp]:
        """Where each parameter stands in the run itself: its neurons are told in the order that the message names."""
        run, (other, permutations) = self._run(shown.run), shown.order_of
        check(other in (shown.run, self.shown), f"beside in the order of run {other}")
        own, wanted = run.neurons(shown.snapshot.permutation_count), self._run(other).neurons(permutations)
        check([len(one) for one in own] == [len(one) for one in wanted], "the order of another network")
        orders = [np.argsort(before)[now] for before, now in zip(own, wanted, strict=True)]
        return flat_order(run.trainer.network.topology, orders)

    def _on_together(self, changed: m.TogetherChanged) -> None:
        check(set(changed.runs) <= set(self.runs) - {self.shown}, f"{changed.runs} are trained together")
        check(len(set(changed.runs)) == len(changed.runs), "a run is trained twice")

    def _on_losses(self, added: m.LossesAdded) -> None:
        shadow, last = self._run(added.run), added.first + len(added.losses) - 1
        shadow.go_to(last)
        # Those of the run on screen come with its pictures, unless an earlier update was shown when they were sent.
        self._without_picture |= added.run == self.shown and not self.engine.time.is_looking_back
        means = [shadow.steps[update].mean for update in range(added.first, last + 1)]
        check(is_same(added.losses, np.array(means, np.float32)), f"other losses of run {added.run}")

    def _on_history(self, history: m.HistoryChanged) -> None:
        run = self._engine_run(history.run)
        # Those are made again that lie before a divergence.
        live = run.diverged[0] - 1 if run.diverged is not None else run.trainer.step_count
        check((np.diff(history.kept) > 0).all(), "kept updates that do not rise")
        check(not len(history.kept) or history.kept[-1] <= live, "an update is kept that was not made")
        check(history.bytes >= 0, "less than nothing is kept")

    def _on_mark(self, marked: m.JournalMarked) -> None:
        run = self.engine.run(marked.run)
        # What waited for it has been done as well: the run was left and forgotten in the same slice.
        is_there = run is None or 0 <= marked.mark.update <= run.trainer.step_count
        check(is_there, "a mark ahead of it")

    def _on_diverged(self, diverged: m.Diverged) -> None:
        shadow = self._run(diverged.run)
        shadow.go_to(diverged.update - 1)
        cause = shadow.diverges()
        check(cause == diverged.cause, f"diverged by {diverged.cause}, not by {cause!r}")

    def _on_stopped(self, stopped: m.StoppedEarly) -> None:
        named = f"least at {stopped.best}, since {stopped.since}, stopped at {stopped.update}"
        check(0 <= stopped.since <= stopped.best <= stopped.update, named)

    def _on_failed(self, failed: m.EngineFailed) -> None:
        check(False, failed.details)

    # --- files

    def _on_recovered(self, recovered: m.Recovered) -> None:
        self.runs = self._adopted(self.runs, {run.number: run.number for run in self.engine.runs})
        run = self._engine_run(recovered.run)
        check(run.trainer.step_count == recovered.update, f"recovered at {recovered.update}, it is said")
        others = {one.number: one.trainer.step_count for one in self.engine.runs if one is not run}
        check(dict(recovered.others) == others, f"the others recovered at {recovered.others}, it is said")

    def _on_saved(self, saved: m.SessionSaved) -> None:
        run = self.engine.current
        stands = run.number, run.trainer.step_count
        check((saved.run, saved.update) == stands, f"saved at {saved.update}, it is said")
        self.note_file(saved.path)

    def note_file(self, path: str) -> None:
        """All runs lie there, as they stand."""
        runs = {run.number: self._standing(run, self.runs[run.number]) for run in self.engine.runs}
        self.files[path] = runs, self.shown

    def check_file(self, path: str) -> None:
        """What lies in the file is what was saved in it."""
        runs, shown = self.files[path]
        session = read_session(path)
        check(session.shown == shown, "another run is on screen in the file")
        for run in session.runs:
            shadow, state = runs[run.state.number], run.state
            # One that returns from a divergence is on its way.
            if state.diverged is None:
                shadow.go_to(state.checkpoint.step_count)
                same = shadow.trainer.checkpoint().checksum == state.checkpoint.checksum
                check(same, f"run {state.number} is another in the file")

    def _on_opened(self, opened: m.SessionOpened) -> None:
        self.opened += 1
        if not opened.path:
            (info,) = opened.runs
            self.runs = {info.run: ShadowRun(*self.begun.pop(info.run))}
            return
        saved, _ = self.files[opened.path]
        check(set(opened.saved_as) == set(saved), "other runs than were saved")
        numbers = dict(zip(opened.saved_as, (info.run for info in opened.runs), strict=True))
        self.runs = self._adopted(saved, numbers)

    def _adopted(self, saved: dict[int, ShadowRun], numbers: dict[int, int]) -> dict[int, ShadowRun]:
        """The runs that the engine has now under their new numbers; it may stand before where they stood."""
        return {
            number: self._standing(self._engine_run(number), saved[before])
            for before, number in numbers.items()
        }

    def _standing(self, run: Run, shadow: ShadowRun) -> ShadowRun:
        check(len(run.journal) <= len(shadow.changes), "changes have come from nowhere")
        return shadow.up_to(run.trainer.step_count, len(run.journal))

    # --- parts

    def _run(self, number: int) -> ShadowRun:
        check(number in self.runs, f"there is no run {number}")
        return self.runs[number]

    def _engine_run(self, number: int) -> Run:
        found = [run for run in self.engine.runs if run.number == number]
        check(found, f"there is no run {number}")
        return found[0]


def _is_of(entry: JournalEntry, config: TrainingConfig) -> bool:
    """Whether this change has led to these settings; the next one may be in the journal already."""
    if not isinstance(entry.change, Reconfigure):
        return False
    wanted, found = (replace(each, seed=0, schedule_start=0) for each in (entry.change.config, config))
    return wanted == found


def reference_of(shadow: ShadowRun, theta: NDArray[np.float32]) -> Reference:
    """The run's network with these parameters, to be computed in double precision."""
    architecture, _ = shadow.begins_as()
    data = shadow.dataset
    sizes = (data.n_in, *architecture.hidden, data.n_out)
    shape = Shape(sizes, tuple(architecture.activations), architecture.output, architecture.skip)
    return Reference(shape, theta)


def _check_near(value: Any, expected: Any, what: str) -> None:
    scale = 1.0 + float(np.max(np.abs(expected)))
    far = np.max(np.abs(np.asarray(value, np.float64) - expected))
    # NaN is not near to anything. Arrays become words only where they are wanted.
    if not far <= NEAR * scale:
        raise AssertionError(f"{what} is {value}, and {expected} by its parameters")


def _is_same_example(one: Example, other: Example | None) -> bool:
    """Whether they are the same one of a set, or the same drawing; each run has objects of its own for them."""
    if other is None or (one.origin, one.index, one.label) != (other.origin, other.index, other.label):
        return False
    return np.array_equal(one.x, other.x)
