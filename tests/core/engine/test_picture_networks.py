"""Everything that a user can do to a network of windows and pools: as to one of dense layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.analysis.gradient_check import check_gradient
from core.analysis.loss_slice import check_parameter, loss_slice
from core.analysis.neuron_statistics import ACTIVE, DEAD, SATURATED
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.questions import NeuronDied, QuestionAnswered, SignChanged
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.initial_weights import InitialWeights
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import Driver
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN, digits

LOCAL = (
    LocallyConnected2d(4, 5, 2, 2, "relu", picture=(16, 16)),
    AvgPool2d(2, "tanh"),
    Conv2d(5, 3, 1, 1, "relu", bias_per_cell=True),
    Dense(10, "softmax"),
)
NETWORKS = {
    name: Architecture(layers, seed=3)
    for name, layers in {"small": SMALL_CNN, "lenet": LENET_1989, "local": LOCAL}.items()
}
CONFIG = TrainingConfig(seed=3, batch_size=8, learning_rate=0.003)
EVERYTHING = replace(
    CONFIG,
    optimizer="momentum",
    l1=0.0003,
    l2=0.001,
    clip_norm=0.8,
    dropout=0.2,
    schedule="cosine",
    schedule_period=30,
    warm_up=5,
)
DIGITS = digits(60)
every_network = pytest.mark.parametrize("name", NETWORKS)


def load(choice: DatasetSpec) -> Dataset:
    return DIGITS


def driver_of(name: str, config: TrainingConfig = CONFIG, **more: Any) -> Driver:
    return Driver(NETWORKS[name], config, load=load, **more)


def by_itself(name: str, updates: int, config: TrainingConfig = CONFIG) -> Trainer:
    """The same training without an engine."""
    trainer = Trainer(NETWORKS[name].network((256,)), DIGITS, config)
    for _ in range(updates):
        trainer.step()
    return trainer


def same(driver: Driver, trainer: Trainer) -> bool:
    return np.array_equal(driver.trainer.network.parameters, trainer.network.parameters)


def bits(driver: Driver) -> str:
    return driver.trainer.checkpoint().checksum


@pytest.fixture(autouse=True)
def nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure that the engine reports is one."""

    def fail(self: Any) -> None:
        raise

    monkeypatch.setattr("core.engine.engine.Engine._fail", fail)


@every_network
@pytest.mark.parametrize("config", [CONFIG, EVERYTHING], ids=["plain", "everything"])
def test_it_is_trained_with_the_bits_of_a_training_without_an_engine(
    name: str, config: TrainingConfig
) -> None:
    driver = driver_of(name, config)
    driver.train(25)
    trainer = by_itself(name, 25, config)
    assert same(driver, trainer)
    exact = driver.last(m.ExactLoss)
    assert exact.update == 25 and exact.train_total == trainer.total_loss("train")
    W = [layer.W.astype(np.float64) for layer in trainer.network.layers]
    assert exact.l1 == pytest.approx(config.l1 * sum(np.abs(own).sum() for own in W), rel=1e-6)
    assert exact.l2 == pytest.approx(0.5 * config.l2 * sum((own**2).sum() for own in W), rel=1e-6)


@every_network
def test_an_update_is_walked_through_phase_by_phase(name: str) -> None:
    driver = driver_of(name, EVERYTHING)
    for _ in range(3):
        driver.walk()
    first, second = driver.all(m.GradientComputed)[-1], driver.all(m.UpdateApplied)[-1]
    assert same(driver, by_itself(name, 3, EVERYTHING))
    before, after = first.snapshot, second.snapshot
    assert (before.update, after.update) == (2, 3)
    np.testing.assert_array_equal(after.parameters - before.parameters, second.change)
    # What the batch gave, from its examples by hand; the masks of dropout are those of the one that is shown.
    plain = driver_of(name)
    plain.send(c.ComputeGradient())
    plain.rest()
    told, trainer = plain.last(m.GradientComputed), plain.trainer
    traces = [trainer.trace(DIGITS.X_train[row], int(DIGITS.y_train[row])) for row in trainer.batch_rows]
    mean = np.mean(
        [trace.gradient.astype(np.float64) for trace in traces if trace.gradient is not None], axis=0
    )
    np.testing.assert_allclose(told.mean_gradient, mean, rtol=1e-4, atol=1e-6)
    assert told.batch_mean == pytest.approx(float(np.mean([trace.loss or 0 for trace in traces])), rel=1e-5)


