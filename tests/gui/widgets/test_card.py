"""A card that is collapsed away with its title."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.card import Card


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    card = Card("card", spacing_px=2)
    qtbot.addWidget(card)
    card.set_theme(make_theme("dark"))
    card.set_title("1  Function set")
    card.column.addWidget(QLabel("256 → 32 → 16 → 10"))
    card.resize(216, 120)
    card.show()
    card.show_content()
    return card


def title(card: Card) -> QPushButton:
    found = card.findChild(QPushButton, "card_title")
    assert isinstance(found, QPushButton)
    return found


def test_it_is_open_at_first(card: Card) -> None:
    assert card.is_open
    assert card.body.isVisible()


def test_its_title_names_it(card: Card) -> None:
    assert title(card).text() == "1  Function set"
    assert card.accessibleName() == "1  Function set"


def test_its_title_folds_it_away_and_brings_it_back(card: Card, qtbot: QtBot) -> None:
    opened: list[bool] = []
    card.opened.connect(lambda: opened.append(card.is_open))
    qtbot.mouseClick(title(card), Qt.MouseButton.LeftButton)
    assert not card.body.isVisible()
    assert opened == []
    qtbot.mouseClick(title(card), Qt.MouseButton.LeftButton)
    assert card.body.isVisible()
    assert opened == [True]


def test_opening_it_from_outside_says_nothing(card: Card) -> None:
    opened: list[bool] = []
    card.opened.connect(lambda: opened.append(True))
    card.set_open(False)
    card.set_open(True)
    assert opened == []


def test_closed_it_takes_no_more_room_than_its_title(card: Card) -> None:
    open_height = card.sizeHint().height()
    card.set_open(False)
    QApplication.sendPostedEvents()
    assert card.sizeHint().height() < open_height - card.body.sizeHint().height() / 2


def test_only_a_closed_card_shows_an_arrow(card: Card) -> None:
    def has_arrow() -> bool:
        image = title(card).grab().toImage()
        # The title's last 20 px hold no letter of this short title.
        right = range(image.width() - 20, image.width() - 2)
        lit = {image.pixelColor(x, y).lightness() for x in right for y in range(5, image.height() - 5)}
        return len(lit) > 1

    assert not has_arrow()
    card.set_open(False)
    assert has_arrow()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_title_can_be_hit(card: Card, scale: float) -> None:
    card.set_theme(make_theme("dark", scale))
    QApplication.sendPostedEvents()
    assert title(card).minimumHeight() >= 24 * scale


def test_nothing_in_it_is_shown_before_there_is_something_to_show_and_then_nothing_moves(
    qtbot: QtBot,
) -> None:
    card, content = Card("card", spacing_px=2), QLabel("1 → 1")
    qtbot.addWidget(card)
    card.set_theme(make_theme("dark"))
    card.column.addWidget(content)
    card.show()
    height, folded = card.sizeHint().height(), []
    assert card.is_open and not content.isVisible() and title(card).isVisible()
    for is_open in (False, True):
        # Folded and opened again meanwhile, it is no more there than before.
        card.set_open(is_open)
        QApplication.processEvents()
        folded.append(card.sizeHint().height())
        assert card.is_open == is_open and not content.isVisible()
    card.show_content()
    QApplication.processEvents()
    assert content.isVisible() and card.sizeHint().height() == height == folded[1] > folded[0]


def test_what_is_there_while_it_is_folded_is_seen_once_it_is_opened(qtbot: QtBot) -> None:
    card, content = Card("card", spacing_px=2), QLabel("256 → 10")
    qtbot.addWidget(card)
    card.column.addWidget(content)
    card.show()
    card.set_open(False)
    card.show_content()
    assert not content.isVisible()
    card.set_open(True)
    assert content.isVisible()
