"""What is remembered, and what is said when nothing can be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.app.settings import Settings
from gui.app.settings_file import SettingsFile


def settings_in(folder: Path) -> Settings:
    return Settings(SettingsFile(str(folder / "backlight.json")))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, as Qt sees it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "usual", "chosen"),
    [
        ("theme", "system", "light"),
        ("language", "system", "zh_CN"),
        ("scale", 1.0, 1.3),
        ("speed", 60, 100),
        ("edge_budget", "16", "all"),
        ("curve", "loss", "noise"),
        ("smoothing", 0, 512),
        ("waves", True, False),
        ("reduced_motion", False, True),
        ("geometry", None, QByteArray(b"\x01\x00where it was")),
        ("window_state", None, QByteArray(b"\xff\x00panels")),
    ],
)
def test_a_choice_is_usual_at_first_and_kept_for_the_next_session(
    tmp_path: Path, name: str, usual: object, chosen: object
) -> None:
    first = settings_in(tmp_path)
    assert getattr(first, name) == usual
    setattr(first, name, chosen)
    assert getattr(first, name) == chosen
    first.sync()
    assert getattr(settings_in(tmp_path), name) == chosen


@pytest.mark.parametrize(
    ("stored", "name", "read"),
    [
        ("pink", "theme", "system"),
        (["light"], "theme", "system"),
        ("fr", "language", "system"),
        ("-3", "edge_budget", "16"),
        ("gradients", "curve", "loss"),
        (63, "smoothing", 0),
        (64.0, "smoothing", 0),
        ([64], "smoothing", 0),
        (False, "smoothing", 0),
        ("nan", "scale", 1.0),
        ("large", "scale", 1.0),
        (None, "scale", 1.0),
        (99, "scale", 3.0),
        ("tall", "projector_scale", 1.5),
        (0, "scale", 0.8),
        ("inf", "speed", 60),
        (-7, "speed", 0),
        ("perhaps", "waves", True),
        (12, "geometry", None),
        ("no base 64!", "geometry", None),
    ],
)
def test_what_makes_no_sense_reads_as_usual_or_as_the_nearest_that_does(
    tmp_path: Path, stored: object, name: str, read: object
) -> None:
    (tmp_path / "backlight.json").write_text(json.dumps({name: stored}))
    assert getattr(settings_in(tmp_path), name) == read


def test_the_command_line_decides_for_this_session_only(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.theme = "light"
    settings.override("theme", "dark")
    assert settings.theme == "dark"
    # Remembering what is in force at the end must not turn it into the user's own choice.
    settings.theme = "dark"
    settings.sync()
    assert settings_in(tmp_path).theme == "light"


def test_what_the_user_chooses_afterwards_is_kept(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.override("language", "en")
    settings.language = "zh_CN"
    settings.sync()
    assert settings.language == "zh_CN"
    assert settings_in(tmp_path).language == "zh_CN"


def test_reset_forgets_earlier_sittings(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.theme = "light"
    settings.sync()
    settings.reset()
    assert settings.theme == "system"
    assert settings_in(tmp_path).theme == "system"


def test_those_in_memory_touch_no_file(home: Path) -> None:
    settings = Settings.in_memory()
    settings.theme = "light"
    settings.reset()
    settings.waves = False
    settings.sync()
    assert (settings.theme, settings.waves) == ("system", False)
    assert settings.problem() is None
    assert list(home.iterdir()) == []


def test_those_of_the_user_are_in_a_file_of_their_own(home: Path) -> None:
    settings = Settings.of_user()
    settings.theme = "light"
    settings.sync()
    assert settings.problem() is None
    assert [path.relative_to(home).as_posix() for path in home.rglob("*.*")] == ["Backlight/backlight.json"]
    assert Settings.of_user().theme == "light"


def test_an_unwritable_folder_is_said_and_everything_goes_on(home: Path) -> None:
    # A file where the folder should be: nobody can write into it, not even an administrator.
    (home / "Backlight").write_text("")
    settings = Settings.of_user()
    settings.theme = "light"
    settings.sync()
    problem = settings.problem()
    assert problem is not None
    assert "not kept" in problem
    assert "backlight.json" in problem
    assert settings.theme == "light"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root can write to")
def test_a_home_that_can_only_be_read_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/proc/no-such-home")
    problem = Settings.of_user().problem()
    assert problem is not None
    assert "can't be written" in problem


def test_without_a_home_nothing_is_kept_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    settings = Settings.of_user()
    settings.theme = "light"
    settings.sync()
    problem = settings.problem()
    assert problem is not None
    assert "HOME" in problem
    assert settings.theme == "light"
    assert Settings.of_user().theme == "system"


def test_a_damaged_file_is_said_and_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "backlight.json"
    file.write_bytes(b'{"theme": "light", \x00\xff')
    settings = settings_in(tmp_path)
    assert (settings.theme, settings.waves) == ("system", True)
    problem = settings.problem()
    assert problem is not None
    assert "damaged" in problem
    assert (tmp_path / "backlight.json.damaged").read_bytes() == b'{"theme": "light", \x00\xff'
    # It has been written anew by now.
    assert settings_in(tmp_path).problem() is None


@pytest.mark.parametrize(
    ("stored", "mb"), [(None, 256), ("much", 256), (64, 64), ("512", 512), (1, 16), (10**9, 16_384)]
)
def test_the_memory_for_the_past_stays_within_its_bounds(stored: object, mb: int) -> None:
    settings = Settings.in_memory()
    settings.store("history_mb", stored)
    assert settings.history_mb == mb and isinstance(settings.history_mb, int)
