"""Bits come back as they were put in; where there is no room, those of every other epoch do."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis import presentation_bits
from core.analysis.presentation_bits import PresentationBits


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
    assert PresentationBits(1_000_000).capacity == 67
    assert PresentationBits(60_000).capacity == 1118
    assert PresentationBits(4).capacity == 4096
