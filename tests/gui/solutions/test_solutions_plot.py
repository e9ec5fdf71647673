"""The picture is read at one place, which keys and the pointer choose; what is said there are the engine's numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.solutions.solutions_plot import SolutionsPlot
from gui.theme.tokens import make_theme
from tests.gui.solutions.compared import compared


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[SolutionsPlot]:
    plot = SolutionsPlot()
    qtbot.addWidget(plot)
    plot.set_theme(make_theme("dark"))
    plot.resize(700, 340)
    plot.show_compared(compared())
    plot.show()
    qtbot.waitExposed(plot)
    yield plot


def test_it_is_read_half_way_at_first(plot: SolutionsPlot) -> None:
    assert plot.place == 10
    # A triangle: 0.1 and 2 more half way; its tenth and fifth are the errors.
    assert plot.accessibleDescription().startswith(
        "t = 0.50. in a straight line: training: mean Cⁿ 2.100, training: wrong 21.0 %, test: wrong 42.0 %, answer –"
    )


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_Left], 9),
        ([Qt.Key.Key_Right] * 3, 13),
        ([Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_End], 20),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 20),
    ],
)
def test_keys_lead_along_the_line(plot: SolutionsPlot, keys: list[Qt.Key], place: int) -> None:
    for key in keys:
        QTest.keyClick(plot, key)
    assert plot.place == place


def test_the_pointer_chooses_the_nearest_place_and_it_is_told(plot: SolutionsPlot) -> None:
    places: list[int] = []
    plot.place_changed.connect(places.append)
    assert plot.marks is not None
    QTest.mouseMove(plot, QPoint(round(float(plot.marks.x[4])) + 3, 100))
    QTest.mouseMove(plot, QPoint(round(float(plot.marks.x[4])) - 3, 120))
    assert (plot.place, places) == (4, [4])


def test_marks_follow_size_theme_and_what_is_shown(plot: SolutionsPlot) -> None:
    before = plot.marks
    plot.resize(500, 300)
    assert before is not None and plot.marks is not None
    assert plot.marks.loss.plot.right() == pytest.approx(500 - 24)
    plot.set_theme(make_theme("light", 1.5))
    assert plot.marks.loss.plot.right() == pytest.approx(500 - 36)
    plot.show_compared(None)
    assert plot.marks is None and plot.accessibleDescription() == ""
    plot.grab()


def test_it_is_painted_in_its_theme(plot: SolutionsPlot) -> None:
    for name in ("dark", "light"):
        theme = make_theme(name)
        plot.set_theme(theme)
        image = plot.grab().toImage()
        assert image.pixelColor(3, 60) == theme.colour("canvas")
        colours = {image.pixelColor(x, y).name() for x in range(60, 690, 2) for y in range(20, 240)}
        assert theme.colour("text").name() in colours and theme.colour("test").name() in colours
