"""What is said of a picture: which network, which run, which update, and where its connections are of another."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.export.captions import (
    file_stem,
    network_description,
    other_moments,
    picture_stem,
    walkthrough_description,
)
from gui.network.animation.timeline import AnimationState
from tests.core.small_snapshots import snapshot_of


def words_of(run: int, update: int) -> tuple[str, ...]:
    return (f"run of number {run}",)


def test_the_line_tells_the_network_the_run_and_the_update(view):
    assert (
        network_description(view.detached_render(), words_of)
        == "Backlight  ·  256-6-4-10  ·  update 1,200  ·  run of number 2"
    )


def test_sizes_that_the_runs_name_has_are_not_said_twice(view):
    said = network_description(view.detached_render(), lambda *_: ("256-6-4-10, seed 3",))
    assert said == "Backlight  ·  update 1,200  ·  256-6-4-10, seed 3"


def test_where_the_weights_are_of_another_update_the_line_says_so(view, snapshot, another):
    view.show_weights(another(snapshot))
    # Not drawn yet: what is seen is still of the old ones.
    assert network_description(view.detached_render(), words_of).endswith(
        "  ·  update 1,200  ·  run of number 2"
    )
    view.work(10_000)
    assert network_description(view.detached_render(), words_of).endswith(
        "update 1,200  ·  weights of update 1,205  ·  run of number 2"
    )


def test_what_was_edited_stands_before_the_runs_name_and_what_is_set_behind_it(view, snapshot, another):
    def told(run: int, update: int) -> tuple[str, ...]:
        return f"edited by {update}", "seed 0", "since update 7: η 3"

    assert network_description(view.detached_render(), told).endswith(
        "update 1,200  ·  edited by 1200  ·  seed 0  ·  since update 7: η 3"
    )
    # Its weights are those of a later update, with what was changed by then.
    view.show_weights(another(snapshot))
    view.work(10_000)
    assert "  ·  edited by 1205  ·  " in network_description(view.detached_render(), told)


def test_the_suggested_name_tells_of_which_update_the_weights_are(view, snapshot, another):
    assert picture_stem(view.detached_render()) == "backlight-update-1200"
    view.show_weights(another(snapshot))
    view.work(10_000)
    assert picture_stem(view.detached_render()) == "backlight-update-1200-weights-1205"


def test_in_the_phase_of_the_mean_connections_rings_and_name_are_of_the_update_to_come(view, update):
    opened, applied = update
    view.show_gradient(opened.mean_gradient, "mean_gradient", opened.snapshot.trace.delta)
    view.show_animation_state(AnimationState("mean", gradient_from=0.0, is_walkthrough=True))
    view.work(10_000)
    view.grab()
    render = view.detached_render()
    assert other_moments(render) == ["connections and mean δ of update 1,201"]
    assert picture_stem(render) == "backlight-update-1200-connections-1201"
    view.show_change(applied.change)
    view.show_weights(applied.snapshot)
    view.show_animation_state(AnimationState("change", progress=0.2, gradient_from=0.0, is_walkthrough=True))
    view.work(10_000)
    view.grab()
    assert other_moments(view.detached_render()) == ["connections of update 1,201"]


@pytest.mark.parametrize("picture", ["signal", "gradient"])
def test_a_change_that_has_faded_into_the_examples_numbers_is_not_named_any_more(view, update, picture):
    view.set_edge_picture(picture)
    view.show_change(update[1].change)
    view.show_weights(update[1].snapshot)
    for progress, said in ((0.4, ["connections of update 1,201"]), (0.9, [])):
        view.show_animation_state(
            AnimationState("change", progress=progress, gradient_from=0.0, is_walkthrough=True)
        )
        view.work(10_000)
        view.grab()
        assert other_moments(view.detached_render()) == said


LAYERS = (
    Conv2d(2, 3, padding=1, activation="tanh", picture=(6, 6)),
    Conv2d(2, 2, activation="tanh"),
    Dense(5, "tanh"),
    Dense(4, "softmax"),
)


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        # Kernels are of the newest weights, ribbons and the lines of a·w of the displayed update.
        ("weight", ["weights of update 1,205"]),
        ("signal", ["weights of update 1,205"]),
        ("gradient", []),
        ("change", ["connections of update 1,205"]),
    ],
)
def test_of_feature_maps_the_line_names_the_update_of_the_kernels(view, another, picture, said):
    network = Architecture(LAYERS, seed=4).network((36,))
    snapshot = snapshot_of(network, np.ones(36, np.float32), update=1200)
    view.resize(1100, 640)
    view.set_edge_picture(picture)
    view.show_displayed_snapshot(snapshot)
    view.show_gradient(snapshot.trace.gradient, "gradient")
    newest = replace(snapshot, update=1205, parameters=2 * snapshot.parameters)
    view.show_weights(replace(newest, change=snapshot.parameters))
    view.work(10_000)
    view.grab()
    assert other_moments(view.detached_render()) == said
    assert all(f"  ·  {each}  ·  " in network_description(view.detached_render(), words_of) for each in said)


def test_connections_of_an_earlier_signal_are_named_until_they_are_drawn_anew(view, snapshot):
    view.set_edge_picture("signal")
    view.work(10_000)
    view.show_displayed_snapshot(replace(snapshot, update=1207))
    assert other_moments(view.detached_render()) == ["connections of update 1,200"]
    view.work(10_000)
    assert other_moments(view.detached_render()) == []


def test_a_files_name_tells_the_update():
    assert file_stem(1200) == "backlight-update-1200"


def test_an_animations_line_tells_the_update_that_it_makes_and_its_batch(update):
    assert walkthrough_description(update[0], words_of) == (
        "Backlight  ·  256-6-4-10  ·  update 1,201, the mean of 32 examples  ·  run of number 2"
    )


def test_an_update_of_one_example_is_no_mean(update):
    assert "update 1,201, of one example  ·" in walkthrough_description(
        replace(update[0], batch_size=1), words_of
    )


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((2, 3, 4, 5, 6, 7, 8, 9), "2-3-4-5-6-7-8-9"),
        ((2, 3, 4, 5, 6, 7, 8, 9, 10), "2-3-4-…-9-10"),
    ],
)
def test_of_a_deep_network_the_first_and_the_last_sizes_are_said(update, sizes, said):
    network = Architecture.dense(sizes[1:-1], n_out=sizes[-1]).network(sizes[:1])
    snapshot = snapshot_of(network, np.ones(sizes[0], np.float32))
    walkthrough = replace(update[0], snapshot=snapshot, mean_gradient=snapshot.trace.gradient)
    assert walkthrough_description(walkthrough, words_of).split("  ·  ")[1] == said
