"""Whether a place means the same neuron in two runs."""

from __future__ import annotations

from core.engine.journal_marks import JournalMark
from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.side.kinship import are_ordered_alike


def info(run, parent=None, branch_update=0, sorted_at=()):
    marks = tuple(JournalMark(update, "sorting", "neurons", 0, 1) for update in sorted_at)
    sizes = (256, 32, 16, 10)
    known = (run, Architecture.dense(), TrainingConfig(), sizes, 8_922, 60_000, 10_000, 1_875)
    return RunInfo(*known, parent=parent, branch_update=branch_update, changes=marks)


# 0 is a root; 1 branches from it at 100, 2 from 1 at 250, 3 from 0 at 60; 4 is another root.
TREE = {each.run: each for each in (info(0), info(1, 0, 100), info(2, 1, 250), info(3, 0, 60), info(4))}


def test_unsorted_networks_are_alike_whoever_they_are():
    assert are_ordered_alike(TREE, (0, 500), (4, 20))


def test_what_was_sorted_in_the_common_past_is_sorted_in_both():
    tree = {0: info(0, sorted_at=(50,)), 1: info(1, 0, 100, sorted_at=(50,))}
    assert are_ordered_alike(tree, (0, 500), (1, 400))


def test_what_was_sorted_at_the_very_branch_point_is_sorted_in_both():
    tree = {0: info(0, sorted_at=(100,)), 1: info(1, 0, 100, sorted_at=(100,))}
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
