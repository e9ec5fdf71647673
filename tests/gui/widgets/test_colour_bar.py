"""What colours stand for: the strip from minus to plus, and the numbers at its ends."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.colour_bar import ColourBar


@pytest.fixture
def bar(qtbot: QtBot) -> ColourBar:
    bar = ColourBar()
    qtbot.addWidget(bar)
    bar.set_theme(make_theme("light"))
    bar.resize(201, bar.sizeHint().height())
    return bar


@pytest.mark.parametrize(
    ("symbol", "scale", "numbers"),
    [
        ("w", 0.5, ("−0.50", "w = 0", "+0.50")),
        ("w·x", 0.25, ("−0.25", "w·x = 0", "+0.25")),
        ("w·x", 0.0, ("", "w·x = 0", "")),
    ],
)
def test_full_colour_is_named_at_both_ends(
    bar: ColourBar, symbol: str, scale: float, numbers: tuple[str, str, str]
) -> None:
    bar.show_scale(symbol, scale)
    assert bar.numbers() == numbers
    if scale:
        assert bar.accessibleDescription() == f"{symbol}: {', '.join(numbers)}"


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("scale", [0.001, 0.0])
def test_minus_stands_left_nothing_in_the_middle_and_plus_right(
    bar: ColourBar, name: str, scale: float
) -> None:
    theme = make_theme(name)
    bar.set_theme(theme)
    bar.show_scale("w", scale)
    image, y = bar.grab().toImage(), round(bar.strip().center().y())
    assert image.pixelColor(2, y) == theme.colour("minus")
    assert image.pixelColor(100, y) == theme.colour("canvas")
    assert image.pixelColor(198, y) == theme.colour("plus")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_high_as_the_strip_and_a_line_of_numbers(bar: ColourBar, scale: float) -> None:
    bar.set_theme(make_theme("light", scale))
    # 10 px of colours and 2 of space, then the type of 11 px.
    assert bar.strip().height() == 10 * scale
    assert bar.sizeHint().height() >= (10 + 2 + 11) * scale
