"""How many updates a picture stands for is counted from what is drawn: of weights, or else of the signal."""

from __future__ import annotations

from gui.presenters.shown_share import ShownShare


def test_each_picture_stands_for_the_updates_since_the_one_before_and_a_runs_first_for_none() -> None:
    share = ShownShare()
    for now_s, weights in ((0.0, 10), (0.1, 10), (0.2, 17), (0.3, 20)):
        share.note(now_s, 0, weights, 5)
    assert share.counts(0.3) == [7, 3]
    share.note(0.4, 1, 90, 90)
    assert share.counts(0.4) == [7, 3]
    # Backwards none is left out, and an old picture is not counted any more.
    share.note(1.35, 1, 60, 60)
    assert share.counts(1.35) == []
    share.note(1.4, 1, 61, 60)
    share.clear()
    share.note(1.5, 1, 63, 60)
    assert share.counts(1.5) == [2]


def test_without_weights_it_is_the_signals_pictures() -> None:
    share = ShownShare()
    for now_s, signal in ((0.0, 460), (0.5, 590), (0.9, 590)):
        share.note(now_s, 0, -1, signal)
    assert share.counts(0.9) == [130]
    # Nothing is on screen yet.
    assert ShownShare().counts(0.0) == []


def test_a_front_that_hides_the_weights_for_a_moment_hides_no_update_from_the_count() -> None:
    share = ShownShare()
    for now_s, weights in ((0.0, 10), (0.2, 18), (0.3, -1), (0.8, -1), (0.9, 42)):
        share.note(now_s, 0, weights, 10)
    assert share.counts(0.9) == [8, 24]
    # After another picture was looked at, they begin anew.
    share.note(1.0, 0, -1, 10)
    share.note(2.1, 0, -1, 70)
    assert share.counts(2.1) == [60]
    share.note(2.2, 0, 500, 70)
    assert share.counts(2.2) == []
    share.note(2.3, 0, 508, 70)
    assert share.counts(2.3) == [8]
