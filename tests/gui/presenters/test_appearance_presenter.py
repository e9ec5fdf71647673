"""What is chosen to be seen reaches the window, the state and the settings, and is so again next time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.nn.architecture import Architecture
from gui.app.app_state import AppState, StateStore
from gui.app.settings import Settings
from gui.app.settings_file import SettingsFile
from gui.app.translation import install_language
from gui.network.geometry.layout import make_layout
from gui.presenters.appearance_presenter import AppearancePresenter
from gui.theme.tokens import Theme
from tests.core.small_snapshots import snapshot_of as take

SWITCHES = [
    each.name
    for each in fields(AppState)
    if each.type == "bool" and each.name not in ("running", "playing", "is_lost", "side", "trains_both")
]


class Heard:
    """Stands for the network and its view's presenter: writes down what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *values: self.asked.append((name, *values))


class View(Heard, QObject):
    """Stands for the picture of the network, at first of none."""

    sign_changed = Signal(int)
    displayed_snapshot: Any = None
    layout_shown: Any = None

    def __init__(self) -> None:
        QObject.__init__(self)
        Heard.__init__(self)


class Bar:
    """Stands for the message bar."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def show_message(self, text: Any, *_: Any) -> None:
        self.said.append(text() if callable(text) else text)


class LanguageTurns:
    """Counts how often the texts are to be renewed."""

    def __init__(self) -> None:
        self.begun = 0

    def begin(self) -> None:
        self.begun += 1


class Window:
    """Stands for the window: writes down how it looks."""

    def __init__(self) -> None:
        self.message_bar = Bar()
        self.network_view = View()
        self.key_bindings = Heard()
        self.language_turns = LanguageTurns()
        self.theme, self.is_theme_at_once = Theme(), False
        self.layouts: list[str] = []
        self.restored: list[bytes] = []

    def set_theme(self, theme: Theme, at_once: bool = False) -> None:
        self.theme, self.is_theme_at_once = theme, at_once

    def show_layout(self, name: str) -> None:
        self.layouts.append(name)

    def saveGeometry(self) -> QByteArray:
        return QByteArray(b"geometry")

    def saveState(self) -> QByteArray:
        return QByteArray(b"state")

    def restoreGeometry(self, geometry: QByteArray) -> bool:
        self.restored.append(geometry.data())
        return geometry.data() == b"geometry"

    def restoreState(self, state: QByteArray) -> None:
        self.restored.append(state.data())


class Desk:
    """A presenter, its window, and what it keeps."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.window, self.settings = Window(), settings or Settings.in_memory()
        self.network, self.store = Heard(), StateStore()
        self.presenter = AppearancePresenter(
            self.window,  # type: ignore[arg-type]
            self.network,  # type: ignore[arg-type]
            self.settings,
            self.store,
        )


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    return Desk()


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    install_language(qapp, "en")


def test_a_choice_is_in_the_file_soon_though_nobody_closes_the_window(
    qtbot: QtBot, tmp_path: Path, english_afterwards: None
) -> None:
    file = tmp_path / "settings.json"
    presenter = Desk(Settings(SettingsFile(str(file)))).presenter
    presenter._keeping.setInterval(0)
    presenter.choose("language", "zh_CN")
    presenter.choose_several({"scale": 1.5})
    qtbot.waitUntil(file.exists)
    again = Settings(SettingsFile(str(file)))
    assert (again.language, again.scale) == ("zh_CN", 1.5)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_theme_can_be_chosen(desk: Desk, name: str) -> None:
    desk.presenter.choose("theme", name)
    assert desk.window.theme.name == desk.store.state.theme == name


def test_a_look_that_comes_with_another_layout_comes_at_once(desk: Desk) -> None:
    desk.presenter.choose("layout", "projector")
    assert desk.window.is_theme_at_once
    desk.presenter.choose("theme", "light")
    assert not desk.window.is_theme_at_once


