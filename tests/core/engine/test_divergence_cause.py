"""Whether the rate had a part in a divergence, with weights of which paper says what their outputs are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.engine.frames import FrameReader, pack
from core.engine.protocol import Envelope, frame_of, message_of
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from tests.core.engine.driver import CONFIG, Driver

ARCHITECTURE = Architecture.dense((5, 4, 4), "identity", 3, output="identity")
SQUARES = replace(CONFIG, loss="squared_error")


def driver_with(first: float, config: TrainingConfig, **settings: object) -> Driver:
    """Of a file's weights: all are 0 but those of the first neurons, so y₀ is `first`⁴ times the first input."""
    driver = Driver(ARCHITECTURE, config)
    network = driver.trainer.network.copy()
    network.parameters[:] = 0
    for layer in network.layers:
        layer.W[0, 0] = first
    weights = InitialWeights("large.npz", network.parameters.copy())
    driver.send(c.BeginRun(1, ARCHITECTURE, replace(config, **settings), weights=weights))  # type: ignore[arg-type]
    driver.rest()
    return driver


def first_large(driver: Driver) -> int:
    """The first update whose batch has an example with ink in the first input."""
    rows, seed = driver.trainer.dataset.X_train[:, 0], driver.trainer.config.seed
    order = np.random.default_rng((seed, 0)).permutation(len(rows))
    return int(np.flatnonzero(rows[order] > 0)[0]) // driver.trainer.batches.batch_size + 1


@pytest.mark.parametrize("batch_size", [1, None])
def test_weights_that_were_too_large_from_the_start_are_to_blame_at_any_update(
    batch_size: int | None,
) -> None:
    # (10⁶)⁴ = 10²⁴, and no float32 holds its square; nothing else has an answer but 0.
    settings = {"seed": 1, "batch_size": batch_size, "optimizer": "sgd", "learning_rate": 1e-9}
    driver = driver_with(1e6, SQUARES, **settings)
    update = first_large(driver)
    driver.train(60)
    assert (update > 1) is (batch_size is not None)
    assert driver.last(m.Diverged) == m.Diverged(1, update, "loss", "weights")
    # Whoever asks for an update is told the same.
    driver.send(c.Train(1))
    assert (
        driver.all(m.Diverged)[-1] == m.Diverged(1, update, "loss", "weights")
        and len(driver.all(m.Diverged)) == 3
    )


@pytest.mark.parametrize("l2", [0.0, 10.0])
def test_what_the_rate_has_made_too_large_is_the_rates_doing(l2: float) -> None:
    change: dict[str, object] = {"optimizer": "sgd", "learning_rate": 1000.0, "l2": l2}
    driver = driver_with(1.0, SQUARES, **change)
    driver.train(60)
    assert driver.last(m.Diverged).culprit == "rate"


def test_with_weights_set_back_that_were_set_since_the_last_update_it_is_tried_again() -> None:
    driver = Driver(ARCHITECTURE, SQUARES)
    driver.train(3)
    for layer in range(4):
        # Twice: what counts is what was there before the first.
        for turn, value in enumerate((1e5, 1e6)):
            place = c.ParameterLocation(layer, 0, 0)
            driver.send(c.EditParameter(0, 2 * layer + turn, place, value, 0))
    driver.train(10)
    assert driver.last(m.Diverged) == m.Diverged(0, 4, "loss", "edit")


@pytest.mark.parametrize("message", [m.Diverged(1, 3, "loss", "weights"), m.StoppedEarly(0, 5_625, 3_750)])
def test_how_a_training_ended_reaches_the_window(message: object) -> None:
    (frame,) = FrameReader().feed(pack(frame_of(Envelope(message, 1))))
    assert message_of(frame).content == message


def test_an_edit_that_changes_nothing_of_it_is_not_to_blame() -> None:
    driver = driver_with(1e6, SQUARES, batch_size=None)
    driver.send(c.EditParameter(1, 0, c.ParameterLocation(0, 3, None), 0.5, 0))
    driver.train(1)
    assert driver.last(m.Diverged) == m.Diverged(1, 1, "loss", "weights")


def test_weights_set_before_an_update_that_was_made_are_not_to_blame_for_the_next() -> None:
    # With each at 1 again its batch would have finite numbers; but it is the first update that made them so large.
    driver = driver_with(1.0, SQUARES, batch_size=None, optimizer="sgd", learning_rate=1000.0)
    driver.send(*(c.EditParameter(1, i, c.ParameterLocation(i, 0, 0), 2.0, 0) for i in range(4)))
    driver.train(60)
    assert driver.last(m.Diverged) == m.Diverged(1, 2, "loss", "rate", 1000.0)


