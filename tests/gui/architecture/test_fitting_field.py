"""A field that refuses what is out of its range with the range, and what does not fit with a sentence."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.architecture.fitting_field import FittingField


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("3", ""),
        ("0", "⚠ 0 is refused: give a whole number from 1 to 9."),
        ("7", "⚠ 7 is refused. The picture is 5 × 5: give at most 5."),
    ],
)
def test_what_is_refused_has_its_own_sentence(qtbot: QtBot, text: str, refusal: str) -> None:
    sentence = "The picture is 5 × 5: give at most 5."
    field = FittingField("kernel_1", 1, 9, lambda value: sentence if value > 5 else "")
    qtbot.addWidget(field)
    field.show_value(2)
    field.setText(text)
    field.setModified(True)
    assert field.commit() is (not refusal) and field.refusal == refusal
    assert field.accessibleDescription() == refusal.removeprefix("⚠ ")
    assert field.value == (2 if refusal else 3)
