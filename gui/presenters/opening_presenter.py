"""Files and data are opened one after another, in the order in which they were asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, SignalInstance

from gui.app.message_bar import MessageBar

Act = Callable[[], object]


class Reads(Protocol):
    """What reads a file beside the window."""

    rested: SignalInstance
    """Emitted when it reads no more."""

    @property
    def is_busy(self) -> bool:
        """Whether it reads now."""
        ...

    def cancel(self) -> None:
        """Read no further."""
        ...


class OpeningPresenter(QObject):
    """One concern: nothing that was to be opened is forgotten.

    What changes the network waits for the first one; and what comes while a file is being read waits for that.

    Parameters
    ----------
    messages : MessageBar
        There it is said that a file waits for another.
    refuses : callable
        Whether there is no training any more, which it says then: nothing can be opened.
    """

    def __init__(
        self, messages: MessageBar, refuses: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._messages, self._refuses = messages, refuses
        self._waiting: deque[tuple[Act, bool]] = deque()
        self._readers: list[Reads] = []
        self._has_run = False

    def watch(self, *readers: Reads) -> None:
        """While one of these reads, everything waits for it."""
        for reader in readers:
            self._readers.append(reader)
            # Behind what comes of the file.
            reader.rested.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def in_turn(self, act: Callable[[Any], object]) -> Callable[[Any], object]:
        """Give what takes a command, and does so when it is its turn."""
        return lambda command: self.take(partial(act, command))

    def take(self, act: Act, needs_run: bool = True) -> None:
        """Do this after all that came before; what `needs_run` once there is a network, too."""
        if self.refuses():
            return
        self._waiting.append((act, needs_run))
        self._go_on()
        if self._waiting and self._is_reading:
            actions = [(lambda: self.tr("Don’t wait"), self._cancel)]
            self._messages.show_message(self._words, actions=actions, lasting=True)

    def refuses(self) -> bool:
        """Whether nothing can be opened or saved, as there is no training; this is said then."""
        return self._refuses()

    def take_first(self, act: Act) -> None:
        """Do this before all that waits: it has come of the file that was looked at last."""
        self._waiting.appendleft((act, True))
        self._go_on()

    def give_up(self) -> None:
        """Something asked for later takes the place of all this: what is being read is not opened, nor what waits."""
        self._waiting.clear()
        self._messages.withdraw(self._words)
        self._cancel()

    def show_run(self) -> None:
        """The first network is there."""
        self._has_run = True
        self._go_on()

    @property
    def _is_reading(self) -> bool:
        return any(reader.is_busy for reader in self._readers)

    def _go_on(self) -> None:
        while self._waiting and not self._is_reading and (self._has_run or not self._waiting[0][1]):
            act, _ = self._waiting.popleft()
            if not self._waiting:
                self._messages.withdraw(self._words)
            act()

    def _cancel(self) -> None:
        for reader in self._readers:
            if reader.is_busy:
                reader.cancel()

    def _words(self) -> str:
        return self.tr("Another file is still being read: what comes after it waits.")
