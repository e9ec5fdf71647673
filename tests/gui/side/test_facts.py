"""What is known of a network that is compared: of which update its losses are, and how it began."""

from __future__ import annotations

from dataclasses import replace

from core.editing.parameter_edits import ParameterLocation
from core.engine.journal_marks import JournalMark
from core.nn.architecture import Architecture
from gui.side.facts import began_the_same


def test_losses_are_the_pictures_own_only_where_they_are_of_its_update(make_network, make_facts):
    assert make_facts(make_network(update=100)).is_measured
    assert not make_facts(make_network(update=100), measured=90).is_measured
    assert not make_facts(make_network(), total=None).is_measured
    # A parameter was set by hand after that update: the picture has it.
    assert not make_facts(make_network(update=100), is_before_edit=True).is_measured


def test_two_begin_the_same_with_the_same_layers_seed_and_file(make_network, make_facts):
    a, b = make_facts(make_network()), make_facts(make_network(run=1))
    assert began_the_same(a, b)
    seed = make_facts(make_network(run=1), architecture=Architecture.dense(hidden=(8, 6), seed=1))
    assert not began_the_same(a, seed)
    # An activation has no part in the initial weights; their rule and how large they are has.
    tanh = make_facts(
        make_network(run=1), architecture=Architecture.dense((8, 6), activation=("relu", "tanh"))
    )
    assert began_the_same(a, tanh) is True
    glorot = make_facts(make_network(run=1), architecture=Architecture.dense((8, 6), initializer="glorot"))
    assert began_the_same(a, glorot) is False
    # A file's name does not say what was in it.
    one, other = (replace(each, info=replace(each.info, weights_name="mine.npz")) for each in (a, b))
    assert began_the_same(one, other) is None and began_the_same(a, other) is None
    assert began_the_same(one, other, share_a_past=True) is True


def test_a_weight_that_was_set_by_hand_before_the_first_update_is_another_start(make_network, make_facts):
    def facts(run, *changes):
        made = make_facts(make_network(run=run))
        return replace(made, info=replace(made.info, changes=changes))

    place = ParameterLocation(0, 1, 2)
    edit = JournalMark(0, "edit", "w", 0.1, 9.0, place)
    rate = JournalMark(0, "setting", "learning_rate", 0.1, 0.2)
    plain = facts(0, rate)
    assert began_the_same(plain, facts(1, edit)) is False
    assert began_the_same(plain, facts(1, edit), share_a_past=True) is False
    # The same value at the same place is the same start; one that was set later is no start.
    assert began_the_same(facts(0, edit), facts(1, rate, edit)) is True
    assert began_the_same(facts(0, edit), facts(1, replace(edit, after=8.0))) is False
    assert began_the_same(plain, facts(1, replace(edit, update=1))) is True
    files = [replace(each, info=replace(each.info, weights_name="a.npz")) for each in (plain, facts(1, edit))]
    assert began_the_same(*files) is None
