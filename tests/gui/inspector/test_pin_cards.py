from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from gui.inspector.pin_cards import PinCards
from gui.network.interaction.callout import Callout
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.theme.tokens import make_theme

NEURON = NeuronValues(1, 4, 16, "relu", 0.5, 0.5, -0.25, 0.125, None, False, "", 7, 32, unit="neuron 5")
OUTPUT = NeuronValues(2, 3, 10, "softmax", 0.5, 0.75, 0.0, None, None, True, "3", 7, 16)
EDGE = EdgeValues(
    1, 2, 5, 1, 2, 100, -0.5, 2.0, -1.0, 0.25, 0.0625, 7, source_unit="neuron 3", target_unit="neuron 6"
)


@pytest.fixture
def cards(qtbot) -> PinCards:
    cards = PinCards()
    qtbot.addWidget(cards)
    cards.set_theme(make_theme("light"))
    cards.show()
    return cards


def texts(cards) -> list[tuple[str, str]]:
    return [(card.title.text(), card.numbers.text()) for card in cards._cards if card.isVisible()]


def test_each_pin_has_its_numbers(cards) -> None:
    cards.show_pins([((1, 4), NEURON), ((2, 3), OUTPUT), ((1, 2, 5), EDGE)])
    cards.show()
    told = texts(cards)
    assert [title for title, _ in told] == [
        "Layer 2, neuron 5",
        "Output 3",
        "Connection neuron 3 → neuron 6, gap 2",
    ]
    assert told[0][1].replace("\u00a0", " ") == "z = +0.500   a = 0.500   b = −0.250   δ = +0.125"
    assert told[1][1].replace("\u00a0", " ") == "z = +0.500   y = 0.75000   b = 0"
    assert told[2][1].replace("\u00a0", " ") == "w = −0.500   a·w = −1.000   ∂C/∂w = +0.250   w·δ = +0.062"


def test_its_button_lets_it_go(cards, qtbot) -> None:
    cards.show_pins([((1, 4), NEURON), ((1, 2, 5), EDGE)])
    with qtbot.waitSignal(cards.unpin_wanted) as told:
        cards._cards[1].close_button.click()
    assert told.args == [(1, 2, 5)]


def test_each_button_says_what_it_lets_go(cards) -> None:
    cards.show_pins([((1, 4), NEURON), ((2, 3), OUTPUT), ((1, 2, 5), EDGE)])
    names = [card.close_button.accessibleName() for card in cards._cards[:3]]
    assert names == [
        "Let it go: Layer 2, neuron 5",
        "Let it go: Output 3",
        "Let it go: Connection neuron 3 → neuron 6, gap 2",
    ]
    # What is beside it moves up when one is gone.
    cards.show_pins([((2, 3), OUTPUT)])
    assert cards._cards[0].close_button.accessibleName() == names[1]


def test_without_pins_nothing_is_there(cards) -> None:
    cards.show_pins([((1, 4), NEURON)])
    cards.show_pins([])
    assert not cards.isVisible()


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ({}, "neuron 3 → neuron 6"),
        ({"source_unit": "map 1 (2, 2)", "target_name": "0"}, "map 1 (2, 2) → output 0"),
        ({"source_name": "x₁"}, "x₁ → neuron 6"),
    ],
)
def test_a_connection_is_called_as_beside_the_picture(cards, qtbot, names, title) -> None:
    values = replace(EDGE, **names)
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(400, 300)
    callout = Callout(area, make_theme("light"))
    callout.show_values(values)
    assert callout.text.startswith(f"{title}: w = ")
    assert cards.words_of(values)[0] == f"Connection {title}, gap 2"
