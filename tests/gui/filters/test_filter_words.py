"""What is said of filters: true of every activation, and each number in it counted by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.nn.activations import ACTIVATIONS, Workspace
from core.nn.convolution import Conv2d
from core.nn.locally_connected import LocallyConnected2d
from gui.filters import filter_words as words
from gui.filters.pattern_marks import pattern_marks
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN
from tests.gui.filters.shown import answers, found, snapshot_of, trainer_of

OWN = answers()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_what_is_said_of_both_sides_of_0_is_so(name: str) -> None:
    z = np.linspace(-6, 6, 1201)
    a = np.empty_like(z)
    ACTIVATIONS[name].apply(z, a, Workspace(z.shape, z.dtype))
    left, right = words.sides(name)
    level = {"0": 0.0, "0.5": 0.5, "ln 2": np.log(2)}[left.split(" ≤ ")[-1]] if name != "relu" else 0.0
    if name == "relu":
        assert (left, right) == ("silent: a = 0", "speaks: a = z")
        assert not a[z <= 0].any() and np.array_equal(a[z > 0], z[z > 0])
    else:
        assert (a[z <= 0] <= level + 1e-12).all() and (a[z > 1e-9] > level).all()
        assert right == f"z > 0: a > {left.split(' ≤ ')[-1]}"


def test_patterns_and_windows_of_each_side_are_counted() -> None:
    total = int(OWN.counts.sum())
    for speaks in (False, True):
        own = [code for code in range(512) if (OWN.z[code] > 0) == speaks]
        patterns, share = words.side_words(OWN, speaks)
        assert patterns == f"{sum(OWN.counts[code] > 0 for code in own)} patterns"
        assert share == f"{100 * sum(int(OWN.counts[code]) for code in own) / total:.1f} % of windows"


def test_places_in_a_row_have_the_mark_that_the_language_has_between_them(monkeypatch) -> None:
    monkeypatch.setattr(words, "enumerated", "、".join)
    assert words.pattern_words(OWN, (1 << 0) | (1 << 5)) == "ink at (1, 1)、(2, 3)"


def test_a_pattern_is_said_with_its_ink_its_answer_and_how_often_it_occurs() -> None:
    code = (1 << 0) | (1 << 5)
    said = words.spoken_answer(OWN, code)
    assert said.startswith("ink at (1, 1), (2, 3). z = ")
    assert words.pattern_words(OWN, 0) == "no ink"
    assert f"answer {OWN.ranked.tolist().index(code) + 1} of {len(OWN.ranked)}" in said
    assert words.times_words(int(OWN.counts[code])) in said
    assert (words.times_words(0), words.times_words(1)) == ("never in the training set", "1 time")
    assert words.times_words(1234) == "1,234 times"
    assert words.places_words(OWN, code).startswith(str(int(OWN.here[code])))


def test_a_second_number_is_said_only_where_there_is_one() -> None:
    loud, quiet = int(OWN.ranked[0]), int(OWN.ranked[-1])
    assert OWN.z[loud] > 0 > OWN.z[quiet]
    assert len(words.answer_words(OWN, loud)) == 1
    assert words.answer_words(OWN, quiet)[1] == "a = 0"


@pytest.mark.parametrize(
    ("z", "text"),
    [
        (2.774, "+2.77"),
        (-0.01, "−0.010"),
        (0.0032, "+0.0032"),
        (-0.00034, "−0.0003"),
        (3.4e-7, "+3·10⁻⁷"),
        (0, "0"),
    ],
)
def test_a_small_answer_is_short_and_never_called_0(z: float, text: str) -> None:
    assert words.short_answer(z) == text and len(text) <= len("−0.0012")


def test_where_there_is_no_padding_no_window_sees_beyond_the_border() -> None:
    inside = answers(1, (Conv2d(2, 3, picture=(16, 16)), *SMALL_CNN[1:]))
    assert words.border_words(OWN) and not words.border_words(inside)


def test_the_bars_say_their_scale_and_the_one_that_is_cut() -> None:
    counts = OWN.counts.copy()
    counts[0] = counts.sum()
    own = replace(OWN, counts=counts)
    marks = pattern_marks(own, 500, 200, 1.0)
    assert marks is not None
    (full, cut), (short, same), (least, brief) = words.bar_words(own, marks)
    assert same == cut and least == short and brief == cut.replace("the blank window, ", "")
    largest = f"{100 * marks.top:.1f} %"
    assert full.endswith(largest) and short.endswith(largest) and "uncut" in full
    assert cut == f"cut: the blank window, {100 * counts[0] / counts.sum():.1f} %"
    even = replace(OWN, counts=np.where(np.arange(512) == 0, 0, OWN.counts))
    marks = pattern_marks(even, 500, 200, 1.0)
    assert marks is not None and [right for _, right in words.bar_words(even, marks)] == ["", ""]


def test_why_a_filter_shows_windows_is_so() -> None:
    def why(*layers: object, layer: int = 0) -> str:
        return words.why_windows(snapshot_of(trainer_of((*layers, SMALL_CNN[-1]))), layer)

    picture = (16, 16)
    assert words.why_windows(snapshot_of(trainer_of()), 2).startswith("It reads feature maps")
    assert (
        words.why_windows(snapshot_of(trainer_of(LENET_1989)), 0) == "5 × 5 pixels have 33,554,432 patterns."
    )
    assert (
        why(Conv2d(2, 3, bias_per_cell=True, picture=picture)) == "Each of its cells has a bias of its own."
    )
    assert why(LocallyConnected2d(2, 3, picture=picture)) == "Each of its cells has weights of its own."
    assert why(Conv2d(1, 3, 1, 1, skip=True, picture=picture)) == "Its input is added to what it answers."
    assert why(Conv2d(2, 3, picture=picture)) == "The pictures are not all of ink."


def test_how_many_pictures_were_looked_at_is_said() -> None:
    trainer = trainer_of()
    own = found(trainer)
    assert words.looked_at_words(own, True) == "the strongest 24 of all 60 training digits"
    part = replace(own, total=60_000)
    assert words.looked_at_words(part, False) == "the strongest 24 of 60 of the 60,000 training examples"
    alone = replace(own, examples=1, total=1)
    assert words.looked_at_words(alone, True) == "there is 1 training digit"
    assert words.looked_at_words(alone, False) == "there is 1 training example"
    snapshot = snapshot_of(trainer)
    assert "silent" not in words.windows_intro(snapshot, own)
    silent = replace(own, a=np.zeros_like(own.a))
    assert words.windows_intro(snapshot, silent).startswith("It is silent for all of them: a = 0.")


def test_examples_are_named() -> None:
    assert words.example_words(1234, "8", True) == "training digit 1,234, an 8"
    assert words.example_words(5, "cat", False) == "training example 5: cat"
    assert words.example_words(5, "", False) == "training example 5"
    assert words.example_words(1234, "8", True, True) == "training digit 1,234, label 8 (shuffled)"
    assert words.example_words(5, "cat", False, True) == "training example 5, label cat (shuffled)"


def test_patterns_of_one_picture_are_said_to_be_of_one() -> None:
    one = replace(answers(), examples=1)
    assert "occur in the only training digit;" in words.occurring_words(one, True)
    assert "occur in the only training example;" in words.occurring_words(one, False)
    assert f"{one.occurring} of 512 patterns" in words.occurring_words(one, True)
