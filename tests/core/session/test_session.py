"""A session goes into the parts of a file and comes back the same; other parts are named and refused."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data.own_set import OwnSet
from core.session.container import unpacked
from core.session.errors import SessionError
from core.session.session import data_checksum, described, session_of
from tests.core.engine.frame_samples import same
from tests.core.session.sample_sessions import OWN_EXAMPLES, sample_bytes, sample_session

Parts = tuple[dict[str, Any], dict[str, Any]]


def parts() -> Parts:
    description, tensors = unpacked(sample_bytes())
    return copy.deepcopy(description), dict(tensors)


def test_it_comes_back_as_it_was() -> None:
    assert same(session_of(*parts()), sample_session())


def test_the_parameters_have_the_names_that_others_rely_on() -> None:
    _, tensors = described(sample_session())
    run = sample_session().runs[0]
    flat = run.state.checkpoint.parameters
    W, b = tensors["runs/0/layers/0/W"], tensors["runs/0/layers/0/b"]
    # 6 inputs, then 5 neurons; W before b, row by row.
    assert np.array_equal(W, flat[:30].reshape(6, 5)) and np.array_equal(b, flat[30:35])
    assert {f"runs/1/layers/{layer}/{name}" for layer in range(3) for name in "Wb"} <= set(tensors)
    assert {"runs/0/optimizer/0", "runs/0/optimizer/1", "runs/0/losses", "window/curve"} <= set(tensors)


def test_without_the_examples_only_their_checksum_is_in_it() -> None:
    session = sample_session()
    without = replace(session, data=(replace(session.data[0], dataset=None),))
    description, tensors = described(without)
    assert sum(array.nbytes for name, array in tensors.items() if name.startswith("data/")) == 0
    assert same(session_of(description, tensors), without)


def test_the_checksum_of_examples_is_of_all_of_them() -> None:
    other = replace(OWN_EXAMPLES, y_test=1 - OWN_EXAMPLES.y_test)
    assert data_checksum(OWN_EXAMPLES) != data_checksum(other)
    assert data_checksum(OWN_EXAMPLES) == data_checksum(replace(OWN_EXAMPLES))


def own_set(count: int) -> OwnSet:
    pixels = np.random.default_rng(2).integers(0, 2, (count, 256)).astype(np.uint8)
    return OwnSet(np.arange(count) * 3 + 1, pixels, np.arange(count) % 2, ("7", "零"))


def test_the_own_test_set_is_in_it_where_there_is_one() -> None:
    session = replace(sample_session(), own=own_set(5))
    found = session_of(*described(session))
    assert same(found, session)
    # What was saved before there was such a set, or without one, has no place for it.
    assert "own" not in parts()[0] and not len(session_of(*parts()).own)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda own, _: own.pop("arrays"), "missing_field"),
        (lambda own, _: own.update(more=1), "unknown_field"),
        (lambda own, _: own.update(arrays=3), "wrong_value"),
        (lambda own, _: own["set"].update(names=["7", "7"]), "wrong_value"),
        (lambda own, _: own["set"].update(names=["7"]), "wrong_value"),
        (lambda own, _: own["arrays"].__setitem__(1, "own/0"), "missing_field"),
        (lambda _, tensors: tensors["own/1"].__setitem__((0, 0), 2), "wrong_value"),
        (lambda _, tensors: tensors["own/0"].__setitem__(1, 1), "wrong_value"),
        (lambda _, tensors: tensors.update({"own/1": tensors["own/1"][:4]}), "wrong_value"),
        (lambda _, tensors: tensors.update({"own/9": tensors["own/1"]}), "unknown_field"),
    ],
)
def test_an_own_test_set_that_can_be_none_is_refused(change: Callable[[Any, Any], Any], code: str) -> None:
    description, tensors = copy.deepcopy(described(replace(sample_session(), own=own_set(5))))
    change(description["own"], tensors)
    with pytest.raises(SessionError) as caught:
        session_of(description, tensors)
    assert caught.value.code == code


def _at(keys: str, value: Any) -> Callable[[Parts], None]:
    def change(found: Parts) -> None:
        part: Any = found[0]
        *way, last = [int(key) if key.isdigit() else key for key in keys.split(".")]
        for key in way:
            part = part[key]
        if value is None:
            del part[last]
        else:
            part[last] = value

    return change


def _rename(old: str, new: str) -> Callable[[Parts], None]:
    def change(found: Parts) -> None:
        found[1][new] = found[1].pop(old)

    return change


def _turn(found: Parts) -> None:
    found[1]["runs/0/layers/1/W"] = np.ascontiguousarray(found[1]["runs/0/layers/1/W"].T)


def _not_finite(found: Parts) -> None:
    W = found[1]["runs/0/layers/1/W"].copy()
    W[0, 0] = np.nan
    found[1]["runs/0/layers/1/W"] = W


def _in_double(found: Parts) -> None:
    found[1]["runs/0/layers/1/W"] = found[1]["runs/0/layers/1/W"].astype(np.float64)


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        (_at("version", 2), "newer", "2"),
        (_at("version", "1"), "newer", "1"),
        (_at("version", 0), "wrong_value", "0"),
        (_at("lessons", []), "unknown_field", "lessons"),
        (_at("window", None), "missing_field", "window"),
        (_at("runs.0.state.checkpoint.momentum", 1), "wrong_value", "momentum"),
        (_at("runs.0.state.journal", None), "wrong_value", "journal"),
        (_at("runs.0.inputs", None), "missing_field", "inputs"),
        (_at("runs.0.inputs", 10**12), "wrong_value", "runs[0]"),
        (_at("runs.0.inputs", 7), "wrong_value", "runs/0/layers/0/W"),
        (_at("runs.0.arrays", []), "wrong_value", "array"),
        (_at("runs.0.state.origin.config.optimizer", "lion"), "wrong_value", "lion"),
        (_at("runs.0.state.origin.config.learning_rate", -1), "wrong_value", "-1"),
        (_at("runs.0.state.origin.architecture.layers.0", {"Conv9d": {}}), "wrong_value", "Conv9d"),
        (
            _at("runs.0.state.origin.architecture.layers.0.Dense.units", 10**12),
            "wrong_value",
            "1000000000000",
        ),
        (_at("runs.0.state.number", 3), "wrong_value", "[3, 3]"),
        (_at("shown", 1), "wrong_value", "1 shown"),
        (_at("runs", 3), "wrong_value", "no list"),
        (_at("data.0.sha256", 3), "wrong_value", "data[0]"),
        (_rename("runs/0/layers/0/b", "runs/0/layers/9/b"), "missing_field", "runs/0/layers/0/b"),
        (_rename("window/curve", "window/other"), "missing_field", "window/curve"),
        (lambda found: found[1].update(more=np.zeros(1)), "unknown_field", "more"),
        (_turn, "wrong_value", "(4, 5)"),
        (_not_finite, "wrong_value", "not finite"),
        (_in_double, "wrong_value", "type"),
    ],
)
def test_what_is_unknown_missing_or_wrong_is_named(
    change: Callable[[Parts], None], code: str, named: str
) -> None:
    found = parts()
    change(found)
    with pytest.raises(SessionError) as error:
        session_of(*found)
    assert error.value.code == code and named in str(error.value)


def test_an_array_belongs_to_one_part_alone() -> None:
    found = parts()
    found[0]["window"]["arrays"] = ["curve", "curve"]
    with pytest.raises(SessionError, match="window/curve"):
        session_of(*found)


def test_two_runs_of_one_number_are_refused() -> None:
    description, tensors = parts()
    description["runs"][1] = copy.deepcopy(description["runs"][0])
    with pytest.raises(SessionError):
        session_of(description, tensors)