def test_several_choices_at_once_are_one_look(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Theme] = []
    monkeypatch.setattr(desk.window, "set_theme", looks.append)
    desk.presenter.choose_several({"theme": "light", "scale": 1.5, "projector_scale": 2.0, "waves": False})
    assert looks == [Theme("light", 1.5)]
    state, settings = desk.store.state, desk.settings
    assert (state.theme, state.scale, state.projector_scale, state.waves) == ("light", 1.5, 2.0, False)
    assert (settings.theme, settings.scale, settings.projector_scale, settings.waves) == (
        "light",
        1.5,
        2.0,
        False,
    )


def test_larger_type_stays_within_its_bounds(desk: Desk) -> None:
    sizes = []
    for by in (*[1] * 9, *[-1] * 11):
        desk.presenter.change_scale(by)
        sizes.append(desk.window.theme.scale)
    assert sizes[:9] == [1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.0, 3.0]
    assert sizes[9:] == [2.5, 2.0, 1.75, 1.5, 1.25, 1.1, 1.0, 0.9, 0.8, 0.8, 0.8]
    desk.presenter.choose("scale", 1.0)
    assert desk.window.theme.scale == desk.store.state.scale == 1.0


@pytest.mark.parametrize(("scale", "projected"), [(0.8, 1.5), (1.5, 1.5), (1.9, 1.5)])
def test_the_projector_has_larger_type_and_wider_lines_and_back_is_as_before(
    desk: Desk, scale: float, projected: float
) -> None:
    desk.presenter.choose("scale", scale)
    looks = []
    for _ in range(2):
        desk.presenter.toggle_projector()
        looks.append((desk.store.state.layout, desk.window.theme.scale, desk.window.theme.line_scale))
    assert looks == [("projector", projected, 1.5), ("watch", scale, 1.0)]
    assert desk.window.layouts == ["projector", "watch"] and desk.store.state.scale == scale


@pytest.mark.parametrize("before", ["watch", "examine"])
def test_back_from_the_projector_is_the_layout_that_was_there(desk: Desk, before: str) -> None:
    desk.presenter.choose("layout", before)
    for _ in range(2):
        desk.presenter.toggle_projector()
    assert desk.window.layouts == [before, "projector", before] and desk.store.state.layout == before


def test_every_press_in_the_projectors_layout_is_seen_there_and_nowhere_else(desk: Desk) -> None:
    desk.presenter.choose("scale", 1.1)
    desk.presenter.toggle_projector()
    sizes = []
    for by in (1, 1, 1, 1, 1, -1):
        desk.presenter.change_scale(by)
        sizes.append(desk.window.theme.scale)
    assert sizes == [1.75, 2.0, 2.5, 3.0, 3.0, 2.5]
    desk.presenter.choose("scale", 1.0)
    assert desk.window.theme.scale == 1.5 and desk.settings.projector_scale == 1.5
    # By name it is the size itself.
    desk.presenter.choose("projector_scale", 1.25)
    assert desk.window.theme.scale == 1.25
    desk.presenter.choose("projector_scale", 9.0)
    assert desk.window.theme.scale == desk.settings.projector_scale == 3.0
    desk.presenter.choose("scale", 1.0)
    desk.presenter.change_scale(2)
    desk.presenter.toggle_projector()
    assert desk.window.theme.scale == desk.settings.scale == 1.1
    desk.presenter.toggle_projector()
    assert desk.window.theme.scale == 2.0


def test_the_systems_change_is_followed_only_where_the_system_was_chosen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Light

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    desk.presenter.choose("theme", "dark")
    in_force = desk.window.theme
    desk.presenter._on_system_scheme_changed()
    # Not even dressed anew, which takes long.
    assert desk.window.theme is in_force and in_force.name == "dark"
    desk.presenter.choose("theme", "system")
    assert desk.window.theme.name == "light"
    monkeypatch.setattr(Hints, "colorScheme", lambda self: Qt.ColorScheme.Dark)
    desk.presenter._on_system_scheme_changed()
    assert desk.window.theme.name == "dark"


