"""Settings in a JSON file: whole or not at all, no code in it, nothing of another window lost."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from gui.app.settings_file import LARGEST_BYTES, SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "of" / "mine" / "settings.json"


def test_what_is_set_is_read_by_the_next_one(path: Path) -> None:
    file = SettingsFile(str(path))
    assert file.value("scale") is None
    file.set_value("scale", 1.5)
    assert file.value("scale") == 1.5
    assert file.save()
    assert SettingsFile(str(path)).value("scale") == 1.5
    assert json.loads(path.read_text()) == {"scale": 1.5}


def test_two_windows_keep_what_each_has_set(path: Path) -> None:
    one, other = SettingsFile(str(path)), SettingsFile(str(path))
    one.set_value("theme", "light")
    other.set_value("scale", 2)
    assert one.save()
    assert other.save()
    assert json.loads(path.read_text()) == {"theme": "light", "scale": 2}


def test_what_is_forgotten_is_gone_from_the_file(path: Path) -> None:
    file = SettingsFile(str(path))
    file.set_value("theme", "light")
    file.save()
    file.clear()
    assert file.value("theme") is None
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"theme=light",
        b"[1, 2]",
        b'"text"',
        b'{"theme": ',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a": "' + b"x" * LARGEST_BYTES + b'"}',
        # What Qt's file may hold to run code; here it is no settings at all.
        b"[General]\ntheme=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x19PySide::PyObjectWrapper\\0\\0\\0\\0\\xe)",
    ],
    ids=["empty", "ini", "list", "text", "half", "no UTF-8", "deep", "huge", "variant"],
)
def test_a_file_without_settings_is_damaged_and_put_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    file = SettingsFile(str(path))
    assert file.is_damaged
    assert file.value("theme") is None
    file.set_value("theme", "light")
    assert file.save()
    assert Path(file.aside).read_bytes() == content
    assert json.loads(path.read_text()) == {"theme": "light"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    file = SettingsFile(str(path))
    assert file.is_damaged
    file.set_value("theme", "light")
    assert file.save()
    assert stat.S_ISREG(path.stat().st_mode)


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    file = SettingsFile(str(tmp_path / "taken" / "settings.json"))
    file.set_value("theme", "light")
    assert not file.save()
    assert file.value("theme") == "light"