@every_network
def test_a_snapshot_is_that_of_its_example(name: str) -> None:
    driver = driver_of(name)
    driver.send(c.WatchUpdates(True), c.ShowTestSample("next"))
    driver.train(4)
    shown, network = driver.snapshot, driver.trainer.network
    np.testing.assert_allclose(
        shown.trace.probabilities, network.predict(shown.example.x[None])[0], rtol=1e-4, atol=1e-6
    )
    assert shown.change is not None and shown.mean_gradient is not None and shown.change.any()
    ink = np.zeros(256, np.float32)
    ink[40:90] = 1
    driver.send(c.ShowDrawing(ink, None))
    driver.rest()
    assert not driver.snapshot.trace.has_gradient
    np.testing.assert_array_equal(driver.snapshot.trace.x, ink)


def places_of(network: Network) -> list[ParameterLocation]:
    """A weight and a bias of each layer that has some: of its last unit, as far in the picture as there is one."""
    places = []
    for group in network.connections:
        edges = group.incoming(group.shape[1] - 1)
        source, target = int(edges.source[-1]), int(edges.target[-1])
        layer = group.target_layer - 1
        places += [ParameterLocation(layer, target, source), ParameterLocation(layer, target)]
    return places


@every_network
def test_a_weight_that_is_shared_and_a_bias_are_set_by_hand(name: str) -> None:
    driver = driver_of(name)
    driver.train(3)
    for number, place in enumerate(places_of(driver.trainer.network), 1):
        before = bits(driver)
        z_before = driver.snapshot.trace.z[place.layer]
        driver.send(c.EditParameter(0, number, place, 0.75, 0))
        driver.rest()
        made = driver.last(m.ParameterEdited)
        index = place.index(driver.trainer.network.topology)
        assert made.edit_id == number and driver.trainer.network.parameters[index] == 0.75
        # Its own unit's z moves by what is multiplied.
        x = (
            1.0
            if place.source is None
            else (made.snapshot.trace.x, *made.snapshot.trace.a)[place.layer][place.source]
        )
        moved = made.snapshot.trace.z[place.layer][place.target] - z_before[place.target]
        shares = place.source is not None
        if not shares or place.layer == len(driver.trainer.network.layers) - 1:
            assert moved == pytest.approx((0.75 - made.made.before) * float(x), abs=1e-4)
        driver.send(c.SwitchEdit(0, number, False))
        driver.rest()
        assert np.array_equal(driver.trainer.network.parameters[index], np.float32(made.made.before))
        assert bits(driver) != before  # One more change by hand is counted.
    driver.train(2)


@every_network
@pytest.mark.parametrize(
    "place", [ParameterLocation(0, -1), ParameterLocation(0, 10**6), ParameterLocation(0, 0, -1)]
)
def test_a_place_that_there_is_not_is_none(name: str, place: ParameterLocation) -> None:
    with pytest.raises(IndexError):
        place.index(NETWORKS[name].network((256,)).topology)


def test_a_pool_has_no_parameter() -> None:
    topology = NETWORKS["small"].network((256,)).topology
    for place in (ParameterLocation(1, 0), ParameterLocation(1, 0, 0)):
        with pytest.raises(IndexError):
            place.index(topology)
    # The bias of a map is that of each of its cells.
    assert {topology.bias_index(0, cell * 8 + 5) for cell in range(256)} == {topology.table.index("b", 0, 5)}


@every_network
def test_looking_back_branching_and_rewinding_give_the_same_bits(name: str) -> None:
    driver = driver_of(name, EVERYTHING)
    driver.train(20)
    place = places_of(driver.trainer.network)[0]
    driver.send(c.EditParameter(0, 1, place, 0.5, 0), c.SortNeurons(0, 2))
    driver.rest()
    at_20 = driver.trainer.network.parameters.copy()
    driver.train(20)
    end = bits(driver)
    for update in (0, 7, 20, 40):
        driver.send(c.LookAt(update))
        driver.rest()
        shown = driver.last(m.PastShown)
        assert shown.is_exact and shown.snapshot.update == update
        expected = at_20 if update == 20 else driver.trainer.network.parameters
        if update in (20, 40):
            np.testing.assert_array_equal(shown.snapshot.parameters, expected)
        else:
            np.testing.assert_array_equal(
                shown.snapshot.parameters, by_itself(name, update, EVERYTHING).network.parameters
            )
    driver.send(c.ReturnToLive())
    driver.rest()
    assert bits(driver) == end
    driver.send(c.BranchRun(1, 10))
    driver.rest()
    assert same(driver, by_itself(name, 10, EVERYTHING))
    driver.train(5)
    assert same(driver, by_itself(name, 15, EVERYTHING))
    driver.send(c.BranchRun(2, 0), c.Train(15))
    driver.rest()
    assert same(driver, by_itself(name, 15, EVERYTHING))
    driver.send(c.Film(2, (1, 9)))
    driver.rest()
    assert [frame.update for frame in driver.all(m.FilmFrame)] == [1, 9]


