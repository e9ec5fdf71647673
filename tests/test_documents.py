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
    "nn/layers",
    "training/config",
    "training/divergence",
}
# Tested through what uses them, until they have tests of their own.
INDIRECTLY = {
    "engine/autosave",
    "engine/autosave_task",
    "engine/commands",
    "engine/displayed_sample",
    "engine/engine",
    "engine/exact_loss_task",
    "engine/frames",
    "engine/host",
    "engine/journal",
    "engine/manual_editing",
    "engine/program",
    "engine/protocol",
    "engine/rate_limiter",
    "engine/run",
    "engine/run_state",
    "engine/sample_choice",
    "engine/saved",
    "engine/scheduler",
    "engine/snapshots",
    "engine/step_walkthrough",
    "engine/time_slice",
    "engine/training_task",
    "engine/walkthrough",
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
    assert module in WITHOUT | INDIRECTLY or mirrored.with_name(f"test_{mirrored.name}.py").is_file()