@pytest.mark.usefixtures("english_afterwards")
def test_another_language_is_remembered_and_told_once_it_is_in_force(desk: Desk) -> None:
    heard: list[str] = []
    desk.presenter.language_changed.connect(lambda: heard.append(QApplication.translate("Actions", "Run")))
    desk.presenter.choose("language", "zh_CN")
    assert heard == ["运行"] and desk.window.language_turns.begun == 1
    assert desk.settings.language == desk.store.state.language == "zh_CN"


@pytest.mark.parametrize(("kept", "shown"), [(1.3, 1.3), (0.8, 0.8), (2.0, 2.0)])
def test_the_look_that_was_left_is_taken_up(qapp: QApplication, kept: float, shown: float) -> None:
    settings = Settings.in_memory()
    settings.theme, settings.scale = "light", kept
    desk = Desk(settings)
    desk.presenter.restore()
    assert (desk.window.theme.name, desk.window.theme.scale) == ("light", shown)
    assert (desk.store.state.theme, desk.store.state.scale) == ("light", shown)
    assert desk.window.message_bar.said == []


def test_settings_that_could_not_be_read_are_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.settings, "problem", lambda: "Nothing can be kept.")
    desk.presenter.restore()
    assert desk.window.message_bar.said == ["Nothing can be kept."]


def test_what_was_chosen_is_remembered(desk: Desk) -> None:
    desk.store.update(theme="light", scale=1.1, speed=77, waves=False, reduced_motion=True)
    desk.presenter.remember()
    kept = desk.settings
    assert (kept.theme, kept.scale, kept.speed, kept.waves, kept.reduced_motion) == (
        "light",
        1.1,
        77,
        False,
        True,
    )
    assert kept.geometry == QByteArray(b"geometry") and kept.window_state == QByteArray(b"state")


def test_where_the_panels_stand_for_the_projector_is_not_remembered(desk: Desk) -> None:
    desk.presenter.toggle_projector()
    desk.presenter.remember()
    assert desk.settings.geometry is None and desk.settings.window_state is None


@pytest.mark.parametrize(
    ("geometry", "state", "restored", "done"),
    [
        (None, b"state", [], False),
        (b"geometry", None, [b"geometry"], True),
        (b"geometry", b"state", [b"geometry", b"state"], True),
        (b"of another screen", b"state", [b"of another screen"], False),
    ],
)
def test_the_window_stands_where_it_was_as_far_as_that_is_known(
    desk: Desk, geometry: bytes | None, state: bytes | None, restored: list[bytes], done: bool
) -> None:
    if geometry is not None:
        desk.settings.geometry = QByteArray(geometry)
    if state is not None:
        desk.settings.window_state = QByteArray(state)
    assert desk.presenter.restore_geometry() is done and desk.window.restored == restored


def test_which_number_is_drawn_is_asked_of_the_network_and_kept_in_the_state(desk: Desk) -> None:
    desk.presenter.choose("edge_value", "gradient")
    assert desk.network.asked == [("set_edge_picture", "gradient")]
    assert desk.store.state.edge_value == "gradient"


@pytest.mark.parametrize(("budget", "asked"), [("4", 4), ("48", 48), ("all", None)])
def test_how_many_connections_are_drawn_is_remembered(desk: Desk, budget: str, asked: int | None) -> None:
    desk.presenter.choose("edge_budget", budget)
    assert desk.network.asked == [("set_edge_budget", asked)]
    assert desk.store.state.edge_budget == desk.settings.edge_budget == budget


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("same_scale", "set_same_scale"),
        ("scales_locked", "set_scales_locked"),
        ("expanded", "expand"),
        ("preferred_classes", "set_preferred_classes"),
        ("tiles_of_example", "set_tiles_of_example"),
    ],
)
def test_a_switch_is_the_views_on_and_off_again(desk: Desk, name: str, verb: str) -> None:
    for on in (True, False):
        desk.presenter.toggle(name)
        assert getattr(desk.store.state, name) is on
    assert desk.window.network_view.asked == [(verb, True), (verb, False)] and desk.network.asked == []