@every_network
def test_it_is_recovered_from_what_was_saved_meanwhile(name: str, tmp_path: Path) -> None:
    driver = driver_of(name, EVERYTHING, autosave=str(tmp_path))
    driver.train(6)
    driver.send(c.EditParameter(0, 1, places_of(driver.trainer.network)[1], 0.5, 0))
    driver.rest()
    driver.engine.save()
    again = Driver(load=load, start=False)
    again.send(c.Recover(str(tmp_path)))
    again.rest()
    assert again.last(m.Recovered).update == 6
    for each in (driver, again):
        each.train(6)
    assert bits(driver) == bits(again)


@every_network
def test_a_session_goes_on_with_the_same_bits(name: str, tmp_path: Path) -> None:
    driver = driver_of(name, EVERYTHING)
    driver.train(6)
    driver.send(c.EditParameter(0, 1, places_of(driver.trainer.network)[0], 0.5, 0), c.SortNeurons(0, 2))
    driver.rest()
    driver.train(3)
    path = str(tmp_path / "a.backlight")
    driver.send(c.SaveSession(path, WindowState()))
    driver.rest()
    second = driver_of("small")
    second.send(c.OpenSession(path, 5))
    second.rest()
    assert second.last(m.SessionOpened).path == path and second.engine.number == 5
    for each, run in ((driver, 0), (second, 5)):
        each.train(5)
        each.send(c.SwitchSorting(run, 2, False), c.SwitchEdit(run, 1, False))
        each.rest()
        each.train(5)
    np.testing.assert_array_equal(driver.trainer.network.parameters, second.trainer.network.parameters)
    assert second.trainer.network.topology == driver.trainer.network.topology


def damaged(layers: list[dict[str, Any]], kind: str, **fields: Any) -> None:
    """Write other fields into the first layer of this kind."""
    layer = next(layer for layer in layers if kind in layer)
    layer[kind].update(fields)


DAMAGES: dict[str, tuple[str, Callable[[list[dict[str, Any]]], None]]] = {
    "a kernel of millions": ("small", lambda x: damaged(x, "Conv2d", kernel=10**9, padding=10**9 - 1)),
    "maps of millions": ("local", lambda x: damaged(x, "LocallyConnected2d", maps=10**9)),
    "a stride of 0": ("small", lambda x: damaged(x, "Conv2d", stride=0)),
    "no maps": ("small", lambda x: damaged(x, "Conv2d", maps=-3)),
    "another picture": ("small", lambda x: damaged(x, "Conv2d", picture=[16, 17])),
    "no picture": ("small", lambda x: damaged(x, "Conv2d", picture=None)),
    "a picture of millions": (
        "local",
        lambda x: damaged(x, "LocallyConnected2d", picture=[1, 256], padding=200),
    ),
    "a block of millions": ("small", lambda x: damaged(x, "MaxPool2d", size=10**12)),
    "a channel that there is not": ("lenet", lambda x: x[1]["Conv2d"]["reads"][0].__setitem__(-1, 10**9)),
    "a kind that there is not": ("small", lambda x: x.insert(0, {"Conv3d": {}})),
    "a number that is none": ("small", lambda x: damaged(x, "Conv2d", kernel=2.5)),
    "an output that is no dense layer": ("small", lambda x: x.pop()),
    "another activation": ("small", lambda x: damaged(x, "MaxPool2d", activation="softmax")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_description_that_could_be_no_network_is_refused(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.session import session

    name, change = DAMAGES[damage]
    driver = driver_of(name)
    driver.train(2)
    path = tmp_path / "a.backlight"
    real = session.describing

    def describing(of: Any) -> Any:
        description, tensors = yield from real(of)
        change(description["runs"][0]["state"]["origin"]["architecture"]["layers"])
        return description, tensors

    monkeypatch.setattr("core.session.file.describing", describing)
    driver.send(c.SaveSession(str(path), WindowState()))
    driver.rest()
    monkeypatch.undo()
    second = driver_of("small")
    second.train(1)
    before = bits(second)
    second.send(c.OpenSession(str(path), 5))
    second.rest()
    refused = second.last(m.SessionRefused)
    print(damage, refused)
    assert refused.code == "wrong_value" and not second.all(m.SessionOpened)
    assert bits(second) == before


@every_network
def test_a_gradient_is_proven_and_the_loss_has_a_slice_along_a_shared_weight(name: str) -> None:
    network = by_itself(name, 10).network
    x, y = DIGITS.X_train[5].astype(np.float32), int(DIGITS.y_train[5])
    for place in places_of(network):
        index = place.index(network.topology)
        check = check_parameter(network, x, y, "cross_entropy", index)
        assert check.agrees
        shown = loss_slice(network, x, y, "cross_entropy", index, 0.3)
        assert shown.slope == check.backpropagated and shown.here[0] == network.parameters[index]
        moved = network.copy(np.float64)
        moved.parameters[index] = shown.weight[0]
        logits = np.log(moved.predict(x.astype(np.float64)[None])[0, y])
        assert shown.loss[0] == pytest.approx(-logits, rel=1e-9)
    masks = [np.where(np.arange(size) % 3, 1.25, 0.0) for size in network.sizes[1:-1]]
    chosen = [place.index(network.topology) for place in places_of(network)]
    X, target = x.astype(np.float64)[None], np.array([y])
    assert all(check.agrees for check in check_gradient(network, X, target, chosen, masks=masks))


def test_dead_and_saturated_neurons_are_counted_over_the_test_set() -> None:
    driver = driver_of("small")
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 3), -100.0, 0))
    driver.train(1)
    shown = driver.all(m.NeuronStatistics)[-1]
    dead = shown.states(0).reshape(256, 8)
    assert (dead[:, 3] == DEAD).all() and (shown.states(1) == ACTIVE).all()
    saturating = driver_of("lenet")
    saturating.send(c.EditParameter(0, 1, ParameterLocation(0, 17), 50.0, 0))
    saturating.train(1)
    states = saturating.all(m.NeuronStatistics)[-1].states(0)
    assert states[17] == SATURATED


