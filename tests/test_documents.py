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


@pytest.mark.parametrize(
    "module", sorted(p.stem for p in (ROOT / "core").glob("*.py") if p.stem != "__init__")
)
def test_every_part_of_the_core_has_its_tests(module: str) -> None:
    # A type without behaviour of its own is tested where it is made.
    without = {
        "messages",
        "structure",
        "trace",
        "config",
        "divergence",
        "made_data",
        "batches",
        "evaluation",
        "layers",
        "initializers",
    }
    tests = {path.stem for path in (ROOT / "tests" / "core").glob("test_*.py")}
    aliases = {
        "propagation": "test_gradients",
        "activations": "test_gradients",
        "batch_gradient": "test_phases",
        "replay": "test_checkpoint",
    }
    assert module in without or aliases.get(module, f"test_{module}") in tests
