"""The fewest flips: against trying all of them one by one, in networks small enough for that."""

from __future__ import annotations

from itertools import combinations
from math import comb

import numpy as np
import pytest

from core.analysis import fewest_flips
from core.analysis.fewest_flips import FewestFlips, FlipChain
from core.analysis.pixel_flips import Flipper, SingleFlips
from core.nn.network import Network
from tests.core.analysis.test_pixel_flips import ink, plain_logits, plain_loss, trained_like, with_flips


def found_by(network: Network, x: np.ndarray, label: int | None = 0, rows: int | None = None) -> FlipChain:
    flipper = Flipper(network, x, label)
    flipper.rows = rows or flipper.rows
    return FewestFlips(flipper, SingleFlips(flipper).finish()).finish()


def changing(network: Network, x: np.ndarray, flips: int) -> set[tuple[int, ...]]:
    """All sets of so many pixels that change the answer, each tried alone."""
    before = plain_logits(network, x).argmax()
    sets = combinations(range(len(x)), flips)
    return {own for own in sets if plain_logits(network, with_flips(x, *own)).argmax() != before}


def lead(network: Network, x: np.ndarray, flips: tuple[int, ...]) -> float:
    """By how much the logit of the first answer is above all others after these flips."""
    answer, z = plain_logits(network, x).argmax(), plain_logits(network, with_flips(x, *flips))
    return float(z[answer] - np.delete(z, answer).max())


def fewest(network: Network, x: np.ndarray, most: int = 4) -> int:
    return next((flips for flips in range(1, most + 1) if changing(network, x, flips)), most + 1)


def steady(margin: float, weights: np.ndarray) -> Network:
    """Class 0 is ahead by `margin`; ink in pixel i takes weights[i] of that."""
    network = Network.dense((len(weights), 2))
    network.layers[0].W[:, 1], network.layers[0].W[:, 0] = weights, 0
    network.layers[0].b[:] = margin, 0
    return network


def test_against_trying_everything_in_random_networks() -> None:
    counts = set()
    for seed in range(40):
        network, x = trained_like((12, 5, 3), seed), ink(12, seed)
        network.layers[-1].b[:] = 0
        network.layers[-1].b[plain_logits(network, x).argmax()] += 4
        found, least = found_by(network, x, rows=7 if seed % 2 else None), fewest(network, x)
        assert found.singles == len(changing(network, x, 1)) and found.pairs == comb(12, 2)
        if least <= 2:
            assert len(found.pixels) == least and found.is_fewest
            ahead = {own: lead(network, x, own) for own in changing(network, x, least)}
            # Of all that do it, it is the one after which the answer is the farthest behind.
            assert ahead[tuple(sorted(found.pixels.tolist()))] == pytest.approx(min(ahead.values()), abs=1e-4)
        else:
            assert len(found.pixels) >= least or not len(found.pixels)
            assert found.is_fewest == (len(found.pixels) == 3)
        if found.singles:
            assert found.pairs_tried == 0
        else:
            assert found.pairs_tried == 66 and found.pairs_changing == len(changing(network, x, 2))
        counts.add(least)
    assert counts >= {1, 2, 3}


def test_each_step_of_the_chain_is_what_a_plain_pass_gives() -> None:
    network = steady(2.5, np.array([0.5, 1, 0.75, 0.9, 0.25, 0.1]))
    x = np.zeros(6, np.float32)
    found = found_by(network, x, label=1)
    # 1 + 0.9 + 0.75 is the first sum above 2.5, greedily and at all.
    assert found.pixels.tolist() == [1, 3, 2] and found.answers.tolist() == [0, 0, 0, 1]
    assert (found.singles, found.pairs_tried, found.pairs_changing) == (0, 15, 0) and found.is_fewest
    for step in range(4):
        z = plain_logits(network, with_flips(x, *found.pixels[:step].tolist()))
        assert found.losses[step] == pytest.approx(plain_loss(z, 1), rel=1e-5)
        np.testing.assert_allclose(found.y[step], np.exp(z) / np.exp(z).sum(), rtol=1e-5)


