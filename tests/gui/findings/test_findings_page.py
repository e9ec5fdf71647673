"""The page keeps a card as long as its finding holds; what is over is a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.findings import findings_page
from gui.findings.finding_card import FindingCard
from gui.findings.findings_page import MOST_PAST, FindingsPage
from gui.findings.remedies import Remedy
from gui.theme.style_sheet import apply_theme
from gui.theme.tokens import make_theme
from gui.theme.worn_sheet import wear
from gui.widgets.layouts import column
from tests.gui.figures.figure_rows import rows_of
from tests.gui.findings.some_findings import finding
from tests.gui.tab_stops import tab_stops


def text(page: FindingsPage, name: str) -> str | None:
    label = page.findChild(QLabel, f"findings_{name}")
    assert isinstance(label, QLabel)
    return None if label.isHidden() else label.text()


def cards(page: FindingsPage) -> list[FindingCard]:
    """From the top down."""
    found = [page._list.itemAt(place).widget() for place in range(page._list.count())]
    return [card for card in found if isinstance(card, FindingCard)]


def test_what_holds_and_what_did(qtbot: QtBot) -> None:
    page = FindingsPage()
    qtbot.addWidget(page)
    assert text(page, "none") is not None and text(page, "past_lines") is None
    now = [finding("dead"), finding("plateau")]
    page.show_findings(now, [None, None], [finding("vanishing", holds=False)])
    first = cards(page)
    assert [card.kind for card in first] == ["dead", "plateau"] and text(page, "none") is None
    assert text(page, "past_lines") == "Vanishing gradient: updates 2,000 to 11,000"
    assert text(page, "past_more") is None
    page.show_findings(
        [finding("vanishing"), *now[1:]], [None, None], [finding("dead", holds=False)] * (MOST_PAST + 2)
    )
    assert [card.kind for card in cards(page)] == ["vanishing", "plateau"] and cards(page)[1] is first[1]
    assert text(page, "past_more") == "and 2 more"
    with qtbot.waitSignal(page.tried):
        cards(page)[0].tried.emit("vanishing")


def test_what_waits_since_a_change_is_not_said_to_hold_no_more(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(findings_page, "announce", lambda _who, sentence: heard.append(sentence))
    page = FindingsPage()
    qtbot.addWidget(page)
    over = [finding("exploding", holds=False), finding("dead", holds=False)]
    said = (
        "The numbers still hold, but not for long enough since settings or parameters were changed: Exploding gradient,"
        " Dead neurons."
    )
    page.show_findings((), (), over, over)
    assert (text(page, "none"), text(page, "waits")) == (None, said)
    page.take_keyboard()
    assert heard == [f"Findings: {said}"]
    # Beside one that holds too; and then no more.
    page.show_findings((finding("plateau"),), (None,), over, over[1:])
    assert (text(page, "none"), text(page, "waits")) == (None, said.replace("Exploding gradient, ", ""))
    page.show_findings((), (), over)
    assert text(page, "none") is not None and text(page, "waits") is None
    about = text(page, "about")
    # A vanishing gradient has to hold over 100 updates, biases that began at 0 over 2,000.
    assert about is not None and "over as many updates as its kind needs (100 to 2,000), and" in about


def test_all_of_them_are_saved_as_a_table_of_the_newest_measurement(qtbot: QtBot) -> None:
    page = FindingsPage()
    qtbot.addWidget(page)
    page.show_findings((), (), ())
    assert page.figure() is None
    page.show_findings((finding("dead"),), (None,), (finding("plateau", holds=False),))
    figure = page.figure()
    assert figure is not None and figure.update == 11_000 and figure.is_table
    assert rows_of(figure)[1][1:3] == ("Dead neurons", "1") and rows_of(figure)[2][1:3] == ("A plateau", "0")


def test_asked_for_by_a_key_it_has_the_keyboard_and_says_what_it_holds(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(findings_page, "announce", lambda _who, sentence: heard.append(sentence))
    page = FindingsPage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.take_keyboard()
    close = page.findChild(QPushButton, "findings_close")
    qtbot.waitUntil(close.hasFocus)
    assert heard == ["Findings: At the last measurement nothing has held long enough to be a finding."]


def test_esc_takes_it_away_and_other_keys_are_left_to_others(qtbot: QtBot) -> None:
    page = FindingsPage()
    qtbot.addWidget(page)
    close = page.findChild(QPushButton, "findings_close")
    assert close is not None
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(close, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(close, Qt.Key.Key_Escape)


def test_first_shown_after_a_change_of_the_type_all_of_it_has_that(qtbot: QtBot, qapp: QApplication) -> None:
    small, large = make_theme("dark", 1.0), make_theme("dark", 2.0)
    apply_theme(qapp, small)
    page = FindingsPage()
    qtbot.addWidget(page)
    apply_theme(qapp, large)
    wear(page, large)
    page.set_theme(large)
    page.show()
    qapp.processEvents()
    parts = (page.findChild(QLabel, "findings_none"), page.findChild(QPushButton, "findings_close"))
    body = large.font("body").pixelSize()
    assert [part.font().pixelSize() for part in parts if part is not None] == [body, body]


def test_tab_goes_through_its_cards_before_close_whatever_else_is_in_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(findings_page, "announce", lambda _who, sentence: heard.append(sentence))
    window, page, other = QWidget(), FindingsPage(), QPushButton("other")
    qtbot.addWidget(window)
    other.setObjectName("other")
    column(window, page, other)
    window.show()
    window.activateWindow()
    tried = Remedy("relu", None)
    page.show_findings([finding("plateau")], [tried], ())
    page.show_findings([finding("dead"), finding("plateau")], [None, tried], ())
    own = ["finding_dead_dismiss", "finding_plateau_try", "finding_plateau_dismiss", "findings_close"]
    assert [stop.objectName() for stop in tab_stops(window)] == [*own, "other"]
    page.take_keyboard()
    first = page.findChild(QPushButton, own[0])
    qtbot.waitUntil(first.hasFocus)
    assert heard == ["Findings: Dead neurons, A plateau"]
