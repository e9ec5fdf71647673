"""A card shows its finding, and its buttons say which kind they are of."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.findings.finding_card import FindingCard
from gui.findings.remedies import Remedy
from tests.gui.findings.some_findings import finding


def test_a_card_says_what_why_and_what_to_try(qtbot: QtBot) -> None:
    card = FindingCard("dead")
    qtbot.addWidget(card)
    card.show_finding(finding("dead"), Remedy("leaky_relu", None))
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert texts[:2] == ["Dead neurons", "since update 2,000; numbers exact at update 11,000"]
    assert texts[2].startswith("12 of 16 in layer 2") and texts[3].startswith("Where f′(z) is 0")
    tried, dismissed = card.findChildren(QPushButton)
    assert tried.accessibleName() == texts[4] == "Try it: leaky ReLU" and not tried.isHidden()
    assert dismissed.accessibleName() == "Dead neurons: not again in this run"
    with qtbot.waitSignal(card.tried, check_params_cb=lambda kind: kind == "dead"):
        tried.click()
    with qtbot.waitSignal(card.dismissed, check_params_cb=lambda kind: kind == "dead"):
        dismissed.click()
    card.show_finding(finding("dead"), None)
    assert tried.isHidden()