def test_four_greedy_flips_are_not_called_the_fewest() -> None:
    found = found_by(steady(2.1, np.full(6, 0.6)), np.zeros(6, np.float32))
    assert len(found.pixels) == 4 and not found.is_fewest and found.pairs_tried == 15


def test_a_pair_is_found_that_choosing_one_by_one_does_not_lead_to() -> None:
    # Pixels 0 and 1 do nothing alone and much together; greedily pixels 2, 3 and 4 are taken, 1 each.
    network = Network.dense((5, 1, 2))
    hidden, out = network.layers
    hidden.W[:, 0], hidden.b[:] = [2, 2, 0, 0, 0], -2
    out.W[0], out.b[:] = [0, 1.5], [1.4, 0]
    flipper = Flipper(network, np.zeros(5, np.float32), 0)
    found = FewestFlips(flipper, SingleFlips(flipper).finish()).finish()
    assert sorted(found.pixels.tolist()) == [0, 1] and found.is_fewest
    assert (found.singles, found.pairs_tried, found.pairs_changing) == (0, 10, 1)


def test_where_there_are_too_many_pairs_it_says_that_none_was_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fewest_flips, "MOST_PAIRS", 14)
    two = found_by(steady(1.5, np.full(6, 0.8)), np.zeros(6, np.float32))
    assert len(two.pixels) == 2 and two.is_fewest and (two.pairs, two.pairs_tried) == (15, 0)
    three = found_by(steady(2.5, np.full(6, 0.9)), np.zeros(6, np.float32))
    assert len(three.pixels) == 3 and not three.is_fewest


def test_it_gives_up_where_no_flip_brings_another_answer_nearer(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = found_by(steady(9.0, np.array([1, 1, -1, 0], np.float32)), np.zeros(4, np.float32))
    assert not len(stuck.pixels) and stuck.gave_up_at == 2 and not stuck.is_fewest
    assert stuck.answers.tolist() == [0]
    monkeypatch.setattr(fewest_flips, "MOST_FLIPS", 3)
    assert found_by(steady(9.0, np.full(8, 1.0)), np.zeros(8, np.float32)).gave_up_at == 3


def test_a_single_class_or_pixel_leaves_nothing_to_be_found() -> None:
    found = found_by(Network.dense((6, 1)), ink(6))
    assert not len(found.pixels) and found.pairs_changing == 0 and found.pairs_tried == 15
    one = found_by(steady(2.0, np.ones(1)), np.zeros(1, np.float32))
    assert (len(one.pixels), one.pairs, one.gave_up_at) == (0, 0, 1)


def test_two_equal_others_are_no_answer_so_the_search_goes_on() -> None:
    network = Network.dense((3, 3))
    network.layers[0].W[:] = [[0, 2, 2], [0, 0, 1], [0, 0, 0]]
    network.layers[0].b[:] = 1, 0, 0
    found = found_by(network, np.zeros(3, np.float32))
    assert sorted(found.pixels.tolist()) == [0, 1] and found.answers[-1] == 2 and found.singles == 0


def test_what_has_no_answer_is_refused() -> None:
    network = Network.dense((4, 3))
    network.parameters[:] = np.nan
    flipper = Flipper(network, ink(4), 0)
    singles = SingleFlips(flipper).finish()
    with pytest.raises(ValueError, match="no answer"):
        FewestFlips(flipper, singles)


def test_progress_counts_pairs() -> None:
    network, x = steady(2.5, np.full(6, 0.9)), np.zeros(6, np.float32)
    flipper = Flipper(network, x, 0)
    flipper.rows = 4
    search = FewestFlips(flipper, SingleFlips(flipper).finish())
    done = []
    while not search.advance():
        done.append(search.done)
    assert search.total == 15 and done[-3:] == [8, 12, 15] and not search.is_at_hand
