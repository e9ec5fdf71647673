"""Which moments are on screen, as a session keeps it: of the run that is shown, and of the one beside it."""

from __future__ import annotations

from gui.presenters.side_presenter import Place
from gui.presenters.side_wiring import SideWiring
from gui.presenters.time_presenter import TimePresenter
from gui.session.window_content import SavedPlaces


class PlaceKeeper:
    """One concern: to tell where one looks, and to look there again."""

    def __init__(self, time: TimePresenter, sides: SideWiring) -> None:
        self._time, self._side, self._together = time, sides.side, sides.together

    def saved(self) -> SavedPlaces:
        """What a session keeps."""
        moment, beside = self._time.moment, self._side.other
        update = None if moment is None else moment.update
        if beside is None:
            return SavedPlaces(update, together=self._together.runs)
        return SavedPlaces(update, beside.run, beside.update, self._together.runs)

    def show(self, places: SavedPlaces) -> None:
        """Show these, once the run is on screen: which are trained together, the moment of A, and B."""
        if places.together:
            self._together.train(places.together)
        if places.update is not None:
            self._time.look_at(places.update)
        if places.beside is not None:
            self._side.show_as("B", Place(places.beside, places.beside_update))
