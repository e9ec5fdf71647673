"""What a divergence is put on, held against the same updates made again in float64 by a few lines of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import divergence_cause, history
from core.engine import messages as m
from core.engine.made_again import LeftOut, MadeAgain
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.steps import result_of
from core.training.config import TrainingConfig
from tests.core.engine.driver import Driver

LINE = DatasetSpec(source="line", name="sine", count=40, noise=0.1, seed=1)
WHOLE = TrainingConfig(loss="squared_error", optimizer="sgd", batch_size=None)
LARGEST = float(np.finfo(np.float32).max)
MORE = 128


@dataclass(frozen=True)
class Part:
    """So many updates with these settings, after the first weight of the last layer was set by hand to `edit`."""

    updates: int
    rate: float
    l2: float = 0.0
    edit: float | None = None


def begun(seed: int, config: TrainingConfig) -> Driver:
    driver = Driver()
    driver.send(
        c.BeginRun(
            1, Architecture.dense((10, 8), "relu", seed=seed, output="identity", n_out=1), config, LINE
        )
    )
    driver.rest()
    return driver


def config_of(part: Part) -> TrainingConfig:
    return replace(WHOLE, learning_rate=part.rate, l2=part.l2)


def diverge(seed: int, parts: Sequence[Part]) -> Driver:
    """The parts one after the other; each but the last ends before the divergence."""
    driver = begun(seed, config_of(parts[0]))
    for number, part in enumerate(parts):
        if number and config_of(part) != config_of(parts[number - 1]):
            driver.send(c.Reconfigure(config_of(part)))
        if part.edit is not None:
            driver.send(c.EditParameter(1, number, c.ParameterLocation(2, 0, 0), part.edit, 0))
        assert not driver.all(m.Diverged)
        driver.train(part.updates)
    assert driver.engine.current.diverged is not None
    return driver


def fails(seed: int, parts: Sequence[Part]) -> int | None:
    """The first update of these of which a number is beyond float32; None where there is none. All of it in float64."""
    driver = begun(seed, WHOLE)
    data, layers = driver.trainer.dataset, driver.trainer.network.layers
    X, t = data.X_train.astype(float), np.asarray(data.y_train, float).reshape(len(data.X_train), -1)
    weights = [(layer.W.astype(float), layer.b.astype(float)) for layer in layers]
    update = 0
    for part in parts:
        if part.edit is not None:
            weights[2][0][0, 0] = part.edit
        for _ in range(part.updates):
            update += 1
            inputs = [X]
            for index, (W, b) in enumerate(weights):
                z = inputs[-1] @ W + b
                inputs.append(np.maximum(z, 0) if index < 2 else z)
            delta = (inputs[-1] - t) / len(X)
            seen = [((inputs[-1] - t) ** 2).max() / 2]
            for index in reversed(range(3)):
                W, b = weights[index]
                slopes = inputs[index].T @ delta + part.l2 * W, delta.sum(0)
                delta = (delta @ W.T) * (inputs[index] > 0)
                seen += [np.abs(slopes[0]).max(), np.abs(slopes[1]).max()]
                weights[index] = W - part.rate * slopes[0], b - part.rate * slopes[1]
                seen.append(np.abs(weights[index][0]).max())
            if max(seen) > LARGEST:
                return update
    return None


def goes_on(seed: int, parts: Sequence[Part], update: int, **changes: Any) -> bool:
    """Whether the updates up to this one and `MORE` can be made where all parts are otherwise."""
    others = [replace(part, **changes) for part in parts]
    others[-1] = replace(others[-1], updates=update + MORE - sum(part.updates for part in others[:-1]))
    return fails(seed, others) is None


X1 = Part(2, 50.0), Part(1, 1e-6), Part(60, 50.0)
X2 = Part(5, 0.05), Part(2, 0.05, edit=1e6), Part(60, 1e-9)
X3 = Part(6, 0.3, 10.0), Part(60, 1e-9, 10.0)
X4 = Part(6, 0.3, 10.0), Part(60, 0.3)
RAISED = Part(10, 0.05), Part(60, 50.0)
ALONE = (Part(60, 50.0),)
BOTH = Part(1, 50.0), Part(60, 45.0)
HARMLESS = Part(1, 50.0), Part(60, 50.0, edit=0.3)
SMALL_L2 = (Part(60, 50.0, 1e-6),)
L2_LATER = Part(20, 0.05), Part(60, 0.25, 10.0)

CASES = {
    "X1": (4, X1, "rate", 50.0, 1e-6, {"rate": 1e-6}),
    "X1 of seed 7": (7, X1, "rate", 50.0, 1e-6, {"rate": 1e-6}),
    "X2": (7, X2, "edits", 0.0, 0.0, {"edit": None}),
    "X3": (3, X3, "l2", 10.0, 0.0, {"l2": 0.0}),
    "X4": (3, X4, "l2", 10.0, 0.0, {"l2": 0.0}),
    "raised": (2, RAISED, "rate", 50.0, 0.05, {"rate": 0.05}),
    "alone": (2, ALONE, "rate", 50.0, 0.0, {"rate": 0.0}),
    "both too high": (2, BOTH, "rate", 45.0, 0.0, {"rate": 0.0}),
    "harmless edit": (2, HARMLESS, "rate", 50.0, 0.0, {"rate": 0.0}),
    "small L2": (2, SMALL_L2, "rate", 50.0, 0.0, {"rate": 0.0}),
    "L2 later": (3, L2_LATER, "l2", 10.0, 0.0, {"l2": 0.0}),
}
# What of a case is tried before what is named, and does not help.
TRIED: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "both too high": ({"rate": 45.0},),
    "harmless edit": ({"edit": None},),
    "small L2": ({"l2": 0.0},),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_named_is_what_it_goes_on_without(case: str) -> None:
    seed, parts, culprit, value, held, without = CASES[case]
    driver = diverge(seed, parts)
    told = driver.last(m.Diverged)
    assert fails(seed, parts) == told.update
    assert told == m.Diverged(1, told.update, told.cause, culprit, value, held, 0)
    assert goes_on(seed, parts, told.update, **without)
    for other in TRIED.get(case, ()):
        assert not goes_on(seed, parts, told.update, **other)


def test_updates_long_before_are_not_made_again_and_the_first_that_is_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # X5: what L2 had settled, a high rate makes fail with it and without.
    monkeypatch.setattr(divergence_cause, "MAX_UPDATES", 150)
    monkeypatch.setattr(history, "LARGEST_FIRST_SPACING", 32)
    parts = Part(400, 0.05, 0.5), Part(60, 50.0, 0.5)
    told = diverge(2, parts).last(m.Diverged)
    assert (told.culprit, told.value, told.held) == ("rate", 50.0, 0.05)
    assert told.update - 150 < told.since <= told.update - 150 + 32 and told.since % 32 == 0
    # So late the bits of float32 tell by a few updates.
    assert not goes_on(2, parts, told.update)
    assert not goes_on(
        2, [Part(told.since, 0.05, 0.5), Part(400 - told.since, 0.05), Part(60, 50.0)], told.update
    )
    assert goes_on(2, parts, told.update, rate=0.05)


@pytest.mark.parametrize(
    ("limit", "spacing", "told"),
    [
        # What was set by hand after update 5 lies in the state after 6; in update 7 there was this rate.
        (3, 1, ("rate", 0.05, 0.0, 6)),
        # The one before the update that failed is of weights that are too large at any rate.
        (2, 1, ("unknown", 0.0, 0.0, 0)),
        (3, 1000, ("unknown", 0.0, 0.0, 0)),
        (1024, 1, ("edits", 0.0, 0.0, 0)),
    ],
)
def test_what_lies_too_far_back_is_not_tried(
    limit: int, spacing: int, told: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(divergence_cause, "MAX_UPDATES", limit)
    monkeypatch.setattr(history, "LARGEST_FIRST_SPACING", spacing)
    found = diverge(7, (*X2[:2], Part(1, 1e-9))).last(m.Diverged)
    assert (found.culprit, found.value, found.held, found.since) == told


@pytest.mark.parametrize("schedule", [{"schedule": "step", "schedule_period": 3}, {"warm_up": 100}])
def test_the_rate_is_the_one_that_the_schedule_had(schedule: dict[str, Any]) -> None:
    driver = begun(7, replace(WHOLE, learning_rate=50.0, schedule_factor=1e-9, **schedule))
    driver.train(120)
    told = driver.last(m.Diverged)
    config, made = driver.trainer.config, told.update - (told.cause != "parameter")
    rates = [config.rate_at(update) for update in range(made)]
    assert told.culprit == "rate"
    if "warm_up" in schedule:
        # By a hundredth more each time.
        assert made > 3 and (told.value, told.held) == (pytest.approx(50.0 * made / 100), rates[0])
    else:
        assert (told.value, told.held) == ((50.0, 5e-8) if made > 3 else (50.0, 0.0))


@pytest.mark.parametrize(
    ("seed", "cause", "rate", "l2"),
    [
        (2, "loss", 999.0, 10.0),
        (2, "loss", 1e-9, 10.0),
        (8, "gradient", 999.0, 0.0),
        (8, "gradient", 1e-9, 0.0),
    ],
)
def test_a_setting_of_an_update_that_failed_before_it_counted_is_not_named(
    seed: int, cause: str, rate: float, l2: float
) -> None:
    """Its C comes before its gradient, and that before its rate."""
    end = diverge(seed, ALONE).last(m.Diverged).update
    driver = begun(seed, replace(WHOLE, learning_rate=50.0))
    driver.train(end - 1)
    driver.send(c.Reconfigure(replace(WHOLE, learning_rate=rate, l2=l2)))
    driver.train(5)
    assert driver.last(m.Diverged) == m.Diverged(1, end, cause, "rate", 50.0)


def test_a_penalty_that_made_the_gradient_too_large_in_the_update_that_failed_is_named() -> None:
    """λ w is over the largest number, where w is not, and leads to no output: all that comes after it is 0."""
    driver = begun(2, replace(WHOLE, learning_rate=1e-300))
    network = driver.trainer.network.copy()
    network.layers[0].W[0, 3] = LARGEST / 5
    network.layers[1].W[3] = 0
    weights = InitialWeights("large.npz", network.parameters.copy())
    architecture = driver.engine.current.origin.architecture
    driver.send(c.BeginRun(2, architecture, driver.trainer.config, LINE, weights=weights))
    driver.rest()
    driver.train(3)
    driver.send(c.Reconfigure(replace(driver.trainer.config, l2=10.0)))
    driver.train(5)
    assert driver.last(m.Diverged) == m.Diverged(2, 4, "gradient", "l2", 10.0)


@pytest.mark.parametrize("schedule", [{"schedule": "step", "schedule_period": 3}, {"warm_up": 5}])
def test_a_rate_that_is_held_is_the_rate_of_every_update(schedule: dict[str, Any]) -> None:
    run = begun(2, replace(WHOLE, learning_rate=0.05, **schedule)).engine.current
    seen: list[Mapping[str, float]] = []
    left_out = LeftOut(divergence_cause.held_rate(0.01))
    assert result_of(MadeAgain(run, (), None).failure(9, left_out, seen)) is None
    assert [of_update["learning_rate"] for of_update in seen] == [0.01] * 9


# --- what counts as having been in force


def lowered_after(driver: Driver) -> None:
    """Another rate while the cause is sought."""
    driver.send(c.Train(60))
    run = driver.engine.current
    driver.until(lambda: run.diverged is not None and not run.is_returning)
    assert run.cause.culprit == ""
    driver.send(c.Reconfigure(replace(driver.trainer.config, learning_rate=1e-9)))


@pytest.mark.parametrize("is_left", [False, True])
def test_a_rate_that_is_lowered_after_it_has_failed_is_not_named(is_left: bool) -> None:
    driver = begun(2, replace(WHOLE, learning_rate=50.0))
    lowered_after(driver)
    if is_left:
        # Whatever was being looked for is dropped, and looked for anew.
        driver.send(c.BeginRun(2, Architecture.dense((3,), "relu", n_out=1, output="identity"), WHOLE, LINE))
        driver.rest()
        assert [told.culprit for told in driver.all(m.Diverged)] == [""]
        driver.send(c.ReturnToRun(1))
    driver.rest()
    told = driver.last(m.Diverged)
    assert told == m.Diverged(1, fails(2, ALONE) or 0, told.cause, "rate", 50.0)


def test_where_nobody_knows_whether_a_rate_was_set_before_it_failed_or_after_nothing_is_named() -> None:
    """So it is where a session was opened that was saved before the cause was found."""
    driver = begun(2, replace(WHOLE, learning_rate=50.0))
    lowered_after(driver)
    driver.engine.current.changes_at_end = None
    driver.engine.ends.drop_requests()
    driver.engine.ends.report_divergence(driver.engine.current)
    driver.rest()
    assert driver.last(m.Diverged).culprit == "unknown"


def test_what_comes_out_otherwise_when_it_is_made_again_shows_nothing() -> None:
    driver = begun(2, replace(WHOLE, learning_rate=50.0))
    lowered_after(driver)
    run = driver.engine.current
    run.origin = replace(run.origin, config=replace(run.origin.config, learning_rate=1e-3))
    driver.rest()
    assert driver.last(m.Diverged).culprit == "unknown"


def test_the_search_waits_while_others_are_trained_and_leaves_the_run_as_it_stands() -> None:
    driver = begun(2, replace(WHOLE, learning_rate=50.0))
    other = Architecture.dense((3,), "relu", n_out=1, output="identity")
    driver.send(c.BeginRun(2, other, replace(WHOLE, learning_rate=1e-3), LINE), c.TrainTogether((1,)))
    driver.send(c.Train())
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.work(40)
    end = driver.engine.run(1)
    assert end is not None and [told.culprit for told in driver.all(m.Diverged)] == [""]
    before, entries = end.trainer.checkpoint().checksum, list(end.journal)
    driver.send(c.Pause())
    driver.rest()
    assert [told.culprit for told in driver.all(m.Diverged)] == ["", "rate"]
    assert (end.trainer.checkpoint().checksum, end.journal) == (before, entries)
