"""The page keeps its parts apart at any size, and says a sentence where there is nothing to be seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.flips.flip_page import FlipPage
from gui.theme.tokens import make_theme
from tests.gui.flips.small import NAMES, chain, marks


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    ("size", "covered"),
    [((777, 449), 0), ((815, 349), 0), ((1286, 729), 0), ((952, 414), 0), ((967, 613), 54), ((1208, 614), 0)],
)
def test_nothing_lies_over_anything_else(
    qtbot: QtBot, size: tuple[int, int], covered: int, scale: float
) -> None:
    page = FlipPage()
    qtbot.addWidget(page)
    page.set_theme(make_theme("dark", scale))
    page.resize(*size)
    page.show_covered(covered)
    page.show_head("What each pixel decides", "exact, after update 3,000")
    page.maps.show_flips(marks(), NAMES)
    page.chain.show_chain(chain(3), marks(), NAMES)
    page.side.show_says(
        "C = 1.12  ·  says 5, which is right",
        "121 of 256 pixels raise C, 135 lower it.",
        "None changes the answer alone.",
    )
    page.side.show_pixel(
        ("Pixel in row 7, column 5", "ink → no ink", "C 1.12 → 1.32  (ΔC +0.20)", "still", "y 0.3 → 0.2")
    )
    page.show_fewest(
        "3 flips, chosen greedily. 3 is the fewest: no one of 256 pixels and none of 32,640 pairs does it."
    )
    page.show_message("")
    page.show()
    qtbot.waitUntil(page.maps.isVisible)
    parts = [page.maps, page.side, page.chain, page._fewest]
    places = [part.rect().translated(part.mapTo(page, part.rect().topLeft())) for part in parts]
    for number, one in enumerate(places):
        assert page.rect().contains(one)
        assert not any(one.intersects(other) for other in places[number + 1 :])
    assert page.maps.places is not None and page.maps.places.cell >= 20
    inside = [label for label in page.side.children() if label.isWidgetType() and label.isVisible()]  # type: ignore[attr-defined]
    # Large type has never so little height: it has the plots' room.
    assert (size[1], scale) == (349, 2) or all(
        label.height() >= label.heightForWidth(label.width())  # type: ignore[attr-defined]
        for label in inside
    )
    for number, label in enumerate(inside):
        assert not any(label.geometry().intersects(other.geometry()) for other in inside[number + 1 :])  # type: ignore[attr-defined]


def test_a_message_stands_in_place_of_all_else(qtbot: QtBot) -> None:
    page = FlipPage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.show_message("No picture.")
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    assert not page.maps.isVisible()
    page.show_message("")
    assert page.maps.isVisible()
    assert page.maps.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 2.5, 3.0])
def test_where_it_is_too_low_its_type_is_smaller_and_it_asks_for_no_more_height(
    qtbot: QtBot, scale: float
) -> None:
    page = FlipPage()
    qtbot.addWidget(page)
    page.set_theme(make_theme("dark", scale))
    page.resize(940, 290 + round(20 * scale))
    page.show_head("What each pixel decides", "exact, after update 3,000")
    page.maps.show_flips(marks(), NAMES)
    page.chain.show_chain(chain(3), marks(), NAMES)
    page.side.show_says(
        "C = 1.12  ·  says 5, which is right", "121 of 256 pixels raise C, 135 lower it. " * 2
    )
    page.show_message("")
    page.show_fewest("3 flips, chosen greedily: no one of 256 pixels and none of 32,640 pairs does it.")
    page.show()
    qtbot.waitUntil(page.maps.isVisible)
    # Of the window's height it takes that of its head alone.
    assert page.minimumSizeHint().height() < 100
    parts = page.side, page.chain, page._fewest
    places = [part.rect().translated(part.mapTo(page, part.rect().topLeft())) for part in parts]
    assert all(page.rect().contains(place) for place in places)
    labels = [label for label in page.side.findChildren(QLabel) if label.isVisible()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    large = page._fitted
    page.resize(940, 265)
    assert page._fitted is not None and large is not None and 0.8 <= page._fitted.scale < large.scale <= 1.05
    page.resize(1400, 900)
    assert page._fitted.scale == min(scale, 2.0)
