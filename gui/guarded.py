"""A slot on the training thread whose exception is told instead of lost."""

from __future__ import annotations

import functools
import traceback
from collections.abc import Callable
from typing import Any, Protocol

from core.training.trainer import DivergenceError


class Guardian(Protocol):
    """Who is told what went wrong in its slots."""

    def end_at_divergence(self, error: DivergenceError) -> None:
        """The numbers are not finite any more."""

    def end_at_failure(self, details: str) -> None:
        """Something else failed; `details` is the traceback."""


def guarded(slot: Callable[..., None]) -> Callable[..., None]:
    """A slot whose exception stops the training and is told, instead of being lost on this thread."""

    @functools.wraps(slot)
    def wrapper(self: Guardian, *arguments: Any) -> None:
        try:
            try:
                slot(self, *arguments)
            except DivergenceError as error:
                self.end_at_divergence(error)
        except Exception:
            self.end_at_failure(traceback.format_exc())

    return wrapper
