"""A table of texts, painted with all of its rows: for a file, for paper, and for the clipboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from core.exchange.table import Column
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure, Numbers

APART_PX, EDGE_PX, INDENT_PX = 18.0, 8.0, 14.0


@dataclass(frozen=True)
class TextRow:
    """The texts of one row.

    Attributes
    ----------
    cells : tuple of str
    bold : tuple of int
        Which of them are.
    is_dim : bool
    depth : int
        How far it is indented: under how many others it stands.
    """

    cells: tuple[str, ...]
    bold: tuple[int, ...] = ()
    is_dim: bool = False
    depth: int = 0


@dataclass(frozen=True)
class TextTable:
    """Headings and rows; the first column stands at the left, as does what is no number, all others at the right.

    Attributes
    ----------
    headings : tuple of str
    rows : tuple of TextRow
    at_left : tuple of int
        The columns that stand at the left.
    """

    headings: tuple[str, ...]
    rows: tuple[TextRow, ...]
    at_left: tuple[int, ...] = (0,)

    def size(self, theme: Theme) -> tuple[int, int]:
        """Width and height in px that all of it needs."""
        edge, apart = theme.px(EDGE_PX), theme.px(APART_PX)
        wide = sum(self._widths(theme)) + apart * (len(self.headings) - 1) + 2 * edge
        return round(wide + 1), round((len(self.rows) + 1) * self._line(theme) + 2 * edge + 1)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All of it, in this theme's colours."""
        edge, apart, line = theme.px(EDGE_PX), theme.px(APART_PX), self._line(theme)
        width, height = self.size(theme)
        painter.fillRect(QRectF(0, 0, width, height), theme.colour("canvas"))
        widths = self._widths(theme)
        lines = [TextRow(self.headings, is_dim=True), *self.rows]
        for number, row in enumerate(lines):
            left, top = edge, edge + number * line
            painter.setPen(theme.colour("dim" if row.is_dim else "text"))
            for column, (text, wide) in enumerate(zip(row.cells, widths, strict=True)):
                painter.setFont(theme.font("caption", bold=column in row.bold))
                side = Qt.AlignmentFlag.AlignLeft if column in self.at_left else Qt.AlignmentFlag.AlignRight
                indent = theme.px(INDENT_PX) * row.depth if not column else 0.0
                place = QRectF(left + indent, top, wide - indent, line)
                painter.drawText(
                    place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text
                )
                left += wide + apart
        painter.setPen(QPen(theme.colour("line"), 1.0))
        below = edge + line
        painter.drawLine(round(edge), round(below), round(width - edge), round(below))

    def figure(
        self,
        what: str,
        stem: str,
        theme: Theme,
        numbers: tuple[Column, ...] = (),
        run: int | None = None,
        update: int | None = None,
    ) -> Figure:
        """It as a figure; without `numbers` its texts are the numbers."""
        if not numbers:
            headings = [text or "name" for text in self.headings]
            columns = zip(*(row.cells for row in self.rows), strict=True)
            numbers = tuple(Column(name, texts) for name, texts in zip(headings, columns, strict=True))
        return Figure(
            what,
            stem,
            self.size(theme),
            theme,
            self.paint,
            (Numbers(numbers),),
            run,
            update,
            is_table=True,
        )

    def _widths(self, theme: Theme) -> list[float]:
        plain, bold = (QFontMetricsF(theme.font("caption", bold=is_bold)) for is_bold in (False, True))
        widths = [plain.horizontalAdvance(text) for text in self.headings]
        for row in self.rows:
            for column, text in enumerate(row.cells):
                wide = (bold if column in row.bold else plain).horizontalAdvance(text)
                indent = theme.px(INDENT_PX) * row.depth if not column else 0.0
                widths[column] = max(widths[column], wide + indent)
        return widths

    def _line(self, theme: Theme) -> float:
        # Chinese stands higher than Latin type.
        return QFontMetricsF(theme.font("caption")).boundingRect("Ag文").height() + theme.px(4)


def tree_table(tree: QTreeWidget, dim: Sequence[bool] = ()) -> TextTable:
    """What stands in a tree: its columns from left to right and rows that are not hidden; `dim` says which rows are."""
    shown = (column for column in range(tree.columnCount()) if not tree.isColumnHidden(column))
    columns = sorted(shown, key=tree.header().visualIndex)
    head = tree.headerItem()
    headings = tuple(" ".join(head.text(column).split()) for column in columns)
    rows = []
    for place, (item, depth) in enumerate(_items(tree)):
        bold = tuple(number for number, column in enumerate(columns) if columns and item.font(column).bold())
        cells = tuple(item.text(column) for column in columns)
        rows.append(TextRow(cells, bold, place < len(dim) and dim[place], depth))
    at_left = [0]
    for number, column in enumerate(columns):
        alignment = Qt.AlignmentFlag(head.textAlignment(column))
        if number and not alignment & Qt.AlignmentFlag.AlignRight:
            at_left.append(number)
    return TextTable(headings, tuple(rows), tuple(at_left))


def _items(tree: QTreeWidget) -> Iterator[tuple[QTreeWidgetItem, int]]:
    waiting = [(tree.topLevelItem(i), 0) for i in reversed(range(tree.topLevelItemCount()))]
    while waiting:
        item, depth = waiting.pop()
        if item is None or item.isHidden():
            continue
        yield item, depth
        waiting += [(item.child(i), depth + 1) for i in reversed(range(item.childCount()))]
