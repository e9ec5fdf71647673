"""The questions are answered from what was measured of the run on screen, or by the engine, and lead there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.editing.parameter_edits import ParameterLocation
from core.engine.commands import (
    EditParameter,
    LookAt,
    Pause,
    ShowTestSample,
    SortNeurons,
    SwitchEdit,
    SwitchSorting,
    Train,
)
from core.engine.run import replayed
from gui.app.commands import Choose
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.engine.client import MAX_ENDS
from gui.presenters import question_presenter
from gui.presenters.question_presenter import QuestionPresenter
from gui.timeline.question_dialog import ASKED, QuestionDialog
from tests.gui.local_engine import load_once, local_engine
from tests.gui.loss.plotted import N
from tests.gui.presenters.test_time_presenter import WAIT_MS, Desk

UPDATES = 300


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    desk = Desk(window, qtbot)
    desk.train(UPDATES, is_watched=False)
    yield desk
    window.close()


def questions(desk: Desk) -> QuestionPresenter:
    return desk.session.questions


def dialog_of(desk: Desk) -> QuestionDialog:
    dialog = desk.window.findChildren(QuestionDialog, "question_dialog")[-1]
    assert isinstance(dialog, QuestionDialog) and dialog.isVisible()
    return dialog


def answers_are_there(desk: Desk) -> None:
    desk.until(lambda: not questions(desk).is_waiting)


def text(desk: Desk, name: str) -> str:
    return dialog_of(desk).rows[name].answer.text()


def exact(update: int, total: float, mean: float) -> ExactLoss:
    return ExactLoss(0, update, total, N, 0.9, 10_000 * mean, 10_000, 0.8)


def test_without_an_engine_no_answer_is_waited_for(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Q)
    answers_are_there(desk)
    known = text(desk, "largest")
    questions(desk)._ask_anew()
    for _ in range(1 + MAX_ENDS):
        desk.session.engine._transport.kill()
    assert not questions(desk).is_waiting
    # What is known stays, and the questions that are open say why they are.
    assert "Retry" in text(desk, "right") and text(desk, "largest") == known
    assert dialog_of(desk).rows["right"].target is None
    desk.window.actions_["action_run"].trigger()
    desk.until(lambda: "Retry" not in text(desk, "right"))


def test_what_was_measured_follows_the_training_and_a_click_goes_there(desk: Desk) -> None:
    loss = desk.session.loss
    history = loss.history
    assert history is not None
    first = float(history.exact_losses.totals[0])
    QTest.keyClick(desk.window, Qt.Key.Key_Q)
    dialog = dialog_of(desk)
    # Half of what L began with is offered, in two figures.
    assert dialog.total.value == pytest.approx(first / 2, rel=0.05)
    # It is said with the curve that ends there; whether update 0 was measured hangs on the machine.
    loss.add_exact(exact(150, 16_000.0, 0.5))
    loss.add_exact(exact(300, 15_000.0, 0.001))
    desk.until(lambda: text(desk, "least").startswith("update 300: mean Cⁿ 0.0010, of the"))
    # A branch from update 200 on would be told the least of its own part besides, as the timeline has it.
    loss.add_exact(exact(100, 15_000.0, 0.0005))
    desk.until(lambda: text(desk, "least").startswith("update 100: mean Cⁿ 0.00050, of the"))
    info = desk.session.runs.info
    assert info is not None
    questions(desk)._on_run_changed(replace(info, parent=0, branch_update=200))
    loss.add_exact(exact(300, 15_000.0, 0.001))
    desk.until(lambda: " · in the branch itself: update 300: mean Cⁿ 0.0010, of the" in text(desk, "least"))
    assert text(desk, "least").startswith("update 100: ")
    dialog.rows["least"].update_wanted.emit(120)
    desk.until(lambda: desk.update == 120)


def test_what_is_pinned_and_shown_is_asked_about_and_answered_as_every_update_has_it(desk: Desk) -> None:
    desk.issue(ShowTestSample("next"))
    shown = desk.session.network
    desk.until(lambda: shown.displayed is not None and shown.displayed.example.origin == "test")
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    dialog, run, data = dialog_of(desk), desk.engine.current, load_once(desk.engine.current.origin.choice)
    assert dialog.boxes["dead"].currentText() == "layer 1, neuron 6"
    assert dialog.boxes["sign"].currentText() == "pixel 121 → layer 1, neuron 6"
    assert shown.displayed is not None
    x = shown.displayed.example.x
    # Every update, made again by the test.
    again = replayed(run, 0, data).trainer
    right, signs, norms = [], [], [0.0]
    for update in range(UPDATES + 1):
        network = again.network
        before = network.parameters.copy()
        right.append(int(np.argmax(network.predict(x[np.newaxis])[0])) == shown.displayed.example.label)
        signs.append(float(np.sign(network.layers[0].W[120, 5])))
        if update < UPDATES:
            again.step()
            norms.append(float(np.linalg.norm(network.parameters - before)))
    for name in ("right", "sign"):
        dialog.closer_wanted.emit(name)
        answers_are_there(desk)
    wrong = [update for update, is_right in enumerate(right) if not is_right]
    since = "since the beginning" if not wrong else f"since update {wrong[-1] + 1} ✓"
    if wrong and wrong[-1] == UPDATES:
        since = "not now: the answer is wrong after update 300"
    assert text(desk, "right").startswith(since)
    changes = [update for update in range(1, UPDATES + 1) if signs[update] != signs[update - 1]]
    expected = f"changes of sign: {len(changes)} · " if changes else "never · "
    assert text(desk, "sign").startswith(expected)
    assert text(desk, "sign").endswith("every update up to 300 was looked at")
    assert text(desk, "largest").startswith(f"update {int(np.argmax(norms))}: ‖Δθ‖ = ")
    assert presenter.answers["largest"].value == pytest.approx(max(norms), rel=1e-4)


@pytest.mark.parametrize("at_once_s", [0.0, 1e9])
def test_what_was_set_by_hand_is_looked_at_in_any_case_and_every_update_where_that_takes_no_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, at_once_s: float
) -> None:
    monkeypatch.setattr(question_presenter, "AT_ONCE_S", at_once_s)
    place = ParameterLocation(0, 5, 120)
    for edit in (1, 2):
        # It has another sign from here on, and the first one from 20 updates later on: now it is as at first.
        w = float(desk.engine.current.trainer.network.layers[0].W[120, 5])
        desk.issue(EditParameter(0, edit, place, -w, 0))
        desk.until(lambda edit=edit: desk.engine.current.trainer.edit_count == edit)
        desk.train(20, is_watched=False)
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    answer = presenter.answers["sign"]
    assert {(299, 300), (319, 320)} <= {tuple(span) for span in answer.spans.tolist()}
    assert answer.effort == ("edits" if not at_once_s else "every")
    said = "at least 2 " if not at_once_s else f"{answer.total} "
    assert text(desk, "sign").startswith(f"changes of sign: {said}")
    is_of_every = text(desk, "sign").endswith(
        "every update up to 340 was looked at, with the last edit after each"
    )
    assert is_of_every == bool(at_once_s)
    # Where nothing is gained any more, nothing is offered.
    assert (answer.seconds_every is None) == bool(at_once_s)


def said_anew(desk: Desk) -> dict[str, str]:
    """What is said when all is asked anew, as the network stands."""
    presenter = questions(desk)
    dialog_of(desk).close()
    presenter.open()
    answers_are_there(desk)
    return {name: text(desk, name) for name in ASKED}


@pytest.mark.parametrize("looks_back", [False, True])
def test_what_is_set_by_hand_while_it_is_open_and_taken_back_is_asked_anew(
    fewer_digits: None, desk: Desk, monkeypatch: pytest.MonkeyPatch, looks_back: bool
) -> None:
    # How far is looked does not hang on how fast this machine is.
    monkeypatch.setattr(question_presenter, "AT_ONCE_S", 1e9)
    desk.issue(ShowTestSample("next"))
    shown = desk.session.network
    desk.until(lambda: shown.displayed is not None and shown.displayed.example.origin == "test")
    desk.window.network_view.pin((0, 120, 5))
    presenter, run = questions(desk), desk.engine.current
    presenter.open()
    answers_are_there(desk)
    before = {name: text(desk, name) for name in ASKED}
    if looks_back:
        desk.look_at(20)
    weight, bias = ParameterLocation(0, 5, 120), ParameterLocation(0, 5)
    w = float(run.trainer.network.layers[0].W[120, 5])
    assert shown.displayed is not None
    label = shown.displayed.example.label
    assert label is not None
    # The weight's sign, the neuron's death, and the answer to the example: each by an edit of its own.
    edits = EditParameter(0, 1, weight, -w, 0), EditParameter(0, 2, bias, -999.0, 0)
    for edit in (*edits, EditParameter(0, 3, ParameterLocation(2, label), -999.0, 0)):
        desk.issue(edit)
    desk.until(lambda: run.trainer.edit_count == 3 and presenter._live == (UPDATES, 3))
    answers_are_there(desk)
    edited = {name: text(desk, name) for name in ASKED}
    assert edited["right"] == "not now: the answer is wrong after update 300"
    assert f"after update 300: w = {'−' if w > 0 else '+'}" in edited["sign"] != before["sign"]
    assert "z ≤ 0 for each of" in edited["dead"] != before["dead"]
    for count, is_on in ((6, False), (9, True)):
        for edit_id in (1, 2, 3):
            desk.issue(SwitchEdit(0, edit_id, is_on))
        desk.until(lambda count=count: presenter._live == (UPDATES, count))
        answers_are_there(desk)
        now = {name: text(desk, name) for name in ASKED}
        # Set back, it is as it was before; but the words say that it was set.
        set_words = ", with the last edit after each"
        expected = edited if is_on else before
        assert {name: said.replace(set_words, "") for name, said in now.items()} == {
            name: said.replace(set_words, "") for name, said in expected.items()
        }
    assert now == said_anew(desk)


def test_an_answer_that_an_edit_has_made_false_is_not_seen_until_the_next_one_comes(desk: Desk) -> None:
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    snapshot = desk.engine.current.snapshot()
    presenter._on_snapshot(replace(snapshot, edit_count=1))
    assert presenter.is_waiting and text(desk, "sign") == "…" == text(desk, "largest")
    answers_are_there(desk)
    # While the training runs, too, where it is of the update that the answer names; not of a later one.
    presenter._running = True
    known = text(desk, "sign")
    presenter._on_snapshot(replace(snapshot, update=UPDATES + 1, edit_count=2))
    assert not presenter.is_waiting and text(desk, "sign") == known
    presenter._on_snapshot(replace(snapshot, edit_count=2))
    assert presenter.is_waiting and text(desk, "sign") == "…"


def test_a_closer_look_begins_anew_where_something_is_set_by_hand_and_goes_on_where_it_is_trained(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_presenter, "AT_ONCE_S", 0.0)
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    dialog_of(desk).closer_wanted.emit("sign")
    search = presenter._searches["sign"]
    snapshot = desk.engine.current.snapshot()
    presenter._on_snapshot(replace(snapshot, update=UPDATES + 1))
    assert presenter._searches["sign"] is search
    presenter._on_snapshot(replace(snapshot, edit_count=1))
    again = presenter._searches["sign"]
    assert again is not search and again.effort == search.effort
    assert text(desk, "sign") == "…\nlooking closer"


def test_sorted_neurons_are_asked_about_anew_under_their_new_numbers(
    fewer_digits: None, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_presenter, "AT_ONCE_S", 1e9)
    desk.window.network_view.pin((0, 120, 5))
    presenter, run = questions(desk), desk.engine.current
    presenter.open()
    answers_are_there(desk)
    before = {name: text(desk, name) for name in ASKED}
    for count, command in enumerate((SortNeurons(0, 1), SwitchSorting(0, 1, False)), 1):
        desk.issue(command)
        desk.until(lambda count=count: run.permutations == count and presenter._live == (UPDATES, count))
        desk.until(lambda count=count: presenter._snapshot.permutation_count == count)
        answers_are_there(desk)
        assert {name: presenter._asked_at[name] for name in ASKED} == dict.fromkeys(ASKED, (UPDATES, count))
        assert {name: text(desk, name) for name in ASKED} == before


def test_while_the_training_runs_each_answer_names_the_update_that_it_is_of(desk: Desk) -> None:
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    desk.session.transport.set_speed(100)
    desk.issue(Train())
    desk.until(lambda: desk.update > UPDATES and presenter._running)
    # Asked about while it runs: what is asked about already waits until the training rests, as it did before.
    presenter._on_subject_chosen("dead", presenter._subjects["dead"].key)
    answers_are_there(desk)
    desk.issue(Pause())
    desk.until(lambda: not presenter._running)
    answers_are_there(desk)
    made = desk.engine.current.trainer.step_count
    for name in ASKED:
        assert presenter.answers[name].update == made and f"{made:,}" in text(desk, name)


def test_a_neuron_that_is_pointed_at_is_offered_and_one_that_is_pinned_is_asked_about(desk: Desk) -> None:
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    dialog, view = dialog_of(desk), desk.window.network_view
    assert text(desk, "dead") == "Point at a hidden neuron in the network, or pin it."
    view.neuron_hovered.emit(0, 3)
    answers_are_there(desk)
    view.neuron_hovered.emit(0, 4)
    # The pointer goes over others on its way to the dialog.
    assert dialog.boxes["dead"].currentText() == "layer 1, neuron 4"
    assert [dialog.boxes["dead"].itemText(i) for i in range(2)] == ["layer 1, neuron 5", "layer 1, neuron 4"]
    view.pin((1, 7))
    assert dialog.boxes["dead"].currentText() == "layer 2, neuron 8"
    dialog.subject_chosen.emit("dead", dialog.boxes["dead"].itemData(1))
    answers_are_there(desk)
    assert text(desk, "dead").startswith(("it is not dead", "update", "dead", "between"))


def test_a_search_is_cancelled_and_what_was_known_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_presenter, "AT_ONCE_S", 0.0)
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    known = text(desk, "sign")
    dialog_of(desk).closer_wanted.emit("sign")
    assert presenter.is_waiting and text(desk, "sign").endswith("\nlooking closer")
    dialog_of(desk).cancel_wanted.emit("sign")
    assert not presenter.is_waiting and text(desk, "sign") == known


@pytest.mark.parametrize("goes_elsewhere", [False, True])
def test_who_goes_there_while_it_is_looked_for_closer_is_led_to_what_is_found(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, goes_elsewhere: bool
) -> None:
    monkeypatch.setattr(question_presenter, "AT_ONCE_S", 0.0)
    run = desk.engine.current
    before = replayed(run, 0, load_once(run.origin.choice)).trainer.network.layers[0].W
    after = run.trainer.network.layers[0].W
    source, target = np.argwhere(before * after < 0)[0].tolist()
    desk.window.network_view.pin((0, source, target))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    dialog = dialog_of(desk)
    known = dialog.target_of("sign")
    dialog.closer_wanted.emit("sign")
    dialog.rows["sign"].update_wanted.emit(known)
    assert text(desk, "sign").endswith(f"Update {known} is shown; what is found closer is shown next.")
    assert desk.session.store.state.moment == (known if known < UPDATES else None)
    if goes_elsewhere:
        desk.issue(LookAt(5))
    answers_are_there(desk)
    found = dialog.target_of("sign")
    assert found is not None and "is shown" not in text(desk, "sign")
    assert desk.session.store.state.moment == (5 if goes_elsewhere else found)


def test_another_run_is_asked_about_anew(desk: Desk) -> None:
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    assert text(desk, "largest").startswith("update ")
    desk.session.runs.draw_new_weights()
    desk.until(lambda: desk.engine.number > 0 and desk.update == 0)
    answers_are_there(desk)
    desk.until(lambda: text(desk, "largest") == "not yet, at update 0")


def test_after_more_updates_everything_is_asked_again(desk: Desk) -> None:
    desk.window.network_view.pin((0, 120, 5))
    presenter = questions(desk)
    presenter.open()
    answers_are_there(desk)
    desk.train(50)
    answers_are_there(desk)
    assert {answer.update for answer in presenter.answers.values()} == {UPDATES + 50}


def test_a_closed_dialog_waits_for_nothing(desk: Desk) -> None:
    presenter = questions(desk)
    presenter.open()
    dialog_of(desk).close()
    assert not presenter.is_waiting
    presenter.open()
    answers_are_there(desk)
    assert dialog_of(desk).isVisible()


def test_what_can_be_asked_about_is_named_in_the_language_in_force(desk: Desk) -> None:
    questions(desk).open()
    example = dialog_of(desk).findChild(QLabel, "right_subject")
    assert isinstance(example, QLabel) and example.text().startswith("training digit")
    desk.issue(Choose("language", "zh_CN"))
    desk.until(lambda: "训练样本" in example.text())
    desk.issue(Choose("language", "en"))
    desk.until(lambda: example.text().startswith("training digit"))
