"""Step 3: the optimizer with its formula, the rate and the batch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.training.config import OPTIMIZERS, TrainingConfig
from gui.optimizer.optimizer_formula import FORMULAS, formula_of
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from gui.widgets.number_field import NumberField

CONFIG = TrainingConfig(optimizer="adam", learning_rate=0.001, batch_size=32)
N = 60_000


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[OptimizerPanel]:
    panel = OptimizerPanel()
    qtbot.addWidget(panel)
    panel.set_theme(make_theme("dark"))
    panel.show_settings(CONFIG, N)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield panel


@pytest.fixture
def heard(panel: OptimizerPanel) -> list[tuple[Any, ...]]:
    said: list[tuple[Any, ...]] = []
    panel.setting_wanted.connect(lambda *setting: said.append(setting))
    panel.lecture_setting_wanted.connect(lambda: said.append(("lecture_setting",)))
    return said


def line(panel: OptimizerPanel, name: str) -> QLineEdit:
    found = panel.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def field(panel: OptimizerPanel, name: str) -> NumberField:
    return next(each for each in panel.findChildren(NumberField) if each.objectName() == name)


def texts(panel: OptimizerPanel) -> str:
    shown = (label.text() for label in panel.findChildren(QLabel) if not label.isHidden())
    return "\n".join(shown).replace("\u00a0", " ")


def enter(qtbot: QtBot, panel: OptimizerPanel, name: str, text: str) -> None:
    target = line(panel, name)
    target.setFocus()
    target.selectAll()
    qtbot.keyClick(target, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(target, text)
    else:
        target.insert(text)
    qtbot.keyClick(target, Qt.Key.Key_Return)


def test_showing_settings_asks_for_nothing(panel: OptimizerPanel, heard: list[tuple[Any, ...]]) -> None:
    for optimizer in OPTIMIZERS:
        panel.show_settings(replace(CONFIG, optimizer=optimizer, learning_rate=0.5, batch_size=7), N)
    assert heard == []


def test_the_settings_stand_in_their_fields(panel: OptimizerPanel) -> None:
    assert line(panel, "learning_rate").text() == "0.001"
    assert line(panel, "batch_size").text() == "32"
    optimizer = panel.findChild(QComboBox, "optimizer")
    assert isinstance(optimizer, QComboBox) and optimizer.currentData() == "adam"


@pytest.mark.parametrize(
    ("text", "rate"), [("0.01", 0.01), ("0,01", 0.01), ("1e-3x", None), ("1e-4", 1e-4), ("10", 10.0)]
)
def test_a_rate_is_taken_with_comma_or_point(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot, text: str, rate: float | None
) -> None:
    enter(qtbot, panel, "learning_rate", text)
    assert heard == ([] if rate is None else [("learning_rate", rate)])


@pytest.mark.parametrize("text", ["0", "-0.1", "nan", "inf", "text", "", "10.1", "1e999", "0,0", "\u22121"])
def test_a_rate_that_makes_no_sense_is_refused_where_it_is_typed(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot, text: str
) -> None:
    enter(qtbot, panel, "learning_rate", text)
    assert heard == []
    assert "over 0, up to 10" in field(panel, "learning_rate").refusal
    assert field(panel, "batch_size").refusal == ""


@pytest.mark.parametrize(("text", "size"), [("1", 1), ("60000", 60_000), ("60,000", 60_000), (" 64 ", 64)])
def test_a_batch_from_one_to_all_examples_is_taken(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot, text: str, size: int
) -> None:
    enter(qtbot, panel, "batch_size", text)
    assert heard == [("batch_size", size)]


@pytest.mark.parametrize("text", ["0", "-1", "60001", "1.5", "nan", "inf", "text", "", "1e3", "999999999999"])
def test_a_batch_that_makes_no_sense_is_refused_with_the_range(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot, text: str
) -> None:
    enter(qtbot, panel, "batch_size", text)
    assert heard == []
    assert "a whole number from 1 to 60,000" in field(panel, "batch_size").refusal


def test_a_refused_number_leaves_everything_else_as_it_was(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    enter(qtbot, panel, "learning_rate", "nan")
    enter(qtbot, panel, "batch_size", "16")
    assert heard == [("batch_size", 16)]
    assert line(panel, "learning_rate").text() == "nan"


def test_the_same_rate_again_asks_for_nothing(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    enter(qtbot, panel, "learning_rate", "1e-3")
    assert heard == []
    assert line(panel, "learning_rate").text() == "0.001"


@pytest.mark.parametrize("rate", [0.123456789, 1e-9, 0.1 + 0.2])
def test_leaving_an_untouched_field_never_changes_a_rate_that_is_longer_than_its_text(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot, rate: float
) -> None:
    panel.show_settings(replace(CONFIG, learning_rate=rate), N)
    line(panel, "learning_rate").setFocus()
    qtbot.keyClick(line(panel, "learning_rate"), Qt.Key.Key_Return)
    line(panel, "batch_size").setFocus()
    assert heard == []


def test_the_rate_on_the_sum_is_n_times_smaller_where_a_step_is_proportional_to_the_gradient(
    panel: OptimizerPanel,
) -> None:
    panel.show_settings(replace(CONFIG, learning_rate=0.6, optimizer="sgd"), N)
    # 0.6 / 60,000 = 1e-5.
    assert "on L: η / N = 1.0·10⁻⁵" in texts(panel)
    panel.show_settings(replace(CONFIG, learning_rate=0.6, optimizer="adam"), N)
    assert "on L" not in texts(panel)


def test_every_optimizer_of_the_engine_can_be_chosen_and_shows_its_formula(
    panel: OptimizerPanel,
) -> None:
    assert tuple(FORMULAS) == OPTIMIZERS
    for name in OPTIMIZERS:
        config = replace(CONFIG, optimizer=name)
        panel.show_settings(config, N)
        assert formula_of(config).replace("\u00a0", " ") in texts(panel)
    panel.show_settings(replace(CONFIG, optimizer="adamw", weight_decay=0.03), N)
    assert "(1 − 0.03 " in texts(panel)


def test_who_listens_hears_the_formula_with_its_powers(panel: OptimizerPanel) -> None:
    panel.show_settings(replace(CONFIG, optimizer="adam"), N)
    formula = panel.findChild(QLabel, "optimizer_formula")
    assert formula is not None and formula.accessibleName().endswith("θ ← θ − η m̂ / (√v̂ + 10⁻⁸)")


def test_choosing_an_optimizer_asks_for_it(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    optimizer = panel.findChild(QComboBox, "optimizer")
    assert isinstance(optimizer, QComboBox)
    optimizer.setFocus()
    qtbot.keyClick(optimizer, Qt.Key.Key_Up)
    assert heard == [("optimizer", "rmsprop")]


def test_the_whole_set_has_no_batch_to_choose(panel: OptimizerPanel) -> None:
    panel.show_settings(replace(CONFIG, optimizer="sgd", batch_size=None), N)
    assert field(panel, "batch_size").isHidden()
    assert "all 60,000" in texts(panel)
    panel.show_settings(CONFIG, N)
    assert not field(panel, "batch_size").isHidden()
    assert "all 60,000" not in texts(panel)


def test_the_lectures_setting_is_one_click_away(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]], qtbot: QtBot
) -> None:
    lecture = panel.findChild(QPushButton, "lecture_setting")
    assert isinstance(lecture, QPushButton)
    qtbot.mouseClick(lecture, Qt.MouseButton.LeftButton)
    assert heard == [("lecture_setting",)]


def test_every_control_can_be_found_and_read_out(panel: OptimizerPanel) -> None:
    controls: list[QWidget] = [
        *panel.findChildren(QLineEdit),
        *panel.findChildren(QComboBox),
        *panel.findChildren(QPushButton),
    ]
    assert len(controls) >= 4
    for control in controls:
        assert control.objectName()
        assert control.accessibleName() or getattr(control, "text", str)()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_controls_say_what_they_are_for(panel: OptimizerPanel) -> None:
    for name in ("learning_rate", "batch_size"):
        assert line(panel, name).toolTip()
    for kind in (QComboBox, QPushButton):
        for control in panel.body.findChildren(kind):
            assert control.toolTip()
    assert "Gradient descent" in panel.whatsThis()
    # An optimizer that is chosen in mid-run begins anew: its t is not the run's number of updates.
    tips = " ".join(label.toolTip() for label in panel.body.findChildren(QWidget))
    assert "update number t since the optimizer was chosen" in tips
    assert panel.objectName() == "best_function_panel"


def test_another_language_asks_for_nothing_and_keeps_the_numbers(
    panel: OptimizerPanel, heard: list[tuple[Any, ...]]
) -> None:
    before = texts(panel)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert texts(panel) == before
    assert line(panel, "learning_rate").text() == "0.001"
    assert heard == []


def test_a_field_that_is_refused_is_explained_to_a_screen_reader(panel: OptimizerPanel, qtbot: QtBot) -> None:
    enter(qtbot, panel, "learning_rate", "0")
    assert "over 0, up to 10" in line(panel, "learning_rate").accessibleDescription()
    enter(qtbot, panel, "learning_rate", "0.5")
    assert line(panel, "learning_rate").accessibleDescription() == ""


@pytest.mark.parametrize("scale", [0.8, 0.9, 1.0, 1.25])
def test_the_bar_of_the_mean_is_seen_in_the_first_line_at_every_size_of_type(
    panel: OptimizerPanel, scale: float
) -> None:
    theme = replace(make_theme("dark"), scale=scale)
    panel.setStyleSheet(sheet_of(theme))
    panel.set_theme(theme)
    label = panel.findChild(QLabel, "optimizer_formula")
    assert isinstance(label, QLabel) and label.text().index("C̄") < label.text().index("<br>")
    QApplication.processEvents()
    with_bar = label.grab().toImage()
    label.setText(label.text().replace("C̄", "C", 1))
    assert label.grab().toImage() != with_bar
