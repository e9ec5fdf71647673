"""How the window looks is put on it at once, and is so again next time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.app.app_state import StateStore
from gui.app.settings import Settings
from gui.app.translation import install_language
from gui.presenters.appearance_presenter import AppearancePresenter
from gui.theme.tokens import Theme


class Bar:
    """Stands for the message bar."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def show_message(self, text: str, *_: Any) -> None:
        self.said.append(text)


class Window:
    """Stands for the window: writes down how it looks."""

    def __init__(self) -> None:
        self.message_bar = Bar()
        self.theme = Theme()
        self.is_projecting = False
        self.layouts: list[str] = []
        self.restored: list[bytes] = []

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def show_layout(self, name: str) -> None:
        self.layouts.append(name)
        self.is_projecting = name == "projector"

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
        self.store = StateStore()
        self.presenter = AppearancePresenter(self.window, self.settings, self.store)  # type: ignore[arg-type]


@pytest.fixture
def desk(qapp: QApplication) -> Desk:
    return Desk()


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    install_language(qapp, "en")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_theme_can_be_chosen(desk: Desk, name: str) -> None:
    desk.presenter.set_theme(name)
    assert desk.window.theme.name == desk.store.state.theme == name


def test_larger_type_stays_within_its_bounds(desk: Desk) -> None:
    sizes = []
    for by in (*[0.1] * 12, *[-0.1] * 15):
        desk.presenter.change_scale(by)
        sizes.append(desk.window.theme.scale)
    assert sizes[:3] == [1.1, 1.2, 1.3] and sizes[9:12] == [2.0] * 3
    assert sizes[12] == 1.9 and sizes[23:] == [0.8] * 4
    desk.presenter.set_scale(1.0)
    assert desk.window.theme.scale == desk.store.state.scale == 1.0


@pytest.mark.parametrize(("scale", "projected"), [(0.8, 1.5), (1.5, 1.5), (1.9, 1.9)])
def test_the_projector_has_larger_type_and_wider_lines_and_back_is_as_before(
    desk: Desk, scale: float, projected: float
) -> None:
    desk.presenter.set_scale(scale)
    looks = []
    for _ in range(2):
        desk.presenter.toggle_projector()
        looks.append((desk.store.state.layout, desk.window.theme.scale, desk.window.theme.line_scale))
    assert looks == [("projector", projected, 1.5), ("watch", scale, 1.0)]
    assert desk.window.layouts == ["projector", "watch"] and desk.store.state.scale == scale


def test_the_systems_change_is_followed_only_where_the_system_was_chosen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Light

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    desk.presenter.set_theme("dark")
    in_force = desk.window.theme
    desk.presenter._on_system_scheme_changed()
    # Not even dressed anew, which takes long.
    assert desk.window.theme is in_force and in_force.name == "dark"
    desk.presenter.set_theme("system")
    assert desk.window.theme.name == "light"
    monkeypatch.setattr(Hints, "colorScheme", lambda self: Qt.ColorScheme.Dark)
    desk.presenter._on_system_scheme_changed()
    assert desk.window.theme.name == "dark"


@pytest.mark.usefixtures("english_afterwards")
def test_another_language_is_remembered_and_told_once_it_is_in_force(desk: Desk) -> None:
    heard: list[str] = []
    desk.presenter.language_changed.connect(lambda: heard.append(QApplication.translate("Actions", "Run")))
    desk.presenter.set_language("zh_CN")
    assert heard == ["运行"]
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
