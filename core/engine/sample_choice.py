"""Commands about the example that is shown: which one it is, and who chooses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from core.engine.commands import NextTrainingSample, ReleaseSample, ShowDrawing, ShowTestSample
from core.engine.messages import NoSuchSample

if TYPE_CHECKING:
    from core.engine.engine import Engine


class SampleChoice:
    """Takes the wishes for another example."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.handlers: dict[type, Callable[[Any], None]] = {
            ShowTestSample: self._show_test_sample,
            ShowDrawing: self._show_drawing,
            ReleaseSample: self._release,
            NextTrainingSample: self._next,
        }

    def _show_test_sample(self, command: ShowTestSample) -> None:
        self._engine.requests.add(self._find(command))

    def _find(self, command: ShowTestSample) -> Iterator[None]:
        run, wrong = self._engine.current, None
        while command.how == "wrong" and wrong is None:
            edits, evaluation = run.trainer.edit_count, run.trainer.evaluation("test")
            while not evaluation.advance():
                yield
            # What was changed by hand meanwhile may get others wrong.
            wrong = evaluation.wrong if run.trainer.edit_count == edits else None
        if run.sample.choose_test_digit(command.how, command.label, wrong):
            self._engine.sample_changed()
        else:
            self._engine.send(NoSuchSample(command.how))

    def _show_drawing(self, command: ShowDrawing) -> None:
        self._engine.current.sample.show_drawing(command.x, command.label)
        self._engine.sample_changed()

    def _release(self, _: ReleaseSample) -> None:
        run = self._engine.current
        run.sample.release(run.trainer)
        self._engine.sample_changed()

    def _next(self, _: NextTrainingSample) -> None:
        self._engine.current.sample.refresh()
