"""A file is written whole or not at all; and what goes wrong is one sentence."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from gui.app.background_task import BackgroundTask, RefusedError
from gui.export.file_writer import problem_with_path, save_bytes, write_file


@pytest.fixture
def writer(qtbot):
    writer = BackgroundTask("files")
    yield writer
    assert writer.stop()


def hear(writer: BackgroundTask) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    writer.succeeded.connect(lambda path: heard.append(("written", path)))
    writer.refused.connect(lambda sentence: heard.append(("refused", sentence)))
    writer.cancelled.connect(lambda: heard.append(("cancelled", "")))
    return heard


def test_the_bytes_are_made_and_written(writer, qtbot, tmp_path):
    heard, path = hear(writer), tmp_path / "a.png"
    writer.start(partial(write_file, lambda _stop: b"bytes", str(path)))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("written", str(path))] and path.read_bytes() == b"bytes"


@pytest.mark.parametrize("how", ["cancel", "stop"])
def test_stopped_it_leaves_the_older_file_as_it_was(writer, tmp_path, how):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")

    def make(stop: Event) -> bytes:
        stop.wait(10)
        return b"newer"

    writer.start(partial(write_file, make, str(path)))
    getattr(writer, how)()
    assert writer.stop()
    assert path.read_bytes() == b"older" and os.listdir(tmp_path) == ["a.png"]


def test_what_cannot_be_made_is_said(writer, qtbot, tmp_path):
    def make(_stop: Event) -> bytes:
        raise RefusedError("It could not be made.")

    heard = hear(writer)
    writer.start(partial(write_file, make, str(tmp_path / "a.mp4")))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("refused", "It could not be made.")] and not os.listdir(tmp_path)


def test_what_cannot_be_written_is_said(writer, qtbot, tmp_path):
    heard, path = hear(writer), str(tmp_path / "nowhere" / "a.png")
    writer.start(partial(write_file, lambda _stop: b"bytes", path))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] == "refused" and heard[0][1].startswith(f"{path} could not be written: ")


def test_a_folder_that_is_not_there_is_said_before_and_after(tmp_path):
    path = str(tmp_path / "nowhere" / "a.png")
    for sentence in (problem_with_path(path), save_bytes(b"bytes", path)):
        assert sentence.startswith(f"{path} could not be written: ")
        assert sentence.endswith(". Choose a folder that you may write to.")
    assert not os.listdir(tmp_path)


def test_what_is_no_file_is_not_replaced(tmp_path):
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        assert problem_with_path(str(path)) == f"{path} is no file. Choose a name for the new file."


def test_trying_changes_nothing(tmp_path: Path):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    assert problem_with_path(str(path)) == problem_with_path(str(tmp_path / "b.png")) == ""
    assert path.read_bytes() == b"older" and os.listdir(tmp_path) == ["a.png"]


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit of a file's size to play a full disk"
)
@pytest.mark.parametrize("size", [10_000, 1_000_000], ids=["kept by Qt till the end", "written at once"])
def test_where_no_room_is_left_that_is_said_and_the_older_file_stays(tmp_path, size):
    import resource

    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        sentence = save_bytes(b"x" * size, str(path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "Make room there" in sentence and str(path) in sentence
    assert path.read_bytes() == b"older" and os.listdir(tmp_path) == ["a.png"]
