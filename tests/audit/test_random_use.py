"""The audit in small: some actions in the way of a lecture, and some at random. Nothing that is shown differs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import Train
from core.nn.architecture import Architecture
from gui.app import commands as c
from gui.app.speed_slider import FULL_SPEED
from gui.network.interaction.neuron_values import neuron_values
from tests.audit.desk import Desk
from tests.audit.panel_readings import read_panels
from tests.audit.picture_readings import read_picture
from tests.audit.random_use import run_audit
from tests.audit.report import Report

PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")


def read(desk: Desk, at_rest: bool = True) -> Report:
    """Everything that is shown now; it fails where something differs."""
    if at_rest:
        desk.rest()
    report = Report()
    truth = read_picture(desk, report, at_rest)
    assert truth is not None
    read_panels(truth, report)
    assert desk.failures == []
    assert report.differences == []
    return report


def issue(desk: Desk, *commands: object) -> None:
    for command in commands:
        desk.composition.dispatcher.issue(command)
        desk.pass_time(0.1, 0.1)


def train(desk: Desk, updates: int) -> None:
    """So many updates, made as fast as they can be."""
    until = desk.trainer.step_count + updates
    issue(desk, c.SetSpeed(FULL_SPEED), Train(updates=updates))
    desk.wait_until(lambda: desk.trainer.step_count >= until, f"{updates} updates")


def click(desk: Desk, layer: int, index: int, beside: bool = False) -> None:
    layout = desk.view.layout_shown
    assert layout is not None
    column = layout.layers[layer]
    at = QPoint(round(float(column.x[index])), round(float(column.y[index])))
    modifier = Qt.KeyboardModifier.ControlModifier if beside else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(desk.view, Qt.MouseButton.LeftButton, modifier, at)


def small(desk: Desk, **other: object) -> None:
    """A network that is computed fast."""
    architecture = Architecture.dense(**{"hidden": (9, 7), "seed": 1, **other})  # type: ignore[arg-type]
    issue(desk, c.SetArchitecture(architecture))
    desk.rest()


def test_each_picture_after_some_updates_is_the_networks_own(desk: Desk) -> None:
    small(desk)
    train(desk, 5)
    for picture in PICTURES:
        issue(desk, c.Choose("edge_value", picture))
        issue(desk, c.MakeUpdate())
        read(desk)
    issue(desk, c.Choose("edge_value", "weight"), c.Toggle("same_scale"))
    report = read(desk)
    assert report.read["edge weight"] > 150 and report.read["neuron a"] == 26


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_gaps_without_any_signal_or_gradient_say_so(desk: Desk, language: str) -> None:
    # Each a is relu(0), so that nothing is carried into any layer, and every ∂C/∂w is 0 as well.
    small(desk, hidden=(3, 2), initializer="zero")
    issue(desk, c.Choose("language", language))
    for picture in PICTURES[:3]:
        issue(desk, c.Choose("edge_value", picture))
        assert read(desk).read["gap's count"] == 3


def test_what_is_pinned_and_its_details_are_the_neurons_own(desk: Desk) -> None:
    small(desk, activation="tanh")
    issue(desk, c.SetConfig("schedule", "step"), c.SetConfig("schedule_period", 2))
    train(desk, 7)
    desk.rest()
    click(desk, 0, 3)
    click(desk, 1, 2, beside=True)
    details = desk.window.inspector.details
    details.more_button.setChecked(True)
    details._list.setCurrentItem(details._list.items[1])
    report = read(desk)
    for kind in (
        "card z",
        "inspector a",
        "pin δ",
        "term",
        "chosen w",
        "chosen −η·∂C/∂w",
        "slice",
        "class means",
    ):
        assert report.read[kind], kind
    issue(desk, c.MakeUpdate())
    read(desk)
    # Of so many inputs most are summed up in one number.
    click(desk, 0, 5)
    assert read(desk).read["other terms"]


def test_a_walkthrough_tells_its_own_update_from_its_beginning_to_its_end(desk: Desk) -> None:
    small(desk)
    issue(desk, c.SetSpeed(0), c.MakeUpdate())
    read_kinds: set[str] = set()
    for _ in range(90):
        desk.pass_time(0.5, 0.25)
        desk.let_edges_be_drawn()
        read_kinds |= set(read(desk, at_rest=False).read)
        if not desk.network.is_in_walkthrough and desk.displayed.update == 1:
            break
    wanted = {"pulse", "edge gradient", "edge mean_gradient", "edge change", "outcome"}
    assert wanted <= read_kinds, wanted - read_kinds
    read(desk)


def test_a_residual_network_with_dead_neurons_on_other_examples(desk: Desk) -> None:
    small(desk, hidden=(8, 8, 6), skip=True)
    train(desk, 30)
    for layer in (0, 1):
        # Never above 0: dead for all examples.
        for neuron in (0, 3)[: layer + 1]:
            edits = desk.composition.edits
            edits._on_value_wanted(ParameterLocation(layer, neuron, None), -50.0, False)
            desk.rest()
    issue(desk, c.Toggle("preferred_classes"))
    report = read(desk)
    assert report.read["arc"] and report.read["head"] == 3
    desk.window.actions_["action_next_digit"].trigger()
    read(desk)
    desk.window.undo_stack.undo()
    read(desk)


@pytest.mark.parametrize("source", ["plane", "line"])
def test_a_function_that_can_be_seen_whole(desk: Desk, source: str) -> None:
    name = {"plane": "circle", "line": "sine"}[source]
    issue(desk, c.ChooseData(DatasetSpec(source=source, name=name, count=80)))
    desk.rest()
    train(desk, 10)
    report = read(desk)
    assert report.read["map"]
    small(desk, hidden=(3, 2), activation="tanh", output="identity" if source == "line" else "softmax")
    train(desk, 5)
    # So few connections have their numbers on them.
    report = read(desk)
    assert report.read["written value"] and report.read["written a"] == 5
    issue(desk, c.Choose("edge_value", "gradient"), c.MakeUpdate())
    read(desk)


@pytest.mark.timeout(300)
def test_some_actions_at_random_leave_nothing_that_differs(desk: Desk) -> None:
    audit = run_audit(desk, 16, seed=5)
    assert audit.differences == []
    assert sum(audit.read.values()) > 40_000


def test_words_are_read_against_what_is_seen_while_another_is_given(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(desk)
    train(desk, 5)
    desk.rest()
    click(desk, 0, 3)
    before = desk.view.displayed_snapshot
    monkeypatch.setattr(desk.network.on_screen, "tell_if_next", lambda: None)
    desk.composition.edits._on_value_wanted(ParameterLocation(0, 3, None), 2.0, False)
    desk.wait_until(lambda: desk.view.displayed_snapshot is not before, "the edit")
    assert desk.network.on_screen.seen is before
    report = read(desk, at_rest=False)
    assert (
        report.read["seen before the picture"] == 1 and report.read["card z"] and report.read["inspector z"]
    )
    monkeypatch.undo()
    assert not read(desk).read["seen before the picture"]


def test_a_labelled_drawing_stays_whole_with_its_card_while_what_follows_it_is_drawn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(desk)
    draw_panel = desk.window.draw_panel
    canvas = draw_panel.canvas
    desk.window.tabs.setCurrentWidget(draw_panel)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 40))
    QTest.mouseMove(canvas, QPoint(80, 120))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(80, 120))
    draw_panel.intended_label_row.intended_label_changed.emit(0)
    desk.rest()
    click(desk, 0, 3)
    read(desk)
    before, image = desk.view.displayed_snapshot, desk.frame.up_to_date().copy()
    assert before is not None and before.example.label == 0 and before.trace.has_gradient
    monkeypatch.setattr(desk.network.on_screen, "tell_if_next", lambda: None)
    draw_panel.clear_action.trigger()
    desk.wait_until(lambda: desk.view.displayed_snapshot is not before, "an example of the data")
    assert desk.composition.digits.intended_label is None
    # The inspector is of the neuron that was clicked; ring and card come with the picture.
    for _ in range(2):
        report = read(desk, at_rest=False)
        assert report.read["seen before the picture"] == 1
        assert report.read["card δ"] and report.read["inspector δ"]
        assert desk.frame.up_to_date() == image
        click(desk, 0, 5)
    monkeypatch.undo()
    report = read(desk)
    assert report.read["card of"] == 1 and not report.read["seen before the picture"]
    # A card of another neuron than the one that stands out is found.
    snapshot = desk.view.displayed_snapshot
    assert snapshot is not None
    desk.view._callout.show_values(neuron_values(snapshot, 0, 3))
    report = Report()
    truth = read_picture(desk, report, True)
    assert truth is not None
    read_panels(truth, report)
    assert [words.partition(":")[0] for words in report.differences] == ["card of"]
