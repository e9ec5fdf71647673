"""A file is written whole or not at all, on a thread that ends; and what goes wrong is one sentence."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest

from gui.export.file_writer import ExportError, FileWriter, complaint_about, save_bytes


@pytest.fixture
def writer(qtbot):
    writer = FileWriter()
    yield writer
    assert writer.stop()


def hear(writer: FileWriter) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    writer.written.connect(lambda path: heard.append(("written", path)))
    writer.refused.connect(lambda sentence: heard.append(("refused", sentence)))
    writer.stopped.connect(lambda: heard.append(("stopped", "")))
    writer.failed.connect(lambda details: heard.append(("failed", details)))
    return heard


def test_the_bytes_are_made_on_another_thread_and_written(writer, qtbot, tmp_path):
    threads = []

    def make(_stop: Event) -> bytes:
        threads.append(current_thread() is main_thread())
        return b"bytes"

    heard, path = hear(writer), tmp_path / "a.png"
    writer.write(make, str(path))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("written", str(path))] and path.read_bytes() == b"bytes" and threads == [False]


def test_stopped_it_leaves_the_older_file_as_it_was(writer, qtbot, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")

    def make(stop: Event) -> bytes:
        stop.wait(10)
        return b"newer"

    heard = hear(writer)
    writer.write(make, str(path))
    writer.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("stopped", "")] and path.read_bytes() == b"older" and os.listdir(tmp_path) == ["a.png"]


def test_what_cannot_be_made_is_said(writer, qtbot, tmp_path):
    def make(_stop: Event) -> bytes:
        raise ExportError("It could not be made.")

    heard = hear(writer)
    writer.write(make, str(tmp_path / "a.mp4"))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("refused", "It could not be made.")] and not os.listdir(tmp_path)


def test_an_error_that_nobody_expected_is_told_and_ends_the_export(writer, qtbot, tmp_path):
    def make(_stop: Event) -> bytes:
        raise ZeroDivisionError

    heard = hear(writer)
    writer.write(make, str(tmp_path / "a.gif"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [kind for kind, _ in heard] == ["failed", "stopped"] and "ZeroDivisionError" in heard[0][1]


def test_a_folder_that_is_not_there_is_said_before_and_after(tmp_path):
    path = str(tmp_path / "nowhere" / "a.png")
    for sentence in (complaint_about(path), save_bytes(b"bytes", path)):
        assert sentence.startswith(f"{path} could not be written: ")
        assert sentence.endswith(". Choose a folder that you may write to.")
    assert not os.listdir(tmp_path)


def test_what_is_no_file_is_not_replaced(tmp_path):
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        assert complaint_about(str(path)) == f"{path} is no file. Choose a name for the new file."


def test_trying_changes_nothing(tmp_path: Path):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    assert complaint_about(str(path)) == complaint_about(str(tmp_path / "b.png")) == ""
    assert path.read_bytes() == b"older" and os.listdir(tmp_path) == ["a.png"]
