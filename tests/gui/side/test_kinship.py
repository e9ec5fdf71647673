"""How far two runs have the same past, and whether a place means the same neuron in both."""

from __future__ import annotations

from math import inf

import pytest

from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.side.kinship import are_ordered_alike, common_updates


def info(run, parent=None, branch_update=0, sorted_at=()):
    marks = tuple(JournalMark(update, "sorting", "neurons", 0, 1) for update in sorted_at)
    sizes = (256, 32, 16, 10)
    known = (run, Architecture.dense(), TrainingConfig(), sizes, 8_922, 60_000, 10_000, 1_875)
    return RunInfo(*known, parent=parent, branch_update=branch_update, changes=marks)


# 0 is a root; 1 branches from it at 100, 2 from 1 at 250, 3 from 0 at 60; 4 is another root.
TREE = {each.run: each for each in (info(0), info(1, 0, 100), info(2, 1, 250), info(3, 0, 60), info(4))}


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [(0, 0, inf), (0, 1, 100), (1, 0, 100), (1, 2, 250), (0, 2, 100), (2, 3, 60), (1, 3, 60), (0, 4, -1)],
)
def test_the_common_past_reaches_to_where_the_first_of_both_ways_parts(one, other, common):
    assert common_updates(TREE, one, other) == common


def test_a_branch_of_a_branchs_early_past_has_no_more_in_common_than_that():
    # 2 branches from 1 before 1 itself has left 0: what is before is 0's as well.
    tree = {each.run: each for each in (info(0), info(1, 0, 100), info(2, 1, 40))}
    assert common_updates(tree, 0, 2) == 40


def test_unsorted_networks_are_alike_whoever_they_are():
    assert are_ordered_alike(TREE, (0, 500), (4, 20))


def test_what_was_sorted_in_the_common_past_is_sorted_in_both():
    tree = {0: info(0, sorted_at=(50,)), 1: info(1, 0, 100, sorted_at=(50,))}
    assert are_ordered_alike(tree, (0, 500), (1, 400))


def test_what_was_sorted_in_one_only_is_not_alike():
    tree = {0: info(0), 1: info(1, 0, 100, sorted_at=(200,))}
    assert not are_ordered_alike(tree, (0, 500), (1, 400))
    # Before that it is.
    assert are_ordered_alike(tree, (0, 500), (1, 199))


def test_two_that_were_sorted_at_the_same_update_each_by_itself_are_not_alike():
    tree = {0: info(0, sorted_at=(200,)), 1: info(1, 0, 100, sorted_at=(200,))}
    assert not are_ordered_alike(tree, (0, 500), (1, 400))


def test_two_moments_of_one_run_are_alike_on_the_same_side_of_a_sorting():
    tree = {0: info(0, sorted_at=(200,))}
    assert are_ordered_alike(tree, (0, 300), (0, 200))
    assert not are_ordered_alike(tree, (0, 300), (0, 199))
