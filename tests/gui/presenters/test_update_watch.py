"""The engine is asked to tell of updates only while somebody looks at them."""

from __future__ import annotations

from typing import Any

from core.engine.commands import WatchUpdates
from gui.presenters.update_watch import UpdateWatch


def test_the_training_is_asked_once_and_let_off_when_nobody_wants_it(engine: Any) -> None:
    watch = UpdateWatch(engine)
    watch.ask("picture", True)
    watch.ask("details", True)
    watch.ask("picture", False)
    assert engine.sent == [WatchUpdates(True)]
    watch.ask("details", False)
    watch.ask("details", False)
    assert engine.sent == [WatchUpdates(True), WatchUpdates(False)]
