"""Starts a screen for all tests in a real window; without Xvfb or xdotool they are skipped, and say so."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from real_window import SIZES, App, Screen, environment  # noqa: E402

StartApp = Callable[..., App]


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"tests in a real window need {' and '.join(missing)}: sudo apt install xvfb xdotool")
    screen = Screen(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.close()


@pytest.fixture(scope="session")
def places(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    home = tmp_path_factory.mktemp("places")
    done = subprocess.run(
        [sys.executable, str(HERE / "places.py"), *SIZES],
        env=environment(home, screen.display),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode == 3:
        pytest.skip(f"no window can be opened here: {done.stdout.strip()}")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.fixture
def from_nothing() -> bool:
    """Whether each app imports itself anew, as it does for a person; a file whose tests are of its start says so."""
    return False


@pytest.fixture
def start_app(
    screen: Screen, places: dict[str, Any], tmp_path: Path, from_nothing: bool
) -> Iterator[StartApp]:
    """Start the app, again and again with the same home; each must end well, with nothing to complain about."""
    apps: list[App] = []

    def start(*arguments: str, size: str = SIZES[0], wait: bool = True) -> App:
        options = ("--size", size, *arguments) if size else arguments
        app = App(screen, places, tmp_path, options, from_nothing)
        apps.append(app)
        app.place_of = places.get(size, places[SIZES[0]])
        return app.wait_until_ready() if wait else app

    yield start
    for app in apps:
        try:
            if app.process.poll() is None:
                app.key("ctrl+q")
                app.wait_for_end()
        finally:
            if app.process.poll() is None:
                app.process.kill()
                app.process.wait()
    for app in apps:
        assert (app.process.returncode, app.said()) == (0, "")


@pytest.fixture
def app(start_app: StartApp) -> App:
    """Backlight as it is after its first start, 1280x800."""
    return start_app()
