"""Names of files as they can be shown."""

from __future__ import annotations

import pytest

from gui.widgets.file_names import LONGEST, short_name, short_path


@pytest.mark.parametrize(
    "name", ["a.backlight", "b c 😀.backlight", "手写.csv", "é　数字\u00a0１.png", "x" * LONGEST]
)
def test_usual_names_are_shown_as_they_are(name: str) -> None:
    assert short_name(f"/somewhere/{name}") == name
    assert short_path(f"/somewhere/{name}") == f"/somewhere/{name}"


def test_of_a_long_name_the_beginning_and_the_end_are_shown() -> None:
    name = "first " + "n" * 230 + " last.backlight"
    shown = short_name(f"/tmp/{name}")
    assert len(shown) == LONGEST and shown.startswith("first nnn") and shown.endswith("nnn last.backlight")
    assert short_path(f"/tmp/{name}/{name}") == f"/tmp/{shown}/{shown}"


def test_a_name_stays_on_one_line_whatever_its_bytes_are() -> None:
    assert short_name("/tmp/two\nlines.backlight") == "two\N{REPLACEMENT CHARACTER}lines.backlight"
    assert short_name("/tmp/\udcff.backlight") == "\N{REPLACEMENT CHARACTER}.backlight"
