"""The curve of one run with its marks, as a value that a file can hold."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.loss_history import SavedLosses
from core.training.config import TrainingConfig
from gui.loss.batch_kinds import KindChange
from gui.loss.curve_marks import EditMark, SettingsMark


@dataclass(frozen=True)
class SavedCurve:
    """What the plot of L shows of a run.

    Attributes
    ----------
    run : int
    losses : SavedLosses
    epoch_updates : int
        Updates in an epoch; 0 where epochs do not end at multiples of anything.
    marks : tuple of EditMark and SettingsMark
    kinds : tuple of KindChange
        What the losses of updates are the means of.
    config : TrainingConfig
        The settings that the marks have led to.
    """

    run: int
    losses: SavedLosses
    epoch_updates: int
    marks: tuple[EditMark | SettingsMark, ...]
    kinds: tuple[KindChange, ...]
    config: TrainingConfig
