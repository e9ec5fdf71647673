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


CORE = ROOT / "core"
# Types without behaviour of their own are tested where they are made; people's files all through `read`.
WITHOUT = {
    "analysis/trace",
    "data/toy_data",
    "engine/commands",
    "engine/host",
    "engine/saved",
    "nn/layers",
    "training/config",
    "training/divergence",
}
TESTED_IN = {
    "nn/activations": "nn/gradients",
    "nn/propagation": "nn/gradients",
    "training/batch_gradient": "training/phases",
    "training/replay": "training/checkpoint",
}


@pytest.mark.parametrize(
    "module",
    sorted(
        path.relative_to(CORE).with_suffix("").as_posix()
        for path in CORE.rglob("*.py")
        if path.stem != "__init__" and path.parent.name != "importers"
    ),
)
def test_every_part_of_the_core_has_its_tests(module: str) -> None:
    mirrored = ROOT / "tests" / "core" / TESTED_IN.get(module, module)
    assert module in WITHOUT or mirrored.with_name(f"test_{mirrored.name}.py").is_file()


# --- what the README claims


README = (ROOT / "README.md").read_text(encoding="utf-8")
NUMBERS = {"nine": 9, "ten": 10, "four": 4}


def test_every_key_that_the_readme_names_is_an_actions() -> None:
    from gui.app.actions import ACTIONS

    # The five pictures have their numbers as keys; Undo is the stack's own action.
    keys = {key for keys, _, _ in ACTIONS.values() for key in keys.split("; ")} | set("12345") | {"Ctrl+Z"}
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
