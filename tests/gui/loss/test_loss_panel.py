"""Step 2: L, the mean Cⁿ and the accuracies, exactly as they were computed."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.data.dataset_spec import DatasetSpec
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.loss.loss_panel import LossPanel
from gui.theme.tokens import make_theme
from tests.gui.whole_look import apply_theme

EXACT = ExactLoss(
    run=0,
    update=1875,
    train_total=12_345.6,
    train_count=60_000,
    train_accuracy=0.9412,
    test_total=2_222.0,
    test_count=10_000,
    test_accuracy=0.9376,
)


@pytest.fixture
def panel(qtbot: QtBot) -> LossPanel:
    panel = LossPanel()
    qtbot.addWidget(panel)
    panel.set_theme(make_theme("dark"))
    return panel


def texts(panel: LossPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel)]


def total(panel: LossPanel) -> QLabel:
    label = panel.findChild(QLabel, "total_loss")
    assert isinstance(label, QLabel)
    return label


def test_before_the_first_loss_is_known_no_number_is_shown(panel: LossPanel) -> None:
    assert total(panel).text() == "<i>L</i> = …"
    assert texts(panel).count("…") == 4
    assert not any(text.startswith("after update") for text in texts(panel))


def test_where_nothing_is_measured_any_more_no_number_is_promised(panel: LossPanel) -> None:
    panel.set_measured(False)
    assert total(panel).text() == "<i>L</i> = –" and "…" not in texts(panel)
    assert "not measured: there is no training" in texts(panel)
    # What was measured stays.
    panel.show_exact(EXACT)
    assert "12,346" in total(panel).text() and "not measured: there is no training" not in texts(panel)
    panel.show_exact(None)
    panel.set_measured(True)
    assert total(panel).text() == "<i>L</i> = …" and texts(panel).count("…") == 4


def test_who_listens_hears_the_formulas_with_their_indices(panel: LossPanel) -> None:
    formula = panel.findChild(QLabel, "loss_formula")
    assert formula is not None
    assert formula.accessibleName() == "Smaller L is better.  L = Σₙ Cⁿ\nCⁿ = −Σᵢ ŷᵢ ln yᵢ = −ln yᵣ"


def test_of_before_an_edit_it_says_so(panel: LossPanel) -> None:
    panel.show_exact(EXACT, is_before_edit=True)
    assert f"after update {EXACT.update:,}, θ edited since" in texts(panel)
    panel.show_exact(EXACT)
    assert f"after update {EXACT.update:,}" in texts(panel)


def test_a_number_that_is_reached_alone_says_what_it_is(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    # 12,345.6 / 60,000 and 2,222 / 10,000.
    assert {label.accessibleName() for label in panel.findChildren(QLabel)} >= {
        "mean Cⁿ, training: 0.206",
        "mean Cⁿ, test: 0.222",
        "accuracy, training: 94.1 %",
        "accuracy, test: 93.8 %",
    }


def test_l_is_the_sum_over_the_training_set(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    assert total(panel).text() == "<i>L</i> = 12,346"


def test_the_update_that_the_numbers_belong_to_is_named(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    assert "after update 1,875" in texts(panel)


def test_both_sets_are_compared_by_their_means(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    # 12,345.6 / 60,000 and 2,222 / 10,000.
    assert "0.206" in texts(panel)
    assert "0.222" in texts(panel)


def test_accuracies_are_shares_of_a_hundred(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    assert "94.1 %" in texts(panel)
    assert "93.8 %" in texts(panel)


def test_training_stands_left_of_test(panel: LossPanel) -> None:
    panel.show_run(RunInfo(0, Architecture.dense(), TrainingConfig(), (2, 3), 9, 60_000, 30, 1))
    panel.show_exact(EXACT)
    panel.resize(240, 300)
    panel.show()
    place = {label.text(): label.geometry().left() for label in panel.findChildren(QLabel)}
    assert place["training"] == place["0.206"] == place["94.1 %"]
    assert place["test"] == place["0.222"] == place["93.8 %"]
    assert place["training"] < place["test"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (0.012345, "0.01235"),
        (3.25, "3.250"),
        (138_155.1, "138,155"),
        (1_234.4, "1,234"),
        (999.96, "1,000"),
    ],
)
def test_small_and_large_sums_keep_the_figures_that_count(panel: LossPanel, value: float, text: str) -> None:
    panel.show_exact(replace(EXACT, train_total=value))
    assert total(panel).text() == f"<i>L</i> = {text}"


@pytest.mark.parametrize("value", [math.inf, math.nan])
def test_a_sum_that_is_not_finite_is_never_shown_as_a_number(panel: LossPanel, value: float) -> None:
    panel.show_exact(replace(EXACT, train_total=value, test_total=value))
    assert not any(character.isdigit() for character in total(panel).text())


def test_another_run_shows_nothing_of_the_run_before(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    panel.show_exact(None)
    assert "…" in total(panel).text()
    assert "12,346" not in total(panel).accessibleName()
    assert not any(text.startswith("after update") for text in texts(panel))


def test_smaller_is_better_is_said_once(panel: LossPanel) -> None:
    assert "".join(texts(panel)).count("Smaller L is better.") == 1


def test_a_screen_reader_hears_l_and_its_update(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    assert total(panel).accessibleName() == "L = 12,346"
    assert panel.accessibleName()
    assert panel.objectName() == "goodness_panel"


def test_the_panel_explains_itself(panel: LossPanel) -> None:
    assert "loss Cⁿ of each example" in panel.whatsThis()


def test_the_title_folds_the_panel_away_and_back(panel: LossPanel, qtbot: QtBot) -> None:
    title = panel.findChild(QPushButton, "card_title")
    assert isinstance(title, QPushButton)
    opened: list[bool] = []
    panel.opened.connect(lambda: opened.append(True))
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert not panel.is_open and opened == []
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert panel.is_open and opened == [True]


def test_opening_by_a_verb_says_nothing(panel: LossPanel) -> None:
    opened: list[bool] = []
    panel.opened.connect(lambda: opened.append(True))
    panel.set_open(False)
    panel.set_open(True)
    assert opened == []


def test_another_language_keeps_the_numbers(panel: LossPanel) -> None:
    panel.show_exact(EXACT)
    before = texts(panel)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert texts(panel) == before


def test_a_sum_without_bound_is_called_so(panel: LossPanel) -> None:
    panel.show_exact(replace(EXACT, train_total=math.inf))
    assert total(panel).text() == "<i>L</i> = ∞"


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "100.0 %"), (59999 / 60000, ">99.9 %"), (0.0, "0.0 %"), (1 / 60000, "<0.1 %"), (0.5, "50.0 %")],
)
def test_all_but_one_is_not_called_all_and_one_not_none(panel: LossPanel, share: float, text: str) -> None:
    panel.show_exact(replace(EXACT, train_accuracy=share))
    assert text in texts(panel)


def test_a_small_mean_is_not_called_nothing(panel: LossPanel) -> None:
    panel.show_exact(replace(EXACT, train_total=6.0))
    # 6 / 60,000 is 0.0001.
    assert "0.00010" in texts(panel)


def test_the_lectures_formulas_stand_there(panel: LossPanel) -> None:
    formulas = "".join(texts(panel))
    assert "Σ<sub><i>n</i></sub>&nbsp;<i>C</i><sup><i>n</i></sup>" in formulas
    assert "= −ln <i>y</i><sub><i>r</i></sub>" in formulas


def test_new_numbers_move_nothing(panel: LossPanel) -> None:
    panel.resize(216, 200)
    panel.show_exact(EXACT)
    panel.show()
    QApplication.processEvents()
    before = [label.geometry() for label in panel.findChildren(QLabel)]
    panel.show_exact(replace(EXACT, train_total=138_155.1, train_accuracy=0.0987, update=1_000_000))
    QApplication.processEvents()
    assert [label.geometry() for label in panel.findChildren(QLabel)] == before


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "name", ["us_flowers.csv", "WWWWWWWWWWWWWW.csv", "花卉花卉花卉花卉花卉花卉花卉.csv", "a.csv"]
)
def test_the_name_of_the_data_is_cut_before_its_dots(
    panel: LossPanel, qapp: QApplication, scale: float, name: str
) -> None:
    theme = make_theme("dark", scale)
    apply_theme(qapp, theme)
    panel.set_theme(theme)
    data = DataInfo(DatasetSpec("own", path=f"/somewhere/{name}"))
    panel.show_run(RunInfo(0, Architecture.dense(), TrainingConfig(), (2, 3), 9, 60_000, 30, 1, data=data))
    panel.resize(round(216 * scale), 300)
    panel.show()
    qapp.processEvents()
    button = panel.findChild(QPushButton, "choose_data")
    assert isinstance(button, QPushButton)
    assert button.text().startswith("60,000 × ") and button.text().endswith("…")
    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - 2


def test_an_infinite_l_is_said_to_be_too_large_to_write(panel: LossPanel) -> None:
    panel.show_exact(replace(EXACT, train_total=math.inf))
    assert total(panel).text() == "<i>L</i> = ∞" and "after update 1,875 (too large to write)" in texts(panel)
    panel.show_exact(EXACT)
    assert "after update 1,875" in texts(panel)
