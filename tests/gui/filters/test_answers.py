"""A filter's answers: those of the very layer, for every pattern and every place of what is shown."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.patterns import patterns
from gui.filters.answers import answers_of
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN
from tests.gui.filters.shown import answers, counts_of, snapshot_of, trainer_of


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid", "gelu"])
def test_they_are_what_the_layer_computes_of_the_shown_picture(activation: str) -> None:
    layers = replace(SMALL_CNN[0], activation=activation), *SMALL_CNN[1:]
    trainer = trainer_of(layers)
    snapshot = snapshot_of(trainer, 7)
    own = answers_of(snapshot, 0, 6, counts_of(trainer), 60)
    assert own is not None and own.codes is not None
    trace = snapshot.trace
    for shown, expected in ((own.z, trace.z[0]), (own.a, trace.a[0])):
        np.testing.assert_allclose(
            shown[own.codes].ravel(), expected.reshape(-1, 8)[:, 6], rtol=1e-5, atol=1e-6
        )
    assert own.here.sum() == 256 and own.update == trainer.step_count


def test_patterns_are_ranked_by_z_and_those_that_never_occur_are_left_out() -> None:
    own = answers()
    expected = sorted(
        (code for code in range(512) if own.counts[code] or own.here[code]), key=lambda c: -own.z[c]
    )
    assert own.ranked.tolist() == expected
    assert [own.rank_of(code) for code in expected] == list(range(len(expected)))
    assert own.occurring == np.count_nonzero(own.counts)
    missing = [code for code in range(512) if code not in expected]
    assert all(own.rank_of(code) is None for code in missing)
    assert own.share.sum() == pytest.approx(1)


def test_places_are_those_of_the_windows_that_show_the_pattern() -> None:
    own = answers()
    padded = np.pad(own.x.reshape(16, 16), 1)
    for code in own.ranked[:40].tolist():
        places = [
            (r, c)
            for r in range(-1, 15)
            for c in range(-1, 15)
            if np.array_equal(padded[r + 1 : r + 4, c + 1 : c + 4], patterns(3)[code])
        ]
        assert own.places_of(code) == places and own.here[code] == len(places)


def test_the_first_choice_is_the_largest_answer_in_what_is_shown() -> None:
    own = answers()
    assert own.codes is not None
    assert own.z[own.loudest_here] == own.z[own.codes].max()


def test_of_grey_pictures_it_is_not_known_where_patterns_are() -> None:
    own = answers(x=np.full(256, 0.5, np.float32))
    assert own.codes is None and not own.here.any() and own.places_of(3) == []


def test_filters_without_a_table_have_no_answers() -> None:
    trainer = trainer_of()
    snapshot, counts = snapshot_of(trainer), counts_of(trainer)
    assert answers_of(snapshot, 2, 0, counts, 60) is None, "it reads maps"
    assert answers_of(snapshot, 0, 8, counts, 60) is None, "no such map"
    assert answers_of(snapshot, 9, 0, counts, 60) is None, "no such layer"
    assert answers_of(snapshot, 0, 0, counts[:16], 60) is None, "counts of other windows"
    assert answers_of(snapshot_of(trainer_of(LENET_1989)), 0, 0, counts, 60) is None


def test_weights_that_are_no_numbers_are_known() -> None:
    trainer = trainer_of()
    assert answers().is_finite
    trainer.network.layers[0].W[0, 0, 0, 5] = np.inf
    own = answers_of(snapshot_of(trainer), 0, 5, counts_of(trainer), 60)
    assert own is not None and not own.is_finite
