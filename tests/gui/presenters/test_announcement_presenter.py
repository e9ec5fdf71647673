"""Whoever listens hears what a key has switched, and what is pinned."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from gui.app.app_state import StateStore
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.presenters import announcement_presenter as module
from gui.presenters.announcement_presenter import AnnouncementPresenter


class Given:
    """A window without an engine, the state, and what is heard."""

    def __init__(self, window: WindowFrame) -> None:
        self.window, self.store, self.heard = window, StateStore(), list[str]()
        self.presenter = AnnouncementPresenter(window, self.store, window)


@pytest.fixture
def given(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Given]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    given = Given(window)

    def hear(widget: QWidget, sentence: str) -> None:
        assert widget is window.network_view
        given.heard.append(sentence)

    monkeypatch.setattr(module, "announce", hear)
    yield given
    window.close()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("same_scale", "One scale for all gaps"),
        ("scales_locked", "Lock the scales"),
        ("expanded", "Unfold wide layers"),
        ("preferred_classes", "Favourite classes"),
        ("tiles_of_example", "Weights × this example"),
    ],
)
def test_what_a_key_has_switched_is_heard(
    given: Given, run_info: Callable[..., RunInfo], field: str, words: str
) -> None:
    given.store.update(run=run_info())
    given.store.update(**{field: True})
    given.store.update(**{field: False})
    assert given.heard == [f"{words}: on", f"{words}: off"]


def test_which_number_is_drawn_is_heard(given: Given, run_info: Callable[..., RunInfo]) -> None:
    given.store.update(run=run_info())
    given.store.update(edge_value="mean_gradient")
    given.store.update(waves=False)
    assert given.heard == ["Mean gradient", "Waves: off"]


def test_what_was_chosen_last_time_and_what_is_no_switch_is_not_read_out(
    given: Given, run_info: Callable[..., RunInfo]
) -> None:
    given.store.update(waves=False, edge_value="signal")
    given.store.update(run=run_info())
    given.store.update(running=True, speed=7)
    assert given.heard == []


def test_what_is_pinned_and_let_go_is_heard_by_name(
    given: Given, snapshot_of: Callable[..., Snapshot]
) -> None:
    view = given.window.network_view
    view.show_displayed_snapshot(snapshot_of())
    view.pin((0, 2))
    view.pin((1, 2, 1), beside=True)
    view.pin((0, 2), beside=True)
    view.clear_selection()
    assert given.heard == [
        "pinned: layer 1, neuron 3",
        "pinned: Connection 3 → 1, gap 2",
        "no longer pinned: layer 1, neuron 3",
        "no longer pinned: Connection 3 → 1, gap 2",
    ]
