"""The observable state: the run, its speed, and how all of it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.engine.messages import RunInfo
from gui.app.settings import DEFAULT_SPEED, HISTORY_MB, PROJECTOR
from gui.app.speed_slider import FULL_SPEED

# What is so again next time: settings of the same names (`gui.app.settings`).
KEPT = (
    "theme",
    "language",
    "scale",
    "projector_scale",
    "edge_budget",
    "waves",
    "reduced_motion",
    "single_letters",
    "keys",
    "data_in_session",
    "history_mb",
    "curve",
    "smoothing",
)

# Which connections are drawn: those of both signs, or of one, as the picture counts them.
SIGNS = {"both": 0, "plus": 1, "minus": -1}


@dataclass(frozen=True)
class AppState:
    """What is so at one moment.

    Attributes
    ----------
    run : RunInfo or None
        The run on screen with its settings; None until the examples are loaded.
    running : bool
        Whether the training runs.
    playing : bool
        Whether the walkthrough of one update plays by itself, although the training rests.
    is_lost : bool
        Whether there is no engine, because they ended again and again: nothing can be trained.
    moment : int or None
        The update that is looked back at; None at the present.
    side, trains_both : bool
        Whether a second network is shown beside the one on screen, and whether both are trained together.
    branches : str
        Which of two networks is meant by "Branch here": "A" or "B"; "" where one is shown alone.
    beside_moment : int or None
        The update that B looks back at; None where it is at its newest, or one network is shown alone.
    speed : int
        Position of the speed slider.
    edge_value, edge_budget, edge_sign : str
        Which number of a connection is drawn, how many a neuron, and of which sign, one of `SIGNS`.
    waves, reduced_motion : bool
        Whether signal and gradient travel; not where motion is reduced.
    same_scale, scales_locked, expanded, preferred_classes, tiles_of_example : bool
        The other switches of the picture.
    single_letters : bool
        Whether keys of one letter act.
    keys : str
        The keys that the user has given to actions; see `gui.app.key_bindings`.
    data_in_session : bool
        Whether a session's file holds one's own examples.
    history_mb : int
        What the kept states of all runs may take, in MB.
    curve : str
        What is plotted over the updates, one of `gui.curves.curve_set.KINDS`.
    smoothing : int
        Over how many of the last batches L's curve has a mean; 0 for none.
    theme, language, layout : str
    scale, projector_scale : float
        Size of type and spacing, and what it is in the projector layout.
    """

    run: RunInfo | None = None
    running: bool = False
    playing: bool = False
    is_lost: bool = False
    moment: int | None = None
    side: bool = False
    trains_both: bool = False
    branches: str = ""
    beside_moment: int | None = None
    speed: int = DEFAULT_SPEED
    edge_value: str = "weight"
    edge_budget: str = "16"
    edge_sign: str = "both"
    waves: bool = True
    reduced_motion: bool = False
    same_scale: bool = False
    scales_locked: bool = False
    expanded: bool = False
    preferred_classes: bool = False
    tiles_of_example: bool = False
    single_letters: bool = True
    keys: str = ""
    data_in_session: bool = False
    history_mb: int = HISTORY_MB
    curve: str = "loss"
    smoothing: int = 0
    theme: str = "system"
    language: str = "system"
    scale: float = 1.0
    projector_scale: float = PROJECTOR
    layout: str = "watch"

    @property
    def scale_in_force(self) -> float:
        """The size of type and spacing in the layout on screen."""
        return self.projector_scale if self.layout == "projector" else self.scale

    @property
    def is_full_speed(self) -> bool:
        """Whether the training is as fast as it can be."""
        return self.speed == FULL_SPEED

    @property
    def is_moving(self) -> bool:
        """Whether signal and gradient are shown as they travel."""
        return self.waves and not self.reduced_motion


class StateStore(QObject):
    """Holds the state, and emits a signal when it has changed."""

    changed = Signal(object, object)
    """The state before, and now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = AppState()

    def update(self, **fields: Any) -> None:
        """Take these values."""
        before, self.state = self.state, replace(self.state, **fields)
        if any(getattr(before, name) is not value for name, value in fields.items()):
            self.changed.emit(before, self.state)
