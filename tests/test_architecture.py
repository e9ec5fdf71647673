"""The house rules that a build can check: who imports whom, and what core never knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
# The engine is handed a clock, and its program runs threads on streams: nothing else in core/ knows of such.
KNOW_TIME = {"core/engine/engine.py": {"time"}, "core/engine/program.py": {"time", "threading"}}
MAX_LINES = 400
COLOUR = re.compile(r"[\"'{ ]#[0-9A-Fa-f]{6}\b")


class Facts(NamedTuple):
    """What several tests ask of one file: dotted names of the modules that it imports, and of which at once."""

    imports: set[str]
    imports_at_once: set[str]
    called: set[str]
    """Names of functions that it calls by nothing but their name."""


@cache
def facts(path: Path) -> Facts:
    # Read once for all tests: the facts are kept, but not the tree, which is large.
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    called = {
        node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    return Facts(imported_by(nodes), imported_by(run_at_import(tree)), called)


def imports(path: Path) -> set[str]:
    """Dotted names of every module that a file imports."""
    return facts(path).imports


def imported_by(nodes: Iterable[ast.AST]) -> set[str]:
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What of a file runs when it is imported: no body of a function, and nothing that only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        is_for_checkers = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        if not (is_for_checkers or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))):
            yield child
            yield from run_at_import(child)


def circles(needs: dict[str, set[str]]) -> list[list[str]]:
    """Every way from a module back to itself that is met first, where `needs` says whom each one imports."""
    found, done, way = [], set(), []

    def follow(module: str) -> None:
        if module in way:
            found.append([*way[way.index(module) :], module])
        elif module not in done:
            way.append(module)
            for needed in sorted(needs[module]):
                follow(needed)
            way.pop()
            done.add(module)

    for module in needs:
        follow(module)
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def named(found: dict[Path, set[str]]) -> dict[str, set[str]]:
    """What was found, by the names of the files: those with nothing are left out.

    A rule is one test, which names every file that breaks it: a test for each of 800 files and rule would take ten
    seconds to begin and end.
    """
    return {name(path): things for path, things in found.items() if things}


def test_core_knows_no_window_thread_or_clock() -> None:
    known = {path: {module.split(".")[0] for module in imports(path)} & FORBIDDEN_IN_CORE for path in CORE}
    assert named(known) == KNOW_TIME


def test_core_prints_nothing() -> None:
    assert named({path: facts(path).called & {"print", "eval", "exec"} for path in CORE}) == {}


def test_gui_does_not_reach_back_to_main() -> None:
    assert named({path: {m for m in imports(path) if m.split(".")[0] == "main"} for path in GUI}) == {}


def test_main_reaches_the_core_only_through_gui_or_is_the_engine() -> None:
    of_core = {module for module in imports(ROOT / "main.py") if module.split(".")[0] == "core"}
    assert of_core == {"core.engine.program", "core.engine.program.main"}


def test_no_module_needs_itself_to_be_imported() -> None:
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in CORE + GUI}
    modules = {module.removesuffix(".__init__"): path for module, path in modules.items()}
    needs = {
        module: (facts(path).imports_at_once & set(modules)) - {module} for module, path in modules.items()
    }
    assert sum(map(len, needs.values())) > 500
    assert circles(needs) == []


def test_a_circle_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c", "d"}, "c": set(), "d": {"b"}}) == [["b", "d", "b"]]
    tree = ast.parse(
        "if TYPE_CHECKING:\n    import a\ndef f():\n    import b\ntry:\n    import c\nfinally:\n    import d.e"
    )
    assert imported_by(run_at_import(tree)) == {"c", "d.e"}


def test_widgets_know_no_presenter() -> None:
    widgets = [
        path for path in GUI if "presenters" not in path.parts and name(path) != "gui/app/main_window.py"
    ]
    known = {
        path: {module for module in imports(path) if module.startswith("gui.presenters")} for path in widgets
    }
    assert named(known) == {}


def test_colours_are_named_in_the_theme_only() -> None:
    colours = {path: set(COLOUR.findall(path.read_text(encoding="utf-8"))) for path in GUI + CORE}
    assert set(named(colours)) == {"gui/theme/tokens.py"}


def test_a_file_has_one_idea_and_so_is_not_too_long() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in GUI + CORE}
    assert {path: count for path, count in lines.items() if count > MAX_LINES} == {}
