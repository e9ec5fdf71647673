"""Mean and spread over measurements are numpy's in float64, whatever was dropped on the way."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis import confidence_history
from core.analysis.confidence_history import STEPS, ConfidenceHistory


def recorded(updates: list[int], seed: int = 0) -> tuple[ConfidenceHistory, dict[int, np.ndarray]]:
    """30 examples: one always 0, one always 1, one nearly without spread, the others at random."""
    rng, history, sequence = np.random.default_rng(seed), ConfidenceHistory(30), {}
    for update in updates:
        steps = rng.integers(0, STEPS + 1, 30).astype(np.uint16)
        steps[:3] = 0, STEPS, 60000 + update % 2
        sequence[update] = steps
        history.add(update, steps, True)
    return history, sequence


def by_numpy(sequence: dict[int, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    y = np.array([sequence[update] for update in sorted(sequence) if update], np.float64) / 65535
    return y.mean(axis=0), y.std(axis=0)


def holds(history: ConfidenceHistory, sequence: dict[int, np.ndarray]) -> None:
    means, deviations = history.means_and_deviations()
    expected = by_numpy(sequence)
    np.testing.assert_allclose(means, expected[0], rtol=1e-6)
    np.testing.assert_allclose(deviations, expected[1], rtol=1e-6, atol=1e-12)
    assert history.updates.tolist() == sorted(sequence)
    assert history.mean_updates.tolist() == [update for update in sorted(sequence) if update]
    for row in (0, 2, 29):
        y = np.array([sequence[update][row] for update in sorted(sequence)], np.float64) / 65535
        np.testing.assert_allclose(history.way_of(row), y, rtol=1e-6)


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_mean_and_spread_are_numpys(count: int) -> None:
    history, sequence = recorded([7 * i for i in range(1, count + 1)])
    holds(history, sequence)
    if count == 2:
        # One of 60000 and one of 60001: half a step, which float32 sums would lose.
        assert history.means_and_deviations()[1][2] == pytest.approx(0.5 / 65535)


def test_what_was_measured_before_the_first_update_is_in_the_way_and_in_no_mean() -> None:
    history, sequence = recorded([0, 10, 20])
    holds(history, sequence)
    history.add(0, np.full(30, 77, np.uint16), False)
    holds(history, sequence | {0: np.full(30, 77, np.uint16)})


def test_an_update_measured_again_and_one_from_the_past_count_once() -> None:
    history, sequence = recorded([0, 10, 20, 30])
    again = np.full(30, 5, np.uint16)
    history.add(20, again, False)
    holds(history, sequence | {20: again})
    history.add(15, again, False)
    holds(history, sequence | {20: again, 15: again})


def test_back_at_an_earlier_update_what_came_later_is_gone() -> None:
    history, sequence = recorded([0, 10, 20, 30])
    again = np.full(30, 9, np.uint16)
    history.add(10, again, True)
    holds(history, {0: sequence[0], 10: again})


def test_thinned_the_first_and_the_last_stay_and_what_is_closest_goes() -> None:
    history, sequence = recorded([0, 10, 20, 25, 50])
    # Of 10, 20 and 25 the neighbours are 20, 15 and 30 updates apart.
    assert history.thin()
    del sequence[20]
    holds(history, sequence)
    assert history.thin() and history.thin() and not history.thin()
    holds(history, {0: sequence[0], 50: sequence[50]})


def test_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence_history, "MOST", 5)
    history, _ = recorded(list(range(0, 100, 3)))
    updates = history.updates.tolist()
    assert len(updates) == 5 and (updates[0], updates[-1]) == (0, 99)
    assert history.nbytes == 5 * 60


def test_with_none_there_is_no_mean() -> None:
    means, deviations = ConfidenceHistory(3).means_and_deviations()
    assert np.isnan(means).all() and np.isnan(deviations).all()
    assert ConfidenceHistory(0).updates.tolist() == []


def test_what_goes_makes_room_for_what_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence_history, "MOST", 5)
    history, places, steps = ConfidenceHistory(30), set(), np.zeros(30, np.uint16)
    for update in range(1, 60):
        # Whoever measures may use the same array again.
        steps[:] = update
        history.add(update, steps, True)
        places |= {kept.ctypes.data for kept in history._kept.values()}
    assert len(places) <= 6
    np.testing.assert_allclose(history.way_of(3), history.updates / STEPS, rtol=1e-6)
