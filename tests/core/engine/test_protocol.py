"""Commands and messages as frames: each arrives as it was, and what is not what its type says is refused."""

from __future__ import annotations

import json
import random
import typing
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from core.analysis.layer_curves import LayerCurveHistory
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine import protocol
from core.engine.frames import Frame, FrameError, FrameReader, pack
from core.engine.journal import Change, JournalEntry
from core.engine.protocol import Envelope, command_of, content_of, frame_of, message_of
from core.engine.run_state import RunState
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.network import Network
from core.training.config import TrainingConfig
from tests.benchmarks.fuzz_frames import damaged, read_all
from tests.core.engine.driver import Driver
from tests.core.engine.frame_samples import FORMS, KINDS, SAVED, same, sample, samples
from tests.core.small_snapshots import changed, snapshot_of, with_trace


def round_trip(content: Any) -> Any:
    (frame,) = FrameReader().feed(pack(frame_of(Envelope(content, 7, 5))))
    envelope = content_of(frame, KINDS)
    assert (envelope.number, envelope.answers) == (7, 5)
    return envelope.content


@pytest.mark.parametrize("kind", protocol.MAY_OVERFLOW, ids=lambda kind: kind.__name__)
def test_what_may_overflow_is_a_field_of_its_message(kind: type) -> None:
    assert protocol.MAY_OVERFLOW[kind] <= {field.name for field in fields(typing.cast(Any, kind))}


def test_a_function_that_overflows_somewhere_on_the_line_still_arrives() -> None:
    grid = np.array([[np.inf], [np.nan], [1.0]], np.float32)
    network = Network.dense((1, 2, 1), output="identity")
    snapshot = snapshot_of(
        network, np.zeros(1, np.float32), np.ones(1, np.float32), loss="squared_error", function_grid=grid
    )
    np.testing.assert_array_equal(round_trip(snapshot).function_grid, grid)


@pytest.mark.parametrize("form", FORMS)
def test_each_command_and_each_message_arrives_as_it_was(form: str) -> None:
    for kind in KINDS:
        content = sample(kind, form)
        assert same(round_trip(content), content), kind.__name__


def test_whatever_an_engine_says_arrives_as_it_was() -> None:
    driver = Driver()
    driver.send(c.WatchUpdates(True))
    driver.train(3)
    driver.walk()
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1, 2), 0.5, 0), c.SortNeurons(0, 2))
    driver.rest()
    driver.send(
        c.BeginRun(
            1,
            Architecture.dense((), output="identity"),
            TrainingConfig(loss="squared_error", batch_size=5),
            LINE,
        )
    )
    driver.rest()
    driver.send(c.ShowDrawing(np.zeros(1, np.float32), None))
    driver.rest()
    assert {type(message) for message in driver.heard} >= {
        Snapshot,
        m.UpdateApplied,
        m.NeuronsPermuted,
        m.RunInfo,
    }
    assert np.isnan(driver.last(m.ExactLoss).train_accuracy) and driver.snapshot.trace.loss is None
    for message in driver.heard:
        assert same(round_trip(message), message)


LINE = DatasetSpec("line", "sine", count=20)


def test_a_gradient_is_not_sent_and_is_the_same_one_there() -> None:
    driver = Driver()
    driver.train(2)
    frame = frame_of(Envelope(driver.snapshot, 1))
    vectors = {"flat_z", "flat_a", "flat_delta", "flat_mask"}
    assert set(frame.header["fields"]["trace"]) == {"topology", "x", "loss"} | vectors
    trace, there = driver.snapshot.trace, message_of(frame).content.trace
    for dW, other in zip(trace.dW, there.dW, strict=True):
        np.testing.assert_array_equal(dW, other)


def test_whole_numbers_are_numbers_too() -> None:
    assert same(round_trip(c.SetRate(5)), c.SetRate(5.0))
    assert same(
        round_trip(c.Start(Architecture.dense(initial_scale=1), TrainingConfig())).architecture.initial_scale,
        1.0,
    )


def test_commands_and_messages_are_told_apart() -> None:
    with pytest.raises(FrameError, match="nothing that can be said"):
        message_of(frame_of(Envelope(c.Pause(), 1)))
    with pytest.raises(FrameError, match="nothing that can be said"):
        command_of(frame_of(Envelope(m.CommandsHandled(), 1)))
    assert command_of(frame_of(Envelope(c.Pause(), 1))) == Envelope(c.Pause(), 1)


HEADER = {"type": "SetRate", "number": 1, "answers": 0, "fields": {"updates_per_second": 5.0}}
EDIT = {
    "run": 0,
    "edit_id": 1,
    "place": {"layer": 0, "target": 1, "source": None},
    "value": 0.5,
    "permutations": 0,
}