# --- a running sum of gradients that is too large by itself

# y₀ = w₂ w₁ Σx, so that of C ≈ ½ y₀² the gradient by each weight of w₁ is the mean of w₂² w₁ Σx xᵢ, and by the bias
# that of w₂² w₁ Σx.
NARROW = Architecture.dense((1,), "identity", 3, output="identity")
W2 = 1e20
LARGEST = float(np.finfo(np.float32).max)


def narrow_driver(w1: float, optimizer: str, batch_size: int | None = None, rate: float = 1e-300) -> Driver:
    driver = Driver(NARROW, SQUARES)
    network = driver.trainer.network.copy()
    network.parameters[:] = 0
    network.layers[0].W[:, 0] = w1
    network.layers[1].W[0, 0] = W2
    weights = InitialWeights("large.npz", network.parameters.copy())
    config = replace(SQUARES, optimizer=optimizer, learning_rate=rate, batch_size=batch_size)
    driver.send(c.BeginRun(1, NARROW, config, weights=weights))
    driver.rest()
    return driver


def gradients(driver: Driver, w1: float, updates: int) -> Iterator[np.ndarray]:
    """Those of w₁ and of the bias at weights that stay as they are, in float64, batch after batch."""
    X, size = driver.trainer.dataset.X_train.astype(float), driver.trainer.batches.batch_size
    per_epoch = len(X) // size
    for update in range(updates):
        epoch, number = divmod(update, per_epoch)
        rows = np.random.default_rng((SQUARES.seed, epoch)).permutation(len(X))[number * size :][:size]
        total = X[rows].sum(1)[:, None]
        yield W2 * W2 * w1 * np.hstack([X[rows] * total, total]).mean(0)


def first_overflow(driver: Driver, w1: float, is_nesterov: bool) -> int:
    """The update whose v ← 0.9 v + ∇ is too large, of Nesterov ∇ + 0.9 v."""
    v = np.zeros(7)
    for update, gradient in enumerate(gradients(driver, w1, 200), 1):
        assert gradient.max() < 0.9 * LARGEST
        v = 0.9 * v + gradient
        if max(v.max(), (gradient + 0.9 * v).max() if is_nesterov else 0) > LARGEST:
            return update
    raise AssertionError


@pytest.mark.parametrize(
    ("optimizer", "w1", "batch_size"),
    [
        *((name, 3e-3, None) for name in ("momentum", "nesterov", "adam", "adamw")),
        # From one pass into the next ones, and through several of them.
        ("momentum", 2.9e-3, 8),
    ],
)
def test_a_running_sum_that_no_smaller_rate_keeps_finite_is_the_weights_doing(
    optimizer: str, w1: float, batch_size: int | None
) -> None:
    driver = narrow_driver(w1, optimizer, batch_size)
    update = first_overflow(driver, w1, optimizer == "nesterov")
    assert update > 3
    driver.train(60)
    assert driver.last(m.Diverged) == m.Diverged(1, update, "parameter", "weights")


@pytest.mark.parametrize("optimizer", ["sgd", "rmsprop", "adagrad"])
def test_with_the_same_weights_an_optimizer_without_a_running_sum_makes_its_updates(optimizer: str) -> None:
    driver = narrow_driver(6e-3, optimizer)
    driver.train(40)
    assert driver.snapshot.update == 40 and not driver.all(m.Diverged)


def moved(w1: float, factor: float, updates: int = 0) -> Driver:
    """After so many updates that move nothing, another one makes of the w₁ with the largest gradient `factor` w₁."""
    driver = narrow_driver(w1, "sgd")
    driver.train(updates)
    (gradient,) = gradients(driver, w1, 1)
    rate = (1 - factor) * w1 / gradient[:6].max()
    driver.send(c.Reconfigure(replace(driver.trainer.config, learning_rate=rate)))
    driver.train(1)
    assert driver.trainer.network.layers[0].W.min() == pytest.approx(factor * w1, rel=1e-3)
    return driver


