"""What chooses the connections that are drawn has words of its own in the language in force."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gui.app.action_table import CHOICES
from gui.app.connection_action_texts import connection_action_texts
from gui.app.translation import install_language


def test_every_choice_has_words_and_a_tip() -> None:
    wanted = {
        f"action_{group}_{value}" for group in ("picture", "sign", "edges") for value in CHOICES[group][1]
    }
    texts = connection_action_texts()
    assert set(texts) == wanted
    assert all(text and tip for text, tip in texts.values())
    assert len({text for text, _ in texts.values()}) == len(texts)
    assert texts["action_edges_24"][0] == "24 a neuron"


def test_they_are_in_the_language_in_force(qapp: QApplication) -> None:
    english = connection_action_texts()
    install_language(qapp, "zh_CN")
    try:
        chinese = connection_action_texts()
    finally:
        install_language(qapp, "en")
    assert not set(english.values()) & set(chinese.values())
