"""Sizes, layouts, languages and themes on a real screen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from real_window import App, Picture, wait_for

from gui.theme.tokens import make_theme

pytestmark = pytest.mark.window


def run_button_width(picture: Picture) -> int:
    """How wide the one bright button is."""
    bright = (picture[:150, :600].min(axis=2) > 200).sum(axis=0)
    columns = np.flatnonzero(bright > 20)
    # The slider's handle is bright, too, and the strokes of large letters; the button is the widest.
    pieces = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    return max(int(piece[-1] - piece[0]) for piece in pieces)


def test_ctrl_plus_enlarges_and_ctrl_0_undoes_it_to_the_pixel(app: App) -> None:
    usual = app.look()
    app.key(*["ctrl+plus"] * 4)
    # Each press lays the whole window out anew, so a moment without change is not yet the end of it.
    larger = pytest.approx(1.75 * run_button_width(usual), rel=0.1)
    wait_for("1.75 times as large", lambda: run_button_width(app.look()) == larger)
    app.key("ctrl+0")
    app.wait_for_return(None, usual)


def test_the_projector_layout_has_no_panels_and_ends_by_its_key_or_esc(app: App) -> None:
    usual = app.look()
    for key_back in ("F11", "Escape"):
        app.key("F11")
        app.wait_for_change("menu_bar", app.part_of(usual, "menu_bar"))
        projector = app.wait_until_still()
        # The network's ground reaches from the left edge to the canvas at the right, below the line that says how to
        # leave; nothing is at its left.
        context = make_theme("dark").rgb("canvas")
        assert np.abs(projector[100:400, 2:8] - context).max() < 8
        app.key(key_back)
        app.wait_for_return(None, usual)


def test_a_narrow_window_keeps_the_three_steps_in_a_drawer(app: App) -> None:
    wide = app.look()
    app.resize("1024x600")
    app.wait_for_change(None, wide)
    narrow = app.wait_until_still()
    # At the left the network's ground begins at once.
    assert np.abs(narrow[200:220, 2:8] - make_theme("dark").rgb("canvas")).max() < 8
    drawer = (0, 75, 200, 350)
    app.click("steps_button")
    app.point_nowhere()
    app.wait_for_change(drawer, app.part_of(narrow, drawer))
    app.wait_until_still()
    app.key("Escape")
    app.wait_for_return(drawer, app.part_of(narrow, drawer))
    app.resize("1280x800")
    app.wait_for_return(None, wide)


def test_it_starts_in_chinese_and_in_the_light_theme_when_told_to(start_app: Callable[..., App]) -> None:
    app = start_app("--language", "zh_CN", "--theme", "light")
    light = app.look()
    assert np.median(app.part_of(light, "steps_panel")) > 220
    app.key("space")
    app.wait_for_motion("network_view")
    assert app.quit() == (0, "")
    english = start_app("--theme", "light").look()
    for name in ("menu_bar", "goodness_panel", "best_function_panel", "status_label"):
        assert (app.part_of(light, name) != app.part_of(english, name)).mean() > 0.01, name


def test_theme_signal_animations_and_size_are_remembered(start_app: Callable[..., App]) -> None:
    app = start_app()
    dark = app.look()
    app.key("w")
    app.wait_for_change("waves_button", app.part_of(dark, "waves_button"))
    app.key("ctrl+plus", "ctrl+plus")
    # The View menu's third entry from below is Theme; its second is Light.
    for key in ("alt+v", "Up", "Up", "Up", "Right", "Down", "Return"):
        before = app.look()
        app.key(key)
        app.wait_for_change(None, before)
    # The menu closes before the look is another one.
    wait_for("the light theme", lambda: app.look()[2:8, 500:700].min() > 200)
    chosen = app.wait_until_still()
    assert app.quit() == (0, "")
    again = start_app().look()
    assert (again[:100] == chosen[:100]).all()
