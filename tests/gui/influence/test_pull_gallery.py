"""Below each picture stand its class, its influence, and a bar on one scale with its sign as its direction."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.influence.pull_gallery import PullGallery, bar_of
from gui.theme.tokens import make_theme
from tests.gui.influence.measured import AWAY, NAMES, TOWARDS


@pytest.mark.parametrize(
    "value, place",
    [(1.0, (50, 90)), (-1.0, (10, 50)), (0.5, (50, 70)), (-0.25, (40, 50)), (2.0, (50, 90)), (0.0, (50, 50))],
)
def test_a_bar_goes_from_the_middle_to_its_side(value: float, place: tuple[float, float]) -> None:
    assert bar_of(value, 1.0, 10, 80) == place


def shown(qtbot: QtBot, side: str, pull: Any, theme: str = "dark") -> PullGallery:
    gallery = PullGallery(side)
    qtbot.addWidget(gallery)
    gallery.set_theme(make_theme(theme))
    gallery.resize(gallery.width_of(3), gallery.height_of(1))
    gallery.show_pull(pull, NAMES, 1.0, None)
    gallery.show()
    return gallery


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("side, pull, token", [("towards", TOWARDS, "plus"), ("away", AWAY, "minus")])
def test_the_painted_bars_are_as_long_as_the_numbers(
    qtbot: QtBot, side: str, pull: Any, token: str, theme: str
) -> None:
    gallery = shown(qtbot, side, pull, theme)
    image = gallery.viewport().grab().toImage()
    ratio = image.width() / gallery.viewport().width()
    colour = make_theme(theme).colour(token).rgb()
    for number, value in enumerate(pull.values.tolist()):
        place = gallery._place(number)
        columns = [
            x
            for x in range(round(place.left() * ratio), round(place.right() * ratio))
            if any(image.pixel(x, y) == colour for y in range(round(place.bottom() * ratio), image.height()))
        ]
        expected = max(1.0, abs(value) * place.width() / 2)
        assert abs(len(columns) / ratio - expected) <= 1
        middle = place.center().x() * ratio
        assert all(x >= middle - 1 for x in columns) if value > 0 else all(x <= middle + 1 for x in columns)


def test_a_click_chooses_and_nobody_is_there_before_anything_is_measured(qtbot: QtBot) -> None:
    gallery = shown(qtbot, "towards", TOWARDS)
    at = gallery._place(1).center().toPoint()
    with qtbot.waitSignal(gallery.chosen, check_params_cb=lambda row: row == 1200):
        qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=at)
    gallery.show_pull(None, (), 0.0, None)
    assert not len(gallery.rows)
    gallery.grab()
    names = {shown(qtbot, side, AWAY).accessibleName() for side in ("towards", "away")}
    assert len(names) == 2 and all(names)
