"""What a person does first, in a real window: run, pause, point, draw, mistype, enlarge, undo, close."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from real_window import App, Screen

pytestmark = pytest.mark.window
ROOT = Path(__file__).resolve().parents[2]
SEVEN = [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.65, 0.4), (0.55, 0.6), (0.48, 0.8), (0.45, 0.9)]


def test_space_starts_the_training_and_pauses_it(app: App) -> None:
    before = app.look("loss_plot")
    app.key("space")
    app.wait_for_change("loss_plot", before)
    assert app.count_changes("network_view", 1.0) > 10
    app.key("space")
    app.wait_until_still(seconds=15)
    assert app.count_changes(None, 1.0) == 0


def test_one_update_by_key_moves_the_curve_once(app: App) -> None:
    before = app.look("status_label")
    app.key("period")
    app.wait_for_change("status_label", before)
    app.wait_until_still(seconds=15)


def test_slow_motion_tells_an_update(app: App) -> None:
    x, y, width, _ = app.place_of["network_view"]
    line = (x + width // 2, y, width // 2, 30)
    app.key(*["bracketleft"] * 12)
    app.wait_until_still()
    empty = app.look(line)
    app.key("space")
    told = app.wait_for_change(line, empty)
    # The next beat has another sentence.
    app.wait_for_change(line, told)
    app.key("space")
    app.wait_until_still(seconds=15)


def test_full_speed_lowers_the_loss_within_seconds(app: App) -> None:
    app.key("f", "space")
    start = app.look("total_loss")
    app.wait_for_change("total_loss", start)
    app.key("space")
    app.wait_until_still(seconds=15)


def test_pointing_at_a_neuron_lets_its_edges_stand_out_and_leaving_brings_all_back(app: App) -> None:
    before = app.wait_until_still("network_view")
    app.point_at(1, 3)
    app.wait_for_change("network_view", before)
    pointed = app.wait_until_still("network_view")
    # Most of the picture fades.
    assert (pointed != before).any(axis=2).mean() > 0.1
    app.point_nowhere()
    app.wait_until_still()
    assert (app.look("network_view") == before).all()


def test_a_drawn_digit_is_read(app: App) -> None:
    before = app.wait_until_still("network_view")
    app.drag("digit_canvas", SEVEN)
    app.point_nowhere()
    app.wait_for_change("network_view", before)
    ink = app.look("digit_canvas")
    app.key("ctrl+z")
    app.wait_for_change("digit_canvas", ink)


def test_a_bad_rate_is_refused_where_it_is_typed(app: App) -> None:
    panel, network = app.look("best_function_panel"), app.wait_until_still("network_view")
    app.click("learning_rate", times=2)
    app.write("0")
    app.key("Tab")
    refused = app.wait_for_change("best_function_panel", panel)
    # The sentence and the outline are in the colour of an error, which nothing else has: far more red than blue.
    red = refused[..., 0].astype(int) - refused[..., 2]
    assert (red > 60).sum() > 50
    assert (app.look("network_view") == network).all()


def test_new_weights_can_be_undone(app: App) -> None:
    before = app.wait_until_still("goodness_panel")
    app.key("shift+r")
    app.wait_for_change("goodness_panel", before)
    app.wait_until_still(seconds=15)
    app.key("ctrl+z")
    app.wait_until_still(seconds=15)
    assert (app.look("goodness_panel") == before).all()


def test_type_grows_and_shrinks(app: App) -> None:
    before = app.wait_until_still().astype(int)
    app.key("ctrl+plus")
    app.wait_for_change(None, before)
    larger = app.wait_until_still()
    app.key("ctrl+0")
    app.wait_for_change(None, larger)
    usual = app.wait_until_still()
    assert np.abs(usual - before).mean() < np.abs(larger - before).mean() / 2


def test_the_projector_layout_hides_the_panels_and_gives_them_back(app: App) -> None:
    before = app.wait_until_still()
    app.key("F11")
    app.wait_for_change(None, before)
    projected = app.wait_until_still(seconds=15)
    assert (projected != before).any(axis=2).mean() > 0.2
    app.key("F11")
    app.wait_for_change(None, projected)
    app.wait_until_still(seconds=15)
    back = app.look().astype(int)
    assert np.abs(back - before).mean() < np.abs(projected.astype(int) - before).mean() / 3


def test_a_narrow_window_has_a_drawer(start_app: Callable[..., App]) -> None:
    app = start_app(size="1024x600")
    app.place_of = app._all_places["1024x600"]
    before = app.wait_until_still()
    app.click("steps_button")
    app.point_nowhere()
    opened = app.wait_for_change((0, 100, 200, 300), before[100:400, 0:200])
    assert opened.shape == (300, 200, 3)
    app.wait_until_still()
    app.key("Escape")
    app.wait_until_still()
    assert (app.look((0, 100, 200, 300)) == before[100:400, 0:200]).mean() > 0.98


def test_chinese_and_the_light_theme_are_there_from_the_start(start_app: Callable[..., App]) -> None:
    english = start_app("--theme", "light")
    picture = english.look()
    assert picture[100:780, 10:220].mean() > 200
    assert english.quit() == (0, "")
    chinese = start_app("--theme", "light", "--language", "zh_CN")
    assert (chinese.look() != picture).any(axis=2).mean() > 0.01


def test_what_was_chosen_is_remembered(start_app: Callable[..., App]) -> None:
    first = start_app()
    waves_on = first.look("waves_button")
    first.key("w")
    waves_off = first.wait_for_change("waves_button", waves_on)
    assert first.quit() == (0, "")
    second = start_app()
    assert (second.look("waves_button") == waves_off).all()


def test_closing_while_training_ends_within_a_second(start_app: Callable[..., App]) -> None:
    for _ in range(3):
        app = start_app()
        app.key("f", "space")
        before = app.look("loss_plot")
        app.wait_for_change("loss_plot", before)
        start = time.monotonic()
        assert app.quit() == (0, "")
        assert time.monotonic() - start < 1.5


def test_without_a_display_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    import os

    surroundings = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "--screenshot" in done.stderr


def test_an_unwritable_home_is_said_and_does_not_stop_it(screen: Screen, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--screenshot", str(picture)],
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": "/nonexistent",
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.stat().st_size > 10_000
    assert np.frombuffer(picture.read_bytes()[:4], np.uint8)[1:4].tobytes() == b"PNG"
