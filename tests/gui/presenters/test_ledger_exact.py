"""The exact terms are ordered by what has come, and the line over the wall says how they are to be read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gui.ledger.ledger_page import LedgerPage
from gui.presenters.ledger_exact import order_of, show_exact_says
from gui.widgets.fitting_label import FittingLabel
from tests.gui.ledger.answers import NAMES, answers


def parts_of(page: Any, has_lives: bool = True) -> Any:
    says = lambda order, shade, past: (f"lives {past}",) if order == "forgotten" else ()  # noqa: E731
    return SimpleNamespace(page=page, lives=SimpleNamespace(has_lives=has_lives, says=says))


@pytest.mark.parametrize(
    ("order", "has_confidences", "has_lives", "expected"),
    [
        ("confidence", True, False, "confidence"),
        ("confidence", False, True, "loss"),
        ("forgotten", False, True, "forgotten"),
        ("forgotten", True, False, "loss"),
        ("class", False, False, "class"),
    ],
)
def test_by_c_until_it_is_known(order: str, has_confidences: bool, has_lives: bool, expected: str) -> None:
    assert order_of(parts_of(None, has_lives), answers(has_confidences), order) == expected


def test_what_is_said_of_the_wall(qtbot: QtBot) -> None:
    page = LedgerPage()
    qtbot.addWidget(page)
    page.wall.show_losses(answers(), "loss", NAMES, None)
    label = page.findChild(FittingLabel, "ledger_says")
    assert label is not None
    wrong, rises = "full shade: wrong at update 7, 5 of 12", "C rises to the right, one band for each class"
    for order, is_past, diverged, expected in (
        ("loss", False, "", [wrong, rises]),
        ("loss", False, "it diverged", ["it diverged", wrong, rises]),
        ("forgotten", False, "", ["lives None", wrong]),
        ("forgotten", True, "", ["lives 7", wrong]),
    ):
        show_exact_says(parts_of(page), answers(), order, "now", is_past, diverged)
        assert label.whole.split("  ·  ") == expected
    show_exact_says(parts_of(page), answers(), "loss", "now", False, "", is_before_edit=True)
    assert label.whole.split("  ·  ")[0] == "full shade: wrong before θ was edited, 5 of 12"
