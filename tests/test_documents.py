"""What the documents say of the repository is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def test_the_checks_run_the_readmes_own_test_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- tests -->\n```sh\n(.+)\n```\n<!-- /tests -->", readme)
    assert block is not None, "the README marks its test command"
    assert "\n" not in block.group(1)
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = re.findall(r"`((?:core|gui|assets|tests)/[\w./-]*)`", text)
    named += [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert named
    missing = [path for path in named if not (ROOT / path).exists() and not (ROOT / f"{path}.py").exists()]
    assert missing == []


def test_every_file_of_tests_that_begins_first_is_there() -> None:
    text = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    named = re.findall(r'^    "(tests/[\w/]+\.py)",$', text, re.MULTILINE)
    assert len(named) >= 10
    assert [path for path in named if not (ROOT / path).is_file()] == []


# --- each module has its tests at the same place


def paths_in(folder: Path) -> set[str]:
    """Every Python file of core and gui in this folder, such as ``core/nn/erf``."""
    found = (path for room in ("core", "gui") for path in (folder / room).rglob("*.py"))
    return {path.relative_to(folder).with_suffix("").as_posix() for path in found if path.stem != "__init__"}


def mirror_of(module: str) -> str:
    """Where a module's tests are: those of ``core/nn/erf`` in ``core/nn/test_erf``."""
    room, _, name = module.rpartition("/")
    return f"{room}/test_{name}"


MODULES = paths_in(ROOT)
TESTS = {path for path in paths_in(ROOT / "tests") if path.rpartition("/")[2].startswith("test_")}
# Types and values without behaviour of their own: they are tested where they are made and read.
TYPES_ONLY = {
    "core/arrays",
    "core/data/importers/source",
    "core/engine/commands",
    "core/engine/confidence_messages",
    "core/engine/confusion_messages",
    "core/engine/example_commands",
    "core/engine/example_messages",
    "core/engine/filter_commands",
    "core/engine/filter_messages",
    "core/engine/keeping_messages",
    "core/engine/layer_curve_commands",
    "core/engine/layer_curve_messages",
    "core/engine/influence_commands",
    "core/engine/influence_messages",
    "core/engine/session_commands",
    "core/engine/solutions_messages",
    "core/engine/end_messages",
    "core/engine/other_run_messages",
    "core/engine/own_set_commands",
    "core/engine/past_messages",
    "core/engine/flip_commands",
    "core/engine/flip_messages",
    "core/engine/unrolling_commands",
    "core/engine/unrolling_messages",
    "core/engine/window_state",
    "core/may_lack",
    "gui/app/commands",
    "gui/ledger/subtracted",
    "gui/loss/run_axis",
    "gui/loss/saved_curve",
    "gui/network/marks/mark_kind",
    "gui/widgets/figure",
    "gui/network/marks/in_ribbons",
    "gui/network/painting/render_context",
}
# What no module does alone, with what it is about.
OVER_SEVERAL = {
    "core/data/test_build_digits": "the script that makes the packed digits",
    "core/nn/test_gradients": "every activation, loss and shape of network against finite differences and PyTorch",
    "core/nn/test_picture_layers": "convolutions, unshared windows and pools in random stacks, and against PyTorch",
    "core/nn/test_masked_layer": "a kind of layer that no part of the app knows",
    "core/engine/test_divergence_trials": "what a divergence is put on, against the same updates in float64",
    "core/engine/test_picture_networks": "all that can be done to a run, with networks of windows and pools",
    "gui/app/test_everything_wears_the_theme": "every part of the window and every dialog, after another look",
    "gui/app/test_manual_edits": "edits, undo and training in the window",
    "gui/app/test_seen_words_in_names": "what is written on every control is in its accessible name, heard once",
    "gui/app/test_typed_layers": "a hundred layers typed into the panel of the window",
    "gui/export/test_export_page_svg": "all marks as shapes of an SVG",
    "gui/figures/test_all_pictures": "every picture of the window can be kept, or says why not",
    "gui/figures/test_every_plot": "every plot as a figure: the same picture, the same numbers",
    "gui/network/animation/test_flashing": "brightness over the frames of a walkthrough",
    "gui/network/interaction/test_values_of_cells": "cells of feature maps, shared weights and pools, pointed at",
    "gui/network/marks/test_colour_blindness": "every colour scale as different eyes see it",
    "gui/network/marks/test_numbers_as_inputs": "inputs that are no picture, from layout to painting",
    "gui/network/painting/test_drawn_colours": "the colours of edges from palette to pixel",
    "gui/network/painting/test_shared_weight_highlighted": "all connections of a shared weight, pointed at",
    "gui/network/painting/test_recorded_paint_calls": "every call of every frame, and the mark that it paints",
    "gui/network/test_accessible_walkthrough": "what is heard of the network in each phase of an update",
    "gui/network/test_maps_and_edges": "of which update ribbons and kernels are, beside the edges",
    "gui/network/test_masked_network": "layers that nothing in gui/ knows, drawn",
    "gui/network/test_masked_network_asked": "layers that nothing in gui/ knows, pointed at and inspected",
    "gui/presenters/test_loss_before_edit": "what the window says of L until it is measured after a change by hand",
    "gui/presenters/test_one_update": "of which update each part of the window is",
    "gui/presenters/test_reduced_motion": "what is painted where nothing travels",
    "gui/presenters/test_without_engine": "every button, action and command of the window once there is no engine",
    "gui/presenters/test_words_and_picture": "what is said at each painting, looking back and after changes by hand",
}


