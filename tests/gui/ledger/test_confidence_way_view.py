"""The small curve has its dots where the measurements are, and nothing where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.engine.confidence_messages import ConfidenceWay
from gui.ledger.confidence_way_view import ConfidenceWayView
from gui.theme.tokens import make_theme
from tests.gui.figures.figure_rows import rows_of

WAY = ConfidenceWay(0, 3, np.array([0, 100, 400]), np.array([0.0, 1.0, 0.5], np.float32))


@pytest.mark.parametrize("name", ["dark", "light"])
def test_dots_stand_at_the_true_updates(qtbot: QtBot, name: str) -> None:
    theme, view = make_theme(name), ConfidenceWayView()
    qtbot.addWidget(view)
    view.set_theme(theme)
    view.resize(240, 120)
    view.show_way(WAY)
    view.show()
    place, curve = view.curve.place(), view.curve
    points = [(point.x(), point.y()) for point in curve.points()]
    expected = [
        (place.left(), place.bottom()),
        (place.left() + place.width() / 4, place.top()),
        (place.right(), place.center().y()),
    ]
    np.testing.assert_allclose(points, expected)
    image = curve.grab().toImage()
    for x, y in points:
        assert image.pixelColor(int(x), int(y)).name() == theme.colour("text").name()
    assert "updates 0 to 400" in curve.accessibleDescription()


def test_of_one_there_is_a_dot_and_of_none_nothing(qtbot: QtBot) -> None:
    view = ConfidenceWayView()
    qtbot.addWidget(view)
    view.show_way(ConfidenceWay(0, 3, np.array([7]), np.array([0.25], np.float32)))
    assert len(view.curve.points()) == 1 and not view.isHidden()
    view.grab()
    view.show_way(ConfidenceWay(0, 3, np.zeros(0, np.int64), np.zeros(0, np.float32)))
    assert view.isHidden() and view.curve.points() == [] and view.curve.accessibleDescription() == ""
    view.show_way(None)
    assert view.isHidden()


def test_saved_are_all_of_its_measurements(qtbot: QtBot) -> None:
    view = ConfidenceWayView()
    qtbot.addWidget(view)
    assert view.curve.figure() is None
    view.show_way(WAY)
    figure = view.curve.figure()
    assert figure is not None and (figure.run, figure.update) == (0, 400)
    assert rows_of(figure)[1:] == [
        ("0", "train", "3", "0.0"),
        ("100", "train", "3", "1.0"),
        ("400", "train", "3", "0.5"),
    ]
