"""The real window, its engine heard by a `Witness`, and the truth for every mark taken from the runs made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from core.engine import commands as c
from core.engine.engine import Engine, Messages
from core.engine.snapshot import Snapshot
from core.training.trainer import Trainer
from gui.engine.client import EngineClient
from tests.audit.desk import Desk
from tests.audit.ledger import Ledger, State
from tests.gui import local_engine
from tests.robustness.shadow_run import ShadowRun
from tests.robustness.witness import Witness


class HeardEngine(Engine):
    """Each command is noted and each message is heard; what is wrong is kept until somebody looks."""

    def __init__(self, witness: Witness, wrong: list[str], *arguments: Any) -> None:
        super().__init__(*arguments)
        self._witness, self._wrong = witness, wrong
        _, self._examples = arguments
        self._forgotten: list[int] = []
        witness.engine = self

    def handle(self, command: Any) -> Messages:
        """As the engine does."""
        begun = self._witness.begun
        if isinstance(command, c.BeginRun):
            choice = command.choice or self.current.origin.choice
            begun[command.run] = command.architecture, command.config, self._examples(choice)
        elif isinstance(command, c.BranchRun):
            self._witness.asked_branches[command.run] = command.update
        elif isinstance(command, (c.Start, c.NewSession)):
            number = command.run if isinstance(command, c.NewSession) else 0
            begun[number] = command.architecture, command.config, self._examples(c.DatasetSpec())
        return self._heard(super().handle(command))

    def advance(self, *arguments: Any) -> Messages:
        """As the engine does."""
        return self._heard(super().advance(*arguments))

    def forget(self, number: int) -> None:
        """As the engine does: where a branch is on its way, not before that has come."""
        super().forget(number)
        self._forgotten.append(number)

    def _heard(self, messages: Messages) -> Messages:
        try:
            for message in messages:
                self._witness.hear(message)
            while self._forgotten:
                number = self._forgotten.pop()
                if self.run(number) is None:
                    self._witness.runs.pop(number, None)
            self._witness.look()
        except AssertionError as error:
            self._wrong.append(str(error))
        return messages


class HeardTransport(local_engine.LocalTransport):
    """Runs such engines, by this clock."""

    def __init__(self, witness: Witness, wrong: list[str], clock: Callable[[], float] = perf_counter) -> None:
        self._heard_by, self._clock = (witness, wrong), clock
        super().__init__()

    def _begin(self) -> None:
        super()._begin()
        self._heard_by[0].begun.clear()
        self._heard_by[0].asked_branches.clear()
        self.engine = HeardEngine(*self._heard_by, self._clock, local_engine.load_once)


class ShadowLedger(Ledger):
    """The states of the runs that were made again."""

    def __init__(self, witness: Witness) -> None:
        super().__init__()
        self._witness = witness

    def install(self) -> None:
        """It listens to nobody."""

    def remove(self) -> None:
        """Nor does it end to."""

    def note(self, *_: Any) -> None:
        """It knows."""

    def state(self, run: int, update: int, edits: int) -> State | None:
        """One of them; None where there is none."""
        shadow = self._witness.runs.get(run)
        if shadow is None or (update, edits) not in shadow.thetas:
            return None
        return _state(shadow, update, edits)

    def of(self, run: int, update: int, edits: int | None = None) -> list[State]:
        """As the ledger does."""
        shadow = self._witness.runs.get(run)
        if shadow is None:
            return []
        counts = sorted((count for at, count in shadow.thetas if at == update), reverse=True)
        return [_state(shadow, update, count) for count in counts if edits in (None, count)]


def _state(shadow: ShadowRun, update: int, edits: int) -> State:
    step, theta = shadow.steps.get(update), shadow.thetas[update, edits]
    if step is None:
        return State(theta, 0)
    if step.edit_count != edits:
        return State(theta, step.epoch)
    return State(theta, step.epoch, step.before, step.rows, step.config)


class WitnessedDesk(Desk):
    """As the audit's desk; it looks at any moment of any run, and outlives its engines."""

    def __init__(self) -> None:
        super().__init__()
        self.witness, self.wrong = Witness(), list[str]()
        self.ledger = ShadowLedger(self.witness)

    @contextmanager
    def opened(self) -> Iterator[WitnessedDesk]:
        """With its window."""
        original = local_engine.local_engine
        local_engine.local_engine = self._client
        try:
            with self:
                yield self
        finally:
            local_engine.local_engine = original

    def _client(self) -> EngineClient:
        client = EngineClient(transport=HeardTransport(self.witness, self.wrong))  # type: ignore[arg-type]
        client.start()
        return client

    @property  # type: ignore[override]
    def engine(self) -> Engine:
        """The one that lives."""
        return local_engine.engine_of(self.window)

    @engine.setter
    def engine(self, engine: Engine) -> None:
        """It is found where it lives."""

    @property
    def trainer(self) -> Trainer:
        """Of the update that is on screen."""
        return self.engine.shown.trainer

    def state_of(self, snapshot: Snapshot) -> State | None:
        """The state that a snapshot says it is of."""
        return self.ledger.state(snapshot.run, snapshot.update, snapshot.edit_count)

    def kill_the_engine(self) -> None:
        """At once: nothing is saved."""
        self.window.composition.engine._transport.kill()
