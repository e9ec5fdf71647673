"""Whoever listens hears what a key has switched, and what is pinned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from gui.app import commands as c
from gui.app.app_state import StateStore
from gui.app.settings import Settings
from gui.app.speed_slider import FULL_SPEED
from gui.app.window_frame import WindowFrame
from gui.drawing.drawing_state import ShowStrokes
from gui.presenters import announcement_presenter as module
from gui.presenters import zoom_announcement
from gui.presenters.announcement_presenter import AnnouncementPresenter
from gui.widgets.undoable import Undoable


class Player(QObject):
    """Stands for who tells an update phase by phase."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_led = self.is_frozen = False
        self.words = ""

    def sentence(self) -> str:
        return self.words


class Given:
    """A window without an engine, the state, and what is heard."""

    def __init__(self, window: WindowFrame) -> None:
        self.window, self.store, self.heard = window, StateStore(), list[str]()
        self.player = Player()
        self.presenter = AnnouncementPresenter(
            window,
            self.store,
            self.player,  # type: ignore[arg-type]
            lambda run: f"run {run}",
            window,
        )


@pytest.fixture
def given(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Given]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    given = Given(window)

    def hear(widget: QWidget, sentence: str) -> None:
        assert widget is window.network_view
        given.heard.append(sentence)

    monkeypatch.setattr(module, "announce", hear)
    monkeypatch.setattr(zoom_announcement, "announce", hear)
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
    given.store.update(edge_sign="plus")
    given.store.update(edge_sign="both")
    assert given.heard == ["Mean gradient", "Waves: off", "Only positive", "Both signs"]


def test_the_theme_and_the_language_that_were_chosen_are_heard_by_the_name_of_their_menus(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo]
) -> None:
    given.store.update(theme="light", language="en")
    given.store.update(run=run_info())
    assert heard_after(given, qtbot, theme="dark") == ["Theme: Dark"]
    assert heard_after(given, qtbot, language="zh_CN") == ["Language: 简体中文"]
    assert heard_after(given, qtbot, theme="system", speed=3) == ["Theme: As the system"]
    assert heard_after(given, qtbot, speed=4) == []


def test_the_size_of_type_and_whether_panels_can_be_moved_are_heard(
    given: Given, run_info: Callable[..., RunInfo]
) -> None:
    given.store.update(run=run_info())
    for size in (1.1, 1.25, 1.75, 1.0, 2.0):
        given.store.update(scale=size)
    # The larger type of another layout is not one that was asked for.
    given.store.update(layout="projector")
    given.store.update(projector_scale=2.0)
    for _ in range(2):
        given.window.actions_["action_unlock_panels"].trigger()
    sizes = [f"Size of type: {size} %" for size in (110, 125, 175, 100, 200)]
    unlocked = ["Unlock the panels: on", "Unlock the panels: off"]
    assert given.heard == [*sizes, "Projector", "Size of type: 200 %", *unlocked]


def test_what_was_chosen_last_time_and_what_is_no_switch_is_not_read_out(
    given: Given, run_info: Callable[..., RunInfo]
) -> None:
    given.store.update(waves=False, edge_value="signal")
    given.store.update(run=run_info())
    given.store.update(speed=7)
    assert given.heard == [] and not given.presenter._rest.isActive()


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
        "pinned: Connection neuron 3 → output 1, gap 2",
        "no longer pinned: layer 1, neuron 3",
        "no longer pinned: Connection neuron 3 → output 1, gap 2",
    ]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("layout", "examine", "Examine"),
        ("layout", "projector", "Projector"),
        ("edge_budget", "8", "8 a neuron"),
        ("edge_value", "signal", "Signal"),
        ("side", True, "Side by side: on"),
        ("trains_both", True, "Train both: on"),
    ],
)
def test_what_is_chosen_is_heard(
    given: Given, run_info: Callable[..., RunInfo], field: str, value: object, words: str
) -> None:
    given.store.update(run=run_info())
    given.heard.clear()
    given.store.update(**{field: value})
    assert given.heard == [words]


def heard_after(given: Given, qtbot: QtBot, **changes: object) -> list[str]:
    """What is said once these changes of the state have rested."""
    given.heard.clear()
    given.store.update(**changes)
    if given.presenter._rest.isActive():
        given.presenter._rest.setInterval(0)
        given.presenter._rest.start()
        qtbot.waitUntil(lambda: not given.presenter._rest.isActive())
    return list(given.heard)


