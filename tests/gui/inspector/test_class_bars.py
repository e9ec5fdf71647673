"""A neuron's mean output for each class, as bars."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.inspector.class_bars import ClassBars
from gui.network.interaction.neuron_values import ClassMeans
from gui.theme.tokens import make_theme

THEME = make_theme("light")
MEANS = ClassMeans(tuple("0123456789"), (0.0, 0.5, 1.0, 0.25, 2.0, 0.0, 0.0, 0.0, 0.0, 1.0), 4, 1200)


@pytest.fixture
def shown(qtbot: QtBot) -> ClassBars:
    shown = ClassBars()
    qtbot.addWidget(shown)
    shown.set_theme(THEME)
    shown.resize(216, 120)
    shown.show()
    shown.show_means(MEANS)
    return shown


def test_a_bars_length_is_its_classs_mean(shown: ClassBars) -> None:
    heights = [shown.bars.bar(place).height() for place in range(10)]
    assert heights[4] > 20
    assert [height / heights[4] * 2.0 for height in heights] == pytest.approx(list(MEANS.mean))
    lefts = [shown.bars.bar(place).left() for place in range(10)]
    assert lefts == sorted(lefts)


def test_bars_of_negative_means_hang_from_0_in_the_colour_of_minus(shown: ClassBars) -> None:
    shown.show_means(ClassMeans(("a", "b"), (0.5, -1.0), None, 3))
    up, down = shown.bars.bar(0), shown.bars.bar(1)
    assert up.bottom() == pytest.approx(down.top())
    assert down.height() == pytest.approx(2 * up.height())
    image = shown.bars.grab().toImage()
    assert image.pixelColor(up.center().toPoint()) == THEME.colour("lit")
    assert image.pixelColor(down.center().toPoint()) == THEME.colour("minus")


def test_the_shown_examples_class_alone_is_outlined(shown: ClassBars) -> None:
    def outlined(place: int) -> bool:
        slot = shown.bars._slot(place)
        image = shown.bars.grab().toImage()
        column = (image.pixelColor(round(slot.left()) + 1, y) for y in range(25, 45))
        return all(colour.lightness() < 150 for colour in column)

    assert [place for place in range(10) if outlined(place)] == [4]
    shown.show_means(replace(MEANS, shown=None))
    assert not any(outlined(place) for place in range(10))


def test_it_says_in_words_what_the_bars_show_and_when_that_was(shown: ClassBars) -> None:
    caption = shown.findChild(QLabel, "class_means_caption")
    assert isinstance(caption, QLabel) and "after update 1,200" in caption.text()
    words = shown.bars.accessibleDescription()
    assert "1 0.50, 2 1.00, 3 0.25, 4 2.00" in words and words.endswith("the shown example is 4")


def test_a_class_without_an_example_is_hatched_and_named_and_has_no_number(shown: ClassBars) -> None:
    def is_hatched(place: int) -> bool:
        slot, image = shown.bars._slot(place), shown.bars.grab().toImage()
        inside = (image.pixelColor(x, 40) for x in range(round(slot.left()) + 1, round(slot.right()) - 1))
        return THEME.colour("dim") in inside

    shown.show_means(ClassMeans(("a", "b", "c"), (-1.0, float("nan"), -2.0), 0, 3, (4, 0, 1)))
    assert [is_hatched(place) for place in range(3)] == [False, True, False]
    caption = shown.findChild(QLabel, "class_means_caption")
    assert isinstance(caption, QLabel) and caption.text().endswith("hatched: no test example of b")
    words = shown.bars.accessibleDescription()
    assert words == "a −1.00, c −2.00, no test example of b, the shown example is a"
    shown.show_means(ClassMeans(("a", "b", "c"), (-1.0, 0.0, -2.0), 0, 3, (4, 1, 1)))
    assert "no test example" not in caption.text() and "b 0.00" in shown.bars.accessibleDescription()


@pytest.mark.parametrize("mean", [(0.0, 0.0), (float("nan"), 1.0), (float("inf"), -1.0)])
def test_what_is_0_or_not_finite_has_no_bar(shown: ClassBars, mean: tuple[float, float]) -> None:
    shown.show_means(ClassMeans(("a", "b"), mean, 0, 3))
    assert shown.bars.bar(0).height() == 0
    shown.bars.grab()


@pytest.mark.parametrize(
    ("mean", "said"), [((0.0, 0.0), "0"), ((0.0, 2.0), "0 … 2.0"), ((-1.0, 3.0), "−1.0 … 3.0")]
)
def test_the_range_that_is_told_is_that_of_the_means(
    shown: ClassBars, monkeypatch: pytest.MonkeyPatch, mean: tuple[float, float], said: str
) -> None:
    told: list[object] = []
    draw = QPainter.drawText

    def noted(self: QPainter, *arguments: object) -> object:
        told.append(arguments[-1])
        return draw(self, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", noted)
    shown.show_means(ClassMeans(("a", "b"), mean, 0, 3))
    shown.bars.grab()
    assert said in told


def test_where_nothing_is_known_there_is_nothing(shown: ClassBars) -> None:
    shown.show_means(None)
    assert not shown.isVisible()
