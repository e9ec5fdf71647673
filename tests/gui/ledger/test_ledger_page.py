"""The page tells which set and which order are wanted, and says when there is nothing to be seen yet."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from gui.ledger.ledger_page import LedgerPage
from gui.theme.tokens import make_theme


@pytest.fixture
def page(qtbot: QtBot) -> LedgerPage:
    page = LedgerPage()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.set_theme(make_theme("dark"))
    page.show()
    return page


@pytest.mark.parametrize(
    "name, line, wanted",
    [("ledger_split", 1, "test"), ("ledger_order", 1, "class"), ("ledger_order", 2, "number")],
)
def test_what_is_chosen_is_told(page: LedgerPage, qtbot: QtBot, name: str, line: int, wanted: str) -> None:
    box = page.findChild(QComboBox, name)
    assert box is not None
    signal = page.split_wanted if name == "ledger_split" else page.order_wanted
    with qtbot.waitSignal(signal, check_params_cb=lambda value: value == wanted):
        box.setCurrentIndex(line)
        box.activated.emit(line)


def test_what_is_shown_emits_nothing(page: LedgerPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.split_wanted), qtbot.assertNotEmitted(page.order_wanted):
        page.show_choice("test", "number", False)
    boxes = [page.findChild(QComboBox, name) for name in ("ledger_split", "ledger_order")]
    assert [box.currentText() for box in boxes if box is not None] == ["test", "by number"]


def test_a_message_stands_in_the_place_of_the_wall(page: LedgerPage) -> None:
    page.show_message("Every C is being computed…")
    message = page.findChild(QLabel, "ledger_message")
    assert message is not None and message.isVisible() and not page.wall.isVisible()
    page.show_message("")
    assert not message.isVisible() and page.wall.isVisible() and page.curve.isVisible()
