"""Every action about examples is named, with a tip of its own."""

from __future__ import annotations

from gui.app.actions import ACTIONS
from gui.app.example_action_texts import example_action_texts


def test_each_is_an_action_and_its_tip_says_more_than_its_name() -> None:
    texts = example_action_texts()
    assert set(texts) <= set(ACTIONS)
    assert len({text for text, _ in texts.values()}) == len({tip for _, tip in texts.values()}) == len(texts)
    assert all(tip and text != tip for text, tip in texts.values())
