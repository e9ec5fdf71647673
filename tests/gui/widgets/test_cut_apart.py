"""Of lines that are cut no two read the same, wherever they differ."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from gui.widgets.cut_apart import cut_apart, cut_beside, shared_start

SEEDS = [f"256-32-16-10, seed {seed}: Adam, η 0.001, batch 32" for seed in range(3)]
BATCHES = [f"256-32-16-10, seed 0: Adam, η 0.001, batch {batch}" for batch in (32, 64)]
CHINESE = [f"256-32-16-10，种子 {seed}：Adam，η 0.001，批次 32" for seed in range(3)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (SEEDS, ["seed 0", "seed 1", "seed 2"]),
        (BATCHES, ["32", "64"]),
        (CHINESE, ["种子 0", "种子 1", "种子 2"]),
        # Two differ in their seed, two in their rate.
        ([*SEEDS[:2], SEEDS[0].replace("0.001", "0.01")], ["seed 0", "seed 1", "0.01"]),
    ],
)
@pytest.mark.parametrize("share", [0.55, 0.7])
def test_what_differs_is_in_sight(qtbot: QtBot, lines: list[str], told: list[str], share: float) -> None:
    metrics = QFontMetrics(QFont())
    room = round(share * min(map(metrics.horizontalAdvance, lines)))
    cut = [cut_apart(line, lines, metrics, room) for line in lines]
    assert len(set(cut)) == len(lines)
    assert all(part in text for part, text in zip(told, cut, strict=True)), cut
    assert all(metrics.horizontalAdvance(text) <= room for text in cut)


def test_a_line_that_no_other_is_like_keeps_both_ends(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    line = "256-32-16-10, seed 0: Adam, η 0.001, batch 32"
    cut = cut_apart(line, [line, "another one altogether"], metrics, metrics.horizontalAdvance(line) // 2)
    assert cut.startswith("256-32") and cut.endswith("32") and "…" in cut


def test_a_run_below_another_is_told_by_what_was_changed(qtbot: QtBot) -> None:
    lines = [f"└ weights of the class, with η 0.001 → {rate} at 2,000, and no more" for rate in (0.01, 0.02)]
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance(lines[0]) // 2
    first, second = (cut_apart(line, lines, metrics, room) for line in lines)
    assert first != second


@pytest.mark.parametrize("lines", [SEEDS, BATCHES, CHINESE, ["seed 0: Adam, η 0.001, batch 32, 4,650"]])
def test_a_number_is_whole_or_left_out(qtbot: QtBot, lines: list[str]) -> None:
    metrics = QFontMetrics(QFont())
    line = lines[0]
    for room in range(metrics.horizontalAdvance(line) // 2, metrics.horizontalAdvance(line)):
        cut = cut_apart(line, lines, metrics, room)
        numbers = re.findall(r"\d[\d.,]*\d|\d", cut)
        assert set(numbers) <= set(re.findall(r"\d[\d.,]*\d|\d", line)), cut
        assert re.search(r"η ?…", cut) is None and metrics.horizontalAdvance(cut) <= room


def test_where_only_half_a_number_has_room_that_is_shown(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    line = "12345678901234567890"
    cut = cut_apart(line, [line], metrics, metrics.horizontalAdvance(line) // 2)
    assert cut.startswith("123") and cut.endswith("890")


def test_where_only_part_of_a_number_tells_two_apart_that_is_shown(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    lines = [f"{first}2345678901234567890, the same" for first in (1, 7)]
    cut = [cut_apart(line, lines, metrics, metrics.horizontalAdvance("1234567890…")) for line in lines]
    assert cut[0].startswith("12") and cut[1].startswith("72")


def test_what_all_lines_begin_with_ends_where_a_part_does() -> None:
    assert shared_start(["kernels, dense", "kernels, deep"]) == len("kernels, ")
    assert shared_start(["种子 0：ReLU", "种子 0：tanh"]) == len("种子 0：")
    assert shared_start(["dense", "deep"]) == 0 and shared_start(["7,492", "7,493"]) == 0


def test_beside_another_line_what_tells_the_two_apart_is_whole(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    lines = [
        f"2-{units}-16-2, seed {seed}: Adam, η 1e−40, batch 30"
        for units in (8, 9)
        for seed in (1000000, 1000002)
    ]
    a, b = lines[3], lines[1]
    for share in (0.45, 0.55, 0.65):
        room = round(share * metrics.horizontalAdvance(a))
        cut = [cut_beside(a, b, lines, metrics, room), cut_beside(b, a, lines, metrics, room)]
        assert "2-9-16-2" in cut[0] and "2-8-16-2" in cut[1]
        assert all("…" in text and metrics.horizontalAdvance(text) <= room for text in cut)
    # With the room for it, it reads as no other line.
    assert "seed 1000002" in cut[0]
    # Their seed is what differs: and of one line alone it is as among all.
    room = round(0.55 * metrics.horizontalAdvance(a))
    assert "seed 1000002" in cut_beside(a, lines[2], lines, metrics, room)
    for other in ("", a):
        assert cut_beside(a, other, lines, metrics, room) == cut_apart(a, lines, metrics, room)
