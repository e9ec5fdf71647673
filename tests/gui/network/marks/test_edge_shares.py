"""What part of the whole the drawn edges are: exactly 1 where none but zeros are left out."""

from dataclasses import replace

import numpy as np
import pytest

from core.nn.architecture import Architecture
from gui.network.geometry.layout import make_layout
from gui.network.marks.edge_choice import choose_by_gradient, choose_by_signal, only_sign, recounted
from gui.network.marks.edge_shares import counted_sums
from gui.network.marks.edge_values import gradient_of, signals
from gui.theme.tokens import Theme
from gui.widgets.number_text import percent

LAYOUT = make_layout((64, 32, 16, 10), 800, 506, Theme())


@pytest.fixture(params=range(4))
def snapshot(request, snapshot_of_architecture):
    """As the engine computes it, in single precision."""
    return snapshot_of_architecture(Architecture.dense((32, 16), seed=request.param), n_in=64, n_out=10)


def drawn_of(choice):
    """How many edges of each group are drawn, and which part of it they are."""
    return choice.drawn_per_group, choice.share_per_group


def all_that_are_not_0(values):
    return tuple(int(np.count_nonzero(own)) for own in values.by_group()), (1.0, 1.0, 1.0)


def test_all_that_are_not_0_are_exactly_the_whole(snapshot):
    choice = choose_by_signal(snapshot, LAYOUT, 64)
    assert drawn_of(choice) == drawn_of(recounted(choice, snapshot)) == all_that_are_not_0(signals(snapshot))
    by_gradient = choose_by_gradient(gradient_of(snapshot), LAYOUT, None)
    assert drawn_of(by_gradient) == all_that_are_not_0(gradient_of(snapshot))


def test_those_of_one_sign_are_the_whole_where_none_has_the_other(snapshot):
    alike = replace(snapshot, parameters=np.abs(snapshot.parameters))
    values = signals(alike)
    choice = choose_by_signal(alike, LAYOUT, 64)
    assert drawn_of(only_sign(choice, values, 1, values)) == all_that_are_not_0(values)
    assert only_sign(choice, values, -1, values).share_per_group == (0.0, 0.0, 0.0)


def test_as_long_as_one_is_left_out_it_is_less_however_little_that_carries(make_snapshot):
    W = np.array([[1.0, 1.0], [1.0, 1.0], [1e-12, 0.0]])
    snapshot = make_snapshot((3, 2), x=np.ones(3), weights=[W], biases=[np.zeros(2)])
    values, (group,) = signals(snapshot), snapshot.connections
    every = group.every
    most = every.only(np.flatnonzero(values.by_group()[0] == 1))
    for edges, words in ((every, "100 %"), (most, ">99.9 %")):
        # However the sums are rounded.
        for rounded in (1 - 1e-8, 1.0, 1 + 1e-8):
            (part,), (whole,) = counted_sums(values, [edges], [4.0 * rounded])
            assert percent(part / whole) == words


def test_a_part_that_is_far_from_the_whole_is_as_it_was_added_up(snapshot):
    values = signals(snapshot)
    few = [group.every.only(np.arange(3)) for group in snapshot.connections]
    assert counted_sums(values, few, [0.25, 0.0, 1.0]) == ((0.25, 0.0, 1.0), values.totals())
