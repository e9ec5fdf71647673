"""The app as a person uses it: by keys and mouse only, and judged by what is on the screen."""

from __future__ import annotations

import numpy as np
import pytest
from real_window import SPOT, App, Picture, wait_for

from gui.theme import make_theme

pytestmark = pytest.mark.window

ONE = [(0.5, 0.15), (0.5, 0.4), (0.5, 0.6), (0.5, 0.85)]
SEVEN = [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)]


def pixels_of(colour: str, picture: Picture) -> int:
    """How many pixels have (almost) one of the dark theme's colours."""
    wanted = make_theme("dark").rgb(colour)
    return int((np.abs(picture - wanted).max(axis=2) < 8).sum())


def colourful(picture: Picture) -> int:
    """How many pixels have a hue; the ground, type and panels are grey."""
    values = picture.astype(np.int16)
    return int((values.max(axis=2) - values.min(axis=2) > 60).sum())


def outside(picture: Picture, box: tuple[int, int, int, int]) -> Picture:
    """The picture with this part blackened."""
    x, y, width, height = box
    left = picture.copy()
    left[y : y + height, x : x + width] = 0
    return left


def test_at_rest_no_pixel_changes(app: App) -> None:
    assert app.count_changes(None, 1.0) == 0
    assert app.quit() == (0, "")


def test_one_sitting(app: App) -> None:
    start = app.look()
    app.key("space")
    wait_for("the network is at work", lambda: app.count_changes("network_view", 0.5) >= 5)
    assert (app.look("goodness_panel") != start_of(start, app, "goodness_panel")).any()
    app.key("f")
    wait_for("the network is at full speed", lambda: app.count_changes("status_label", 1.0) >= 2)
    app.key("space")
    app.wait_until_still()
    trained = app.look("bars")
    app.drag("digit_canvas", SEVEN)
    app.wait_for_change("bars", trained)
    app.point_nowhere()
    app.wait_until_still()
    drawn = app.look("bars")
    app.key("n")
    app.wait_for_change("bars", drawn)
    app.key("space")
    wait_for("the curve grows", lambda: app.count_changes("loss_plot", 0.5) >= 2)
    app.click("run_button")
    app.point_nowhere()
    app.wait_until_still()
    assert app.quit() == (0, "")


def start_of(picture: Picture, app: App, name: str) -> Picture:
    x, y, width, height = app.place_of[name]
    return picture[y : y + height, x : x + width]


def test_space_starts_the_training_and_stops_every_pixel(app: App) -> None:
    before = app.look()
    app.key("space")
    wait_for("the network moves", lambda: app.count_changes("network_view", 0.5) >= 5)
    wait_for("the curve grows", lambda: app.count_changes("loss_plot", 0.5) >= 2)
    app.key("space")
    after = app.wait_until_still()
    assert app.count_changes(None, 1.0) == 0
    assert (start_of(before, app, "goodness_panel") != start_of(after, app, "goodness_panel")).any()


def test_f_goes_to_full_speed_and_back(app: App) -> None:
    usual = app.look("speed_number")
    app.key("f")
    full = app.wait_for_change("speed_number", usual)
    app.key("f")
    assert (app.wait_for_change("speed_number", full) == usual).all()


