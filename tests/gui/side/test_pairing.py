"""Each moment of A has its own of B."""

from __future__ import annotations

from core.engine.messages import BesideShown
from gui.side.pairing import KEPT, Pairing


def shown(network, update):
    return BesideShown(1, update, update, network(run=1, update=update))


def test_trained_together_a_picture_of_before_has_bs_of_the_same_moment(make_network):
    pairing = Pairing()
    for update in (500, 510, 520):
        pairing.add(shown(make_network, update))
    assert pairing.newest is not None and pairing.newest.update == 520
    assert [pairing.partner(lag).update for lag in (0, 10, 20)] == [520, 510, 500]


def test_what_is_gone_or_never_was_is_stood_for_by_the_newest(make_network):
    pairing = Pairing()
    assert pairing.newest is pairing.partner(0) is None
    for update in range(KEPT + 3):
        pairing.add(shown(make_network, update))
    assert pairing.partner(KEPT + 1).update == KEPT + 2
    pairing.clear()
    assert pairing.newest is None


def test_one_that_rests_has_one_picture_for_all_moments(make_network):
    pairing = Pairing()
    pairing.add(shown(make_network, 40))
    assert pairing.partner(7).update == 40
