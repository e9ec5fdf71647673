"""The app as a person uses it: by keys and mouse only, and judged by what is on the screen."""

from __future__ import annotations

import numpy as np
import pytest
from real_window import App, Box, Picture, wait_for

from gui.theme.tokens import make_theme

pytestmark = pytest.mark.window

ONE = [(0.5, 0.15), (0.5, 0.4), (0.5, 0.6), (0.5, 0.85)]
SEVEN = [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)]


def pixels_of(colour: str, picture: Picture) -> int:
    """How many pixels have (almost) one of the dark theme's colours."""
    return int((np.abs(picture - make_theme("dark").rgb(colour)).max(axis=2) < 8).sum())


def colourful(picture: Picture) -> int:
    """How many pixels have a hue; the ground, type and panels are grey."""
    values = picture.astype(np.int16)
    return int((values.max(axis=2) - values.min(axis=2) > 60).sum())


def without(picture: Picture, box: Box) -> Picture:
    """The picture with this part blackened."""
    x, y, width, height = box
    left = picture.copy()
    left[y : y + height, x : x + width] = 0
    return left


def update_count(app: App) -> Box:
    """Where the status line says "update 0"; more digits would go on at its right."""
    x, y, _, height = app.place_of["status_label"]
    return x, y, 74, height


def test_one_session_by_keys_and_mouse_only(app: App) -> None:
    start = app.look()
    app.key("space")
    app.wait_for_motion("network_view")
    app.wait_for_change("total_loss", app.part_of(start, "total_loss"))
    app.key("f")
    app.wait_for_change("speed_number", app.part_of(start, "speed_number"))
    app.wait_for_motion("loss_plot")
    app.key("space")
    trained = app.part_of(app.wait_until_still(), "bars")
    app.drag("digit_canvas", SEVEN)
    app.wait_for_change("bars", trained)
    app.point_nowhere()
    drawn = app.part_of(app.wait_until_still(), "bars")
    app.key("n")
    app.wait_for_change("bars", drawn)
    app.click("run_button")
    app.wait_for_motion("loss_plot")
    app.click("run_button")
    app.point_nowhere()
    app.wait_until_still()
    assert app.quit() == (0, "")


def test_space_starts_the_training_and_stops_every_pixel(app: App) -> None:
    before = app.look()
    assert app.count_changes(None, 1.0) == 0
    app.key("space")
    app.wait_for_motion("network_view")
    app.wait_for_motion("loss_plot")
    app.key("space")
    after = app.wait_until_still()
    assert app.count_changes(None, 1.0) == 0
    for name in ("network_view", "loss_plot", "total_loss", "status_label"):
        assert (app.part_of(before, name) != app.part_of(after, name)).any(), name


def test_slow_motion_tells_an_update_phase_by_phase(app: App) -> None:
    x, y, width, _ = app.place_of["network_view"]
    # The title's line, and the one below it that tells.
    line = (x + width // 2, y, width // 2, 60)
    app.key(*["bracketleft"] * 12)
    app.wait_until_still()
    untold = app.look(line)
    app.key("space")
    first = app.wait_for_change(line, untold)
    # The next phase has another sentence.
    app.wait_for_change(line, first)
    app.key("space")
    app.wait_until_still()


def test_f_goes_to_full_speed_and_back(app: App) -> None:
    usual = app.look("speed_number")
    app.key("f")
    app.wait_for_change("speed_number", usual)
    app.key("f")
    app.wait_for_return("speed_number", usual)


def test_a_digit_drawn_with_the_mouse_moves_the_bars(app: App) -> None:
    before = app.look("bars")
    empty = app.look("digit_canvas")
    app.drag("digit_canvas", ONE)
    app.wait_for_change("bars", before)
    app.point_nowhere()
    one = app.wait_until_still()
    ink = app.part_of(one, "digit_canvas") > 200
    # A stroke down the middle leaves the sides as they were.
    assert ink[:, ink.shape[1] // 2].all(axis=1).mean() > 0.6
    assert not ink[5:-5, 5 : ink.shape[1] // 4].any()
    app.drag("digit_canvas", SEVEN)
    app.wait_for_change("bars", app.part_of(one, "bars"))
    app.point_nowhere()
    app.key("ctrl+z")
    app.wait_for_return("bars", app.part_of(one, "bars"))
    app.key("ctrl+z")
    wait_for("the ink is gone", lambda: pixels_of("lit", app.look("digit_canvas")) == pixels_of("lit", empty))


def test_pointing_at_a_neuron_leaves_only_its_connections(app: App) -> None:
    everything = app.look()
    before = colourful(app.part_of(everything, "gap_0"))
    app.point_at(2, 0)
    wait_for("the first gap's connections fade", lambda: colourful(app.look("gap_0")) < 0.2 * before)
    app.point_nowhere()
    app.wait_for_return(None, everything)


def test_a_learning_rate_that_is_none_is_refused_where_it_is_typed(app: App) -> None:
    before = app.look()
    assert pixels_of("error", app.look("learning_rate")) == 0
    app.click("learning_rate")
    app.key("ctrl+a")
    app.write("fast")
    app.key("Return")
    app.point_nowhere()
    wait_for("the field is outlined", lambda: pixels_of("error", app.look("learning_rate")) > 200)
    # Beside the field it is said why, over the plot; nothing else has moved.
    now = app.look()
    for name in ("digit_canvas", "status_label", "total_loss"):
        assert (app.part_of(now, name) == app.part_of(before, name)).all(), name
    app.key("ctrl+a")
    app.write("0.001")
    app.key("Return")
    wait_for("the outline goes", lambda: pixels_of("error", app.look("steps_panel")) == 0)


def test_undo_brings_the_earlier_network_back_as_it_was(app: App) -> None:
    before = app.look()
    app.key("shift+r")
    app.wait_for_change("total_loss", app.part_of(before, "total_loss"))
    app.wait_until_still()
    app.key("ctrl+z")
    # Below stands another row now: the run that was left.
    for part in ("total_loss", "function_set_panel", "goodness_panel", "best_function_panel"):
        app.wait_for_return(part, app.part_of(before, part))
