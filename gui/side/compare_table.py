"""Two networks as a table: a row for each quantity, a column for each network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from core.exchange.table import Column
from gui.side.compare_rows import CompareRow
from gui.theme.fitting_type import SMALLEST
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.text_table import TextRow, TextTable
from gui.widgets.translated import Translated

# The columns of A and B are as wide as their numbers, but no wider.
NARROWEST_PX, WIDEST_PX, APART_PX = 46, 84, 12.0
# Beside a cell's words there is no less than the sheet's own edge.
CLOSE_PX = 7.0
# No bar that scrolls a page is wider.
BAR_PX = 30
# Above and below a row's words; and what the style keeps free beside them, at any size.
ROW_PX, MARGINS_PX = 4, 6
# Type is made smaller in such steps.
STEP = 0.1
WRAPS = int(Qt.TextFlag.TextWordWrap)
# Where a line may end although no space is there: 256-32-16-10 is one word otherwise.
MAY_BREAK = "\u200b"


class CompareTable(Translated, QTreeWidget):
    """What differs stands in full colour, what is the same in both is dimmed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare_table")
        self.setProperty("role", "compare")
        # The window's look, and that of the size that there is room for.
        self._theme = self._worn = Theme()
        self._type = self._theme.font("caption")
        self._apart_px = APART_PX
        # Which of the fits was found, and in how much room.
        self._fit_found, self._fitted_room = 0, -BAR_PX - 1
        self._metrics = QFontMetrics(self._type)
        self.rows: tuple[CompareRow, ...] = ()
        """What it shows."""
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        # A name that is longer than its column goes on in the next line: what is compared is never cut.
        self.setWordWrap(True)
        self.setColumnCount(3)
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionsClickable(False)
        for column in (1, 2):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's type and colours."""
        self._theme = theme
        self._fitted_room = -BAR_PX - 1
        rows, self.rows = self.rows, ()
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[CompareRow]) -> None:
        """Show these; an item stays as long as there is a row in its place, so that a reader keeps its own."""
        if tuple(rows) == self.rows:
            return
        self.rows = tuple(rows)
        while self.topLevelItemCount() > len(rows):
            self.takeTopLevelItem(self.topLevelItemCount() - 1)
        while self.topLevelItemCount() < len(rows):
            item = QTreeWidgetItem(self)
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place, row in enumerate(rows):
            shown = self.topLevelItem(place)
            assert shown is not None
            brush = QBrush(self._theme.colour("text" if row.differs else "dim"))
            for column, text in enumerate((row.name, row.a, row.b)):
                shown.setToolTip(column, row.tip or text)
                shown.setForeground(column, brush)
        self._fit()

    def figure(self) -> Figure | None:
        """The table with its whole texts, as they are said of A and B."""
        if not self.rows:
            return None
        rows = tuple(TextRow((row.name, row.a, row.b), is_dim=not row.differs) for row in self.rows)
        columns = (
            Column("quantity", [row.name for row in self.rows]),
            Column("A", [row.a for row in self.rows]),
            Column("B", [row.b for row in self.rows]),
        )
        table = TextTable(("", "A", "B"), rows)
        return table.figure(self.accessibleName(), "compare", self._theme, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Smaller type where a line would not fit, then several lines in a cell.

        Where B would not be in sight even so the columns stand closer, and the type is as small as it takes, as long as
        it can be read; only then there is a bar to scroll sideways.
        """
        room = self.viewport().width()
        # Lower than before, the table may do without the page's bar, and have its room: the type does not turn back.
        is_bar_gone = self._fitted_room <= room <= self._fitted_room + BAR_PX
        first = self._fit_found if is_bar_gone else 0
        fits = self._fits()
        for place, (kind, scale, apart, wraps) in enumerate(fits):
            if place < first:
                continue
            self._measure(kind, scale, apart)
            widths = [self._width(column, wraps) for column in range(3)]
            if sum(widths) <= room:
                break
        if not is_bar_gone:
            self._fitted_room = room
        self._fit_found = place
        if wraps:
            widths = self._with_spare_room(widths, room) if self.rows else widths
            name = self._width(0)
            # Without room for the longest pieces one has to scroll: then the names need not be in pieces.
            wide = min(name, room // 2) if sum(widths) > room else room - widths[1] - widths[2]
            widths[0] = max(widths[0], wide)
        widths[0] = max(widths[0], room - widths[1] - widths[2])
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        is_wide = sum(widths) > room
        self._set_heights(widths, self.horizontalScrollBar().sizeHint().height() if is_wide else 0)

    def _with_spare_room(self, widths: list[int], room: int) -> list[int]:
        """A number is parted over two lines only where the names' longest word leaves no room for it in one.

        Then the names have what they need, and then what else may be parted, where all of it has room.
        """
        values = [self._values(row) if not row.is_whole else ("", "") for row in self.rows]
        numbers = [row if MAY_BREAK not in "".join(row) else ("", "") for row in values]
        for_a, for_b = self._missing(numbers, widths)
        spare = max(0, room - sum(widths))
        # Half for each, and what one does not need for the other.
        for_a = min(for_a, max(spare // 2, spare - for_b))
        widths = [widths[0], widths[1] + for_a, widths[2] + min(for_b, spare - for_a)]
        for_a, for_b = self._missing(values, widths)
        if for_a + for_b <= room - sum(widths[1:]) - max(widths[0], self._width(0)):
            widths = [widths[0], widths[1] + for_a, widths[2] + for_b]
        return widths

    def _missing(self, values: Sequence[tuple[str, str]], widths: Sequence[int]) -> tuple[int, int]:
        """How much wider the columns of A and B are, with each of these in one line, in px."""
        # Each is measured in whole px, and laid out in parts of them.
        edge = 1 + self._apart
        a, b = (max(map(self._metrics.horizontalAdvance, column)) for column in zip(*values, strict=True))
        return max(0, a + edge - widths[1]), max(0, b + edge - widths[2])

    def _fits(self) -> list[tuple[str, float, float, bool]]:
        """Kind and scale of type, what a cell has beside its words, whether it has several lines: in this order."""
        scale = self._theme.scale
        fits = [(kind, scale, APART_PX, False) for kind in ("caption", "tick")]
        fits += [("tick", scale, apart, True) for apart in (APART_PX, CLOSE_PX)]
        while scale > SMALLEST:
            scale = max(SMALLEST, scale - STEP)
            fits.append(("tick", scale, CLOSE_PX, True))
        return fits

    def _measure(self, kind: str, scale: float, apart_px: float) -> None:
        """Write all of it in type of this kind and scale."""
        self._apart_px, self._worn = apart_px, replace(self._theme, scale=scale)
        self._type = self._worn.font(kind)
        self._metrics = QFontMetrics(self._type)
        self._write()

    @property
    def _apart(self) -> int:
        """What a cell has beside its words, in px."""
        return round(self._theme.px(self._apart_px)) + MARGINS_PX

    def _write(self) -> None:
        """Write what there is room for in this type; the names of structures may go on in another line."""
        for place, row in enumerate(self.rows):
            shown = self.topLevelItem(place)
            assert shown is not None
            for column, text in enumerate((row.name, *self._values(row))):
                if shown.text(column) != text:
                    shown.setText(column, text)
                # Stronger than the size that the sheet of a page gives to tables.
                if shown.font(column) != self._type:
                    shown.setFont(column, self._type)
                whole = (row.name, row.a, row.b)[column]
                if shown.data(column, Qt.ItemDataRole.AccessibleTextRole) != whole:
                    shown.setData(column, Qt.ItemDataRole.AccessibleTextRole, whole)

    def _width(self, column: int, wraps: bool = False) -> int:
        """What a column takes with each text in one line, or in as many as it can be parted into."""
        metrics = self._metrics
        least = round(self._worn.px(NARROWEST_PX)) if column else 0
        items = (self.topLevelItem(place) for place in range(len(self.rows)))
        texts = [item.text(column) for item in items if item is not None]
        if wraps:
            own = (metrics.boundingRect(QRect(0, 0, 1, 1), WRAPS, text).width() for text in texts)
        else:
            own = (metrics.horizontalAdvance(text) for text in texts)
        return max(least, max(own, default=0) + self._apart)

    def _values(self, row: CompareRow) -> tuple[str, str]:
        """What stands under A and B: so much of it at least that two that differ don't look alike."""
        if row.is_whole:
            return row.a, row.b
        metrics, widest = self._metrics, self._worn.px(WIDEST_PX)
        most = max(map(metrics.horizontalAdvance, (row.a, row.b)))
        while True:
            a, b = (
                metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, round(widest))
                for text in (row.a, row.b)
            )
            if a != b or not row.differs or widest > most:
                return a.replace("-", f"-{MAY_BREAK}"), b.replace("-", f"-{MAY_BREAK}")
            widest += metrics.averageCharWidth()

    def _set_heights(self, widths: Sequence[int], bar: int) -> None:
        metrics = self._metrics
        # Chinese stands higher than Latin type.
        line = max(metrics.height(), metrics.size(0, "f文").height())
        total = 0
        for place in range(len(self.rows)):
            shown = self.topLevelItem(place)
            assert shown is not None
            lines = (
                line_count(shown.text(column), self._type, width - self._apart)
                for column, width in enumerate(widths)
            )
            # Of a line without Chinese Qt takes less, but has an end in "…" where that is all that there is.
            height = line * max(lines) + 2 * round(self._theme.px(ROW_PX))
            if shown.sizeHint(0).height() != height:
                shown.setSizeHint(0, QSize(widths[0], height))
            total += height
        self.setFixedHeight(total + self.header().sizeHint().height() + bar + 6)

    def _retranslate(self) -> None:
        self.setHeaderLabels(["", "A", "B"])
        self.headerItem().setData(0, Qt.ItemDataRole.AccessibleTextRole, self.tr("What is compared"))
        self.setAccessibleName(self.tr("Compare A with B"))


def line_count(text: str, font: QFont, width: float) -> int:
    """Over how many lines a text goes that is broken between words, as cells are; at least one."""
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return max(1, layout.lineCount())