def test_the_training_and_the_way_through_time_are_heard(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]
) -> None:
    view, info = given.window.network_view, run_info()

    def at(update: int) -> None:
        view.show_displayed_snapshot(replace(snapshot_of(), run=info.run, update=update))

    at(0)
    given.store.update(run=info)
    assert heard_after(given, qtbot, running=True) == ["the training runs"]
    at(1200)
    assert heard_after(given, qtbot, running=False) == ["paused at update 1,200"]
    # One update, in which the training runs for a moment: only where it leads to is told.
    given.store.update(running=True)
    at(1201)
    assert heard_after(given, qtbot, running=False) == ["update 1,201"]
    # A key that is held down: five updates back, one sentence. Not before the picture is there.
    for moment in (1200, 1199, 1198, 1197):
        given.store.update(moment=moment)
    at(1196)
    assert heard_after(given, qtbot, moment=1196) == ["update 1,196, looking back"]
    at(1201)
    assert heard_after(given, qtbot, moment=None) == ["update 1,201"]
    # Who goes back while it trains has it paused, at another update than is shown then.
    assert heard_after(given, qtbot, running=True) == ["the training runs"]
    at(1100)
    assert heard_after(given, qtbot, running=False, moment=1100) == ["paused, update 1,100, looking back"]
    at(1201)
    given.store.update(moment=None)
    # Another run is another story.
    assert heard_after(given, qtbot, run=replace(info, run=info.run + 1)) == []


def test_which_run_one_goes_back_to_is_heard_and_not_one_that_begins(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo]
) -> None:
    info = run_info()
    first, second = (replace(info, run=info.run + more, update=1632 * more) for more in (0, 1))
    given.store.update(run=first)
    assert heard_after(given, qtbot, run=second) == []
    given.presenter.tell_run(first.run)
    assert heard_after(given, qtbot, run=first) == [f"run {first.run}, on screen, update 0"]
    # The engine takes its time.
    given.presenter.tell_run(second.run)
    assert heard_after(given, qtbot) == []
    assert heard_after(given, qtbot, run=second) == [f"run {second.run}, on screen, update 1,632"]
    # Where A and B change places, both are told of and none besides.
    given.store.update(side=True)
    given.presenter.tell_run(first.run)
    given.window.actions_.issued.emit(c.SwapSides())
    assert not any("on screen" in words for words in heard_after(given, qtbot, run=first))


def test_each_phase_that_a_key_leads_to_is_heard_and_neither_a_run_nor_a_pause(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]
) -> None:
    view, info, player = given.window.network_view, run_info(), given.player
    view.show_displayed_snapshot(replace(snapshot_of(), run=info.run, update=20))
    given.store.update(run=info)

    def heard(words: str, is_frozen: bool, **changes: object) -> list[str]:
        player.is_led, player.is_frozen, player.words = True, is_frozen, words
        given.heard.clear()
        given.store.update(**changes)
        given.presenter._tell_standing()
        return list(given.heard)

    assert heard("Layer 1: it adds up.", False, playing=True) == []
    assert heard("Layer 1: it adds up.", True, playing=False) == ["Layer 1: it adds up."]
    assert heard("Layer 2: it adds up.", False, playing=True) == []
    assert heard("Layer 2: it adds up.", True, playing=False) == ["Layer 2: it adds up."]
    # It is over: what it came to is shown.
    view.show_displayed_snapshot(replace(snapshot_of(), run=info.run, update=21))
    player.is_led = False
    given.heard.clear()
    player.is_frozen, player.words = False, ""
    given.presenter._tell_standing()
    assert given.heard == ["update 21"]
    # One that plays by itself and is held says where.
    assert heard_after(given, qtbot, playing=True) == ["the training runs"]
    assert heard("C is there.", True, playing=False) == ["C is there."]


def test_where_nothing_moves_a_phase_is_heard_as_soon_as_a_key_has_led_to_it(
    given: Given, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]
) -> None:
    view, info, player = given.window.network_view, run_info(), given.player
    view.show_displayed_snapshot(replace(snapshot_of(), run=info.run, update=20))
    given.store.update(run=info, reduced_motion=True)
    given.heard.clear()

    def tell(words: str, is_frozen: bool) -> list[str]:
        given.heard.clear()
        player.is_led, player.is_frozen, player.words = True, is_frozen, words
        given.store.update(playing=not is_frozen)
        given.presenter._rest.stop()
        given.presenter._tell_standing()
        assert given.presenter._rest.isActive() is not is_frozen, "the engine's answer may come later"
        given.presenter._rest.stop()
        return list(given.heard)

    assert tell("", False) == [], "it is on its way from the engine"
    assert tell("Layer 1: it adds up.", False) == ["Layer 1: it adds up."]
    assert tell("Layer 2: it adds up.", False) == ["Layer 2: it adds up."]
    # It is not told of again at its end.
    assert tell("Layer 2: it adds up.", True) == []
    assert tell("Layer 3: it adds up.", False) == ["Layer 3: it adds up."]


