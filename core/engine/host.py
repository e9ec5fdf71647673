"""What the engine's parts know of the engine."""

from __future__ import annotations

from typing import Any, Protocol

from core.engine.run import Run
from core.engine.scheduler import Requests
from core.engine.snapshot import Example, Snapshot
from core.training.divergence import DivergenceError


class Host(Protocol):
    """The engine, as its parts see it.

    Attributes
    ----------
    number : int
        The run on screen.
    requests : Requests
        What takes longer than a slice; nothing is trained meanwhile.
    """

    number: int
    requests: Requests

    @property
    def current(self) -> Run:
        """The run on screen."""

    def send(self, message: Any) -> None:
        """Let the window know."""

    def sample_changed(self) -> None:
        """Another example is shown: send it at once."""

    def parameters_changed(self) -> Snapshot:
        """Parameters were changed by hand. Returns how it stands now."""

    def snapshot(self, example: Example | None = None) -> Snapshot:
        """How it stands now."""

    def on_updates(self) -> None:
        """Updates were made."""

    def on_diverged(self, error: DivergenceError) -> None:
        """A number is not finite any more."""
