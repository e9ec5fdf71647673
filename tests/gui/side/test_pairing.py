"""Each moment of A has its own of B."""

from __future__ import annotations

from dataclasses import replace

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import BesideShown
from gui.side.pairing import KEPT, Pairing


def shown(network, update, beside_update):
    return BesideShown(1, update, update, network(run=1, update=update), beside_update=beside_update)


def test_trained_together_each_update_of_a_has_bs_of_the_same_moment(make_network):
    """B has made 400 updates more than A before."""
    pairing = Pairing()
    for update in (100, 110, 120):
        pairing.add(shown(make_network, 400 + update, update))
    assert pairing.newest is not None and pairing.newest.update == 520
    assert [pairing.partner(update, None).update for update in (120, 110, 100)] == [520, 510, 500]


def test_the_partner_of_a_picture_that_stands_for_long_stays_although_newer_ones_come(make_network):
    pairing = Pairing()
    pairing.add(shown(make_network, 5, 5))
    found = pairing.partner(5, None)
    for update in range(6, KEPT + 20):
        pairing.add(shown(make_network, update, update))
        assert pairing.partner(5, found) is found
    assert pairing.partner(KEPT + 19, found) is pairing.newest


def test_where_a_is_ahead_for_a_moment_what_is_shown_of_b_stays(make_network):
    pairing = Pairing()
    assert pairing.newest is pairing.partner(0, None) is None
    for update in (1, 2):
        pairing.add(shown(make_network, update, update))
    first = pairing.partner(1, None)
    assert pairing.partner(3, first) is first
    # With nothing on screen yet, better the newest than none.
    assert pairing.partner(3, None) is pairing.newest
    pairing.clear()
    assert pairing.newest is None


def test_one_that_rests_has_its_newest_picture_for_all_moments(make_network):
    pairing = Pairing()
    pairing.add(shown(make_network, 40, 7))
    assert pairing.partner(None, None).update == 40


def test_one_that_rests_shows_the_example_of_a_until_that_shows_another(make_network):
    """The next example comes to B first."""
    pairing = Pairing()
    for digit in (1, 2):
        pairing.add(BesideShown(1, 40, 40, make_network(run=1, update=40, digit=digit)))
    before = pairing.partner(None, None, make_network(update=90, digit=1))
    assert before is not None and before is not pairing.newest
    assert pairing.partner(None, before, make_network(update=95, digit=1)) is before
    assert pairing.partner(None, before, make_network(update=99, digit=2)) is pairing.newest
    # One that has not come yet: what stands there stays.
    assert pairing.partner(None, before, make_network(digit=3)) is before
    # On data of its own it has its own example.
    other = make_network(digit=1)
    own = replace(other, data=replace(other.data, choice=DatasetSpec(count=70)))
    assert pairing.partner(None, before, own) is pairing.newest
