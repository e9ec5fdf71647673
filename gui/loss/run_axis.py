"""The axis of updates that all plots of a run share."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.loss_history import LossHistory
from gui.loss.curve_marks import Mark
from gui.loss.plot_range import UpdateRange


@dataclass(frozen=True)
class RunAxis:
    """What every plot of the run on screen stands on.

    Attributes
    ----------
    updates : UpdateRange
        What is seen; who zooms one plot zooms all.
    reach : int
        Updates of the longest run that is shown.
    record : LossHistory or None
        The run's losses.
    marks : tuple of Mark
        What was changed in mid-run.
    epoch_updates : int
        Of how many an epoch is; 0 for no ticks.
    """

    updates: UpdateRange
    reach: int
    record: LossHistory | None
    marks: tuple[Mark, ...]
    epoch_updates: int
