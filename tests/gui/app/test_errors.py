"""An exception that nobody caught is written down, told once in a sentence, and the app goes on."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QThread, Slot, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app import errors, log_file
from gui.app.errors import ErrorDialog, ErrorReporter
from gui.app.versions import version_line

DETAILS = 'Traceback (most recent call last):\n  File "gui/x.py", line 3, in y\nValueError: 7 is not a digit'


class Recorder(QObject):
    """Writes down what was reported, and on which thread it heard it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.times: list[int] = []
        self.threads: list[QThread] = []

    @Slot(str, int)
    def hear(self, details: str, times: int) -> None:
        self.heard.append(details)
        self.times.append(times)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "backlight.log"
    monkeypatch.setattr(errors, "log_path", lambda: path)
    return path


@pytest.fixture
def reporter(qapp: QApplication, log: Path) -> Iterator[ErrorReporter]:
    reporter = ErrorReporter()
    reporter.install()
    yield reporter
    reporter.uninstall()


@pytest.fixture
def recorder(reporter: ErrorReporter) -> Recorder:
    recorder = Recorder()
    reporter.reported.connect(recorder.hear)
    return recorder


class Clock:
    """Stands where the reporter looks at the time."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(errors, "monotonic", clock)
    return clock


def fail(text: str = "7 is not a digit") -> None:
    """Call the hook as Python does it for an exception that nobody caught."""
    try:
        raise ValueError(text)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def test_an_exception_is_reported_with_its_traceback_and_logged(recorder: Recorder, log: Path) -> None:
    fail()
    assert len(recorder.heard) == 1
    assert recorder.heard[0].startswith("Traceback")
    assert "ValueError: 7 is not a digit" in recorder.heard[0]
    assert "ValueError: 7 is not a digit" in log.read_text(encoding="utf-8")


def test_nothing_is_written_to_the_terminal(recorder: Recorder, capsys: pytest.CaptureFixture[str]) -> None:
    fail()
    assert capsys.readouterr() == ("", "")


def test_a_threads_exception_is_heard_on_the_windows_thread(
    qtbot: QtBot, recorder: Recorder, qapp: QApplication
) -> None:
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(recorder.heard) == 1)
    assert "IndexError" in recorder.heard[0]
    assert recorder.threads == [qapp.thread()]


def test_reporting_that_fails_itself_ends(reporter: ErrorReporter, log: Path) -> None:
    class Clumsy(QObject):
        calls = 0

        @Slot(str)
        def stumble(self, details: str) -> None:
            self.calls += 1
            # What PySide does with an exception in a slot.
            fail("stumbled")

    clumsy = Clumsy()
    reporter.reported.connect(clumsy.stumble)
    fail()
    assert clumsy.calls == 1
    assert "stumbled" in log.read_text(encoding="utf-8")


def test_what_qt_says_goes_to_the_log_and_to_nobody_else(
    reporter: ErrorReporter, recorder: Recorder, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    qWarning("the paint is wet")
    assert "WARNING Qt: the paint is wet" in log.read_text(encoding="utf-8")
    assert recorder.heard == []
    assert capfd.readouterr() == ("", "")


def test_uninstalling_puts_everything_back(qapp: QApplication, log: Path) -> None:
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger("backlight").handlers))
    reporter = ErrorReporter()
    reporter.install()
    reporter.uninstall()
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook, logging.getLogger("backlight").handlers) == before


@pytest.mark.parametrize("obstacle", ["a file where the folder should be", "a pipe", "no home"])
def test_a_log_that_can_not_be_written_stops_nothing(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    if obstacle == "no home":
        monkeypatch.setattr("sys.platform", "linux")
        monkeypatch.delenv("HOME", raising=False)
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        assert log_file.log_path() is None
    elif obstacle == "a pipe":
        # Opened to be written it would wait for whoever reads it.
        os.mkfifo(tmp_path / "backlight.log")
        monkeypatch.setattr(errors, "log_path", lambda: tmp_path / "backlight.log")
    else:
        (tmp_path / "data").write_text("")
        monkeypatch.setattr(errors, "log_path", lambda: tmp_path / "data" / "backlight.log")
    reporter, recorder = ErrorReporter(), Recorder()
    reporter.reported.connect(recorder.hear)
    reporter.install()
    fail()
    reporter.uninstall()
    assert len(recorder.heard) == 1


def test_an_error_of_every_repaint_is_told_at_once_and_then_every_ten_seconds_with_its_number(
    recorder: Recorder, log: Path, clock: Clock
) -> None:
    # 25 s at 60 repaints a second. From one repaint to the next the numbers in the message may change.
    for repaint in range(1500):
        clock.now = 1000 + repaint / 60
        fail(f"index {repaint} is out of bounds")
    assert len(recorder.heard) == 3
    assert recorder.times == [1, 600, 600]
    assert log.read_text(encoding="utf-8").count("Traceback") == 3


def test_an_error_that_repeats_hides_no_other(recorder: Recorder, clock: Clock) -> None:
    for _ in range(100):
        fail("index 3 is out of bounds")
        fail("this is no digit")
    assert len(recorder.heard) == 2
    fail("this is no number")
    assert "this is no number" in recorder.heard[2]


def test_the_log_stays_small(reporter: ErrorReporter, log: Path, clock: Clock) -> None:
    for _ in range(40):
        clock.now += errors.REPEAT_S
        fail("x" * 50_000)
    written = [path.stat().st_size for path in log.parent.iterdir()]
    assert len(written) == 2
    assert max(written) <= log_file.LOG_BYTES


def text_of(dialog: ErrorDialog) -> str:
    label = dialog.findChild(QLabel, "error_sentence")
    assert label is not None
    return label.text()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_the_dialog_says_it_in_a_sentence_and_keeps_the_traceback_apart(parent: QWidget) -> None:
    dialog = ErrorDialog.report(parent, DETAILS)
    assert dialog.isVisible()
    assert "ValueError: 7 is not a digit" in text_of(dialog)
    assert "Traceback" not in text_of(dialog)
    details = dialog.findChild(QPlainTextEdit, "error_details")
    assert details is not None
    assert details.toPlainText() == DETAILS


def test_copy_takes_all_the_details_and_what_a_report_needs_beside_them(parent: QWidget) -> None:
    dialog = ErrorDialog.report(parent, DETAILS, 1, lambda: "Backlight 9.8.7\nSettings\ntheme = dark")
    button = dialog.findChild(QPushButton, "copy_error")
    assert button is not None
    button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{DETAILS}\n\nBacklight 9.8.7\nSettings\ntheme = dark"
    assert dialog.isVisible()


def test_that_the_details_are_copied_is_seen_and_heard(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(errors, "announce", lambda _button, sentence: heard.append(sentence))
    dialog = ErrorDialog.report(parent, DETAILS)
    button = dialog.findChild(QPushButton, "copy_error")
    assert button is not None
    button.click()
    assert heard == ["Details copied"] and button.text() == button.accessibleName() == "Details copied"
    # What has come since is counted in what would be copied now.
    dialog.add(DETAILS)
    assert button.text() == "Copy details"


def test_the_copied_details_do_not_name_the_user(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    dialog = ErrorDialog.report(parent, 'File "/home/ada/gui/x.py", line 3\nValueError: 7')
    button = dialog.findChild(QPushButton, "copy_error")
    assert button is not None
    button.click()
    assert QGuiApplication.clipboard().text().startswith('File "~/gui/x.py"')


def test_the_log_begins_with_one_line_of_versions(reporter: ErrorReporter, log: Path) -> None:
    first = log.read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith(version_line())


def test_repeated_errors_are_counted_in_one_dialog(parent: QWidget) -> None:
    dialogs = [ErrorDialog.report(parent, DETAILS) for _ in range(1200)]
    assert all(dialog is dialogs[0] for dialog in dialogs)
    assert dialogs[0]._count == 1200
    assert "1,200 times" in text_of(dialogs[0])
    assert len(parent.findChildren(ErrorDialog)) == 1


def test_an_error_that_came_many_times_since_it_was_told_is_counted_as_often(parent: QWidget) -> None:
    dialog = ErrorDialog.report(parent, DETAILS)
    assert "times" not in text_of(dialog)
    ErrorDialog.report(parent, DETAILS, 600)
    assert "601 times" in text_of(dialog)


def test_after_it_was_closed_the_next_error_opens_a_new_one(parent: QWidget, qapp: QApplication) -> None:
    first = ErrorDialog.report(parent, DETAILS)
    first.reject()
    second = ErrorDialog.report(parent, DETAILS)
    assert second is not first
    assert second._count == 1
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert parent.findChildren(ErrorDialog) == [second]
