"""Findings as values: what holds, since when, with which numbers; and a small draw of the audit's trainings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.findings import KINDS, Finding, find
from tests.audit.finding_cases import SICK, WELL, Case
from tests.audit.findings import false_alarms, found, measured
from tests.core.analysis.finding_rows import UNITS, series

NAN = np.nan
OVERFITS = series([100, 400, 900, 1400, 2000], [0.5, 0.3, 0.1, 0.08, 0.07], [0.6, 0.4, 0.5, 0.6, 0.7])


def kinds(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.kind for finding in findings]


def test_a_finding_has_its_updates_and_its_numbers() -> None:
    (finding,) = find(OVERFITS, UNITS)
    assert finding == Finding(
        *("overfitting", 900, 2000, True, None),
        (
            ("mean", 0.07),
            ("baseline", 1.0),
            ("at", 400.0),
            ("test_before", 0.4),
            ("test", 0.7),
            ("before", 0.3),
        ),
    )
    assert finding["test"] == 0.7
    with pytest.raises(KeyError):
        finding["gradient"]


def test_what_was_stays_with_its_updates() -> None:
    rows = series([100, 400, 900, 1400, 2000], [0.5, 0.3, 0.1, 0.08, 0.07], [0.6, 0.4, 0.5, 0.6, 0.41])
    # Two measurements are no while, and the last one is well.
    assert find(rows, UNITS) == ()
    dead = series([10, 100, 400, 700], [0.9] * 4, dead=[(0.75, 0, NAN)] * 3 + [(0.5, 0, NAN)])
    (was,) = find(dead, UNITS)
    assert (was.kind, was.since, was.until, was.holds, was.layer) == ("dead", 10, 400, False, 1)
    assert (was["count"], was["units"]) == (6, 8)
    # Of its last update, and of no layer that is well.
    assert was.dead_layers == ((1, 6, 8),) and not was.is_regression
    assert OVERFITS and not find(OVERFITS, UNITS)[0].dead_layers


@pytest.mark.parametrize(
    ("rms", "segment", "expected"),
    [
        # Rows 18 to 160 hold; after the change its numbers hold as before, but over 40 updates only.
        ([9, 9, 9, 9, 9], [0, 0, 0, 1, 1], [(18, 160, False, True)]),
        # Nothing was measured since, and by two changes.
        ([9, 9, 9, 9, 9], [0, 0, 0, 0, 0], [(18, 220, True, False)]),
        ([9, 9, 9, 9, 9], [0, 0, 0, 1, 2], [(18, 160, False, True)]),
        # They held no more, for once or for good, or did before the change already.
        ([9, 9, 9, 1, 9], [0, 0, 0, 1, 1], [(18, 160, False, False)]),
        ([9, 9, 9, 9, 1], [0, 0, 0, 1, 1], [(18, 160, False, False)]),
        ([9, 9, 9, 1, 1], [0, 0, 0, 0, 0], [(18, 160, False, False)]),
        # It never was one.
        ([1, 1, 9, 9, 9], [0, 0, 0, 1, 1], []),
    ],
)
def test_what_is_over_by_a_change_alone_waits_to_be_told_anew(
    rms: list[int], segment: list[int], expected: list[tuple[int, int, bool, bool]]
) -> None:
    rows = series([18, 90, 160, 180, 220], [9.0] * 5, rms=np.outer(rms, [1, 1, 1]).tolist(), segment=segment)
    found = [one for one in find(rows, UNITS) if one.kind == "exploding"]
    assert [(one.since, one.until, one.holds, one.waits) for one in found] == expected


def test_what_was_set_by_hand_is_no_training() -> None:
    """Nothing was trained to get to the row of an edit: it neither adds to a finding nor says that its numbers hold."""
    updates, means = [300, 600, 900, 1200, 1500, 1800], [2.476, 2.475, 2.474, 2.43, 2.429, 2.428]
    for count, expected in (
        (4, [(600, 900, False, False)]),
        (5, [(600, 900, False, True)]),
        (6, [(600, 900, False, False), (1500, 1800, True, False)]),
    ):
        rows = series(
            updates[:count],
            means[:count],
            ratio=(1e-7, 1e-7, 1e-7),
            segment=[0, 0, 0, 1, 1, 1][:count],
            edited=[1200],
        )
        found = [one for one in find(rows, UNITS) if one.kind == "rate_too_low"]
        assert [(one.since, one.until, one.holds, one.waits) for one in found] == expected
    # Its numbers are those of the training alone.
    assert [one["before"] for one in found] == [2.475, 2.429]


def test_told_anew_it_waits_no_more() -> None:
    rows = series([18, 90, 160, 180, 290], [9.0] * 5, rms=(9, 9, 9), segment=[0, 0, 0, 1, 1])
    assert [(one.until, one.holds, one.waits) for one in find(rows, UNITS)] == [
        (160, False, False),
        (290, True, False),
    ]


def test_a_reason_is_said_and_not_what_follows_from_it() -> None:
    updates, flat = [100, 1100, 2100, 3100, 4100, 5100], [1.0] * 6
    gone = (0.0, 1e-9, 0.01)
    assert kinds(find(series(updates, flat), UNITS)) == ["plateau"]
    assert kinds(find(series(updates, flat, rms=gone), UNITS)) == ["vanishing"]
    assert kinds(find(series(updates, flat, rms=gone, dead=(0.9, 0, NAN)), UNITS)) == ["dead"]
    assert kinds(find(series(updates, flat, rms=gone, initializer="zero"), UNITS)) == ["zero_start"]
    wild = series(updates, [50.0] * 6, rms=(9, 9, 9), ratio=(1, 1, 1))
    assert kinds(find(wild, UNITS)) == ["exploding"]


@pytest.mark.parametrize(("baseline", "is_told"), [(0.0, False), (9e-5, False), (1.1e-4, True)])
def test_nothing_is_large_against_a_guess_that_costs_nothing(baseline: float, is_told: bool) -> None:
    """Targets that are all alike: their mean as every answer is right, and whatever is learned is more than that."""
    updates, sick = [100, 1100, 2100, 3100, 4100, 5100], 2.2e-4
    falling = sick * np.linspace(2, 1, 6)
    curve: dict[str, Any] = {"baseline": baseline, "is_regression": True, "n_in": 1}
    small = {"rms": (1e-6, 1e-6, 1e-6), **curve}
    made = {
        "exploding": series(updates, falling, rms=(1, 1, 1), **curve),
        "vanishing": series(updates, falling, rms=(0, 1e-12, 1e-7), **curve),
        "dead": series(updates, falling, dead=(1, 0, NAN), **small),
        "rate_too_high": series(updates, falling[::-1], ratio=(0.1, 0.1, 0.1), **small),
        "rate_too_low": series(updates, falling, ratio=(1e-6, 1e-6, 1e-6), **small),
        "zero_biases": series(updates, falling, **small),
        "zero_start": series(updates, falling, initializer="zero", **curve),
        "plateau": series(updates, [sick] * 6, **{**small, "n_in": 3}),
    }
    for kind, rows in made.items():
        assert (kind in kinds(find(rows, UNITS))) is is_told, kind
    # It is not against guessing that a test set is held.
    overfits = replace(OVERFITS, begun=replace(OVERFITS.begun, baseline=baseline))
    assert "overfitting" in kinds(find(overfits, UNITS))


def test_each_kind_names_its_layer_and_numbers() -> None:
    updates = [100, 1100, 2100]
    (vanishing,) = find(series(updates, [0.9] * 3, rms=(1e-7, 1e-5, 0.01)), UNITS)
    assert (vanishing.layer, vanishing["gradient"], vanishing["output"]) == (1, 1e-7, 0.01)
    # Of how many examples the gradient is: 8 in each batch, of 800.
    assert (vanishing["batch"], vanishing["examples"]) == (8, 800)
    (exploding,) = find(series(updates, [9.0] * 3, rms=(3, 4, 3)), UNITS)
    assert (exploding.layer, exploding["gradient"]) == (2, 4.0)
    assert (exploding["batch"], exploding["examples"]) == (8, 800)
    (high,) = find(series([50, *updates], [0.4, 0.5, 0.6, 0.5], ratio=(0.01, NAN, 0.02)), UNITS)
    assert (high.kind, high.layer, high["ratio"], high["least"], high["at"]) == (
        "rate_too_high",
        3,
        0.02,
        0.4,
        50,
    )
    (low,) = find(series([50, *updates], [0.99, 0.98, 0.97, 0.96], ratio=(1e-5, 2e-5, 0)), UNITS)
    assert (low.kind, low.layer, low["ratio"], low["before"]) == ("rate_too_low", 2, 2e-5, 0.98)
    (flat,) = find(series([0, *updates, 3100, 4100], [0.9] * 6), UNITS)
    assert (flat.kind, flat.since, flat["at"], flat["before"]) == ("plateau", 2100, 2100, 0.9)


def test_nothing_is_said_before_the_first_update_nor_of_what_is_no_number() -> None:
    assert find(series([], []), UNITS) == ()
    assert find(series([1, 500, 1000], [np.inf, NAN, np.inf], initializer="zero"), UNITS) == ()
    assert find(series([0, 0, 0], [1.0] * 3, initializer="zero"), UNITS) == ()


def test_every_kind_has_a_training_that_the_audit_makes() -> None:
    assert set(SICK) == set(KINDS)


@pytest.mark.parametrize(
    ("name", "seed", "updates"), [("default", 50, 400), ("curve", 51, 1500), ("spirals", 52, 1500)]
)
def test_a_training_that_is_well_has_none(name: str, seed: int, updates: int) -> None:
    case = WELL[name](seed)
    run, exact = measured(case, [0, updates // 10, updates // 4, updates // 2, updates])
    assert false_alarms(run, exact) == set()


def few_digits(kind: str) -> Case:
    """A training of this kind on few digits: measuring it takes less."""
    case = SICK[kind](0)
    return Case(case.architecture, case.config, SICK["overfitting"](0).choice, 0)


@pytest.mark.parametrize(
    ("kind", "at"),
    [
        ("overfitting", (100, 400, 2500, 3300, 4200)),
        ("zero_start", (50, 100, 200)),
        ("vanishing", (20, 60, 150)),
        ("exploding", (20, 60, 150)),
        ("rate_too_low", (20, 60, 150, 400)),
    ],
)
def test_a_training_that_is_not_well_is_found(kind: str, at: tuple[int, ...]) -> None:
    run, exact = measured(few_digits(kind), at)
    assert kind in kinds(found(run, exact))


def test_whether_it_is_of_classes_is_known() -> None:
    rows = series([100, 1100, 2100], [9.0] * 3, rms=(3, 4, 3))
    (of_numbers,) = find(replace(rows, begun=replace(rows.begun, is_regression=True)), UNITS)
    (of_classes,) = find(replace(rows, begun=replace(rows.begun, is_regression=False)), UNITS)
    assert of_numbers.is_regression and not of_classes.is_regression
