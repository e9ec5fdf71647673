"""The button opens a list of every kind of layer that the engine has."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.nn.layer_kinds import LAYER_KINDS
from gui.architecture.add_layer_button import KINDS, AddLayerButton


def test_it_offers_every_kind_and_asks_for_the_chosen_one(qtbot: QtBot) -> None:
    assert sorted(KINDS) == sorted(LAYER_KINDS)
    button = AddLayerButton()
    qtbot.addWidget(button)
    button.show()
    button.click()
    menu = button.findChild(QMenu)
    assert isinstance(menu, QMenu) and menu.isVisible()
    chosen: list[type] = []
    button.kind_chosen.connect(chosen.append)
    for action in menu.actions():
        assert action.text() and action.toolTip()
        action.trigger()
    menu.close()
    assert chosen == [LAYER_KINDS[name] for name in KINDS]


def test_where_there_are_as_many_as_can_be_it_says_so(qtbot: QtBot) -> None:
    button = AddLayerButton()
    qtbot.addWidget(button)
    button.show_full(True, 100)
    assert not button.isEnabled() and button.accessibleName() == button.toolTip() == "100 layers are the most"
    button.show_full(False, 100)
    assert button.isEnabled() and button.accessibleName() == "Add a hidden layer of any kind"
