"""A figure with what it is of: nothing of it changes while one chooses what is to become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.exchange.table import ROWS_A_STEP, Table, csv_in_steps, tabbed_in_steps
from gui.export.page_rendering import Steps
from gui.figures.figure_page import FigurePage
from gui.figures.figure_words import file_stem
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure

CLIPBOARD_TIMES = 2
MOST_COPIED = 100_000
"""Rows on the clipboard; what is longer is for a file."""


@dataclass(frozen=True)
class FrozenFigure:
    """One plot or table of one moment.

    Attributes
    ----------
    figure : Figure
    run_name : str
        "" where it is of no run.
    update : int or None
        None where it is of no run.
    line : str
        What, which run, which update, L.
    other_stem : str
        What its file's name says of other updates, or "".
    """

    figure: Figure
    run_name: str
    update: int | None
    line: str
    other_stem: str = ""

    @property
    def rows(self) -> tuple[int, ...]:
        """How many rows each of its numbers have."""
        return tuple(self.table(place).count for place in range(len(self.figure.numbers)))

    def table(self, place: int) -> Table:
        """One of its numbers, with run and update."""
        numbers = self.figure.numbers[place]
        return Table(numbers.columns, self.run_name, self.update, numbers.order)

    def stem(self, place: int | None = None) -> str:
        """The name of a file with its picture, or with one of its numbers."""
        numbers = None if place is None else self.figure.numbers[place]
        return file_stem(self.figure, self.update, numbers) + self.other_stem

    def page(self, with_line: bool) -> FigurePage:
        """Its picture as on screen."""
        return FigurePage(self.figure, self.line if with_line else "")

    def paper(self) -> FigurePage:
        """Its picture for paper: in the light theme's colours, under its line."""
        theme = self.figure.theme
        return FigurePage(
            self.figure, self.line, Theme("light", theme.scale, theme.line_scale), is_title=True
        )

    def csv_steps(self, place: int, report: Callable[[float], None]) -> Steps:
        """The steps to the bytes of a CSV file; each reports which share is done."""
        table, parts = self.table(place), list[bytes]()
        steps = 1 + -(-table.count // ROWS_A_STEP)
        for part in csv_in_steps(table):
            parts.append(part)
            report(len(parts) / steps)
            yield None
        yield b"".join(parts)

    def picture_steps(self, kind: str, times: int, with_line: bool) -> Steps:
        """The steps to an image ("png"), or to the bytes of "svg" or "pdf"."""
        # The dialog shows first that it is at work.
        yield None
        page = self.page(with_line)
        yield page.image(times) if kind == "png" else page.svg() if kind == "svg" else page.pdf()

    def copy_steps(self, text: list[str]) -> Steps:
        """The steps to its image; meanwhile its first numbers are added to `text`, where they are not too long."""
        if self.copies_numbers:
            for part in tabbed_in_steps(self.table(0)):
                text.append(part)
                yield None
        yield self.page(True).image(CLIPBOARD_TIMES)

    @property
    def copies_numbers(self) -> bool:
        """Whether its numbers go onto the clipboard with it."""
        return bool(self.figure.numbers) and self.table(0).count <= MOST_COPIED
