"""Findings as a table: what is said of each, and what was measured with every digit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.analysis.findings import Finding
from core.exchange.table import Column
from gui.findings.finding_words import numbers_words, title_of
from gui.widgets.text_table import TextRow, TextTable


def finding_table(findings: Sequence[Finding]) -> TextTable:
    """A row for each, dim where it holds no more."""
    headings = (
        QCoreApplication.translate("Findings", "finding"),
        QCoreApplication.translate("Findings", "since update"),
        QCoreApplication.translate("Findings", "until update"),
        QCoreApplication.translate("Findings", "what was measured"),
    )
    rows = [
        TextRow(
            (title_of(one.kind), f"{one.since:,}", f"{one.until:,}", numbers_words(one)),
            (0,) if one.holds else (),
            not one.holds,
        )
        for one in findings
    ]
    return TextTable(headings, tuple(rows), (0, 3))


def finding_columns(findings: Sequence[Finding]) -> tuple[Column, ...]:
    """Each with the update of its numbers; those that only other findings have are empty cells."""
    numbers = [dict(one.numbers) for one in findings]
    names = dict.fromkeys(name for own in numbers for name in own)
    return (
        Column("update", [one.until for one in findings]),
        Column("finding", [title_of(one.kind) for one in findings]),
        Column("holds", [one.holds for one in findings]),
        Column("since update", [one.since for one in findings]),
        Column("layer", [one.layer for one in findings]),
        *(Column(name.replace("_", " "), [own.get(name) for own in numbers]) for name in names),
    )