@pytest.mark.parametrize(
    "edit_count",
    [
        {"type": "Nothing"},
        {"type": ["SetRate"]},
        {"type": "PermuteNeurons"},
        {"number": True},
        {"number": 1.0},
        {"answers": None},
        {"more": 1},
        {"fields": None},
        {"fields": {}},
        {"fields": {"updates_per_second": 5.0, "more": 1}},
        {"fields": {"updates_per_second": "5"}},
        {"fields": {"updates_per_second": "nan"}},
        {"fields": {"updates_per_second": True}},
        {"fields": {"updates_per_second": float("inf")}},
        {"fields": {"updates_per_second": 10**400}},
        {"type": "Train", "fields": {"updates": 5.0}},
        {"type": "Train", "fields": {"updates": True}},
        {"type": "EditParameter", "fields": {**EDIT, "run": "0"}},
        {"type": "EditParameter", "fields": {**EDIT, "value": None}},
        {"type": "EditParameter", "fields": {**EDIT, "place": [0, 1]}},
        {"type": "EditParameter", "fields": {**EDIT, "place": {"layer": 0, "target": 1}}},
        {"type": "ShowDrawing", "fields": {"x": 0, "label": None}},
        {"type": "ShowDrawing", "fields": {"x": -1, "label": None}},
        {"type": "ShowDrawing", "fields": {"x": [1.0], "label": None}},
        {"type": "ShowDrawing", "fields": {"x": True, "label": None}},
    ],
    ids=range(25),
)
def test_a_header_that_is_not_what_its_type_says_is_refused(edit_count: dict[str, Any]) -> None:
    command_of(Frame(HEADER, ()))
    with pytest.raises(FrameError):
        command_of(Frame({**HEADER, **edit_count}, ()))


def test_a_number_too_large_for_any_is_none() -> None:
    """JSON has no infinity, but 1e999 would be read as one."""
    packed = pack(frame_of(Envelope(c.SetRate(1.125), 1)))
    (frame,) = FrameReader().feed(packed.replace(b"1.125", b"1e099"))
    assert command_of(frame).content == c.SetRate(1e99)
    with pytest.raises(FrameError, match="1e999"):
        FrameReader().feed(packed.replace(b"1.125", b"1e999"))


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_parameters_that_are_not_finite_are_neither_sent_nor_believed(wrong: float) -> None:
    driver = Driver()
    snapshot = driver.snapshot
    theta = snapshot.parameters.copy()
    theta[7] = wrong
    bad = replace(snapshot, parameters=theta)
    with pytest.raises(FrameError, match="not finite"):
        frame_of(Envelope(bad, 1))
    frame = frame_of(Envelope(snapshot, 1))
    arrays = tuple(theta if array is snapshot.parameters else array for array in frame.arrays)
    with pytest.raises(FrameError, match="not finite"):
        message_of(Frame(frame.header, arrays))


def test_what_may_overflow_may_and_nothing_else() -> None:
    network = Network.dense((1, 1, 1), output="identity")
    snapshot = snapshot_of(network, np.ones(1), np.zeros(1), loss="squared_error")
    wrong = np.array([np.inf]), np.array([np.nan])
    snapshot = with_trace(snapshot, z=wrong, a=wrong, delta=wrong, loss=float("nan"))
    trace = snapshot.trace
    assert same(round_trip(snapshot).trace, trace)
    for bad in (changed(trace, x=np.array([np.nan])), changed(trace, masks=wrong[:1])):
        with pytest.raises(FrameError):
            frame_of(Envelope(replace(snapshot, trace=bad), 1))
    with pytest.raises(FrameError):
        frame_of(Envelope(c.SetRate(float("nan")), 1))
    with pytest.raises(FrameError):
        frame_of(Envelope(replace(sample(m.RunInfo, "usual"), baseline_loss=float("inf")), 1))


def test_an_array_of_another_type_is_refused() -> None:
    order = sample(m.NeuronsPermuted, "most")
    with pytest.raises(FrameError):
        frame_of(Envelope(replace(order, orders=(np.array([0.5]),)), 1))
    frame = frame_of(Envelope(c.ShowDrawing(np.zeros(3, np.float32), 1), 1))
    with pytest.raises(FrameError):
        command_of(Frame(frame.header, (np.zeros(3, np.int64),)))


def test_a_value_of_none_of_its_types_is_not_sent() -> None:
    with pytest.raises(FrameError, match="none of"):
        frame_of(Envelope(c.Train("all"), 1))  # type: ignore[arg-type]


