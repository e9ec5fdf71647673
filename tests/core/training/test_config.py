"""The settings of a training: each bound itself is let through, what is beyond it is quoted with the range."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from core.nn.network import Network
from core.optim.schedules import SCHEDULES
from core.training.config import LOSSES, OPTIMIZERS, TrainingConfig
from core.training.trainer import Trainer
from tests.core.small_data import small_data


@pytest.mark.parametrize(
    ("settings", "quoted"),
    [
        ({"learning_rate": 0}, "0"),
        ({"learning_rate": -0.1}, "-0.1"),
        ({"learning_rate": float("nan")}, "nan"),
        ({"learning_rate": float("inf")}, "inf"),
        ({"learning_rate": "fast"}, "fast"),
        ({"batch_size": 0}, "0"),
        ({"batch_size": 2.5}, "2.5"),
        ({"batch_size": True}, "True"),
        ({"seed": -1}, "-1"),
        ({"optimizer": "magic"}, "magic"),
        ({"loss": "hinge"}, "hinge"),
    ],
)
def test_a_bad_setting_is_refused_and_quoted(settings: dict[str, Any], quoted: str) -> None:
    with pytest.raises(ValueError, match=quoted):
        TrainingConfig(**settings)


# Each number's least and largest, as the class's description has them; the rate, a factor and counts are over theirs.
@pytest.mark.parametrize(
    ("name", "allowed", "refused", "words"),
    [
        ("learning_rate", [1e-9, 1000], [0, 1000.1], "give a number over 0, up to 1000"),
        ("weight_decay", [0, 10], [-0.1, 10.1], "give a number from 0, up to 10"),
        ("l1", [0, 10], [-0.1, 10.1], "give a number from 0, up to 10"),
        ("l2", [0, 10], [-0.1, 10.1], "give a number from 0, up to 10"),
        ("dropout", [0, 0.95], [-0.1, 0.96, 1], "give a number from 0, up to 0.95"),
        ("clip_norm", [0, 1e9], [-1, 1.1e9], "give a number from 0, up to 1e\\+09"),
        ("schedule_factor", [1e-9, 1], [0, 1.1], "give a number over 0, up to 1"),
        ("batch_size", [1, None, 2**53], [0, 1.0, 2**53 + 1], "give a whole number from 1, up to 2\\^53"),
        ("seed", [0, 2**53], [-1, None, 2**53 + 1], "give a whole number from 0, up to 2\\^53"),
        ("schedule_period", [1, 2**53], [0, None, 2**53 + 1], "give a whole number from 1, up to 2\\^53"),
        ("schedule_start", [0, 2**53], [-1, None, 2**53 + 1], "give a whole number from 0, up to 2\\^53"),
        ("warm_up", [0, 2**53], [-1, None, 2**53 + 1], "give a whole number from 0, up to 2\\^53"),
        ("patience", [0, 2**53], [-1, None, 2**53 + 1], "give a whole number from 0, up to 2\\^53"),
    ],
)
def test_each_bound_is_let_through_and_the_next_value_refused_with_it(
    name: str, allowed: list[Any], refused: list[Any], words: str
) -> None:
    for value in allowed:
        assert getattr(TrainingConfig(**{name: value}), name) == value
    for value in refused:
        with pytest.raises(ValueError, match=f"{re.escape(repr(value))}: {words}$"):
            TrainingConfig(**{name: value})


@pytest.mark.parametrize(
    ("field", "names"), [("loss", LOSSES), ("optimizer", OPTIMIZERS), ("schedule", SCHEDULES)]
)
def test_every_name_that_is_offered_can_be_chosen(field: str, names: tuple[str, ...]) -> None:
    assert [getattr(TrainingConfig(**{field: name}), field) for name in names] == list(names)


def test_the_rate_waits_for_the_schedules_start_and_rises_first() -> None:
    config = TrainingConfig(
        learning_rate=0.8,
        schedule="step",
        schedule_period=4,
        schedule_factor=0.5,
        schedule_start=10,
        warm_up=2,
    )
    # Two updates of warm-up, 0.4 and 0.8, then four at 0.8, four at 0.4 ...; before its start the first of them.
    rates = [config.rate_at(update) for update in (0, 10, 11, 12, 15, 16, 20)]
    assert rates == pytest.approx([0.4, 0.4, 0.8, 0.8, 0.8, 0.4, 0.2], rel=1e-15)


def test_a_constant_rate_rises_too() -> None:
    config = TrainingConfig(learning_rate=0.8, warm_up=4)
    assert [config.rate_at(update) for update in range(6)] == pytest.approx([0.2, 0.4, 0.6, 0.8, 0.8, 0.8])


@pytest.mark.parametrize("name", ["batch_size", "loss", "dropout", "l1", "l2", "clip_norm"])
def test_what_holds_for_a_whole_batch_is_told_and_nothing_else(name: str) -> None:
    values = {"batch_size": None, "loss": "squared_error", "dropout": 0.5, "l1": 1.0, "l2": 1.0}
    values["clip_norm"] = 0.5
    assert replace(TrainingConfig(), **{name: values[name]}).of_batches != TrainingConfig().of_batches
    assert (
        replace(TrainingConfig(), learning_rate=0.5, optimizer="sgd").of_batches
        == TrainingConfig().of_batches
    )


def test_the_penalties_are_those_that_are_not_0() -> None:
    assert TrainingConfig().penalties == ()
    assert TrainingConfig(l2=0.1).penalties == ("l2",)
    assert TrainingConfig(l1=1e-6, l2=0.1).penalties == ("l1", "l2")


def test_what_is_in_force_is_what_updates_follow() -> None:
    """Each idle setting, made another, trains to the same bits; each that is in force, to others."""

    def trained(config: TrainingConfig) -> bytes:
        trainer = Trainer(Network.dense((6, 5, 3), activation="tanh", seed=2), small_data(), config)
        for _ in range(6):
            trainer.step()
        return trainer.network.parameters.tobytes()

    others = {"schedule_period": 2, "schedule_factor": 0.5, "weight_decay": 0.3}
    for schedule in SCHEDULES:
        for optimizer in ("sgd", "adamw"):
            config = TrainingConfig(
                optimizer=optimizer, learning_rate=0.1, batch_size=4, schedule=schedule, schedule_period=3
            )
            for name, value in others.items():
                other = replace(config, **{name: value})  # type: ignore[arg-type]
                is_idle = trained(other) == trained(config)
                assert (other.in_force == config.in_force) is is_idle, (schedule, optimizer, name)
