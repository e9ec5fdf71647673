"""Shows the map of the right answers' y over the run, and one example's; asks for them while somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.analysis.confidences import BOUNDED
from core.analysis.example_losses import ExampleLosses
from core.engine.confidence_messages import ConfidenceMap, ConfidenceWay
from core.engine.example_commands import AskConfidenceMap, AskConfidenceWay
from core.engine.messages import RunInfo
from gui.ledger import map_words as words
from gui.ledger.confidence_map import ConfidenceMapMarks, ConfidencePlaces, corners_of
from gui.ledger.confidence_way_view import ConfidenceWayView
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_order import NOBODY

if TYPE_CHECKING:
    from gui.engine.client import EngineClient

LEAST = 2


class MapPresenter(QObject):
    """One concern: y of the right answers at the exact measurements of the run on screen.

    Parameters
    ----------
    changed : callable
        Is called where the map has to be shown anew.
    """

    def __init__(
        self,
        page: LedgerPage,
        way: ConfidenceWayView,
        engine: EngineClient,
        changed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._way, self._engine, self._changed = page, way, engine, changed
        self._map: ConfidenceMap | None = None
        self._marks: ConfidenceMapMarks | None = None
        # The run, update and measurement of the terms for which each was asked; of the way the row comes first.
        self._map_at: tuple[int, int, int] | None = None
        self._way_at: tuple[int, int, int, int] | None = None
        # Whether the map that is known is of this update, but of other parameters: they were set by hand.
        self._is_outdated = False
        engine.confidence_map.connect(self._on_map)
        engine.confidence_way.connect(self._on_way)
        engine.recovered.connect(lambda _: self._forget())

    def show(self, losses: ExampleLosses, info: RunInfo) -> None:
        """The map is on the page, of the run and set of these terms; or why there is none."""
        self._page.show_says()
        says, known, marks = self._missing(losses, info), self._map, self._marks
        if self._is_outdated and not says:
            if marks is self._page.map.picture.marks:
                # It stays until the new one comes, and with it its own shares of L: both are of one moment.
                return
            says = words.computing_words()
        if says or known is None or marks is None:
            self._page.map.clear()
            self._page.show_message(says)
        else:
            self._page.map.show_map(marks, corners_of(marks.places, losses.losses), known.updates)

    def show_row(self, row: int, losses: ExampleLosses | None, info: RunInfo | None) -> None:
        """One example is chosen or pointed at; `NOBODY` for none."""
        if row == NOBODY or losses is None or info is None or not _has_map(losses, info):
            self._way_at = None
            self._way.show_way(None)
            return
        at, before = (row, *_moment_of(losses)), self._way_at
        if at != before:
            if before is None or at[:2] != before[:2]:
                self._way.show_way(None)
            elif at[2] == before[2]:
                # What was known of this update does not hold any more, and what does is on its way.
                self._way.show_way(_without(self._way.curve.way, losses.update))
            self._way_at = at
            self._engine.send(AskConfidenceWay(row))

    def _missing(self, losses: ExampleLosses, info: RunInfo) -> str:
        """Why there is no map; "" where there is one."""
        if losses.split != "train":
            return words.wrong_set_words()
        if not _has_map(losses, info):
            return words.unbounded_words()
        at, before = _moment_of(losses), self._map_at
        if at != before:
            if before is None or at[0] != before[0]:
                self._map = self._marks = None
            self._is_outdated = before is not None and before[:2] == at[:2] and self._map is not None
            self._map_at = at
            self._engine.send(AskConfidenceMap())
        known = self._map
        if known is None or self._marks is None or len(known.means) != len(losses.losses):
            return words.missing_words(0 if known is None else len(known.updates))
        return ""

    def _on_map(self, found: ConfidenceMap) -> None:
        if self._map_at is not None and found.run == self._map_at[0]:
            self._map, self._marks, self._is_outdated = found, None, False
            if len(found.updates) >= LEAST:
                places = ConfidencePlaces(found.means, found.deviations)
                self._marks = ConfidenceMapMarks.of(found.run, places)
            self._changed()

    def _on_way(self, way: ConfidenceWay) -> None:
        if self._way_at is not None and (way.row, way.run) == self._way_at[:2]:
            self._way.show_way(way)

    def _forget(self) -> None:
        """Another engine has kept nothing."""
        self._map = self._marks = self._map_at = self._way_at = None
        self._is_outdated = False
        self._way.show_way(None)


def _moment_of(losses: ExampleLosses) -> tuple[int, int, int]:
    return losses.run, losses.update, losses.measurement


def _without(way: ConfidenceWay | None, update: int) -> ConfidenceWay | None:
    """The same way without what was measured of this update; None where nothing is left."""
    if way is None:
        return None
    holds = way.updates != update
    return replace(way, updates=way.updates[holds], values=way.values[holds]) if holds.any() else None


def _has_map(losses: ExampleLosses, info: RunInfo) -> bool:
    """Whether these terms are of a training set whose y are confidences."""
    return losses.split == "train" and info.architecture.layers[-1].activation in BOUNDED
