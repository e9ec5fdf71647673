"""What stands in the cells of one run in the list of runs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTreeWidgetItem

from gui.theme.tokens import Theme
from gui.timeline.run_columns import NAME, sign_icon, spoken, texts_of, tip_of
from gui.timeline.run_row import RunRow


@dataclass(frozen=True)
class RowCells:
    """A row as it is written into its item.

    Attributes
    ----------
    row : RunRow
    is_shown : bool
        Whether the run is on screen: it always has its curve, checked and not to be changed.
    has_box : bool
        Whether its curve can be chosen.
    ratio : float
        The screen's device-pixel ratio.
    """

    row: RunRow
    is_shown: bool
    has_box: bool
    ratio: float

    def say_the_same(self, other: RowCells | None) -> bool:
        """Whether the cells of another row, in the same language and look, look and are read out like these."""
        # How many states are kept is in the tip; rows are alike without it, for it is no part of what a run is.
        return other is not None and self == other and len(self.row.kept) == len(other.row.kept)

    def write(self, item: QTreeWidgetItem, theme: Theme, sign_size: QSize) -> None:
        """Write all of it; `sign_size` is that of a curve's sign, in px of the window."""
        row, is_shown = self.row, self.is_shown
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        if self.has_box:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if item.flags() != flags:
            item.setFlags(flags)
        checked = Qt.CheckState.Checked if is_shown or row.dash else Qt.CheckState.Unchecked
        item.setData(NAME, Qt.ItemDataRole.CheckStateRole, checked if is_shown or self.has_box else None)
        colour = theme.colour("dim" if row.is_hidden else "text")
        tip = tip_of(row)
        tree = item.treeWidget()
        for column, text in texts_of(row).items():
            if tree is not None and column >= tree.columnCount():
                # The tree would have one more from here on.
                continue
            if item.text(column) != text:
                item.setText(column, text)
            font = item.font(column)
            if font.bold() != is_shown or font.italic() != row.is_hidden:
                font.setBold(is_shown)
                font.setItalic(row.is_hidden)
                item.setFont(column, font)
            item.setForeground(column, colour)
            item.setToolTip(column, tip)
        key = "train" if is_shown else row.dash if self.has_box else ""
        item.setIcon(NAME, sign_icon(theme, key, sign_size, self.ratio))
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, spoken(row, is_shown))
