"""What questions can be asked about: the example, the neurons and the connections that are pointed at or pinned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.engine.question_conditions import MORTAL
from core.engine.questions import NeuronDied, RightForGood, SignChanged
from core.engine.snapshot import Snapshot
from gui.architecture.activation_names import activation_title
from gui.network.interaction.neuron_values import edge_values
from gui.network.interaction.selection import SelectionItem, neuron_of
from gui.network.interaction.unit_names import name_of_target
from gui.widgets.sentence_text import listed


@dataclass(frozen=True)
class Subject:
    """Something that can be asked about.

    Attributes
    ----------
    key : str
        What distinguishes it.
    name : str
    question : Question or None
        None where there is nothing to be asked: `reason` is why.
    reason : str
    """

    key: str
    name: str
    question: RightForGood | NeuronDied | SignChanged | None = None
    reason: str = ""


def example_subject(snapshot: Snapshot, title: str) -> Subject:
    """The displayed example, which is called `title`."""
    example = snapshot.example
    # A drawing has no number: it is what is drawn.
    which = hash(example.x.tobytes()) if example.index is None else example.index
    key = f"{example.origin} {which} {example.label}"
    if example.label is None:
        reason = QCoreApplication.translate("QuestionDialog", "No class is known to be right for it.")
        return Subject(key, title, None, reason)
    return Subject(key, title, RightForGood(example.x, example.label))


def neuron_subjects(snapshot: Snapshot, items: Iterable[SelectionItem]) -> tuple[Subject, ...]:
    """The hidden neurons among these neurons and edges, an edge counting as the neuron that it leads to."""
    subjects: dict[str, Subject] = {}
    for item in items:
        layer, neuron = neuron_of(item, snapshot.connections)
        if not 0 <= layer < len(snapshot.activations) - 1:
            continue
        activation = snapshot.activations[layer]
        name = listed((_layer_words(layer), name_of_target(snapshot, layer + 1, neuron)))
        question, reason = None, ""
        if activation == MORTAL:
            question = NeuronDied(layer, neuron, snapshot.permutation_count)
        else:
            words = QCoreApplication.translate(
                "QuestionDialog",
                "Only ReLU’s slope is 0 wherever z ≤ 0: with {activation} no neuron dies so.",
            )
            reason = words.format(activation=activation_title(activation))
        key = f"{layer} {neuron} {snapshot.permutation_count}"
        subjects[key] = Subject(key, name, question, reason)
    return tuple(subjects.values())


def weight_subjects(snapshot: Snapshot, items: Iterable[SelectionItem]) -> tuple[Subject, ...]:
    """The weights among these neurons and edges."""
    subjects: dict[str, Subject] = {}
    for item in items:
        if len(item) == 3:
            edge = edge_values(snapshot, *item)
            source = edge.source_title
            if edge.source_layer:
                source = listed((_layer_words(edge.source_layer - 1), source))
            target = name_of_target(snapshot, edge.target_layer, edge.target)
            if not edge.to_output:
                target = listed((_layer_words(edge.target_layer - 1), target))
            question = SignChanged(edge.place, snapshot.permutation_count)
            key = f"{item} {snapshot.permutation_count}"
            subjects[key] = Subject(key, f"{source} → {target}", question)
    return tuple(subjects.values())


def _layer_words(layer: int) -> str:
    return QCoreApplication.translate("QuestionDialog", "layer {layer}").format(layer=layer + 1)
