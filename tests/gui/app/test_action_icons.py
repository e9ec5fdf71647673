"""Every icon is drawn once, some at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from gui.app.action_icons import AT_A_TIME, action_icons
from gui.app.action_table import ACTIONS
from gui.theme.tokens import make_theme


def test_all_actions_with_an_icon_are_drawn_in_the_themes_colour_a_few_at_a_time(qapp: QApplication) -> None:
    actions = {name: QAction() for name in ACTIONS}
    parts = list(action_icons(actions))
    names = [name for part in parts for name in part.actions]
    assert sorted(names) == sorted(name for name, (_, picture, _) in ACTIONS.items() if picture)
    assert all(0 < len(part.actions) <= AT_A_TIME for part in parts)
    theme = make_theme("light")
    for part in parts:
        part.set_theme(theme)
    assert {name for name in actions if not actions[name].icon().isNull()} == set(names)
    image = actions["action_step"].icon().pixmap(QSize(16, 16)).toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    whole = [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() == 255]
    assert whole and all(colour.name() == theme.colour("text").name() for colour in whole)
