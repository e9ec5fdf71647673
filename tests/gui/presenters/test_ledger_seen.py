"""What was last seen is shown anew where lives or the moment looked at are others, and not for other exact losses."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.analysis.last_seen import LastSeen
from gui.app.frame_clock import FrameClock
from gui.ledger.ledger_page import LedgerPage
from gui.presenters.ledger_seen import LedgerSeen
from gui.widgets.fitting_label import FittingLabel
from tests.gui.ledger.lives import lives
from tests.gui.ledger.test_seen_marks import EXACT

NAMES = "cat", "dog", "cow"


class Desk:
    def __init__(self) -> None:
        self.shown: list[LastSeen | None] = []
        self.seen = LedgerSeen(FrameClock(), lambda _: ("loss", 0), self._note)

    def _note(self) -> None:
        self.shown.append(self.seen.terms.losses)


def test_it_is_renewed_by_lives_and_by_the_moment_alone() -> None:
    desk, first = Desk(), lives()
    assert desk.seen.renew(None, EXACT, None)
    assert desk.shown[-1] is not None and desk.shown[-1].seen_count == 0
    assert desk.seen.renew(first, EXACT, None) and not desk.seen.renew(first, EXACT, None)
    # Other exact losses of the same run are no news.
    assert not desk.seen.renew(first, replace(EXACT, update=13), None)
    assert desk.seen.renew(first, EXACT, 8) and desk.shown[-1] is not None and desk.shown[-1].later == 2
    assert desk.seen.renew(lives(), EXACT, 8) and len(desk.shown) == 4
    desk.seen.drop()
    assert desk.seen.terms.losses is None and desk.seen.renew(first, EXACT, 8)


@pytest.mark.parametrize("other", [replace(EXACT, run=4), replace(EXACT, losses=EXACT.losses[:4])])
def test_lives_of_another_run_are_nobodys(other: Any) -> None:
    desk = Desk()
    desk.seen.renew(lives(), other, None)
    assert desk.shown[-1] is not None and desk.shown[-1].seen_count == 0


def test_head_wall_curve_and_words_are_of_what_was_seen(qtbot: QtBot) -> None:
    page, desk = LedgerPage(), Desk()
    qtbot.addWidget(page)
    page.resize(900, 500)
    has_lives, walls = [True], list[Any]()
    presenter = SimpleNamespace(
        has_lives=has_lives[0],
        show_wall=lambda *asked: walls.append(asked),
        says=lambda *_: ("of their lives",),
    )
    parts: Any = SimpleNamespace(page=page, lives=presenter)
    data = SimpleNamespace(class_names=NAMES)
    layers = (SimpleNamespace(activation="softmax"),)
    info: Any = SimpleNamespace(
        data=data,
        config=SimpleNamespace(loss="cross_entropy"),
        architecture=SimpleNamespace(layers=layers),
    )
    # Before anything is known nothing is shown.
    desk.seen.show(parts, info, "loss", "now", None)
    assert page.wall.wall is None
    # Before the engine has sent what batches said, nobody is called one of no batch.
    desk.seen.renew(None, EXACT, None)
    desk.seen.show(parts, info, "loss", "now", None)
    walls.clear()
    label = page.findChild(FittingLabel, "ledger_says")
    assert label is not None and "hatched" not in label.whole
    desk.seen.renew(lives(with_dropout=True), EXACT, 8)
    desk.seen.show(parts, info, "confidence", "wrong", None)
    wall = page.wall.wall
    assert wall is not None and wall.losses is desk.shown[-1] and wall.order == "loss"
    assert (
        walls == [("confidence", "wrong")]
        and page.curve.marks is not None
        and page.curve.marks.unseen == 3 / 5
    )
    assert (page.accessibleName(), page.accessibleDescription()) == (
        "Σ C = 5.500, not L",
        "as last seen, updates 7 to 8",
    )
    assert label.whole.split("  ·  ") == [
        "hatched: 2 last seen after update 8, so not known there",
        "hatched: 1 in no batch of updates 4 to 8",
        "of their lives",
        "full shade: wrong when last seen, 2 of 2",
        "answers with dropout in force",
        "each C is of the θ before its own update, so their sum is not L",
        "C rises to the right, one band for each class",
    ]
