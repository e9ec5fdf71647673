"""The engine is asked to tell of updates only while somebody looks at them."""

from __future__ import annotations

from typing import Any

from core.engine.commands import WatchUpdates
from gui.presenters.update_subscription import UpdateSubscription


def test_the_training_is_asked_once_and_let_off_when_nobody_wants_it(engine: Any) -> None:
    watch = UpdateSubscription(engine)
    watch.subscribe("picture", True)
    watch.subscribe("details", True)
    watch.subscribe("picture", False)
    assert engine.sent == [WatchUpdates(True)]
    watch.subscribe("details", False)
    watch.subscribe("details", False)
    assert engine.sent == [WatchUpdates(True), WatchUpdates(False)]
