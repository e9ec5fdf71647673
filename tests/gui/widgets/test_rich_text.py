"""A formula is read out as it is written: what is raised or lowered stays so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.training.config import TrainingConfig
from gui.architecture.activation_names import FORMULAS
from gui.loss.loss_panel import FORMULA_L, FORMULAS_C
from gui.optimizer.optimizer_formula import FORMULAS as UPDATES
from gui.optimizer.optimizer_formula import formula_of
from gui.widgets.rich_text import show_formula, spoken_formula

SCHEDULED = replace(
    TrainingConfig(), schedule="step", schedule_factor=0.5, schedule_period=1000, clip_norm=1.0
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("√<i>v̂</i> + 10<sup>−8</sup>", "√v̂ + 10⁻⁸"),
        ("10<sup>−10</sup>", "10⁻¹⁰"),
        (FORMULA_L, "L = Σₙ Cⁿ"),
        ("<i>y</i><sub><i>i</i></sub> <i>ŷ</i><sub><i>i</i></sub>", "yᵢ ŷᵢ"),
        ("1 / (1 + e<sup>−<i>z</i></sup>)", "1 / (1 + e⁻ᶻ)"),
        ("<i>η<sub>k</sub></i>", "ηₖ"),
        ("<i>a</i><sub>prev</sub> + <i>f</i>(<i>z</i>)", "aₚᵣₑᵥ + f(z)"),
        ("0.5<sup>⌊<i>k</i> / 1,000⌋</sup>", "0.5^⌊k / 1,000⌋"),
        ("0.5<sup>k / 2</sup><sub>Q</sub>", "0.5^(k / 2)_(Q)"),
        ("<i>k</i> &lt; 3<br/>a < b > c", "k < 3\na < b > c"),
        ("<big>\u200b</big>a\u00a0b", "a b"),
    ],
)
def test_a_raised_and_a_lowered_letter_is_read_out_as_one(written: str, read: str) -> None:
    assert spoken_formula(written) == read


def test_no_formula_of_the_panels_loses_what_is_raised_or_lowered() -> None:
    updates = [formula_of(replace(TrainingConfig(), optimizer=name)) for name in UPDATES]
    for written in (*FORMULAS.values(), *FORMULAS_C.values(), *updates, formula_of(SCHEDULED)):
        read = spoken_formula(written)
        raised = sum(letter in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿᶻ^" for letter in read)
        lowered = sum(letter in "₀₁₂₃₄₅₆₇₈₉ᵢₙᵣₖ" for letter in read)
        assert raised >= written.count("<sup>") and lowered >= written.count("<sub>"), read
        assert "<" not in read and "&" not in read


def test_a_label_is_read_out_as_its_formula_is_written(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    show_formula(label, "10<sup>−8</sup>")
    heard = QAccessible.queryAccessibleInterface(label)
    assert label.text() == "10<sup>−8</sup>" and heard.text(QAccessible.Text.Name) == "10⁻⁸"