@pytest.mark.parametrize(("name", "sign"), [("plus", 1), ("minus", -1), ("both", 0)])
def test_the_sign_that_is_drawn_is_chosen_by_a_command_and_by_a_press_in_the_picture(
    desk: Desk, name: str, sign: int
) -> None:
    desk.presenter.choose("edge_sign", name)
    assert desk.window.network_view.asked == [("set_sign", sign)]
    desk.window.network_view.sign_changed.emit(-1)
    assert desk.store.state.edge_sign == "minus"
    desk.window.network_view.sign_changed.emit(sign)
    assert desk.store.state.edge_sign == name and len(desk.window.network_view.asked) == 1


def test_every_switch_of_the_state_can_be_switched(desk: Desk) -> None:
    for name in SWITCHES:
        before = getattr(desk.store.state, name)
        desk.presenter.toggle(name)
        assert getattr(desk.store.state, name) is not before, name


def test_signal_animations_travel_only_where_motion_is_not_reduced(desk: Desk) -> None:
    for name in ("waves", "waves", "reduced_motion", "waves", "reduced_motion"):
        desk.presenter.toggle(name)
    # On at first: off, on, reduced, off and reduced, off.
    moving = [False, True, False, False, False]
    assert desk.network.asked == [("set_signal_animation", on) for on in moving]


@pytest.mark.parametrize(("how", "verb"), [("in", "enlarge"), ("out", "reduce"), ("fit", "show_whole")])
def test_the_view_is_enlarged_reduced_and_shown_whole(desk: Desk, how: str, verb: str) -> None:
    desk.presenter.zoom(how)
    assert desk.window.network_view.asked == [(verb,)]


@pytest.mark.parametrize(
    ("waves", "reduced", "moving"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_what_was_chosen_last_time_is_taken_up(
    qapp: QApplication, waves: bool, reduced: bool, moving: bool
) -> None:
    settings = Settings.in_memory()
    settings.edge_budget, settings.waves, settings.reduced_motion = "8", waves, reduced
    desk = Desk(settings)
    desk.presenter.restore()
    state = desk.store.state
    assert (state.edge_budget, state.waves, state.reduced_motion) == ("8", waves, reduced)
    assert desk.network.asked == [("set_edge_budget", 8), ("set_signal_animation", moving)]


def test_where_nothing_is_folded_that_is_said(desk: Desk) -> None:
    view = desk.window.network_view
    view.displayed_snapshot = take(
        Architecture.dense((30,)).with_outputs(10).network((256,)), np.ones(256, np.float32), 1
    )
    view.layout_shown = make_layout((256, 30, 10), 800, 506, Theme())
    desk.presenter.toggle("expanded")
    desk.presenter.toggle("expanded")
    assert view.asked == [("expand", True), ("expand", False)]
    (said,) = desk.window.message_bar.said
    assert "No layer is folded" in said


@pytest.mark.parametrize("name", ["preferred_classes", "tiles_of_example"])
def test_what_has_no_room_at_the_neurons_is_said_and_not_passed_over(desk: Desk, name: str) -> None:
    view = desk.window.network_view
    view.displayed_snapshot = take(
        Architecture.dense((300,)).with_outputs(10).network((256,)), np.ones(256, np.float32), 1
    )
    view.layout_shown = make_layout((256, 300, 10), 800, 506, Theme())
    desk.presenter.toggle(name)
    assert view.asked[-1] == (f"set_{name}", True)
    (said,) = desk.window.message_bar.said
    assert "Nearer" in said
    # Switched off there is nothing to be refused.
    desk.presenter.toggle(name)
    assert view.asked[-1] == (f"set_{name}", False) and desk.window.message_bar.said == [said]
