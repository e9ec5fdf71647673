"""The icons of the window's actions in a theme's colour, some at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction

from gui.app.action_table import ACTIONS
from gui.theme.icons import icon
from gui.theme.tokens import Theme

# The first icons of a theme are drawn: all of them would take 30 ms.
AT_A_TIME = 12


@dataclass(frozen=True)
class ActionIcons:
    """The icons of some actions, by name."""

    actions: Mapping[str, QAction]

    def set_theme(self, theme: Theme) -> None:
        """Draw them in this theme's text colour."""
        for name, action in self.actions.items():
            action.setIcon(icon(ACTIONS[name][1], theme))


def action_icons(actions: Mapping[str, QAction]) -> Iterator[ActionIcons]:
    """All actions that have an icon, so many at a time."""
    names = [name for name, (_, picture, _) in ACTIONS.items() if picture]
    for first in range(0, len(names), AT_A_TIME):
        yield ActionIcons({name: actions[name] for name in names[first : first + AT_A_TIME]})
