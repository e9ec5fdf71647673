"""The one way of a wish: whoever wants something issues a command, and whoever can do it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.engine.commands import COMMANDS


class Dispatcher:
    """Calls the handler of each command that is issued; what is the engine's is sent to it.

    Parameters
    ----------
    handlers : mapping of type to callable
        Who does what; see `gui.presenters.wiring`.
    send : callable
        Sends a command to the engine.
    refuses : callable, optional
        Whether a command can't be done now; says why then. Without an engine nothing is begun that needs one.
    """

    def __init__(
        self,
        handlers: Mapping[type, Callable[[Any], object]],
        send: Callable[[Any], object],
        refuses: Callable[[Any], bool] = lambda _: False,
    ) -> None:
        self.refuses = refuses
        self._handlers = {**dict.fromkeys(COMMANDS, send), **handlers}

    def issue(self, command: Any) -> None:
        """Do this, unless it is refused.

        Raises
        ------
        KeyError
            When nobody can.
        """
        if not self.refuses(command):
            self._handlers[type(command)](command)
