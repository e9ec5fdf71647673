"""The house rules that a build can check: who imports whom, and what core never knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = sorted((ROOT / "core").rglob("*.py"))
GUI = sorted((ROOT / "gui").rglob("*.py"))
FORBIDDEN_IN_CORE = {
    "PySide6",
    "pyqtgraph",
    "gui",
    "main",
    "threading",
    "multiprocessing",
    "asyncio",
    "concurrent",
    "time",
    "datetime",
    "sched",
    "pickle",
    "socket",
    "urllib",
}
# Who may know the worker: the one that connects, and what runs it.
KNOW_THE_WORKER = set[str]()


def imports(path: Path) -> set[str]:
    """Dotted names of every module that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CORE, ids=name)
def test_core_knows_no_window_thread_or_clock(path: Path) -> None:
    assert not {module.split(".")[0] for module in imports(path)} & FORBIDDEN_IN_CORE


@pytest.mark.parametrize("path", CORE, ids=name)
def test_core_prints_nothing(path: Path) -> None:
    calls = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    assert not [
        call
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("print", "eval", "exec")
    ]


@pytest.mark.parametrize("path", GUI, ids=name)
def test_gui_does_not_reach_back_to_main(path: Path) -> None:
    assert "main" not in {module.split(".")[0] for module in imports(path)}


def test_main_reaches_the_core_only_through_gui() -> None:
    assert "core" not in {module.split(".")[0] for module in imports(ROOT / "main.py")}


@pytest.mark.parametrize("path", GUI, ids=name)
def test_only_the_session_and_the_thread_know_the_worker(path: Path) -> None:
    if name(path) not in KNOW_THE_WORKER | {"gui/worker.py"}:
        assert "gui.worker" not in imports(path)


@pytest.mark.parametrize("path", GUI, ids=name)
def test_widgets_know_no_presenter(path: Path) -> None:
    if "presenters" not in path.parts and name(path) != "gui/app/main_window.py":
        assert not [module for module in imports(path) if module.startswith("gui.presenters")]


@pytest.mark.parametrize("path", GUI + CORE, ids=name)
def test_colours_are_named_in_the_theme_only(path: Path) -> None:
    if name(path) != "gui/theme/tokens.py":
        assert not re.findall(r"[\"'{ ]#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", GUI + CORE, ids=name)
def test_a_file_has_one_idea_and_so_is_not_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450
