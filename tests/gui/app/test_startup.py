"""Between the command line and the window: what keeps it from starting is said in a sentence, with exit code 1."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from core.session.file import write_session
from core.session.session import Session
from gui.app import application, startup
from gui.app.about import VERSION


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, with an application that is none."""
    done: list[str] = []

    class App:
        def __init__(self, options: Namespace) -> None:
            done.append("made")

        def show(self) -> None:
            done.append("shown")

        def run(self) -> int:
            done.append("run")
            return 7

    monkeypatch.setattr(application, "Application", App)
    for name in ("problem_with_qt", "problem_with_scale"):
        monkeypatch.setattr(startup, name, lambda: "")
    monkeypatch.setattr(startup, "choose_platform", lambda screenshot: "")
    return done


def options(**given: Any) -> Namespace:
    none = dict.fromkeys(("screenshot", "export_weights", "save", "file"))
    return Namespace(**{"version": False, "begins_with": [], **none, **given})


def test_the_window_is_made_shown_and_run_and_its_code_is_the_exit_code(steps: list[str]) -> None:
    assert startup.run(options()) == 7 and steps == ["made", "shown", "run"]


def test_the_version_needs_no_window(steps: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert startup.run(options(version=True)) == 0
    assert capsys.readouterr().out == f"Backlight {VERSION}\n" and steps == []


@pytest.mark.parametrize("check", ["problem_with_qt", "problem_with_scale", "choose_platform"])
def test_a_problem_is_said_before_anything_is_made(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], check: str
) -> None:
    monkeypatch.setattr(startup, check, lambda **_: f"{check} says no.")
    assert startup.run(options()) == 1 and steps == []
    assert capsys.readouterr().err == f"{check} says no.\n"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, False),
        ({"screenshot": "a.png"}, True),
        ({"export_weights": "a.safetensors"}, True),
        ({"save": "a"}, True),
    ],
)
def test_who_only_wants_a_file_needs_no_display(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, given: dict[str, str], asked: bool
) -> None:
    heard: list[bool] = []
    monkeypatch.setattr(startup, "choose_platform", lambda screenshot: heard.append(screenshot) or "")
    startup.run(options(**given))
    assert heard == [asked]


def test_what_fails_while_the_window_is_made_is_one_line_and_ends_it_at_once(
    steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[int, str]] = []

    def fail(options: Namespace) -> None:
        raise FileNotFoundError("no icon\nby that name")

    def end(code: int, sentence: str) -> None:
        said.append((code, sentence))
        raise SystemExit(code)

    monkeypatch.setattr(application, "Application", fail)
    monkeypatch.setattr(application, "exit_with_message", end)
    with pytest.raises(SystemExit):
        startup.run(options())
    ((code, sentence),) = said
    assert code == 1 and sentence.startswith(
        "Backlight can't start: FileNotFoundError: no icon by that name. "
    )
    assert "\n" not in sentence


@pytest.mark.parametrize("option", ["screenshot", "export_weights"])
def test_a_file_that_can_not_be_saved_is_refused_before_anything_begins(
    steps: list[str], capsys: pytest.CaptureFixture[str], option: str
) -> None:
    assert startup.run(options(**{option: "/nowhere/at all/file"})) == 1
    assert steps == []
    said = capsys.readouterr().err
    assert said.startswith("/nowhere/at all/file could not be written") and len(said.splitlines()) == 1


def test_a_file_that_is_not_there_is_said_before_anything_is_made(
    steps: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "none.backlight")
    assert startup.run(options(file=path)) == 1 and steps == []
    assert capsys.readouterr().err == f"{path} is not there: name a session or data that are.\n"
    assert startup.run(options(file=str(tmp_path))) == 7


@pytest.fixture
def table(tmp_path: Path) -> str:
    (tmp_path / "own.csv").write_text("a,label\n" + "".join(f"{n},{'xy'[n % 2]}\n" for n in range(9)))
    return str(tmp_path / "own.csv")


@pytest.mark.parametrize("option", ["save", "screenshot", "export_weights"])
def test_what_is_opened_is_not_replaced_by_what_is_saved(
    steps: list[str], table: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    (tmp_path / "link").symlink_to(table)
    before = Path(table).read_bytes()
    for path in (table, str(tmp_path / "link")):
        assert startup.run(options(file=table, **{option: path})) == 1 and steps == []
        assert capsys.readouterr().err == (
            f"{path} is what is opened, and would be lost: name another file to save.\n"
        )
    assert Path(table).read_bytes() == before
    assert startup.run(options(file=table, **{option: str(tmp_path / "new")})) == 7


@pytest.fixture
def session(tmp_path: Path) -> str:
    path = str(tmp_path / "own.backlight")
    write_session(path, Session((), 0))
    return path


@pytest.fixture
def weights(tmp_path: Path) -> str:
    save_file({"W1": np.ones((2, 2), "f4")}, tmp_path / "own.safetensors")
    return str(tmp_path / "own.safetensors")


def test_a_session_and_weights_may_be_saved_over_themselves_only(
    steps: list[str], session: str, weights: str
) -> None:
    assert startup.run(options(file=session, save=session)) == 7
    assert startup.run(options(file=weights, export_weights=weights)) == 7
    assert startup.run(options(file=session, export_weights=session)) == 1
    assert startup.run(options(file=weights, save=weights)) == 1


def test_a_seed_or_a_network_that_would_come_to_nothing_is_refused(
    steps: list[str], session: str, weights: str, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    both = ["--network", "--seed"]
    assert startup.run(options(file=session, begins_with=both)) == 1 and steps == []
    said = "is a session, with a network and a seed of its own: leave out --network and --seed."
    assert capsys.readouterr().err == f"{session} {said}\n"
    assert startup.run(options(file=weights, begins_with=["--network"])) == 1
    assert startup.run(options(file=weights, begins_with=["--seed"])) == 7
    assert startup.run(options(file=table, begins_with=both)) == 7
    assert startup.run(options(begins_with=both)) == 7
