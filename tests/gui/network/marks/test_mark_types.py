"""Marks are arrays side by side, which stay as long as each other; a line of text stands at the top of its place."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF

from gui.network.geometry.shapes import Rect
from gui.network.marks.mark_types import NeuronMarks, PulseMarks, line_in
from gui.theme.tokens import Theme


@pytest.fixture
def pulses() -> PulseMarks:
    """Three of seven; each column has numbers of its own."""
    columns = {name: 10.0 * place + np.arange(3) for place, name in enumerate(PulseMarks.columns())}
    return PulseMarks("disc", 2, **columns, total=7)


@pytest.mark.parametrize(
    ("which", "kept"),
    [
        ([True, False, True], [0, 2]),
        ([False] * 3, []),
        ([True] * 3, [0, 1, 2]),
    ],
)
def test_of_pulses_the_flagged_ones_are_kept_in_every_column(pulses, which, kept) -> None:
    some = pulses.only(np.array(which))
    for name in PulseMarks.columns():
        assert getattr(some, name).tolist() == getattr(pulses, name)[kept].tolist()
    assert (some.kind, some.target_layer, some.total) == ("disc", 2, 7)


def test_of_pulses_some_are_kept_by_their_places_in_this_order(pulses) -> None:
    assert pulses.only(np.array([2, 0])).value.tolist() == pulses.value[[2, 0]].tolist()
    assert pulses.only(np.zeros(0, np.intp)).value.size == 0


def test_every_field_of_a_pulse_is_a_column_but_what_they_have_in_common() -> None:
    names = [field.name for field in fields(PulseMarks)]
    assert sorted((*PulseMarks.columns(), "kind", "target_layer", "total", "scales")) == sorted(names)


def test_where_nothing_is_known_of_dropout_and_activity_neurons_have_none_of_it() -> None:
    none = np.zeros(0)
    marks = NeuronMarks(0, none.astype(int), none, none, 5.0, none, none, none, none, none)
    assert marks.dropped.tolist() == [] and marks.dropped.dtype == bool
    assert marks.state.tolist() == [] and marks.cell is None


RECT = Rect(100, 50, 200, 80)


@pytest.mark.parametrize(("align", "x"), [("left", 100), ("centre", 200), ("right", 300)])
def test_a_line_of_text_is_aligned_within_the_rectangle(qapp, align, x) -> None:
    mark = line_in(RECT, "C = 0.61", "head", "text", Theme(), align, bold=True)
    assert (mark.x, mark.align) == (x, align)
    assert (mark.text, mark.role, mark.token, mark.bold) == ("C = 0.61", "head", "text", True)


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("role", ["tick", "caption", "body", "head"])
def test_its_capitals_stand_below_the_top_and_near_it(qapp, role, scale) -> None:
    theme = Theme(scale=scale)
    metrics = QFontMetricsF(theme.font(role))
    down = line_in(RECT, "C", role, "dim", theme).y - RECT.y
    assert metrics.capHeight() <= down <= metrics.height()
