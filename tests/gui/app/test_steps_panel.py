"""The column with the lecture's three steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from core.training.config import OPTIMIZERS, TrainingConfig
from gui.app.steps_panel import StepsPanel
from gui.architecture.architecture_panel import ArchitecturePanel
from gui.loss.loss_panel import LossPanel
from gui.optimizer.optimizer_panel import OptimizerPanel
from gui.theme.tokens import make_theme
from gui.widgets.card import Card
from gui.widgets.more_button import MoreButton
from tests.gui.whole_look import apply_theme


class Column:
    """The three cards in their column, dressed as in the window."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.theme = make_theme("dark")
        apply_theme(qapp, self.theme)
        self.function_set = ArchitecturePanel()
        self.goodness = LossPanel()
        self.best_function = OptimizerPanel()
        self.cards: tuple[Card, ...] = (self.function_set, self.goodness, self.best_function)
        self.panel = StepsPanel(self.function_set, self.goodness, self.best_function)
        qtbot.addWidget(self.panel)
        for part in (*self.cards, self.panel):
            part.set_theme(self.theme)
        self.function_set.show_architecture(Architecture.dense(), (256, 32, 16, 10), 8922)
        sizes, config = (256, 32, 16, 10), TrainingConfig()
        self.goodness.show_run(RunInfo(0, Architecture.dense(), config, sizes, 8922, 60000, 10000, 1))
        self.goodness.show_exact(ExactLoss(0, 1200, 17951.2, 60000, 0.9134, 3120.4, 10000, 0.9107))
        self.best_function.show_settings(TrainingConfig(), 60000)
        # What the window leaves for it at 1280 x 800.
        self.panel.resize(232, 706)
        self.panel.show()
        qapp.processEvents()

    def open_ones(self) -> list[bool]:
        return [card.is_open for card in self.cards]

    def title(self, card: Card) -> QPushButton:
        found = card.findChild(QPushButton, "card_title")
        assert isinstance(found, QPushButton)
        return found


@pytest.fixture
def column(qtbot: QtBot, qapp: QApplication) -> Iterator[Column]:
    font = QFont(qapp.font())
    yield Column(qtbot, qapp)
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_all_three_steps_are_seen_at_once_at_1280_x_800(column: Column, optimizer: str) -> None:
    column.best_function.show_settings(TrainingConfig(optimizer=optimizer), 60000)
    QApplication.processEvents()
    assert not column.panel.verticalScrollBar().isVisible()
    content = column.panel.widget()
    assert content.minimumSizeHint().width() <= 232


def test_the_cards_keep_their_width_beside_a_scroll_bar(column: Column) -> None:
    before = [card.width() for card in column.cards]
    column.panel.resize(232, 500)
    QApplication.processEvents()
    assert column.panel.verticalScrollBar().isVisible()
    assert [card.width() for card in column.cards] == before == [216, 216, 216]
    column.panel.resize(232, 706)
    QApplication.processEvents()
    assert [card.width() for card in column.cards] == before


def test_the_steps_stand_in_the_lectures_order(column: Column) -> None:
    tops = [card.geometry().top() for card in column.cards]
    assert tops == sorted(tops)
    assert [card.accessibleName()[0] for card in column.cards] == ["1", "2", "3"]


def test_at_the_side_all_three_are_open(column: Column) -> None:
    column.panel.set_one_at_a_time(False)
    assert column.open_ones() == [True, True, True]


def test_in_the_drawer_the_first_is_open(column: Column) -> None:
    column.panel.set_one_at_a_time(True)
    assert column.open_ones() == [True, False, False]


def test_in_the_drawer_opening_one_closes_the_others(column: Column, qtbot: QtBot) -> None:
    column.panel.set_one_at_a_time(True)
    qtbot.mouseClick(column.title(column.best_function), Qt.MouseButton.LeftButton)
    assert column.open_ones() == [False, False, True]


def test_at_the_side_closing_one_leaves_the_others(column: Column, qtbot: QtBot) -> None:
    column.panel.set_one_at_a_time(False)
    qtbot.mouseClick(column.title(column.goodness), Qt.MouseButton.LeftButton)
    assert column.open_ones() == [True, False, True]
    qtbot.mouseClick(column.title(column.goodness), Qt.MouseButton.LeftButton)
    assert column.open_ones() == [True, True, True]


@pytest.mark.parametrize("name", ["more_of_function_set", "more_of_goodness", "more_of_best_function"])
def test_the_rest_of_a_card_is_scrolled_into_view(column: Column, qtbot: QtBot, name: str) -> None:
    more = column.panel.findChild(MoreButton, name)
    assert isinstance(more, MoreButton)
    column.panel.resize(232, 450)
    QApplication.processEvents()
    column.panel.ensureWidgetVisible(more, 0, 0)
    more.click()
    rest = column.panel.findChild(QWidget, f"{name.removeprefix('more_of_')}_more")
    assert isinstance(rest, QWidget)
    qtbot.waitUntil(lambda: rest.height() > 40 and rest.visibleRegion().boundingRect() == rest.rect())
    assert more.visibleRegion().boundingRect() == more.rect()


def test_before_there_is_a_run_the_steps_have_their_titles_and_nothing_that_nobody_computed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    cards = ArchitecturePanel(), LossPanel(), OptimizerPanel()
    panel = StepsPanel(*cards)
    qtbot.addWidget(panel)
    panel.resize(232, 706)
    panel.show()
    qapp.processEvents()

    def seen() -> list[QWidget]:
        kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
        return [part for kind in kinds for part in panel.findChildren(kind) if part.isVisible()]

    titles = [card.findChild(QPushButton, "card_title") for card in cards]
    assert seen() == titles
    # What is known before the run itself brings none of it back, nor does another language.
    cards[1].show_exact(None)
    cards[2].show_update(0)
    for card in cards:
        QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert seen() == titles
    sizes, config = (256, 32, 16, 10), TrainingConfig()
    cards[0].show_architecture(Architecture.dense(), sizes, 8922)
    cards[1].show_run(RunInfo(0, Architecture.dense(), config, sizes, 8922, 60000, 10000, 1))
    cards[2].show_settings(config, 60000)
    for name in ("architecture_text", "choose_data", "optimizer"):
        assert name in [part.objectName() for part in seen()]
