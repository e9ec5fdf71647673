"""A desk for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.audit.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """The window at rest, on a clock of its own."""
    with Desk() as desk:
        desk.rest()
        yield desk
