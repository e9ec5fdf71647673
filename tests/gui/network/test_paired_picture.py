"""A picture beside another one takes its choices and shares its scales; `tests.gui.side.test_view_pair` has both."""

from __future__ import annotations

import pytest

from gui.network.animation.timeline import AnimationState
from gui.network.marks.edge_values import PICTURES
from gui.network.paired_picture import PairedNetworkPicture
from gui.theme.tokens import Theme


@pytest.fixture
def pictures(qtbot):
    made = []
    for _ in range(2):
        picture = PairedNetworkPicture()
        qtbot.addWidget(picture)
        picture.set_theme(Theme())
        picture.resize(700, 240)
        made.append(picture)
    return made


def scale_of(picture, kind):
    picture.set_edge_picture(kind if kind in PICTURES else "weight")
    return picture.scales_shown[kind]


def test_an_empty_picture_has_no_scales_and_shares_none(pictures, make_snapshot):
    one, other = pictures
    one.share_scales(other)
    other.share_scales(one)
    assert one.scales_shown == {}
    one.show_displayed_snapshot(make_snapshot())
    alone = PairedNetworkPicture()
    alone.show_displayed_snapshot(make_snapshot())
    assert scale_of(one, "weight") == scale_of(alone, "weight")


def test_activations_and_rings_are_on_one_scale_too(pictures, make_snapshot):
    snapshots = [make_snapshot(seed=1), make_snapshot(seed=2, run=2)]
    alone = []
    for picture, snapshot in zip(pictures, snapshots, strict=True):
        picture.show_displayed_snapshot(snapshot)
        alone.append({kind: scale_of(picture, kind) for kind in ("activation", "delta", "signal")})
    for picture, beside in zip(pictures, reversed(pictures), strict=True):
        picture.share_scales(beside)
    for kind in ("activation", "delta", "signal"):
        larger = tuple(max(pair) for pair in zip(alone[0][kind], alone[1][kind], strict=True))
        assert scale_of(pictures[0], kind) == scale_of(pictures[1], kind) == pytest.approx(larger)


def test_another_network_in_one_keeps_sharing(pictures, make_snapshot):
    one, other = pictures
    one.show_displayed_snapshot(make_snapshot(seed=1))
    other.show_displayed_snapshot(make_snapshot(seed=2, run=2))
    one.share_scales(other)
    other.share_scales(one)
    other.show_displayed_snapshot(make_snapshot((256, 32, 16, 10), seed=5, run=3))
    assert one.scales_shown == other.scales_shown


def test_what_follows_says_once_that_it_has_changed(pictures, make_snapshot):
    leader, follower = pictures
    for picture in pictures:
        picture.show_displayed_snapshot(make_snapshot())
    leader.set_edge_budget(8)
    leader.set_pulses(False)
    assert follower.follow(leader) and not follower.follow(leader)
    leader.show_place("1 of 60,000 in L")
    assert follower.follow(leader)


def test_a_walkthrough_of_the_leaders_update_is_its_own(pictures, make_snapshot):
    leader, follower = pictures
    for picture in pictures:
        picture.show_displayed_snapshot(make_snapshot())
    leader.show_animation_state(AnimationState("mean", gradient_from=0.0))
    follower.follow(leader)
    assert follower.animation_shown == AnimationState()


def test_while_something_moves_the_gradients_scale_is_on_screen_too(pictures, make_snapshot):
    picture, _ = pictures
    picture.show_displayed_snapshot(make_snapshot())
    assert set(picture.scales_shown) == {"weight", "activation", "delta"}
    picture.show_animation_state(AnimationState("forward", 0, 0.5))
    assert set(picture.scales_shown) == {"weight", "activation", "delta", "gradient"}


def test_edges_whose_scale_is_the_same_are_not_drawn_again(pictures, make_snapshot):
    picture, _ = pictures
    picture.show_displayed_snapshot(make_snapshot())
    picture.work(10_000)
    picture.show_shared_scales({"activation", "gradient"})
    assert not picture.has_work()
    picture.show_shared_scales({"weight"})
    assert picture.has_work()
