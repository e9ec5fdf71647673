"""Commands of a step walkthrough: an update in two halves, between which the user sees what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.host import Host
from core.engine.step_walkthrough import apply_update_in_pieces, compute_gradient_in_pieces
from core.training.divergence import DivergenceError


class Walkthrough:
    """Handles the commands for an update in two halves.

    Attributes
    ----------
    is_open : bool
        Whether the gradient of a batch was sent and waits to be applied.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self.is_open = False
        self.handlers: dict[type, Callable[[Any], None]] = {
            ComputeGradient: self._compute_gradient,
            ApplyUpdate: self._apply_update,
        }

    def _compute_gradient(self, _: ComputeGradient) -> None:
        if self._host.current.diverged is None:
            self._host.requests.add(self._computed_gradient())

    def _computed_gradient(self) -> Iterator[None]:
        run = self._host.current
        opened = yield from compute_gradient_in_pieces(run.trainer, run.sample, self._host.snapshot)
        if opened is not None:
            self.is_open = True
            self._host.send(opened)

    def _apply_update(self, _: ApplyUpdate) -> None:
        if self.is_open:
            self._host.requests.add(self._applied_update())

    def _applied_update(self) -> Iterator[None]:
        if not self.is_open:
            # What was asked for before it, a sorting for example, has made the gradient one of other parameters.
            return
        self.is_open = False
        run = self._host.current

        def apply() -> None:
            run.losses.append(run.apply())
            self._host.on_updates()

        try:
            applied = yield from apply_update_in_pieces(run.trainer, apply, self._host.snapshot)
        except DivergenceError as error:
            self._host.on_diverged(error)
            return
        if applied is not None:
            self._host.send(applied)
