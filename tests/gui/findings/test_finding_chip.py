"""The chip is there while there is something, and says how much to who sees and who listens."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.findings.finding_chip import FindingChip


def test_it_says_how_many_there_are(qtbot: QtBot) -> None:
    chip = FindingChip()
    qtbot.addWidget(chip)
    assert chip.isHidden()
    chip.show_titles(("Overfitting",))
    assert not chip.isHidden() and chip.text() == "1 finding"
    assert chip.accessibleName() == "1 finding: Overfitting"
    chip.show_titles(("Overfitting", "A plateau"))
    assert chip.toolTip() == "What the numbers say: Overfitting, A plateau"
    with qtbot.waitSignal(chip.wanted):
        chip.click()
    chip.show_titles(())
    assert chip.isHidden()
