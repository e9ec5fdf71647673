"""What the lecture has a word for is said once, with its update, and covers nothing that is being said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.training_events import LayersDied
from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from gui.app.message_bar import MessageBar
from gui.presenters.event_presenter import EventPresenter
from tests.core.analysis.test_training_events import GUESSING, exact, statistics

MakeInfo = Callable[..., RunInfo]


class Desk:
    def __init__(self, bar: MessageBar, info: RunInfo) -> None:
        self.bar, self.info = bar, replace(info, baseline_loss=GUESSING)
        self.presenter = EventPresenter(bar)
        self.presenter.show_run(self.info)

    def measure(self, *rows: tuple[int, float, float]) -> None:
        for row in rows:
            self.presenter.note_exact(exact(*row))


@pytest.fixture
def desk(qtbot: QtBot, run_info: MakeInfo) -> Iterator[Desk]:
    bar = MessageBar()
    qtbot.addWidget(bar)
    yield Desk(bar, run_info())
    bar.hide()


RISES = [(10, 1.0, 1.0), (1234, 3.5, 3.5)]


def test_a_dead_layer_is_counted_from_one_and_names_its_update(desk: Desk) -> None:
    desk.presenter.note_statistics(statistics(1234, [0.0, 0.0], [1.0, 1.0]))
    assert desk.bar.text.startswith("Update 1,234: all neurons of layer 2 are dead. For each of the 100 test")
    desk.bar.hide()
    desk.presenter.note_statistics(statistics(1300, [0.0, 0.0], [0.0, 1.0]))
    desk.presenter.note_statistics(statistics(1400, [1.0, 1.0], [1.0, 1.0]))
    assert desk.bar.text.startswith("Update 1,400: all neurons of the layers 1, 2 are dead.")


@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_one_test_example_is_not_several(desk: Desk, activation: str) -> None:
    event = LayersDied(1234, (1,), 1, (activation,))
    assert "are dead. For the only test example their f′(z) is " in desk.presenter._words_for_dead(event)


@pytest.mark.parametrize(
    ("hidden", "dead", "told"),
    [
        ((6, 6, 6), (1,), " The residual connection still carries all of it past layer 2."),
        ((6, 6, 6), (1, 2), " The residual connections still carry all of it past the layers 2, 3."),
        # 256 inputs cannot be added to 6 neurons: past layer 1 nothing goes.
        ((6, 6, 6), (0, 1), " The residual connection still carries all of it past layer 2."),
        ((6, 6, 6), (0,), ""),
    ],
)
def test_past_a_dead_residual_layer_the_gradient_still_goes(
    desk: Desk, run_info: MakeInfo, hidden: tuple[int, ...], dead: tuple[int, ...], told: str
) -> None:
    architecture = Architecture.dense(hidden, "relu", skip=True)
    desk.presenter.show_run(run_info(architecture=architecture))
    desk.presenter.note_statistics(
        statistics(9, *([float(layer in dead)] * size for layer, size in enumerate(hidden)))
    )
    assert desk.bar.text.endswith("f′(z) is 0, so no gradient passes through f." + told)
    network = architecture.with_outputs(10).network((256,))
    assert network.topology.skips[:3] == (False, True, True)


@pytest.mark.parametrize("activations", [("gelu",), ("relu", "elu")])
def test_a_slope_that_is_small_is_not_said_to_be_0(desk: Desk, activations: tuple[str, ...]) -> None:
    shares = [[1.0, 1.0]] * len(activations)
    desk.presenter.note_statistics(replace(statistics(9, *shares), activations=activations))
    assert desk.bar.text.endswith("f′(z) is nearly 0, so hardly any gradient passes through f.")


def test_l_back_above_guessing_has_both_numbers(desk: Desk) -> None:
    desk.measure((1, 1.0, 1.0), (50, 3.5, 1.0))
    # No reason is named: the findings judge that, and two judges contradict each other.
    assert desk.bar.text == "Update 50: L is back above guessing: mean Cⁿ = 3.500, by guessing 2.303."


def test_without_classes_the_same_number_is_not_called_guessing(desk: Desk) -> None:
    desk.presenter.show_run(replace(desk.info, data=replace(desk.info.data, class_names=())))
    desk.measure((1, 1.0, 1.0), (50, 3.5, 1.0))
    assert "guessing" not in desk.bar.text
    assert desk.bar.text.endswith("costs: mean Cⁿ = 3.500, always the mean 2.303.")


def test_after_a_parameter_was_set_by_hand_the_learning_rate_is_not_blamed(desk: Desk) -> None:
    desk.measure((400, 0.5, 0.5))
    desk.presenter.note_edit(desk.info.run)
    desk.measure((400, 39.5, 39.0))
    assert desk.bar.text == ""


def test_it_waits_while_something_else_is_said_and_then_still_names_its_update(desk: Desk) -> None:
    desk.bar.show_message("something else", "error")
    desk.presenter.note_statistics(statistics(70, [1.0, 1.0]))
    assert desk.bar.text == "something else"
    desk.bar.hide()
    desk.measure((80, 1.0, 1.0))
    assert desk.bar.text.startswith("Update 70: ")
    desk.bar.hide()
    desk.measure((90, 0.9, 0.9))
    assert desk.bar.text == ""


def test_what_waits_is_said_at_rest_once_the_other_message_has_gone(desk: Desk, qtbot: QtBot) -> None:
    desk.bar.show_message("something else", "error")
    desk.presenter.note_statistics(statistics(70, [1.0, 1.0]))
    desk.bar.hide()
    qtbot.waitUntil(lambda: desk.bar.text.startswith("Update 70: "))


def test_news_of_a_messages_own_button_come_before_what_waits(desk: Desk, qtbot: QtBot) -> None:
    desk.bar.show_message("something else", "error", [("Do", lambda: desk.bar.show_message("done", "error"))])
    desk.presenter.note_statistics(statistics(70, [1.0, 1.0]))
    button = desk.bar.findChild(QPushButton, "message_action_0")
    assert button is not None
    button.click()
    QCoreApplication.processEvents()
    assert desk.bar.text == "done"
    desk.bar.hide()
    qtbot.waitUntil(lambda: desk.bar.text.startswith("Update 70: "))


def test_of_another_run_nothing_is_said_and_what_was_said_is_withdrawn(
    desk: Desk, run_info: MakeInfo
) -> None:
    desk.presenter.note_statistics(replace(statistics(70, [1.0, 1.0]), run=3))
    desk.presenter.note_exact(replace(exact(50, 3.5), run=3))
    assert desk.bar.text == ""
    desk.presenter.note_statistics(statistics(70, [1.0, 1.0], [1.0, 1.0]))
    assert "layers 1, 2" in desk.bar.text
    desk.presenter.show_run(replace(desk.info, run=1))
    assert desk.bar.text == ""
    desk.presenter.note_exact(replace(exact(1, 1.0), run=1))
    assert desk.bar.text == "", "layer 2 of the network before died, too, but that network is gone"


def test_other_settings_of_the_same_run_withdraw_nothing(desk: Desk) -> None:
    desk.measure(*RISES)
    desk.presenter.show_run(desk.info)
    assert "above guessing" in desk.bar.text


def test_what_is_forgotten_can_happen_anew(desk: Desk) -> None:
    for _ in range(2):
        desk.measure(*RISES)
        assert "above guessing" in desk.bar.text
        desk.bar.hide()
        desk.presenter.forget(0)
