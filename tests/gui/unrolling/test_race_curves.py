"""The points of the race's curves stand at their updates and shares."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme
from gui.unrolling.race_curves import RaceCurves
from tests.gui.unrolling.made_layers import measured

MEASURED = (
    (measured(1, 0, 10, 40, 40), measured(1, 500, 95, 320, 200)),
    (measured(2, 0, 10, 40, 40), measured(2, 500, 90, 300, 160)),
    (measured(3, 0, 10, 40, 40), measured(3, 250, 80, 200, 120), measured(3, 500, 92, 310, 180)),
)


@pytest.fixture
def curves(qtbot: QtBot) -> RaceCurves:
    curves = RaceCurves()
    qtbot.addWidget(curves)
    curves.set_theme(Theme("dark"))
    curves.resize(340, 220)
    curves.show()
    curves.show_measured(MEASURED)
    return curves


def test_each_point_stands_at_its_update_and_its_share(curves: RaceCurves) -> None:
    area = curves.area()
    assert curves.last_update == 500
    for kind, own in enumerate(MEASURED):
        for distance in (0, 1, 2):
            for point, each in zip(curves.points(kind, distance), own, strict=True):
                share = int(each.shifted.right[distance]) / int(each.shifted.answers[distance])
                assert point.x() == pytest.approx(area.x() + area.width() * each.update / 500)
                assert point.y() == pytest.approx(area.bottom() - area.height() * share)


def test_points_are_painted_where_they_stand(curves: RaceCurves) -> None:
    image = curves.grab().toImage()
    test = Theme("dark").colour("test")
    for point in curves.points(2, 2):
        colour = QColor(image.pixel(round(point.x()), round(point.y())))
        assert abs(colour.red() - test.red()) < 40 and abs(colour.green() - test.green()) < 40


def test_it_is_heard_and_begins_empty(curves: RaceCurves) -> None:
    words = curves.accessibleDescription()
    assert "dense: not moved: 95 %, by 1 pixel: 80 %, by 2 pixels: 50 %" in words
    curves.show_measured(((), (), ()))
    assert curves.accessibleDescription() == "Nothing is measured yet." and curves.last_update == 0
    curves.grab()


def test_an_empty_plot_says_that_nothing_is_measured_yet(curves: RaceCurves) -> None:
    def signs() -> int:
        """Points unlike the ground, half way between the lines of 0 and 50 %."""
        image, area = curves.grab().toImage(), curves.area()
        y, across = area.bottom() - area.height() / 4, range(round(area.left()), round(area.right()))
        rows = range(round(y) - 6, round(y) + 6)
        return sum(image.pixelColor(x, y).lightness() > 60 for x in across for y in rows)

    curves.show_measured(((measured(1, 0, 10, 10, 10),), (), ()))
    assert signs() == 0
    curves.show_measured(((), (), ()))
    assert signs() > 100


def test_while_the_three_train_it_says_that_numbers_follow(curves: RaceCurves) -> None:
    curves.show_measured(((), (), ()))
    curves.show_running(True)
    assert curves.accessibleDescription().endswith("the first numbers follow while they train.")
    curves.show_running(False)
    assert curves.accessibleDescription() == "Nothing is measured yet."


def test_names_stand_where_the_curves_end_that_are_measured_at_the_last_update(curves: RaceCurves) -> None:
    area = curves.area()

    def shares() -> list[float]:
        return [(area.bottom() - end) / area.height() for end in curves.bundle_ends()]

    # Of 100 and 400 answers: the mean of 95, 90 and 92 %, then of 80, 75 and 77.5 %, and of 50, 40 and 45 %.
    assert shares() == pytest.approx([(0.95 + 0.9 + 0.92) / 3, 0.775, 0.45])
    curves.show_measured((*MEASURED[:2], MEASURED[2][:1]))
    assert shares() == pytest.approx([0.925, 0.775, 0.45])
    curves.show_measured(((), (), ()))
    assert shares() == [0, 0, 0]
