"""A step walkthrough: one update in two halves, between which the user sees what it is made of.

Each half is worked through in pieces that hold up no command. Where parameters are changed by hand meanwhile, it ends
without a message: its numbers would be of two networks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from core.engine.commands import ApplyUpdate, ComputeGradient
from core.engine.messages import GradientComputed, UpdateApplied
from core.read_only import read_only
from core.training.trainer import DivergenceError

if TYPE_CHECKING:
    from core.engine.engine import Engine


class Walkthrough:
    """Handles the commands for an update in two halves.

    Attributes
    ----------
    is_open : bool
        Whether the gradient of a batch was sent and waits to be applied.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.is_open = False
        self.handlers: dict[type, Callable[[Any], None]] = {
            ComputeGradient: self._compute_gradient,
            ApplyUpdate: self._apply_update,
        }

    def _compute_gradient(self, _: ComputeGradient) -> None:
        if not self._engine.ends.tells_divergence():
            self._engine.requests.add(self._computed_gradient())

    def _computed_gradient(self) -> Iterator[None]:
        """Choose a batch and compute the gradient of its mean C; nothing is applied."""
        # Who is trained together with the run may have come to other batches in the update before.
        yield from self._engine.companions.finish_round()
        run = self._engine.current
        trainer = run.trainer
        edit_count = trainer.edit_count
        while not trainer.accumulate_gradient():
            yield
        mean = float(np.mean(trainer.batch_losses, dtype=np.float64))
        if trainer.batch_config.dropout:
            whole = trainer.evaluation_of_rows(trainer.batch_rows.copy())
            while not whole.advance():
                yield
            mean = float(np.mean(whole.losses))
        if trainer.edit_count == edit_count:
            self.is_open = True
            snapshot = self._engine.snapshot(run.sample.of_batch(trainer))
            self._engine.send(
                GradientComputed(
                    # The gradient that matters here is the one that waits, not the one of the update before.
                    snapshot=replace(
                        snapshot,
                        mean_gradient=None,
                        clip_factor=trainer.clip_factor,
                        penalties=trainer.batch_config.penalties,
                    ),
                    batch_size=len(trainer.batch_rows),
                    batch_mean=mean,
                    mean_gradient=read_only(trainer.network.gradients.copy()),
                    dropout=trainer.batch_config.dropout,
                )
            )

    def _apply_update(self, _: ApplyUpdate) -> None:
        if self.is_open:
            self._engine.requests.add(self._applied_update())

    def _applied_update(self) -> Iterator[None]:
        """Apply the update, then see what it has made of the same batch."""
        if not self.is_open:
            # What was asked for before it, a sorting for example, has made the gradient one of other parameters.
            return
        self.is_open = False
        run = self._engine.current
        trainer = run.trainer
        before, rows = trainer.network.parameters.copy(), trainer.batch_rows.copy()
        try:
            run.losses.append(run.apply())
        except DivergenceError as error:
            self._engine.ends.on_diverged(error, run)
            return
        self._engine.companions.owe()
        self._engine.on_updates(run)
        edit_count = trainer.edit_count
        after = trainer.evaluation_of_rows(rows)
        while not after.advance():
            yield
        if trainer.edit_count == edit_count:
            self._engine.send(
                UpdateApplied(
                    snapshot=self._engine.snapshot(),
                    change=read_only(trainer.network.parameters - before),
                    batch_mean=float(np.mean(after.losses)),
                )
            )
