"""Bits come back as they were put in; where there is no room, those of every other epoch do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis import presentation_bits
from core.analysis.presentation_bits import PresentationBits, SavedBits


@pytest.mark.parametrize("at_once", [1, 5])
@pytest.mark.parametrize("least", [0, 1])
def test_what_is_kept_is_what_was_given(at_once: int, least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presentation_bits, "LEAST_EPOCHS", 10)
    states = np.random.default_rng(2).integers(least, 3, (60, 19)).astype(np.int8)
    bits = PresentationBits(19, most_bytes=60)
    assert bits.capacity == 10
    spacings = []
    for first in range(0, 60, at_once):
        bits.add(first, states[first : first + at_once])
        spacings.append(bits.spacing)
        known = first + at_once
        expected = np.arange(0, known, bits.spacing)
        for row in (0, 7, 8, 18):
            epochs, found = bits.of(row)
            assert epochs.tolist() == expected.tolist()
            assert found.tolist() == states[expected, row].tolist()
        assert len(expected) <= 10
    assert bits.spacing == 8 and spacings == sorted(spacings)


def test_many_examples_keep_few_epochs_and_few_examples_many() -> None:
    assert PresentationBits(1_000_000).capacity == 50
    assert PresentationBits(60_000).capacity == 833
    assert PresentationBits(4).capacity == 4096


@pytest.mark.parametrize("least", [0, 1])
def test_bits_that_were_saved_are_gone_on_with(least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presentation_bits, "MOST_EPOCHS", 10)
    states = np.random.default_rng(3).integers(least, 3, (60, 19)).astype(np.int8)
    bits = PresentationBits(19)
    for first in range(60):
        saved = bits.saved().copied()
        as_it_was = [array.copy() for array in (saved.epochs, saved.right, saved.absent)]
        again = PresentationBits.restored(saved, 19)
        for one in (bits, again):
            one.add(first, states[first : first + 1])
        assert again.spacing == bits.spacing
        for row in (0, 18):
            for one, other in zip(bits.of(row), again.of(row), strict=True):
                assert one.tolist() == other.tolist()
        # What was copied stays as it was, thinned out or not.
        for before, after in zip(as_it_was, (saved.epochs, saved.right, saved.absent), strict=True):
            assert np.array_equal(before, after)
    assert bits.spacing == 8 and len(bits.saved().rows(1, 4)) == 3


def test_what_is_full_once_is_never_put_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presentation_bits, "MOST_EPOCHS", 10)
    bits = PresentationBits(19)
    states = np.zeros((60, 19), np.int8)
    bits.add(0, states[:1])
    before = bits.saved()
    for first in range(1, 60):
        bits.add(first, states[first : first + 1])
    after = bits.saved()
    # A process whose megabytes move about in its memory grows.
    assert np.shares_memory(before.right, after.right) and np.shares_memory(before.absent, after.absent)


@pytest.mark.parametrize(
    "changes",
    [
        {"spacing": 0},
        {"spacing": 3},
        {"spacing": 2**60},
        {"spacing": 4},
        {"epochs": np.array([0, 4, 2])},
        {"epochs": np.array([-2, 0, 2])},
        {"epochs": np.array([0, 2])},
        {"epochs": np.array([[0, 2, 4]])},
        {"epochs": np.array([0.0, 2.0, 4.0])},
        {"epochs": np.array([0, 2, 2**62])},
        {"right": np.zeros((3, 3), np.uint8)},
        {"right": np.zeros((3, 2), np.int64)},
        {"absent": np.zeros((2, 2), np.uint8)},
        {"absent": np.zeros(2, np.uint8)},
    ],
)
def test_what_can_be_no_bits_is_refused(changes: dict[str, Any]) -> None:
    rows = np.zeros((3, 2), np.uint8)
    good = SavedBits(2, np.array([0, 2, 4]), rows, rows[:0])
    PresentationBits.restored(good, 9)
    with pytest.raises(ValueError, match="no bits"):
        PresentationBits.restored(replace(good, **changes), 9)
    with pytest.raises(ValueError, match="no bits"):
        PresentationBits.restored(good, 17)
