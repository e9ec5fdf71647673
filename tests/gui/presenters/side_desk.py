"""A window after 60 updates, and what one does in it with two networks."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.engine.commands import Train
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.presenters.side_presenter import SidePresenter
from gui.side.side_area import SideArea
from tests.gui.local_engine import engine_of, local_engine, work_until

WAIT_MS = 30_000
UPDATES = 60


class Desk:
    """The window after 60 updates, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.session = window, qtbot, window.composition
        self.engine = engine_of(window)
        self.issue = self.session.dispatcher.issue

    @property
    def side(self) -> SidePresenter:
        return self.session.sides.side

    @property
    def area(self) -> SideArea:
        return self.window.network_area.side_area

    @property
    def a(self) -> Snapshot:
        assert self.session.network.displayed is not None
        return self.session.network.displayed

    @property
    def b(self) -> Snapshot | None:
        return self.area.other.displayed_snapshot

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def train(self, updates: int, is_watched: bool = False) -> None:
        self.session.transport.set_speed(100)
        wanted = self.engine.current.trainer.step_count + updates
        self.issue(Train(updates))
        if not is_watched:
            work_until(self.window, wanted)
        self.until(lambda: not self.session.store.state.running and self.a.update == wanted)

    def branch(self, rate: float) -> None:
        """A run from here with another rate, on screen and trained."""
        self.branch_aside(rate)
        self.train(UPDATES)

    def branch_aside(self, rate: float = 0.01) -> None:
        """A run from here with another rate, on screen; both stand at the same update."""
        number = self.session.runs.kept.next_number
        self.issue(c.BranchHere())
        self.until(lambda: self.a.run == number)
        self.issue(c.SetConfig("learning_rate", rate))

    def open(self) -> None:
        self.issue(c.ToggleSide())
        self.until(lambda: self.b is not None)

    def wait_for(self, run: int, update: int) -> None:
        """B shows this, with its edges."""
        self.until(lambda: (b := self.b) is not None and (b.run, b.update) == (run, update))
        self.until(lambda: not self.area.other.has_work())

    def rows(self) -> dict[str, tuple[str, str]]:
        return {row.key: (row.a, row.b) for row in self.side.page.table.rows}


def new_desk(qtbot: QtBot) -> Desk:
    """A window of its own, before the first update."""
    window = MainWindow(Settings.in_memory(), engine=local_engine())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: window.composition.network.displayed is not None, timeout=WAIT_MS)
    return Desk(window, qtbot)
