"""What the window wants back with a session: curves, pins, the drawing, and what the picture shows."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.engine.frames import Frame, FrameError
from core.engine.protocol import Envelope, content_of, frame_of
from core.engine.window_state import WindowArray, WindowState
from core.may_lack import MAY_LACK
from gui.loss.saved_curve import SavedCurve
from gui.session.saved_race import SavedRace
from gui.timeline.run_notes import RunNote

# More points than anybody draws; a larger drawing is none.
MOST_POINTS = 100_000


@dataclass(frozen=True)
class SavedDrawing:
    """The canvas: strokes in shares of its side, or the ink of an image, and what the drawing is meant to be."""

    strokes: tuple[NDArray[np.float64], ...] = ()
    ink: NDArray[np.uint8] | None = None
    intended_label: int | None = None

    def __post_init__(self) -> None:
        shapes = [stroke.shape for stroke in self.strokes]
        if any(len(shape) != 2 or shape[1] != 2 or not shape[0] for shape in shapes):
            raise ValueError(f"strokes of shapes {shapes[:3]}")
        if sum(map(math.prod, shapes)) > MOST_POINTS or any(abs(s).max() > 10 for s in self.strokes):
            raise ValueError("strokes that nobody has drawn")
        if self.ink is not None and (self.ink.shape != (16, 16) or self.ink.max() > 1):
            raise ValueError(f"ink of shape {self.ink.shape}")


@dataclass(frozen=True)
class SavedView:
    """What the picture shows: fields of `gui.app.app_state.AppState`."""

    edge_value: str = "weight"
    same_scale: bool = False
    scales_locked: bool = False
    expanded: bool = False
    preferred_classes: bool = False
    tiles_of_example: bool = False
    layout: str = "watch"

    def __post_init__(self) -> None:
        if self.edge_value not in ("weight", "signal", "gradient", "mean_gradient", "change"):
            raise ValueError(f"no picture is called {self.edge_value!r}")
        if self.layout not in ("watch", "examine", "projector"):
            raise ValueError(f"no layout is called {self.layout!r}")


@dataclass(frozen=True)
class SavedPlaces:
    """Which moments are on screen: of the run that is shown, and of one beside it.

    Attributes
    ----------
    update : int or None
        The earlier update that is looked back at; None at the present.
    beside : int or None
        The run that stands beside it, as B; None where one network is shown.
    beside_update : int or None
        After so many updates; None is its newest, from now on.
    together : tuple of int
        The runs that are trained with the one that is shown.
    """

    update: int | None = None
    beside: int | None = None
    beside_update: int | None = None
    together: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(update is not None and update < 0 for update in (self.update, self.beside_update)):
            raise ValueError(f"updates {self.update}, {self.beside_update}")

    def with_numbers(self, numbers: Mapping[int, int]) -> SavedPlaces:
        """The same by the runs' numbers as they are now; a run that is gone is left out."""
        beside = None if self.beside is None else numbers.get(self.beside)
        together = tuple(sorted(numbers[run] for run in self.together if run in numbers))
        return SavedPlaces(self.update, beside, self.beside_update, together)


@dataclass(frozen=True)
class WindowContent:
    """All of it.

    Attributes
    ----------
    curves : tuple of SavedCurve
    pins : tuple of (layer, index) or (group, source, target)
    drawing : SavedDrawing
    view : SavedView
    runs : tuple of RunNote
        What the runs are called, which are hidden, deleted and drawn.
    places : SavedPlaces
        Which moments are on screen.
    race : SavedRace
        Of a dense layer and its convolution; none in files of before it was kept.
    """

    curves: tuple[SavedCurve, ...] = ()
    pins: tuple[tuple[int, ...], ...] = ()
    drawing: SavedDrawing = field(default_factory=SavedDrawing)
    view: SavedView = field(default_factory=SavedView)
    runs: tuple[RunNote, ...] = ()
    places: SavedPlaces = field(default_factory=SavedPlaces)
    race: SavedRace = field(default_factory=SavedRace, metadata={MAY_LACK: True})


def state_of_content(content: WindowContent) -> WindowState:
    """The content as the engine keeps it."""
    frame = frame_of(Envelope(content, 1))
    arrays = tuple(WindowArray(str(place), array) for place, array in enumerate(frame.arrays))
    return WindowState(json.dumps(frame.header["fields"], allow_nan=False), arrays)


def content_of_state(state: WindowState) -> WindowContent:
    """The content that the engine has kept; nothing where there was none.

    Raises
    ------
    ValueError
        When it is none.
    """
    if not state.text:
        return WindowContent()
    if [array.name for array in state.arrays] != [str(place) for place in range(len(state.arrays))]:
        raise ValueError("arrays by other names")
    try:
        fields: Any = json.loads(state.text)
        if isinstance(fields, dict):
            # Files of before there was a list of runs, or a second network, do not have them.
            fields.setdefault("runs", [])
            fields.setdefault(
                "places", {"update": None, "beside": None, "beside_update": None, "together": []}
            )
        header = {"type": "WindowContent", "number": 1, "answers": 0, "fields": fields}
        arrays = tuple(array.values for array in state.arrays)
        content: WindowContent = content_of(Frame(header, arrays), (WindowContent,)).content
    except (FrameError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return content
