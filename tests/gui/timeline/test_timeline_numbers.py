"""Every mark of the timeline is a row with its run and its update."""

from __future__ import annotations

from core.exchange.table import Table
from gui.timeline.run_row import RunRow
from gui.timeline.timeline_numbers import timeline_numbers


def rows_of(*rows: RunRow) -> list[tuple[str, ...]]:
    numbers = timeline_numbers(rows)
    table = Table(numbers.columns)
    return [tuple(table.headings), *table.rows(0, table.count)]


def test_each_mark_is_a_row_by_its_update(row: RunRow) -> None:
    rows = rows_of(row)
    assert rows[0] == ("run", "update", "mark", "what", "mean test C (nats)")
    assert [(each[1], each[2]) for each in rows[1:]] == [
        *(("0", "state kept"), ("500", "state kept"), ("700", "setting changed"), ("1000", "state kept")),
        *(("1200", "set by hand"), ("1500", "state kept"), ("2000", "state kept")),
        *(
            ("2500", "state kept"),
            ("2500", "least test loss of the curve"),
            ("3000", "state kept"),
            ("3000", "last update"),
        ),
    ]
    assert rows[3][3] == "Update 700: η 0.001 → 0.01" and rows[9][4] == "0.138"
    assert {each[0] for each in rows[1:]} == {"seed 0"}


def test_a_branch_says_of_what_and_where(row: RunRow) -> None:
    rows = rows_of(row, RunRow(run=1, name="η 0.1", live=1_800, parent=0, branch_update=1_500))
    assert rows[-2:] == [
        ("η 0.1", "1500", "branches off", "seed 0", ""),
        ("η 0.1", "1800", "last update", "", ""),
    ]


def test_of_no_runs_there_are_headings_only() -> None:
    assert len(rows_of()) == 1
