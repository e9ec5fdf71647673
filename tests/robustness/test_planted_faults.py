"""The window outlives a fault in any of its methods: a small draw of the script beside."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.network.picture import NetworkPicture
from gui.presenters.status_presenter import StatusPresenter
from tests.robustness.planted_faults import KINDS, Place, draw, places, try_fault

# One that Qt calls, which on Python 3.11 would end the process; one that messages of the engine reach; and two by lot.
FAULTS = [
    (Place(NetworkPicture, "paintEvent"), "1 / 0"),
    (Place(StatusPresenter, "show_snapshot"), "MemoryError"),
    *draw(2, seed=14),
]


@pytest.mark.parametrize(("place", "kind"), FAULTS, ids=str)
def test_the_window_outlives_it(qapp: QApplication, place: Place, kind: str) -> None:
    times, wrong = try_fault(place, kind)
    assert wrong == []
    if place in (FAULTS[0][0], FAULTS[1][0]):
        assert times > 0, "the scenario does not reach it any more"


def test_there_are_places_in_every_part_of_the_window() -> None:
    rooms = {place.owner.__module__.split(".")[1] for place in places()}
    assert rooms >= {"app", "presenters", "network", "loss", "inspector", "drawing", "optimizer", "engine"}
    assert len(places()) > 500
    assert len(KINDS) >= 6
