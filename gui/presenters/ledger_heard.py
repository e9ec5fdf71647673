"""An example that keys have led to in the ledger is heard from there, and not from the network as well."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.analysis.example_losses import OWN
from core.engine.snapshot import Snapshot
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_order import NOBODY
from gui.widgets.key_reading import KeyReading


class LedgerHeard(QObject):
    """One concern: which of the examples that the network shows the page has read out by itself.

    Parameters
    ----------
    page : LedgerPage
    displayed : callable
        What the network shows now.
    """

    def __init__(
        self, page: LedgerPage, displayed: Callable[[], Snapshot | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._displayed = page, displayed
        # The row that was chosen last, where, and how many keys had led somewhere there before.
        self._row, self._keys_before = NOBODY, 0
        self._where: QWidget = page
        for examples in (page.curve, page.wall, page.classes.gallery, page.map.picture):
            examples.chosen.connect(lambda row, where=examples: self._note(row, where))

    def is_said(self) -> bool:
        """Whether the page has read out what the network shows: asked once for each."""
        snapshot, row, self._row = self._displayed(), self._row, NOBODY
        if snapshot is None or not snapshot.is_chosen or row == NOBODY or not self._page.isVisible():
            return False
        # An example of the own set has a number besides its row.
        is_row = snapshot.example.origin == OWN or snapshot.example.index == row
        # A key counts once what was chosen by it is on its way; a press of the mouse is none.
        return is_row and _keys_of(self._where) > self._keys_before

    def _note(self, row: int, where: QWidget) -> None:
        self._row, self._where, self._keys_before = row, where, _keys_of(where)


def _keys_of(widget: QWidget) -> int:
    """How many keys have led somewhere in this widget."""
    reading = widget.findChild(KeyReading)
    return reading.keys if isinstance(reading, KeyReading) else 0
