"""What has to do with two networks side by side, connected: its presenters, and their way to the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gui.app import commands as c
from gui.presenters.run_rows import RunRows
from gui.presenters.side_branch_presenter import SideBranchPresenter
from gui.presenters.side_presenter import SidePresenter
from gui.presenters.together_presenter import TogetherPresenter
from gui.side.known_runs import KnownRuns

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class SideWiring(QObject):
    """Connects signals with slots; made after the presenters that it connects, before the dispatcher.

    Attributes
    ----------
    side : SidePresenter
    together : TogetherPresenter
    branching : SideBranchPresenter
    handlers : dict
        Who does what is asked of the window.
    """

    def __init__(self, root: Composition, rows: RunRows) -> None:
        super().__init__(root)
        area = root.window.network_area
        known = KnownRuns(rows.infos, rows.live, rows.notes, root.loss.history_of)
        self._tree = root.window.run_tree
        parts = root.network, known, root.time, root.engine, root.store, root.clock
        self.side = SidePresenter(root.window, *parts, lambda command: root.dispatcher.issue(command), self)
        self.side.page_made.connect(lambda page: root.figures.offer(page, area.side_area.strip))
        # Only then the keyboard comes to the difference, too.
        self.side.page_made.connect(lambda _: area.side_area.order_keys())
        self.side.page_made.connect(
            lambda page: root.store.changed.connect(lambda _, now: page.set_available(not now.is_lost))
        )
        self._tree.beside_wanted.connect(
            lambda run: root.dispatcher.issue(c.ShowAs("B", run, self.side.other_moment_of(run)))
        )
        self.side.refreshed.connect(self._show_in_tree)
        self.side.hidden.connect(lambda _: self._show_in_tree())
        self.side.refreshed.connect(lambda: root.status.show_beside(True, self.side.marked))
        self.side.hidden.connect(lambda _: root.status.show_beside(False))
        rows.notes.changed.connect(self.side.check_other)
        root.appearance.language_changed.connect(self.side.retranslate)
        window, engine = root.window, root.engine
        parts_of_window = window.actions_, window.message_bar
        self.together = TogetherPresenter(self.side, *parts_of_window, engine, root.store, self)
        branched = root.time, area.side_area, area.past_bar, root.store
        self.branching = SideBranchPresenter(self.side, *branched, self)
        rows.notes.changed.connect(self.together.drop_deleted)
        engine.losses_added.connect(root.loss.add_companion_losses)
        engine.losses_added.connect(
            lambda added: root.time.note_update(added.run, added.first + len(added.losses) - 1)
        )
        self.handlers: dict[type, Callable[[Any], object]] = {
            **self.side.handlers,
            **self.together.handlers,
            **self.branching.handlers,
        }

    def _show_in_tree(self) -> None:
        other = self.side.other
        self._tree.show_beside(None if other is None else other.run)
