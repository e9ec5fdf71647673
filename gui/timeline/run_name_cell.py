"""How a run's name is painted, over the next column too where that has nothing to say of the run; and typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from gui.widgets.qt_overrides import ReportsExceptions

Index = QModelIndex | QPersistentModelIndex


class RunNameCell(ReportsExceptions, QStyledItemDelegate):
    """For the first column and the one beside it, in which a run with a name of its own has what differs in it.

    Both cells of a run without one show their parts of one wide cell with the name.
    """

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        beside = index.sibling(index.row(), 1)
        if beside.data(Qt.ItemDataRole.DisplayRole) or self._tree.isColumnHidden(1):
            super().paint(painter, option, index)
            return
        name = index.sibling(index.row(), 0)
        wide = QStyleOptionViewItem(option)
        wide.rect = self._tree.visualRect(name).united(self._tree.visualRect(beside))
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        super().paint(painter, wide, name)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if editor is not None:  # of a cell that is not typed in there is none
            editor.setAccessibleName(QCoreApplication.translate("RunTree", "Name of the run"))
        return editor