def test_the_questions_are_answered() -> None:
    driver = driver_of("small", replace(CONFIG, optimizer="sgd", learning_rate=0.05))
    driver.train(10)
    # The cells of map 0 are shut at update 10, and the weight's sign is turned.
    weight = ParameterLocation(2, 7, 5)
    value = float(driver.trainer.network.parameters[weight.index(driver.trainer.network.topology)])
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 0), -100.0, 0))
    driver.send(c.EditParameter(0, 2, weight, -4.0 if value > 0 else 4.0, 0))
    driver.rest()
    driver.train(10)
    driver.send(
        c.AskQuestion(1, NeuronDied(0, 40 * 8), "every"), c.AskQuestion(2, SignChanged(weight), "every")
    )
    driver.until(lambda: len(driver.all(QuestionAnswered)) == 2)
    died, sign = driver.all(QuestionAnswered)
    assert died.outcome == "since" and 9 <= died.spans[-1][0] <= 10
    assert sign.outcome == "changes" and 9 <= sign.spans[-1][0] <= 10
    # A pool has no neurons that die, nor a sign.
    driver.send(c.AskQuestion(3, NeuronDied(1, 0)), c.AskQuestion(4, SignChanged(ParameterLocation(1, 0))))
    driver.rest()
    assert [message.ask for message in driver.all(m.QuestionRefused)] == [3, 4]


