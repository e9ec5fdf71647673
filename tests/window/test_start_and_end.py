"""How it starts where something is missing, and how it ends: soon, with 0, and without a word."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from real_window import ANSWER_S, ROOT, App, Screen, environment, wait_for

from tests.preloaded_app import Program

pytestmark = pytest.mark.window


@pytest.fixture
def from_nothing() -> bool:
    """Each app is started as a person starts it."""
    return True


@pytest.mark.parametrize("repetition", range(2))
def test_closing_while_training_ends_within_a_second(repetition: int, start_app: Callable[..., App]) -> None:
    app = start_app()
    app.key("f", "space")
    app.wait_for_motion("loss_plot", changes=1 + repetition)
    start = time.perf_counter()
    assert app.quit() == (0, "")
    # It asks whether to save, and waits for the answer meanwhile.
    assert time.perf_counter() - start < 1.0 + 2 * ANSWER_S


def test_closing_before_the_digits_are_there_ends_well(start_app: Callable[..., App]) -> None:
    app = start_app(wait=False)
    assert app.quit() == (0, "")


def test_closing_while_an_update_is_told_ends_well(start_app: Callable[..., App]) -> None:
    app = start_app()
    app.key(*["bracketleft"] * 20, "space")
    app.wait_for_motion("network_view")
    assert app.quit() == (0, "")


def test_the_cross_in_the_frame_ends_it_too(start_app: Callable[..., App]) -> None:
    app = start_app()
    app.key("space")
    app.wait_for_motion("network_view")
    app.close_by_its_frame()
    assert (app.wait_for_end(), app.said()) == (0, "")


def test_it_runs_where_settings_cannot_be_kept(start_app: Callable[..., App], tmp_path: Path) -> None:
    # A file stands where the folder would be: nobody, not even an administrator, can write there.
    (tmp_path / "config").write_text("not a folder")
    app = start_app()
    app.key("space")
    app.wait_for_motion("network_view")
    assert app.quit() == (0, "")
    assert (tmp_path / "config").read_text() == "not a folder"


def children_of(process: Program | subprocess.Popen[bytes]) -> list[Path]:
    """The folders in /proc of the processes that it has started."""
    lists = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [Path(f"/proc/{number}") for text in lists for number in text.read_text().split()]


def test_when_the_display_goes_it_says_so_keeps_the_settings_and_leaves_no_process(
    places: dict[str, Any], tmp_path: Path
) -> None:
    screen = Screen(tmp_path)
    app = App(screen, places, tmp_path, ("--size", "1280x800", "--train", "1000"))
    try:
        app.wait_for_motion("loss_plot")
        wait_for("the training is in a process of its own", lambda: children_of(app.process))
        children = children_of(app.process)
        screen.close()
        assert app.wait_for_end() == 1
        assert app.said() == "The display is gone, so Backlight has ended.\n"
        wait_for("no process is left", lambda: not any(child.exists() for child in children))
    finally:
        screen.close()
        app.process.kill()
        app.process.wait()
    assert "geometry" in (tmp_path / "config" / "Backlight" / "backlight.json").read_text()


@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_display_it_says_one_sentence_and_exits_with_1(display: str, tmp_path: Path) -> None:
    surroundings = environment(tmp_path, display)
    surroundings.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "--screenshot" in done.stderr


def test_without_a_home_it_still_makes_a_picture(tmp_path: Path) -> None:
    surroundings = environment(tmp_path, None)
    for name in [name for name in surroundings if name == "HOME" or name.startswith("XDG_")]:
        del surroundings[name]
    picture = tmp_path / "picture.png"
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--screenshot", str(picture)],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert picture.read_bytes().startswith(b"\x89PNG")
