"""What can be asked about has a name, and a question that names the very same thing to the engine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.journal import Origin
from core.engine.questions import NeuronDied, RightForGood, SignChanged
from core.engine.run import Run
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.timeline.question_subjects import example_subject, neuron_subjects, weight_subjects
from tests.gui.local_engine import load_once


def snapshot_of(activation: str = "relu") -> Snapshot:
    origin = Origin(Architecture.dense(activation=activation), TrainingConfig(), DatasetSpec())
    return Run(0, origin, load_once(DatasetSpec())).snapshot()


def test_hidden_neurons_are_asked_about_and_outputs_are_not() -> None:
    snapshot = replace(snapshot_of(), permutation_count=2)
    # The neuron itself; an edge that leads to another; an output; the same neuron once more.
    items = [(0, 3), (1, 7, 4), (2, 5), (0, 120, 3)]
    found = neuron_subjects(snapshot, items)
    assert [subject.name for subject in found] == ["layer 1, neuron 4", "layer 2, neuron 5"]
    assert [subject.question for subject in found] == [NeuronDied(0, 3, 2), NeuronDied(1, 4, 2)]
    assert len({subject.key for subject in found}) == 2


def test_a_neuron_that_can_not_die_says_why() -> None:
    snapshot = snapshot_of("tanh")
    (subject,) = neuron_subjects(snapshot, [(0, 3)])
    assert subject.question is None and "with tanh no neuron dies" in subject.reason


def test_a_weight_is_called_by_both_its_ends() -> None:
    snapshot = snapshot_of()
    found = weight_subjects(snapshot, [(0, 120, 3), (0, 3), (1, 7, 4), (2, 15, 9)])
    assert [subject.name for subject in found] == [
        "pixel 121 → layer 1, neuron 4",
        "layer 1, neuron 8 → layer 2, neuron 5",
        "layer 2, neuron 16 → output 9",
    ]
    places = [ParameterLocation(0, 3, 120), ParameterLocation(1, 4, 7), ParameterLocation(2, 9, 15)]
    assert [subject.question for subject in found] == [SignChanged(place) for place in places]


def test_an_example_is_asked_about_by_what_it_is() -> None:
    snapshot = snapshot_of()
    subject = example_subject(snapshot, "test digit 5, a 3")
    assert subject.name == "test digit 5, a 3" and isinstance(subject.question, RightForGood)
    assert np.array_equal(subject.question.x, snapshot.example.x)
    assert subject.question.label == snapshot.example.label
    drawing = replace(snapshot.example, origin="drawing", index=None, label=None)
    unknown = example_subject(replace(snapshot, example=drawing), "your drawing")
    assert unknown.question is None and unknown.reason
    other = replace(drawing, x=np.ones_like(drawing.x))
    assert example_subject(replace(snapshot, example=other), "your drawing").key != unknown.key
