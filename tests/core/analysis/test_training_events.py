"""What happens in a training is seen once, in the numbers that were measured, and never before the first update."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics
from core.analysis.training_events import AboveGuessing, LayersDied, TrainingEvents

GUESSING = float(np.log(10))


def statistics(update: int, *flat: list[float], activation: str = "relu") -> NeuronStatistics:
    """Of each layer the share of 100 examples for which its neurons are flat."""
    layers = tuple(np.array(shares) for shares in flat)
    return NeuronStatistics(
        0, update, 100, (activation,) * len(flat), layers, tuple(np.zeros((0, 2)) for _ in flat)
    )


def exact(update: int, train: float, test: float = 1.0, tests: int = 10) -> ExactLoss:
    """Means of a training set of 100 and a test set of 10."""
    return ExactLoss(0, update, 100 * train, 100, 0.5, tests * test, tests, 0.5)


@pytest.fixture
def events() -> TrainingEvents:
    return TrainingEvents()


def test_a_layer_dies_with_its_last_neuron_and_once(events: TrainingEvents) -> None:
    assert events.note_statistics(statistics(5, [1.0, 0.99], [0.0, 0.5])) == ()
    assert events.note_statistics(statistics(9, [1.0, 1.0], [0.0, 0.5])) == (
        LayersDied(9, (0,), 100, ("relu",)),
    )
    assert events.note_statistics(statistics(12, [1.0, 1.0], [1.0, 1.0])) == (
        LayersDied(12, (1,), 100, ("relu",)),
    )
    assert events.note_statistics(statistics(15, [1.0, 1.0], [1.0, 1.0])) == ()
    # It has come to life again, by hand maybe: it can die anew.
    assert events.note_statistics(statistics(20, [0.0, 1.0], [1.0, 1.0])) == ()
    assert events.note_statistics(statistics(25, [1.0, 1.0], [1.0, 1.0])) == (
        LayersDied(25, (0,), 100, ("relu",)),
    )


def test_layers_that_die_together_are_one_event(events: TrainingEvents) -> None:
    told = events.note_statistics(statistics(9, [1.0, 1.0], [0.0, 1.0], [1.0, 1.0]))
    assert told == (LayersDied(9, (0, 2), 100, ("relu", "relu")),)


def test_of_a_network_that_was_not_trained_nothing_is_said(events: TrainingEvents) -> None:
    assert events.note_statistics(statistics(0, [1.0, 1.0])) == ()
    assert events.note_statistics(statistics(7, [1.0, 1.0])) == ()


def test_saturated_is_not_dead(events: TrainingEvents) -> None:
    assert events.note_statistics(statistics(5, [1.0, 1.0], activation="sigmoid")) == ()


def test_l_comes_back_above_guessing_once_and_only_from_well_below(events: TrainingEvents) -> None:
    told = [
        events.note_exact(exact(update, share * GUESSING), GUESSING)
        for update, share in (
            (0, 1.2),
            (1, 0.95),
            (2, 1.1),
            (3, 0.5),
            (4, 0.99),
            (5, 1.3),
            (6, 1.4),
            (7, 0.8),
            (8, 1.1),
        )
    ]
    assert [update for update, each in enumerate(told) if each] == [5, 8]
    assert told[5] == (AboveGuessing(5, pytest.approx(1.3 * GUESSING), GUESSING),)


def test_what_a_hand_has_done_to_l_is_not_the_trainings_doing(events: TrainingEvents) -> None:
    assert events.note_exact(exact(400, 0.2 * GUESSING), GUESSING) == ()
    events.note_edit()
    assert events.note_exact(exact(400, 17 * GUESSING), GUESSING) == ()
    assert events.note_exact(exact(401, 16 * GUESSING), GUESSING) == ()
    # What the training does from there on is its own again.
    assert events.note_exact(exact(500, 0.5 * GUESSING), GUESSING) == ()
    assert events.note_exact(exact(600, 1.5 * GUESSING), GUESSING) == (
        AboveGuessing(600, pytest.approx(1.5 * GUESSING), GUESSING),
    )


def test_overfitting_is_told_by_the_finding_alone(events: TrainingEvents) -> None:
    """One rule: two that differ would contradict each other."""
    rows = [(0, 2.0, 2.0), (10, 1.0, 1.0), (20, 0.9, 1.3), (30, 0.8, 1.4), (40, 0.5, 1.6), (50, 0.4, 1.8)]
    assert not any(events.note_exact(exact(*row), GUESSING) for row in rows)
