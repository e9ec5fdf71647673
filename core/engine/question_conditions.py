"""What a question about a run comes to: the condition that is to be looked at."""

from __future__ import annotations

from core.analysis.conditions import Condition, DeadNeuron, ParameterSign, RightAnswer
from core.editing.neuron_permutation import Order, inverse
from core.editing.parameter_edits import ParameterLocation
from core.engine.journal import PermuteNeurons
from core.engine.questions import LargestChange, Question, RightForGood, SignChanged
from core.engine.run import Run

MORTAL = "relu"
"""The activation whose neurons can die: its slope is 0 wherever z is at most 0."""


def condition_of(run: Run, question: Question) -> Condition | None:
    """What is to be looked at; None where the answer is recorded.

    Raises
    ------
    ValueError, IndexError
        When the run has no such class, neuron, parameter or order of its neurons.
    """
    if isinstance(question, LargestChange):
        return None
    network = run.trainer.network.copy()
    if isinstance(question, RightForGood):
        dataset = run.trainer.dataset
        if question.x.shape != (dataset.n_in,) or not 0 <= question.label < len(dataset.class_names):
            raise ValueError(f"an example of {question.x.shape} numbers, class {question.label}")
        return RightAnswer(network, question.x, question.label)
    if isinstance(question, SignChanged):
        place = place_now(run, question.place, question.permutations)
        return ParameterSign(network, place, orders_of(run))
    layer, neuron = question.layer, question.neuron
    if not 0 <= layer < len(network.sizes) - 2 or network.activations[layer] != MORTAL:
        raise ValueError(f"a neuron of layer {layer} does not die")
    place = place_now(run, ParameterLocation(layer, neuron), question.permutations)
    # Of the test set, as everywhere: what the picture marks as dead is so here, too.
    return DeadNeuron(network, run.trainer.dataset.X_test, layer, place.target, orders_of(run))


def place_now(run: Run, place: ParameterLocation, permutations: int) -> ParameterLocation:
    """Where a parameter is now that was here after so many permutations.

    Raises
    ------
    ValueError, IndexError
        When there were not so many, or there is no such parameter.
    """
    if not 0 <= permutations <= run.permutations:
        raise ValueError(f"a place after {permutations} permutations of {run.permutations}")
    place.index(run.trainer.network.topology)
    for orders in orders_of(run)[permutations:]:
        place = place.moved(inverse(orders))
    return place


def orders_of(run: Run) -> list[tuple[Order, ...]]:
    """Into which orders its hidden neurons were put, the first first."""
    return [entry.change.orders for entry in run.journal if isinstance(entry.change, PermuteNeurons)]
