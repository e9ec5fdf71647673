"""What the window wants back comes back as it was; what is none is refused, whatever it is."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.analysis.shifted_digits import ShiftedRight
from core.engine.unrolling_messages import ShiftedMeasured
from core.engine.window_state import WindowArray, WindowState
from core.training.config import TrainingConfig
from gui.loss.batch_kinds import BatchKind, KindChange
from gui.loss.curve_marks import EditMark, SettingsMark
from gui.loss.saved_curve import SavedCurve
from gui.session.saved_race import SavedRace, SavedShifted
from gui.session.window_content import (
    SavedDrawing,
    SavedPlaces,
    SavedView,
    WindowContent,
    content_of_state,
    state_of_content,
)
from gui.timeline.run_notes import RunNote
from tests.core.engine.frame_samples import same


def sample() -> WindowContent:
    record = LossHistory(50)
    # After a gap.
    record.go_back(3)
    record.add_batch_means(4, np.arange(6, dtype=np.float32))
    record.exact_losses.add(ExactLoss(2, 4, 1.5, 50, float("nan"), 2.5, 20, 0.5))
    marks = (
        EditMark(1, 3, "w", 0.5, 0.25),
        SettingsMark(5, TrainingConfig(), TrainingConfig(learning_rate=0.5)),
    )
    kinds = (KindChange(0, BatchKind()), KindChange(5, BatchKind("digit", True)))
    curve = SavedCurve(2, record.saved(), 0, marks, kinds, TrainingConfig(learning_rate=0.5))
    ink = np.zeros((16, 16), np.uint8)
    drawing = SavedDrawing((np.array([[0.5, 0.25], [0.75, 1.0]]),), ink, 7)
    runs = RunNote(2, "mine", is_hidden=True, dash="run3"), RunNote(4, is_deleted=True)
    view, places = SavedView("gradient", layout="examine"), SavedPlaces(30, 4, 20, (4, 5))
    shifted = ShiftedRight(np.array([2, 1, 0]), np.array([20, 80, 80]), np.array([0.0, 0.125, 1.0]))
    moved = SavedShifted.of(4, [ShiftedMeasured(4, 30, 20, shifted)])
    race = SavedRace(7, (2, 4, 5), (ExactLoss(4, 30, 1.5, 50, 0.5, 2.5, 20, 0.5),), (moved,))
    return WindowContent((curve,), ((0, 3), (1, 2, 4)), drawing, view, runs, places, race)


def test_it_comes_back_as_it_was() -> None:
    state = state_of_content(sample())
    assert same(content_of_state(state), sample())
    assert content_of_state(WindowState()) == WindowContent()


def test_places_go_by_the_numbers_that_the_runs_have_now() -> None:
    numbers = {2: 7, 4: 8, 5: 6}
    assert SavedPlaces(30, 4, 20, (4, 5)).with_numbers(numbers) == SavedPlaces(30, 8, 20, (6, 8))
    # One that is gone stands beside nothing.
    assert SavedPlaces(None, 9, None, (9,)).with_numbers(numbers) == SavedPlaces()


def test_a_file_of_before_there_was_a_list_of_runs_is_read() -> None:
    state = state_of_content(replace(sample(), runs=()))
    fields = json.loads(state.text)
    del fields["runs"]
    assert content_of_state(replace(state, text=json.dumps(fields))).runs == ()


def test_a_file_of_before_a_race_was_kept_has_none() -> None:
    state = state_of_content(replace(sample(), race=SavedRace()))
    fields = json.loads(state.text)
    del fields["race"]
    found = content_of_state(replace(state, text=json.dumps(fields)))
    assert found.race == SavedRace() and found.places == sample().places


@pytest.mark.parametrize(
    "way",
    [
        ("view", "edge_value", "secret"),
        ("view", "layout", "cinema"),
        ("view", "expanded", 1),
        ("pins", 0, 0, "3"),
        ("runs", 0, "name", "a\nb"),
        ("runs", 0, "name", "x" * 81),
        ("runs", 0, "dash", "run99"),
        ("places", "update", -1),
        ("places", "beside_update", "20"),
        ("places", "together", 0, 1.5),
        ("race", "seed", -1),
        ("race", "runs", ["2"]),
        ("race", "shifted", 0, "right", 0),
        ("drawing", "intended_label", "7"),
        ("drawing", "strokes", 0, 99),
        ("drawing", "strokes", 0, 1),
        ("drawing", "ink", 0),
        ("curves", 0, "config", "optimizer", "lion"),
        ("curves", 0, "marks", 0, "SettingsMark", {}),
        ("curves", 0, "losses", "count", None),
    ],
)
def test_a_value_that_is_none_is_refused(way: tuple[Any, ...]) -> None:
    state = state_of_content(sample())
    fields = json.loads(state.text)
    part: Any = fields
    *keys, last, value = way
    for key in keys:
        part = part[key]
    part[last] = value
    with pytest.raises(ValueError):
        content_of_state(replace(state, text=json.dumps(fields)))


@pytest.mark.parametrize("text", ["[]", "{", "[" * 5000, "null", '{"curves": []}'])
def test_a_text_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        content_of_state(WindowState(text))


def test_arrays_have_their_own_names() -> None:
    state = state_of_content(sample())
    renamed = (WindowArray("x", state.arrays[0].values), *state.arrays[1:])
    with pytest.raises(ValueError):
        content_of_state(replace(state, arrays=renamed))


@pytest.mark.parametrize(
    "stroke", [np.zeros((0, 2)), np.zeros((3, 3)), np.full((2, 2), 1e9), np.zeros((200_000, 2))]
)
def test_strokes_that_nobody_has_drawn_are_refused(stroke: np.ndarray) -> None:
    with pytest.raises(ValueError):
        SavedDrawing((stroke,))
