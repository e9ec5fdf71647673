"""The whole program in a process of its own: how it starts where something is wrong, and how it ends."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from safetensors.numpy import load_file

from core import Architecture, Trainer, TrainingConfig, load_dataset
from core.engine.autosave import Autosave
from gui.app import application
from gui.session.window_content import content_of_state
from tests.preloaded_app import Running, start_program

ROOT = Path(__file__).resolve().parents[3]
# Longer than a start and an end take, and shorter than for ever.
ANSWER_TIMEOUT_S = 30.0
# Says when there is a network, and when nothing has moved for a while, so that Qt waits for an event.
PROGRAM = """
import gc, os, sys
import main
from PySide6.QtCore import QTimer
from gui.app.application import Application
app = Application(main.parse(sys.argv[1:]))
app.show()
window = app._window
session = window.composition
timer = QTimer(interval=100)
looks = [0]
def look():
    looks[0] = 0 if session.clock.is_running else looks[0] + 1
    if looks[0] == 5:
        timer.stop()
        print("at rest", flush=True)
timer.timeout.connect(look)
@session.ready.connect
def say_ready():
    print("ready", flush=True)
    if gc.get_freeze_count() > 10_000:
        print("nothing of the window is looked through for cycles", flush=True)
    timer.start()
"""
RUN = "sys.exit(app.run())\n"
CLOSE_WHEN_READY = "session.ready.connect(lambda: QTimer.singleShot(0, window.close))\n"

Start = Callable[..., Running]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a program with settings of its own; it is ended with the test."""
    processes: list[Running] = []

    def start(program: str, *arguments: str, **variables: str) -> Running:
        folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
        process = start_program(program, arguments, {**os.environ, **folders, **variables})
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def wait_until_it_says(process: Running, word: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == word:
            return
    raise AssertionError(f"it has ended without {word!r}: {process.communicate()}")


def end_of(process: Running) -> tuple[int, str]:
    """Its exit code and what it wrote to the terminal."""
    _, said = process.communicate(timeout=ANSWER_TIMEOUT_S)
    return process.returncode, said


def test_a_program_that_is_started_here_is_a_python_of_its_own_to_its_very_end(start: Start) -> None:
    """Else nothing below would say how the app ends."""
    program = """
import atexit, os, sys
assert __name__ == "__main__" and sys.argv == ["-c", "an argument"] and os.environ["A_NAME"] == "a value"
assert "PySide6.QtWidgets" not in sys.modules or sys.modules["PySide6.QtWidgets"].QApplication.instance() is None
print(os.getpid(), os.getcwd(), flush=True)
print("a complaint", file=sys.stderr)
atexit.register(lambda: print("at its end", file=sys.stderr))
sys.exit(7)
"""
    process = start(program, "an argument", A_NAME="a value")
    out, err = process.communicate(timeout=ANSWER_TIMEOUT_S)
    assert out == f"{process.pid} {ROOT}\n" and err == "a complaint\nat its end\n"
    assert process.returncode == 7 != process.pid != os.getpid()
    waiting = start("import signal\nsignal.pause()\n")
    waiting.send_signal(signal.SIGTERM)
    assert end_of(waiting) == (-signal.SIGTERM, "")
    code, said = end_of(start("raise ValueError('planted')"))
    assert code == 1 and said.endswith("ValueError: planted\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only there fonts are found by fontconfig")
def test_without_any_font_it_says_so_and_ends(start: Start, tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    code, said = end_of(start(PROGRAM + RUN, FONTCONFIG_FILE=str(config)))
    assert code == 1
    assert said.startswith("No font is installed: ") and len(said.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_at_rest_a_signal_closes_the_window_and_keeps_the_settings(
    start: Start, tmp_path: Path, name: str
) -> None:
    process = start(PROGRAM + RUN)
    # Else a collection of garbage would stop the window for 40 ms now and then.
    wait_until_it_says(process, "nothing of the window is looked through for cycles")
    wait_until_it_says(process, "at rest")
    process.send_signal(getattr(signal, name))
    assert end_of(process) == (0, "")
    assert "geometry" in (tmp_path / "config" / "Backlight" / "backlight.json").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_while_it_trains_ctrl_c_closes_the_window_too(start: Start) -> None:
    process = start(PROGRAM + RUN, "--train", "1000")
    wait_until_it_says(process, "ready")
    process.send_signal(signal.SIGINT)
    assert end_of(process) == (0, "")


def test_closing_does_not_wait_for_a_drive_that_never_answers(start: Start) -> None:
    hang = """
ear, mouth = os.pipe()
def begin():
    session.data.loader.start(lambda job: os.read(ear, 1))
    QTimer.singleShot(0, window.close)
session.ready.connect(begin)
"""
    assert end_of(start(PROGRAM + hang + RUN)) == (0, "")


@pytest.mark.parametrize("part", ["appearance.remember", "engine.close"])
def test_a_part_that_fails_at_closing_is_logged_and_does_not_keep_the_others(
    start: Start, tmp_path: Path, part: str
) -> None:
    owner, _, method = part.rpartition(".")
    # The session asks for its parts' methods when it closes.
    plant = f"""
def fail(*_):
    raise ValueError("planted")
session.{owner}.{method} = fail
"""
    assert end_of(start(PROGRAM + plant + CLOSE_WHEN_READY + RUN)) == (0, "")
    (log,) = (tmp_path / "data" / "Backlight").glob("backlight-*.log")
    assert "ValueError: planted" in log.read_text()


def test_a_scale_at_which_nothing_can_be_drawn_is_said_in_a_sentence(start: Start) -> None:
    process = start("import main; raise SystemExit(main.main([]))", QT_SCALE_FACTOR="0")
    code, said = end_of(process)
    assert code == 1 and len(said.splitlines()) == 1 and "QT_SCALE_FACTOR" in said


def test_a_missing_icon_is_said_in_a_sentence(start: Start, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "assets" / "icons", tmp_path / "icons")
    (tmp_path / "icons" / "run.svg").unlink()
    process = start(
        "import pathlib, sys, gui.theme.icons, main\n"
        "gui.theme.icons.FOLDER = pathlib.Path(sys.argv[1])\n"
        "raise SystemExit(main.main([]))",
        str(tmp_path / "icons"),
    )
    code, said = end_of(process)
    assert code == 1 and len(said.splitlines()) == 1
    assert "run.svg" in said and re.search(r"backlight-[\d-]+\.log", said) and "Traceback" not in said


def test_weights_are_exported_after_exactly_so_many_updates(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "the weights ✓.safetensors"
    options = ("--updates", "40", "--seed", "3", "--export-weights", str(path))
    process = start("import sys, main; sys.exit(main.main(sys.argv[1:]))", *options)
    assert end_of(process)[0] == 0
    # The same training without an app.
    network = Architecture.dense(seed=3).network((256,))
    trainer = Trainer(network, load_dataset("digits"), TrainingConfig(seed=3))
    for _ in range(40):
        trainer.step()
    tensors = load_file(path)
    for index, layer in zip((0, 2, 4), network.layers, strict=True):
        np.testing.assert_array_equal(tensors[f"{index}.weight"], layer.W.T)
        np.testing.assert_array_equal(tensors[f"{index}.bias"], layer.b)


def test_where_no_engine_stays_nothing_is_saved_and_that_is_said(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    lose = """
import psutil
def lose():
    for child in psutil.Process().children():
        child.kill()
again = QTimer(interval=50)
again.timeout.connect(lose)
session.ready.connect(again.start)
"""
    process = start(PROGRAM + lose + RUN, "--train", "86400", "--export-weights", str(path))
    code, said = end_of(process)
    assert code == 1 and "ends again and again" in said and "Traceback" not in said
    assert not path.exists()


def test_a_picture_without_a_size_is_1280_by_800_on_any_screen(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    process = start("import sys, main; sys.exit(main.main(sys.argv[1:]))", "--screenshot", str(path))
    assert end_of(process)[0] == 0
    # Width and height in the PNG's own header.
    header = path.read_bytes()[16:24]
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (1280, 800)


def test_what_is_drawn_in_another_size_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(is_running=False)
    session = SimpleNamespace(
        network=SimpleNamespace(latest=None), loss=SimpleNamespace(exact=None), clock=clock
    )
    app = SimpleNamespace(_window=SimpleNamespace(composition=session, updatesEnabled=lambda: True))
    monkeypatch.setattr(application, "follow_sizes", lambda window: None)
    assert application.Application._is_still(app)  # type: ignore[arg-type]
    monkeypatch.setattr(application, "follow_sizes", lambda window: setattr(clock, "is_running", True))
    assert not application.Application._is_still(app)  # type: ignore[arg-type]


def test_a_session_that_was_saved_goes_on_with_the_same_bits(start: Start, tmp_path: Path) -> None:
    a, b, c, d = (str(tmp_path / name) for name in ("a", "two words.backlight", "c", "d"))
    run = "import sys, main\nsys.exit(main.main(sys.argv[1:]))\n"
    assert end_of(start(run, "--updates", "200", "--save", a)) == (0, "")
    assert end_of(start(run, a, "--updates", "100", "--save", b)) == (0, "")
    assert end_of(start(run, "--updates", "300", "--save", c)) == (0, "")
    halves, whole = load_file(b), load_file(c)
    assert set(halves) == set(whole)
    names = {f"runs/0/layers/{layer}/{name}" for layer in range(3) for name in "Wb"}
    names |= {"runs/0/optimizer/0", "runs/0/optimizer/1", "runs/0/losses"}
    assert names <= set(whole)
    for name in names:
        assert halves[name].tobytes() == whole[name].tobytes(), name
    # Opened and saved, nothing has changed.
    assert end_of(start(run, b, "--save", d)) == (0, "")
    assert {name: halves[name].tobytes() for name in names} == {
        name: load_file(d)[name].tobytes() for name in names
    }
    assert not (tmp_path / "config").exists() and not (tmp_path / "data" / "Backlight" / "autosave").exists()


def test_data_of_ones_own_are_opened_by_the_command_line_too(start: Start, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,label\n" + "".join(f"{n},{'xy'[n % 2]}\n" for n in range(20)))
    run = "import sys, main\nsys.exit(main.main(sys.argv[1:]))\n"
    out = str(tmp_path / "a")
    assert end_of(start(run, str(table), "--updates", "5", "--save", out)) == (0, "")
    saved = load_file(out)
    # One column, two classes.
    assert saved["runs/1/layers/0/W"].shape == (1, 32) and saved["runs/1/layers/2/b"].shape == (2,)
    assert end_of(start(run, out, "--updates", "5", "--save", out)) == (0, "")


@pytest.mark.parametrize("content", [b"", b"no session", b"\x10\0\0\0\0\0\0\0{}"])
def test_what_cannot_be_opened_is_said_in_a_sentence(start: Start, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.backlight"
    path.write_bytes(content)
    run = "import sys, main\nsys.exit(main.main(sys.argv[1:]))\n"
    code, said = end_of(start(run, str(path), "--save", str(tmp_path / "b")))
    assert code == 1 and said.startswith("a.backlight could not be opened. ") and len(said.splitlines()) == 1
    assert not (tmp_path / "b").exists()


def test_what_is_not_there_is_said_in_a_sentence(start: Start, tmp_path: Path) -> None:
    run = "import sys, main\nsys.exit(main.main(sys.argv[1:]))\n"
    code, said = end_of(start(run, str(tmp_path / "none"), "--save", str(tmp_path / "b")))
    assert code == 1 and said == f"{tmp_path / 'none'} is not there: name a session or data that are.\n"
    assert not (tmp_path / "b").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_a_signal_leaves_what_was_not_saved_to_the_next_start(start: Start, tmp_path: Path) -> None:
    process = start(PROGRAM + RUN, "--updates", "50")
    wait_until_it_says(process, "at rest")
    process.send_signal(signal.SIGTERM)
    assert end_of(process) == (0, "")
    (shown,) = (tmp_path / "data" / "Backlight" / "autosave").glob("*/shown.frame")
    left = Autosave(shown.parent).shown()
    assert left is not None and left.update == 50 and not left.is_saved
    assert [curve.losses.count for curve in content_of_state(Autosave(shown.parent).window()).curves] == [50]
