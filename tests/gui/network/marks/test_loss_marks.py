"""C below the bars."""

from dataclasses import replace

import pytest

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect
from gui.network.marks.loss_marks import loss_marks
from gui.theme.tokens import Theme
from tests.core.small_snapshots import changed

PLACE = "1 of 60,000 in L"


def texts(snapshot, width=300.0, height=60.0, animation=None):
    theme = Theme()
    layout = make_layout(snapshot.sizes, 800, 506, theme)
    layout = replace(layout, loss=Rect(0.0, 0.0, width, height))
    return [mark.text for mark in loss_marks(snapshot, layout, animation or AnimationState(), theme, PLACE)]


def with_loss(snapshot, loss):
    return replace(snapshot, trace=changed(snapshot.trace, loss=loss))


def test_it_is_written_with_the_right_answers_index_as_far_as_there_is_room(make_snapshot) -> None:
    snapshot = with_loss(make_snapshot(label=5), 0.6099)
    assert texts(snapshot) == ["C = −ln y₅ = 0.61", PLACE]
    assert texts(snapshot, width=90.0)[0] == "C = 0.61"
    # The number is never cut, and its place in L goes first.
    assert texts(snapshot, width=10.0, height=20.0) == ["C = 0.61"]


@pytest.mark.parametrize("height", [20.0, 60.0])
def test_without_a_right_answer_there_is_none(make_snapshot, height: float) -> None:
    lines = texts(with_loss(make_snapshot(label=None), None), height=height)
    assert " ".join(lines) == "No right answer known: no C."


def test_before_the_signal_arrives_nothing_is_said(make_snapshot) -> None:
    animation = AnimationState("forward", 0, 0.5, revealed=0, loss_shown=False)
    assert texts(make_snapshot(label=5), animation=animation) == []


def test_squared_error_has_a_formula_of_its_own(make_snapshot) -> None:
    snapshot = replace(with_loss(make_snapshot(label=5), 0.25), loss="squared_error")
    assert texts(snapshot)[0] == "C = ½ Σ(y − ŷ)² = 0.25"