# Unmoved, the second would have a sum that is too large as well, a few updates later: at no rate does it go on.
@pytest.mark.parametrize(
    ("w1", "factor", "updates", "culprit"), [(1e-4, -30, 0, "rate"), (3e-3, -2, 30, "unknown")]
)
def test_a_running_sum_of_weights_that_updates_have_made_large_is_the_doing_of_their_rate(
    w1: float, factor: float, updates: int, culprit: str
) -> None:
    driver = moved(w1, factor, updates)
    rate = driver.trainer.config.learning_rate
    config = replace(driver.trainer.config, optimizer="momentum", learning_rate=1e-300)
    driver.send(c.Reconfigure(config))
    driver.train(60)
    told = driver.last(m.Diverged)
    assert (told.cause, told.culprit) == ("parameter", culprit) and told.update > updates + 1
    assert (told.value, told.held) == ((rate, 1e-300) if culprit == "rate" else (0.0, 0.0))


def test_a_c_that_updates_have_made_infinite_is_not_the_weights_doing_whose_sum_alone_is_too_large() -> None:
    (gradient,) = gradients(narrow_driver(0.0, "sgd"), 1.0, 1)
    # ∇ is finite, and 1.9 ∇, Nesterov's first direction, is not; C is, until the weights are 100 times as large.
    driver = moved(0.7 * LARGEST / float(gradient.max()), -100)
    driver.send(c.Reconfigure(replace(driver.trainer.config, optimizer="nesterov")))
    driver.train(1)
    told = driver.last(m.Diverged)
    # At no rate can it be made, and not for the same reason.
    assert told == m.Diverged(1, 2, "loss", "unknown")


@pytest.mark.parametrize(("optimizer", "told"), [("sgd", ("rate", 1000.0)), ("momentum", ("unknown", 0.0))])
def test_a_step_that_the_rate_makes_too_large_is_the_rates_doing_at_once(
    optimizer: str, told: tuple[str, float]
) -> None:
    """Its gradient is finite; what momentum adds up is so at first only, whatever the rate is."""
    driver = narrow_driver(6e-3, optimizer, rate=1000.0)
    driver.train(1)
    assert driver.last(m.Diverged) == m.Diverged(1, 1, "parameter", *told)


def test_such_a_step_is_the_doing_of_the_rate_that_was_in_force_though_it_is_lowered_since() -> None:
    driver = narrow_driver(6e-3, "sgd", rate=1000.0)
    driver.send(c.Train(1))
    run = driver.engine.current
    driver.until(lambda: run.diverged is not None and not run.is_returning)
    # At such a rate the update could be made.
    driver.send(c.Reconfigure(replace(driver.trainer.config, learning_rate=1e-300)))
    driver.rest()
    assert driver.last(m.Diverged) == m.Diverged(1, 1, "parameter", "rate", 1000.0)


@pytest.mark.parametrize("begun", [True, False])
def test_a_running_sum_that_a_weight_set_by_hand_has_made_too_large_is_not_the_rates_doing(
    begun: bool,
) -> None:
    driver = narrow_driver(0.0, "nesterov")
    driver.train(3)
    (gradient,) = gradients(driver, 1.0, 1)
    # Right away 1.9 ∇ is too large where ∇ is 0.7 of the largest; where it is 0.3, a few updates later.
    value = (0.7 if begun else 0.3) * LARGEST / float(gradient.max())
    for source in range(6):
        driver.send(c.EditParameter(1, source, c.ParameterLocation(0, 0, source), value, 0))
    driver.train(60)
    told = driver.last(m.Diverged)
    assert (told.update == 4) is begun
    assert told == m.Diverged(1, told.update, "parameter", "edit" if begun else "edits")


# --- what stands, and when it is told


@pytest.mark.parametrize("way", ["on", "undone", "by hand"])
def test_a_weight_that_has_changed_nothing_of_it_is_not_told_of(way: str) -> None:
    driver = driver_with(1.0, SQUARES, optimizer="sgd", learning_rate=1000.0)
    place = c.ParameterLocation(0, 0, 0)
    driver.send(c.EditParameter(1, 0, place, 0.5, 0))
    if way == "undone":
        driver.send(c.SwitchEdit(1, 0, False))
    elif way == "by hand":
        driver.send(c.EditParameter(1, 1, place, 1.0, 0))
    driver.train(60)
    assert driver.last(m.Diverged).culprit == "rate"


