"""What concerns all runs is done whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.engine.engine import Engine


@contextmanager
def all_or_nothing(engine: Engine) -> Iterator[None]:
    """What fails inside leaves the engine's runs, their data and their past as they were, and nothing of it is told."""
    standing = engine.standing
    try:
        yield
    except Exception:
        engine.standing = standing
        raise
