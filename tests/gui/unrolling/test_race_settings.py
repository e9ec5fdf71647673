"""With what the three of a race are trained is said as it is: of all, or of each; and what was not alike is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.engine.journal_marks import JournalMark
from core.training.config import TrainingConfig
from gui.unrolling.race_settings import RaceSettings, config_words, settings_words

USUAL = TrainingConfig()
RATE = JournalMark(14, "setting", "learning_rate", 0.001, 0.01)


def settings(**more: Any) -> RaceSettings:
    return replace(RaceSettings((USUAL,) * 3, updates=7500), **more)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Adam, η = 0.001, batch 32"),
        ({"optimizer": "sgd", "learning_rate": 0.1, "dropout": 0.5}, "SGD, η = 0.1, batch 32, dropout 0.5"),
        (
            {"batch_size": None, "l2": 0.01, "clip_norm": 1.0},
            "Adam, η = 0.001, batch all, λ₂ 0.01, clipping 1",
        ),
        ({"optimizer": "adamw"}, "AdamW, η = 0.001, batch 32, weight decay 0.01"),
        (
            {"schedule": "step", "schedule_start": 7},
            "Adam, η = 0.001, batch 32, schedule in steps, schedule period 10,000, schedule factor 0.1",
        ),
    ],
)
def test_settings_that_are_not_as_usual_are_said(changes: dict[str, Any], words: str) -> None:
    assert config_words(replace(USUAL, **changes)) == words


@pytest.mark.parametrize("state", ["ready", "running", "paused"])
def test_all_three_are_trained_on_the_same_batches_with_what_is_set(state: str) -> None:
    text = settings_words(settings(configs=(replace(USUAL, learning_rate=0.01),) * 3), state)
    assert "trained on the same batches: Adam, η = 0.01, batch 32. " in text
    assert "ends at update 7,500" in text and "changed" not in text


def test_where_they_differ_each_has_its_own() -> None:
    three = USUAL, USUAL, replace(USUAL, learning_rate=0.01)
    text = settings_words(settings(configs=three, changes=((), (), (RATE,))), "paused")
    assert (
        "not alike – dense: Adam, η = 0.001, batch 32; windows: Adam, η = 0.001, batch 32;"
        " shared: Adam, η = 0.01, batch 32." in text
    )
    assert "not trained alike from the start" in text


def test_what_was_changed_on_the_way_is_said_and_whether_alike() -> None:
    assert settings(changes=((), (), ())).is_fair
    alike = settings(changes=((RATE,),) * 3)
    assert alike.is_fair and "on the way, in all three alike" in settings_words(alike, "running")
    # Before the first update it is what they began with.
    first = settings(changes=((replace(RATE, update=0),),) * 3)
    assert first.is_fair and "on the way" not in settings_words(first, "running")
    # Set back again at another update than the others.
    back = replace(RATE, update=20, before=0.01, after=0.001)
    for changes in (((RATE, back), (), ()), ((RATE,), (RATE,), (replace(RATE, update=15),))):
        assert not settings(changes=changes).is_fair
    edit = JournalMark(14, "edit", "w", 0.0, 9.0)
    assert not settings(changes=((edit,),) * 3).is_fair
    # A schedule that each began at its own update is told by its mark.
    assert settings(configs=(USUAL, USUAL, replace(USUAL, schedule_start=3))).are_alike


def test_the_three_that_part_have_a_reason_and_run_is_for_all_or_none() -> None:
    text = settings_words(settings(parted=((0, "batches"), (1, "place"))), "over")
    assert text.startswith(
        "The three are not trained together any more. “dense” had batches of another size. “windows”"
    )
    assert "stood at another batch" in text and "else none of them" in text
    assert "same batches" not in text and "All have the same settings: Adam" in text
    differ = settings(configs=(USUAL, USUAL, replace(USUAL, batch_size=100)), parted=((0, "seed"),))
    assert "Their settings differ – dense: Adam, η = 0.001, batch 32; " in settings_words(differ, "over")
    assert "batch 100." in settings_words(differ, "over")
