"""The names beside the curves: apart, in order, and as near to their lines' ends as that allows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.loss.plot_names import (
    TIED_SPACE,
    CurveName,
    fitting_text,
    placed_names,
    spread,
    with_one_for_batches,
)

HEIGHTS = st.lists(st.floats(0, 200), min_size=1, max_size=6)


@given(HEIGHTS)
@settings(deadline=None)
def test_places_are_apart_within_the_room_and_in_order(ends: list[float]) -> None:
    places = spread(sorted(ends), 14.5, 7, 193)
    assert all(lower - upper >= 14.5 - 1e-6 for upper, lower in pairwise(places))
    assert places[0] >= 7 - 1e-6 and places[-1] <= 193 + 1e-6


@given(HEIGHTS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_no_other_places_lie_nearer_to_the_ends(ends: list[float], random: object) -> None:
    ends = sorted(ends)
    places = spread(ends, 14.5, 7, 193)
    cost = sum((place - end) ** 2 for place, end in zip(places, ends, strict=True))
    rng = np.random.default_rng(0)
    for size in (0.1, 1, 10):
        for _ in range(40):
            # Any other allowed places: shaken, then pushed apart from the top.
            other = np.sort(np.array(places) + rng.normal(0, size, len(places)))
            for i in range(len(other)):
                other[i] = max(other[i], 7 + 14.5 * i if i == 0 else other[i - 1] + 14.5)
            if other[-1] <= 193:
                assert cost <= sum((place - end) ** 2 for place, end in zip(other, ends, strict=True)) + 1e-6


def test_places_that_are_far_apart_are_the_ends_themselves() -> None:
    assert spread([20, 60, 100], 14.5, 7, 193) == [20, 60, 100]


def test_two_that_collide_share_the_way() -> None:
    assert spread([50, 50], 10, 0, 200) == [45, 55]


def names_at(**ends: float) -> list[CurveName]:
    return [CurveName(key, key, 0.0, end) for key, end in ends.items()]


def test_where_there_is_no_room_for_all_the_bands_give_way_first() -> None:
    names = names_at(train=190, test=185, mean=188, most=180, all=120, baseline=10)
    assert {name.key for name in placed_names(names, 0, 60, 15)} == {"train", "test", "mean", "baseline"}
    assert len(placed_names(names, 0, 90, 15)) == 6
    assert [name.key for name in placed_names(names, 0, 16, 15)] == ["train"]


def test_where_there_is_no_room_for_all_one_name_is_of_both_bands_and_their_mean() -> None:
    names = names_at(train=190, run1=150, test=185, mean=188, most=180, all=120, baseline=10)
    merged = with_one_for_batches(names, 75, 15, "batches: mean, bands", "batches")
    (one,) = (name for name in merged if name.key == "batches")
    assert (one.text, one.short, one.end) == ("batches: mean, bands", "batches", 188)
    # Five fit, and no mark is without its name.
    placed = placed_names(merged, 0, 75, 15)
    assert {name.key for name in placed} == {"train", "run1", "test", "batches", "baseline"}
    assert {name.key for name in placed_names(merged, 0, 60, 15)} == {"train", "run1", "test", "batches"}
    # Where all have room, and where only the mean is drawn, each keeps its own.
    assert with_one_for_batches(names, 105, 15, "", "") == names
    single = names_at(train=190, test=185, mean=188, baseline=10)
    assert with_one_for_batches(single, 15, 15, "", "") == single


@pytest.mark.parametrize(
    ("ends", "order"),
    [
        # Less than a pixel apart: the higher one, the smaller y, is above, whichever is named first.
        ({"test": 100.4, "train": 100.0}, ["train", "test"]),
        ({"train": 100.4, "test": 100.0}, ["test", "train"]),
        # At one height the order is the same one always.
        ({"train": 100.0, "baseline": 100.0, "test": 100.0}, ["baseline", "test", "train"]),
        ({"test": 100.0, "train": 100.0, "baseline": 100.0}, ["baseline", "test", "train"]),
    ],
)
def test_names_stand_as_their_lines_end_whatever_came_before(
    ends: dict[str, float], order: list[str]
) -> None:
    assert [name.key for name in placed_names(names_at(**ends), 0, 200, 15)] == order


@pytest.mark.parametrize("end", [-5000.0, 0.0, 5000.0])
def test_a_curve_that_ends_far_outside_has_its_name_at_the_edge(end: float) -> None:
    (name,) = placed_names(names_at(train=end), 0, 100, 15)
    assert 7.5 <= name.y <= 92.5


@pytest.mark.parametrize(
    ("key", "text", "wanted"),
    [
        (
            "train",
            "training L 146,706",
            ["training L 146,706", "L 146,706", "146,706", "train…", "tr…", "…", ""],
        ),
        ("train", "L 146,706 ↑", ["L 146,706 ↑", "146,706 ↑", "146,706", "L…", ""]),
        ("test", "测试 2.345", ["测试 2.345", "2.345", "测试…", "…", ""]),
        ("baseline", "guessing: ln 10", ["guessing: ln 10", "guessing: ln…", "guessing…", "guess…", "…"]),
        ("most", "80 % of batches", ["80 % of batches", "80 % of…", "80 %…", "80…", ""]),
        ("all", "all batches, to 52.3", ["all batches, to 52.3", "all batches, to…", "all batches…", "al…"]),
    ],
)
def test_a_name_is_never_cut_within_its_number(key: str, text: str, wanted: list[str]) -> None:
    """A letter is 1 wide here."""
    name, seen = CurveName(key, text, 0.0, 0.0), []
    for room in range(len(text), -1, -1):
        shown = fitting_text(name, room, len)
        assert len(shown) <= room
        numbers = [word for word in shown.rstrip("…").split(" ") if any(letter.isdigit() for letter in word)]
        assert set(numbers) <= set(text.split(" "))
        seen.append(shown)
    assert [text for text in dict.fromkeys(seen) if text in wanted] == wanted
    assert seen[0] == text


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        # One word with numbers in it, as a structure is: cut between its layers.
        ("256-8C3p1-MP2-16C3p1-MP2-10, seed 0: L 512", 27, "256-8C3p1-MP2-16C3p1-MP2…"),
        ("256-8C3p1-MP2-16C3p1-MP2-10, seed 0: L 512", 12, "256-8C3p1…"),
        ("256-8C3p1-MP2-16C3p1-MP2-10, seed 0: L 512", 3, "…"),
        # Chinese has no spaces between words.
        ("种子0：Adam，η 0.001，批次 100：L 9,533", 10, "种子0：Adam…"),
        ("种子0：Adam，η 0.001，批次 100：L 9,533", 4, "种子0…"),
        ("种子0：Adam，η 0.001，批次 100：L 9,533", 3, "种子…"),
        ("1e-05 and so on: L 3", 4, "…"),
        ("7,492", 3, "…"),
    ],
)
def test_something_is_left_of_every_name(text: str, room: int, shown: str) -> None:
    assert fitting_text(CurveName("run1", text, 0.0, 0.0), room, len) == shown


def test_a_name_without_room_for_its_l_shows_that_it_goes_on() -> None:
    name = CurveName("run1", "unrolled kernels, dense: L 9,533", 0.0, 0.0, short="unrolled kernels, dense…")
    assert fitting_text(name, 32, len) == name.text
    assert fitting_text(name, 31, len) == "unrolled kernels, dense…"
    # Its last word tells it from another one.
    assert fitting_text(name, 23, len) == "unrolled kernels, dens…"
    assert fitting_text(name, 20, len) == "unrolled kernels…"


def test_the_update_of_a_number_is_never_read_as_the_number() -> None:
    tied = TIED_SPACE.join(("16,570", "at", "1,340"))
    name = CurveName("train", f"training L {tied}", 0.0, 0.0, short=f"L {tied}")
    fits = [fitting_text(name, room, len) for room in (26, 25, 15, 13, 8, 7)]
    assert fits[:5] == [name.text, f"L {tied}", tied, "16,570 …", "16,570 …"]
    assert "1,340" not in fits[5]
