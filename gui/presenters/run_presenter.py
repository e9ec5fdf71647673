"""Runs: which network is trained, how, and how one gets back to the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.engine.commands import BeginRun, BranchRun, ForgetRun, Reconfigure, ReconfigureSeveral, ReturnToRun
from core.engine.messages import DataLoaded, Diverged, RunInfo, StoppedEarly
from core.engine.snapshot import Snapshot
from core.exchange.opened_weights import OpenedWeights
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from gui.app.message_bar import MessageAction, MessageBar
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.engine.client import EngineClient
from gui.loss.loss_panel import LossPanel
from gui.optimizer.optimizer_panel import GRADIENT_DESCENT, OptimizerPanel
from gui.optimizer.usual_settings import DEFAULT_BATCH, DEFAULT_RATE, LECTURE, suited_settings
from gui.presenters.kept_runs import KeptRuns
from gui.presenters.run_suitability import suited_to
from gui.presenters.run_words import (
    rewinding_helps,
    what_all_have,
    what_branched,
    what_came_along,
    what_is_new,
    what_is_set,
    what_was_opened,
    what_was_read,
    why_it_diverged,
    why_it_stopped_early,
)
from gui.presenters.runs_aside import reconfiguring
from gui.widgets.translated import Words, text_of
from gui.widgets.undoable import Undoable


class RunPresenter(QObject):
    """One concern: beginning runs, changing their settings, and undoing that."""

    run_forgotten = Signal(int)
    run_returned = Signal(int)
    """The window goes back to this run, as it was left."""

    def __init__(
        self,
        function_set: ArchitecturePanel,
        goodness: LossPanel,
        best_function: OptimizerPanel,
        messages: MessageBar,
        engine: EngineClient,
        undo_stack: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._function_set, self._goodness, self._best_function = function_set, goodness, best_function
        self._messages, self._engine, self._undo_stack = messages, engine, undo_stack
        self.info: RunInfo | None = None
        """The run on screen, with what is wished for it; None until the digits are loaded."""
        self._shown: RunInfo | None = None
        self.kept = KeptRuns(undo_stack, self._forget)
        # The update that is looked back at, and the settings that were in force then; None at the present.
        self._moment: tuple[int, TrainingConfig] | None = None
        self._update, self._warned_run, self._running = 0, 0, False
        self._warning: Words = ""
        self._pause: Words = ""  # it says that Space goes on
        self.set_alike: Callable[[int], tuple[int, ...]] = lambda run: (run,)
        """Gives the runs that settings are changed of together with those of one: itself, and who races with it."""

    def set_running(self, running: bool) -> None:
        """Whether the training runs: that it is paused, by another network or early, is said until it runs again."""
        self._running = running
        if running:
            self._messages.withdraw(self._pause)

    def show_run(self, info: RunInfo) -> None:
        """The engine has entered this run or taken these settings."""
        if info.run != self._warned_run:
            self._messages.withdraw(self._warning)
        if not self._engine.awaits_run:
            # Else it answers an earlier wish: what is changed next must start from the newest.
            self.info = info
            self.kept.note(info)
        self.kept.show(info)
        is_same = self._shown is not None and info.run == self._shown.run
        self._show(replace(info, config=self._moment[1]) if self._moment and is_same else info)

    def _show(self, info: RunInfo) -> None:
        self._shown = info
        what_it_has = info.sizes, info.parameter_count, info.config.dropout
        self._function_set.show_architecture(
            info.architecture, *what_it_has, info.weights_name, info.data.picture
        )
        self._goodness.show_run(info)
        self._best_function.show_settings(info.config, info.train_count)

    def show_moment(self, update: int | None, config: TrainingConfig) -> None:
        """Look back at this update, when these settings were in force; None for the present."""
        self._moment = None if update is None else (update, config)
        self._show_rate()
        # Where another run is awaited, its own settings come with it.
        if self._shown is not None and self._shown.config != config and not self._engine.awaits_run:
            self._show(replace(self._shown, config=config))

    def branch(
        self, update: int, config: TrainingConfig, new_config: TrainingConfig | None = None
    ) -> int | None:
        """Begin a run as the one on screen stood after `update` updates, set to `config` or at once to another.

        Returns its number. The run that it branches from stays, and Undo leads back to it.
        """
        info = self.info
        if info is None:
            return None
        begun = replace(info, config=new_config or config, parent=info.run, branch_update=update)
        number = self.kept.next_number
        make = BranchRun(number, update, new_config)
        self._push_run(begun, make, lambda: self.tr("Branch"), lambda: what_branched(update))
        return number

    def go_to_run(self, run: int) -> None:
        """Show another run, as it was left; a step of undo, as all that follows is done to that run."""
        info = self.info
        if info is None or run == info.run or run not in self.kept:
            return
        self.kept.note(info)
        make, revert = ReturnToRun(run), ReturnToRun(info.run)
        step = Undoable(lambda: self.tr("Show another run"), self.issue, make, revert, runs=(info.run, run))
        self._undo_stack.push(step)
        self.kept.forget_unreachable(self.info)

    def return_to(self, run: int) -> None:
        """Show another run, as it was left, as a part of a step of undo."""
        if self.info is not None and run in self.kept:
            self.kept.note(self.info)
            self.issue(ReturnToRun(run))

    def take_session(self, infos: Sequence[RunInfo]) -> None:
        """Other runs take the place of all before; no undo leads back to those, nor any to free one of these."""
        self._messages.withdraw(self._warning)
        self._undo_stack.clear()
        for run in self.kept.replace_all(infos):
            self.run_forgotten.emit(run)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """So many updates are made."""
        self._update = snapshot.update
        self._show_rate()

    def _show_rate(self) -> None:
        """Show the rate of the moment whose settings are shown: looking back, not that of the newest update."""
        self._best_function.show_update(self._moment[0] if self._moment else self._update)

    def show_edited(self) -> None:
        """A parameter was set by hand: what was the matter was with other weights, and the run may go on."""
        self._messages.withdraw(self._warning)

    def begin_on(self, data: DataLoaded) -> None:
        """Begin anew on other examples; layers, outputs and loss are made to suit them."""
        info = self.info
        if info is None:
            return
        architecture, loss = suited_to(info, data)
        becomes_dense = info.architecture.reads_picture and not architecture.reads_picture
        self._begin(
            architecture,
            lambda: self.tr("Change the data"),
            lambda: what_was_read(data, becomes_dense),
            loss=loss,
            data=data,
            keeps_weights=True,
        )

    def begin_with(self, opened: OpenedWeights, activation: str) -> None:
        """Begin anew with the weights of a file; `activation` is for hidden layers that the file does not name."""
        info = self.info
        if info is None:
            return
        output = "identity" if info.data.class_names == () else "softmax"
        architecture = opened.architecture(info.architecture, activation, output).on_picture(
            info.data.picture
        )
        changes_c = architecture.output == "identity" and info.config.loss == "cross_entropy"
        self._begin(
            architecture,
            lambda: self.tr("Open weights"),
            lambda: what_was_opened(opened, architecture),
            loss="squared_error" if changes_c else None,
            weights=opened.weights,
        )

    def rewind(self) -> None:
        """Begin again from the same initial weights; what was learned can be had back by Undo."""
        if self.info is not None:
            self._begin(
                self.info.architecture,
                lambda: self.tr("Rewind"),
                lambda: self.tr("Back at the same initial weights, update 0."),
                keeps_weights=True,
            )

    def draw_new_weights(self) -> None:
        """Begin again from other initial weights: the next seed's."""
        if self.info is not None:
            architecture = self.info.architecture
            seed = (architecture.seed + 1) % 2**31
            self._begin(
                architecture.changed(seed=seed),
                lambda: self.tr("New weights"),
                lambda: self.tr("New initial weights, seed {seed}.").format(seed=seed),
            )

    def use_lecture_setting(self) -> None:
        """Plain gradient descent, batch 1; the run goes on, and what else has changed is said."""
        self.set_several(**LECTURE)

    def set_architecture(self, architecture: Architecture) -> None:
        """Begin a new network of this architecture; the old one is kept."""
        if self.info is None or (architecture == self.info.architecture and not self.info.weights_name):
            return
        changes_c = architecture.output == "identity" and self.info.config.loss == "cross_entropy"
        same_set = not changes_c and architecture.same_set(self.info.architecture, self.info.sizes[0])

        def words() -> str:
            return self.tr("Change the initial weights") if same_set else self.tr("Change the structure")

        suited = suited_settings(architecture, self.info.data.picture)
        offer = (lambda: self.tr("Settings that suit it"), lambda: self.set_several(**suited))
        said, loss = lambda: what_is_new(changes_c, same_set), "squared_error" if changes_c else None
        self._begin(architecture, words, said, loss, offers=[offer] if suited else [])

    def set_setting(self, name: str, value: Any) -> None:
        """Take another value of this field of `TrainingConfig`; see `gui.app.commands.SetConfig`."""
        if name == "loss":
            self.set_loss(value)
        elif name == "optimizer":
            self.set_optimizer(value)
        else:
            self.set_config(**{name: value})

    def set_loss(self, loss: str) -> None:
        """L measures something else then: a new curve begins, from the same initial weights."""
        if self.info is None or loss == self.info.config.loss:
            return
        architecture = self.info.architecture
        if loss == "cross_entropy" and architecture.output == "identity":
            architecture = architecture.changed(output="softmax")
        self._begin(
            architecture,
            lambda: self.tr("Change the loss"),
            lambda: self.tr(
                "Another loss: begun again at the same initial weights. The old network is kept."
            ),
            loss=loss,
            keeps_weights=True,
        )

    def set_optimizer(self, optimizer: str) -> None:
        """Go on with this optimizer, at a rate and with batches that suit it; these are said where they change."""
        if self.info is None:
            return
        rate, batch_size = DEFAULT_RATE[optimizer], self.info.config.batch_size
        if optimizer == GRADIENT_DESCENT:
            optimizer, batch_size = "sgd", None
        elif batch_size is None:
            batch_size = min(DEFAULT_BATCH, self.info.train_count)
        self.set_several(optimizer=optimizer, learning_rate=rate, batch_size=batch_size)

    def set_several(self, **changes: object) -> None:
        """Set what nobody has typed, and say so, with a way back."""
        if self.info is None:
            return
        old, count = self.info.config, self.info.train_count
        self.set_config(**changes)
        new = self.info.config
        if what_came_along(old, new, count):
            more = old, new, count, len(self.set_alike(self.info.run)) > 1
            self._messages.offer_undo(lambda: what_came_along(*more), self._undo_stack)

    def set_config(self, **changes: object) -> None:
        """Go on with other values of these fields of the settings; the run goes on."""
        if self.info is None:
            return
        if self._moment is not None:
            update, then = self._moment
            if (config := replace(then, **changes)) != then:  # type: ignore[arg-type]
                self.branch(update, then, config)
            return
        self.kept.note(self.info)
        runs = self.set_alike(self.info.run)
        if (commands := reconfiguring([self.kept[run] for run in runs], changes)) is not None:
            step = Undoable(what_is_set(self.info.config, changes), self.issue, *commands, runs=runs)
            self._undo_stack.push(step)
            self.kept.forget_unreachable(self.info)
            if len(runs) > 1:
                self._messages.offer_undo(what_all_have, self._undo_stack)

    def issue(self, command: Reconfigure | ReconfigureSeveral | BeginRun | BranchRun | ReturnToRun) -> None:
        """Send it, and take it as done: what is wished for before the engine's answer starts from there."""
        assert self.info is not None
        if isinstance(command, Reconfigure):
            self.info = replace(self.info, config=command.config)
        elif isinstance(command, ReconfigureSeveral):
            self.kept.reconfigure(command)
            self.info = replace(self.info, config=self.kept[self.info.run].config)
        else:
            self.info = self.kept[command.run]
            if self._running:
                # By undo or redo; what begins a run has more to say, and says it next.
                self._pause = lambda: self.tr("Paused: another network is on screen. Space trains it.")
                self._messages.show_message(self._pause)
        self._engine.send(command)
        if isinstance(command, ReturnToRun):
            self.run_returned.emit(command.run)

    def _begin(
        self,
        architecture: Architecture,
        words: Words,
        message: Words,
        loss: str | None = None,
        data: DataLoaded | None = None,
        weights: InitialWeights | None = None,
        keeps_weights: bool = False,
        offers: Sequence[MessageAction] = (),
    ) -> None:
        """Begin a new run, with another loss, on other examples or with a file's weights where they are given.

        `keeps_weights` is whether weights of a file, that the present run began with, are the new one's too.
        """
        info = self.info
        assert info is not None
        config = replace(info.config, seed=architecture.seed, loss=loss or info.config.loss, schedule_start=0)
        keeps_weights = keeps_weights and bool(info.weights_name)
        name = weights.name if weights is not None else info.weights_name if keeps_weights else ""
        begun = replace(info, architecture=architecture, config=config, weights_name=name)
        begun = replace(begun, parent=None, branch_update=0, changes=())
        if data is not None:
            if config.batch_size is not None:
                config = replace(config, batch_size=min(config.batch_size, data.train_count))
            begun = replace(begun, config=config, train_count=data.train_count)
        choice = None if data is None else data.choice
        make = BeginRun(self.kept.next_number, architecture, config, choice, weights, keeps_weights)
        self._push_run(begun, make, words, message, data.nbytes if data is not None else 0, offers)

    def _push_run(
        self,
        begun: RunInfo,
        make: BeginRun | BranchRun,
        words: Words,
        message: Words,
        data_bytes: int = 0,
        offers: Sequence[MessageAction] = (),
    ) -> None:
        """Begin this run with this command, as a step of undo; `data_bytes` are those of examples that it brings.

        `offers` is what may be done with it next, beside undoing it.
        """
        info, pauses = self.info, self._running
        assert info is not None
        old, new = info.run, self.kept.add(info, begun, data_bytes).run
        self._undo_stack.push(
            Undoable(words, self.issue, make, ReturnToRun(old), ReturnToRun(new), runs=(old, new))
        )
        self.kept.forget_unreachable(self.info)

        def said() -> str:
            text = text_of(message)
            return self.tr("{message} Paused: Space trains it.").format(message=text) if pauses else text

        self._pause = said if pauses else ""
        self._messages.offer_undo(said, self._undo_stack, offers)

    def show_diverged(self, diverged: Diverged) -> None:
        """An update made a number not finite: the training has paused before it."""
        # Back at the same initial weights it may be the same again.
        actions = [(lambda: self.tr("Rewind"), self.rewind)] if rewinding_helps(diverged) else []
        self.show_warning(diverged.run, lambda: why_it_diverged(diverged), "error", actions)

    def show_stopped_early(self, stopped: StoppedEarly) -> None:
        """The test loss has not fallen for as long as patience lasts: the training has paused."""
        if self.info is not None and stopped.run == self.info.run:
            self.show_warning(stopped.run, lambda: why_it_stopped_early(stopped), "info")
            self._pause = self._warning

    def show_warning(self, run: int, words: Words, kind: str, actions: Sequence[MessageAction] = ()) -> None:
        """Show what is the matter with a run; once another is on screen it is removed."""
        self._messages.show_message(words, kind, actions, lasting=True)
        self._warned_run, self._warning = run, words

    def _forget(self, run: int) -> None:
        """No step leads to this run any more."""
        self._engine.send(ForgetRun(run))
        self.run_forgotten.emit(run)
