"""The cursor reads the other runs' curves: each number is an exact L of that run."""

from __future__ import annotations

import math

from gui.loss.loss_plot import LossPlot
from gui.loss.run_curves import RunCurve
from gui.loss.run_readings import curve_readings, with_curves
from tests.gui.loss.compared import branches, falling
from tests.gui.loss.plotted import N, point_at, show


def test_each_curve_that_is_drawn_there_is_read_with_its_dash(plot: LossPlot) -> None:
    own = falling(1_000)
    plot.show_curves("seed 0", branches(own, 2))
    show(plot, own)
    plot._read(800)
    parts = {part.key: part.text for part in plot.tools.reading.parts}
    for key, floor in (("run1", 0.15), ("run2", 0.2)):
        assert parts[key] == f"{round(N * (2 * math.exp(-2) + floor)):,}"
    keys = [part.key for part in plot.tools.reading.parts]
    assert keys[0] == "train" and keys.index("run1") < keys.index("mean")
    assert "batch 256: exact L of update 800" in plot.accessibleDescription()


def test_before_it_branches_off_and_after_its_end_a_run_is_not_read() -> None:
    own = falling(1_000)
    curves = branches(own, 1, first=400, count=700)
    for update, read in ((400, 0), (410, 1), (700, 1), (701, 0)):
        assert len(curve_readings(curves, update)) == len(with_curves([], curves, update)) == read


def test_what_is_of_before_an_edit_is_not_read_as_that_of_its_update() -> None:
    (curve,) = branches(falling(1_000), 1)
    curve.record.exact_losses.note_edit(800)
    (said,) = curve_readings([curve], 800)
    assert said.startswith("η 0.01: exact L of update 800: ") and said.endswith(" (θ edited since)")
    assert [part.text for part in with_curves([], [curve], 800)] == ["…"]
    assert "before" not in curve_readings([curve], 900)[0]


def test_the_cursor_goes_on_where_another_run_is_longer(plot: LossPlot) -> None:
    plot.show_curves("seed 0", [RunCurve("run1", "longer", falling(2_000, 0.5))])
    show(plot, falling(300))
    point_at(plot, 1_500)
    assert plot._cursor is not None and abs(plot._cursor - 1_500) < 10
