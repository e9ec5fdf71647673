"""Runs are offered as the lines of their tree."""

from __future__ import annotations

from gui.side.run_choice import RunChoice, run_choices
from tests.gui.side.conftest import TREE, info_of

NAMES = {run: f"run {run}" for run in TREE}


def test_each_run_stands_below_the_one_it_branches_from_and_further_in():
    choices = run_choices(TREE.values(), NAMES, {0: 500, 2: 300})
    assert [(choice.run, choice.depth) for choice in choices] == [(0, 0), (1, 1), (2, 2), (3, 1), (4, 0)]
    assert [choice.live for choice in choices] == [500, 0, 300, 0, 0]


def test_the_line_is_the_name_moved_in():
    assert RunChoice(0, "seed 0", 0, 0).line == "seed 0"
    one, two = RunChoice(1, "η", 1, 0).line, RunChoice(2, "η", 2, 0).line
    assert one == "└ η" and two.endswith(one) and len(two) > len(one)


def test_a_run_whose_parent_is_gone_stands_by_itself():
    (choice,) = run_choices([info_of(2, 1, 250)], NAMES, {})
    assert choice.depth == 0
