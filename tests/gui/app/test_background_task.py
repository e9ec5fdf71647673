"""Work beside the window reports once how it ended; and nobody waits for work that never ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread, current_thread, enumerate, main_thread
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from gui.app.background_task import BackgroundTask, Job, RefusedError

SIGNALS = ("progressed", "succeeded", "refused", "cancelled", "failed")


class Recorder:
    """Writes down what a task emits, and whether that is on the window's thread."""

    def __init__(self, task: BackgroundTask) -> None:
        self.heard: list[tuple[object, ...]] = []
        self.threads: set[bool] = set()
        for name in SIGNALS:
            getattr(task, name).connect(lambda *values, name=name: self._hear(name, *values))

    def _hear(self, *what: object) -> None:
        self.heard.append(what)
        self.threads.add(current_thread() is main_thread())


class HungDrive:
    """A file whose reading begins, and does not end before `answer`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "drive"
        os.mkfifo(self._path)
        # Open for reading and writing, it has neither an end nor anything to read.
        self._file = os.open(self._path, os.O_RDWR)
        self.is_read = Event()

    def read(self, _job: Job) -> bytes:
        with self._path.open("rb") as file:
            self.is_read.set()
            return file.read(1)

    def answer(self) -> None:
        os.write(self._file, b"late" * 8)

    def close(self) -> None:
        self.answer()
        os.close(self._file)


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[HungDrive]:
    drive = HungDrive(tmp_path)
    yield drive
    drive.close()


@pytest.fixture
def task(qtbot: QtBot) -> Iterator[BackgroundTask]:
    task = BackgroundTask("test")
    yield task
    task.stop(0.0)


@pytest.fixture
def recorder(task: BackgroundTask) -> Recorder:
    return Recorder(task)


def test_work_is_done_on_another_thread_and_reported_on_the_windows(
    task: BackgroundTask, recorder: Recorder, qtbot: QtBot
) -> None:
    task.start(lambda _job: current_thread() is main_thread())
    qtbot.waitUntil(lambda: bool(recorder.heard))
    assert recorder.heard == [("succeeded", False)] and recorder.threads == {True}


def test_how_far_it_is_comes_before_the_result(
    task: BackgroundTask, recorder: Recorder, qtbot: QtBot
) -> None:
    def work(job: Job) -> str:
        assert job.progress(0.25) and job.progress(1.0)
        return "all"

    task.start(work)
    qtbot.waitUntil(lambda: len(recorder.heard) == 3)
    assert recorder.heard == [("progressed", 0.25), ("progressed", 1.0), ("succeeded", "all")]


def test_what_is_refused_is_a_sentence_and_what_fails_a_traceback(
    task: BackgroundTask, recorder: Recorder, qtbot: QtBot
) -> None:
    def show_error(_job: Job) -> None:
        raise RefusedError("It cannot be done.")

    task.start(show_error)
    qtbot.waitUntil(lambda: bool(recorder.heard))
    assert recorder.heard == [("refused", "It cannot be done.")]
    task.start(lambda _job: [][1])
    qtbot.waitUntil(lambda: len(recorder.heard) == 3)
    (kind, details), end = recorder.heard[1:]
    assert (kind, end) == ("failed", ("cancelled",)) and "IndexError" in str(details)


def test_cancelling_does_not_wait_for_a_read_that_never_ends(
    task: BackgroundTask, recorder: Recorder, drive: HungDrive
) -> None:
    task.start(drive.read)
    assert drive.is_read.wait(5)
    task.cancel()
    assert recorder.heard == [("cancelled",)]


def test_a_read_that_was_given_up_does_not_hold_up_the_next_and_is_never_reported(
    task: BackgroundTask, recorder: Recorder, drive: HungDrive, qtbot: QtBot
) -> None:
    task.start(drive.read)
    assert drive.is_read.wait(5)
    task.cancel()
    task.start(lambda _job: "another file")
    qtbot.waitUntil(lambda: len(recorder.heard) == 2)
    drive.answer()
    qtbot.waitUntil(lambda: not [thread for thread in enumerate() if thread.name == "test"])
    QCoreApplication.processEvents()
    assert recorder.heard == [("cancelled",), ("succeeded", "another file")]


def test_a_result_that_is_under_way_when_it_is_cancelled_is_not_reported(
    task: BackgroundTask, recorder: Recorder, qtbot: QtBot
) -> None:
    task.start(lambda _job: "all")
    # The loop of events, which would hand the result over, does not run meanwhile.
    for thread in task._threads:
        thread.join()
    task.cancel()
    QCoreApplication.processEvents()
    assert recorder.heard == [("cancelled",)]


def test_the_end_does_not_wait_for_a_read_that_never_ends(
    task: BackgroundTask, recorder: Recorder, drive: HungDrive, qtbot: QtBot
) -> None:
    task.start(drive.read)
    assert drive.is_read.wait(5)
    begin = monotonic()
    assert not task.stop(0.05)
    assert monotonic() - begin < 1.0
    drive.answer()
    assert task.stop()
    QCoreApplication.processEvents()
    assert recorder.heard == []


def test_a_task_that_is_gone_is_not_told_what_comes_late(drive: HungDrive) -> None:
    reports: list[str] = []
    job = Job(drive.read, lambda _job, kind, _value: reports.append(kind))
    thread = Thread(target=job.run)
    thread.start()
    assert drive.is_read.wait(5)
    job.abandon()
    drive.answer()
    thread.join()
    assert reports == []


def test_python_ends_although_a_read_does_not() -> None:
    program = (
        "import os\n"
        "from gui.app.background_task import BackgroundTask\n"
        "ear, mouth = os.pipe()\n"
        "task = BackgroundTask('test')\n"
        "task.start(lambda job: os.read(ear, 1))\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, timeout=10, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_end_waits_for_work_that_notices_it(task: BackgroundTask) -> None:
    ended = Event()

    def work(job: Job) -> None:
        job.stop.wait()
        ended.set()

    task.start(work)
    assert task.stop() and ended.is_set()


@pytest.mark.parametrize("how", ["cancel", "stop"])
def test_the_last_step_is_not_given_up_half_way(
    task: BackgroundTask, recorder: Recorder, qtbot: QtBot, how: str
) -> None:
    has_begun, may_end, ended = Event(), Event(), Event()

    def work(job: Job) -> str:
        assert job.begin_last_step()
        has_begun.set()
        may_end.wait()
        ended.set()
        return "done"

    task.start(work)
    assert has_begun.wait(5)
    if how == "cancel":
        task.cancel()
        may_end.set()
        qtbot.waitUntil(lambda: bool(recorder.heard))
        assert recorder.heard == [("succeeded", "done")]
    else:
        job = task._job
        assert job is not None and not task.stop(0.0)
        # The task may be destroyed now, so that its thread must not know it any more.
        assert job._report is None
        may_end.set()
        assert task.stop() and ended.is_set()
        QCoreApplication.processEvents()
        assert recorder.heard == []


def test_the_last_step_does_not_begin_once_it_is_cancelled(task: BackgroundTask) -> None:
    begins: list[bool] = []

    def work(job: Job) -> None:
        job.stop.wait()
        begins.append(job.begin_last_step())

    task.start(work)
    task.cancel()
    assert task.stop() and begins == [False]