def sought() -> Driver:
    """What has made its update 4 fail is being looked for, one chunk a slice."""
    driver = Driver(ARCHITECTURE, SQUARES, tick_s=0.01)
    driver.train(3)
    for layer in range(4):
        driver.send(c.EditParameter(0, layer, c.ParameterLocation(layer, 0, 0), 1e6, 0))
    driver.send(c.Train(10))
    run = driver.engine.current
    driver.until(lambda: bool(driver.all(m.Diverged)))
    assert run.cause.culprit == ""
    return driver


def test_until_the_cause_is_known_nothing_is_blamed() -> None:
    driver = sought()
    driver.send(c.Train(1))
    assert driver.all(m.Diverged) == [m.Diverged(0, 4, "loss", "")] * 2
    driver.rest()
    assert [told.culprit for told in driver.all(m.Diverged)] == ["", "", "edit"]
    # Once found it is known, and is not that of the next divergence.
    driver.send(c.EditParameter(0, 9, c.ParameterLocation(3, 1), 0.5, 0), c.Train(1))
    run = driver.engine.current
    driver.until(lambda: run.diverged is not None and not run.is_returning)
    assert run.cause.culprit == ""


@pytest.mark.parametrize("slices", [0, 1])
def test_a_weight_that_is_set_while_the_cause_is_sought_ends_the_search(slices: int) -> None:
    driver = sought()
    driver.work(slices)
    driver.send(*(c.SwitchEdit(0, layer, False) for layer in range(4)))
    driver.train(2)
    assert driver.snapshot.update == 5 and len(driver.all(m.Diverged)) == 1 and not driver.all(m.EngineFailed)


# --- penalties, and what was set by hand, with weights of 1 or 10⁻³ in a row


@pytest.mark.parametrize(
    ("change", "culprit", "value"),
    [
        # The data's gradient is next to nothing: w - η λ w = -2 w each time.
        ({"l2": 10.0}, "l2", 10.0),
        ({"l2": 10.0, "l1": 1e-6}, "l2", 10.0),
        # L1 changes each weight by 9 at once, and 9⁴ goes on by itself.
        ({"l1": 10.0, "learning_rate": 0.9}, "l1", 10.0),
        # Each of them would do: without one of them it fails, and with a rate that moves nothing it does not.
        ({"l1": 10.0, "l2": 10.0, "learning_rate": 0.9}, "rate", 0.9),
        ({"optimizer": "adamw", "weight_decay": 10.0}, "weight_decay", 10.0),
    ],
)
def test_a_penalty_without_which_it_goes_on_is_named(
    change: dict[str, object], culprit: str, value: float
) -> None:
    settings = {"optimizer": "sgd", "learning_rate": 0.3, "batch_size": None} | change
    driver = driver_with(1e-3, SQUARES, **settings)
    driver.train(400)
    told = driver.last(m.Diverged)
    assert (told.culprit, told.value, told.held, told.since) == (culprit, value, 0.0, 0)
    if culprit != "rate":
        again = driver_with(1e-3, SQUARES, **(settings | {culprit: 0.0}))
        again.train(told.update + 128)
        assert again.snapshot.update == told.update + 128


@pytest.mark.parametrize("between", ["", "settings", "sorting", "walkthrough"])
def test_weights_set_by_hand_are_told_of_though_updates_were_made_with_them(between: str) -> None:
    # (10⁶)⁴ x₀ = 10²⁴ x₀, and no float32 holds its square; where x₀ is 0, so is y₀, and the update can be made.
    driver = driver_with(1.0, SQUARES, optimizer="sgd", learning_rate=1e-9, batch_size=1, seed=1)
    rows = driver.trainer.dataset.X_train[:, 0]
    order = np.random.default_rng((1, 0)).permutation(len(rows))
    with_ink = [int(index) + 1 for index in np.flatnonzero(rows[order] > 0)]
    made, fails = next((a, b) for a, b in zip(with_ink, with_ink[1:], strict=False) if b > a + 2)
    driver.train(made)
    for layer in range(4):
        driver.send(c.EditParameter(1, layer, c.ParameterLocation(layer, 0, 0), 1e6, 0))
    driver.train(1)
    if between == "settings":
        driver.send(c.Reconfigure(replace(driver.trainer.config, learning_rate=1e-8)))
    elif between == "sorting":
        driver.send(c.SortNeurons(1, 9))
        driver.rest()
    elif between == "walkthrough":
        driver.walk()
    driver.train(60)
    assert driver.last(m.Diverged) == m.Diverged(1, fails, "loss", "edits")