@every_network
def test_sorting_the_neurons_leaves_the_function_and_is_undone_to_the_bit(name: str) -> None:
    driver = driver_of(name)
    driver.train(30)
    network, X = driver.trainer.network, DIGITS.X_test.astype(np.float32)
    before, parameters = network.predict(X), network.parameters.copy()
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    told = driver.last(m.NeuronsPermuted)
    np.testing.assert_allclose(network.predict(X), before, atol=1e-5)
    assert told.difference < 1e-5 and not np.array_equal(network.parameters, parameters)
    # LeNet's second layer reads some maps of the first only: both stay.
    assert told.stays == {"small": (), "lenet": (0, 1), "local": ()}[name]
    for order, maps in zip(told.orders, network.topology.maps[1:-1], strict=True):
        cells = order.reshape(-1, maps)
        assert (cells % maps == cells[0]).all() and (cells // maps == np.arange(len(cells))[:, None]).all()
    driver.train(4)
    driver.send(c.SwitchSorting(0, 1, False))
    driver.rest()
    np.testing.assert_allclose(network.parameters, by_itself(name, 34).network.parameters, atol=2e-3)
    driver.send(c.LookAt(30))
    driver.rest()
    driver.send(c.ReturnToLive())


@every_network
def test_two_runs_are_compared_as_solutions(name: str) -> None:
    driver = driver_of(name)
    driver.train(10)
    driver.send(c.BeginRun(1, replace(NETWORKS[name], seed=4), CONFIG))
    driver.train(10)
    driver.send(c.CompareSolutions(0, 1))
    driver.rest()
    told = driver.last(m.SolutionsCompared)
    assert told.is_complete and told.matching is not None
    assert told.matching.difference < 1e-10 and told.matching.distance_after < told.matching.distance_before
    assert told.matching.stays == {"small": (), "lenet": (0, 1), "local": ()}[name]
    exact = {each.run: each for each in driver.all(m.ExactLoss)}
    for run, end in ((0, 0), (1, -1)):
        assert told.straight.train_means[end] == pytest.approx(exact[run].train_mean, rel=1e-6)
        assert told.matched.train_means[end] == pytest.approx(exact[run].train_mean, rel=1e-4)


def test_other_layers_of_as_many_neurons_are_no_pair() -> None:
    driver = driver_of("small")
    other = (Conv2d(8, 5, padding=2, picture=(16, 16)), *SMALL_CNN[1:])
    driver.send(c.BeginRun(1, Architecture(other, seed=3), CONFIG), c.CompareSolutions(0, 1))
    driver.rest()
    assert driver.last(m.SolutionsRefused).reason == "structure"


def test_what_is_beside_stands_in_its_own_order_where_its_maps_are_others() -> None:
    # 8 maps of 4 cells beside 4 maps of 8: as many neurons.
    square = Architecture((Conv2d(8, 8, 8, picture=(16, 16)), Dense(10, "softmax")), seed=3)
    flat = Architecture((Conv2d(8, 16, 8, 4, picture=(16, 16)), Dense(10, "softmax")), seed=3)
    thin = Architecture((Conv2d(2, 4, 4, picture=(16, 16)), Dense(10, "softmax")), seed=3)
    for other, stands_alike in ((flat, True), (thin, False)):
        driver = Driver(square, CONFIG, load=load)
        driver.train(5)
        driver.send(c.SortNeurons(0, 1), c.BeginRun(1, other, CONFIG, is_shown=False), c.ShowBeside(1))
        driver.rest()
        shown = driver.last(m.BesideShown)
        moved = not np.array_equal(
            shown.snapshot.parameters, driver.engine.runs[1].trainer.network.parameters
        )
        assert driver.last(m.NeuronsPermuted) and moved == stands_alike
        predicted = shown.snapshot.network().predict(shown.snapshot.example.x[None])[0]
        np.testing.assert_allclose(shown.snapshot.trace.probabilities, predicted, rtol=1e-4, atol=1e-6)


def test_several_are_trained_together() -> None:
    driver = driver_of("small")
    driver.send(c.BeginRun(1, NETWORKS["local"], CONFIG, is_shown=False), c.TrainTogether((1,)))
    driver.train(6)
    runs = {run.number: run.trainer for run in driver.engine.runs}
    for number, name in ((0, "small"), (1, "local")):
        assert runs[number].step_count == 6
        np.testing.assert_array_equal(runs[number].network.parameters, by_itself(name, 6).network.parameters)


def test_pools_alone_are_trained_too() -> None:
    layers = (MaxPool2d(2, picture=(16, 16)), AvgPool2d(2, "tanh"), Dense(10, "softmax"))
    driver = Driver(Architecture(layers), CONFIG, load=load)
    driver.train(10)
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    assert driver.last(m.SortingRefused).reason == "all_stay"
    assert driver.last(m.ExactLoss).update == 10


def test_weights_of_a_file_are_kept_only_by_layers_of_the_same_windows() -> None:
    architecture = NETWORKS["small"]
    network = by_itself("small", 5).network
    driver = driver_of("small")
    weights = InitialWeights("mine.safetensors", network.parameters.copy())
    driver.send(c.BeginRun(1, architecture, CONFIG, weights=weights))
    # Another activation has the same arrays; a wider kernel makes as many neurons, of other weights.
    tanh = replace(architecture, layers=(replace(SMALL_CNN[0], activation="tanh"), *SMALL_CNN[1:]))
    wide = replace(architecture, layers=(Conv2d(8, 5, padding=2, picture=(16, 16)), *SMALL_CNN[1:]))
    driver.send(c.BeginRun(2, tanh, CONFIG, keeps_weights=True))
    assert driver.last(m.RunInfo).weights_name == "mine.safetensors"
    driver.send(c.BeginRun(3, wide, CONFIG, keeps_weights=True))
    assert driver.last(m.RunInfo).weights_name == "" and driver.trainer.network.parameter_count == 3_946
