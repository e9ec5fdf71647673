"""Below each picture stand its class, its influence, and a bar on one scale with its sign as its direction."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.engine.influence_messages import Pull
from core.exchange.table import Table
from gui.influence.pull_gallery import PullGallery, bar_of
from gui.ledger.wall_order import NOBODY
from gui.theme.tokens import Theme, make_theme
from tests.gui.figures.figure_pixels import painted, seen
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


def test_how_one_is_chosen_is_described_until_one_is(qtbot: QtBot) -> None:
    gallery = shown(qtbot, "towards", TOWARDS)
    gallery.show_chosen(NOBODY, str)
    assert "arrow keys" in gallery.accessibleDescription()
    gallery.show_chosen(int(TOWARDS.rows[0]), "row {}".format)
    assert gallery.accessibleDescription() == f"row {TOWARDS.rows[0]}"
    gallery.show_pull(None, NAMES, 1.0, None)
    gallery.show_chosen(NOBODY, str)
    assert gallery.accessibleDescription() == ""


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


def test_its_figure_is_what_is_seen_with_the_influence_of_all(qtbot: QtBot) -> None:
    gallery = PullGallery("away")
    qtbot.addWidget(gallery)
    assert gallery.figure() is None
    gallery.set_theme(Theme())
    gallery.resize(200, 120)
    gallery.show()
    pull = Pull(np.array([7, 2]), np.array([-0.5, -1e-9]), np.array([1, 0]), 9, -0.6)
    gallery.show_pull(pull, ("cat", "dog"), 0.5, None, (4, 30))
    figure = gallery.figure()
    assert figure is not None and (figure.run, figure.update) == (4, 30)
    assert np.array_equal(painted(figure), seen(gallery.viewport()))
    table = Table(figure.numbers[0].columns)
    assert table.headings[2:] == ["set", "index", "label", "influence (nats)"]
    rows = [row[2:] for row in table.rows(0, 2)]
    assert rows == [("train", "7", "dog", "-0.5"), ("train", "2", "cat", "-1e-09")]
    # And as it was, whatever it shows now.
    before = painted(figure)
    gallery.show_pull(None, (), 1.0, None)
    assert np.array_equal(painted(figure), before)
