"""The program that makes MP4 is found where it is, and asked for where it is not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gui.export.video_encoder import problem_with_video, video_encoder


def test_it_is_found_as_soon_as_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert video_encoder() is None and problem_with_video() != ""
    program = tmp_path / "ffmpeg"
    program.touch()
    program.chmod(0o755)
    assert video_encoder() == str(program) and problem_with_video() == ""


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("linux", "“sudo apt install ffmpeg”"),
        ("darwin", "“brew install ffmpeg”"),
        ("win32", "“winget install ffmpeg”"),
        ("freebsd14", "install it and save again"),
    ],
)
def test_each_system_is_told_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, command: str
) -> None:
    monkeypatch.setattr("gui.export.video_encoder.video_encoder", lambda: None)
    monkeypatch.setattr(sys, "platform", platform)
    assert command in problem_with_video() and problem_with_video().endswith("or choose GIF or WebP.")
