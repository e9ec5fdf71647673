"""What stops Qt is said in one sentence before Qt is asked."""

from __future__ import annotations

import pytest

from gui.app.preflight import choose_platform, problem_with_qt, problem_with_scale


@pytest.mark.parametrize(
    ("version", "python", "crashes"),
    [
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.11.0", (3, 12), True),
        ("6.11.1", (3, 11), True),
        ("6.11.3", (3, 11), False),
        ("6.8.3", (3, 11), False),
    ],
)
def test_a_release_that_is_known_to_crash_is_refused(
    version: str, python: tuple[int, int], crashes: bool
) -> None:
    assert bool(problem_with_qt(version, python)) == crashes


def test_without_a_display_the_user_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "--screenshot" in choose_platform(screenshot=False)


def test_a_screenshot_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert choose_platform(screenshot=True) == ""
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    assert ":987" in choose_platform(screenshot=False)


@pytest.mark.parametrize("factor", ["0", "-1", "nan", "inf", "1e9"])
def test_a_scale_at_which_nothing_can_be_drawn_is_named(monkeypatch: pytest.MonkeyPatch, factor: str) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", factor)
    assert problem_with_scale().startswith(f"QT_SCALE_FACTOR is {factor}: ")


@pytest.mark.parametrize("factor", ["", "1.5", "2", "large"])
def test_a_usual_scale_and_one_that_qt_does_not_heed_are_no_problem(
    monkeypatch: pytest.MonkeyPatch, factor: str
) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", factor)
    assert problem_with_scale() == ""
