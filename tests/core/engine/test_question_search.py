"""Every answer about the past against a run of which every update was looked at, by the test's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest

from core.analysis import conditions
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import history as history_module
from core.engine import messages as m
from core.engine.journal import PermuteNeurons
from core.engine.question_search import SignChanges
from core.engine.questions import (
    EFFORTS,
    LargestChange,
    NeuronDied,
    Question,
    QuestionAnswered,
    RightForGood,
    SignChanged,
)
from core.engine.run import replayed
from core.nn.architecture import Architecture
from core.nn.network import Network
from tests.core.engine.driver import CONFIG, Driver
from tests.core.small_data import small_data

DATA = small_data()
END = 150


@dataclass
class Watched:
    """A run, and for each update its network, and which neuron, by its first number, stood at each place."""

    driver: Driver
    networks: list[Network]
    names: list[list[list[int]]]

    def ask(self, question: Question, effort: str) -> QuestionAnswered:
        self.driver.send(c.AskQuestion(1, question, effort))
        self.driver.rest()
        assert not self.driver.all(m.EngineFailed)
        return self.driver.last(QuestionAnswered)

    @property
    def kept(self) -> list[int]:
        """Where it is known what was so: what is kept of updates 24 and 60 is of before the edits."""
        kept = set(self.driver.engine.time.history.updates(0).tolist())
        assert {24, 60} <= kept
        return sorted({0, *(kept - {24, 60}), END})

    hand = {24, 60, 73}
    """After which updates something was set by hand or taken back."""

    @property
    def edited(self) -> set[int]:
        """The updates around those, unless a state of them is kept."""
        return {update for edit in self.hand for update in (edit - 1, edit)} - set(self.kept)

    @property
    def kept_and_edited(self) -> list[int]:
        return sorted({*self.kept, *self.edited})


def sums(network: Network, x: np.ndarray, layer: int) -> np.ndarray:
    """(N, n): z of a layer, in float64."""
    a = x.astype(np.float64)
    for number, own in enumerate(network.layers):
        z = a @ own.W.astype(np.float64) + own.b.astype(np.float64)
        if number == layer:
            return z
        a = np.maximum(z, 0)
    raise AssertionError


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    """Edited, sorted, set to other rates and batches on the way: a few neurons die, and one comes to life again."""
    patch = pytest.MonkeyPatch()
    patch.setattr(history_module, "LARGEST_FIRST_SPACING", 8)
    patch.setattr(history_module, "EXAMPLES_BETWEEN", 64)
    # So few that it happens that another example makes a neuron fire.
    patch.setattr(conditions, "WITNESSES", 1)
    driver = Driver(
        Architecture.dense(hidden=(5, 4), activation="relu", seed=3), replace(CONFIG, learning_rate=0.03)
    )

    def edit(number: int, place: ParameterLocation, value: float) -> None:
        run = driver.engine.current
        driver.send(c.EditParameter(0, number, place, value, run.permutations))

    # A state is kept here, before the edit.
    driver.train(24)
    edit(1, ParameterLocation(0, 0), -3.0)
    driver.train(27)
    driver.send(c.SortNeurons(0, 2))
    driver.rest()
    driver.train(9)
    edit(3, ParameterLocation(1, 1), -4.0)
    driver.train(13)
    driver.send(c.SwitchEdit(0, 3, False))
    driver.send(c.Reconfigure(replace(driver.trainer.config, batch_size=5, learning_rate=0.1)))
    driver.train(40)
    driver.send(c.SortNeurons(0, 4))
    driver.rest()
    driver.send(c.Reconfigure(replace(driver.trainer.config, optimizer="sgd", learning_rate=0.02)))
    driver.train(END - driver.trainer.step_count)
    run = driver.engine.current
    assert run.permutations == 2
    networks, names = [], []
    for update in range(END + 1):
        networks.append(replayed(run, update, DATA).trainer.network)
        standing = [list(range(5)), list(range(4))]
        for entry in run.journal:
            if entry.update <= update and isinstance(entry.change, PermuteNeurons):
                standing = [
                    [now[i] for i in order] for now, order in zip(standing, entry.change.orders, strict=True)
                ]
        names.append(standing)
    yield Watched(driver, networks, names)
    patch.undo()


def last_not(so: list[bool]) -> int | None:
    """The last update at which it is not so."""
    return max((update for update, is_so in enumerate(so) if not is_so), default=None)


def check_since(watched: Watched, question: Question, so: list[bool]) -> str:
    """Hold the three answers against what was so after each update; returns the outcome."""
    kept, edits, between, every = (watched.ask(question, effort) for effort in EFFORTS)
    last = last_not(so)
    if last == END:
        assert {kept.outcome, edits.outcome, between.outcome, every.outcome} == {"not_now"}
        return "not_now"
    assert every.outcome == ("always" if last is None else "since")
    assert every.spans.tolist() == ([] if last is None else [[last, last + 1]])
    assert every.seconds_between is None and every.seconds_every is None
    # The states that were looked at know what they have seen.
    for answer, states in ((kept, watched.kept), (edits, watched.kept_and_edited)):
        last_kept = max((update for update in states if not so[update]), default=None)
        assert answer.outcome == ("always" if last_kept is None else "since")
        if last_kept is not None:
            low, high = answer.spans[0].tolist()
            assert low == last_kept and high == min(update for update in states if update > low)
            assert answer.later == sum(update > high for update in states)
            assert answer.states == sum(low <= update < END for update in states)
        else:
            assert answer.states == len(states) - 1
    assert kept.seconds_every is not None and not edits.edits and not between.edits
    # What is looked at after the last state that says no cannot be made up for by what was set by hand before it.
    last_kept = max((update for update in watched.kept if not so[update]), default=0)
    assert bool(kept.edits) == any(last_kept < update < END for update in watched.edited)
    assert between.outcome == edits.outcome
    if edits.outcome == "since":
        (low, high), (before, after) = edits.spans[0].tolist(), between.spans[0].tolist()
        assert before == low + last_not(so[low:high]) and after == before + 1  # type: ignore[operator]
        assert between.is_checked
    return every.outcome


def test_since_when_an_answer_is_right_for_good(watched: Watched) -> None:
    outcomes = []
    for x, label in zip(DATA.X_train[:30], DATA.y_train[:30].tolist(), strict=True):
        so = [int(np.argmax(sums(network, x[np.newaxis], 2)[0])) == label for network in watched.networks]
        outcomes.append(check_since(watched, RightForGood(x.astype(np.float32), label), so))
    assert {"since", "not_now"} <= set(outcomes)


@pytest.mark.parametrize("layer", [0, 1])
def test_since_when_a_neuron_is_dead_on_every_test_example(watched: Watched, layer: int) -> None:
    outcomes = []
    for neuron in range(watched.networks[-1].sizes[layer + 1]):
        name = watched.names[-1][layer][neuron]
        so = [
            bool((sums(network, DATA.X_test, layer)[:, standing[layer].index(name)] <= 0).all())
            for network, standing in zip(watched.networks, watched.names, strict=True)
        ]
        question = NeuronDied(layer, neuron, 2)
        outcomes.append(check_since(watched, question, so))
        if outcomes[-1] != "not_now":
            kept = watched.ask(question, "kept")
            assert kept.examples == len(DATA.y_test)
            high = kept.spans[-1, 1] if kept.outcome == "since" else 0
            assert bool(kept.few) == any(high < update < END for update in watched.kept)
    assert "not_now" in outcomes and set(outcomes) & {"since", "always"}


def test_after_which_updates_a_weight_has_changed_its_sign(watched: Watched) -> None:
    counts = []
    for layer, target, source in [(0, t, s) for t in range(5) for s in (None, 0, 1, 2, 3, 4, 5)] + [
        (1, 0, 1),
        (1, 2, 4),
        (2, 1, 3),
        (2, 0, None),
    ]:
        values = []
        for network, standing in zip(watched.networks, watched.names, strict=True):
            all_names = [list(range(6)), *standing, list(range(3))]
            now = [list(range(6)), *watched.names[-1], list(range(3))]
            to = all_names[layer + 1].index(now[layer + 1][target])
            own = network.layers[layer]
            if source is None:
                values.append(float(own.b[to]))
            else:
                values.append(float(own.W[all_names[layer].index(now[layer][source]), to]))
        expected, sign = [], 0.0
        for update, value in enumerate(values):
            if value and sign * value < 0:
                expected.append((update - 1, update, int(np.sign(value))))
            sign = np.sign(value) or sign
        question = SignChanged(ParameterLocation(layer, target, source), 2)
        kept, edits, between, every = (watched.ask(question, effort) for effort in EFFORTS)
        found = [(*span, sign) for span, sign in zip(every.spans.tolist(), every.signs.tolist(), strict=True)]
        assert found == expected and every.total == len(expected)
        assert every.outcome == ("changes" if expected else "never") and every.seconds_every is None
        assert kept.value == between.value == values[-1]
        # What is found between kept states is among all changes, and none of the coarse spans is without one.
        exact = {tuple(span) for span in every.spans.tolist()}
        assert {tuple(span) for span in between.spans.tolist()} <= exact
        for answer, states in ((kept, watched.kept), (edits, watched.kept_and_edited)):
            coarse, sign = [], 0.0
            for earlier, update in zip(states, states[1:], strict=False):
                if values[earlier] * values[update] < 0:
                    coarse.append([earlier, update])
            assert answer.spans.tolist() == coarse and answer.states == len(states) - 1
            for low, high in coarse:
                assert sum(low < update <= high for _, update in exact) % 2 == 1
        assert kept.edits > 0 and not edits.edits
        # Set to -3 after update 24, and to -4 after 60, which was taken back after 73.
        assert {update for _, update in exact} & watched.hand <= {
            update for _, update in edits.spans.tolist()
        }
        counts.append(len(expected))
    assert 0 in counts and max(counts) > 2


def test_which_update_has_changed_the_parameters_most(watched: Watched) -> None:
    run = watched.driver.engine.current
    edited = {entry.update for entry in run.journal}
    norms = {
        update: float(
            np.linalg.norm(
                watched.networks[update].parameters.astype(np.float64)
                - watched.networks[update - 1].parameters
            )
        )
        for update in range(1, END + 1)
        # What an update changes does not include what was changed by hand after it.
        if update not in edited
    }
    answer = watched.ask(LargestChange(), "kept")
    ((before, after),) = answer.spans.tolist()
    assert after == before + 1 == max(norms, key=lambda update: norms[update])
    assert answer.value == pytest.approx(norms[after], rel=1e-4)


@pytest.mark.parametrize("updates", [3, 20])
def test_states_between_are_spoken_of_only_where_there_are_some(
    updates: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", 8)
    driver = Driver(Architecture.dense(hidden=(2,), activation="relu", seed=3))

    def set_bias(number: int, bias: float) -> None:
        driver.send(c.EditParameter(0, number, ParameterLocation(0, 1, None), bias, 0))

    # It fires at the beginning, and is dead after the first update from here on.
    set_bias(1, 50.0)
    driver.train(1)
    set_bias(2, -50.0)
    driver.train(updates - 1)
    driver.send(c.AskQuestion(1, NeuronDied(0, 1)))
    driver.rest()
    answer = driver.last(QuestionAnswered)
    assert answer.outcome == "since" and answer.spans[0, 0] == 0 and (updates < 8) == (answer.later == 0)
    assert bool(answer.few) == (answer.later > 1) == (updates == 20)


def test_before_the_first_update_nothing_was_so_at_another_time() -> None:
    driver = Driver(Architecture.dense(hidden=(5,), activation="relu", seed=3))
    for question in (LargestChange(), SignChanged(ParameterLocation(0, 0, 0)), NeuronDied(0, 1)):
        driver.send(c.AskQuestion(1, question))
        driver.rest()
        answer = driver.last(QuestionAnswered)
        assert answer.outcome in ("no_update", "never", "not_now", "always") and not len(answer.spans)
        assert answer.seconds_between is None and answer.seconds_every is None


def test_a_sign_of_0_changes_nothing() -> None:
    changes = SignChanges()
    for update, sign in enumerate((0, 1, 0, 0, 1, 0, -1, -1, 0, 1)):
        changes.add(10 * update, sign)
    assert changes.spans == [(50, 60), (80, 90)] and changes.signs == [-1, 1]


def test_a_neuron_that_one_example_makes_fire_is_not_taken_for_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", 8)
    monkeypatch.setattr(conditions, "WITNESSES", 1)
    config = replace(CONFIG, optimizer="sgd", learning_rate=1e-12)
    driver = Driver(Architecture.dense(hidden=(2,), activation="relu", seed=3), config)
    # Neither the first nor the last example, which are looked at first.
    (row, *_) = [n for n, x in enumerate(DATA.X_test) if (x != DATA.X_test[[0, -1]]).any(axis=1).all()]
    x = DATA.X_test[row].astype(float)

    def set_neuron(number: int, weights: np.ndarray, bias: float) -> None:
        for source, value in enumerate((*weights, bias)):
            place = ParameterLocation(0, 1, source if source < 6 else None)
            driver.send(c.EditParameter(0, number + source, place, float(value), 0))

    # It fires for every example; then for this one and its equals; then for none.
    set_neuron(10, np.zeros(6), 1.0)
    driver.train(33)
    set_neuron(20, 2 * x - 1, 0.5 - x.sum())
    driver.train(33)
    set_neuron(30, np.zeros(6), -1.0)
    driver.train(33)
    driver.send(c.AskQuestion(1, NeuronDied(0, 1)), c.AskQuestion(2, NeuronDied(0, 1), "every"))
    driver.rest()
    kept, every = driver.all(QuestionAnswered)
    assert kept.spans.tolist() == [[64, 72]] and every.spans.tolist() == [[65, 66]]


def test_what_is_named_in_an_earlier_order_is_found_in_the_present_one(watched: Watched) -> None:
    network = watched.networks[-1]
    for layer, neuron in ((0, 0), (0, 3), (1, 2)):
        first = watched.names[-1][layer][neuron]
        now = watched.ask(NeuronDied(layer, neuron, 2), "every")
        then = watched.ask(NeuronDied(layer, first, 0), "every")
        assert (now.outcome, now.spans.tolist()) == (then.outcome, then.spans.tolist())
        for source, name in enumerate(range(6) if layer == 0 else watched.names[-1][0]):
            old = SignChanged(ParameterLocation(layer, first, name), 0)
            assert watched.ask(old, "kept").value == network.layers[layer].W[source, neuron]


def test_states_at_which_ever_other_examples_make_a_neuron_fire_come_to_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(history_module, "LARGEST_FIRST_SPACING", 8)
    monkeypatch.setattr(conditions, "WITNESSES", 1)
    config = replace(CONFIG, optimizer="sgd", learning_rate=1e-12)
    driver = Driver(Architecture.dense(hidden=(2,), activation="relu", seed=3), config)
    different = [x for x in np.unique(DATA.X_test, axis=0)[::3].astype(float) if x.any()]
    for number, x in enumerate((*different, np.zeros(6))):
        # It fires for this example alone; at last for none.
        bias = 0.5 - x.sum() if x.any() else -1.0
        for source, value in enumerate((*(2 * x - 1 if x.any() else x), bias)):
            place = ParameterLocation(0, 1, source if source < 6 else None)
            driver.send(c.EditParameter(0, 10 * number + source, place, float(value), 0))
        driver.train(9)
    end = driver.trainer.step_count
    driver.send(c.AskQuestion(1, NeuronDied(0, 1)), c.AskQuestion(2, NeuronDied(0, 1), "every"))
    driver.rest()
    kept, every = driver.all(QuestionAnswered)
    assert every.spans.tolist() == [[end - 10, end - 9]]
    ((low, high),) = kept.spans.tolist()
    assert low < end - 9 <= high
