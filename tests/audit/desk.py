"""The real window at a local engine, on a clock that the audit moves by itself, and the truth beside it."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine.commands import Pause, SetRate
from core.engine.engine import Engine
from core.engine.snapshot import Snapshot
from core.training.trainer import Trainer
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.network.painting.composed_frame import ComposedFrame
from gui.network.view import NetworkView
from tests.audit.ledger import Ledger, State
from tests.audit.reference import Passed, Reference, Shape
from tests.gui import local_engine

# Digits to learn from, and to test with: few, so that a thousand states can be computed again.
TRAIN, TEST = 600, 240
PATIENCE_S = 20.0
# A pen that moves, or a hand that says what is meant, is at most so many drawings ahead of the network's answer.
DRAWINGS = 4
# With larger parameters an output, or the square of one, may be no float32 any more: the app says so.
LARGEST_THETA = 1e3


@cache
def small_dataset(choice: DatasetSpec) -> Dataset:
    """What the choice means, with no more than some hundred digits."""
    if choice.source == "digits":
        choice = replace(choice, count=min(choice.count or TRAIN, TRAIN))
    data = choice.load()
    return replace(data, X_test=data.X_test[:TEST], y_test=data.y_test[:TEST])


class Clock:
    """Stands in for `time.perf_counter` everywhere in the app: real time, and what the audit adds to it."""

    def __init__(self) -> None:
        self.ahead_s = 0.0
        self._replaced: list[Any] = []

    def __call__(self) -> float:
        return time.perf_counter() + self.ahead_s

    def install(self) -> None:
        """Take the place of every name that means `perf_counter`."""
        for name, module in list(sys.modules.items()):
            is_ours = name.startswith(("core.", "gui.", "tests.gui."))
            if is_ours and getattr(module, "perf_counter", None) is time.perf_counter:
                module.perf_counter = self  # type: ignore[attr-defined]
                self._replaced.append(module)

    def remove(self) -> None:
        """Put the real clock back."""
        for module in self._replaced:
            module.perf_counter = time.perf_counter


class Desk:
    """The window, its engine, and the ledger of all its states.

    Use it as a context: it puts back what it has replaced.
    """

    def __init__(self, size: tuple[int, int] = (1280, 800)) -> None:
        self.clock, self.ledger = Clock(), Ledger()
        self._load = local_engine.load_once
        self._size = size

    def __enter__(self) -> Desk:
        self.clock.install()
        local_engine.load_once = small_dataset  # type: ignore[assignment]
        self.ledger.install()
        client = local_engine.local_engine()
        self.window = MainWindow(Settings.in_memory(), engine=client)
        self.engine: Engine = local_engine.engine_of(self.window)
        self.ledger.number_of = self._number_of
        self.window.resize(*self._size)
        self.window.show()
        # What was drawn and what it was meant to be, the newest last.
        self.drawings: deque[tuple[NDArray[Any] | None, int | None]] = deque([(None, None)], maxlen=DRAWINGS)
        panel = self.window.draw_panel
        panel.ink_changed.connect(self._note_ink)
        panel.intended_label_row.intended_label_changed.connect(self._note_intended_label)
        self.failures: list[str] = []
        self.window.composition.engine.failed.connect(self.failures.append)
        self.wait_until(lambda: self.network.displayed is not None, "the first snapshot")
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
        self.ledger.remove()
        local_engine.load_once = self._load  # type: ignore[assignment]
        self.clock.remove()

    # --- what there is

    @property
    def composition(self) -> Any:
        return self.window.composition

    @property
    def network(self) -> Any:
        return self.window.composition.network

    @property
    def view(self) -> NetworkView:
        return self.window.network_view

    @property
    def frame(self) -> ComposedFrame:
        return self.view._composed_frame

    @property
    def trainer(self) -> Trainer:
        return self.engine.current.trainer

    @property
    def displayed(self) -> Snapshot:
        snapshot: Snapshot = self.network.displayed
        return snapshot

    def _number_of(self, trainer: Trainer) -> int | None:
        runs = self.engine._runs.items()
        return next((number for number, run in runs if run.trainer is trainer), None)

    def _note_ink(self, ink: NDArray[Any] | None) -> None:
        self.drawings.append((ink, self.composition.digits.intended_label))

    def _note_intended_label(self, label: int | None) -> None:
        self.drawings.append((self.drawings[-1][0], label))

    # --- time

    def turn(self, times: int = 1) -> None:
        """Let the event loop go round, and write down where the training stands."""
        for _ in range(times):
            QCoreApplication.processEvents()
            if self.engine._runs:
                self.ledger.note(self.trainer)

    def pass_time(self, seconds: float, frame_s: float = 0.05) -> None:
        """Let so much time pass, a frame after the other; most of it only for the app."""
        while seconds > 0:
            self.clock.ahead_s += min(seconds, frame_s)
            seconds -= frame_s
            until = time.perf_counter() + 0.018
            while time.perf_counter() < until:
                self.turn()

    def let_edges_be_drawn(self) -> None:
        """Let the event loop go round until no picture of the edges is under way, for a second at most.

        A second of this process, however much of it others take.
        """
        until = time.process_time() + 1.0
        while self.view.has_work() and time.process_time() < until:
            self.turn()

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        until = time.perf_counter() + PATIENCE_S
        while not is_so():
            self.turn()
            if time.perf_counter() > until:
                raise TimeoutError(f"waited {PATIENCE_S} s for {what}")

    def rest(self) -> None:
        """Pause, and wait until nothing is under way any more."""
        self.composition.engine.send(Pause())
        self.pass_time(0.1)
        if self.network.is_in_walkthrough:
            # It is finished: what stays on screen must be true as well.
            self.network.player.start()
            self._pass_until(lambda: not self.network.is_in_walkthrough, "the walkthrough's end")
        for _ in range(2):
            self._pass_until(self._is_quiet_or_goes_on, "rest")
            self.pass_time(0.3, 0.15)
        self._pass_until(self._is_quiet_or_goes_on, "rest")
        self.view.repaint()

    def _pass_until(self, is_so: Callable[[], bool], what: str) -> None:
        until = time.perf_counter() + PATIENCE_S
        while not is_so():
            self.pass_time(0.1, 0.1)
            if time.perf_counter() > until:
                raise TimeoutError(f"waited {PATIENCE_S} s for {what}: {self._state()}")

    def _state(self) -> dict[str, object]:
        """What may still be under way."""
        engine, network, session = self.engine, self.network, self.composition
        return {
            "running": engine.training.running,
            "due": engine.seconds_until_due(),
            "timeline": network._timeline,
            "needs paint": network._needs_paint,
            "unacknowledged": network.flow._unacknowledged,
            "in flight": engine.snapshots.in_flight,
            "changed": engine.snapshots.is_owed,
            "edit waits": session.edits._waiting,
            "newer": network.latest is not network.displayed,
            "clock": session.clock.is_running,
            "work": self.view.has_work(),
            "reordering": self.view.is_reordering,
            "updates": (network.displayed.update, self.trainer.step_count, network.weights.update),
            "walkthrough": network.is_in_walkthrough,
        }

    def _is_quiet_or_goes_on(self) -> bool:
        """Whether all is quiet. A walkthrough whose gradient came after the pause is held, and goes on."""
        if self.network.is_in_walkthrough and not self.composition.clock.is_running:
            self.network.player.start()
        return self._is_quiet()

    def _is_quiet(self) -> bool:
        engine, network, session = self.engine, self.network, self.composition
        shown = network.displayed
        works = engine.training.running or engine.seconds_until_due() == 0
        moves = network._timeline or network._needs_paint or network.flow._unacknowledged
        waits = session.edits._waiting is not None or network.latest is not network.displayed
        works = works or session.clock.is_running or self.view.has_work() or self.view.is_reordering
        same = shown is not None and shown.run == engine.number
        same = same and shown.update == self.trainer.step_count == network.weights.update
        has_one_look = self.window.updatesEnabled() and self.window.language_turns.is_done
        return not (works or moves or waits) and same and has_one_look

    def set_rate(self, updates_per_second: float) -> None:
        self.composition.engine.send(SetRate(updates_per_second))

    # --- the truth

    def shape(self, number: int) -> Shape:
        """The form of a run's network, by what was asked for."""
        run = self.engine._runs[number]
        architecture, data = run.origin.architecture, run.trainer.dataset
        sizes = (data.n_in, *architecture.hidden, data.n_out)
        return Shape(sizes, tuple(architecture.activations), architecture.output, architecture.skip)

    def state_of(self, snapshot: Snapshot) -> State | None:
        """The state that a snapshot says it is of."""
        return self.ledger.states.get((snapshot.run, snapshot.update, snapshot.edit_count))

    def dataset_of(self, run: int) -> Dataset:
        return self.engine._runs[run].trainer.dataset

    def input_of(self, snapshot: Snapshot, at_rest: bool) -> NDArray[Any] | None:
        """(n_in,): the example that the snapshot names, from the data itself; None of one that is not at hand.

        Of a drawing it is the newest ink; in motion one of the newest, for the pen does not wait for the answer.
        """
        example, data = snapshot.example, self.dataset_of(snapshot.run)
        if example.origin == "drawing":
            inks = [np.asarray(ink).ravel() for ink, _ in self.drawings if ink is not None]
            answered = [ink for ink in inks if np.array_equal(ink, example.x)]
            return (answered or inks[-1:] or [None])[-1] if not at_rest else (inks or [None])[-1]
        if example.origin == "own":
            own = self.engine.own.own.of_numbers(np.array([example.index]))
            return own.pixels[0] if len(own) else None
        rows = data.X_train if example.origin == "train" else data.X_test
        assert example.index is not None
        return rows[example.index]

    def target_of(self, snapshot: Snapshot, at_rest: bool) -> NDArray[Any] | None:
        """(1,) class or (1, n_out) numbers; None where no right answer is known.

        Of a drawing it is what is said now; in motion what was said of this ink may still be on screen, as the canvas
        does not wait for the picture.
        """
        example, data = snapshot.example, self.dataset_of(snapshot.run)
        if example.origin == "drawing":
            intended = self.composition.digits.intended_label
            if not at_rest:
                of_ink = [(ink, label) for ink, label in self.drawings if ink is not None]
                said = [label for ink, label in of_ink if np.array_equal(np.ravel(ink), example.x)]
                intended = example.label if example.label in said else intended
            return None if intended is None else np.array([intended])
        if example.origin == "own":
            own = self.engine.own.own.of_numbers(np.array([example.index]))
            return np.array([data.class_names.index(own.names[int(i)]) for i in own.labels])
        targets = data.y_train if example.origin == "train" else data.y_test
        return targets[example.index : example.index + 1]  # type: ignore[misc,operator]

    def is_shuffled(self, snapshot: Snapshot) -> bool:
        """Whether the label of the training example is another one than it was before labels changed places."""
        example, choice = snapshot.example, self.engine._runs[snapshot.run].origin.choice
        if example.origin != "train" or not choice.shuffled_labels:
            return False
        right = small_dataset(replace(choice, shuffled_labels=0.0)).y_train
        return bool(right[example.index] != example.label)

    def truth_of(self, snapshot: Snapshot, at_rest: bool) -> tuple[Reference, Passed] | None:
        """The network of the snapshot's state and what its example makes of it; None where the ledger has none.

        None, too, of parameters that a training has made so large that single precision may not hold what they make.
        """
        state, x = self.state_of(snapshot), self.input_of(snapshot, at_rest)
        if state is None or x is None or is_too_large(state.theta):
            return None
        reference = Reference(self.shape(snapshot.run), state.theta)
        # Which neurons dropout has silenced is chance, and can't be computed again.
        masks = [mask[None].astype(np.float64) for mask in snapshot.trace.masks] or None
        return reference, reference.run(x[None], self.target_of(snapshot, at_rest), snapshot.loss, masks)

    def mean_gradient(self, run: int, update: int, edits: int | None = None) -> NDArray[np.float64] | None:
        """What led from the update before to this one: the batch's mean with penalties; None where it is not known.

        After a change by hand the neurons may have other numbers, so only that with as many `edits` holds.
        """
        for state in self.ledger.of(run, update, edits):
            if state.rows is None or state.before is None or state.config is None:
                continue
            return self._gradient_over(run, state.before, state.rows, state.config)
        return None

    def gradient_under_way(self, run: int) -> NDArray[np.float64] | None:
        """The mean gradient of the batch that waits for its update."""
        trainer = self.engine._runs[run].trainer
        config = trainer.batch_config
        return self._gradient_over(run, trainer.network.parameters, trainer.batch_rows, config)

    def _gradient_over(
        self, run: int, theta: NDArray[np.float32], rows: NDArray[np.int64], config: Any
    ) -> NDArray[np.float64] | None:
        if config.dropout:
            return None
        data, reference = self.dataset_of(run), Reference(self.shape(run), theta)
        passed = reference.run(data.X_train[rows], data.y_train[rows], config.loss)
        gradient = reference.gradient(passed) + reference.penalty_gradient(config.l1, config.l2)
        return None if reference.is_delicate(passed) else gradient

    def whole(self, run: int, theta: NDArray[np.float32], split: str) -> tuple[float, float, int]:
        """(L, accuracy, examples) of a set."""
        data, trainer = self.dataset_of(run), self.engine._runs[run].trainer
        X, y = (data.X_train, data.y_train) if split == "train" else (data.X_test, data.y_test)
        passed = Reference(self.shape(run), theta).run(X, y, trainer.config.loss)
        assert passed.losses is not None
        z = passed.z[-1]
        is_alone = np.sum(z == z.max(axis=1, keepdims=True), axis=1) == 1
        right = np.nan if y.ndim == 2 else float(np.mean((z.argmax(axis=1) == y) & is_alone))
        return float(passed.losses.sum()), right, len(y)


def is_too_large(theta: NDArray[np.floating]) -> bool:
    """Whether single precision may not hold what these parameters make, so that nothing can be compared."""
    return bool(np.abs(theta).max(initial=0) > LARGEST_THETA)
