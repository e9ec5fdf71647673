"""After a divergence it is said of which update the terms are, and why of no later one; else nothing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from core.analysis.example_losses import ExampleLosses
from core.engine.messages import Diverged
from gui.app.app_state import StateStore
from gui.presenters.ledger_divergence import LedgerDivergence

pytestmark = pytest.mark.usefixtures("qapp")
SAID = "Training diverged at update 1,005: what is measured here is of update 800, before"


class Network(QObject):
    displayed_snapshot_changed = Signal(object)
    displayed: Any = None

    def show(self, run: int, update: int) -> None:
        self.displayed = SimpleNamespace(run=run, update=update)
        self.displayed_snapshot_changed.emit(self.displayed)


class Engine(QObject):
    diverged = Signal(object)


class Root(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.engine, self.network, self.store = Engine(), Network(), StateStore()
        self.shown = 0
        self.divergence = LedgerDivergence(self, self._show)  # type: ignore[arg-type]

    def _show(self) -> None:
        self.shown += 1


def losses(update: int, run: int = 2) -> ExampleLosses:
    none = np.zeros(0, np.int64)
    return ExampleLosses(run, update, "train", np.ones(3), none, none)


@pytest.fixture
def root() -> Root:
    """A run that stands at the update before its divergence."""
    root = Root()
    root.network.show(2, 900)
    assert root.divergence.words(None) == ""
    root.engine.diverged.emit(Diverged(2, 1005, "loss"))
    assert (root.divergence.words(losses(800)), root.shown) == ("", 0)
    root.network.show(2, 1004)
    return root


def test_of_which_update_they_are_and_why_of_no_later_one(root: Root) -> None:
    assert (root.divergence.words(losses(800)), root.shown) == (SAID, 1)
    assert root.divergence.words(None) == "Training diverged at update 1,005, before any C was computed."
    for other in (losses(1004), losses(800, run=3)):
        assert root.divergence.words(other) == ""
    # It is told again where somebody wants to train it.
    root.network.show(2, 1004)
    root.engine.diverged.emit(Diverged(2, 1005, "loss"))
    assert root.shown == 1


def test_of_a_past_or_another_run_nothing_is_said(root: Root) -> None:
    for run, update in ((2, 800), (3, 1004)):
        root.network.show(run, update)
        assert root.divergence.words(losses(800)) == "" == root.divergence.words(None)
    root.network.show(2, 1004)
    assert (root.divergence.words(losses(800)), root.shown) == (SAID, 4 - 1)


def test_once_it_is_trained_on_it_has_not_diverged(root: Root) -> None:
    root.store.update(running=True)
    assert (root.divergence.words(losses(800)), root.shown) == ("", 2)
    root.network.show(2, 1004)
    assert root.divergence.words(losses(800)) == ""
    root.engine.diverged.emit(Diverged(2, 1005, "loss"))
    assert root.divergence.words(losses(800)) == SAID
