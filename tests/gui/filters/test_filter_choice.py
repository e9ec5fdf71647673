"""Which filter is meant by what is chosen, and which one comes next."""

from __future__ import annotations

from core.nn.topology import Topology
from gui.filters.filter_choice import chosen_filter, next_filter
from tests.core.nn.test_picture_layers import SMALL_CNN
from tests.gui.filters.shown import snapshot_of, trainer_of


def test_it_is_that_of_the_first_that_is_chosen() -> None:
    snapshot = snapshot_of(trainer_of())
    assert chosen_filter(snapshot, (None, (2, 3 * 16 + 5), (0, 1))) == (2, 5)
    assert chosen_filter(snapshot, ((1, 8 + 3),)) == (0, 3), "a cell of a pool"
    assert chosen_filter(snapshot, ((4, 2), (0, 1))) is None, "an output"
    assert chosen_filter(snapshot, (None, None)) is None and chosen_filter(snapshot, ()) is None


def test_what_was_chosen_in_another_network_does_not_count() -> None:
    snapshot = snapshot_of(trainer_of())
    for gone in ((9, 0), (0, 10**6), (10**6, 0, 0)):
        assert chosen_filter(snapshot, (gone, (0, 1))) == (0, 1)
        assert chosen_filter(snapshot, (gone,)) is None


def test_of_a_connection_it_is_that_of_the_cell_that_it_leads_to() -> None:
    snapshot = snapshot_of(trainer_of())
    number = next(i for i, group in enumerate(snapshot.connections) if group.target_layer == 3)
    assert chosen_filter(snapshot, ((number, 0, 7),)) == (2, 7)


def test_the_next_one_is_of_the_next_map_or_layer_and_behind_the_last_comes_the_first() -> None:
    topology = Topology(SMALL_CNN, (256,))
    at, seen = (0, 0), []
    for _ in range(8 + 16):
        seen.append(at)
        at = next_filter(topology, at, 1)
    assert at == (0, 0) and seen == [(0, m) for m in range(8)] + [(2, m) for m in range(16)]
    assert next_filter(topology, (0, 0), -1) == (2, 15)
    assert next_filter(topology, (7, 7), 1) == (0, 1), "one that is gone"
