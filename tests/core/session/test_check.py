"""A file whose checksum is right may still hold what no run can be: each such part is refused before it is used."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.layer_curves import LayerCurves
from core.data.dataset_spec import DatasetSpec
from core.data.importers.standardise import Scale
from core.editing.parameter_edits import AppliedEdit, ParameterLocation
from core.engine.commands import EditParameter, Reconfigure
from core.engine.journal import JournalEntry, PermuteNeurons
from core.engine.journal_marks import JournalMark
from core.engine.run_state import RunState
from core.engine.snapshot import Example
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.initial_weights import InitialWeights
from core.session.check import check_examples, check_run
from core.session.errors import SessionError
from core.session.session import SavedRun
from core.training.trainer import CHECKPOINT_EVERY
from tests.core.engine.driver import ARCHITECTURE, CONFIG
from tests.core.session.sample_sessions import OWN_EXAMPLES, sample_session
from tests.core.small_data import small_data

STATE = sample_session().runs[0].state
CHECKPOINT = STATE.checkpoint
NOWHERE = ParameterLocation(0, 5)
ZERO = np.zeros(6, np.float32)


def refusal(state: RunState, n_in: int = 6) -> str:
    with pytest.raises(SessionError) as error:
        check_run(SavedRun(state, n_in), small_data())
    assert error.value.code == "does_not_fit" and error.value.fields["run"] == state.number
    return str(error.value.fields["reason"])


def test_what_was_saved_fits() -> None:
    own, digits = sample_session().runs[1], sample_session().runs[0]
    check_run(digits, small_data())
    check_run(own, OWN_EXAMPLES)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"now": np.zeros(49, np.uint8)}, "no lives"),
        ({"update": 31 + CHECKPOINT_EVERY}, f"up to update {31 + CHECKPOINT_EVERY} of 29"),
        ({"epoch": CHECKPOINT.epoch + 1}, "up to epoch"),
        # Sixty updates later, with six of them an epoch.
        ({"update": 29 + 60, "epoch": CHECKPOINT.epoch + 12}, "up to epoch"),
        ({"loss": "squared_error"}, "squared_error"),
    ],
)
def test_lives_are_those_of_the_runs_own_examples_and_updates(changes: dict[str, Any], named: str) -> None:
    assert STATE.life is not None and STATE.life.loss == STATE.config.loss
    check_run(SavedRun(replace(STATE, life=None), 6), small_data())
    later = replace(STATE.life, update=29 + 60, epoch=CHECKPOINT.epoch + 10)
    check_run(SavedRun(replace(STATE, life=later), 6), small_data())
    assert named in refusal(replace(STATE, life=replace(STATE.life, **changes)))


def test_lives_behind_the_run_are_refused() -> None:
    # What lies between nobody knows; and many epochs would have to be gone through, one after the other.
    for changes, named in (({"step_count": 30}, "update 29 of 30"), ({"epoch": 10**6}, "in epoch 1000000")):
        assert named in refusal(replace(STATE, checkpoint=replace(CHECKPOINT, **changes)))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"step_count": 10**400}, "step_count"),
        ({"step_count": -1}, "step_count"),
        ({"epoch": 2**53 + 1}, "epoch"),
        ({"updates": -1}, "updates"),
        ({"position": 50}, "position 50 of 50"),
        ({"parameters": np.zeros(73, np.float32)}, "73"),
        ({"parameters": np.zeros(74, np.float64)}, "float64"),
        ({"vectors": (np.zeros(1, np.float32),)}, "(1,)"),
        ({"generator": {"bit_generator": "MT19937"}}, "generator"),
        ({"generator": {"bit_generator": "PCG64", "state": "?"}}, "generator"),
        ({"generator": {}}, "generator"),
        ({"largest_change": (10**9, 1.0)}, "largest change"),
        ({"largest_change": (0, -1.0)}, "largest change"),
    ],
)
def test_a_checkpoint_that_no_trainer_had_is_refused(changes: dict[str, Any], named: str) -> None:
    assert named in refusal(replace(STATE, checkpoint=replace(CHECKPOINT, **changes)))


def _edit(update: int, place: ParameterLocation = ParameterLocation(0, 0)) -> JournalEntry:  # noqa: B008
    return JournalEntry(update, False, EditParameter(0, 1, place, 0.5, 0))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"journal": (_edit(10**12),)}, "1000000000000"),
        ({"journal": (_edit(3), _edit(2))}, "after 3"),
        ({"journal": (_edit(-1),)}, "-1"),
        ({"journal": (_edit(3, NOWHERE),)}, "target=5"),
        ({"journal": (JournalEntry(3, False, PermuteNeurons((np.arange(5), np.zeros(4, int)))),)}, "twice"),
        ({"journal": (JournalEntry(3, False, PermuteNeurons((np.arange(5),))),)}, "(5,)"),
        ({"orders": ((2, (np.arange(5), np.arange(1, 5))),)}, "twice"),
        ({"edits": ((1, AppliedEdit(NOWHERE, 0.0, 1.0, 3, 3)),)}, "target=5"),
        ({"edits": ((1, AppliedEdit(ParameterLocation(0, 0), 0.0, 1.0, 3, 10**9)),)}, "edit 1"),
        ({"diverged": (10**12, "loss")}, "1000000000000"),
        ({"diverged": (30, "all")}, "'all'"),
        ({"losses": np.zeros(30, np.float32)}, "30 losses of 29"),
        ({"losses": np.zeros((2, 2), np.float32)}, "(2, 2)"),
        ({"number": -1}, "number"),
        ({"chosen": Example(ZERO[:5], None, "drawing")}, "(5,)"),
        ({"chosen": Example(ZERO, 3, "drawing")}, "class 3"),
        ({"chosen": Example(ZERO, 0, "somewhere")}, "somewhere"),
        ({"chosen": Example(ZERO, 0, "test", 20)}, "example 20"),
        ({"chosen": Example(ZERO + 7, 0, "test", 2)}, "other numbers"),
        ({"chosen": Example(ZERO, 0, "test")}, "None"),
        ({"chosen": Example(ZERO, 0, "drawing", target=ZERO)}, "targets"),
    ],
)
def test_what_could_not_be_looked_up_waited_for_or_computed_is_refused(
    changes: dict[str, Any], named: str
) -> None:
    assert named in refusal(replace(STATE, **changes))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"journal_count": 99}, "update 20"),
        ({"journal_count": -1}, "update 20"),
        ({"first_spacing": 0}, "spacing of 0"),
        ({"first_spacing": 129}, "spacing of 129"),
        ({"first_spacing": 10**12}, "spacing"),
        ({"permutations": -1}, "permutations"),
        ({"config": replace(CONFIG, optimizer="adam")}, "'nesterov'"),
        ({"config": replace(CONFIG, optimizer="nesterov", batch_size=51)}, "51"),
        ({"edits": ((1, AppliedEdit(NOWHERE, 0.0, 1.0, 3, 3)),)}, "target=5"),
        ({"orders": ((2, (np.arange(5), np.arange(1, 5))),)}, "twice"),
    ],
)
def test_a_state_of_the_past_is_held_against_the_run_too(changes: dict[str, Any], named: str) -> None:
    first, second = sample_session().runs[0].kept
    with pytest.raises(SessionError) as error:
        check_run(SavedRun(STATE, 6, (replace(first, **changes), second)), small_data())
    assert named in str(error.value)


def test_states_of_the_past_stand_in_order_and_before_the_present() -> None:
    first, second = sample_session().runs[0].kept
    checkpoint = replace(second.checkpoint, step_count=10**12)
    for kept in ((second, first), (first, first), (replace(second, checkpoint=checkpoint),)):
        with pytest.raises(SessionError, match="kept state"):
            check_run(SavedRun(STATE, 6, kept), small_data())
    wrong = replace(first.checkpoint, vectors=())
    with pytest.raises(SessionError, match="0 vectors"):
        check_run(SavedRun(STATE, 6, (replace(first, checkpoint=wrong),)), small_data())


@pytest.mark.parametrize(
    "changes",
    [
        {"branch_update": -1},
        {"branch_update": 30},
        {"marks": (JournalMark(30, "edit", "w", 0.0, 1.0),)},
        {"marks": (JournalMark(3, "lesson", "w", 0.0, 1.0),)},
        {"marks": (JournalMark(3, "edit", "w", 0.0, 1.0, NOWHERE),)},
    ],
)
def test_a_mark_or_a_branch_that_could_not_be_is_refused(changes: dict[str, Any]) -> None:
    refusal(replace(STATE, **changes))


def test_initial_weights_of_a_file_are_those_of_the_network() -> None:
    for shape in ((73,), (1, 74)):
        origin = replace(STATE.origin, weights=InitialWeights("a", np.zeros(shape, np.float32)))
        assert str(shape) in refusal(replace(STATE, origin=origin))


def test_the_network_is_that_of_the_examples() -> None:
    assert "7 inputs" in refusal(STATE, 7)
    origin = replace(STATE.origin, architecture=ARCHITECTURE.with_outputs(4))
    assert "4 outputs" in refusal(replace(STATE, origin=origin))
    assert (
        STATE.origin.config == replace(CONFIG, optimizer="nesterov") and DatasetSpec() == STATE.origin.choice
    )


def test_a_small_file_is_no_network_that_takes_minutes_for_an_example() -> None:
    conv = Conv2d(500, 3, 1, 1, picture=(2, 3)), Conv2d(8000, 3, 1, 1), Conv2d(1, 1), Dense(3, "softmax")
    origin = replace(STATE.origin, architecture=Architecture(conv))
    # 6 windows of 9 cells of 500 channels for each of 8,000 maps, and what the others take.
    assert f"{6 * 9 * 500 + 6 * 9 * 500 * 8000 + 6 * 8000 + 6 * 3} products" in refusal(
        replace(STATE, origin=origin)
    )


def curves(
    updates: tuple[int, ...], layers: tuple[int, ...] = (1, 2, 3), rows: int | None = None
) -> LayerCurves:
    values = np.zeros((5, len(updates) if rows is None else rows, len(layers)))
    counts = np.zeros(len(updates), np.int64)
    return LayerCurves(layers, np.array(updates, np.int64), values, counts, counts)


def test_layers_numbers_are_of_the_runs_own_layers_and_updates() -> None:
    made = CHECKPOINT.step_count
    check_run(SavedRun(replace(STATE, layer_curves=curves((0, made))), 6), small_data())
    check_run(SavedRun(replace(STATE, layer_curves=None), 6), small_data())
    assert "layers (1, 2)" in refusal(replace(STATE, layer_curves=curves((0,), (1, 2))))
    assert f"update {made + 1} of {made}" in refusal(replace(STATE, layer_curves=curves((0, made + 1))))
    assert "no layers' numbers" in refusal(replace(STATE, layer_curves=curves((0,), rows=2)))


@pytest.mark.parametrize(
    "changes",
    [
        {"X_train": OWN_EXAMPLES.X_train[:-1]},
        {"X_train": OWN_EXAMPLES.X_train.ravel()},
        {"X_test": OWN_EXAMPLES.X_test[:, :-1]},
        {"X_train": OWN_EXAMPLES.X_train.astype(np.float64)},
        {"y_train": OWN_EXAMPLES.y_train + 1},
        {"y_train": OWN_EXAMPLES.y_train - 1},
        {"y_train": OWN_EXAMPLES.y_train.astype(np.float32)},
        {"class_names": ()},
        {"picture": (3, 2)},
        {"picture": (-2, -2)},
        {"input_names": ("a",)},
        {"scale": Scale(np.zeros(1), np.ones(1))},
        {"scale": Scale(np.zeros(2), np.array([1.0, 0.0]))},
        {"wrong_labels": np.zeros(3, bool)},
    ],
)
def test_examples_that_are_none_are_refused(changes: dict[str, Any]) -> None:
    check_examples(OWN_EXAMPLES)
    with pytest.raises(SessionError):
        check_examples(replace(OWN_EXAMPLES, **changes))


def test_batches_are_of_no_more_examples_than_there_are() -> None:
    large = replace(CONFIG, batch_size=51)
    entry = JournalEntry(0, False, Reconfigure(large))
    assert "batches of 51" in refusal(replace(STATE, journal=(entry, *STATE.journal)))
    assert "batches of 51" in refusal(replace(STATE, origin=replace(STATE.origin, config=large)))
