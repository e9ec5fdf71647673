"""Questions about the past as a task: what the kept states answer at once, what has to be made again by turns."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from core.engine import commands as c
from core.engine.question_search import Search
from core.engine.question_states import edited_updates
from core.engine.questions import QuestionAnswered, QuestionProgress, QuestionRefused
from core.engine.scheduler import IsOver, go_on

if TYPE_CHECKING:
    from core.engine.engine import Engine

PROGRESS_EVERY_S = 0.25
# What the first updates take says little of the others.
MEASURED_S = 1.0


@dataclass
class _Asked:
    """A question that is worked on: its number, the search, and the way through it."""

    ask: int
    search: Search
    work: Iterator[None]

    @property
    def is_quick(self) -> bool:
        """Whether somebody may wait for it without being told how long it takes."""
        return self.search.effort == "kept"


class QuestionTask:
    """Answers questions about the run on screen. The training goes on; what takes long takes turns with it."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self._asked: list[_Asked] = []
        # Pieces that the training had made when a long search had its last turn.
        self._slices = -1
        self.handlers: dict[type, Callable[[Any], None]] = {
            c.AskQuestion: self._ask,
            c.DropQuestion: lambda command: self.drop(command.ask),
        }

    def drop(self, ask: int | None = None) -> None:
        """Give up this one, or all of them."""
        self._asked = [asked for asked in self._asked if ask is not None and asked.ask != ask]

    def seconds_until_due(self) -> float:
        """0 where it is its turn."""
        if not self._asked:
            return math.inf
        if self._next.is_quick:
            return 0.0
        engine = self._engine
        others = engine.autosave, engine.exact_loss
        if any(task.seconds_until_due() <= 0 for task in others):
            return math.inf
        return math.inf if engine.training.wants_turn(self._slices) else 0.0

    @property
    def _next(self) -> _Asked:
        """The first that is quick, else the first."""
        return next((asked for asked in self._asked if asked.is_quick), self._asked[0])

    def work(self, is_over: IsOver) -> None:
        """Go on with one."""
        asked = self._next
        self._slices = self._engine.training.slices
        if go_on(asked.work, is_over):
            self._asked = [other for other in self._asked if other is not asked]

    def fail(self) -> None:
        """Give all of them up."""
        self.drop()

    # --- commands

    def _ask(self, command: c.AskQuestion) -> None:
        self.drop(command.ask)
        engine = self._engine
        try:
            search = Search(
                engine.time.history, engine.current, command.question, command.effort, self._clock
            )
        except (ValueError, IndexError) as error:
            engine.send(QuestionRefused(command.ask, str(error)))
            return
        self._asked.append(_Asked(command.ask, search, self._answered(command.ask, search)))

    def _answered(self, ask: int, search: Search) -> Iterator[None]:
        """Search, report progress where that takes long, and answer."""
        begun_s = reported_s = self._clock()
        for _ in search.pieces():
            now = self._clock()
            if not search.total:
                # What leads up to the first update that is made again is none of them.
                begun_s = now
            elif now >= reported_s + PROGRESS_EVERY_S:
                reported_s, took_s, left_s = now, now - begun_s, None
                if search.done and took_s >= MEASURED_S:
                    left_s = took_s / search.done * (search.total - search.done)
                self._engine.send(QuestionProgress(ask, search.done, search.total, left_s))
            yield
        found = search.found
        # What takes turns with the training takes twice as long.
        turns = 2.0 if self._engine.training.trains else 1.0
        self._engine.send(
            QuestionAnswered(
                ask=ask,
                run=search.run.number,
                update=search.update,
                effort=search.effort,
                outcome=found.outcome,
                spans=np.array(found.spans, np.int64).reshape(-1, 2),
                signs=np.array(found.signs, np.int64),
                total=found.total,
                value=found.value,
                states=found.states,
                updates=found.updates,
                later=found.later,
                examples=found.examples,
                few=found.few,
                seconds_between=turns * search.seconds_between if found.between else None,
                seconds_every=turns * search.seconds_every if found.every else None,
                between=found.between,
                every=found.every,
                edits=found.edits,
                is_checked=found.is_checked,
                is_edited=bool(edited_updates(search.run, search.update)),
            )
        )
