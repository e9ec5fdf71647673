"""Both galleries with their titles, or one sentence in their place."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.influence.influence_page import SIDES, InfluencePage
from gui.influence.influence_words import states_words
from gui.theme.tokens import make_theme
from gui.widgets.fitting_label import FittingLabel
from tests.gui.influence.measured import AWAY, NAMES, TOWARDS, measured


@pytest.fixture
def page(qtbot: QtBot) -> InfluencePage:
    page = InfluencePage()
    qtbot.addWidget(page)
    page.set_theme(make_theme("dark"))
    page.resize(640, 400)
    page.show()
    return page


def whole(page: InfluencePage, name: str) -> str:
    label = page.findChild(FittingLabel, name)
    assert label is not None
    return label.whole


def test_a_sentence_takes_their_place_until_something_is_measured(page: InfluencePage) -> None:
    page.show_message("Every training example is being looked at…")
    assert not any(gallery.isVisible() for gallery in page.galleries.values())
    page.setFocus()
    assert page.accessibleDescription() == "Every training example is being looked at…"
    page.show_message("")
    assert page.accessibleDescription() == ""
    assert all(gallery.isVisible() for gallery in page.galleries.values())
    assert page.galleries["towards"].hasFocus(), "the keyboard goes on to what came"


def test_both_halves_are_as_wide_and_have_their_words(page: InfluencePage, qtbot: QtBot) -> None:
    for side, pull in (("towards", TOWARDS), ("away", AWAY)):
        page.galleries[side].show_pull(pull, NAMES, 1.0, None)
        page.show_side(side, f"Pulled {side}", "the strongest 2", "700 of 60,000", "together −4.250")
    page.show_says("an estimate, no proof", "", "longest bar: ±1.0")
    qtbot.waitUntil(lambda: page.galleries["away"].width() > 0)
    widths = [page.galleries[side].width() for side in SIDES]
    assert abs(widths[0] - widths[1]) <= 1
    assert whole(page, "influence_away_title") == "Pulled away  ·  the strongest 2"
    assert whole(page, "influence_towards_counts") == "700 of 60,000  ·  together −4.250"
    assert whole(page, "influence_says") == "an estimate, no proof  ·  longest bar: ±1.0"
    page.show_side("away", "Pulled away", "", "2 of 5", "together −1.000")
    assert whole(page, "influence_away_title") == "Pulled away"
    page.grab()


def test_in_large_type_without_room_the_updates_are_read(page: InfluencePage) -> None:
    page.show_head("Who taught it this?", "first order, at updates 102, 200 (η 0.001 each)")
    page.set_theme(make_theme("dark", 2.0))
    page.resize(600, 260)
    QApplication.processEvents()
    note = page.findChild(FittingLabel, "influence_page_note")
    assert note is not None and "102, 200" in note.text()


@pytest.mark.parametrize(
    ("room", "read"),
    [
        (450, "22,578 of 60,000  ·  together +101.4"),
        (300, "22,578 together +101.4"),
        (150, "22,578: +101.4"),
    ],
)
def test_where_a_side_has_no_room_for_all_its_sum_is_read_with_how_many_it_is_of(
    page: InfluencePage, room: int, read: str
) -> None:
    page.set_theme(make_theme("dark", 2.0))
    page.show_message("")
    page.resize(2 * room, 400)
    words = "22,578 of 60,000", "together +101.4", ("22,578 together +101.4", "22,578: +101.4")
    for side in SIDES:
        page.show_side(side, f"Pulled {side}", "the strongest 500", *words)
    QApplication.processEvents()
    label = page.findChild(FittingLabel, "influence_away_counts")
    assert label is not None and label.text() == read
    assert label.whole == "22,578 of 60,000  ·  together +101.4"
    assert abs(page.galleries["away"].width() - page.galleries["towards"].width()) <= 1


def test_of_a_run_whose_rate_changed_once_title_and_updates_are_whole(page: InfluencePage) -> None:
    page.resize(734, 400)
    run = measured(
        updates=np.array([612, 1224, 1938, 2550, 3260]), rates=np.array([0.001, 0.001, 0.001, 0.01, 0.01])
    )
    page.show_head("Who taught it this?", states_words(run))
    QApplication.processEvents()
    for name, text in (("title", "Who taught it this?"), ("note", states_words(run))):
        label = page.findChild(FittingLabel, f"influence_page_{name}")
        assert label is not None and label.text() == text
