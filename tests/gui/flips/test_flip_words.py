"""Everything that is said of flips is what the numbers are, and no more than what was tried."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine.snapshot import DataInfo
from gui.flips import flip_words as words
from tests.gui.flips.small import NAMES, chain, flips, marks

pytestmark = pytest.mark.usefixtures("qapp")


def test_of_one_pixel_all_is_said() -> None:
    said = words.pixel_words(marks(), 8, NAMES)
    assert said[:2] == ("Pixel in row 3, column 1", "no ink → ink")
    assert (
        said[2] == "C 1.25 → 2.00  (ΔC +0.75)"
        and said[3] == "answer 0 → 1"
        and said[4].startswith("y₀ 0.60 → ")
    )
    assert words.pixel_words(marks(), 5, NAMES)[1:4] == (
        "ink → no ink",
        "C 1.25 → 0.75  (ΔC −0.50)",
        "still says 0",
    )


def test_small_changes_are_not_called_none() -> None:
    tiny = marks(changes=(1e-5, *(0.0,) * 11))
    said = words.pixel_words(tiny, 0, NAMES)[2]
    before, after = said.removeprefix("C ").split("  ")[0].split(" → ")
    assert before != after and "ΔC +1.0·10⁻⁵" in said


def test_a_grey_pixel_is_said_in_numbers() -> None:
    grey = marks(x=np.full(12, 0.25, np.float32))
    assert words.pixel_words(grey, 0, NAMES)[1] == "0.25 → 0.75"
    assert "1 − x" in words.legend_words(grey)["rule"] and "0.5" in words.legend_words(grey)["contour"]
    assert "no ink" in words.legend_words(marks())["rule"]


def test_without_a_right_class_there_are_answers_only() -> None:
    own = marks(loss=np.nan, label=None)
    said = words.pixel_words(own, 3, NAMES)
    assert len(said) == 4 and said[2] == "answer 0 → 2"
    assert words.says_words(own.flips, NAMES) == "says 0" and words.sides_words(own).startswith("No C")


def test_what_the_network_says() -> None:
    assert words.says_words(flips(), NAMES) == "C = 1.25  ·  says 0, which is right"
    assert words.says_words(flips(label=2), NAMES) == "C = 1.25  ·  says 0, is 2"
    shuffled = [
        replace(of, example=replace(of.example, is_shuffled=True)) for of in (flips(), flips(label=2))
    ]
    said = [words.says_words(of, NAMES) for of in shuffled]
    assert said == ["C = 1.25  ·  says 0, as its label is", "C = 1.25  ·  says 0, its label is 2"]
    assert "no answer" in words.says_words(flips(answer=-1), NAMES)
    assert words.sides_words(marks(loss=np.inf)) == "C is no finite number."
    assert words.moment_words(flips()) == "exact, after update 1,234"


def test_pixels_are_counted() -> None:
    assert words.sides_words(marks()) == "5 of 12 pixels raise C, 4 lower it."
    assert words.alone_words(marks()) == "2 change the answer alone."
    assert words.alone_words(marks(changing={})) == "None changes the answer alone."
    assert words.alone_words(marks(changing={1: 1})) == "1 changes the answer alone."
    assert words.alone_words(marks(answer=-1)) == ""


@pytest.mark.parametrize(
    "found, parts",
    [
        (chain(1, False, singles=5), ("1 flip is the fewest", "5 of 12 pixels")),
        (chain(1, False, singles=1), ("1 flip is the fewest", "of 12 pixels this one")),
        (chain(2, found=8), ("2 flips are the fewest", "no one of 12 pixels", "8 of 66 pairs")),
        (chain(2, False), ("2 flips are the fewest", "found greedily", "66 pairs were not tried")),
        (chain(3), ("3 flips, chosen greedily", "3 is the fewest", "none of 66 pairs")),
        (chain(3, False), ("3 flips do it", "whether 2 flips do was not tried", "66 pairs")),
        (chain(4), ("4 flips do it", "none of 66 pairs", "whether 3 flips do was not tried")),
        (chain(6), ("6 flips do it", "whether 3–5 flips do was not tried")),
        (chain(5, False), ("5 flips do it", "whether 2–4 flips do was not tried")),
        (chain(0, gave_up=12), ("none of 66 pairs", "12 flips do not either", "more were not tried")),
        (
            chain(0, False, gave_up=4),
            ("No one of 12 pixels", "4 flips do not either", "66 pairs, were not tried"),
        ),
    ],
)
def test_of_the_fewest_it_says_what_is_proven(found: object, parts: tuple[str, ...]) -> None:
    said = words.fewest_words(found)  # type: ignore[arg-type]
    assert all(part in said for part in parts), said
    claims = "fewest" in said
    assert claims == found.is_fewest  # type: ignore[attr-defined]


def test_a_single_class_has_no_other_answer() -> None:
    assert "only one class" in words.fewest_words(replace(chain(0), y=np.ones((1, 1))))


def test_each_step_says_its_own_numbers() -> None:
    own = chain(2)
    assert words.step_words(own, 0, 4, NAMES) == ("says 0", "y₂ < 0.01", "C = 0.10", "as it is")
    assert words.step_words(own, 2, 4, NAMES) == ("says 2", "y₂ = 0.70", "C = 1.60", "row 1, column 2")
    named = words.step_words(replace(own, losses=np.full(3, np.nan)), 2, 4, ("cat", "dog", "hen"))
    assert named == ("says hen", "y(hen) = 0.70", "", "row 1, column 2")


def test_why_not() -> None:
    assert words.why_not(DataInfo()) == ""
    assert "no picture" in words.why_not(DataInfo(picture=None))
    assert "no classes" in words.why_not(DataInfo(class_names=()))


def test_the_scale_is_named() -> None:
    # 5 of 12 pixels raise C, 4 lower it: each of them has its sign.
    signs = words.legend_words(marks())["signs"]
    assert signs == "in a pixel: + raises C most (5), − lowers it most (4)"
    raising = (0.5,) + (0.0,) * 11
    assert words.legend_words(marks(changes=raising))["signs"] == "in a pixel: + raises C most (1)"
    assert words.legend_words(marks(changes=(-0.5, *raising[1:])))["signs"] == (
        "in a pixel: − lowers C most (1)"
    )
    assert words.legend_words(marks(changes=(0.0,) * 12))["signs"] == ""
    assert words.legend_words(marks())["full"] == "full colour at |ΔC| = 2"
    assert words.legend_words(marks(changes=(0.0,) * 12))["full"] == "every ΔC is 0"