def test_a_digit_drawn_with_the_mouse_moves_the_bars(app: App) -> None:
    before = app.look("bars")
    app.drag("digit_canvas", ONE)
    one = app.wait_for_change("bars", before)
    app.point_nowhere()
    canvas = app.look("digit_canvas")
    assert canvas[: len(canvas) // 2].max() > 200
    one = app.wait_until_still("bars")
    app.drag("digit_canvas", SEVEN)
    app.wait_for_change("bars", one)


def test_pointing_at_a_neuron_leaves_only_its_connections(app: App) -> None:
    everything = app.look()
    app.point_at(2, 0)
    wait_for(
        "the first gap's connections fade",
        lambda: colourful(app.look("gap_0")) < 0.5 * colourful(start_of(everything, app, "gap_0")),
    )
    app.point_nowhere()
    wait_for("everything is as before", lambda: (app.look() == everything).all())


def test_a_learning_rate_that_is_none_is_refused_where_it_is_typed(app: App) -> None:
    before = app.look()
    panel = app.place_of["steps_panel"]
    assert pixels_of("error", app.look("learning_rate")) == 0
    app.click("learning_rate")
    app.key("ctrl+a")
    app.write("fast")
    app.key("Return")
    app.point_nowhere()
    wait_for("the field is outlined", lambda: pixels_of("error", app.look("learning_rate")) > 200)
    assert (outside(app.look(), panel) == outside(before, panel)).all()
    app.key("ctrl+a")
    app.write("0.001")
    app.key("Return", "ctrl+2")
    wait_for("the outline goes", lambda: pixels_of("error", app.look("steps_panel")) == 0)


def test_ctrl_plus_enlarges_and_ctrl_0_undoes_it(app: App) -> None:
    usual = app.look()
    x, y, width, height = app.place_of["run_button"]
    inside = (slice(y, y + height), slice(0, 200))
    bright = int((usual[inside].min(axis=2) > 200).sum())
    for _ in range(4):
        app.key("ctrl+plus")
    app.wait_for_change(None, usual)
    larger = app.wait_until_still()
    assert int((larger[:100, :250].min(axis=2) > 200).sum()) > 1.3 * bright
    app.key("ctrl+0")
    wait_for("it is as before", lambda: (app.look() == usual).all())


@pytest.mark.parametrize("key_back", ["F11", "Escape"])
def test_f11_leaves_only_network_and_loss_until(key_back: str, app: App) -> None:
    usual = app.look()
    app.key("F11")
    app.wait_for_change("menu_bar", usual[0:20, :1280])
    projector = app.wait_until_still()
    # Nothing but the network from edge to edge: no panels at its sides, no buttons above it.
    ground = make_theme("dark").rgb("canvas")
    assert np.abs(projector[150:160, 2:12] - ground).max() < 8
    app.key(key_back)
    wait_for("it is as before", lambda: (app.look() == usual).all())


def test_undo_brings_the_earlier_weights_back_as_they_were(app: App) -> None:
    before = app.look("network_view")
    app.key("shift+r")
    app.wait_for_change("network_view", before)
    app.wait_until_still()
    app.key("ctrl+z")
    wait_for("the earlier network is there", lambda: (app.look("network_view") == before).all())


def test_a_narrow_window_keeps_the_three_steps_in_a_drawer(app: App) -> None:
    app.resize("1024x600")
    app.wait_until_still()
    narrow = app.look()
    panel = (0, 75, 200, 350)
    app.click("steps_button")
    app.point_nowhere()
    app.wait_for_change(panel, app.look(panel) if False else narrow[75:425, :200])
    app.key("Escape")
    wait_for("the drawer is closed", lambda: (app.look(panel) == narrow[75:425, :200]).all())
    app.resize("1280x800")
    app.wait_until_still()


def test_slow_motion_tells_one_update(app: App) -> None:
    x, y, _, height = app.place_of["status_label"]
    count = (x, y, 76, height)
    update_0 = app.look(count)
    app.key("period")
    app.wait_for_change(count, update_0)
    update_1 = app.wait_until_still(count)
    app.key("r")
    wait_for("update 0 again", lambda: (app.look(count) == update_0).all())
    app.wait_until_still()
    rest = app.look("network_view")
    number = app.look("speed_number")
    for _ in range(40):
        app.key("Tab")
        if app.count_changes("speed", 0.1):
            break
        before = app.look("speed_number")
        app.key("Home")
        if (app.look("speed_number") != before).any():
            break
    assert number is not None and SPOT
    app.key("space")
    app.wait_for_change("network_view", rest)
    wait_for("update 1 is counted", lambda: (app.look(count) == update_1).all(), 15)
