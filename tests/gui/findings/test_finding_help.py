"""Every kind says when it is told, with the thresholds that it is found by."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.analysis import findings, layer_findings, loss_findings
from core.analysis.findings import KINDS
from gui.findings.finding_card import FindingCard
from gui.findings.finding_help import finding_explanations, help_of, rule_of
from gui.findings.finding_words import reason_of, title_of
from tests.gui.findings.some_findings import finding


def test_every_kind_has_its_name_its_reason_and_its_rule(qapp: object) -> None:
    assert [kind for kind, _ in finding_explanations()] == list(KINDS) and len(KINDS) == 9
    for kind, each in finding_explanations():
        assert each.title == title_of(kind) and "{" not in each.text
        assert help_of(kind).startswith(f"{title_of(kind)}. {reason_of(kind)[:20]}")
        assert "exact measurements in a row" in help_of(kind)


@pytest.mark.parametrize(
    "kind, said",
    [
        ("zero_start", ("15 % of guessing", "at 2 exact", "over 100 updates")),
        ("vanishing", ("0.2 % of the output", "50 % of guessing", "of the last update’s batch")),
        ("exploding", ("2 times the mean Cⁿ", "of the last update’s batch")),
        ("dead", ("60 % of a hidden layer’s neurons, of 4 or more", "over 300 updates")),
        ("rate_too_high", ("0.4 % of their size", "1.5 times guessing", "1 % above", "2 % or more")),
        ("rate_too_low", ("0.005 % of their size",)),
        ("overfitting", ("1.25 times its least", "80 % of what", "1.5 times the training", "at 3 exact")),
        (
            "zero_biases",
            ("2 % of what the mean as every answer costs", "over 2,000 updates", "with ReLU or leaky"),
        ),
        ("plateau", ("1 % in 2,000 updates", "over 200 updates")),
    ],
)
def test_its_thresholds_are_those_on_paper(qapp: object, kind: str, said: tuple[str, ...]) -> None:
    rule = rule_of(kind)
    for part in said:
        assert part in rule, rule


def test_what_guessing_is_without_classes_is_said_where_it_is_spoken_of(qapp: object) -> None:
    for kind in KINDS:
        assert ("guessing is to answer always the mean" in rule_of(kind)) is ("guessing" in rule_of(kind))


def test_where_a_guess_costs_nothing_is_said_of_each_kind_that_is_held_against_it(qapp: object) -> None:
    for kind in KINDS:
        assert ("costs less than 0.0001, none" in rule_of(kind)) is (kind != "overfitting")


def test_a_rule_follows_what_it_is_found_by(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loss_findings, "RISEN", 1.3)
    monkeypatch.setattr(layer_findings, "DEAD", 0.7)
    monkeypatch.setitem(findings.RENEWALS, "overfitting", 5)
    assert "1.3 times its least" in rule_of("overfitting") and "at 5 exact" in rule_of("overfitting")
    assert "70 % of a hidden layer" in rule_of("dead")


def test_a_card_answers_what_this_is(qtbot: QtBot) -> None:
    card = FindingCard("dead")
    qtbot.addWidget(card)
    card.show_finding(finding("dead"), None)
    assert card.whatsThis() == help_of("dead")
