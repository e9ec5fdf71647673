"""Settings that were tried with a network with a name: they are taken as they are, and belong to that network alone."""

from __future__ import annotations

import pytest

from core.nn.architecture import Architecture
from core.nn.dense import Dense
from core.nn.known_architectures import KNOWN_ARCHITECTURES, known_architecture
from core.training.config import TrainingConfig
from gui.optimizer.usual_settings import LECTURE, SUITED, suited_settings

PICTURE = 16, 16


@pytest.mark.parametrize("settings", [LECTURE, *SUITED.values()])
def test_each_is_a_setting_that_can_be_taken(settings: dict[str, object]) -> None:
    config = TrainingConfig(**settings)  # type: ignore[arg-type]
    assert all(getattr(config, name) == value for name, value in settings.items())


@pytest.mark.parametrize("name", KNOWN_ARCHITECTURES)
def test_a_network_with_a_name_has_its_own(name: str) -> None:
    assert suited_settings(known_architecture(name, PICTURE), PICTURE) == SUITED.get(name, {})


def test_a_network_that_was_changed_has_none() -> None:
    known = known_architecture("small_cnn", PICTURE)
    changed = known.with_hidden((*known.layers[:-1], Dense(30)))
    assert suited_settings(changed, PICTURE) == {}


def test_where_examples_are_no_pictures_there_are_none() -> None:
    assert suited_settings(Architecture.dense(), None) == {}