def test_an_update_is_not_told_of_before_it_is_on_screen(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]
) -> None:
    view, info = given.window.network_view, run_info()
    view.show_displayed_snapshot(replace(snapshot_of(), run=info.run, update=9))
    given.store.update(run=info)
    given.presenter._rest.setInterval(0)
    given.store.update(moment=4)
    given.presenter._tell_standing()
    assert given.heard == [] and given.presenter._rest.isActive()
    view.show_displayed_snapshot(replace(snapshot_of(), run=info.run, update=4))
    qtbot.waitUntil(lambda: given.heard == ["update 4, looking back"])


def test_the_speed_that_a_key_leads_to_is_heard_at_its_ends_too(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo]
) -> None:
    given.store.update(run=run_info())
    window = given.window
    for command, position, words in (
        (c.ChangeSpeed(5), FULL_SPEED - 1, "1,000 updates/s"),
        (c.ToggleFullSpeed(), FULL_SPEED, "full speed"),
        (c.ChangeSpeed(5), FULL_SPEED, "full speed"),
        (c.ChangeSpeed(-5), 0, "slow motion: each phase of an update lasts 2 s"),
    ):
        window.speed.set_speed(position)
        window.actions_.issued.emit(command)
        assert heard_after(given, qtbot, speed=position) == [words]


def test_how_much_the_network_is_enlarged_is_heard(
    given: Given, snapshot_of: Callable[..., Snapshot], qtbot: QtBot
) -> None:
    view = given.window.network_view
    given.window.show()
    view.show_displayed_snapshot(snapshot_of())
    view.enlarge()
    view.show_zoomed(1.6, 100, 100)
    # 1.25 · 1.25 · 1.6
    qtbot.waitUntil(lambda: given.heard == ["The network is enlarged 2.5 times."])
    view.show_moved(20, 0)
    view.reduce()
    view.show_whole()
    qtbot.waitUntil(lambda: given.heard[1:] == ["All of the network is in sight."])
    view.show_whole()
    view.reduce()
    assert len(given.heard) == 2


def test_which_step_was_undone_and_redone_is_heard_also_where_another_run_comes(given: Given) -> None:
    menus, stack = given.window.menus, given.window.undo_stack
    stack.push(Undoable(lambda: "New weights", lambda _: None, "new", "old"))
    stack.push(Undoable(lambda: "Pen stroke", lambda _: None, "on", "off"))
    assert given.heard == []
    for action in (menus.undo_action, menus.undo_action, menus.redo_action):
        action.trigger()
    assert given.heard == ["undone: Pen stroke", "undone: New weights", "redone: New weights"]
    given.heard.clear()
    # What a step that is taken says by itself is no undoing.
    stack.undo()
    assert given.heard == []


@pytest.mark.parametrize("name", ["message_action_0", "tool_undo"])
def test_undo_is_heard_whichever_button_it_is_pressed_at(given: Given, qtbot: QtBot, name: str) -> None:
    window, stack = given.window, given.window.undo_stack
    window.show()
    stack.push(Undoable(lambda: "Pen stroke", lambda _: None, ShowStrokes(()), "old"))
    window.message_bar.offer_undo("All is as it was.", stack)
    button = window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert stack.index() == 0 and given.heard == ["undone: Pen stroke"]


def test_which_networks_stand_side_by_side_is_heard_when_they_have_changed_places(
    given: Given, qtbot: QtBot, run_info: Callable[..., RunInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    given.store.update(run=run_info())
    swap = given.window.actions_.issued
    swap.emit(c.SwapSides())
    assert not given.presenter._rest.isActive()
    given.store.update(side=True)
    for header, name in zip(given.window.network_area.side_area.headers, ("seed 1", "seed 0"), strict=True):
        said = [(9, name), (8, "update 12"), (7, "L = 3")]
        monkeypatch.setattr(header, "statements", lambda said=said: said)
    swap.emit(c.SwapSides())
    assert heard_after(given, qtbot) == ["Network A: seed 1, update 12. Network B: seed 0, update 12"]
    assert heard_after(given, qtbot, speed=3) == []
