"""One click each: a button for every network with a name."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.nn.known_architectures import KNOWN_ARCHITECTURES
from gui.architecture.known_networks import KnownNetworks


def test_each_button_asks_for_its_network_and_says_what_it_is(qtbot: QtBot) -> None:
    networks = KnownNetworks()
    qtbot.addWidget(networks)
    wanted: list[str] = []
    networks.network_wanted.connect(wanted.append)
    buttons = networks.findChildren(QPushButton)
    for button in buttons:
        button.click()
        assert button.text() and button.toolTip() and button.accessibleName()
    assert wanted == list(KNOWN_ARCHITECTURES)
    assert [button.objectName() for button in buttons] == [f"network_{name}" for name in KNOWN_ARCHITECTURES]


def test_each_has_a_command_that_is_found_by_the_words_of_its_button(qtbot: QtBot) -> None:
    networks = KnownNetworks()
    qtbot.addWidget(networks)
    wanted: list[str] = []
    networks.network_wanted.connect(wanted.append)
    for button, command in zip(networks.findChildren(QPushButton), networks.commands.values(), strict=True):
        assert button.text().casefold() in command.text().casefold()
        assert command.whatsThis() == button.toolTip()
        command.trigger()
    assert wanted == list(KNOWN_ARCHITECTURES)