def test_a_network_that_its_numbers_do_not_fit_is_not_believed() -> None:
    snapshot = snapshot_of(Network.dense((3, 2, 2)), np.ones(3, np.float32))
    frame = frame_of(Envelope(snapshot, 1))
    text = json.dumps(frame.header)
    for units in (3, 160_000, 10**30, -2, 0):
        wider = json.loads(text.replace('"units": 2', f'"units": {units}', 1))
        with pytest.raises(FrameError):
            message_of(Frame(wider, frame.arrays))


def test_an_array_that_is_shared_is_sent_once_and_shared_again() -> None:
    snapshot = Driver().snapshot
    assert snapshot.trace.x is snapshot.example.x
    frame = frame_of(Envelope(snapshot, 1))
    assert sum(array is snapshot.example.x for array in frame.arrays) == 1
    again = round_trip(snapshot)
    assert again.trace.x is again.example.x and np.array_equal(again.example.x, snapshot.example.x)


def test_settings_that_are_out_of_range_are_refused_where_they_come_in() -> None:
    frame = frame_of(Envelope(c.Reconfigure(TrainingConfig()), 1))
    frame.header["fields"]["config"]["dropout"] = 1.5
    with pytest.raises(FrameError, match="dropout 1.5"):
        command_of(frame)


def test_each_kind_of_change_in_a_journal_is_read_as_that_kind() -> None:
    entries = tuple(JournalEntry(1, False, sample(kind, "usual")) for kind in typing.get_args(Change))
    state = replace(sample(RunState, "usual"), journal=entries)
    assert [type(entry.change) for entry in round_trip(state).journal] == list(typing.get_args(Change))
    frame = frame_of(Envelope(state, 1))
    frame.header["fields"]["journal"][0]["change"] = {"Pause": {}}
    with pytest.raises(FrameError):
        content_of(frame, SAVED)


def test_a_type_that_no_frame_can_hold_is_found_where_it_is_declared() -> None:
    with pytest.raises(TypeError, match="no frame can hold"):
        protocol._codec(set)


def test_one_of_two_dataclasses_with_the_same_fields_is_read_as_what_it_was() -> None:
    codec = protocol._codec(c.SwitchEdit | c.SwitchSorting | None)
    for value in (c.SwitchEdit(1, 2, True), c.SwitchSorting(1, 2, True), None):
        assert codec.decode(codec.encode(value, {}), ()) == value
    fields = {"run": 1, "edit_id": 2, "is_on": True}
    for wrong in ({}, {"SwitchEdit": {"run": 1}}, {"Pause": {}}, fields):
        with pytest.raises(FrameError):
            codec.decode(wrong, ())


def test_damaged_frames_are_refused_or_are_other_messages_and_nothing_else() -> None:
    """Seeded: bytes turned, put in, taken out and cut off, and lengths, dtypes and shapes that lie."""
    rng = random.Random(0)
    packed = [pack(frame_of(Envelope(content, 1))) for content in samples()]
    refused = 0
    for _ in range(3000):
        refused += read_all(damaged(rng.choice(packed), rng)) is None
    # It does find the damage.
    assert refused > 1000


def test_a_file_of_before_a_field_was_added_is_read_and_any_other_field_is_needed() -> None:
    state = sample(RunState, "most")
    frame = frame_of(Envelope(state, 1))

    def without(name: str) -> Frame:
        left = {key: value for key, value in frame.header["fields"].items() if key != name}
        return Frame({**frame.header, "fields": left}, frame.arrays)

    read = content_of(without("layer_curves"), (RunState,)).content
    assert read.layer_curves is None and same(replace(read, layer_curves=state.layer_curves), state)
    for name in ("parent", "losses", "marks"):
        with pytest.raises(FrameError, match=f"'{name}' is too many or missing"):
            content_of(without(name), (RunState,))


def test_layer_curves_of_before_clip_factors_were_kept_are_read() -> None:
    sent = m.LayerCurvesSent(0, LayerCurveHistory((1, 2)).saved())
    frame = frame_of(Envelope(sent, 1))
    del frame.header["fields"]["curves"]["clip_factors"]
    assert content_of(frame, (m.LayerCurvesSent,)).content.curves.clip_factors is None


def test_a_choice_of_data_of_before_labels_could_be_chosen_is_read() -> None:
    choice = DatasetSpec("own", path="/data/own.csv", label=3)
    frame = frame_of(Envelope(c.LoadData(choice), 1))
    assert command_of(frame).content == c.LoadData(choice)
    del frame.header["fields"]["choice"]["label"]
    assert command_of(frame).content == c.LoadData(replace(choice, label=None))
