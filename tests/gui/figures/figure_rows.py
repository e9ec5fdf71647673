"""The numbers of a figure as they would be in a file."""

from __future__ import annotations

from core.exchange.table import Table
from gui.widgets.figure import Figure


def rows_of(figure: Figure | None, place: int = 0) -> list[tuple[str, ...]]:
    """Headings and rows, without run."""
    assert figure is not None
    numbers = figure.numbers[place]
    table = Table(numbers.columns, "", figure.update, numbers.order)
    return [row[1:] for row in (tuple(table.headings), *table.rows(0, table.count))]
