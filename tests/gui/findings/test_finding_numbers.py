"""Saved findings are those of the page, with the numbers that made them."""

from __future__ import annotations

from core.exchange.table import Table
from gui.findings.finding_numbers import finding_columns, finding_table
from tests.gui.findings.some_findings import finding

FINDINGS = finding("dead"), finding("overfitting", holds=False)


def test_each_is_a_row_and_what_it_has_not_is_empty() -> None:
    table = Table(finding_columns(FINDINGS), "seed 0", 11_000)
    heads = table.headings
    rows = [dict(zip(heads, row, strict=True)) for row in table.rows(0, 2)]
    assert [row["finding"] for row in rows] == ["Dead neurons", "Overfitting"]
    assert [row["holds"] for row in rows] == ["1", "0"] and [row["layer"] for row in rows] == ["2", ""]
    assert [(row["update"], row["since update"]) for row in rows] == [("11000", "2000")] * 2
    assert (rows[0]["count"], rows[0]["test before"]) == ("12", "")
    assert (rows[1]["count"], rows[1]["test before"], rows[1]["mean"]) == ("", "0.69", "2.25")


def test_in_the_picture_what_holds_is_bold_and_what_held_is_dim() -> None:
    table = finding_table(FINDINGS)
    assert [(row.bold, row.is_dim) for row in table.rows] == [((0,), False), ((), True)]
    assert "12 of 16" in table.rows[0].cells[3]