def test_every_module_has_its_tests_at_the_same_place() -> None:
    # One that has them though it is listed is to be taken off the list.
    assert {module for module in MODULES if mirror_of(module) not in TESTS} == TYPES_ONLY


def test_the_list_of_modules_without_tests_names_no_module_that_is_gone() -> None:
    assert TYPES_ONLY <= MODULES


def test_every_test_file_is_that_of_a_module_or_is_listed() -> None:
    assert TESTS - {mirror_of(module) for module in MODULES} == set(OVER_SEVERAL)


# --- what the README claims


README = (ROOT / "README.md").read_text(encoding="utf-8")
NUMBERS = {"nine": 9, "ten": 10, "four": 4}


def test_every_key_that_the_readme_names_is_an_actions() -> None:
    from gui.app.action_table import ACTIONS

    # The five pictures have their numbers as keys; Undo, Redo and Paste are not the table's.
    keys = (
        {key for keys, _, _ in ACTIONS.values() for key in keys.split("; ")}
        | set("12345")
        | {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+V"}
    )
    named = set(re.findall(r"\*\*(Space|F\d{1,2}|[A-Z\d.])\*\*", README))
    named |= set(re.findall(r"\b((?:Ctrl|Shift|Ctrl\+Shift)\+(?:F?\d+|[A-Z]))\b", README))
    assert len(named) > 20
    assert named - keys == set()


def test_the_readme_counts_the_activations_and_names_the_optimizers() -> None:
    from core.nn.activations import ACTIVATIONS
    from core.optim.optimizers import OPTIMIZER_NAMES

    (count,) = re.findall(r"(\w+) activations \(one for", README)
    assert NUMBERS[count] == len(ACTIVATIONS)
    called = README.lower()
    # Plain gradient descent has no other name there.
    assert all(name in called for name in OPTIMIZER_NAMES if name != "sgd")


def test_the_readmes_counts_of_examples_are_the_data_sets() -> None:
    from core.data.dataset import load_dataset

    digits = load_dataset("digits")
    assert f"all {len(digits.y_train) + len(digits.y_test):,}" in README
    assert f"{len(digits.y_train):,} × digits" in README
    assert f"the {'ten'} outputs" in README and len(digits.class_names) == NUMBERS["ten"]


def test_the_readmes_number_of_pins_is_the_views() -> None:
    from gui.network.interaction.selection import MAX_PINS

    (count,) = re.findall(r"Ctrl pins up to (\w+) beside", README)
    assert NUMBERS[count] == MAX_PINS


def test_the_options_that_the_readme_names_are_understood() -> None:
    import main

    named = re.findall(r"main\.py (--train .*?)`", README)
    assert named
    for line in named:
        assert main.parse(line.split()).screenshot == "picture.png"
    assert main.parse(["--updates", "1000"]).updates == 1000


def test_what_is_lost_at_most_is_what_is_saved_that_often() -> None:
    from core.engine.autosave_task import EVERY_S

    assert "at most ten seconds before" in README and EVERY_S < 10
