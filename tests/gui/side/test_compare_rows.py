"""The table says what two networks differ in, and of which update and how good each is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.snapshot import DataInfo, Example
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from core.training.config import TrainingConfig
from gui.side.compare_rows import compare_rows, gradient_sizes
from tests.core.small_snapshots import changed, snapshot_of, with_trace


def architecture_of(hidden):
    return Architecture.dense().with_hidden(hidden).on_picture((4, 4))


def picture_network(hidden, seed=0):
    """On pictures of 4 x 4, as the engine computes it."""
    network = architecture_of(hidden).changed(seed=seed).network((16,))
    x = (np.random.default_rng(1).random(16) < 0.5).astype(np.float32)
    return snapshot_of(
        network, x, update=100, data=DataInfo(picture=(4, 4)), example=Example(x, 1, "test", 1)
    )


def table(a, b):
    return {row.key: (row.a, row.b) for row in compare_rows(a, b)}


def test_of_the_settings_only_those_that_differ_have_a_row(make_network, make_facts):
    a = make_facts(make_network())
    b = make_facts(make_network(run=1), config=TrainingConfig(learning_rate=0.01, batch_size=None))
    rows = table(a, b)
    assert rows["learning_rate"] == ("0.001", "0.01")
    assert rows["batch_size"] == ("32", "all")
    assert {"optimizer", "seed", "structure", "activation", "residual", "weights_seed"}.isdisjoint(rows)


def test_another_structure_and_another_start_are_named(make_network, make_facts):
    a = make_facts(make_network((8, 6)))
    other = Architecture.dense(hidden=(8, 8), seed=3, activation="tanh", skip=True, initializer="glorot")
    b = make_facts(make_network((8, 8), run=1), architecture=other)
    rows = table(a, b)
    assert rows["structure"] == ("16-8-6-10", "16-8-8-10")
    assert rows["activation"] == ("ReLU", "tanh")
    assert rows["weights_seed"] == ("0", "3")
    assert rows["start"] == ("He", "Glorot")


def test_which_layer_has_which_activation_and_how_large_weights_begin_is_a_difference(
    make_network, make_facts
):
    def facts(**choices):
        return make_facts(make_network(run=1), architecture=Architecture.dense((8, 6), **choices))

    rows = table(facts(activation=("relu", "tanh")), facts(activation=("tanh", "relu")))
    assert rows["activation"] == ("ReLU, tanh", "tanh, ReLU")
    rows = table(facts(initializer="normal"), facts(initializer="normal", initial_scale=1.0))
    assert rows["start"] == ("normal 0.1", "normal 1")
    usual, small = (
        make_facts(snapshot_of(residual.network((16,)), np.ones(16, np.float32)), architecture=residual)
        for residual in (Architecture.dense((8, 8), skip=True, skip_scale=scale) for scale in (1.0, 0.1))
    )
    assert table(usual, small)["residual"] == ("on", "on, W × 0.1")


def test_another_loss_is_a_difference(make_network, make_facts):
    rows = table(
        *(
            make_facts(make_network(), config=TrainingConfig(loss=loss))
            for loss in ("cross_entropy", "squared_error")
        )
    )
    assert rows["loss"] == ("cross-entropy", "squared error")


def test_data_that_differ_are_named_by_what_differs(make_network, make_facts):
    def with_data(run, **fields):
        facts = make_facts(make_network(run=run))
        return replace(facts, info=replace(facts.info, data=DataInfo(choice=DatasetSpec(**fields))))

    a = with_data(0)
    assert "data" not in table(a, with_data(1))
    assert table(a, with_data(1, shuffled_labels=0.5))["data"] == (
        "digits",
        "digits, 50 % of labels shuffled",
    )
    assert table(a, with_data(1, seed=3))["data"] == ("digits", "others")
    assert table(a, with_data(1, source="plane", name="xor"))["data"] == ("digits", "xor")
    # One file, read at two times.
    own = {"source": "own", "path": "/some/where/own.csv"}
    then, now = (with_data(run, **own, content=digit * 64) for run, digit in ((0, "3"), (1, "f")))
    assert table(then, now)["data"] == ("333333", "ffffff")
    (row,) = (row for row in compare_rows(then, now) if row.key == "data")
    assert row.name == "contents"
    assert row.tip == "A: own.csv, contents 333333; B: own.csv, contents ffffff"
    assert "data" not in table(then, with_data(1, **own, content="3" * 64))


def test_c_of_other_examples_and_with_neurons_dropped_is_called_so(make_network, make_facts):
    a, b = make_facts(make_network()), make_facts(make_network(run=1))

    def name_and_tip(a, b):
        (row,) = (row for row in compare_rows(a, b) if row.key == "c")
        return row.name, row.tip

    assert name_and_tip(a, b) == ("example’s C", "")
    other = replace(b, snapshot=replace(b.snapshot, example=replace(b.snapshot.example, index=77)))
    assert name_and_tip(a, other) == ("C, other examples", "A and B show different examples")
    masks = tuple(np.ones(size, np.float32) for size in (8, 6))
    dropped = replace(b, snapshot=with_trace(b.snapshot, masks=masks))
    assert name_and_tip(a, dropped) == ("C, with dropout", "B is shown with neurons dropped")


def test_the_numbers_are_those_of_each_snapshot_and_of_its_measurement(make_network, make_facts):
    a = make_facts(make_network(update=2_500), total=117_001.0)
    b = make_facts(make_network(run=1, update=2_500, times=1.5), total=17_865.0)
    rows = table(a, b)
    assert rows["update"] == ("2,500", "2,500")
    assert rows["total"] == ("117,001", "17,865")
    # L over its 60,000 examples; the test's, a fifth of L, over its 10,000.
    assert rows["mean"] == ("1.950", "0.298")
    assert rows["test_mean"] == ("2.340", "0.357")
    assert rows["train_right"] == ("90.0 %", "90.0 %")
    assert rows["test_right"] == ("87.5 %", "87.5 %")
    count = a.snapshot.parameters.size
    assert count == 16 * 8 + 8 + 8 * 6 + 6 + 6 * 10 + 10
    assert rows["parameters"] == (str(count), str(count))
    assert rows["c"] == (f"{a.snapshot.trace.loss:.2f}", f"{b.snapshot.trace.loss:.2f}")
    assert "measured" not in rows


def test_losses_of_another_update_than_the_picture_say_of_which(make_network, make_facts):
    a = make_facts(make_network(update=2_500), measured=2_400)
    b = make_facts(make_network(run=1, update=2_500))
    assert table(a, b)["measured"] == ("2,400", "2,500")
    a = make_facts(make_network(update=2_500), is_before_edit=True)
    assert table(a, b)["measured"] == ("2,500 (θ edited since)", "2,500")
    # The mark is never cut.
    assert [row.key for row in compare_rows(a, b) if row.is_whole] == ["measured"]


def test_what_neither_has_has_no_row_and_what_one_lacks_a_dash(make_network, make_facts):
    a, b = make_facts(make_network(), total=None), make_facts(make_network(run=1), total=None)
    assert {"total", "mean", "train_right", "measured"}.isdisjoint(table(a, b))
    assert table(a, make_facts(make_network(run=1)))["total"] == ("–", "12,000")
    drawn = replace(a, snapshot=with_trace(a.snapshot, delta=(), loss=None))
    assert "c" not in table(drawn, drawn) and "first_gradient" not in table(drawn, drawn)


def test_the_gradients_size_is_the_root_of_its_mean_square_in_each_gap(make_network, make_facts):
    snapshot = make_network()
    trace = snapshot.trace
    known = [x[:, None] * delta for x, delta in zip((trace.x, *trace.a), trace.delta, strict=False)]
    expected = [float(np.sqrt(np.mean(dW.astype(np.float64) ** 2))) for dW in known]
    assert gradient_sizes(snapshot) == pytest.approx(expected, rel=1e-6)
    rows = compare_rows(make_facts(snapshot), make_facts(snapshot))
    of_gaps = [row for row in rows if row.key.endswith("_gradient")]
    assert [row.name for row in of_gaps] == [f"rms ∂C/∂w, gap {gap}" for gap in (1, 2, 3)]
    for row, size in zip(of_gaps, expected, strict=True):
        assert float(row.a) == float(row.b) == pytest.approx(size, rel=0.05)


def test_of_many_gaps_the_first_and_the_last_have_a_row(make_network, make_facts):
    deep = make_facts(make_network((4, 4, 4, 4)))
    gaps = [row.name for row in compare_rows(deep, deep) if row.key.endswith("_gradient")]
    assert gaps == ["rms ∂C/∂w, gap 1", "rms ∂C/∂w, gap 5"]
    flat = make_facts(make_network(()))
    assert [row.key for row in compare_rows(flat, flat) if "gradient" in row.key] == ["first_gradient"]


def test_networks_of_other_depth_have_their_own_last_gap(make_network, make_facts):
    a, b = make_facts(make_network((8,))), make_facts(make_network((8, 6, 6), run=1))
    names = [row.name for row in compare_rows(a, b)]
    assert "rms ∂C/∂w, gap 2/4" in names
    # As the columns stand.
    assert "rms ∂C/∂w, gap 4/2" in [row.name for row in compare_rows(b, a)]


def test_a_row_knows_whether_its_two_sides_differ(make_network, make_facts):
    a, b = make_facts(make_network(), total=1_000.0), make_facts(make_network(run=1), total=2_000.0)
    differs = {row.key: row.differs for row in compare_rows(a, b)}
    assert differs["total"] and not differs["parameters"]


def test_a_network_that_has_diverged_has_a_gradient_that_is_no_number(make_network):
    snapshot = make_network()
    dW = [np.full(W.shape, np.inf) for W in snapshot.weights]
    broken = replace(snapshot, trace=changed(snapshot.trace, dW=dW))
    assert gradient_sizes(broken) == (np.inf,) * 3


def test_networks_of_maps_are_compared_by_their_layers_and_the_gaps_that_have_weights(make_facts):
    hidden = (MaxPool2d(2, picture=(4, 4)), Conv2d(3, 2, activation="tanh"))
    a, b = (
        make_facts(picture_network(hidden, seed=seed), architecture=architecture_of(hidden))
        for seed in (0, 1)
    )
    dense = make_facts(picture_network((Dense(5),)), architecture=architecture_of((Dense(5),)))
    rows = table(a, dense)
    assert rows["structure"] == ("16-MP2-3C2-10", "16-5-10") and rows["activation"] == ("tanh", "ReLU")
    names = {row.key: row.name for row in compare_rows(a, dense)}
    # The pool in gap 1 has no weights.
    assert (names["first_gradient"], names["last_gradient"]) == ("rms ∂C/∂w, gap 2/1", "rms ∂C/∂w, gap 3/2")
    assert "structure" not in table(a, b)
    # The convolution's W has 2·2·1 weights for each of 3 maps, its b 3.
    dW = a.snapshot.trace.gradient[:12].astype(np.float64)
    np.testing.assert_allclose(gradient_sizes(a.snapshot)[:2], (0, np.sqrt(np.mean(dW**2))), rtol=1e-6)
