import numpy as np

from gui.network.geometry.collapsed_groups import is_outdated, most_active
from gui.network.geometry.layout import make_layout
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_trace

SIZES = (256, 500, 10)


def with_activations(snapshot, *a):
    return with_trace(snapshot, a=a)


def test_a_collapsed_layer_shows_the_most_active_neurons(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES)
    layout = make_layout(SIZES, 800, 506, Theme(), most_active(snapshot))
    column, a = layout.layers[0], np.abs(snapshot.trace.a[0])
    hidden = np.setdiff1d(np.arange(500), column.shown)
    assert 0 < column.shown.size < 500
    assert a[column.shown].min() >= a[hidden].max()


def test_they_stay_while_they_are_nearly_the_most_active(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES)
    layout = make_layout(SIZES, 800, 506, Theme(), most_active(snapshot))
    assert not is_outdated(snapshot, layout)
    nearly = with_activations(snapshot, snapshot.trace.a[0] * 1.01, snapshot.trace.a[1])
    assert not is_outdated(nearly, layout)


def test_others_take_their_place_when_they_are_clearly_more_active(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES)
    layout = make_layout(SIZES, 800, 506, Theme(), most_active(snapshot))
    a = np.zeros(500)
    a[np.setdiff1d(np.arange(500), layout.layers[0].shown)[:3]] = 1.0
    assert is_outdated(with_activations(snapshot, a, snapshot.trace.a[1]), layout)


def test_a_network_that_fits_is_never_outdated(make_snapshot) -> None:
    snapshot = make_snapshot((256, 32, 10))
    layout = make_layout(snapshot.sizes, 800, 506, Theme())
    assert not is_outdated(with_activations(snapshot, np.arange(32.0), snapshot.trace.a[1]), layout)


def test_the_right_answer_is_never_collapsed_away(make_snapshot) -> None:
    snapshot = make_snapshot((256, 16, 200), label=137)
    layout = make_layout(snapshot.sizes, 800, 506, Theme(), most_active(snapshot))
    assert layout.layers[-1].shown.size < 200
    assert 137 in layout.layers[-1].shown


def test_what_is_not_finite_counts_as_silent(make_snapshot) -> None:
    snapshot = make_snapshot(SIZES)
    a = np.full(500, np.nan)
    a[7] = 1.0
    assert most_active(with_activations(snapshot, a, snapshot.trace.a[1]))[0][0] == 7
